"""Whom "the plaintiffs" and "the defendants" stand for, and who of those that speak of a wrong accuses nobody of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graph import syntax
from graph.listing import members_of
from graph.modality import Stance, judge_clause
from graph.model import Assertion, EntityType, Mention, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.schema import load_relations
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

PLAINTIFFS = frozenset({"claimant", "complainant", "plaintiff"})
DEFENDANTS = frozenset({"defendant"})
JUDGES = frozenset({"judge", "justice", "magistrate"})
SUING = frozenset({"counter-sue", "countersue", "re-sue", "sue"})
# the slot of who sues over what a clause under "sues" tells of: "is suing the city after officers beat her"
SUER = "suer"
# that of who brings the proceeding of which a sentence tells without its plaintiffs: "Four people are suing Bo"
RIVAL = "rival"
# "another suit says that Bo lied", "a suit says …" is a matter of its own
OTHER = frozenset(
    {"a", "an", "another", "different", "earlier", "other", "previous", "second", "separate", "similar", "third"}
)
# that of those who do it with another: "Ada and Bo met"
FELLOW = "fellow"
# that of who did it, where that is "alleged"
REASON = "reason"
# that of who brings the proceeding over what somebody without a name is said to have done: "Bo is accused of theft"
ACCUSER = "accuser"
PAPERS = frozenset({"doc", "document", "filing", "paper", "paperwork", "record"})
LEGAL = frozenset({"court", "legal"})
MAX_CLIMB = 3
# "he will argue that Bo lied": what is told of the trial to come is told by who will tell it
TOLD_AHEAD = frozenset("accuse allege argue assert charge claim contend maintain say state tell testify".split())
# whose words leave no doubt that the one who says so accuses
OPEN_RULES = frozenset({"accused/accuse", "accused/blame", "accused/make-accusation", "accused/accusation-against"})
# whose words of blame say no more than an accusation in the same sentence
BLAMING_RULES = frozenset({"criticized/bad-told-by", "criticized/bad-said-by"})
TOLD_WRONGS = frozenset({"accused/wrong-said-by", "accused/wrong-told-by"})
SOON = frozenset({"will", "'ll", "’ll"})


def find_filers(paper: Token, plaintiffs: Mapping[int, Sequence[Filler]]) -> list[Filler]:
    """Return who speaks in "court papers": the plaintiffs of the one proceeding that the document tells of."""
    if base_form(paper) not in PAPERS or not any(word.lower_ in LEGAL for word in paper.children):
        return []
    brought = [parties for parties in plaintiffs.values() if parties]
    return list(brought[0]) if len(brought) == 1 else []


def find_side(
    noun: Token,
    plaintiffs: Mapping[int, Sequence[Filler]],
    defendants: Mapping[int, Sequence[Filler]],
    reading: Reading,
) -> list[Filler]:
    """Return the parties that "the plaintiffs" or "the defendants" stand for: those of the last proceeding before."""
    form = base_form(noun)
    sides = plaintiffs if form in PLAINTIFFS else defendants if form in DEFENDANTS else {}
    before = [(reading.chains[suit].mentions[0].head.start, suit) for suit, parties in sides.items() if parties]
    suits = [suit for start, suit in sorted(before) if start < noun.idx]
    parties = list({party.chain: party for party in sides[suits[-1]]}.values()) if suits else []
    if len(parties) > 1 and not is_plural(noun):
        return []
    return [stand_for(party, noun) for party in parties]


def stand_for(party: Filler, noun: Token) -> Filler:
    """Return a party as a noun mentions it."""
    span = Span(noun.idx, noun.idx + len(noun))
    mention: Mention = replace(party.mention, span=span, head=span, text=noun.text, kind=MentionKind.NOMINAL)
    return Filler(party.chain, mention)


def find_suers(verb: Token, reading: Reading) -> list[Filler]:
    """Return who sues in the clause of which a verb's own gives the reason: "is suing the city after Bo hit her"."""
    node = verb
    for _ in range(MAX_CLIMB):
        if node.dep_ not in {"advcl", "conj"}:
            return []
        node = node.head
        if base_form(node) in SUING and node.pos_ == "VERB":
            return [filler for token in syntax.subjects(node) for filler in members_of(reading, token)]
    return []


def find_reasons(verb: Token) -> list[Token]:
    """Return who is said to have given cause to a verb's doing: "is suing the city after Bo allegedly hit her car"."""
    clauses = [clause for clause in syntax.children(verb, {"advcl"}) if clause.i > verb.i and is_alleged(clause)]
    clauses += [more for clause in clauses for more in syntax.children(clause, {"conj"})]
    return [token for clause in clauses if syntax.children(clause, {"mark"}) for token in syntax.subjects(clause)]


