"""Which proceeding a lawyer acts in: that of the client, where the text speaks of both close together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.frames import Roles
from graph.insolvency import is_named_so
from graph.model import Chain, EntityType, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading

RELATION = "counsel_in"
RULE = "counsel_in/client-is-party"
CONFIDENCE = 0.7
STAFF_RULE = "employed_by/staff-lawyer"
# "senior counsel for Harbor Gas" is on its staff, and so is a lawyer for a law firm
RANKS = frozenset({"associate", "chief", "corporate", "deputy", "general", "house", "senior", "staff"})
LOBBIES = frozenset({"alliance", "association", "chamber", "coalition", "council", "federation", "guild"})
FIRM = re.compile(r"\b(?:law|legal) (?:firm|group|organi[sz]ation|practice)\b|\bLaw (?:Firm|Group)\b|\bLLP\b", re.I)
# these employ those who plead for them: "Harbor Union lawyer Bo Dunn"
STAFFED = re.compile(
    FIRM.pattern + r"|&|\b(?:Agency|Army|Association|Bureau|Cent(?:er|re)|Commission|Committee|Congress|Council|"
    r"Defen[cs]e|Department|Foundation|Freedom|Fund|House|Institute|Justice|League|Legal|Ministry|Office|Partners|"
    r"Project|Rights|Senate|Society|Union|Watch)\b",
    re.I,
)
LAWYER_RULE = "counsel_for/lawyer-of"
CLIENT_RULE = "counsel_for/client"
COLLEAGUE_RULE = "works_with/colleague"
PLEADERS = frozenset({"advocate", "attorney", "barrister", "counsel", "kc", "lawyer", "litigator", "qc", "solicitor"})
FORMER = frozenset({"ex", "former", "formerly", "one-time", "onetime", "then"})
MODIFIERS = 3


def find_counsel(found: Iterable[RelationMention], reading: Reading, roles: Roles) -> Iterator[RelationMention]:
    """Yield for each lawyer of a party a proceeding that a sentence with the lawyer tells of.

    A client's lawyer in the sentences around it may be another one than the one who acts in it.
    """
    suits = [
        Filler(number, mention)
        for number, chain in enumerate(reading.chains)
        if chain.type is EntityType.LAWSUIT
        for mention in chain.mentions
    ]
    suits.sort(key=lambda suit: suit.mention.span.start)
    where = [reading.number_sentence(suit.mention.span) for suit in suits]
    by_party: defaultdict[int, set[int]] = defaultdict(set)
    for side in (roles.plaintiffs, roles.defendants):
        for number, parties in side.items():
            for party in parties:
                by_party[party.chain].add(number)
    for mention in found:
        if mention.relation != "counsel_for" or not mention.evidence.assertion.shown:
            continue
        if is_former(mention, reading):
            continue
        own, lawyers_own = by_party.get(mention.object), by_party.get(mention.subject, set())
        passage = find_passage(mention, own, lawyers_own, suits, where, reading) if own else None
        if passage is not None:
            lawyer, suit, span = passage
            evidence = replace(
                mention.evidence,
                span=span,
                text=reading.document.text[span.start : span.end],
                subject=lawyer,
                object=suit.mention.span,
                cue=suit.mention.head,
                rule=RULE,
                confidence=CONFIDENCE,
                antecedents=(),
            )
            yield RelationMention(RELATION, mention.subject, suit.chain, evidence, mention.source)


def drop_turncoats(found: Sequence[RelationMention], reading: Reading, roles: Roles) -> list[RelationMention]:
    """Return the relations without clients whom only a nameless "Quill's lawyer" gives to the lawyer of somebody else.

    Two people who share a lawyer are on one side; whoever is known by name to act for one is hardly the other's.
    """
    sides = [{party.chain for party in parties} for side in (roles.plaintiffs, roles.defendants)
             for parties in side.values()]  # fmt: skip
    acting = [mention for mention in found if mention.relation == "counsel_for"]
    known: defaultdict[int, set[int]] = defaultdict(set)
    nameless: list[RelationMention] = []
    told = {number: reading.chains[number].mentions for number in {mention.subject for mention in acting}}
    named = {number: sorted(item.span.start for item in items if item.kind is MentionKind.NAMED)
             for number, items in told.items()}  # fmt: skip
    nominal = {(number, item.span) for number, items in told.items() for item in items
               if item.kind is MentionKind.NOMINAL}  # fmt: skip
    for mention in acting:
        starts, passage = named[mention.subject], mention.evidence.span
        if bisect_left(starts, passage.start) < bisect_left(starts, passage.end):
            known[mention.subject].add(mention.object)
        elif (mention.subject, mention.evidence.subject) in nominal:
            nameless.append(mention)

    def is_turncoat(mention: RelationMention) -> bool:
        clients = known[mention.subject]
        shared = any(clients & side and mention.object in side for side in sides)
        return bool(clients) and mention.object not in clients and not shared

    weak = {id(mention) for mention in nameless if is_turncoat(mention)}
    return [mention for mention in found if id(mention) not in weak]


def drop_colleagues(found: Iterable[RelationMention]) -> list[RelationMention]:
    """Return the relations without work that is a lawyer's for a client: "fired her lawyer", "his client was ill"."""
    mentions = list(found)
    acting = {frozenset((mention.subject, mention.object)) for mention in mentions if mention.relation == "counsel_for"}
    hired = {COLLEAGUE_RULE, "works_with/employ"}
    return [
        mention
        for mention in mentions
        if mention.evidence.rule not in hired or frozenset((mention.subject, mention.object)) not in acting
    ]


