"""Tells whether two names of one document are names of one person or of one body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.descriptions import load_formal_names, load_given_names, load_nicknames
from graph.name_types import LEGAL_FORM
from graph.no_names import load_no_names
from graph.residue import GENERIC_BODIES

SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
# "the U.S. Tides"
SHORT = 2
# the bodies of which each state, or county, has one of that name, and the nation another
NATIONAL = frozenset({("democratic", "party"), ("republican", "party"), ("supreme", "court")})
# How many names are kept with their words: each is compared with many others.
KNOWN_NAMES = 4096
# what is made by a body or is a part of it, and not called as it is: "Harbor Watch", "Harbor One"
OFFSHOOTS = frozenset(
    (
        "assembly award awards breakfast card convention cup edition eight five foundation four house hr huddle "
        "india maps one opinion papers parliament phone play playbook plus point prize pro pulse radio rankings "
        "saturday scholarship series six store stores summit sunday three tonight two voice watch world xl"
    ).split()
)
# what stands before a nation's own bodies, and how the words of a body's name are shortened
NATIONS = frozenset({"us", "u.s", "uk", "u.k"})
SPELT_OUT = {
    "admin": ("administration",),
    "ag": ("attorney", "general"),
    "da": ("district", "attorney"),
    "dept": ("department",),
    "govt": ("government",),
    "univ": ("university",),
}
PURPOSES = frozenset("agency association bank college committee department foundation law union university".split())
# what a report leaves out of a body's name from the first: "Quill … the Quill Party"
FORMS = frozenset("ag bancorp banking company co corp corporation fc group inc llc ltd nv party plc sa united".split())
# whose body it is: "the Federal Tides Office … the Tides Office"
REALMS = frozenset("central federal national royal state".split())
# a chamber is not called as its committees are, nor a palace as its staff is
CHAMBERS = frozenset({"assembly", "commons", "congress", "house", "legislature", "lords", "parliament", "senate"})
CHAMBER_ENDS = frozenset({"commons", "delegates", "lords", "of", "representatives"})
PANELS = frozenset({"assembly", "authority", "board", "bureau", "commission", "committee", "council", "subcommittee"})
# "Quill Ada-bo" is "Quill Ada Bo"
SECOND_HALF = re.compile(r"(?<=\s)([A-Z][a-z]+)-([a-z]+)$")
# "the Arden County Coroner's office" is called "the Arden County Coroner"
OFFICE_OF = re.compile(r"(?<=\w)['’]s [Oo]ffice$")
# "Bo al-Quill" is "Bo Al Quill"
ARTICLE = re.compile(r"\b[Aa]l- ?(?=\w)")
NICKNAME = re.compile(r"\s[\"“'‘(]\s?([^\"”’)]+)[\"”'’)](?=\s)")


def same_person(full: str, other: str) -> bool:
    """Tell whether two names of one document can be one person's: equal, or one is part of the other in order.

    "Quill Dunn" and "Ada Quill" are part of "Ada Quill Dunn", and "Quill" of "Ada Quill-Dunn".

    "Ada M. Quill" and "Ada Quill", "Quill" and "Ada Quill", "A. Quill" and "Ada Quill", "Bo" and 'Ada "Bo" Quill'; a
    suffix (Jr.) must agree. Headlines lose apostrophes: "Ada Quills" is "Ada Quill".
    """
    nicknames = [name_parts(found) for name in (full, other) for found in NICKNAME.findall(name)]
    long, short = name_parts(NICKNAME.sub("", full)), name_parts(NICKNAME.sub("", other))
    if not long or not short:
        return long == short
    if len(short) > len(long):
        long, short = short, long
    if long == short or short in nicknames or " ".join(long) in {" ".join(short) + "s", " ".join(short)[:-1]}:
        return True
    # 'Adeline (Ada) Quill' is Ada Quill
    if any(short == (*nickname, long[-1]) for nickname in nicknames):
        return True
    if len(short) == 1:
        bare = [part for part in long if part not in SUFFIXES]
        return bool(bare) and (short[0] in {bare[0], bare[-1], *bare[-1].split("-")} or is_familiar(bare[0], short[0]))
    if short == long[-len(short) :] or is_without_last_name(long, short):
        return True
    if (long[-1] in SUFFIXES or short[-1] in SUFFIXES) and long[-1] != short[-1]:
        return tuple(part for part in long if part not in SUFFIXES) == short and short[-1] not in SUFFIXES
    if long[-1] != short[-1]:
        return False
    if are_middles_apart(long[1:-1], short[1:-1]):
        return False
    first, second = long[0], short[0]
    initial = min(len(first), len(second)) == 1 and first[0] == second[0]
    return first == second or is_familiar(first, second) or initial


def are_middles_apart(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the middle names of two full names are of two people: "Bo H. W. Quill" and "Bo W. Quill"."""
    letters = ["".join(word).replace(".", "") for word in (one, other)]
    if all(letters) and max(len(one), len(other)) > 1 and all(len(word.strip(".")) == 1 for word in (*one, *other)):
        return not (letters[0].startswith(letters[1]) or letters[1].startswith(letters[0]))
    return bool(one) and bool(other) and {word[0] for word in one}.isdisjoint(word[0] for word in other)


