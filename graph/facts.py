"""What a sentence says of a proceeding: its claims, sums, filing dates, status and docket."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from graph import syntax
from graph.causes import find_causes
from graph.dates import to_iso
from graph.lawsuits import CONTENT_VERBS, MAX_PHRASE, lawsuit_phrase, load_words
from graph.model import LawsuitFacts, Span
from graph.nlp import label_of

DOCKET = re.compile(
    r"\b\d{1,2}[:\-]\d{2}-[a-z]{2,4}-\d{3,6}(?:-[A-Z]{2,4})*\b"
    r"|\b(?:No|Case|Docket)\.?\s+(\d[\w:\-]{4,})"
)
AMOUNT = re.compile(
    r"(?:more than |at least |up to )?(?:US)?[$£€]\s?\d[\d,.]*\s?-?"
    r"(?:thousand|million|billion|mn|bn|m|k)?\b"
    r"|\b\d[\d,.]*\s(?:(?:thousand|million|billion|mln|bn)\s)?"
    r"(?:dlrs?|dollars|stg|pounds|euros)\b",
    re.I,
)
SOUGHT = re.compile(
    r"\b(?:seek\w*|for|sought|demand\w*|damages of|sum of|worth|"
    r"asking|asked|wants?|wanted|total\w*)\b"
)
DAMAGES = re.compile(
    r"(?:\s|-)*(?:(?:in|of)\s+)?(?:\w+\s+){0,3}"
    r"(?:damages|restitution|compensation|penalties|losses)\b"
)
SOUGHT_REACH = 40
MAX_CHARGE = 8
ADJACENT = 2
CLAIM_PREPOSITIONS = frozenset({"for", "over", "of", "with", "on"})
CHARGE_PREPOSITIONS = {"accuse": "of", "acquit": "of", "charge": "with", "convict": "of", "indict": "on", "plead": "to",
                       "sue": "for", "try": "for"}  # fmt: skip
PHRASE_PARTS = frozenset({"NOUN", "ADJ", "PROPN", "DET", "CCONJ", "NUM", "ADV", "VERB", "PART"})


def facts_window(token: Token, others: Sequence[Token]) -> TokenSpan:
    """Return the part of the sentence that speaks of one proceeding: up to the next one of other words."""
    start, end = token.sent.start, token.sent.end
    for other in others:
        if other.sent != token.sent or other.i == token.i or is_one_event(token, other):
            continue
        if start <= other.i < token.i:
            start = other.i + 1
        elif token.i < other.i < end:
            end = other.i
    return token.doc[start:end]


def is_one_event(token: Token, other: Token) -> bool:
    """Tell whether a verb and a noun evoke one proceeding: "filed a suit", "the suit charges"."""
    if syntax.is_predicate(token) and other.pos_ == "NOUN":
        return syntax.governing_verb(other) == token and syntax.base_form(token) in load_words().criminal
    return token in other.subtree and not syntax.is_predicate(token) and other == token.head


def read_facts(token: Token, others: Sequence[Token], published: str | None) -> LawsuitFacts:
    """Return the claims, amounts, filing dates, status and docket that the sentence gives for a proceeding."""
    window = facts_window(token, others)
    return LawsuitFacts(
        claims=tuple(dict.fromkeys(find_claims(token, window))),
        amounts=tuple(dict.fromkeys([*find_amounts(token, window), *find_later_amounts(token, others)])),
        filed=tuple(dict.fromkeys(find_filing_dates(token, published))),
        statuses=tuple(dict.fromkeys(find_statuses(token))),
        dockets=tuple(dict.fromkeys(match[1] or match[0] for match in DOCKET.finditer(window.text))),
    )


def find_claims(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the wrongs that a proceeding is about, as the text words them, else a charge that no list knows."""
    found = False
    for passage in claim_passages(token, window):
        for span, name in find_causes(passage.text):
            found = True
            yield word_claim(passage, span, name)
    if not found:
        yield from find_charges(token, window)


def word_claim(passage: TokenSpan, span: Span, name: str) -> str:
    """Return the text's own words for a wrong where they are a noun phrase ("libel"), else the wrong's usual name."""
    start = passage.start_char + span.start
    words = [token for token in passage if start < token.idx + len(token) and token.idx < passage.start_char + span.end]
    root = passage.doc[words[0].i : words[-1].i + 1].root
    nominal = root.pos_ in {"NOUN", "PROPN"} or (root.pos_ == "VERB" and root.lower_.endswith("ing"))
    return " ".join(passage.text[span.start : span.end].lower().split()) if nominal else name


