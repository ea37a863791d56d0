"""Keeps the evidence of edges in order: what is admitted, who says so, which references were followed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph.model import Antecedent, Chain, Document, Evidence, Extraction, MentionKind, RelationMention, Span
from graph.schema import load_relations

ROLES = frozenset({"plaintiff_in", "defendant_in"})
MAIN_REPORTS = 3
"""An article is about so many lawsuits at most."""

PASSING = 4
"""A lawsuit with a fourth of the mentions of the one that an article tells most of, or fewer, is told of in passing."""

EdgeKey = tuple[str, str, str]
"""Subject, relation and object of an edge."""

# A document without a date comes after all that have one.
_UNDATED = "9999"


def admit_extractions(
    extractions: Iterable[Extraction], *, min_confidence: float, include_negated: bool
) -> list[Extraction]:
    """Return one extraction a document, sorted by its id, with only the relation mentions that the options admit.

    A proceeding whose parties are all left out is left out with them: "threatened to sue" is no lawsuit.
    """
    distinct: dict[str, Extraction] = {}
    for extraction in sorted(extractions, key=lambda item: (item.document.id, item.document.path)):
        distinct.setdefault(extraction.document.id, extraction)
    admitted = []
    for extraction in distinct.values():
        kept = tuple(
            mention for mention in extraction.relations
            if mention.evidence.confidence >= min_confidence
            and (include_negated or mention.evidence.assertion.shown)
        )  # fmt: skip
        had, has = ({m.object for m in mentions if m.relation in ROLES} for mentions in (extraction.relations, kept))
        said = tuple(item for item in extraction.proceedings if item.chain not in had - has)
        if len(kept) < len(extraction.relations) or len(said) < len(extraction.proceedings):
            extraction = replace(extraction, relations=kept, proceedings=said)
        admitted.append(extraction)
    return admitted


def complete_evidence(
    mention: RelationMention, extraction: Extraction, nodes: Mapping[tuple[str, int], str], labels: Mapping[str, str]
) -> Evidence:
    """Return the evidence with the label of who says so, and of what each reference in it means."""
    evidence, document = mention.evidence, extraction.document.id

    def label_of(chain: int) -> str:
        return labels.get(nodes.get((document, chain), ""), "")

    source = label_of(mention.source) if mention.source is not None else ""
    ends = ((mention.subject, evidence.subject), (mention.object, evidence.object))
    followed = [found for chain, span in ends
                if (found := follow_reference(extraction.chains[chain], span, label_of(chain)))]  # fmt: skip
    told = {item.mention for item in followed}
    followed += [item for item in evidence.antecedents if item.mention not in told]
    return replace(evidence, source=source or evidence.source, antecedents=tuple(dict.fromkeys(followed)))


def follow_reference(chain: Chain, span: Span, label: str) -> Antecedent | None:
    """Return what the mention at a span stands for, or None where it is a name or a verb."""
    for mention in chain.mentions:
        if mention.span == span and mention.kind in {MentionKind.NOMINAL, MentionKind.PRONOMINAL}:
            text = " ".join(mention.text.split())
            return Antecedent(text, label) if label and text != label else None
    return None


def keep_main_reports(
    found: Iterable[tuple[EdgeKey, Evidence]], lawsuits: Container[str]
) -> Iterator[tuple[EdgeKey, Evidence]]:
    """Yield the evidence of one article, of what its publisher reported only the main part, each with one passage.

    That is the lawsuits that it tells most of, those with far fewer mentions left out, or else the person that it is
    about. `lawsuits` are the ids of all.
    """
    reports: dict[EdgeKey, list[Evidence]] = defaultdict(list)
    for key, evidence in found:
        if evidence.rule in list_publisher_rules():
            reports[key].append(evidence)
        else:
            yield key, evidence
    told = {key: items for key, items in reports.items() if key[2] in lawsuits}
    most = max(map(len, told.values()), default=0)
    main = [key for key, items in told.items() if len(items) * PASSING > most]
    for key in sorted(main, key=lambda key: (-len(told[key]), told[key][0].span))[:MAIN_REPORTS] if told else reports:
        yield key, min(reports[key], key=lambda item: item.span)


@cache
def list_publisher_rules() -> frozenset[str]:
    """Return the rules by which an article's own outlet reports what it tells of."""
    patterns = [pattern for relation in load_relations().values() for pattern in relation.patterns]
    return frozenset(pattern.rule for pattern in patterns if pattern.kind == "publisher")


def merge_evidence(items: Iterable[Evidence], documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    """Return each passage once for each assertion, its clearest reading, by date and id of document and by offset."""
    best: dict[tuple[str, Span, str], Evidence] = {}
    for item in sorted(items, key=_clearest_first):
        best.setdefault((item.document, item.span, item.assertion), item)
    return tuple(sorted(best.values(), key=lambda item: order_of(item, documents)))


def order_of(item: Evidence, documents: Mapping[str, Document]) -> tuple[str, str, Span, int]:
    """Return the key by which evidence is sorted."""
    return documents[item.document].published or _UNDATED, item.document, item.span, item.assertion.rank


def _clearest_first(item: Evidence) -> tuple[int, float, str, Span, Span, str]:
    # of two readings of one passage, the one that names both ends is easier to check
    return len(item.antecedents), -item.confidence, item.rule, item.subject, item.object, item.source


def share_passage(one: Evidence, other: Evidence) -> Span | None:
    """Return the shorter of two passages in which the subjects of both stand."""
    if one.document != other.document:
        return None
    spans = sorted((one.span, other.span), key=lambda span: (span.end - span.start, span))
    return next((span for span in spans if span.covers(one.subject) and span.covers(other.subject)), None)


def join_passages(one: Evidence, other: Evidence, documents: Mapping[str, Document]) -> Span | None:
    """Return two passages as one where nothing stands between them."""
    if one.document != other.document:
        return None
    first, second = sorted((one.span, other.span))
    between = documents[one.document].text[first.end : second.start]
    return Span(first.start, max(first.end, second.end)) if not between.strip() else None


def join_antecedents(items: Sequence[Evidence]) -> tuple[Antecedent, ...]:
    """Return the references that several readings follow, each once."""
    return tuple(dict.fromkeys(antecedent for item in items for antecedent in item.antecedents))
