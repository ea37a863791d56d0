"""Corrects the parties of a document's proceedings by what else it says: lawyers are none, nor is a law firm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.bench import is_trial_judge
from graph.model import RelationMention
from graph.reading import Reading

# "Dunn Law Group", "Dunn & Fox LLP": who bears such a name files for others
LAW_FIRM = re.compile(r"\bLaw (?:Firm|Group|Offices?|Partners)\b|\bLLP\b|\b(?:Solicitors|Attorneys)$")
FILING_RULES = frozenset({"plaintiff_in/file-suit", "plaintiff_in/suit-by"})
OWN_RULES = frozenset({"plaintiff_in/own-suit", "plaintiff_in/own-trial"})
SAYING_RULES = frozenset({"plaintiff_in/say-in-suit", "plaintiff_in/accuse-in-suit"})
TOLD_TO_POLICE = re.compile(r"\b(?:criminal|indictment|police)\b", re.I)
AGAINST_RULE = "defendant_in/suit-against"
CHARGED_RULES = frozenset(
    f"defendant_in/{name}" for name in ("be-charged", "found-guilty", "on-trial", "own-trial", "plead", "trial-of")
)
FIRM_RULE = "counsel_in/firm-files"
# What a suit says of somebody makes no defendant where the text names one.
SAID_RULE = "defendant_in/suit-says"


def settle_parties(
    parties: Sequence[RelationMention], found: Iterable[RelationMention], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the roles without lawyers who file for a client, and without those whom only a suit's words make parties.

    "His lawyer filed the suit" makes no plaintiff of her; a law firm that files one is counsel in it.
    """
    lawyers = {
        mention.subject
        for mention in found
        if mention.relation == "counsel_for"
        and mention.evidence.assertion.shown
        and reading.chains[mention.object].names
    }
    accused = find_accused(parties, reading) - lawyers
    answering = find_answering(parties)
    against = {(m.subject, m.object) for m in parties if m.evidence.rule == AGAINST_RULE}
    for mention in parties:
        if mention.evidence.rule in OWN_RULES and (mention.subject, mention.object) in against:
            # "his claims against me": nobody has one against himself
            continue
        label = reading.chains[mention.subject].label
        if mention.relation == "plaintiff_in" and is_trial_judge(mention.subject, reading):
            continue
        if mention.relation == "judge_in" and mention.subject in lawyers:
            # "a lawyer who oversees the case" does not decide it
            continue
        if mention.evidence.rule in SAYING_RULES and (
            mention.subject in answering or TOLD_TO_POLICE.search(reading.chains[mention.object].label)
        ):
            # "she said in the criminal complaint": whoever tells the police something prosecutes nobody
            continue
        if mention.evidence.rule == SAID_RULE and mention.subject not in accused:
            continue
        if mention.evidence.rule in FILING_RULES and LAW_FIRM.search(label):
            yield replace(mention, relation="counsel_in", evidence=replace(mention.evidence, rule=FIRM_RULE))
        elif mention.relation != "plaintiff_in" or mention.subject not in lawyers:
            yield mention


def find_answering(parties: Iterable[RelationMention]) -> set[int]:
    """Return the chains that are sued and bring nothing themselves: what is said in a suit is not said by them."""
    suing, sued = set[int](), set[int]()
    for mention in parties:
        rule = mention.evidence.rule
        if not mention.evidence.assertion.shown or rule in SAYING_RULES | CHARGED_RULES | {SAID_RULE}:
            continue
        if mention.relation in {"plaintiff_in", "defendant_in"}:
            (suing if mention.relation == "plaintiff_in" else sued).add(mention.subject)
    return sued - suing


def find_accused(parties: Iterable[RelationMention], reading: Reading) -> set[int]:
    """Return the chains of whom a suit says something, where nobody is named whom one is brought against."""
    said, suing, sued = set[int](), set[int](), set[int]()
    for mention in parties:
        if not reading.chains[mention.subject].names or not mention.evidence.assertion.shown:
            continue
        if mention.relation == "plaintiff_in":
            suing.add(mention.subject)
        elif mention.evidence.rule == SAID_RULE:
            said.add(mention.subject)
        elif mention.relation == "defendant_in" and mention.evidence.rule not in CHARGED_RULES:
            sued.add(mention.subject)
    return set() if sued else said - suing
