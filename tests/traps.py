"""Texts that are traps for what looks back, looks ahead or compares all with all; every name is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import cycle, islice

GIVEN = ("Ada", "Bram", "Ines", "Noor", "Gale", "Lynda", "Odo", "Petra")
FAMILY = ("Quill", "Osei", "Falk", "Ellery", "Dunn", "Tamsin", "Marlow", "Vance")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def repeat(*words: str, by: str = " ") -> Callable[[int], str]:
    """Return what writes about n words, those given again and again."""
    mean = sum(len(word.split()) or 1 for word in words) / len(words)
    return lambda count: by.join(islice(cycle(words), round(count / mean)))


def number(pattern: str, by: str = " ") -> Callable[[int], str]:
    """Return what writes n words in runs of the pattern's length, each run with its own numbers in letters."""
    size = len(pattern.split())
    return lambda count: by.join(pattern.format(*spell(index)) for index in range(max(1, count // size)))


def spell(index: int) -> tuple[str, str, str, int]:
    """Return a given name, a family name that no other number has, a place in the alphabet, and the number."""
    name, rest = "", index
    while rest or not name:
        name, rest = LETTERS[rest % 26] + name, rest // 26
    return GIVEN[index % 8], FAMILY[index // 8 % 8] + name, name.capitalize(), index


def nest(opening: str, closing: str, word: str = "Ada said") -> Callable[[int], str]:
    """Return what writes n words, each inside one pair of marks more than the one before."""

    def write(count: int) -> str:
        deep = count // len(word.split())
        return f"{opening}{word} " * deep + closing * deep

    return write


def list_sentences() -> Iterable[tuple[str, Callable[[int], str]]]:
    """Yield texts of one sentence without an end."""
    words = "and then the lawyer of the paper said that she had read what he wrote of her in the letter".split()
    yield "one sentence", repeat(*words)
    yield "one sentence of names", number("{0} {1} sued {0} Dunn and then")
    yield "commas", repeat(",")
    yield "words and commas", repeat("Quill,", "paper,", "lawyer,")
    yield "list of people", number("{0} {1},")
    yield "list of bodies", number("{1} Press Inc., {1} University,")
    yield "one name", repeat("Ada Quill", "and")
    yield "pronouns", repeat("he", "said", "she", "told", "him", "that", "her")
    yield "clauses in clauses", repeat("who", "said", "that", "he", "denied", "that", "she")
    yield "genitives", repeat("lawyer's", "wife's", "Quill's")
    yield "of of of", repeat("of the", "lawyer")
    yield "on behalf of", repeat("on behalf of")
    yield "courts of courts", repeat("the", "Superior", "Court", "of", "Calder", "County")
    yield "suits against suits", repeat("the", "lawsuit", "against", "Quill", "over")
    yield "sued sued", repeat("sued")
    yield "plaintiffs", repeat("plaintiffs", "Ada", "Quill,", "Bram", "Osei", "and")
    yield "v. chain", repeat("Quill", "v.", "Osei", "v.")
    yield "case names", number("{1} v. {2}son,")
    yield "dates", repeat("on", "January", "28,", "2025,")
    yield "months", repeat("early", "Jan", "2025", "last", "week", "ago")
    yield "amounts", repeat("$1.5", "million", "in", "damages", "of", "$1,000,000")
    yield "docket numbers", repeat("No.", "1:24-cv-00123", "case", "number")


def list_documents() -> Iterable[tuple[str, Callable[[int], str]]]:
    """Yield long texts of short sentences."""
    yield "people", number("{0} {1} sued {2} Dunn for defamation on Monday.\n\n")
    yield "one dispute", repeat("Ada Quill sued Bram Osei for defamation. He denied it.\n\n", by="")
    yield "bodies", number("{1} Press sued the {2} University over its report.\n\n")
    yield "headings", number("{0} {1}\n\n")
    yield "aliases", number('{0} {1} ("{1}"), known as {2}, sued.')
    yield "roles", number("His lawyer {0} {1}, an attorney for {2} Osei, said so.")
    yield "suits", number("A lawsuit against {1} Press was filed in {2} County Superior Court.\n\n")
    yield "quotations", repeat("“I never wrote it,” she said.", "“You did,” said he.")
    yield "datelines", number("HARBOR, Pa. (Lantern) — {0} {1} sued.\n\n")
    yield "works", number("{0} {1} wrote “The {2} Letters” and the film “{2}”.\n\n")
    yield "outlets", number("{0} {1} told the {2} Times and harbor{3}.example, the {2} Post wrote.")


def list_marks() -> Iterable[tuple[str, Callable[[int], str]]]:
    """Yield runs of marks, and words between them."""
    for name, sign in (("straight", '"'), ("single", "'"), ("curly", "“"), ("closing", "”"), ("right single", "’")):
        yield f"{name} quotes", repeat(sign, by="")
        yield f"{name} quotes and words", repeat(sign, "I", "said")
    for sign in "([{)-—.…!?:;/\\*_#&@~`<>|=+%$^":
        yield f"run of {sign}", repeat(sign * 5, by="")
        yield f"words and {sign}", repeat("Quill", sign, "Osei")
    yield "nested quotations", nest("“", "”")
    yield "nested quotations of two kinds", nest("“‘", "’”")
    yield "nested brackets", nest("(", ")")
    yield "nested brackets in a row", nest("[(", ")]", word="a")
    yield "brackets and quotes", repeat("(“Quill”)", "(‘Osei’)")
    yield "hyphens", repeat("well", by="-")
    yield "dots", repeat("a", by=".")
    yield "initials", repeat("A.", "B.", "Quill", by="")
    yield "initials in a row", repeat("U.S.", by="")
    yield "slashes", repeat("ab", by="/")
    yield "apostrophes", repeat("it's", by="'")
    yield "at signs", repeat("ada@quill.example", by="@")
    yield "addresses", repeat("https://lantern.example/courts/quill?a=b&c=d#e")
    yield "one address", lambda count: "https://lantern.example/" + "a/b-c?d=e&f=" * (count // 2)
    yield "long host", lambda count: "https://" + "a." * count + "example/"


def list_runs() -> Iterable[tuple[str, Callable[[int], str]]]:
    """Yield words and blanks without end."""
    yield "one word", lambda count: "a" * (5 * count)
    yield "one capital word", lambda count: "A" * (5 * count)
    yield "one number", lambda count: "7" * (5 * count)
    yield "one number of groups", lambda count: "7,000," * count
    yield "one word of syllables", lambda count: "defama" * count
    yield "one foreign word", lambda count: "訴" * (5 * count)
    yield "capitals", repeat("THE", "HARBOR", "GAZETTE", "SUED", "QUILL")
    yield "capital letters", repeat("A")
    yield "Capitalized", repeat("Harbor", "Gazette", "Lantern", "Post")
    yield "digits", repeat("7")
    yield "dates in digits", repeat("12/12/", by="")
    yield "blanks", lambda count: "Ada " + " " * (5 * count) + "sued."
    yield "lines", lambda count: "Ada" + "\n" * (5 * count) + "sued."
    yield "blank lines", lambda count: "Ada" + "\n \t" * (2 * count) + "sued."
    yield "words and lines", repeat("Ada", "\n", "sued", "\n\n")
    yield "words and blanks", repeat("Ada", "     ", "sued", "\t\t")
    yield "accents", lambda count: "e" + "\u0301" * (5 * count)
    yield "joiners", lambda count: "\u200d" * (5 * count)
    yield "faces", repeat("\U0001f469\u200d\U0001f469\u200d\U0001f467", by="")
    yield "right to left", repeat("\u202eAda", "\u2066Quill")
    yield "mojibake", repeat("â€œItâ€™s", "Ã©tÃ©")
    yield "one mojibake", repeat("â€œ", "Ã©", "â€™", by="")
    yield "entities", repeat("&amp;", "&lt;", "&#39;", "&nbsp;", by="")
    yield "tags", repeat("<p>", "<b", "</a>", by="")
    yield "links of Markdown", repeat("[a](", "![b", "<http://c", by="")
    yield "marks of Markdown", repeat("**a", "__b", "*c_", by="")


TRAPS = {name: write for group in (list_sentences, list_documents, list_marks, list_runs) for name, write in group()}
"""What writes about n words of each trap."""
