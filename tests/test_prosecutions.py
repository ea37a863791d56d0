"""Which words stand for a criminal proceeding, and of whom it is, shown on sentences that the model parses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.causes import load_causes
from graph.extract import extract_document
from graph.model import Document, Extraction
from graph.prosecutions import load_prosecutions
from graph.references import find_references
from graph.resolve import resolve
from graph.tokens import read_tokens
from tests.extractions import Article


def read(pipeline: Language, text: str) -> Extraction:
    return extract_document(Document("d1", "a.txt", text, published="2015-09-17"), pipeline(text))


def name_defendants(extraction: Extraction) -> set[str]:
    return {
        extraction.chains[mention.subject].label
        for mention in extraction.relations
        if mention.relation == "defendant_in" and mention.evidence.assertion.shown
    }


@pytest.mark.parametrize("text", [
    "Bo Dunn was charged this week for his role in the attack.",
    "Bo Dunn was charged in connection with the fire.",
    "Bo Dunn was charged Monday.",
    "Police charged Bo Dunn on Friday.",
    "Bo Dunn is charged that he stole a car.",
    "Bo Dunn was charged with making a bogus call.",
    "Bo Dunn appeared in court charged with murder.",
    "Bo Dunn faces charges of rape and kidnapping.",
    "Bo Dunn faces five counts of fraud.",
    "Bo Dunn denies three counts of rape.",
    "Bo Dunn is due in court on Friday on charges of assault.",
    "Bo Dunn was extradited to the United States to face charges of fraud.",
    "Charges were filed against Bo Dunn on Friday.",
    "Bo Dunn will stand trial in October for murder.",
    "Bo Dunn is standing trial for murder.",
    "Bo Dunn was tried in absentia for murder.",
    "Bo Dunn was convicted in 2012 on corruption charges.",
    "Bo Dunn was found not guilty of murder.",
    "Bo Dunn pleaded no contest to assault.",
    "Bo Dunn entered a plea of not guilty.",
    "Bo Dunn has a conviction for drunk driving.",
    "Bo Dunn's conviction was overturned.",
    "Bo Dunn's sentencing is set for June.",
    "Bo Dunn is awaiting sentencing.",
    "Bo Dunn was sentenced on Friday after admitting fraud.",
    "Bo Dunn is serving a 10-year sentence for fraud.",
    "Bo Dunn received a suspended sentence for tax fraud.",
    "Bo Dunn was handed a five-year sentence for fraud.",
    "Bo Dunn was jailed for 10 years for fraud.",
    "Bo Dunn served 33 days in prison for assaulting a photographer.",
    "Former aide Bo Dunn, charged with leaking memos, will plead guilty.",
    "Three men, including Bo Dunn, were charged with arson.",
    "Prosecutors charged three men, including Bo Dunn, with theft.",
    "District Attorney Ada Quill charged Bo Dunn with murder.",
])  # fmt: skip
def test_who_is_charged_tried_or_sentenced_is_a_defendant(pipeline: Language, text: str) -> None:
    assert name_defendants(read(pipeline, text)) == {"Bo Dunn"}


@pytest.mark.parametrize("text", [
    "Bo Dunn was charged $40 for the room.",
    "Bo Dunn charged at Ada Quill.",
    "Bo Dunn was charged with overseeing the merger.",
    "Bo Dunn, charged with supervision of the banks, signed the order.",
    "Ada Quill charged that Bo Dunn had lied.",
    "Bo Dunn could be charged with murder.",
    "Bo Dunn might stand trial in June.",
    "Ada Quill called for Bo Dunn to be prosecuted.",
    "Bo Dunn has never been arrested, much less convicted, for violence.",
    "Bo Dunn was never charged, let alone convicted.",
    "Bo Dunn spent the night in jail.",
    "Bo Dunn spent months in jail.",
    "Bo Dunn spoke of his conviction that films should be long.",
    "Bo Dunn served two years in the army.",
    "Bo Dunn was arrested for assault.",
    "The agency's staff recommended charges against Bo Dunn.",
    "Bo Dunn avoided charges.",
    "Bo Dunn escaped prosecution.",
])  # fmt: skip
def test_who_only_might_be_charged_or_pays_or_has_a_task_is_none(pipeline: Language, text: str) -> None:
    assert name_defendants(read(pipeline, text)) == set()


@pytest.mark.parametrize("text", [
    "Ada Quill commented on Bo Dunn's upcoming sentencing.",
    "Ada Quill wrote a book on Bo Dunn's trial.",
    "Ada Quill reported on the trial of Bo Dunn.",
])  # fmt: skip
def test_who_speaks_on_a_trial_is_not_the_one_on_trial(pipeline: Language, text: str) -> None:
    assert name_defendants(read(pipeline, text)) == {"Bo Dunn"}


def test_each_of_two_who_face_counts_is_a_defendant(pipeline: Language) -> None:
    assert name_defendants(read(pipeline, "Bo Dunn and Ada Quill each face five counts of theft.")) == {
        "Ada Quill", "Bo Dunn",
    }  # fmt: skip


def find_roles(extraction: Extraction, relation: str) -> set[str]:
    return {extraction.chains[m.subject].label for m in extraction.relations if m.relation == relation}


def test_the_client_of_a_lawyer_who_speaks_is_charged_and_not_the_lawyer(pipeline: Language) -> None:
    text = "Bo Dunn’s lawyer, Al Roe, said his client was away when the indictment came up charging him and Cy Poe."
    assert name_defendants(read(pipeline, text)) == {"Cy Poe"}


def test_a_prosecutor_is_counsel_and_an_office_the_plaintiff(pipeline: Language) -> None:
    charged = read(pipeline, "District Attorney Ada Quill charged Bo Dunn with murder.")
    assert (find_roles(charged, "plaintiff_in"), find_roles(charged, "counsel_in")) == (set(), {"Ada Quill"})
    filed = read(pipeline, "The Serious Fraud Office brought charges against Bo Dunn.")
    assert find_roles(filed, "plaintiff_in") == {"Serious Fraud Office"}


def test_a_juror_of_a_trial_is_not_on_trial(pipeline: Language) -> None:
    assert name_defendants(read(pipeline, "Al Roe was called as a juror for Bo Dunn's trial.")) == {"Bo Dunn"}


@pytest.mark.parametrize("text", [
    "Bo Dunn was charged with three others.", "Bo Dunn was charged in connection with the fire.",
    "Bo Dunn pleaded guilty to lesser charges.",
])  # fmt: skip
def test_who_was_charged_too_and_a_bare_charge_are_no_wrong(pipeline: Language, text: str) -> None:
    assert [claim for proceeding in read(pipeline, text).proceedings for claim in proceeding.facts.claims] == []


def test_charged_behind_the_court_s_name_says_nothing_of_the_court(pipeline: Language) -> None:
    doc = read_tokens(pipeline("Bo Dunn appeared in court charged with murder."))
    find_references(doc)
    charged = next(token for token in doc if token.text == "charged")
    assert charged.head.text == "appeared"


def test_each_crime_is_a_cause_of_the_list() -> None:
    assert load_prosecutions()["crimes"] <= set(load_causes().values())


def count_cases(*mentions: tuple[str, tuple[str, ...]], text: str) -> int:
    article = Article("d1", f"Bo Dunn. {text}")
    dunn = article.add("Bo Dunn")
    for mention, claims in mentions:
        article.add_lawsuit(mention, against=(dunn,), claims=claims)
    return len(resolve([article.extraction()]).docket.lawsuits)


def test_the_stages_of_one_prosecution_are_one_beside_an_earlier_conviction() -> None:
    text = "Dunn was charged. Dunn has a prior conviction. He was arraigned. The charges against him may grow."
    mentions = (("!charged", ("assault",)), ("~a prior conviction", ("assault",)), ("!arraigned", ()),
                ("~The charges", ()))  # fmt: skip
    assert count_cases(*mentions, text=text) == 2


def test_a_crime_in_the_text_s_own_words_is_no_other_prosecution() -> None:
    text = "Dunn pleaded guilty to helping two men. Dunn pled guilty to smuggling."
    assert count_cases(("!pleaded", ("helping two men",)), ("!pled", ("smuggling",)), text=text) == 1


def test_what_one_served_time_for_is_a_prosecution() -> None:
    article = Article("d1", "Bo Dunn served two years. Ada Quill sued.")
    dunn, quill = article.add("Bo Dunn"), article.add("Ada Quill")
    article.add_lawsuit("!served", against=(dunn,), rule="serve-term")
    article.add_lawsuit("!sued", by=(quill,))
    assert len(resolve([article.extraction()]).docket.lawsuits) == 2


def test_a_case_of_another_crime_without_a_party_is_not_the_one_before_it() -> None:
    article = Article("d1", "Ada Quill sued Bo Dunn. A fraud case was old.")
    quill, dunn = article.add("Ada Quill"), article.add("Bo Dunn")
    article.add_lawsuit("!sued", by=(quill,), against=(dunn,), claims=("defamation",))
    article.add_lawsuit("~A fraud case", claims=("fraud",))
    (lawsuit,) = resolve([article.extraction()]).docket.lawsuits
    assert [value.text for value in lawsuit.claims] == ["defamation"]


@pytest.mark.parametrize(("text", "defendants"), [
    ("Ada Quill named Bo Dunn, a former aide who pleaded guilty to one count of fraud and was sentenced Tuesday in a "
     "federal court.", {"Bo Dunn"}),
    ("Bo Dunn pleaded guilty to eight charges. Bo Dunn told a court that Cy Fox had directed him to pay two women who "
     "said they knew Fox. He pleaded guilty to charges of tax evasion.", {"Bo Dunn"}),
    ("Governor Bo Quill also pardoned Cy Dunn, the former banker - and I covered his indictment.", {"Cy Dunn"}),
])  # fmt: skip
def test_a_plea_or_sentence_is_not_of_whoever_stands_beside_the_accused(
    pipeline: Language, text: str, defendants: set[str]
) -> None:
    assert name_defendants(read(pipeline, text)) == defendants
