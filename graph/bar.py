"""Who speaks in court: witnesses, and lawyers whom the text ties to no client ("prosecutor Ada Quill said …")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph import syntax
from graph.accusers import JUDGES
from graph.bench import find_nearest, tie
from graph.frames import Roles
from graph.model import EntityType, Mention, MentionKind, RelationMention, Span
from graph.reading import Filler, Reading
from graph.tokens import Token
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
    f"defendant_in/{rule}" for rule in ("be-charged", "found-guilty", "on-trial", "own-trial", "plead", "trial-of")
)
TIES = frozenset({"counsel_in", "defendant_in", "judge_in", "plaintiff_in", "witness_in"})
SAYING = frozenset({"address", "argue", "assure", "inform", "remind", "say", "tell", "urge", "warn"})
JURIES = frozenset({"juror", "jury"})
COURTS = frozenset({"court", "hearing", "judge", "magistrate", "trial", "tribunal"}) | JURIES
STANDING = {"prosecuting": "state", "defending": "accused"}


def find_bar(
    parties: Sequence[RelationMention], found: Sequence[RelationMention], reading: Reading, roles: Roles
) -> Iterator[RelationMention]:
    """Yield the nearest proceeding for each lawyer and witness whom nothing ties to one, and a defender's client.

    A prosecutor and a defender go with a prosecution, any other lawyer with what he tells a court of. The passage is at
    most three sentences long and holds both.
    """
    tied = {mention.subject for mention in (*parties, *found) if mention.relation in TIES}
    acting = {mention.subject for mention in found
              if mention.relation == "counsel_for" and reading.chains[mention.object].names}  # fmt: skip
    tried = {mention.object for mention in parties if mention.evidence.rule in PENAL_RULES}
    suits = [Filler(number, mention) for number, chain in enumerate(reading.chains)
             if chain.type is EntityType.LAWSUIT for mention in chain.mentions]  # fmt: skip
    suits.sort(key=lambda suit: suit.mention.span.start)
    pleas = find_pleas(reading) if suits else {}
    for number, chain in enumerate(reading.chains) if suits else ():
        if number in tied or chain.type is not EntityType.PERSON or not chain.names:
            continue
        audience = pleas.get(number)
        side = find_side(chain.mentions, reading) or ("any" if number in acting else "")
        named = [mention for mention in chain.mentions if mention.kind is MentionKind.NAMED]
        if side in {"state", "accused"}:
            prosecutions = [suit for suit in suits if suit.chain in tried]
            nearest = find_near(named, prosecutions, reading) or evoke(named, prosecutions, reading)
        else:
            nearest = find_near(named, suits, reading) if audience and (side or audience in JURIES) else None
        if nearest is None or side == "outside" or reading.has_title(number, JUDGES):
            continue
        yield tie(number, *nearest, reading, relation="counsel_in" if side else "witness_in")
        if side == "accused" and number not in acting:
            yield from find_client(number, named, nearest[1].chain, reading, roles)


def find_near(named: Sequence[Mention], suits: Sequence[Filler], reading: Reading) -> tuple[Mention, Filler] | None:
    """Return the name and the proceeding that stand closest; None where more than three sentences part them."""
    return find_nearest(named, suits, [reading.number_sentence(suit.mention.span) for suit in suits], reading)


def evoke(named: Sequence[Mention], prosecutions: Sequence[Filler], reading: Reading) -> tuple[Mention, Filler] | None:
    """Return a name whose title evokes the only prosecution that an article tells of: "defence lawyer Ada Quill"."""
    if len({suit.chain for suit in prosecutions}) != 1:
        return None
    for mention in named:
        title = reading.doc[max(reading.token_at[mention.span.start] - 1, 0)]
        if base_form(title) in LAWYERS:
            span = Span(title.idx, title.idx + len(title))
            said = replace(prosecutions[0].mention, span=span, text=title.text, kind=MentionKind.EVENT, head=span)
            return mention, Filler(prosecutions[0].chain, said)
    return None


def find_client(
    lawyer: int, named: Sequence[Mention], suit: int, reading: Reading, roles: Roles
) -> Iterator[RelationMention]:
    """Yield whom a defender defends: the only accused of the proceeding."""
    accused = {party.chain for party in roles.defendants.get(suit, ())}
    if len(accused) == 1 and (client := accused.pop()) != lawyer:
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
    heard += [noun for preposition, noun in syntax.own_obliques(verb) if preposition in {"to", "in", "during", "at"}]
    return next((form for noun in heard if (form := base_form(noun)) in COURTS), "")
