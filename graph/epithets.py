"""Reads descriptions: their role, and whom an epithet with a name in it calls up, "the Night Train star"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.ages import is_of_other_age, read_age
from graph.antecedents import Ranking
from graph.body_kinds import fits_body
from graph.clusters import ORGANIZATIONAL, Clustering
from graph.descriptions import Description
from graph.leads import OFFICERS
from graph.model import EntityType, MentionKind
from graph.nlp import label_of
from graph.same_names import name_parts
from graph.syntax import POSSESSOR
from graph.tokens import Token
from graph.word_forms import base_form

VAGUE_MODIFIERS = frozenset("former own new old late ex longtime current famous embattled".split())
# bodies have these, too: "the Harbor Gas director"
OFFICES = frozenset({"author", "creator", "director", "host", "producer", "writer"})
# who is in a story for what they did for its star, or to it
SERVANTS = frozenset("accuser assistant bodyguard chauffeur driver housekeeper maid nanny publicist stalker".split())
# what a description says for what a title or another description said
ELECTED = frozenset("congressman congresswoman democrat governor lawmaker republican senator".split())
PARTISANS = frozenset({"democrat", "republican"})
SAME_OFFICE = {
    "ag": frozenset({"attorney-general"}),
    "attorney": frozenset({"lawyer"}),
    "congressman": frozenset({"representative"}),
    "congresswoman": frozenset({"representative"}),
    "judge": frozenset({"justice", "magistrate"}),
    "jurist": frozenset({"judge", "justice"}),
    "lawmaker": frozenset({"congressman", "congresswoman", "representative", "senator"}),
    "lawyer": frozenset({"attorney", "barrister", "solicitor"}),
    "legislator": frozenset({"congressman", "congresswoman", "representative", "senator"}),
    "magistrate": frozenset({"judge"}),
}


def find_bearer(ranking: Ranking, index: int, known: Description, *, reach: int) -> int | None:
    """Return the cluster of whom an epithet calls up among those named within some sentences; None without any.

    Only where nobody else is left it is whoever says so: "Ada claims that Bo defamed the Night Train star".
    """
    for loose in (False, True):
        near = ranking.candidates(index, known.type, known.gender, reach=reach, loose=loose)
        if people := list_laymen(ranking.work, near, index):
            return ranking.leading(index, people)
    return None


def bears_same_name(noun: Token) -> bool:
    """Tell whether a noun's phrase goes on with "of the same name"."""
    return noun.doc[noun.i + 1 : min(noun.i + 5, noun.sent.end)].text.lower() == "of the same name"


def find_eponym(work: Clustering, index: int) -> int | None:
    """Return the title last spoken of: "the film of Ada Quill's novel of the same name"."""
    for before in range(index - 1, -1, -1):
        for number in work.of.get(before, ()) if work.mentions[before].type is EntityType.WORK else ():
            if work.clusters[number].names:
                return number
    return None


def list_laymen(work: Clustering, candidates: Sequence[int], index: int) -> list[int]:
    """Return the candidates that an epithet can be of: no lawyer is "the singer", no "Ada, 46," is "the mogul, 68,"."""
    acting = OFFICERS | SERVANTS
    people = [n for n in candidates if not any(role.split()[-1] in acting for role in work.clusters[n].roles)]
    age = read_age(work, index)
    return [n for n in people if age is None or not is_of_other_age(work, n, age)]


def list_names_inside(work: Clustering, index: int) -> list[int]:
    """Return the names that a description holds: "Night Train" of "the Night Train star"."""
    outer = work.mentions[index].span
    inside = range(bisect_left(work.starts, outer.start), bisect_left(work.starts, outer.end))
    named = (place for place in inside if work.mentions[place].kind is MentionKind.NAMED)
    return [place for place in named if work.mentions[place].span.end <= outer.end]


def find_people_inside(work: Clustering, index: int) -> frozenset[int]:
    """Return the mentions of people whom a description names: of "the Quill lawyer", who is not Quill."""
    end = work.mentions[index].span.end
    inside = ((place, work.mentions[place]) for place in list_names_inside(work, index))
    return frozenset(place for place, name in inside if name.type is EntityType.PERSON and name.span.end < end)


def is_inside(work: Clustering, index: int, number: int | None) -> bool:
    """Tell whether a cluster is of somebody whom a description names."""
    return number is not None and any(number in work.of[place] for place in find_people_inside(work, index))


def read_role(head: Token) -> str:
    """Return a description without determiner, possessor and names: "pop star", "director"."""
    modifiers = [
        token.lower_
        for token in head.children
        if token.i < head.i
        and token.pos_ in {"ADJ", "NOUN"}
        and token.dep_ not in POSSESSOR
        and token.lower_ not in VAGUE_MODIFIERS
    ]
    return " ".join([*modifiers, base_form(head).removeprefix("ex-")])


def fits_description(work: Clustering, index: int, number: int) -> bool:
    """Tell whether a description's noun can be said of a cluster of this kind: no outlet is "the party"."""
    cluster = work.clusters[number]
    noun = base_form(work.heads[index])
    return cluster.type not in ORGANIZATIONAL or (
        fits_modifiers(work, index, number) and fits_body(noun, cluster.names, cluster.type))  # fmt: skip


def fits_modifiers(work: Clustering, index: int, number: int) -> bool:
    """Tell whether a body has the names that a description holds: "the Harbor board" is nobody else's.

    A place or a people says where it is: "the Arden company".
    """
    head = work.heads[index]
    own = {word for name in work.clusters[number].names for word in name_parts(name)}
    return all(
        own.issuperset(name_parts(token.text))
        for token in work.tokens(index)
        if token.i < head.i and token.pos_ == "PROPN" and label_of(token.ent_type_) != "PLACE"
    )


def is_from_there(work: Clustering, index: int, number: int) -> bool:
    """Tell whether somebody was described with the places of a politician: "the Ohio senator" is no other's.

    "Sen. Ada Quill" says no place, and "the only Republican" is not whoever was called one.
    """
    noun, phrase = work.heads[index], work.tokens(index)
    if base_form(noun) not in ELECTED:
        return True
    if base_form(noun) in PARTISANS and any(
        token.pos_ == "ADJ" and label_of(token.ent_type_) != "PLACE" for token in phrase if token.i < noun.i
    ):
        return False
    places = [token.text for token in phrase if label_of(token.ent_type_) == "PLACE"]
    described = [m.text for m in map(work.mentions.__getitem__, work.clusters[number].mentions)]
    return all(any(place in text for text in described) for place in places)


def list_offices(head: Token) -> frozenset[str]:
    """Return the roles that a description can stand for: "judge", and of a judge "justice"."""
    bare = base_form(head).removeprefix("ex-")
    return frozenset({bare, read_role(head)}) | SAME_OFFICE.get(bare, frozenset())
