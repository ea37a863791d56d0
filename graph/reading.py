"""A parsed document together with its chains, looked up by token."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.model import Chain, Document, EntityType, Mention, MentionKind, Span
from graph.spans import text_of, tokens_of
from graph.syntax import APPOSITION, RELATIVE_PRONOUN, antecedent, case_of
from graph.tokens import Doc, Token
from graph.word_forms import base_form, is_plural, list_forms

NAME_WALK = 6
FEWEST_WORDS = 3
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
ACCUSATIVE = frozenset({"her", "him", "me", "them", "us"})
BRACKETS = {"(": ")", "<": ">"}
CLOSING = frozenset(BRACKETS.values())
LONGEST_BRACKETS = 6
PHRASE = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV"})
INNER_MARKS = frozenset({"-", "’s", "'s", "‘", "’", "'", "“", "”", '"', "&"})


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
        self.token_at = {token.idx: token.i for token in doc.tokens}
        self.forms = list_forms(doc)
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

    def mentions_in(self, place: int) -> list[Filler]:
        """Return all mentions that the token at a place belongs to."""
        return self._by_token.get(place, [])

    def fillers(self, token: Token) -> list[Filler]:
        """Return the mentions that a token stands for, the innermost ones; empty where it is no mention."""
        if token.lower_ in RELATIVE_PRONOUN:
            token = antecedent(token)
        found = self._by_token.get(token.i, [])
        if not found and token.children:
            parts = [child for child in token.children if child.dep_ == "flat"]
            found = next((self._by_token[part.i] for part in parts if part.i in self._by_token), [])
        if not found and token.pos_ == "NOUN" and not is_plural(token):
            found = self._named_beside(token)
        if len(found) > 1:
            headed = [filler for filler in found if filler.mention.head.start == token.idx]
            found = headed or found
        return found

    def _named_beside(self, noun: Token) -> list[Filler]:
        """Return the person whose name is an unlisted noun's apposition: "the voice of the band, Ada Quill, said …"."""
        for child in noun.children:
            if child.dep_ in APPOSITION and child.i > noun.i + 1 and child.nbor(-1).text == ",":
                named = [
                    filler for filler in self._by_token.get(child.i, ()) if filler.mention.kind is MentionKind.NAMED
                ]
                return [filler for filler in named if self.chains[filler.chain].type is EntityType.PERSON]
        return []

    def name_before(self, noun: Token) -> list[Filler]:
        """Return the name that stands before a noun in its phrase: "Fox News" in "the Fox News legal analyst"."""
        index, first = noun.i, noun.sent.start
        for _ in range(NAME_WALK):
            index -= 1
            if index >= first and self.doc[index].text in CLOSING:
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
            if token.pos_ in PHRASE or token.lower_ in INNER_MARKS:
                continue
            hyphened = token.pos_ == "ADP" and index > 0 and self.doc[index - 1].text == "-"
            # "Harbor Gas founder and chief executive Bo Dunn" is one person
            joint = token.lower_ == "and" and self.doc[index - 1].pos_ == "NOUN" and not is_plural(self.doc[index - 1])
            if not (hyphened or joint):
                return []
        return []

    def outlet_before(self, noun: Token) -> list[Filler]:
        """Return the outlet whose name stands before a word for what it sends or prints: "the Harbor News program"."""
        named = self.name_before(noun) if base_form(noun) in PRODUCTS else []
        return [filler for filler in named if self.chains[filler.chain].type is EntityType.MEDIA_OUTLET]

    def name_after(self, noun: Token) -> list[Filler]:
        """Return whose name starts right after a title: "Mets GM Bo Dunn", "its unit Harmon Gas", "Sgt. Bo Dunn"."""
        stopped = noun.i + 2 < noun.sent.end and noun.nbor().text == "." and not noun.whitespace_
        at = noun.i + 1 + stopped
        if at >= noun.sent.end:
            return []
        following = self.doc[at]
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
                # "supporting her hurts you", "friends of Ada hit him": such are no subjects
                head = self.doc[self.token_at[here[0].mention.head.start]]
                return [] if token.lower_ in ACCUSATIVE or case_of(head) == "of" else here[:1]
            if not (token.pos_ in {"ADV", "AUX"} or token.ent_type_ == "DATE" or token.lower_ == "on"):
                return []
        return []

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
