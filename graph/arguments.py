"""Gives each verb the arguments that grammar allows: no preposition marks a subject or object, one subject each.

UD's guidelines on core arguments: https://universaldependencies.org/u/overview/syntax.html
"""

from __future__ import annotations

from graph.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"})
# "around twenty people left": before a number these are no prepositions
LOCATING = frozenset(
    {"according", "amid", "against", "at", "by", "despite", "during", "from", "in", "on", "under", "with"}
)
# what marks an oblique and never an object
MARKING = LOCATING | {"of", "for", "to", "about", "into", "after", "before", "over"}
# "told Bo": whoever hears is an indirect object also where what is told is left out
TELLING = frozenset({"tell", "ask", "inform", "promise", "assure", "remind", "warn", "show", "teach", "pay"})
GIVING = TELLING | {"allow", "award", "charge", "deny", "fine", "give", "grant", "hand", "offer", "order", "send"}
# whose subject may stand behind them: "said Bo", "there came a day"
INVERTING = frozenset({"say", "reply", "write", "ask", "add", "be", "come", "go", "begin", "continue", "conclude"})
# "called Bo a liar": the second object says what the first is
NAMING = frozenset({"brand", "call", "consider", "deem", "dub", "label"})
# "the complaint named Bo"
PLEADINGS = frozenset({"case", "complaint", "indictment", "lawsuit", "petition", "suit"})
RELATIVE = frozenset({"who", "whom", "which", "that"})
INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LINKED = frozenset({"flat", "compound", "nmod"})
AUXILIARIES = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE = frozenset({"be", "get"})
RELATIVES = frozenset({"acl:relcl", "relcl"})
# what a preposition may mark, or an agent
MARKED = SUBJECTS | {"case", "iobj", "obj", "obl:agent"}
LOOSE = frozenset({"appos", "flat", "compound", "nsubj", "nsubj:pass"})
FINITE = frozenset({"VBD", "VBZ"})
CLAUSES = frozenset({"advcl", "ccomp", "conj", "parataxis"})
NAMES = frozenset({"PRON", "PROPN"})
OWN_SUBJECTS = SUBJECTS | {"csubj", "expl"}
CLAIMING = frozenset({"allege", "argue", "assert", "believe", "claim", "contend", "say", "think"})


def mend_arguments(doc: Doc) -> None:
    """Make obliques of subjects and objects that a preposition marks, and an object of the phrase after a verb."""
    for token in doc:
        if token.dep_ not in MARKED:
            continue
        if token.dep_ == "case" and token.pos_ == "VERB" and token.head.i < token.i:
            _mend_participle(token)
        objective = token.dep_ in {"obj", "iobj"} and has_preposition(token, MARKING)
        if objective or (token.dep_ in SUBJECTS and has_preposition(token)):
            token.dep_ = "obl"
        elif token.dep_ == "obl:agent" and token.left_edge.i > token.sent.start:
            _free_agent(token)
    for token in doc:
        if token.pos_ == "VERB":
            _mend_clause(token)
        elif token.dep_ == "conj" and token.pos_ == "PROPN":
            _mend_conjunct(token)
        elif token.pos_ == "NOUN" and token.children and any(child.dep_ == "cop" for child in token.children):
            _mend_copular(token)


def _mend_clause(verb: Token) -> None:
    if verb.dep_ in RELATIVES:
        _mend_relative(verb)
    if verb.tag_ in FINITE and verb.dep_ in CLAUSES and verb.i > verb.sent.start:
        _take_subject(verb)
    if verb.tag_ in {"VBD", "VBN"}:
        _mend_voice(verb)
    if verb.lemma_.lower() in NAMING:
        _mend_naming(verb)
    if verb.lemma_.lower() == "name" and verb.tag_ in {"VBD", "VBN"}:
        _mend_named(verb)
    if verb.tag_ != "VBN":
        _mend_verb(verb)
    else:
        _free_listed(verb)


def _take_subject(verb: Token) -> None:
    """Give a verb the name right before it for a subject, of a verb with two: "It came after Harbor News ran it"."""
    name, doc = verb.nbor(-1), verb.doc
    if name.pos_ not in NAMES:
        return
    while name.dep_ in LINKED | {"appos", "conj", "nmod:desc"} and name.head.i < name.i:
        name = name.head
    if (
        name.dep_ not in SUBJECTS
        or name.head != verb.head
        or any(child.dep_ in OWN_SUBJECTS for child in verb.children)
    ):
        return
    # "the day that Ada sued": what stands between belongs to the name
    inside = doc[name.i + 1 : verb.i]
    if all(name.is_ancestor(word) for word in inside) and not verb.is_ancestor(name):
        name.head, name.dep_ = verb, "nsubj"


