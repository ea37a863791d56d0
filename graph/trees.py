"""Mends what no grammar allows in a tree: misplaced arguments, a participle torn from its noun."""

from __future__ import annotations

from itertools import takewhile

from graph.arguments import SUBJECTS, has_preposition, mend_arguments
from graph.behind_names import mend_behind_names
from graph.directions import turn_arcs
from graph.gaps import mend_gaps
from graph.prefixes import mend_prefixes
from graph.tokens import Doc, Token

ADVERBIAL = frozenset({"advcl", "ccomp", "parataxis", "conj", "dep"})
# A participle is at times tagged as the past tense.
PAST = frozenset({"VBN", "VBD"})
OWN_CLAUSE = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "aux", "aux:pass", "auxpass", "mark", "cc", "cop"})
RELATIVES = frozenset({"acl:relcl", "relcl"})
FINITE = frozenset({"VBZ", "VBD", "NNS"})
# "appeared in court charged with theft" charges no court
PLACES = frozenset({"bail", "court", "custody", "dock", "jail", "judge", "magistrate", "magistrates", "prison"})
# "The suit filed Monday names Bo": with no object these are no past tense
TRANSITIVE = frozenset({"bring", "file", "issue", "lodge", "obtain", "publish", "release", "submit", "unseal"})
# "filed a suit accusing Bo of theft": who sues says so
PLEADING = frozenset({"accuse", "allege", "argue", "assert", "charge", "claim", "contend", "say"})
FILING = frozenset({"bring", "countersue", "file", "launch", "lodge", "sue"})
# where a pleading is filed
LODGED = frozenset({"at", "before", "in", "to", "with"})
SUITS = frozenset({"action", "case", "complaint", "countersuit", "lawsuit", "suit"})
# "a breach of contract lawsuit"
WRONGS = frozenset(
    "abuse alienation breach contempt corruption infliction infringement interference invasion misappropriation misuse "
    "obstruction theft violation".split()
)
PROCEEDINGS = frozenset(
    "action case charge claim complaint conviction count countersuit indictment lawsuit litigation suit trial".split()
)
LONGEST_WRONG = 4
# what a court does to one and the same person: "who pleaded guilty to theft and was sentenced on Friday"
TRYING = frozenset(
    {"acquit", "arrest", "charge", "convict", "fine", "imprison", "indict", "jail", "plead", "sentence", "serve"}
)


def mend_trees(doc: Doc) -> Doc:
    """Give verbs the arguments that they can have, and make participles modify the noun right before them."""
    mend_prefixes(doc)
    turn_arcs(doc)
    mend_arguments(doc)
    mend_gaps(doc)
    mend_behind_names(doc)
    for token in doc:
        if token.lower_ == "according":
            _credit(token)
        if token.dep_ == "conj" and token.head.dep_ == "flat":
            # "Ada Quill and Bo Dunn": all of a name hangs on its first word
            token.head = token.head.head
        if token.tag_ == "VBG":
            _mend_participle(token)
        if token.tag_ == "VBN" and token.dep_ == "conj" and token.lemma_.lower() in TRYING:
            _rejoin_trial(token)
        if token.dep_ == "nmod" and token.pos_ == "NOUN" and token.lemma_.lower() in PROCEEDINGS:
            _free_proceeding(token)
        if token.tag_ in PAST and token.i and not _free_main_clause(token) and _stands_alone(token):
            _attach(token)
    for token in doc:
        if token.lemma_ in SUITS and token.dep_ in {"nmod", "obl"} and token.head.pos_ == "PROPN":
            _free_suit(token)
    return doc


def _mend_participle(participle: Token) -> None:
    if participle.dep_ == "advcl" and participle.lemma_.lower() in PLEADING:
        _hang_on_filing(participle)
    if participle.dep_ == "acl" and participle.lemma_.lower() in PLEADING:
        _free_addressee(participle)
    if participle.dep_ == "advcl" and participle.i > 1:
        _hang_on_suit(participle)


