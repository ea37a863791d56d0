"""Tells bodies that a model took for people, works or outlets, by their words and the grammar around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.body_kinds import load_bodies, load_kinds
from graph.collectives import has_score, is_band, is_clause, is_many, is_staffed, is_team
from graph.descriptions import load_given_names
from graph.name_types import OUTLET_FORM, has_title, is_credited, is_published, spans_like
from graph.nlp import label_of
from graph.no_names import load_no_names
from graph.outlets import is_lookalike, outlet_named
from graph.residue import OFFICES, is_bearer
from graph.spans import entity_at, index_entities, index_words
from graph.syntax import APPOSITION, GENITIVES, OBJECT, PASSIVE_SUBJECT, SUBJECT
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan
from graph.word_forms import HYPHENS

# nouns for a body that are said of people too: "media giant Ada Quill", "the label Ada Quill signed to"
OF_PEOPLE = frozenset(
    "academy board brand broadcaster business camp campaign carrier church force franchise giant label maker office "
    "party publisher school service squad store team".split()
)
# what a company has and a person seldom: "Harbor shares", "Harbor's customers"
OWNED = frozenset(
    (
        "ceo shareholder shareholders subsidiary subsidiaries shares share stock factory factories "
        "store stores outlet outlets branch branches customer customers subscriber subscribers employee employees "
        "headquarters boardroom ipo"
    ).split()
)
STAFF = frozenset({"spokesman", "spokesperson", "spokeswoman", "executive", "official", "representative", "employee"})
# "brands such as Harbor and Quill"
BRANDS = frozenset(
    "airlines automakers banks brands businesses carmakers chains companies corporations firms groups insurers labels "
    "lenders makers manufacturers publishers retailers shops start-ups startups stores studios suppliers".split()
)
# who has an office, and what "… of Tides and Harbors" begins with
ATTORNEYS = frozenset({"AG", "Attorney", "DA", "General", "Prosecutor", "Sheriff"})
HEADS = frozenset("Board Bureau Center Centers Centre Department Institute Ministry Office School".split())
PANELS = frozenset(
    "Alliance Association Coalition Commission Committee Council Federation Foundation Institution Panel "
    "Subcommittee".split()
)
CHAMBERS = frozenset({"House", "Senate"})
# how ranks and offices are shortened before a name
RANKS = frozenset("Adm Brig Capt Cmdr Col Comm Cpl Gen Insp Lt Maj Pvt Rep Sec Secretary Sen Sgt Whip".split())
SIDES = frozenset("Dem Democrat Democratic GOP Majority Minority Republican".split())
SCHOOLS = frozenset({"Academy", "College", "Institute", "School", "State", "Tech", "University"})
GUILDS = frozenset("Academy Association Club Council Foundation Guild Institute LP L.P. Society Union".split())
LISTING = frozenset({",", "and", "or", "&"})
AT_WORK = frozenset(
    "analyst associate attorney broker chairman counsel director economist employee engineer executive fellow lawyer "
    "manager partner president professor researcher solicitor strategist trader worker".split()
)
OPENERS = frozenset({"a", "an"})
NEAR = 6
# an address, the letters of a station, or a word that outlets are called by
PRESS_NAME = re.compile(
    r"\.(?:com|co|net|org|info|tv|fm|uk)\b|^[KW][A-Z]{2,3}\b|[A-Z]\d+$"
    r"|\b(?:Advertiser|Argus|Banner|Bee|Blog|Bulletin|Bugle|Channel|Citizen|Courier|Daily|Dispatch|Echo|Enquirer|"
    r"Examiner|Express|FM|Globe|Guardian|Independent|Inquirer|Insider|Investigates|Journal|Ledger|Live|Mail|Mercury|"
    r"Mirror|Monitor|Morning|News|NewsHour|Newspapers?|Newswire|Observer|Online|Post|Press|Radio|Record|Register|"
    r"Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph|Times|Today|Tonight|Tribune|TV|Weekly|Wire|World)\b"
)
PRESS_BEFORE = frozenset("affiliate channel podcast program programme report show site station".split())
PRESS_AFTER = frozenset(
    (
        "report said says story article interview newsroom columnist correspondent anchor editor host "
        "presenter documentary docuseries readers viewers published publishes broadcast aired revealed obtained"
    ).split()
)


def is_body(span: TokenSpan) -> bool:
    """Tell whether what a model took for a person or a work is a body: it is known, is called one, or is run as one."""
    known, endings = load_bodies()
    if span.text in known or (len(span) > 1 and span[-1].text in endings) or is_listed_brand(span):
        return True
    human = label_of(span.label_) == "PERSON"
    if human and is_many(span) and not is_titled(span):
        return True
    if human and len(span) == 1 and is_staffed(span) and not is_person_s(span):
        return True
    if human and (is_team(span) or is_band(span) or (has_score(span) and not is_person_s(span))):
        return True
    shown = is_called_body(span) or is_run(span) or is_workplace(span) or (human and is_articled(span))
    return shown and not is_person_s(span)


def is_person_s(span: TokenSpan) -> bool:
    """Tell whether the text gives a name to a person: by a given name, a title or somebody's full name."""
    doc = span.doc
    if span[0].lower_ in load_given_names():
        return True
    if len(span) == 1 and is_bearer(doc, span.text):
        return True
    return is_titled(span)


