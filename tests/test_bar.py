"""Lawyers and witnesses whom no client or suit names go with the prosecution that the article tells of."""

from __future__ import annotations

from spacy.language import Language

from graph.schema import load_relations
from tests.test_relations_schema import find_yields

CHARGED = "Peter Hallam was charged with murder on Monday. "
IDLE = "It rained in Boston all day. Nobody was hurt. The town was dark. The shops were shut. "


def read(relation: str, text: str, pipeline: Language) -> set[str]:
    return find_yields(text, load_relations()[relation], pipeline)


def test_a_defender_s_title_evokes_the_only_prosecution(pipeline: Language) -> None:
    text = CHARGED + IDLE + "Defense lawyer Sarah Lindner said that the police were wrong."
    assert read("counsel_in", text, pipeline) == {"Sarah Lindner -> lawsuit"}


def test_a_title_evokes_none_of_two_prosecutions(pipeline: Language) -> None:
    other = "Paul Reinhart was charged with fraud in Texas. "
    text = CHARGED + other + IDLE + "Defense lawyer Sarah Lindner said that the police were wrong."
    assert read("counsel_in", text, pipeline) == set()


def test_a_lawyer_who_only_comments_is_no_counsel(pipeline: Language) -> None:
    assert read("counsel_in", CHARGED + "Attorney Sarah Lindner said that she was shocked.", pipeline) == set()
    assert read("counsel_in", CHARGED + "Attorney Sarah Lindner told the judge so.", pipeline) != set()


def test_who_stands_prosecuting_behind_a_comma_is_counsel(pipeline: Language) -> None:
    text = CHARGED + "Sarah Lindner, defending, told the court that he was ill."
    assert read("counsel_in", text, pipeline) == {"Sarah Lindner -> lawsuit"}
    assert read("counsel_for", text, pipeline) == {"Sarah Lindner -> Peter Hallam"}


def test_a_judge_is_no_witness(pipeline: Language) -> None:
    assert read("witness_in", CHARGED + "Judge Sarah Lindner told the jury to go.", pipeline) == set()
    assert read("witness_in", CHARGED + "Sarah Lindner told the jury about it.", pipeline) != set()


TRIAL = CHARGED + "The trial of Peter Hallam began in Boston. "


def test_a_title_evokes_one_of_several_prosecutions_of_one_accused(pipeline: Language) -> None:
    text = TRIAL + IDLE + "“We will appeal,” defense lawyer Sarah Lindner told reporters."
    assert read("counsel_in", text, pipeline) == {"Sarah Lindner -> lawsuit"}


def test_a_charge_against_somebody_is_a_prosecution(pipeline: Language) -> None:
    text = "The charges against Peter Hallam were dropped, defense lawyer Sarah Lindner said."
    assert read("counsel_for", text, pipeline) == {"Sarah Lindner -> Peter Hallam"}


def test_a_lawyer_defends_whom_the_sentence_speaks_of(pipeline: Language) -> None:
    text = (
        "Peter Hallam was charged with murder. Defense lawyer Sarah Lindner said that Peter Hallam was ill. "
        "Paul Reinhart was charged with fraud."
    )
    assert read("counsel_for", text, pipeline) == {"Sarah Lindner -> Peter Hallam"}


def test_a_lawyer_pleads_in_no_suit_of_others_than_the_client(pipeline: Language) -> None:
    text = (
        "Paul Reinhart sued Microsoft. Susan Okafor sued Peter Hallam. "
        "Paul Reinhart's lawyer, Sarah Lindner, told the judge that it was late. Susan Okafor's lawsuit goes on."
    )
    assert read("counsel_in", text, pipeline) == set()


def test_who_pleaded_guilty_is_a_witness_at_the_trial_of_another(pipeline: Language) -> None:
    text = TRIAL + "Paul Reinhart pleaded guilty to theft. Paul Reinhart admitted to jurors that he lied."
    assert read("witness_in", text, pipeline) == {"Paul Reinhart -> lawsuit"}


def test_who_speaks_at_a_trial_is_a_witness(pipeline: Language) -> None:
    text = "Speaking at the trial of Peter Hallam, Paul Reinhart said that he lied."
    assert read("witness_in", text, pipeline) == {"Paul Reinhart -> lawsuit"}


def test_what_reporters_are_told_during_a_trial_is_no_testimony(pipeline: Language) -> None:
    text = TRIAL + "Paul Reinhart told reporters during the trial that he was ill."
    assert read("witness_in", text, pipeline) == set()


def test_a_title_evokes_the_prosecution_of_whom_the_sentence_speaks(pipeline: Language) -> None:
    other = "Paul Reinhart was charged with fraud in Texas. "
    text = CHARGED + other + IDLE + "Defense lawyer Sarah Lindner said that Peter Hallam was ill."
    assert read("counsel_for", text, pipeline) == {"Sarah Lindner -> Peter Hallam"}