def _free_suit(noun: Token) -> None:
    """Hang the suit in which somebody does something on the verb: "seeks $5 from Bo in a suit filed on Monday"."""
    if not any(child.lower_ == "in" and child.dep_ == "case" for child in noun.children):
        return
    above = noun.head
    while above.pos_ != "VERB" and above.head != above:
        above = above.head
    if above.pos_ == "VERB" and above.i < noun.i:
        noun.head, noun.dep_ = above, "obl"


def _hang_on_filing(participle: Token) -> None:
    """Hang what somebody pleads on the suing before it: "It comes after Ada filed a suit, accusing Bo of theft"."""
    above = participle.head
    if above.i > participle.i or above.lemma_.lower() in FILING:
        return
    verbs = [word for word in participle.doc[above.i + 1 : participle.i] if word.pos_ == "VERB"]
    filing = next((word for word in verbs[-1:] if word.lemma_.lower() in FILING and word.tag_ != "VB"), None)
    if filing is not None and above.is_ancestor(filing):
        participle.head = filing


def _free_addressee(participle: Token) -> None:
    """Take what is pleaded from where it is filed: "filed a complaint with the agency alleging that Bo lied"."""
    place, above = participle.head, participle.head.head
    marks = {child.lower_ for child in (*place.children, *participle.children) if child.i < place.i}
    if place == above or marks.isdisjoint(LODGED) or "against" in marks:
        return
    if above.lemma_.lower() in FILING and above.pos_ == "VERB":
        participle.head, participle.dep_ = above, "advcl"
    elif above.lemma_.lower() in SUITS:
        participle.head = above


def _hang_on_suit(participle: Token) -> None:
    """Hang what somebody is sued for on the noun for the suit: "told of her suit against Bo for leaking letters"."""
    mark = next((child for child in participle.children if child.lower_ == "for" and child.dep_ == "mark"), None)
    if mark is None or mark.i - participle.sent.start < 3:
        return
    sued = mark.nbor(-1)
    while sued.head.i != sued.i and sued.head.pos_ in {"NOUN", "PROPN"} and sued.lemma_.lower() not in SUITS:
        sued = sued.head
    against = any(word.lower_ == "against" for word in sued.doc[sued.i + 1 : mark.i])
    behind = sued.lemma_.lower() in SUITS and sued.right_edge.i == mark.i - 1
    if against and behind and not participle.is_ancestor(sued):
        participle.head, participle.dep_ = sued, "acl"


def _free_proceeding(noun: Token) -> None:
    """Hang a wrong on the proceeding that it only describes: "filed a breach of contract lawsuit" files no breach."""
    wrong, doc = noun.head, noun.doc
    inside = doc[wrong.i + 1 : noun.i]
    if wrong.lemma_.lower() not in WRONGS or not 1 < len(inside) <= LONGEST_WRONG or inside[0].lower_ != "of":
        return
    if any(word.pos_ not in {"ADJ", "NOUN"} or word.head not in (noun, wrong, inside[-1]) for word in inside[1:]):
        return
    for child in [child for child in wrong.children if child != noun]:
        child.head = noun
    noun.head, noun.dep_ = (noun if wrong.head == wrong else wrong.head), wrong.dep_
    wrong.head, wrong.dep_ = noun, "compound"
    inside[-1].head, inside[-1].dep_ = wrong, "nmod"
    inside[0].head = inside[-1]


def _credit(according: Token) -> None:
    """Tie "according to" to what it credits, where a tree makes a clause of it: "According to the suit, Bo lied"."""
    if according.dep_ == "case" or according.i + 2 >= according.sent.end or according.nbor().lower_ != "to":
        return
    following = according.doc[according.i + 2 : according.sent.end]
    phrase = [*takewhile(lambda word: word.pos_ not in {"AUX", "PUNCT", "VERB"}, following)]
    heads = [word for word in phrase if word.head not in phrase]
    if len(heads) == 1 and heads[0].head == according.head and heads[0].pos_ in {"NOUN", "PROPN"}:
        heads[0].dep_ = "obl"
        according.head, according.dep_ = heads[0], "case"


