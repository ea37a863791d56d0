"""Hangs on the word before it what English never has before its head: a participle's clause, a name's second part.

UD's guidelines: https://universaldependencies.org/u/dep/acl.html and https://universaldependencies.org/u/dep/flat.html
"""

from __future__ import annotations

from graph.tokens import Doc, Token

CLAUSES = frozenset({"acl", "acl:relcl", "relcl"})
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass", "csubj"})
SAID = frozenset({"ccomp", "parataxis"})
# how trees that miss it hang a participle that stands between commas behind a subject
LOOSE = frozenset({"advcl", "ccomp", "dep", "parataxis"})
# what opens a clause of its own as well as a phrase: "resigned after Bo, the cook, testified that …"
TIMING = frozenset({"after", "as", "before", "since", "until"})
MODIFYING = frozenset({"amod", "compound"})
TURNED = CLAUSES | LOOSE | {"appos", "flat", "nmod:poss", "nsubj"}
FARTHEST = 4
LONGEST_RELATIVE = 8


def turn_arcs(doc: Doc) -> None:
    """Give clauses, parts of names and subjects that hang on a word far behind them the head before them."""
    for token in doc:
        if token.dep_ not in TURNED:
            continue
        if token.head.i <= token.i:
            if token.dep_ == "appos" and not _hang_whose(token):
                _set_beside_speaker(token)
            elif token.dep_ == "nmod:poss" and token.head.i < token.i:
                _hang_owner(token)
            elif token.dep_ in CLAUSES and token.head.dep_ == "conj" and token.head.pos_ == "PROPN":
                _hang_on_all(token)
            continue
        if token.dep_ in CLAUSES:
            _hang_on_noun(token)
        elif token.dep_ == "nmod:poss" and token.tag_ == "PRP$":
            _hang_on_owner(token)
        elif token.dep_ in LOOSE and token.tag_ in {"VBN", "VBD"}:
            _hang_participle(token)
        elif token.dep_ == "flat" and token.i and token.nbor(-1).pos_ == "PROPN" and token.pos_ == "PROPN":
            first = token.nbor(-1)
            _move(token, first.head if first.dep_ == "flat" and first.head.i < first.i else first)
        elif token.dep_ == "appos" and token.pos_ == "PROPN":
            _make_subject(token)
        elif token.dep_ == "nsubj":
            _return_subject(token)


def _move(token: Token, head: Token) -> None:
    """Hang a token on a head that is not below it."""
    if head.sent == token.sent and not token.is_ancestor(head):
        token.head = head


def _hang_on_noun(verb: Token) -> None:
    """Hang a clause on the noun before its relative pronoun, or before the participle that opens it."""
    opener = verb
    if verb.dep_ == "acl" and verb.tag_ not in PARTICIPLES:
        return
    if verb.dep_ != "acl":
        before = verb.doc[max(verb.sent.start, verb.i - FARTHEST) : verb.i]
        opener = next((word for word in before if word.lower_ in RELATIVES), verb)
        if opener == verb:
            return
    at = opener.i - 1
    if at > verb.sent.start and verb.doc[at].text == ",":
        at -= 1
    if at >= verb.sent.start and verb.doc[at].pos_ in {"NOUN", "PROPN"}:
        noun = verb.doc[at]
        _move(verb, noun.head if noun.dep_ == "flat" and noun.head.i < noun.i else noun)


def _hang_on_all(verb: Token) -> None:
    """Hang a clause with a plural verb on the first of the people before it: "Ada and Bo, who represent Cy"."""
    finite = next((child for child in verb.children if child.dep_ in AUXILIARIES | {"cop"}), verb)
    plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    if plural and any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in verb.children):
        first = verb.head.head
        if first.pos_ == "PROPN" and first.i < verb.head.i:
            _move(verb, first)


def _hang_participle(verb: Token) -> None:
    """Hang a participle between commas on the subject before it: "The suit, also filed in Mill, says …"."""
    at = verb.i - 1 - (verb.i > verb.sent.start and verb.nbor(-1).pos_ == "ADV")
    bare = not any(child.dep_ in SUBJECTS | AUXILIARIES for child in verb.children)
    if at <= verb.sent.start or verb.doc[at].text != "," or not bare:
        return
    noun = verb.doc[at - 1]
    if noun.pos_ == "NOUN" and noun.head.i > verb.i and noun.dep_ in SUBJECTS:
        _move(verb, noun)
        if verb.head == noun:
            verb.dep_, verb.tag_ = "acl", "VBN"


