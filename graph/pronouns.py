"""Chooses whom a pronoun means, by weights that were learned from annotated articles.

A small network scores each candidate from its features alone, so the order of candidates does not matter (the
mention-ranking model of Denis and Baldridge 2008; GAP's pronouns of Webster et al. 2018 are among the examples).
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from graph import syntax
from graph.antecedents import Ranking
from graph.inflection import inflect_verb
from graph.memory import once_per_document
from graph.model import EntityType, Gender, MentionKind
from graph.pronoun_features import PronounFeatures
from graph.quotations import Quotation, spoken_quotations
from graph.same_names import SUFFIXES, name_parts
from graph.syntax import APPOSITION, INDIRECT, OBJECT, PASSIVE_SUBJECT, POSSESSOR, SUBJECT, children, own_obliques
from graph.tokens import Doc, Token
from graph.word_forms import base_form, list_forms

WEIGHTS = Path(__file__).parent / "models" / "pronouns.json"
REACH = 8
ASKING, PERMISSIVE = frozenset({"ask", "question"}), frozenset({"can", "could", "may", "might", "should"})
# "In his book, Quill wrote": what stands first is its subject's; in "despite his plea, Quill sued him" it is not
FRONTED = frozenset("as at during for in into on throughout with".split())
PARTICIPIAL = frozenset({"advcl"})
RECALL = 3
SAYING_OF = frozenset({"remark", "say", "tweet", "write"})
# what befalls whoever is tried, and is done to it by somebody else: "the governor commuted his sentence"
STAGES = frozenset("acquittal case conviction guilt imprisonment indictment plea sentence sentencing trial".split())
JUDGED = "affirm commute overturn pardon quash reprieve vacate".split()
JUDGING = frozenset({form for verb in JUDGED for form in (verb, *inflect_verb(verb))} | {"uphold", "upheld"})
# "Quill … his son, Bo Quill": who bears a man's surname as a rule
HEIRS = frozenset({"brother", "daughter", "father", "son", "wife"})
FULL_NAME = 2
CLIENT, LAWYERS = "client", frozenset({"attorney", "barrister", "counsel", "lawyer", "solicitor"})
# "Quill pleaded guilty. … He pleaded guilty to theft": who is known to have done so
TRIED = frozenset({"convict", "plead", "sentence"})
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of one hidden layer (features by units) with its biases, and of the score (units)."""

    hidden: Floats
    hidden_bias: Floats
    output: Floats

    def score(self, features: Floats) -> Floats:
        """Return one score for each row of features; higher is likelier."""
        active: Floats = np.maximum(features @ self.hidden + self.hidden_bias, 0.0)
        return active @ self.output

    def to_json(self) -> str:
        """Return the weights as JSON text, rounded to four decimals."""
        values = {"hidden": self.hidden, "hidden_bias": self.hidden_bias, "output": self.output}
        rows = [f'"{name}": {json.dumps(np.round(array.astype(float), 4).tolist())}' for name, array in values.items()]
        return "{\n" + ",\n".join(rows) + "\n}\n"


def read_network(text: str) -> Network:
    """Return a network from its JSON text."""
    data = json.loads(text)
    return Network(*(np.array(data[name], dtype=np.float32) for name in ("hidden", "hidden_bias", "output")))


@cache
def load_network() -> Network:
    """Return the network that comes with the package."""
    return read_network(WEIGHTS.read_text(encoding="utf-8"))


