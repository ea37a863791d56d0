"""Corrects the parties of a document's proceedings by what else it says: lawyers are none, nor is a law firm."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph import syntax
from graph.bar import PENAL_RULES
from graph.bench import is_trial_judge
from graph.counsel import is_former
from graph.inflection import inflect_verb
from graph.insolvency import is_named_so
from graph.model import EntityType, RelationMention
from graph.opponents import SAID_RULE
from graph.quotations import spoken_quotations
from graph.reading import Reading
from graph.tokens import Token
from graph.word_forms import base_form

# "Dunn Law Group", "Dunn & Fox LLP": who bears such a name files for others
LAW_FIRM = re.compile(r"\bLaw (?:Firm|Group|Offices?|Partners)\b|\bLLP\b|\b(?:Solicitors|Attorneys)$")
FILING_RULES = frozenset({"plaintiff_in/file-suit", "plaintiff_in/suit-by"})
OWN_RULES = frozenset({"plaintiff_in/own-suit", "plaintiff_in/own-trial"})
SAYING_RULES = frozenset({"plaintiff_in/say-in-suit", "plaintiff_in/accuse-in-suit", "plaintiff_in/seek-in-suit"})
# what is said in such words is not said by a plaintiff: "in the indictment", "in the bureau's case, Ada said"
OTHERS_WORDS = re.compile(r"\b(?:criminal|indictment|police)\b|\bcases?$", re.I)
LAWYERS = frozenset({"attorney", "barrister", "lawyer", "solicitor"})
TITLING = frozenset({"compound", "nmod:desc"})
SUITS = frozenset({"class-action", "lawsuit", "suit"})
SIDES = frozenset({"plaintiff_in", "defendant_in"})
NAMED_RULE = "defendant_in/name-in-suit"
AGAINST_RULE = "defendant_in/suit-against"
FIRM_RULE = "counsel_in/firm-files"
LAWYER_RULE = "counsel_in/lawyer-files"
PROSECUTOR_RULE = "counsel_in/prosecutor-brings"
# Who brings a prosecution for an office: "District Attorney Ada Quill's case against Bo Dunn".
PROSECUTOR = re.compile(r"\b(?:(?:district|U\.?S\.?|state[’']s) attorney|prosecutor|special counsel)\b", re.I)
PENAL_WORDS = re.compile(r"\b(?:charges?|criminal|indictments?)\b", re.I)
THIRD = frozenset({"he", "her", "him", "his", "she"})
TITLE_REACH = 24
# "Ada Quill, the special counsel"
APPOSITION = re.compile(r", (?:(?:a|an|the|then|former|deputy|chief|lead|federal|state) )*", re.I)
# Who charges others and is charged in nothing by having an indictment: "Attorney General Ada Quill's indictment".
CHARGING = re.compile(rf"{PROSECUTOR.pattern}|\b(?:attorney general|prosecutors?)\b", re.I)
# What makes a defendant of whoever has it, and is a prosecutor's own as well.
STAGE_RULES = frozenset({"defendant_in/own-stage", "defendant_in/own-trial", "defendant_in/trial-of"})
# "Quill pardoned Ada, convicted of theft": the one who does so is not the one convicted
PARDONING = frozenset(form for verb in ("commute", "pardon", "reprieve") for form in (verb, *inflect_verb(verb)))
# Who settles a suit or denies its claims answers it, where the text does not say that he brings one.
ANSWERING_RULES = frozenset({"defendant_in/settle-suit", "defendant_in/deny-claims-in-suit"})
# Who wants a suit thrown out answers it, or only joins those who do.
RESISTING_RULES = frozenset(
    f"defendant_in/{rule}"
    for rule in "ask-dismissal defend-itself move-for-dismissal move-to-dismiss own-motion-to-dismiss".split()
)


def settle_parties(
    parties: Sequence[RelationMention], found: Sequence[RelationMention], reading: Reading
) -> Iterator[RelationMention]:
    """Yield the roles without lawyers who file for a client, and without those whom only a suit's words make parties.

    "His lawyer filed the suit" makes no plaintiff of her; a law firm that files one is counsel in it.
    """
    lawyers = {
        mention.subject
        for mention in found
        if mention.relation == "counsel_for"
        and mention.evidence.assertion.shown
        and reading.chains[mention.object].is_named
        and not is_former(mention, reading)
        and not is_union(mention, reading)
    }
    accused = find_accused(parties, reading, lawyers)
    answering = find_answering(parties)
    against = {(m.subject, m.object) for m in parties if m.evidence.rule == AGAINST_RULE}
    reporting = find_reporting(parties, reading)
    suing = dict.fromkeys(mention.subject for mention in parties if mention.relation == "plaintiff_in")
    judges = {chain for chain in suing if is_trial_judge(chain, reading)}
    for mention in parties:
        if mention.relation == "defendant_in" and is_bankruptcy(mention, reading):
            # "in its bankruptcy petition it listed its creditors"
            continue
        if mention.evidence.rule in OWN_RULES and (mention.subject, mention.object) in against:
            # "his claims against me": nobody has one against himself
            continue
        if mention.subject in reporting and mention.relation == "plaintiff_in":
            # "(Reuters) … In its suit, …": whoever only tells of it is no party
            continue
        label = reading.chains[mention.subject].label
        if mention.relation == "plaintiff_in" and (mention.subject in judges or wins_for_another(mention, reading)):
            continue
        if (
            mention.evidence.rule in PENAL_RULES | {NAMED_RULE}
            and may_be_client(mention, reading)
            and mention.subject in find_lawyers_of(mention, found)
        ):
            continue
        if mention.relation == "judge_in" and mention.subject in lawyers:
            # "a lawyer who oversees the case" does not decide it
            continue
        if mention.evidence.rule in SAYING_RULES and (
            mention.subject in answering or OTHERS_WORDS.search(reading.chains[mention.object].label)
        ):
            # "she said in the criminal complaint": whoever tells the police something prosecutes nobody
            continue
        if mention.evidence.rule == SAID_RULE and (not accused.holds(mention) or is_setting(mention, reading)):
            continue
        if mention.evidence.rule in PENAL_RULES and grants_pardon(mention, reading):
            continue
        if mention.relation in SIDES and speaks_of_another(mention, reading):
            continue
        tried = mention.evidence.rule in PENAL_RULES | STAGE_RULES
        # "Prosecuting U.S. Attorney Ada Quill said"
        titling = reading.doc[reading.token_at[mention.evidence.cue.start]].lower_ == "prosecuting"
        doubtful = mention.evidence.rule in STAGE_RULES or mention.evidence.antecedents or titling
        if tried and doubtful and is_prosecutor(mention, reading, CHARGING):
            # "Special Counsel Ada Quill's indictment", "when the prosecutor found Bo, she charged him"
            continue
        if mention.evidence.rule in ANSWERING_RULES | RESISTING_RULES and mention.subject in accused.suing | lawyers:
            continue
        if mention.evidence.rule in RESISTING_RULES and not accused.answers(mention):
            continue
        if mention.evidence.rule in FILING_RULES | OWN_RULES and is_prosecutor(mention, reading):
            yield replace(mention, relation="counsel_in", evidence=replace(mention.evidence, rule=PROSECUTOR_RULE))
        elif mention.evidence.rule in FILING_RULES and LAW_FIRM.search(label):
            yield replace(mention, relation="counsel_in", evidence=replace(mention.evidence, rule=FIRM_RULE))
        elif mention.evidence.rule in FILING_RULES and is_filing_lawyer(mention, reading, alone=len(suing) == 1):
            yield replace(mention, relation="counsel_in", evidence=replace(mention.evidence, rule=LAWYER_RULE))
        elif mention.relation != "plaintiff_in" or mention.subject not in lawyers:
            yield mention


def may_be_client(party: RelationMention, reading: Reading) -> bool:
    """Tell whether a lawyer's client is the one charged: "Lee, her lawyer, said that they would charge him".

    So it is in "Lee said that her client, now serving a year in prison, was ill".
    """
    span, cue = party.evidence.subject, party.evidence.cue
    text = reading.document.text
    return text[span.start : span.end].lower() in THIRD or " client" in text[span.end : max(span.end, cue.start)]


def wins_for_another(party: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody won a case in whose name he does not stand: "Bo Roe won the case of Quill v. Dunn"."""
    cue, names = reading.doc[reading.token_at[party.evidence.cue.start]], reading.chains[party.object].names
    verb = cue if syntax.is_predicate(cue) else syntax.governing_verb(cue)
    if not names or verb is None or base_form(verb) != "win":
        return False
    words = {word for name in names for word in name.lower().split()}
    return words.isdisjoint(reading.chains[party.subject].label.lower().split())


