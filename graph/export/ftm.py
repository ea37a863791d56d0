"""FollowTheMoney entities (https://followthemoney.tech), one JSON object a line, for Aleph and its kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.characters import clean_text
from graph.model import Document, EntityType, KnowledgeGraph, Lawsuit, Node, Relation
from graph.network import count_evidence, describe_relation
from graph.notice import NOTICE
from graph.schema import relation_words
from graph.tables import find_parties
from graph.timeline import find_days

SUFFIX = ".ftm.json"

SCHEMATA = {
    EntityType.PERSON: "Person", EntityType.MEDIA_OUTLET: "Organization", EntityType.LAWSUIT: "CourtCase",
    EntityType.ORGANIZATION: "Organization", EntityType.COURT: "PublicBody", EntityType.WORK: "Asset",
}  # fmt: skip
BODIES = frozenset({EntityType.MEDIA_OUTLET, EntityType.ORGANIZATION, EntityType.COURT})
PERSON = frozenset({EntityType.PERSON})
AGENTS = BODIES | PERSON
# For each relation that FollowTheMoney has a schema for: the schema, the properties of both ends and of the role,
# and the types that the two ends may have.
PARTY = ("CourtCaseParty", "party", "case", "role", AGENTS, frozenset({EntityType.LAWSUIT}))
FAMILY = ("Family", "person", "relative", "relationship", PERSON, PERSON)
ASSOCIATE = ("Associate", "person", "associate", "relationship", PERSON, PERSON)
LINKS = {
    **dict.fromkeys(("plaintiff_in", "defendant_in", "judge_in", "counsel_in", "witness_in"), PARTY),
    **dict.fromkeys(("spouse_of", "parent_of", "sibling_of"), FAMILY),
    **dict.fromkeys(("partner_of", "friend_of", "works_with"), ASSOCIATE),
    "employed_by": ("Employment", "employee", "employer", "role", PERSON, BODIES),
    "owner_of": ("Ownership", "owner", "asset", "role", AGENTS, BODIES - {EntityType.COURT}),
    "counsel_for": ("Representation", "agent", "client", "role", AGENTS, AGENTS),
}
# FollowTheMoney refuses an identifier that is none.
DOCKET = re.compile(r"[A-Za-z0-9][\w .:/&()-]{0,63}")
# The address of a web page, as far as FollowTheMoney takes one.
ADDRESS = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[^\s<>\"]{0,900})?", re.I)
# The longest values that FollowTheMoney accepts, in characters.
LIMITS, LIMIT = {"name": 384, "alias": 384, "summary": 65_000, "description": 65_000}, 1024
ANY = ("UnknownLink", "subject", "object", "role", frozenset(EntityType), frozenset(EntityType))


def write_value(name: str, text: str | None) -> str:
    """Return a text as FollowTheMoney keeps it: white space collapsed, and cut where the property holds no more."""
    value = " ".join(clean_text(text or "").split())
    limit = LIMITS.get(name, LIMIT)
    return value if len(value) <= limit else value[: limit - 1].rstrip() + "…"


def make_entity(id_: str, schema: str, properties: Mapping[str, Iterable[str | None]]) -> str:
    """Return an entity as a line of JSON; a property without a value is left out."""
    cleaned = {
        name: list(dict.fromkeys(text for value in values if (text := write_value(name, value))))
        for name, values in properties.items()
    }
    content = {"id": id_, "schema": schema, "properties": {name: cleaned[name] for name in cleaned if cleaned[name]}}
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def list_dates(texts: Iterable[str | None]) -> list[str]:
    """Return the ISO days, months and years among the texts; FollowTheMoney takes no other date."""
    return [text for text in texts if text and find_days(text)]


def list_addresses(text: str | None) -> list[str]:
    """Return the address where it is one of the web."""
    return [text] if text and ADDRESS.fullmatch(text) else []


def name_document(id_: str) -> str:
    """Return the id of an article's entity, which no node and no edge can have."""
    return f"article.{id_}"


def find_name(node: Node) -> str:
    """Return a node's label, or its id where the label is blank: an entity must have a name."""
    return node.label if node.label.strip() else node.id


