"""Reads descriptions: their role, and whom an epithet with a name in it calls up, "the Night Train star"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from graph.antecedents import Ranking
from graph.clusters import Clustering
from graph.descriptions import Description
from graph.leads import OFFICERS
from graph.model import EntityType, MentionKind
from graph.syntax import POSSESSOR
from graph.tokens import Token
from graph.word_forms import base_form

VAGUE_MODIFIERS = frozenset("former own new old late ex longtime current famous embattled".split())
AGE_ENDS, AGE_DIGITS = frozenset({",", "."}), 2
# bodies have these, too: "the Harbor Gas director"
OFFICES = frozenset({"author", "creator", "director", "host", "producer", "writer"})


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
    people = [n for n in candidates if not any(role.split()[-1] in OFFICERS for role in work.clusters[n].roles)]
    age = read_age(work, index)
    return [n for n in people if age is None or not is_of_other_age(work, n, age)]


def is_of_other_age(work: Clustering, number: int, age: int) -> bool:
    """Tell whether a text gives somebody an age, and never one within a year of this."""
    told = {read_age(work, mention) for mention in work.clusters[number].mentions} - {None}
    return bool(told) and all(other is not None and abs(other - age) > 1 for other in told)


def read_age(work: Clustering, index: int) -> int | None:
    """Return the age that commas set behind a mention: "Quill, 46, …"."""
    end, doc = work.tokens(index).end, work.doc
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 2].text not in AGE_ENDS:
        return None
    number = doc[end + 1].text
    return int(number) if number.isdecimal() and len(number) == AGE_DIGITS else None


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
    return " ".join([*modifiers, base_form(head)])
