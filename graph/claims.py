"""What a sentence says a proceeding is about: its causes of action and charges, as the text words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph import syntax
from graph.causes import find_causes, find_degree
from graph.charges import (
    CHARGE_PREPOSITIONS,
    MAX_CHARGE,
    PHRASE_PARTS,
    find_charges,
    list_other_charges,
    read_item,
    trim,
    write,
)
from graph.lawsuit_words import load_words
from graph.lawsuits import CONTENT_VERBS, is_habit, lawsuit_phrase
from graph.modality import judge_clause
from graph.model import Assertion, Span
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

# "a law to curb fraud", "false accusations of theft"
FIGHTING = frozenset(
    "address battle combat counter curb deter end eradicate expose fight investigate penalise penalize prevent probe "
    "prosecute reduce report stop tackle treat".split()
)
ACCUSATIONS = frozenset({"accusation", "allegation"})
UNTRUE = frozenset({"baseless", "bogus", "fabricated", "false", "unfounded", "untrue"})
# wrongs that stand for many rights
RIGHTS = frozenset({"civil rights violations", "constitutional rights violations", "due process violations"})
# "is seeking $5 million in damages for libel"
SOUGHT_FOR = re.compile(
    r"\b(?:damages|compensation|restitution)\b[^.;]{0,60}?\s(?:alleging|for|on\sallegations|over)\s"
)
# what one is sued for who says or prints something
DEFAMING = frozenset({"defamation"})
PUBLISHED = DEFAMING | {"breach of privacy", "copyright infringement", "plagiarism", "trademark infringement"}
PUBLICATIONS = frozenset(
    "article blog book broadcast column comment documentary editorial film interview movie op-ed post report remark "
    "review segment series show song speech statement story tweet video".split()
)
OCCASIONS = frozenset({"after", "as", "because", "before", "since", "when", "while"})
ACCUSING = frozenset({"accuse", "allege"})
# "the suit says that he called her a thief"
CALLING = frozenset({"brand", "call", "describe", "insinuate", "label"})
SAYINGS = PUBLICATIONS | frozenset(
    "accusation accuse allegation allege assertion call claim describe insinuate label say suggest".split()
)
# how a clause hangs on a suit that says what it claims: "filed a suit alleging fraud"
PLEADING = frozenset({"acl", "acl:relcl", "advcl", "conj", "relcl", "xcomp"})
# what befalls somebody, or what is done or left undone to him, that he sues over
HARMS = frozenset(
    "accident attack beating collapse collision crash death delay denial eviction explosion exposure failure fall "
    "firing injury leak loss misuse mistreatment ouster outbreak poisoning refusal removal shooting spill treatment "
    "violation".split()
)
KINDS = frozenset({"bankruptcy", "divorce"})
CIVIL = frozenset({"complaint", "countersue", "lawsuit", "sue", "suit"})
CLAIM_PREPOSITIONS = frozenset({"for", "over", "of", "with", "on"})
# what is called after a wrong and is none: "spreading conspiracy theories", "fraud insurance"
NAMESAKE = re.compile(r"[\s-](?:theor(?:y|ies|ists?)|insurance|prevention|training)\b", re.I)
# "violated the Fair Play Act": a breach of what is named as a law, in the text's words
BREACH = re.compile(
    r"\b(?:(?:violat|breach|infring)\w*+|br(?:eak(?:s|ing)?|oken?)(?!\sthe\slaw\b))\s(?:of\s)?"
    r"(?:(?:the|his|her|their|its|a|an|several|various)\s)?+"
    r"(?:[\w.’'-]++\s){0,6}?(?:Acts?|[Aa]mendments?|Clauses?|Code|Constitution|Title [IVX]++|laws?|rights|statutes?)\b"
)

# "infringing on several of her patents"
INFRINGED = re.compile(
    r"\binfring(?:e|ed|es|ing)\s(?:(?:on|upon)\s)?(?:[\w’'-]+\s){0,4}?(?P<right>copyright|patent|trademark)s?\b", re.I
)


def find_claims(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield the wrongs that a proceeding is about, as the text words them, else a charge that no list knows."""
    found = told = False
    for passage in claim_passages(token, window):
        breaches = [Span(*match.span()) for match in BREACH.finditer(passage.text)]
        for span, name in find_causes(passage.text):
            if is_content(root_of(passage, span), token, name, defaming=told or name in DEFAMING):
                continue
            if NAMESAKE.match(passage.text, span.end) or is_fought(root_of(passage, span)):
                continue
            found, told = True, told or name in DEFAMING
            # the text's own words tell which right: "violating the Fair Play Clause"
            if name in RIGHTS and any(span.overlaps(breach) for breach in breaches):
                continue
            breaches = [breach for breach in breaches if not span.overlaps(breach)]
            yield from list_coordinated(passage, span) or [word_claim(passage, span, name)]
        if not found and (infringed := INFRINGED.search(passage.text)):
            found = True
            yield load_words().kinds[infringed["right"].lower()]
        for breach in breaches:
            found = True
            yield " ".join(passage.text[breach.start : breach.end].lower().split())
    if found:
        yield from list_other_charges(token, window)
    elif kind := find_kind(token):
        yield kind
    else:
        charges = list(find_charges(token, window))
        yield from charges or find_matter(token, window)