def write_document(document: Document) -> str:
    """Return an article."""
    return make_entity(name_document(document.id), "Article", {
        "title": [document.title], "fileName": [document.path], "publishedAt": list_dates([document.published]),
        "publisher": [document.publisher], "sourceUrl": list_addresses(document.url),
        "summary": [NOTICE],
    })  # fmt: skip


def write_node(node: Node, *, owned: bool, courts: Iterable[str]) -> str:
    """Return a person, body, work or case; only a Company can be owned in FollowTheMoney."""
    properties: dict[str, Iterable[str | None]] = {
        "name": [find_name(node)], "alias": [alias for alias in node.aliases if alias != node.label],
        "proof": map(name_document, node.documents), "keywords": [str(node.type)],
    }  # fmt: skip
    if isinstance(node, Lawsuit):
        dockets = [value.text for value in node.dockets]
        properties |= {
            "fileDate": list_dates(value.text for value in node.filed),
            "category": [value.text for value in node.claims],
            "status": [value.text for value in node.statuses],
            "caseNumber": [text for text in dockets if DOCKET.fullmatch(text)],
            "summary": [
                *(f"amount: {value.text}" for value in node.amounts),
                *(f"docket: {text}" for text in dockets if not DOCKET.fullmatch(text)),
            ],
            "court": courts,
        }
    return make_entity(node.id, "Company" if owned else SCHEMATA[node.type], properties)


def write_mentions(node: Node) -> Iterator[str]:
    """Yield for each article that a node stands in it; a Mention cannot point to a case or a work."""
    if node.type in AGENTS:
        for document in node.documents:
            properties = {"document": [name_document(document)], "resolved": [node.id], "name": [find_name(node)],
                          "detectedSchema": [SCHEMATA[node.type]]}  # fmt: skip
            yield make_entity(f"{node.id}.{name_document(document)}", "Mention", properties)


def write_link(relation: Relation, types: Mapping[str, EntityType]) -> str:
    """Return an edge as the link that FollowTheMoney has for it, or as an UnknownLink with the relation as its role."""
    link = LINKS.get(relation.relation, ANY)
    if types[relation.subject] not in link[4] or types[relation.object] not in link[5]:
        link = ANY
    schema, subject, object_, role = link[:4]
    items = count_evidence(relation)
    return make_entity(relation.id, schema, {
        subject: [relation.subject],
        object_: [relation.object],
        role: [relation_words(relation.relation)],
        "summary": [describe_relation(relation), f"assertion: {relation.assertion}",
                    *(f"said by: {item.source}" for item in items if item.source)],
        "description": [item.text for item in items],
        "proof": [name_document(item.document) for item in items],
        "startDate": list_dates([relation.start]),
        "endDate": list_dates([relation.end]),
        "date": list_dates(sorted({item.date for item in items})),
        "recordId": [relation.id],
    })  # fmt: skip


def write_lines(graph: KnowledgeGraph) -> Iterator[str]:
    """Yield one entity a line: articles, nodes with their mentions, links."""
    types = {node.id: node.type for node in graph.nodes}
    labels = {node.id: node.label for node in graph.nodes}
    courts = find_parties(graph, "heard_in")
    owned = {edge.object for edge in graph.relations
             if edge.relation == "owner_of" and types[edge.subject] in AGENTS
             and types[edge.object] in LINKS["owner_of"][5]}  # fmt: skip
    for document in sorted(graph.documents, key=lambda document: document.id):
        yield write_document(document)
    for node in graph.nodes:
        yield write_node(node, owned=node.id in owned, courts=[labels[id_] for id_ in courts.get(node.id, ())])
        yield from write_mentions(node)
    for relation in sorted(graph.relations, key=lambda relation: relation.id):
        yield write_link(relation, types)


def write(graph: KnowledgeGraph, path: Path) -> None:
    """Write one entity a line in UTF-8."""
    path.write_text("".join(f"{line}\n" for line in write_lines(graph)), encoding="utf-8", newline="\n")