def _rejoin_trial(participle: Token) -> None:
    """Join a sentence to the clause of the plea before it: "Bo named Ada, who pleaded guilty and was sentenced"."""
    link = next((child.i for child in participle.children if child.dep_ == "cc"), 0)
    passive = any(child.dep_ in {"aux:pass", "auxpass"} for child in participle.children)
    if not passive or participle.head.lemma_.lower() in TRYING or _has_subject(participle, besides=participle):
        return
    told = [
        verb
        for verb in participle.doc[participle.head.i + 1 : link]
        if verb.dep_ in RELATIVES and verb.lemma_.lower() in TRYING
    ]
    if told and not told[-1].is_ancestor(participle) and participle.doc[link - 1].text != ",":
        participle.head = told[-1]


def _attach(participle: Token) -> None:
    """Hang a participle on the common noun right before it, where it hangs elsewhere."""
    noun = participle.nbor(-1)
    if participle.dep_ in ADVERBIAL and noun not in participle.subtree:
        participle.head, participle.dep_ = noun, "acl"
    elif participle.dep_ in ADVERBIAL | {"acl"} and noun.head == participle and has_preposition(noun):
        _turn_round(noun, participle)
    if participle.dep_ == "acl" and participle.head == noun:
        participle.tag_ = "VBN"


def _stands_alone(participle: Token) -> bool:
    """Tell whether a participle without a clause of its own stands right after a common noun: "its lawsuit filed …"."""
    noun = participle.nbor(-1)
    if participle.is_sent_start or noun.pos_ != "NOUN":
        return False
    if noun.lower_ in PLACES and participle.lemma_ in {"accuse", "charge", "convict"}:
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


def _own_noun(participle: Token) -> Token | None:
    """Return the common noun that a participle has for its subject: "the suit, filed Monday, names Bo"."""
    if participle.is_sent_start:
        return None
    noun = participle.nbor(-1)
    if noun.pos_ == "ADV" and not noun.is_sent_start:
        noun = noun.nbor(-1)
    bracketed = noun.text == "," and not noun.is_sent_start
    noun = noun.nbor(-1) if bracketed else noun
    # without a comma, only a verb that would have an object
    if noun.pos_ != "NOUN" or not (bracketed or participle.lemma_ in TRANSITIVE):
        return None
    owned = noun.head == participle and noun.dep_ in SUBJECTS | {"obj", "obl"}
    lent = noun.head.head == participle and noun.head.i > participle.i and noun.dep_ in SUBJECTS
    if not (owned or lent) or any(
        child.dep_ in OWN_CLAUSE | {"obj"} and child != noun for child in participle.children
    ):
        return None
    return noun


def _free_main_clause(participle: Token) -> bool:
    """Make the verb that follows a noun's participle the main one: "The suit, filed Monday, names Bo".

    Returns whether the tree was such a one.
    """
    noun, main = _own_noun(participle), participle.head
    if noun is None:
        return False
    if participle.dep_ not in ADVERBIAL or main.i < participle.i:
        later = (child for child in participle.children if child.i > participle.i and child.tag_ in FINITE)
        found = next((c for c in later if c.dep_ in ADVERBIAL and not _has_subject(c, besides=noun)), None)
        if found is None:
            return False
        main, above, label = found, participle.head, participle.dep_
        main.head, main.dep_ = (main if above == participle else above), label
        if main.tag_ == "NNS":
            main.tag_, main.pos_ = "VBZ", "VERB"
    noun.head = main
    noun.dep_ = "obl" if has_preposition(noun) or _has_subject(main, besides=noun) else "nsubj"
    participle.head, participle.dep_, participle.tag_ = noun, "acl", "VBN"
    return True


def _has_subject(verb: Token, *, besides: Token) -> bool:
    return any(child.dep_ in SUBJECTS and child != besides for child in verb.children)
