"""A cue word with what fills its slots: who sues, who is sued, whose lawyer. The relation files name the slots."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import accusers, syntax
from graph.appositions import set_beside
from graph.blame import UNDERTAKINGS, WORD_SLOTS, fill_word_slot, find_doers_owners
from graph.cue import NEAR
from graph.hearings import TESTIFYING, is_heard_by_assembly
from graph.holder import SUING, Holder
from graph.implied_blame import ASSAILANT, IMPLIED_SLOTS, fill_implied_slot, find_assailants
from graph.listing import describes_body, members_of, mentions_after
from graph.membership import (
    PLEADINGS,
    find_acting_as,
    find_companions,
    find_examples,
    find_included,
    find_jointly_titled,
    find_late_agent,
    find_likewise,
    find_named_as,
    find_opposition,
    find_singled_out,
    find_whole,
    is_handled,
)
from graph.model import EntityType, MentionKind
from graph.pieces import find_told
from graph.reading import Filler, Reading
from graph.sides import FILING, SIDE_SLOTS, fill_side_slot
from graph.slots import BESIDE, is_clausal, is_plain
from graph.spoken import find_spoken_before, find_spoken_of
from graph.tokens import Token
from graph.trials import find_tried
from graph.voices import find_clients, find_outlets_of, find_writers
from graph.word_forms import base_form, is_plural

ADJACENT = 2
LIST_REACH = 8
ACCUSING = "accuse"
BEHALF = "on behalf of"
# "defended Bo in a suit" is done by a lawyer, "in an interview" by anybody
CASES = frozenset(
    {"action", "appeal", "case", "countersuit", "court", "lawsuit", "litigation", "retrial", "suit", "trial"}
)
INDICTING = frozenset({"charge", "indictment", "prosecution"})
AFFILIATING = frozenset({"of", "at", "for", "with", "in", "to"})
# "Ada and Bo are like children"
COMPARING = frozenset({"like", "unlike"})
PROSECUTORS = frozenset({"attorney", "general", "prosecutor"})
LAWYERS = frozenset({"attorney", "lawyer", "counsel", "solicitor", "barrister", "team", "firm"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is plaintiff and defendant of which proceeding in this document, as chain indexes."""

    plaintiffs: dict[int, list[Filler]]
    defendants: dict[int, list[Filler]]
    # what tokens stand for, by their place, once that was asked
    members: dict[int, list[Filler]] = field(default_factory=dict, compare=False)


