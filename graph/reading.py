"""A parsed document together with its chains, looked up by token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from graph.descriptions import load_descriptions
from graph.model import Chain, Document, EntityType, Mention, MentionKind, Span
from graph.spans import text_of, tokens_of
from graph.syntax import APPOSITION, GENITIVES, antecedent, expand_conjuncts, genitive_before
from graph.tokens import Doc, Token
from graph.word_forms import base_form, is_plural

NAME_WALK = 6
FEWEST_WORDS = 3
CLOSINGS = frozenset({",”", ',"', ",’"})
SEPARATORS = frozenset({",", ";", "and", "&", "along", "as", "plus", "together", "well"})
# "NORRISTOWN, Pa. (Reuters) - ": whoever is named there does nothing in the sentence that follows
DATELINE = re.compile(
    r"^[A-Z][^\n()]{0,50}\([^\n()]{2,30}\)\s*[-–—]+\s"
    r"|^[A-Z][A-Z .'’]{3,30}(?:,[^\n–—]{2,25})?\s[–—-]+\s"
    r"|^\([A-Z][\w .&’']{1,30}\)\s",
    re.M,
)
# what an outlet prints or sends: "the Harbor News program"
PRODUCTS = frozenset(
    "blog broadcast channel magazine network newscast newspaper podcast program programme radio show site".split()
)
OPENERS = frozenset({",", ":", "—", "–", "-", "(", "named", "including"})
# "sued by Ada Quill, reports Reuters"
CREDITING = frozenset({"notes", "reported", "reports", "said", "says", "writes", "wrote"})
DASHES = frozenset({"-", "–", "—"})
LONGEST_ASIDE = 10
BRACKETS = {"(": ")", "<": ">"}
LONGEST_BRACKETS = 6
# bodies that a place has: "the city of Mill"
GOVERNED = frozenset(
    "borough city commonwealth county district government province republic state town village".split()
)
PLACES = frozenset({"GPE", "LOC", "PLACE"})
BEARING = frozenset({"in", "on", "of", "to", "behind"})
LONGEST_BEARING = 7
KIND_REACH = 4
PHRASE = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV"})
INNER_MARKS = frozenset({"-", "’s", "'s", "‘", "’", "'", "“", "”", '"', "&"})
MARKS = frozenset({"-", "‘", '"', "“", "”", "'"})


def describes_body(noun: Token) -> bool:
    """Tell whether a noun after a name only says what kind of body it names: "the Sun newspaper"."""
    known = load_descriptions().get(noun.lower_) or load_descriptions().get(noun.lemma_.lower())
    return known is not None and known.type is not EntityType.PERSON


class Filler(NamedTuple):
    """A mention that fills a slot, with the index of its chain."""

    chain: int
    mention: Mention


class Reading:
    """What stands where: the chains that a token mentions, and the sentence around it."""

    def __init__(self, document: Document, doc: Doc, chains: Sequence[Chain]) -> None:
        self.document = document
        self.doc = doc
        self.chains = chains
        self.token_at = {token.idx: token.i for token in doc}
        self.forms = [(token, base_form(token)) for token in doc]
        self._starts = [sentence.start for sentence in doc.sents]
        self._by_token: dict[int, list[Filler]] = {}
        self._titled: dict[tuple[int, frozenset[str]], bool] = {}
        datelines = [Span(*match.span()) for match in DATELINE.finditer(document.text)]
        for index, chain in enumerate(chains):
            for mention in chain.mentions:
                if any(mention.span.overlaps(dateline) for dateline in datelines):
                    continue
                for token in self._tokens_of(mention):
                    self._by_token.setdefault(token, []).append(Filler(index, mention))

    def _tokens_of(self, mention: Mention) -> Iterable[int]:
        """Return the tokens that stand for a mention: every one of a name, the head of anything else."""
        if mention.kind is MentionKind.NAMED:
            inside = tokens_of(self.doc, mention.span)
            return range(inside.start, inside.end)
        return [self.token_at[mention.head.start]] if mention.head.start in self.token_at else []

    def mentions_at(self, token: Token) -> list[Filler]:
        """Return all mentions that a token belongs to, nested ones included."""
        return self._by_token.get(token.i, [])

    def fillers(self, token: Token) -> list[Filler]:
        """Return the mentions that a token stands for, the innermost ones; empty where it is no mention."""
        token = antecedent(token)
        found = self._by_token.get(token.i, [])
        if not found:
            parts = [child for child in token.children if child.dep_ == "flat"]
            found = next((self._by_token[part.i] for part in parts if part.i in self._by_token), [])
        if len(found) > 1:
            headed = [filler for filler in found if filler.mention.head.start == token.idx]
            found = headed or found
        return found

    def members(self, token: Token) -> list[Filler]:
        """Return the mentions that a token stands for, of a plural the names that explain it: "two firms, A and B"."""
        found = self.fillers(token)
        if found and not any(self.chains[filler.chain].is_named for filler in found):
            # "a former engineer named Bo Dunn"
            called = [child.i + 1 for child in token.children if child.lower_ in {"called", "dubbed", "named"}]
            return [filler for at in called if at < len(self.doc) for filler in self.fillers(self.doc[at])] or found
        if token.pos_ == "NUM" and token.i + 1 < token.sent.end and token.nbor().lower_ == "of":
            # "two of the women, Ada and Gale"
            token = next((child for child in token.children if child.dep_ == "nmod" and child.i > token.i), token)
            return self.names_listed(token) or found
        if found or not is_plural(token):
            return found
        named = [child for child in token.children if child.dep_ in APPOSITION and child.i > token.i]
        hung = [filler for name in expand_conjuncts(named) for filler in self.fillers(name)]
        listed = self.names_listed(token) if named else []
        return max(hung, listed, key=len)

    def name_before(self, noun: Token) -> list[Filler]:
        """Return the name that stands before a noun in its phrase: "Fox News" in "the Fox News legal analyst"."""
        index, first = noun.i, noun.sent.start
        for _ in range(NAME_WALK):
            index -= 1
            if index >= first and self.doc[index].text in BRACKETS.values():
                # "Harbor Gas Plc <HGAS.L> director"
                last = max(first, index - LONGEST_BRACKETS)
                index = next((at - 1 for at in range(index, last, -1) if self.doc[at].text in BRACKETS), -1)
            if index < first:
                return []
            token = self.doc[index]
            named = [filler for filler in self._by_token.get(index, []) if filler.mention.kind is MentionKind.NAMED]
            if named:
                # of "the Crime Network" the noun is the name's own
                return [filler for filler in named if filler.mention.span.end <= noun.idx]
            hyphened = token.pos_ == "ADP" and index > 0 and self.doc[index - 1].text == "-"
            # "Harbor Gas founder and chief executive Bo Dunn" is one person
            joint = token.lower_ == "and" and self.doc[index - 1].pos_ == "NOUN" and not is_plural(self.doc[index - 1])
            if token.pos_ not in PHRASE and token.lower_ not in INNER_MARKS and not (hyphened or joint):
                return []
        return []

    def outlet_before(self, noun: Token) -> list[Filler]:
        """Return the outlet whose name stands before a word for what it sends or prints: "the Harbor News program"."""
        named = self.name_before(noun) if base_form(noun) in PRODUCTS else []
        return [filler for filler in named if self.chains[filler.chain].type is EntityType.MEDIA_OUTLET]

    def name_after(self, noun: Token) -> list[Filler]:
        """Return whose name starts right after a title: "Mets GM Bo Dunn", "its unit Harmon Gas"."""
        if noun.i + 1 >= noun.sent.end:
            return []
        following = self.doc[noun.i + 1]
        return [
            filler
            for filler in self._by_token.get(following.i, [])
            if filler.mention.kind is MentionKind.NAMED and filler.mention.span.start == following.idx
        ]

    def name_parted(self, word: Token, *, step: int) -> list[Filler]:
        """Return the name that a comma parts from a word, behind it (step 1) or before it (step -1)."""
        comma, near = word.i + step, word.i + 2 * step
        if not word.sent.start <= min(comma, near) <= max(comma, near) < word.sent.end or self.doc[comma].text != ",":
            return []
        edge = self.doc[near].idx + (0 if step > 0 else len(self.doc[near]))
        return [
            filler
            for filler in self._by_token.get(near, [])
            if filler.mention.kind is MentionKind.NAMED
            and edge == (filler.mention.span.start if step > 0 else filler.mention.span.end)
        ]

    def has_title(self, chain: int, titles: frozenset[str]) -> bool:
        """Tell whether one of the words stands before a name of the chain: "Judge Susan Okafor"."""
        if (chain, titles) not in self._titled:
            firsts = (
                self.token_at.get(mention.span.start, 0)
                for mention in self.chains[chain].mentions
                if mention.kind is MentionKind.NAMED
            )
            self._titled[chain, titles] = any(first and self.doc[first - 1].lower_ in titles for first in firsts)
        return self._titled[chain, titles]

    def mention_before(self, verb: Token) -> list[Filler]:
        """Return the mention before a verb, with nothing but adverbs, auxiliaries and a date between them."""
        for step in range(1, NAME_WALK + 1):
            index = verb.i - step
            if index < verb.sent.start:
                return []
            token = self.doc[index]
            if here := self.fillers(token):
                return here[:1]
            if not (token.pos_ in {"ADV", "AUX"} or token.ent_type_ == "DATE" or token.lower_ == "on"):
                return []
        return []

    def mentions_after(self, token: Token, *, gap: int, subjects: bool = False) -> list[Filler]:
        """Return the mention that starts within `gap` tokens after a token, and those listed with it.

        Each item of the list gives its last mention: "BBC director Bo Dunn" the person, "Ada's husband" none.
        `subjects` says that a verb may follow the list.
        """
        found: list[Filler] = []
        index, end = token.i + 1, token.sent.end
        while index < end:
            item, after = self._read_item(index, end)
            near = not found and after < end and after - token.i <= gap
            if item is None and near and self.doc[after].lower_ in SEPARATORS:
                # "against the festival and its organizers Ada Quill and Bo Dunn"
                index = after + 1
                continue
            if item is None and found and (members := self._find_members(index, end)):
                index = members
                continue
            if item is None and found and (passed := self._pass_place(index, end)):
                # "against Bo Dunn, the state of Ohio, Harbor News": the graph holds no places
                index = passed
                continue
            if item is None and found and self._goes_on(index, after, end):
                # "for Ada Quill, three clinics of the town, and Bo Dunn"
                index = after + 1 + (self.doc[after + 1].lower_ == "and")
                continue
            if self.doc[index].lower_ in CREDITING:
                break
            if item is None or (not found and not any(self._by_token.get(i) for i in range(index, index + gap + 1))):
                break
            if found and not subjects and self._opens_clause(after, end):
                # "sued Bo Dunn, the Gazette reported": what is followed by a verb opens a clause of its own
                break
            if not found or self.chains[item.chain].is_named:
                found.append(item)
            index = after = self._next_part(self._skip_aside(after, end), end)
            if self.doc[index : index + 2].text in CLOSINGS:
                # "“a sham suit by Harbor News,” the manager, Bo Dunn, said"
                break
            while index < end and self._separates(index):
                index += 1
            if index == after:
                break
        return found

    def _separates(self, index: int) -> bool:
        word = self.doc[index]
        return word.lower_ in SEPARATORS or (word.lower_ == "with" and word.nbor(-1).lower_ in {"along", "together"})

    def _opens_clause(self, index: int, end: int) -> bool:
        """Tell whether a finite verb stands at a place: not "by Ada Quill and Bo Dunn arising from …"."""
        return index < end and self.doc[index].pos_ in {"VERB", "AUX"} and self.doc[index].tag_ != "VBG"

    def _find_members(self, index: int, end: int) -> int:
        """Return where the names of a counted group begin: "three of his children: Gale and Lynda"; 0 without one."""
        if index + 2 >= end or self.doc[index].pos_ != "NUM" or self.doc[index + 1].lower_ != "of":
            return 0
        marks = (at for at in range(index + 3, min(index + 3 + NAME_WALK, end - 1)) if self.doc[at].text in OPENERS)
        at = next(marks, 0)
        return at + 1 if at and is_plural(self.doc[at - 1]) else 0

    def _pass_place(self, index: int, end: int) -> int:
        """Return where a list goes on behind a place that is sued: "the state of Ohio, …"; 0 where none stands."""
        at = index + (self.doc[index].lower_ == "the")
        governing = at + 1 < end and self.doc[at].lower_ in GOVERNED and self.doc[at + 1].lower_ == "of"
        at += 2 if governing else 0
        start = at
        while at < end and self.doc[at].ent_type_ in PLACES and not self._by_token.get(at):
            at += 1
        if at == start or at >= end or not self._separates(at):
            return 0
        while at < end and self._separates(at):
            at += 1
        return at

    def _goes_on(self, start: int, index: int, end: int) -> bool:
        """Tell whether an item of a list that names nobody is followed by another: "three associates, Bo Dunn …"."""
        if index + 2 >= end or index == start or self.doc[index].lower_ not in {",", "and"}:
            return False
        counted = any(word.pos_ == "NUM" for word in self.doc[start:index])
        closing = self.doc[index : index + 2].text.lower() == ", and"
        following = index + 1 + closing + (self.doc[index + 1 + closing].pos_ == "DET")
        return (closing or counted) and bool(self._by_token.get(following))

    def _next_part(self, index: int, end: int) -> int:
        """Return the word behind the next semicolon of a list of such: "Ada Quill, a cook; Bo Dunn; and Cy Fox"."""
        marks = [at for at in range(index, end - 1) if self.doc[at].text == ";"]
        listed = any(self.doc[at + 1].lower_ == "and" for at in marks)
        plain = listed and self.doc[index].lower_ in {",", ";"} and not self._by_token.get(index + 1)
        return marks[0] if plain else index

    def _skip_brackets(self, index: int, end: int) -> int:
        """Return where a text goes on behind an abbreviation in brackets: "the Salem Union (SU), …"."""
        closing = BRACKETS.get(self.doc[index].text) if index < end else None
        if closing is None:
            return index
        last = min(index + LONGEST_BRACKETS, end)
        return next((at + 1 for at in range(index + 1, last) if self.doc[at].text == closing), index)

    def _skip_aside(self, index: int, end: int) -> int:
        """Return where a list goes on behind what is said of an item: "Bo Dunn, 62, of Mill, a cook, and Ada Quill"."""
        if index + 2 >= end or self.doc[index].text not in {",", *DASHES}:
            return index
        if self.doc[index].text in DASHES:
            # "Ada Quill - born Ada Dunn - and Cy Fox"
            last = min(index + 2 + LONGEST_ASIDE, end - 1)
            return next((at + 1 for at in range(index + 2, last) if self.doc[at].text in DASHES), index)
        after = self.doc[index + 1]
        closing = next(
            (at for at in range(index + 2, min(index + 2 + LONGEST_ASIDE, end)) if self.doc[at].text == ","), 0
        )
        if closing and after.lower_ in {"of", "from"}:
            return closing
        aged = after.like_num and closing == index + 2
        named = any(
            filler.mention.kind is MentionKind.NAMED
            for at in range(index, closing)
            for filler in self._by_token.get(at, ())
        )
        described = (
            after.pos_ == "DET" and closing and not named and self.doc[closing + 1 : end].text.startswith("and ")
        )
        return self._skip_aside(closing, end) if aged or described else index

    def names_listed(self, noun: Token) -> list[Filler]:
        """Return the people or bodies named right behind a plural: "three of his children: Gale and Lynda"."""
        opener = noun
        if noun.i + 1 < noun.sent.end and noun.nbor().lower_ in BEARING:
            # "the plaintiffs in the case, Gale and Lynda"
            commas = (
                at
                for at in range(noun.i + 2, min(noun.i + LONGEST_BEARING, noun.sent.end))
                if self.doc[at].text in OPENERS
            )
            opener = self.doc[next(commas, noun.i)]
        while opener.i + 1 < noun.sent.end and opener.i < noun.i + 2 and opener.nbor().text in OPENERS:
            opener = opener.nbor()
        # "defendants including the banks Harbor Bank and Quill Bank"
        listed = self.mentions_after(opener, gap=KIND_REACH if opener.lower_ == "including" else 0, subjects=True)
        named = [filler for filler in listed if filler.mention.kind is MentionKind.NAMED]
        # "his daughters Gale and Lynda and his former assistant Ada Quill": she is no daughter
        return list(takewhile(lambda filler: filler is named[0] or not self._has_owner(filler), named))

    def _has_owner(self, name: Filler) -> bool:
        """Tell whether a possessive pronoun opens the title before a name: "his former assistant Ada Quill"."""
        title = self.doc[max(self.token_at[name.mention.span.start] - 1, 0)]
        return title.pos_ == "NOUN" and any(owner.tag_ == "PRP$" for owner in genitive_before(title))

    def _read_item(self, index: int, end: int) -> tuple[Filler | None, int]:
        """Return the last mention of one item of a list, None where it only modifies, and where the item ends."""
        last: Filler | None = None
        tail: Token | None = None
        while index < end:
            here = [filler for filler in self._by_token.get(index, []) if filler.mention.kind is not MentionKind.EVENT]
            word = self.doc[index]
            if here:
                last = max(here, key=lambda filler: filler.mention.span.end)
                tail = None
                while index < end and self.doc[index].idx < last.mention.span.end:
                    index += 1
            elif word.lower_ in GENITIVES and self.doc[index - 1].pos_ in {"NOUN", "PROPN", "PRON"}:
                last, index = None, index + 1
            elif self.doc[index - 1].dep_ == "nmod:desc" and self.doc[index - 1].head.i > index:
                # "Secretary of State Ada Quill"
                last, index = None, self.doc[index - 1].head.i
            elif last is not None and word.text == "-" and index + 1 < end and not word.whitespace_:
                # "the Dunn-owned paper"
                last, index = None, index + 2
            elif last is not None and (closed := self._skip_brackets(index, end)) > index:
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

    def number_sentence(self, span: Span) -> int:
        """Return which sentence of the document, from 0, a span begins in."""
        return bisect_right(self._starts, tokens_of(self.doc, span).start) - 1

    def sentence_span(self, spans: Sequence[Span], *, limit: int = 3) -> Span:
        """Return the sentences from the first to the last span, or the last span's alone when they are over `limit`.

        A word or two ("Reuters/Ada Quill" under a picture) show nothing by themselves: the sentence before comes along.
        """
        tokens = [tokens_of(self.doc, span) for span in spans]
        first = bisect_right(self._starts, min(t.start for t in tokens)) - 1
        last = bisect_left(self._starts, max(t.end for t in tokens)) - 1
        if last - first >= limit:
            first = last = bisect_right(self._starts, tokens[-1].start) - 1
        end = self._starts[last + 1] if last + 1 < len(self._starts) else len(self.doc)
        passage = self.doc[self._starts[first] : end]
        text = text_of(self.doc)[passage.start_char : passage.end_char]
        if first and len(text.split()) < FEWEST_WORDS:
            passage = self.doc[self._starts[first - 1] : end]
            text = text_of(self.doc)[passage.start_char : passage.end_char]
        leading = len(text) - len(text.lstrip())
        return Span(passage.start_char + leading, passage.start_char + len(text.rstrip()))
