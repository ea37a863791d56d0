"""Who is named as one of a group: "Among those sued were Ada Quill and Bo Dunn", "Ada Quill, along with Bo Dunn"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graph import syntax
from graph.attribution import credited_behind
from graph.listing import members_of, mentions_after
from graph.model import MentionKind
from graph.reading import Filler, Reading
from graph.spans import sentence_bounds
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

LIST_REACH = 8
NEAREST = 3
LONGEST_OPENING = 7
LONGEST_BEARING = 9
LINKS = frozenset({"are", "is", "was", "were"})
LISTING = frozenset({"include", "includes", "included"})
# what opens a sentence that names the members of a group behind its verb: "Also named were Ada Quill and Bo Dunn"
OPENINGS = frozenset({"also", "among", "other", "others", "those"})
EXAMPLES = frozenset({"including", "namely"})
LONGEST_FILING = 18
FILED = frozenset({"filed", "brought", "lodged"})
PHRASE = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
NAMING = frozenset({"add", "identify", "list", "name", "describe"})
# who holds an office that stands behind "as": the object of the one, the subject of the other
REPLACING = frozenset({"replace", "succeed"})
INSTALLING = frozenset(
    (
        "appoint choose confirm dismiss drop elect employ enlist fire hire install instal keep list name nominate oust "
        "pick promote recruit reelect re-elect reinstate remove retain sack select swear tap"
    ).split()
)
HOLDING = frozenset(
    (
        "act become begin continue depart end freelance function intern join leave moonlight quit reelect remain "
        "resign retire return rise serve spend start stay step take volunteer work"
    ).split()
)
BECOMING = frozenset({"become", "remain"})
# "his job as chairman of Harbor Gas"
TENURES = frozenset(
    "capacity career days duty gig job position post record role stint spell tenure term time work year".split()
)
ENTERED = TENURES | INSTALLING | HOLDING | BECOMING | REPLACING
PLEADINGS = frozenset({"complaint", "countersuit", "lawsuit", "petition", "suit"})
LONGEST_TITLE = 8
LEADING = frozenset({"headed", "led"})
# what is part of a body: "the head of the FBI's cyber division"
PARTS = frozenset(
    (
        "board branch bureau campus center centre clinic committee department desk division faculty group institute "
        "lab laboratory newsroom office practice program programme project school section squad team unit wing"
    ).split()
)
JOINED = frozenset({("along", "with"), ("together", "with"), ("addition", "to"), ("well", "as")})
JOINING = frozenset(last for _, last in JOINED)

# what is done with a suit by others than its plaintiff: "the case argued by Ada Quill", "a suit seen by Harbor News"
HANDLING = frozenset(
    "argue back bankroll champion cite cover decide describe dismiss endorse fund handle hear highlight lose mention "
    "obtain oversee overturn preside publicize reject report review see settle support toss try win".split()
)
HANDLING_REACH = 4


def find_included(word: Token, reading: Reading) -> list[Filler]:
    """Return who is said to be among a group: "The defendants include Ada", "The firms named in the suit are A and B".

    The word is the group's noun or the participle that says what was done to it.
    """
    if word.tag_ == "VBN" and word.dep_ in syntax.PARTICIPLE and syntax.case_of(word.head) == "among":
        # "Ada, who was among those named in the suit"
        subjects = syntax.surface_subjects(word.head) if syntax.children(word.head, {"cop"}) else []
        before = [token for token in subjects if token.i < word.i]
        if found := [filler for token in before for filler in members_of(reading, token)]:
            return found
    link = _find_link(word)
    # "Listed plaintiffs include Ada": the noun says what they are
    if link is None or not _opens_group(word, link) or (word.tag_ == "VBN" and word.nbor().pos_ == "NOUN"):
        return []
    colon = next((token for token in word.doc[link.i : word.sent.end] if token.text == ":"), link)
    opener = colon if link.lower_ in LISTING else link
    listed = mentions_after(reading, opener, gap=LIST_REACH if link.lower_ in LISTING else NEAREST)
    return listed if any(filler.mention.kind is MentionKind.NAMED for filler in listed[:1]) else []


def _find_link(word: Token) -> Token | None:
    """Return the verb between a group and its members, where only phrases that describe the group stand before it."""
    end, aside = min(word.sent.end, word.i + LONGEST_BEARING), False
    for token in word.doc[word.i + 1 : word.sent.end]:
        if token.text == ",":
            aside = not aside
            end = min(word.sent.end, token.i + LONGEST_BEARING)
        elif token.i >= end:
            return None
        elif not aside and token.lower_ in LINKS | LISTING:
            return token
        elif not aside and token.pos_ in {"VERB", "AUX", "PUNCT", "SCONJ"} and token.text not in {"-", "'", "’"}:
            return None
    return None


def _opens_group(word: Token, link: Token) -> bool:
    before = word.doc[max(word.sent.start, word.i - LONGEST_OPENING) : word.i]
    if any((token.pos_ == "VERB" and token.tag_ != "VBN") or token.text == "," for token in before):
        return False
    inverted = word.i == word.sent.start or not OPENINGS.isdisjoint(token.lower_ for token in before)
    several = is_plural(word) and link.lower_ not in {"is", "was"}
    return inverted or several or (word.tag_ == "VBN" and word.dep_ == "acl")


def find_likewise(noun: Token, reading: Reading) -> list[Filler]:
    """Return of whom the same is said: "Ada Quill is a defendant in the case, as are Bo Dunn and Harbor News"."""
    for token in noun.doc[noun.i + 1 : noun.sent.end - 1]:
        if token.lower_ == "as" and token.nbor().lower_ in LINKS and token.nbor(-1).text == ",":
            return mentions_after(reading, token.nbor(), gap=LIST_REACH)
    return []


def find_named_as(noun: Token, reading: Reading) -> list[Filler]:
    """Return who is called what a noun says: "Bo Dunn was named as a defendant", "Bo Dunn, listed as a plaintiff".

    So is whoever "is one of the plaintiffs".
    """
    if syntax.case_of(noun) == "of" and noun.head.pos_ == "NUM" and syntax.children(noun.head, {"cop"}):
        singled_out = syntax.surface_subjects(noun.head)
        return [filler for token in singled_out for filler in members_of(reading, token)]
    verb = syntax.governing_verb(noun)
    if verb is None or base_form(verb) not in NAMING or noun in syntax.surface_subjects(verb):
        return []
    objects = [token for token in syntax.direct_objects(verb) if token != noun]
    found = [filler for token in objects for filler in members_of(reading, token)]
    return [*found, *find_companions(verb, reading)]


def find_acting_as(noun: Token, reading: Reading) -> list[Filler]:
    """Return who holds the office behind "as" or "become": "Bo Dunn served as chairman", "his time as chairman"."""
    head, as_ = noun.head, _stands_behind_as(noun)
    if head == noun or noun in syntax.surface_subjects(head):
        return []
    form = base_form(head)
    if as_ and form not in ENTERED and (tenure := _find_tenure(noun)) is not None:
        head, form = tenure, base_form(tenure)
    if noun.dep_ == "conj" and noun.pos_ == head.pos_ == "NOUN":
        own_article = syntax.children(noun, {"det", *syntax.POSSESSOR})
        return find_acting_as(head, reading) if as_ or not own_article else []
    if as_ and form in TENURES and not syntax.is_predicate(head):
        holders: Sequence[Token] = syntax.possessors(head)
        if not holders and (verb := syntax.governing_verb(head)) is not None and head in syntax.direct_objects(verb):
            holders = syntax.subjects(verb)
    elif as_ and form in REPLACING:
        # who comes holds the office, and who goes held it
        holders = [*syntax.subjects(head), *syntax.direct_objects(head)]
    elif as_ and form in INSTALLING:
        holders = [token for token in syntax.direct_objects(head) if token != noun]
    elif (as_ and form in HOLDING) or form in BECOMING:
        holders = syntax.surface_subjects(head)
    else:
        return []
    return [filler for token in holders if token != noun for filler in members_of(reading, token)]


def _find_tenure(noun: Token) -> Token | None:
    """Return the word right before "as" that says how somebody holds an office: "cites his record as chairman"."""
    opener = next((mark for mark in noun.children if mark.lower_ == "as" and mark.i < noun.i), None)
    before = opener.nbor(-1) if opener is not None and opener.i > noun.sent.start else None
    return before if before is not None and base_form(before) in TENURES and before.pos_ == "NOUN" else None


def find_entering(noun: Token) -> Token | None:
    """Return the verb by which somebody comes to an office: "is likely to become chairman", "will serve as one"."""
    if _stands_behind_as(noun) or base_form(noun.head) in BECOMING:
        return syntax.governing_verb(noun)
    return None


def _stands_behind_as(noun: Token) -> bool:
    return syntax.case_of(noun) == "as" or any(mark.lower_ == "as" for mark in syntax.children(noun, {"mark"}))


def find_described(noun: Token) -> list[Token]:
    """Return the names that a plural behind them describes: "Ada Quill and Bo Dunn, both members of the board"."""
    if several := _list_before(noun):
        return several
    if noun.dep_ not in syntax.APPOSITION | syntax.RELATIVE_CLAUSE or not noun.head.i < noun.i:
        return []
    first = noun.head.head if noun.head.dep_ == "conj" else noun.head
    listed = [token for token in syntax.expand_conjuncts([first]) if token.i < noun.i]
    between = noun.doc[max((token.i for token in listed), default=noun.i) : noun.i]
    opened = any(token.lower_ in {"all", "both"} for token in between) or _stands_behind(noun, listed)
    return listed if opened and len(listed) > 1 and all(token.pos_ == "PROPN" for token in listed) else []


def _stands_behind(noun: Token, listed: Sequence[Token]) -> bool:
    """Tell whether a plural without an article follows the last name of a list: "Ada and Bo, lawyers for Cy, …"."""
    if noun.dep_ not in syntax.APPOSITION or not is_plural(noun) or len(listed) < 2:
        return False
    start = noun.left_edge.i + (noun.left_edge.text == ",")
    names = noun.doc[listed[-1].i : start - 1]
    bare = noun.doc[start].pos_ not in {"DET", "NUM"} and noun.doc[start - 1].text == ","
    return bare and all(word.pos_ == "PROPN" for word in names)


def _list_before(noun: Token) -> list[Token]:
    """Return the names listed right before "all" or "both" in a plural's phrase or clause, whatever the tree says.

    "Ada Quill of Ohio, Bo Dunn and Cy Fox, all members of the board"; "… all of whom are members".
    """
    first = next((word for word in noun.doc[max(noun.sent.start, noun.i - LONGEST_BEARING) : noun.i]
                  if word.lower_ in {"all", "both"}), None)  # fmt: skip
    if first is None or first.i - noun.sent.start < 2 or first.nbor(-1).text not in {",", "-", "–", "—"}:
        return []
    if any(word.pos_ == "VERB" for word in noun.doc[first.i : noun.i]):
        return []
    names: list[Token] = []
    for word in reversed(noun.doc[noun.sent.start : first.i - 1]):
        listed = word.pos_ in {"PROPN", "NUM"} or word.lower_ in {",", "and", "&", "of", "."}
        if not listed:
            break
        if word.ent_type_ == "PERSON" and (word.i == noun.sent.start or word.nbor(-1).ent_type_ != "PERSON"):
            names.append(word)
    return names[::-1] if len(names) > 1 else []


def find_singled_out(noun: Token, reading: Reading) -> list[Filler]:
    """Return who is said to be of several that did something: "Ada Quill is one of the women who accused Bo Dunn"."""
    if not is_plural(noun) or noun.pos_ != "NOUN":
        return []
    one = noun.head if noun.head.lower_ == "one" and syntax.case_of(noun) == "of" else noun
    if syntax.children(one, {"cop"}):
        told = syntax.surface_subjects(one)
    elif one != noun and one.dep_ in syntax.APPOSITION:
        told = [one.head]
    else:
        return []
    return [filler for token in told if token != noun for filler in reading.fillers(token)]


def find_joined_title(noun: Token) -> Token | None:
    """Return the last word of what "and" adds to a title without an article: "founder and chief executive Bo Dunn"."""
    doc, at = noun.doc, noun.i + 2
    if at >= noun.sent.end or doc[at - 1].lower_ not in {"and", "&"}:
        return None
    last = min(noun.sent.end, noun.i + LONGEST_TITLE)
    while at < last and (doc[at].pos_ in {"ADJ", "ADV", "NOUN"} or doc[at].text == "-"):
        at += 1
    title = doc[at - 1]
    return title if title.pos_ == "NOUN" and not is_plural(title) else None


def find_jointly_titled(noun: Token, reading: Reading) -> list[Filler]:
    """Return the person right behind two titles: "Harbor Gas founder and conspiracy theorist Bo Dunn"."""
    title = find_joined_title(noun)
    return reading.name_after(title) if title is not None else []


def find_leaders(noun: Token, reading: Reading) -> list[Filler]:
    """Return who leads several that have no names: "Quill's lawyers, led by Bo Dunn, said …"."""
    led = [part for part in syntax.children(noun, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE) if part.lower_ in LEADING]
    return [filler for part in led for token in syntax.agents(part) for filler in reading.fillers(token)]


def find_whole(part: Token, reading: Reading) -> list[Filler]:
    """Return the body of which a noun names a part: "the FBI's cyber division"."""
    if base_form(part) not in PARTS:
        return []
    wholes = [filler for token in syntax.possessors(part) for filler in reading.fillers(token)]
    # "members of their squad" leaves open whose it is
    return [filler for filler in wholes if filler.mention.kind is not MentionKind.PRONOMINAL]


def find_workplace(word: Token, reading: Reading) -> list[Filler]:
    """Return the body before "where" in whose clause a post or a verb stands: "Harbor Gas, where she is a director"."""
    clause = word if word.pos_ == "VERB" or syntax.children(word, {"cop"}) else syntax.governing_verb(word)
    mark = next((child for child in clause.children if child.lower_ == "where"), None) if clause is not None else None
    if mark is None or mark.i > word.i or mark.i - 2 < word.sent.start:
        return []
    before = mark.nbor(-2) if mark.nbor(-1).text == "," else mark.nbor(-1)
    return reading.mentions_at(before)[:1]


def find_companions(verb: Token, reading: Reading) -> list[Filler]:
    """Return who is told of beside a verb's subject: "Ada Quill, along with Bo Dunn and Cy Fox, was charged"."""
    for token in verb.doc[sentence_bounds(verb.doc)[verb.i][0] + 1 : verb.i]:
        if token.lower_ not in JOINING or (token.nbor(-1).lower_, token.lower_) not in JOINED:
            continue
        if any(word.pos_ == "VERB" for word in verb.doc[token.i + 1 : verb.i]):
            continue
        beside = reading.mention_before(token.nbor(-1)) if token.lower_ == "with" else []
        return [*beside, *mentions_after(reading, token, gap=LIST_REACH, subjects=True)]
    # "Ada Quill was charged on Monday along with Bo Dunn"
    behind = verb.doc[verb.i + 1 : min(sentence_bounds(verb.doc)[verb.i][1] - 1, verb.i + LIST_REACH)]
    for token in behind if syntax.is_passive(verb) else ():
        if token.pos_ in {"PUNCT", "VERB"}:
            break
        if token.lower_ in {"along", "together"} and token.nbor().lower_ == "with":
            return mentions_after(reading, token.nbor(), gap=LIST_REACH)
    return []


