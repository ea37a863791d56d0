"""Finds everything that refers to a person, an outlet, an organization, a court or a work: Doc in, Mentions out."""

from __future__ import annotations

from collections.abc import Iterator

from graph.descriptions import Description, load_descriptions
from graph.memory import once_per_document
from graph.model import EntityType, Mention, MentionKind, Span
from graph.names import find_names
from graph.prefixes import is_prefix
from graph.spans import find_words, index_words, sentence_bounds
from graph.syntax import ANY_SUBJECT, COMPOUND, POSSESSOR
from graph.tokens import Doc, Token
from graph.word_forms import HYPHENS, base_form, is_in_law, list_forms

PERSONAL = frozenset(
    "he she him her his hers himself herself they them their theirs themselves i me my mine myself".split()
)
NEUTER = frozenset({"it", "its"})
# "it rained", "it turned out": what has no doer
IMPERSONAL = frozenset(
    "appear emerge follow happen hail look pour rain remain seem snow take thunder transpire turn".split()
)
# "attorney general", "president-elect": the head comes first
AFTER_HEAD = frozenset({"general", "elect", "designate", "-elect", "-designate"})
# "secretary of state", "chief of staff", "person of interest"
OF_OFFICE = frozenset("Staff staff State state Defense defense Defence defence interest".split())
DEFINITE = frozenset({"the", "this", "that"})
OPENERS = frozenset({"the", "a", "an", "this", "that", "his", "her", "their", "my", "our", "its"})
# bodies of which a story has one that needs no article: "company officials", but not "police officials"
RECALLED = frozenset("agency airline bank club college company firm league network team university".split())
# what is held or given and is no body: "the funeral service", "her birthday party", and "the party" after that
EVENTS = {
    "office": frozenset({"box", "home", "oval", "post"}),
    "party": frozenset(
        "bachelor bachelorette birthday christmas cocktail dance dinner frat holiday house pool tea third".split()
    ),
    "service": frozenset(
        "burial church community customer funeral graveside jury memorial military prayer public religious".split()
    ),
    "trust": frozenset({"full", "public"}),
}
# "brought to justice", "obstruct justice": nobody, unless a word before it says which
ABSTRACT = frozenset({"justice"})
INDEFINITE = frozenset({"a", "an", "another", "any", "every", "each", "some", "no", "either", "neither"})


def token_span(token: Token) -> Span:
    """Return the characters of one token."""
    return Span(token.idx, token.idx + len(token))


def phrase_start(noun: Token, blocked: set[int]) -> int:
    """Return the first token of the noun's own phrase, its possessor and modifiers included."""
    start, first = noun.i, sentence_bounds(noun.doc)[noun.i][0]
    if base_form(noun) == "year-old":
        start = max(first, start - len(("46", "-", "year", "-")))
    above = {noun.i, *(token.i for token in noun.ancestors)}
    while start > first:
        before = noun.doc[start - 1]
        hangs = before.head.i in above or start <= before.head.i <= noun.i
        inside = hangs and before.dep_ not in {"case", "punct", "cc", "mark"}
        # "the 32-year-old model", "the Oscar-winning actress": what hyphens tie to a modifier goes with it
        hyphened = noun.doc[start].text in HYPHENS or (before.text in HYPHENS and not before.whitespace_)
        inside = inside or (hyphened and noun.is_ancestor(before))
        modifier = hyphened or before.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "DET"} or before.dep_ == "amod" or (
            before.lower_ in {"'s", "’s", "co", "ex"})  # fmt: skip
        plural = before.tag_ == "POS"
        owner = before.dep_ in POSSESSOR or (noun.doc[start].tag_ == "POS" and modifier)
        if not ((inside and modifier) or before.lower_ in {"'s", "’s"} or plural or owner or before.i in blocked):
            break
        start -= 1
        if before.i in blocked:
            continue
        if before.pos_ == "DET" or before.lower_ in OPENERS:
            return start
    return start - 1 if start > first and noun.doc[start - 1].lower_ in OPENERS else start


def phrase_end(noun: Token) -> int:
    """Return the token after the noun's phrase, an adjective behind it included: "the attorney general"."""
    end = noun.i + 1
    if is_in_law(noun):
        return end + 4
    if end + 1 < len(noun.doc) and noun.doc[end].lower_ == "of" and noun.doc[end + 1].text in OF_OFFICE:
        return end + 2
    if end + 1 < len(noun.doc) and noun.doc[end].text in HYPHENS and noun.doc[end + 1].lower_ in AFTER_HEAD:
        return end + 2
    return end + 1 if end < len(noun.doc) and noun.doc[end].lower_ in AFTER_HEAD else end


def find_determiner(noun: Token, start: int) -> str:
    """Return "possessed", "definite", "indefinite" or "" for how the noun's phrase begins."""
    words = {token.lower_ for token in noun.doc[start : noun.i]}
    if any(child.dep_ in POSSESSOR for child in noun.children) or words & {"'s", "’s", "his", "her", "their", "my"}:
        return "possessed"
    if words & DEFINITE:
        return "definite"
    return "indefinite" if words & INDEFINITE else ""


