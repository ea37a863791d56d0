"""Who does what to whom in a dependency tree, whether its labels are UD's or ClearNLP's.

A predicate's arguments are "deep": passives, by-agents, relative clauses, participles, control and conjoined verbs are
undone, so that "Bo was sued by Ada", "Ada, who sued Bo" and "Ada decided to sue Bo" give the same subject and object.
Labels: https://universaldependencies.org/u/dep and the ClearNLP guidelines (Choi and Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.arguments import INVERTING
from graph.control import is_done_by_object, is_done_by_teller
from graph.genitives import genitive_before
from graph.headlines import find_passive_marks
from graph.memory import once_per_token
from graph.tokens import Token
from graph.word_forms import HYPHENS, base_form, load_impersonal, takes_that

SUBJECT = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "nsubjpass", "csubj:pass", "csubjpass"})
PASSIVE_MARK = frozenset({"aux:pass", "auxpass"})
PASSIVE = PASSIVE_SUBJECT | PASSIVE_MARK
ANY_SUBJECT = SUBJECT | PASSIVE_SUBJECT
HELPING = frozenset({"aux", "cop"}) | PASSIVE_MARK
COORDINATING = frozenset({"conj", "flat"})
OBJECT = frozenset({"obj", "dobj"})
QUANTIFIERS = frozenset({"all", "both", "each"})
TIME = frozenset({"obl:tmod", "obl:unmarked", "npadvmod"})
INDIRECT = frozenset({"iobj", "dative"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
APPOSITION = frozenset({"appos"})
COMPOUND = frozenset({"compound", "nmod", "flat", "nmod:desc", "nn", "amod", "nmod:unmarked", "nmod:npmod"})
RELATIVE_CLAUSE = frozenset({"acl:relcl", "relcl"})
PARTICIPLE = frozenset({"acl"})
PARTICLE = frozenset({"compound:prt", "prt"})
COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp"})
CONTROLLED = frozenset({"xcomp", "advcl"})
GOVERNED = CONTROLLED | {"pcomp", "prep"}
CONTENT = OBJECT | {"ccomp"}
CORE = ANY_SUBJECT | OBJECT
ADNOMINAL = PARTICIPLE | RELATIVE_CLAUSE
# what a noun hangs by on one that a verb governs
LIGHT = COMPOUND | {"conj", "appos", "pobj", "prep"}
TIED = COMPOUND | {"appos", "conj", "flat"}
EXCLUDING = frozenset({"not", "rather"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET"})
RELATIVE_PRONOUN = frozenset({"who", "whom", "which", "that", "whose"})
# the labels of names that are no person's
BODIES = frozenset({"ORG", "MEDIA", "COURT"})
DITRANSITIVE = frozenset({"award", "call", "deny", "give", "grant", "hand", "name", "offer", "pay", "send", "show"})
# "the judge was biased": nobody did so to him
ADJECTIVAL = frozenset({"biased", "bigoted", "misguided", "misinformed", "mistaken", "prejudiced"})
# "was engaged in fraud"; not "was engaged to Bo"
TAKING_PART = frozenset({"engaged", "involved"})
MAX_DEPTH = 8
GENITIVES = frozenset({"'s", "’s", "'", "’"})


def children(token: Token, labels: Iterable[str]) -> list[Token]:
    """Return a token's dependents with one of the labels, in text order."""
    hung = token.children
    # half of all words have nothing hanging on them
    return [child for child in hung if child.dep_ in labels] if hung else []


def expand_conjuncts(tokens: Iterable[Token]) -> list[Token]:
    """Return nominal tokens with all that is coordinated with them, in text order, without repetition."""
    found: dict[int, Token] = {}
    pending = list(tokens)
    if len(pending) == 1 and not pending[0].children:
        return pending
    while pending:
        token = pending.pop()
        if token.i in found:
            continue
        found[token.i] = token
        for child in token.children:
            if child.dep_ not in COORDINATING:
                continue
            # the tree hangs "and Bo" on a forename or on the surname beside it, at times on a word behind it
            for hung in (child, *child.children) if child.dep_ == "flat" else (child,):
                if hung.dep_ == "conj" and hung.pos_ in NOMINAL and hung.i > token.i and not is_left_out(hung):
                    pending.append(hung)
    return [found[index] for index in sorted(found)] if len(found) > 1 else [*found.values()]


def is_left_out(conjunct: Token) -> bool:
    """Tell whether what is coordinated is excluded: "Ada, not Bo", "Ada rather than Bo"."""
    return any(child.lower_ in EXCLUDING and child.i < conjunct.i for child in conjunct.children)


def is_predicate(token: Token) -> bool:
    """Tell whether a token can head a clause as a verb."""
    if token.pos_ == "NOUN":
        return takes_that(token)
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in HELPING)


