"""Who reported on whom: the outlet that a statement is credited to, with the statement's main participants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph import syntax
from graph.assertion import Attribution, Stance, find_attribution
from graph.evidence import join
from graph.frames import Roles
from graph.modality import find_negation, judge_clause
from graph.model import Assertion, Chain, EntityType, MentionKind, RelationMention
from graph.participants import BODIES, find_participants
from graph.reading import Filler, Reading
from graph.schema import RelationType
from graph.schema.cues import load_cues
from graph.spans import tokens_of
from graph.tokens import Span as TokenSpan
from graph.tokens import Token
from graph.word_forms import base_form

MAX_PARTICIPANTS = 3
REPORTING = frozenset("air broadcast learn obtain print publish report reveal uncover understand write".split())
CREDITING = frozenset({"to", "by", "in", "per", "via"})
BELONGING = frozenset({"about", "against", "at", "for", "from", "of", "to", "with"})
OWN_WORDS = frozenset({"interview", "statement"})
HANDED = frozenset({"courtesy", "handout", "images", "photo", "pool"})
# "reports Harbor News correspondent Ada Quill"
REPORTERS = frozenset(
    {"anchor", "columnist", "contributor", "correspondent", "editor", "host", "journalist", "reporter", "writer"}
)
LONGEST_POST = 4
TELLING = REPORTING | {
    "recall", "note", "detail", "say", "explain", "point", "describe", "state", "claim", "understand", "confirm",
}  # fmt: skip
# "papers seen by Harbor News"
SHOWN = frozenset({"obtained", "published", "reported", "revealed", "reviewed", "seen", "viewed"})
# "published on Thursday by Harbor News"
DATING = frozenset({"ADP", "ADV", "NUM", "PROPN"})
LONGEST_DATE = 4
BREAKING = frozenset({"break", "report", "reveal"})
KNOWN = frozenset({"that", "the", "these", "this", "those"})
# "Harbor News can reveal"
BOASTING = frozenset({"disclose", "report", "reveal"})


def is_main(chain: Chain) -> bool:
    """Tell whether a report can be about a chain: something with a name, or a proceeding, which needs none."""
    return bool(chain.names) or chain.type is EntityType.LAWSUIT


def find_tellers(attribution: Attribution, reading: Reading) -> set[int]:
    """Return who reports for an outlet, of whom nothing is reported: "the Harbor News’ Ada Quill writes"."""
    cue, speaker = attribution.cue, attribution.speaker
    near = reading.doc[speaker.i + 1 : min(speaker.i + LONGEST_POST, speaker.sent.end)]
    post = next((word for word in near if base_form(word) in REPORTERS), None)
    titled = {filler.chain for filler in reading.name_after(post)} if post is not None else set()
    if attribution.kind != "report" or cue.pos_ != "VERB":
        return titled
    own = (token for token in syntax.subjects(cue) if speaker in syntax.possessors(token))
    return titled | {filler.chain for token in own for filler in reading.fillers(token)}


def find_by_order(reading: Reading, types: frozenset[EntityType]) -> Iterator[Attribution]:
    """Yield the credits that word order alone shows: "Harbor News reports", "obtained by Harbor News"."""
    doc = reading.doc
    for chain in reading.chains:
        for mention in chain.mentions if chain.type in types else ():
            if mention.kind is not MentionKind.NAMED:
                continue
            span = tokens_of(doc, mention.span)
            cue = find_credit(span)
            if cue is not None:
                credit = cue.lower_ in CREDITING
                # "Harbor News understands that Bo Dunn left"
                said = syntax.children(cue, syntax.COMPLEMENT) if cue.dep_ == "ROOT" else []
                clause = said[0] if said else span.root.sent.root
                yield Attribution(span.root, clause, cue, "according" if credit else "report")


def find_credit(span: TokenSpan) -> Token | None:
    """Return the word next to an outlet's name that credits it: a verb of telling, "per", "obtained by"."""
    doc, end = span.doc, span.end
    behind = doc[end : min(end + 3, span.root.sent.end)]
    after = next((token for token in behind if token.pos_ not in {"ADV", "AUX"}), None)
    # "a spokesman for Harbor News said"
    opener = doc[max(0, span.start - (2 if span.start > 1 and doc[span.start - 1].lower_ == "the" else 1))]
    governed = opener.i < span.start and opener.lower_ in BELONGING
    # "Harbor News reports" is mistagged at times, "the Harbor News report" credits nothing
    tells = after is not None and (after.pos_ == "VERB" or after.tag_ == "NNS")
    if after is not None and tells and not governed and after.lemma_.lower() in TELLING and not is_told_of(after):
        return after
    before = [token for token in doc[max(0, span.start - 3) : span.start] if token.lower_ != "the"]
    words = [token.lower_ for token in before]
    shown = words[-1:] == ["by"] and is_shown_by(before[-1])
    reported = (
        words[-1:] == ["in"] and len(before) > 1 and before[-2].pos_ == "VERB" and base_form(before[-2]) == "report"
    )
    if shown or reported or words[-2:] == ["according", "to"] or words[-1:] in (["per"], ["via"]):
        return before[-1]
    inverted = len(before) > 1 and before[-1].lemma_.lower() in REPORTING and before[-2].is_punct
    return before[-1] if inverted and before[-1].pos_ == "VERB" else None


