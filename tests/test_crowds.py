"""What the shape of a word shows to be no name."""

from __future__ import annotations

import pytest

from graph.crowds import is_no_name
from tests.docs import parse

ROWS = {
    "Millborians": "Millborians PROPN nsubj 1\nleft VERB ROOT 1",
    "Adm.": "Adm. PROPN nsubj 1\nleft VERB ROOT 1",
    "Quill Memorial Service": "Quill PROPN compound 2\nMemorial PROPN compound 2\nService PROPN ROOT 2",
    "Gogled": "he PRON nsubj 1\nGogled PROPN ROOT 1\nit PRON obj 1",
    "Periskoped": "it PRON nsubj 2\nwas AUX cop 2\nPeriskoped PROPN ROOT 2\nby ADP case 4\nAda PROPN obl 2",
    "Osei": "his PRON nmod:poss 2\nOsei PROPN compound 2\nrights NOUN ROOT 2",
    "Bians": "Bians PROPN nsubj 1\nleft VERB ROOT 1",
    "Creed": "it PRON nsubj 2\nwas AUX cop 2\nCreed PROPN ROOT 2\nwho PRON nsubj 4\nwon VERB acl:relcl 2",
    "Kuwaitis": "Kuwaitis PROPN nsubj 1\nleft VERB ROOT 1",
    "ET": "at ADP case 2\n9 NUM nummod 2\np.m. NOUN ROOT 2\nET PROPN dep 2",
    "MT": "MT PROPN nsubj 1\nleft VERB ROOT 1",
    "Quill": "Quill PROPN nsubj 1\nleft VERB ROOT 1",
    "Quill Service": "Quill PROPN compound 1\nService PROPN ROOT 1",
}


@pytest.mark.parametrize(("words", "none"), [
    ("Millborians", True), ("Adm.", True), ("Quill Memorial Service", True), ("Gogled", True), ("Periskoped", True),
    ("Osei", True), ("Kuwaitis", True), ("Bians", False), ("Creed", False), ("Quill", False), ("Quill Service", False),
    ("ET", True), ("MT", False),
])  # fmt: skip
def test_shape_and_company_show_what_is_no_name(words: str, none: bool) -> None:
    doc = parse(ROWS[words])
    first = words.split()[0]
    start = next(token.i for token in doc if token.text == first)
    assert is_no_name(doc[start : start + len(words.split())]) is none
