"""Fit the encoder and its heads, all tasks at once, with checkpoints from which a broken run goes on."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import spacy
import torch
from torch import Tensor
from torch.nn import functional

from graph.encoder.labels import Labels
from graph.encoder.wordpiece import WordPieces
from graph.errors import LitigraphError
from graph.training.corpora import WEIGHED, Sources, build_epoch
from graph.training.encoder import Network, Shape
from graph.training.examples import HEADS, IGNORED, Example, ExampleBuilder

POOL = 40
IMPOSSIBLE = -1e4


class TrainingError(LitigraphError):
    """Report that a training run cannot go on."""


@dataclass(frozen=True)
class Plan:
    """Say how long and how fast the network learns.

    ``seed`` draws the first weights, the order and the cuts; ``article_copies`` is how often an epoch holds each news
    article, ``pieces`` the size of a batch, padding included; ``warmup`` the share of steps in which the rates rise.
    ``task_weights`` multiply the losses, ``name_weights`` that of the names in each corpus of WEIGHED.
    """

    seed: int
    epochs: int
    article_copies: int
    pieces: int
    encoder_rate: float
    head_rate: float
    warmup: float
    decay: float
    save_every: int
    shape: Shape
    task_weights: dict[str, float]
    name_weights: dict[str, float]
    most_steps: int | None = None


def read_plan(path: Path, *, most_steps: int | None = None) -> Plan:
    """Read a plan from a TOML file; TypeError names a key that is missing or unknown."""
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    plan = Plan(**values | {"shape": Shape(**values["shape"])}, most_steps=most_steps)
    if wrong := sorted(set(WEIGHED).symmetric_difference(plan.name_weights)):
        raise TypeError(f"{path}: name_weights: missing or unknown: {', '.join(wrong)}; legal are {', '.join(WEIGHED)}")
    return plan


@dataclass(frozen=True)
class Batch:
    """Hold padded arrays of B windows, P pieces and W words; ``same`` (B, W, W + 1) allows heads of one sentence."""

    ids: Tensor
    cases: Tensor
    firsts: Tensor
    same: Tensor
    gold: dict[str, Tensor]
    weight: Tensor

    def to(self, device: torch.device) -> Batch:
        """Return the batch on a device."""
        gold = {head: values.to(device) for head, values in self.gold.items()}
        moved = (tensor.to(device) for tensor in (self.ids, self.cases, self.firsts, self.same))
        ids, cases, firsts, same = moved
        return Batch(ids, cases, firsts, same, gold, self.weight.to(device))


def collate(examples: Sequence[Example]) -> Batch:
    """Pad examples to one batch."""
    pieces = max(len(example.ids) for example in examples)
    words = max(len(example.firsts) for example in examples)

    def pad(rows: Sequence[np.ndarray], length: int, filler: int) -> Tensor:
        padded = np.full((len(rows), length), filler, dtype=np.int64)
        for row, values in zip(padded, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(padded)

    sentence = pad([example.sentence for example in examples], words, -1)
    same = (sentence[:, :, None] == sentence[:, None, :]) & (sentence >= 0)[:, :, None]
    root = torch.ones(len(examples), words, 1, dtype=torch.bool)
    return Batch(
        ids=pad([example.ids for example in examples], pieces, 0),
        cases=pad([example.cases for example in examples], pieces, 0),
        firsts=pad([example.firsts for example in examples], words, 0),
        same=torch.cat([root, same], dim=2),
        gold={head: pad([example.gold[head] for example in examples], words, IGNORED) for head in HEADS},
        weight=torch.tensor([example.weight for example in examples]),
    )


def batch_examples(examples: list[Example], pieces: int, rng: Random) -> list[list[Example]]:
    """Group examples of similar length into batches of at most ``pieces`` word pieces, in random order."""
    rng.shuffle(examples)
    batches: list[list[Example]] = []
    pool = max(1, POOL * pieces // 100)
    for start in range(0, len(examples), pool):
        batch: list[Example] = []
        for example in sorted(examples[start : start + pool], key=lambda e: len(e.ids)):
            if batch and len(example.ids) * (len(batch) + 1) > pieces:
                batches.append(batch)
                batch = []
            batch.append(example)
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def compute_losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss of each task over the words that have a label for it."""
    scores = network(batch.ids, batch.cases, batch.firsts)
    losses: dict[str, Tensor] = {}
    for task in ("tag", "morph", "edit", "start", "lawsuit"):
        losses[task] = _average(functional.cross_entropy(
            scores[task].flatten(0, 1), batch.gold[task].flatten(), ignore_index=IGNORED, reduction="none"),
            batch.gold[task].flatten() != IGNORED)  # fmt: skip
    known = batch.gold["name"] != IGNORED
    name = functional.cross_entropy(
        scores["name"].flatten(0, 1), batch.gold["name"].flatten(), ignore_index=IGNORED, reduction="none")  # fmt: skip
    losses["name"] = _average(name * batch.weight[:, None].expand_as(known).flatten(), known.flatten())
    governed = batch.gold["head"] != IGNORED
    arcs = scores["arc"].masked_fill(~batch.same, IMPOSSIBLE)[governed]
    heads = batch.gold["head"][governed]
    losses["head"] = _average(functional.cross_entropy(arcs, heads, reduction="none"), torch.ones_like(heads).bool())
    rows = torch.nonzero(governed)[:, 0]
    deps = network.tasks.score_deps(scores["dependent"][governed], scores["governor"][rows, heads])
    losses["dep"] = _average(functional.cross_entropy(deps, batch.gold["dep"][governed], reduction="none"),
                             torch.ones_like(heads).bool())  # fmt: skip
    return losses


