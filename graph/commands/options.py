"""Options and arguments that several commands have."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Another installed spaCy pipeline, such as en_core_web_sm, instead of the one that comes with litigraph.",
        show_default=False,
    ),
]

FieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD=NAME",
        help="What tables and records call an article's text, title, published, publisher or url, such as "
        "text=Artikel. As often as you like; the usual names are known.",
        show_default=False,
    ),
]

LimitOption = Annotated[
    list[str] | None,
    typer.Option(
        "--limit",
        metavar="NAME=N",
        help="How much may come out of one input, such as pdf-pages=2000 or file-size=1GB: article-size, file-size, "
        "file-values, text-length, page-length, page-tags, pdf-pages, pdf-content, archive-files, archive-depth, "
        "archive-ratio, archive-floor, fetch-seconds. As often as you like; a larger input is named and left out.",
        show_default=False,
    ),
]

WorkersOption = Annotated[
    int,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        max=10_000,
        help="How many processes extract, each with the language model in about half a gigabyte of memory; not more "
        "than the machine, or the cluster, has cores. The result is the same.",
    ),
]


class EngineName(StrEnum):
    """What extracts: processes of this machine, or Ray."""

    PROCESSES = "processes"
    RAY = "ray"


EngineOption = Annotated[
    EngineName,
    typer.Option(
        "--engine",
        metavar="NAME",
        help="What extracts: processes of this machine, or ray, on this machine or on the cluster of RAY_ADDRESS. The "
        "result is the same.",
    ),
]


class Form(StrEnum):
    """How a command answers: for people or for programs."""

    TEXT = "text"
    JSON = "json"


AnswerOption = Annotated[
    Form, typer.Option("-f", "--format", metavar="NAME", help="How to print it: text or json.", show_default=False)
]


def split_assignments(texts: Sequence[str] | None) -> dict[str, str]:
    """Return both sides of each "text=Artikel"; what is legal is told where it is used."""
    parts = [text.partition("=") for text in texts or ()]
    return {head.strip(): name.strip() for head, _, name in parts}
