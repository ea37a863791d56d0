"""Tells apart what shares a name in one document: branches, fathers and sons, owners, siblings of another family."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from graph.clusters import ORGANIZATIONAL, Clustering
from graph.model import EntityType, Mention
from graph.same_names import SUFFIXES, name_parts
from graph.spans import sentence_bounds
from graph.syntax import GENITIVES

OWNED_REACH = 5
SIBLINGS = frozenset({"brothers", "children", "daughters", "kids", "siblings", "sisters", "sons"})
SIBLINGS_REACH = 12
# whose name tells no more than who somebody else is: "Ada, the daughter of the tycoon Bo Quill"
RELATIVES = frozenset(
    "brother child cousin daughter ex-husband ex-wife granddaughter grandson heir heiress husband nephew niece sister "
    "son stepdaughter stepson widow widower wife".split()
)
RELATIVES_REACH = 6
# "Photo by Ada Quill"
SIGNED = frozenset({"(", "illustration", "photo", "photograph", "photos", "picture", "written"})
# what sets a branch apart from its parent: "Harbor USA", "Harbor Kids"
REGIONS = frozenset(
    "america asia australia canada east europe international kids north northeast northwest online south southeast "
    "southwest uk us usa west".split()
)


def suffix_of(name: str) -> str:
    """Return the "jr" of a name, "" where it has none."""
    last = name_parts(name)[-1:]
    return last[0] if last and last[0] in SUFFIXES else ""


def is_younger(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether two names are a father's and a son's: the text names "Ada Quill" before "Ada Quill Jr."."""
    cluster = work.clusters[number]
    first = work.mentions[cluster.ordered[0]]
    earlier, later = sorted((first, mention), key=lambda item: item.span.start)
    if len(name_parts(earlier.text)) < 2 or suffix_of(earlier.text) or not suffix_of(later.text):
        return False
    return later is first or not any(map(suffix_of, cluster.names))


