"""Hand-built graphs for the tests of layout and exports; every name is made up."""

from __future__ import annotations

import random
from dataclasses import replace

from graph.model import (
    Antecedent,
    Assertion,
    Document,
    Entity,
    EntityType,
    Evidence,
    KnowledgeGraph,
    Lawsuit,
    Relation,
    Span,
    Value,
)

FILING = Document(
    id="d1",
    path="articles/quill-files-suit.txt",
    published="2023-03-04",
    title="Novelist sues The Harbor Gazette",
    publisher="Calder Courier",
    url="https://courier.example/courts/quill?page=1&print=yes",
    text=(
        "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million. "
        "According to the complaint, Osei harassed Quill for months. "
        "Osei, 44, denied that he ever harassed the novelist. "
        "Quill and her husband, Teo Marsh, wrote the film Low Tide together. "
        "The case will be heard in the Superior Court of Calder County. "
        "“He never married anyone in secret,” said lawyer Ines Falk, who represents Osei."
    ),
)
REPLY = Document(
    id="d2",
    path="articles/osei-countersues.txt",
    published="2023-06-18",
    title="Osei strikes back",
    text=(
        "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported. "
        "Her suit, filed on March 3, asks for $15 million. "
        "Judge Noor Ellery presides over her case. "
        "“She wrote to him every day,” Falk told the Lantern Post. "
        "Osei founded Osei Pictures, which produced Low Tide. "
        "Quill's sister Mina praised the Gazette's rival, the Lantern Post."
    ),
)
RULING = Document(
    id="d3",
    path="articles/judge-dismisses.txt",
    published="2024-01-11",
    title="Judge dismisses counterclaim",
    text=(
        "Judge Noor Ellery dismissed the counterclaim of Osei on Thursday. "
        "Teo Marsh testified for his wife. "
        "Marsh called Osei “a bully” and criticized The Harbor Gazette. "
        "Editor Lou Castellan of The Harbor Gazette apologized to Quill."
    ),
)


def quote(
    document: Document,
    sentence: str,
    *,
    subject: str,
    cue: str,
    target: str,
    assertion: Assertion = Assertion.ASSERTED,
    source: str = "",
    antecedents: tuple[Antecedent, ...] = (),
    rule: str = "test/rule",
    confidence: float = 0.9,
    date: str = "",
) -> Evidence:
    """Build evidence from a sentence of the document; the words are found inside it."""
    start = document.text.index(sentence)

    def find(words: str) -> Span:
        begin = start + sentence.index(words)
        return Span(begin, begin + len(words))

    return Evidence(
        document=document.id,
        span=Span(start, start + len(sentence)),
        text=sentence,
        subject=find(subject),
        object=find(target),
        cue=find(cue),
        assertion=assertion,
        source=source,
        antecedents=antecedents,
        rule=rule,
        confidence=confidence,
        date=date,
    )


def person(key: str, label: str, mentions: int, *aliases: str, documents: tuple[str, ...] = ("d1", "d2")) -> Entity:
    """Build a person whose id is `key`."""
    return Entity(key, EntityType.PERSON, label, aliases or (label,), documents, mentions)


def join(key: str, subject: str, relation: str, target: str, *evidence: Evidence, derived: bool = False) -> Relation:
    """Build an edge whose assertion is the strongest of its evidence."""
    strongest = min((item.assertion for item in evidence), key=lambda assertion: assertion.rank)
    return Relation(key, subject, relation, target, strongest, evidence, derived)


