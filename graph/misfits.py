"""Drops relations whose words say something else where they stand: "left the Mill restaurant" ends no employment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from graph import syntax
from graph.descriptions import load_descriptions
from graph.genitives import POSSESSIVE_PRONOUNS
from graph.model import EntityType, RelationMention
from graph.reading import Reading
from graph.spans import tokens_of
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

ACCUSED = "accused"
ATTACK = "criticized/attack"
ROLE = "employed_by/role"
LONGEST_HIT = 7
# what leads from a name behind its title to the body: "Professor Ada Quill of Harbor College"
SERVING = frozenset({"at", "from", "of", "with"})
# what makes one of a group an example of it: "members of the panel, including Ada Quill"
SINGLING = frozenset({"among", "especially", "include", "including", "like", "notably", "particularly"})
# "as she left the White House"; one leaves the Mill Group otherwise
BUILDINGS = frozenset(
    {"building", "capitol", "center", "centre", "church", "court", "hospital", "house", "palace", "tower"}
)
MEANWHILE = frozenset({"as", "when", "while"})
REPORTED = frozenset({"alleged", "possible", "potential", "purported", "supposed"})
# what follows whom somebody calls on the telephone
CALLED_WHEN = frozenset(
    (
        "after again before early earlier friday from just late later minutes monday on saturday several sunday "
        "thursday today tonight tuesday twice wednesday when yesterday"
    ).split()
)
# "his financial affairs"
BUSINESS = frozenset(
    {"business", "current", "family", "financial", "foreign", "legal", "personal", "private", "public"}
)
# what is no deed: "claimed that Bo knew of it"
UNDOING = frozenset(
    "appear be believe feel hear hope know like look love need say see seem think understand want watch".split()
)
DEEDS = syntax.COMPLEMENT | {"conj", "parataxis", "ROOT"}


def drop_misfits(found: Sequence[RelationMention], reading: Reading) -> Iterator[RelationMention]:
    """Yield the relations without those that the words around them contradict."""
    accusing = {(mention.subject, mention.object) for mention in found if mention.relation == ACCUSED}
    roles = (mention for mention in found if mention.evidence.rule == ROLE)
    several = Counter((mention.evidence.cue, mention.object) for mention in roles)
    for mention in found:
        evidence, rule = mention.evidence, mention.evidence.rule
        # "said that they attacked her": of whom somebody complains, that one does not merely criticize
        struck = rule == ATTACK and (mention.object, mention.subject) in accusing
        alone = rule == ROLE and several[evidence.cue, mention.object] == 1 and is_one_of_group(mention, reading)
        check = CHECKS.get(rule)
        if not (struck or alone or (check is not None and check(mention, reading))):
            yield mention


def find_cue(mention: RelationMention, reading: Reading) -> Token:
    """Return the word that evokes a relation."""
    return reading.doc[reading.token_at[mention.evidence.cue.start]]


def is_one_of_group(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a plural is said of one person behind a comma: "defying the members of the panel, Ada quit"."""
    cue = find_cue(mention, reading)
    name = tokens_of(reading.doc, mention.evidence.subject)
    if not is_plural(cue) or name.start < cue.i or name.start > cue.sent.end:
        return False
    around = reading.doc[max(cue.sent.start, cue.i - 1) : name.start]
    before = [word.lower_ for word in reading.doc[cue.sent.start : cue.i]]
    if any(pair == ("one", "of") for pair in pairwise(before)):
        # "one of the group's commanders, Ada Quill"
        return False
    return any(word.text == "," for word in around) and SINGLING.isdisjoint(word.lower_ for word in around)


