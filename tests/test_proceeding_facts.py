"""Which of a sentence's dates, sums and wrongs are a proceeding's, shown on sentences that the model parses."""

from __future__ import annotations

import pytest
from spacy.language import Language

from graph.extract import extract_document
from graph.model import Document


def read_facts(pipeline: Language, text: str, fact: str) -> set[str]:
    extraction = extract_document(Document("d1", "a.txt", text, published="2015-09-17"), pipeline(text))
    return {value for proceeding in extraction.proceedings for value in getattr(proceeding.facts, fact)}


@pytest.mark.parametrize(("text", "dates"), [
    ("Ada Quill's 2013 lawsuit against Bo Dunn was dismissed.", {"2013"}),
    ("The suit, filed in Denver federal court last Thursday, accuses Bo Dunn of fraud.", {"2015-09-10"}),
    ("In a suit filed in Los Angeles Superior Court earlier this month, Ada Quill accuses Bo Dunn of fraud.",
     {"2015-09"}),
    ("A suit that should have been filed in February was filed in June by Ada Quill.", {"2015-06"}),
    ("Ada Quill is suing Bo Dunn over a mass outbreak at a resort in March.", set()),
    ("Bo Dunn was sued by an island resort over a review, police said Saturday.", set()),
    ("Bo Dunn was charged with theft in June.", {"2015-06"}),
    ("Bo Dunn was charged with lying to the bank in 2013.", set()),
    ("Bo Dunn was charged on Monday with falsely arresting a guest in 2013.", {"2015-09-14"}),
    ("Bo Dunn was arrested on Friday and charged with arson.", {"2015-09-11"}),
    ("Ada Quill said in the complaint, filed on 13 December, that she did not know it.", {"2014-12-13"}),
    ("The case began in December 2004 when Ada Quill asked a court for help against Bo Dunn.", {"2004-12"}),
    ("Ada Quill and Bo Dunn have been in a legal battle since August.", {"2015-08"}),
    ("It is the biggest gun rights case at the Supreme Court since 2010.", set()),
    ("In the 1980s, Bo Dunn served 33 days in prison for assaulting a guest.", set()),
    ("In 2014, Bo Dunn served 33 days in prison for assaulting a guest.", set()),
    ("Bo Dunn paid Ada Quill to settle a suit that began in July 2012.", {"2012-07"}),
    ("The baker accused of robbing a guest last Friday was indicted by a grand jury on Monday.", {"2015-09-14"}),
    ("Ada Quill sued Bo Dunn on Tuesday, September 1.", {"2015-09-01"}),
    ("Ada Quill filed for divorce from Bo Dunn in May.", {"2015-05"}),
    ("Ada Quill slapped Bo Dunn with a $5 million lawsuit on Monday.", {"2015-09-14"}),
    ("Ada Quill took Bo Dunn to court in April.", {"2015-04"}),
    ("Ada Quill took legal action against Bo Dunn in March.", {"2015-03"}),
    ("Bo Dunn is named as a defendant in the lawsuit, which Ada Quill filed on June 1.", {"2015-06-01"}),
    ("“Today we take Bo Dunn to court,” Ada Quill said.", set()),
    ("Ada Quill's lawsuit against Bo Dunn, filed in spring 2014, was dismissed in March 2015.", {"2014"}),
])  # fmt: skip
def test_the_filing_date_is_when_it_began(pipeline: Language, text: str, dates: set[str]) -> None:
    assert read_facts(pipeline, text, "filed") == dates