def find_matter(token: Token, window: TokenSpan) -> Iterator[str]:
    """Yield what a suit is over where no wrong is named: "sued over an injury"."""
    if base_form(token) not in CIVIL:
        return
    over = next((word for word in window if word.i > token.i and word.lower_ == "over"), None)
    if over is None or not hangs_on_suit(over, token):
        return
    phrase = trim(read_item(token.doc[over.i + 1 : min(window.end, over.i + 1 + MAX_CHARGE)], PHRASE_PARTS))
    if phrase and any(word.lemma_.lower() in HARMS for word in phrase):
        yield write(phrase)


def hangs_on_suit(over: Token, token: Token) -> bool:
    """Tell whether "over" opens what a suit is about, of the suit itself or of the verb that files it."""
    verb = syntax.governing_verb(token)
    return over.head.head in (token, verb)


def root_of(passage: TokenSpan, span: Span) -> Token:
    """Return the token on which all others of a wrong that is named in a passage hang."""
    words = words_of(passage, span)
    return passage.doc[words[0].i : words[-1].i + 1].root


def words_of(passage: TokenSpan, span: Span) -> list[Token]:
    """Return the tokens of a wrong that is named in a passage."""
    start, end = passage.start_char + span.start, passage.start_char + span.end
    return [token for token in passage if start < token.idx + len(token) and token.idx < end]


def is_content(root: Token, cue: Token, name: str, *, defaming: bool) -> bool:
    """Tell whether a wrong is only what somebody said or wrote: "sued over an article that called her a fraud".

    What a defamation suit answers is itself said to be untrue: "a libel suit from Bo, who accuses her of theft".
    """
    if name in PUBLISHED:
        return False
    verb = cue if syntax.is_predicate(cue) else syntax.governing_verb(cue)
    node = root
    while node.head != node and node != cue:
        node = node.head
        if node in (cue, verb) or node.is_ancestor(cue):
            return False
        lemma = base_form(node)
        if lemma in PUBLICATIONS and node.i > cue.i:
            return True
        pleaded = node.dep_ in PLEADING and node.head in (cue, verb)
        civil = not syntax.is_predicate(cue) or base_form(cue) in CIVIL
        if not pleaded and (lemma in SAYINGS if defaming else civil and is_calling(node)):
            return True
    return False


def is_calling(verb: Token) -> bool:
    """Tell whether a verb says what somebody was called: "branded her a thief", "to claim that she is one".

    "A boss who she claims groped her" has the claim of the suit.
    """
    return syntax.is_predicate(verb) and (base_form(verb) in CALLING or (verb.lemma_ == "claim" and verb.tag_ == "VB"))


def is_fought(wrong: Token) -> bool:
    """Tell whether a wrong is what somebody acts against, or is falsely accused of: "a policy to curb fraud"."""
    node = wrong
    while node.dep_ == "conj" and node.head != node:
        node = node.head
    if base_form(node.head) in FIGHTING and node in syntax.direct_objects(node.head):
        return True
    accusing = node.head if syntax.case_of(node) == "of" else node
    untrue = any(word.lower_ in UNTRUE for word in syntax.children(accusing, {"amod"}))
    return untrue and accusing.lemma_.lower() in ACCUSATIONS


def find_later_claims(told: TokenSpan, sentences: Iterable[TokenSpan]) -> Iterator[str]:
    """Yield the wrongs that the sentences behind the one that told of a proceeding name as its own.

    "She wants $5 million for libel", "She accuses him of fraud", "She alleged that she was harassed".
    """
    for sentence in sentences:
        for verb in list_accusing(sentence):
            if goes_on(verb, told):
                yield from find_pleaded(verb)
        sought = SOUGHT_FOR.search(sentence.text)
        for span, name in find_causes(sentence.text) if sought else ():
            if sought is not None and span.start >= sought.end():
                yield word_claim(sentence, span, name)


