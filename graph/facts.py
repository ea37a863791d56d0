"""What a sentence says of a proceeding: its claims, sums, filing dates, status and docket."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from graph import syntax
from graph.claims import find_claims, find_later_claims
from graph.dates import WEEKDAYS, to_iso
from graph.lawsuit_words import load_words
from graph.lawsuits import evokes_proceeding, lawsuit_phrase
from graph.modality import judge_clause
from graph.model import Assertion, LawsuitFacts
from graph.nlp import label_of
from graph.quotations import spoken_quotations
from graph.spans import entities_within
from graph.sums import find_amounts, find_earlier_amounts, find_later_amounts
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

DOCKET = re.compile(
    r"\b\d{1,2}[:\-]\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Z]{2,4})*\b"
    r"|\b(?:No|Case|Docket)\.?\s+(\d[\w:\-]{4,})"
)
YEAR = re.compile(r"(?:19|20)\d\d")
ADJACENT = 2
SENTENCES_AFTER = 6
SENTENCES_BEFORE = 3
DAY = len("2021-03-09")
# "sued over an outbreak in March" gives the date of the outbreak
OCCASIONS = frozenset({"about", "after", "amid", "following", "for", "of", "over"})
# "with lying", "for falsely arresting"
DEED = frozenset({"for", "of", "over", "with"})
# the words of "against the Mill Group and Bo Dunn"
NAMING = frozenset({"ADJ", "ADP", "CCONJ", "DET", "NOUN", "PART", "PROPN"})
# what can be said to begin when it is filed; a trial begins later
BEGUN = frozenset({"battle", "case", "lawsuit", "litigation", "proceeding", "suit"})
OPENING = frozenset({"begin", "commence", "start"})
HITTING = frozenset({"hit", "serve", "slap"})
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
    window, following = facts_window(token, others), list(list_following(token, others))
    return LawsuitFacts(
        claims=tuple(dict.fromkeys([*find_claims(token, window), *find_later_claims(token.sent, following)])),
        amounts=tuple(
            dict.fromkeys(
                [
                    *find_amounts(token, window),
                    *find_later_amounts(token, following),
                    *find_earlier_amounts(list_before(token, others)),
                ]
            )
        ),
        filed=tuple(dict.fromkeys(find_filing_dates(token, published))),
        statuses=tuple(dict.fromkeys(find_statuses(token))),
        dockets=tuple(dict.fromkeys(match[1] or match[0] for match in DOCKET.finditer(window.text))),
    )


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


def list_before(token: Token, others: Sequence[Token]) -> Iterator[TokenSpan]:
    """Yield the sentences before that of the first word for a proceeding."""
    start = token.sent.start
    if others[0] != token:
        return
    for _ in range(SENTENCES_BEFORE):
        if start == 0:
            return
        earlier = token.doc[start - 1].sent
        yield earlier
        start = earlier.start


def find_filing_dates(token: Token, published: str | None) -> Iterator[str]:
    """Yield the ISO dates that stand with a verb of filing."""
    verbs = [token] if syntax.is_predicate(token) else []
    verb = syntax.governing_verb(token)
    if verb is not None and is_filed(token, verb):
        verbs.append(verb)
    verbs += [child for child in token.children if child.dep_ in {"acl", "acl:relcl", "relcl"}]
    verbs += [participle for participle in find_participle(token) if participle not in verbs]
    # "served 33 days" is the end of a proceeding
    filing = [verb for verb in verbs if starts(verb, token) and is_done(verb) and not serves_term(verb)]
    # "was arrested on Friday and charged with theft"
    arrests = [verb.head for verb in filing if verb.dep_ == "conj" and verb.head.lemma_ == "arrest"]
    for verb in (*filing, *arrests):
        clause = {t.i for t in verb.subtree}
        for entity in entities_within(token.sent):
            if label_of(entity.label_) != "DATE" or entity.root.i not in clause or not is_direct(entity.root, verb):
                continue
            if describes_noun(entity) or dates_deed(entity, verb) or is_dated_weekday(entity) or is_quoted_day(entity):
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


def starts(verb: Token, token: Token) -> bool:
    """Tell whether a verb says that a proceeding begins: "filed", "took Bo to court", "took legal action"."""
    lemma = verb.lemma_.lower()
    taking = lemma in load_words().taking and (verb == token or token in syntax.direct_objects(verb))
    return lemma in load_words().filing or taking


def find_participle(noun: Token) -> Iterator[Token]:
    """Yield the participle in commas right behind a proceeding's phrase, which a tree may hang on the main verb.

    "Ada said in the complaint, filed on May 3, that …", "The suit against Bo, filed in May, …".
    """
    if syntax.is_predicate(noun):
        return
    place = find_phrase_end(noun)
    if place + 1 >= noun.sent.end or noun.doc[place].text != ",":
        return
    participle = noun.doc[place + 1]
    # a participle is at times tagged as the past tense, which would have a subject and an object
    if participle.tag_ in {"VBN", "VBD"} and not syntax.children(participle, syntax.SUBJECT | {"obj"}):
        yield participle


def find_phrase_end(noun: Token) -> int:
    """Return the place behind a noun and those whom "against" and "by" add to it: "the suit by Ada against Bo"."""
    place = noun.i + 1
    if place < noun.sent.end and noun.doc[place].lower_ in {"against", "by"}:
        rest = noun.doc[place : noun.sent.end]
        return next((word.i for word in rest if word.pos_ not in NAMING), noun.sent.end)
    return place


def find_beginning(noun: Token) -> Iterator[TokenSpan]:
    """Yield the date since when a dispute is in court: "the case began in May", "in a legal battle since 2014"."""
    if base_form(noun) not in BEGUN or syntax.is_predicate(noun):
        return
    # "in a legal battle since May"; not "the biggest case since May"
    copular = bool(syntax.children(noun, {"cop"})) and syntax.case_of(noun) == "in"
    # "paid to settle a suit that began in May"
    told = [verb for verb in syntax.children(noun, syntax.RELATIVE_CLAUSE) if base_form(verb) in OPENING]
    verb = noun if copular else told[0] if told else syntax.governing_verb(noun)
    if verb is None or not is_done(verb):
        return
    opening = bool(told) or (base_form(verb) in OPENING and noun in syntax.surface_subjects(verb))
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


def is_dated_weekday(date: TokenSpan) -> bool:
    """Tell whether the day of the month follows a weekday, which then may lie far back: "on Tuesday, March 3"."""
    if date.text.lower() not in WEEKDAYS or date.end + 1 >= date.sent.end or date.doc[date.end].text != ",":
        return False
    following = next(entities_within(date.doc[date.end + 1 : date.sent.end]), None)
    dated = following is not None and following.start == date.end + 1 and label_of(following.label_) == "DATE"
    return dated and following is not None and any(character.isdigit() for character in following.text)


def is_quoted_day(date: TokenSpan) -> bool:
    """Tell whether a day is that of somebody's words, not the article's: "“We take Bo to court today,” Ada said"."""
    return date.text.lower() in {"today", "yesterday"} and date.root.i in spoken_quotations(date.doc)


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
    # "filed for divorce last week", "slapped Bo with a lawsuit on Monday"
    if syntax.case_of(token) == ("for" if verb.lemma_ == "file" else "with" if verb.lemma_ in HITTING else None):
        return True
    return token.i < verb.i <= token.i + ADJACENT


def is_direct(date: Token, verb: Token) -> bool:
    """Tell whether a date hangs on the verb itself, on its objects, or on nothing that is another clause or event."""
    node = date
    while node.head != node and node != verb:
        node = node.head
        if node != verb and (syntax.is_predicate(node) or node.tag_ == "VBG" or syntax.case_of(node) in OCCASIONS):
            return False
    if date.i < verb.i and is_of_subject(date, verb):
        return False
    # "was sued by a resort, police said Saturday", where the tree hangs the day on the first verb
    before = date.doc[date.left_edge.i - 1] if date.left_edge.i > verb.i + 1 else verb
    # of "took Bo to court in April" some trees make a verb of the court
    return node == verb and (before == verb or before.lower_ == "court" or not syntax.is_predicate(before))


def is_of_subject(date: Token, verb: Token) -> bool:
    """Tell whether a date before a verb ends its subject's clause: "the man accused of theft last May was charged"."""
    clauses = (clause for noun in syntax.surface_subjects(verb) for clause in syntax.children(noun, syntax.PARTICIPLE))
    inside = next((date.doc[clause.i : date.i] for clause in clauses if clause.i < date.i), None)
    return inside is not None and all(word.text != "," for word in inside)


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


def speaks(noun: Token, verb: Token) -> bool:
    """Tell whether a verb gives the words of a suit: "the suit charges that Bo lied", "it continues: “…”"."""
    if noun not in syntax.surface_subjects(verb) or syntax.is_passive(verb):
        return verb.lemma_ == "charge" and verb.tag_ == "VBG" and verb.head == noun
    following = verb.nbor().text if verb.i + 1 < verb.sent.end else ""
    return verb.lemma_ == "charge" or (verb.lemma_ == "continue" and following in {",", ":", "by", "with"})


def find_statuses(token: Token) -> Iterator[str]:
    """Yield what became of the proceeding, by the verb that it is or that governs it."""
    words = load_words()
    verbs = [token] if syntax.is_predicate(token) else [syntax.governing_verb(token)]
    if verbs[0] is not None and not syntax.is_predicate(token) and not is_affected(token, verbs[0]):
        verbs = []
    verbs += [child for child in token.children if child.dep_ == "acl"]
    for verb in verbs:
        status = words.statuses.get(verb.lemma_.lower()) if verb is not None else None
        if verb is not None and verb != token and speaks(token, verb):
            status = None
        if status == "pleaded guilty" and verb is not None and not pleads_guilty(verb):
            status = None
        if status:
            yield status
