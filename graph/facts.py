"""What a sentence says of a proceeding: its claims, sums, filing dates, status and docket."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from graph import syntax
from graph.claims import find_claims, find_later_claims
from graph.dates import to_iso
from graph.insolvency import is_insolvency
from graph.lawsuits import evokes_proceeding, lawsuit_phrase, load_words
from graph.modality import judge_clause
from graph.model import Assertion, LawsuitFacts
from graph.nlp import label_of
from graph.spans import entities_within
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

DOCKET = re.compile(
    r"\b\d{1,2}[:\-]\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Z]{2,4})*\b"
    r"|\b(?:No|Case|Docket)\.?\s+(\d[\w:\-]{4,})"
)
AMOUNT = re.compile(
    r"(?:more than |at least |up to )?(?:US)?[$£€]\s?\d[\d,.]*\s?-?"
    r"(?:thousand|million|billion|mn|bn|m|k)?\b"
    r"|\b\d[\d,.]*\s(?:(?:thousand|million|billion|mln|bn)\s)?"
    r"(?:dlrs?|dollars|stg|pounds|euros)\b"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|multi|several)[- ]?(?:million|billion)[- ]"
    r"(?:dlrs?|dollars?|pounds?|euros?)\b",
    re.I,
)
YEAR = re.compile(r"(?:19|20)\d\d")
SOUGHT = re.compile(
    r"\b(?:seek\w*|for|sought|demand\w*|damages of|sum of|worth|"
    r"asking|asked|looking|wants?|wanted|total\w*)\b"
)
DAMAGES = re.compile(
    r"(?:\s|-)*(?:(?:in|of)\s+)?(?:\w+\s+){0,3}"
    r"(?:damages|restitution|compensation|penalties|losses)\b"
)
# "damages totaling more than $5,000", "restitution to the tune of $5,000"
DAMAGES_OF = re.compile(
    r"\b(?:damages|restitution|compensation|penalties)\s"
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
SOUGHT_REACH = 40
ADJACENT = 2
GIVEN_REACH = 90
SENTENCES_AFTER = 6
DAY = len("2021-03-09")
# "sued over an outbreak in March" gives the date of the outbreak
OCCASIONS = frozenset({"about", "after", "amid", "following", "for", "of", "over"})
# "with lying", "for falsely arresting"
DEED = frozenset({"for", "of", "over", "with"})
# what can be said to begin when it is filed; a trial begins later
BEGUN = frozenset({"battle", "case", "lawsuit", "litigation", "proceeding", "suit"})
OPENING = frozenset({"begin", "commence", "start"})
LASTING = frozenset({"battle", "be", "embroil", "engage", "entangle", "fight", "lock", "pend"})
# "the 2016 lawsuit"; a case is called by the year in which it was decided
DATED = frozenset({"complaint", "counterclaim", "countersuit", "indictment", "lawsuit", "suit"})


def facts_window(token: Token, others: Sequence[Token]) -> TokenSpan:
    """Return the part of the sentence that speaks of one proceeding: up to the next one of other words.

    `others` are the words for all proceedings of the document, sorted.
    """
    start, end = token.sent.start, token.sent.end
    for other in list_between(others, start, end):
        if other.i == token.i or is_one_event(token, other):
            continue
        if start <= other.i < token.i:
            start = other.i + 1
        elif token.i < other.i < end:
            end = other.i
    return token.doc[start:end]


def list_between(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return those of sorted tokens that lie from a place to another, the end exclusive."""
    place = attrgetter("i")
    return tokens[bisect_left(tokens, start, key=place) : bisect_left(tokens, end, key=place)]


def is_one_event(token: Token, other: Token) -> bool:
    """Tell whether a verb and a noun evoke one proceeding: "filed a suit", "the suit charges"."""
    if syntax.is_predicate(token) and other.pos_ == "NOUN":
        return syntax.governing_verb(other) == token and base_form(token) in load_words().criminal
    return token in other.subtree and not syntax.is_predicate(token) and other == token.head