class Pronouns:
    """Resolves the third-person pronouns of one document."""

    def __init__(self, ranking: Ranking) -> None:
        self.ranking = ranking
        self.work = ranking.work
        self.features = PronounFeatures(ranking)

    def choose(self, index: int, gender: Gender, *, network: Network | None = None) -> int | None:
        """Return the likeliest person for a pronoun, or None where nobody is near or the likeliest has no name.

        `network` takes the place of the one that comes with the package.
        """
        told_of = self.find_told_of(index, gender)
        if told_of is not None:
            return told_of
        candidates = self.list_candidates(index, gender)
        if not candidates:
            return None
        head = self.work.heads[index]
        owner = find_stressed(head) or find_partner(head) or find_asked(head) or find_later_owner(head)
        if owner is not None and (sure := [n for n in self.work.clusters_at(owner) if n in candidates]):
            return sure[0]
        namesakes = self.list_namesakes(index, candidates)
        if len(namesakes) == 1:
            return namesakes[0]
        counsel = self.list_counsel(index, candidates)
        if len(counsel) == 1:
            return counsel[0]
        scores = (network or load_network()).score(self.describe(index, candidates))
        # "Bo sued him": him is not Bo, however likely else
        barred = np.array([self.is_barred(index, number) for number in candidates])
        if not barred.all():
            scores = np.where(barred, -np.inf, scores)
        best = candidates[int(np.argmax(scores))]
        tried = self.list_tried(index, candidates)
        return tried[0] if len(tried) == 1 else best

    def list_namesakes(self, index: int, candidates: list[int]) -> list[int]:
        """Return the men among the candidates whose surname "his wife Ada Quill" or "his son, Bo Quill" bears."""
        head = self.work.heads[index]
        names = find_heir(head) if head.dep_ in POSSESSOR and base_form(head.head) in HEIRS else []
        if len(names) < FULL_NAME:
            return []
        own = set(self.work.clusters_at(names[0]))
        bearers = [number for number in candidates if number not in own and any(
            bears(name, names[-1].lower_) for name in self.work.clusters[number].names)]  # fmt: skip
        return [number for number in bearers if self.work.clusters[number].gender is Gender.MALE]

    def list_counsel(self, index: int, candidates: list[int]) -> list[int]:
        """Return the lawyers among the candidates where one is meant: "his client", "“My client lied,” he said"."""
        head = self.work.heads[index]
        owns = head.dep_ in POSSESSOR and base_form(head.head) == CLIENT
        if not owns and not any(speaks_for_client(q, head.doc) for q in self.features.clauses.spoken.get(head.i, ())):
            return []
        return [n for n in candidates if any(role.split()[-1] in LAWYERS for role in self.work.clusters[n].roles)]

    def list_tried(self, index: int, candidates: list[int]) -> list[int]:
        """Return the candidates near a pronoun of whom the text says by name what it says of the pronoun's bearer.

        So it is of pleas and sentences only: "Quill told a court that the governor paid him. He pleaded guilty".
        """
        verb = self.work.heads[index].head
        if base_form(verb) not in TRIED or self.work.heads[index].dep_ not in SUBJECT | PASSIVE_SUBJECT:
            return []
        told = {number for noun in list_tried(verb.doc).get(verb.lemma_, ()) for number in self.work.clusters_at(noun)}
        return [number for number in candidates if number in told and self.list_beside(index, number)]

    def find_told_of(self, index: int, gender: Gender) -> int | None:
        """Return of whom a quotation around a pronoun is said to speak: "“He is brave,” Ada said of Bo"."""
        head = self.work.heads[index]
        quotation = spoken_quotations(head.doc).get(head.i)
        verb = quotation.speaker.head if quotation is not None and quotation.speaker is not None else head
        if quotation is None or verb.lemma_ not in SAYING_OF or quotation.start <= verb.i < quotation.end:
            return None
        of = [noun for preposition, noun in own_obliques(verb) if preposition == "of"]
        clusters = {number for noun in of for number in self.work.clusters_at(noun)}
        fitting = [number for number in sorted(clusters)
                   if self.work.clusters[number].type is EntityType.PERSON and self.work.clusters[number].names
                   and self.work.clusters[number].gender in {gender, Gender.UNKNOWN}]  # fmt: skip
        return fitting[0] if len(fitting) == 1 else None

    def is_barred(self, index: int, number: int) -> bool:
        """Tell whether a cluster is the subject of the very verb whose object the pronoun is, or one of its own.

        "Bo, one of his accusers" is not one of Bo's, nor is the sentence that Bo commutes. Nor does Bo say "Bo lies".
        """
        head = self.work.heads[index]
        own = self.features.clauses.spoken.get(head.i, ())
        if own and any(
            quotation.start <= self.work.heads[mention].i < quotation.end
            for quotation in own
            for mention in self.work.clusters[number].ordered
            if self.work.mentions[mention].kind is MentionKind.NAMED
        ):
            return True
        if head.dep_ in POSSESSOR and base_form(head.head) in STAGES:
            beside = [self.work.heads[mention] for mention in self.list_beside(index, number)]
            return any(other.dep_ in SUBJECT and other.head.lower_ in JUDGING for other in beside)
        one = head.head.head
        if head.dep_ in POSSESSOR and one.lower_ == "one" and one.dep_ in APPOSITION:
            return number in self.work.clusters_at(one.head)
        if head.dep_ not in OBJECT or self.work.mentions[index].text.lower().endswith("self"):
            return False
        others = (self.work.heads[mention] for mention in self.list_beside(index, number))
        return any(other.dep_ in SUBJECT and other.head == head.head for other in others)

    def list_beside(self, index: int, number: int) -> list[int]:
        """Return the mentions of a cluster in the sentence of a mention, and in the one before."""
        return [*self.work.before(number, index, reach=1), *self.work.after(number, index)]

    def describe(self, index: int, candidates: list[int]) -> Floats:
        """Return the features of a pronoun's candidates, a row each."""
        return np.array(self.features.describe(index, candidates), dtype=np.float32)

    def list_candidates(self, index: int, gender: Gender) -> list[int]:
        """Return the people of a gender near a pronoun: before it, or named after it in its sentence."""
        near = {number for mention in self.list_near(index) for number in self.work.of.get(mention, ())}
        return [number for number in sorted(near) if self.can_mean(index, number, gender)]

    def list_near(self, index: int) -> Iterator[int]:
        """Yield the mentions of some sentences before a pronoun, and the named ones after it in its sentence."""
        sentences = self.work.sentences
        yield from range(bisect_left(sentences, sentences[index] - REACH), index)
        for later in range(index + 1, len(sentences)):
            if sentences[later] > sentences[index]:
                return
            if any(self.work.clusters[number].names for number in self.work.of.get(later, ())):
                yield later

    def is_unproven(self, index: int, number: int) -> bool:
        """Tell whether only pronouns recall a cluster: "their" alone does not bring one to mind for "she"."""
        kinds = {self.work.mentions[m].kind for m in self.work.before(number, index, reach=RECALL)}
        return kinds == {MentionKind.PRONOMINAL}

    def can_mean(self, index: int, number: int, gender: Gender) -> bool:
        """Tell whether a cluster is a person of fitting gender whose mentions do not hold the pronoun inside."""
        cluster = self.work.clusters[number]
        if cluster.type is not EntityType.PERSON or not cluster.mentions:
            return False
        if cluster.gender is not gender and (cluster.gender is not Gender.UNKNOWN or self.is_unproven(index, number)):
            return False
        inner = self.work.mentions[index].span
        outer = (self.work.mentions[mention].span for mention in self.list_beside(index, number))
        return not any(span.covers(inner) for span in outer)