def build_entities() -> tuple[Entity, ...]:
    """Return the people, outlets and bodies of the Harbor Gazette case."""
    return (
        person("n01", "Ada Quill", 14, "Ada Quill", "Quill", "the novelist", documents=("d1", "d2", "d3")),
        person("n02", "Bram Osei", 17, "Bram Osei", "Osei", documents=("d1", "d2", "d3")),
        person("n03", "Teo Marsh", 5, "Marsh", "Teo Marsh", documents=("d1", "d3")),
        person("n04", "Ines Falk", 3, "Falk", "Ines Falk"),
        person("n05", "Noor Ellery", 4, "Judge Noor Ellery", "Noor Ellery", documents=("d2", "d3")),
        person("n06", "Mina Quill", 1, "Mina", documents=("d2",)),
        person("n07", "Lou Castellan", 1, documents=("d3",)),
        Entity(
            "n08", EntityType.MEDIA_OUTLET, "The Harbor Gazette", ("Gazette", "The Harbor Gazette"), ("d1", "d3"), 6,
            reasons=("“Gazette” is the short form of “The Harbor Gazette”",),
        ),
        Entity("n09", EntityType.MEDIA_OUTLET, "Lantern Post", ("Lantern Post",), ("d2",), 4),
        Entity("n10", EntityType.ORGANIZATION, "Osei Pictures", ("Osei Pictures",), ("d2",), 1),
        Entity("n11", EntityType.COURT, "Superior Court of Calder County", ("Superior Court",), ("d1",), 1),
        Entity("n12", EntityType.WORK, "Low Tide", ("Low Tide",), ("d1", "d2"), 2),
    )  # fmt: skip


def build_lawsuits() -> tuple[Lawsuit, ...]:
    """Return the suit, whose day and amount differ between articles, and its counterclaim."""
    suit = Lawsuit(
        id="n20",
        label="Quill v. Osei and The Harbor Gazette",
        aliases=("Quill v. Osei and The Harbor Gazette", "her case"),
        documents=("d1", "d2", "d3"),
        mentions=9,
        filed=(Value("2023-03-02", ("d1",)), Value("2023-03-03", ("d2",))),
        claims=(Value("defamation", ("d1",)),),
        amounts=(Value("$12 million", ("d1",)), Value("$15 million", ("d2",))),
        statuses=(Value("ongoing", ("d1", "d2")),),
    )
    reply = Lawsuit(
        id="n21",
        label="Osei v. Quill",
        aliases=("Osei v. Quill", "counterclaim"),
        documents=("d2", "d3"),
        mentions=4,
        claims=(Value("extortion", ("d2",)),),
        statuses=(Value("dismissed", ("d3",)), Value("filed", ("d2",))),
    )
    return suit, reply


def build_suit_relations() -> tuple[Relation, ...]:
    """Return the edges that the two proceedings hold together."""
    filed = FILING.text[: FILING.text.index(" According")]
    counter = REPLY.text[: REPLY.text.index(" Her suit")]
    presides = "Judge Noor Ellery presides over her case."
    her_suit = (Antecedent("her case", "Quill v. Osei and The Harbor Gazette"),)
    quill = quote(FILING, filed, subject="Ada Quill", cue="sued", target="sued", date="2023-03-02")
    return (
        join("e01", "n01", "plaintiff_in", "n20", quill),
        join("e02", "n02", "defendant_in", "n20", quote(FILING, filed, subject="Bram Osei", cue="sued", target="sued")),
        join("e03", "n08", "defendant_in", "n20",
             quote(FILING, filed, subject="The Harbor Gazette", cue="sued", target="sued")),
        join("e04", "n01", "sued", "n02", quill, derived=True),
        join("e05", "n01", "sued", "n08", quill, derived=True),
        join("e06", "n02", "plaintiff_in", "n21",
             quote(REPLY, counter, subject="Bram Osei", cue="filed", target="counterclaim", source="Lantern Post")),
        join("e07", "n01", "defendant_in", "n21",
             quote(REPLY, counter, subject="Ada Quill", cue="against", target="counterclaim")),
        join("e08", "n02", "sued", "n01",
             quote(REPLY, counter, subject="Bram Osei", cue="filed", target="Ada Quill"), derived=True),
        join("e09", "n21", "counterclaim_to", "n20",
             quote(REPLY, counter, subject="counterclaim", cue="counterclaim", target="counterclaim", confidence=0.61)),
        join("e10", "n05", "judge_in", "n20",
             quote(REPLY, presides, subject="Judge Noor Ellery", cue="presides", target="her case",
                   antecedents=her_suit)),
        join("e11", "n05", "judge_in", "n21",
             quote(RULING, "Judge Noor Ellery dismissed the counterclaim of Osei on Thursday.",
                   subject="Judge Noor Ellery", cue="dismissed", target="counterclaim")),
        join("e12", "n03", "witness_in", "n20",
             quote(RULING, "Teo Marsh testified for his wife.", subject="Teo Marsh", cue="testified",
                   target="testified")),
        join("e13", "n20", "heard_in", "n11",
             quote(FILING, "The case will be heard in the Superior Court of Calder County.",
                   subject="The case", cue="heard", target="Superior Court of Calder County")),
    )  # fmt: skip


