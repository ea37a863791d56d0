"""Runs the declared patterns over a document: Doc and chains in, relation mentions out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations

from graph import syntax
from graph.accusers import JUDGES, drop_doubled, drop_hearsay, settle_telling
from graph.affiliation import find_affiliations, is_chamber, is_private, list_neighbours
from graph.assertion import assess
from graph.bar import find_bar
from graph.bench import find_bench
from graph.blame import BLAMED, VOICE, assess_blame, describes_people, is_supposed, is_unsaid
from graph.blameless import is_harmless
from graph.body_kinds import fits_body
from graph.captions import find_captioned_parties
from graph.counsel import drop_colleagues, drop_turncoats, employ_staff, find_counsel, is_former, is_lobby, is_pleader
from graph.evidence import join
from graph.frames import Frame, Roles
from graph.insolvency import find_verb
from graph.membership import find_entering
from graph.misfits import drop_misfits
from graph.model import Assertion, EntityType, Mention, RelationMention, Span
from graph.offices import find_campuses, find_offices, find_own_offices
from graph.opponents import find_opponents
from graph.parties import settle_parties
from graph.patterns import first_filled, list_content, matches
from graph.pleadings import inherit_parties
from graph.reading import Filler, Reading
from graph.reporting import find_reported
from graph.schema import Pattern, RelationType, load_relations
from graph.sides import DEBTOR
from graph.spans import sentence_bounds
from graph.suppositions import settle_stance
from graph.testimony import place_testimony
from graph.word_forms import base_form

LAWSUIT_GROUP = "lawsuit"
# The slot that reaches beyond its sentence.
REACHING = "spoken"
# "President Ada Quill had him charged": who governs or arrests is no counsel
STATESMEN = frozenset({"deputy", "detective", "governor", "officer", "president", "senator", "sergeant"})
PROSECUTING = "counsel_in/prosecute"
REPRESENTING = "counsel_for/represent"
LEADING = "counsel_in/lead-case"
PLEADING = "counsel_in/represent-in"
LAWYER_IN = "counsel_in/lawyer-in"
RECEIVING = frozenset({"from", "to"})
PIECING = "write"
BELONGING = "owner_of/part"
# "the top Democrat on the Mill Committee"
CAUCUS = "employed_by/caucus"
PANELS = frozenset(
    "assembly board caucus commission committee congress council delegation house legislature panel parliament senate "
    "subcommittee".split()
)
# "wrote in an op-ed for Harbor News"
GUEST_PIECES = frozenset({"essay", "letter", "op", "op-ed"})
# whom a saying is about
TOLD_OF = frozenset({BLAMED, "clause.subject", "subject"})
CRITIC = "criticized/critic"
ATTACK = frozenset({"criticized/attack", "criticized/question"})
REVIEWED = frozenset(
    (
        "architecture art arts book dance drama fashion film food literary media movie music opera pop restaurant rock "
        "television theater theatre tv"
    ).split()
)
REPORTERS = frozenset({"correspondent", "reporter"})


@cache
def patterns_by_lemma(kinds: frozenset[EntityType], *, lawsuits: bool) -> dict[str, list[tuple[RelationType, Pattern]]]:
    """Return the patterns of the lawsuits' roles, or of all other relations, by the lemmas of their cues.

    Of these, only relations that can join things of the types that a document mentions.
    """
    found: dict[str, list[tuple[RelationType, Pattern]]] = {}
    for relation in load_relations().values():
        joins = not (kinds.isdisjoint(relation.source) or kinds.isdisjoint(relation.target))
        if joins and (relation.group == LAWSUIT_GROUP) == lawsuits:
            for pattern in relation.patterns:
                for lemma in pattern.lemmas:
                    found.setdefault(lemma, []).append((relation, pattern))
    return found


def find_telling(reading: Reading) -> frozenset[int]:
    """Return where the sentences begin that speak of a proceeding."""
    spoken = (chain.mentions[0] for chain in reading.chains if chain.type is EntityType.LAWSUIT)
    return frozenset(reading.doc[reading.token_at[mention.head.start]].sent.start for mention in spoken)


def find_matches(reading: Reading, roles: Roles, *, lawsuits: bool) -> Iterator[RelationMention]:
    """Yield a relation mention for each pair of ends of each pattern that fits at each token."""
    by_lemma = patterns_by_lemma(frozenset(chain.type for chain in reading.chains), lawsuits=lawsuits)
    bounds = sentence_bounds(reading.doc)
    telling = find_telling(reading) if lawsuits else frozenset()
    for token, form in [item for item in reading.forms if item[1] in by_lemma]:
        candidates = by_lemma[form]
        if lawsuits and bounds[token.i][0] not in telling:
            # only "the plaintiffs include Ada" goes back to a proceeding that another sentence speaks of
            candidates = [item for item in candidates if REACHING in item[1].target]
        if not candidates:
            continue
        frame = Frame(token, reading, roles)
        for relation, pattern in candidates:
            if not matches(pattern, frame) or (relation.always_alleged and is_harmless(token)):
                continue
            own = frame
            if pattern.clause_verb or pattern.opponents:
                # of what somebody says, the clause that has the verb counts, not the one beside it
                own = frame.narrow(list_content(pattern, frame))
            source_slot, sources = first_filled(own, pattern.source, relation.source, named=not lawsuits)
            targets: list[Filler] = []
            if sources:
                target_slot, targets = first_filled(own, pattern.target, relation.target, named=not lawsuits)
                told = relation.always_alleged and target_slot in TOLD_OF
                if told and {filler.chain for filler in targets} & {filler.chain for filler in sources}:
                    # "Ada and Bo said that they lied" accuses neither
                    targets = []
            if targets:
                # "the judge never heard the suit": where the verb ties the two, its "never" counts
                tied = "verb." in f"{source_slot} {target_slot}" and not pattern.governor
                verb = syntax.governing_verb(token) if tied else find_entering(token)
                verb = find_verb(token) if source_slot == DEBTOR else verb
                verb = frame.clauses[0] if frame.credited is not None and frame.clauses else verb
                blaming = source_slot.startswith(VOICE)
                stance = assess_blame(token, reading.doc) if blaming else assess(verb or token, reading.doc)
                if tied and token.pos_ == "NOUN" and stance.assertion is Assertion.ASSERTED:
                    # "refused an interview with Harbor News" gave none, "seeks damages" is what a suit does
                    own_stance = assess(token, reading.doc)
                    stance = stance if lawsuits and own_stance.assertion is not Assertion.NEGATED else own_stance
                stance = settle_stance(token, stance) if lawsuits else stance
                stance = settle_telling(token, stance) if relation.always_alleged else stance
                reported = relation.always_alleged and source_slot.startswith("speaker")
                if reported and (is_unsaid(token) or is_supposed(token)):
                    # "Ada did not say that Bo lied"
                    stance = replace(stance, assertion=Assertion.NEGATED)
                yield from join(relation, pattern, sources, targets, token, stance, reading)


def find_roles(found: Iterable[RelationMention], reading: Reading) -> Roles:
    """Collect the parties of each proceeding from the lawsuit relations of a document."""
    roles = Roles({}, {})
    sides = {"plaintiff_in": roles.plaintiffs, "defendant_in": roles.defendants}
    spans: dict[int, dict[Span, Mention]] = {}
    for mention in found:
        if mention.relation in sides and mention.evidence.assertion.shown:
            if mention.subject not in spans:
                # of two mentions with one span, the first counts
                mentions = reversed(reading.chains[mention.subject].mentions)
                spans[mention.subject] = {item.span: item for item in mentions}
            party = spans[mention.subject][mention.evidence.subject]
            sides[mention.relation].setdefault(mention.object, []).append(Filler(mention.subject, party))
    return roles


def find_relations(reading: Reading) -> list[RelationMention]:
    """Return every relation that the document states, lawsuits' roles first, in text order within each.

    Roles come first since "the suit claims that …" speaks for the plaintiffs.
    """
    roles_found = [*find_matches(reading, Roles({}, {}), lawsuits=True), *find_captioned_parties(reading)]
    roles = find_roles(roles_found, reading)
    found = list(find_matches(reading, inherit_parties(roles, reading), lawsuits=False))
    neighbours = list_neighbours(reading)
    for relation in load_relations().values():
        found.extend(find_reported(relation, reading, roles))
        found.extend(find_affiliations(relation, neighbours, reading))
        found.extend(list(find_offices(relation, found, reading)))
        found.extend(list(find_own_offices(relation, found, reading)))
    found.extend(list(find_campuses(found, reading)))
    found = drop_turncoats(found, reading, roles)
    found.extend(find_counsel(found, reading, roles))
    roles_found.extend(find_opponents(roles_found, found, reading))
    roles_found.extend(find_bench(roles_found, reading, roles))
    roles_found = list(place_testimony(roles_found, reading, roles))
    found.extend(list(find_bar(roles_found, found, reading, roles)))
    found = list(drop_misfits(drop_beats(found, reading), reading))
    kept = drop_disloyal(drop_neutral(found, roles, reading), roles, reading)
    parties = [party.chain for side in (roles.plaintiffs, roles.defendants) for own in side.values() for party in own]
    judges = [mention.subject for mention in roles_found if mention.relation == "judge_in"]
    kept = drop_doubled(drop_hearsay(kept, parties, judges, reading), reading)
    settled = drop_colleagues(employ_staff(mention, reading) for mention in kept)
    return list(drop_seated([*settle_parties(roles_found, found, reading), *settled], reading))


def drop_seated(found: Sequence[RelationMention], reading: Reading) -> Iterator[RelationMention]:
    """Yield the relations without judges who "argue", defendants who answer and offices that prosecute as counsel.

    Nor does anybody prosecute who is a defendant at all: "Ex-mayor indicted in fraud scheme".
    """
    answering = {(mention.subject, mention.object) for mention in found if mention.relation == "defendant_in"}
    bringing = {(mention.subject, mention.object) for mention in found if mention.relation == "plaintiff_in"}
    tried = {defendant for defendant, _ in answering}
    parties = tried | {plaintiff for plaintiff, _ in bringing}
    for mention in found:
        ends = (mention.subject, mention.object)
        # "the Mill County District Attorney's Office announced charges": the body brings them
        body = reading.chains[mention.subject].type is EntityType.ORGANIZATION
        prosecutes = mention.evidence.rule == PROSECUTING
        titled = reading.has_title(mention.subject, JUDGES | STATESMEN if prosecutes else JUDGES)
        seated = ends in answering or titled or (body and ends in bringing) or (prosecutes and mention.subject in tried)
        # "Ada argued in her suit that Bo had lied"
        seated = seated or (mention.evidence.rule == PLEADING and mention.subject in parties)
        if mention.relation != "counsel_in" or not (seated or is_layman(mention, reading)):
            yield mention


def is_layman(mention: RelationMention, reading: Reading) -> bool:
    """Tell whether who seems to be counsel only sues or hears of it: "Ada filed a suit charging Bo with fraud".

    "Harbor College led the lawsuit", "forwarded the lawsuit to Bo, the general counsel".
    """
    rule = mention.evidence.rule
    if rule not in {PROSECUTING, LEADING, LAWYER_IN}:
        return False
    cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
    if rule == PROSECUTING:
        return cue.tag_ == "VBG" and cue.dep_ in {"acl", "advcl"}
    described = cue.head if cue.dep_ in syntax.APPOSITION else cue
    return not is_pleader(mention.subject, reading) if rule == LEADING else syntax.case_of(described) in RECEIVING


@cache
def rules_between_opponents() -> dict[str, str]:
    """Return the rules that hold only between the two sides of a proceeding, with the side that they start from."""
    patterns = [pattern for relation in load_relations().values() for pattern in relation.patterns]
    return {pattern.rule: pattern.opponents for pattern in patterns if pattern.opponents}


def drop_beats(found: Iterable[RelationMention], reading: Reading) -> list[RelationMention]:
    """Return the relations without employers who are but a reporter's beat: "White House correspondent Ada Quill".

    Nor does one piece make an employer, "a column that she wrote for Harbor News", a majority an owner, "the
    party-controlled Senate", what somebody reviews an opponent, "the Post's film critic", or a knife an argument.
    """

    def is_beat(mention: RelationMention) -> bool:
        cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
        body, role = reading.chains[mention.object], base_form(cue)
        if mention.evidence.rule == CAUCUS:
            return PANELS.isdisjoint(body.label.lower().split())
        if role == PIECING:
            behind = reading.doc[cue.i + 1 : max(cue.i + 1, reading.token_at[mention.evidence.object.start])]
            return bool(syntax.direct_objects(cue)) or any(word.lower_ in GUEST_PIECES for word in behind)
        return role in REPORTERS and not fits_body("publisher", body.names, body.type)

    def is_reviewer(mention: RelationMention) -> bool:
        cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
        return any(word.lower_ in REVIEWED for word in syntax.children(cue, syntax.COMPOUND))

    def is_assault(mention: RelationMention) -> bool:
        # "attacked Bo with a knife", "says that Cy attacked Bo", "attacks his rivals", "was questioned by the police"
        cue = reading.doc[reading.token_at[mention.evidence.cue.start]]
        armed = "with" in syntax.obliques(cue) or mention.evidence.assertion is not Assertion.ASSERTED
        known = reading.chains[mention.subject].is_named and reading.chains[mention.object].is_named
        if armed or not known or syntax.is_passive(cue) or any(mark.lower_ == "that" for mark in cue.children):
            return True
        return any(describes_people(noun) for noun in syntax.direct_objects(cue) if syntax.possessors(noun))

    def is_none(mention: RelationMention) -> bool:
        if mention.evidence.rule == CRITIC:
            return is_reviewer(mention)
        if mention.evidence.rule in ATTACK:
            return is_assault(mention)
        if mention.relation == "owner_of":
            # "Harbor Gas, part of the Mill Group", not "a bureau, part of the department"
            public = mention.evidence.rule == BELONGING and not is_private(reading.chains[mention.subject].label)
            return public or is_chamber(reading.chains[mention.object].label)
        return mention.relation == "employed_by" and is_beat(mention)

    return [mention for mention in found if not is_none(mention)]


def drop_neutral(found: Sequence[RelationMention], roles: Roles, reading: Reading) -> Iterator[RelationMention]:
    """Yield the relations without those of rules for opponents whose ends are none, lawyers standing with clients.

    Of any two both must be known by name, and one told of what the other did: not "a man claimed that Ada had left".
    """
    sides = [{party.chain for parties in side.values() for party in parties}
             for side in (roles.plaintiffs, roles.defendants)]  # fmt: skip
    lawyers = [(mention.subject, mention.object) for mention in found if mention.relation == "counsel_for"]
    answerers = sides[1]
    bringing, answering = ({*side, *(lawyer for lawyer, client in lawyers if client in side)} for side in sides)
    for mention in found:
        wanted = rules_between_opponents().get(mention.evidence.rule)
        forth = mention.subject in bringing and mention.object in answering
        back = mention.subject in answering and mention.object in bringing
        # who answers with somebody speaks for both: "argues that she and her husband did not pay"
        blamed = mention.object in answerers and mention.subject not in answerers and wanted == "answering"
        told = mention.evidence.assertion is Assertion.ALLEGED and wanted == "any"
        told = told and reading.chains[mention.subject].is_named and reading.chains[mention.object].is_named
        if wanted is None or told or (forth and wanted != "back") or blamed or (back and wanted in {"back", "either"}):
            yield mention


def drop_disloyal(found: Iterable[RelationMention], roles: Roles, reading: Reading) -> Iterator[RelationMention]:
    """Yield the relations without accusations between those of one side: "he will not let his client be bullied".

    A lawyer does not accuse a client, nor one plaintiff another of the same proceeding; and an association represents
    its members as no counsel does.
    """
    mentions = list(found)
    allied = {(mention.subject, mention.object) for mention in mentions
              if mention.relation == "counsel_for" and not is_former(mention, reading)}  # fmt: skip
    for parties in roles.plaintiffs.values():
        allied.update(permutations({party.chain for party in parties}, 2))
    for mention in mentions:
        if mention.relation == "accused" and (mention.subject, mention.object) in allied:
            continue
        if mention.evidence.rule != REPRESENTING or not is_lobby(reading.chains[mention.subject]):
            yield mention
