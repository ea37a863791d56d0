"""Gathers what each document says of each proceeding: its parties, court, facts, and where it is mentioned."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from importlib import resources

from graph.body_kinds import load_kinds
from graph.causes import find_causes, find_degree, load_causes
from graph.model import Chain, EntityType, Extraction, LawsuitFacts, Mention, MentionKind, Proceeding, RelationMention
from graph.resolve.block import ChainKey
from graph.resolve.normalize import fold
from graph.schema import NEAR_CONFIDENCE

PLAINTIFF, DEFENDANT = "plaintiff_in", "defendant_in"
ROLES = (PLAINTIFF, DEFENDANT)
# Where a mention begins: (published or "9999", document id, character).
Place = tuple[str, str, int]
# "Rape in the third degree" is no third proceeding.
_GRADES = frozenset({"amendment", "circuit", "degree"})
_SCALES = {"t": 10**3, "k": 10**3, "m": 10**6, "b": 10**9}
_AMOUNT = re.compile(r"(us\$|[$£€])?\s?(\d[\d,]*(?:\.\d+)?)\s*-?\s*(k|thousand|m|mn|mln|million|b|bn|billion)?\b")


@dataclass(frozen=True)
class Filing:
    """What is said of one proceeding, of one mention or of several joined; `places` are where its mentions begin.

    Parties and judges are entity ids, courts folded labels;
    `strangers` are the sides on which somebody stands who has no name ("three women sued Lee"), and `faceless` those
    of one whom a document leaves unnamed ("a woman sued Lee"); `described` are the chains of all who have no name, with
    their sides; `offices` what stands for a defendant: "the Lee administration" for Lee, and Lee for it; `introduced`
    says that a mention can be the first of its proceeding: "sued", "a suit"; `apart`, that it is none of those before
    it: "a similar suit"; `added`, that it names one more party of a proceeding: "Lee joined the suit"; `anchored`, that
    its words stand for one proceeding also where they name nobody: "a lawsuit", not "the cases"; `several`, that they
    stand for no single one: "more cases".
    """

    members: frozenset[ChainKey]
    places: frozenset[Place]
    plaintiffs: frozenset[str] = frozenset()
    defendants: frozenset[str] = frozenset()
    judges: frozenset[str] = frozenset()
    courts: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    filed: frozenset[str] = frozenset()
    dockets: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    natures: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    strangers: frozenset[str] = frozenset()
    faceless: frozenset[str] = frozenset()
    described: frozenset[tuple[str, ChainKey]] = frozenset()
    offices: frozenset[str] = frozenset()
    counterclaim: bool = False
    introduced: bool = False
    apart: bool = False
    added: bool = False
    anchored: bool = False
    several: bool = False

    @property
    def documents(self) -> frozenset[str]:
        """Return the ids of the documents that mention it."""
        return frozenset(document for document, _ in self.members)

    @cached_property
    def first(self) -> Place:
        """Return the earliest place."""
        return min(self.places)

    @property
    def definite(self) -> bool:
        """Tell whether every mention goes back to a proceeding spoken of before: "the suit", "her suit"."""
        return not self.introduced

    @property
    def sides(self) -> int:
        """Return how many of its two sides are known, 0 to 2."""
        return bool(self.plaintiffs) + bool(self.defendants)

    def join(self, other: Filing) -> Filing:
        """Return the union of what is said of two mentions of one proceeding."""
        joined = {item.name: getattr(self, item.name) | getattr(other, item.name) for item in fields(Filing)}
        return Filing(**{**joined, "several": self.several and other.several})


@cache
def lawsuit_words() -> dict[str, tuple[str, ...]]:
    """Return the word lists of lawsuits.toml."""
    text = resources.files(__package__).joinpath("lawsuits.toml").read_text(encoding="utf-8")
    return {key: tuple(words) for key, words in tomllib.loads(text).items()}


def read_filings(extraction: Extraction, nodes: Mapping[ChainKey, str], labels: Mapping[str, str]) -> list[Filing]:
    """Return one filing for each lawsuit chain that is spoken of, in text order."""
    told = _index_told(extraction)
    parties = _count_parties(extraction, nodes)
    own = ((extraction.document.id, index) for index in range(len(extraction.chains)) if told)
    offices = find_offices({nodes[key]: labels[nodes[key]] for key in own if key in nodes})
    filings = []
    for index in sorted(told):
        sides = settle_sides({role: parties[index, role] for role in ROLES})
        filing = _read_filing(extraction, index, told[index], sides=sides, nodes=nodes, labels=labels)
        standing = frozenset(other for party in filing.defendants for other in offices.get(party, ()))
        filings.append(replace(filing, offices=standing))
    return sorted(filings, key=lambda filing: (filing.first, sorted(filing.members)))


def find_offices(labels: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the administration of each leader among some nodes, and the leader of each, by the names they bear."""
    named: dict[str, set[str]] = defaultdict(set)
    for id_, label in labels.items():
        named[fold(label).split(" ")[-1]].add(id_)
    found: dict[str, set[str]] = defaultdict(set)
    for office in named.get("administration", ()):
        leader = fold(labels[office]).split(" ")[-2:-1]
        for person in named.get(leader[0], ()) if leader else ():
            found[person].add(office)
            found[office].add(person)
    return found


