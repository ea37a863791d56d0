"""Finds works by their company: epithets ("the Night Train star"), their kind before them, quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from graph.memory import once_per_document
from graph.name_types import LEGAL_FORM, OUTLET_FORM, PLATFORMS
from graph.nlp import label_of
from graph.spans import find_words, index_last_words, index_words, place_of
from graph.syntax import GENITIVES
from graph.tokens import Doc, Token
from graph.tokens import Span as TokenSpan

QUOTES = frozenset("\"'“”‘’`")
WORK_NOUNS = frozenset(
    (
        "film movie series sitcom show book novel memoir album song single documentary drama comedy thriller musical "
        "play sequel game track hit biopic mixtape docuseries franchise video videogame essay miniseries soundtrack "
        "podcast"
    ).split()
)
WORK_ROLES = frozenset(
    (
        "star alum actor actress director producer creator showrunner author writer screenwriter singer rapper "
        "songwriter filmmaker alumna alumnus hitmaker stars writers"
    ).split()
)
# who plays in films, and never for a team
PLAYERS = frozenset({"actor", "actress", "showrunner", "screenwriter"})
SCREEN_ROLES = frozenset({"star", "alum", "alumna", "actor", "actress", "showrunner", "hitmaker", "screenwriter"})
TITLE_FUNCTION_WORDS = frozenset("the a an of with and in to for on at from or is by & vs my it".split())
WORK_PARTS = frozenset(
    (
        "scene premiere trailer cast episode finale soundtrack sequel script screenplay prequel reboot spinoff "
        "adaptation"
    ).split()
)
NAMING_WORDS = frozenset({"titled", "entitled", "called"})
PLAYING = frozenset({"star", "costar", "co-star", "act"})
MAX_TITLE = 9
# of people only works have these: "Nightfall director Ada Quill"
MAKERS = frozenset({"actor", "actress", "creator", "director", "screenwriter", "showrunner", "star", "stars"})
SONG_ROLES = frozenset({"singer", "rapper", "hitmaker", "songwriter", "showrunner"})
STAGE_WORDS = frozenset("actor actors actress film films movie movies song songs album singer rapper show tv".split())
SPORT_WORDS = frozenset("club clubs coach goal goals league match season striker team teams player players".split())
LEAST_SPORT = 2
# what stands between "the" and whose star somebody is: "the 27-year-old Nightfall star"
AGED = frozenset({"-", "year", "old"})
LONGEST_LOOKS = 7
PLURAL_WORKS = frozenset(
    "albums blockbusters books comedies dramas films franchises games hits movies musicals novels plays shows sitcoms "
    "songs singles soaps titles tracks videogames".split()
)
LISTING = frozenset({",", "and", "&", "of", "the", "in", "a", "'s", "’s", "to", "for"})
SHOWN = frozenset({
    ("judge", "on"), ("contestant", "on"), ("contestants", "on"), ("finale", "of"), ("premiere", "of"), ("cast", "of"),
    ("episode", "of"), ("episodes", "of"), ("trailer", "for"), ("scene", "from"), ("scenes", "from"),
    ("adaptation", "of"), ("filming", "of"), ("remake", "of"), ("sequel", "to"),
})  # fmt: skip
# "while making Night Train", of whatever the model took for nothing else
SHOOTING = frozenset({"filming", "making", "shooting"})
SHOWN_BY = frozenset(preposition for _, preposition in SHOWN)
SHOWING = SHOOTING | SHOWN_BY
# "the Night Train rooftop scene"
SCENES = frozenset({"finale", "premiere", "prequel", "reboot", "scene", "sequel", "soundtrack", "spinoff", "trailer"})
# what a title may stand before or behind
TITLED = WORK_NOUNS | WORK_ROLES | SCENES
# "the Netflix star": those who show a film are no film
STREAMERS = PLATFORMS | {"amazon", "disney", "hulu", "netflix"}
# which of somebody's works it is
ORDERED = frozenset("debut fifth first forthcoming fourth last latest new newest next second third upcoming".split())
# who takes part in what is broadcast, and its parts: "a Night Train contestant"
PLAYED_BY = frozenset({"contestant", "contestants"})
TURNS = PLAYED_BY | {"episode", "episodes", "finale", "spin-off", "spinoff"}
# where things are shown to those who come: "the Arden Boat Show"
FAIRS = frozenset("Agricultural Air Auto Boat Car Dog Electronics Fashion Flower Home Horse Motor Road Trade".split())
LONE_ROLES = frozenset({"actor", "actress", "showrunner", "star"})
LONE_KINDS = frozenset(
    "album biopic comedy docuseries film movie musical novel single sitcom song thriller track".split()
)


def stars_somebody(span: TokenSpan) -> bool:
    """Tell whether a phrase names a performer, a maker or a part of a work by its title: "the Night Train star"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    first = span[0].lower_ == "the" or (span.start > 0 and doc[before_looks(doc, span.start)].lower_ == "the")
    # "the former Night Train star", but clubs have former stars as well
    once = span.start > 1 and doc[span.start - 1].lower_ in {"former", "ex"} and is_on_stage(doc)
    first = first or (once and doc[span.start - 2].lower_ == "the")
    if not first or len(span) < 2 or LEGAL_FORM.search(span.text) or OUTLET_FORM.search(span.text):
        return False
    if WORK_PARTS & {token.lower_ for token in doc[span.end : span.end + 2]}:
        return True
    # teams have stars too, in the plural; bodies have directors, but seldom names of three words
    if span[-1].lower_.endswith("s"):
        return following in PLAYERS or (following == "star" and len(span) > 2 and is_on_stage(doc))
    return following in SCREEN_ROLES or (following in WORK_ROLES and len(span) > 2)


