"""The sums of money in a proceeding: what is sought, and what a court or a settlement gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph import syntax
from graph.claims import goes_on
from graph.insolvency import is_insolvency
from graph.lawsuits import lawsuit_phrase
from graph.modality import judge_clause
from graph.model import Assertion
from graph.tokens import Span as TokenSpan
from graph.tokens import Token

AMOUNT = re.compile(
    r"(?:more than |at least |up to )?(?:US)?[$£€]\s?\d[\d,.]*\s?-?"
    r"(?:thousand|million|billion|mn|bn|m|k)?\b"
    r"|\b\d[\d,.]*\s(?:(?:thousand|million|billion|mln|bln|bn)\s)?"
    r"(?:dlrs?|dollars|stg|pounds|euros)\b"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|multi|several)[- ]?(?:million|billion|mln|bln)[- ]"
    r"(?:dlrs?|dollars?|pounds?|euros?)\b",
    re.I,
)
# every sum has one of these
MONEY = ("$", "£", "€", "dlr", "dollar", "euro", "pound", "stg")
# "its payments totaled $5,000" gives no sum that is sought
SOUGHT = re.compile(
    r"\b(?:seek\w*|for|sought|demand\w*|damages of|sum of|worth|"
    r"asking|asked|looking|wants?|wanted|(?:claims|damages|lawsuits?|losses|suits?)\stotal\w*)\b"
)
DAMAGES = re.compile(
    r"(?:\s|-)*(?:(?:in|of|for)\s+)?(?:\w+\s+){0,3}"
    r"(?:damages|restitution|compensation|penalties|losses)\b"
)
# "damages totaling more than $5,000", "restitution to the tune of $5,000"
DAMAGES_OF = re.compile(
    r"\b(?:damages|restitution|compensation|penalties)\s(?:(?:are|is|was|were)\s)?"
    r"(?:at|exceeding|in\sexcess|in\sthe\samount|of|to\sthe\stune|totall?ing|up\sto|worth)\b[^.,;$£€]{0,25}$"
)
# what a court or a settlement gives: "was ordered to pay $5,000", "settled it for $2 million"
GIVEN = re.compile(
    r"\b(?:award\w*|fined?|(?:order|agree|requir|direct)\w*(?:\s\w+){0,4}\sto\spay|must\spay|settle\w*|"
    r"(?:fine|judge?ment|payout|settlement|verdict)\s(?:of|for|worth))\b[^.;$£€]{0,30}$"
)
GRANT = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:\s|-)*(?:\w+\s+){0,2}"
    r"(?:award|fine|judge?ment|payment\sto\ssettle|payout|settlement|verdict)\b"
)
# "paid the cook $5,000 to settle her suit"
PAID = re.compile(r"\bpa(?:id|ying|ys?)\b[^.;$£€]{0,60}$")
TO_SETTLE = re.compile(r"(?:[^.;$£€]{0,60}?\s)?to\s(?:end|resolve|settle)\b")
CONVERTED = re.compile(rf"(?:{AMOUNT.pattern})\s*\(\s*(?:{AMOUNT.pattern})\s*\)\s*$", re.I)
SOUGHT_REACH = 40
GIVEN_REACH = 90
# what a sum that somebody asks a court for may stand before: "a $5 million suit", not "a $5 million loan"
ASKED = frozenset(
    "award claim compensation countersuit damage debt defamation dlr dollar euro fee fine judgement judgment lawsuit "
    "loss payout penalty pound relief rent restitution royalty settlement stg suit verdict".split()
)
SEEKING = frozenset({"claim", "demand", "seek", "want"})
# "is seeking the sum of $5,000"
SEEKING_DIRECTLY = re.compile(
    r"\b(?:claiming|demand(?:ing|s)|seek(?:ing|s)|wants?|(?:ask(?:ing|s)|looking)\sfor)\s"
    r"(?:(?:a\s(?:minimum|total)|the\ssum)\sof\s)?(?:about\s|almost\s|approximately\s|nearly\s|over\s|some\s)?$"
)
# "wants the firm to pay her $5,000"
SEEKING_PAYMENT = re.compile(r"\b(?:ask(?:ing|s)?|demand(?:ing|s)?|wants?)\s[^.;$£€]{1,60}\sto\spay\s(?:\w+\s){0,3}$")


def find_amounts(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the sums of money in the proceeding's phrase or sought in it."""
    if is_insolvency(token):
        # "Harbor Gas, which got a $5 million loan, filed for bankruptcy" seeks no sum
        return
    phrase = "" if syntax.is_predicate(token) else read_phrase(token)
    inside = [match[0] for match in list_sums(phrase)]
    if inside:
        yield from map(write, inside)
        return
    for match in list_sums(window.text):
        before, after = window.text[: match.start()].lower(), window.text[match.end() :].lower()
        damages = DAMAGES.match(after) or DAMAGES_OF.search(before) or GRANT.match(after)
        told = SOUGHT.search(before[-SOUGHT_REACH:]) or GIVEN.search(before[-GIVEN_REACH:])
        # "served a year and paid $5,000 to settle a suit": it is the suit that ended so
        ended = phrase and PAID.search(before[-GIVEN_REACH:]) and TO_SETTLE.match(after)
        if damages or ended or (told and not is_price(window, match.end())):
            yield write(match[0])


