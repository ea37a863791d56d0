"""A web server on this machine, with what a test puts there, and a list of what it was asked for."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread


@dataclass(frozen=True)
class Request:
    """What a client asked for, how it calls itself, and when (a clock's seconds)."""

    path: str
    agent: str
    time: float


@dataclass
class Site:
    """The pages of a server by their paths: status, header and body of each; what is not there is not found."""

    address: str = ""
    pages: dict[str, tuple[int, Mapping[str, str], bytes]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    ended: Event = field(default_factory=Event)

    def put(self, path: str, body: bytes | str = b"", *, kind: str = "text/html", status: int = 200,
            **header: str) -> str:  # fmt: skip
        """Put a page at a path and return its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in header.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, data)
        return f"{self.address}{path}"

    def list_paths(self) -> list[str]:
        """Return what was asked for, in order."""
        return [request.path for request in self.requests]


SLOW = "/slow"
"""A page that never comes."""

DRIPPING = "/dripping"
"""A page that comes letter by letter and has no end."""


@contextmanager
def serve() -> Iterator[Site]:
    """Run a server for what follows."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append(Request(self.path, self.headers.get("User-Agent", ""), time.monotonic()))
            if self.path == SLOW:
                site.ended.wait(60)
                return
            if self.path == DRIPPING:
                self.send_response(200)
                self.end_headers()
                with suppress(OSError):
                    while not site.ended.wait(0.05):
                        self.wfile.write(b"a")
                return
            status, header, body = site.pages.get(self.path, (404, {"Content-Type": "text/html"}, b"<p>Not found</p>"))
            self.send_response(status)
            for name, value in header.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