def stars_alone(span: TokenSpan) -> bool:
    """Tell whether a lone word is the title of what an actor or singer is known for: "the Nightfall star".

    Teams have stars, too, so that a body's word is a title only where the document is about the stage.
    """
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    body = label_of(span.label_) in {"ORG", "PLACE"}
    return (
        (following in {"star", "actor", "actress"} or (following in SONG_ROLES | SCREEN_ROLES and len(span) == 1))
        and not (body and (following == "star" or label_of(span.label_) == "PLACE") and not is_on_stage(doc))
        and not (body and span.text.lower() in STREAMERS)
        and span.start > 0
        and doc[before_looks(doc, span.start)].lower_ == "the"
        and span[-1].text not in index_last_words(doc)
    )


def is_of_age(token: Token) -> bool:
    """Tell whether a token is one of an age: "27-year-old"."""
    return token.text.isdigit() or token.lower_ in AGED


def before_looks(doc: Doc, start: int) -> int:
    """Return the token before what is said of a star's age and looks, if that is an article: "the 27-year-old star"."""
    at = start - 1
    while at > 0 and start - at < LONGEST_LOOKS and (doc[at].pos_ == "ADJ" or is_of_age(doc[at])):
        at -= 1
    # letters are a league's
    return at if doc[at].lower_ == "the" and not doc[start].text.isupper() else start - 1


def shows_star(span: TokenSpan) -> bool:
    """Tell whether a name that seems a body's or a person's is what the performer behind it did: "Nightfall star Ada".

    Only where the document is about the stage, for clubs have stars, too; letters are a league's or a broadcaster's.
    """
    doc, end = span.doc, span.end
    roles = MAKERS if label_of(span.label_) == "PERSON" else {"star", "stars", "actor", "actress"}
    if end + 1 >= len(doc) or doc[end].lower_ not in roles or span.text.isupper():
        return False
    named = label_of(doc[end + 1].ent_type_) == "PERSON"
    return named and span.text.lower() not in STREAMERS and is_on_stage(doc) and not LEGAL_FORM.search(span.text)


@once_per_document
def is_on_stage(doc: Doc) -> bool:
    """Tell whether a document speaks of film and music rather than of sports."""
    return len(find_words(doc, STAGE_WORDS)) > len(find_words(doc, SPORT_WORDS))


@once_per_document
def counts_sport(doc: Doc) -> bool:
    """Tell whether a document is about a team: it speaks of several things of sports."""
    words = index_words(doc)
    return sum(word in words for word in SPORT_WORDS) > LEAST_SPORT


def is_quoted(span: TokenSpan) -> bool:
    """Tell whether quotation marks stand right around a name: "“Nightfall”", "'Nightfall,'"."""
    doc, end = span.doc, span.end
    if not span.start or doc[span.start - 1].text not in QUOTES or end >= len(doc):
        return False
    # American style puts the comma inside the quotation marks
    closing = end + (doc[end].text in {",", "."})
    return closing < len(doc) and doc[closing].text in QUOTES - {"“", "‘"}


