"""Whom a reported statement is about: the main participants of its clause, without those that it only passes by."""

from __future__ import annotations

from graph import syntax
from graph.assertion import Attribution
from graph.descriptions import load_descriptions
from graph.model import EntityType, MentionKind
from graph.reading import Filler, Reading
from graph.spans import tokens_of
from graph.tokens import Span, Token

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET, EntityType.COURT})
NAMING = syntax.COMPOUND | syntax.POSSESSOR
ASIDE = syntax.RELATIVE_CLAUSE | syntax.APPOSITION
# "an anti-Dunn group", "like Bo Dunn before her"
LEANING = frozenset({"anti", "ex", "non", "pre", "pro"})
COMPARING = frozenset({"like", "than", "unlike"})
# who owns or speaks for a body stands for it
PROXIES = frozenset(
    "attorney counsel lawyer official owner spokesman spokesperson spokeswoman shareholder trustee".split()
)
POSTS = frozenset({"coordinator", "general", "head", "member", "surrogate"})


def find_participants(
    attribution: Attribution, reading: Reading, types: frozenset[EntityType], parties: set[int]
) -> list[Filler]:
    """Return the main participants of an attributed clause: its arguments first, then whom its sentence names."""
    clause = attribution.clause
    own = [*syntax.subjects(clause), *syntax.direct_objects(clause)]
    own += [clause, *(token for fillers in syntax.obliques(clause).values() for token in fillers)]
    near = [token for token in clause.sent if token.ent_type_ or token.pos_ in {"NOUN", "PRON"}]
    outside = find_outside(attribution)
    found: dict[int, Filler] = {}
    aside: dict[int, Filler] = {}
    for token in [*own, *near]:
        if token.i in outside:
            continue
        for filler in reading.fillers(token):
            chain = reading.chains[filler.chain]
            if chain.type in types and not is_passed_by(filler, reading, parties):
                where = aside if stands_aside(filler, reading, parties) else found
                where.setdefault(filler.chain, filler)
    return list((found | {chain: filler for chain, filler in aside.items() if chain not in found}).values())


def find_outside(attribution: Attribution) -> set[int]:
    """Return the words of a sentence that belong to the credit: "according to the News, which Bo Dunn owns"."""
    speaker, clause, cue = attribution.speaker, attribution.clause, attribution.cue
    # "according to the News's Bo Dunn"
    governor = cue.head.head if cue.dep_ == "fixed" else cue.head
    heads = [speaker, governor] if attribution.kind == "according" and governor != clause else [speaker]
    # "Harbor News and the Valley Post reported"
    heads += [speaker.head] if speaker.dep_ == "conj" else []
    credit = {token.i for head in heads for token in head.subtree}
    if attribution.kind == "according":
        return credit if clause.i not in credit else set()
    # "the News says that Ada sued, but Bo Dunn keeps silent"
    others = [child for child in cue.children if child.dep_ == "conj" and syntax.surface_subjects(child)]
    aside = {token.i for other in others if other not in clause.subtree for token in other.subtree}
    return aside | credit if clause.i not in credit else aside


def is_passed_by(filler: Filler, reading: Reading, parties: set[int]) -> bool:
    """Tell whether a statement only mentions something on the way to what it is about."""
    span = tokens_of(reading.doc, filler.mention.span)
    if filler.mention.kind is not MentionKind.NAMED:
        return False
    first = span[0]
    before = [token.lower_ for token in span.doc[max(first.sent.start, span.start - 2) : span.start]]
    if before[-1:] and (before[-1] in COMPARING or (before[-1] == "-" and before[0] in LEANING)):
        return True
    if filler.mention.type is EntityType.MEDIA_OUTLET and filler.chain not in parties and is_told(span):
        return True
    body = reading.chains[filler.chain].type in BODIES and filler.chain not in parties
    return body and names_post(span.root, reading)


def is_told(name: Span) -> bool:
    """Tell whether an outlet is only told what is reported: "a spokesman told Harbor News that Bo Dunn had left"."""
    before = [token for token in name.doc[max(name[0].sent.start, name.start - 3) : name.start] if token.pos_ != "DET"]
    words = [token.lemma_.lower() for token in before]
    return words[-1:] == ["tell"] or (words[-1:] in (["to"], ["with"]) and words[-2:-1] in (["speak"], ["interview"]))


def stands_aside(filler: Filler, reading: Reading, parties: set[int]) -> bool:
    """Tell whether something other than a party stands in a relative clause or an apposition, after what is main."""
    if filler.mention.kind is not MentionKind.NAMED or filler.chain in parties:
        return False
    name = tokens_of(reading.doc, filler.mention.span).root
    return any(node.dep_ in ASIDE for node in (name, *name.ancestors))


def names_post(name: Token, reading: Reading) -> bool:
    """Tell whether a body's name only says where somebody serves: "Harbor Gas chief Bo Dunn", "head of Harbor Gas"."""
    node = name
    while node.dep_ in NAMING and node.head.i > node.i and not stands_for_person(node, reading):
        node = node.head
    if node == name and node.dep_ in NAMING:
        node = node.head
    return node != name and stands_for_person(node, reading)


def stands_for_person(noun: Token, reading: Reading) -> bool:
    """Tell whether a noun is a word for people, as their calling is, who do not stand for a body."""
    if noun.lemma_.lower() in PROXIES | POSTS:
        return noun.lemma_.lower() in POSTS
    described = load_descriptions().get(noun.lower_) or load_descriptions().get(noun.lemma_.lower())
    if described is not None:
        return described.type is EntityType.PERSON
    return any(reading.chains[filler.chain].type is EntityType.PERSON for filler in reading.fillers(noun))