@dataclass
class Told:
    """What one document says of a lawsuit chain: its facts, who plays which role in it, and where it is heard."""

    proceedings: list[Proceeding] = field(default_factory=list)
    roles: list[RelationMention] = field(default_factory=list)
    hearings: list[RelationMention] = field(default_factory=list)


def _index_told(extraction: Extraction) -> dict[int, Told]:
    """Return what is said of each lawsuit chain that is spoken of."""
    told: dict[int, Told] = defaultdict(Told)
    for proceeding in extraction.proceedings:
        told[proceeding.chain].proceedings.append(proceeding)
    for mention in extraction.relations:
        if mention.relation in ROLES or mention.object in told:
            told[mention.object].roles.append(mention)
        if mention.relation == "heard_in" and mention.subject in told:
            told[mention.subject].hearings.append(mention)
    return {index: said for index, said in told.items() if extraction.chains[index].type is EntityType.LAWSUIT}


def settle_sides(counts: Mapping[str, Counter[str]]) -> dict[str, frozenset[str]]:
    """Return each side's parties; who stands on both is left where more evidence has it, else where it is alone."""
    plaintiffs, defendants = counts[PLAINTIFF], counts[DEFENDANT]
    both = plaintiffs.keys() & defendants.keys()
    # of equals, the side that nobody else stands on
    alone = not defendants.keys() - both and bool(plaintiffs.keys() - both)
    suing = {party for party in both if plaintiffs[party] > defendants[party] - (not alone)}
    return {PLAINTIFF: frozenset(plaintiffs.keys() - (both - suing)), DEFENDANT: frozenset(defendants.keys() - suing)}


def _count_parties(extraction: Extraction, nodes: Mapping[ChainKey, str]) -> dict[tuple[int, str], Counter[str]]:
    counts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for mention in extraction.relations:
        party = nodes.get((extraction.document.id, mention.subject))
        if mention.relation in ROLES and party is not None:
            # "Lee is being sued by her husband's family": a name tells more than a reference that was followed
            counts[mention.object, mention.relation][party] += 1 if mention.evidence.antecedents else 2
    return counts


def _read_filing(
    extraction: Extraction,
    index: int,
    told: Told,
    *,
    sides: Mapping[str, frozenset[str]],
    nodes: Mapping[ChainKey, str],
    labels: Mapping[str, str],
) -> Filing:
    document, chain = extraction.document, extraction.chains[index]
    claims, amounts, filed, statuses, dockets = (
        frozenset(value for proceeding in told.proceedings for value in getattr(proceeding.facts, item.name))
        for item in fields(LawsuitFacts)
    )
    courts = {nodes.get((document.id, m.object)) for m in told.hearings if m.evidence.confidence > NEAR_CONFIDENCE}
    judges = {
        nodes.get((document.id, m.subject))
        for m in told.roles
        if m.relation == "judge_in" and m.evidence.confidence > NEAR_CONFIDENCE
    }
    return Filing(
        members=frozenset({(document.id, index)}),
        places=frozenset((document.published or "9999", document.id, m.span.start) for m in chain.mentions),
        plaintiffs=sides[PLAINTIFF],
        defendants=sides[DEFENDANT],
        judges=frozenset(judge for judge in judges if judge),
        courts=frozenset(fold(labels[court]) for court in courts if court),
        claims=frozenset(map(claim_key, claims)),
        amounts=frozenset(map(amount_key, amounts)),
        filed=filed,
        dockets=frozenset(map(fold, dockets)),
        names=frozenset(map(fold, chain.names)),
        natures=_find_natures(extraction, index, told.roles, statuses=statuses, claims=claims),
        statuses=statuses,
        strangers=_find_strangers(extraction, told.roles, nodes),
        faceless=_find_faceless(extraction, told.roles, nodes),
        described=frozenset(
            (m.relation, (document.id, m.subject))
            for m in told.roles
            if m.relation in ROLES and (document.id, m.subject) not in nodes
        ),
        counterclaim=any(proceeding.counterclaim for proceeding in told.proceedings),
        apart=any(is_apart(m.text) for m in chain.mentions if m.kind is MentionKind.NOMINAL),
        added=any(
            m.relation in ROLES and m.evidence.rule.split("/")[-1] in lawsuit_words()["adding"] for m in told.roles
        ),
        anchored=any(is_anchor(m.text) for m in chain.mentions),
        several=all(is_several(m) for m in chain.mentions),
        introduced=not all(is_later(m) for m in chain.mentions),
    )


