"""Whom words of blame are about, and who says them: "“Bo's reckless decision cost jobs,” a lawyer for Ada said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph import syntax
from graph.arguments import NAMING
from graph.assertion import assess, is_refuting
from graph.attribution import nearest_predicate, saying_verbs
from graph.blameless import is_felt, is_in_name
from graph.descriptions import load_descriptions
from graph.listing import members_of
from graph.modality import Stance, judge_clause, mark_words
from graph.model import Assertion, EntityType
from graph.quotations import spoken_quotations
from graph.reading import Filler, Reading
from graph.spans import tokens_of
from graph.tokens import Doc, Token
from graph.voices import find_voices, is_misheard
from graph.word_forms import base_form

# The slots of who says words of blame, of whom they are said, and who is named in the same sentence.
VOICE = "voice"
BLAMED = "blamed"
BESIDE = "beside"
# These, whose something is that no noun describes, and the names next to a word: behind it, behind a comma behind it,
# and before a comma before it.
WORD_SLOTS = frozenset({VOICE, BESIDE, BLAMED, "owner", "next", "aside", "named_before"})
# "an offensive remark"; an offensive line is a part of a team
OFFENDING = frozenset(
    (
        "ad advert behavior behaviour caricature cartoon chant comment content costume gesture image item joke "
        "language mascot material meme message nickname name phrase picture portrayal post rant remark "
        "rhetoric slogan slur speech statement stereotype stunt symbol term tweet video word"
    ).split()
)
# whose content is not said either where they are negated: "does not mean that Bo did wrong"
OPINING = frozenset({"believe", "mean", "think"})
UNDONE = frozenset({Assertion.HYPOTHETICAL, Assertion.NEGATED})
# who has another do wrong is to blame for it
ORDERING = frozenset("ask coerce compel direct force instruct order pay persuade press pressure push tell urge".split())
TOLD_OF = syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE | {"csubj"}
SUPPOSING = frozenset({"if", "unless", "whether"})
MAX_STEPS = 4
# "made false statements", "has a history of lies": whoever does so with a bad thing is to blame for it
BLAMED_VERBS = frozenset(
    (
        "air be bring carry cause commit conduct continue create deliver demonstrate deploy display do employ engage "
        "exhibit file follow give have impose involve issue keep launch make mount offer operate orchestrate "
        "perpetuate play pose post practice print produce promote provide publish pull push repeat run sell send show "
        "sow spew spout spread stage take tell use wage write"
    ).split()
)
STATES = frozenset({"lie", "responsible"})
# "rode his reckless horse", "his death was senseless": what is bad of these is no doing of whoever has or suffers them
UNDONE_BY_OWNER = frozenset(
    (
        "apartment arrest bike boat car cat death detention dog dress firing flat garden hair home horse house illness "
        "imprisonment injury jet killing loss murder ordeal pain pet plane ship slaying suffering truck yacht"
    ).split()
)
# "used the term fake news" says what was said, of nobody
CITING = frozenset({"adjective", "epithet", "label", "phrase", "term", "word"})
# "blasted the Quill inquiry" blames Quill; "the Quill lawyers" and "the Quill bill" are others' matter
UNDERTAKINGS = frozenset(
    "administration doctrine government inquiry investigation memo presidency probe regime testimony tweet".split()
)
# "pills sold by Bo Dunn broke the law": what is bad of these is so of who made them
MAKING = frozenset(
    "build create design develop distribute issue make market offer post produce publish release sell send".split()
)
BLAMED_CASES = frozenset({"in", "with", "on", "through"})
# "This is a sham by Bo Dunn": what points at the deed is not who did it
POINTING = frozenset({"it", "that", "these", "this", "those"})
LINKS = frozenset({"amod", "compound", "nmod", "conj", "nmod:desc", "pobj", "appos"})
# "a pattern of lies", "the cost of greed": what is bad of it is bad of the whole
MEASURES = frozenset(
    (
        "act attempt barrage campaign climate combination cost course culture cycle effort effect history kind level "
        "litany pattern piece series sort spate string torrent track tactic wave web"
    ).split()
)


def find_blamed(word: Token) -> Sequence[Token]:
    """Return the heads of those of whom a word of blame is said: who does it, whose it is, who is called it."""
    if word.dep_ not in syntax.COMPOUND and (syntax.is_predicate(word) or word.pos_ == "VERB"):
        return syntax.subjects(word)
    if word.dep_ in {"compound", "nn"}:
        # "his stunt bike" says nothing of the bike
        return []
    if word.lower_ == "offensive" and word.dep_ == "amod" and base_form(word.head) not in OFFENDING:
        return []
    if word.pos_ == "ADV":
        # "illegally fired her"; "states falsely that Bo lied" is about who states it
        verb = word.head
        if word.i + 1 < len(word.doc) and word.nbor().lower_ == "that":
            return []
        done = syntax.is_predicate(verb) and judge_clause(verb).assertion not in UNDONE
        return syntax.subjects(verb) if done else []
    node = word
    for _ in range(MAX_STEPS):
        if node != word and node.pos_ == "PROPN":
            return [node]
        if base_form(node) in CITING or is_quoted(node):
            return []
        obliques = syntax.obliques(node)
        owners = syntax.possessors(node) or obliques.get("by", []) or obliques.get("from", [])
        if syntax.children(node, {"cop"}):
            told = syntax.surface_subjects(node)
            if judge_clause(node).assertion is Assertion.NEGATED or is_supposed(node):
                return []
            # "This is a cynical attempt by Bo Dunn"
            pointed = owners and all(token.lower_ in POINTING for token in told)
            return owners if pointed else [one for token in told for one in find_deplored(token)]
        if owners:
            owned = node.head if node.dep_ == "amod" else node
            return [] if base_form(owned) in UNDONE_BY_OWNER else owners
        head = node.head
        if head == node:
            return []
        if syntax.is_predicate(head):
            return find_doer(node, head)
        if head.lower_ in syntax.TAKING_PART and syntax.case_of(node) == "in":
            return syntax.surface_subjects(head)
        if node.dep_ not in LINKS or (syntax.case_of(node) and not is_measure(node)):
            return []
        if node.dep_ == "conj" and head.pos_ == "PROPN":
            # "spare Bo and his family embarrassment": what is joined to a name does not describe it
            return []
        node = head
    return []


def is_quoted(noun: Token) -> bool:
    """Tell whether somebody else says what a noun tells: "violations alleged by the agency" blame others."""
    parts = [part for part in syntax.children(noun, syntax.PARTICIPLE) if part.tag_ == "VBN"]
    return any(base_form(part) in saying_verbs() for part in parts)


def find_deplored(subject: Token) -> Sequence[Token]:
    """Return a word's subject, of a clause whoever does what it tells: "It is shameful that Bo lied"."""
    if subject.dep_ != "csubj":
        return [subject]
    marks = {mark.lower_ for mark in syntax.children(subject, {"case", "mark"})}
    done = judge_clause(subject).assertion not in UNDONE
    return syntax.subjects(subject) if "for" in marks or ("that" in marks and done) else []


