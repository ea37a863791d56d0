"""Walks along lists where a tree often fails: "Ada Quill, 62, a cook, the Mill Foundation and its head, Bo Dunn"."""

from __future__ import annotations

from itertools import takewhile

from graph.appositions import list_called
from graph.descriptions import load_descriptions
from graph.genitives import genitive_before
from graph.model import EntityType, MentionKind
from graph.reading import BRACKETS, LONGEST_BRACKETS, NAME_WALK, Filler, Reading
from graph.syntax import APPOSITION, GENITIVES, expand_conjuncts
from graph.tokens import Token
from graph.word_forms import is_plural

CLOSINGS = frozenset({",”", ',"', ",’"})
SEPARATORS = frozenset({",", ";", "and", "&", "along", "as", "plus", "together", "well"})
OPENERS = frozenset({",", ":", "—", "–", "-", "(", "named", "including"})
# "sued by Ada Quill, reports Reuters"
CREDITING = frozenset({"notes", "reported", "reports", "said", "says", "writes", "wrote"})
DASHES = frozenset({"-", "–", "—"})
LONGEST_ASIDE = 10
# bodies that a place has: "the city of Mill"
GOVERNED = frozenset(
    "borough city commonwealth county district government province republic state town village".split()
)
PLACES = frozenset({"GPE", "LOC", "PLACE"})
BEARING = frozenset({"in", "on", "of", "to", "behind"})
LONGEST_BEARING = 7
KIND_REACH = 4
KINDS = frozenset(
    "airline band chain club company firm franchise label network restaurant school squad studio team".split()
)
FIRMS = frozenset({"band", "brokerage", "firm", "house", "partnership"})
MARKS = frozenset({"-", "‘", '"', "“", "”", "'"})


def describes_body(noun: Token) -> bool:
    """Tell whether a noun after a name only says what kind of body it names: "the Sun newspaper"."""
    known = load_descriptions().get(noun.lower_) or load_descriptions().get(noun.lemma_.lower())
    return known is not None and known.type is not EntityType.PERSON


def members_of(reading: Reading, token: Token) -> list[Filler]:
    """Return the mentions that a token stands for, of a plural the names that explain it: "two firms, A and B"."""
    found = reading.fillers(token)
    if found and not any(reading.chains[filler.chain].is_named for filler in found):
        # "a former engineer named Bo Dunn"
        own = [filler for name in list_called(token) for filler in reading.fillers(name)]
        return own or find_firm(token, reading) or find_body_before(token, reading) or found
    if token.pos_ == "NUM" and token.i + 1 < token.sent.end and token.nbor().lower_ == "of":
        # "two of the women, Ada and Gale"
        token = next((child for child in token.children if child.dep_ == "nmod" and child.i > token.i), token)
        return names_listed(reading, token) or found
    if not found and token.pos_ == "NOUN" and (called := list_called(token)):
        # "a group called the Tea League"
        return [filler for name in called for filler in reading.fillers(name)]
    if found or not is_plural(token):
        return found
    named = [child for child in token.children if child.dep_ in APPOSITION and child.i > token.i]
    hung = [filler for name in expand_conjuncts(named) for filler in reading.fillers(name)]
    listed = names_listed(reading, token) if named else []
    return max(hung, listed, key=len)


def find_firm(noun: Token, reading: Reading) -> list[Filler]:
    """Return the body that "of" names behind a word for it: "the Harbor law firm of Dunn & Fox"."""
    if noun.lower_ not in FIRMS or noun.i + 2 >= noun.sent.end or noun.nbor().lower_ != "of":
        return []
    behind = noun.nbor(3) if noun.nbor(2).lower_ == "the" and noun.i + 3 < noun.sent.end else noun.nbor(2)
    return [item for item in reading.mentions_at(behind) if item.mention.type is EntityType.ORGANIZATION][:1]


def find_body_before(noun: Token, reading: Reading) -> list[Filler]:
    """Return the body whose name stands before a word for what it is: "the Harbor Records label"."""
    named = reading.name_before(noun) if noun.lower_ in KINDS else []
    if not named or any(
        word.lower_ in GENITIVES for word in noun.doc[reading.token_at[named[0].mention.head.start] : noun.i]
    ):
        return []
    return [item for item in named if item.mention.type is EntityType.ORGANIZATION][:1]