class Namesakes:
    """Chooses between the clusters that a name fits, once the full names of the document are clustered."""

    def __init__(self, work: Clustering) -> None:
        self.work = work

    def narrow(self, index: int, fitting: Sequence[int]) -> list[int]:
        """Return the clusters that a name can be of, among those that its words fit."""
        mention = self.work.mentions[index]
        if mention.type in ORGANIZATIONAL:
            return self.drop_branches(fitting, mention) if len(fitting) > 1 else list(fitting)
        if mention.type is not EntityType.PERSON:
            return list(fitting)
        if len(name_parts(mention.text)) == 1:
            fitting = [n for n in fitting if not self.is_named_after(n, index, fitting)]
            if len(fitting) > 1:
                fitting = [n for n in fitting if not self.is_told_as_relative(n, fitting)] or fitting
            if len(fitting) > 1:
                fitting = [n for n in fitting if not self.only_signs(n)] or fitting
            if self.sits(index):
                fitting = [n for n in fitting if any(map(self.sits, self.work.clusters[n].mentions))] or fitting
            return [
                n
                for n in fitting
                if not self.is_owned_by(n, index) and not self.is_foreign(n, index) and not self.is_elder(n, index)
            ]
        suffix = suffix_of(mention.text)
        exact = [n for n in fitting if suffix in map(suffix_of, self.work.clusters[n].names)]
        return exact or ([*fitting] if suffix else [n for n in fitting if not self.is_parted(n, index)])

    @cached_property
    def juniors(self) -> frozenset[str]:
        """Return the surnames that stand with a son's suffix alone: "Quill Jr."."""
        parts = (name_parts(mention.text) for mention in self.work.mentions if mention.type is EntityType.PERSON)
        return frozenset(words[0] for words in parts if len(words) == 2 and words[1] in SUFFIXES)

    def is_parted(self, number: int, index: int) -> bool:
        """Tell whether a full name is that of a cluster's father: "Bo Quill, his son Bo Quill Jr." in one sentence.

        Or where the text calls the son "Quill Jr.", so that the name without a suffix is not his, or the father by an
        office that the son has not.
        """
        cluster = self.work.clusters[number]
        if not all(map(suffix_of, cluster.names)):
            return False
        if self.holds_office(index) and not any(map(self.holds_office, cluster.mentions)):
            return True
        name, here = name_parts(self.work.mentions[index].text), self.work.sentences[index]
        near = (i for i, sentence in enumerate(self.work.sentences) if sentence == here)
        sons = {(*name, suffix) for suffix in SUFFIXES}
        return name[-1] in self.juniors or any(name_parts(self.work.mentions[i].text) in sons for i in near)

    @cached_property
    def places(self) -> frozenset[str]:
        """Return the words of the places that the document names, in small letters."""
        return frozenset(part for ent in self.work.doc.ents if ent.label_ == "PLACE" for part in name_parts(ent.text))

    @cached_property
    def families(self) -> Counter[str]:
        """Return how many people have each surname, counted when the first lone name asks."""
        people = (cluster for cluster in self.work.clusters if cluster.type is EntityType.PERSON and cluster.names)
        return Counter(name_parts(cluster.label)[-1] for cluster in people if len(name_parts(cluster.label)) > 1)

    def drop_branches(self, clusters: Sequence[int], mention: Mention) -> list[int]:
        """Return the bodies that a bare name fits without their branches: "Harbor" is no more "Harbor USA"."""
        bare = name_parts(mention.text)
        firsts = (self.work.mentions[self.work.clusters[number].ordered[0]] for number in clusters)
        if not any(name_parts(first.text) == bare for first in firsts):
            return list(clusters)
        rests = {number: name_parts(self.work.clusters[number].label)[len(bare) :] for number in clusters}
        return [n for n in clusters if not rests[n] or not set(rests[n]) <= self.places | REGIONS]

    def is_told_as_relative(self, number: int, fitting: Sequence[int]) -> bool:
        """Tell whether one full name stands but once, to say whose relative another is that the surname fits.

        "Ada Quill, the daughter of the tycoon Bo Quill, … Quill": he is not spoken of.
        """
        mentions = self.work.mentions
        full = [i for i in self.work.clusters[number].mentions if len(name_parts(mentions[i].text)) > 1]
        if len(full) != 1:
            return False
        name = self.work.tokens(full[0])
        begin = max(sentence_bounds(name.doc)[name.start][0], name.start - RELATIVES_REACH)
        words = [word.lower_ for word in name.doc[begin : name.start]]
        place = words.index("of") if "of" in words else 0
        if not place or words[place - 1] not in RELATIVES or "," in words[place:]:
            return False
        others = (i for n in fitting if n != number for i in self.work.clusters[n].mentions)
        return any(self.work.sentences[i] == self.work.sentences[full[0]] for i in others)

    def only_signs(self, number: int) -> bool:
        """Tell whether a full name stands only under or over an article or a picture: "Ada Quill/Harbor News"."""
        mentions = self.work.mentions
        full = [i for i in self.work.clusters[number].mentions if len(name_parts(mentions[i].text)) > 1]
        return bool(full) and all(self.signs(index) for index in full)

    def signs(self, index: int) -> bool:
        """Tell whether a name is that of whoever wrote an article or took a picture: "By Ada Quill"."""
        name, doc = self.work.tokens(index), self.work.doc
        if name.end < len(doc) and doc[name.end].text.startswith("/"):
            return True
        before = doc[name.start - 1] if name.start else None
        if before is None or before.lower_ != "by":
            return False
        opening = doc[name.start - 2] if name.start > 1 else None
        return opening is None or opening.is_space or opening.lower_ in SIGNED

    def is_owned_by(self, number: int, index: int) -> bool:
        """Tell whether a lone name owns the very phrase that names a cluster: "Quill's fiancée, Ada Quill"."""
        own = self.work.tokens(index)
        after = self.work.doc[own.end : own.end + OWNED_REACH]
        if not after or after[0].lower_ not in GENITIVES or any(word.pos_ == "VERB" for word in after):
            return False
        return any(number in self.work.clusters_at(word) for word in after)

    def is_elder(self, number: int, index: int) -> bool:
        """Tell whether a lone surname is the father's of whom the text names the son alone: "Quill's son, Bo Quill Jr."

        So it is where the text goes on to call the son "Quill Jr.", or gives the name to an office-holder.
        """
        names = [name_parts(name) for name in self.work.clusters[number].names]
        word = name_parts(self.work.mentions[index].text)
        full = [name for name in names if len(name) > 2 or (len(name) == 2 and name[-1] not in SUFFIXES)]
        if not full or not all(name[-1] in SUFFIXES and name[-2:-1] == word for name in full):
            return False
        if any(len(name) == 2 and name[-1] in SUFFIXES for name in names):
            return True
        alike = [i for i, other in enumerate(self.work.mentions) if name_parts(other.text) == word]
        return any(self.is_owned_by(number, i) or self.holds_office(i) for i in alike)

    def is_named_after(self, number: int, index: int, fitting: Sequence[int]) -> bool:
        """Tell whether a surname is a father's and not his son's: "President Bo Quill … Quill … Bo Quill Jr.".

        So it is where he holds an office, or where the text gave it to him before it named the son.
        """
        names = [name_parts(name) for name in self.work.clusters[number].names]
        if not names or not all(name[-1] in SUFFIXES for name in names):
            return False
        given = {(name[0], name[-2]) for name in names if len(name) > 2}
        others = (self.work.clusters[n] for n in fitting if n != number)
        fathers = [o for o in others if any((parts[0], parts[-1]) in given for parts in map(name_parts, o.names))]
        if any(self.holds_office(mention) for father in fathers for mention in father.mentions):
            return True
        begin = self.work.mentions[self.work.clusters[number].ordered[0]].span.start
        word = name_parts(self.work.mentions[index].text)
        return any(self.work.mentions[father.ordered[0]].span.start < begin for father in fathers) and any(
            name_parts(other.text) == word and other.span.start < begin for other in self.work.mentions
        )

    def sits(self, index: int) -> bool:
        """Tell whether a judge's title stands before a name: in "Judge Quill" no other Quill of the text is meant."""
        start = self.work.tokens(index).start
        return start > 0 and self.work.doc[start - 1].text in {"Judge", "Justice"}

    def holds_office(self, index: int) -> bool:
        """Tell whether the highest of offices stands before a name: "President Quill"."""
        start = self.work.tokens(index).start
        return start > 0 and self.work.doc[start - 1].text in {"President", "Senator", "Governor", "King"}

    def is_foreign(self, number: int, index: int) -> bool:
        """Tell whether siblings are listed, "his sons, Bo and Cy", of whom a cluster with that first name is none."""
        word = self.work.doc[self.work.tokens(index).start]
        before = self.work.doc[max(sentence_bounds(word.doc)[word.i][0], word.i - SIBLINGS_REACH) : word.i]
        if not any(token.lower_ in SIBLINGS for token in before):
            return False
        name = name_parts(self.work.clusters[number].label)
        return len(name) > 1 and name[-1] != word.lower_ and self.families[name[-1]] < 2
