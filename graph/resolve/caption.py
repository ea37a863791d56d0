"""Words a proceeding's label from its parties and sets its facts side by side, each with its documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.model import Entity, EntityType, Extraction, Lawsuit, LawsuitFacts, MentionKind, Value
from graph.resolve.block import ChainKey
from graph.resolve.filings import amount_key, claim_key, drop_coarser
from graph.resolve.normalize import fold, parse_person, strip_titles

_MOST_NAMED = 3
# A claim in the words of the text can be half a sentence.
_LONGEST_CLAIM = 4
_BRACKET = " ("


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


def tell_apart(lawsuits: Iterable[Lawsuit], courts: Mapping[str, Sequence[str]]) -> list[Lawsuit]:
    """Return the lawsuits; of those with one label each says in brackets what only it has: "Case against Dunn (fraud)".

    That is a claim, a sum, the year of filing or a court; `courts` gives the courts' labels by lawsuit. One that has
    nothing of its own keeps the bare label.
    """
    found = list(lawsuits)
    namesakes: dict[str, list[Lawsuit]] = defaultdict(list)
    for lawsuit in found:
        namesakes[lawsuit.label].append(lawsuit)
    marks: dict[str, str] = {}
    for suits in namesakes.values():
        told = [list(_list_marks(suit, courts.get(suit.id, ()))) for suit in suits] if len(suits) > 1 else []
        for at, (suit, own) in enumerate(zip(suits, told, strict=False)):
            others = [mark for marks in (*told[:at], *told[at + 1 :]) for mark in marks]
            marks[suit.id] = next((mark for mark in own if not any(_are_alike(mark, other) for other in others)), "")
    return [
        replace(suit, label=f"{suit.label}{_BRACKET}{marks[suit.id]})") if marks.get(suit.id) else suit
        for suit in found
    ]


def _list_marks(lawsuit: Lawsuit, courts: Iterable[str]) -> Iterator[str]:
    yield from (value.text for value in lawsuit.claims if len(value.text.split()) <= _LONGEST_CLAIM)
    yield from (value.text for value in lawsuit.amounts)
    yield from (value.text[:4] for value in lawsuit.filed)
    yield from courts


def _are_alike(one: str, other: str) -> bool:
    words = set(fold(one).split()), set(fold(other).split())
    return words[0] <= words[1] or words[1] <= words[0]


def bare_label(label: str) -> str:
    """Return a lawsuit's label without what tells it apart from others of that label."""
    return label.partition(_BRACKET)[0]


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
        Value(choose_wording(list_alike(texts[one], one), specific=specific), tuple(sorted(documents[one])))
        for one in sorted(texts)
    )


def list_alike(texts: Counter[str], key: str) -> Counter[str]:
    """Return the texts that end as a key of several words does: beside "sexual harassment" no "unwelcome advances"."""
    if " " not in key:
        return texts
    alike = {text: count for text, count in texts.items() if text.lower().split()[-1] == key.split()[-1]}
    return Counter(alike) if any(text.lower() == key for text in texts) else texts


def choose_wording(texts: Counter[str], *, specific: bool = False) -> str:
    """Return the most frequent text, of equals the shortest; the one of most words before that, where asked for."""
    return min(texts, key=lambda text: (-len(text.split()) if specific else 0, -texts[text], len(text), text))


def collect_texts(members: Iterable[ChainKey], extractions: Mapping[str, Extraction], kind: MentionKind) -> list[str]:
    """Return the distinct texts of a proceeding's mentions of one kind, sorted without regard to case."""
    chains = (extractions[document].chains[index] for document, index in members)
    texts = {" ".join(m.text.split()) for chain in chains for m in chain.mentions if m.kind is kind}
    return sorted(texts, key=lambda text: (fold(text), text))
