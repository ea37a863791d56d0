"""Keeps of what was extracted only what joins the articles: a large case does not fill the memory with repetition.

Of the mentions of an article most say a name or a pronoun once more. Only where a thing is mentioned first, and at the
ends of what is stated of it, does anybody ask for the place; all other mentions of one wording become one object.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from graph.model import Chain, EntityType, Evidence, Extraction, Link, Mention, MentionKind, RelationMention, Span

ELSEWHERE = 1 << 40
"""Where the places of shared mentions begin: beyond the end of any text, each wording at a place of its own."""


class Condenser:
    """Condenses extraction after extraction; equal parts of all of them are one object."""

    def __init__(self) -> None:
        self._mentions: dict[str, list[Mention]] = {}
        self._texts: dict[str, str] = {}
        self._numbers: dict[int, int] = {}
        self._count = 0

    def condense(self, extraction: Extraction) -> Extraction:
        """Return an extraction of which `graph.assemble.assemble` makes the same graph, in a third of the memory."""
        cited: dict[int, set[Span]] = defaultdict(set)
        for said in extraction.relations:
            cited[said.subject].add(said.evidence.subject)
            cited[said.object].add(said.evidence.object)
        chains = tuple(self._condense_chain(chain, cited[index]) for index, chain in enumerate(extraction.chains))
        return replace(extraction, chains=chains, relations=tuple(map(self._condense_relation, extraction.relations)))

    def _condense_chain(self, chain: Chain, cited: set[Span]) -> Chain:
        if chain.type is EntityType.LAWSUIT or not chain.mentions:
            return chain
        first = min(mention.span.start for mention in chain.mentions)
        mentions = tuple(
            self._place(mention)
            if mention.span.start == first or (mention.kind is not MentionKind.NAMED and mention.span in cited)
            else self._share(mention)
            for mention in chain.mentions
        )
        links = tuple(self._condense_links(chain, mentions)) if chain.links else ()
        return Chain(chain.type, self._keep(chain.label), mentions, links, chain.gender)

    def _place(self, mention: Mention) -> Mention:
        # Nobody asks where its head stands.
        span = self._span(mention.span)
        return Mention(span, self._keep(mention.text), mention.type, mention.kind, span)

    def _span(self, span: Span) -> Span:
        return Span(self._numbers.setdefault(span.start, span.start), self._numbers.setdefault(span.end, span.end))

    def _share(self, mention: Mention) -> Mention:
        # Nobody asks what the pronouns are.
        text = "" if mention.kind is MentionKind.PRONOMINAL else mention.text
        known = self._mentions.setdefault(text, [])
        for shared in known:
            if shared.type is mention.type and shared.kind is mention.kind:
                return shared
        self._count += 1
        span = Span(ELSEWHERE + self._count, ELSEWHERE + self._count + 1)
        known.append(Mention(span, self._keep(text), mention.type, mention.kind, span))
        return known[-1]

    def _condense_links(self, chain: Chain, mentions: tuple[Mention, ...]) -> Iterator[Link]:
        # A link is a reason only where a name or a description stands for other words.
        kept = {before.span: after for before, after in zip(chain.mentions, mentions, strict=True)
                if before.kind is not MentionKind.PRONOMINAL}  # fmt: skip
        for link in chain.links:
            mention = kept.get(link.mention)
            if mention is not None and mention.text != link.antecedent:
                yield Link(mention.span, self._keep(link.antecedent), self._keep(link.rule))

    def _condense_relation(self, said: RelationMention) -> RelationMention:
        found = said.evidence
        evidence = Evidence(
            self._keep(found.document), self._span(found.span), found.text, self._span(found.subject),
            self._span(found.object), self._span(found.cue), found.assertion, found.source, found.antecedents,
            self._keep(found.rule), found.confidence, self._keep(found.date),
        )  # fmt: skip
        return RelationMention(self._keep(said.relation), said.subject, said.object, evidence, said.source)

    def _keep(self, text: str) -> str:
        return self._texts.setdefault(text, text)
