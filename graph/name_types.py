"""What the words and the grammar around a name prove of its type, and what no name is."""

from __future__ import annotations

import re

from graph.body_kinds import load_bodies
from graph.descriptions import load_descriptions, load_given_names, load_titles
from graph.memory import once_per_document
from graph.model import EntityType
from graph.nlp import label_of
from graph.residue import VERSUS, is_residue
from graph.spans import index_entities, index_words, sentence_bounds
from graph.syntax import CORE
from graph.things import is_thing
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

# what only the parties of a dispute do
PARTY_VERBS = frozenset({"accuse", "allege", "argue", "countersue", "deny", "file", "sue"})
HUMAN_VERBS = frozenset(
    (
        "sue countersue say tell claim allege accuse testify deny add file insist argue marry arrest indict tweet "
        "apologize name"
    ).split()
)
BODY_VERBS = HUMAN_VERBS | frozenset(
    (
        "remove suspend ban block label flag delete refuse decline announce agree own buy pay fire hire settle appeal "
        "respond"
    ).split()
)
LEGAL_FORM = re.compile(
    r"\b(?:Inc|LLC|LLP|Ltd|Corp|Corporation|Company|Co|Group|University|College|Foundation|Association|Department|"
    r"Committee|Agency|Union|Bank|Holdings|Studios|Pictures|Records|Partners|Law|Capital|Brothers|Bros|Committees|"
    r"Images|Hotel|Hotels)\b\.?$"
)
OUTLET_FORM = re.compile(
    r"(?:(?<=\s)(?:News|TV|Radio|Tribune|Herald|Gazette|Chronicle|Broadcasting|Magazine|Newspapers?)"
    r"|^(?:ABC|CBS|NBC|FOX|Fox|BBC|ITV|CTV|CW) ?\d{1,2}|^[KW][A-Z]{3}-(?:TV|FM|AM|\d{1,2}))$"
)
# laws and contracts, then honours, places and days: the graph holds none of them
LAW_FORM = re.compile(
    r"\s(?:Accords?|Acts?|Agreement|Amendment|Charter|Convention|Treaty|Statute|Regulations?|Constitution|Directive|"
    r"Clause)$|^(?:Title|Operation) "
    r"|\b(?:Code|Convention|Covenant|Declaration|Treaty) (?:on|of)\b"
)
OTHER_FORM = re.compile(
    r"\s(?:Bill|Code|Awards?|Prize|Medal|Memorial|Towers?|Square|Park|Avenue|Street|Boulevard|Airport|Beach|County|"
    r"Islands?|River|Highway|Bridge|Day|Store|Doctrine|Marathon|Month|Pipeline|Protocol|World Cup)$"
)
PLATFORMS = frozenset(
    (
        "twitter facebook instagram snapchat tiktok whatsapp facetime telegram reddit parler myspace linkedin gab "
        "signal skype zoom imessage discord twitch periscope pinterest tumblr weibo youtube x venmo gofundme patreon "
        "onlyfans tinder bumble hinge grindr wechat"
    ).split()
)
SHOPS = ("app store", "google play", "instagram live", "instagram story", "instagram stories", "facebook live")
# abbreviations that stand for no body
NOT_BODIES = frozenset(
    (
        "GMT BST EST EDT CST CDT PST PDT CET UTC PDF DVD CD TV NDA NDAs CEO CFO COO DNA GPS VIP HIV AIDS COVID MAGA "
        "LGBT LGBTQ USD GBP FAQ URL U.S. US UK U.K. USA EU DUI IP PR HR AM PM RIP OMG LOL ICYMI Ph.D. MeToo QAnon "
        "Press Oscar Oscars Emmy Emmys Grammy Grammys POTUS FLOTUS AF1 AG DA DNI MP MEP QC VP PC LLP "
        "LLC PLC Inc Ltd BA BSc PhD MBA"
    ).split()
)
CAMPAIGN = frozenset({"campaign", "administration"})
# what those who post on a social network do, though it is said of the network
CROWD_VERBS = frozenset("blast have laugh let lose love mock poke praise react roast see slam take".split())
STAFF = frozenset(
    (
        "ceo executive executives spokesman spokeswoman spokesperson founder employee lawyer lawyers attorney "
        "attorneys officials board headquarters"
    ).split()
)
EDITORS = frozenset({"columnist", "correspondent", "editor", "reporter"})
PERIODICALS = frozenset({"newspaper", "magazine", "newsletter", "tabloid", "blog"})
PLURAL_PERIODICALS = frozenset({"newspapers", "magazines", "websites", "tabloids", "blogs", "newsletters"})
PUBLISHED = PERIODICALS | {"website", "publication", "outlet", "broadcaster"}
CREDIT_BEFORE = frozenset({"told", "tells", "telling", "per", "via"})
CREDIT_AFTER = frozenset({"reported", "reports", "magazine", "newspaper", "writes", "wrote"})


