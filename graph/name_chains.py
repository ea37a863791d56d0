"""Joins the names of one thing in one document, before any description or pronoun is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from graph.clusters import (
    ORGANIZATIONAL,
    SUFFIXES,
    Clustering,
    initials_of,
    name_gender,
    name_parts,
    same_body,
    same_person,
    title_gender,
)
from graph.model import EntityType, Gender, Mention, MentionKind

MOST_NEAR = 100
"""With how many things that share a word, the latest, a name is compared, those that are written like it aside."""

# what stands between two names of one thing: "Ada Quill (a.k.a. Bo)", "Bo, whose real name is Ada Quill"
ALIAS = re.compile(
    r",?\s*\(?\s*(?:a\.?\s?k\.?\s?a\.?|né+e?|born|real name|alias"
    r"|(?:also|better|formerly|professionally|otherwise)? ?(?:known|referred to) (?:\w+ly )?as"
    r"|(?:whose|her|his) (?:real|birth|legal|given|full|stage) name is"
    r"|who (?:performs|goes|records|writes) (?:as|by|under the name))[\s:,]*[\"“'‘(]?",
    re.IGNORECASE,
)
OPENING, CLOSING = re.compile(r"\s*\([\"“'‘]?"), re.compile(r"[\"”'’]?\)")

OWNED_REACH = 5
LEAST_LETTERS = 6
SIBLINGS = frozenset({"brothers", "children", "daughters", "kids", "siblings", "sisters", "sons"})
SIBLINGS_REACH = 12
# what sets a branch apart from its parent: "Harbor USA", "Harbor Kids"
REGIONS = frozenset(
    "america asia australia canada east europe international kids north northeast northwest online south southeast "
    "southwest uk us usa west".split()
)


def join_names(work: Clustering) -> None:
    """Cluster the names of the whole document, the longest first, lone surnames to the nearest fitting person."""
    order = [i for i, m in enumerate(work.mentions) if m.kind is MentionKind.NAMED]
    by_word: dict[str, dict[int, None]] = defaultdict(dict)
    by_text: dict[str, dict[int, None]] = defaultdict(dict)
    for index in sorted(order, key=lambda i: (-min(2, len(work.mentions[i].text.split())), i)):
        mention = work.mentions[index]
        first = work.tokens(index).start
        gender = title_gender(work.doc, first) if mention.type is EntityType.PERSON else Gender.UNKNOWN
        words = index_words(mention.text)
        latest = (islice(reversed(by_word[word]), MOST_NEAR) for word in words)
        near = sorted({number for numbers in (by_text[mention.text], *latest) for number in numbers})
        fitting = [
            number
            for number in near
            if is_same(work, number, mention)
            and (Gender.UNKNOWN in {gender, work.clusters[number].gender} or gender is work.clusters[number].gender)
        ]
        if len(fitting) > 1 and mention.type in ORGANIZATIONAL:
            fitting = drop_branches(work, fitting, mention)
        elif len(fitting) > 1 and len(name_parts(mention.text)) > 1:
            suffix = suffix_of(mention.text)
            fitting = [n for n in fitting if suffix in map(suffix_of, work.clusters[n].names)] or fitting
        elif mention.type is EntityType.PERSON:
            fitting = [n for n in fitting if not is_owned_by(work, n, index) and not is_foreign(work, n, index)]
        if fitting:
            cluster = nearest(work, fitting, index) if len(fitting) > 1 else fitting[0]
            work.join(index, cluster, "same name")
        else:
            cluster = work.start(index, gender)
        if mention.text not in work.clusters[cluster].names:
            work.clusters[cluster].names.append(mention.text)
        work.learn_gender(cluster, gender)
        if mention.type is EntityType.PERSON and len(mention.text.split()) > 1:
            work.learn_gender(cluster, name_gender(mention.text))
        by_text[mention.text][cluster] = None
        for word in words:
            by_word[word][cluster] = None
    for first, second in find_aliases(work, order):
        work.merge(work.of[first][0], second, "alias")
    for number, alone in list(find_misspelt(work)):
        work.merge(number, alone, "misspelt name")


def find_misspelt(work: Clustering) -> Iterator[tuple[int, int]]:
    """Yield each lone surname that is one letter off the only full name like it, as that cluster and the mention."""
    people = [(n, c) for n, c in enumerate(work.clusters) if c.type is EntityType.PERSON and c.names]
    full: dict[str, list[int]] = defaultdict(list)
    for number, cluster in people:
        last = name_parts(cluster.label)[-1:]
        if last and len(name_parts(cluster.label)) > 1 and len(last[0]) >= LEAST_LETTERS:
            full[last[0][0]].append(number)
    for _, cluster in people:
        alone = name_parts(cluster.label)
        if len(alone) != 1 or len(cluster.mentions) > 1 or len(alone[0]) < LEAST_LETTERS:
            continue
        near = [n for n in full[alone[0][0]] if is_one_off(name_parts(work.clusters[n].label)[-1], alone[0])]
        if len(near) == 1:
            yield near[0], cluster.mentions[0]


def is_one_off(one: str, other: str) -> bool:
    """Tell whether one letter is added, left out or another (Levenshtein 1966); "Dunns" are several Dunns."""
    short, long = sorted((one, other), key=len)
    if long == short + "s":
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        return short != long and short[start + 1 :] == long[start + 1 :]
    return len(long) == len(short) + 1 and short[start:] == long[start + 1 :]


def index_words(name: str) -> set[str]:
    """Return what two names of one thing share at least one of: a word, less a final s, or the initials."""
    parts = name_parts(name)
    return {part.rstrip("s").replace(".", "") for part in parts} | {initials_of(parts).rstrip("s")} - {""}


def is_same(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether a name fits a cluster: all its full names for people, its title for a work, else any form."""
    cluster = work.clusters[number]
    kind, names = cluster.type, cluster.names
    if kind is not mention.type and not {kind, mention.type} <= ORGANIZATIONAL:
        return False
    if kind is EntityType.PERSON:
        full = [name for name in names if len(name.split()) > 1] or names
        return all(same_person(name, mention.text) for name in full) and not is_younger(work, number, mention)
    if kind is EntityType.WORK:
        return any(name.lower() == mention.text.lower() for name in names)
    if kind is EntityType.COURT:
        return any(is_part(name_parts(mention.text), name_parts(name)) for name in names)
    # "Harbor Press … Harbor" is one company, "Harbor … Harbor Watch" are two: the full form comes first
    introduced = work.starts[cluster.ordered[0]] < mention.span.start
    shortened = introduced and kind is mention.type
    if shortened and kind is EntityType.MEDIA_OUTLET and any(ends_with(name, mention.text) for name in names):
        return True
    return any(same_body(name, mention.text, shortened=shortened) for name in names)


