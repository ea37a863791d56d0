"""Hand-built extractions for the tests of resolution and assembly; every name is made up."""

from __future__ import annotations

from graph.model import (
    Assertion,
    Chain,
    Document,
    EntityType,
    Evidence,
    Extraction,
    Gender,
    LawsuitFacts,
    Mention,
    MentionKind,
    Proceeding,
    RelationMention,
    Span,
)

KINDS = {"~": MentionKind.NOMINAL, "^": MentionKind.PRONOMINAL, "!": MentionKind.EVENT}


class Article:
    """A document whose chains and relations are given by the words of its text.

    A mention is written as it stands in the text, with "~" before a description, "^" before a pronoun and "!" before a
    verb that evokes a lawsuit; it is looked for after the mention before it in the same chain.
    """

    def __init__(self, id_: str, text: str, *, published: str | None = None) -> None:
        self.document = Document(id_, f"articles/{id_}.txt", text, published)
        self.chains: list[Chain] = []
        self.relations: list[RelationMention] = []
        self.proceedings: list[Proceeding] = []

    def add(
        self, *mentions: str, type_: EntityType = EntityType.PERSON, gender: Gender = Gender.UNKNOWN, label: str = ""
    ) -> int:
        """Add a chain, whose label is its first mention unless it is given, and return its index."""
        found: list[Mention] = []
        for written in mentions:
            kind = KINDS.get(written[0], MentionKind.NAMED)
            words = written.lstrip("~^!")
            start = self.document.text.index(words, found[-1].span.end if found else 0)
            span = Span(start, start + len(words))
            found.append(Mention(span, words, type_, kind, span))
        self.chains.append(Chain(type_, label or found[0].text, tuple(found), gender=gender))
        return len(self.chains) - 1

    def add_lawsuit(
        self,
        mention: str,
        *,
        by: tuple[int, ...] = (),
        against: tuple[int, ...] = (),
        counterclaim: bool = False,
        assertion: Assertion = Assertion.ASSERTED,
        confidence: float = 0.9,
        rule: str = "by-hand",
        claims: tuple[str, ...] = (),
        amounts: tuple[str, ...] = (),
        filed: tuple[str, ...] = (),
        statuses: tuple[str, ...] = (),
        dockets: tuple[str, ...] = (),
    ) -> int:
        """Add one mention of a lawsuit with its parties and facts, and return the index of its chain."""
        chain = self.add(mention, type_=EntityType.LAWSUIT)
        facts = LawsuitFacts(claims, amounts, filed, statuses, dockets)
        self.proceedings.append(Proceeding(chain, facts, counterclaim))
        for relation, parties in (("plaintiff_in", by), ("defendant_in", against)):
            for party in parties:
                self.relate(relation, party, chain, assertion=assertion, confidence=confidence, rule=rule)
        return chain

    def relate(
        self,
        relation: str,
        subject: int,
        object_: int,
        *,
        quote: str = "",
        assertion: Assertion = Assertion.ASSERTED,
        confidence: float = 0.9,
        source: int | None = None,
        date: str = "",
        rule: str = "by-hand",
    ) -> None:
        """Add a relation mention whose passage is the quote, or else the first one that has a mention of both."""
        text = self.document.text
        passage = Span(text.index(quote), text.index(quote) + len(quote)) if quote else self._passage(subject, object_)
        ends = [self._inside(chain, passage) for chain in (subject, object_)]
        evidence = Evidence(
            self.document.id, passage, text[passage.start : passage.end], ends[0], ends[1], ends[0], assertion,
            rule=f"{relation}/{rule}", confidence=confidence, date=date,
        )  # fmt: skip
        self.relations.append(RelationMention(relation, subject, object_, evidence, source))

    def _passage(self, subject: int, object_: int) -> Span:
        pairs = [(one.span, other.span) for one in self.chains[subject].mentions
                 for other in self.chains[object_].mentions]  # fmt: skip
        near = min(pairs, key=lambda pair: (abs(pair[0].start - pair[1].start), pair))
        text, first, last = self.document.text, min(near).start, max(near).end
        start = max((text.rfind(mark, 0, first) + 1 for mark in ".\n"), default=0)
        stop = text.find(".", last)
        while text[start].isspace():
            start += 1
        return Span(start, stop + 1 if stop >= 0 else len(text))

    def _inside(self, chain: int, passage: Span) -> Span:
        return next(m.span for m in self.chains[chain].mentions
                    if passage.start <= m.span.start and m.span.end <= passage.end)  # fmt: skip

    def extraction(self) -> Extraction:
        """Return what was built."""
        return Extraction(self.document, tuple(self.chains), tuple(self.relations), tuple(self.proceedings))


def name_article(
    id_: str, *names: str, type_: EntityType = EntityType.PERSON, gender: Gender = Gender.UNKNOWN
) -> Extraction:
    """Return an article that names each of the given things once, each in a chain of its own."""
    article = Article(id_, ". ".join(names) + ".")
    for name in names:
        article.add(name, type_=type_, gender=gender)
    return article.extraction()


def chain_article(
    id_: str, *names: str, type_: EntityType = EntityType.PERSON, gender: Gender = Gender.UNKNOWN
) -> Extraction:
    """Return an article in which all the given names are one thing's."""
    article = Article(id_, ". ".join(name.lstrip("~^!") for name in names) + ".")
    article.add(*names, type_=type_, gender=gender)
    return article.extraction()


def suit_article(
    id_: str, plaintiff: str, defendant: str, *, published: str | None = None, counterclaim: bool = False,
    claims: tuple[str, ...] = (), amounts: tuple[str, ...] = (), filed: tuple[str, ...] = (),
) -> Extraction:  # fmt: skip
    """Return an article that says once that one person sued another."""
    article = Article(id_, f"{plaintiff} sued {defendant}.", published=published)
    by, against = article.add(plaintiff), article.add(defendant)
    article.add_lawsuit("!sued", by=(by,), against=(against,), counterclaim=counterclaim, claims=claims,
                        amounts=amounts, filed=filed)  # fmt: skip
    return article.extraction()
