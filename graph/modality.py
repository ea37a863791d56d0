"""Reads the words of one clause that weaken it, "not", "might", "if", and combines what nested clauses say.

The cue words and their scopes follow ConText (Chapman et al. 2013), the values FactBank (Saurí and Pustejovsky 2009).
"""

from __future__ import annotations

from dataclasses import dataclass

from graph import syntax
from graph.attribution import find_speaker
from graph.memory import once_per_token
from graph.model import Assertion
from graph.schema.cues import load_cues
from graph.tokens import Token

NEGATION_SITES = frozenset({"advmod", "neg", "det", "cc", "cc:preconj", "preconj", "discourse"})
PLEADING = frozenset({"acquit", "declare", "enter", "find", "plead"})
PLEAS = frozenset({"contest", "guilty"})
EXCLUDING = frozenset({"much less", "let alone", "never mind"})
# "Had she sued", "Were she sued"
INVERTED = frozenset({"had", "were"})
# "close to suing" has not sued, "a close friend" is one
QUALITIES = frozenset(
    "able afraid anxious bound close determined difficult eager easy eligible entitled fearful free hard keen prepared "
    "ready scared set wary welcome willing worried".split()
)
NEARLY = frozenset({"almost", "nearly"})
PAIRED = frozenset({"neither", "nor"})
HELPED = syntax.ANY_SUBJECT | {"aux"}
RULING = frozenset({"rule", "ruled", "rules", "ruling"})
# before a verb: "decided against suing", "stopped short of suing", "ruled out suing"
SHUNNING = frozenset({"away from", "back from", "clear of", "off on", "short of", "shy of"})


@dataclass(frozen=True)
class Stance:
    """What the text commits itself to, the head of the phrase that names who says so, and the word that shows it."""

    assertion: Assertion
    speaker: Token | None
    cue: Token | None


ASSERTED = Stance(Assertion.ASSERTED, None, None)


def combine(inner: Stance, outer: Stance) -> Stance:
    """Return what a clause's own stance becomes inside another.

    Who says that a thing is not so denies it; "did not fail to" and "did not deny" turn back.
    """
    speaker = inner.speaker or outer.speaker
    cue = inner.cue or outer.cue
    match inner.assertion, outer.assertion:
        case Assertion.NEGATED, Assertion.NEGATED if inner.cue is not None and inner.cue == outer.cue:
            # "No charges were filed" is one "no", seen from the noun and from the verb
            return inner
        case Assertion.ASSERTED, _:
            return Stance(outer.assertion, speaker, cue)
        case Assertion.NEGATED, (Assertion.ASSERTED | Assertion.ALLEGED) if outer.speaker is not None:
            return Stance(Assertion.DENIED, speaker, cue)
        case Assertion.NEGATED, (Assertion.NEGATED | Assertion.DENIED):
            return Stance(
                Assertion.ASSERTED if outer.assertion is Assertion.NEGATED else Assertion.ALLEGED, speaker, cue
            )
        case Assertion.DENIED, Assertion.NEGATED:
            return Stance(Assertion.ALLEGED, speaker, cue)
        case Assertion.ALLEGED, (Assertion.NEGATED | Assertion.DENIED | Assertion.HYPOTHETICAL):
            return Stance(outer.assertion, outer.speaker or speaker, outer.cue)
        case Assertion.HYPOTHETICAL, Assertion.NEGATED:
            return Stance(Assertion.NEGATED, speaker, outer.cue)
        case _:
            return Stance(inner.assertion, speaker, cue)


def mark_words(node: Token) -> set[str]:
    """Return the words that introduce a clause or phrase: "if", "without", "instead of"."""
    words = set()
    for child in node.children:
        if child.dep_ in {"mark", "case"}:
            rest = (part.lower_ for part in child.children if part.dep_ in {"fixed", "mwe", "pcomp", "prep"})
            words.add(" ".join([child.lower_, *rest]))
    if node.dep_ in {"pcomp", "pobj"}:
        before = node.doc[node.head.i - 1].lower_ if node.head.i else ""
        words |= {node.head.lower_, f"{before} {node.head.lower_}"}
    return words