def is_familiar(first: str, second: str) -> bool:
    """Tell whether one given name is short for the other, or both for the same and begin alike ("Ted", "Teddy")."""
    if first in load_nicknames().get(second, ()) or second in load_nicknames().get(first, ()):
        return True
    common = load_formal_names().get(first, frozenset()) & load_formal_names().get(second, frozenset())
    return bool(common) and first[:3] == second[:3]


def is_without_last_name(long: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether a name of two words lacks the last of three: "Ada Quill" of "Ada Quill Dunn"."""
    added = len(long) == 3 and len(short) == 2 and long[:2] == short and long[2] not in SUFFIXES
    return added and long[0] in load_given_names() and long[2].replace("-", "").isalpha()


@lru_cache(maxsize=KNOWN_NAMES)
def name_parts(name: str) -> tuple[str, ...]:
    """Return a name's words in lower case without punctuation."""
    bare = ARTICLE.sub("al ", SECOND_HALF.sub(r"\1 \2", re.sub("[’‘]s", "", name)))
    parts = (part.strip(".,'’\"()[]-–").lower() for part in bare.split())
    return tuple(word for word in parts if word)


@lru_cache(maxsize=KNOWN_NAMES)
def drop_article(name: str) -> tuple[str, ...]:
    """Return a name's words without "the"."""
    return tuple(word for word in name_parts(name) if word != "the")


@lru_cache(maxsize=KNOWN_NAMES)
def spell_out(name: str) -> tuple[str, ...]:
    """Return a body's words in full and in one order: "the U.S. Tides Dept." is "Department of Tides"."""
    bare = [word.removesuffix("'s").removesuffix("’s") for word in drop_article(name)]
    words = [part for word in bare for part in SPELT_OUT.get(word, (word,))]
    if len(words) > 1 and words[0] in NATIONS:
        del words[0]
    if len(words) > 1 and words[-1] == "department" and "of" not in words:
        words = ["department", "of", *words[:-1]]
    if len(words) > 1 and "committee" in words[:-1] and words[words.index("committee") + 1] == "on":
        # "the Senate Select Committee on Tides" is the "Senate Tides Committee"
        at = words.index("committee")
        chamber = [word for word in words[:at] if word not in {"permanent", "select", "standing"}]
        words = [*chamber, *words[at + 2 :], "committee"]
    return tuple(words)


def nation_of(name: str) -> str:
    """Return the nation that stands before a body's name: "us" of "the U.S. Tides Dept."."""
    words = drop_article(name)
    return words[0].replace(".", "") if len(words) > 1 and words[0] in NATIONS else ""


@lru_cache(maxsize=KNOWN_NAMES)
def purpose_of(name: str) -> str:
    """Return the last word of a body's name where that says what it is for: "foundation"; a company's says nothing."""
    words = drop_article(name)
    return words[-1] if len(words) > 1 and words[-1] in PURPOSES else ""


@lru_cache(maxsize=KNOWN_NAMES)
def drop_form(name: str) -> tuple[str, ...]:
    """Return the words of a body's name without "the", its legal form and the word for the office that it is."""
    return drop_article(OFFICE_OF.sub("", LEGAL_FORM.sub("", name)))


def same_body(full: str, other: str, *, shortened: bool, formless: bool = False) -> bool:
    """Tell whether two names of one document are one organization's: equal but for its form, an acronym, or shortened.

    `shortened` says that the second may be the first cut short: "Harbor Press … Harbor"; `formless` that either may
    lack its form, whichever comes first: "Harbor … Harbor United".
    """
    long, short = drop_form(full), drop_form(other)
    if not short or not long:
        return False
    nations = {nation_of(full), nation_of(other)} - {""}
    if len(nations) > 1:
        return False
    one, two = purpose_of(full), purpose_of(other)
    # "Quill University" is not the "Quill Foundation", nor that the "Quill Global Initiative"
    if one and two and one != two:
        return spell_out(full) == spell_out(other)
    if long == short or spell_out(full) == spell_out(other):
        return True
    if shortened and ((two in {"", one} and is_cut_off(long, short)) or is_cut_to_end(full, other)):
        return True
    if squeeze(full) == squeeze(other) or (formless and is_without_form(full, other)):
        return True
    if is_ticket(full, other) or is_ticket(other, full):
        return True
    if is_without_first_name(full, other) or is_without_first_name(other, full):
        return True
    return is_acronym(full, other) or is_acronym(other, full)


def is_acronym(full: str, other: str) -> bool:
    """Tell whether a name is the first letters of another's words: "DOT" of "the U.S. Tide Department"."""
    short = drop_form(other)
    if len(short) > 1:
        return False
    letters = short[0].replace(".", "")
    return len(letters) > 1 and letters in list_initials(full)


@lru_cache(maxsize=KNOWN_NAMES)
def list_initials(full: str) -> frozenset[str]:
    """Return the first letters of a body's words, with those of function words and without."""
    wholes = [words for words in (drop_form(full), spell_out(full)) if len(words) > 1]
    # "the U.S. Navy" is no "UN"
    wholes = [words for words in wholes if len(words) > SHORT or words[0] not in NATIONS]
    return frozenset(letters for words in wholes for letters in (initials_of(words), "".join(w[0] for w in words)))


def is_cut_off(long: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether a body's name lacks another's last words: "Harbor" of "Harbor Press", but not of "Harbor Papers"."""
    if len(short[0]) < 3 or long[: len(short)] != tuple(short):
        return False
    left_out = set(long[len(short) :])
    if len(short) > 1 and long[len(short)] in {"for", "of"} and short[-1] not in CHAMBERS:
        # "the Quill Institute for the Study of Tides"
        return True
    if short[-1] in CHAMBERS and not left_out <= CHAMBER_ENDS:
        return False
    if long[-1] in PANELS and PANELS.isdisjoint(short):
        # "the Harbor Security Council" is no more than a part of Harbor
        return False
    return len(left_out) <= 2 and not left_out & OFFSHOOTS and not any(word.isdigit() for word in left_out)


def is_cut_to_end(full: str, other: str) -> bool:
    """Tell whether a name lacks the place of a team or the house of a committee: "the Arden Herons … the Herons"."""
    long, short = drop_article(full), drop_article(other)
    if len(short) > 1:
        # "the Arden State Board of Ferries … the State Board of Ferries"
        headed = short[-1] in PANELS or (len(short) > 2 and any(word in PANELS for word in short[:-2]))
        national = short in NATIONAL and long[0].replace(".", "") not in NATIONS
        headed = headed or (len(long) == len(short) + 1 and is_realm(long[0]) and not national)
        return headed and len(long) > len(short) and long[-len(short) :] == short
    long, short = drop_form(full), drop_form(other)
    if len(drop_article(other)) == 1 and drop_article(other)[0] in GENERIC_BODIES and len(drop_article(full)) > 1:
        return drop_article(other)[0] in drop_article(full)
    team = len(short) == 1 and len(short[0]) > 3 and short[0].endswith("s")
    return team and len(long) in {2, 3} and long[-1] == short[0]


def is_realm(word: str) -> bool:
    """Tell whether the first word of a body's name says whose it is: "Federal", "Norwegian"."""
    return word in REALMS or word.capitalize() in load_no_names()[1]


def is_without_form(full: str, other: str) -> bool:
    """Tell whether a body's name is another's without its form: "Quill" and "the Quill Party"."""
    long, short = sorted((drop_article(full), drop_article(other)), key=len, reverse=True)
    rest = long[len(short) :]
    return bool(rest) and len(short[0]) > 2 and long[: len(short)] == short and FORMS.issuperset(rest) and (
        short[-1] not in GENERIC_BODIES)  # fmt: skip


def is_ticket(full: str, other: str) -> bool:
    """Tell whether a campaign is that of two people, of whom the other name has one: "the Quill/Dunn campaign"."""
    long, short = drop_article(full), drop_article(other)
    if long[-1:] != ("campaign",) or short[-1:] != ("campaign",) or len(short) != 2:
        return False
    running = re.split("[-/–]", " ".join(long[:-1]))
    return len(running) == 2 and short[0] in running


@lru_cache(maxsize=KNOWN_NAMES)
def squeeze(name: str) -> str:
    """Return a body's name as one word without article, plural and signs: "the Quill's", "Quills"."""
    return re.sub(r"[^\w]+", "", re.sub(r"^(?:the|an?) ", "", name.lower())).removesuffix("s")


def is_without_first_name(full: str, other: str) -> bool:
    """Tell whether a body's name is another's without a first name: "the Quill Foundation", "the Ada B. Quill …"."""
    long, short = drop_article(full), drop_article(other)
    dropped = long[: -len(short)]
    if len(short) < 2 or not dropped or long[-len(short) :] != short:
        return False
    return dropped[0] in load_given_names() and all(len(word) == 1 or word in load_given_names() for word in dropped)


def initials_of(parts: Sequence[str]) -> str:
    """Return the initials of a name's words, function words left out."""
    return "".join(word[0] for word in parts if word not in {"of", "the", "and", "for", "in", "&"})
