"""Read Universal Dependencies treebanks (CoNLL-U) and build parsed documents of several sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from graph.training.labels import group_tags
from graph.training.passages import MISSING, curl_quotes

SPACE_TAG = "_SP"


@dataclass(frozen=True)
class Word:
    """Hold one syntactic word: CoNLL-U columns, the head as a 0-based index in the sentence (itself for the root).

    ``name`` is a BIO tag, MISSING where no corpus tells.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool
    name: str = MISSING


@dataclass(frozen=True)
class Sentence:
    """Hold one tree with its id, and whether a document or a paragraph begins with it."""

    id: str
    words: tuple[Word, ...]
    opens_document: bool
    opens_paragraph: bool


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a CoNLL-U file; ValueError names the line of a row that does not have ten columns."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            comments.append(line)
        elif line:
            columns = line.split("\t")
            if len(columns) != 10:
                raise ValueError(f"{path}:{number}: {len(columns)} columns; CoNLL-U has 10, separated by tabs")
            rows.append(columns)
        elif rows:
            yield _build_sentence(comments, rows)
            comments, rows = [], []


def _build_sentence(comments: Sequence[str], rows: Sequence[Sequence[str]]) -> Sentence:
    words: list[Word] = []
    glued: dict[int, bool] = {}
    for columns in rows:
        index, misc = columns[0], columns[9].split("|")
        space = "SpaceAfter=No" not in misc
        if "-" in index:
            first, last = (int(part) for part in index.split("-"))
            # A multi-word token ("don't") is one surface word: no blank inside, its own blank after the last part.
            glued.update(dict.fromkeys(range(first, last), False))
            glued[last] = space
            continue
        if "." in index:
            continue
        at, head = int(index), int(columns[6])
        words.append(
            Word(
                form=columns[1].replace(" ", "\N{NO-BREAK SPACE}"),
                lemma=columns[2],
                pos=columns[3],
                tag=columns[4],
                morph="" if columns[5] == "_" else columns[5],
                head=at - 1 if head == 0 else head - 1,
                dep="ROOT" if head == 0 else columns[7],
                space=glued.get(at, space),
            )
        )
    keys = {line[1:].split("=")[0].strip(): line.partition("=")[2].strip() for line in comments}
    document = any(key.startswith("newdoc") for key in keys)
    paragraph = document or any(key.startswith("newpar") for key in keys)
    return Sentence(keys.get("sent_id", ""), tuple(words), document, paragraph)


def group_sentences(sentences: Sequence[Sentence], *, rng: Random, most: int = 5) -> list[list[Sentence]]:
    """Group consecutive sentences of one document into chunks of 1 to ``most`` sentences, drawn by ``rng``."""
    groups: list[list[Sentence]] = []
    room = 0
    for sentence in sentences:
        if room == 0 or sentence.opens_document:
            groups.append([])
            room = rng.randint(1, most)
        groups[-1].append(sentence)
        room -= 1
    return groups


def build_tree_doc(vocab: Vocab, group: Sequence[Sentence], *, rng: Random, typographic: bool, breaks: bool) -> Doc:
    """Build one parsed document of consecutive sentences.

    ``typographic`` sets curly quotes and long dashes, as news has them; ``breaks`` parts paragraphs by line breaks.
    """
    words: list[Word] = []
    for number, sentence in enumerate(group):
        if number:
            last = words[-1]
            # A heading has no full stop, and in news it stands on a line of its own.
            likely = 0.8 if sentence.opens_paragraph else 0.5 if last.pos != "PUNCT" else 0.0
            line_break = breaks and rng.random() < likely
            words[-1] = _respace(last, not line_break)
            if line_break:
                blank = rng.choice(("\n\n", "\n\n", "\n"))
                words.append(Word(blank, blank, "SPACE", SPACE_TAG, "", len(words) - 1, "dep", False))
        base = len(words)
        words += [_shift(word, base) for word in sentence.words]
    dash = rng.choice(("—", "–"))
    forms = [dash if typographic and w.form in ("--", "-") and w.tag in (":", ",") else w.form for w in words]
    spaces = [word.space for word in words]
    if typographic:
        forms = _curl_forms(forms, spaces)
    doc = Doc(
        vocab,
        words=forms,
        spaces=spaces,
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
    )
    _set_names(doc, [word.name for word in words])
    return doc


def _set_names(doc: Doc, tags: Sequence[str]) -> None:
    if all(tag == MISSING for tag in tags):
        return
    ents = [Span(doc, start, end, label) for start, end, label in group_tags(tags)]
    missing = [doc[index : index + 1] for index, tag in enumerate(tags) if tag == MISSING]
    doc.set_ents(ents, missing=missing, default="outside")


def attach_names(
    sentences: Iterable[Sentence], tagged: Iterable[tuple[Sequence[str], Sequence[str]]]
) -> list[Sentence]:
    """Give the words of each sentence the BIO tags that a name corpus over the same sentences has for them."""
    known = {tuple(words): tags for words, tags in tagged}
    named: list[Sentence] = []
    for sentence in sentences:
        tags = known.get(tuple(word.form for word in sentence.words))
        words = sentence.words if tags is None else tuple(
            replace(word, name=tag) for word, tag in zip(sentence.words, tags, strict=True))  # fmt: skip
        named.append(replace(sentence, words=words))
    return named


def _shift(word: Word, base: int) -> Word:
    return replace(word, head=word.head + base)


def _respace(word: Word, space: bool) -> Word:
    return replace(word, space=space)


def _curl_forms(forms: Sequence[str], spaces: Sequence[bool]) -> list[str]:
    text = curl_quotes("".join(form + " " * space for form, space in zip(forms, spaces, strict=True)))
    curled: list[str] = []
    at = 0
    for form, space in zip(forms, spaces, strict=True):
        curled.append(text[at : at + len(form)])
        at += len(form) + space
    return curled


def read_gum_parts(folder: Path) -> dict[str, list[Path]]:
    """Give the CoNLL-U files of GUM by part (train, dev, test); one that ``splits.md`` does not name is train."""
    part_of: dict[str, str] = {}
    part = ""
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.strip().startswith("* "):
            part_of[line.strip()[2:]] = part
    parts: dict[str, list[Path]] = {"train": [], "dev": [], "test": []}
    for path in sorted((folder / "dep").glob("*.conllu")):
        chosen = part_of.get(path.stem, "train")
        if chosen in parts:
            parts[chosen].append(path)
    return parts
