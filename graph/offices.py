"""Whose officer somebody is whose title names no body: "Harbor Gas lost money, and chairman Bo Dunn resigned"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.affiliation import PUBLIC
from graph.assertion import assess
from graph.evidence import join
from graph.model import EntityType, MentionKind, RelationMention
from graph.reading import Filler, Reading
from graph.schema import RelationType
from graph.spans import sentence_bounds, tokens_of
from graph.syntax import SUBJECT
from graph.tokens import Token
from graph.word_forms import base_form

RULE = "office"
EMPLOYED = "employed_by"
SCHOOLS = frozenset({"college", "institute", "law", "school", "university"})
TITLES = frozenset(
    (
        "ceo cfo chairman chairwoman chairperson chancellor coo executive provost spokesman spokesperson spokeswoman "
        "superintendent treasurer co-ceo co-chairman"
    ).split()
)
# with what stands before them: "managing director", but no film's director
RANKS = {"director": frozenset({"communications", "creative", "editorial", "executive", "legal", "managing",
                                "marketing", "medical", "news", "policy", "resources", "sales", "technical"}),
         "editor": frozenset({"chief", "executive", "managing", "senior", "and"}),
         "officer": frozenset({"executive", "financial", "information", "legal", "marketing", "medical", "operating",
                               "security", "technology"})}  # fmt: skip
# "former chairman and chief executive Bo Dunn"
MODIFIERS = frozenset({"former", "then", "longtime", "chief", "corporate", "company", "and", "co", "-", "deputy", "ex",
                       "interim", "acting", "managing", "senior", "current"})  # fmt: skip
WARDS = frozenset({"human", "public", "affairs"})
TITLE_WORDS = MODIFIERS.union(WARDS, *RANKS.values(), {"vice"})
# who heads, or serves in, the office that is called after the post: "the Mill County Sheriff's Office"
OFFICIALS = (("attorney", "general"), ("district", "attorney"), ("u.s.", "attorney"), ("public", "defender"),
             ("medical", "examiner"), ("inspector", "general"), ("comptroller",), ("coroner",), ("prosecutor",),
             ("sheriff",))  # fmt: skip
OFFICE = "office"
# a country has one beside those of its states
GRADED = frozenset({("attorney", "general")})
FARTHEST_OFFICE = 2
HEARING = frozenset({"interviewed", "quoted", "to", "told", "with"})


def find_offices(
    relation: RelationType, found: Iterable[RelationMention], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the body that stands near each title without one, for people whom nothing else gives a body."""
    pattern = next((own for own in relation.patterns if own.kind == "affiliation" and own.rule.endswith(RULE)), None)
    if pattern is None:
        return
    placed: dict[int, list[RelationMention]] = {}
    for known in found:
        if known.relation == relation.name:
            placed.setdefault(known.subject, []).append(known)
    for number, chain in enumerate(reading.chains):
        if number in placed or chain.type is not EntityType.PERSON:
            continue
        for mention in chain.mentions:
            first = tokens_of(reading.doc, mention.span).start
            bare = mention.kind is MentionKind.NAMED and first > 0 and is_bare_title(first - 1, reading)
            # "Mill Club chairman Ada Quill, executive vice president Bo Dunn and treasurer Cy Fox"
            listed = not bare and mention.kind is MentionKind.NAMED and first > 1 and is_vice(reading.doc[first - 1])
            if bare or listed:
                title = reading.doc[first - 1]
                bodies = find_shared(first - 1, placed, reading)
                bodies = bodies or (find_bodies(first - 1, reading, relation) if bare else [])
                yield from join(relation, pattern, [Filler(number, mention)], bodies, title,
                                assess(title, reading.doc), reading)  # fmt: skip
                break


