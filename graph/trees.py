"""Mends what no grammar allows in a tree: a subject or object that a preposition marks, a torn-off participle.

UD's guidelines on core arguments: https://universaldependencies.org/u/overview/syntax.html
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"})
ADVERBIAL = frozenset({"advcl", "ccomp", "parataxis", "conj", "dep"})
# A participle is at times tagged as the past tense.
PAST = frozenset({"VBN", "VBD"})
PAST_PARTICIPLE = frozenset({"VBN"})
# "around twenty people left": before a number these are no prepositions
LOCATING = frozenset({"in", "at", "on", "by", "from", "with", "under", "against"})
# what marks an oblique and never a subject or an object
MARKING = LOCATING | {"of", "for", "to", "about", "into", "after", "before", "over", "during"}
# "told Bo": whoever hears is an indirect object also where what is told is left out
TELLING = frozenset({"tell", "ask", "inform", "promise", "assure", "remind", "warn", "show", "teach", "pay"})
# whose subject may stand behind them: "said Bo", "there came a day"
INVERTING = frozenset({"say", "reply", "write", "ask", "add", "be", "come", "go", "begin", "continue", "conclude"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LOOSE = frozenset({"appos", "flat", "compound", "nsubj", "nsubj:pass"})
OWN_CLAUSE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "aux", "aux:pass", "auxpass", "mark", "cc", "cop"})


def mend_trees(doc: Doc) -> Doc:
    """Make obliques of what a preposition marks, one subject of two, and modifiers of participles after their noun."""
    for token in doc:
        objective = token.dep_ in {"obj", "iobj"} and _has_preposition(token, MARKING)
        if objective or (token.dep_ in SUBJECTS and _has_preposition(token)):
            token.dep_ = "obl"
    for token in doc:
        if token.pos_ == "VERB" and token.tag_ not in PAST_PARTICIPLE:
            _mend_arguments(token)
        if token.tag_ in PAST and token.i and _stands_alone(token):
            noun = token.nbor(-1)
            if token.dep_ in ADVERBIAL and noun not in token.subtree:
                token.head, token.dep_ = noun, "acl"
            elif token.dep_ in ADVERBIAL | {"acl"} and noun.head == token and _has_preposition(noun):
                _turn_round(noun, token)
            if token.dep_ == "acl" and token.head == noun:
                token.tag_ = "VBN"
    return doc


def _has_preposition(noun: Token, prepositions: frozenset[str] = LOCATING) -> bool:
    marks = (child for child in noun.children if child.dep_ == "case" and child.i < noun.i)
    return any(child.lower_ in prepositions for child in marks)


def _mend_arguments(verb: Token) -> None:
    """Give a verb one subject, before it, and the noun phrase right after it as its object."""
    before = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    if len(before) > 1 and before[1].nbor(-1).i > before[0].i and _is_aside(before[0], before[1]):
        before[1].head, before[1].dep_ = before[0], "appos"
    if any(child.dep_ == "obj" for child in verb.children):
        return
    named = next((child for child in verb.children if child.dep_ == "iobj"), None)
    if named is not None:
        if verb.lemma_.lower() not in TELLING:
            named.dep_ = "obj"
        return
    follower = _phrase_after(verb)
    shares = bool(before) or (verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"})
    if follower is None or not shares or verb.lemma_.lower() in INVERTING:
        return
    if follower.head == verb and follower.dep_ == "nsubj":
        follower.dep_ = "obj"
    elif follower.head.i < verb.i and follower.dep_ in LOOSE and verb not in follower.subtree:
        follower.head, follower.dep_ = verb, "obj"


def _is_aside(first: Token, second: Token) -> bool:
    """Tell whether a comma parts two nouns that both claim to be the subject: "Ada Quill, a Democrat, filed …"."""
    return any(token.text == "," for token in first.doc[first.i + 1 : second.i])


def _phrase_after(verb: Token) -> Token | None:
    """Return the head of the noun phrase that starts right after a verb, None where none does or a verb follows it."""
    end = verb.i + 1
    while end < verb.sent.end and verb.doc[end].pos_ in INSIDE:
        end += 1
    words = verb.doc[verb.i + 1 : end]
    heads = [word for word in words if word.pos_ in {"NOUN", "PROPN"} and not words.start <= word.head.i < words.end]
    follows = end < verb.sent.end and (verb.doc[end].pos_ in {"VERB", "AUX"} or verb.doc[end].tag_ == "POS")
    return heads[0] if len(heads) == 1 and not follows else None


def _stands_alone(participle: Token) -> bool:
    """Tell whether a participle without a clause of its own stands right after a common noun: "its lawsuit filed …"."""
    noun = participle.nbor(-1)
    if noun.pos_ != "NOUN" or noun.sent != participle.sent:
        return False
    return not any(child.dep_ in OWN_CLAUSE for child in participle.children)


def _turn_round(noun: Token, participle: Token) -> None:
    """Hang the noun of "in a suit filed Monday, Ada said …" on the clause that it opens, and its participle on it."""
    governor = participle.head
    if governor.i > participle.i and governor.pos_ in {"NOUN", "PROPN", "PRON"} and governor.head != governor:
        governor = governor.head
    if governor != participle:
        noun.head, noun.dep_ = governor, "obl"
        participle.head, participle.dep_ = noun, "acl"
