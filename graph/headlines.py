"""Knows how headlines leave words out: "Bo Dunn sued by Ada Quill" has a passive without its auxiliary."""

from __future__ import annotations

from graph.tokens import Token

STOPS = frozenset({".", "!", "?", "…"})
# "Bo Dunn sued by Ada Quill", "Bo Dunn charged with arson"
HEADLINE_PASSIVE = {
    "sue": frozenset({"by"}),
    "hit": frozenset({"with"}),
    "slap": frozenset({"with"}),
    "charge": frozenset({"with"}),
    "convict": frozenset({"of"}),
    "accuse": frozenset({"of"}),
    "indict": frozenset({"on", "for"}),
    "sentence": frozenset({"to"}),
}
# "Bo Dunn sued over song lyrics": a headline tells what one did in the present, "Bo Dunn sues over song lyrics"
HEADLINE_CAUSES = {"sue": frozenset({"for", "in", "over"})}


def find_passive_marks(verb: Token) -> frozenset[str]:
    """Return the prepositions that show a verb without an auxiliary to be a passive."""
    found = HEADLINE_PASSIVE.get(verb.lemma_, frozenset())
    causes = HEADLINE_CAUSES.get(verb.lemma_, frozenset())
    told = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in causes
    return found | causes if told and not any(token.text in STOPS for token in verb.sent[-3:]) else found
