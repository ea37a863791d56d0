"""Train the scorer of pronouns: ``python -m graph.training.coreference.learn CORPORA``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import torch
import typer
from torch import Tensor, nn

from graph.nlp import load_pipeline
from graph.pronouns import Network
from graph.training.coreference.examples import (
    Example,
    collect_examples,
    read_ambiguous_docs,
    read_chained_docs,
    read_marked_docs,
)

# in the current folder: a trial run must never overwrite the weights that ship
DEFAULT_OUTPUT = Path("pronouns.json")
SEED = 20200
UNITS = 96
EPOCHS = 15
BATCH = 32
LEARNING_RATE, WEIGHT_DECAY = 3e-3, 0.1
DROPOUT_IN, DROPOUT = 0.1, 0.4
# GAP's texts are encyclopedic, and OntoGUM's for learning are no news, which it is scored by
OTHER_WEIGHT = 0.4
GENRES = ("bio", "court", "interview", "voyage")
NOTHING = -1e9


def fit_network(groups: Sequence[tuple[Sequence[Example], float]], *, epochs: int = EPOCHS) -> Network:
    """Fit a network to groups of examples, each with the weight of its loss: the log-likelihood of the right ones."""
    torch.manual_seed(SEED)
    packs = [(*pack(examples), weight) for examples, weight in groups if examples]
    hidden, output = nn.Linear(packs[0][0].shape[2], UNITS), nn.Linear(UNITS, 1, bias=False)
    net = nn.Sequential(nn.Dropout(DROPOUT_IN), hidden, nn.ReLU(), nn.Dropout(DROPOUT), output)
    optimizer = torch.optim.AdamW(net.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    for _ in range(epochs):
        orders = [torch.randperm(len(features)).tolist() for features, *_ in packs]
        batches = [(n, order[i : i + BATCH]) for n, order in enumerate(orders) for i in range(0, len(order), BATCH)]
        for at in torch.randperm(len(batches)).tolist():
            number, rows = batches[at]
            features, right, present, weight = packs[number]
            loss = weight * measure_loss(net(features[rows])[..., 0], right[rows], present[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        schedule.step()
    return Network(
        hidden.weight.detach().numpy().T.copy(), hidden.bias.detach().numpy(), output.weight.detach().numpy()[0]
    )


def measure_loss(scores: Tensor, right: Tensor, present: Tensor) -> Tensor:
    """Return the mean negative log-likelihood that one of the right candidates is chosen."""
    whole = torch.logsumexp(scores.masked_fill(~present, NOTHING), 1)
    return (whole - torch.logsumexp(scores.masked_fill(~right, NOTHING), 1)).mean()


def pack(examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Return features, right candidates and present candidates of examples, padded to the most candidates."""
    most = max(len(example.right) for example in examples)
    features = torch.zeros(len(examples), most, examples[0].features.shape[1])
    right, present = (torch.zeros(len(examples), most, dtype=torch.bool) for _ in range(2))
    for row, example in enumerate(examples):
        count = len(example.right)
        features[row, :count] = torch.from_numpy(example.features)
        right[row, :count] = torch.from_numpy(example.right)
        present[row, :count] = True
    return features, right, present


def learn_pronouns(corpora: Path, parts: Sequence[str], *, say: Callable[[str], None]) -> Network:
    """Learn from the marked litigation news, GAP and OntoGUM: from right choices, of the news then from its own too."""
    nlp = load_pipeline()
    news = [doc for part in parts for doc in read_marked_docs(nlp, corpora / "news" / "legal.annotated", part)]
    files = [corpora / "gap" / f"gap-{name}.tsv" for name in ("development", "validation")]
    gap = collect_examples(read_ambiguous_docs(nlp, files), None)
    gum = collect_examples(read_chained_docs(nlp, corpora / "gum", GENRES), None)
    guided = collect_examples(news, None)
    say(f"{len(guided)} pronouns of {len(news)} articles, {len(gap)} of GAP, {len(gum)} of OntoGUM")
    others = [(gap, OTHER_WEIGHT), (gum, OTHER_WEIGHT)]
    network = fit_network([(guided, 1.0), *others])
    return fit_network([(guided + collect_examples(news, network), 1.0), *others])


def learn(
    corpora: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Folder that holds the corpora.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Where the weights are written.")] = DEFAULT_OUTPUT,
    part: Annotated[list[str] | None, typer.Option("--part", help="Parts to learn from: train and dev.")] = None,
) -> None:
    """Train the scorer of pronouns with a fixed seed and write its weights to a file."""
    torch.set_num_threads(1)
    network = learn_pronouns(corpora, part or ["train", "dev"], say=typer.echo)
    output.write_text(network.to_json(), encoding="utf-8")
    typer.echo(f"wrote {output}")


if __name__ == "__main__":
    typer.run(learn)