@pytest.mark.parametrize(("text", "sums"), [
    ("A jury awarded Ada Quill $5 million in her suit against Bo Dunn.", {"$5 million"}),
    ("Bo Dunn was ordered to pay Ada Quill $100,000 in the defamation case.", {"$100,000"}),
    ("Ada Quill filed a two billion dlr lawsuit against Bo Dunn.", {"two billion dlr"}),
    ("Ada Quill filed a multimillion-dollar lawsuit against Bo Dunn.", {"multimillion-dollar"}),
    ("Ada Quill sued Bo Dunn. She is looking for damages at a minimum of $2m.", {"$2m"}),
    ("Ada Quill sued Bo Dunn. He failed. It was May. She wept. She seeks damages totaling more than $5,000.",
     {"more than $5,000"}),
    ("The court approved a $168m (£89m) settlement in the lawsuit by Ada Quill.", {"$168m"}),
    ("The city made a $3 million payment to settle the lawsuit of Ada Quill.", {"$3 million"}),
    ("Ada Quill sued Bo Dunn over damages to a $40 million villa.", set()),
    ("Ada Quill sued Bo Dunn over a $40 million loan.", set()),
    ("Bo Dunn was charged with stealing $3 million.", set()),
    ("Ada Quill filed a $5 million breach of contract lawsuit against Bo Dunn.", {"$5 million"}),
    ("The city paid Ada Quill $185,000 to settle her suit.", {"$185,000"}),
    ("The suit says that the mill's payments totaled nearly $40 million.", set()),
    ("A complaint was filed against Bo Dunn for an $18 million transfer to the mill.", set()),
    ("Ada Quill sued Bo Dunn for $10 million dollars.", {"$10 million"}),
    ("The mill entered a two mln dlr settlement to pay for damage claims against the firm.", {"two mln dlr"}),
    ("The government's $280bn (£155bn) claim against Harbor Gas was rejected.", {"$280bn", "£155bn"}),
    ("Ada Quill sued Bo Dunn. Quill claimed that damages were in excess of $100,000.", {"$100,000"}),
    ("Ada Quill sued Bo Dunn. Quill wants Dunn to pay her $5 million in fees.", {"$5 million"}),
    ("Ada Quill sued Bo Dunn. He was fined and ordered to pay costs of $900.", set()),
    ("Ada Quill settled her suit. The bank reached a separate $125 million settlement with Bo Dunn.", set()),
    ("Mill Oil is seeking more than $20bn in damages after its unit was sold. It sued four firms.",
     {"more than $20bn"}),
    ("Mill Oil bought its unit for $20bn. It sued four firms.", set()),
    ("Mill Oil filed for bankruptcy. It was ordered to pay Ada Quill $3 million.", set()),
    ("Ada Quill sued Bo Dunn. Quill is seeking the sum of $44,000 or more. She also demands $2,000 for distress.",
     {"$44,000", "$2,000"}),
    ("Ada Quill sued Bo Dunn. She is seeking $350,000 for punitive damages.", {"$350,000"}),
    ("Ada Quill sued Bo Dunn. She wants a $5 million loan.", set()),
    ("Ada Quill sued Bo Dunn. Cy Marsh wants $5 million.", set()),
])  # fmt: skip
def test_a_sum_is_what_is_sought_or_given_and_none_that_was_only_at_stake(
    pipeline: Language, text: str, sums: set[str]
) -> None:
    assert read_facts(pipeline, text, "amounts") == sums


