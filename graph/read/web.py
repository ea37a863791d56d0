"""Fetch what the user names by its address: one request after the other, as robots.txt allows, and within limits."""

from __future__ import annotations

import re
import ssl
import time
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from graph.errors import InputError
from graph.read.limits import Limits
from graph.read.media import Media, read_media

if TYPE_CHECKING:
    from protego import Protego
    from urllib3 import BaseHTTPResponse, PoolManager

SCHEMES = ("http", "https")
REDIRECTS = 5
"""How often an address may lead to another one (as many as RFC 9309 asks for of robots.txt)."""

PAUSE = 1.0
"""The time between two requests to one server, in seconds, where its robots.txt does not ask for more."""

LONGEST_PAUSE = 60.0
"""The longest time between two requests that is waited for, in seconds."""

ROBOTS_SIZE = 500_000
"""How much of a robots.txt is read, in bytes; RFC 9309 asks for no less."""

NAME = "litigraph"
"""How robots.txt calls this program."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_MOVED = frozenset({301, 302, 303, 307, 308})
_PIECE = 1 << 16
_TYPES = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,*/*;q=0.5"
_SAVE = "save the page from a browser and give the file"


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address at which it lies after all redirects, its media type and its content."""

    address: str
    media: Media
    data: bytes


@dataclass(slots=True)
class Visits:
    """What is known of the servers that were visited: their rules, the time of the last answer, and connections."""

    rules: dict[str, Protego | None] = field(default_factory=dict)
    last: dict[str, float] = field(default_factory=dict)
    pools: dict[str, PoolManager] = field(default_factory=dict)

    def close(self) -> None:
        """Close all connections."""
        for pool in self.pools.values():
            pool.clear()


def is_address(text: str) -> bool:
    """Tell whether a text is an address ("https://…") rather than a path."""
    return bool(_ADDRESS.match(text))


def fetch_page(address: str, *, limits: Limits, visits: Visits) -> Page:
    """Return what lies at an address; InputError where it cannot be fetched, or the server's robots.txt forbids it."""
    shown = address.partition("#")[0]
    target = shown
    for number in range(REDIRECTS + 1):
        _require_web(target, shown=shown)
        rules = _require_permission(target, limits, visits, shown=shown)
        server = find_server(target)
        # Where an address has moved to is told in one breath, as to a browser.
        if not number:
            _wait(rules, visits.last.get(server))
        answer = _request(target, limits, visits, shown=shown)
        try:
            if answer.status in _MOVED and answer.headers.get("location"):
                target = _follow(target, answer.headers["location"])
                continue
            if answer.status != 200:
                told = f"{answer.status} {answer.reason or ''}".strip()
                raise InputError(shown, f"cannot be fetched (its server says {told}); check the address, or {_SAVE}")
            media = read_media(answer.headers.get("content-type"))
            return Page(target, media, _read_body(answer, limits.file_size, limits, shown=shown))
        finally:
            answer.close()
            visits.last[server] = time.monotonic()
    raise InputError(shown, f"leads from one address to the next more than {REDIRECTS} times; give the last one")


def _follow(target: str, location: str) -> str:
    """Return the address to which a server's answer leads; what is none is returned as it is, to be refused."""
    try:
        return urljoin(target, location).partition("#")[0]
    except ValueError:
        return location