def is_titled(span: TokenSpan) -> bool:
    """Tell whether a title or a calling stands before a name somewhere in the document: "Ms. Quill"."""
    same = (span, *index_entities(span.doc).get(span.text, ()))
    return any(has_title(span.doc, other.start) for other in same)


def names_kind(token: Token) -> bool:
    """Tell whether a noun says that what it stands beside is a body, and never a person."""
    return token.pos_ == "NOUN" and token.lower_ in load_kinds("nouns") and token.lower_ not in OF_PEOPLE


def is_called_body(span: TokenSpan) -> bool:
    """Tell whether the noun before or behind a name calls it a body: "the law firm Quill", "Quill, a retailer"."""
    doc, start, end = span.doc, span.start, span.end
    before = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    if before > span.sent.start and doc[before].lower_ in {"called", "named"} and names_kind(doc[before - 1]):
        return True
    if before >= span.sent.start and names_kind(doc[before]):
        # "the bank, Quill said" begins a new clause, "the bank Quill founded" a relative one
        apart = end < len(doc) and doc[end].text not in {",", "."}
        # "the head of a bank, Ada Quill, said"
        head = span.root.head
        inside = span.root.dep_ in APPOSITION and head.i < before and head.is_ancestor(doc[before])
        return not (apart or inside) if before < start - 1 else not is_clause(span, doc[before])
    if end + 1 < len(doc) and doc[end].text in {",", "-", "–", "—"} and doc[end + 1].lower_ in {"a", "an", "the"}:
        kinds = [token for token in doc[end + 2 : end + 2 + NEAR] if names_kind(token)]
        return any(noun.dep_ in APPOSITION and start <= noun.head.i < end for noun in kinds)
    return False


def is_run(span: TokenSpan) -> bool:
    """Tell whether a name has what a company has: "Quill shares", "Quill's customers", "a Quill spokeswoman"."""
    doc, end = span.doc, span.end
    at = end + (end < len(doc) and doc[end].text in GENITIVES)
    if at >= len(doc):
        return False
    if doc[at].lower_ in OWNED:
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    return at == end and before in OPENERS and doc[at].lower_ in STAFF


def is_articled(span: TokenSpan) -> bool:
    """Tell whether "the" stands right before a name and no noun behind it, as before no person's: "the MoT said"."""
    doc, end = span.doc, span.end
    after = doc[end] if end < len(doc) else None
    ends = after is None or after.pos_ in {"VERB", "AUX", "ADP", "CCONJ"} or after.text in {",", "."}
    # "the Quills" may be a family
    return ends and span.start > 0 and doc[span.start - 1].lower_ == "the" and not span[-1].text.endswith("s")


def is_listed_brand(span: TokenSpan) -> bool:
    """Tell whether a name stands in a list of companies: "brands such as Harbor, Quill and Dunn"."""
    doc, at = span.doc, span.start - 1
    while at > span.sent.start and (doc[at].text[:1].isupper() or doc[at].lower_ in LISTING):
        at -= 1
    if at > 1 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "such":
        at -= 1
    elif at < 1 or doc[at].lower_ not in {"like", "including"}:
        return False
    return doc[at - 2 if doc[at - 1].text == "," else at - 1].lower_ in BRANDS


def is_workplace(span: TokenSpan) -> bool:
    """Tell whether somebody works at what a name stands for: "a lawyer at Harbor Quill", not "at Quill's house"."""
    doc, start, end = span.doc, span.start, span.end
    follows = end < len(doc) and (doc[end].text in GENITIVES or doc[end].pos_ == "NOUN")
    working = start > 1 and doc[start - 2].lower_.removesuffix("s") in AT_WORK
    return working and doc[start - 1].lower_ in {"at", "from"} and not follows


