"""What a text commits itself to, and who says so, on hand-built Docs with UD and with ClearNLP labels."""

from __future__ import annotations

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc as ParsedDoc

from graph.assertion import Stance, assess, find_attribution
from graph.model import Assertion
from graph.tokens import Doc, Token, read_tokens

LEMMAS = {
    "accused": "accuse", "adds": "add", "alleges": "allege", "claimed": "claim", "claims": "claim",
    "declined": "decline", "denied": "deny", "documents": "document", "failed": "fail", "filed": "file",
    "filing": "file", "gave": "give", "hit": "hit", "hitting": "hit", "jurors": "juror", "obtained": "obtain",
    "planned": "plan", "published": "publish", "refused": "refuse", "reported": "report", "reports": "report",
    "said": "say", "says": "say", "sued": "sue", "suing": "sue", "testified": "testify", "threatened": "threaten",
    "told": "tell", "wants": "want", "allegations": "allegation", "was": "be", "is": "be", "did": "do",
    "does": "do", "has": "have", "had": "have",
}  # fmt: skip
VOCAB = English().vocab
PARTICIPLES = {"obtained", "reported"}


def parse(rows: str) -> Doc:
    """Build a Doc from "word/POS/label>head" items; heads count from 1, 0 is the root, "@X" is an entity label."""
    words, poses, deps, heads, ents = [], [], [], [], []
    for number, row in enumerate(rows.split()):
        item, head = row.rsplit(">", 1)
        word, pos, label = item.rsplit("/", 2)
        label, _, entity = label.partition("@")
        words.append(word)
        poses.append(pos)
        deps.append("ROOT" if head == "0" else label)
        heads.append(number if head == "0" else int(head) - 1)
        ents.append(f"B-{entity}" if entity else "O")
    lemmas = [LEMMAS.get(word.lower(), word.lower()) for word in words]
    tags = [
        "VBN" if label in {"acl", "advcl"} and word in PARTICIPLES else ""
        for word, label in zip(words, deps, strict=True)
    ]
    parsed = ParsedDoc(VOCAB, words=words, pos=poses, deps=deps, heads=heads, lemmas=lemmas, tags=tags, ents=ents)
    return read_tokens(parsed)