def speaks_for_client(quotation: Quotation, doc: Doc) -> bool:
    """Tell whether a quotation is a lawyer's: "my client"."""
    words = doc[quotation.start : quotation.end]
    return any(word.lower_ in {"my", "our"} and base_form(word.nbor()) == CLIENT for word in words[:-1])


@once_per_document
def list_tried(doc: Doc) -> dict[str, list[Token]]:
    """Return the names of which a document says that they pleaded or were sentenced, by the verb's lemma."""
    found: dict[str, list[Token]] = {}
    for verb, form in list_forms(doc):
        if form in TRIED:
            names = (child for child in verb.children if child.dep_ in SUBJECT | PASSIVE_SUBJECT)
            found.setdefault(verb.lemma_, []).extend(name for name in names if name.pos_ == "PROPN")
    return found


def find_stressed(pronoun: Token) -> Token | None:
    """Return the name that a pronoun stresses: "a story about Bo himself"."""
    name = pronoun.nbor(-1) if pronoun.i and pronoun.lower_.endswith("self") else pronoun
    if name.pos_ != "PROPN":
        return None
    return name.head if name.dep_ == "flat" else name


def bears(name: str, surname: str) -> bool:
    """Tell whether a name ends with a surname, but for "Jr."."""
    return [part for part in name_parts(name) if part not in SUFFIXES][-1:] == [surname]


