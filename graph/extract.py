"""Everything that one document says: Doc in, Extraction out."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from graph.coreference import build_chains
from graph.facts import read_facts
from graph.lawsuits import is_counter
from graph.model import Chain, Document, EntityType, Extraction, MentionKind, Proceeding, RelationMention
from graph.publishers import report_publisher
from graph.reading import Reading
from graph.references import find_references
from graph.relations import find_relations
from graph.spans import index_starts

PLURALS = ("suits", "complaints", "cases", "claims", "actions", "petitions")


def split_plural(chains: list[Chain], relations: list[RelationMention], proceedings: list[Proceeding]) -> None:
    """Give each defendant of "lawsuits against Ada Quill, Bo Dunn and others" a proceeding of its own, in place."""
    for proceeding in list(proceedings):
        mention = chains[proceeding.chain].mentions[0]
        if mention.kind is not MentionKind.NOMINAL or not mention.text.lower().endswith(PLURALS):
            continue
        own = [item for item in relations if proceeding.chain in {item.subject, item.object}]
        sued = list(dict.fromkeys(item.subject for item in own if item.relation == "defendant_in"))
        for party in sued[1:]:
            chains.append(chains[proceeding.chain])
            number = len(chains) - 1
            proceedings.append(replace(proceeding, chain=number))
            relations[:] = [replace(item, object=number) if item.relation == "defendant_in" and item.subject == party
                            and item.object == proceeding.chain else item for item in relations]  # fmt: skip
            relations.extend(replace(item, object=number) for item in own if item.relation == "plaintiff_in")


def extract_document(document: Document, doc: Doc) -> Extraction:
    """Find the chains, relations and proceedings of one parsed document, in text order."""
    mentions, lawsuits = find_references(doc)
    chains = build_chains(doc, mentions)
    first = len(chains)
    # each mention of a proceeding stands alone until its parties are known; resolve/lawsuits.py joins them
    chains.extend(Chain(EntityType.LAWSUIT, mention.text, (mention,)) for mention in lawsuits)
    cues = [index_starts(doc)[mention.head.start] for mention in lawsuits]
    proceedings = [
        Proceeding(first + number, read_facts(cue, cues, document.published), is_counter(cue))
        for number, cue in enumerate(cues)
    ]
    reading = Reading(document, doc, chains)
    relations = find_relations(reading)
    split_plural(chains, relations, proceedings)
    report_publisher(reading, chains, relations, proceedings)
    return Extraction(document, tuple(chains), tuple(relations), tuple(proceedings))
