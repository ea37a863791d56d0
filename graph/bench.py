"""Which proceeding a judge presides over and which court hears it, where the text tells of both close together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from graph import syntax
from graph.accusers import JUDGES
from graph.assertion import assess
from graph.courts import is_highest
from graph.frames import Roles
from graph.model import Assertion, EntityType, Evidence, Mention, MentionKind, RelationMention
from graph.reading import Filler, Reading
from graph.schema import NEAR_CONFIDENCE
from graph.word_forms import base_form

MAX_SENTENCES = 3
BESIDE = 2
OPENING = 3
# what the highest court does to a case that it hears or will not hear
DECIDING = frozenset(
    "affirm agree allow block clear decide decline deny dismiss hear invalidate leave let order overrule overturn "
    "refuse reject reverse revive rule side strike take throw turn uphold vacate".split()
)
PENDING = frozenset({"if", "until", "when"})
COURT_WORDS = 3
# what stands before "judge" where a court's is meant, and not that of a contest
LEGAL = frozenset({"appeals", "bankruptcy", "circuit", "county", "court", "district", "federal", "presiding", "probate",
                   "state", "superior", "trial", "u.s.", "us"})  # fmt: skip


def find_bench(found: Iterable[RelationMention], reading: Reading, roles: Roles) -> Iterator[RelationMention]:
    """Yield the nearest proceeding for each judge and each court that no rule has tied to one.

    The passage is at most three sentences long and holds both. The highest courts are told of too often without a
    case before them.
    """
    tied = {end for mention in found for end in (mention.subject, mention.object)}
    tied |= {party.chain for side in (roles.plaintiffs, roles.defendants) for own in side.values() for party in own}
    suits = [Filler(number, chain.mentions[0]) for number, chain in enumerate(reading.chains)
             if chain.type is EntityType.LAWSUIT]  # fmt: skip
    where = [reading.number_sentence(suit.mention.span) for suit in suits]
    courts = []
    highest = any(chain.type is EntityType.COURT and is_highest(chain.label) for chain in reading.chains)
    for number, chain in enumerate(reading.chains) if suits else ():
        if number in tied:
            continue
        presides = chain.type is EntityType.PERSON and is_trial_judge(number, reading)
        presides = presides and not (highest and is_justice(number, reading))
        hears = chain.type is EntityType.COURT and not is_highest(chain.label)
        if chain.type is EntityType.COURT and not hears:
            deciding = [mention for mention in chain.mentions if decides(mention, reading)]
            nearest = find_nearest(deciding, suits, where, reading, farthest=BESIDE)
            if nearest is not None and is_news(nearest[0], nearest[1].mention, reading):
                yield tie(number, *nearest, reading, relation="heard_in")
        elif presides or hears:
            named = [mention for mention in chain.mentions if mention.kind is MentionKind.NAMED]
            nearest = find_nearest(named, suits, where, reading)
            if nearest is not None and presides:
                yield tie(number, *nearest, reading, relation="judge_in")
            elif nearest is not None:
                courts.append((number, *nearest))
    # where several courts are spoken of, only the sentence that holds a proceeding ties one to it
    yield from (
        tie(*court, reading, relation="heard_in")
        for court in courts
        if len(courts) == 1 or reading.number_sentence(court[1].span) == reading.number_sentence(court[2].mention.span)
    )


def decides(court: Mention, reading: Reading) -> bool:
    """Tell whether a court does what ends or opens a case: "The Supreme Court declined to hear it", not "will rule"."""
    name = reading.doc[reading.token_at[court.head.start]]
    verb = name.head
    done = court.kind is MentionKind.NAMED and name in syntax.surface_subjects(verb) and base_form(verb) in DECIDING
    # "when the Supreme Court rules on it"
    done = done and all(mark.lower_ not in PENDING for mark in syntax.children(verb, {"advmod", "mark"}))
    return done and assess(verb, reading.doc).assertion is Assertion.ASSERTED


def is_news(court: Mention, suit: Mention, reading: Reading) -> bool:
    """Tell whether what a court does stands with the case or opens the article; further down it may be a precedent."""
    sentence = reading.number_sentence(court.span)
    return sentence < OPENING or sentence == reading.number_sentence(suit.span)


def is_trial_judge(chain: int, reading: Reading) -> bool:
    """Tell whether a name's title is that of a judge who tries cases: no "Supreme Court Justice", no "show judge"."""
    for mention in reading.chains[chain].mentions:
        first = reading.token_at.get(mention.span.start, 0)
        if mention.kind is not MentionKind.NAMED or not first or reading.doc[first - 1].lower_ not in JUDGES:
            continue
        title = reading.doc[first - 1]
        before = reading.doc[max(title.sent.start, title.i - COURT_WORDS) : title.i]
        if is_highest(before[-2:].text) and not (len(before) == COURT_WORDS and before[0].ent_type_):
            continue
        # "Salem judge Ada Quill"
        placed = bool(before) and before[-1].ent_type_ == "PLACE"
        if title.text[0].isupper() or placed or not LEGAL.isdisjoint(word.lower_ for word in before):
            return True
    return False


def is_justice(chain: int, reading: Reading) -> bool:
    """Tell whether a name stands behind "Justice" alone, as those of a country's highest court do, who try nobody.

    "Mr Justice Quill" and "Salem Supreme Court Justice Ada Quill" try cases.
    """
    titles = []
    for mention in reading.chains[chain].mentions:
        first = reading.token_at.get(mention.span.start, 0)
        if mention.kind is MentionKind.NAMED and first and reading.doc[first - 1].lower_ in JUDGES:
            titles.append(reading.doc[max(0, first - 2) : first].text.lower())
    return bool(titles) and all(
        title.endswith("justice") and not title.startswith(("court", "mr", "mrs", "ms", "lady", "lord"))
        for title in titles
    )


def find_nearest(
    mentions: Sequence[Mention],
    suits: Sequence[Filler],
    where: Sequence[int],
    reading: Reading,
    *,
    farthest: int = MAX_SENTENCES,
) -> tuple[Mention, Filler] | None:
    """Return the mention and the proceeding that stand in the fewest sentences, of equals the closest; or None.

    `where` are the sentences of the proceedings, in text order.
    """
    pairs = [
        (distance, abs(mention.span.start - suit.mention.span.start), mention.span.start, number)
        for mention in mentions
        for here in (reading.number_sentence(mention.span),)
        for number in range(bisect_right(where, here - farthest), bisect_left(where, here + farthest))
        for suit, distance in ((suits[number], abs(here - where[number])),)
    ]
    if not pairs:
        return None
    _, _, start, number = min(pairs)
    return next(mention for mention in mentions if mention.span.start == start), suits[number]


def tie(number: int, mention: Mention, suit: Filler, reading: Reading, *, relation: str) -> RelationMention:
    """Return the relation between a person's or a court's chain and a proceeding, with the sentences that hold both."""
    ends = sorted((mention.span, suit.mention.span))
    span = reading.sentence_span(ends, limit=MAX_SENTENCES)
    one, other = (number, mention.span), (suit.chain, suit.mention.span)
    (subject, subject_span), (object_, object_span) = (other, one) if relation == "heard_in" else (one, other)
    evidence = Evidence(
        document=reading.document.id,
        span=span,
        text=reading.document.text[span.start : span.end],
        subject=subject_span,
        object=object_span,
        cue=suit.mention.head,
        assertion=Assertion.ASSERTED,
        rule=f"{relation}/near",
        confidence=NEAR_CONFIDENCE,
    )
    return RelationMention(relation, subject, object_, evidence)
