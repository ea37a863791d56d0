"""Tells what a text commits itself to for a clause, from asserted to hypothetical, and who says so.

The climb from a clause to those that embed it follows FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph import syntax
from graph.attribution import Attribution, credited, find_attribution, find_author, find_speaker, is_aside
from graph.descriptions import load_descriptions
from graph.memory import once_per_token
from graph.modality import (
    ASSERTED,
    RULING,
    Stance,
    combine,
    find_adverb,
    is_clause,
    judge_clause,
    judge_noun,
    mark_words,
)
from graph.model import Assertion, EntityType
from graph.quotations import spoken_quotations
from graph.schema.cues import load_cues
from graph.tokens import Doc, Token

__all__ = ["Attribution", "Stance", "assess", "find_attribution"]

MAX_CLIMB = 8
CLAUSE_MARKS = frozenset({"of", "that", "to", "for", "with", "from", "against", "about", "over", "whether", "in"})
CLAUSAL = frozenset(
    {
        "ccomp",
        "xcomp",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "csubjpass",
        "acl",
        "advcl",
        "pcomp",
        "parataxis",
        "obl",
        "nmod",
    }
)
# "found no evidence that Bo lied"
PROOFS = frozenset({"evidence", "indication", "proof", "sign"})
# "decided against a suit"
DECIDING = frozenset({"advise", "decide", "opt"})
# "joked about suing", "spoke of suing"
MUSING = frozenset({"dream", "fantasize", "joke", "speak", "talk", "think"})
# "has yet to sue"
PENDING = frozenset({"yet"})
NOMINAL_ARGUMENT = frozenset({"obj", "dobj", "nsubj:pass", "nsubjpass", "conj"})
OUTLET_LABELS = frozenset({"MEDIA", "ORG"})


def is_forensic(verb: Token, speaker: Token | None) -> bool:
    """Tell whether something is said by, to or in a court, a filing or the police."""
    spoken_to = [*syntax.children(verb, syntax.INDIRECT | syntax.OBJECT)]
    for prep in ("to", "in", "at", "before", "on", "from", "under"):
        spoken_to += syntax.obliques(verb).get(prep, [])
    return any(
        token.lemma_.lower() in load_cues().alleged.forensic for token in (*spoken_to, *([speaker] if speaker else []))
    )


def judge_saying(verb: Token) -> Stance | None:
    """Return the stance of what a verb of saying, claiming or denying reports; None for any other verb."""
    cues = load_cues()
    lemma = verb.lemma_.lower()
    speaker = find_speaker(verb)
    if lemma in cues.denial.verbs:
        return Stance(Assertion.DENIED, speaker, verb)
    if lemma in cues.alleged.verbs:
        return Stance(Assertion.ALLEGED, speaker, verb)
    if lemma in cues.report.verbs:
        doubtful = is_forensic(verb, speaker) or (syntax.is_passive(verb) and speaker is None)
        return Stance(Assertion.ALLEGED if doubtful else Assertion.ASSERTED, speaker, verb)
    return None


def judge_embedding(node: Token, governor: Token) -> Stance | None:
    """Return the stance that a word gives to the clause or noun it takes; None if the word says nothing of it."""
    cues = load_cues()
    lemma = governor.lemma_.lower()
    if governor.pos_ == "NOUN":
        return judge_content_noun(governor)
    if governor.pos_ == "ADJ":
        kinds = (
            (cues.negation, Assertion.NEGATED),
            (cues.hypothetical, Assertion.HYPOTHETICAL),
            (cues.denial, Assertion.NEGATED),
        )
        return next((Stance(kind, None, governor) for group, kind in kinds if lemma in group.adjectives), None)
    if not is_clause(node):
        return judge_object(node, governor)
    infinitive = is_infinitive(node)
    if lemma in cues.negation.verbs:
        return Stance(Assertion.NEGATED, None, governor)
    if lemma in MUSING and node.tag_ == "VBG" and mark_words(node) & {"about", "of"}:
        return Stance(Assertion.HYPOTHETICAL, None, governor)
    if infinitive and lemma in cues.hypothetical.verbs | cues.hypothetical.infinitive_verbs:
        return Stance(Assertion.HYPOTHETICAL, None, governor)
    awaited = any(find_adverb(word, PENDING) for word in (node, governor))
    if infinitive and awaited and lemma in {"be", "have", "remain"}:
        return Stance(Assertion.NEGATED, None, governor)
    saying = judge_saying(governor)
    if saying is not None:
        return saying
    return Stance(Assertion.HYPOTHETICAL, None, governor) if lemma in cues.hypothetical.verbs else None


def is_infinitive(node: Token) -> bool:
    """Tell whether a clause is introduced by "to"."""
    return any(child.lower_ == "to" and child.dep_ in {"mark", "aux"} for child in node.children)


def judge_content_noun(noun: Token) -> Stance | None:
    """Return the stance of the content of a noun such as "allegation", "threat" or "denial"."""
    cues = load_cues()
    groups = (
        (cues.denial, Assertion.DENIED),
        (cues.alleged, Assertion.ALLEGED),
        (cues.hypothetical, Assertion.HYPOTHETICAL),
        (cues.negation, Assertion.NEGATED),
        (cues.report, Assertion.ASSERTED),
    )
    kind = next((kind for group, kind in groups if noun.lemma_.lower() in group.nouns), None)
    if kind is None:
        return judge_noun(noun) if is_refuting(noun) else None
    speaks = kind in {Assertion.DENIED, Assertion.ALLEGED, Assertion.ASSERTED}
    return Stance(kind, find_speaker(noun) if speaks else None, noun)


def is_refuting(noun: Token) -> bool:
    """Tell whether a noun says that nothing shows its content: "no evidence that Bo lied"."""
    return noun.lemma_.lower() in PROOFS and judge_noun(noun).assertion is Assertion.NEGATED


def judge_object(noun: Token, verb: Token) -> Stance | None:
    """Return the stance that a verb gives to its object: "denied the affair", "threatened a suit"."""
    cues = load_cues()
    lemma = verb.lemma_.lower()
    ruled_out = verb.lower_ in RULING and any(child.lower_ == "out" for child in verb.children)
    if ruled_out or mark_words(noun) & {"against"}:
        # "decided against a suit", "ruled out a suit"
        return Stance(Assertion.NEGATED, None, verb)
    if lemma in cues.denial.verbs and noun.lemma_.lower() not in cues.denial.exempt_nouns:
        return Stance(Assertion.DENIED, find_speaker(verb), verb)
    definite = any(child.lower_ in {"the", "this", "that"} for child in noun.children) or bool(syntax.possessors(noun))
    kinds = ((cues.negation, Assertion.NEGATED), (cues.hypothetical, Assertion.HYPOTHETICAL))
    kind = next((kind for group, kind in kinds if lemma in group.noun_verbs), None)
    return Stance(kind, None, verb) if kind is not None and not definite else None


@cache
def clause_words() -> frozenset[str]:
    """Return the verbs, nouns and adjectives among the cues that can take a clause."""
    cues = load_cues()
    groups = (cues.negation, cues.hypothetical, cues.alleged, cues.report, cues.denial)
    return frozenset().union(*(g.verbs | g.nouns | g.adjectives | g.infinitive_verbs for g in groups))


def takes_clause(governor: Token, node: Token) -> bool:
    """Tell whether a loosely attached clause is the content of its governor: "accused of lying", "a threat to sue"."""
    listed = governor.lemma_.lower() in clause_words() or is_refuting(governor)
    if node.dep_ == "parataxis":
        return listed and not is_aside(node) and not syntax.children(governor, syntax.COMPLEMENT)
    # "may have cause to sue": whatever noun takes an infinitive passes on what holds for itself
    infinitive = node.dep_ == "acl" and is_infinitive(node)
    return infinitive or (listed and bool(mark_words(node) & CLAUSE_MARKS))


def find_governor(node: Token) -> tuple[Token, bool] | None:
    """Return the word that a clause or noun depends on and whether its scope reaches in; None where the climb ends."""
    if node.head == node:
        return None
    head = node.head.head if node.head.dep_ == "prep" else node.head
    if not is_clause(node):
        return find_noun_governor(node, head)
    if node.dep_ == "conj":
        return node.head, True
    if node.dep_ in {"ccomp", "xcomp", "csubj", "csubj:pass", "csubj:outer", "csubjpass"}:
        return head, True
    if node.dep_ in CLAUSAL and takes_clause(head, node):
        return head, True
    # what a relative clause or a participle says of a noun is taken for granted: "denied that Ada, who sued him, …"
    return (head, False) if node.dep_ in {"advcl", "pcomp", "parataxis"} and is_clause(head) else None


def find_noun_governor(noun: Token, head: Token) -> tuple[Token, bool] | None:
    """Return the word whose commitment a noun shares; None for a noun that is taken for granted ("Ada's lawyer")."""
    cues = load_cues()
    if noun.dep_ == "attr" and syntax.is_predicate(head):
        return head, True
    if is_role(noun):
        return None
    if noun.dep_ in NOMINAL_ARGUMENT and syntax.is_predicate(head):
        shared = head.lemma_.lower() in cues.light.verbs or judge_object(noun, head) is not None
        return (head, True) if shared else None
    if noun.dep_ in {"nmod", "obl", "pobj"} and mark_words(noun) & {"of", "for"}:
        content = head.pos_ == "NOUN" and judge_content_noun(head) is not None
        return (head, True) if content or head.lemma_.lower() in {"accuse", "suspect"} else None
    if noun.dep_ in {"obl", "pobj"} and mark_words(noun) & {"against"} and head.lemma_.lower() in DECIDING:
        return head, True
    if noun.dep_ in {"obl", "pobj"} and mark_words(noun) & {"with"} and head.lemma_.lower() == "threaten":
        return head, True
    return None


def is_role(noun: Token) -> bool:
    """Tell whether a noun describes a person: who somebody's lawyer is does not hang on what is said of the lawyer."""
    described = load_descriptions().get(noun.lemma_.lower())
    return described is not None and described.type is EntityType.PERSON


