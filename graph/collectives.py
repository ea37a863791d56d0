"""Tells the names of firms, teams and bands from those of people, by the words around them."""

from __future__ import annotations

from graph.descriptions import load_given_names
from graph.nlp import label_of
from graph.residue import is_bearer
from graph.spans import index_entities, index_words
from graph.syntax import GENITIVES, SUBJECT
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.word_forms import HYPHENS
from graph.works import counts_sport

# of which nobody is told who has but a surname: "drug maker Quill", "Scottish side Quill"
OF_LONE = frozenset({"maker", "operator", "side"})
# who plays for a team, and who leads a body
TEAM_ROLES = frozenset("captain defender goalkeeper leader midfielder striker winger".split())
PLAYERS = frozenset("bassist drummer frontman frontwoman guitarist keyboardist rocker vocalist".split())
# what those who ask many people publish: "a Quill poll"
POLLS = frozenset({"poll", "polls", "pollster", "survey", "surveys"})
# what a verb has before it that tells of many
JOINING = frozenset({"and", "&", "or", "nor", ",", "/", "(", ")"})
MANY = frozenset({"are", "have", "were"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass", "cop"})


def is_many(span: TokenSpan) -> bool:
    """Tell whether a lone name takes a plural as teams and bands do: "Arden have signed Bo Dunn"."""
    root, verb = span.root, span.root.head
    doc, end = span.doc, span.end
    beside = {doc[at].lower_ for at in (span.start - 1, end) if 0 <= at < len(doc)}
    if len(span) > 1 or root.dep_ not in SUBJECT or not beside.isdisjoint(JOINING):
        return False
    # "the Quills" may be a family
    if is_bearer(doc, span.text) or ("the" in beside and span.text.endswith("s")):
        return False
    forms = [verb, *(child for child in verb.children if child.dep_ in AUXILIARY)]
    # "Quill should have", "did Quill have", "if Quill were"
    plural = any(
        form.tag_ in {"VBP", "VBD"}
        and form.lower_ in MANY
        and form.i > root.i
        and JOINING.isdisjoint(token.lower_ for token in doc[root.i : form.i])
        for form in forms
    )
    supposed = any(child.lower_ in {"if", "though"} for child in verb.children)
    return plural and not supposed and (counts_sport(doc) or span[0].lower_ not in load_given_names())


def is_staffed(span: TokenSpan) -> bool:
    """Tell whether the words beside a lone name are those of a firm or a team: "drug maker Quill", "Quill striker Bo".

    "London-based Quill" is a firm, too; "the Quill leader" leads a party, "Quill leader Bo" may be anybody's.
    """
    doc, start, end = span.doc, span.start, span.end
    before = doc[start - 1] if start else None
    if before is not None and before.pos_ == "NOUN" and before.lower_ in OF_LONE:
        return not is_clause(span, before)
    if start > 1 and doc[start - 1].lower_ in {"based", "listed"} and doc[start - 2].text in HYPHENS:
        return True
    following = doc[end].lower_ if end < len(doc) else ""
    if following in POLLS and before is not None and before.lower_ in {"a", "new", "recent", "the"}:
        return True
    articled = before is not None and before.lower_ in {"the", "new", "former", "their"}
    return following in TEAM_ROLES and (articled or following in {"goalkeeper", "midfielder", "striker", "winger"})


def is_clause(span: TokenSpan, noun: Token) -> bool:
    """Tell whether a name begins a clause on the noun before it: "the bank Quill founded", or owns what follows."""
    root = span.root
    return (root.dep_ in SUBJECT and root.head.head == noun) or (
        span.end < len(span.doc) and span.doc[span.end].text in GENITIVES)  # fmt: skip


def is_team(span: TokenSpan) -> bool:
    """Tell whether a name is a place and a plural that is used alone with "the": "the Sydney Herons", "the Herons"."""
    last, doc = span[-1].text, span.doc
    place = index_entities(doc).get(doc[span.start : span.end - 1].text, ()) if len(span) > 1 else ()
    if not last.endswith("s") or not any(label_of(other.label_) == "PLACE" for other in place):
        return False
    return any(token.i and doc[token.i - 1].lower_ == "the" for token in index_words(doc)[last])


def has_score(span: TokenSpan) -> bool:
    """Tell whether the score of one game parts a name from another: "Arden 0-2 Norham", but "Quill 6-4 6-2"."""
    doc, start, end = span.doc, span.start, span.end
    after = is_score(doc, end) and end + 3 < len(doc) and doc[end + 3].text[:1].isupper()
    return after or (start > 3 and is_score(doc, start - 3) and doc[start - 4].text[:1].isupper())


def is_score(doc: Doc, at: int) -> bool:
    """Tell whether two numbers and a dash stand at a token: "0-2"."""
    return at + 2 < len(doc) and doc[at + 1].text in HYPHENS | {"–"} and (
        doc[at].text.isdigit() and doc[at + 2].text.isdigit())  # fmt: skip


def is_band(span: TokenSpan) -> bool:
    """Tell whether somebody plays in what a name stands for: "Harbor Crew guitarist Ada Quill"."""
    doc, end = span.doc, span.end
    following = doc[end + 1] if end + 1 < len(doc) else None
    return following is not None and doc[end].lower_ in PLAYERS and label_of(following.ent_type_) == "PERSON" and (
        span[0].lower_ not in load_given_names())  # fmt: skip