def _find_natures(
    extraction: Extraction,
    index: int,
    roles: Sequence[RelationMention],
    *,
    statuses: Iterable[str],
    claims: Iterable[str],
) -> frozenset[str]:
    """Return of what kind a proceeding is by its words, else by who brings it, else by what it is about.

    "Lee's legal action" against Kim "for murder" is no prosecution.
    """
    texts = [mention.text for mention in extraction.chains[index].mentions]
    if any(map(is_bankruptcy, texts)):
        return frozenset({"insolvent"})
    told = read_natures((*texts, *statuses)) | _find_penal(texts, roles)
    return told or _find_private(extraction, roles) or read_natures(claims)


def _find_penal(texts: Iterable[str], roles: Iterable[RelationMention]) -> frozenset[str]:
    """Return "criminal" where a rule that finds defendants of prosecutions alone has found one: "Lee awaits trial"."""
    rules = {mention.evidence.rule for mention in roles if mention.relation == DEFENDANT}
    tried = f"{DEFENDANT}/face-suit" in rules and "trial" in map(fold, texts)
    penal = any(f"{DEFENDANT}/{rule}" in rules for rule in lawsuit_words()["penal"])
    return frozenset({"criminal"} if penal or tried else ())


def _find_private(extraction: Extraction, roles: Iterable[RelationMention]) -> frozenset[str]:
    """Return "civil" where somebody brings a proceeding who is no authority: "Lee's case against Kim"."""
    rules = lawsuit_words()["complaining"]
    bringing = [mention for mention in roles if mention.relation == PLAINTIFF]
    private = (
        bringing
        and not any(
            mention.evidence.rule.split("/")[-1] in rules or is_authority(extraction.chains[mention.subject])
            for mention in bringing
        )
        and any(not mention.evidence.antecedents for mention in bringing)
    )
    return frozenset({"civil"} if private else ())


def is_authority(chain: Chain) -> bool:
    """Tell whether a party is a body that can prosecute: a ministry, an office, a state."""
    words = [fold(word) for name in (chain.label, *chain.names) for word in name.split()]
    kinds = load_kinds("names")
    return chain.type is EntityType.ORGANIZATION and any(
        word in lawsuit_words()["authorities"] or "government" in kinds.get(word, ()) for word in words
    )


def _find_strangers(
    extraction: Extraction, roles: Iterable[RelationMention], nodes: Mapping[ChainKey, str]
) -> frozenset[str]:
    found = {
        mention.relation for mention in roles
        if mention.relation in ROLES
        and (extraction.document.id, mention.subject) not in nodes
        and _is_stranger(extraction.chains[mention.subject])
    }  # fmt: skip
    return frozenset(found)


def _find_faceless(
    extraction: Extraction, roles: Iterable[RelationMention], nodes: Mapping[ChainKey, str]
) -> frozenset[str]:
    """Return the sides on which a person stands whom the document introduces and never names: "a woman sued Lee"."""
    found = set[str]()
    for mention in roles:
        chain = extraction.chains[mention.subject]
        opening = fold(chain.mentions[0].text).split(" ")[0]
        unnamed = (extraction.document.id, mention.subject) not in nodes and chain.type is EntityType.PERSON
        if mention.relation in ROLES and unnamed and opening in {"a", "an"}:
            found.add(mention.relation)
    return frozenset(found)


