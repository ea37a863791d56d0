"""Tells which claims, complaints, actions and cases no court and no agency hears: "made claims against Bo"."""

from __future__ import annotations

from graph import syntax
from graph.impeachments import tells_of_impeachment
from graph.memory import once_per_document
from graph.prosecutions import before, names_crime
from graph.spans import find_words, index_lowered
from graph.tokens import Doc, Token
from graph.word_forms import base_form, is_plural

GRIEVANCES = frozenset({"action", "complaint", "claim"})
LODGING = frozenset({"bring", "file", "refile"})
# what is done with a claim that is before a court
LITIGATING = LODGING | frozenset(
    (
        "amend assert consolidate dismiss hear initiate launch litigate lodge lose pay proceed pursue recover release "
        "reopen resolve satisfy settle throw toss try win withdraw"
    ).split()
)
# what makes a complaint, and what a claim, one of law where it stands before it
COURTLY = frozenset({"civil", "class-action", "court", "criminal", "federal", "formal", "legal"})
LEGAL = frozenset(
    (
        "action bankruptcy civil class class-action compensation contract copyright counter court creditor damage "
        "damages defamation discrimination dismissal employment federal injury legal libel malpractice negligence "
        "patent slander tax tort trademark"
    ).split()
)
# what tells of a court in the sentence of a claim
TOLD_IN_COURT = frozenset(
    (
        "court courts damages judge jurisdiction jury lawsuit lawsuits plaintiff plaintiffs settlement sue sued suing "
        "suit suits tribunal"
    ).split()
)
SUING = frozenset("claimant claimants damages lawsuit lawsuits plaintiff plaintiffs sued suing tribunal".split())
# what is only said: "the bogus claims against Bo"
SAID = frozenset("baseless bogus false misconduct new racism same such unfounded unproven unsubstantiated wild".split())
# what tells of a prosecution
PROSECUTED = frozenset(
    (
        "acquitted arraigned arrested charged convicted conviction defendant defendants indicted indictment jailed "
        "prosecuted prosecution prosecutor prosecutors sentenced trial"
    ).split()
)
SEATS = frozenset({"confirmation", "justice", "justices", "nomination", "nominee", "pick", "seat"})
# to whom one complains who hears no case
EMPLOYERS = frozenset(
    "boss bosses employer hr inspector inspectors manager managers personnel police resources supervisor".split()
)


def is_grievance(noun: Token) -> bool:
    """Tell whether claims or complaints are what somebody says, and actions what somebody does, and no proceeding."""
    lemma = noun.lemma_.lower()
    if lemma == "claim" or (lemma == "action" and "against" in syntax.obliques(noun)):
        return not is_claimed_in_court(noun)
    if lemma == "action":
        return False
    if is_for_employer(noun) or is_reason(noun) or is_private(noun):
        return True
    return is_plural(noun) and COURTLY.isdisjoint(before(noun)) and not is_treated(noun, LODGING)


def is_claimed_in_court(claim: Token) -> bool:
    """Tell whether a claim is one of law, by its own words, by what is done with it or by its sentence.

    "Settled the claims against Bo", "a libel claim" and "a claim for $5 million" are; "denied the assault claims
    against him" is not.
    """
    asked = [word for prep in ("for", "of") for noun in syntax.obliques(claim).get(prep, ()) for word in noun.subtree]
    if any(word.ent_type_ == "MONEY" or word.is_currency for word in (*asked, *claim.subtree)):
        return True
    if not LEGAL.isdisjoint(before(claim)) or is_treated(claim, LITIGATING):
        return True
    words = before(claim)
    if any(names_crime(word) for word in words) or not SAID.isdisjoint(words):
        return False
    own = claim.lemma_.lower() == "action" and bool(syntax.possessors(claim))
    told = _tells_of_court(claim.doc) if own else any(tells_of_court(word) for word in claim.sent)
    return told or _tells_of_suit(claim.doc)


@once_per_document
def _tells_of_court(doc: Doc) -> bool:
    """Tell whether an article tells of a court, where "Ada's action against Bo" is a suit."""
    return any(map(tells_of_court, find_words(doc, TOLD_IN_COURT)))


@once_per_document
def _tells_of_suit(doc: Doc) -> bool:
    """Tell whether an article tells of a suit, so that its claims are likely to be what that says."""
    return not SUING.isdisjoint(index_lowered(doc))


def tells_of_court(word: Token) -> bool:
    """Tell whether a word tells of a court that hears something: not "Supreme Court Justice Ada Quill"."""
    following = word.nbor().lower_ if word.i + 1 < word.sent.end else ""
    return word.lower_ in TOLD_IN_COURT and not (word.text == "Court" and following in SEATS)


def is_made_out(case: Token) -> bool:
    """Tell whether a case against somebody is made before the public or a parliament: "the case against the nominee".

    It is so where the article tells of no court, or of an impeachment, and no word or verb beside it is a court's.
    """
    against = case.i + 1 < len(case.doc) and case.nbor().lower_ == "against"
    if not (against or "against" in syntax.obliques(case)) or not (COURTLY | LEGAL).isdisjoint(before(case)):
        return False
    if any(names_crime(word) for word in before(case)) or is_treated(case, LITIGATING | {"drop", "try"}):
        return False
    return tells_of_impeachment(case.doc) or not (_tells_of_court(case.doc) or _tells_of_crime(case.doc))


@once_per_document
def _tells_of_crime(doc: Doc) -> bool:
    """Tell whether an article tells of somebody who is prosecuted."""
    return not PROSECUTED.isdisjoint(index_lowered(doc))


def is_treated(noun: Token, verbs: frozenset[str]) -> bool:
    """Tell whether one of the verbs has a noun for its object: "the complaints filed by Ada", "brought her claims"."""
    verb = syntax.governing_verb(noun)
    if verb is not None and base_form(verb) in verbs and noun in syntax.direct_objects(verb):
        return True
    clauses = syntax.children(noun, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE)
    return any(base_form(clause) in verbs for clause in clauses)


def is_reason(complaint: Token) -> bool:
    """Tell whether a complaint is what somebody finds wrong: "Ada's complaint is that prices rose"."""
    after = [word.lower_ for word in complaint.doc[complaint.i + 1 : min(complaint.sent.end, complaint.i + 5)]]
    return after[:1] in (["is"], ["was"]) and "that" in after[:4]


def is_private(complaint: Token) -> bool:
    """Tell whether somebody's complaint goes to nobody, in an article that tells of no court: "Ada's complaint"."""
    heard = {"against", "before", "to", "with"} & syntax.obliques(complaint).keys()
    filed = is_treated(complaint, LODGING) or not COURTLY.isdisjoint(before(complaint))
    told = _tells_of_court(complaint.doc) or _tells_of_crime(complaint.doc)
    return bool(syntax.possessors(complaint)) and not (heard or filed or told)


def is_for_employer(complaint: Token) -> bool:
    """Tell whether a complaint goes to somebody's employer or the police: "filed a complaint with human resources"."""
    holders = [complaint, syntax.governing_verb(complaint)]
    heard = [noun for holder in holders if holder is not None for by in ("with", "to")
             for noun in syntax.obliques(holder).get(by, ()) if noun.i > complaint.i]  # fmt: skip
    return any(word.lower_ in EMPLOYERS for noun in heard for word in noun.subtree)
