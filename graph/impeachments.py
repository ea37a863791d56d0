"""Tells what stands before a senate and no court: an impeachment with its charges, its trial and its verdict."""

from __future__ import annotations

from collections.abc import Iterable

from graph import syntax
from graph.memory import once_per_document
from graph.spans import index_lowered
from graph.tokens import Doc, Token

# "impeached President Bo Dunn", "Dunn's second impeachment", "the impeachment of Bo Dunn"
REACH = 4
# what a house and a senate do as well as a court
DECIDING = frozenset({"acquit", "charge", "convict", "prosecute", "try"})
TRIALS = frozenset({"proceeding", "trial"})
# "a fair trial" of nobody named
BARE = frozenset({"a", "fair", "full", "quick", "short", "speedy", "the", "this"})
COURTLY = frozenset({"civil", "court", "criminal", "federal", "murder"})


@once_per_document
def tells_of_impeachment(doc: Doc) -> bool:
    """Tell whether a document is about an impeachment, whose senators acquit as a jury does."""
    words = index_lowered(doc)
    return "senate" in words and sum(len(found) for word, found in words.items() if word.startswith("impeach")) > 1


@once_per_document
def list_impeached(doc: Doc) -> frozenset[str]:
    """Return the words of the names that stand close to a word of impeachment, where a document is about one."""
    if not tells_of_impeachment(doc):
        return frozenset()
    found = set[str]()
    for word in doc:
        if word.lower_.startswith("impeach"):
            near = doc[max(word.sent.start, word.i - REACH) : min(word.sent.end, word.i + REACH)]
            # whoever "voted to impeach Dunn" stands before the verb, "Dunn was impeached" tells of himself
            passive = syntax.is_passive(word)
            named = (
                other
                for other in near
                if other.ent_type_ == "PERSON" and (passive or other.i > word.i or is_owner(other))
            )
            found.update(other.lower_ for other in named)
    return frozenset(found)


def is_owner(name: Token) -> bool:
    """Tell whether a name stands before "impeachment" as its modifier or owner."""
    behind = name.nbor() if name.i + 1 < name.sent.end else name
    return behind.tag_ == "POS" or behind.lower_.startswith("impeach")


def is_before_senate(noun: Token) -> bool:
    """Tell whether a trial, a case or charges are an impeachment's: "Dunn's trial", "the charges against Dunn"."""
    impeached = list_impeached(noun.doc)
    if not impeached:
        return False
    before = [word.lower_ for word in noun.doc[max(noun.sent.start, noun.i - REACH) : noun.i]]
    if not COURTLY.isdisjoint(before):
        return False
    obliques = syntax.obliques(noun)
    owners = [*syntax.possessors(noun), *syntax.children(noun, syntax.COMPOUND),
              *obliques.get("of", []), *obliques.get("against", [])]  # fmt: skip
    if any(bears_name(owner, impeached) for owner in owners):
        return True
    owned = any(owner.pos_ in {"PRON", "PROPN"} for owner in owners)
    return noun.lemma_.lower() in TRIALS and not owned and not BARE.isdisjoint(before[-1:])


def is_done_by_senate(verb: Token) -> bool:
    """Tell whether a verb says what a house or a senate does to somebody impeached: "charged Dunn with abuse"."""
    impeached = list_impeached(verb.doc)
    if not impeached or verb.lemma_.lower() not in DECIDING:
        return False
    return any(bears_name(noun, impeached) for noun in syntax.direct_objects(verb))


def bears_name(noun: Token, names: Iterable[str]) -> bool:
    """Tell whether a noun, with the words of its name, has one of some names."""
    return any(word.lower_ in names for word in (noun, *syntax.children(noun, {"flat"})))