def list_sums(text: str) -> Sequence[re.Match[str]]:
    """Return where sums of money stand in a text."""
    lowered = text.lower()
    return [*AMOUNT.finditer(text)] if any(sign in lowered for sign in MONEY) else ()


def read_phrase(noun: Token) -> str:
    """Return a proceeding's phrase with the sum before it that another currency parts: "a $20m (£12m) lawsuit"."""
    phrase = lawsuit_phrase(noun)
    before = noun.doc[noun.sent.start : phrase.start].text
    converted = CONVERTED.search(before)
    return f"{converted[0]} {phrase.text}" if converted else phrase.text


def write(amount: str) -> str:
    """Return a sum without the mark that ends its clause."""
    return amount.strip(" ,")


def is_price(window: TokenSpan, end: int) -> bool:
    """Tell whether a sum that ends at a place of a text is that of a thing: "sued for a $5 million loan"."""
    following = next((word for word in window if word.idx - window.start_char >= end and word.text != "-"), None)
    if following is None or following.pos_ != "NOUN":
        return False
    thing = following
    while thing.dep_ in syntax.COMPOUND and thing.head.i > thing.i:
        thing = thing.head
    return ASKED.isdisjoint(word.lemma_.lower() for word in (following, thing))


def find_later_amounts(token: Token, sentences: Iterable[TokenSpan]) -> Iterator[str]:
    """Yield the sums sought in the sentences behind the one that told of a proceeding.

    "The company is seeking $5 million in damages", "She demands $5 million", "She wants Bo to pay her $5 million".
    """
    told = token.sent
    for sentence in () if is_insolvency(token) else sentences:
        text = sentence.text
        found = list_sums(text)
        seeking = bool(found) and is_seeking(sentence, told)
        for match in found:
            before, after = text[: match.start()].lower(), text[match.end() :].lower()
            damages = is_of_damages(before, after)
            asked = SEEKING_DIRECTLY.search(before) or SEEKING_PAYMENT.search(before)
            directly = seeking and asked and not is_price(sentence, match.end())
            if damages or directly:
                yield write(match[0])


def find_earlier_amounts(sentences: Iterable[TokenSpan]) -> Iterator[str]:
    """Yield the damages that are sought in the sentences before the first one that speaks of a proceeding."""
    for sentence in sentences:
        for match in list_sums(sentence.text):
            if is_of_damages(sentence.text[: match.start()].lower(), sentence.text[match.end() :].lower()):
                yield write(match[0])


def is_of_damages(before: str, after: str) -> bool:
    """Tell whether the words around a sum say that it is sought as damages: "seeks $5,000 in damages"."""
    return bool(DAMAGES_OF.search(before) or (SOUGHT.search(before) and DAMAGES.match(after)))


def is_seeking(sentence: TokenSpan, told: TokenSpan) -> bool:
    """Tell whether a sentence says what somebody seeks who stands in the one before it."""
    verb = sentence.root
    asking = verb.lemma_ in {"ask", "look"} and "for" in syntax.obliques(verb)
    if not (asking or verb.lemma_ in SEEKING) or not goes_on(verb, told):
        return False
    return judge_clause(verb).assertion not in {Assertion.HYPOTHETICAL, Assertion.NEGATED}
