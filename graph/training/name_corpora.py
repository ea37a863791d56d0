"""Read the public name corpora into passages with litigraph's labels."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from graph.training.labels import CALENDAR, group_tags, hide_capitalised, hide_unannotated, relabel_span
from graph.training.passages import MISSING, OUTSIDE, Passage, compose_passage

Row = list[str]

_GMB = {"per": "PERSON", "org": "ORG", "geo": "PLACE"}
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
_WIKIGOLD = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
_CROSSNER = {
    **dict.fromkeys(("person", "politician", "writer", "musicalartist"), "PERSON"),
    **dict.fromkeys(("organisation", "politicalparty", "band"), "ORG"),
    **dict.fromkeys(("country", "location"), "PLACE"),
    **dict.fromkeys(("book", "poem", "song", "album"), "WORK"),
    "magazine": "MEDIA",
}
_FEWNERD = {
    "organization_media/newspaper": "MEDIA",
    **dict.fromkeys(("art_film", "art_broadcastprogram"), "WORK"),
    "other_law": "LAW",
    **{f"location_{kind}": "PLACE" for kind in ("GPE", "island", "mountain", "road/railway/highway/transit")},
    **{f"organization_{kind}": "ORG" for kind in ("company", "education", "other", "sportsleague", "sportsteam")},
    **{f"person_{kind}": "PERSON" for kind in ("artist/author", "director", "politician", "soldier")},
}
_JUDGMENTS = {
    **dict.fromkeys(("JUDGE", "LAWYER", "WITNESS", "OTHER_PERSON", "PETITIONER", "RESPONDENT"), "PERSON"),
    "ORG": "ORG", "GPE": "PLACE", "COURT": "COURT", "STATUTE": "LAW", "DATE": "DATE",
}  # fmt: skip
_COMMON_AT_LEAST = 20
_PREAMBLE_WORDS = 200


def read_columns(path: Path, *, encoding: str = "utf-8") -> Iterator[tuple[list[Row], str]]:
    """Read a file of one word per line into sentences, each with its ``# text =`` line ('' if it has none)."""
    rows: list[Row] = []
    text = ""
    for line in [*path.read_text(encoding=encoding).splitlines(), ""]:
        columns = line.split("\t") if "\t" in line else line.split(" ")
        if not line.strip():
            if rows:
                yield rows, text
            rows, text = [], ""
        elif line.startswith("# ") and "=" in line:
            text = line.partition("=")[2].strip() if line.startswith("# text =") else text
        else:
            rows.append(columns)


def locate_spaces(words: Sequence[str], text: str) -> list[bool] | None:
    """Tell after which words a blank stands in the text; None if the words are not the text's."""
    spaces: list[bool] = []
    at = 0
    for word in words:
        if not text.startswith(word, at):
            return None
        at += len(word)
        spaces.append(text[at : at + 1].isspace())
        while text[at : at + 1].isspace():
            at += 1
    return spaces


def convert_sentence(
    words: Sequence[str], tags: Sequence[str], *, mapping: dict[str, str], outlets: frozenset[str]
) -> list[str]:
    """Relabel the BIO tags of one sentence; types that the mapping lacks become missing."""
    converted = [OUTSIDE] * len(words)
    for start, end, kind in group_tags(tags):
        label = mapping.get(kind, MISSING)
        relabel_span(words, converted, (start, end), label=label, outlets=outlets)
    return converted


def read_uner(path: Path, outlets: frozenset[str], *, keep_all: bool = False) -> list[Passage]:
    """Read Universal NER: ``B-O`` (reviewed as no name) is outside, ``OTH`` is missing.

    ``keep_all`` leaves the names as they are (ORG unrefined, nothing hidden), as scoring needs them.
    """
    passages = []
    for rows, text in read_columns(path):
        words = [row[1] for row in rows]
        if keep_all:
            tags = [OUTSIDE if row[2] in ("B-O", "I-O") else row[2] for row in rows]
            converted = [t[:2] + _UNER.get(t[2:], "") if t[2:] in _UNER else t[:1] if t == "O" else "-" for t in tags]
        else:
            converted = _convert_uner(rows, outlets)
        passages.append(compose_passage(words, converted, spaces=locate_spaces(words, text)))
    return passages


def read_uner_tags(path: Path, outlets: frozenset[str]) -> list[tuple[list[str], list[str]]]:
    """Read the words and litigraph's BIO tags of each sentence of Universal NER, to lay over a treebank's."""
    return [([row[1] for row in rows], _convert_uner(rows, outlets)) for rows, _ in read_columns(path)]


def _convert_uner(rows: Sequence[Row], outlets: frozenset[str]) -> list[str]:
    words = [row[1] for row in rows]
    tags = [OUTSIDE if row[2] in ("B-O", "I-O") else row[2] for row in rows]
    converted = convert_sentence(words, tags, mapping=_UNER, outlets=outlets)
    hide_unannotated(words, converted)
    return converted


def read_crossner(folder: Path, outlets: frozenset[str]) -> list[Passage]:
    """Read all parts of the CrossNER domains in the folder."""
    passages = []
    for path in sorted(folder.glob("*/*.txt")):
        for rows, _ in read_columns(path):
            words = [row[0] for row in rows]
            tags = convert_sentence(words, [row[1] for row in rows], mapping=_CROSSNER, outlets=outlets)
            hide_unannotated(words, tags)
            passages.append(compose_passage(words, tags))
    return passages


