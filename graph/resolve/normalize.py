"""Makes keys of names: two spellings of one name have one key, two names have two."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from graph.model import Gender
from graph.ordinals import ORDINALS

# Letters that NFKD does not take apart.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
_MARKS = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"}
_UNDECOMPOSED = str.maketrans(_LETTERS | _MARKS)
_POSSESSIVE = re.compile(r"(?:['’‘?]s|(?<=[sSxXzZ])['’])$", re.IGNORECASE)
# A quotation mark opens after a blank only: "D'Arby O'Dea" quotes nothing.
_QUOTED = re.compile(r"""(?<!\S)[“"‘'(]([^“”"‘’'()]+)[”"’')](?!\S)""")
_EDGES = ' \t\n,;:!?"“”‘()[]*@#–—-'
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
# "Quill Ada-bo" is "Quill Ada Bo"
_SECOND_HALF = re.compile(r"(?<=\s)([A-Z][a-z]+)-([a-z]+)$")
_VERSUS = re.compile(r"\b(?:vs|versus)\b")
_COMMITTEE = re.compile(
    r"^((?:house|senate|assembly) )(?:(?:permanent|select|standing|special) )*committee on (?:the )?(.+)$"
)
_CHAMBER = re.compile(r"^us (?=(?:house|senate) .*committee)")
# how a federal court of appeals is named: "9th Circuit", "Ninth U.S. Circuit Court of Appeals", "… for the Ninth …"
_CIRCUIT = re.compile(
    r"(?:us )?(?:court of appeals for (?:the )?)?(\w+|district of columbia) (?:us )?circuit"
    r"(?: (?:us )?court of appeals| appeals court)?"
)
_CIRCUITS = {figures: word for word, figures in ORDINALS.items()} | {
    "2d": "second", "3d": "third", "dc": "district of columbia", "federal": "federal"}  # fmt: skip
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)*?([a-z0-9-]+)\.(?:(?:co|com|org|net|ac|gov)\.)?[a-z]{2,24}", re.IGNORECASE)
_MIN_ACRONYM = 3
# "ap.org": so few letters are those of many names
_SITE_LENGTH = 5
# How many names are kept with what was made of them; the same ones are asked for again and again.
KNOWN_NAMES = 65536


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, each folded; a lone word counts as the surname, and initials are single letters."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""
    nickname: str = ""
    gender: Gender = Gender.UNKNOWN
    printed: str = field(default="", compare=False)
    key: str = field(init=False, repr=False, compare=False)
    """One string for all spellings of this name."""

    def __post_init__(self) -> None:
        """Spell the key, which is asked for at each comparison."""
        object.__setattr__(self, "key", " ".join(filter(None, (*self.given, self.surname, self.suffix))))

    @property
    def maybe_lone(self) -> bool:
        """Tell whether what was read as a given name can belong to the surname: "Van Marsh"."""
        return self.given[:1] != () and set(self.given) <= set(name_words()["person"]["particles"])

    @property
    def full(self) -> bool:
        """Tell whether there is more than a lone word."""
        return bool(self.given)


@cache
def name_words() -> dict[str, Any]:
    """Return the word lists of names.toml by section."""
    return tomllib.loads(resources.files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return for each folded given name or short form the full given names that it can stand for."""
    text = resources.files("graph.schema").joinpath("nicknames.toml").read_text(encoding="utf-8")
    forms: dict[str, set[str]] = {}
    for full, shorts in tomllib.loads(text)["nicknames"].items():
        for form in (full, *shorts):
            forms.setdefault(fold(form), set()).add(fold(full))
    return {form: frozenset(full) for form, full in forms.items()}


@cache
def load_spellings() -> dict[str, frozenset[int]]:
    """Return for each given name that is written in several ways the numbers of the lists that it stands in."""
    found: dict[str, frozenset[int]] = {}
    for number, forms in enumerate(name_words()["person"]["spellings"]):
        for form in forms:
            found[form] = found.get(form, frozenset()) | {number}
    return found


def spellings_of(given: str) -> frozenset[int]:
    """Return the lists of ways to write one name that a folded given name stands in."""
    return load_spellings().get(given, frozenset())