def is_filing_lawyer(party: RelationMention, reading: Reading, *, alone: bool) -> bool:
    """Tell whether somebody is called the lawyer who filed a suit: "Bo Dunn, the attorney who brought the case".

    So he is in "the suit, brought by lawyer Bo Dunn" where another is told to sue; a complaint may be his own.
    """
    cue = reading.doc[reading.token_at[party.evidence.cue.start]]
    suit = reading.doc[reading.token_at[reading.chains[party.object].mentions[0].head.start]]
    first = reading.token_at[party.evidence.subject.start]
    titles = (word for word in reading.doc[max(0, first - 1) : first] if word.dep_ in TITLING)
    titled = any(word.lemma_.lower() in LAWYERS for word in titles)
    if titled and not alone and base_form(suit) in SUITS:
        return True
    verb = cue if syntax.is_predicate(cue) else syntax.governing_verb(cue)
    filed = verb is not None and verb.dep_ in syntax.RELATIVE_CLAUSE and verb.head.pos_ == "NOUN"
    return filed and verb is not None and base_form(verb.head) in LAWYERS and is_definite(verb.head)


def is_definite(noun: Token) -> bool:
    """Tell whether "the" opens a noun's phrase."""
    return any(child.lower_ == "the" for child in noun.children)


def is_bankruptcy(party: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody's proceeding is a bankruptcy, which has no defendant."""
    cue = reading.doc[reading.token_at[reading.chains[party.object].mentions[0].head.start]]
    return is_named_so(cue)


def grants_pardon(party: RelationMention, reading: Reading) -> bool:
    """Tell whether an accused is the one who pardons another: "Quill pardoned Ada, convicted of theft"."""
    span = party.evidence.subject
    words = itertools.takewhile(lambda word: word.idx < span.end, reading.doc[reading.token_at[span.start] :])
    verbs = (word.head for word in words if word.dep_ in syntax.SUBJECT | syntax.PASSIVE_SUBJECT)
    return any(verb.lower_ in PARDONING and all(child.lemma_ != "be" for child in verb.children) for verb in verbs)


def is_setting(party: RelationMention, reading: Reading) -> bool:
    """Tell whether an indictment only tells of a body: "The indictment says that Mill Oil employed him"."""
    charge = PENAL_WORDS.search(reading.chains[party.object].label)
    return charge is not None and reading.chains[party.subject].type is not EntityType.PERSON


def speaks_of_another(party: RelationMention, reading: Reading) -> bool:
    """Tell whether a pronoun in somebody's own words was taken for the speaker: "“He was jailed,” Bo said"."""
    pronoun = reading.doc[reading.token_at[party.evidence.subject.start]]
    if pronoun.lower_ not in THIRD:
        return False
    quotation = spoken_quotations(reading.doc).get(pronoun.i)
    if quotation is None or quotation.speaker is None:
        return False
    return any(filler.chain == party.subject for filler in reading.fillers(quotation.speaker))


def is_prosecutor(party: RelationMention, reading: Reading, titled: re.Pattern[str] = PROSECUTOR) -> bool:
    """Tell whether a title before or behind a name says that somebody brings a proceeding for the state."""
    chain, text = reading.chains[party.subject], reading.document.text
    if chain.type is not EntityType.PERSON:
        return False
    spans = [item.span for item in chain.mentions if item.text in chain.names]
    titles = (text[max(0, span.start - TITLE_REACH) : span.start].rstrip(", ") for span in spans)
    before = (titled.search(title) for title in titles)
    if any(match is not None and match.end() == len(match.string) for match in before):
        return True
    beside = (APPOSITION.match(text, span.end) for span in spans)
    return any(match is not None and titled.match(text, match.end()) is not None for match in beside)


def is_union(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether a body that is no law firm files for others: "the Salem Union sued on behalf of its members"."""
    body = reading.chains[mention.subject]
    filing = mention.evidence.rule == "counsel_for/file-for-client"
    return filing and body.type is EntityType.ORGANIZATION and not LAW_FIRM.search(body.label)


def find_reporting(parties: Iterable[RelationMention], reading: Reading) -> set[int]:
    """Return the outlets that only "its suit" and the like make plaintiffs, whose name never stands for a party."""
    named, followed = set[int](), set[int]()
    for mention in parties:
        if mention.relation in SIDES and reading.chains[mention.subject].type is EntityType.MEDIA_OUTLET:
            # "said that it sued" tells what the outlet did; "its suit", "filed by the group" may be another's
            words = {item.mention.lower() for item in mention.evidence.antecedents} - {"it"}
            doubtful = mention.evidence.antecedents and mention.evidence.rule in OWN_RULES | SAYING_RULES
            suing = mention.relation == "plaintiff_in" and (doubtful or words)
            (followed if suing else named).add(mention.subject)
    return followed - named


def find_lawyers_of(charge: RelationMention, found: Iterable[RelationMention]) -> set[int]:
    """Return the chains that the sentence of a charge itself calls somebody's lawyer."""
    span = charge.evidence.span
    return {
        mention.subject
        for mention in found
        if mention.relation == "counsel_for" and mention.evidence.span.overlaps(span)
    }


def find_answering(parties: Iterable[RelationMention]) -> set[int]:
    """Return the chains that are sued and bring nothing themselves: what is said in a suit is not said by them."""
    suing, sued = set[int](), set[int]()
    for mention in parties:
        rule = mention.evidence.rule
        if not mention.evidence.assertion.shown or rule in SAYING_RULES | PENAL_RULES | {SAID_RULE}:
            continue
        if mention.relation in SIDES:
            (suing if mention.relation == "plaintiff_in" else sued).add(mention.subject)
    return sued - suing


@dataclass(frozen=True)
class Accused:
    """Of whom suits say something that nobody else is named to answer for, as chains.

    `anywhere` holds of every suit of the text; of a suit whose plaintiffs are known, that none of them sues another.
    """

    suing: frozenset[int]
    anywhere: frozenset[int]
    plaintiffs: Mapping[int, set[int]]
    opponents: Mapping[int, set[int]]
    lawyers: frozenset[int]

    def holds(self, mention: RelationMention) -> bool:
        """Tell whether what a suit says of somebody makes him a defendant in it."""
        if mention.subject in self.lawyers | self.suing:
            return False
        bringing = self.plaintiffs.get(mention.object, set())
        if bringing:
            return not any(self.opponents.get(party) for party in bringing)
        return mention.subject in self.anywhere

    def answers(self, mention: RelationMention) -> bool:
        """Tell whether who resists a suit can be the one it is against: nobody else is whom its plaintiffs sue."""
        sued = [self.opponents.get(party, set()) for party in self.plaintiffs.get(mention.object, ())]
        return not any(sued) or any(mention.subject in answering for answering in sued)


def find_accused(parties: Iterable[RelationMention], reading: Reading, lawyers: set[int]) -> Accused:
    """Return the chains of whom suits say something, with who else stands on either side of them."""
    said, suing, sued = set[int](), set[int](), set[int]()
    plaintiffs, defendants = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for mention in parties:
        if not reading.chains[mention.subject].is_named or not mention.evidence.assertion.shown:
            continue
        if mention.relation == "plaintiff_in":
            suing.add(mention.subject)
            plaintiffs[mention.object].add(mention.subject)
        elif mention.evidence.rule == SAID_RULE:
            said.add(mention.subject)
        elif mention.relation == "defendant_in" and mention.evidence.rule not in PENAL_RULES | RESISTING_RULES:
            sued.add(mention.subject)
            defendants[mention.object].add(mention.subject)
    opponents = defaultdict[int, set[int]](set)
    for suit, bringing in plaintiffs.items():
        for party in bringing:
            opponents[party] |= defendants.get(suit, set())
    return Accused(
        # "Lee is being sued by Kim. … A lawsuit says that Lee …": he is sued in this one as well
        frozenset(suing),
        frozenset(said & sued if sued else said),
        plaintiffs,
        opponents,
        frozenset(lawyers),
    )
