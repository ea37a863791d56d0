"""Files of every kind that can be read, made as the programs make them that people use; every name is made up."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

TITLE = "Novelist sues The Harbor Gazette"
DAY = "2024-05-07"
OUTLET = "Lantern Post"
ADDRESS = "https://lantern.example/courts/quill"
PARAGRAPHS = (
    "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on Monday, seeking $12 million in damages. She "
    "says that the newspaper printed letters which she never wrote.",
    "According to the complaint, Osei harassed Quill for months before he sold the letters. Osei denied the "
    "allegations through his lawyer, Ines Falk, and said that he would answer them in court.",
    "The case will be heard in the Superior Court of Calder County. Judge Noor Ellery has asked both sides for their "
    "papers by the end of the month, and neither of them has asked for a jury.",
)
TEXT = "\n\n".join(PARAGRAPHS)
ARTICLE = f"{TITLE}\n\n{TEXT}"
RECORD = {"title": TITLE, "text": TEXT, "published": DAY, "publisher": OUTLET, "url": ADDRESS}


def build_page(*, head: str = "", body: str = "") -> str:
    """Return a news page with menus, scripts, a picture, comments and what search engines read."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE,
            "datePublished": f"{DAY}T09:30:00Z", "publisher": {"@type": "Organization", "name": OUTLET}}  # fmt: skip
    story = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - {OUTLET}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}">
<meta property="og:type" content="article"><meta property="article:published_time" content="{DAY}T09:30:00Z">
<link rel="canonical" href="{ADDRESS}"><script type="application/ld+json">{json.dumps(data)}</script>
<style>.menu {{ color: red }}</style><script>window.tracker = "<p>Buy now</p>"; document.write(1 < 2)</script>{head}
</head>
<body><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{TITLE}</h1>{story}</article></main>{body}
<aside><h2>Most read</h2><ul><li><a href="/1">Ten recipes</a></li></ul></aside>
<div id="comments"><p>First!</p></div>
<footer><p>Copyright. All rights reserved. Subscribe to our newsletter.</p></footer>
</body></html>"""


def build_docx(*paragraphs: str, title: str = TITLE, extra: str = "") -> bytes:
    """Return a Word document whose first paragraph has the style "Title"."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    styled = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{escape(title)}</w:t></w:r></w:p>'
    # Word cuts a paragraph into runs wherever it likes.
    runs = "".join(
        f"<w:p><w:r><w:t>{escape(text[:7])}</w:t></w:r>"
        f'<w:r><w:t xml:space="preserve">{escape(text[7:])}</w:t></w:r></w:p>'
        for text in paragraphs
    )
    content = f"<w:document {space}><w:body>{styled}{runs}{extra}</w:body></w:document>"
    return build_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": content})


def build_pdf(*pages: Sequence[str], password: str = "") -> bytes:
    """Return a PDF with the lines of each page; a page without lines has nothing but a picture's name."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(595, 842)
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
        named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        fonts = DictionaryObject({NameObject("/F1"): named})
        kind = NameObject("/Font") if lines else NameObject("/XObject")
        page[NameObject("/Resources")] = DictionaryObject({kind: fonts})
        shown = b" T* ".join(b"(%s) Tj" % _escape_pdf(line) for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(b"BT /F1 10 Tf 14 TL 50 780 Td " + shown + b" ET")
        page[NameObject("/Contents")] = writer._add_object(stream)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _escape_pdf(line: str) -> bytes:
    escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return escaped.encode("cp1252")


def wrap(text: str, width: int = 90) -> list[str]:
    """Return a paragraph in lines, as it stands on paper."""
    lines, line = list[str](), ""
    for word in text.split():
        if len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]


def build_message(*, html: bool = False, sender: str = f"{OUTLET} <news@lantern.example>") -> EmailMessage:
    """Return an e-mail with the article as its text, or as its HTML alone."""
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, sender
    message["To"], message["Date"] = "ada@quill.example", "Tue, 07 May 2024 23:30:00 -0700"
    message.set_content("".join(f"<p>{text}</p>" for text in PARAGRAPHS) if html else TEXT,
                        subtype="html" if html else "plain")  # fmt: skip
    return message


def build_mailbox(*messages: EmailMessage) -> bytes:
    """Return messages in one mailbox."""
    start = b"From ada@quill.example Tue May  7 23:30:00 2024\n"
    return b"\n".join(start + message.as_bytes().replace(b"\nFrom ", b"\n>From ") for message in messages)


def build_saved_page() -> bytes:
    """Return a page as Chromium saves it in one file (MHTML)."""
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by Blink>", TITLE
    message["Snapshot-Content-Location"] = ADDRESS
    page = build_page().replace(f'<link rel="canonical" href="{ADDRESS}">', "")
    message.add_related(page, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return message.as_bytes()


def build_feed(*, content: str = "") -> str:
    """Return an RSS feed with the article as one entry and one that is a headline only."""
    story = content or "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<item><title>{TITLE}</title><link>{ADDRESS}</link><pubDate>Tue, 07 May 2024 09:30:00 GMT</pubDate>
<description>A teaser.</description><content:encoded><![CDATA[{story}]]></content:encoded></item>
<item><title>Nothing but a headline</title></item></channel></rss>"""