def read_facts(token: Token, others: Sequence[Token], published: str | None) -> LawsuitFacts:
    """Return the claims, amounts, filing dates, status and docket that the sentence gives for a proceeding."""
    window = facts_window(token, others)
    return LawsuitFacts(
        claims=tuple(
            dict.fromkeys([*find_claims(token, window), *find_later_claims(token.sent, list_following(token, others))])
        ),
        amounts=tuple(dict.fromkeys([*find_amounts(token, window), *find_later_amounts(token, others)])),
        filed=tuple(dict.fromkeys(find_filing_dates(token, published))),
        statuses=tuple(dict.fromkeys(find_statuses(token))),
        dockets=tuple(dict.fromkeys(match[1] or match[0] for match in DOCKET.finditer(window.text))),
    )


def find_amounts(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the sums of money in the proceeding's phrase or sought in it."""
    if is_insolvency(token):
        # "Harbor Gas, which got a $5 million loan, filed for bankruptcy" seeks no sum
        return
    phrase = "" if syntax.is_predicate(token) else lawsuit_phrase(token).text
    inside = [match[0] for match in AMOUNT.finditer(phrase)]
    if inside:
        yield from (text.strip() for text in inside)
        return
    for match in AMOUNT.finditer(window.text):
        before, after = window.text[: match.start()].lower(), window.text[match.end() :].lower()
        damages = DAMAGES.match(after) or DAMAGES_OF.search(before)
        if damages or SOUGHT.search(before[-SOUGHT_REACH:]) or is_given(before, after):
            yield match[0].strip()


def is_given(before: str, after: str) -> bool:
    """Tell whether a sum is what a court or a settlement gives, by the words at its two sides."""
    return bool(GIVEN.search(before[-GIVEN_REACH:]) or GRANT.match(after))


def find_later_amounts(token: Token, others: Sequence[Token]) -> Iterator[str]:
    """Yield the damages sought in the sentences after a proceeding's, up to one that speaks of a proceeding itself."""
    for sentence in list_following(token, others):
        text = sentence.text
        for match in AMOUNT.finditer(text):
            before, after = text[: match.start()].lower(), text[match.end() :].lower()
            if SOUGHT.search(before) and (DAMAGES.match(after) or DAMAGES_OF.search(before)):
                yield match[0].strip()


def list_following(token: Token, others: Sequence[Token]) -> Iterator[TokenSpan]:
    """Yield the sentences after a proceeding's, up to one that speaks of a proceeding itself."""
    end = token.sent.end
    for _ in range(SENTENCES_AFTER):
        if end >= len(token.doc):
            return
        following = token.doc[end].sent
        if list_between(others, token.i + 1, following.end):
            return
        yield following
        end = following.end


def find_filing_dates(token: Token, published: str | None) -> Iterator[str]:
    """Yield the ISO dates that stand with a verb of filing."""
    words = load_words()
    verbs = [token] if syntax.is_predicate(token) else []
    verb = syntax.governing_verb(token)
    if verb is not None and is_filed(token, verb):
        verbs.append(verb)
    verbs += [child for child in token.children if child.dep_ in {"acl", "acl:relcl", "relcl"}]
    verbs += [participle for participle in find_participle(token) if participle not in verbs]
    # "served 33 days" is the end of a proceeding
    filing = [verb for verb in verbs if verb.lemma_.lower() in words.filing and is_done(verb) and not serves_term(verb)]
    # "was arrested on Friday and charged with theft"
    arrests = [verb.head for verb in filing if verb.dep_ == "conj" and verb.head.lemma_ == "arrest"]
    for verb in (*filing, *arrests):
        clause = {t.i for t in verb.subtree}
        for entity in entities_within(token.sent):
            if label_of(entity.label_) != "DATE" or entity.root.i not in clause or not is_direct(entity.root, verb):
                continue
            if describes_noun(entity) or dates_deed(entity, verb):
                continue
            iso = to_iso(word_date(entity), published)
            # "is suing over an outbreak in March": what goes on now can only have begun these days
            if iso and (len(iso) == DAY or not goes_on(verb)):
                yield iso
    if token.lemma_.lower() in DATED:
        yield from (word.text for word in lawsuit_phrase(token) if YEAR.fullmatch(word.text))
    stated = itertools.chain(find_stated_date(token), find_dates_when(filing), find_dates_behind(filing))
    yield from filter(None, (to_iso(word_date(entity), published) for entity in stated))
    # "the case began on Monday" is at times the hearing
    begun = (to_iso(word_date(entity), published) for entity in find_beginning(token))
    yield from (iso for iso in begun if 0 < len(iso) < DAY)


def find_participle(noun: Token) -> Iterator[Token]:
    """Yield the participle in commas right behind a proceeding's noun, which a tree may hang on the main verb.

    "Ada said in the complaint, filed on May 3, that …".
    """
    place = noun.i + 1
    if syntax.is_predicate(noun) or place + 1 >= noun.sent.end or noun.doc[place].text != ",":
        return
    participle = noun.doc[place + 1]
    # a participle is at times tagged as the past tense, which would have a subject and an object
    if participle.tag_ in {"VBN", "VBD"} and not syntax.children(participle, syntax.SUBJECT | {"obj"}):
        yield participle


def find_beginning(noun: Token) -> Iterator[TokenSpan]:
    """Yield the date since when a dispute is in court: "the case began in May", "in a legal battle since 2014"."""
    if base_form(noun) not in BEGUN or syntax.is_predicate(noun):
        return
    # "in a legal battle since May"; not "the biggest case since May"
    copular = bool(syntax.children(noun, {"cop"})) and syntax.case_of(noun) == "in"
    verb = noun if copular else syntax.governing_verb(noun)
    if verb is None or not is_done(verb):
        return
    opening = base_form(verb) in OPENING and noun in syntax.surface_subjects(verb)
    marks = {"in"} if opening else {"since"}
    lasting = copular or base_form(verb) in LASTING
    clause = {word.i for word in verb.subtree} if opening or lasting else set[int]()
    for entity in entities_within(noun.sent):
        direct = entity.root.i in clause and label_of(entity.label_) == "DATE" and is_direct(entity.root, verb)
        if direct and entity.start > noun.sent.start and entity.start > noun.i:
            before = (word.lower_ for word in noun.doc[max(noun.i, entity.start - 2) : entity.start])
            if not marks.isdisjoint(before):
                yield entity


def serves_term(verb: Token) -> bool:
    """Tell whether somebody serves a sentence and no papers: "served 33 days in prison"."""
    return verb.lemma_ == "serve" and syntax.is_predicate(verb) and evokes_proceeding(verb)


def word_date(date: TokenSpan) -> str:
    """Return a date's words with the one that stands outside its entity: "last Thursday"."""
    before = date.doc[date.start - 1] if date.start > date.sent.start else None
    return f"{before.text} {date.text}" if before is not None and before.lower_ in {"last", "next"} else date.text


def is_done(verb: Token) -> bool:
    """Tell whether a clause says that something took place: not "should have been filed in February"."""
    return judge_clause(verb).assertion not in {Assertion.HYPOTHETICAL, Assertion.NEGATED}


def goes_on(verb: Token) -> bool:
    """Tell whether a verb is a present participle of what goes on now: "is suing"."""
    return verb.tag_ == "VBG" and any(child.tag_ in {"VBZ", "VBP"} for child in syntax.children(verb, {"aux"}))


def describes_noun(date: TokenSpan) -> bool:
    """Tell whether a date only modifies a noun: "over an April 2018 article"."""
    described, doc = date.root.head, date.doc
    if described.i >= date.end and described.pos_ in {"NOUN", "PROPN"}:
        return True
    opened = date.start > date.sent.start and doc[date.start - 1].pos_ == "DET"
    return opened and date.end < date.sent.end and doc[date.end].pos_ in {"ADJ", "NOUN"}


def dates_deed(date: TokenSpan, verb: Token) -> bool:
    """Tell whether a date is that of what somebody is charged with or sued for: "charged with lying to Bo in 2017"."""
    doing = (word for word in date.doc[verb.i + 1 : date.start] if word.tag_ == "VBG")
    return any(not DEED.isdisjoint(word.lower_ for word in date.doc[max(0, deed.i - 2) : deed.i]) for deed in doing)


def find_dates_when(verbs: Iterable[Token]) -> Iterator[TokenSpan]:
    """Yield the date that a clause explains: "in May 2011, when Bo Dunn was charged with arson"."""
    for verb in verbs:
        for when in (child for child in verb.children if child.lower_ == "when"):
            before = when.i - 1 - (when.i > verb.sent.start and when.nbor(-1).text == ",")
            yield from (
                entity
                for entity in entities_within(verb.sent)
                if label_of(entity.label_) == "DATE" and entity.end - 1 == before
            )


def find_dates_behind(verbs: Iterable[Token]) -> Iterator[TokenSpan]:
    """Yield the date of a participle that a tree hangs on the main verb: "In a suit filed this month, Ada …"."""
    for verb in verbs:
        if verb.dep_ not in syntax.PARTICIPLE:
            continue
        rest = itertools.takewhile(
            lambda word: word.text not in {",", ";"} and not syntax.is_predicate(word) and word.lower_ not in OCCASIONS,
            verb.doc[verb.i + 1 : verb.sent.end],
        )
        inside = {word.i for word in rest}
        yield from (
            entity for entity in entities_within(verb.sent)
            if label_of(entity.label_) == "DATE" and entity.root.i in inside and not describes_noun(entity)
        )  # fmt: skip


def find_stated_date(token: Token) -> Iterator[TokenSpan]:
    """Yield the date that a phrase gives a new suit: "denied it in a suit against Bo Dunn on January 16"."""
    phrase = lawsuit_phrase(token)
    if syntax.is_predicate(token) or phrase[0].lower_ not in {"a", "an"}:
        return
    if phrase.start == 0 or phrase[0].nbor(-1).lower_ != "in":
        return
    for entity in entities_within(token.sent):
        between = token.doc[token.i + 1 : entity.start]
        verbs = any(syntax.is_predicate(word) for word in between)
        dated = label_of(entity.label_) == "DATE" and entity.start > token.i
        if dated and between and not verbs and between[-1].lower_ in {"on", "in"}:
            yield entity


def is_filed(token: Token, verb: Token) -> bool:
    """Tell whether a verb can say when a proceeding began: "filed a suit", "a suit filed"; not "filed at the trial"."""
    if syntax.is_predicate(token) or token in [*syntax.direct_objects(verb), *syntax.surface_subjects(verb)]:
        return True
    return token.i < verb.i <= token.i + ADJACENT


def is_direct(date: Token, verb: Token) -> bool:
    """Tell whether a date hangs on the verb itself, on its objects, or on nothing that is another clause or event."""
    node = date
    while node.head != node and node != verb:
        node = node.head
        if node != verb and (syntax.is_predicate(node) or node.tag_ == "VBG" or syntax.case_of(node) in OCCASIONS):
            return False
    # "was sued by a resort, police said Saturday", where the tree hangs the day on the first verb
    before = date.doc[date.left_edge.i - 1] if date.left_edge.i > verb.i + 1 else verb
    return node == verb and (before == verb or not syntax.is_predicate(before))


def is_affected(noun: Token, verb: Token) -> bool:
    """Tell whether what a verb says befalls a proceeding or takes place in it; not "acquitted, according to a suit"."""
    inside = syntax.obliques(verb)
    return noun in [*syntax.direct_objects(verb), *syntax.surface_subjects(verb)] or any(
        noun in inside.get(prep, ()) for prep in ("in", "of", "on", "to", "with")
    )


def pleads_guilty(verb: Token) -> bool:
    """Tell whether a plea is one of guilt: not "pleaded not guilty"."""
    guilty = next((child for child in verb.children if child.lower_ == "guilty"), None)
    return guilty is not None and guilty.nbor(-1).lower_ != "not"


def find_statuses(token: Token) -> Iterator[str]:
    """Yield what became of the proceeding, by the verb that it is or that governs it."""
    words = load_words()
    verbs = [token] if syntax.is_predicate(token) else [syntax.governing_verb(token)]
    if verbs[0] is not None and not syntax.is_predicate(token) and not is_affected(token, verbs[0]):
        verbs = []
    verbs += [child for child in token.children if child.dep_ == "acl"]
    for verb in verbs:
        status = words.statuses.get(verb.lemma_.lower()) if verb is not None else None
        if status == "pleaded guilty" and verb is not None and not pleads_guilty(verb):
            status = None
        if status:
            yield status