@lru_cache(maxsize=KNOWN_NAMES)
def fold(text: str) -> str:
    """Return the text in lower case without accents and with plain quotes, blanks made single."""
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNDECOMPOSED))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=KNOWN_NAMES)
def clean_name(text: str) -> str:
    """Return a name as printed but for what is no part of it: blanks, marks around it, a possessive ending.

    A quotation that gives a name in full, "[Ada] Quill" or "(Ada) Quill", has brackets.
    """
    name = " ".join(text.replace("[", "").replace("]", "").split()).strip(_EDGES)
    if name.count("(") != name.count(")"):
        name = name.replace("(", "").replace(")", "")
    return _POSSESSIVE.sub("", name).strip(_EDGES)


@lru_cache(maxsize=KNOWN_NAMES)
def strip_titles(name: str, *, keep_before_one_word: bool = True) -> str:
    """Return a person's name without titles and describing words before it: "rapper Ada Quill" → "Ada Quill".

    "Dr. Tide" can be a name whole; with `keep_before_one_word` such a title stays where one word is left.
    """
    words, lists = clean_name(name).split(), name_words()["person"]
    start = 0
    while start < len(words) - 1:
        word = fold(words[start]).rstrip(".")
        left = len(words) - start - 1
        kept = keep_before_one_word and left == 1 and word in lists["kept_before_one_word"]
        title = word in lists["titles"] and not kept
        # "close friend Ada Quill": no name begins in lower case, unless it has no capital at all
        described = words[start].islower() and word not in lists["particles"] and not name.islower()
        if not (title or described):
            break
        start += 1
    return " ".join(words[start:])


@lru_cache(maxsize=KNOWN_NAMES)
def parse_person(name: str) -> PersonName:
    """Take a person's name apart; an empty name gives an empty surname."""
    words = name_words()["person"]
    bare = _QUOTED.sub(" ", strip_titles(name, keep_before_one_word=False))
    if "," in bare and fold(bare.rpartition(",")[2]).strip(" .") not in words["suffixes"]:
        bare = bare.partition(",")[0]
    nickname = match[1] if (match := _QUOTED.search(clean_name(name))) and " " not in match[1] else ""
    bare = _SECOND_HALF.sub(r"\1 \2", bare)
    tokens = [token for word in bare.replace(",", " ").split() for token in _split_initials(word)]
    suffix = ""
    # a king is told from his father by nothing but the number
    while (
        len(tokens) > (2 if set(tokens[-1]) <= set("iv") else 1)
        and (last := tokens[-1].replace(".", ""))
        and (last in words["degrees"] or last in words["suffixes"])
    ):
        suffix = words["suffixes"].get(last, suffix)
        tokens.pop()
    tokens = [token for token in (re.sub(r"[^\w-]", "", token).strip("-") for token in tokens) if token]
    # the Arabic article may be left out: "Bo al-Quill", "Bo Al Quill", "Bo Quill"
    tokens = [token.removeprefix("al-") for at, token in enumerate(tokens) if token != "al" or not at]
    first = len(tokens) - 1
    while first > 1 and tokens[first - 1] in words["particles"]:
        first -= 1
    if first == 1 and tokens[0] in words["particles"] and bare[:1].islower():
        first = 0
    given, surname = tuple(tokens[: max(first, 0)]), " ".join(tokens[max(first, 0) :])
    return PersonName(given, surname, suffix, fold(nickname), _gender_of_title(name), strip_titles(name))


def _split_initials(word: str) -> list[str]:
    # "J.K." and "JK" are two initials, "Al" and "Ed" are names, and "II" and "JR" tell a son from his father.
    if fold(word) in name_words()["person"]["suffixes"]:
        return [fold(word)]
    if _INITIALS.fullmatch(word) or (len(word) == 2 and word.isalpha() and word.isupper()):
        return [fold(letter) for letter in word if letter.isalpha()]
    return [fold(word)]


def _gender_of_title(name: str) -> Gender:
    first = fold(clean_name(name)).split(" ")[0].rstrip(".")
    if first in name_words()["person"]["male_titles"]:
        return Gender.MALE
    return Gender.FEMALE if first in name_words()["person"]["female_titles"] else Gender.UNKNOWN


@lru_cache(maxsize=KNOWN_NAMES)
def body_key(name: str) -> str:
    """Return the key of an organization's, outlet's or court's name, without article and legal form."""
    lists, key = name_words()["body"], spell_body(name)
    if (court := _CIRCUIT.fullmatch(key)) and (court[1] in _CIRCUITS or court[1] in _CIRCUITS.values()):
        return f"us court of appeals for the {_CIRCUITS.get(court[1], court[1])} circuit"
    known: dict[str, str] = lists["known_as"]
    first, _, rest = key.partition(" ")
    # "the UN Tides Council" is "the United Nations Tides Council"; "the Fed Cup" has nothing to do with the Fed
    if rest and key not in known and first in known and first in "".join(word[0] for word in _spelt(known[first])):
        return f"{known[first]} {rest}"
    return str(known.get(key, lists["chambers"].get(key, key)))