def build_other_relations() -> tuple[Relation, ...]:
    """Return the edges between people, outlets and works, with every assertion that a graph may show."""
    harassed = "According to the complaint, Osei harassed Quill for months."
    denial = "Osei, 44, denied that he ever harassed the novelist."
    couple = "Quill and her husband, Teo Marsh, wrote the film Low Tide together."
    bully = "Marsh called Osei “a bully” and criticized The Harbor Gazette."
    reported = REPLY.text[: REPLY.text.index(" Her suit")]
    wrote = "“She wrote to him every day,” Falk told the Lantern Post."
    founded = "Osei founded Osei Pictures, which produced Low Tide."
    sister = "Quill's sister Mina praised the Gazette's rival, the Lantern Post."
    regret = "Editor Lou Castellan of The Harbor Gazette apologized to Quill."
    falk = FILING.text[FILING.text.index("“He never") :]
    return (
        join("e20", "n01", "accused", "n02",
             quote(FILING, harassed, subject="Quill", cue="harassed", target="Osei", assertion=Assertion.ALLEGED,
                   source="the complaint", confidence=0.74),
             quote(FILING, denial, subject="the novelist", cue="denied", target="Osei", assertion=Assertion.DENIED,
                   source="Bram Osei", antecedents=(Antecedent("the novelist", "Ada Quill"),))),
        join("e21", "n02", "contacted", "n01",
             quote(FILING, denial, subject="Osei", cue="denied", target="the novelist", assertion=Assertion.DENIED,
                   source="Bram Osei", antecedents=(Antecedent("the novelist", "Ada Quill"),))),
        join("e22", "n01", "spouse_of", "n03",
             quote(FILING, couple, subject="Quill", cue="husband", target="Teo Marsh"),
             quote(RULING, "Teo Marsh testified for his wife.", subject="his wife", cue="wife", target="Teo Marsh",
                   antecedents=(Antecedent("his wife", "Ada Quill"),))),
        join("e23", "n01", "wrote", "n12", quote(FILING, couple, subject="Quill", cue="wrote", target="Low Tide")),
        join("e24", "n03", "wrote", "n12", quote(FILING, couple, subject="Teo Marsh", cue="wrote", target="Low Tide")),
        join("e25", "n03", "criticized", "n02", quote(RULING, bully, subject="Marsh", cue="called", target="Osei")),
        join("e26", "n03", "criticized", "n08",
             quote(RULING, bully, subject="Marsh", cue="criticized", target="The Harbor Gazette")),
        join("e27", "n09", "reported_on", "n21",
             quote(REPLY, reported, subject="Lantern Post", cue="reported", target="counterclaim")),
        join("e28", "n04", "spoke_to", "n09", quote(REPLY, wrote, subject="Falk", cue="told", target="Lantern Post")),
        join("e29", "n01", "contacted", "n02",
             quote(REPLY, wrote, subject="She", cue="wrote", target="him", assertion=Assertion.ALLEGED,
                   source="Ines Falk", antecedents=(Antecedent("She", "Ada Quill"), Antecedent("him", "Bram Osei")))),
        join("e30", "n02", "founder_of", "n10",
             quote(REPLY, founded, subject="Osei", cue="founded", target="Osei Pictures")),
        join("e31", "n10", "produced", "n12",
             quote(REPLY, founded, subject="Osei Pictures", cue="produced", target="Low Tide")),
        join("e32", "n01", "sibling_of", "n06", quote(REPLY, sister, subject="Quill", cue="sister", target="Mina")),
        join("e33", "n06", "praised", "n09",
             quote(REPLY, sister, subject="Mina", cue="praised", target="the Lantern Post")),
        join("e34", "n07", "apologized_to", "n01",
             quote(RULING, regret, subject="Lou Castellan", cue="apologized", target="Quill")),
        join("e35", "n07", "employed_by", "n08",
             quote(RULING, regret, subject="Lou Castellan", cue="Editor", target="The Harbor Gazette")),
        join("e36", "n04", "counsel_for", "n02",
             quote(FILING, falk, subject="Ines Falk", cue="represents", target="Osei")),
    )  # fmt: skip


