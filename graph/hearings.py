"""Which testimony no court hears: "testified before Congress", and all that is told of such a hearing."""

from __future__ import annotations

from graph.memory import once_per_document
from graph.spans import sentence_bounds
from graph.tokens import Doc, Token
from graph.word_forms import list_forms

TESTIFYING = frozenset({"testify", "testimony"})
ASSEMBLIES = frozenset(
    (
        "House assembly capitol committee committees congress council impeachment lawmakers legislators panel "
        "parliament senate senators subcommittee"
    ).split()
)
COURTS = frozenset({"court", "courtroom", "deposition", "judge", "jurors", "jury", "prosecutors", "stand", "trial"})


def is_heard_by_assembly(testimony: Token) -> bool:
    """Tell whether testimony is given to an assembly, by its own sentence or by what others of the article say."""
    own = _list_words(testimony)
    if not ASSEMBLIES.isdisjoint(own):
        return True
    if not COURTS.isdisjoint(own):
        return False
    return _tells_of_assembly(testimony.doc)


@once_per_document
def _tells_of_assembly(doc: Doc) -> bool:
    told = [_list_words(token) for token, form in list_forms(doc) if form in TESTIFYING]
    return any(not ASSEMBLIES.isdisjoint(words) and COURTS.isdisjoint(words) for words in told)


def _list_words(token: Token) -> frozenset[str]:
    start, end = sentence_bounds(token.doc)[token.i]
    # "testified that she went to his house" speaks of no assembly
    return frozenset(word.text if word.lower_ == "house" else word.lower_ for word in token.doc[start:end])