def find_examples(noun: Token, reading: Reading) -> list[Filler]:
    """Return who is named of several that a noun counts: "Three men, including Ada Quill and Bo Dunn, were charged"."""
    if not is_plural(noun) or noun.pos_ != "NOUN":
        return []
    for token in noun.doc[noun.i + 1 : min(noun.sent.end - 1, noun.i + NEAREST)]:
        if token.lower_ == "such" and token.nbor().lower_ == "as":
            # "franchises such as Night Train and Harbor"
            return mentions_after(reading, token.nbor(), gap=LIST_REACH)
        if token.lower_ in EXAMPLES and (token.nbor(-1) == noun or token.nbor(-1).text == ","):
            listed = mentions_after(reading, token, gap=LIST_REACH)
            return listed if any(filler.mention.kind is MentionKind.NAMED for filler in listed[:1]) else []
        if token.text != ",":
            break
    return []


def find_opposition(word: Token, preposition: str) -> list[Token]:
    """Return the "against" or "by" that goes with a proceeding's word behind where, when and for what it was filed."""
    for token in word.doc[word.i + 1 : min(word.sent.end, word.i + LONGEST_FILING)]:
        if token.lower_ == preposition:
            return [token]
        idle = token.pos_ in {"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADV", "SYM"}
        if not idle and token.text not in {",", "-"} and token.lower_ not in FILED:
            break
    return []


