"""What looks like a proceeding in court and is none, shown on texts that the model parses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.lawsuits import evokes_proceeding
from graph.tokens import read_tokens
from graph.trees import mend_trees

IMPEACHED = "The House voted to impeach Bo Dunn on Monday. The Senate will hold the impeachment trial. "


@pytest.mark.parametrize(("text", "found"), [
    ("Dunn's trial begins in May.", []),
    ("The House made its case against Dunn.", []),
    ("A fair trial is what they want.", []),
    ("The House charged Dunn with theft.", []),
    ("Two thirds of the Senate must vote to convict Dunn.", []),
    ("It takes two thirds to convict.", []),
    ("They denied the abuse of power charge.", []),
    ("Ada Quill's trial begins in May.", ["trial"]),
    ("Ada Quill was convicted of theft.", ["convicted"]),
    ("Dunn's criminal trial begins in May.", ["trial"]),
    ("Ada Quill filed a lawsuit against Dunn.", ["lawsuit"]),
])  # fmt: skip
def test_what_a_senate_tries_is_no_proceeding_in_court(pipeline: Language, text: str, found: list[str]) -> None:
    doc = mend_trees(read_tokens(pipeline(IMPEACHED + text)))
    assert [token.text for token in doc if evokes_proceeding(token)] == found


@pytest.mark.parametrize(("text", "found"), [
    ("Fans loved the suit that Bo Dunn wore. Dunn's suit was tight.", []),
    ("Bo Dunn wore a tie to court on Monday. Dunn's suit was dismissed.", ["suit"]),
])  # fmt: skip
def test_where_a_text_speaks_of_clothes_and_no_law_a_suit_is_one_to_wear(
    pipeline: Language, text: str, found: list[str]
) -> None:
    assert [token.text for token in read_tokens(pipeline(text)) if evokes_proceeding(token)] == found