def is_negating(word: Token) -> bool:
    """Tell whether a word negates, unless "only" or the like takes it back or it is an answer: "No, I did"."""
    negation = load_cues().negation
    if word.dep_ not in NEGATION_SITES:
        return False
    if word.lower_ not in negation.adverbs and word.lower_ not in negation.determiners:
        return False
    if word.i + 1 >= len(word.doc):
        return True
    following = word.nbor()
    return following.lower_ not in negation.exempting and not (word.lower_ == "no" and following.is_punct)


def find_negation(node: Token) -> Token | None:
    """Return the word that negates a clause: an adverb of it, or the determiner of an argument."""
    negation = load_cues().negation
    arguments = syntax.children(node, syntax.CORE)
    for holder in (node, *syntax.children(node, {"aux", "aux:pass", "auxpass", "cop"}), *arguments):
        for word in holder.children:
            if is_negating(word) and not is_plea(word, node):
                return word
    copula = syntax.children(node, {"cop"})
    if copula and copula[0].i < node.i:
        # "Ada is not Bo's sister", where the tree hangs "not" on the name
        between = node.doc[copula[0].i + 1 : node.i]
        if (inner := next((token for token in between if token.lower_ in {"not", "n't", "n’t"}), None)) is not None:
            return inner
    return next((argument for argument in arguments if argument.lower_ in negation.determiners), None)


def is_excluded(node: Token) -> bool:
    """Tell whether a clause says what holds even less: "never arrested, much less convicted"."""
    start = next((child.i for child in node.children if child.i < node.i), node.i)
    return any(node.doc[max(0, place - 2) : place].text.lower() in EXCLUDING
               or node.doc[place : place + 2].text.lower() in EXCLUDING for place in (start, node.i))  # fmt: skip


def is_shunned(node: Token) -> bool:
    """Tell whether the words right before a gerund say that it is left undone: "decided against suing"."""
    if node.tag_ != "VBG" or node.i < 2:
        return False
    first, second = node.doc[node.i - 2], node.nbor(-1)
    if second.lower_ == "to" and first.lower_ in {"around", "round"}:
        # "never got around to suing"
        return find_negation(node.head) is not None
    ruled = second.lower_ == "out" and first.lower_ in RULING
    talked = f"{first.lower_} {second.lower_}" == "out of" and node.head.lemma_.lower() == "talk"
    return ruled or talked or second.lower_ == "against" or f"{first.lower_} {second.lower_}" in SHUNNING


def is_plea(word: Token, node: Token) -> bool:
    """Tell whether a negation is a part of a plea or a verdict: "pleaded not guilty", "was found not guilty"."""
    if word.i + 1 >= len(word.doc) or word.nbor().lower_ not in PLEAS:
        return False
    return any(place.lemma_ in PLEADING for place in (node, node.head))


def find_adverb(node: Token, words: frozenset[str]) -> Token | None:
    """Return the adverb of the clause that is one of the words, if any."""
    return next(
        (child for child in node.children if child.lower_ in words and child.dep_ in {"advmod", "discourse"}), None
    )


def find_plan(node: Token) -> Token | None:
    """Return the word of threat or plan right before an infinitive, wherever the tree hangs it: "threatened to sue"."""
    start = next((child.i for child in node.children if child.lower_ == "to" and child.i < node.i), 0)
    if start == 0:
        return None
    before, group = node.doc[start - 1], load_cues().hypothetical
    return before if before.lemma_.lower() in group.verbs | group.infinitive_verbs | group.nouns else None


def find_inversion(node: Token) -> Token | None:
    """Return the auxiliary that supposes something by standing before its subject: "Had Ada sued Bo, she …"."""
    first = next((aux for aux in syntax.children(node, {"aux", "aux:pass", "cop"}) if aux.lower_ in INVERTED), None)
    if first is None or node.sent[-1].text == "?":
        return None
    if first.i > node.sent.start and first.nbor(-1).pos_ not in {"PUNCT", "CCONJ", "SPACE"}:
        return None
    subjects = syntax.children(node, syntax.ANY_SUBJECT)
    return first if any(subject.i > first.i for subject in subjects) else None