def build_atom() -> str:
    """Return an Atom feed whose entry is XHTML."""
    story = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><entry>
<title type="html">Novelist sues &lt;i&gt;The Harbor Gazette&lt;/i&gt;</title><link rel="self" href="https://other.example/"/>
<link href="{ADDRESS}"/><published>{DAY}T09:30:00Z</published><updated>2024-06-01T00:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{story}</div></content></entry></feed>"""


def build_table(separator: str = ",") -> str:
    """Return a table with the article as its one row."""
    cells = [f'"{value}"' for value in RECORD.values()]
    return f"{separator.join(RECORD)}\r\n{separator.join(cells)}\r\n"


def build_parquet() -> bytes:
    """Return a Parquet table with the article as its one row."""
    import pyarrow
    from pyarrow.parquet import write_table

    file = io.BytesIO()
    write_table(pyarrow.Table.from_pylist([{**RECORD, "id": 7}]), file)
    return file.getvalue()


def build_zip(members: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of the members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def build_tar(members: Mapping[str, str | bytes]) -> bytes:
    """Return a tar archive of the members."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return file.getvalue()


def build_warc(*records: tuple[str, bytes], packed: bool = False, status: str = "200 OK", kind: str = "text/html",
               **header: str) -> bytes:  # fmt: skip
    """Return a WARC file of what servers answered, (address, body) each, as a crawler writes it."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a crawler"}))
    told = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in header.items())]
    for address, body in records:
        asked = StatusAndHeaders("GET /courts/quill HTTP/1.1", [("User-Agent", "a crawler")], is_http_request=True)
        answered = StatusAndHeaders(status, told, protocol="HTTP/1.1")
        writer.write_request_response_pair(
            writer.create_warc_record(address, "request", http_headers=asked),
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=answered),
        )
    return file.getvalue()


def build_record(kind: str, address: str, media: str, body: bytes) -> bytes:
    """Return a WARC file of one record of another kind than what a server answered."""
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    record = writer.create_warc_record(address, kind, payload=io.BytesIO(body), warc_content_type=media)
    writer.write_record(record)
    return file.getvalue()


def build_examples() -> dict[str, bytes]:
    """Return for each suffix a file that holds the one article."""
    page, text = build_page().encode(), f"date {DAY}\n{ARTICLE}".encode()
    mail = build_message().as_bytes()
    lines = [TITLE, "", *(line for text in PARAGRAPHS for line in (*wrap(text), ""))]
    feed = build_feed().replace("<item><title>Nothing but a headline</title></item>", "").encode()
    record = json.dumps(RECORD).encode()
    table = build_table().encode()
    return {
        ".txt": text, ".md": text, ".markdown": text, ".html": page, ".htm": page, ".xhtml": page,
        ".json": record, ".jsonl": record, ".ndjson": record, ".csv": table, ".tsv": build_table("\t").encode(),
        ".parquet": build_parquet(), ".eml": mail, ".mbox": build_mailbox(build_message()),
        ".mht": build_saved_page(), ".mhtml": build_saved_page(), ".docx": build_docx(*PARAGRAPHS),
        ".pdf": build_pdf(lines), ".rss": feed, ".atom": build_atom().encode(), ".xml": feed,
        ".zip": build_zip({"a.txt": text}), ".tar": build_tar({"a.txt": text}),
        ".tgz": gzip.compress(build_tar({"a.txt": text})), ".gz": gzip.compress(text),
        ".warc": build_warc((ADDRESS, page)),
    }  # fmt: skip


def name_file(suffix: str) -> str:
    """Return a file's name with the suffix; a packed file has that of its content, too."""
    return f"a.txt{suffix}" if suffix == ".gz" else f"a{suffix}"
