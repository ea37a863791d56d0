"""A judge and a court go with the proceeding that stands closest to them, within three sentences."""

from __future__ import annotations

from tests.test_relations import SUED, edges, extract

JUDGE = """
Judge PROPN compound 8
Cy PROPN nsubj 9 B-PERSON
Young PROPN flat 7 I-PERSON
slept VERB ROOT 9
. PUNCT punct 9
"""
COURT = """
Travis PROPN compound 9 B-COURT
County PROPN compound 9 I-COURT
Superior PROPN compound 9 I-COURT
Court PROPN nsubj 10 I-COURT
met VERB ROOT 10
. PUNCT punct 10
"""
IDLE = """
Nobody PRON nsubj {verb}
spoke VERB ROOT {verb}
. PUNCT punct {verb}
"""


def shift(lines: str, by: int) -> str:
    """Return the rows with their heads moved by a number of tokens."""
    rows = [line.split() for line in lines.splitlines() if line.strip()]
    return "\n".join(" ".join([*row[:3], str(int(row[3]) + by), *row[4:]]) for row in rows) + "\n"


def test_a_judge_in_the_next_sentence_presides() -> None:
    assert ("Cy Young", "judge_in", "sued") in edges(extract(SUED + JUDGE))


def test_a_court_in_the_next_sentence_hears_it() -> None:
    assert ("sued", "heard_in", "Travis County Superior Court") in edges(extract(SUED + COURT))


def test_the_highest_courts_are_told_of_without_a_case() -> None:
    highest = COURT.replace("Travis PROPN compound 9 B-COURT\nCounty PROPN compound 9 I-COURT\n", "")
    highest = shift(highest.replace("Superior PROPN compound 9 I", "Supreme PROPN compound 9 B"), -2)
    assert not [edge for edge in edges(extract(SUED + highest)) if edge[1] == "heard_in"]


def test_the_highest_court_hears_what_it_decides_beside() -> None:
    rows = HIGHEST.replace("met VERB", "agreed VERB")
    assert ("sued", "heard_in", "Supreme Court") in edges(extract(SUED + rows))
    assert ("sued", "heard_in", "Supreme Court") not in edges(extract(SUED + HIGHEST))
    pending = "When ADV advmod 9\n" + shift(rows.strip(), 1)
    assert ("sued", "heard_in", "Supreme Court") not in edges(extract(SUED + pending))


def test_a_precedent_further_down_is_another_case() -> None:
    idle = "".join(IDLE.format(verb=3 * number + 1) for number in range(3))
    rows = HIGHEST.replace("met VERB", "agreed VERB")
    assert ("sued", "heard_in", "Supreme Court") not in edges(extract(idle + shift(SUED + rows, 9)))


def test_a_judge_of_a_place_presides() -> None:
    local = "Salem PROPN compound 8 B-PLACE\n" + shift(JUDGE.strip(), 1).replace("Judge", "judge")
    assert ("Cy Young", "judge_in", "sued") in edges(extract(SUED + local))


def test_three_sentences_on_it_is_too_far() -> None:
    between = "".join(IDLE.format(verb=6 + 3 * number + 1) for number in range(3))
    assert not [edge for edge in edges(extract(SUED + between + shift(JUDGE, 9))) if edge[1] == "judge_in"]


def test_of_several_courts_none_is_tied_to_a_suit_of_another_sentence() -> None:
    other = shift(COURT.replace("Travis", "Mill"), 6)
    assert not [edge for edge in edges(extract(SUED + COURT + other)) if edge[1] == "heard_in"]


HIGHEST = """
Supreme PROPN compound 7 B-COURT
Court PROPN nsubj 8 I-COURT
met VERB ROOT 8
. PUNCT punct 8
"""


def test_where_the_highest_court_is_told_of_its_justices_preside_over_no_trial() -> None:
    def presiding(title: str) -> bool:
        judge = shift(JUDGE, 4).replace("Judge", title)
        return ("Cy Young", "judge_in", "sued") in edges(extract(SUED + HIGHEST + judge))

    assert presiding("Judge")
    assert not presiding("Justice")
    assert ("Cy Young", "judge_in", "sued") in edges(extract(SUED + JUDGE.replace("Judge", "Justice")))