def has_title(doc: Doc, start: int) -> bool:
    """Tell whether a title or a calling stands right before a token: "Mr. Quill", "actor Quill"."""
    at = start - 2 if start > 1 and doc[start - 1].text == "." else start - 1
    if at < 0:
        return False
    word = doc[at].lower_.rstrip(".")
    described = load_descriptions().get(word)
    return word in load_titles() or (described is not None and described.type is EntityType.PERSON)


def is_acting(token: Token) -> bool:
    """Tell whether a name is the subject or object of a verb that only people and bodies are party to."""
    return token.dep_ in CORE and token.head.lemma_.lower() in HUMAN_VERBS


def is_party(span: TokenSpan) -> bool:
    """Tell whether what the model took for a work sues, denies or is sued, as only bodies and people do."""
    quoted = span.start > 0 and span.doc[span.start - 1].text in {"“", '"', "‘", "'"}
    return not quoted and (is_arguing(span) or span.text in find_parties(span.doc))


@once_per_document
def find_parties(doc: Doc) -> frozenset[str]:
    """Return the names that sue, deny or are sued somewhere in a document."""
    return frozenset(text for text, same in index_entities(doc).items() if any(map(is_arguing, same)))


def is_arguing(span: TokenSpan) -> bool:
    """Tell whether a name is the subject or object of a verb of disputes."""
    root = span.root
    return root.dep_ in CORE and root.head.lemma_.lower() in PARTY_VERBS


def is_published(span: TokenSpan) -> bool:
    """Tell whether the noun beside a name makes it an outlet: "the website Harbor", "her Harbor newsletter"."""
    doc, start = span.doc, span.start
    opens = start - 1 if start and doc[start - 1].lower_ == "the" else start
    before = doc[opens - 1] if opens else None
    at, last = span.end, sentence_bounds(doc)[span.start][1]
    after = doc[at].lower_ if at < len(doc) else ""
    # "the Harbor, Norwich Watch and Quill websites"
    while at < last and (doc[at].text[:1].isupper() or doc[at].lower_ in {",", "and", "the"}):
        at += 1
    listed = at > span.end and at < len(doc) and doc[at].lower_ in PLURAL_PERIODICALS
    single = doc[span.end].lower_ in PLURAL_PERIODICALS if span.end < len(doc) else False
    noun = before is not None and before.lower_ in PUBLISHED and before.pos_ == "NOUN"
    if noun and before is not None and before.lower_ == "broadcaster" and label_of(span.label_) == "PERSON":
        # people are broadcasters, too: "kissed broadcaster Ada Quill"
        noun = len(span) < 2
    return noun or after in PERIODICALS or listed or single or is_edited(span)


def is_edited(span: TokenSpan) -> bool:
    """Tell whether somebody edits or reports for what has a name: "the editor of Quill", "a columnist for Quill"."""
    doc, at = span.doc, span.start - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].lower_ not in {"at", "for", "of"} or span[0].lower_ in load_given_names():
        return False
    return doc[at - 1].lower_ in EDITORS and (doc[at].lower_ != "of" or doc[at - 1].lower_ == "editor")


def is_credited(span: TokenSpan) -> bool:
    """Tell whether the words around an outlet's everyday word ("People") credit it as an outlet."""
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "the" and span.start > 1:
        before = doc[span.start - 2].lower_
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    according = span.start > 1 and doc[span.start - 2 : span.start].text.lower() == "according to"
    return before in CREDIT_BEFORE or after in CREDIT_AFTER or according


def is_platform(span: TokenSpan) -> bool:
    """Tell whether a social network is only the place of a posting: it neither acts nor employs nor is sued."""
    if span.text.lower() not in PLATFORMS and span.text.lower() not in SHOPS:
        return False
    for other in spans_like(span):
        root = other.root
        following = span.doc[other.end].lower_ if other.end < len(span.doc) else ""
        verb = root.head.lemma_.lower()
        sued = verb == "against" or any(t.lower_ == "against" for t in root.children)
        if (root.dep_ in CORE and verb in BODY_VERBS) or following in STAFF or sued or is_doer(root):
            return False
    return True


def is_doer(root: Token) -> bool:
    """Tell whether a social network does something itself, and not the crowd that posts there: "Parler kept it"."""
    verb = root.head
    doing = root.dep_ == "nsubj" and verb.pos_ == "VERB" and verb.lemma_.lower() not in CROWD_VERBS
    return doing and any(child.dep_ in {"obj", "ccomp", "xcomp"} and child.i > verb.i for child in verb.children)


def spans_like(span: TokenSpan) -> list[TokenSpan]:
    """Return the model's names with the same text, the span itself included."""
    return [span, *index_entities(span.doc).get(span.text, ())]