def find_server(address: str) -> str:
    """Return the part of an address that tells the server: "https://lantern.example"."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _require_web(target: str, *, shown: str) -> None:
    """Raise InputError unless an address is one of the web, without a password in it that the graph would show."""
    try:
        parts = urlsplit(target)
        host, name, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        parts, host, name = urlsplit(""), None, None
    if parts.scheme not in SCHEMES or not host:
        told = "is" if target == shown else f"leads to {target[:100]!r}, which is"
        raise InputError(shown, f"{told} no address of the web; legal are http:// and https://")
    if name is not None:
        raise InputError(_hide_name(shown), f"has a name or a password in it; {_SAVE}")


def _hide_name(address: str) -> str:
    return re.sub(r"//[^/@]*@", "//", address)


def _require_permission(target: str, limits: Limits, visits: Visits, *, shown: str) -> Protego:
    server = find_server(target)
    if server not in visits.rules:
        visits.rules[server] = _fetch_rules(server, limits, visits, shown=shown)
    rules = visits.rules[server]
    if rules is None:
        reason = "cannot be fetched: its server does not tell what programs may read (robots.txt)"
        raise InputError(shown, f"{reason}; try later, or {_SAVE}")
    if not rules.can_fetch(target, NAME):
        raise InputError(shown, f"must not be fetched by programs, says its server (robots.txt); {_SAVE}")
    return rules


def _wait(rules: Protego, last: float | None) -> None:
    """Wait for as long as a server wants between two requests, if there was one."""
    if last is not None:
        pause = min(max(PAUSE, rules.crawl_delay(NAME) or 0.0), LONGEST_PAUSE)
        time.sleep(max(0.0, last + pause - time.monotonic()))


def _fetch_rules(server: str, limits: Limits, visits: Visits, *, shown: str) -> Protego | None:
    """Return what a server allows, all of it where it has no rules; None where it has trouble (RFC 9309, 2.3.1)."""
    from protego import Protego

    target = f"{server}/robots.txt"
    for _ in range(REDIRECTS + 1):
        answer = _request(target, limits, visits, shown=shown)
        try:
            if answer.status in _MOVED and answer.headers.get("location"):
                target = _follow(target, answer.headers["location"])
                _require_web(target, shown=shown)
            elif answer.status >= 500:
                return None
            else:
                found = 200 <= answer.status < 300
                data = _read_body(answer, ROBOTS_SIZE, limits, shown=shown, cut=True) if found else b""
                return Protego.parse(data.decode("utf-8", "replace").removeprefix("\ufeff"))
        finally:
            answer.close()
    return Protego.parse("")


def _request(target: str, limits: Limits, visits: Visits, *, shown: str) -> BaseHTTPResponse:
    from urllib3 import Timeout
    from urllib3.exceptions import HTTPError

    head = {"User-Agent": name_agent(), "Accept": _TYPES, "Accept-Language": "en", "Accept-Encoding": "gzip, deflate"}
    try:
        return _choose_pool(target, visits).request(
            "GET", target, headers=head, redirect=False, retries=False, preload_content=False,
            timeout=Timeout(total=limits.fetch_seconds),
        )  # fmt: skip
    except (HTTPError, OSError, ValueError) as problem:
        raise _explain(problem, limits, shown=shown) from problem


def _read_body(answer: BaseHTTPResponse, most: int, limits: Limits, *, shown: str, cut: bool = False) -> bytes:
    """Return an unpacked body; what is longer than `most` bytes is an error, or is cut."""
    from urllib3.exceptions import HTTPError

    parts, size, end = list[bytes](), 0, time.monotonic() + limits.fetch_seconds
    try:
        while size <= most and (piece := answer.read1(_PIECE, decode_content=True)):
            parts.append(piece)
            size += len(piece)
            if time.monotonic() > end:
                raise TimeoutError
    except (HTTPError, OSError, ValueError) as problem:
        raise _explain(problem, limits, shown=shown) from problem
    if size > most and not cut:
        raise InputError(shown, limits.refuse("file_size", size, "bytes or more", remedy="give the articles in it"))
    return b"".join(parts)[:most]


def _explain(problem: Exception, limits: Limits, *, shown: str) -> InputError:
    from urllib3 import exceptions

    if isinstance(problem, exceptions.NameResolutionError):
        return InputError(shown, "cannot be fetched (there is no such server); check the address and the network")
    if isinstance(problem, exceptions.NewConnectionError):
        return InputError(shown, "cannot be fetched (its server cannot be reached); check the address and the network")
    if isinstance(problem, exceptions.TimeoutError | TimeoutError):
        told = "1 second" if limits.fetch_seconds == 1 else f"{limits.fetch_seconds} seconds"
        reason = f"cannot be fetched within {told}"
        return InputError(shown, f"{reason}; try later, or raise the limit fetch-seconds")
    if isinstance(problem, exceptions.SSLError | ssl.SSLError):
        return InputError(shown, f"has no certificate that can be trusted; {_SAVE}")
    return InputError(shown, f"cannot be fetched ({type(problem).__name__}); check the address, or {_SAVE}")


def _choose_pool(target: str, visits: Visits) -> PoolManager:
    from urllib3 import PoolManager, ProxyManager

    parts = urlsplit(target)
    proxy = getproxies().get(parts.scheme, "")
    if proxy and proxy_bypass(parts.netloc):
        proxy = ""
    if proxy not in visits.pools:
        context = _trust_certificates()
        opened = ProxyManager(proxy, ssl_context=context) if proxy else PoolManager(ssl_context=context)
        visits.pools[proxy] = opened
    return visits.pools[proxy]


@cache
def _trust_certificates() -> ssl.SSLContext:
    """Trust those whom the system trusts, and whom Mozilla does: some systems give Python no list."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


@cache
def name_agent() -> str:
    """Return how this program calls itself: truthfully, so that a server may refuse it."""
    return f"{NAME}/{version(NAME)} (fetches the articles that its user names, one by one)"