def _mend_voice(verb: Token) -> None:
    """Tell by its auxiliaries whether a verb's subject does it or suffers it: "Ada has sued Bo", "Ada was sued"."""
    told = {child.lemma_.lower() for child in verb.children if child.dep_ in AUXILIARIES}
    is_passive = any(child.dep_ in {"aux:pass", "auxpass"} for child in verb.children)
    # "Ada awarded a prize" is a headline's passive
    plain = not told and _has_object(verb) and verb.lemma_.lower() not in GIVING
    is_active = plain or ("have" in told and not told & PASSIVE)
    for subject in verb.children:
        if subject.dep_ == "nsubj" and is_passive and verb.tag_ == "VBN":
            subject.dep_ = "nsubj:pass"
        elif subject.dep_ in {"nsubj:pass", "nsubjpass"} and is_active:
            subject.dep_ = "nsubj"


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"obj", "dobj"} for child in verb.children)


def _mend_participle(verb: Token) -> None:
    """Make a clause of the participle that a tree takes for a preposition: "a lawyer representing the plaintiff"."""
    noun = verb.head
    verb.dep_ = "acl"
    for child in noun.children:
        if child.dep_ == "nmod" and child.left_edge.i == verb.i + 1 and not has_preposition(child, MARKING):
            child.head, child.dep_ = verb, "obj"


def _mend_conjunct(name: Token) -> None:
    """Join a name to the object before "and" that a tree joins to what stands before that: "Ada sued Bo and Cy"."""
    link = next((child.i for child in name.children if child.dep_ == "cc"), 0)
    if link <= name.sent.start or name.i < link:
        return
    before = name.doc[link - 1]
    while before.dep_ in LINKED and before.head.i != name.i:
        before = before.head
    verb = before.head
    if before.dep_ != "obj" or before.right_edge.i != link - 1 or verb.pos_ != "VERB" or verb.i > before.i:
        return
    if (name.head == verb or name.head.i < verb.i) and not name.is_ancestor(before):
        name.head = before


def _mend_relative(verb: Token) -> None:
    """Make an object of "who" before a clause that has a subject: "Bo, who Ada branded a liar"."""
    pronoun = next((child for child in verb.children if child.dep_ in SUBJECTS and child.lower_ in RELATIVE), None)
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.lower_ not in RELATIVE]
    if pronoun is None or not any(pronoun.i < child.i < verb.i for child in subjects):
        return
    called = [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    if called and verb.lemma_.lower() not in NAMING:
        return
    pronoun.dep_ = "obj"
    for noun in called:
        noun.dep_ = "xcomp"


def _mend_naming(verb: Token) -> None:
    """Take what somebody is called for no object and no part of one: "called her claim false", "called Bo a liar"."""
    objects = [child for child in verb.children if child.dep_ == "obj" and child.i > verb.i]
    if len(objects) > 1:
        objects[-1].dep_ = "xcomp"
    elif objects and not any(child.dep_ == "xcomp" for child in verb.children):
        said = [child for child in objects[0].children if child.dep_ in {"acl", "amod"} and child.i > objects[0].i]
        quoted = [child for child in said if child.nbor(-1).is_quote and child.nbor().is_quote]
        for word in quoted[:1]:
            word.head, word.dep_ = verb, "xcomp"


def _mend_named(verb: Token) -> None:
    """Make an object of whom a pleading names, where a tree takes that for its own name: "The complaint named Bo"."""
    dependents = list(verb.children)
    subject = next((child for child in dependents if child.dep_ in SUBJECTS and child.i < verb.i), None)
    named = next((child for child in dependents if child.dep_ in {"xcomp", "obj"} and child.i > verb.i), None)
    helped = any(child.dep_ in {"aux:pass", "auxpass"} for child in dependents)
    pleading = subject is not None and subject.lemma_.lower() in PLEADINGS
    if subject is not None and pleading and not helped and named is not None and named.pos_ == "PROPN":
        subject.dep_, named.dep_, verb.tag_ = "nsubj", "obj", "VBD"


def _mend_claimed(verb: Token) -> None:
    """Make a subject of the name behind a verb that a tree takes for a part of the first: "Ada alleges Bo lied"."""
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i + 1), None)
    if clause is None or any(child.dep_ in SUBJECTS for child in clause.children):
        return
    last = clause.i - 1
    while last > verb.i + 1 and verb.doc[last].pos_ in {"ADV", "AUX"}:
        last -= 1
    between = verb.doc[verb.i + 1 : last + 1]
    torn = [word for word in between if word.head.i < verb.i and word.dep_ in LOOSE]
    if len(torn) == 1 and torn[0].pos_ == "PROPN" and all(word.pos_ in INSIDE or word.is_punct for word in between):
        torn[0].head, torn[0].dep_ = clause, "nsubj"


