"""Words a proceeding's label from its parties and sets its facts side by side, each with its documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from graph.model import Entity, EntityType, Extraction, LawsuitFacts, MentionKind, Value
from graph.resolve.block import ChainKey
from graph.resolve.filings import amount_key, claim_key, drop_coarser
from graph.resolve.normalize import fold, parse_person, strip_titles

_MOST_NAMED = 3


def make_label(
    plaintiffs: Sequence[Entity], defendants: Sequence[Entity], *, names: Sequence[str], texts: Sequence[str],
    gist: str, bankrupt: bool = False,
) -> str:  # fmt: skip
    """Return "Quill v. Dunn and Roe", or what can be said of a proceeding with one side or none.

    `names` are the proceeding's own names, `texts` the phrases for it, `gist` a claim, a sum or a court; `bankrupt`
    says that it is the plaintiff's bankruptcy.
    """
    if names:
        return max(names, key=lambda name: (len(name), name))
    suing, sued = (list_parties(side, clash=(*plaintiffs, *defendants)) for side in (plaintiffs, defendants))
    if suing and sued:
        return f"{suing} v. {sued}"
    if suing:
        return f"{suing}{'’' if suing.endswith('s') else '’s'} {'bankruptcy' if bankrupt else 'lawsuit'}"
    if sued:
        return f"Case against {sued}"
    if gist:
        return f"Lawsuit ({gist})"
    return max(texts, key=lambda text: (len(text), text), default="Lawsuit")


def list_parties(parties: Sequence[Entity], *, clash: Sequence[Entity]) -> str:
    """Return surnames of people and names of bodies, "and others" after the third; namesakes get their full names."""
    short = Counter(shorten(party) for party in {party.id: party for party in clash}.values())
    names = [party.label if short[shorten(party)] > 1 else shorten(party) for party in parties]
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and others"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def shorten(party: Entity) -> str:
    """Return a person's surname as printed, or a body's whole name."""
    if party.type is not EntityType.PERSON:
        return party.label
    words, surname = strip_titles(party.label).replace(",", " ").split(), parse_person(party.label).surname
    length = len(surname.split())
    folded = [fold(word).strip(".") for word in words]
    starts = range(len(words) - length, -1, -1)
    start = next((start for start in starts if " ".join(folded[start : start + length]) == surname), None)
    return party.label if start is None else " ".join(words[start : start + length])


def collect_facts(members: Iterable[ChainKey], extractions: Mapping[str, Extraction]) -> dict[str, tuple[Value, ...]]:
    """Return the values of each field of LawsuitFacts over a proceeding's mentions, deduplicated and sorted."""
    said: dict[str, list[tuple[str, str]]] = {name: [] for name in LawsuitFacts.__dataclass_fields__}
    chains = set(members)
    for document in sorted({document for document, _ in chains}):
        for proceeding in extractions[document].proceedings:
            if (document, proceeding.chain) in chains:
                for name, values in said.items():
                    values.extend((value, document) for value in getattr(proceeding.facts, name))
    kept = set(drop_coarser(value for value, _ in said["filed"]))
    said["filed"] = [(value, document) for value, document in said["filed"] if value in kept]
    keys: dict[str, Callable[[str], str]] = {"amounts": amount_key, "claims": claim_key, "filed": str}
    return {
        name: merge_values(values, keys.get(name, fold), specific=name == "claims") for name, values in said.items()
    }


def merge_values(
    said: Iterable[tuple[str, str]], key: Callable[[str], str], *, specific: bool = False
) -> tuple[Value, ...]:
    """Return one value for all texts of one key, in its most frequent and then shortest wording, sorted by key.

    `specific` says that more words tell more: "aggravated indecent assault" is a "sexual assault".
    """
    texts: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for text, document in said:
        if text.strip():
            texts[key(text)][" ".join(text.split())] += 1
            documents[key(text)].add(document)
    return tuple(
        Value(choose_wording(texts[one], specific=specific), tuple(sorted(documents[one]))) for one in sorted(texts)
    )


def choose_wording(texts: Counter[str], *, specific: bool = False) -> str:
    """Return the most frequent text, of equals the shortest; the one of most words before that, where asked for."""
    return min(texts, key=lambda text: (-len(text.split()) if specific else 0, -texts[text], len(text), text))


def collect_texts(members: Iterable[ChainKey], extractions: Mapping[str, Extraction], kind: MentionKind) -> list[str]:
    """Return the distinct texts of a proceeding's mentions of one kind, sorted without regard to case."""
    chains = (extractions[document].chains[index] for document, index in members)
    texts = {" ".join(m.text.split()) for chain in chains for m in chain.mentions if m.kind is kind}
    return sorted(texts, key=lambda text: (fold(text), text))
