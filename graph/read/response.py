"""What a web server answered, as a crawler recorded it: status, header and body (RFC 9112)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from graph.read.media import Media, read_media

if TYPE_CHECKING:
    from urllib3 import HTTPResponse

OK = 200

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})[^\r\n]*\r?\n")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END = re.compile(rb"\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: its status, its media type, how its body is packed ("gzip", or "") and the body as it was sent."""

    status: int
    media: Media
    packing: str
    body: bytes

    def open(self) -> HTTPResponse:
        """Return the body as a stream that unpacks it; reading it raises urllib3's HTTPError where it is damaged."""
        from urllib3 import HTTPResponse

        # Some crawlers unpack what they record and leave the header as it was.
        packed = self.packing != "gzip" or self.body.startswith(b"\x1f\x8b")
        head = {"content-encoding": self.packing} if packed and self.packing else {}
        return HTTPResponse(BytesIO(self.body), headers=head, preload_content=False, decode_content=True)

    @property
    def can_unpack(self) -> bool:
        """Tell whether the body is packed in no way that is unknown here."""
        from urllib3 import HTTPResponse

        return all(part.strip() in HTTPResponse.CONTENT_DECODERS for part in self.packing.split(",") if part.strip())


def parse_response(block: bytes) -> Response:
    """Return the answer that a block of bytes is; ValueError where it is none."""
    status = _STATUS.match(block)
    end = _HEADER_END.search(block, status.end() - 2) if status else None
    if status is None or end is None:
        raise ValueError("no HTTP response")
    header = parse_header(block[status.end() : end.start()])
    body = block[end.end() :]
    if "chunked" in header.get("transfer-encoding", "").casefold():
        body = join_chunks(body)
    packing = header.get("content-encoding", "").casefold()
    return Response(int(status[1]), read_media(header.get("content-type")),
                    "" if packing == "identity" else packing, body)  # fmt: skip


def parse_header(lines: bytes) -> dict[str, str]:
    """Return the first value of each field of a header by its name in small letters."""
    found: dict[str, str] = {}
    for line in lines.splitlines():
        name, _, value = line.partition(b":")
        found.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("utf-8", "replace"))
    return found


def join_chunks(body: bytes) -> bytes:
    """Return a body that was sent in chunks as one; ValueError where a chunk is missing.

    A body that has no chunks is returned as it is: some crawlers join them and leave the header as it was.
    """
    parts, place = list[bytes](), 0
    while found := _CHUNK.match(body, place):
        length = int(found[1], 16)
        if length == 0:
            return b"".join(parts)
        end = found.end() + length
        after = _LINE_END.match(body, end)
        if end > len(body) or not after:
            break
        parts.append(body[found.end() : end])
        place = after.end()
    if parts:
        raise ValueError("a chunk is missing")
    return body