@once_per_token
def judge_clause(node: Token) -> Stance:
    """Return the stance that a clause's own words give it: "not", "might", "if", "allegedly", "without"."""
    cues = load_cues()
    marks = mark_words(node)
    if (word := find_negation(node)) is not None or marks & cues.negation.marks or is_excluded(node):
        return Stance(Assertion.NEGATED, None, word)
    if is_shunned(node):
        # of "stopped short of suing" the verb is the cue: it negates but once
        open_ = find_negation(node.head) is not None and node.nbor(-1).lower_ != "to"
        return Stance(Assertion.HYPOTHETICAL if open_ else Assertion.NEGATED, None, node.head)
    if (planned := find_plan(node)) is not None:
        return Stance(Assertion.HYPOTHETICAL, None, planned)
    modal = next((aux for aux in syntax.children(node, {"aux"}) if aux.lower_ in cues.hypothetical.auxiliaries), None)
    if modal is not None or marks & cues.hypothetical.marks:
        allegedly = find_adverb(node, cues.alleged.adverbs) if modal is not None else None
        return Stance(Assertion.ALLEGED if allegedly is not None else Assertion.HYPOTHETICAL, None, allegedly or modal)
    if node.i and node.nbor(-1).lower_ in NEARLY and node.nbor(-1).head == node:
        # "almost married Bo", not "sued almost at once"
        return Stance(Assertion.NEGATED, None, node.nbor(-1))
    if (supposed := find_inversion(node) or find_adverb(node, cues.hypothetical.adverbs)) is not None:
        return Stance(Assertion.HYPOTHETICAL, None, supposed)
    if (adverb := find_adverb(node, cues.alleged.adverbs)) is not None:
        return Stance(Assertion.ALLEGED, None, adverb)
    if node.dep_ == "conj" and shares_modality(node):
        return judge_clause(node.head)
    return ASSERTED


def shares_modality(node: Token) -> bool:
    """Tell whether a conjoined clause stands under the first one's "not" or "might": "did not sue or accuse him"."""
    own = syntax.children(node, HELPED)
    if own or not is_clause(node.head):
        return False
    joined = {child.lower_ for child in (*node.children, *node.head.children) if child.dep_ == "cc"}
    # "did not thrill them, break his bones and die": the bare forms hang on "did not"
    bare = node.tag_ == "VB" and bool(syntax.children(node.head, {"aux"}))
    return bare or find_negation(node.head) is None or bool(joined & {"or", "nor"})


@once_per_token
def is_clause(node: Token) -> bool:
    """Tell whether a token heads a clause: a verb, or a noun or adjective with a copula."""
    return syntax.is_predicate(node) or bool(syntax.children(node, {"cop"}))


def leaves_open(adjective: str) -> bool:
    """Tell whether an adjective before a noun says that it may not be: "a possible suit", not "a close friend"."""
    return adjective in load_cues().hypothetical.adjectives and adjective not in QUALITIES


def judge_noun(noun: Token) -> Stance:
    """Return the stance that a noun's own modifiers give it: "no", "alleged", "possible"."""
    cues = load_cues()
    negating = [child for child in noun.children if is_negating(child)]
    if negating and syntax.possessors(noun):
        # "neither Ada's lawyer nor her husband spoke" takes both for granted
        negating = [child for child in negating if child.lower_ not in PAIRED]
    if negating:
        return Stance(Assertion.NEGATED, None, negating[0])
    for child in noun.children:
        if child.dep_ in {"amod", "compound"} and child.lower_ in cues.alleged.adjectives:
            return Stance(Assertion.ALLEGED, None, child)
        if child.dep_ in {"amod", "compound"} and leaves_open(child.lower_):
            return Stance(Assertion.HYPOTHETICAL, None, child)
    denier = next((child for child in syntax.children(noun, syntax.RELATIVE_CLAUSE)
                   if child.lemma_.lower() == "deny" and noun in syntax.direct_objects(child)), None)  # fmt: skip
    return Stance(Assertion.DENIED, find_speaker(denier), denier) if denier is not None else ASSERTED