def _average(values: Tensor, known: Tensor) -> Tensor:
    return (values * known).sum() / known.sum().clamp(min=1)


def group_parameters(network: Network, plan: Plan) -> list[dict[str, object]]:
    """Give the encoder its learning rate and the new parts theirs; the table of pieces stays as published."""
    network.encoder.pieces.weight.requires_grad = False
    new: list[Tensor] = []
    old: list[Tensor] = []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            (old if name.startswith("encoder.") and "cases" not in name else new).append(parameter)
    return [{"params": old, "lr": plan.encoder_rate}, {"params": new, "lr": plan.head_rate}]


def schedule_rate(step: int, steps: int, warmup: float) -> float:
    """Return the factor of the learning rate: a linear rise, then half a cosine down to 0."""
    rise = max(1, int(steps * warmup))
    if step < rise:
        return (step + 1) / rise
    return 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))


def iterate_batches(sources: Sources, builder: ExampleBuilder, plan: Plan) -> Iterator[tuple[int, int, Batch]]:
    """Yield the batches of all epochs, each with its epoch and the epoch's number of batches."""
    nlp = spacy.blank("en")
    for epoch in range(plan.epochs):
        drawn = build_epoch(
            nlp, sources, epoch=epoch, epochs=plan.epochs, article_copies=plan.article_copies,
            weights=plan.name_weights, seed=plan.seed,
        )  # fmt: skip
        examples = [example for one in drawn for example in builder.build(one.doc, one.weight)]
        batches = batch_examples(examples, plan.pieces, Random(plan.seed + epoch))
        for batch in batches:
            yield epoch, len(batches), collate(batch)


def fit(
    sources: Sources, labels: Labels, pieces: WordPieces, base: Path, work: Path, plan: Plan, *,
    device: torch.device, say: Callable[[str], None],
) -> Network:  # fmt: skip
    """Train the network; a run that broke off goes on from its last checkpoint in the work folder.

    Raises TrainingError where that checkpoint is of another plan.
    """
    # Vanishing probabilities and moments become denormal numbers, with which a CPU is many times slower.
    torch.set_flush_denormal(True)
    try:
        return _fit(sources, labels, pieces, base, work, plan, device=device, say=say)
    finally:
        torch.set_flush_denormal(False)


def _fit(
    sources: Sources, labels: Labels, pieces: WordPieces, base: Path, work: Path, plan: Plan, *,
    device: torch.device, say: Callable[[str], None],
) -> Network:  # fmt: skip
    torch.manual_seed(plan.seed)
    network = Network(labels, plan.shape)
    network.encoder.load_base(base)
    network.to(device).train()
    optimizer = torch.optim.AdamW(group_parameters(network, plan), weight_decay=plan.decay, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    checkpoint = work / "checkpoint.pt"
    done = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device)
        if state["plan"] != repr(plan):
            raise TrainingError(f"{checkpoint} is of a run with another plan; remove it, or give another --work folder")
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"].cpu())
        done = state["step"]
        say(f"going on after step {done}")
    running: dict[str, float] = {}
    for step, (epoch, size, batch) in enumerate(iterate_batches(sources, ExampleBuilder(pieces, labels), plan)):
        steps = plan.most_steps or size * plan.epochs
        if step >= steps:
            break
        if step < done:
            continue
        for group, rate in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = rate * schedule_rate(step, steps, plan.warmup)
        losses = compute_losses(network, batch.to(device))
        total = torch.stack([plan.task_weights[task] * loss for task, loss in losses.items()]).sum()
        torch.autograd.backward(total)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        for task, loss in losses.items():
            running[task] = 0.98 * running.get(task, loss.item()) + 0.02 * loss.item()
        if (step + 1) % plan.save_every == 0:
            say(f"epoch {epoch + 1} step {step + 1}/{steps} " + " ".join(f"{t} {v:.3f}" for t, v in running.items()))
            save_checkpoint(checkpoint, network, optimizer, step + 1, plan)
    save_checkpoint(checkpoint, network, optimizer, step + 1, plan)
    return network.eval()


def save_checkpoint(path: Path, network: Network, optimizer: torch.optim.Optimizer, step: int, plan: Plan) -> None:
    """Write the state of a run; the file is replaced only when the new one is whole."""
    fresh = path.with_suffix(".new")
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "plan": repr(plan)}
    torch.save(state | {"random": torch.get_rng_state()}, fresh)
    fresh.replace(path)
