"""Remembers who is whose husband, lawyer or boss in a document: "Ada's husband Bo Dunn … her husband"."""

from __future__ import annotations

from collections import defaultdict

from graph import syntax
from graph.clusters import Clustering
from graph.model import EntityType, Gender
from graph.spans import index_words
from graph.tokens import Token
from graph.word_forms import base_form, is_plural

SPOUSES = frozenset({"husband", "wife", "spouse", "ex-husband", "ex-wife"})
MUTUAL = frozenset({"co-star", "costar"})
LAWYERS = frozenset({"lawyer", "attorney", "counsel", "barrister", "solicitor", "agent", "publicist"})
CHILDREN = frozenset({"child", "daughter", "son"})
# whose "client" one is, is one's lawyer; whose husband, one's wife
INVERSE = {
    "assistant": frozenset({"boss"}),
    "boss": frozenset({"assistant", "bodyguard", "chauffeur", "driver", "employee", "housekeeper", "maid", "nanny"}),
    "boyfriend": frozenset({"boyfriend", "girlfriend"}),
    "client": LAWYERS,
    "dad": CHILDREN,
    "father": CHILDREN,
    "fiance": frozenset({"fiance", "fiancee", "fiancé", "fiancée"}),
    "fiancee": frozenset({"fiance", "fiancee", "fiancé", "fiancée"}),
    "fiancé": frozenset({"fiance", "fiancee", "fiancé", "fiancée"}),
    "fiancée": frozenset({"fiance", "fiancee", "fiancé", "fiancée"}),
    "girlfriend": frozenset({"boyfriend", "girlfriend"}),
    "husband": frozenset({"husband", "wife"}),
    "mom": CHILDREN,
    "mother": CHILDREN,
    "mum": CHILDREN,
    "spouse": frozenset({"husband", "wife"}),
    "wife": frozenset({"husband", "wife"}),
}
REPRESENTING = ("represent", "represented", "representing", "represents")


class Relatives:
    """Who is what to whom, by the descriptions read so far."""

    def __init__(self, work: Clustering) -> None:
        self.work = work
        self.kin: dict[tuple[int, str], int] = {}
        self.relations_of: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
        self.couples: list[tuple[int, int]] = []
        self.married: set[frozenset[int]] = set()

    def note(self, owner: int, role: str, relative: int) -> None:
        """Remember whom an owner's phrase gave first as husband, lawyer and the like."""
        if (owner, role) in self.kin:
            return
        self.kin[owner, role] = relative
        self.relations_of[relative].append((role, owner))
        if role in SPOUSES:
            self.couples.append((owner, relative))
            self.married.add(frozenset((owner, relative)))

    def note_client(self, lawyer: int, noun: Token) -> None:
        """Remember whom a description says that a lawyer serves: "a lawyer for Bo Dunn"."""
        for preposition, token in syntax.own_obliques(noun):
            if preposition == "for" and base_form(noun) in LAWYERS:
                self.relations_of[lawyer] += [("lawyer", number) for number in self.people_at(token)]

    def find(self, owner: int, role: str, gender: Gender) -> int | None:
        """Return whom an earlier phrase gave as somebody's husband or lawyer, or the client of the owner."""
        if (owner, role) in self.kin:
            return self.kin[owner, role]
        inverse = INVERSE.get(role.removeprefix("ex-"), frozenset())
        for known, holder in self.relations_of[owner]:
            if known.removeprefix("ex-") in inverse:
                other = self.work.clusters[holder].gender
                if Gender.UNKNOWN in {gender, other} or gender is other:
                    return holder
        return None

    def find_client(self, client: Token) -> int | None:
        """Return whom the lawyers before "his client" or "their client" act for, where the text says that of one."""
        for owner in syntax.possessors(client):
            for number in self.people_at(owner):
                represented = {found for verb in self.list_verbs(number) for found in self.objects_of(verb)}
                if len(represented) == 1:
                    return represented.pop()
        served: set[int] = set()
        for noun in client.doc[client.sent.start : client.i]:
            if is_plural(noun) and noun.lemma_.lower() in LAWYERS:
                own = [token for preposition, token in syntax.own_obliques(noun) if preposition == "for"]
                served.update(n for token in (*syntax.possessors(noun), *own) for n in self.people_at(token))
        return served.pop() if len(served) == 1 else None

    def list_verbs(self, number: int) -> list[Token]:
        """Return the verbs that say that somebody represents others."""
        forms = (verb for form in REPRESENTING for verb in index_words(self.work.doc).get(form, ()))
        return [
            verb
            for verb in forms
            if any(number in self.people_at(token) for token in (*syntax.subjects(verb), verb.head))
        ]

    def objects_of(self, verb: Token) -> list[int]:
        """Return the people whom a verb has for its object."""
        return [number for token in syntax.direct_objects(verb) for number in self.people_at(token)]

    def people_at(self, token: Token) -> list[int]:
        """Return the people with a name whom a token means."""
        clusters = self.work.clusters
        return [n for n in self.work.clusters_at(token) if clusters[n].type is EntityType.PERSON and clusters[n].names]