def _return_subject(first: Token, verb: Token) -> None:
    """Give the subject before a verb of saying back to it: "Harbor Gas has suggested Dunn Oil made it up"."""
    saying = verb.head
    if verb.dep_ == "ccomp" and saying.pos_ == "VERB" and first.i < saying.i < verb.i and not first.is_ancestor(saying):
        taken = any(child.dep_ in SUBJECTS for child in saying.children)
        if not taken:
            first.head = saying


def _lower_subject(participle: Token) -> None:
    """Give the subject behind a participle to the clause that it introduces: "a suit alleging Bo Dunn was paid"."""
    dependents = list(participle.children)
    behind = next((child for child in dependents if child.dep_ == "nsubj" and child.i > participle.i), None)
    clause = next((child for child in dependents if child.dep_ == "ccomp" and child.i > participle.i), None)
    if behind is None or clause is None or clause.i < behind.i:
        return
    if not any(child.dep_ in SUBJECTS for child in clause.children):
        behind.head = clause


def _raise_object(deed: Token) -> None:
    """Give whom "of" follows to the verb before him, not to the one behind: "accusing Bo of raping her"."""
    mark = next((child for child in deed.children if child.lower_ == "of" and child.dep_ == "mark"), None)
    accused = next((child for child in deed.children if child.dep_ in SUBJECTS), None)
    verb = deed.head
    if mark is not None and accused is not None and accused.i < mark.i and verb.pos_ == "VERB" and verb.i < accused.i:
        accused.head, accused.dep_ = verb, "obj"


def has_preposition(noun: Token, prepositions: frozenset[str] = LOCATING) -> bool:
    """Tell whether a preposition marks a noun, or "according to" stands before its phrase."""
    marks = (child for child in noun.children if child.dep_ == "case" and child.i < noun.i)
    return any(child.lower_ in prepositions for child in marks) or _is_cited(noun)


def _is_cited(noun: Token) -> bool:
    """Tell whether "according to" stands before a noun's phrase, whatever it hangs on."""
    start = noun.left_edge.i
    if start < 2 or noun.doc[start - 1].lower_ != "to":
        return False
    return noun.doc[start - 2 : start].text.lower() == "according to" and start - noun.sent.start >= 2


