"""Joins the names of one thing in one document, before any description or pronoun is read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice, pairwise

from graph.body_kinds import load_bodies
from graph.clusters import ORGANIZATIONAL, Clustering, name_gender, title_gender
from graph.descriptions import load_formal_names, load_given_names, load_titles
from graph.misspellings import find_misspelt
from graph.model import EntityType, Gender, Mention, MentionKind
from graph.name_types import letters_of
from graph.namesakes import Namesakes, is_younger, suffix_of
from graph.ordinals import ORDINALS
from graph.residue import GENERIC_BODIES
from graph.same_names import CHAMBERS, initials_of, name_parts, same_body, same_person, spell_out, squeeze
from graph.spans import text_of
from graph.titles import read_title
from graph.works import counts_sport, is_on_stage

MOST_NAMES = 10_000
MOST_NEAR = 100
"""With how many things that share a word, the latest, a name is compared, those that are written like it aside."""

# what stands between two names of one thing: "Ada Quill (a.k.a. Bo)", "Bo, whose real name is Ada Quill"
ALIAS = re.compile(
    r"(?:,|\s[-–—])?\s*\(?\s*(?:a\.?\s?k\.?\s?a\.?|né+e?|born|real name|alias"
    r"|(?:also|better|formerly|professionally|otherwise)? ?(?:known|referred to)"
    r" (?:\w+ly |(?:by|to|among|in|on) (?:\w+ ){1,3})?as"
    r"|(?:whose|her|his) (?:real|birth|legal|given|full|stage) name (?:is|was)"
    r"|(?:then |now )?going by"
    r"|who (?:performs|goes|records|writes) (?:as|by|under the name))[\s:,]*[\"“'‘(]?",
    re.IGNORECASE,
)
# what opens such words: most of what parts two names is read no further
ALIAS_OPENING = re.compile(
    r"[\s,(–—-]*+(?:a[.\sk]|né|born|real|alias|also|better|form|prof|other|known|ref|whose|his|her|then|now|going|who)",
    re.IGNORECASE,
)
# "Quill, identified in the deed as “Bo Dunn”"
PSEUDONYM = re.compile(
    r",?\s*\(?\s*(?:identified|listed|named)(?: \w+){0,4} (?:as|by)[\s:,]*[\"“'‘]", re.IGNORECASE)  # fmt: skip
# "the rapper, whose real name is Ada Quill"
REAL_NAME = re.compile(
    r"\s*,?\s*\(?whose (?:real|birth|legal|given|full|stage) name (?:is|was)\s+[\"“'‘]?", re.IGNORECASE
)
COUPLED = re.compile(r"\s+(?:and|&)\s+")
OPENING, CLOSING = re.compile(r"\s*\([\"“'‘]?"), re.compile(r"[\"”'’]?\)")


def join_names(work: Clustering) -> None:
    """Cluster the names of the whole document, the longest first, lone surnames to the nearest fitting person."""
    order = [i for i, m in enumerate(work.mentions) if m.kind is MentionKind.NAMED]
    namesakes = Namesakes(work)
    told = {pair for pair in pairwise(order) if tells_alias(read_between(work, *pair))}
    behind = {other for _, other in told}
    by_word: dict[str, dict[int, None]] = defaultdict(dict)
    by_text: dict[str, dict[int, None]] = defaultdict(dict)
    for index in sorted(order, key=lambda i: (-min(2, len(work.mentions[i].text.split())), i)):
        mention = work.mentions[index]
        first = work.tokens(index).start
        gender = title_gender(work.doc, first) if mention.type is EntityType.PERSON else Gender.UNKNOWN
        words = index_words(mention.text)
        latest = (islice(reversed(by_word[word]), MOST_NEAR) for word in words)
        near = sorted({number for numbers in (by_text[mention.text], *latest) for number in numbers})
        fitting = choose_gender(work, [number for number in near if is_same(work, number, mention)], gender)
        fitting = namesakes.narrow(index, fitting)
        if len(fitting) > 1 and len(mention.text.split()) == 1:
            # "Ada Quill … the rapper Kez, real name Bo Quill, … Quill said": nobody is called by a name told once
            fitting = [n for n in fitting if not behind.issuperset(work.clusters[n].ordered)] or fitting
        if fitting:
            cluster = nearest(work, fitting, index) if len(fitting) > 1 else fitting[0]
            work.join(index, cluster, "same name")
            known = work.clusters[cluster]
            if mention.type is EntityType.MEDIA_OUTLET and squeeze(mention.text) in map(squeeze, known.names):
                known.type = EntityType.MEDIA_OUTLET
        else:
            cluster = work.start(index, gender)
        if mention.text not in work.clusters[cluster].names:
            work.clusters[cluster].names.append(mention.text)
        if gender is not Gender.UNKNOWN and cluster in work.guessed:
            work.clusters[cluster].gender = gender
            work.guessed.discard(cluster)
        work.learn_gender(cluster, gender)
        if mention.type is EntityType.PERSON and (title := read_title(work.doc, first)):
            work.clusters[cluster].roles.add(title)
        if mention.type is EntityType.PERSON and len(mention.text.split()) > 1:
            if work.clusters[cluster].gender is Gender.UNKNOWN:
                work.guessed.add(cluster)
            work.learn_gender(cluster, name_gender(mention.text))
        by_text[mention.text][cluster] = None
        for word in words:
            by_word[word][cluster] = None
    for first, second in find_aliases(work, order, told):
        work.merge(work.of[first][0], second, "alias")
    for number, alone in list(find_misspelt(work)):
        work.merge(number, alone, "misspelt name")
    for number, whole in find_couples(work, order):
        work.clusters[number].whole = whole


def tells_alias(between: str) -> bool:
    """Tell whether the words between two names say that both are one's: " a.k.a. ", ", also known as "."""
    return ALIAS_OPENING.match(between) is not None and ALIAS.fullmatch(between) is not None