def _spelt(name: str) -> list[str]:
    return [word for word in name.split() if word not in name_words()["body"]["stopwords"]]


@cache
def well_known_bodies() -> frozenset[str]:
    """Return the keys of the bodies of which every newspaper has two names."""
    return frozenset(name_words()["body"]["known_as"].values())


def is_second_name(name: str) -> bool:
    """Tell whether a name is not the one by which a body is known first: "Lib Dems"."""
    return spell_body(name) in name_words()["body"]["known_as"]


@lru_cache(maxsize=KNOWN_NAMES)
def spell_body(name: str) -> str:
    """Return a body's name in one spelling, whatever else it is known as."""
    lists = name_words()["body"]
    text = fold(clean_name(name)).replace("&", " and ").replace("'", "")
    text = re.sub(r"\b((?:[^\W\d_]\.){2,})", lambda m: m[1].replace(".", "") + " ", text)
    words = re.sub(r"[^\w]+", " ", text.replace("united states", "us")).split()
    whole = words
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in lists["legal_forms"]:
        words = words[:-1]
    key = " ".join(lists["spellings"].get(word, word) for word in words or whole)
    # "the Senate Select Committee on Tides" is the "Senate Tides Committee"
    return _COMMITTEE.sub(r"\1\2 committee", _CHAMBER.sub("", key))


def join_letters(name: str) -> frozenset[str]:
    """Return the letters of a body's name as a domain spells them, with its article and without."""
    words = re.findall(r"\w+", fold(clean_name(name)))
    whole = "".join(words)
    return frozenset({whole, "".join(words[1:]) if words[:1] == ["the"] and len(words) > 1 else whole})


def is_domain(name: str) -> bool:
    """Tell whether a name is that of a site: "harborgazette.example"."""
    return bool(_DOMAIN.fullmatch(name.strip()))


def spell_site(name: str) -> str:
    """Return what a domain spells ("www.harbor-gazette.co.uk": "harborgazette"), or "" where the name is none."""
    found = _DOMAIN.fullmatch(name.strip())
    letters = fold(found[1]).replace("-", "") if found else ""
    return letters if len(letters) >= _SITE_LENGTH else ""


@lru_cache(maxsize=KNOWN_NAMES)
def work_key(name: str) -> str:
    """Return the key of a work's title, without an article before it and without punctuation."""
    words = re.sub(r"[^\w]+", " ", fold(clean_name(name)).replace("&", " and ").replace("'", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


def make_key(name: str) -> str:
    """Return one key for the spellings of any node's name: no case, accents, punctuation or leading article."""
    # "A. Quill" begins with an initial, "A Quill" with an article.
    initial = "a " if fold(clean_name(name)).startswith("a.") else ""
    # A name of signs alone has no word to make a key of.
    return _VERSUS.sub("v", initial + work_key(name)) or fold(name)


@lru_cache(maxsize=KNOWN_NAMES)
def reordered_key(name: str) -> str:
    """Return the sorted words of a department's name, in which the order is free; empty for any other name."""
    lists = name_words()["body"]
    words = set(body_key(name).split())
    if words.isdisjoint(lists["reordered"]):
        return ""
    # "the U.S. Justice Department" is the Department of Justice
    return " ".join(sorted(words - {*lists["stopwords"], "us"}))


@lru_cache(maxsize=KNOWN_NAMES)
def read_acronym(name: str) -> str:
    """Return the folded letters of a name that is an acronym of at least three capitals ("A.C.L.U."), else ""."""
    letters = re.sub(r"^[Tt]he\s+", "", clean_name(name)).replace(".", "")
    return fold(letters) if len(letters) >= _MIN_ACRONYM and letters.isalpha() and letters.isupper() else ""


@lru_cache(maxsize=KNOWN_NAMES)
def spell_acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a name of several words can have, with and without its small words."""
    words = body_key(name).replace("-", " ").split()
    small = set(name_words()["body"]["stopwords"])
    spelled = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in small)}
    return frozenset(letters for letters in spelled if len(letters) >= _MIN_ACRONYM)