def list_accusing(sentence: TokenSpan) -> Iterator[Token]:
    """Yield a sentence's main verb, and that of a clause on its subject: "Quill, who is accused of theft, denies"."""
    main = sentence.root
    clauses = (clause for noun in syntax.surface_subjects(main) for clause in noun.children)
    told = (clause for clause in clauses if clause.dep_ in syntax.RELATIVE_CLAUSE and syntax.is_passive(clause))
    verbs = [main, *told]
    yield from (verb for verb in verbs if base_form(verb) in ACCUSING and not is_habit(verb))


def goes_on(verb: Token, told: TokenSpan) -> bool:
    """Tell whether who accuses, or is accused, is a pronoun or stands in the sentence before: "Quill", "the mill".

    "The singer is accused of theft" goes back to somebody as well.
    """
    known = {word.lower_ for word in told if word.pos_ in {"NOUN", "PROPN"}}
    known |= {"the"} if syntax.is_passive(verb) else set()
    return any(
        noun.pos_ == "PRON" or not known.isdisjoint(word.lower_ for word in (noun, *noun.children))
        for noun in syntax.surface_subjects(verb)
    )


def find_pleaded(verb: Token) -> Iterator[str]:
    """Yield the wrongs of which a verb accuses somebody: "He is accused of fraud"."""
    if judge_clause(verb).assertion in {Assertion.NEGATED, Assertion.HYPOTHETICAL}:
        return
    behind = verb.doc[verb.i : max(word.i for word in verb.subtree) + 1]
    # "accused of theft after he harassed a guest" is of theft
    end = next((word.i for word in behind if word.lower_ in OCCASIONS and word.dep_ in {"advmod", "mark"}), behind.end)
    behind = verb.doc[verb.i : end]
    for span, name in find_causes(behind.text):
        if not is_content(root_of(behind, span), verb, name, defaming=name in DEFAMING):
            yield word_claim(behind, span, name)


def find_kind(noun: Token) -> str:
    """Return the wrong that a word right before a proceeding's noun stands for: "a copyright suit"; empty without."""
    if syntax.is_predicate(noun):
        return ""
    words = [token.lower_ for token in lawsuit_phrase(noun)]
    return next((name for word, name in load_words().kinds.items() if word in words), "")


def word_claim(passage: TokenSpan, span: Span, name: str) -> str:
    """Return the text's own words for a wrong where they are a noun phrase ("libel"), else the wrong's usual name."""
    if name in KINDS and name not in passage.text[span.start : span.end].lower():
        # "filed for Chapter 11", "citing irreconcilable differences"
        return name
    root = root_of(passage, span)
    nominal = root.pos_ in {"NOUN", "PROPN"} or (root.pos_ == "VERB" and root.lower_.endswith("ing"))
    if not nominal:
        return name
    return " ".join(passage.text[find_degree(passage.text, span.start) : span.end].lower().split())


def claim_passages(token: Token, window: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the words that can hold a proceeding's claims: its phrase, and what follows "for" or "alleging"."""
    doc = token.doc
    if not syntax.is_predicate(token):
        yield lawsuit_phrase(token)
    inside = {child.i for child in token.subtree}
    verb = syntax.governing_verb(token)
    words = load_words()
    if verb is not None and base_form(verb) in words.filing | words.facing | words.taking:
        inside |= {child.i for child in verb.subtree}
    wanted = CLAIM_PREPOSITIONS | {CHARGE_PREPOSITIONS.get(base_form(token), "for")}
    for index in range(token.i + 1, window.end):
        child = doc[index]
        opens = child.i in inside and child.lower_ in wanted and child.pos_ in {"ADP", "SCONJ"}
        if opens or base_form(child) in CONTENT_VERBS:
            yield doc[index : window.end]
            return


def list_coordinated(passage: TokenSpan, span: Span) -> list[str]:
    """Return each wrong of several that share a noun: "racial and gender-based discrimination"; of one, none."""
    end = passage.start_char + span.end
    noun = next(token for token in passage if token.idx + len(token) >= end)
    found, joined, index = list[str](), False, noun.i - 1
    while index > noun.sent.start:
        start = index
        while start - 2 > noun.sent.start and noun.doc[start - 1].text == "-":
            start -= 2
        kind = noun.doc[start : index + 1]
        if not (kind.root.pos_ == "ADJ" or len(kind) > 1 or kind.text.lower() in load_words().grounds):
            break
        found.append(f"{kind.text.lower()} {noun.lower_}")
        link = noun.doc[start - 1]
        joined = joined or link.lower_ in {"and", "or"}
        if not joined or link.lower_ not in {"and", "or", ","}:
            break
        index = start - 2 - (link.text != "," and noun.doc[start - 2].text == ",")
    return found[::-1] if joined and len(found) > 1 else []
