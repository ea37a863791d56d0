"""Who speaks in court: witnesses, and lawyers whom the text ties to no client ("prosecutor Ada Quill said …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from graph import syntax
from graph.accusers import JUDGES
from graph.bench import find_nearest, tie
from graph.frames import Roles
from graph.model import EntityType, Mention, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.tokens import Token
from graph.trials import TRIALS
from graph.word_forms import base_form

LAWYERS = frozenset({"attorney", "barrister", "counsel", "kc", "lawyer", "prosecutor", "qc", "solicitor"})
# what stands before "attorney" where it is the state's
OF_STATE = frozenset({"county", "district", "prosecuting", "state", "u.s.", "us"})
FOR_STATE = frozenset({"crown", "prosecuting", "prosecution", "prosecutor"})
FOR_ACCUSED = frozenset({"defence", "defense"})
# those who speak of a case from outside, or act in it no more
OUTSIDE = frozenset({"ex", "former", "formerly", "general", "legal", "one-time", "onetime", "retired", "special"})
INDEFINITE = frozenset({"a", "an"})
OWNED = frozenset({"'s", "’s", "her", "his", "their"})
TITLE_WORDS = 3
# rules that only a prosecution answers to
PENAL_RULES = frozenset(
    f"defendant_in/{rule}"
    for rule in (
        "among-facing be-charged found-guilty give-sentence on-trial own-plea own-stage own-trial plead plead-or-serve "
        "serve-term trial-of"
    ).split()
)
# nouns for what only the accused of a prosecution face, whatever the rule that finds them: "charges against Bo"
PENAL_NOUNS = frozenset({"charge", "count", "indictment", "prosecution"})
# those of whom it is said already what they do in court; a party may be a witness too
HEARD = frozenset({"counsel_in", "judge_in", "witness_in"})
TIES = frozenset({"counsel_in", "defendant_in", "judge_in", "plaintiff_in", "witness_in"})
SAYING = frozenset(
    (
        "acknowledge address admit argue assure claim concede deny describe explain inform insist recall remind say "
        "tell urge warn"
    ).split()
)
# whose object is who hears it
ADDRESSING = frozenset({"address", "assure", "inform", "remind", "tell", "urge", "warn"})
JURIES = frozenset({"juror", "jury"})
COURTS = frozenset({"court", "hearing", "judge", "magistrate", "trial", "tribunal"}) | JURIES
# whoever tells these of what he saw and is no lawyer does so as a witness
WITNESSED = frozenset({"court", "trial"}) | JURIES
BEFORE = frozenset({"at", "before", "during", "in", "to"})
SPEAKING = frozenset({"appearing", "speaking", "testifying"})
STANDING = {"prosecuting": "state", "defending": "accused"}


@dataclass(frozen=True, slots=True)
class Docket:
    """All mentions of proceedings in text order, and of those the prosecutions and the trials."""

    suits: Sequence[Filler]
    prosecutions: Sequence[Filler]
    trials: Sequence[Filler]


def find_bar(
    parties: Sequence[RelationMention], found: Sequence[RelationMention], reading: Reading, roles: Roles
) -> Iterator[RelationMention]:
    """Yield the nearest proceeding for each lawyer and witness whom nothing ties to one, and a defender's client.

    A prosecutor and a defender go with a prosecution, any other lawyer with what he tells a court of. The passage is at
    most three sentences long and holds both.
    """
    tied = {mention.subject for mention in (*parties, *found) if mention.relation in TIES}
    heard = {mention.subject for mention in (*parties, *found) if mention.relation in HEARD}
    acting: dict[int, set[int]] = {}
    for mention in found:
        if mention.relation == "counsel_for" and reading.chains[mention.object].names:
            acting.setdefault(mention.subject, set()).add(mention.object)
    docket = list_docket({mention.object for mention in parties if is_penal(mention, reading)}, reading)
    accused = {party.chain for suit in docket.prosecutions for party in roles.defendants.get(suit.chain, ())}
    pleas = find_pleas(reading) if docket.suits else {}
    for number, chain in enumerate(reading.chains) if docket.suits else ():
        if number in heard or chain.type is not EntityType.PERSON or not chain.names:
            continue
        side = find_side(chain.mentions, reading) or ("any" if number in acting else "")
        if side == "outside" or reading.has_title(number, JUDGES) or (side and number in tied):
            continue
        named = [mention for mention in chain.mentions if mention.kind is MentionKind.NAMED]
        audience, clients = pleas.get(number, ""), acting.get(number, set())
        if side:
            nearest = find_case(named, side, audience, clients, docket, reading, roles)
        else:
            # a party, and whoever told "the court" something, does so as a witness at a trial only
            heard_at = docket.suits if audience in JURIES and number not in tied else docket.trials
            nearest = find_near(named, heard_at, reading) if audience in WITNESSED else None
        if nearest is None:
            continue
        yield tie(number, *nearest, reading, relation="counsel_in" if side else "witness_in")
        if side == "accused" and number not in acting:
            tried = {party.chain for party in roles.defendants.get(nearest[1].chain, ())}
            yield from find_client(number, named, tried or accused, reading)


def list_docket(tried: Set[int], reading: Reading) -> Docket:
    """Return the proceedings that a document tells of, of which `tried` are known as prosecutions."""
    suits = [Filler(number, mention) for number, chain in enumerate(reading.chains)
             if chain.type is EntityType.LAWSUIT for mention in chain.mentions]  # fmt: skip
    suits.sort(key=lambda suit: suit.mention.span.start)
    trials = [suit for suit in suits if base_form(reading.doc[reading.token_at[suit.mention.head.start]]) in TRIALS]
    return Docket(suits, [suit for suit in suits if suit.chain in tried], trials)


def find_case(
    named: Sequence[Mention],
    side: str,
    audience: str,
    clients: Set[int],
    docket: Docket,
    reading: Reading,
    roles: Roles,
) -> tuple[Mention, Filler] | None:
    """Return the name and the proceeding in which a lawyer of a side acts, by the titles or by what a court is told."""
    if side not in {"state", "accused"}:
        return find_near(named, list_of_parties(clients, docket.suits, roles), reading) if audience else None
    spoken = list_spoken_of(named, docket.prosecutions, reading, roles)
    nearest = find_near(named, spoken, reading)
    tried = {party.chain for suit in spoken for party in roles.defendants.get(suit.chain, ())}
    return evoke(named, spoken, reading) if nearest is None and len(tried) == 1 else nearest


def list_spoken_of(
    named: Sequence[Mention], prosecutions: Sequence[Filler], reading: Reading, roles: Roles
) -> Sequence[Filler]:
    """Return the prosecutions of those whom a sentence that names the lawyer speaks of, all where it is of nobody."""
    spoken = {
        filler.chain
        for mention in named
        for word in reading.doc[reading.token_at[mention.span.start]].sent
        for filler in reading.mentions_at(word)
    }
    against = [
        suit for suit in prosecutions if spoken & {party.chain for party in roles.defendants.get(suit.chain, ())}
    ]
    return against or prosecutions


def list_of_parties(clients: Set[int], suits: Sequence[Filler], roles: Roles) -> Sequence[Filler]:
    """Return the proceedings of a lawyer's clients, all where none of them is known as a party."""
    sides = (roles.plaintiffs, roles.defendants)
    own = [suit for suit in suits
           if any(party.chain in clients for side in sides for party in side.get(suit.chain, ()))]  # fmt: skip
    return own or suits