def _mend_verb(verb: Token) -> None:
    """Give a verb one subject, before it, and the noun phrase right after it as its object."""
    dependents = list(verb.children)
    before = [child for child in dependents if child.dep_ == "nsubj" and child.i < verb.i]
    if verb.tag_ == "VBG":
        _lower_subject(verb)
        _raise_object(verb)
    if len(before) > 1 and before[0].i < verb.head.i < before[1].i:
        # "The suit, filed by Ada, says Bo lied"
        _return_subject(before[0], verb)
    elif len(before) > 1 and before[1].nbor(-1).i > before[0].i and _is_aside(before[0], before[1]):
        before[1].head, before[1].dep_ = before[0], "appos"
    elif len(before) > 1:
        _return_subject(before[0], verb)
    if not before:
        _lend_subject(verb)
    behind = [child for child in dependents if child.dep_ == "nsubj" and child.i > verb.i and not _precedes_verb(child)]
    objects = [child for child in dependents if child.dep_ == "obj"]
    if before and behind and verb.lemma_.lower() not in INVERTING:
        # "Ada sued the head of Harbor News Bo Dunn"
        if objects and objects[0].i < behind[0].i:
            behind[0].head, behind[0].dep_ = objects[0], "appos"
        else:
            behind[0].dep_ = "obj"
    if objects:
        return
    named = next((child for child in dependents if child.dep_ == "iobj"), None)
    if named is not None:
        if verb.lemma_.lower() not in TELLING:
            named.dep_ = "obj"
        return
    if verb.lemma_.lower() in CLAIMING:
        _mend_claimed(verb)
    follower = _phrase_after(verb)
    shares = bool(before) or (verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"})
    if follower is None or not shares or verb.lemma_.lower() in INVERTING:
        return
    if follower.head == verb and follower.dep_ == "nsubj":
        follower.dep_ = "obj"
    elif follower.head.i < verb.i and follower.dep_ in LOOSE and verb not in follower.subtree:
        follower.head, follower.dep_ = verb, "obj"


def _lend_subject(verb: Token) -> None:
    """Make the subject of a verb of the noun before it that a tree takes for another argument, or hangs elsewhere.

    "The suit, filed Monday, accuses Bo" has no two objects; "Ada's lawsuit claims Bo lied" is no list.
    """
    objects = [child for child in verb.children if child.dep_ == "obj" and child.pos_ in {"NOUN", "PROPN"}]
    if verb.tag_ in {"VBZ", "VBD"} and len(objects) > 1 and objects[0].i < verb.i < objects[1].i:
        objects[0].dep_ = "nsubj"
        return
    # "The Harbor News Fund spoke with Bo": what no preposition marks is no oblique
    bare = [child for child in verb.children if child.dep_ == "obl" and child.right_edge.i == verb.i - 1]
    if verb.tag_ == "VBD" and bare and bare[0].pos_ == "PROPN" and bare[0].left_edge.is_sent_start:
        bare[0].dep_ = bare[0].dep_ if has_preposition(bare[0], MARKING) else "nsubj"
        return
    noun = verb if verb.is_sent_start else verb.nbor(-1)
    told = any(child.dep_ in {"ccomp", "obj"} and child.i > verb.i for child in verb.children)
    if verb.tag_ == "VBZ" and told and noun.pos_ == "NOUN" and noun.dep_ in LOOSE and verb not in noun.subtree:
        noun.head, noun.dep_ = verb, "nsubj"


def _free_agent(noun: Token) -> None:
    """Make whoever stands behind a verb of its own its subject: "was sued by Ada, reports Reuters"."""
    verb = noun.left_edge.nbor(-1)
    if verb.pos_ == "VERB" and verb != noun.head and not noun.is_ancestor(verb):
        noun.head, noun.dep_ = verb, "nsubj"


def _free_listed(verb: Token) -> None:
    """Make an apposition of what a colon parts from a noun: "Ada is charged with the murder of two men: Bo and Cy"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    for listed in subjects[1:]:
        mark = listed.i - 1
        if subjects[0].i < verb.i < mark and verb.doc[mark].text == ":" and verb.doc[mark - 1].pos_ == "NOUN":
            listed.head, listed.dep_ = verb.doc[mark - 1], "appos"


def _mend_copular(noun: Token) -> None:
    """Make the name that opens a clause its subject: "Harbor Press, the old firm, is a plaintiff"."""
    dependents = [child for child in noun.children if child.i < noun.i]
    subject = next((child for child in dependents if child.dep_ == "nsubj"), None)
    if subject is None:
        return
    for owner in [child for child in dependents if child.dep_ == "nmod:poss" and child.i < subject.i]:
        # "Ada's other friends were fellow cooks": what stands before the subject is its own
        owner.head = subject
    start = subject.left_edge.i
    comma = start if noun.doc[start].text == "," else start - 1
    if comma <= noun.sent.start or noun.doc[comma].text != ",":
        return
    named = next(
        (
            child
            for child in dependents
            if child.pos_ == "PROPN"
            and child.i < comma
            and child.right_edge.i in {comma - 1, subject.i}
            and not has_preposition(child, MARKING)
        ),
        None,
    )
    if named is not None and named.left_edge.i == noun.sent.start:
        named.dep_ = "nsubj"
        subject.head, subject.dep_ = named, "appos"


def _is_aside(first: Token, second: Token) -> bool:
    """Tell whether a comma parts two nouns that both claim to be the subject: "Ada Quill, a Democrat, filed …"."""
    return any(token.text == "," for token in first.doc[first.i + 1 : second.i])


def _precedes_verb(noun: Token) -> bool:
    """Tell whether a verb comes right after a noun's phrase, whose subject it then is: "Ada knows Bo lied"."""
    following = noun.right_edge.i + 1
    return following < noun.sent.end and noun.doc[following].pos_ in {"VERB", "AUX"}


def _phrase_after(verb: Token) -> Token | None:
    """Return the head of the noun phrase that starts right after a verb, None where none does or a verb follows it."""
    doc, end = verb.doc, verb.i + 1
    while end < len(doc) and not doc[end].is_sent_start and doc[end].pos_ in INSIDE:
        end += 1
    words = doc[verb.i + 1 : end]
    heads = [word for word in words if word.pos_ in {"NOUN", "PROPN"} and not words.start <= word.head.i < words.end]
    inside = end < len(doc) and not doc[end].is_sent_start
    follows = inside and (doc[end].pos_ in {"VERB", "AUX"} or doc[end].tag_ == "POS")
    return heads[0] if len(heads) == 1 and not follows else None