def find_own_offices(
    relation: RelationType, found: Iterable[RelationMention], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the office that bears the post of each official near it: "Sheriff Bo Dunn", "the Mill Sheriff's Office"."""
    pattern = next((own for own in relation.patterns if own.kind == "affiliation" and own.rule.endswith(RULE)), None)
    posts = list_posts(reading) if pattern is not None else {}
    if pattern is None or not posts:
        return
    known = {(mention.subject, mention.object) for mention in found if mention.relation == relation.name}
    for number, chain in enumerate(reading.chains):
        if chain.type is not EntityType.PERSON:
            continue
        near = [
            (abs(office.mention.span.start - mention.span.start), office.mention.span.start, office, mention)
            for mention in chain.mentions
            if mention.kind is MentionKind.NAMED
            for office in find_post_before(tokens_of(reading.doc, mention.span).start, posts, reading)
        ]
        if near and len({office.chain for *_, office, _ in near}) == 1:
            *_, office, mention = min(near, key=lambda item: item[:2])
            cue = reading.doc[tokens_of(reading.doc, mention.span).start - 1]
            if (number, office.chain) not in known:
                yield from join(relation, pattern, [Filler(number, mention)], [office], cue,
                                assess(cue, reading.doc), reading)  # fmt: skip


def list_posts(reading: Reading) -> dict[tuple[str, ...], list[Filler]]:
    """Return the mentions of named offices by the post that they are called after."""
    found: dict[tuple[str, ...], list[Filler]] = {}
    for number, chain in enumerate(reading.chains):
        if chain.type is not EntityType.ORGANIZATION or not chain.label.lower().endswith(OFFICE) or not chain.names:
            continue
        for mention in chain.mentions:
            words = mention.text.lower().replace("’", "'").removesuffix(OFFICE).rstrip(" '").removesuffix("'s").split()
            for post in OFFICIALS:
                if mention.kind is MentionKind.NAMED and tuple(words[-len(post) :]) == post:
                    found.setdefault(post, []).append(Filler(number, mention))
    return found


def find_post_before(start: int, posts: dict[tuple[str, ...], list[Filler]], reading: Reading) -> list[Filler]:
    """Return the offices near a name before which their post stands, unless its place is another one's."""
    doc = reading.doc
    for post, offices in posts.items():
        first = start - len(post)
        if first < 0 or tuple(word.lower_ for word in doc[first:start]) != post:
            continue
        place = (
            doc[first - 1].text if first and doc[first - 1].text[:1].isupper() and not doc[first].is_sent_start else ""
        )
        sentences = [sentence.start for sentence in doc.sents]
        here = bisect_right(sentences, start)
        return [
            office
            for office in offices
            if (place in office.mention.text if place else post not in GRADED)
            and abs(bisect_right(sentences, tokens_of(doc, office.mention.span).start) - here) <= FARTHEST_OFFICE
        ]
    return []


def find_campuses(found: Iterable[RelationMention], reading: Reading) -> Iterator[RelationMention]:
    """Yield the school of each body that somebody works for: "the Mill Institute at Harbor University"."""
    for mention in found:
        evidence = mention.evidence
        if mention.relation != EMPLOYED or reading.chains[mention.object].type is not EntityType.ORGANIZATION:
            continue
        after = reading.doc[tokens_of(reading.doc, evidence.object).end :][:3]
        if len(after) < 3 or after[0].lower_ != "at" or after[0].idx >= evidence.span.end:
            continue
        named = after[2] if after[1].lower_ == "the" else after[1]
        for filler in reading.mentions_at(named):
            words = filler.mention.text.lower().split()
            if filler.mention.kind is MentionKind.NAMED and not SCHOOLS.isdisjoint(words):
                own = replace(evidence, object=filler.mention.span)
                yield replace(mention, object=filler.chain, evidence=own)


def is_bare_title(index: int, reading: Reading) -> bool:
    """Tell whether a word is an officer's title with no body and no possessor before it."""
    doc = reading.doc
    title = doc[index]
    form, start = base_form(title), sentence_bounds(doc)[index][0]
    ranks = RANKS.get(form, frozenset())
    ranked = index > start and doc[index - 1].lower_ in ranks
    if form not in TITLES and not ranked and not (form == "editor" and title.text == "Editor"):
        return False
    while index > start and (doc[index - 1].lower_ in MODIFIERS | ranks | WARDS or base_form(doc[index - 1]) in TITLES):
        if doc[index - 1].lower_ == "and" and index - 1 > start and not is_title(doc[index - 2]):
            # "the school and chancellor Bo Dunn"
            return True
        index -= 1
    if index == start:
        return True
    before = doc[index - 1]
    return not reading.mentions_at(before) and before.pos_ not in {"ADJ", "NOUN", "PROPN", "PRON", "PART"}


def is_title(word: Token) -> bool:
    """Tell whether a word is part of an officer's title: "chairman" in "chairman and chief executive Bo Dunn"."""
    return base_form(word) in TITLES | RANKS.keys() or word.lower_ in {"founder", "president"}


def find_bodies(index: int, reading: Reading, relation: RelationType) -> list[Filler]:
    """Return the nearest body named before a word in its sentence, else the only one that the sentence before names."""
    sentence = reading.doc[index].sent
    if beside := find_beside(index, reading, relation):
        return beside
    # "Harbor News spoke to chairman Bo Dunn"
    opener = index
    while opener > sentence.start and reading.doc[opener - 1].lower_ in TITLE_WORDS:
        opener -= 1
    heard = opener > sentence.start and reading.doc[opener - 1].lower_ in HEARING
    for at in range(index - 1, sentence.start - 1, -1):
        here = [filler for filler in reading.mentions_at(reading.doc[at]) if is_private(filler, reading, relation)]
        if here and not (heard and reading.chains[here[0].chain].type is EntityType.MEDIA_OUTLET):
            return here[:1]
    # "spokesman Bo Dunn said Harbor Gas would appeal", not "spokesman Bo Dunn told Harbor News"
    after = {filler.chain: filler for token in reading.doc[index : sentence.end] if token.dep_ in SUBJECT
             for filler in reading.fillers(token) if filler.mention.kind is MentionKind.NAMED
             and is_private(filler, reading, relation)}  # fmt: skip
    if len(after) == 1 or sentence.start == 0:
        return list(after.values()) if len(after) == 1 else []
    # "Harbor Gas lost money. Chairman Bo Dunn …", not "She told Harbor News. Chairman Bo Dunn …"
    before = {filler.chain: filler for token in reading.doc[sentence.start - 1].sent if token.dep_ in SUBJECT
              for filler in reading.mentions_at(token) if is_private(filler, reading, relation)}  # fmt: skip
    return list(before.values()) if len(before) == 1 else []


def is_vice(title: Token) -> bool:
    """Tell whether a word ends the title of a body's second: "executive vice president", not "Vice President"."""
    vice = title.i > 0 and title.nbor(-1).lower_ == "vice"
    return title.text == "president" and vice and title.i - 1 > title.sent.start and title.nbor(-2).text != "the"


def find_shared(index: int, placed: Mapping[int, Sequence[RelationMention]], reading: Reading) -> list[Filler]:
    """Return the body of the officer before in a list: "Mill Club chairman Ada Quill and treasurer Bo Dunn"."""
    doc, start = reading.doc, reading.doc[index].sent.start
    while index > start and doc[index - 1].lower_ in TITLE_WORDS - {"and"}:
        index -= 1
    if index - 2 < start or doc[index - 1].lower_ not in {"and", ","}:
        return []
    for officer in reading.mentions_in(index - 2):
        for mention in placed.get(officer.chain, ()):
            held = tokens_of(doc, mention.evidence.object)
            if start <= held.start < index:
                return [filler for filler in reading.mentions_in(held.start) if filler.chain == mention.object][:1]
    return []


def find_beside(index: int, reading: Reading, relation: RelationType) -> list[Filler]:
    """Return the body that "and" joins to an officer's title, a public one too: "the school and chancellor Bo Dunn"."""
    doc, start = reading.doc, reading.doc[index].sent.start
    while index > start and doc[index - 1].lower_ in (MODIFIERS | WARDS) - {"and"}:
        index -= 1
    if index - 2 < start or doc[index - 1].lower_ != "and":
        return []
    beside = reading.mentions_in(index - 2)
    bodies = {EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET} & relation.target
    chains = reading.chains
    return [filler for filler in beside if chains[filler.chain].type in bodies and chains[filler.chain].names][:1]


def is_private(filler: Filler, reading: Reading, relation: RelationType) -> bool:
    """Tell whether a mention is of a body with a name that has officers of its own."""
    chain = reading.chains[filler.chain]
    kinds = {EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET} & relation.target
    return chain.type in kinds and bool(chain.names) and PUBLIC.isdisjoint(chain.label.lower().split())