def judge_asides(node: Token) -> Iterator[Stance]:
    """Yield the stances of "according to X", "per X", "X said" and "as X said" on a clause."""
    cues = load_cues()
    if not is_clause(node) and (node.head != node or is_role(node)):
        return
    for word, named in credited(node):
        speaker = find_author(named)
        outlet = (
            speaker.ent_type_ in OUTLET_LABELS or speaker.lemma_.lower() in cues.report.texts - cues.alleged.forensic
        )
        yield Stance(Assertion.ASSERTED if outlet else Assertion.ALLEGED, speaker, word)
    for child in node.children:
        if is_aside(child) and (stance := judge_saying(child)) is not None:
            yield stance


def climb(cue: Token) -> Iterator[Stance]:
    """Yield what each level gives to the cue's clause, from its own words outwards."""
    node, within = cue, True
    yield judge_clause(cue) if is_clause(cue) else judge_noun(cue)
    for _ in range(MAX_CLIMB):
        yield from judge_asides(node)
        step = find_governor(node)
        if step is None:
            break
        governor, reaches = step
        within = within and reaches
        content = node.dep_ != "conj" and reaches
        embedding = judge_embedding(node, governor) if content else None
        if embedding is not None and (
            within or embedding.assertion is Assertion.ALLEGED or embedding.speaker is not None
        ):
            yield combine_saying(embedding, governor)
        elif embedding is None and within and content and passes_on(node):
            yield judge_clause(governor) if is_clause(governor) else judge_noun(governor)
        node = governor
    if within and node.head == node and node.sent[-1].text == "?":
        yield Stance(Assertion.HYPOTHETICAL, None, node.sent[-1])


