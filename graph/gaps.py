"""Ties words across a gap: "Bo, who Ada says lied", "“He lied,” Ada, a cook, said", "Speaker of the House Ada Quill".

UD's guidelines on relative clauses: https://universaldependencies.org/u/dep/acl-relcl.html
"""

from __future__ import annotations

from graph.arguments import CLAIMING, RELATIVES, SUBJECTS
from graph.tokens import Doc, Token

PRONOUNS = frozenset({"who", "whom", "which", "that"})
# "the first to sue", "the only one to sue"
RANKS = frozenset({"first", "last", "latest", "only", "second", "third", "youngest"})
# what may stand beyond a gap: a speaker, a deed, a title
PARTED = frozenset({"acl", "ccomp", "compound", "csubj", "nsubj"})
NAMED = frozenset({"compound", "nmod", "nmod:desc", "flat"})
# a clause that says of somebody what another holds: "who Ada suspects took it"
DENYING = frozenset({"address", "contest", "deny", "dismiss", "dispute", "rebut", "refute", "reject", "repeat"})
CLAIMS = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "contention", "report", "suggestion"})
HOLDING = CLAIMING | {"suspect", "suggest", "insist", "maintain", "charge", "complain"}


def mend_gaps(doc: Doc) -> None:
    """Give relative pronouns and speakers the verbs that they belong to, and titles their names."""
    for token in doc:
        if token.pos_ == "PRON" and token.lower_ in PRONOUNS:
            if token.lower_ == "whom" and token.dep_ == "appos":
                _turn_pronoun(token)
            elif token.head.dep_ in RELATIVES and token.head.lemma_.lower() in HOLDING:
                _lower_pronoun(token)
        elif token.dep_ not in PARTED:
            continue
        elif token.dep_ == "nsubj" and token.head.dep_ == "ccomp" and token.head.i < token.i < token.head.head.i:
            _return_speaker(token)
        elif token.dep_ in {"acl", "csubj"} and token.tag_ == "VB" and token.head.i < token.i:
            _lend_deed(token)
        elif token.dep_ == "ccomp" and token.head.lemma_.lower() in DENYING:
            _hang_on_claim(token)
        elif token.dep_ == "compound" and token.ent_type_ == "ORG" and token.head.ent_type_ == "PERSON":
            _part_title(token)


def _turn_pronoun(pronoun: Token) -> None:
    """Make an object of "whom" where a tree hangs the clause on it: "Bo Dunn, whom Ada accused"."""
    verb = next((child for child in pronoun.children if child.dep_ in RELATIVES), None)
    if verb is None or not any(child.dep_ in SUBJECTS for child in verb.children):
        return
    verb.head = pronoun.head
    pronoun.head, pronoun.dep_ = verb, "obj"


def _lower_pronoun(pronoun: Token) -> None:
    """Make "who" the subject of what somebody says that it does: "Bo Dunn, who Ada says stole her song"."""
    saying = pronoun.head
    said = next((child for child in saying.children if child.dep_ == "ccomp" and child.i > saying.i), None)
    own = [child for child in saying.children if child.dep_ in SUBJECTS and child != pronoun]
    if said is None or not own or not pronoun.i < own[0].i < saying.i:
        return
    if any(child.dep_ in SUBJECTS or child.dep_ == "mark" for child in said.children):
        return
    passive = any(child.dep_ == "aux:pass" for child in said.children)
    pronoun.head, pronoun.dep_ = said, "nsubj:pass" if passive else "nsubj"


def _return_speaker(name: Token) -> None:
    """Give whoever speaks behind a quotation to the verb of saying: "“He fled,” her lawyer, Bo Dunn, told us"."""
    saying = name.head.head
    if saying.pos_ == "VERB" and not any(child.dep_ in SUBJECTS for child in saying.children):
        name.head = saying


def _lend_deed(verb: Token) -> None:
    """Give what somebody is the first to do a subject: "Ada was the first to say so", "… the only judge to say so"."""
    rank = verb.head
    ranked = [rank, *(child for child in rank.children if child.dep_ in {"amod", "nummod"})]
    if not any(word.lower_ in RANKS for word in ranked) or not any(child.lower_ == "to" for child in verb.children):
        return
    if any(child.dep_ == "cop" for child in rank.children):
        # "which was the first to report the file" tells of the file alone
        verb.dep_ = verb.dep_ if rank.dep_ in RELATIVES else "xcomp"
    elif rank.head.lemma_.lower() in {"be", "become"} and rank.head.i < rank.i:
        verb.head, verb.dep_ = rank.head, "xcomp"


def _hang_on_claim(clause: Token) -> None:
    """Hang what is claimed on the claim that somebody denies: "Bo denied Ada's claim that he lied"."""
    that = next((child for child in clause.children if child.lower_ == "that" and child.dep_ == "mark"), None)
    claims = (child for child in clause.head.children if child.dep_ == "obj" and child.lemma_.lower() in CLAIMS)
    claim = next((noun for noun in claims if that is not None and noun.i < that.i), None)
    if claim is not None and that is not None and claim.right_edge.i == that.i - 1:
        clause.head, clause.dep_ = claim, "acl"


def _part_title(body: Token) -> None:
    """Part a body from the name of who leads it: "Speaker of the House Ada Quill"."""
    name, start = body.head, body.left_edge.i
    while start > body.sent.start and (body.doc[start - 1].dep_ == "det" or body.doc[start - 1].ent_type_ == "ORG"):
        start -= 1
    if name.i != body.i + 1 or start - 2 < body.sent.start or body.doc[start - 1].lower_ != "of":
        return
    title, opener = body.doc[start - 2], body.doc[start - 1]
    last = name
    while last.dep_ in NAMED and last.head != title and last.head.ent_type_ == "PERSON":
        last = last.head
    if title.pos_ not in {"NOUN", "PROPN"} or last.head != title:
        return
    for child in [*name.children, *last.children]:
        if child.i < body.i and child.dep_ in {"case", "det"}:
            child.head = body
    opener.head = body
    body.head, body.dep_ = title, "nmod"
    last.dep_ = "appos"
