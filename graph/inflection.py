"""Regular and irregular forms of the declared words, so that a rare verb is known by its form where a model guesses.

A trained lemmatizer makes "slamm" of "slammed"; the words of the schema are few enough to be inflected by rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from graph.no_names import load_everyday_words
from graph.schema import FOLDER, load_relations, read_toml
from graph.schema.cues import load_cues
from graph.tokens import Doc

VOWELS = "aeiou"
ENDINGS = ("ed", "d", "ied", "ing", "ying", "s", "es", "ies")
MOST_FORMS = 10_000
# verbs of two or more syllables whose last consonant doubles: stress falls on the last
DOUBLING = frozenset({"admit", "submit", "refer", "permit", "rebut", "acquit", "omit"})


def inflect_verb(verb: str) -> Iterator[str]:
    """Yield a regular verb's -s, -ed and -ing forms, with the spelling rules for e, y and doubled consonants."""
    consonant_y = verb.endswith("y") and len(verb) > 1 and verb[-2] not in VOWELS
    if verb.endswith("e"):
        stem = verb[:-2] + "y" if verb.endswith("ie") else verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]
        yield from (verb + "s", verb + "d", stem + "ing")
    elif consonant_y:
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        short = sum(letter in VOWELS for letter in verb) == 1 and verb[-1:] not in "wxy"
        closed = len(verb) > 2 and verb[-1] not in VOWELS and verb[-2] in VOWELS and verb[-3] not in VOWELS
        stem = verb + verb[-1] if closed and (short or verb in DOUBLING) else verb
        yield from (
            verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s"),
            stem + "ed",
            stem + "ing",
        )


def inflect_noun(noun: str) -> str:
    """Return a regular noun's plural."""
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


@cache
def declared_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs and the nouns that the schema declares."""
    verbs: set[str] = set()
    nouns: set[str] = set()
    for relation in load_relations().values():
        for pattern in relation.patterns:
            (verbs if pattern.kind == "verb" else nouns).update(pattern.lemmas)
            verbs |= pattern.clause_verb
            nouns |= pattern.object_noun
    cues = load_cues()
    for group in (cues.negation, cues.hypothetical, cues.alleged, cues.report, cues.denial, cues.light):
        verbs |= group.verbs | group.noun_verbs | group.infinitive_verbs | group.publishing
        nouns |= group.nouns | group.forensic | group.texts
    return frozenset(verbs), frozenset(nouns)


@cache
def declared_forms() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the verb and the noun of each inflected form; a form of two words is left to the model."""
    verbs, nouns = declared_words()
    irregular = read_toml(FOLDER / "inflections.toml")
    verb_forms = list(pairs((verb, inflect_verb(verb)) for verb in sorted(verbs)))
    verb_forms += pairs((verb, forms) for verb, forms in irregular["verbs"].items())
    noun_forms = list(pairs((noun, [inflect_noun(noun)]) for noun in sorted(nouns)))
    noun_forms += pairs((noun, forms) for noun, forms in irregular["nouns"].items())
    return unambiguous(verb_forms), unambiguous(noun_forms)


def pairs(entries: Iterable[tuple[str, Iterable[str]]]) -> Iterator[tuple[str, str]]:
    """Yield each form with its word."""
    return ((form, word) for word, forms in entries for form in forms)


def unambiguous(forms: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the word of each form that belongs to one word only."""
    words: dict[str, set[str]] = {}
    for form, word in forms:
        words.setdefault(form, set()).add(word)
    return {form: next(iter(found)) for form, found in words.items() if len(found) == 1}


def mend_lemmas(doc: Doc) -> Doc:
    """Give every declared word that the document inflects its own lemma, and a verb whose lemma is no word a known one.

    Any other token keeps the model's.
    """
    verb_forms, noun_forms = declared_forms()
    verbs, nouns = declared_words()
    words = load_everyday_words()
    for token in doc:
        if token.pos_ in {"VERB", "AUX"}:
            forms, base = verb_forms, verbs
        elif token.pos_ in {"NOUN", "PROPN"} and not token.ent_type_:
            forms, base = noun_forms, nouns
        else:
            continue
        lemma = forms.get(token.lower_) or (
            token.lower_ if token.lower_ in base and token.lower_ not in forms else None
        )
        if lemma is not None and not (token.lemma_.lower() in base and token.lower_ in base):
            token.lemma_ = lemma
        elif lemma is None and token.pos_ == "VERB" and token.lemma_ not in words and token.lower_ != token.lemma_:
            token.lemma_ = find_base(token.lower_) or token.lemma_
    return doc


@lru_cache(maxsize=MOST_FORMS)
def find_base(form: str) -> str:
    """Return the only everyday word of which a regular verb's form can be one: "rule" of "ruled"; "" without such."""
    stems = {form[: -len(ending)] for ending in ENDINGS if form.endswith(ending)}
    doubled = {stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]}
    possible = {f"{stem}{added}" for stem in stems | doubled for added in ("", "e", "y", "ie")}
    found = [word for word in sorted(possible & load_everyday_words()) if form in inflect_verb(word)]
    return found[0] if len(found) == 1 else ""