def mentions_after(reading: Reading, token: Token, *, gap: int, subjects: bool = False) -> list[Filler]:
    """Return the mention that starts within `gap` tokens after a token, and those listed with it.

    Each item of the list gives its last mention: "BBC director Bo Dunn" the person, "Ada's husband" none.
    `subjects` says that a verb may follow the list.
    """
    found: list[Filler] = []
    index, end = token.i + 1, token.sent.end
    while index < end:
        item, after = _read_item(reading, index, end)
        near = not found and after < end and after - token.i <= gap
        if item is None and near and _separates(reading, after):
            # "against the festival and its organizers Ada Quill and Bo Dunn"
            index = after + 1
            continue
        if item is None and found and (members := _find_members(reading, index, end)):
            index = members
            continue
        if item is None and found and (passed := _pass_place(reading, index, end)):
            # "against Bo Dunn, the state of Ohio, Harbor News": the graph holds no places
            index = passed
            continue
        if item is None and found and _goes_on(reading, index, after, end):
            # "for Ada Quill, three clinics of the town, and Bo Dunn"
            index = after + 1 + (reading.doc[after + 1].lower_ == "and")
            continue
        if reading.doc[index].lower_ in CREDITING:
            break
        if item is None or (not found and not any(reading.mentions_in(i) for i in range(index, index + gap + 1))):
            break
        if found and not subjects and _opens_clause(reading, after, end):
            # "sued Bo Dunn, the Gazette reported": what is followed by a verb opens a clause of its own
            break
        if not found or reading.chains[item.chain].is_named:
            found.append(item)
        index = after = _next_part(reading, _skip_aside(reading, after, end), end)
        if reading.doc[index : index + 2].text in CLOSINGS:
            # "“a sham suit by Harbor News,” the manager, Bo Dunn, said"
            break
        while index < end and _separates(reading, index):
            index += 1
        if index == after:
            break
    return found


def names_listed(reading: Reading, noun: Token) -> list[Filler]:
    """Return the people or bodies named right behind a plural: "three of his children: Gale and Lynda"."""
    opener = noun
    if noun.i + 1 < noun.sent.end and noun.nbor().lower_ in BEARING:
        # "the plaintiffs in the case, Gale and Lynda"
        commas = (
            at
            for at in range(noun.i + 2, min(noun.i + LONGEST_BEARING, noun.sent.end))
            if reading.doc[at].text in OPENERS
        )
        opener = reading.doc[next(commas, noun.i)]
    elif noun.i + 1 < noun.sent.end and noun.nbor().lower_ == "for":
        # "lawyers for Ada Quill, including Bo Dunn"
        reach = range(noun.i + 2, min(noun.i + LONGEST_BEARING, noun.sent.end))
        opener = reading.doc[next((at for at in reach if reading.doc[at].lower_ == "including"), noun.i)]
    last = max(noun.i, opener.i - 1) + 2
    while opener.i + 1 < noun.sent.end and opener.i < last and opener.nbor().text in OPENERS:
        opener = opener.nbor()
    # "defendants including the banks Harbor Bank and Quill Bank"
    listed = mentions_after(reading, opener, gap=KIND_REACH if opener.lower_ == "including" else 0, subjects=True)
    named = [filler for filler in listed if filler.mention.kind is MentionKind.NAMED]
    # "his daughters Gale and Lynda and his former assistant Ada Quill": she is no daughter
    return list(takewhile(lambda filler: filler is named[0] or not _has_owner(reading, filler), named))


def _separates(reading: Reading, index: int) -> bool:
    word = reading.doc[index]
    if word.lower_ == "as" and "well" not in {near.lower_ for near in reading.doc[index - 1 : index + 2]}:
        # "sued Ohio, as a bill allows"
        return False
    return word.lower_ in SEPARATORS or (word.lower_ == "with" and word.nbor(-1).lower_ in {"along", "together"})


def _opens_clause(reading: Reading, index: int, end: int) -> bool:
    """Tell whether a finite verb stands at a place: not "by Ada Quill and Bo Dunn arising from …"."""
    return index < end and reading.doc[index].pos_ in {"VERB", "AUX"} and reading.doc[index].tag_ != "VBG"


def _find_members(reading: Reading, index: int, end: int) -> int:
    """Return where the names of a counted group begin: "three of his children: Gale and Lynda"; 0 without one."""
    if index + 2 >= end or reading.doc[index].pos_ != "NUM" or reading.doc[index + 1].lower_ != "of":
        return 0
    marks = (at for at in range(index + 3, min(index + 3 + NAME_WALK, end - 1)) if reading.doc[at].text in OPENERS)
    at = next(marks, 0)
    return at + 1 if at and is_plural(reading.doc[at - 1]) else 0


def _pass_place(reading: Reading, index: int, end: int) -> int:
    """Return where a list goes on behind a place that is sued: "the state of Ohio, …"; 0 where none stands."""
    at = index + (reading.doc[index].lower_ == "the")
    governing = at + 1 < end and reading.doc[at].lower_ in GOVERNED and reading.doc[at + 1].lower_ == "of"
    at += 2 if governing else 0
    start = at
    while at < end and reading.doc[at].ent_type_ in PLACES and not reading.mentions_in(at):
        at += 1
    if at == start or at >= end or not _separates(reading, at):
        return 0
    while at < end and _separates(reading, at):
        at += 1
    return at