@once_per_token
def is_passive(verb: Token) -> bool:
    """Tell whether the verb's surface subject is its deep object."""
    labels = {child.dep_ for child in verb.children}
    if verb.lower_ in ADJECTIVAL or (verb.lower_ in TAKING_PART and verb.doc[verb.i + 1 : verb.i + 2].text == "in"):
        return False
    if not labels.isdisjoint(PASSIVE):
        return True
    has_auxiliary = "aux" in labels
    if (
        verb.lower_.endswith(("ed", "hit"))
        and not has_auxiliary
        and labels.isdisjoint(OBJECT)
        and (find_passive_marks(verb) & {prep for prep, _ in own_obliques(verb)})
    ):
        return True
    morph = str(verb.morph)
    bare_participle = ("VerbForm=Part" in morph and "Tense=Past" in morph) or verb.tag_ == "VBN"
    # "Ada on Monday filed a suit" where the tree takes "filed" for a participle: what has an object is active
    if (
        verb.dep_ in PARTICIPLE
        and verb.lemma_ not in DITRANSITIVE
        and any(o.i > verb.i for o in children(verb, OBJECT))
    ):
        return False
    if bare_participle and not has_auxiliary and not follows_name(verb):
        without_subject = labels.isdisjoint(SUBJECT)
        if verb.dep_ in PARTICIPLE or (verb.dep_ in {"advcl", "amod", "parataxis", "ROOT", "root"} and without_subject):
            return True
        if verb.dep_ == "conj" and is_predicate(verb.head):
            return without_subject and is_passive(verb.head)
    return False


def follows_name(verb: Token) -> bool:
    """Tell whether a "participle" is a finite verb: a bare name takes no reduced relative ("Ada called Bo a liar")."""
    if verb.i == 0 or verb.nbor(-1).pos_ != "PROPN" or verb.head.pos_ != "PROPN":
        return False
    relative = verb.dep_ in PARTICIPLE and "by" not in {child.lower_ for child in verb.subtree}
    return relative or stands_between_names(verb)


def stands_between_names(verb: Token) -> bool:
    """Tell whether a verb that the tree takes for an adjective of a name ties two names: "Ada praised Bo"."""
    return (
        verb.i > 0
        and verb.nbor(-1).pos_ == "PROPN"
        and (verb.dep_ == "amod" and verb.head.pos_ == "PROPN" and verb.head.i > verb.i)
    )


def antecedent(token: Token) -> Token:
    """Return what a relative pronoun stands for; any other token stands for itself."""
    if token.lower_ not in RELATIVE_PRONOUN:
        return token
    clause = token
    for _ in range(MAX_DEPTH):
        if clause.dep_ in RELATIVE_CLAUSE:
            return clause.head if token.lower_ not in {"who", "whom"} else someone_at(clause.head)
        if clause.head == clause:
            break
        clause = clause.head
    return noun_before(token) if token.lower_ in {"who", "whom"} else token


def someone_at(noun: Token) -> Token:
    """Return whom "who" can stand for: "Bo Dunn, a partner at Dunn & Co., who lost", "a guest of his show who lost"."""
    node = noun
    while is_no_person(node) and node.dep_ in TIED and node.head.i < node.i:
        node = node.head
    return noun if is_no_person(node) or node.pos_ not in {"NOUN", "PROPN"} else node


def is_no_person(noun: Token) -> bool:
    """Tell whether a name is a body's, or a noun says what another has to do with: "of his show"."""
    return noun.ent_type_ in BODIES or (
        noun.pos_ == "NOUN" and base_form(noun) in load_impersonal() and case_of(noun) != ""
    )


def noun_before(pronoun: Token) -> Token:
    """Return the noun right before "who", for trees that do not tie the clause to it; else the pronoun."""
    index = pronoun.i - 1
    if index > pronoun.sent.start and pronoun.doc[index].text == ",":
        index -= 1
    before = pronoun.doc[max(index, 0)]
    return before if before.pos_ in {"PROPN", "NOUN"} and before.sent == pronoun.sent else pronoun


def follow(tokens: Iterable[Token]) -> list[Token]:
    """Return the conjuncts of all tokens, each relative pronoun replaced by its antecedent.

    In "Ada, who left, and Bo" the pronoun speaks of nobody behind it.
    """
    given = list(tokens)
    if not given:
        return given
    relative = [token.i for token in given if token.lower_ in RELATIVE_PRONOUN]
    if not relative:
        return expand_conjuncts(given)
    return [noun for noun in expand_conjuncts(map(antecedent, given)) if noun.i <= max(relative)]


@once_per_token
def surface_subjects(verb: Token) -> Sequence[Token]:
    """Return the grammatical subjects of a verb, its own or the one that its clause inherits."""
    return _list_subjects(verb, 0)


