"""Tells nouns that only look like proceedings: clothes, grumbles, arguments, and what nobody has brought."""

from __future__ import annotations

from graph import syntax
from graph.grievances import GRIEVANCES, is_grievance, is_made_out
from graph.memory import once_per_document
from graph.prosecutions import before
from graph.spans import index_lowered
from graph.tokens import Doc, Token
from graph.word_forms import base_form

# "designer suits", "a navy three-piece suit"
GARMENTS = frozenset(
    (
        "armani baggy bathing bespoke biohazard black blue body brown business charcoal cotton custom-made dark "
        "designer diving double-breasted dress expensive fancy flannel gray grey hazmat ill-fitting italian jogging "
        "jump leather linen navy pant pants pin-striped pinstripe pinstriped power protective safari sharp silk ski "
        "sweat swim tailor-made tailored tan three-piece track trouser trousers tweed two-piece union velvet well-cut "
        "wet white wool woollen zoot"
    ).split()
)
WEARING = frozenset({"dress", "don", "sport", "wear"})
WEARERS = frozenset({"guy", "man", "person", "woman"})
# what one does with a case that is an argument or that no court has seen yet
ARGUING = frozenset({"argue", "assemble", "build", "construct", "form", "make", "overstate"})
# what makes a rebuke of an indictment that nobody brings: "a damning indictment of the mill"
SEVERE = frozenset(
    "blistering damning devastating harsh moral powerful scathing serious severe stark stinging strong stunning "
    "symbolic terrible true worded".split()
)
CLOTHES = frozenset(
    "astronaut astronauts attire blazer dapper dress dressed fashion garment jacket outfit shirt spacesuit spacesuits "
    "stylish tailored tie trousers tuxedo wardrobe wear wearing wears wore worn".split()
)
LAW = frozenset(
    "accused alleged alleges alleging allegedly attorney claims complaint copyright court courts damages defamation "
    "filed judge judges lawsuit lawsuits lawyer lawyers legal libel patent plaintiff plaintiffs settled settlement sue "
    "sued sues suing trademark trial".split()
)
# what is done with a petition to a government or a firm
SIGNING = frozenset({"circulate", "garner", "share", "sign"})
PUBLIC = frozenset({"change.org", "discharge", "online", "public"})
COURTS = frozenset({"bankruptcy", "court", "courts", "judge", "judges", "justices", "tribunal"})
AMOUNTING = frozenset({"amount", "be", "become", "constitute", "offer", "represent"})
UNBROUGHT = frozenset(
    "action case challenge charge claim complaint count indictment lawsuit litigation petition proceeding prosecution "
    "suit trial".split()
)


def is_lookalike(noun: Token) -> bool:
    """Tell whether a noun is that of a proceeding and yet stands for none."""
    lemma = noun.lemma_.lower()
    if lemma not in UNBROUGHT:
        return False
    if any(child.lower_ == "any" for child in syntax.children(noun, {"det"})):
        # "did not comment on any case against Bo"
        return True
    if lemma == "suit":
        return is_garment(noun) or is_strength(noun) or is_followed(noun) or tells_of_clothes(noun.doc)
    if lemma == "charge":
        verb = syntax.governing_verb(noun)
        if verb is not None and base_form(verb) == "lead" and noun in syntax.direct_objects(verb):
            # "led the legal charge against the rule"
            return True
        # "Ada Quill's charges against Bo" are what she says of him
        return "against" in syntax.obliques(noun) and any(o.ent_type_ == "PERSON" for o in syntax.possessors(noun))
    if lemma == "case":
        return is_argument(noun) or is_made_out(noun)
    if lemma == "indictment":
        return is_rebuke(noun)
    if lemma == "petition":
        return is_signed(noun)
    return lemma in GRIEVANCES and is_grievance(noun)


def is_garment(suit: Token) -> bool:
    """Tell whether a suit is one to wear: "a designer suit", "wore a suit", "in suit and tie", "men in suits"."""
    words = before(suit)
    if not GARMENTS.isdisjoint(words) and "against" not in syntax.obliques(suit):
        return True
    if [word.lower_ for word in suit.doc[suit.i + 1 : min(suit.sent.end, suit.i + 3)]] == ["and", "tie"]:
        return True
    verb = syntax.governing_verb(suit)
    worn = verb is not None and suit in syntax.direct_objects(verb)
    if verb is not None and base_form(verb) in WEARING and (worn or syntax.case_of(suit) == "in"):
        return True
    told = syntax.children(suit, syntax.PARTICIPLE | syntax.RELATIVE_CLAUSE)
    return syntax.case_of(suit) == "in" and not told and suit.head.lemma_.lower() in WEARERS


def is_strength(suit: Token) -> bool:
    """Tell whether a suit is what somebody is good at: "is not his strong suit"."""
    owned = bool(syntax.possessors(suit))
    return owned and suit.nbor(-1).lower_ in {"long", "strong", "strongest"} and "against" not in syntax.obliques(suit)


def is_followed(suit: Token) -> bool:
    """Tell whether somebody only does as another did: "other mills followed suit"."""
    return suit.i > suit.sent.start and suit.nbor(-1).lemma_.lower() == "follow" and not any(suit.children)


@once_per_document
def tells_of_clothes(doc: Doc) -> bool:
    """Tell whether a document speaks of what people wear and of no law: "fans loved Quill's suit and his tie"."""
    words = index_lowered(doc).keys()
    return not words.isdisjoint(CLOTHES) and words.isdisjoint(LAW)


def is_signed(petition: Token) -> bool:
    """Tell whether a petition is one that people sign: "an online petition", "the petition has 20,000 signatures".

    What a court has before it may be signed by a judge or two.
    """
    if any(word.lower_ in COURTS for word in petition.sent):
        return False
    verb = syntax.governing_verb(petition)
    signing = verb is not None and base_form(verb) in SIGNING
    return signing or not PUBLIC.isdisjoint(before(petition)) or tells_of_signatures(petition.doc)


@once_per_document
def tells_of_signatures(doc: Doc) -> bool:
    """Tell whether a document counts who has signed something."""
    return not index_lowered(doc).keys().isdisjoint({"signatories", "signatures"})


def is_rebuke(indictment: Token) -> bool:
    """Tell whether an indictment only shows somebody's faults: "is an indictment of the press", "serves as one"."""
    if "of" not in syntax.obliques(indictment):
        return False
    verb = syntax.governing_verb(indictment)
    amounting = verb is not None and base_form(verb) in AMOUNTING
    shown = syntax.case_of(indictment) == "as" or amounting or bool(syntax.children(indictment, {"cop"}))
    return shown or not SEVERE.isdisjoint(before(indictment))


def is_argument(case: Token) -> bool:
    """Tell whether a case is an argument, or one that prosecutors only collect: "is building a case against Bo"."""
    verb = syntax.governing_verb(case)
    made = verb is not None and case in syntax.direct_objects(verb) and not syntax.is_passive(verb)
    return made and verb is not None and base_form(verb) in ARGUING