def choose_gender(work: Clustering, fitting: Sequence[int], gender: Gender) -> list[int]:
    """Return the clusters that a title's gender allows, or else the only one whose gender is but that of its name.

    "Mr. Quill" may be "Evelyn Quill".
    """
    if gender is Gender.UNKNOWN:
        return list(fitting)
    known = {number: work.clusters[number].gender for number in fitting}
    agreeing = [number for number in fitting if known[number] in {gender, Gender.UNKNOWN}]
    return agreeing or ([*fitting] if len(fitting) == 1 and fitting[0] in work.guessed else [])


@lru_cache(MOST_NAMES)
def index_words(name: str) -> frozenset[str]:
    """Return what two names of one thing share at least one of: a word, less a final s, or the initials.

    Words count with their parts ("Quill-Dunn") and, of given names, with the names that they are short for.
    """
    parts = name_parts(name)
    words: set[str] = {part.rstrip("s").replace(".", "") for part in parts} | {initials_of(parts).rstrip("s")}
    halves = {half for part in parts[-1:] if "-" in part for half in part.split("-")}
    if name == "SCOTUS":
        words |= set(spell_court(name))
    wholes = {squeeze(name), "".join(word[0] for word in spell_out(name)), letters_of(name).lower().rstrip("s")}
    formal = load_formal_names().get(parts[0] if parts else "", frozenset())
    return frozenset(words | halves | wholes | formal) - {""}


