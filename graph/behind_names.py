"""Hangs what stands behind a name on it: "the settlement with Ada Quill, a baker, who sued" tells both of her."""

from __future__ import annotations

from graph.descriptions import describes_person, load_descriptions
from graph.tokens import Doc, Token
from graph.word_forms import base_form, is_plural

RELATIVES = frozenset({"acl:relcl", "relcl"})
# what a tree makes of a relative clause that it takes for another one
TORN = frozenset({"advcl", "advcl:relcl", "ccomp", "parataxis"})
PEOPLE = frozenset({"PER", "PERSON"})
BODIES = frozenset({"COURT", "MEDIA", "ORG"})
TITLING = frozenset({"compound", "nmod:desc"})
# what else stands for one who is named: "the lawyer, Ada Quill", "former Harbor lawyer Ada Quill"
SAME = TITLING | {"appos", "conj", "flat"}
SUITS = frozenset({"action", "case", "complaint", "countersuit", "lawsuit", "suit"})
PLURALS = frozenset({"are", "have", "were"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl"})
# what no verb has twice without "and"
DOUBLED = ARGUMENTS | {"obl:agent", "vocative"}
OPENING = frozenset({"a", "an", "the", "which", "who", "whose"})


def mend_behind_names(doc: Doc) -> None:
    """Hang what "who", "whose", "which" or "a" begins on the name before its comma where no other can be meant."""
    for token in doc:
        if token.i > 1 and not token.is_sent_start and token.lower_ in OPENING and token.nbor(-1).text == ",":
            if token.lower_ == "which":
                _hang_behind(token)
            elif token.lower_ == "who":
                _return_clause(token, token.head)
            elif token.lower_ != "whose":
                _describe(token)
            elif token.head.dep_ in ARGUMENTS:
                _return_clause(token, token.head.head)


def _find_start(name: Token) -> int:
    """Return where the name begins that a token ends."""
    start = name.i
    while start > name.sent.start and name.doc[start].ent_iob_ == "I":
        start -= 1
    return start


def _list_roots(name: Token, start: int) -> list[Token]:
    """Return the words of a name, from its start to its last word, that hang on words outside it."""
    return [word for word in name.doc[start : name.i + 1] if not start <= word.head.i <= name.i]


def _describe(article: Token) -> None:
    """Make a description of what a tree takes for a second argument: "the shop is run by Ada Quill, a baker"."""
    noun, name = article.head, article.nbor(-2)
    described = noun.pos_ == "NOUN" and noun.i > article.i and noun.dep_ in DOUBLED and noun.head.i < name.i
    if not described or name.ent_type_ not in PEOPLE or is_plural(noun):
        return
    start = _find_start(name)
    own = _list_roots(name, start)
    if describes_person(base_form(noun)) and len(own) == 1 and noun.head.i < start and not noun.is_ancestor(own[0]):
        noun.head, noun.dep_ = own[0], "appos"


def _return_clause(who: Token, clause: Token) -> None:
    """Hang a clause on the person named right before it: "a blow to Ada Quill, who sued", "Ada, who left, Bo, who …".

    "Ada and Bo Dunn, who were there" speaks of both, and "the wife of Bo Dunn, who sued" may speak of either.
    """
    doc, name = who.doc, who.nbor(-2)
    joined = clause.dep_ == "conj" and clause.head.dep_ in RELATIVES
    torn = clause.dep_ in TORN and who.head.i >= who.i
    if not (joined or torn or clause.dep_ in RELATIVES) or name.ent_type_ not in PEOPLE or clause.i < who.i:
        return
    start = _find_start(name)
    while start > name.sent.start and doc[start - 1].dep_ in TITLING:
        start -= 1
    opening = [word.lower_ for word in doc[max(0, start - 2) : start]]
    listed = opening[-1:] in [[","], ["including"]] or opening == [",", "and"]
    several = clause.tag_ == "VBP" or any(child.lower_ in PLURALS for child in clause.children)
    own = _list_roots(name, start)
    if len(own) != 1 or several or clause.is_ancestor(own[0]):
        return
    above = clause.head
    if (listed and not start <= above.i <= name.i) or torn or _is_other(above, own[0], start, name.i):
        clause.head, clause.dep_ = own[0], "acl:relcl"


def _is_other(above: Token, named: Token, start: int, end: int) -> bool:
    """Tell whether what a clause hangs on can be no one but the person named before it, nor stand for that person."""
    if start <= above.i <= end:
        return False
    word = named
    while word.dep_ in SAME and word.head != word:
        word = word.head
        if word == above:
            return False
    if not above.is_ancestor(named):
        # "the women have accused Ada, who sang": a clause belongs to what it follows
        return above.i < start
    known = load_descriptions().get(base_form(above))
    return (known is None and above.pos_ == "NOUN") or is_plural(above)


def _hang_behind(which: Token) -> None:
    """Hang a clause on the body or suit before its comma, not across a tree or on a person: "the Fund, which sued"."""
    clause, comma = which.head, which.nbor(-1)
    if comma.is_sent_start or clause.dep_ not in RELATIVES:
        return
    name = comma.nbor(-1)
    while name.text == ")" or (name.pos_ == "PROPN" and name.i > name.sent.start and name.nbor(-1).text == "("):
        # "the Mill Fund (MF), which …"
        name = name.nbor(-2 if name.text != ")" else -1)
    first = _find_start(name)
    roots = _list_roots(name, first)
    if name.lemma_ in SUITS and clause.head.i < name.i and not clause.is_ancestor(name):
        # "is a defendant in the lawsuit, which Ada filed"
        clause.head = name
    if name.pos_ != "PROPN" or len(roots) != 1 or clause.is_ancestor(roots[0]) or clause.head == roots[0]:
        return
    above = clause.head
    person = above.ent_type_ in PEOPLE or (above.dep_ == "appos" and above.head.ent_type_ in PEOPLE)
    crossed = above.i < first and not above.is_ancestor(roots[0])
    if crossed or (person and roots[0].ent_type_ in BODIES):
        clause.head = roots[0]