def is_pleader(number: int, reading: Reading) -> bool:
    """Tell whether a text calls somebody a lawyer, or whether a body is a law firm."""
    chain = reading.chains[number]
    if chain.type is not EntityType.PERSON:
        return any(FIRM.search(item.text) for item in chain.mentions)
    called = (word for item in chain.mentions if item.kind is MentionKind.NOMINAL for word in item.text.lower().split())
    return reading.has_title(number, PLEADERS) or not PLEADERS.isdisjoint(called)


def employ_staff(mention: RelationMention, reading: Reading) -> RelationMention:
    """Return that a body employs a lawyer, where the lawyer's rank says so, or where the "client" is a law firm.

    Whoever has clients and is called no lawyer works with them: "the trainer's clients include Bo Dunn".
    """
    client = reading.chains[mention.object]
    if mention.evidence.rule == CLIENT_RULE and client.type is EntityType.PERSON:
        if reading.chains[mention.subject].type is not EntityType.PERSON or is_pleader(mention.subject, reading):
            return mention
        return replace(mention, relation="works_with", evidence=replace(mention.evidence, rule=COLLEAGUE_RULE))
    if mention.evidence.rule == STAFF_RULE and acts_for(mention, reading):
        return replace(mention, relation="counsel_for", evidence=replace(mention.evidence, rule=LAWYER_RULE))
    if mention.relation != "counsel_for" or client.type is EntityType.PERSON:
        return mention
    cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
    before = {word.lower_ for word in reading.doc[max(cue.sent.start, cue.i - MODIFIERS) : cue.i]}
    ranked = cue.lower_ == "counsel" and not RANKS.isdisjoint(before)
    lawyer = reading.chains[mention.subject].type is EntityType.PERSON and cue.pos_ != "VERB"
    if not lawyer or not (ranked or any(FIRM.search(item.text) for item in client.mentions)):
        return mention
    evidence = replace(mention.evidence, rule=STAFF_RULE)
    return replace(mention, relation="employed_by", evidence=evidence)


def acts_for(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a lawyer whom a company's name describes acts for it: "Harbor Gas attorney Bo Dunn".

    A law firm, a cause and a public body have lawyers of their own, and so have most bodies that are known by their
    initials; whoever is a lawyer "at" a body is its own.
    """
    body, cue = reading.chains[mention.object], reading.doc[reading.token_at[mention.evidence.cue.start]]
    # "a Harbor Gas attorney with the firm of Dunn and Quill" is the firm's
    behind = mention.evidence.object.start > cue.idx
    own = behind and cue.i + 1 < len(reading.doc) and reading.doc[cue.i + 1].lower_ in {"at", "with"}
    before = {word.lower_ for word in reading.doc[max(cue.sent.start, cue.i - MODIFIERS) : cue.i]}
    ranked = cue.lower_ == "counsel" or not RANKS.isdisjoint(before)
    initials = body.type is EntityType.ORGANIZATION and any(name.isupper() for name in body.names)
    return not (own or ranked or initials) and not any(STAFFED.search(item.text) for item in body.mentions)


def is_lobby(agent: Chain) -> bool:
    """Tell whether a body speaks for its members: "the Mill Owners Association"."""
    return agent.type is EntityType.ORGANIZATION and agent.label.split()[-1].lower() in LOBBIES


def is_former(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody is a lawyer no more: "Quill's former attorney, Bo Dunn"."""
    cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
    before = reading.doc[max(cue.sent.start, cue.i - MODIFIERS) : cue.i]
    return any(word.lower_ in FORMER for word in before)


def is_bankruptcy(suit: Filler, reading: Reading) -> bool:
    """Tell whether a proceeding is somebody's bankruptcy."""
    return is_named_so(reading.doc[reading.token_at[suit.mention.head.start]])


def find_passage(
    mention: RelationMention,
    own: set[int],
    lawyers_own: set[int],
    suits: Sequence[Filler],
    where: Sequence[int],
    reading: Reading,
) -> tuple[Span, Filler, Span] | None:
    """Return where the lawyer and a proceeding stand together, and the passage that holds both; None if nowhere.

    `own` are the chains of the client's proceedings, `lawyers_own` those in which the lawyer is a party, `where` the
    sentences of all, in text order.
    """

    def list_near(span: Span) -> Sequence[Filler]:
        here = reading.number_sentence(span)
        near = suits[bisect_left(where, here) : bisect_right(where, here)]
        # of a bankruptcy only the debtor's lawyer is told: "a lawyer for Ada said that Bo filed for bankruptcy"
        open_to = [suit for suit in near if suit.chain in own or not is_bankruptcy(suit, reading)]
        return [suit for suit in open_to if suit.chain not in lawyers_own]

    lawyers = [item.span for item in reading.chains[mention.subject].mentions if item.kind is MentionKind.NAMED]
    said = mention.evidence.subject
    pairs = [(lawyer, suit) for lawyer in lawyers for suit in list_near(lawyer)]
    pairs += [(said, suit) for suit in list_near(said) if suit.chain in own]
    for lawyer, suit in sorted(pairs, key=lambda pair: abs(pair[0].start - pair[1].mention.span.start)):
        span = reading.sentence_span([lawyer, suit.mention.span], limit=1)
        if span.covers(lawyer) and span.covers(suit.mention.span):
            return lawyer, suit, span
    return None