class Frame(Holder):
    """A cue verb or noun with the fillers of its slots, each worked out when it is asked for."""

    def __init__(self, cue: Token, reading: Reading, roles: Roles) -> None:
        super().__init__(cue, reading)
        self.roles = roles
        self._filled: dict[str, list[Filler]] = {}
        # the clauses that each pattern asks for, by the pattern
        self.contents: dict[int, list[Token]] = {}
        # what does not depend on the clauses that are looked at
        self._shared: dict[str, list[Filler]] = {}

    def narrow(self, clauses: list[Token]) -> Frame:
        """Return the frame of the same cue with some of the clauses that it introduces."""
        own = Frame(self.cue, self.reading, self.roles)
        own.__dict__.update(self.__dict__, clauses=clauses, contents={}, _filled={})
        return own

    def fillers(self, slot: str) -> list[Filler]:
        """Return the mentions in a slot, worked out once for all patterns that name it."""
        known = self._filled if is_clausal(slot) else self._shared
        found = known.get(slot)
        if found is None:
            found = known[slot] = self._fill_plainly(slot) if is_plain(slot) else self._find_fillers(slot)
        return found

    def _find_fillers(self, slot: str) -> list[Filler]:
        base, _, last = slot.rpartition(".")
        if slot in {"holder", "cue"}:
            return self._own_mentions(slot)
        if slot == "several":
            # "brothers Bo Dunn and Cy Dunn", not "her brother and Bo Dunn"
            return self.fillers("holder") if is_plural(self.cue) else []
        if slot == "of" and self.is_office:
            return []
        if slot in {"modifier", "possessor"} and self.cue.i and self.cue.nbor(-1).lower_ == "family":
            # "Quill's family lawyer" is not hers alone
            return []
        if slot == "possessor" and self.cue.lemma_ in INDICTING and {"of", "against"} & self.obliques.keys():
            # "the prosecutor's indictment of Bo Dunn"
            return []
        if slot == "modifier":
            return self.reading.name_before(self.cue) or self._body_before()
        if last in {"plaintiff", "defendant"}:
            roles = self.roles.plaintiffs if last == "plaintiff" else self.roles.defendants
            suits = self.fillers(base or "cue")
            if base == "subject" and any(token.lower_ == "it" for token in self.tokens(base)):
                suits = suits or find_spoken_before(self.cue, self.reading)
            told = [party for filler in suits for party in roles.get(filler.chain, [])]
            papers = [] if told or last == "defendant" else self.tokens(base) if base else [self.cue]
            return told or [party for paper in papers for party in accusers.find_filers(paper, roles)]
        if slot == "verb.subject" and self.governor is not None:
            return Frame(self.governor, self.reading, self.roles).fillers("subject")
        if slot == "listed":
            return [] if self.is_passive else mentions_after(self.reading, self.cue, gap=LIST_REACH)
        if last == "client":
            agents = self.tokens(base)
            if base_form(self.cue) in SUING:
                # "Quill's former lawyer Bo Dunn sued" for himself
                agents = [token for token in agents if not self._is_named(token)]
            return [client for token in agents for client in find_clients(token, self.reading, LAWYERS)]
        if last == "outlet":
            names = self.tokens(base)
            if not names and base == "object":
                after = mentions_after(self.reading, self.cue, gap=NEAR)[:1]
                names = [self.reading.doc[self.reading.token_at[filler.mention.span.start]] for filler in after]
            return [outlet for token in names for outlet in find_outlets_of(token, self.reading)]
        if slot in BESIDE:
            return BESIDE[slot](self.cue, self.reading)
        if last == "part":
            return [whole for token in self.tokens(base) for whole in find_whole(token, self.reading)]
        if last == "modifier" and base:
            things = [token for token in self.tokens(base) if base_form(token) in UNDERTAKINGS]
            return [owner for token in things for owner in self.reading.name_before(token)]
        if last == "author":
            return [author for token in self.tokens(base) for author in find_writers(token, self.reading)]
        if slot == "that":
            return self._claimed()
        if slot == "object.defended":
            return self.fillers("object") if any(base_form(token) in CASES for token in self.oblique("in")) else []
        if last == "owner" and base:
            stated = [self.cue] if base == "subject" else self.clauses
            # "says that Bo's ruling broke the law" accuses Bo, "says that Bo's ruling was wrong" blames him
            doing = [clause for clause in stated if clause.pos_ == "VERB" or base == "clause"]
            return [filler for clause in doing for filler in find_doers_owners(clause, self.reading)]
        if slot in WORD_SLOTS:
            return fill_word_slot(self.cue, slot, self.reading)
        if slot in SIDE_SLOTS:
            return fill_side_slot(self.cue, slot, self.reading)
        if last == "told":
            pieces = self.tokens(base) if base else [self.cue]
            return [told for piece in pieces for told in find_told(piece, self.reading)]
        if slot == "content":
            return self._content()
        if slot in {"included", "included.acting"}:
            acting = self.cue.tag_ == "VBG"
            return find_included(self.cue, self.reading) if acting == (last == "acting") else []
        if slot == "spoken":
            told = [*self.fillers("holder"), *self.fillers("included"), *self.fillers("included.acting")]
            named = any(self.reading.chains[filler.chain].is_named for filler in told)
            return find_spoken_of(self.cue, self.reading) if named else []
        if slot == "court":
            return self._court_after()
        if slot == "suit":
            pleadings = (token for token in self.oblique("in") if base_form(token) in PLEADINGS)
            return [filler for token in pleadings for filler in self.reading.fillers(token)]
        if last == "prosecutor":
            return [filler for filler in self.fillers(base) if self.reading.has_title(filler.chain, PROSECUTORS)]
        if last == "judge":
            return [filler for filler in self.fillers(base) if self.reading.has_title(filler.chain, accusers.JUDGES)]
        if slot == "on.tried":
            return [one for token in find_tried(self.cue, self.governor) for one in members_of(self.reading, token)]
        if slot == "with.suing":
            return self._opposed()
        if slot == "modifier.suing":
            return self.reading.name_before(self.cue) if self.fillers("against") else []
        if slot in {"possessor.suing", "possessor.tried"}:
            suing = bool(self.fillers("against")) or self._is_civil()
            return self.fillers("possessor") if suing == (last == "suing") else []
        if slot == ASSAILANT:
            told = find_assailants(self.clauses, self.fillers("subject"), self.reading)
            return told or find_assailants([self.cue], self.fillers("speaker"), self.reading)
        if slot in IMPLIED_SLOTS:
            said_by = [*self.fillers("subject"), *self.fillers("subject.client")]
            sides = self.roles.plaintiffs, self.roles.defendants
            return fill_implied_slot(slot, self.cue, self.clauses, said_by, sides, self.reading)
        if slot == accusers.FELLOW:
            return accusers.find_fellows(self.cue, self.fillers("subject"), self.reading) if self.is_mutual else []
        if slot in {accusers.ACCUSER, accusers.RIVAL}:
            return self._accusers() if slot == accusers.ACCUSER else self._rivals()
        return self._fill_plainly(slot)

    def _fill_plainly(self, slot: str) -> list[Filler]:
        found: list[Filler] = []
        if tokens := self.tokens(slot):
            found += [filler for token in tokens for filler in self._members(token)]
            found += [filler for token in tokens for filler in find_examples(token, self.reading)]
        if not found and slot == "subject" and self.cue.dep_ == "conj" and self.cue.head.dep_ == "ccomp":
            # "Ada said there was no proof and accused Bo", where the tree takes all after "said" for her words
            found = Frame(self.cue.head.head, self.reading, self.roles).fillers("subject")
        if slot == ("object" if self.is_passive else "subject") and self.is_verb:
            found += find_companions(self.cue, self.reading)
        return self._near(slot, found)

    def _accusers(self) -> list[Filler]:
        """Return who sues somebody that is accused by nobody named, or "allegedly" did something."""
        unnamed = self.is_passive and not syntax.agents(self.cue)
        slot = "subject" if accusers.is_alleged(self.cue) else "object" if unnamed else ""
        blamed = self.fillers(slot) if slot else []
        return accusers.find_opponents_of(blamed, self.roles.plaintiffs, self.roles.defendants, self.cue)

    def _rivals(self) -> list[Filler]:
        """Return who sues those that a suit without named plaintiffs is against: "Four people are suing Bo"."""
        subjects = self.tokens("subject")
        if any(word.lower_ in accusers.OTHER for token in subjects for word in syntax.children(token, {"amod", "det"})):
            return []
        form = base_form(self.cue)
        told = any(base_form(token) in PLEADINGS for token in subjects)
        slots = ["object"] if form in SUING else ["against"] if form in FILING else ["clause.subject", "object"]
        if not told and slots[0] == "clause.subject":
            return []
        blamed = [filler for slot in slots for filler in self.fillers(slot)]
        return accusers.find_opponents_of(blamed, self.roles.plaintiffs, self.roles.defendants, self.cue)

    def _members(self, token: Token) -> list[Filler]:
        """Return the mentions that a token stands for; of "the plaintiffs" those of the proceeding told of."""
        known = self.roles.members
        found = known.get(token.i)
        if found is None:
            found = known[token.i] = self._find_members(token)
        return found

    def _find_members(self, token: Token) -> list[Filler]:
        found = members_of(self.reading, token)
        if any(self.reading.chains[filler.chain].is_named for filler in found):
            return found
        if singled_out := find_singled_out(token, self.reading):
            return singled_out
        if token.dep_ in syntax.APPOSITION and token.head.pos_ == "PROPN" and token.pos_ == "NOUN":
            # "“Harbor Lights”, an epic starring Ada Quill"
            return self.reading.fillers(set_beside(token)) or found
        found = [*found, *self.reading.outlet_before(token)]
        return accusers.find_side(token, self.roles.plaintiffs, self.roles.defendants, self.reading) or found

    def _near(self, slot: str, found: list[Filler]) -> list[Filler]:
        """Return a slot's fillers with what word order adds where trees often fail: "suit against X, Y and Z"."""
        opener = "by" if slot == "subject" and self.is_passive else slot
        reach = NEAR if slot == "against" else ADJACENT
        if slot == BEHALF:
            rest = self.reading.doc[self.cue.i + 1 : self.sentence_end]
            marks = [token for token in rest if token.lower_ == "of" and token.nbor(-1).lower_ == "behalf"]
            listed = mentions_after(self.reading, marks[0], gap=ADJACENT) if marks else []
            return max(found, listed, key=len)
        if opener in {"against", "by", "from"} and (slot == "subject" or slot == "against" or not self.is_verb):
            marks = self._openers(opener, reach)
            # "the lawsuit against Bo by Ada"
            behind = slot == "by" and [token.lower_ for token in self.near[:1]] == ["against"]
            if not marks and (opener == "against" or behind or (slot == "subject" and base_form(self.cue) in SUING)):
                marks = find_opposition(self.cue, opener)
            if not marks and slot == "subject" and opener == "by" and not found and base_form(self.cue) == ACCUSING:
                marks = find_late_agent(self.cue)
            verb = self.governor
            # "he was asked about the suit by Ada": the phrase is the verb's, not the noun's
            taken = opener == "by" and slot != "subject" and verb is not None and bool(syntax.agents(verb))
            listed = mentions_after(self.reading, marks[0], gap=LIST_REACH) if marks and not taken else []
            if slot == "subject" and not found and listed and self._follows_agent(listed[0]):
                return []
            found = list({filler.chain: filler for filler in (*reversed(listed), *reversed(found))}.values())[::-1]
        if slot == opener == "by" and not self.is_verb and found and is_handled(self.cue):
            # "the case argued by Ada Quill", "a complaint obtained by Harbor News"
            return []
        if found and slot == "subject" and not self.is_passive:
            return [*found, *self._coordinated(found)]
        if found:
            return found
        if not self.is_verb and slot in AFFILIATING and self.near and self.near[0].lower_ == slot:
            return mentions_after(self.reading, self.near[0], gap=ADJACENT)
        if slot == "object" and self.cue.pos_ == "VERB" and not self.is_passive:
            # "Ada left and Harbor News reported so", "“the people she met,” Bo Dunn said"
            quoted = not self.cue.whitespace_ and any(token.is_quote for token in self.near[:ADJACENT])
            parted = bool(self.near) and self.near[0].dep_ in {"cc", "punct"} and not self.near[0].is_quote
            return [] if parted or quoted else mentions_after(self.reading, self.cue, gap=ADJACENT)
        if slot == "subject" and not self.is_passive:
            named = any(noun.i > self.cue.i for noun in syntax.children(self.cue, syntax.OBJECT))
            return self.reading.mention_before(self.cue) if named else []
        return []

    def _opposed(self) -> list[Filler]:
        """Return with whom somebody has a suit of his own: "Ada settled her suit with Harbor News"."""
        verb = self.governor
        lodged = verb is not None and base_form(verb) in FILING
        return [] if lodged or not self.fillers("possessor") else self.fillers("with")

    def _own_mentions(self, slot: str) -> list[Filler]:
        own = self.reading.fillers(self.cue)
        if slot == "cue" and base_form(self.cue) in TESTIFYING and is_heard_by_assembly(self.cue):
            return []
        if slot == "cue" and self.is_verb:
            suits = [
                filler
                for noun in self.objects
                for filler in self.reading.fillers(noun)
                if self.reading.chains[filler.chain].type is EntityType.LAWSUIT
            ]
            return suits or own
        if slot != "holder" or syntax.case_of(self.cue) in COMPARING:
            return own
        if is_plural(self.cue) and (several := self._list_several(len(own))):
            return several
        if any(item.mention.kind is MentionKind.NAMED or self.reading.chains[item.chain].is_named for item in own):
            return [*own, *find_likewise(self.cue, self.reading)]
        # "Ada is not his wife" makes no mention of her, but says something of both
        described = syntax.surface_subjects(self.predicate) if syntax.children(self.predicate, {"cop"}) else []
        found = [filler for token in described for filler in self.reading.fillers(token)]
        if found:
            return [*found, *find_likewise(self.cue, self.reading)]
        acting = find_named_as(self.cue, self.reading) or find_acting_as(self.cue, self.reading)
        # "Harbor Gas, the parent of Mill Gas": no parent is a person here
        bodily = self.cue.dep_ in syntax.APPOSITION and (describes_body(self.cue) or self.cue.lower_ == "parent")
        beside = self._set_beside() if own and bodily else []
        return acting or self._titled() or beside or own or self._set_beside()

    def _titled(self) -> list[Filler]:
        """Return whom a title stands before, "Mets GM Bo Dunn", or what another title of the phrase describes."""
        after = self.reading.name_after(self.cue)
        if after:
            return after
        if joint := find_jointly_titled(self.cue, self.reading):
            return joint
        # "its parent company, Harmon Group"
        if self.cue.dep_ in syntax.COMPOUND and self.cue.head.i == self.cue.i + 1 and describes_body(self.cue.head):
            return Frame(self.cue.head, self.reading, self.roles).fillers("holder")
        # "chairman and chief executive" is one person: a second one would have an article of his own
        # "Bo Dunn and members of the board" are several, "Bo Dunn and other members" are of one kind
        other = any(child.lower_ == "other" for child in self.cue.children)
        alike = other or is_plural(self.cue) == is_plural(self.cue.head)
        coordinated = alike and self.cue.dep_ == "conj" and not syntax.children(self.cue, {"det", *syntax.POSSESSOR})
        return Frame(self.cue.head, self.reading, self.roles).fillers("holder") if coordinated else []