def find_named(doc: Doc) -> Iterator[tuple[Mention, set[int]]]:
    """Yield the named mentions with the tokens that they cover."""
    for name in find_names(doc):
        span = name.tokens(doc)
        head = span.root if span.root.pos_ != "PUNCT" else span[-1]
        yield (
            Mention(Span(span.start_char, span.end_char), span.text, name.type, MentionKind.NAMED, token_span(head)),
            set(range(span.start, span.end)),
        )


def describe(token: Token) -> Description | None:
    """Return what a noun describes; None for a word that describes nothing the graph holds, and for plurals."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} and token.tag_ not in {"NN", "NNP"}:
        return None
    known = load_descriptions().get(token.lower_) or load_descriptions().get(base_form(token))
    if known is None:
        return None
    plural = token.lower_ not in load_descriptions() and token.lower_.endswith("s") and token.lemma_ != token.lower_
    return None if plural or ("Number=Plur" in str(token.morph) and token.lower_ not in load_descriptions()) else known


def modifies_noun(token: Token) -> bool:
    """Tell whether a noun only says which thing the next noun is: "its parent company", "a seven-man jury"."""
    if token.is_sent_end:
        return False
    if token.i - token.sent.start > 1 and token.nbor(-1).text in HYPHENS and token.nbor(-2).pos_ == "NUM":
        return True
    if token.dep_ not in COMPOUND:
        return False
    noun = token.head
    # "a Democrat political rival"
    between = token.doc[token.i + 1 : noun.i]
    return noun.i > token.i and noun.pos_ == "NOUN" and all(word.head == noun for word in between)


def recalls_body(noun: Token) -> bool:
    """Tell whether a noun means the body of the story for those who act for it: "company officials"."""
    following = noun.nbor()
    known = load_descriptions().get(following.lower_) or load_descriptions().get(base_form(following))
    return base_form(noun) in RECALLED and known is not None and known.type is EntityType.PERSON


def is_event(noun: Token) -> bool:
    """Tell whether a noun for a body stands for what is held or given: "the memorial service … the service"."""
    if base_form(noun) not in EVENTS or not noun.i:
        return False
    before = noun.nbor(-1)
    return before.lower_ in EVENTS[base_form(noun)] or (
        before.lower_ in DEFINITE and base_form(noun) in find_events(noun.doc))  # fmt: skip


@once_per_document
def find_events(doc: Doc) -> frozenset[str]:
    """Return the nouns for bodies that a document uses of something held or given."""
    return frozenset(
        noun
        for noun, kinds in EVENTS.items()
        for token in index_words(doc).get(noun, ())
        if token.i and doc[token.i - 1].lower_ in kinds
    )


def find_nominal(doc: Doc, named: set[int]) -> Iterator[Mention]:
    """Yield the descriptions of one thing (or of a couple): "the actress", "her husband", "Quill's lawyer"."""
    known = load_descriptions()
    for token, form in list_forms(doc):
        if (form not in known and token.lower_ not in known) or token.i in named or is_prefix(token):
            continue
        described = describe(token)
        if described is None or is_event(token) or (modifies_noun(token) and not recalls_body(token)):
            continue
        start = phrase_start(token, named)
        if token.text in ABSTRACT and start == token.i:
            continue
        text = doc[start : phrase_end(token)]
        yield Mention(
            Span(text.start_char, text.end_char), text.text, described.type, MentionKind.NOMINAL, token_span(token)
        )


def is_neuter(token: Token) -> bool:
    """Tell whether a token is "its", or "it" as a subject that stands for something: not "it is raining"."""
    if token.lower_ == "its":
        return token.dep_ in POSSESSOR
    if token.lower_ != "it" or token.dep_ not in ANY_SUBJECT:
        return False
    return token.head.pos_ == "VERB" and token.head.lemma_.lower() not in IMPERSONAL


def find_pronominal(doc: Doc) -> Iterator[Mention]:
    """Yield the personal pronouns, possessives and reflexives, and "it" and "its"."""
    for token in find_words(doc, PERSONAL | NEUTER):
        if is_neuter(token):
            span = token_span(token)
            yield Mention(span, token.text, EntityType.ORGANIZATION, MentionKind.PRONOMINAL, span)
        elif token.lower_ in PERSONAL and (token.pos_ in {"PRON", "DET"} or token.tag_ in {"PRP", "PRP$"}):
            span = token_span(token)
            yield Mention(span, token.text, EntityType.PERSON, MentionKind.PRONOMINAL, span)


def find_mentions(doc: Doc) -> list[Mention]:
    """Return all mentions of people, outlets, organizations, courts and works, in text order."""
    found: list[Mention] = []
    named: set[int] = set()
    for mention, tokens in find_named(doc):
        found.append(mention)
        named |= tokens
    found.extend(find_nominal(doc, named))
    found.extend(find_pronominal(doc))
    return sorted(found, key=lambda mention: (mention.span.start, -mention.span.end, mention.kind))