def is_same(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether a name fits a cluster: all its full names for people, its title for a work, else any form."""
    cluster = work.clusters[number]
    kind, names = cluster.type, cluster.names
    if kind is not mention.type and not {kind, mention.type} <= ORGANIZATIONAL:
        return False
    if kind is EntityType.PERSON:
        full = [name for name in names if len(name.split()) > 1] or names
        longest = max(full, key=lambda name: len(name_parts(name)))
        # "Orrin Quill" adds nothing to "Ada Orrin Quill", and is not like "Ada Quill"
        full = [n for n in full if n == longest or not set(name_parts(n)) <= set(name_parts(longest))]
        # "Bobby Jr." is as short as "Bobby", and says nothing of "Quill Jr."
        full = [n for n in full if n == longest or len(name_parts(n)) > 2 or not suffix_of(n)]
        # "Kenny" is Kenneth Quill as well as Kenny Quill, where the text has both
        fits = any if len(name_parts(mention.text)) == 1 else all
        return fits(same_person(name, mention.text) for name in full) and not is_younger(work, number, mention)
    if kind is EntityType.WORK:
        return any(
            name.lower() == mention.text.lower() or mention.text == letters_of(name) or name == letters_of(mention.text)
            for name in names
        )
    if kind is EntityType.COURT:
        return any(is_part(spell_court(mention.text), spell_court(name)) for name in names)
    # "Harbor Press … Harbor" is one company, "Harbor … Harbor Watch" are two: the full form comes first
    introduced = work.starts[cluster.ordered[0]] < mention.span.start
    shortened = introduced and kind is mention.type
    if shortened and kind is EntityType.MEDIA_OUTLET and any(ends_with(name, mention.text) for name in names):
        return True
    if shortened and is_last_word(work, number, mention):
        return True
    formless = kind is mention.type is EntityType.ORGANIZATION
    return any(same_body(name, mention.text, shortened=shortened, formless=formless) for name in names)


def is_last_word(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether a text calls a body by its last word, which is no other's: "the Quill Front … the Front".

    Texts about sports leave out the article: "Arden Rovers … Rovers".
    """
    if " " in mention.text or mention.text.lower() in CHAMBERS or not ends_any(work, number, mention):
        return False
    at = bisect_right(work.offsets, mention.span.start) - 1
    articled = at > 0 and work.doc[at - 1].lower_ == "the"
    sporting = counts_sport(work.doc) and not is_on_stage(work.doc) and mention.text.lower() not in GENERIC_BODIES
    if not (articled or sporting) or mention.text in load_bodies()[0]:
        return False
    return not any(n != number and ends_any(work, n, mention) for n in range(len(work.clusters)))


def ends_any(work: Clustering, number: int, mention: Mention) -> bool:
    """Tell whether a name is the last word of one of a cluster's."""
    return any(ends_with(name, mention.text) for name in work.clusters[number].names)


def ends_with(full: str, short: str) -> bool:
    """Tell whether an outlet's name is cut short to its last word: "the Harbor Post … the Post"."""
    words, last = name_parts(full), tuple(word for word in name_parts(short) if word != "the")
    return len(last) == 1 and len(words) > 1 and words[-1:] == last


def spell_court(name: str) -> tuple[str, ...]:
    """Return the words of a court's name, letters spelt out and numbers in figures: "Ninth Circuit" is the "9th"."""
    if name == "SCOTUS":
        return ("u.s", "supreme", "court")
    return tuple(ORDINALS.get(word, word) for word in name_parts(name))


def is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether one court's name holds all words of the other: "Supreme Court" in "U.S. Supreme Court"."""
    return set(short) <= set(long) or set(long) <= set(short)


def nearest(work: Clustering, clusters: Sequence[int], index: int) -> int:
    """Return the cluster with the nearest earlier mention, else the nearest later one."""

    def distance(number: int) -> tuple[bool, int]:
        ordered, here = work.clusters[number].ordered, work.starts[index]
        after = bisect_right(ordered, here, key=work.starts.__getitem__)
        return (False, here - work.starts[ordered[after - 1]]) if after else (True, work.starts[ordered[0]] - here)

    return min(clusters, key=distance)


def find_aliases(
    work: Clustering, order: Sequence[int], told: AbstractSet[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of neighbouring names that the words between them equate: "a.k.a.", "whose real name is".

    `told` are those with words for an alias between them.
    """
    text = text_of(work.doc)
    for first, second in pairwise(order):
        one, other = work.mentions[first], work.mentions[second]
        if one.type is not other.type or work.of[first][0] == work.of[second][0]:
            continue
        between = read_between(work, first, second)
        bracketed = OPENING.fullmatch(between) and CLOSING.match(text, other.span.end)
        acronym = other.text.replace(".", "").isupper() and " " not in other.text
        # a pseudonym is no fuller name of somebody who is called by a surname
        hidden = PSEUDONYM.fullmatch(between) and " " in work.clusters[work.of[first][0]].label
        if (first, second) in told or hidden or (bracketed and one.type is not EntityType.PERSON and acronym):
            yield first, second


def find_couples(work: Clustering, order: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield those of whom a text gives but the first name, before another's full name: "Ada and Bo Quill"."""
    given = load_given_names()
    for first, second in pairwise(order):
        one, other = work.mentions[first], work.mentions[second]
        if {one.type, other.type} != {EntityType.PERSON} or not COUPLED.fullmatch(read_between(work, first, second)):
            continue
        name, parts = one.text.lower(), name_parts(other.text)
        number = work.of[first][0]
        lone = name in given and {len(name_parts(known)) for known in work.clusters[number].names} == {1}
        start = work.tokens(first).start
        before = work.doc[start - 1].lower_.rstrip(".") if start else ""
        # "Cy, Ada and Bo Quill" may be three families'
        full = len(parts) == 2 or (len(parts) == 3 and len(parts[1].rstrip(".")) == 1)
        if lone and full and parts[0] in given and before != "," and before not in load_titles():
            yield number, f"{one.text} {other.text.split()[-1]}"


def read_between(work: Clustering, first: int, second: int) -> str:
    """Return the characters between two mentions."""
    return text_of(work.doc)[work.mentions[first].span.end : work.mentions[second].span.start]


def find_real_names(work: Clustering) -> dict[int, int]:
    """Return the names that the words behind a description give as somebody's, by the description's mention."""
    text, found = text_of(work.doc), dict[int, int]()
    if "whose" not in text:
        return found
    for index, mention in enumerate(work.mentions):
        behind = next((i for i in range(index + 1, len(work.mentions)) if work.starts[i] >= mention.span.end), None)
        if mention.kind is not MentionKind.NOMINAL or behind is None:
            continue
        other = work.mentions[behind]
        same = mention.type is EntityType.PERSON and other.type is EntityType.PERSON
        if same and other.kind is MentionKind.NAMED and REAL_NAME.fullmatch(text, mention.span.end, other.span.start):
            found[index] = behind
    return found