def find_heir(pronoun: Token) -> list[Token]:
    """Return the words of the name that a possessive's noun is given: "his son, Bo Quill"."""
    kin = pronoun.head
    below = [child for child in kin.children if child.dep_ in APPOSITION | {"flat"} and child.i > kin.i]
    name = below[0] if below else kin.head
    words = [name, *(child for above in (name, kin) for child in above.children
                     if child.dep_ == "flat" and child.i > name.i)]  # fmt: skip
    return words if all(word.ent_type_ == "PERSON" for word in words) and words[-1].i > kin.i else []


def find_partner(pronoun: Token) -> Token | None:
    """Return the name that "and" joins to what it owns: "Ada was met by Bo and his wife"."""
    owned = pronoun.head
    if pronoun.dep_ not in POSSESSOR or owned.dep_ != "conj" or owned.head.pos_ != "PROPN" or owned.i < pronoun.i:
        return None
    if pronoun.i < 2 or pronoun.nbor(-1).lower_ != "and" or pronoun.nbor(-2).ent_type_ != "PERSON":
        return None
    name = pronoun.nbor(-2)
    while name.dep_ == "flat":
        name = name.head
    # "Ada, Bo and Cy and her assistant"
    return name if name == owned.head else None


def find_asked(pronoun: Token) -> Token | None:
    """Return who is asked about himself: "she asked Bo if he knew Ada", but "she asked Bo if she could leave"."""
    verb = pronoun.head
    if pronoun.dep_ not in SUBJECT or verb.head.lemma_.lower() not in ASKING:
        return None
    marks = {child.lower_ for child in verb.children if child.i < pronoun.i}
    permitted = any(child.lower_ in PERMISSIVE for child in verb.children)
    if permitted or marks.isdisjoint({"if", "whether"}):
        return None
    return next((child for child in verb.head.children if child.dep_ in OBJECT | INDIRECT and child.i < verb.i), None)


def find_later_owner(pronoun: Token) -> Token | None:
    """Return the subject behind a phrase that opens its sentence and has a possessive: "In his book, Quill wrote".

    Or behind a clause without a subject: "Speaking at the trial of her former boss, Quill said".
    """
    if pronoun.dep_ not in POSSESSOR or pronoun.head.i < pronoun.i:
        return None
    front = pronoun.head
    while front.head != front and not syntax.is_predicate(front.head):
        front = front.head
    if syntax.is_predicate(front.head) and front.head.dep_ in PARTICIPIAL:
        front = front.head
    if not is_fronted(front, pronoun):
        return None
    subjects = (c for c in front.head.children if c.dep_ in SUBJECT | PASSIVE_SUBJECT and c.i > pronoun.head.i)
    return next((subject for subject in subjects if subject.pos_ == "PROPN"), None)


def is_fronted(front: Token, pronoun: Token) -> bool:
    """Tell whether what opens a sentence says how or where its subject does something, and names nobody else first."""
    opening = front.left_edge.i
    if opening - pronoun.sent.start > 1 or any(word.pos_ == "PROPN" for word in pronoun.doc[opening : pronoun.i]):
        return False
    if front.dep_ in PARTICIPIAL:
        return front.tag_ == "VBG" and not children(front, SUBJECT | PASSIVE_SUBJECT)
    return front.dep_.startswith("obl") and syntax.case_of(front) in FRONTED