def find_late_agent(verb: Token) -> list[Token]:
    """Return the "by" of an accused one's accuser behind the deed: "was accused of cheating on a test by Ada Quill"."""
    mark = None
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + LONGEST_FILING)]:
        if token.text in {",", ";", "–", "—"} or (token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG"):
            break
        if token.lower_ == "by" and token.i + 1 < verb.sent.end and token.nbor().tag_ != "VBG":
            mark = token
    return [mark] if mark is not None else []


def find_source(verb: Token) -> list[Token]:
    """Return the noun behind "according to" in a verb's sentence, whatever the tree hangs it on."""
    if verb.dep_ in syntax.COMPLEMENT:
        return []
    credits = map(credited_behind, verb.doc[verb.i + 1 : verb.sent.end])
    return [noun for noun in credits if noun is not None][:1]


def find_opening(verb: Token) -> list[Token]:
    """Return the pleading that opens a verb's sentence, of which a tree makes a clause: "In the suit, filed …"."""
    first = verb.sent[0]
    if first.lower_ != "in" or verb != verb.sent.root:
        return []
    opening = itertools.takewhile(lambda word: word.pos_ in PHRASE, verb.doc[first.i + 1 : verb.i])
    last = list(opening)[-1:]
    return [word for word in last if base_form(word) in PLEADINGS and word.nbor().text == ","]


def is_handled(noun: Token) -> bool:
    """Tell whether "by" behind a noun names who deals with it and not whose it is: "the case argued by Ada Quill"."""
    near = noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + HANDLING_REACH)]
    by = next((word for word in near if word.lower_ == "by"), None)
    return by is not None and any(word.tag_ == "VBN" and base_form(word) in HANDLING for word in near if word.i < by.i)
