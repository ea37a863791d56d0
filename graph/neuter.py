"""Chooses which body "it" and "its" mean: "the Gazette and its editor", "Harmon Oil said it would appeal".

The order in which antecedents are tried is that of Hobbs 1978: coordinated nouns, then the subjects and objects of the
clauses around the pronoun, then the sentence before. The first thing that can be meant decides, also where it is no
body: "the report and its authors".
"""

from __future__ import annotations

from collections.abc import Iterator

from graph import syntax
from graph.clusters import Clustering
from graph.contents import complements
from graph.model import EntityType
from graph.tokens import Token
from graph.word_forms import is_plural

BODIES = frozenset({EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET, EntityType.COURT})
# what is no body and yet no rival of one: "On Monday it said …", "the number of its members"
UNLIKELY = frozenset(
    (
        "anyone day everyone friday hour minute monday month morning night nobody number one percent saturday second "
        "sunday thursday time tuesday wednesday week year yesterday"
    ).split()
)
PERSONAL = frozenset("i we you he she they who me us him them".split())
OBJECTS = syntax.OBJECT | syntax.INDIRECT | {"obl", "obl:agent"}
NEAR_START = 3
LONGEST_NAME = 4


class Neuters:
    """Resolves the neuter pronouns of one document."""

    def __init__(self, work: Clustering) -> None:
        self.work = work

    def choose(self, index: int) -> int | None:
        """Return the body that a pronoun means, or None where something else is nearer or nothing is known."""
        pronoun = self.work.heads[index]
        for token in list_coordinated(pronoun):
            if clusters := self.work.clusters_at(token):
                beside = len(clusters) == 1 and self.work.clusters[clusters[0]].type in BODIES
                if beside and self.work.clusters[clusters[0]].names:
                    return clusters[0]
                break
        for token in list_antecedents(pronoun):
            clusters = self.work.clusters_at(token)
            kinds = {self.work.clusters[number].type for number in clusters}
            if len(clusters) == 1 and kinds <= BODIES:
                return clusters[0]
            if not clusters and is_rival(token):
                return None
        return None


def is_rival(token: Token) -> bool:
    """Tell whether a noun that is no mention can be meant by "it": one thing, neither a person nor a time."""
    token = syntax.antecedent(token)
    if token.ent_type_ in {"DATE", "MONEY", "PERSON"} or token.lower_ in PERSONAL | UNLIKELY:
        return False
    return token.pos_ in {"NOUN", "PROPN"} and not is_plural(token)


def list_antecedents(pronoun: Token) -> Iterator[Token]:
    """Yield what a pronoun can mean, likeliest first."""
    owned = pronoun.dep_ in syntax.POSSESSOR
    node = pronoun.head if owned else pronoun
    while node.head != node:
        parent = node.head
        coordinated = node.dep_ == "conj" and parent.pos_ in syntax.NOMINAL
        if parent.i < node.i and (coordinated or (owned and node.dep_ in syntax.APPOSITION)):
            yield parent
            if coordinated and owned:
                yield from list_owners(parent)
        if (syntax.is_predicate(parent) or parent.pos_ == "VERB") and node != pronoun:
            yield from (token for token in list_arguments(parent, pronoun) if not token.is_ancestor(pronoun))
        node = parent
    yield from list_subjects_before(pronoun)


def list_coordinated(pronoun: Token) -> Iterator[Token]:
    """Yield the name right before "and its", from its last word on: "the Church of Mill and its pastor"."""
    if pronoun.dep_ not in syntax.POSSESSOR or pronoun.i - pronoun.sent.start < NEAR_START:
        return
    node = pronoun.nbor(-2)
    if pronoun.nbor(-1).lower_ not in {"and", "&"} or node.pos_ != "PROPN":
        return
    yield node
    for _ in range(LONGEST_NAME):
        if node.dep_ not in syntax.COMPOUND or node.head.pos_ != "PROPN" or node.head == node:
            return
        node = node.head
        yield node


def list_owners(name: Token) -> Iterator[Token]:
    """Yield whose the one named first is: "Harbor Gas's founder Bo Dunn and its chairman"."""
    titled = name.dep_ in syntax.APPOSITION
    for owner in syntax.possessors(name) or (syntax.possessors(name.head) if titled else []):
        if owner.dep_ == "flat":
            owner = owner.head
        before = owner.nbor(-1) if owner.i else owner
        # a tree may hang both words of the name on the title
        yield before if before.head == owner.head and before.dep_ in syntax.COMPOUND else owner


def list_arguments(verb: Token, pronoun: Token) -> Iterator[Token]:
    """Yield the subject of a clause, then its objects, as far as they stand before the pronoun."""
    yield from (token for token in syntax.subjects(verb) if token.i < pronoun.i)
    yield from (token for token in syntax.children(verb, OBJECTS) if token.i < pronoun.i)


def list_subjects_before(pronoun: Token) -> Iterator[Token]:
    """Yield what the sentence before is about, where the pronoun opens a paragraph or goes on with one."""
    first = pronoun.sent.start
    if first == 0:
        return
    before = pronoun.doc[first - 1].sent
    if "\n" in before.text[len(before.text.rstrip()) :] and pronoun.i - first > NEAR_START:
        return
    said = complements(before.root)
    # "Papers say that Harbor Gas has sold it, the Gazette reported": what is told stands first
    ahead = [clause for clause in said if clause.i < before.root.i]
    told = [*ahead, *(inner for clause in ahead for inner in complements(clause))]
    for clause in dict.fromkeys([*told, before.root, *said]):
        yield from list_arguments(clause, pronoun)
