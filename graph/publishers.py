"""What an article's own outlet reported on: the proceedings that it tells of or, without one, whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from graph.model import (
    Assertion,
    Chain,
    EntityType,
    Evidence,
    Mention,
    MentionKind,
    Proceeding,
    RelationMention,
    Span,
)
from graph.outlets import DOMAIN, normalize_name, outlet_named
from graph.reading import Reading
from graph.schema import Pattern, load_relations

RELATION = "reported_on"
CHIEF_MENTIONS = 3
"""Whom an article names fewer times than this, it is not about, unless its title names them."""

LONGEST = 8
"""The name of an outlet has at most so many words; a slogan has more."""

# Where articles are passed on, and what a site's programmer left there, in the letters of `normalize_name`.
_NO_OUTLETS = frozenset(
    "admin applenews author blog blogger blogspot default facebook feed feedburner flipboard googlenews guestwriter "
    "home homepage instagram linkedin medium news newsbreak newsletter none null patreon pinterest reddit rss scribd "
    "staff staffwriter substack telegram threads tiktok tumblr twitter unknown untitled vimeo website whatsapp "
    "wordpress x youtube".split()
)
_PARTS = re.compile(r"\s+[-–—|·»:]+\s+|:\s+|\s*\|\s*|\s+\(")
_CAPITAL = re.compile(r"(?:[Tt]he\s+)?(?:[A-Z\d]|[a-z]{1,3}[A-Z])|[^\W\d_A-Za-z]")


@cache
def find_pattern() -> Pattern | None:
    """Return the pattern that declares these reports, or None where it was taken out."""
    return next((pattern for pattern in load_relations()[RELATION].patterns if pattern.kind == "publisher"), None)


def name_outlet(publisher: str | None) -> str:
    """Return the outlet's name in what an article tells of its publisher ("BBC News - Home"), or "" if that is none."""
    told = " ".join((publisher or "").split())
    parts = [told, *_PARTS.split(told)]
    if known := next((part for part in parts if part and outlet_named(part)), ""):
        return known
    name = next((part for part in parts[1:] if part), "")
    if DOMAIN.fullmatch(site := name.casefold().removeprefix("www.")):
        return "" if normalize_name(site.rpartition(".")[0]) in _NO_OUTLETS else site
    plain = 0 < len(name.split()) <= LONGEST and not re.search(r"[@/<>_]|[.!?]\s", name)
    return name if plain and _CAPITAL.match(name) and normalize_name(name) not in _NO_OUTLETS else ""


def report_publisher(
    reading: Reading, chains: list[Chain], relations: list[RelationMention], proceedings: Sequence[Proceeding]
) -> None:
    """Add the article's outlet and its reports to what the article says, in place; nothing where it tells none.

    There is a report for each mention of a proceeding and for the person that the article is chiefly about: which
    proceedings are one, and which are the article's own, is known when all documents are joined.
    """
    pattern, name = find_pattern(), name_outlet(reading.document.publisher)
    if pattern is None or not name:
        return
    targets = [(item.chain, chains[item.chain].mentions[0]) for item in proceedings]
    targets += find_chief_person(reading, chains)
    outlet = find_chain(chains, name) if targets else None
    if outlet is None:
        return
    if outlet == len(chains):
        start = Span(0, 0)
        mention = Mention(start, name, EntityType.MEDIA_OUTLET, MentionKind.NAMED, start)
        chains.append(Chain(EntityType.MEDIA_OUTLET, name, (mention,)))
    # whoever publishes the article is an outlet, whatever it was taken for
    chains[outlet] = replace(chains[outlet], type=EntityType.MEDIA_OUTLET)
    for target, mention in targets:
        if target != outlet:
            evidence = make_evidence(reading, chains[outlet], mention, pattern)
            relations.append(RelationMention(RELATION, outlet, target, evidence))


def find_chain(chains: Sequence[Chain], name: str) -> int | None:
    """Return the number of the chain of the outlet's name, that of a new one, or None where it names a person."""
    wanted = {normalize_name(form) for form in list_forms(name)}
    for number, chain in enumerate(chains):
        if any(normalize_name(own) in wanted for own in chain.names):
            if chain.type is EntityType.PERSON:
                return None
            if chain.type in {EntityType.MEDIA_OUTLET, EntityType.ORGANIZATION}:
                return number
    return len(chains)


def list_forms(name: str) -> Iterable[str]:
    """Return all names of an outlet that is known, without those that mean other things as well; else its own."""
    known = outlet_named(name)
    return (name, known.name, *known.aliases, *known.domains) if known else (name,)


def find_chief_person(reading: Reading, chains: Sequence[Chain]) -> Iterator[tuple[int, Mention]]:
    """Yield the person with the most mentions, with the first by name; none where the article is about no one."""
    people = [(number, chain) for number, chain in enumerate(chains)
              if chain.type is EntityType.PERSON and chain.names]  # fmt: skip
    if not people:
        return
    number, chain = max(people, key=lambda item: (len(item[1].mentions), -item[1].mentions[0].span.start))
    first = next(mention for mention in chain.mentions if mention.kind is MentionKind.NAMED)
    title = reading.document.title or ""
    if len(chain.mentions) >= CHIEF_MENTIONS or any(own in title for own in chain.names):
        yield number, first


def make_evidence(reading: Reading, outlet: Chain, target: Mention, pattern: Pattern) -> Evidence:
    """Return the sentence that names what is reported; the outlet is marked in it only where that names it, too."""
    span = reading.sentence_span([target.span])
    named = [mention.span for mention in outlet.mentions if mention.printed and mention.kind is MentionKind.NAMED]
    inside = [own for own in named if span.covers(own) and not own.overlaps(target.span)]
    nowhere = Span(span.start, span.start)
    return Evidence(
        document=reading.document.id,
        span=span,
        text=reading.document.text[span.start : span.end],
        subject=inside[0] if inside else nowhere,
        object=target.span,
        cue=nowhere,
        assertion=Assertion.ASSERTED,
        rule=pattern.rule,
        confidence=pattern.confidence,
    )