def _hang_owner(owner: Token) -> None:
    """Hang an owner on what follows it, not on a noun before it: "a suit against Quill's mill" is no suit of Quill."""
    mark = next((child.i for child in owner.children if child.tag_ == "POS"), len(owner.doc))
    for word in owner.doc[mark + 1 : min(owner.sent.end, mark + 1 + FARTHEST)]:
        if word.pos_ not in {"ADJ", "NOUN", "NUM", "PROPN"} and word.dep_ != "amod":
            return
        if word.pos_ in {"NOUN", "PROPN"} and word.dep_ not in MODIFYING:
            return _move(owner, word)


def _hang_on_owner(pronoun: Token) -> None:
    """Hang a possessive on the owner behind it: in "his ex-wife's suit" he owns no suit."""
    owned = pronoun.head
    between = pronoun.doc[pronoun.i + 1 : owned.i]
    owner = next((word for word in between if word.i + 1 < owned.i and word.nbor().tag_ == "POS"), None)
    if owner is None or owner.head != owned or owner.dep_ != "nmod:poss":
        return
    for word in (pronoun, *between[: owner.i - pronoun.i - 1]):
        if word.head == owned:
            word.dep_ = word.dep_ if word == pronoun else "compound"
            word.head = owner


def _hang_whose(name: Token) -> bool:
    """Hang a clause that a tree takes for an apposition on the noun before its "whose": "for Ada, whose name is Amy".

    Returns whether the tree was such a one.
    """
    if not any(child.dep_ == "cop" for child in name.children):
        return False
    before = name.doc[max(name.sent.start, name.i - LONGEST_RELATIVE) : name.i]
    whose = next((word for word in before if word.lower_ == "whose" and word.head.head == name), None)
    if whose is None or whose.i - name.sent.start < 2:
        return False
    noun = whose.nbor(-1) if whose.nbor(-1).text != "," else whose.nbor(-2)
    if noun.pos_ in {"NOUN", "PROPN"}:
        _move(name, noun.head if noun.dep_ == "flat" and noun.head.i < noun.i else noun)
        name.dep_ = "acl:relcl"
    return True


def _set_beside_speaker(noun: Token) -> None:
    """Hang what describes a speaker on the name before it, not on one quoted: "“I saw Bo,” Ada, the cook, said"."""
    start = noun.left_edge.i
    name = noun.doc[start - (noun.doc[start].text != ",")].nbor(-1) if start > noun.sent.start + 1 else noun
    quoted = any(word.is_quote for word in noun.doc[noun.head.i + 1 : name.i])
    if quoted and name.pos_ == "PROPN" and name.nbor().text == ",":
        _move(noun, name.head if name.dep_ == "flat" and name.head.i < name.i else name)


def _make_subject(name: Token) -> None:
    """Make a name the subject of the verb whose auxiliaries follow it, where that has none: "Ada has been sued"."""
    last = max((child.i for child in name.children if child.dep_ == "flat"), default=name.i)
    following = name.doc[last + 1] if last + 1 < name.sent.end else name
    verb = following.head
    if following.dep_ not in AUXILIARIES or verb.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in verb.children):
        return
    _move(name, verb)
    if name.head == verb:
        passive = any(child.dep_ in {"aux:pass", "auxpass"} for child in verb.children)
        name.dep_ = "nsubj:pass" if passive else "nsubj"


def _return_subject(subject: Token) -> None:
    """Give a subject to the verb that follows it, not to that of saying behind.

    "Ada is suing Bo: “…,” she said", "Ada, the cook, never lied, a witness has told jurors".
    """
    saying = subject.head
    speaker = _find_speaker(subject, saying)
    clauses = (child for child in saying.children if child.dep_ in SAID and subject.i < child.i < speaker.i)
    said = next(clauses, None)
    if said is None or said.pos_ != "VERB" or speaker.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return
    between = subject.doc[subject.i + 1 : said.left_edge.i]
    if any(child.dep_ in SUBJECTS for child in said.children) or any(
        word.head not in between and word.head != subject and not word.is_punct for word in between
    ):
        return
    timed = [mark for mark in speaker.children if mark.dep_ == "case" and mark.lower_ in TIMING]
    if speaker.head == subject or speaker.head.i > speaker.i:
        speaker.head, speaker.dep_ = saying, "nsubj"
        subject.head = said
        for mark in timed:
            mark.dep_ = "mark"


def _find_speaker(subject: Token, saying: Token) -> Token:
    """Return another subject of a verb of saying behind the first, else the name or pronoun right before it.

    One that only seems to tell when is a subject too: "Ada resigned after Bo, the cook, testified that she lied".
    """
    dependents = [child for child in saying.children if subject.i < child.i < saying.i]
    later = [child for child in dependents if child.dep_ == "nsubj"]
    before = saying.nbor(-1)
    if before.text == ",":
        later += [child for child in dependents if child.dep_ == "obl" and child.right_edge.i >= before.i - 1
                  and any(mark.lower_ in TIMING for mark in child.children)]  # fmt: skip
    return next(iter(later), before if before.pos_ in {"PROPN", "PRON"} else saying)
