"""Map the labels of the name corpora to litigraph's, and say what they leave unannotated."""

from __future__ import annotations

from collections.abc import Sequence

from graph.training.passages import MISSING, OUTSIDE

TITLES = frozenset(
    """president vice prime foreign interior defense defence finance minister ministers secretary general gen. lt. col.
    maj. capt. sgt. lieutenant colonel major captain sergeant admiral adm. brigadier chief justice judge mr. mrs. ms. mr
    mrs ms dr. dr doctor sir lord lady senator sen. representative rep. congressman congresswoman governor gov. mayor
    king queen prince princess pope archbishop bishop cardinal reverend rev. ayatollah sheikh imam chancellor premier
    ambassador envoy chairman spokesman spokeswoman director professor prof. attorney deputy former commander emperor
    saint st. u.s. u.n. state of and the""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec.""".split()
)
# Words that DATE and MONEY are made of; a corpus without these two labels says nothing about them.
AMOUNT_OR_DATE = CALENDAR | frozenset(
    """today yesterday tomorrow tonight year years month months week weeks weekend decade decades century centuries
    day days ago last next past previous following current this earlier later early late mid spring summer autumn fall
    winter morning afternoon evening night one two three four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty hundred thousand million billion trillion dollar dollars cents euro euros pound
    pounds yen""".split()
)
# What is left of a longer name that a corpus cut in two ("Secretary of [State]").
_FRAGMENTS = ("State", "Foreign", "Defense", "Prime", "House", "Ministry", "Department")
_OUTLETS = frozenset(
    """reuters bbc cnn nbc abc cbs cnbc msnbc afp xinhua bloomberg npr pbs aljazeera al-jazeera itar-tass interfax
    voa espn newsweek guardian telegraph""".split()
)
_OUTLET_HEADS = frozenset("times post journal herald tribune gazette chronicle newspaper magazine news".split())
_OUTLET_HINTS = frozenset(
    """press radio television tv agency agence broadcasting publishing media daily review network channel weekly
    jazeera associated""".split()
)


def refine_organization(surface: str, outlets: frozenset[str]) -> str:
    """Tell ORG, MEDIA, COURT or missing for the name of an organization, from its words and the known outlets."""
    words = surface.casefold().split()
    bare = " ".join(words[1:] if words[0] == "the" else words)
    if bare in outlets:
        return "MEDIA"
    if "court" in words or "tribunal" in words:
        return "COURT"
    if bare in _OUTLETS or (len(words) > 1 and words[-1] in _OUTLET_HEADS):
        return "MEDIA"
    hints = _OUTLET_HINTS | _OUTLETS | _OUTLET_HEADS
    return MISSING if hints.intersection(words) or bare == "white house" else "ORG"


def group_tags(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Give the spans of BIO (or IO) tags as first word, end and type."""
    spans: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag[:2] not in ("B-", "I-"):
            continue
        if tag[0] == "I" and spans and spans[-1][1] == index and spans[-1][2] == tag[2:]:
            spans[-1] = (spans[-1][0], index + 1, tag[2:])
        else:
            spans.append((index, index + 1, tag[2:]))
    return spans


def relabel_span(
    words: Sequence[str], tags: list[str], span: tuple[int, int], *, label: str, outlets: frozenset[str]
) -> None:
    """Write one name of a foreign corpus into the tags, trimmed to litigraph's guidelines.

    Titles stand outside PERSON, the article outside ORG and PLACE; ORG is refined to MEDIA or COURT.
    """
    start, end = span
    if label == "PERSON":
        while start < end and words[start].casefold() in TITLES:
            start += 1
    elif label not in ("WORK", MISSING):
        while start < end and words[start].casefold() == "the":
            start += 1
    while end > start and words[end - 1] in {"-", ",", ";", "(", "and"}:
        end -= 1
    if start == end:
        return
    if " ".join(words[start:end]) in _FRAGMENTS:
        label = MISSING
    if label == "ORG":
        label = refine_organization(" ".join(words[start:end]), outlets)
    for index in range(start, end):
        tags[index] = MISSING if label == MISSING else f"{'B' if index == start else 'I'}-{label}"
    if label == "MEDIA" and start and words[start - 1] == "The":
        tags[start - 1] = MISSING


def hide_unannotated(words: Sequence[str], tags: list[str], *, dated: bool = False) -> None:
    """Make the outside words missing that a corpus without DATE, MONEY, WORK and LAW cannot vouch for.

    These are digits, currency signs, words of dates and amounts (unless ``dated``), and runs of two capitalised words.
    """
    capital = [word[:1].isupper() and index > 0 for index, word in enumerate(words)]
    outside = [tag == OUTSIDE for tag in tags]
    for index, word in enumerate(words):
        if not outside[index]:
            continue
        amount = any(char.isdigit() or char in "$£€¥" for char in word) or word.casefold() in AMOUNT_OR_DATE
        beside = [other for other in (index - 1, index + 1) if 0 <= other < len(words)]
        run = capital[index] and any(capital[other] and outside[other] for other in beside)
        if (amount and not dated) or run:
            tags[index] = MISSING


def hide_capitalised(words: Sequence[str], tags: list[str], common: frozenset[str]) -> None:
    """Make every capitalised outside word missing, but for a common word that begins the sentence."""
    for index, word in enumerate(words):
        if tags[index] == OUTSIDE and any(char.isupper() for char in word) and (index or word.casefold() not in common):
            tags[index] = MISSING
