"""Joins the mentions of one thing in one document: Mentions in, Chains out.

Precise steps first, as in the multi-pass sieve (Lee et al. 2013): names; titles, appositions and copulas; then, in
text order, known kinship, pronouns and descriptions by gender, number, salience and grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from graph import epithets, syntax
from graph.ages import find_aged, read_age
from graph.antecedents import Ranking
from graph.appositions import list_set_off, list_tied
from graph.clusters import ORGANIZATIONAL, Clustering
from graph.descriptions import Description, load_descriptions
from graph.epithets import (
    OFFICES,
    bears_same_name,
    find_bearer,
    find_eponym,
    fits_description,
    is_from_there,
    list_laymen,
    list_names_inside,
    list_offices,
    read_role,
)
from graph.first_person import find_first_person
from graph.genders import PRONOUN_GENDER, vote_genders
from graph.groups import Groups
from graph.leads import join_lead
from graph.litigants import SIDES, find_litigant
from graph.mentions import NEUTER, find_determiner, modifies_noun, recalls_body
from graph.model import Chain, EntityType, Gender, Mention, MentionKind
from graph.name_chains import find_real_names, join_names
from graph.neuter import Neuters
from graph.pronouns import Pronouns
from graph.protagonists import join_protagonist
from graph.quotations import FIRST_PERSON, quotations_of
from graph.relatives import MUTUAL, SPOUSES, Relatives
from graph.tokens import Doc
from graph.word_forms import base_form
from graph.works import WORK_ROLES

DESCRIPTION_REACH = 5
WORK_REACH = 100
DOCUMENT_REACH = 1000
RECALL_REACH = 3
# what a report calls its subject for variety, and what it calls those who only act for others
EPITHETS = frozenset(
    (
        "star singer rapper musician mogul personality nominee alum hitmaker artist performer entertainer comedian "
        "comic socialite model athlete actor celebrity superstar songwriter billionaire tycoon rocker popstar "
        "supermodel influencer politician businesswoman filmmaker novelist celeb entrepreneur"
    ).split()
)
SERVING = frozenset({"at", "for", "of"})


class Resolver:
    """Runs the steps over one document."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions = mentions
        quotations = quotations_of(doc)
        quoted = frozenset(i for quotation in quotations for i in range(quotation.start, quotation.end))
        self.work = Clustering(doc, mentions, quoted)
        self.ranking = Ranking(self.work, quotations)
        self.pronouns = Pronouns(self.ranking)
        self.neuters = Neuters(self.work)
        self.relatives = Relatives(self.work)
        self.groups = Groups(self.work, self.relatives)
        self.structural: dict[int, tuple[int, str]] = {}
        self.owned: dict[str, int] = {}
        self.real_names: dict[int, int] = {}

    def run(self) -> list[Chain]:
        """Return the chains in order of their first mention."""
        join_names(self.work)
        self.real_names = find_real_names(self.work)
        self.find_structural()
        vote_genders(self.ranking, self.gender_said)
        for index in range(len(self.mentions)):
            mention = self.mentions[index]
            if mention.kind is MentionKind.NOMINAL:
                self.resolve_nominal(index)
            elif self.is_open(index):
                self.resolve_pronoun(index)
            self.groups.note(index)
        for index, mention in enumerate(self.mentions):
            if mention.text.lower() in FIRST_PERSON:
                # "“I won”, he said": once it is known who he is
                speaker = find_first_person(self.ranking, index)
                if speaker is not None:
                    self.work.join(index, speaker, "speaker")
        join_lead(self.work, self.agrees)
        join_protagonist(self.work, self.agrees)
        return sorted(self.to_chains(), key=lambda chain: chain.mentions[0].span)

    def is_open(self, index: int) -> bool:
        """Tell whether a mention is a pronoun of the third person that stands nowhere yet."""
        mention = self.mentions[index]
        third = mention.kind is MentionKind.PRONOMINAL and mention.text.lower() not in FIRST_PERSON
        return third and index not in self.work.of

    def find_structural(self) -> None:
        """Find the descriptions that grammar ties to a name: titles, appositions, copulas and "as" phrases."""
        named = {self.work.heads[i].i: i for i, m in enumerate(self.mentions) if m.kind is MentionKind.NAMED}
        covering = {t.i: i for i in named.values() for t in self.work.tokens(i)}
        for index, mention in enumerate(self.mentions):
            if mention.kind is not MentionKind.NOMINAL:
                continue
            head = self.work.heads[index]
            barred = {self.real_names.get(index), *epithets.find_people_inside(self.work, index)}
            ties = [*list_tied(head), *list_set_off(self.work.tokens(index), head)]
            for token, rule in ties:
                target = covering.get(token.i)
                if target is not None and target not in barred and self.agrees(index, target):
                    self.structural[index] = (target, rule)
                    self.work.learn_gender(self.work.of[target][0], self.gender_said(index))
                    break

    def agrees(self, description: int, name: int) -> bool:
        """Tell whether a description can be of what a name names, by type and gender."""
        known = self.description(description)
        kind = self.mentions[name].type
        if known is None or known.plural:
            return False
        if known.type is not kind and not {known.type, kind} <= ORGANIZATIONAL:
            return False
        gender = self.work.clusters[self.work.of[name][0]].gender
        return Gender.UNKNOWN in {gender, known.gender} or gender is known.gender

    def description(self, index: int) -> Description | None:
        """Return what the head of a nominal mention describes."""
        head = self.work.heads[index]
        return load_descriptions().get(head.lower_) or load_descriptions().get(base_form(head))

    def gender_said(self, index: int) -> Gender:
        """Return the gender of what a nominal mention calls somebody: "the actress"."""
        known = self.description(index)
        return Gender.UNKNOWN if known is None else known.gender

    def resolve_nominal(self, index: int) -> None:
        """Join a description to what it stands for, or let it stand alone."""
        known = self.description(index)
        if known is None:
            return
        head = self.work.heads[index]
        role = base_form(head)
        # "her husband" is hers before he is anybody's, but "her friend Ada" is Ada before it is known whose
        owners = [] if index in self.structural else self.list_owners(index)
        cluster: int | None = None
        rule = ""
        if index in self.structural:
            target, rule = self.structural[index]
            cluster = self.work.of[target][0]
        elif known.plural:
            self.groups.join(index, "couple")
            return
        elif role == "client" and (client := self.relatives.find_client(head)) is not None:
            cluster, rule = client, "client"
        elif owners and (relative := self.relatives.find(owners[0], role, known.gender)) is not None:
            cluster, rule = relative, "kinship"
        elif not owners or role not in SPOUSES:
            described = self.find_described(index, known, set(owners))
            cluster, rule = None if epithets.is_inside(self.work, index, described) else described, "description"
        if (name := self.real_names.get(index)) is not None:
            cluster = self.settle_real_name(cluster, name)
        if cluster is None:
            alone = self.work.start(index, known.gender)
            if owners and known.type in ORGANIZATIONAL:
                self.owned[role] = alone
            return
        self.work.join(index, cluster, rule)
        self.work.learn_gender(cluster, known.gender)
        self.work.clusters[cluster].roles.add(read_role(self.work.heads[index]))
        for owner in owners or self.list_owners(index):
            self.relatives.note(owner, role, cluster)
        self.relatives.note_client(cluster, head)

    def list_owners(self, index: int) -> list[int]:
        """Return the clusters of those who own what a description stands for, their pronouns resolved."""
        owners = syntax.possessors(self.work.heads[index])
        for token in owners:
            if (pronoun := self.work.at.get(token.i)) is not None and index < pronoun and self.is_open(pronoun):
                self.resolve_pronoun(pronoun)
        return [number for token in owners for number in self.work.clusters_at(token)]

    def settle_real_name(self, cluster: int | None, name: int) -> int:
        """Return whom "the rapper, whose real name is Ada Quill" describes, with that name; else the bearer alone."""
        own = self.work.of[name][0]
        if cluster is None or cluster == own:
            return own
        self.work.merge(cluster, name, "real name")
        return cluster

    def find_described(self, index: int, known: Description, owners: set[int]) -> int | None:
        """Return the one cluster that a definite description fits: by its role, or alone of its type and gender."""
        head = self.work.heads[index]
        determiner = find_determiner(head, self.work.tokens(index).start)
        if determiner == "definite" and (sure := self.find_marked(index, known)) is not None:
            return sure
        if not determiner and modifies_noun(head) and recalls_body(head):
            # "company spokesman Bo Dunn" is the spokesman of the company
            determiner = "definite"
        named = next(iter(list_names_inside(self.work, index)), None) if base_form(head) in WORK_ROLES else None
        titled = named is not None and self.mentions[named].type is EntityType.WORK
        if titled and self.work.tokens(index)[0].lower_ == "the":
            return find_bearer(self.ranking, index, known, reach=DESCRIPTION_REACH)
        if known.type is EntityType.WORK and bears_same_name(head):
            return find_eponym(self.work, index)
        if determiner not in {"definite", "possessed"} or (
            # "his former show" is not the one that the story tells of
            known.type is EntityType.WORK and "former" in {word.lower_ for word in self.work.tokens(index)}
        ):
            return None
        if determiner == "definite" and known.type in ORGANIZATIONAL and self.is_owned_near(index):
            return self.owned[base_form(head)]
        if determiner == "possessed" and known.type in ORGANIZATIONAL:
            # "his company" is his, which no other company becomes by being near
            return None
        # a story tells of one film throughout, of many people
        reach = WORK_REACH if known.type is EntityType.WORK else DESCRIPTION_REACH
        candidates = [
            number
            for number in self.ranking.candidates(index, known.type, known.gender, reach=reach)
            if number not in owners and fits_description(self.work, index, number)
        ]
        if known.type is EntityType.MEDIA_OUTLET and "social" not in read_role(self.work.heads[index]).split():
            # "the paper" is a paper rather than the company that it wrote of, "the social network" may be any
            candidates = [n for n in candidates if self.work.clusters[n].type is known.type] or candidates
        same_role = [n for n in candidates if read_role(self.work.heads[index]) in self.work.clusters[n].roles]
        if same_role := [n for n in same_role if is_from_there(self.work, index, n)]:
            return self.ranking.best(index, same_role)
        if determiner == "definite" and (holder := self.find_holder(index, known)) is not None:
            return holder
        if determiner == "possessed" and known.type is EntityType.PERSON:
            return candidates[0] if len(candidates) == 1 and base_form(head) in MUTUAL else None
        if named is not None:
            # "the Harbor Gas director" is whoever directs it
            office = not titled and base_form(head) in OFFICES
            return None if office else find_bearer(self.ranking, index, known, reach=DESCRIPTION_REACH)
        if known.type is EntityType.PERSON and any(
            self.work.clusters[number].type in ORGANIZATIONAL and self.work.clusters[number].names
            for preposition, token in syntax.own_obliques(head)
            if preposition in SERVING
            for number in self.work.clusters_at(token)
        ):
            # "the chairman of Harbor Gas" is nobody for being near
            return None
        if known.type is EntityType.PERSON and known.gender is Gender.UNKNOWN:
            if determiner != "definite" or base_form(head) not in EPITHETS:
                return None
            candidates = list_laymen(self.work, candidates, index)
        return self.ranking.dominant(index, candidates)

    def find_marked(self, index: int, known: Description) -> int | None:
        """Return whom an age or a side in the suit marks out: "the 46-year-old", "the plaintiff"."""
        if known.type is not EntityType.PERSON:
            return None
        age = read_age(self.work, index)
        aged = None if age is None else find_aged(self.work, range(index), age)
        if aged is not None and {known.gender, self.work.clusters[aged].gender} != {Gender.MALE, Gender.FEMALE}:
            return aged
        side = SIDES.get(base_form(self.work.heads[index]))
        return None if side is None else find_litigant(self.work, index, side)

    def is_owned_near(self, index: int) -> bool:
        """Tell whether a body was somebody's a little before a description of it: "his company … the company"."""
        known = self.owned.get(base_form(self.work.heads[index]))
        if known is None:
            return False
        last = self.work.clusters[known].mentions[-1]
        return self.work.sentences[index] - self.work.sentences[last] <= RECALL_REACH

    def find_holder(self, index: int, known: Description) -> int | None:
        """Return whom the document gave the role of a description, however far back: "the judge"."""
        if known.type is not EntityType.PERSON:
            return None
        # "the pop star" is nobody who was called a star of something else
        roles = list_offices(self.work.heads[index])

        def holds(number: int) -> bool:
            held = bool(roles & self.work.clusters[number].roles) or self.holds_more(number, roles)
            return held and is_from_there(self.work, index, number)

        near = self.ranking.candidates(index, known.type, known.gender, reach=DOCUMENT_REACH, wanted=holds)
        return self.ranking.dominant(index, near)

    def holds_more(self, number: int, roles: AbstractSet[str]) -> bool:
        """Tell whether a cluster was given the bare role of a description in more words: "a federal judge"."""
        bare = all(" " not in role for role in roles)
        return bare and any(held.split()[-1] in roles for held in self.work.clusters[number].roles)

    def resolve_pronoun(self, index: int) -> None:
        """Join a pronoun to its antecedent; one without any stands nowhere."""
        word = self.mentions[index].text.lower()
        if word in NEUTER:
            if (body := self.neuters.choose(index)) is not None:
                self.work.join(index, body, "pronoun")
            return
        if word not in PRONOUN_GENDER:
            self.groups.join(index, "they")
            return
        gender = PRONOUN_GENDER[word]
        chosen = self.pronouns.choose(index, gender)
        if chosen is not None and not self.is_somebody_known(chosen):
            self.work.join(index, chosen, "pronoun")
            self.work.learn_gender(chosen, gender)

    def is_somebody_known(self, number: int) -> bool:
        """Tell whether a definite description alone stands for somebody who may have a name: "the president"."""
        cluster = self.work.clusters[number]
        first = cluster.ordered[0]
        return not cluster.names and find_determiner(self.work.heads[first], self.work.tokens(first).start) in {
            "definite", "possessed"}  # fmt: skip

    def to_chains(self) -> Iterator[Chain]:
        """Yield the chains of the clusters."""
        for cluster, links in zip(self.work.clusters, self.work.links, strict=True):
            if not cluster.mentions:
                continue
            members = sorted(set(cluster.mentions))
            mentions = tuple(sorted((self.mentions[m] for m in members), key=lambda m: (m.span, m.kind)))
            label = cluster.whole or cluster.label or mentions[0].text
            yield Chain(cluster.type, label, mentions, tuple(links[m] for m in members if m in links), cluster.gender)


def build_chains(doc: Doc, mentions: Sequence[Mention]) -> list[Chain]:
    """Return the chains of a document: one for each thing it mentions, also for those without a name."""
    return Resolver(doc, mentions).run()