def find_governments(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the governments that act and are named after their people: "the Belgian government sued"."""
    peoples = load_no_names()[1]
    for form in ("government", "Government"):
        for noun in index_words(doc).get(form, ()):
            acting = noun.dep_ in SUBJECT | OBJECT | PASSIVE_SUBJECT and noun.head.pos_ == "VERB"
            if not acting or noun.i < 2 or doc[noun.i - 1].text not in peoples or label_of(noun.ent_type_):
                continue
            # "a pro-Belgian government" is another country's
            if doc[noun.i - 2].text not in HYPHENS:
                yield noun.i - 1 - (doc[noun.i - 2].text in {"North", "South"}), noun.i + 1


def is_unproven_outlet(span: TokenSpan) -> bool:
    """Tell whether nothing but the model says that a name is an outlet's: no list, no word of it, no word beside it."""
    text = span.text
    # "NBC Arden" is a part of what is known
    part = span[0].text.isupper() and outlet_named(span[0].text) is not None and not is_lookalike(text)
    if part or outlet_named(text) is not None or OUTLET_FORM.search(text) or PRESS_NAME.search(text):
        return False
    return not any(is_credited(other) or is_published(other) or is_press(other) for other in spans_like(span))


def is_guild(span: TokenSpan) -> bool:
    """Tell whether an outlet's word stands in the name of those who work for outlets: "the Harbor Press Club"."""
    return len(span) > 1 and span[-1].text in GUILDS and outlet_named(span.text) is None


def is_press(span: TokenSpan) -> bool:
    """Tell whether the words beside a name are those of the press: "reported Quill", "the channel Quill"."""
    doc, end = span.doc, span.end
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.lower_ == "the" and span.start > 1:
        before = doc[span.start - 2]
    after = {token.lower_ for token in doc[end : end + 3]}
    return (before is not None and before.lemma_.lower() in PRESS_BEFORE) or not after.isdisjoint(PRESS_AFTER)


def complete_body(span: TokenSpan) -> TokenSpan:
    """Return a body's name with what the model left off: "Office of Tides and Harbors", "Arden DA's office"."""
    span = without_rank(with_head(without_holder(span)))
    doc, start, end = span.doc, span.start, span.end
    if end < len(doc) and doc[end].text in GENITIVES and f"{span.text}'s" in load_bodies()[0]:
        return TokenSpan(doc, start, end + 1, label=span.label_)
    then = [token.lower_ for token in doc[end : end + 2]]
    if len(then) == 2 and span[-1].text in ATTORNEYS and then[0] in GENITIVES and then[1] == "office":
        return TokenSpan(doc, start, end + 2, label=span.label_)
    if len(then) == 2 and then[0] == "and" and span[0].text in HEADS and is_left_off(doc[end + 1]):
        end += 2
        while end < len(doc) and is_left_off(doc[end]):
            end += 1
    elif len(then) == 2 and then[0] == "," and span[:2].text == "University of" and is_campus(doc[end + 1]):
        end = end_of_entity(doc[end + 1])
    elif span[0].text in CHAMBERS | HEADS and "," in span.text:
        end = end_of_list(span)
    elif len(then) == 2 and then[0] in {"of", "on"} and span[-1].text in HEADS | PANELS and is_matter(doc[end + 1]):
        end += 2
        while end < len(doc) and is_matter(doc[end]):
            end += 1
    joined = start > 1 and doc[start - 1].lower_ == "and" and is_left_off(doc[start - 2])
    if joined and span[-1].text in load_bodies()[1]:
        start -= 2
        while start > span.sent.start and is_left_off(doc[start - 1]):
            start -= 1
    return TokenSpan(doc, start, end, label=span.label_)


def is_matter(token: Token) -> bool:
    """Tell whether a capitalised word that no model took for a name says what a body is for: "Board of Ferries"."""
    return token.text.istitle() and token.ent_type_ == "" and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def without_holder(span: TokenSpan) -> TokenSpan:
    """Return a well-known body's name without the party or the person that holds it: "[the Quill] White House".

    "House Minority" before an office is the House.
    """
    if len(span) == 2 and span[0].text in CHAMBERS and span[1].text in SIDES:
        return span[:1]
    if span.text in load_bodies()[0]:
        return span
    for at in range(1, len(span)):
        if span[at:].text in load_bodies()[0] or span[at:].text in CHAMBERS:
            held = all(token.text in SIDES or is_bearer(span.doc, token.text) for token in span[:at])
            return TokenSpan(span.doc, span.start + at, span.end, label=span.label_) if held else span
    return span


def without_remarks(span: TokenSpan) -> TokenSpan:
    """Return an outlet's name without what is said of it: "the No. 1 Harbor Times", "the Failing Harbor Times".

    Of "White House Press Secretary" only the first two words name anything.
    """
    doc, start = span.doc, span.start
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    if len(span) > 2 and span[-1].text == "Press" and following in {"briefing", "conference", "office", "secretary"}:
        return TokenSpan(doc, start, span.end - 1, label="ORG")
    while start < span.end - 1 and is_remark(doc[start]):
        start += 1
    known = start > span.start and outlet_named(doc[start : span.end].text) is not None
    return TokenSpan(doc, start, span.end, label=span.label_) if known and outlet_named(span.text) is None else span


def is_remark(token: Token) -> bool:
    """Tell whether a word before an outlet's name can be said of it: a number, a letter of a list, "failing"."""
    text = token.text
    return text.rstrip(".").isdigit() or len(text.rstrip(".")) < 2 or text == "No." or text.lower().endswith("ing")


def without_rank(span: TokenSpan) -> TokenSpan:
    """Return a body's name without the rank that the model read into it: "Air Force [Col.]" before Ada Quill."""
    rank = span[-1].text.rstrip(".") in RANKS or (span[-1].lower_ in OFFICES and span[-1].text[:1].isupper())
    held = len(span) > 1 and rank
    known = held and (span[:-1].text in load_bodies()[0] | CHAMBERS or span[-2].text in load_bodies()[1])
    return TokenSpan(span.doc, span.start, span.end - 1, label=span.label_) if known else span


def with_head(span: TokenSpan) -> TokenSpan:
    """Return a body's name with the head that the model parted from it: "Center for a [Quieter Harbor]".

    "the House Tides Subcommittee on [Harbor Safety]" has a name before the head, too.
    """
    doc, at = span.doc, span.start - 1
    if at > 1 and doc[at].lower_ in {"a", "an", "the"}:
        at -= 1
    if at < 1 or doc[at].lower_ not in {"of", "for", "on"} or doc[at - 1].text not in HEADS | PANELS:
        return span
    start = at - 1
    around = entity_at(doc).get(start)
    if around is not None:
        # "the Center for Harbors" ends the name of another there
        start = around.start + (around[0].lower_ == "the") if around.end == at else span.start
    return TokenSpan(doc, start, span.end, label=span.label_)


def end_of_list(span: TokenSpan) -> int:
    """Return where a list of what a body is for ends: "Senate Committee on Tides, Harbors[, and Ferries]"."""
    doc, end = span.doc, span.end
    at = end + (end < len(doc) and doc[end].text == ",")
    if at + 1 < len(doc) and doc[at].lower_ in {"and", "&"} and is_left_off(doc[at + 1]):
        return at + 2
    return end


def is_left_off(token: Token) -> bool:
    """Tell whether a capitalised word is one of a name that the model saw none in."""
    plain = token.ent_type_ == "" and token.pos_ in {"PROPN", "NOUN"} and not token.is_sent_start
    return plain and token.text[:1].isupper()


def is_campus(token: Token) -> bool:
    """Tell whether a word begins the place of a university: "University of Arden, Norwich"."""
    last = token.doc[end_of_entity(token) - 1]
    # "Harbor Tech" behind it is another
    campus = label_of(token.ent_type_) in {"PLACE", "ORG"} and last.text not in SCHOOLS
    return campus and token.text[:1].isupper()


def end_of_entity(token: Token) -> int:
    """Return where the name ends that a token begins."""
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    return end


def part_pair(span: TokenSpan) -> Iterator[TokenSpan]:
    """Yield the two bodies or people that a model took for one: "Quill and Harbor" where each is named alone too."""
    doc = span.doc
    at = next((token.i for token in span[1:-1] if token.lower_ in {"and", "&"}), None) if span.label_ else None
    if at is None or label_of(span.label_) not in {"ORG", "PERSON"}:
        yield span
        return
    halves = [doc[span.start : at], doc[at + 1 : span.end]]
    found = [index_entities(doc).get(half.text, ()) for half in halves]
    heads = all(half[0].text in HEADS and len(half) > 2 for half in halves)
    alone = doc[at].lower_ == "and" and all(found) and halves[0].text != halves[1].text
    if heads or alone:
        for half, others in zip(halves, found, strict=True):
            yield TokenSpan(doc, half.start, half.end, label=others[0].label_ if others else span.label_)
    else:
        yield span