def is_set_apart(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a body behind a titled name is not the title's: "held Judge Ada Quill in contempt of Congress"."""
    cue, own = find_cue(mention, reading), tokens_of(reading.doc, mention.evidence.subject)
    # "Attorney General" is one title
    title = own[-1] if own.start <= cue.i < own.end else cue
    titled = [filler for filler in reading.name_after(title) if filler.chain == mention.subject]
    start = tokens_of(reading.doc, titled[0].mention.span).end if titled else len(reading.doc)
    end = tokens_of(reading.doc, mention.evidence.object).start
    between = [word for word in reading.doc[start : max(start, end)] if not word.is_punct and not word.like_num]
    if [word.lower_ for word in between] == ["on", "the"]:
        # "Justice Ada Quill on the Mill Court"
        return False
    return bool(between) and between[0].lower_ not in SERVING and between[0].pos_ in {"ADP", "CCONJ", "DET"}


def is_walked_out(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether what somebody leaves is a place: "as she left the White House", "left the Mill restaurant"."""
    cue, body = find_cue(mention, reading), tokens_of(reading.doc, mention.evidence.object)
    end = body.end
    if base_form(cue) != "leave":
        return False
    if any(word.text == "," for word in reading.doc[cue.i + 1 : max(cue.i + 1, body.start)]):
        # "left Boston, Harbor News has learned"
        return True
    if body.start < cue.i and "which" not in {word.lower_ for word in reading.doc[end : cue.i]}:
        # "wrote in Harbor News that she left"
        return True
    after = reading.doc[end] if end < cue.sent.end else None
    housed = after is not None and after.pos_ == "NOUN" and after.dep_ not in {"appos", "obl:unmarked"}
    marks = {child.lower_ for child in syntax.children(cue, {"mark", "advmod"})}
    return housed or (reading.doc[end - 1].lower_ in BUILDINGS and not marks.isdisjoint(MEANWHILE))


def is_part_of_name(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a person's name only modifies the noun behind it: "the agency's Ada Quill building"."""
    name = tokens_of(reading.doc, mention.evidence.subject)
    return name.root.dep_ in syntax.COMPOUND and name.root.head.i >= name.end and name.root.head.pos_ == "NOUN"


def is_no_deed(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a claim is not that somebody did something: "claimed that Bo's death was an accident"."""
    name = tokens_of(reading.doc, mention.evidence.object).root
    deed = name.head
    doing = name.dep_ in syntax.SUBJECT or name in syntax.agents(deed)
    return not doing or deed.pos_ != "VERB" or deed.dep_ not in DEEDS or base_form(deed) in UNDOING


def is_penalty(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody is hit with something: "the fine that it hit her with for lying"."""
    cue = find_cue(mention, reading)
    return any(word.lower_ == "with" for word in reading.doc[cue.i + 1 : min(cue.i + LONGEST_HIT, cue.sent.end)])


def is_own_show(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether what somebody starts is in a body that is not his: "started his Harbor News show"."""
    cue = find_cue(mention, reading)
    # "launched her company, Harbor Media"
    known = ((thing, load_descriptions().get(base_form(thing))) for thing in syntax.direct_objects(cue))
    shows = [thing for thing, kind in known if kind is None or kind.type is not EntityType.ORGANIZATION]
    owners = (owner for thing in shows for owner in syntax.children(thing, syntax.POSSESSOR))
    return any(owner.lower_ in POSSESSIVE_PRONOUNS for owner in owners)


def is_shared_out(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether it is a thing that two people split: "split the estate with Bo Dunn"."""
    return bool(syntax.children(find_cue(mention, reading), syntax.OBJECT))


def is_business(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether affairs are somebody's business: "took charge of Bo's private affairs"."""
    cue = find_cue(mention, reading)
    return any(word.lower_ in BUSINESS for word in syntax.children(cue, syntax.COMPOUND))


def is_naming(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether to call somebody is to say what he is, or to bid him do something: "called Bo Dunn a liar"."""
    cue = find_cue(mention, reading)
    called = tokens_of(reading.doc, mention.evidence.object)
    rest = reading.doc[called.end : cue.sent.end] if called.start > cue.i else ()
    # "called Bo Dunn and Cy Fox on Monday"
    after = next((word for word in rest if word.lower_ in CALLED_WHEN or not is_listed(word)), None)
    told = syntax.children(cue, syntax.COMPLEMENT | syntax.PARTICLE) or cue.nbor().lower_ in {"for", "on", "upon"}
    dated = after is not None and (after.lower_ in CALLED_WHEN or after.ent_type_ in {"DATE", "TIME"})
    return bool(told) or syntax.is_passive(cue) or not dated


def is_listed(word: Token) -> bool:
    """Tell whether a word goes on with a list of names."""
    return word.pos_ == "PROPN" or word.lower_ == "and" or word.dep_ in {"nmod:desc", "flat"}


def is_called_upon(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether an outlet is called on: "took a question, calling on Harbor News"."""
    cue = find_cue(mention, reading)
    return base_form(cue) == "call" and cue.i + 1 < cue.sent.end and cue.nbor().lower_ == "on"


def is_reported(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a wrong is but somebody's allegation: "has a part on alleged obstruction by Bo Dunn"."""
    cue = find_cue(mention, reading)
    return any(word.lower_ in REPORTED for word in syntax.children(cue, {"amod"}))


def is_other_matter(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody is accused of what is no matter of the suit: "was also accused in a separate case"."""
    cue = find_cue(mention, reading)
    return any(word.lower_ in {"also", "separate", "separately"} for word in reading.doc[cue.i - 1 : cue.sent.end])


CHECKS: Mapping[str, Callable[[RelationMention, Reading], bool]] = {
    "accused/accused-in-suit": is_other_matter,
    "accused/claims-of-deed": is_no_deed,
    "accused/wrong-told-by": is_reported,
    "contacted/call": is_naming,
    "criticized/bad-told-by": is_reported,
    "criticized/hit-for": is_penalty,
    "employed_by/join": is_walked_out,
    "employed_by/own": is_part_of_name,
    "employed_by/role": is_set_apart,
    "founder_of/start": is_own_show,
    "partner_of/affair": is_business,
    "partner_of/split": is_shared_out,
    "spoke_to/speak-on": is_called_upon,
}