def is_among_works(span: TokenSpan) -> bool:
    """Tell whether a name is listed as a work: "games such as Nightfall, Harbor and Quill's Run"."""
    doc, at = span.doc, span.start - 1
    while at > span.sent.start and (doc[at].text[:1].isupper() or doc[at].lower_ in LISTING or doc[at].text in QUOTES):
        at -= 1
    if at > 0 and doc[at].lower_ == "as" and doc[at - 1].lower_ == "such":
        at -= 1
    elif at > 1 and doc[at].lower_ == "as" and doc[at - 1].lower_ in PLURAL_WORKS and doc[at - 2].lower_ == "such":
        return True
    elif doc[at].lower_ in LONE_ROLES and doc[at + 1].lower_ == "of":
        # "star of Nightfall, Harbor and Quill's Run"
        return is_on_stage(doc)
    elif doc[at].lower_ in PLURAL_WORKS and doc[at].pos_ == "NOUN":
        # "the shows Nightfall, Harbor and Quill's Run", but "the shows Quill made" and "games for the Quills"
        titled = doc[at + 1].text[:1].isupper() or doc[at + 1].text in QUOTES
        return titled and (span.end >= len(doc) or doc[span.end].pos_ not in {"VERB", "AUX"})
    elif doc[at].lower_ not in {"like", "including"}:
        return False
    before = doc[at - 2 if at > 1 and doc[at - 1].text == "," else at - 1] if at > 0 else doc[0]
    return before.lower_ in PLURAL_WORKS


def is_newest(span: TokenSpan) -> bool:
    """Tell whether a name tells which of somebody's works is meant: "her latest album, Nightfall, is out"."""
    doc, start = span.doc, span.start
    opened = start > 2 and doc[start - 1].text == "," and doc[start - 2].lower_ in LONE_KINDS | {"book", "memoir"}
    closed = span.end >= len(doc) or doc[span.end].is_punct
    return opened and closed and doc[start - 3].lower_ in ORDERED


def is_filmed(span: TokenSpan) -> bool:
    """Tell whether the word behind a lone name says that it is a film's: "the Nightfall film series"."""
    doc, end = span.doc, span.end
    after = doc[end].lower_ if end < len(doc) else ""
    articled = span.start > 0 and doc[span.start - 1].lower_ == "the"
    if not articled or len(span) > 1 or span.text.isupper() or span.text in index_last_words(doc):
        return False
    kinds = {"film", "finale", "franchise", "movie", "sequel", "trilogy"}
    return is_on_stage(doc) and after.removesuffix("s") in kinds


def is_broadcast(span: TokenSpan) -> bool:
    """Tell whether a name is a show's: "The Ada Quill Show", a "Nightfall contestant", "Bo's Nightfall album"."""
    doc, end = span.doc, span.end
    following = doc[end].lower_ if end < len(doc) else ""
    if len(span) > 1 and span[-1].text == "Show":
        return span[-2].text not in FAIRS
    if span.text.isupper() or LEGAL_FORM.search(span.text):
        return False
    if following in TURNS and (len(span) > 1 or following in PLAYED_BY):
        return True
    owned = span.start > 0 and doc[span.start - 1].text in GENITIVES
    return is_filmed(span) or (owned and following in LONE_KINDS and span[-1].text not in index_last_words(doc))


def lends_epithet(span: TokenSpan) -> bool:
    """Tell whether what looks like a person's name is the title of what an actor is known for: "the Ada Quill star"."""
    doc = span.doc
    following = doc[span.end].lower_ if span.end < len(doc) else ""
    return len(span) > 1 and following in SCREEN_ROLES and span.start > 0 and doc[span.start - 1].lower_ == "the"


