"""A cue word and what the tree and the order of words say of it, whatever slots a pattern names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from graph import syntax
from graph.appositions import set_beside
from graph.attribution import credited_behind, nearest_predicate
from graph.contents import complements
from graph.listing import describes_body, mentions_after, names_listed
from graph.membership import find_described, find_included, find_leaders
from graph.memory import once
from graph.model import EntityType, MentionKind
from graph.reading import Filler, Reading
from graph.spans import sentence_bounds
from graph.tokens import Token
from graph.word_forms import is_plural

NEAR = 4
FARTHEST = 8
LONGEST_APPOSITION = 14
CIVIL = frozenset(
    {"civil", "defamation", "libel", "slander", "copyright", "trademark", "patent", "divorce", "discrimination"}
)
ASKING = frozenset({"how", "what", "whether", "which", "why"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
VENUE = frozenset({"in", "at", "with", "before"})
HEARING = frozenset({"about", "to", "with"})
SPEAKING = frozenset({"speak", "talk"})
PLACING = frozenset({"against", "at", "before", "during", "for", "from", "in", "of", "on", "out"})
# "chief of staff", "secretary of state"
OFFICE_ENDS = frozenset({"staff", "state"})
# "a statement provided to Harbor News"
HANDED = frozenset({"e-mailed", "emailed", "given", "issued", "made", "provided", "released", "sent"})


def find_whole_of(token: Token) -> Token:
    """Return the noun of which a numeral takes one: "lawsuits" for "one" in "joined one of seven lawsuits"."""
    if token.lower_ != "one":
        return token
    return next((noun for by, noun in syntax.own_obliques(token) if by == "of"), token)


def is_each_other(token: Token) -> bool:
    """Tell whether a word belongs to "each other" or "one another"."""
    pair = token.doc[max(0, token.i - 1) : token.i + 1].text.lower()
    behind = token.doc[token.i : token.i + 2].text.lower()
    return not {pair, behind}.isdisjoint({"each other", "one another"})


class Cue:
    """A cue verb or noun of one document, each thing about it worked out when it is asked for."""

    def __init__(self, cue: Token, reading: Reading) -> None:
        self.cue = cue
        self.reading = reading

    @once
    def is_verb(self) -> bool:
        """Tell whether the cue heads a clause."""
        return syntax.is_predicate(self.cue) or self.cue.pos_ == "VERB" or self.credited is not None

    @once
    def credited(self) -> Token | None:
        """Return the noun behind "according to", which says what its sentence does."""
        return credited_behind(self.cue)

    @once
    def is_office(self) -> bool:
        """Tell whether the "of" behind the cue is but a part of an office: "chiefs of staff Ada Quill and Bo Dunn"."""
        tokens, at = self.cue.doc.tokens, self.cue.i
        return at + 2 < len(tokens) and tokens[at + 1].lower_ == "of" and tokens[at + 2].lower_ in OFFICE_ENDS

    @once
    def is_mutual(self) -> bool:
        """Tell whether those who meet or talk do so with one another: not "spoke on the floor" or "came to speak"."""
        # "are part of the talks": two do not "talks"
        if self.cue.tag_ == "VBZ" or self.objects or not self.obliques.keys().isdisjoint(HEARING):
            return False
        marked = any(mark.lower_ == "to" for mark in syntax.children(self.cue, {"mark"}))
        placed = marked or self.obliques.keys() & PLACING or syntax.children(self.cue, syntax.PARTICLE)
        return self.cue.lemma_ not in SPEAKING or not placed

    @once
    def objects(self) -> list[Token]:
        """Return the deep objects of the cue verb: of "one of the lawsuits" the noun."""
        found = [find_whole_of(token) for token in syntax.direct_objects(self.cue)]
        if any(is_each_other(token) for token in found) and len(doers := syntax.subjects(self.cue)) > 1:
            # "Ada and Bo accused each other": either is whom the other accused
            return list(doers)
        return found

    @once
    def obliques(self) -> Mapping[str, Sequence[Token]]:
        """Return the fillers of each preposition on the cue; of "a statement provided to Ada" she is told."""
        found = syntax.obliques(self.cue)
        if self.cue.pos_ == "NOUN" and "to" not in found:
            handed = (clause for clause in syntax.children(self.cue, syntax.PARTICIPLE) if clause.lower_ in HANDED)
            told = [token for clause in handed for token in syntax.obliques(clause).get("to", [])]
            return {**found, "to": told} if told else found
        return found

    @once
    def is_passive(self) -> bool:
        """Tell whether the cue's surface subject is its deep object."""
        return syntax.is_passive(self.cue)

    @once
    def governor(self) -> Token | None:
        """Return the verb that the cue is an argument of."""
        return syntax.governing_verb(self.cue)

    @once
    def predicate(self) -> Token:
        """Return the noun that opens the coordination of which the cue is part; the cue where it is none."""
        noun = self.cue
        for _ in range(syntax.MAX_DEPTH):
            if noun.dep_ != "conj" or noun.head.pos_ not in syntax.NOMINAL:
                break
            noun = noun.head
        return noun

    @once
    def sentence_end(self) -> int:
        """Return the token after the cue's sentence."""
        return sentence_bounds(self.reading.doc)[self.cue.i][1]

    @once
    def near(self) -> list[Token]:
        """Return the next words of the sentence after the cue."""
        return list(self.reading.doc[self.cue.i + 1 : min(self.cue.i + 1 + NEAR, self.sentence_end)])

    @once
    def clauses(self) -> list[Token]:
        """Return the predicates of the cue's complement clauses."""
        if self.credited is not None:
            clause = nearest_predicate(self.credited.head)
            return [clause] if clause.sent == self.cue.sent and clause != self.credited else []
        return complements(self.cue)

    def _openers(self, opener: str, reach: int) -> list[Token]:
        """Return the prepositions behind the cue that open no question: not "hurt by how Bo was treated"."""
        found = [token for token in self.near[:reach] if token.lower_ == opener]
        return [token for token in found if self.reading.doc[token.i + 1 : token.i + 2].text.lower() not in ASKING]

    def _is_named(self, token: Token) -> bool:
        return any(self.reading.chains[filler.chain].names for filler in self.reading.fillers(token))

    def _coordinated(self, found: list[Filler]) -> list[Filler]:
        """Return whom "and" ties to the subject right before a verb, where the tree fails: "Ada (AQ) and Bo sued"."""
        before = [item for item in self.reading.mention_before(self.cue) if item.mention.kind is MentionKind.NAMED]
        known = {item.chain for item in found}
        for item in before:
            start = self.reading.doc[self.reading.token_at[item.mention.span.start]]
            joined = start.i - start.sent.start > 1 and start.nbor(-1).lower_ in {"and", "&"}
            if joined and item.chain not in known:
                ends = {at.chain for at in self.reading.mentions_at(start.nbor(-2))}
                ends |= {at.chain for at in self.reading.mentions_at(start.nbor(-3))}
                return [item] if ends & known else []
        return []

    def _is_civil(self) -> bool:
        """Tell whether the noun's phrase says that it is about a wrong between parties: "her defamation case"."""
        before = self.reading.doc[max(self.cue.sent.start, self.cue.i - NEAR) : self.cue.i]
        return any(word.lower_ in CIVIL for word in before)

    def _content(self) -> list[Filler]:
        """Return whom the words that a verb of saying introduces mention, each once."""
        clauses = self.clauses or [self.cue]
        inside = {token.i for clause in clauses for token in clause.subtree if clause != self.cue or token.i > clause.i}
        own = {token.i for token in syntax.subjects(self.cue)}
        found: dict[int, Filler] = {}
        for index in sorted(inside - own):
            for filler in self.reading.fillers(self.reading.doc[index]):
                found.setdefault(filler.chain, filler)
        return list(found.values())

    def _claimed(self) -> list[Filler]:
        """Return whose name opens what is claimed, where the tree gives the clause no subject: "claimed that Ada …"."""
        # "claims it breaks a rule that Bo Dunn made": behind another verb "that" opens no claim of this one
        rest = takewhile(lambda token: token.tag_ not in FINITE, self.reading.doc[self.cue.i + 1 : self.sentence_end])
        marks = [token for token in rest if token.lower_ == "that"]
        return mentions_after(self.reading, marks[0], gap=FARTHEST, subjects=True)[:1] if marks else []

    def _court_after(self) -> list[Filler]:
        """Return the first court named behind the cue, after a preposition and before another proceeding."""
        for token in self.reading.doc[self.cue.i + 1 : self.sentence_end]:
            here = self.reading.fillers(token)
            kinds = {self.reading.chains[filler.chain].type for filler in here}
            if EntityType.COURT in kinds:
                before = self.reading.doc[max(self.cue.i, token.i - NEAR) : token.i]
                return here if any(word.lower_ in VENUE for word in before) else []
            if EntityType.LAWSUIT in kinds and token not in self.objects:
                return []
        return []

    def _list_several(self, fewest: int) -> list[Filler]:
        """Return whom a plural stands for, if they are more than its own mentions: "his daughters Gale and Lynda"."""
        named = self._singled_out() or names_listed(self.reading, self.cue) or find_included(self.cue, self.reading)
        named = named or find_leaders(self.cue, self.reading)
        if len(named) > fewest:
            return named
        # "Ada and Bo are the parents of Cy": the plural is a mention of neither alone
        # "Ada Quill and Bo Dunn, lawyers for Cy"
        copular = bool(syntax.children(self.cue, {"cop"}))
        described = syntax.surface_subjects(self.cue) if copular else find_described(self.cue)
        if any(token.lower_ in {"all", "both"} for token in described):
            # "Ada and Bo, both of whom are members of the board"
            described = find_described(self.cue) or described
        both = [filler for token in described for filler in self.reading.fillers(token)]
        return both if len(both) > max(1, fewest) else []

    def _follows_agent(self, filler: Filler) -> bool:
        """Tell whether a mention only stands behind whoever did it: "having been sued by rivals, Ada left"."""
        first = self.reading.token_at[filler.mention.span.start]
        return any(agent.right_edge.i < first for agent in syntax.agents(self.cue) if agent.pos_ == "NOUN")

    def _singled_out(self) -> list[Filler]:
        """Return whom "one of" picks: "Bo Dunn, one of Quill's lawyers", "one of her lawyers, Bo Dunn"."""
        one = next((word for word in self.cue.doc[max(0, self.cue.i - FARTHEST) : self.cue.i] if word.lower_ == "one"),
                   None)  # fmt: skip
        if one is None or one.nbor().lower_ != "of" or self.cue.sent.start == one.i:
            return []
        before = self.reading.fillers(one.nbor(-2)) if one.nbor(-1).text == "," and one.i > 1 else []
        return before or names_listed(self.reading, self.cue)[:1]

    def _body_before(self) -> list[Filler]:
        """Return the body that a word before the noun recalls: "company" in "company spokesman Bo Dunn"."""
        before = self.cue.nbor(-1) if self.cue.i > self.cue.sent.start else self.cue
        return self.reading.fillers(before) if describes_body(before) and before.head == self.cue else []

    def _set_beside(self) -> list[Filler]:
        """Return whom an apposition describes that is no mention itself: "Bo Dunn, formerly a board member"."""
        if is_plural(self.cue) and (several := find_described(self.cue)):
            return [filler for token in several for filler in self.reading.fillers(token)]
        named = (
            [set_beside(self.cue)]
            if self.cue.dep_ in syntax.APPOSITION
            else syntax.children(self.cue, syntax.APPOSITION)
        )
        near = [token for token in named if not self._is_parted_from(token)]
        found = [filler for token in near for filler in self.reading.fillers(token)]
        if any(self.reading.chains[filler.chain].type is not EntityType.LAWSUIT for filler in found):
            return found
        # "her suit against Harbor Press, the publishers of …", where the tree hangs them on the suit
        first = self.cue.left_edge
        first = first.nbor() if first.text == "," else first
        return (self.reading.name_parted(first, step=-1) if found else []) or found

    def _is_parted_from(self, token: Token) -> bool:
        """Tell whether a verb or many words stand between the cue and a token: not "Bo Dunn, the ranking member"."""
        first, last = sorted((self.cue.i, token.i))
        verbs = (word for word in self.cue.doc[first + 1 : last] if word.pos_ == "VERB")
        parting = any(word.head != self.cue or word.dep_ not in syntax.COMPOUND for word in verbs)
        return last - first > LONGEST_APPOSITION or parting