def find(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def read(rows: str, cue: str) -> tuple[Assertion, str | None]:
    """Return the assertion of the cue's clause and the speaker's word."""
    doc = parse(rows)
    stance = assess(find(doc, cue), doc)
    return stance.assertion, stance.speaker.text if stance.speaker is not None else None


ASSERTED, ALLEGED, DENIED = Assertion.ASSERTED, Assertion.ALLEGED, Assertion.DENIED
NEGATED, HYPOTHETICAL = Assertion.NEGATED, Assertion.HYPOTHETICAL

PLAIN = [
    ("a plain clause", "Ada/PROPN/nsubj>2 sued/VERB/root>0 Bo/PROPN/obj>2", "sued", ASSERTED),
]
NEGATION = [
    ("not, UD", "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 sue/VERB/root>0 Bo/PROPN/obj>4", "sue", NEGATED),
    ("not, ClearNLP", "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/neg>4 sue/VERB/root>0 Bo/PROPN/dobj>4", "sue", NEGATED),
    ("never", "Ada/PROPN/nsubj>3 never/ADV/advmod>3 sued/VERB/root>0 Bo/PROPN/obj>3", "sued", NEGATED),
    ("neither on the subject",
     "Neither/CCONJ/cc:preconj>2 Ada/PROPN/nsubj>5 nor/CCONJ/cc>4 Bo/PROPN/conj>2 sued/VERB/root>0 "
     "Cy/PROPN/obj>5", "sued", NEGATED),
    ("neither before a role that is taken for granted",
     "Neither/CCONJ/cc:preconj>4 Ada/PROPN/nmod:poss>4 's/PART/case>2 lawyer/NOUN/nsubj>8 nor/CCONJ/cc>7 "
     "her/PRON/nmod:poss>7 husband/NOUN/conj>4 spoke/VERB/root>0", "lawyer", ASSERTED),
    ("neither before a noun that nobody owns",
     "Neither/DET/det>2 lawyer/NOUN/nsubj>3 spoke/VERB/root>0", "lawyer", NEGATED),
    ("no before the subject", "No/DET/det>2 lawyer/NOUN/nsubj>3 sued/VERB/root>0 Bo/PROPN/obj>3", "sued", NEGATED),
    ("no before the object", "Ada/PROPN/nsubj>2 filed/VERB/root>0 no/DET/det>4 suit/NOUN/obj>2", "filed", NEGATED),
    ("without, UD",
     "Ada/PROPN/nsubj>2 left/VERB/root>0 without/SCONJ/mark>4 suing/VERB/advcl>2 Bo/PROPN/obj>4", "suing", NEGATED),
    ("without, ClearNLP",
     "Ada/PROPN/nsubj>2 left/VERB/root>0 without/ADP/prep>2 suing/VERB/pcomp>3 Bo/PROPN/dobj>4", "suing", NEGATED),
    ("failed to",
     "Ada/PROPN/nsubj>2 failed/VERB/root>0 to/PART/mark>4 sue/VERB/xcomp>2 Bo/PROPN/obj>4", "sue", NEGATED),
    ("refused to, ClearNLP",
     "Ada/PROPN/nsubj>2 refused/VERB/root>0 to/PART/aux>4 sue/VERB/xcomp>2 Bo/PROPN/dobj>4", "sue", NEGATED),
    ("yet to",
     "Ada/PROPN/nsubj>2 has/VERB/root>0 yet/ADV/advmod>5 to/PART/mark>5 sue/VERB/xcomp>2 Bo/PROPN/obj>5",
     "sue", NEGATED),
    ("declined with a noun",
     "Ada/PROPN/nsubj>2 declined/VERB/root>0 an/DET/det>4 interview/NOUN/obj>2", "interview", NEGATED),
    ("a noun with a negated light verb",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 give/VERB/root>0 an/DET/det>6 interview/NOUN/obj>4",
     "interview", NEGATED),
    ("a negated copula, UD",
     "Bo/PROPN/nsubj>5 is/AUX/cop>5 not/PART/advmod>5 her/PRON/nmod:poss>5 lawyer/NOUN/root>0", "lawyer", NEGATED),
    ("a negated copula, ClearNLP",
     "Bo/PROPN/nsubj>2 is/AUX/root>0 not/PART/neg>2 her/PRON/poss>5 lawyer/NOUN/attr>2", "lawyer", NEGATED),
    ("or under a negation",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 leave/VERB/root>0 or/CCONJ/cc>6 sue/VERB/conj>4 "
     "Bo/PROPN/obj>6", "sue", NEGATED),
]  # fmt: skip
NOT_NEGATED = [
    ("not only",
     "Ada/PROPN/nsubj>4 not/PART/advmod>4 only/ADV/advmod>4 sued/VERB/root>0 Bo/PROPN/obj>4", "sued", ASSERTED),
    ("failed not to",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 fail/VERB/root>0 to/PART/mark>6 sue/VERB/xcomp>4 "
     "Bo/PROPN/obj>6", "sue", ASSERTED),
    ("a role noun under a negated verb",
     "Ada/PROPN/nmod:poss>3 's/PART/case>1 lawyer/NOUN/nsubj>6 did/AUX/aux>6 not/PART/advmod>6 "
     "speak/VERB/root>0", "lawyer", ASSERTED),
    ("and after a negation with a new subject",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 leave/VERB/root>0 and/CCONJ/cc>7 Cy/PROPN/nsubj>7 "
     "sued/VERB/conj>4 Bo/PROPN/obj>7", "sued", ASSERTED),
    ("a role noun after a request",
     "Lee/PROPN/nsubj>2 left/VERB/root>0 at/ADP/case>5 the/DET/det>5 request/NOUN/obl>2 of/ADP/case>8 "
     "a/DET/det>8 lawyer/NOUN/nmod>5", "lawyer", ASSERTED),
    ("a relative clause in a negated clause",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 see/VERB/root>0 Bo/PROPN/obj>4 who/PRON/nsubj>7 "
     "sued/VERB/acl:relcl>5 her/PRON/obj>7", "sued", ASSERTED),
    ("an adverb of another clause",
     "Ada/PROPN/nsubj>3 allegedly/ADV/advmod>3 left/VERB/root>0 after/SCONJ/mark>6 she/PRON/nsubj>6 "
     "sued/VERB/advcl>3 Bo/PROPN/obj>6", "sued", ASSERTED),
]  # fmt: skip
SUPPOSED = [
    ("may", "Ada/PROPN/nsubj>3 may/AUX/aux>3 sue/VERB/root>0 Bo/PROPN/obj>3", "sue", HYPOTHETICAL),
    ("will", "Ada/PROPN/nsubj>3 will/AUX/aux>3 sue/VERB/root>0 Bo/PROPN/obj>3", "sue", HYPOTHETICAL),
    ("may, shared by a second verb",
     "Ada/PROPN/nsubj>3 may/AUX/aux>3 leave/VERB/root>0 and/CCONJ/cc>5 sue/VERB/conj>3 Bo/PROPN/obj>5",
     "sue", HYPOTHETICAL),
    ("threatened to, UD",
     "Ada/PROPN/nsubj>2 threatened/VERB/root>0 to/PART/mark>4 sue/VERB/xcomp>2 Bo/PROPN/obj>4", "sue", HYPOTHETICAL),
    ("threatened to, ClearNLP",
     "Ada/PROPN/nsubj>2 threatened/VERB/root>0 to/PART/aux>4 sue/VERB/xcomp>2 Bo/PROPN/dobj>4", "sue", HYPOTHETICAL),
    ("likely to",
     "Ada/PROPN/nsubj>3 is/AUX/cop>3 likely/ADJ/root>0 to/PART/mark>5 sue/VERB/xcomp>3 Bo/PROPN/obj>5",
     "sue", HYPOTHETICAL),
    ("if",
     "If/SCONJ/mark>3 Ada/PROPN/nsubj>3 sues/VERB/advcl>6 ,/PUNCT/punct>3 Bo/PROPN/nsubj>6 "
     "loses/VERB/root>0", "sues", HYPOTHETICAL),
    ("whether",
     "Bo/PROPN/nsubj>2 asked/VERB/root>0 whether/SCONJ/mark>5 Ada/PROPN/nsubj>5 sued/VERB/ccomp>2",
     "sued", HYPOTHETICAL),
    ("a threat to",
     "Ada/PROPN/nmod:poss>3 's/PART/case>1 threat/NOUN/nsubj>6 to/PART/mark>5 sue/VERB/acl>3 "
     "worked/VERB/root>0", "sue", HYPOTHETICAL),
    ("threatened a suit", "Ada/PROPN/nsubj>2 threatened/VERB/root>0 a/DET/det>4 suit/NOUN/obj>2", "suit", HYPOTHETICAL),
    ("a possible suit", "A/DET/det>3 possible/ADJ/amod>3 suit/NOUN/nsubj>4 looms/VERB/root>0", "suit", HYPOTHETICAL),
    ("threat of a suit",
     "the/DET/det>2 threat/NOUN/root>0 of/ADP/case>5 a/DET/det>5 suit/NOUN/nmod>2", "suit", HYPOTHETICAL),
    ("may have cause to",
     "Ada/PROPN/nsubj>3 may/AUX/aux>3 have/VERB/root>0 cause/NOUN/obj>3 to/PART/mark>6 sue/VERB/acl>4 "
     "Bo/PROPN/obj>6", "sue", HYPOTHETICAL),
    ("a question",
     "Did/AUX/aux>3 Ada/PROPN/nsubj>3 sue/VERB/root>0 Bo/PROPN/obj>3 ?/PUNCT/punct>3", "sue", HYPOTHETICAL),
]  # fmt: skip
HEDGED = [
    ("allegedly", "Bo/PROPN/nsubj>3 allegedly/ADV/advmod>3 hit/VERB/root>0 Ada/PROPN/obj>3", "hit", ALLEGED, None),
    ("will reportedly",
     "Bo/PROPN/nsubj>4 will/AUX/aux>4 reportedly/ADV/advmod>4 sue/VERB/root>0 Ada/PROPN/obj>4", "sue", ALLEGED, None),
    ("alleged before a noun",
     "Bo/PROPN/nmod:poss>4 's/PART/case>1 alleged/ADJ/amod>4 affair/NOUN/nsubj>5 ended/VERB/root>0",
     "affair", ALLEGED, None),
    ("claimed that, UD",
     "Ada/PROPN/nsubj>2 claimed/VERB/root>0 that/SCONJ/mark>5 Bo/PROPN/nsubj>5 hit/VERB/ccomp>2 "
     "her/PRON/obj>5", "hit", ALLEGED, "Ada"),
    ("claimed that, ClearNLP",
     "Ada/PROPN/nsubj>2 claimed/VERB/root>0 that/SCONJ/mark>5 Bo/PROPN/nsubj>5 hit/VERB/ccomp>2 "
     "her/PRON/dobj>5", "hit", ALLEGED, "Ada"),
    ("accused of, UD",
     "Ada/PROPN/nsubj>2 accused/VERB/root>0 Bo/PROPN/obj>2 of/SCONJ/mark>5 hitting/VERB/advcl>2 "
     "her/PRON/obj>5", "hitting", ALLEGED, "Ada"),
    ("accused of, ClearNLP",
     "Ada/PROPN/nsubj>2 accused/VERB/root>0 Bo/PROPN/dobj>2 of/ADP/prep>2 hitting/VERB/pcomp>4 "
     "her/PRON/dobj>5", "hitting", ALLEGED, "Ada"),
    ("said to have",
     "Bo/PROPN/nsubj:pass>3 is/AUX/aux:pass>3 said/VERB/root>0 to/PART/mark>6 have/AUX/aux>6 "
     "hit/VERB/xcomp>3 Ada/PROPN/obj>6", "hit", ALLEGED, None),
    ("told jurors that",
     "Ada/PROPN/nsubj>2 told/VERB/root>0 jurors/NOUN/iobj>2 that/SCONJ/mark>6 Bo/PROPN/nsubj>6 "
     "hit/VERB/ccomp>2 her/PRON/obj>6", "hit", ALLEGED, "Ada"),
    ("the suit says that",
     "The/DET/det>2 suit/NOUN/nsubj>3 says/VERB/root>0 that/SCONJ/mark>6 Bo/PROPN/nsubj>6 hit/VERB/ccomp>3 "
     "her/PRON/obj>6", "hit", ALLEGED, "suit"),
    ("allegations that",
     "Ada/PROPN/nmod:poss>3 's/PART/case>1 allegations/NOUN/root>0 that/SCONJ/mark>6 Bo/PROPN/nsubj>6 "
     "hit/VERB/acl>3 her/PRON/obj>6", "hit", ALLEGED, "Ada"),
    ("according to the suit, UD",
     "Bo/PROPN/nsubj>2 hit/VERB/root>0 Ada/PROPN/obj>2 according/VERB/case>7 to/ADP/fixed>4 the/DET/det>7 "
     "suit/NOUN/obl>2", "hit", ALLEGED, "suit"),
    ("according to the suit, ClearNLP",
     "Bo/PROPN/nsubj>2 hit/VERB/root>0 Ada/PROPN/dobj>2 according/VERB/prep>2 to/ADP/prep>4 the/DET/det>7 "
     "suit/NOUN/pobj>5", "hit", ALLEGED, "suit"),
    ("did not say that",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 say/VERB/root>0 that/SCONJ/mark>7 Bo/PROPN/nsubj>7 "
     "hit/VERB/ccomp>4 her/PRON/obj>7", "hit", ALLEGED, "Ada"),
    ("a claim in a second clause",
     "Ada/PROPN/nsubj>2 claimed/VERB/root>0 that/SCONJ/mark>5 Bo/PROPN/nsubj>5 left/VERB/ccomp>2 "
     "and/CCONJ/cc>7 hit/VERB/conj>5 her/PRON/obj>7", "hit", ALLEGED, "Ada"),
    ("may claim that",
     "Ada/PROPN/nsubj>3 may/AUX/aux>3 claim/VERB/root>0 that/SCONJ/mark>6 Bo/PROPN/nsubj>6 "
     "hit/VERB/ccomp>3 her/PRON/obj>6", "hit", HYPOTHETICAL, "Ada"),
]  # fmt: skip
REPORTED = [
    ("said that",
     "Ada/PROPN/nsubj>2 said/VERB/root>0 that/SCONJ/mark>5 Bo/PROPN/nsubj>5 left/VERB/ccomp>2",
     "left", ASSERTED, "Ada"),
    ("said, after its clause",
     "Bo/PROPN/nsubj>2 left/VERB/root>0 ,/PUNCT/punct>2 Ada/PROPN/nsubj>5 said/VERB/parataxis>2",
     "left", ASSERTED, "Ada"),
    ("as Ada said",
     "As/SCONJ/mark>3 Ada/PROPN/nsubj>3 said/VERB/advcl>6 ,/PUNCT/punct>3 Bo/PROPN/nsubj>6 "
     "left/VERB/root>0", "left", ASSERTED, "Ada"),
    ("according to an outlet",
     "Bo/PROPN/nsubj>2 left/VERB/root>0 according/VERB/case>5 to/ADP/fixed>3 TMZ/PROPN/obl@MEDIA>2",
     "left", ASSERTED, "TMZ"),
    ("per an outlet, ClearNLP",
     "Bo/PROPN/nsubj>2 left/VERB/root>0 per/ADP/prep>2 TMZ/PROPN/pobj@ORG>3", "left", ASSERTED, "TMZ"),
    ("a report by an outlet",
     "A/DET/det>2 report/NOUN/nsubj>5 by/ADP/case>4 TMZ/PROPN/nmod@MEDIA>2 says/VERB/root>0 "
     "Bo/PROPN/nsubj>7 left/VERB/ccomp>5", "left", ASSERTED, "TMZ"),
    ("knew that",
     "Ada/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 know/VERB/root>0 that/SCONJ/mark>7 "
     "Bo/PROPN/nsubj>7 left/VERB/ccomp>4", "left", ASSERTED, None),
]  # fmt: skip
DENIALS = [
    ("denied that, UD",
     "Bo/PROPN/nsubj>2 denied/VERB/root>0 that/SCONJ/mark>5 he/PRON/nsubj>5 hit/VERB/ccomp>2 "
     "Ada/PROPN/obj>5", "hit", "Bo"),
    ("denied doing", "Bo/PROPN/nsubj>2 denied/VERB/root>0 hitting/VERB/xcomp>2 Ada/PROPN/obj>3", "hitting", "Bo"),
    ("denied the affair", "Bo/PROPN/nsubj>2 denied/VERB/root>0 the/DET/det>4 affair/NOUN/obj>2", "affair", "Bo"),
    ("denied allegations that",
     "Bo/PROPN/nsubj>2 denied/VERB/root>0 allegations/NOUN/obj>2 that/SCONJ/mark>6 he/PRON/nsubj>6 "
     "hit/VERB/acl>3 Ada/PROPN/obj>6", "hit", "Bo"),
    ("said that he never did",
     "Bo/PROPN/nsubj>2 said/VERB/root>0 that/SCONJ/mark>6 he/PRON/nsubj>6 never/ADV/advmod>6 "
     "hit/VERB/ccomp>2 Ada/PROPN/obj>6", "hit", "Bo"),
    ("a denied affair in a relative clause",
     "the/DET/det>2 affair/NOUN/root>0 which/PRON/obj>5 Bo/PROPN/nsubj>5 denied/VERB/acl:relcl>2", "affair", "Bo"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cue", "expected"), [
    pytest.param(*case[1:], id=case[0]) for case in [*PLAIN, *NEGATION, *NOT_NEGATED, *SUPPOSED]
])  # fmt: skip
def test_a_clause_has_the_stance_that_its_words_give_it(rows: str, cue: str, expected: Assertion) -> None:
    assert read(rows, cue)[0] is expected


@pytest.mark.parametrize(("rows", "cue", "expected", "speaker"), [
    pytest.param(*case[1:], id=case[0]) for case in [*HEDGED, *REPORTED]
])  # fmt: skip
def test_a_reported_clause_names_its_speaker(rows: str, cue: str, expected: Assertion, speaker: str | None) -> None:
    assert read(rows, cue) == (expected, speaker)


@pytest.mark.parametrize(("rows", "cue", "speaker"), [pytest.param(*case[1:], id=case[0]) for case in DENIALS])
def test_a_denied_clause_names_who_denies_it(rows: str, cue: str, speaker: str) -> None:
    assert read(rows, cue) == (DENIED, speaker)


def test_a_judge_who_rejects_a_suit_does_not_deny_that_there_was_one() -> None:
    rows = "Lee/PROPN/nsubj>2 rejected/VERB/root>0 the/DET/det>4 suit/NOUN/obj>2"
    assert read(rows, "suit") == (ASSERTED, None)


def test_a_report_that_was_not_denied_is_alleged() -> None:
    rows = ("Bo/PROPN/nsubj>4 did/AUX/aux>4 not/PART/advmod>4 deny/VERB/root>0 that/SCONJ/mark>7 he/PRON/nsubj>7 "
            "hit/VERB/ccomp>4 Ada/PROPN/obj>7")  # fmt: skip
    assert read(rows, "hit") == (ALLEGED, "Bo")


def test_the_stance_names_the_word_that_shows_it() -> None:
    doc = parse("Ada/PROPN/nsubj>2 threatened/VERB/root>0 to/PART/mark>4 sue/VERB/xcomp>2")
    assert assess(doc[3], doc) == Stance(HYPOTHETICAL, None, doc[1])


def test_a_quotation_is_said_by_its_speaker() -> None:
    rows = ("“/PUNCT/punct>4 Bo/PROPN/nsubj>4 simply/ADV/advmod>4 left/VERB/dep>9 me/PRON/obj>4 "
            ",/PUNCT/punct>4 ”/PUNCT/punct>4 Ada/PROPN/nsubj>9 said/VERB/root>0")  # fmt: skip
    assert read(rows, "left") == (ASSERTED, "Ada")


ATTRIBUTIONS = [
    ("according to, UD",
     "According/VERB/case>3 to/ADP/fixed>1 TMZ/PROPN/obl>6 ,/PUNCT/punct>3 Bo/PROPN/nsubj>6 "
     "left/VERB/root>0",
     {("TMZ", "left", "according")}),
    ("according to, ClearNLP",
     "According/VERB/prep>6 to/ADP/prep>1 TMZ/PROPN/pobj>2 ,/PUNCT/punct>6 Bo/PROPN/nsubj>6 "
     "left/VERB/root>0",
     {("TMZ", "left", "according")}),
    ("per", "Bo/PROPN/nsubj>2 left/VERB/root>0 per/ADP/case>4 TMZ/PROPN/obl>2", {("TMZ", "left", "according")}),
    ("reported that", "TMZ/PROPN/nsubj>2 reported/VERB/root>0 that/SCONJ/mark>5 Bo/PROPN/nsubj>5 left/VERB/ccomp>2",
     {("TMZ", "left", "report")}),
    ("reported, after its clause",
     "Bo/PROPN/nsubj>2 left/VERB/root>0 ,/PUNCT/punct>2 TMZ/PROPN/nsubj>5 reported/VERB/parataxis>2",
     {("TMZ", "left", "report")}),
    ("as reported by",
     "As/SCONJ/mark>2 reported/VERB/advcl>7 by/ADP/case>4 TMZ/PROPN/obl>2 ,/PUNCT/punct>2 Bo/PROPN/nsubj>7 "
     "left/VERB/root>0",
     {("TMZ", "left", "report")}),
    ("documents obtained by",
     "documents/NOUN/nsubj>5 obtained/VERB/acl>1 by/ADP/case>4 TMZ/PROPN/obl>2 say/VERB/root>0 "
     "Bo/PROPN/nsubj>7 left/VERB/ccomp>5",
     {("TMZ", "say", "report"), ("documents", "left", "report")}),
    ("published something",
     "TMZ/PROPN/nsubj>2 published/VERB/root>0 a/DET/det>4 letter/NOUN/obj>2", {("TMZ", "published", "report")}),
    ("an outlet's reporter",
     "NPR/PROPN/nmod:poss>3 's/PART/case>1 Ada/PROPN/nsubj>4 reports/VERB/root>0 Bo/PROPN/nsubj>6 "
     "left/VERB/ccomp>4",
     {("Ada", "left", "report"), ("NPR", "left", "report")}),
    ("told",
     "Ada/PROPN/nsubj>2 told/VERB/root>0 TMZ/PROPN/iobj>2 Bo/PROPN/nsubj>5 left/VERB/ccomp>2",
     {("Ada", "left", "told")}),
    ("citing",
     "Bo/PROPN/nsubj>2 left/VERB/root>0 ,/PUNCT/punct>2 she/PRON/nsubj>5 cite/VERB/parataxis>2 "
     "TMZ/PROPN/obj>5",
     {("TMZ", "cite", "according"), ("she", "cite", "report")}),
    ("a verb of saying opens the text", "say/VERB/advcl>3 Ada/PROPN/nsubj>3 left/VERB/root>0", set()),
    ("nothing reported", "Ada/PROPN/nsubj>2 sued/VERB/root>0 TMZ/PROPN/obj>2", set()),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), [pytest.param(*case[1:], id=case[0]) for case in ATTRIBUTIONS])