def find_shown(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the titles of what people appear in or on: "a judge on Arden's Got Rhythm", "the cast of Night Train"."""
    for token in find_words(doc, SHOWING):
        shot = token.text in SHOOTING and token.tag_ == "VBG"
        if not (shot or token.lower_ in SHOWN_BY) or not token.i or token.i + 2 >= len(doc):
            continue
        if not shot and (doc[token.i - 1].lower_, token.lower_) not in SHOWN:
            continue
        start = end = token.i + 1 + (doc[token.i + 1].text in QUOTES)
        while end < token.sent.end and (is_title_word(doc[end]) or doc[end].text in GENITIVES):
            end += 1
        yield from to_title(doc, start, end, sure=not shot)


def find_lone_titles(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the titles of one word that stand behind their kind: "the 2017 track Nightfall", "her album Nightfall,"."""
    for token in find_words(doc, LONE_KINDS):
        if token.i + 2 >= len(doc):
            continue
        title, after = doc[token.i + 1], doc[token.i + 2]
        if not title.text[:1].isupper() or title.text in index_last_words(doc):
            continue
        ends = after.is_punct or after.is_space or after.pos_ in {"ADP", "CCONJ"}
        if ends and after.text not in {"-", "'s", "’s"} and title.ent_type_ != "DATE" and title.is_alpha:
            yield title.i, title.i + 1


def is_played_in(span: TokenSpan) -> bool:
    """Tell whether somebody stars in what a span names, or a word for its kind stands beside it."""
    doc, root = span.doc, span.root
    before = doc[span.start - 1].lower_ if span.start else ""
    if before == "in" and root.head.lemma_.lower() in PLAYING:
        return True
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if after in {"franchise", "sequel", "showrunner", "trilogy", "movie", "movies", "film", "films"} and len(span) > 1:
        return True
    return before in WORK_NOUNS and span.start > 1 and doc[span.start - 1].pos_ == "NOUN" and len(span) > 1


def is_title_word(token: Token) -> bool:
    """Tell whether a token can stand in a title in title case."""
    return token.text[:1].isupper() or token.lower_ in TITLE_FUNCTION_WORDS or token.text[:1].isdigit()


def find_epithets(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens of works in epithets and after their kind: "the Night Train star", "the film Night Train"."""
    for token in find_words(doc, TITLED):
        if (token.lower_ in WORK_ROLES or token.lower_ in SCENES) and token.i > 1:
            start = end = token.i
            if token.lower_ in SCENES and doc[end - 1].pos_ == "NOUN" and doc[end - 1].text.islower():
                # "the Night Train rooftop scene"
                start = end = end - 1
            while start > token.sent.start and is_title_word(doc[start - 1]):
                start -= 1
            # "the Night of the Train star": the first article opens the phrase, a later one belongs to the title
            articles = [index for index in range(start, token.i) if doc[index].lower_ == "the"]
            if articles:
                yield from to_title(doc, articles[0] + 1, end)
        elif token.lower_ in WORK_NOUNS and token.i + 2 < len(doc):
            end = token.i + 1
            while end < token.sent.end and is_title_word(doc[end]):
                end += 1
            yield from to_title(doc, token.i + 1, end)


def to_title(doc: Doc, start: int, end: int, *, sure: bool = False) -> Iterator[tuple[int, int]]:
    """Yield the title between two tokens, unless the model read another name there or it has too few capitals.

    `sure` says that the words before it show that it is one, whatever body or place the model read there.
    """
    while end > start and doc[end - 1].lower_ in TITLE_FUNCTION_WORDS:
        end -= 1
    words = [token for token in doc[start:end] if token.text[:1].isupper()]
    known = {label_of(token.ent_type_) for token in doc[start:end]} - {"", "WORK"}
    inner = {token.lower_ for token in doc[start + 1 : end]}
    # no person's name has an article inside
    if (known == {"ORG"} and inner & TITLE_FUNCTION_WORDS) or (known <= {"ORG", "PERSON"} and inner & {"the", "a"}):
        known = set()
    if sure and known <= {"ORG", "PLACE"}:
        known = set()
    if len(words) > 1 and not known and doc[start].text[:1].isupper():
        yield start, end


def find_quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of titles in quotation marks after a word for a work: "the film “Night Train”"."""
    words = index_words(doc)
    for opening in sorted((token for mark in QUOTES & words.keys() for token in words[mark]), key=place_of):
        if opening.i + 2 >= len(doc) or not doc[opening.i + 1].text[:1].isupper():
            continue
        end = opening.i + 1
        while end < min(len(doc), opening.i + MAX_TITLE) and is_title_word(doc[end]):
            end += 1
        # American style puts the comma inside the quotation marks
        closing = end + (end < len(doc) and doc[end].text in {",", "."})
        if end == opening.i + 1 or closing >= len(doc) or doc[closing].text not in QUOTES:
            continue
        before = {token.lower_ for token in doc[max(0, opening.i - 3) : opening.i]}
        if before & (WORK_NOUNS | NAMING_WORDS) or (
            doc[opening.i - 1].lower_ in {"in", "on"} and is_played_in(doc[opening.i : end])
        ):
            yield opening.i + 1, end
