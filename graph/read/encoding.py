"""Bytes to text: byte order marks, UTF-8, older encodings, and text that was decoded wrongly before it was saved."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from graph.errors import InputError

# UTF-32 comes first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PIECE = 1 << 20
# in what was decoded wrongly there are always others than the dashes and quotation marks of good print
_SUSPICIOUS = re.compile("[^\\x00-\\x7f–—‘’“”…]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


def decode_text(data: bytes, *, shown: str) -> str:
    """Return the text that the bytes hold, in whatever encoding; InputError where they hold none."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mend_encoding(_decode_as(data, encoding, shown=shown))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""
    if _is_binary(data):
        raise InputError(shown, "is not text but binary; save the article as UTF-8 text")
    return mend_encoding(text or _guess_encoding(data, shown=shown))


def decode_lines(data: bytes, *, shown: str) -> Iterator[str]:
    """Yield the lines of what `decode_text` returns, one at a time: as text, an archive takes four times its bytes."""
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    marked = not start and any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    if marked or not _is_utf8(data) or (not start and _is_binary(data)):
        yield from decode_text(data, shown=shown).split("\n")
        return
    stream = io.BytesIO(data)
    stream.seek(start)
    for line in stream:
        yield mend_encoding(line.removesuffix(b"\n").decode("utf-8"))


def _is_utf8(data: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _PIECE):
            decoder.decode(data[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _is_binary(data: bytes) -> bool:
    return 100 * sum(map(data.count, map(bytes, zip(_CONTROLS, strict=True)))) > len(data) or b"\0" in data


def mend_encoding(text: str) -> str:
    """Return the text with UTF-8 that was read as something else put right: "â€œItâ€™s" becomes "“It’s".

    A line is changed only where ftfy finds letters that stand together in no language
    (https://ftfy.readthedocs.io/en/latest/heuristic.html).
    """
    if not _SUSPICIOUS.search(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _SUSPICIOUS.search(line) else line for line in text.split("\n"))


def _decode_as(data: bytes, encoding: str, *, shown: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise InputError(shown, f"is marked as {encoding} but is not; save the article as UTF-8 text") from problem


def _guess_encoding(data: bytes, *, shown: str) -> str:
    if not data:
        return ""
    repaired = data.decode("utf-8", errors="replace")
    spoilt = repaired.count("\ufffd")
    if sum(letter > "\x7f" for letter in repaired) > 2 * spoilt:
        return repaired
    # English has few letters beyond ASCII, and a detector takes one lone "é" or dash for anything.
    if 5 * sum(byte > 0x7F for byte in data) < len(data):
        return data.decode("cp1252", errors="replace")
    best = from_bytes(data).best()
    if best is None:
        raise InputError(shown, "has an encoding that cannot be told; save the article as UTF-8 text")
    return str(best)
