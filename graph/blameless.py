"""Tells words of blame that blame nobody: "broke the news", "the bank failed", "Stop the Lies Fund", "felt sick"."""

from __future__ import annotations

from graph import syntax
from graph.memory import once_per_token
from graph.model import MentionKind
from graph.reading import Reading
from graph.tokens import Token
from graph.word_forms import base_form

# what one does no wrong by doing to it: "broke a record", "forged a path"
HARMLESS = {
    verb: frozenset(objects.split())
    for verb, objects in {
        "beat": "champion expectation forecast odds opponent record rival side team",
        "break": "barrier bread camp ceiling cover fast ground ice mold mould news rank record silence story stride "
        "tie",
        "copy": "editor email lawyer reporter",
        "forge": "alliance bond career compromise connection consensus deal friendship link partnership path "
        "relationship tie union way",
        "grab": "attention bite breakfast coat coffee dinner drink headline lunch phone seat spotlight",
        "harbor": "ambition doubt dream fear hope",
        "harm": "herself himself itself myself themselves",
        "hit": "ball bottom campaign high home low mark market milestone note peak road shelf shop stage store street "
        "target theater theatre top town trail",
        "hurt": "herself himself itself myself themselves",
        "injure": "herself himself themselves",
        "kill": "bill deal herself himself measure plan proposal rumor rumour themselves time",
        "owe": "apology explanation gratitude thank",
        "plot": "chart course path route",
        "seize": "chance day initiative moment opportunity",
        "shoot": "ad advert commercial documentary episode film footage herself himself mouth movie photo picture "
        "pilot scene series video",
        "spread": "awareness cheer happiness hope joy kindness love message positivity wing word",
        "strike": "agreement balance bargain blow chord compromise deal match note partnership pose tone",
        "stab": "herself himself",
        "touch": "anything base down everything heart life nerve nothing",
    }.items()
}
# "failed to warn her", "failed her"; a bank that failed did nobody wrong by it
NEEDING = frozenset({"fail"})
# "her son lay feet away", where a tagger takes "lay" for a form of "lie"
RESTING = frozenset({"lain", "lay"})
# "he refused to break"
YIELDING = frozenset({"break"})
# "exposed himself to her"; who exposes a fraud does no wrong
EXPOSING = "expose"
REFLEXIVE = frozenset({"herself", "himself", "themselves"})
FEELING = frozenset({"feel"})


@once_per_token
def is_harmless(verb: Token) -> bool:
    """Tell whether a verb of wrong does no wrong to what it is done to: "broke a record", "the bank failed"."""
    form = base_form(verb)
    if verb.lower_ in RESTING or is_felt(verb):
        return True
    if form not in HARMLESS and form not in NEEDING and form not in YIELDING and form != EXPOSING:
        return False
    objects = syntax.direct_objects(verb)
    if form == EXPOSING:
        return not any(noun.lower_ in REFLEXIVE for noun in objects)
    if form in YIELDING and not objects and "into" not in syntax.obliques(verb):
        return True
    if form in NEEDING:
        taken = objects or syntax.children(verb, {"xcomp", "ccomp", "advcl", "acl"}) or "in" in syntax.obliques(verb)
        return not taken and verb.pos_ == "VERB"
    return bool(objects) and all(base_form(noun) in HARMLESS[form] for noun in objects)


def is_in_name(word: Token, reading: Reading) -> bool:
    """Tell whether a word stands inside a name, behind its first word: "Mothers Against Illegal Traps"."""
    return word.text[0].isupper() and any(
        filler.mention.kind is MentionKind.NAMED and filler.mention.span.start < word.idx
        for filler in reading.mentions_at(word)
    )


def is_felt(word: Token) -> bool:
    """Tell whether a word is how somebody feels, which is no blame: "he felt sick"."""
    return word.dep_ in {"xcomp", "acomp"} and base_form(word.head) in FEELING