def is_told_of(verb: Token) -> bool:
    """Tell whether it is others who say it: "The programme is said to have lost viewers"."""
    return verb.tag_ == "VBN" and any(child.lemma_ == "be" for child in syntax.children(verb, syntax.PASSIVE_MARK))


def is_shown_by(by: Token) -> bool:
    """Tell whether "by" names who showed something: "seen by Harbor News", "published on Monday by Harbor News"."""
    behind = reversed(by.doc[max(by.sent.start, by.i - LONGEST_DATE) : by.i])
    shown = next((word for word in behind if word.pos_ not in DATING), None)
    return shown is not None and shown.lower_ in SHOWN


def speaks_for_itself(attribution: Attribution, speaker: Filler, parties: set[int], reading: Reading) -> bool:
    """Tell whether what an outlet says is no report: "CBS told Ada that …", "CBS says it is investigating"."""
    if speaker.chain in parties or attribution.kind == "told" or attribution.cue.lemma_.lower() == "announce":
        return True
    subjects = syntax.subjects(attribution.clause)
    return any(filler.chain == speaker.chain for subject in subjects for filler in reading.fillers(subject))


def passes_words_on(attribution: Attribution) -> bool:
    """Tell whether an outlet only gives out what somebody says: "released a statement", "printed an interview"."""
    cue = attribution.cue
    if cue.lower_ == "via":
        # "Handout via REUTERS" and "(Bo Dunn/Harbor News via AP)" stand under a picture
        handed = cue.i > 0 and cue.nbor(-1).lower_ in HANDED
        marked = any(word.text in {"(", "/"} for word in cue.sent)
        return handed or (marked and not any(word.pos_ in {"VERB", "AUX"} for word in cue.sent))
    told = [*syntax.direct_objects(cue), *syntax.subjects(cue)] if attribution.kind == "report" else []
    return any(base_form(token) in OWN_WORDS for token in told)


def can_report(verb: Token) -> bool:
    """Tell whether an outlet that is said to be able to tell something tells it: "Harbor News can reveal"."""
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return helping == {"can"} and verb.lemma_.lower() in BOASTING and find_negation(verb) is None


def judge_report(cue: Token) -> Assertion:
    """Return what a text commits itself to for a report: "refused to air it" and "What did it learn?" tell of none."""
    asked = any(child.dep_ == "aux" and child.i < subject.i for child in cue.children
                for subject in syntax.children(cue, syntax.SUBJECT))  # fmt: skip
    if asked and any(word.text == "?" for word in cue.sent[-2:]):
        return Assertion.NEGATED
    refused = cue.dep_ == "xcomp" and cue.head.lemma_.lower() in load_cues().negation.verbs
    return Assertion.NEGATED if refused else judge_clause(cue).assertion


