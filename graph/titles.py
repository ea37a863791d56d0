"""Gives a name the place of its title in the tree: of "sued Secretary of State Ada Quill", Ada Quill is the object.

Universal Dependencies hang a title on the name that follows: https://universaldependencies.org/en/dep/nmod-desc.html
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.descriptions import load_descriptions
from graph.model import EntityType
from graph.tokens import Doc, Span, Token

# "Secretary of Health and Human Services": so many words belong to an office at most
LONGEST_OFFICE = 6
JOINING = frozenset({"and", "&", "the"})
# what a title keeps to itself, on its left; all else that it governs belongs to the name
OWN = frozenset({"det", "amod", "compound", "nmod", "nmod:poss", "nmod:desc", "nummod", "advmod"})
OBLIQUE = frozenset({"obl", "nmod"})
# what stands behind a name: "Ada Quill QC, representing Bo Dunn, said"
DEGREES = frozenset({"CBE", "Esq", "KC", "MBE", "MP", "OBE", "PhD", "QC"})

# titles as they are shortened before a name
SHORTENED = {
    "capt": "captain", "det": "detective", "gov": "governor", "lt": "lieutenant", "prof": "professor",
    "rep": "representative", "rev": "reverend", "sen": "senator", "sgt": "sergeant",
}  # fmt: skip


def mend_titles(doc: Doc) -> None:
    """Hang a title with its office on the name that follows, which takes the title's place: "Director of … Bo Dunn"."""
    for name in doc.ents:
        title = find_title(name)
        if title is not None:
            _hang(title, name)
        if name.label_ == "PERSON" and name.end < name.sent.end and doc[name.end].text in DEGREES:
            _fold(doc[name.end], name.root)


def find_title(name: Span) -> Token | None:
    """Return the title of a person's name where it holds an "of": "Chief of Staff Bo Dunn"; else None."""
    if name.label_ != "PERSON" or not name.start or name.doc[name.start - 1].lower_ in JOINING:
        return None
    first = max(name.sent.start + 1, name.start - LONGEST_OFFICE - 1)
    for place in range(name.start - 1, first - 1, -1):
        token = name.doc[place]
        if token.lower_ == "of" and token.dep_ == "case":
            title = token.nbor(-1)
            return title if place + 1 < name.start and is_title(title) else None
        if token.ent_type_ == "PERSON" or not (token.text[0].isupper() or token.lower_ in JOINING):
            return None
    return None


def is_title(token: Token) -> bool:
    """Tell whether a word is a capitalised description of a person: "Secretary"."""
    described = load_descriptions().get(token.lower_)
    return token.text[0].isupper() and described is not None and described.type is EntityType.PERSON


def _hang(title: Token, name: Span) -> None:
    office = name.doc[title.i + 2 : name.start]
    head, last = name.root, office[-1]
    phrase = name.doc[title.i : name.end]
    tied = next((word for word in (title, head, *office) if word.head == word or word.head not in phrase), None)
    if tied is None:
        return
    governor, label = tied.head, tied.dep_
    orphans = list(_list_orphans(title, office, phrase))
    _set(head, head if governor == tied else governor, label)
    _set(title, head, "nmod:desc")
    _set(last, title, "nmod")
    for word in (title.nbor(), *office[:-1]):
        if word.head not in office:
            _set(word, last, "case" if word.i == title.i + 1 else "compound")
    for orphan in orphans:
        orphan.head = head
    marked = any(child.dep_ == "case" for child in head.children)
    if head.dep_ in OBLIQUE and head.head.pos_ == "VERB" and head.head.i < head.i and not marked:
        # the "of" within the title marks no oblique
        head.dep_ = "obj"


def _fold(degree: Token, name: Token) -> None:
    """Hang a degree on the name before it, which takes over all that the degree governs."""
    orphans = [child for child in degree.children if child != name]
    if name.head == degree:
        _set(name, name if degree.head == degree else degree.head, degree.dep_)
    elif degree.head != name:
        return
    _set(degree, name, "flat")
    for orphan in orphans:
        orphan.head = name


def _list_orphans(title: Token, office: Span, phrase: Span) -> Iterator[Token]:
    """Yield what hangs on a title or its office and belongs to the name: prepositions, conjuncts, appositions."""
    for word in (title, *office):
        for child in word.children:
            if child not in phrase and (child.i > title.i or child.dep_ not in OWN):
                yield child


def _set(word: Token, head: Token, label: str) -> None:
    word.head, word.dep_ = head, label


def read_title(doc: Doc, start: int) -> str:
    """Return the role that a shortened title before a name says, or nothing: "Sen. Ada Quill"."""
    before = doc[start - 1] if start else None
    if before is not None and before.text == "." and start > 1:
        before = doc[start - 2]
    return SHORTENED.get(before.lower_.rstrip("."), "") if before is not None and before.text[0].isupper() else ""