def _list_subjects(verb: Token, depth: int) -> list[Token]:
    own = children(verb, ANY_SUBJECT) or misread_subjects(verb)
    if own:
        own = without_claimed(own, verb)
        # "it accuses the directors – Ada and Bo": a second subject behind the object is none, nor one behind a verb of
        # doing that has one before it, "Mill Gas meddled to help Ada win"
        spoken = verb.lemma_ in INVERTING and not children(verb, OBJECT)
        return follow([noun for noun in own if noun.i < verb.i or spoken] or own)
    if depth > MAX_DEPTH or verb.head == verb:
        return []
    head = verb.head
    if verb.dep_ == "conj":
        if is_predicate(head) or head.pos_ in {"AUX", "ADJ", "NOUN"}:
            return _list_subjects(head, depth + 1)
        return []
    if verb.dep_ in PARTICIPLE:
        if is_predicate(head):
            return _list_subjects(head, depth + 1)
        if verb.tag_ == "VBG" and head.i < verb.i - 1 and verb.nbor(-1).tag_ == "NNS":
            # "a lawyer representing women suing the firm", where the tree hangs the verb on the lawyer
            return [verb.nbor(-1)]
        return follow([head]) if head.pos_ in NOMINAL else []
    if verb.dep_ in RELATIVE_CLAUSE:
        # "Ada, charged with theft, left": a clause without a word of its own for her is a participle
        bare = verb.tag_ == "VBN" and not any(child.i < verb.i for child in verb.children)
        return follow([head]) if bare and head.pos_ in NOMINAL else []
    if is_done_by_teller(verb) or verb.dep_ in GOVERNED:
        governor = head if verb.dep_ != "pcomp" else head.head
        if is_done_by_object(verb, governor) and (objects := _list_objects(governor, depth + 1)):
            return objects
        if is_predicate(governor) or governor.pos_ in {"ADJ", "NOUN"}:
            return _list_subjects(governor, depth + 1)
    return []


def without_claimed(own: list[Token], verb: Token) -> list[Token]:
    """Return the subjects without one behind a "that" where another stands before the verb: "Ada says that Bo lied"."""
    if len(own) < 2 or own[0].i > verb.i:
        return own
    marks = [child.i for child in verb.children if child.lower_ == "that" and child.i > verb.i]
    marks += [word.i for word in verb.doc[verb.i + 1 : own[-1].i] if word.lower_ == "that" and word.dep_ == "mark"]
    return [noun for noun in own if not any(verb.i < mark < noun.i for mark in marks)]


def misread_subjects(verb: Token) -> list[Token]:
    """Return a name right before a verb that the tree reads as a modifier of it: "The Daily News reports …"."""
    if not is_predicate(verb) or verb.is_sent_start:
        return []
    # "Ada's lawsuit also alleges that …" read with its first noun as an object
    early = [noun for noun in children(verb, CONTENT) if noun.pos_ == "NOUN" and noun.i < verb.i]
    if early and verb.tag_ in {"VBZ", "VBD", "VBP"} and any(said.i > verb.i for said in children(verb, {"ccomp"})):
        return early
    name = verb.nbor(-1)
    if name.lower_ in QUANTIFIERS and name.i > verb.sent.start:
        # "Ada and Bo each face five counts"
        name = name.nbor(-1)
    while name.dep_ in {"flat", "conj"} and name.head.i < name.i and name.pos_ == "PROPN":
        name = name.head
    if name.pos_ != "PROPN":
        return []
    modifies = name.head == verb and name.dep_ in COMPOUND
    # "Ada praised Bo" read as two names and a participle: a sentence that has a verb is no list of names
    listed = name == verb.sent.root and verb.dep_ not in {"ROOT", "root", *SUBJECT}
    return [name] if modifies or listed or stands_between_names(verb) else []


@once_per_token
def direct_objects(verb: Token) -> Sequence[Token]:
    """Return the deep objects of a verb: direct objects, passive subjects, the noun that a participle modifies."""
    return _list_objects(verb, 0)


def _list_objects(verb: Token, depth: int) -> list[Token]:
    found = [verb.head] if stands_between_names(verb) else children(verb, OBJECT)
    if hyphened_agent(verb):
        # of "the Dunn-owned Gazette and Harbor Press" the hyphen ties the first alone
        return [verb.head]
    if is_passive(verb):
        return follow([*_list_subjects(verb, depth), *found])
    if not found and verb.dep_ in RELATIVE_CLAUSE and children(verb, SUBJECT):
        subjects = {antecedent(child).i for child in children(verb, SUBJECT)}
        if verb.head.i not in subjects:
            found = [verb.head]
    return follow(found)