def find_doer(thing: Token, verb: Token) -> Sequence[Token]:
    """Return who does a bad thing by a verb that says no more than that: "spreads lies", "engaged in fraud"."""
    if judge_clause(verb).assertion is Assertion.NEGATED or is_supposed(verb):
        return []
    if verb.dep_ == "xcomp" and base_form(verb.head) in ORDERING and syntax.direct_objects(verb.head):
        # "directed him to commit a crime"
        return syntax.subjects(verb.head)
    if thing.dep_ == "xcomp":
        # "“He called Bo a liar,” Ada said": it is he who says so
        named = base_form(verb) in NAMING and syntax.children(verb, syntax.SUBJECT)
        return [] if named else syntax.direct_objects(verb) or syntax.surface_subjects(verb)
    if base_form(verb) not in BLAMED_VERBS:
        return []
    if any(child.lower_ == "back" for child in verb.children):
        # "will push back on the lies"
        return []
    # "were engaging in deceptive conduct", where the tree takes "in" for a particle
    cases = {syntax.case_of(thing), *(mark.lower_ for mark in syntax.children(verb, syntax.PARTICLE))}
    taken = thing in syntax.direct_objects(verb) or not BLAMED_CASES.isdisjoint(cases)
    return syntax.subjects(verb) if taken and thing not in syntax.subjects(verb) else []


