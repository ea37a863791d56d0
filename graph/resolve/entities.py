"""Makes an entity of each cluster of chains: its type, its fullest name, its other names, and an id that stays."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import takewhile

from graph.body_kinds import load_bodies
from graph.model import Entity, EntityType, Extraction, Mention, MentionKind
from graph.resolve.block import ChainKey, Profile, read_profiles
from graph.resolve.cluster import JoinPeople, find_clusters, join_full_names
from graph.resolve.normalize import (
    clean_name,
    fold,
    is_domain,
    is_second_name,
    nicknames,
    parse_person,
    spell_body,
    strip_titles,
    well_known_bodies,
    work_key,
)
from graph.resolve.partition import Cluster, Partition
from graph.resolve.ties import UNTIED, Ties

_SLUG_LENGTH = 40
_HASH_LENGTH = 8
# a body is an outlet where one of so many chains says so
_SHARE = 6
# of a body and a work with as many votes, a name this long is a title
_TITLE_WORDS = 3
# what an outlet is called after its name, in small letters: "the Harbor newspaper"
_DESCRIBING = frozenset({"agency", "blog", "magazine", "news", "newspaper", "tabloid", "website"})
# so many texts agree on a name, and so few of them know a fuller one, when what it adds is chance
_AGREEING = 4
_RARE = 25
_TIE_ORDER = (
    EntityType.MEDIA_OUTLET, EntityType.ORGANIZATION, EntityType.COURT, EntityType.WORK, EntityType.PERSON,
)  # fmt: skip


def resolve_entities(extractions: Iterable[Extraction]) -> tuple[tuple[Entity, ...], dict[ChainKey, str]]:
    """Return the entities of all documents, sorted by id, and the entity's id for each chain that has one."""
    return resolve_profiles(read_profiles(extractions))


def resolve_profiles(
    profiles: Sequence[Profile], ties: Ties = UNTIED, *, join_people: JoinPeople = join_full_names
) -> tuple[tuple[Entity, ...], dict[ChainKey, str]]:
    """Return the entities that the profiles mean, sorted by id, and the entity's id for each chain."""
    partition = find_clusters(profiles, ties, join_people=join_people)
    clusters = partition.clusters(partition.profiles)
    kinds = [choose_type(cluster) for cluster in clusters]
    labels = [choose_label(cluster, kind) for cluster, kind in zip(clusters, kinds, strict=True)]
    ids = name_clusters(clusters, kinds, labels)
    entities = [
        build_entity(cluster, partition, kind=kind, label=label, id_=id_)
        for cluster, kind, label, id_ in zip(clusters, kinds, labels, ids, strict=True)
    ]
    nodes = {profile.key: id_ for cluster, id_ in zip(clusters, ids, strict=True) for profile in cluster}
    return tuple(sorted(entities, key=lambda entity: entity.id)), nodes


def build_entity(cluster: Cluster, partition: Partition, *, kind: EntityType, label: str, id_: str) -> Entity:
    """Return the entity of one cluster."""
    mentions = [mention for profile in cluster for mention in profile.chain.mentions]
    return Entity(
        id=id_,
        type=kind,
        label=label,
        aliases=list_aliases(mentions, label),
        documents=tuple(sorted({profile.key[0] for profile in cluster})),
        mentions=len(mentions),
        reasons=tuple(sorted({*partition.reasons(cluster), *_link_reasons(cluster)})),
    )


def choose_type(cluster: Cluster) -> EntityType:
    """Return the type that most chains have; an organization that publishes news is an outlet.

    The list of outlets shows that it does, or the text, for one chain in a few: one of many is misread.
    """
    votes = Counter(profile.chain.type for profile in cluster)
    listed = sum(profile.names.outlet is not None for profile in cluster)
    seen = max(listed, votes[EntityType.MEDIA_OUTLET])
    if votes[EntityType.ORGANIZATION] and seen and _SHARE * seen >= votes[EntityType.ORGANIZATION]:
        votes[EntityType.MEDIA_OUTLET] += votes.pop(EntityType.ORGANIZATION)
    if votes[EntityType.WORK] and votes[EntityType.WORK] == votes[EntityType.ORGANIZATION]:
        longest = max(len(profile.fullest.split()) for profile in cluster)
        if longest >= _TITLE_WORDS:
            return EntityType.WORK
    return max(_TIE_ORDER, key=lambda kind: (votes[kind], -_TIE_ORDER.index(kind)))


