"""Tells words of blame that blame nobody: "broke the news", "the bank failed", "Stop the Lies Fund", "felt sick"."""

from __future__ import annotations

from graph import syntax
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
        "hit": "ball bottom campaign high home low mark market milestone note peak road shelf shop stage store street "
        "target theater theatre top town trail",
        "kill": "bill deal measure plan proposal rumor rumour time",
        "plot": "chart course path route",
        "seize": "chance day initiative moment opportunity",
        "shoot": "ad advert commercial documentary episode film footage movie photo picture pilot scene series video",
        "spread": "awareness cheer happiness hope joy kindness love message positivity wing word",
        "strike": "agreement balance bargain blow chord compromise deal match note partnership pose tone",
        "touch": "base down heart life",
    }.items()
}
# "failed to warn her", "failed her"; a bank that failed did nobody wrong by it
NEEDING = frozenset({"fail"})
FEELING = frozenset({"feel"})


def is_harmless(verb: Token) -> bool:
    """Tell whether a verb of wrong does no wrong to what it is done to: "broke a record", "the bank failed"."""
    form = base_form(verb)
    if form not in HARMLESS and form not in NEEDING:
        return False
    objects = syntax.direct_objects(verb)
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