def is_penal(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether somebody is said to be the accused of a prosecution, by the rule or by the noun that says so."""
    if mention.relation != "defendant_in":
        return False
    cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
    return mention.evidence.rule in PENAL_RULES or base_form(cue) in PENAL_NOUNS


def find_near(named: Sequence[Mention], suits: Sequence[Filler], reading: Reading) -> tuple[Mention, Filler] | None:
    """Return the name and the proceeding that stand closest; None where more than three sentences part them."""
    return find_nearest(named, suits, [reading.number_sentence(suit.mention.span) for suit in suits], reading)


def evoke(named: Sequence[Mention], prosecutions: Sequence[Filler], reading: Reading) -> tuple[Mention, Filler] | None:
    """Return a name whose title evokes a prosecution, the last told of before it: "defence lawyer Ada Quill"."""
    for mention in named:
        title = reading.doc[max(reading.token_at[mention.span.start] - 1, 0)]
        if base_form(title) in LAWYERS and prosecutions:
            before = [suit for suit in prosecutions if suit.mention.span.start < title.idx]
            suit = (before or prosecutions)[-1 if before else 0]
            span = Span(title.idx, title.idx + len(title))
            said = replace(suit.mention, span=span, text=title.text, kind=MentionKind.EVENT, head=span)
            return mention, Filler(suit.chain, said)
    return None


def find_client(
    lawyer: int, named: Sequence[Mention], accused: Set[int], reading: Reading
) -> Iterator[RelationMention]:
    """Yield whom a defender defends: the only accused."""
    client = next(iter(accused), lawyer)
    if len(accused) == 1 and client != lawyer:
        mentions = [Filler(client, mention) for mention in reading.chains[client].mentions]
        if (nearest := find_near(named, mentions, reading)) is not None:
            yield tie(lawyer, *nearest, reading, relation="counsel_for")


def find_side(mentions: Sequence[Mention], reading: Reading) -> str:
    """Return for whom a lawyer's titles say that he acts: "state", "accused", "any" or "outside"; "" for no lawyer."""
    sides = {side for mention in mentions if (side := name_side(mention, reading))}
    return next((side for side in ("outside", "accused", "state", "any") if side in sides), "")


def name_side(mention: Mention, reading: Reading) -> str:
    """Return the side that one mention tells: by the noun, by the title before a name, by "…, defending," behind it."""
    head = reading.doc[reading.token_at[mention.head.start]]
    if mention.kind is MentionKind.NAMED:
        end = reading.doc[reading.token_at[mention.head.start]].i
        while end + 1 < len(reading.doc) and reading.doc[end].idx < mention.span.end:
            end += 1
        if reading.doc[end].text == "," and end + 1 < len(reading.doc) and reading.doc[end + 1].lower_ in STANDING:
            return STANDING[reading.doc[end + 1].lower_]
        head = reading.doc[max(reading.token_at[mention.span.start] - 1, 0)]
    if base_form(head) not in LAWYERS:
        return ""
    before = {word.lower_ for word in reading.doc[max(head.sent.start, head.i - TITLE_WORDS) : head.i]}
    # "a defense lawyer" has that profession, and is asked for a comment
    if not OUTSIDE.isdisjoint(before) or (head.i and not INDEFINITE.isdisjoint(before) and not before & OWNED):
        return "outside"
    if not FOR_ACCUSED.isdisjoint(before):
        return "accused"
    of_state = base_form(head) == "attorney" and not OF_STATE.isdisjoint(before)
    return "state" if of_state or not FOR_STATE.isdisjoint(before | {base_form(head)}) else "any"


def find_pleas(reading: Reading) -> dict[int, str]:
    """Return who tells a court something, with whom: "Ada Quill told the jury that …", "Bo Dunn said in court"."""
    found: dict[int, str] = {}
    for token, form in reading.forms:
        if form in SAYING and token.pos_ == "VERB" and (audience := find_audience(token)):
            for speaker in syntax.subjects(token):
                for filler in reading.fillers(speaker):
                    if found.get(filler.chain) not in JURIES:
                        found[filler.chain] = audience
    return found


def find_audience(verb: Token) -> str:
    """Return the noun for the court that a verb of saying is directed at, "" without one."""
    heard = syntax.children(verb, {*syntax.OBJECT, *syntax.INDIRECT})
    if not heard or base_form(verb) not in ADDRESSING:
        # "Speaking at the trial, Ada said that …"; "told reporters during the trial" is said to no court
        speaking = [clause for clause in syntax.children(verb, {"advcl"}) if clause.lower_ in SPEAKING]
        heard += [noun for clause in (verb, *speaking) for by, noun in syntax.own_obliques(clause) if by in BEFORE]
    return next((form for noun in heard if (form := base_form(noun)) in COURTS), "")