def choose_label(cluster: Cluster, kind: EntityType) -> str:
    """Return the fullest name as printed, its most frequent spelling, without titles, "the" and a possessive ending.

    Where many texts agree on a name, what only one of them adds to it is none of it: "Goofy Ada Quill".
    """
    found = [(mention.text, profile.key[0]) for profile in cluster for mention in profile.chain.mentions
             if mention.kind is MentionKind.NAMED]  # fmt: skip
    names = [name for name, _ in found]
    clean = strip_titles if kind is EntityType.PERSON else partial(_keep_own_possessive, names=names)
    cleaned = {name: clean(name) for name in dict.fromkeys(names)}
    printed = Counter(filter(None, (cleaned[name] for name in names)))
    texts = Counter(name for name, _ in {(cleaned[name], text) for name, text in found})
    described = {name: _count_describing(name, kind) for name in printed}
    length = {name: len(_words_of(name, kind)) - described[name] for name in printed}
    usual = max(printed, key=lambda name: (kind is not EntityType.PERSON or length[name] > 1, texts[name], name))
    needed = max(2, texts[usual] / _RARE) if texts[usual] >= _AGREEING else 0
    seldom = {name for name in printed if _RARE * texts[name] < texts[usual]}
    chance = {name for name in printed if texts[name] < needed and _adds(name, usual, kind)}
    if kind is not EntityType.PERSON:
        # what a wit makes of a body's letters
        chance |= {name for name in seldom if length[name] > length[usual]}
        # texts that say "FBI" throughout do not doubt what it stands for
        chance -= {name for name in chance if spell_body(name) in well_known_bodies()}
    printed = Counter({name: count for name, count in printed.items() if name not in chance})
    written = {_squeeze(name) for name in printed if not name.isupper()}
    # "ADA-MAY QUILL" is "Ada-May Quill" in a headline, and "Bo -- Ada Quill" two names
    misread = {
        name for name in printed if "--" in name or (name.isupper() and length[name] > 1 and _squeeze(name) in written)
    }
    printed = Counter({name: count for name, count in printed.items() if name not in misread}) or printed
    short = {name: kind is EntityType.PERSON and _is_shortened(name, printed.keys() - seldom) for name in printed}
    # a headline's capitals say nothing of how the name is written, nor "newspaper" of what it is
    late = {name for name in printed if (name.isupper() and length[name] > 1) or described[name]}
    if kind is not EntityType.PERSON:
        late |= {name for name in printed if is_second_name(name)}
    # a domain has as many words as it has dots
    site = {name: kind is EntityType.MEDIA_OUTLET and is_domain(name) for name in printed}
    return min(printed, key=lambda name: (site[name], -length[name], name in late, short[name], -printed[name], name))


def list_aliases(mentions: Iterable[Mention], label: str) -> tuple[str, ...]:
    """Return the other forms in the text, names first, then descriptions, each sorted; pronouns are none."""
    texts: dict[MentionKind, dict[str, str]] = {MentionKind.NAMED: {}, MentionKind.NOMINAL: {}}
    for mention in mentions:
        text = clean_name(mention.text) if mention.kind is MentionKind.NAMED else " ".join(mention.text.split())
        if mention.kind in texts and text and text != label:
            texts[mention.kind][text] = text
    names = sorted(texts[MentionKind.NAMED], key=lambda text: (fold(text), text))
    descriptions = sorted(set(texts[MentionKind.NOMINAL]) - set(names), key=lambda text: (fold(text), text))
    return (*names, *descriptions)


def make_id(label: str, *parts: str) -> str:
    """Return a readable id of [a-z0-9-] that begins with a letter and differs where the label or a part does."""
    slug = re.sub(r"[^a-z0-9]+", "-", fold(label))[:_SLUG_LENGTH].strip("-")
    readable = slug if slug[:1].isalpha() else f"n-{slug}".rstrip("-")
    # the unit separator cannot stand in a name, so no two lists of parts give one text
    digest = hashlib.sha256("\x1f".join((fold(label), *parts)).encode()).hexdigest()
    return f"{readable}-{digest[:_HASH_LENGTH]}"


