"""Build chains over the marked references instead of those that the stages find."""

from __future__ import annotations

from collections.abc import Sequence

from graph.coreference import DOCUMENT_REACH, Resolver
from graph.inflection import mend_lemmas
from graph.mentions import DEFINITE, INDEFINITE, find_mentions, token_span
from graph.model import Chain, EntityType, Mention, MentionKind, Span
from graph.spans import tokens_of
from graph.titles import mend_titles
from graph.tokens import Doc
from graph.training.coreference.marked import Reference, find_named_references
from graph.trees import mend_trees

ARTICLES = DEFINITE | INDEFINITE


class Attaching(Resolver):
    """Gives each description and pronoun to somebody named, though the text leaves it unsure who that is."""

    def run(self) -> list[Chain]:
        """Return the chains once the mentions that stand apart are attached."""
        super().run()
        for index, mention in enumerate(self.mentions):
            numbers = self.work.of.get(index, [])
            if mention.type is not EntityType.PERSON or any(self.work.clusters[n].names for n in numbers):
                continue
            if not numbers:
                numbers = [self.work.start(index)]
            gender = self.work.clusters[numbers[0]].gender
            people = self.ranking.candidates(index, EntityType.PERSON, gender, reach=DOCUMENT_REACH)
            if (best := self.ranking.best(index, people)) is not None:
                self.work.merge(best, index, "attached")
        return list(self.to_chains())


def chain_marked(doc: Doc, gold: Sequence[Reference], *, attach: bool = False) -> list[Reference]:
    """Return the marked references with the chains that the stages give them; one in no chain stands alone.

    ``attach`` gives those that the stages leave alone to the likeliest person before them, since a mark says that
    somebody named is meant.
    """
    mend_lemmas(doc)
    mend_titles(doc)
    mend_trees(doc)
    given = [build_mention(doc, reference) for reference in gold]
    heads = {mention.head for mention in given}
    taken = [mention.span for mention in given if mention.kind is MentionKind.NAMED]
    others = [m for m in find_mentions(doc) if m.head not in heads and is_company(m, taken)]
    order = sorted([*given, *others], key=lambda mention: (mention.span.start, -mention.span.end, mention.kind))
    chains = (Attaching if attach else Resolver)(doc, order).run()
    chained = {r.span: r.person for r in find_named_references(chains, bare=False)}
    return [
        Reference(r.span, r.kind, chained.get(mention.span, f"alone {r.span.start}"))
        for r, mention in zip(gold, given, strict=True)
    ]


def is_company(mention: Mention, names: Sequence[Span]) -> bool:
    """Tell whether a mention that was found is a thing's, or a description of a person beside the marked ones."""
    if mention.type is EntityType.PERSON:
        return mention.kind is MentionKind.NOMINAL
    return not any(mention.span.overlaps(span) for span in names) or mention.kind is not MentionKind.NAMED


def build_mention(doc: Doc, reference: Reference) -> Mention:
    """Return a marked reference as a mention with the head that the tree gives it.

    Marks leave out the article before a description, by which the stages tell "the judge" from "a judge".
    """
    tokens = tokens_of(doc, reference.span)
    head = tokens.root if tokens.root.pos_ != "PUNCT" else tokens[-1]
    span = reference.span
    if reference.kind is MentionKind.NOMINAL and tokens.start and doc[tokens.start - 1].lower_ in ARTICLES:
        span = Span(doc[tokens.start - 1].idx, span.end)
    return Mention(span, doc.text[span.start : span.end], EntityType.PERSON, reference.kind, token_span(head))
