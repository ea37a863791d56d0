"""The media outlets that litigraph knows by name, and where a text names them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from graph.errors import SchemaError
from graph.model import Span
from graph.phrases import GAP, WORD, PhraseIndex
from graph.schema import FOLDER, read_toml

FILE = FOLDER / "outlets.toml"
KINDS = ("newspaper", "magazine", "site", "agency", "broadcaster", "programme", "trade", "tabloid")
OUTLET_KEYS = ("name", "aliases", "ambiguous", "domains", "country", "kind")
ARTICLE = "The "
KNOWN_NAMES = 65536
"""How many names are kept with their outlet: resolution asks for the same ones again and again."""
DOMAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+")
NO_LINK = "(?<!@)(?<!//)"
ARTICLE_BEFORE = re.compile(r"\b[Tt]he[^\S\n]{1,3}\Z")


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of news; `ambiguous` are the names of it that mean other things as well."""

    name: str
    aliases: tuple[str, ...]
    ambiguous: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    kind: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Return every name that it goes by, the ambiguous ones too, each once."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.ambiguous)))


@dataclass(frozen=True, slots=True)
class OutletMatch:
    """A place where an outlet is named; where several share an ambiguous name, `alternatives` are the others."""

    span: Span
    outlet: Outlet
    ambiguous: bool
    alternatives: tuple[Outlet, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a name: the outlets it may stand for (none: a lookalike), and if it is written with "The"."""

    outlets: tuple[Outlet, ...]
    ambiguous: bool
    article: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All names, and what each means without and with "the"."""

    index: PhraseIndex
    plain: Mapping[str, Form]
    with_article: Mapping[str, Form]


def drop_article(name: str) -> str:
    """Return the name without a leading "The"."""
    return name.removeprefix(ARTICLE)


def find_faults(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield every fault of the outlet file, each with its outlet and key and what is legal there."""
    for key in sorted(set(data) - {"lookalikes", "outlet"}):
        yield f"{FILE.name}: {key}: unknown key; legal are lookalikes and outlet"
    if not is_text_list(data.get("lookalikes", [])):
        yield f'{FILE.name}: lookalikes: not a list of names; write it as ["Times Square", …]'
    tables = data.get("outlet")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        yield f"{FILE.name}: outlet: no tables; write at least one [[outlet]]"
        return
    for number, table in enumerate(tables, start=1):
        yield from find_table_faults(table, f"{FILE.name}: outlet {number} {table.get('name', '')!r}")
    yield from find_shared_names([table for table in tables if isinstance(table.get("name"), str)])


def find_table_faults(table: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield the faults of one outlet that show without looking at the others."""
    for key in sorted(set(table) - set(OUTLET_KEYS)):
        yield f"{where}: {key}: unknown key; legal are {', '.join(OUTLET_KEYS)}"
    if not isinstance(table.get("name"), str) or not WORD.search(drop_article(str(table["name"]))):
        yield f"{where}: name: missing or without a letter; give the outlet's name"
    for key in ("aliases", "ambiguous", "domains"):
        if not is_text_list(table.get(key, [])):
            yield f'{where}: {key}: not a list of names without repetition; write it as ["…"]'
    for domain in texts(table, "domains"):
        if not DOMAIN.fullmatch(domain):
            yield f'{where}: domains: {domain!r} is no domain; write it as "example.com"'
    if not re.fullmatch("[A-Z]{2}", str(table.get("country", ""))):
        yield f"{where}: country: {table.get('country', '')!r} is no ISO 3166 code of two capitals"
    if table.get("kind") not in KINDS:
        yield f"{where}: kind: {table.get('kind', '')!r}; legal are {', '.join(KINDS)}"


def find_shared_names(tables: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the names and domains that two outlets share although they are not declared ambiguous in both."""
    owners: dict[str, list[str]] = defaultdict(list)
    for table in tables:
        certain = {table["name"], *texts(table, "aliases")} - set(texts(table, "ambiguous"))
        bare = {drop_article(name) for name in certain if " " in drop_article(name)} - set(texts(table, "ambiguous"))
        for name in sorted(certain | bare | set(texts(table, "domains"))):
            owners[name].append(table["name"])
    for table in tables:
        for name in texts(table, "ambiguous"):
            if name in owners:
                where = f"{FILE.name}: outlet {table['name']!r}: ambiguous"
                yield f"{where}: {name!r} is a certain name of {owners[name][0]!r}; declare it ambiguous there too"
    for name, sharing in owners.items():
        if len(sharing) > 1:
            yield f"{FILE.name}: outlets {', '.join(sharing)}: {name!r} stands in each; move it to `ambiguous` of each"


def is_text_list(value: object) -> bool:
    """Tell whether the value is a list of non-empty strings, each once."""
    strings = isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
    return strings and len(set(value)) == len(value)  # type: ignore[arg-type, call-overload]


def texts(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return the strings of a list in the table, none where it is absent or not a list."""
    value = table.get(key, [])
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """Read and check the outlet file once; SchemaError lists all its faults."""
    data = read_toml(FILE)
    if faults := tuple(find_faults(data)):
        raise SchemaError(*faults)
    return tuple(
        Outlet(
            name=table["name"],
            aliases=texts(table, "aliases"),
            ambiguous=texts(table, "ambiguous"),
            domains=texts(table, "domains"),
            country=table["country"],
            kind=table["kind"],
        )
        for table in data["outlet"]
    )


@cache
def load_lexicon() -> Lexicon:
    """Build what `find_outlets` looks names up in, once."""
    plain: dict[str, Form] = {name: Form((), False, False) for name in texts(read_toml(FILE), "lookalikes")}
    with_article: dict[str, Form] = {}
    for outlet in load_outlets():
        for name in outlet.forms:
            bare, ambiguous = drop_article(name), name in outlet.ambiguous
            if bare != name:
                add_form(with_article, bare, outlet, ambiguous=ambiguous, article=True)
            # One word without its article ("hill") is seldom the outlet, so it has to be declared.
            if bare == name or len(bare.split()) > 1:
                add_form(plain, bare, outlet, ambiguous=ambiguous or bare in outlet.ambiguous, article=False)
        for domain in outlet.domains:
            add_form(plain, domain, outlet, ambiguous=False, article=False)
    return Lexicon(PhraseIndex(plain.keys() | with_article.keys(), pattern_of), plain, with_article)


def add_form(forms: dict[str, Form], name: str, outlet: Outlet, *, ambiguous: bool, article: bool) -> None:
    """Add the outlet to those that the name may stand for; an outlet whose own name it is comes first."""
    known = forms.get(name, Form((), False, article)).outlets
    if outlet in known:
        return
    own = drop_article(outlet.name) == name
    forms[name] = Form((outlet, *known) if own else (*known, outlet), ambiguous, article)


def pattern_of(name: str) -> str:
    """Return the pattern of one name: any blank for a blank, either apostrophe, any case for a domain."""
    words = (re.escape(word).replace("'", "['\N{RIGHT SINGLE QUOTATION MARK}]") for word in name.split())
    pattern = f"{NO_LINK}{GAP.join(words)}"
    # A domain is left alone inside an address ("tmz.com/2019/…"): there it is a link and names nobody as a source.
    return f"(?i:{pattern})(?![/@-])" if DOMAIN.fullmatch(name) else pattern


def find_outlets(text: str) -> list[OutletMatch]:
    """Return the outlets named in the text, in text order and without overlap, the longest name at each place.

    A span holds "The" only where the text has the capital and the name is declared with it; it never holds "'s".
    Linear in the length of the text.
    """
    lexicon = load_lexicon()
    return [match for found in lexicon.index.find(text) for match in read_match(text, found, lexicon)]


def read_match(text: str, found: re.Match[str], lexicon: Lexicon) -> Iterator[OutletMatch]:
    """Yield the outlet of a matched name; nothing for a lookalike."""
    name = " ".join(found.group().split()).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    article = ARTICLE_BEFORE.search(text, max(0, found.start() - 6), found.start())
    form = lexicon.with_article.get(name) if article else None
    form = form or lexicon.plain.get(name) or lexicon.plain.get(name.lower())
    if form is None or not form.outlets:
        return
    extended = article is not None and form.article and text[article.start()] == "T"
    start = article.start() if article is not None and extended else found.start()
    yield OutletMatch(Span(start, found.end()), form.outlets[0], form.ambiguous, form.outlets[1:])


def is_lookalike(name: str) -> bool:
    """Tell whether a name is declared to be no outlet though it holds the name of one."""
    form = load_lexicon().plain.get(name)
    return form is not None and not form.outlets


def normalize_name(name: str) -> str:
    """Return the name in small letters without its article, punctuation and blanks, to compare names by."""
    words = WORD.findall(name.casefold())
    return "".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@cache
def load_index() -> dict[str, Outlet]:
    """Map every normalized name and domain to its outlet, certain names before ambiguous ones."""
    index: dict[str, Outlet] = {}
    for outlet in load_outlets():
        for name in chain((outlet.name, *outlet.aliases), outlet.domains):
            if name not in outlet.ambiguous:
                index.setdefault(normalize_name(name), outlet)
    for form, meaning in chain(load_lexicon().plain.items(), load_lexicon().with_article.items()):
        if meaning.outlets:
            index.setdefault(normalize_name(form), meaning.outlets[0])
    return index


@lru_cache(maxsize=KNOWN_NAMES)
def outlet_named(name: str) -> Outlet | None:
    """Return the outlet of this name or domain, whatever its case, punctuation and article; None if unknown."""
    return load_index().get(normalize_name(name.strip().removeprefix("www.")))
