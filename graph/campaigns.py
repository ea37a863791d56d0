"""Joins "Quill's campaign" and "his administration" to the body that the text calls the Quill campaign elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from graph import syntax
from graph.mentions import modifies_noun, token_span
from graph.model import Chain, EntityType, Mention, MentionKind, Span
from graph.name_types import CAMPAIGN
from graph.spans import find_words
from graph.tokens import Doc, Token


def join_campaigns(chains: Sequence[Chain], doc: Doc) -> list[Chain]:
    """Return the chains with those mentions of campaigns and administrations that are told by whose they are."""
    bodies: dict[tuple[str, str], int] = {}
    for number, chain in enumerate(chains):
        words = chain.label.lower().split()
        if chain.type is EntityType.ORGANIZATION and len(words) > 1 and words[-1] in CAMPAIGN:
            bodies.setdefault((words[-2], words[-1]), number)
    if not bodies:
        return list(chains)
    people = {mention.head.start: (chain.label, mention) for chain in chains if chain.type is EntityType.PERSON
              for mention in chain.mentions}  # fmt: skip
    surnames = {label.split()[-1].lower() for label, _ in people.values()}
    taken = {mention.head.start for chain in chains for mention in chain.mentions}
    found: dict[int, list[Mention]] = defaultdict(list)
    for token in find_words(doc, CAMPAIGN):
        if token.idx in taken or modifies_noun(token):
            continue
        if (only := find_only(token, bodies, chains, surnames)) is not None:
            found[only].append(to_mention(token, token.nbor(-1).idx))
            continue
        for label, owner in find_owners(token, people):
            number = bodies.get((label.split()[-1].lower(), token.lower_), -1)
            if number >= 0:
                found[number].append(to_mention(token, owner.span.start))
                break
    return [
        replace(chain, mentions=tuple(sorted((*chain.mentions, *found[number]), key=lambda item: item.span.start)))
        if number in found else chain
        for number, chain in enumerate(chains)
    ]  # fmt: skip


def find_only(
    noun: Token, bodies: Mapping[tuple[str, str], int], chains: Sequence[Chain], surnames: Set[str]
) -> int | None:
    """Return the one body before that "the administration" or "the campaign's" can mean, whose head a text names."""
    bare = {"case", "cc", "punct"}
    plain = [word.lower_ for word in noun.children if word.i < noun.i and word.dep_ not in bare] == ["the"]
    # "during the campaign" tells of a time
    owning = any(word.lower_ in syntax.GENITIVES for word in noun.children) and noun.dep_ in syntax.POSSESSOR
    if not plain or noun.nbor(-1).lower_ != "the" or (noun.lower_ == "campaign" and not owning):
        return None
    alike = [number for (_, kind), number in bodies.items() if kind == noun.lower_]
    words = chains[alike[0]].label.split() if len(alike) == 1 else []
    # "the Food and Drug Administration" is nobody's
    named = bool(words) and (words[-1].islower() or words[-2].lower() in surnames)
    return alike[0] if named and chains[alike[0]].mentions[0].span.start < noun.idx else None


def find_owners(noun: Token, people: Mapping[int, tuple[str, Mention]]) -> Iterator[tuple[str, Mention]]:
    """Yield whose body a noun names, with the name and the mention: "Ada Quill's campaign", "her campaign"."""
    for owner in syntax.possessors(noun):
        for token in (owner, *owner.children):
            if token.idx in people:
                yield people[token.idx]


def to_mention(noun: Token, start: int) -> Mention:
    """Return the mention that a noun makes with the words from a place on."""
    span = Span(start, noun.idx + len(noun))
    text = noun.doc.text[span.start : span.end]
    return Mention(span, text, EntityType.ORGANIZATION, MentionKind.NOMINAL, token_span(noun))