def build_harbor_graph() -> KnowledgeGraph:
    """Return the Harbor Gazette case: 14 nodes, 30 edges, three articles, no positions."""
    return KnowledgeGraph(
        documents=(FILING, REPLY, RULING),
        entities=build_entities(),
        lawsuits=build_lawsuits(),
        relations=(*build_suit_relations(), *build_other_relations()),
    )


ATTACK = "</script><img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>"
CONTROLS = "a\x00b\x0bc\x1bd\ufffee"
HOSTILE_LABELS = (
    ATTACK,
    "null",
    "INFOWARS",
    '"no" & "yes" <b>&amp;</b> ]]> \' end',
    "😀 שלום עולם \u202egnp.exe 👩‍⚖️",
    CONTROLS,
    "lone \ud800 surrogate",
    "one | two | three |",
    "line\r\nbreak\tand\u2028more\u2029",
    "{{ 7 * 7 }} {% raw %} ${7*7} %s",
    "<!-- <script> javascript:alert(1) href=",
)


def build_hostile_graph() -> KnowledgeGraph:
    """Return a graph whose every text tries to become code or to break a file; all nodes hang on one lawsuit."""
    text = "😀 " + " ".join(HOSTILE_LABELS)
    document = Document("d1", "../" + ATTACK + ".txt", text, published="<2024>", title=ATTACK,
                        publisher=ATTACK, url=f"javascript:alert(1)//{ATTACK}")  # fmt: skip
    entities = tuple(
        Entity(f"h{index:02}", list(EntityType)[index % 2], label, (label, ATTACK), ("d1",), index + 1, (ATTACK,))
        for index, label in enumerate(HOSTILE_LABELS)
    )
    values = tuple(Value(label, ("d1",)) for label in HOSTILE_LABELS)
    lawsuit = Lawsuit("h99", ATTACK, (ATTACK,), ("d1",), 3, values, values, values, values, values)
    evidence = tuple(
        replace(
            quote(document, text, subject=label, cue="😀", target=label, source=ATTACK, rule=ATTACK, date=ATTACK),
            antecedents=(Antecedent(label, ATTACK),),
        )
        for label in HOSTILE_LABELS
    )
    relations = tuple(
        Relation(f"r{index:02}", entity.id, "plaintiff_in", "h99", Assertion.ALLEGED, (item,), start=ATTACK, end="null")
        for index, (entity, item) in enumerate(zip(entities, evidence, strict=True))
    )
    return KnowledgeGraph((document,), entities, (lawsuit,), relations)


def build_crowd(count: int, *, seed: int = 7) -> KnowledgeGraph:
    """Return a made-up graph of `count` nodes, with hubs, some lawsuits, small components and lone nodes."""
    chance = random.Random(seed)
    given = ("Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Gwen", "Hal", "Ines", "Jory")
    family = ("Quill", "Osei", "Marsh", "Falk", "Ellery", "Castellan", "Vane", "Okoro", "Lindqvist", "Abara")
    kinds = [kind for kind in EntityType if kind is not EntityType.LAWSUIT]
    names = [f"{chance.choice(given)} {chance.choice(family)} {index}" for index in range(count)]
    suits = set(range(0, count, 12))
    entities = tuple(
        Entity(f"c{index:05}", chance.choices(kinds, (6, 2, 2, 1, 1))[0], names[index], (names[index],), ("d1",),
               int(chance.paretovariate(1.2)))
        for index in range(count) if index not in suits
    )  # fmt: skip
    lawsuits = tuple(
        Lawsuit(f"c{index:05}", f"{chance.choice(family)} v. {chance.choice(family)}", (), ("d1",), 2)
        for index in sorted(suits)
    )
    relations: list[Relation] = []
    for index in range(1, count):
        if index % 9 == 0:
            continue
        for target in {int(index * chance.random() ** 2), max(0, index - chance.randint(1, 40))} - {index}:
            name = ("plaintiff_in" if target in suits else "criticized") if index not in suits else "heard_in"
            evidence = quote(FILING, "The case will be heard in the Superior Court of Calder County.",
                             subject="The case", cue="heard", target="Superior Court")  # fmt: skip
            relations.append(join(f"x{len(relations):05}", f"c{index:05}", name, f"c{target:05}", evidence))
    return KnowledgeGraph((FILING,), entities, lawsuits, tuple(relations))
