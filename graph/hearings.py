"""Which testimony no court hears: "testified before Congress", and all that is told of such a hearing."""

from __future__ import annotations

from graph.reading import Reading
from graph.spans import sentence_bounds
from graph.tokens import Token

TESTIFYING = frozenset({"testify", "testimony"})
ASSEMBLIES = frozenset(
    (
        "assembly capitol committee committees congress council house impeachment lawmakers legislators panel "
        "parliament senate senators subcommittee"
    ).split()
)
COURTS = frozenset({"court", "courtroom", "deposition", "judge", "jurors", "jury", "prosecutors", "stand", "trial"})


def is_heard_by_assembly(testimony: Token, reading: Reading) -> bool:
    """Tell whether testimony is given to an assembly, by its own sentence or by what others of the article say."""
    own = _list_words(testimony, reading)
    if not ASSEMBLIES.isdisjoint(own):
        return True
    if not COURTS.isdisjoint(own):
        return False
    told = [token for token, form in reading.forms if form in TESTIFYING and token.i != testimony.i]
    elsewhere = [_list_words(token, reading) for token in told]
    return any(not ASSEMBLIES.isdisjoint(words) and COURTS.isdisjoint(words) for words in elsewhere)


def _list_words(token: Token, reading: Reading) -> frozenset[str]:
    start, end = sentence_bounds(reading.doc)[token.i]
    return frozenset(word.lower_ for word in reading.doc[start:end])