@once_per_token
def agents(verb: Token) -> Sequence[Token]:
    """Return the by-agents of a passive verb."""
    found = [child for child in children(verb, {"obl:agent"}) if case_of(child) in {"by", ""} and not _follows(child)]
    found += [grandchild for child in children(verb, {"agent"}) for grandchild in children(child, {"pobj"})]
    found += hyphened_agent(verb)
    if not found and is_passive(verb):
        found = [filler for prep, filler in own_obliques(verb) if prep == "by"] or _agents_of_charges(verb)
    return follow(found)


def hyphened_agent(participle: Token) -> list[Token]:
    """Return who a hyphen says does it: "the Dunn-owned paper"."""
    if participle.dep_ != "amod" or participle.i - participle.sent.start < 2:
        return []
    hyphen = participle.nbor(-1)
    return [hyphen.nbor(-1)] if hyphen.text in HYPHENS and not hyphen.whitespace_ else []


def _follows(noun: Token) -> bool:
    """Tell whether another preposition than "by" stands before a noun's phrase: "against the Harbor Post"."""
    index = noun.left_edge.i - 1
    while index > noun.sent.start and noun.doc[index].pos_ in {"DET", "ADJ", "PROPN"}:
        index -= 1
    return not case_of(noun) and noun.doc[index].pos_ == "ADP" and noun.doc[index].lower_ != "by"


def _agents_of_charges(verb: Token) -> list[Token]:
    """Return who stands after a bare noun that a tree takes for that one's work: "accused of theft by Ada"."""
    bare = (filler for _, filler in own_obliques(verb) if not children(filler, {"det", *POSSESSOR}))
    return [agent for noun in bare for prep, agent in own_obliques(noun) if prep == "by" and agent.pos_ == "PROPN"]


def subjects(verb: Token) -> Sequence[Token]:
    """Return the deep subjects of a verb: the by-agent of a passive, else the grammatical subject."""
    return agents(verb) if is_passive(verb) else surface_subjects(verb)


@once_per_token
def case_of(token: Token) -> str:
    """Return the preposition that marks a UD nominal, in lower case: "against", "according to"."""
    marks = [c for c in token.children if c.dep_ == "case" and c.i < token.i and c.lower_ not in GENITIVES]
    if not marks:
        return ""
    # "in the court of Mill against Ada", where the tree hangs both prepositions on her
    mark = marks[-1] if marks[-1].lower_ == "against" else marks[0]
    return " ".join([mark.lower_, *(part.lower_ for part in mark.children if part.dep_ == "fixed")])


@once_per_token
def own_obliques(head: Token) -> Sequence[tuple[str, Token]]:
    """Return preposition and noun for every prepositional phrase that hangs on the token."""
    found = []
    for child in head.children:
        label = child.dep_
        if label.startswith(("obl", "nmod")) and label not in POSSESSOR:
            if prep := case_of(child):
                found.append((prep, child))
        elif label == "prep":
            found += [(child.lower_, grandchild) for grandchild in children(child, {"pobj"})]
    return found


@once_per_token
def obliques(head: Token) -> Mapping[str, Sequence[Token]]:
    """Return the fillers of each preposition on a verb or noun; "on behalf of" counts as one."""
    found: dict[str, list[Token]] = {}
    for prep, filler in own_obliques(head):
        if filler.lemma_ == "behalf":
            inner = [token for of, token in own_obliques(filler) if of == "of"] + possessors(filler)
            found.setdefault("on behalf of", []).extend(follow(inner))
        else:
            found.setdefault(prep, []).extend(follow([filler]))
    return found


def is_told(name: Token) -> bool:
    """Tell whether another owner follows a name at once, so that it is none itself: "told Ada its work"."""
    return name.pos_ == "PROPN" and name.i + 1 < len(name.doc) and name.nbor().tag_ == "PRP$"


def possessors(noun: Token) -> list[Token]:
    """Return who owns the noun, also where it stands as a title before the owned name: "Ada's", "his lawyer Bo"."""
    # "told Ada its work on the suit": the name owns nothing
    own = [owner for owner in children(noun, POSSESSOR) if not is_told(owner)]
    if not own and noun.dep_ in COMPOUND and noun.head.i > noun.i:
        own = [owner for owner in children(noun.head, POSSESSOR) if owner.i < noun.i]
    # "On Harbor News' morning show she said so": nobody owns "she"
    return follow(own or ([] if noun.tag_ == "PRP" else genitive_before(noun)))


def governing_verb(noun: Token) -> Token | None:
    """Return the verb that a noun is an argument of, through a light noun phrase at most."""
    node = noun
    for _ in range(3):
        head = node.head
        if head is node:
            return None
        if is_predicate(head):
            return head
        if node.dep_ not in LIGHT:
            return None
        node = head
    return None