def read_wikigold(path: Path, outlets: frozenset[str]) -> list[Passage]:
    """Read Wikigold; MISC is missing, for works stand in it."""
    passages = []
    for rows, _ in read_columns(path):
        words = [row[0] for row in rows]
        tags = convert_sentence(words, [row[1] for row in rows], mapping=_WIKIGOLD, outlets=outlets)
        hide_unannotated(words, tags)
        passages.append(compose_passage(words, tags))
    return passages


def read_fewnerd(paths: Iterable[Path], outlets: frozenset[str]) -> list[Passage]:
    """Read Few-NERD files without duplicates; a capitalised outside word is missing, for some types are masked."""
    sentences = _drop_duplicates([rows for path in paths for rows, _ in read_columns(path)], word=0)
    common = _list_common_words(row[0] for rows in sentences for row in rows)
    passages = []
    for rows in sentences:
        words = [row[0] for row in rows]
        tags = convert_sentence(words, [row[1] for row in rows], mapping=_FEWNERD, outlets=outlets)
        hide_unannotated(words, tags)
        hide_capitalised(words, tags, common)
        passages.append(compose_passage(words, tags))
    return passages


def _drop_duplicates(sentences: Iterable[list[Row]], *, word: int) -> list[list[Row]]:
    return list({" ".join(row[word] for row in rows): rows for rows in sentences}.values())


def _list_common_words(words: Iterable[str]) -> frozenset[str]:
    counts = Counter(word for word in words if word.islower())
    return frozenset(word for word, count in counts.items() if count >= _COMMON_AT_LEAST)


def read_gmb(path: Path, outlets: frozenset[str]) -> list[Passage]:
    """Read the Groningen Meaning Bank (CSV: sentence, word, part of speech, tag) without duplicates.

    Its labels are partly automatic, so a name whose usual label in the corpus is another one is missing.
    """
    sentences: list[list[Row]] = []
    with path.open(encoding="latin-1", newline="") as file:
        for row in list(csv.reader(file))[1:]:
            if row[0] or not sentences:
                sentences.append([])
            sentences[-1].append(row[1:4])
    sentences = _drop_duplicates(sentences, word=0)
    usual = _count_surfaces(sentences)
    return [compose_passage([row[0] for row in rows], _convert_gmb(rows, usual, outlets)) for rows in sentences]


def _count_surfaces(sentences: Iterable[list[Row]]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for rows in sentences:
        for start, end, kind in group_tags([row[2] for row in rows]):
            counts.setdefault(" ".join(row[0] for row in rows[start:end]), Counter())[kind] += 1
    return counts


def _convert_gmb(rows: Sequence[Row], usual: dict[str, Counter[str]], outlets: frozenset[str]) -> list[str]:
    words = [row[0] for row in rows]
    tags = [MISSING if row[1].startswith("NNP") else OUTSIDE for row in rows]
    for start, end, kind in group_tags([row[2] for row in rows]):
        tags[start:end] = [OUTSIDE] * (end - start)
        counts = usual[" ".join(words[start:end])]
        label = _GMB.get(kind, MISSING) if counts[kind] * 2 > counts.total() else MISSING
        if kind == "gpe":
            if rows[end - 1][1] in ("JJ", "NNS", "NNPS"):
                continue
            label = "PLACE" if counts["geo"] > counts["gpe"] else MISSING
        elif kind == "tim":
            while start < end and words[start].casefold() in ("in", "on", "from", "since", "until", "the", "late"):
                start += 1
            stretch = words[start:end]
            calendar = stretch and all(word.casefold() in CALENDAR or word.isdigit() or word == "," for word in stretch)
            label = "DATE" if calendar and any(not word.isdigit() or len(word) == 4 for word in stretch) else MISSING
        relabel_span(words, tags, (start, end), label=label, outlets=outlets)
    hide_unannotated(words, tags)
    return tags


def read_judgments(path: Path) -> list[Passage]:
    """Read the Indian court judgments (a spaCy DocBin), sentences only: preambles are lists in capital letters."""
    nlp = spacy.blank("en")
    docs = DocBin().from_disk(path).get_docs(nlp.vocab)
    return [_convert_judgment(doc) for doc in docs if len(doc) < _PREAMBLE_WORDS and "\n" not in doc.text.strip()]


def _convert_judgment(doc: Doc) -> Passage:
    words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
    tags = [MISSING if word[:1].isupper() and index else OUTSIDE for index, word in enumerate(words)]
    for ent in doc.ents:
        label = _JUDGMENTS.get(ent.label_, MISSING)
        # A party may be a company or a state; only a short name without such words is surely a person.
        party = ent.label_ in ("PETITIONER", "RESPONDENT")
        if party and (len(ent) > 3 or "of" in ent.text.casefold().split() or "." in ent.text):
            label = MISSING
        relabel_span(words, tags, (ent.start, ent.end), label=label, outlets=frozenset())
    hide_unannotated(words, tags)
    return compose_passage(words, tags, spaces=spaces)
