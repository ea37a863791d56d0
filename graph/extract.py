"""Everything that one document says: Doc in, Extraction out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace

from spacy.tokens import Doc as ParsedDoc

from graph.assertion import assess
from graph.campaigns import join_campaigns
from graph.captions import join_captions
from graph.coreference import build_chains
from graph.facts import read_facts
from graph.lawsuits import is_counter
from graph.model import (
    Assertion,
    Chain,
    Document,
    EntityType,
    Extraction,
    LawsuitFacts,
    MentionKind,
    Proceeding,
    RelationMention,
)
from graph.publishers import report_publisher
from graph.reading import Reading
from graph.references import find_references
from graph.relations import find_relations
from graph.spans import index_starts
from graph.suppositions import settle_stance
from graph.syntax import direct_objects, governing_verb, is_predicate, possessors
from graph.tokens import Doc, Token, read_tokens
from graph.word_forms import base_form

# "separate lawsuits against Ada Quill and Bo Dunn" are one against each
SEPARATE = frozenset({"different", "individual", "separate", "two"})
KNOWN = frozenset({"that", "the", "this"})
ENDING = frozenset({"acquit", "convict", "conviction"})
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


def is_told(cue: Token, doc: Doc) -> bool:
    """Tell whether a text says of a proceeding that it has begun: not "could be sued for fraud".

    "He faces ten years if convicted of theft" tells of what he is charged with.
    """
    if base_form(cue) in ENDING:
        return True
    verb = None if is_predicate(cue) else governing_verb(cue)
    known = possessors(cue) or not KNOWN.isdisjoint(child.lower_ for child in cue.children)
    if verb is not None and (known or cue not in direct_objects(verb)):
        # "the plaintiff in a suit over fraud may win", "the court will hear her case"
        return True
    return settle_stance(cue, assess(cue, doc)).assertion is not Assertion.HYPOTHETICAL


def read_all_facts(cues: Sequence[Token], ordered: Sequence[Token], document: Document) -> LawsuitFacts:
    """Return what is said of a proceeding beside its words; what somebody could be sued for tells nothing of a suit."""
    told = [read_facts(cue, ordered, document.published) for cue in cues if is_told(cue, cue.doc)]
    names = [item.name for item in fields(LawsuitFacts)]
    values = {name: dict.fromkeys(value for facts in told for value in getattr(facts, name)) for name in names}
    return LawsuitFacts(**{name: tuple(said) for name, said in values.items()})


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
    told = join_captions(doc, lawsuits)
    chains.extend(Chain(EntityType.LAWSUIT, mentions[0].text, mentions) for mentions in told)
    starts = index_starts(doc)
    cues = [[starts[mention.head.start] for mention in mentions] for mentions in told]
    ordered = sorted((cue for own in cues for cue in own), key=lambda cue: cue.i)
    proceedings = [
        Proceeding(first + number, read_all_facts(own, ordered, document), any(map(is_counter, own)))
        for number, own in enumerate(cues)
    ]
    reading = Reading(document, doc, chains)
    relations = find_relations(reading)
    split_plural(chains, relations, proceedings)
    report_publisher(reading, chains, relations, proceedings)
    return Extraction(document, tuple(chains), tuple(relations), tuple(proceedings))
