"""Tell articles that are not English, by their script and by the share of function words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

SHORT = 30
"""A text of fewer words is not judged by its words: there are too few function words in it."""

ENGLISH_SHARE = 0.08
"""English prose has a quarter to a third of these words; lists of names and captions have fewer."""

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")

# A word that two of the languages write alike ("in", "was", "die", "a") is in no list: it would tell nothing.
_FUNCTION_WORDS = {
    "English": "the of and to that for with his her he she from by at were it has have this which who not are an but "
    "they had its will would been about their after said when than into there be you what could",
    "German": "der und das den von zu mit sich dem des nicht ein eine einen einem einer auch auf für ist im als aus "
    "bei nach wie dass oder wird sind hat werden über zum zur sie ich wurde haben",
    "French": "le les et des du une dans qui est pour sur pas au par avec sont plus ce cette aux elle ils nous vous "
    "été mais ont leur comme être fait deux ses",
    "Spanish": "el los las y del que una para por con su al lo como más pero sus este ha sobre también hasta hay fue "
    "donde muy sin ser entre cuando esta todo",
    "Italian": "il lo gli della delle di che è per con del sono nel alla dei più anche dal ha nella questo come ma "
    "degli si suo sua essere stato tra dopo",
    "Portuguese": "o os da do em um uma para com não que por mais dos das ao foi ele ela seu sua pelo pela ou são "
    "também está mas entre depois quando isso",
    "Dutch": "het een van en dat op te zijn voor met niet aan er ook als bij door naar om uit maar dan wordt heeft "
    "over nog worden deze werd hij zij hun",
}
_LANGUAGES = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


def find_foreign_language(text: str) -> str:
    """Return what the text is written in where that is not English ("German", "not in Latin letters"), else "".

    The measure is the share of each language's function words among all words, which needs no model and is the
    oldest working one (Grefenstette 1995, "Comparing two language identification schemes").
    """
    words = _WORD.findall(text.casefold())
    if _is_mostly_foreign_script("".join(words)):
        return "not in Latin letters"
    if len(words) < SHORT:
        return ""
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in known) / len(words) for name, known in _LANGUAGES.items()}
    likeliest = max(shares, key=lambda name: shares[name])
    if likeliest != "English" and shares[likeliest] > max(shares["English"], ENGLISH_SHARE):
        return likeliest
    return "" if shares["English"] >= ENGLISH_SHARE else "hardly an English function word in it"


def _is_mostly_foreign_script(letters: str) -> bool:
    if letters.isascii():
        return False
    unusual = _BEYOND_ASCII.findall(letters)
    return 2 * sum(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in unusual) > len(letters)