def find_sequel(attribution: Attribution) -> Iterator[Attribution]:
    """Yield the credit of what a colon leads to: "Harbor News reports: …" before a paragraph of its words."""
    sentence, doc = attribution.cue.sent, attribution.cue.doc
    marks = [word.text for word in sentence if not word.is_space][-1:]
    if marks == [":"] and sentence.end < len(doc) and attribution.clause.sent.start == sentence.start:
        yield replace(attribution, clause=doc[sentence.end].sent.root)


def find_news(attribution: Attribution) -> Iterator[Attribution]:
    """Yield the credit of the sentence before one that but tells whose news that was: "Harbor News reported it"."""
    cue, sentence = attribution.cue, attribution.cue.sent
    if sentence.start == 0 or cue.lemma_.lower() not in BREAKING:
        return
    told = [*syntax.direct_objects(cue), *(token for by, token in syntax.own_obliques(cue) if by == "on")]
    news = any(token.lower_ in {"it", "this"} or is_known_news(token) for token in told)
    if news and attribution.clause.sent.start == sentence.start:
        yield replace(attribution, clause=sentence.doc[sentence.start - 1].sent.root)


def is_known_news(noun: Token) -> bool:
    """Tell whether a noun takes up what was told before: "the move", "these details"."""
    return noun.pos_ == "NOUN" and bool(KNOWN & {child.lower_ for child in noun.children})


def find_reported(relation: RelationType, reading: Reading, roles: Roles) -> Iterator[RelationMention]:
    """Yield who reported on whom: the speaker of each attributed clause with the clause's main participants."""
    patterns = [pattern for pattern in relation.patterns if pattern.kind == "attribution"]
    if not patterns:
        return
    credited: set[tuple[int, int]] = set()
    parties = {
        party.chain for side in (roles.plaintiffs, roles.defendants) for found in side.values() for party in found
    }
    for attribution in [*find_attribution(reading.doc), *find_by_order(reading, relation.source)]:
        speakers = [
            filler
            for filler in reading.fillers(attribution.speaker)
            if reading.chains[filler.chain].type in relation.source
        ]
        # a party that says something speaks for itself; one that reports or publishes it does not
        speaks = attribution.kind != "according" and attribution.cue.lemma_.lower() not in REPORTING
        key = (speakers[0].chain, attribution.cue.sent.start) if speakers else None
        speaks = speaks and bool(speakers) and speaks_for_itself(attribution, speakers[0], parties, reading)
        if key is None or key in credited or speaks or passes_words_on(attribution):
            continue
        credited.add(key)
        taken = {filler.chain for filler in speakers} | find_tellers(attribution, reading)
        targets: list[Filler] = []
        for part in (attribution, *find_sequel(attribution), *find_news(attribution)):
            # of the sentence before, the bodies are too often but the scene
            kinds = relation.target - BODIES if part.clause.i < attribution.cue.sent.start else relation.target
            told = find_participants(part, reading, kinds, parties) if not targets else []
            targets += [one for one in told if one.chain not in taken and is_main(reading.chains[one.chain])]
        # another outlet is mostly but a source of what is reported
        targets.sort(key=lambda filler: filler.chain not in parties and filler.mention.type is EntityType.MEDIA_OUTLET)
        # what is reported may be denied or supposed, that it was reported is so unless the report itself is negated
        own = Assertion.ASSERTED if can_report(attribution.cue) else judge_report(attribution.cue)
        stance = Stance(own if own in {Assertion.NEGATED, Assertion.HYPOTHETICAL} else Assertion.ASSERTED, None, None)
        yield from join(
            relation, patterns[0], speakers[:1], targets[:MAX_PARTICIPANTS], attribution.cue, stance, reading
        )