def _is_stranger(chain: Chain) -> bool:
    # "he" and "the actress" may be somebody whom the text names; "three women" and "a former aide" are not
    first = chain.mentions[0]
    return first.kind is MentionKind.NOMINAL and fold(first.text).split(" ")[0] in lawsuit_words()["indefinite"]


def is_later(mention: Mention) -> bool:
    """Tell whether a mention goes back to something known: "the suit", or what a court or a witness does in one."""
    if mention.kind is MentionKind.EVENT:
        return fold(mention.text).startswith(lawsuit_words()["later"])
    return mention.kind is MentionKind.NOMINAL and is_definite(mention.text)


def is_definite(text: str) -> bool:
    """Tell whether a phrase goes back to something known: "the suit", "her suit", "Lee's suit"."""
    words = fold(text).split()
    return words[:1] != [] and (words[0] in lawsuit_words()["definite"] or any(w.endswith(("'s", "s'")) for w in words))


def is_anchor(text: str) -> bool:
    """Tell whether a phrase stands for one proceeding whoever its parties are: "a lawsuit", not "several cases".

    "Trial" alone may stand in a headline beside the article: "Quill trial".
    """
    words, known = fold(text).split(), lawsuit_words()
    set_down = words[:1] in [[word] for word in known["determiners"]]
    return words[-1:] in [[word] for word in known["anchors"]] or (set_down and words[-1] in known["stages"])


def is_several(mention: Mention) -> bool:
    """Tell whether a mention stands for some proceedings and no single one: "more cases", not "her lawsuits"."""
    plural = fold(mention.text).split()[-1:]
    told = mention.kind is MentionKind.NOMINAL and not is_definite(mention.text)
    return told and not set(plural).isdisjoint(lawsuit_words()["plurals"])


def is_apart(text: str) -> bool:
    """Tell whether a phrase sets a proceeding apart from those before it: "another suit", not "in the third degree"."""
    words = fold(text).split()
    told = {word for word, behind in zip(words, [*words[1:], ""], strict=True) if behind not in _GRADES}
    return not told.isdisjoint(lawsuit_words()["apart"])


def read_natures(texts: Iterable[str]) -> frozenset[str]:
    """Return "civil" and "criminal" as the words of the texts say, none where they say neither."""
    plain = (re.sub("|".join(lawsuit_words()["torts"]), " ", fold(text)) for text in texts)
    plain = (re.sub(r"\bcounts?\b", "charge", text) for text in plain)
    words = [word for text in plain for word in re.findall(r"[\w-]+", text)]
    return frozenset(
        nature for nature in ("civil", "criminal")
        if any(word.startswith(lawsuit_words()[nature]) for word in words)
    )  # fmt: skip


def is_bankruptcy(text: str) -> bool:
    """Tell whether a phrase stands for a bankruptcy, which is none of the debtor's suits: "its Chapter 11 filing"."""
    words = fold(text).split()
    return not set(words[-3:]).isdisjoint(lawsuit_words()["insolvent"]) and not set(words) & {
        "lawsuit",
        "suit",
        "fraud",
    }


def amount_key(text: str) -> str:
    """Return one spelling for a sum: "$20 million", "$20m" and "$20,000,000" are one, "£20 million" is not."""
    match = _AMOUNT.search(fold(text))
    if match is None:
        return fold(text)
    value = float(match[2].replace(",", "")) * _SCALES.get((match[3] or " ")[0], 1)
    return f"{(match[1] or '').removeprefix('us')}{value:.0f}"


def claim_key(text: str) -> str:
    """Return one spelling for a wrong: "libel" and "slander" are "defamation", "felony theft" is "theft"."""
    whole = [name for span, name in find_causes(text) if span.end == len(text) and find_degree(text, span.start) == 0]
    return fold(whole[0] if whole else text)


@cache
def known_claims() -> frozenset[str]:
    """Return the keys of the wrongs that the list of causes names."""
    return frozenset(map(fold, load_causes().values()))


def drop_coarser(dates: Iterable[str]) -> list[str]:
    """Return the ISO dates without a year or month that a longer one begins with, sorted."""
    distinct = sorted({date for date in dates if date})
    return [date for date in distinct if not any(other.startswith(f"{date}-") for other in distinct)]