def is_owned_by(work: Clustering, number: int, index: int) -> bool:
    """Tell whether a lone name owns the very phrase that names a cluster: "Quill's fiancée, Ada Quill"."""
    own = work.tokens(index)
    after = work.doc[own.end : own.end + OWNED_REACH]
    if not after or after[0].lower_ not in {"'s", "’s", "’", "'"} or any(word.pos_ == "VERB" for word in after):
        return False
    return any(after.start <= work.tokens(m).start < after.end for m in work.clusters[number].mentions)


def is_foreign(work: Clustering, number: int, index: int) -> bool:
    """Tell whether siblings are listed, "his sons, Bo and Cy", of whom a cluster with that first name is none."""
    word = work.doc[work.tokens(index).start]
    family = {name_parts(name)[-1] for name in work.clusters[number].names if len(name_parts(name)) > 1}
    before = work.doc[max(word.sent.start, word.i - SIBLINGS_REACH) : word.i]
    if word.lower_ in family or not family or not any(token.lower_ in SIBLINGS for token in before):
        return False
    others = (name_parts(c.label)[-1:] for n, c in enumerate(work.clusters) if n != number and c.names)
    return not any(family & set(other) for other in others)


def suffix_of(name: str) -> str:
    """Return the "jr" of a name, "" where it has none."""
    last = name_parts(name)[-1:]
    return last[0] if last and last[0] in SUFFIXES else ""


def is_younger(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether two names are a father's and a son's: the text names "Ada Quill" before "Ada Quill Jr."."""
    cluster = work.clusters[number]
    first = work.mentions[min(cluster.mentions)]
    earlier, later = sorted((first, mention), key=lambda item: item.span.start)
    whole = len(name_parts(earlier.text)) > 1 and not suffix_of(earlier.text)
    return (
        whole and bool(suffix_of(later.text)) and not any(suffix_of(name) for name in cluster.names if later is mention)
    )


def drop_branches(work: Clustering, clusters: Sequence[int], mention: Mention) -> list[int]:
    """Return the bodies that a bare name fits without their branches: "Harbor" is no more "Harbor USA"."""
    places = {part for ent in work.doc.ents if ent.label_ == "PLACE" for part in name_parts(ent.text)}
    bare = name_parts(mention.text)
    own = [number for number in clusters if name_parts(work.mentions[min(work.clusters[number].mentions)].text) == bare]
    branches = {
        number
        for number in clusters
        for rest in [name_parts(work.clusters[number].label)[len(bare) :]]
        if rest and set(rest) <= places | REGIONS
    }
    return [number for number in clusters if number not in branches] if own else list(clusters)


def ends_with(full: str, short: str) -> bool:
    """Tell whether an outlet's name is cut short to its last word: "the Harbor Post … the Post"."""
    words, last = name_parts(full), [word for word in name_parts(short) if word != "the"]
    return len(last) == 1 and len(words) > 1 and words[-1:] == last


def is_part(short: list[str], long: list[str]) -> bool:
    """Tell whether one court's name holds all words of the other: "Supreme Court" in "U.S. Supreme Court"."""
    return set(short) <= set(long) or set(long) <= set(short)


def nearest(work: Clustering, clusters: Sequence[int], index: int) -> int:
    """Return the cluster with the nearest earlier mention, else the nearest later one."""

    def distance(number: int) -> tuple[bool, int]:
        ordered, here = work.clusters[number].ordered, work.starts[index]
        after = bisect_right(ordered, here, key=work.starts.__getitem__)
        return (False, here - work.starts[ordered[after - 1]]) if after else (True, work.starts[ordered[0]] - here)

    return min(clusters, key=distance)


def find_aliases(work: Clustering, order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of neighbouring names that the words between them equate: "a.k.a.", "whose real name is"."""
    text = work.doc.text
    for first, second in pairwise(order):
        one, other = work.mentions[first], work.mentions[second]
        if one.type is not other.type or work.of[first][0] == work.of[second][0]:
            continue
        between = text[one.span.end : other.span.start]
        bracketed = OPENING.fullmatch(between) and CLOSING.match(text, other.span.end)
        acronym = other.text.replace(".", "").isupper() and " " not in other.text
        if ALIAS.fullmatch(between) or (bracketed and one.type is not EntityType.PERSON and acronym):
            yield first, second
