"""Everything that one document says: Doc in, Extraction out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from spacy.tokens import Doc as ParsedDoc

from graph.campaigns import join_campaigns
from graph.coreference import build_chains
from graph.facts import read_facts
from graph.lawsuits import is_counter
from graph.model import Chain, Document, EntityType, Extraction, MentionKind, Proceeding, RelationMention
from graph.publishers import report_publisher
from graph.reading import Reading
from graph.references import find_references
from graph.relations import find_relations
from graph.spans import index_starts
from graph.tokens import Doc, read_tokens

# "separate lawsuits against Ada Quill and Bo Dunn" are one against each
SEPARATE = frozenset({"different", "individual", "separate", "two"})
PLURALS = ("suits", "complaints", "cases", "claims", "actions", "petitions")


def split_plural(chains: list[Chain], relations: list[RelationMention], proceedings: list[Proceeding]) -> None:
    """Give each defendant of "lawsuits against Ada Quill, Bo Dunn and others" a proceeding of its own, in place."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, relation in enumerate(relations):
        for chain in {relation.subject, relation.object}:
            places[chain].append(place)
    for proceeding in list(proceedings):
        mention = chains[proceeding.chain].mentions[0]
        if mention.kind is not MentionKind.NOMINAL or not mention.text.lower().endswith(PLURALS):
            continue
        own = [relations[place] for place in places[proceeding.chain]]
        bringing = any(item.relation == "plaintiff_in" and chains[item.subject].names for item in own)
        if not bringing and SEPARATE.isdisjoint(mention.text.lower().split()):
            # "lawsuits against Ada Quill and Bo Dunn" may name both each time
            continue
        sued = list(dict.fromkeys(item.subject for item in own if item.relation == "defendant_in"))
        for party in sued[1:]:
            chains.append(chains[proceeding.chain])
            number = len(chains) - 1
            proceedings.append(replace(proceeding, chain=number))
            for place in places[proceeding.chain]:
                item = relations[place]
                if (item.relation, item.subject, item.object) == ("defendant_in", party, proceeding.chain):
                    relations[place] = replace(item, object=number)
            relations.extend(replace(item, object=number) for item in own if item.relation == "plaintiff_in")


def extract_document(document: Document, parsed: ParsedDoc) -> Extraction:
    """Find the chains, relations and proceedings of one parsed document, in text order; spaCy's Doc stays as it is."""
    doc = read_tokens(parsed)
    try:
        return _extract(document, doc)
    finally:
        doc.close()


def _extract(document: Document, doc: Doc) -> Extraction:
    mentions, lawsuits = find_references(doc)
    chains = join_campaigns(build_chains(doc, mentions), doc)
    first = len(chains)
    # each mention of a proceeding stands alone until its parties are known; resolve/lawsuits.py joins them
    chains.extend(Chain(EntityType.LAWSUIT, mention.text, (mention,)) for mention in lawsuits)
    cues = [index_starts(doc)[mention.head.start] for mention in lawsuits]
    ordered = sorted(cues, key=lambda cue: cue.i)
    proceedings = [
        Proceeding(first + number, read_facts(cue, ordered, document.published), is_counter(cue))
        for number, cue in enumerate(cues)
    ]
    reading = Reading(document, doc, chains)
    relations = find_relations(reading)
    split_plural(chains, relations, proceedings)
    report_publisher(reading, chains, relations, proceedings)
    return Extraction(document, tuple(chains), tuple(relations), tuple(proceedings))