def is_supposed(clause: Token) -> bool:
    """Tell whether a clause, or one that it is a part of, only supposes: "if Bo orders her to do something illegal"."""
    for _ in range(MAX_STEPS):
        if not mark_words(clause).isdisjoint(SUPPOSING):
            return True
        if clause.dep_ not in syntax.COMPLEMENT | {"conj"}:
            return False
        clause = clause.head
    return False


def is_measure(noun: Token) -> bool:
    """Tell whether a noun says of what kind or how much another is: "of lies" in "a campaign of lies"."""
    return syntax.case_of(noun) == "of" and base_form(noun.head) in MEASURES


def assess_blame(word: Token, doc: Doc) -> Stance:
    """Return the stance of a word of blame, from the clause around it where nothing says who speaks the word itself."""
    own = assess(word, doc)
    stance = own if own.speaker is not None else assess(nearest_predicate(word), doc)
    return replace(stance, assertion=Assertion.NEGATED) if is_unsaid(word) else stance


def is_unsaid(word: Token) -> bool:
    """Tell whether the words around a clause say that nobody says it: "No one has claimed that Bo did wrong"."""
    clause = nearest_predicate(word)
    for _ in range(MAX_STEPS):
        told = clause.dep_ in TOLD_OF and "that" in mark_words(clause) and syntax.children(clause.head, {"cop"})
        if told and judge_clause(clause.head).assertion is Assertion.NEGATED:
            # "It is not my view that Bo is corrupt"
            return True
        opening = clause.dep_ in {"advcl", "csubj"} and clause.i < clause.head.i
        if opening and "to" in mark_words(clause) and clause.lemma_.lower() in saying_verbs():
            # "To say that Bo is a liar is wrong"
            return True
        if clause.dep_ == "conj" and not syntax.children(clause, syntax.SUBJECT | syntax.PASSIVE_SUBJECT):
            clause = clause.head
            continue
        if clause.dep_ not in syntax.COMPLEMENT:
            return False
        clause = clause.head
        if any(is_refuting(noun) for noun in syntax.children(clause, syntax.OBJECT)):
            # "found no evidence that Bo lied", where the tree hangs the clause on the verb
            return True
        opining = clause.lemma_.lower() in saying_verbs() | OPINING
        if opining and judge_clause(clause).assertion is Assertion.NEGATED:
            return True
    return False


def fill_word_slot(word: Token, slot: str, reading: Reading) -> list[Filler]:
    """Return the mentions in a slot that no tree tells of."""
    if slot == VOICE:
        speaker = assess_blame(word, word.doc).speaker
        return find_voices(speaker, reading) if speaker is not None and not is_misheard(speaker, word, reading) else []
    if slot == BESIDE:
        return find_beside(word, reading)
    if slot == BLAMED:
        if is_in_name(word, reading) or is_felt(word):
            return []
        # "Ada's ruling was wrong" blames Ada, "Ada's lawyer was wrong" does not, nor "Ada's lawyers were wrong"
        heads = [head for token in find_blamed(word) for head in find_addressed(token, reading)]
        blamed = [(members_of(reading, token), [] if is_apart(token) else syntax.possessors(token)) for token in heads]
        owned = [filler for own, owners in blamed if not own for owner in owners for filler in reading.fillers(owner)]
        return [filler for own, _ in blamed for filler in own] + owned
    if slot == "owner":
        # "Ada's accounting firm" is not hers
        modified = word.i > 0 and word.nbor(-1).pos_ in {"NOUN", "VERB"}
        return [] if modified else [filler for owner in syntax.possessors(word) for filler in reading.fillers(owner)]
    if slot == "next":
        return reading.name_after(word)
    if slot == "aside":
        beside = reading.name_parted(word, step=1)
        # "in his job as president, Harbor Gas wrote": what a verb follows is its subject
        ends = (tokens_of(reading.doc, filler.mention.span).end for filler in beside)
        return [] if any(reading.doc[end].pos_ in {"VERB", "AUX"} for end in ends if end < word.sent.end) else beside
    return reading.name_parted(word, step=-1)