def find_opponents_of(
    blamed: Sequence[Filler],
    plaintiffs: Mapping[int, Sequence[Filler]],
    defendants: Mapping[int, Sequence[Filler]],
    cue: Token,
) -> list[Filler]:
    """Return who brings a proceeding against those that a cue blames, against most of them, as the cue stands for them.

    Of several that sue them apart, it is whoever was last named as doing so.
    """
    answering = {filler.chain for filler in blamed}
    sides = {suit: len(answering & {party.chain for party in parties}) for suit, parties in defendants.items()}
    suits = [suit for suit, number in sides.items() if number and number == max(sides.values())]
    bringing = [list(plaintiffs[suit]) for suit in suits if plaintiffs.get(suit)]
    if bringing and not set.intersection(*({party.chain for party in side} for side in bringing)):
        bringing = [min(bringing, key=lambda side: abs(cue.idx - side[0].mention.span.start))]
    found = {party.chain: party for side in bringing for party in side}
    return [stand_for(party, cue) for party in found.values() if party.chain not in answering]


def find_fellows(verb: Token, doers: Sequence[Filler], reading: Reading) -> list[Filler]:
    """Return with whom the first of those who do something with each other does it: "Ada and Bo met in May".

    Of "Ada and Bo, who met in May" a tree at times hangs the clause on the second alone.
    """
    name = verb.head
    if len(doers) != 1 or verb.dep_ not in syntax.RELATIVE_CLAUSE or name.dep_ != "conj" or name.head.i > name.i:
        return list(doers[1:])
    who = next((child for child in verb.children if child.lower_ == "who"), None)
    links = [child for child in name.children if child.lower_ in {"and", "&"} and child.i < name.i]
    several = sum(child.dep_ == "conj" for child in name.head.children) > 1
    if who is None or who.nbor(-1).text != "," or not links or several or name.head.pos_ != "PROPN":
        return []
    return reading.fillers(name.head)


def is_alleged(verb: Token) -> bool:
    """Tell whether "allegedly" stands with a verb."""
    return any(child.lower_ == "allegedly" for child in verb.children)


def settle_telling(cue: Token, stance: Stance) -> Stance:
    """Return what a text commits itself to for an accusation: "will argue that Bo lied" is as good as "argues"."""
    if stance.assertion is Assertion.DENIED and judge_clause(cue).assertion is Assertion.NEGATED:
        # "did not believe that Bo lied", "said that nobody accused Bo"
        return replace(stance, assertion=Assertion.NEGATED)
    word = stance.cue
    ahead = word is not None and word.lower_ in SOON and word.head == cue and cue.lemma_.lower() in TOLD_AHEAD
    if not ahead and stance.assertion is Assertion.HYPOTHETICAL and base_form(cue) in SUING:
        # "will sue Bo, accusing him of theft" accuses him now
        ahead = any(child.tag_ == "VBG" and child.lemma_.lower() in TOLD_AHEAD and child.i > cue.i
                    for child in syntax.children(cue, {"advcl"}))  # fmt: skip
    # "seeks to hold Bo liable"
    ahead = ahead or (stance.assertion is Assertion.HYPOTHETICAL and base_form(cue) == "hold")
    return replace(stance, assertion=Assertion.ALLEGED) if ahead else stance


def drop_hearsay(
    found: Iterable[RelationMention], parties: Iterable[int], judges: Iterable[int], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the relations without accusations by those who only report or weigh them: an outlet, a judge."""
    own, bench = set(parties), set(judges)
    for mention in found:
        reports = reading.chains[mention.subject].type is EntityType.MEDIA_OUTLET and mention.subject not in own
        weighs = mention.subject in bench or reading.has_title(mention.subject, JUDGES)
        tells = mention.relation == "accused" and mention.evidence.rule not in OPEN_RULES
        if not tells or not (reports or weighs):
            yield mention


@cache
def accusing_words() -> frozenset[str]:
    """Return the words that make an accusation of what somebody says."""
    patterns = [pattern for pattern in load_relations()["accused"].patterns if pattern.rule in TOLD_WRONGS]
    return frozenset(word for pattern in patterns for word in pattern.lemmas)


def drop_doubled(found: Iterable[RelationMention], reading: Reading) -> Iterator[RelationMention]:
    """Yield the relations without blame that an accusation by the same words says: "Ada said Bo was a fraud".

    "It is shameful that Bo lied" both accuses and blames.
    """
    mentions = list(found)
    accused: dict[tuple[int, int], list[Span]] = {}
    for mention in mentions:
        if mention.relation == "accused":
            accused.setdefault((mention.subject, mention.object), []).append(mention.evidence.span)
    for mention in mentions:
        said = accused.get((mention.subject, mention.object), ())
        blames = mention.evidence.rule in BLAMING_RULES
        doubled = blames and any(mention.evidence.span.overlaps(span) for span in said)
        if doubled:
            cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
            doubled = cue.lower_ in accusing_words() or base_form(cue) in accusing_words()
        if not doubled:
            yield mention
