"""Finds whom a lead leaves unnamed: "A Mill woman sued …" is the Ada Quill, 31, whom the next paragraph brings in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph import syntax
from graph.ages import find_aged, read_age
from graph.clusters import Clustering, is_subject
from graph.mentions import find_determiner
from graph.model import EntityType, MentionKind
from graph.tokens import Token
from graph.word_forms import base_form

OFFICERS = frozenset(
    (
        "judge lawyer attorney justice spokesman spokeswoman spokesperson reporter prosecutor publicist "
        "representative rep counsel journalist witness"
    ).split()
)
# of these an article has one as a rule, whom it names once it has said what was decided
LEAD_ROLES = frozenset({"judge", "jurist", "prosecutor", "mayor", "governor", "president"})
LEAD_SENTENCES = 3
# what a lead calls somebody whose name says nothing yet, and in how many sentences the name follows
ANYBODY = frozenset(
    (
        "boy customer dad driver employee father girl grandfather grandmother homeowner mom mother man parent "
        "passenger patient pensioner resident student teacher teen teenager tenant tourist "
        "veteran widow widower woman worker"
    ).split()
)
NAMED_WITHIN = 4

Agrees = Callable[[int, int], bool]
"""Tells whether a description can be of what a name names, both given by their mentions."""


def join_lead(work: Clustering, agrees: Agrees) -> None:
    """Join whom the first sentences leave unnamed to the one whom the text then names."""
    for index in list_unnamed(work):
        role = base_form(work.heads[index])
        holders = (
            [
                number
                for number, cluster in enumerate(work.clusters)
                if cluster.names and any(held.split()[-1] == role for held in cluster.roles)
            ]
            if role in LEAD_ROLES
            else list_named_next(work, index)
            if role in ANYBODY and opens_sentence(work.heads[index])
            else []
        )
        holders = holders or list_described_so(work, index)
        if not holders and (aged := find_named_of_age(work, index)) is not None:
            holders = [aged]
        if len(holders) == 1 and agrees(index, work.clusters[holders[0]].mentions[0]):
            work.merge(holders[0], index, "role in the lead" if role in LEAD_ROLES else "named after the lead")


def list_described_so(work: Clustering, index: int) -> list[int]:
    """Return whom the text describes by the same noun and names: "Harbor boss quits … Harbor boss Bo Dunn"."""
    head = work.heads[index]
    names = {token.lower_ for token in work.tokens(index) if token.pos_ == "PROPN" and token != head}
    role = base_form(head).removeprefix("ex-")
    if not names:
        return []
    return [
        number
        for number, cluster in enumerate(work.clusters)
        if cluster.names
        and any(held.split()[-1] == role for held in cluster.roles)
        and any(
            names.issubset(token.lower_ for token in work.tokens(mention))
            for mention in cluster.mentions
            if work.mentions[mention].kind is MentionKind.NOMINAL
        )
    ]


def find_named_of_age(work: Clustering, index: int) -> int | None:
    """Return the only person whom the text later names with an age that a description says: "A 31-year-old nurse"."""
    age = read_age(work, index) if work.tokens(index)[0].lower_ in {"a", "an"} else None
    return None if age is None else find_aged(work, range(index + 1, len(work.mentions)), age)


def list_unnamed(work: Clustering) -> Iterator[int]:
    """Yield the descriptions of the first sentences that stand alone and are nobody's: "A federal judge"."""
    for index, mention in enumerate(work.mentions):
        if work.sentences[index] > LEAD_SENTENCES:
            return
        numbers = work.of.get(index, [])
        kept = [work.mentions[m].kind for number in numbers for m in work.clusters[number].ordered if m != index]
        alone = len(numbers) == 1 and all(kind is MentionKind.PRONOMINAL for kind in kept)
        if mention.kind is MentionKind.NOMINAL and mention.type is EntityType.PERSON and alone:
            determiner = find_determiner(work.heads[index], work.tokens(index).start)
            known = base_form(work.heads[index]) not in LEAD_ROLES and determiner == "definite"
            if determiner != "possessed" and not known:
                yield index


def list_named_next(work: Clustering, index: int) -> list[int]:
    """Return the first person whom the text names in full behind the sentence of a mention, if soon and a subject."""
    last = work.sentences[index]
    for later in range(index + 1, len(work.mentions)):
        mention, gap = work.mentions[later], work.sentences[later] - last
        if gap > NAMED_WITHIN:
            return []
        if mention.kind is not MentionKind.NAMED or mention.type is not EntityType.PERSON or gap < 1:
            continue
        numbers = work.of.get(later, [])
        earlier = (work.mentions[other].kind for number in numbers for other in work.before(number, later))
        if len(numbers) != 1 or MentionKind.NAMED in earlier:
            continue
        return numbers if is_brought_in(work, later, numbers[0]) else []
    return []


def opens_sentence(noun: Token) -> bool:
    """Tell whether a noun is the subject of its sentence's main verb, or all that a headline's tree has for one."""
    root = noun.sent.root
    return noun == root or (is_subject(noun) and noun.head == root)


def is_brought_in(work: Clustering, index: int, number: int) -> bool:
    """Tell whether a full name can be that of whom a story is about: not "the lawyer Bo Dunn" or "the Gazette's Bo"."""
    head = work.heads[index]
    acts = any(role.split()[-1] in OFFICERS for role in work.clusters[number].roles)
    whole = len(work.mentions[index].text.split()) > 1
    return whole and not acts and not syntax.possessors(head) and (is_subject(head) or has_age(work, index))


def has_age(work: Clustering, index: int) -> bool:
    """Tell whether an age follows a name: "Ada Quill, 31, said"."""
    end = work.tokens(index).end
    return end + 1 < len(work.doc) and work.doc[end].text == "," and work.doc[end + 1].text.isdigit()