def find_doers_owners(clause: Token, reading: Reading) -> list[Filler]:
    """Return whose the thing is that does what a clause says: Bo's, of "Bo's new song infringes hers".

    "His genius was responsible for the success", "the heart of his support lies there" tell of no deeds.
    """
    if base_form(clause) in STATES:
        return []
    things = [noun for noun in syntax.subjects(clause) if noun.pos_ == "NOUN" and not describes_people(noun)]
    kinds = ((noun, {reading.chains[filler.chain].type for filler in reading.fillers(noun)}) for noun in things)
    own = [noun for noun, types in kinds if types <= {EntityType.WORK}]
    owners = [owner for noun in own for owner in syntax.possessors(noun) or find_makers(noun)]
    return [filler for owner in owners for filler in reading.fillers(owner)]


def find_makers(thing: Token) -> list[Token]:
    """Return who did what a participle says of a thing: "the pills sold by Bo Dunn", "messages that Bo Dunn sent"."""
    parts = syntax.children(thing, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE)
    told = [part for part in parts if base_form(part) in MAKING and thing in syntax.direct_objects(part)]
    makers = [maker for part in told for maker in syntax.subjects(part)]
    # "sent by Bo Dunn's firm"
    return makers + [owner for maker in makers for owner in syntax.possessors(maker) if maker.pos_ != "PROPN"]


def is_apart(noun: Token) -> bool:
    """Tell whether what is bad of a thing is not so of its owner: of "Bo's lawyers" and "Bo's death"."""
    return describes_people(noun) or base_form(noun) in UNDONE_BY_OWNER


def describes_people(noun: Token) -> bool:
    """Tell whether a common noun stands for people: "defenders"."""
    known = load_descriptions().get(noun.lower_) or load_descriptions().get(base_form(noun))
    return known is not None and known.type is EntityType.PERSON and noun.pos_ != "PROPN"


def find_addressed(token: Token, reading: Reading) -> list[Token]:
    """Return whom "you" stands for, where a quotation's frame tells who is spoken to: "Ada told Bo".

    What somebody tells an outlet is no word to it.
    """
    if token.lower_ not in {"you", "your"}:
        return [token]
    quotation = spoken_quotations(token.doc).get(token.i)
    if quotation is None or quotation.speaker is None:
        return []
    heard = syntax.follow(syntax.children(quotation.speaker.head, syntax.INDIRECT | syntax.OBJECT))
    kinds = {reading.chains[filler.chain].type for one in heard for filler in reading.fillers(one)}
    return [] if EntityType.MEDIA_OUTLET in kinds else heard


def find_beside(word: Token, reading: Reading) -> list[Filler]:
    """Return whoever is mentioned with a word in the words of one speaker and one sentence, each once."""
    if word.dep_ in {"compound", "nn"}:
        return []
    quotation = spoken_quotations(word.doc).get(word.i)
    if quotation is not None:
        said = [token for token in word.sent if quotation.start <= token.i < quotation.end]
    else:
        clause = nearest_predicate(word)
        while clause.head != clause and clause.head.lemma_.lower() not in saying_verbs():
            clause = clause.head
        said = list(clause.subtree) if clause.head != clause else []
    found: dict[int, Filler] = {}
    for token in said:
        for filler in reading.fillers(token):
            found.setdefault(filler.chain, filler)
    return list(found.values())