def test_who_is_credited_with_which_clause(rows: str, expected: set[tuple[str, str, str]]) -> None:
    found = find_attribution(parse(rows))
    assert {(item.speaker.text, item.clause.text, item.kind) for item in found} == expected


MODEL_CASES = [
    ("Sarah Lindner did not sue the Denver Post.", "sue", NEGATED, None),
    ("She threatened to sue the Denver Post.", "sue", HYPOTHETICAL, None),
    ("He denied that he assaulted the actress.", "assaulted", DENIED, "He"),
    ("She claims that he assaulted her in 2010.", "assaulted", ALLEGED, "She"),
    ("He allegedly assaulted the actress in 2010.", "assaulted", ALLEGED, None),
    ("The singer sued the magazine on Monday.", "sued", ASSERTED, None),
    ("Ada Quill decided against suing the Denver Post.", "suing", NEGATED, None),
    ("Ada Quill stopped short of suing the Denver Post.", "suing", NEGATED, None),
    ("Ada Quill ruled out suing the Denver Post.", "suing", NEGATED, None),
    ("Ada Quill did not rule out suing the Denver Post.", "suing", HYPOTHETICAL, "Ada"),
    ("Ada Quill talked the mill out of suing the Denver Post.", "suing", NEGATED, None),
    ("Had Ada Quill sued the Denver Post, she would have lost.", "sued", HYPOTHETICAL, None),
    ("Had Ada Quill sued the Denver Post?", "sued", HYPOTHETICAL, None),
    ("Ada Quill had sued the Denver Post.", "sued", ASSERTED, None),
    ("Ada Quill was close to suing the Denver Post.", "suing", HYPOTHETICAL, None),
    ("Ada Quill is on the verge of suing the Denver Post.", "suing", HYPOTHETICAL, None),
    ("Ada Quill decided against a lawsuit.", "lawsuit", NEGATED, None),
    ("Ada Quill ruled out a lawsuit.", "lawsuit", NEGATED, None),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "cue", "expected", "speaker"), MODEL_CASES)
def test_the_model_s_parses_lead_to_the_same_stances(
    text: str, cue: str, expected: Assertion, speaker: str | None, pipeline: Language
) -> None:
    doc = read_tokens(pipeline(text))
    stance = assess(find(doc, cue), doc)
    assert (stance.assertion, stance.speaker.text if stance.speaker is not None else None) == (expected, speaker)