# whom no report is about
DEITIES = frozenset(
    {"Allah", "Christ", "God", "Jesus", "Jesus Christ", "Jim Crow", "John Doe", "Jane Doe", "Lord", "Santa", "Satan"}
) | {"Santa Claus"}


def is_nothing(span: TokenSpan, kind: EntityType) -> bool:
    """Tell whether a span that was taken for a name is none of the graph's: a hashtag, a law, a prize, a dateline."""
    doc, text = span.doc, span.text
    if span.start and doc[span.start - 1].text.endswith("#"):
        return True
    if span.start and doc[span.start - 1].lower_ in {"code-named", "codenamed"}:
        return True
    # "Quill v. Dunn" is a proceeding
    if not VERSUS.isdisjoint(token.text for token in span[1:]):
        return True
    if text.isdigit() or (len(span) == 1 and span[0].lower_ in load_descriptions() and span[0].pos_ == "NOUN"):
        return True
    if (
        text in NOT_BODIES
        or text in DEITIES
        or is_dateline(span)
        or (len(span) == 1 and is_common(doc, span[0]) and kind is not EntityType.WORK)
    ):
        return True
    if is_residue(span, kind) or is_thing(span, kind):
        return True
    if kind is EntityType.COURT or (kind is EntityType.PERSON and not text.startswith("Operation ")):
        return False
    body = kind in {EntityType.ORGANIZATION, EntityType.MEDIA_OUTLET}
    # "Downing Street" is no street
    formed = OTHER_FORM.search(text) is not None and text not in load_bodies()[0]
    return bool(LAW_FORM.search(text)) or (body and (formed or is_platform(span)))


def is_common(doc: Doc, token: Token) -> bool:
    """Tell whether a lone word is an ordinary one that opens a sentence: "Producers said", "Guess what"."""
    if token.lower_ in load_given_names() or token.text.isupper() or not token.text.isalpha():
        return False
    opens = token.is_sent_start or (
        token.i > 0 and doc[token.i - 1].text in {"'", '"', "“", "‘", "\n", "\n\n", "[", "-"}
    )
    plain = token.pos_ in {"ADJ", "VERB", "ADV", "ADP", "SCONJ", "NOUN", "PRON", "DET", "AUX", "INTJ"}
    # the same capital inside a sentence shows a name after all
    return (
        plain
        and bool(opens)
        and not any(
            not other.is_sent_start and other.i != token.i and other.pos_ == "PROPN"
            for other in index_words(doc).get(token.text, ())
        )
    )


def is_dateline(span: TokenSpan) -> bool:
    """Tell whether a name in capitals is the place that a report comes from: "NORWICH (Harbor News) —"."""
    doc = span.doc
    if not span.text.isupper() or not (span.start == 0 or doc[span.start - 1].is_space or span[0].is_sent_start):
        return False
    after = [token.text for token in doc[span.end : span.end + 8]]
    return bool(after) and (after[0] in {"(", "–", "—"} or (after[0] == "," and "(" in after))


def body_end(span: TokenSpan) -> int | None:
    """Return the end of a body that a person or place names: "the Quill campaign", "Norwich police"; else None."""
    doc, end, label = span.doc, span.end, label_of(span.label_)
    word = doc[end].lower_ if end < len(doc) else ""
    # "Victoria's Secret" where the model found Victoria
    if doc[span.start : end + 2].text.replace("’", "'") in load_bodies()[0] and end + 2 <= len(doc):
        return end + 2
    # "Norwich police officer": the noun after it makes it a modifier
    follows = end + 1 < len(doc) and doc[end + 1].pos_ in {"NOUN", "PROPN"}
    if label == "PERSON" and word in CAMPAIGN and len(span) < 4:
        return end + 1
    if label == "PERSON" and len(span) > 1 and span[-1].lower_ in CAMPAIGN:
        return end
    # "Norwich police" where the model took the town for a body
    lone = len(span) == 1 and span.text not in load_bodies()[0]
    town = label == "PLACE" or (label in {"ORG", "PERSON"} and lone and word == "police")
    if town and (word == "government" or (word == "police" and not follows)):
        return end + 1
    return None


def body_start(span: TokenSpan) -> int:
    """Return the start of a body that two people name: "the Quill/Dunn campaign", or one: "the Quill campaign"."""
    doc, start = span.doc, span.start + (span[0].lower_ == "the")
    joined = start > 1 and doc[start - 1].text in {"/", "-", "–"} and doc[start - 2].text.istitle()
    return start - 2 if joined and label_of(doc[start - 2].ent_type_) == "PERSON" else start


def letters_of(title: str) -> str:
    """Return the first letters of all words of a title, in capitals: "DITN" of "Dancing In The Night"."""
    words = title.split()
    return "".join(word[0].upper() for word in words) if len(words) > 2 else ""