def name_clusters(clusters: Sequence[Cluster], kinds: Sequence[EntityType], labels: Sequence[str]) -> list[str]:
    """Return an id for each cluster; of namesakes, the most mentioned keeps the id that it would have alone."""
    order = sorted(range(len(clusters)), key=lambda i: (-_count_mentions(clusters[i]), clusters[i][0].key))
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for index in order:
        kind, label = kinds[index].value, labels[index]
        id_ = make_id(label, kind)
        if id_ in taken:
            first = clusters[index][0]
            id_ = make_id(label, kind, first.key[0], str(first.chain.mentions[0].span.start), str(first.key[1]))
        taken.add(id_)
        ids[index] = id_
    return [ids[index] for index in range(len(clusters))]


def _squeeze(name: str) -> str:
    return re.sub(r"\W", "", fold(name))


def _count_describing(name: str, kind: EntityType) -> int:
    """Return how many words behind an outlet's name only say what it is: "the Harbor newspaper"."""
    words = name.split() if kind is EntityType.MEDIA_OUTLET else []
    return sum(1 for _ in takewhile(_DESCRIBING.__contains__, reversed(words[1:])))


def _adds(name: str, usual: str, kind: EntityType) -> bool:
    """Tell whether a name adds words to the usual one; a person may have a middle name and a suffix besides."""
    long, short = _words_of(name, kind), _words_of(usual, kind)
    if len(long) <= len(short) or not set(short) <= set(long):
        return False
    one, other = parse_person(name), parse_person(usual)
    # "Quill Quill": where two sentences meet
    doubled = one.surname in one.given and other.surname not in other.given
    return kind is not EntityType.PERSON or doubled or (one.given[:1], one.surname) != (other.given[:1], other.surname)


def _is_shortened(name: str, names: Iterable[str]) -> bool:
    # "Bill Osei" and "B. Osei" beside "William Osei", "Al Osei" beside "William al-Osei"
    given = parse_person(name).given[:1]
    others = {other.given[0] for other in map(parse_person, names) if other.given} - set(given)
    formal = nicknames().get(given[0], frozenset()) if given else frozenset()
    article = given == ("al",) and any(f"al-{fold(name.split()[-1])}" in fold(other) for other in names)
    return bool(given) and (article or len(given[0]) == 1 or bool(others & formal and given[0] not in formal))


def _keep_own_possessive(name: str, names: Sequence[str]) -> str:
    # "Wendy's" is no possessive where each of several mentions is written so
    printed = " ".join(name.split()).strip('“”"‘,;:')
    own = len(names) > 1 and all(clean_name(other) != other for other in names)
    own = own or printed.replace("’", "'") in load_bodies()[0]
    text = printed if own else clean_name(name)
    return re.sub(r"^(?:the|a|an) (?=\S)", "", text)


def _words_of(name: str, kind: EntityType) -> tuple[str, ...]:
    if kind is EntityType.PERSON:
        parsed = parse_person(name)
        return (*parsed.given, *parsed.surname.split(), *([parsed.suffix] if parsed.suffix else ()))
    if kind is EntityType.COURT:
        # one key stands for "9th Circuit" and all its fuller forms
        return tuple(name.split())
    key = work_key(name) if kind is EntityType.WORK else spell_body(name)
    return tuple(key.split())


def _count_mentions(cluster: Cluster) -> int:
    return sum(len(profile.chain.mentions) for profile in cluster)


def _link_reasons(cluster: Sequence[Profile]) -> Iterable[str]:
    for profile in cluster:
        named = {m.span: m.text for m in profile.chain.mentions if m.kind in {MentionKind.NAMED, MentionKind.NOMINAL}}
        for link in profile.chain.links:
            text = clean_name(named.get(link.mention, ""))
            if text and text != clean_name(link.antecedent):
                yield f"{text} = {clean_name(link.antecedent)}: {link.rule}"