@pytest.mark.parametrize(("text", "claims"), [
    ("Ada Quill sued Bo Dunn for violating the Emoluments Clause.", {"violating the emoluments clause"}),
    ("Bo Dunn was charged with menacing and illegal gambling.", {"menacing", "illegal gambling"}),
    ("Bo Dunn pleaded guilty to distributing steroids.", {"distributing steroids"}),
    ("Ada Quill sued Bo Dunn. She asks for $2 million in damages for libel and slander.", {"libel", "slander"}),
    ("Ada Quill sued Bo Dunn on Friday. Cy Marsh told her of a fraud.", set()),
    ("Bo Dunn was charged with wire fraud, money laundering and two counts of evading a toll.",
     {"wire fraud", "money laundering", "evading a toll"}),
    ("Bo Dunn faces charges of fraud, hoarding tea in Denver and hiding a rare owl.",
     {"fraud", "hoarding tea", "hiding a rare owl"}),
    ("Bo Dunn was charged with theft, and the owner said that he was glad.", {"theft"}),
    ("Bo Dunn was convicted of bank and tax fraud and jailed for two years.", {"bank fraud", "tax fraud"}),
    ("Bo Dunn was convicted of theft, carrying a fine.", {"theft"}),
    ("Bo Dunn was convicted for the first time.", set()),
    ("Bo Dunn faces charges of fraud and a prison sentence.", {"fraud"}),
    ("Bo Dunn was charged with hoarding tea and police said that he was glad.", {"hoarding tea"}),
    ("Ada Quill sued Bo Dunn. She is seeking $5 million in damages for libel and battery.", {"libel", "battery"}),
    ("Ada Quill sued Bo Dunn. He wants to be told of libel.", set()),
    ("Ada Quill sued Bo Dunn. She accuses him of fraud.", {"fraud"}),
    ("Ada Quill sued Bo Dunn on Friday. The singer is accused of fraud after she blackmailed a guest.", {"fraud"}),
    ("Ada Quill sued Bo Dunn on Friday. Cy Marsh accuses a neighbour of fraud.", set()),
    ("Ada Quill is suing Harbor News over a story about tax fraud.", set()),
    ("He faces a defamation lawsuit from Ada Quill, a former guest who accuses him of sexually harassing her.",
     {"defamation"}),
    ("Ada Quill sued Bo Dunn. He has repeatedly accused a neighbour of murder.", set()),
    ("The lawsuit states that Bo Dunn used vile words to claim that Ada Quill has a history of domestic violence.",
     set()),
    ("Ada Quill is suing the Mill Foundation over an injury she said she suffered.", {"injury"}),
    ("Ada Quill is suing the Mill Foundation over the policy.", set()),
    ("Bo Dunn was indicted on the exact same three criminal charges.", set()),
    ("Bo Dunn lost his obstruction of justice case on Monday.", {"obstruction of justice"}),
    ("Ada Quill sued the mill for suspending her account during the first debate.", {"suspending her account"}),
    ("Ada Quill sued the mill for firing her during the storm.", {"firing her"}),
    ("Bo Dunn was sued by the mill for dealing in illegal copies of a film.", {"dealing in illegal copies of a film"}),
    ("Ada Quill filed a lawsuit against the city, accusing it of unlawfully detaining protesters.",
     {"detaining protesters"}),
    ("The suit accuses the mill of rigging bids and fixing prices.", {"rigging bids", "fixing prices"}),
    ("Ada Quill sued the city for trying to shutter the firm's main Fremont warehouse.",
     {"trying to shutter the firm's main fremont warehouse"}),
    ("Ada Quill sued the mill for refusing to serve her.", {"refusing to serve her"}),
    ("Although Bo Dunn is named in the suit, he is not accused of hiding tea.", set()),
    ("The suit names Bo Dunn, who left after he was accused of hiding tea.", set()),
    ("Ada Quill is suing the mill for injuries suffered when a door fell.", {"injuries"}),
    ("Ada Quill sued the city for repayment of the loan.", set()),
    ("Ada Quill sued the city for visitor logs.", set()),
    ("Ada Quill sued the mill for an ad.", set()),
    ("Bo Dunn is being sued by Ada Quill for spreading conspiracy theories.", {"spreading conspiracy theories"}),
    ("The suit says that Bo Dunn broke three federal laws.", {"broke three federal laws"}),
    ("Bo Dunn was charged with conspiracy and falsifying brokerage records.",
     {"conspiracy", "falsifying brokerage records"}),
    ("Bo Dunn was convicted of hoarding tea last year.", {"hoarding tea"}),
    ("Bo Dunn was convicted of rare tea crimes last year.", {"rare tea crimes"}),
    ("Bo Dunn was found guilty of filing false reports with regulators.", {"filing false reports"}),
    ("A court found proof of tea in the case against Bo Dunn.", set()),
    ("The government sued Harbor Gas over its policies to curb illegal gambling and drug trafficking.", set()),
    ("Ada Quill's lawsuit says that the false accusations of theft soured her day.", set()),
    ("A lawsuit by Ada Quill alleges violations of the First and Fourteenth amendments.",
     {"violations of the first and fourteenth amendments"}),
    ("Ada Quill sued Bo Dunn, accusing him of infringing on several of her patents.", {"patent infringement"}),
    ("Ada Quill has taken legal action against Bo Dunn for libel.", {"libel"}),
    ("Harbor Gas's Chapter 11 filing named Bo Dunn.", {"bankruptcy"}),
    ("Ada Quill filed for divorce from Bo Dunn, citing irreconcilable differences.", {"divorce"}),
])  # fmt: skip
def test_a_wrong_is_given_in_the_text_s_words(pipeline: Language, text: str, claims: set[str]) -> None:
    assert read_facts(pipeline, text, "claims") == claims


def test_a_suit_s_words_make_a_defendant_of_who_is_sued_elsewhere(pipeline: Language) -> None:
    text = "Ada Quill sued Bo Dunn. A lawsuit filed in Denver on Friday says that Bo Dunn stole the money."
    relations = extract_document(Document("d1", "a.txt", text), pipeline(text)).relations
    assert "defendant_in/suit-says" in {relation.evidence.rule for relation in relations}


def test_bare_charges_are_no_wrong(pipeline: Language) -> None:
    text = "Bo Dunn pleaded guilty to state charges."
    assert read_facts(pipeline, text, "claims") == set()


@pytest.mark.parametrize(("text", "statuses"), [
    ("Ada Quill sued Bo Dunn. The suit charges that he lied.", {"filed"}),
    ("Ada Quill filed a lawsuit charging that Bo Dunn lied.", {"filed"}),
    ("Ada Quill sued Bo Dunn. The suit continues with more on the tea.", {"filed"}),
    ("Ada Quill sued Bo Dunn. The suit continues.", {"filed", "ongoing"}),
    ("Bo Dunn was charged with theft.", {"charged"}),
])  # fmt: skip
def test_what_a_suit_says_is_not_how_it_stands(pipeline: Language, text: str, statuses: set[str]) -> None:
    assert read_facts(pipeline, text, "statuses") == statuses