def passes_on(node: Token) -> bool:
    """Tell whether a word that says nothing of its content still shares its own stance: "did not manage to sue"."""
    return node.dep_ == "xcomp" or not is_clause(node) or (node.dep_ == "acl" and is_infinitive(node))


def combine_saying(embedding: Stance, governor: Token) -> Stance:
    """Return a governor's stance under its own words: "did not say" leaves it open, "may claim" supposes it."""
    own = judge_clause(governor) if is_clause(governor) else judge_noun(governor)
    if own.assertion is Assertion.ASSERTED:
        return embedding
    if embedding.assertion is Assertion.ASSERTED and own.assertion is Assertion.NEGATED:
        return Stance(Assertion.ALLEGED, embedding.speaker, embedding.cue)
    return combine(embedding, own)


def assess(cue: Token, doc: Doc) -> Stance:
    """Return what the text commits itself to for the clause or noun phrase that the cue heads, and who says so.

    A plain "X said" leaves it asserted and names X; "X claimed", "allegedly" and "according to the suit" make it
    alleged; a quotation without a verb of its own counts as said by its speaker.
    """
    return _assess_all(cue)


@once_per_token
def _assess_all(cue: Token) -> Stance:
    stance = ASSERTED
    for outer in climb(cue):
        stance = combine(stance, outer)
    if stance.speaker is None:
        inside = spoken_quotations(cue.doc).get(cue.i)
        if inside is not None:
            stance = combine(stance, Stance(Assertion.ASSERTED, inside.speaker, None))
    return stance
