"""Spoiled files of every kind that can be read: valid ones cut, flipped, spliced, repeated, packed and misnamed."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from random import Random

from graph.read import READERS
from tests.articles import OTHER_TEXT
from tests.files import TEXT, build_examples, build_tar, build_zip

EXAMPLES = build_examples()
LONGEST = 200_000
"""No spoiled file is much larger, in bytes: the limits of size have tests of their own."""

BOMB = b'<!DOCTYPE a [<!ENTITY b "cc">' + b"".join(
    f'<!ENTITY {name} "{f"&{before};" * 20}">'.encode() for before, name in zip("bdefg", "defgh", strict=True)
)
SIGNS = (
    *(b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\x1b", b"\n\n", b"\r", b"\x85", b'"', b"'", b"<", b">"),
    *(b"&#0;", b"&#1114112;", b"\\ud800", b"{", b"[", b"(", b"%s", b"From a 2024\n\n", b"--", b"]]>", b"<![CDATA["),
    *(b"/../", b"=?utf-8?b?", b"99999999999999999999", b"-1", b"NaN", b"1e999", b"\xf0\x9f\x98\x80", b"A: b\n"),
    *(b"obj", b"endstream", b"stream", b"PK\x03\x04", b"PK\x05\x06", b"ustar", b"PAR1", b"\x1f\x8b\x08"),
)
WAYS_OUT = ("../../{0}", "/tmp/{0}", "C:\\{0}", "a/../../{0}", "..\\..\\{0}", "//host/share/{0}", "\x00{0}", "~/{0}")
ENCODINGS = ("utf-16", "utf-32", "utf-16-be", "cp037", "shift_jis", "cp1251", "utf-7", "big5", "koi8-r")
Change = Callable[[bytes, Random], bytes]


def write_good(number: int) -> bytes:
    """Return a text that no other file holds."""
    return f"{OTHER_TEXT} It was filed as number {number} in the register of the court.".encode()


def spoil_file(chance: Random) -> tuple[str, bytes]:
    """Return the name and the content of a file that is damaged, hostile or of another kind than its name says."""
    suffix = chance.choice(sorted(READERS))
    data = EXAMPLES[chance.choice(sorted(EXAMPLES))] if chance.random() < 0.1 else EXAMPLES.get(suffix, b"")
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(CHANGES)(data, chance)[:LONGEST]
    if chance.random() < 0.15:
        suffix, data = chance.choice(PACKERS)(suffix, data, chance)
    name = f"a.txt{suffix}" if suffix == ".gz" else f"a{suffix}"
    return name, data


def _cut(data: bytes, chance: Random) -> bytes:
    start = chance.randint(0, len(data)) if chance.random() < 0.3 else 0
    return data[start : chance.randint(start, len(data))]


def _flip(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20) if data else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _insert(data: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(SIGNS) * chance.choice((1, 1, 2, 50, 5000)) + data[place:]


def _overwrite(data: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(data))
    new = chance.randbytes(chance.randint(1, 200))
    return data[:place] + new + data[place + len(new) :]


def _splice(data: bytes, chance: Random) -> bytes:
    other = EXAMPLES[chance.choice(sorted(EXAMPLES))]
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _repeat(data: bytes, chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    part = data[start : start + chance.choice((1, 5, 50, 1000))]
    return data[:start] + part * chance.choice((2, 20, 2000)) + data[start:]


def _encode(data: bytes, chance: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(ENCODINGS), "replace")


def _mangle(data: bytes, chance: Random) -> bytes:
    """Decode the text wrongly, as programs do, once or several times."""
    for _ in range(chance.randint(1, 3)):
        data = data.decode("cp1252", "replace").encode()[:LONGEST]
    return data


def _declare(data: bytes, chance: Random) -> bytes:
    return BOMB + b']><rss><item><description>&h;<a b="&h;"/></description></item></rss>' + data


def _nest(data: bytes, chance: Random) -> bytes:
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"<div>", b"</div>"), (b"<item>", b"</item>")))
    deep = chance.choice((3, 300, 3000))
    return opening * deep + data + closing * deep


def _replace(data: bytes, chance: Random) -> bytes:
    return chance.choice((b"", b" \n", chance.randbytes(chance.randint(1, 2000)), b"a" * 100_000, b"\xef\xbb\xbf"))


CHANGES: tuple[Change, ...] = (_cut, _cut, _flip, _flip, _insert, _insert, _overwrite, _splice, _repeat, _encode,
                               _mangle, _declare, _nest, _replace)  # fmt: skip


def _escape(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Pack the file under names that lead out of the archive."""
    members: dict[str, str | bytes] = {way.format(f"evil{suffix}"): data for way in WAYS_OUT if "\0" not in way}
    return (".zip", build_zip(members)) if chance.random() < 0.5 else (".tar", build_tar(members))


def _bury(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Pack the file into archives in archives."""
    for _ in range(chance.randint(1, 6)):
        name = f"b{suffix}"
        if chance.random() < 0.5:
            suffix, data = ".zip", build_zip({name: data, "again.zip": build_zip({name: data}), "c.txt": TEXT})
        else:
            suffix, data = ".tgz", gzip.compress(build_tar({name: data, "c.txt": TEXT}))
    return suffix, data


def _blow_up(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Pack megabytes of nothing into kilobytes."""
    return ".zip", build_zip({f"{number}{suffix}": data + bytes(4_000_000) for number in range(15)})


def _link(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Pack links, devices and pipes beside the file."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            entry = tarfile.TarInfo(f"link{kind.decode()}{suffix}")
            entry.type, entry.linkname = kind, "../../../etc/passwd"
            archive.addfile(entry)
    return ".tar", file.getvalue()


def _attach(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Send the file as an attachment that is named as a path."""
    head = f'Content-Type: application/octet-stream; name="../../evil{suffix}"\nContent-Transfer-Encoding: 8bit\n\n'
    return ".eml", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" + head.encode() + data + b"\n--x--\n"


def _quote(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Put the file's text into each field of a record."""
    text = data.decode("utf-8", "replace")
    return ".json", json.dumps(dict.fromkeys(("text", "title", "published", "publisher", "url"), text)).encode()


def _lie(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Give an archive whose directory tells other sizes than there are."""
    packed = bytearray(build_zip({f"b{suffix}": data}))
    place = packed.rindex(b"PK\x01\x02") + chance.choice((10, 16, 20, 24, 28, 42))
    packed[place : place + 4] = chance.randbytes(4)
    return ".zip", bytes(packed)


def _pack_word(suffix: str, data: bytes, chance: Random) -> tuple[str, bytes]:
    """Pack what is no document as one of Word's."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))) as archive:
        archive.writestr("word/document.xml", data)
    return ".docx", file.getvalue()


PACKERS = (_escape, _bury, _blow_up, _link, _attach, _quote, _lie, _pack_word)


def list_spoiled(count: int, seed: int) -> Iterable[tuple[str, bytes]]:
    """Yield so many spoiled files, the same for a seed."""
    chance = Random(seed)
    return (spoil_file(chance) for _ in range(count))
