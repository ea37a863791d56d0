"""Train the bundled model: ``python -m graph.training CORPORA``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from graph.training.corpora import write_corpora
from graph.training.fitting import fit_halves, join_halves, save_pipeline

DEFAULT_OUTPUT = Path(__file__).parent.parent / "models" / "en_litigraph"


def train_pipeline(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the pipeline is written.")] = DEFAULT_OUTPUT,
    quick: Annotated[bool, typer.Option("--quick", help="Train a few minutes only, for development.")] = False,
    work: Annotated[Path | None, typer.Option("--work", help="Folder for intermediate files.")] = None,
) -> None:
    """Train the pipeline with a fixed seed and write it to a folder."""
    with TemporaryDirectory() as temporary:
        folder = work or Path(temporary)
        for name, tokens in write_corpora(corpora, folder).items():
            typer.echo(f"{name}: {tokens:,} tokens")
        fit_halves(folder, quick=quick)
        output.parent.mkdir(parents=True, exist_ok=True)
        save_pipeline(join_halves(folder), output)
    typer.echo(f"wrote {output}")


if __name__ == "__main__":
    typer.run(train_pipeline)