def claim_passages(token: Token, window: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the words that can hold a proceeding's claims: its phrase, and what follows "for" or "alleging"."""
    doc = token.doc
    if not syntax.is_predicate(token):
        yield lawsuit_phrase(token)
    inside = {child.i for child in token.subtree}
    verb = syntax.governing_verb(token)
    if verb is not None and syntax.base_form(verb) in load_words().filing | load_words().facing:
        inside |= {child.i for child in verb.subtree}
    for index in range(token.i + 1, window.end):
        child = doc[index]
        opens = child.i in inside and child.lower_ in CLAIM_PREPOSITIONS and child.pos_ in {"ADP", "SCONJ"}
        if opens or syntax.base_form(child) in CONTENT_VERBS:
            yield doc[index : window.end]
            return


def find_charges(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the phrase after "charged with", "convicted of", "sued for": up to the next preposition or clause."""
    words = token.doc[token.i : window.end]
    cue = next((word for word in words if syntax.base_form(word) in CHARGE_PREPOSITIONS), token)
    wanted = CHARGE_PREPOSITIONS.get(syntax.base_form(cue))
    opener = next((child for child in token.doc[cue.i + 1 : window.end] if child.lower_ == wanted), None)
    if opener is None or opener.i > cue.i + MAX_PHRASE:
        return
    phrase = list(itertools.takewhile(
        lambda word: word.pos_ in PHRASE_PARTS or word.lower_ in {"of", "to", "-"},
        token.doc[opener.i + 1 : min(window.end, opener.i + 1 + MAX_CHARGE)],
    ))  # fmt: skip
    idle = {"counts", "count", "of", "charges"}
    while phrase and (phrase[0].pos_ in {"DET", "NUM", "ADV"} or phrase[0].lower_ in idle):
        phrase = phrase[1:]
    while phrase and phrase[-1].pos_ not in {"NOUN", "PROPN"}:
        phrase.pop()
    if phrase and phrase[0].ent_type_ == "" and (phrase[0].pos_ in {"NOUN", "ADJ"} or phrase[0].lower_.endswith("ing")):
        yield token.doc[phrase[0].i : phrase[-1].i + 1].text.lower()


def find_amounts(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the sums of money in the proceeding's phrase or sought in it."""
    phrase = "" if syntax.is_predicate(token) else lawsuit_phrase(token).text
    inside = [match[0] for match in AMOUNT.finditer(phrase)]
    if inside:
        yield from (text.strip() for text in inside)
        return
    for match in AMOUNT.finditer(window.text):
        before, after = window.text[: match.start()].lower(), window.text[match.end() :].lower()
        if SOUGHT.search(before[-SOUGHT_REACH:]) or DAMAGES.match(after):
            yield match[0].strip()


def find_later_amounts(token: Token, others: Sequence[Token]) -> Iterator[str]:
    """Yield the damages sought in the sentence after a proceeding's, unless that speaks of a proceeding itself."""
    end = token.sent.end
    if end >= len(token.doc) or any(token.i < other.i < token.doc[end].sent.end for other in others):
        return
    text = token.doc[end].sent.text
    for match in AMOUNT.finditer(text):
        if SOUGHT.search(text[: match.start()].lower()) and DAMAGES.match(text[match.end() :].lower()):
            yield match[0].strip()


def find_filing_dates(token: Token, published: str | None) -> Iterator[str]:
    """Yield the ISO dates that stand with a verb of filing."""
    words, doc = load_words(), token.doc
    verbs = [token] if syntax.is_predicate(token) else []
    verb = syntax.governing_verb(token)
    if verb is not None and is_filed(token, verb):
        verbs.append(verb)
    verbs += [child for child in token.children if child.dep_ in {"acl", "acl:relcl", "relcl"}]
    filing = [verb for verb in verbs if verb.lemma_.lower() in words.filing]
    for verb in filing:
        clause = {t.i for t in verb.subtree}
        for entity in token.sent.ents:
            if label_of(entity.label_) != "DATE" or entity.root.i not in clause or not is_direct(entity.root, verb):
                continue
            # "over an April 2018 article" dates the article
            following = doc[entity.end] if entity.end < token.sent.end else token
            if following.pos_ == "NOUN" and entity.root in following.children:
                continue
            if iso := to_iso(entity.text, published):
                yield iso
    yield from filter(None, (to_iso(entity.text, published) for entity in find_stated_date(token)))


def find_stated_date(token: Token) -> Iterator[TokenSpan]:
    """Yield the date that a phrase gives a new suit: "denied it in a suit against Bo Dunn on January 16"."""
    phrase = lawsuit_phrase(token)
    if syntax.is_predicate(token) or phrase[0].lower_ not in {"a", "an"}:
        return
    if phrase.start == 0 or phrase[0].nbor(-1).lower_ != "in":
        return
    for entity in token.sent.ents:
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
    """Tell whether a date hangs on the verb itself, on its objects, or on nothing that is another clause."""
    node = date
    while node.head != node and node != verb:
        node = node.head
        if node != verb and syntax.is_predicate(node):
            return False
    return node == verb


def find_statuses(token: Token) -> Iterator[str]:
    """Yield what became of the proceeding, by the verb that it is or that governs it."""
    words = load_words()
    verbs = [token] if syntax.is_predicate(token) else [syntax.governing_verb(token)]
    verbs += [child for child in token.children if child.dep_ == "acl"]
    for verb in verbs:
        status = words.statuses.get(verb.lemma_.lower()) if verb is not None else None
        if status == "pleaded guilty" and verb is not None and not any(c.lower_ == "guilty" for c in verb.children):
            status = None
        if status:
            yield status