def _goes_on(reading: Reading, start: int, index: int, end: int) -> bool:
    """Tell whether an item of a list that names nobody is followed by another: "three associates, Bo Dunn …"."""
    if index + 2 >= end or index == start or reading.doc[index].lower_ not in {",", "and"}:
        return False
    if reading.doc[index].lower_ == "and" and index == start + 1 and reading.doc[start].pos_ in {"NOUN", "PROPN"}:
        # "Ada Quill, Management and Budget Director Bo Dunn"
        titled = takewhile(lambda word: word.pos_ in {"ADJ", "NOUN", "PROPN"}, reading.doc[index + 1 : end])
        return any(reading.mentions_at(word) for word in titled)
    counted = any(word.pos_ == "NUM" for word in reading.doc[start:index])
    closing = reading.doc[index : index + 2].text.lower() == ", and"
    following = index + 1 + closing + (reading.doc[index + 1 + closing].pos_ == "DET")
    return (closing or counted) and bool(reading.mentions_in(following))


def _next_part(reading: Reading, index: int, end: int) -> int:
    """Return the word behind the next semicolon of a list of such: "Ada Quill, a cook; Bo Dunn; and Cy Fox"."""
    marks = [at for at in range(index, end - 1) if reading.doc[at].text == ";"]
    listed = any(reading.doc[at + 1].lower_ == "and" for at in marks)
    plain = listed and reading.doc[index].lower_ in {",", ";"} and not reading.mentions_in(index + 1)
    return marks[0] if plain else index


def _skip_brackets(reading: Reading, index: int, end: int) -> int:
    """Return where a text goes on behind an abbreviation in brackets: "the Salem Union (SU), …"."""
    closing = BRACKETS.get(reading.doc[index].text) if index < end else None
    if closing is None:
        return index
    last = min(index + LONGEST_BRACKETS, end)
    return next((at + 1 for at in range(index + 1, last) if reading.doc[at].text == closing), index)


def _skip_aside(reading: Reading, index: int, end: int) -> int:
    """Return where a list goes on behind what is said of an item: "Bo Dunn, 62, of Mill, a cook, and Ada Quill"."""
    if index + 2 >= end or reading.doc[index].text not in {",", *DASHES}:
        return index
    if reading.doc[index].text in DASHES:
        # "Ada Quill - born Ada Dunn - and Cy Fox"
        last = min(index + 2 + LONGEST_ASIDE, end - 1)
        return next((at + 1 for at in range(index + 2, last) if reading.doc[at].text in DASHES), index)
    after = reading.doc[index + 1]
    closing = next(
        (at for at in range(index + 2, min(index + 2 + LONGEST_ASIDE, end)) if reading.doc[at].text == ","), 0
    )
    if closing and after.lower_ in {"of", "from"}:
        return closing
    aged = after.like_num and closing == index + 2
    named = any(
        filler.mention.kind is MentionKind.NAMED for at in range(index, closing) for filler in reading.mentions_in(at)
    )
    described = after.pos_ == "DET" and closing and not named and reading.doc[closing + 1 : end].text.startswith("and ")
    return _skip_aside(reading, closing, end) if aged or described else index


def _has_owner(reading: Reading, name: Filler) -> bool:
    """Tell whether a possessive pronoun opens the title before a name: "his former assistant Ada Quill"."""
    title = reading.doc[max(reading.token_at[name.mention.span.start] - 1, 0)]
    return title.pos_ == "NOUN" and any(owner.tag_ == "PRP$" for owner in genitive_before(title))


def _read_item(reading: Reading, index: int, end: int) -> tuple[Filler | None, int]:
    """Return the last mention of one item of a list, None where it only modifies, and where the item ends."""
    last: Filler | None = None
    tail: Token | None = None
    while index < end:
        here = [filler for filler in reading.mentions_in(index) if filler.mention.kind is not MentionKind.EVENT]
        word = reading.doc[index]
        if here:
            last = max(here, key=lambda filler: filler.mention.span.end)
            tail = None
            while index < end and reading.doc[index].idx < last.mention.span.end:
                index += 1
        elif word.lower_ in GENITIVES and reading.doc[index - 1].pos_ in {"NOUN", "PROPN", "PRON"}:
            last, index = None, index + 1
        elif reading.doc[index - 1].dep_ == "nmod:desc" and reading.doc[index - 1].head.i > index:
            # "Secretary of State Ada Quill"
            last, index = None, reading.doc[index - 1].head.i
        elif last is not None and word.text == "-" and index + 1 < end and not word.whitespace_:
            # "the Dunn-owned paper"
            last, index = None, index + 2
        elif last is not None and (closed := _skip_brackets(reading, index, end)) > index:
            index = closed
        elif last is not None and word.text in DASHES and word.whitespace_:
            break
        elif last is not None and word.text.endswith("ing") and word.text.islower():
            # "sued Harbor Press alleging …" where the tree takes the participle for a noun
            break
        elif word.pos_ in {"DET", "ADJ", "PROPN", "NOUN", "NUM", "ADV"} or word.text in MARKS:
            tail = word if last is not None and word.pos_ in {"NOUN", "PROPN"} else tail
            index += 1
        else:
            break
    return (last if tail is None or describes_body(tail) else None), index
