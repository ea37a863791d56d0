"""The encoder and its heads as a PyTorch module: six transformer layers shared by every task."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from graph.encoder.labels import Labels
from graph.encoder.wordpiece import CASES

WIDTH, INNER, ATTENTION_HEADS, PIECES, POSITIONS = 384, 1536, 12, 30522, 512
ARC_WIDTH, DEP_WIDTH = 256, 128


@dataclass(frozen=True)
class Shape:
    """Say what of the encoder is built: its layers, whether it sees letter case, and its dropout."""

    layers: int = 6
    cased: bool = True
    dropout: float = 0.1


class Layer(nn.Module):
    """One transformer layer as in BERT (Devlin et al. 2019): attention and a wide layer, each normalized after."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrow_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return new states (B, P, WIDTH); mask (B, 1, 1, P) is added to the attention scores."""
        batch, length, _ = states.shape
        split = self.qkv(states).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        wide = functional.gelu(self.widen(states))
        narrowed: Tensor = self.narrow_norm(states + self.dropout(self.narrow(wide)))
        return narrowed


class Encoder(nn.Module):
    """Embed word pieces and their letter case, and pass them through the layers."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.cased = shape.cased
        nn.init.zeros_(self.cases.weight)

    def forward(self, ids: Tensor, cases: Tensor) -> Tensor:
        """Return states (B, P, WIDTH) of piece ids and cases (B, P); id 0 is padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        # Without letter case every piece has the first one, so that the exported model keeps its inputs.
        shown = cases if self.cased else cases * 0
        embedded = self.pieces(ids) + self.positions(places)[None] + self.cases(shown)
        states: Tensor = self.dropout(self.norm(embedded))
        mask = ((ids == 0).to(states.dtype) * -10000.0)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def load_base(self, path: Path) -> None:
        """Take the weights of a published BERT from a safetensors file; layers that this encoder lacks are left out."""
        stored = load_file(path)
        taken = {
            "pieces.weight": stored["embeddings.word_embeddings.weight"],
            "positions.weight": stored["embeddings.position_embeddings.weight"]
            + stored["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": stored["embeddings.LayerNorm.weight"],
            "norm.bias": stored["embeddings.LayerNorm.bias"],
        }
        names = {
            "attended": "attention.output.dense",
            "attended_norm": "attention.output.LayerNorm",
            "widen": "intermediate.dense",
            "narrow": "output.dense",
            "narrow_norm": "output.LayerNorm",
        }
        for number in range(len(self.layers)):
            theirs = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [stored[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                taken[f"layers.{number}.qkv.{kind}"] = torch.cat(parts)
                for ours, name in names.items():
                    taken[f"layers.{number}.{ours}.{kind}"] = stored[f"{theirs}{name}.{kind}"]
        missing, unexpected = self.load_state_dict(taken, strict=False)
        if unexpected or set(missing) != {"cases.weight"}:
            raise ValueError(f"{path}: not the weights of the base encoder; missing {missing}, unexpected {unexpected}")


class Projection(nn.Module):
    """A wide view of the words for one side of a biaffine score."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, words: Tensor) -> Tensor:
        """Return (B, W, width)."""
        projected: Tensor = self.dropout(functional.gelu(self.linear(words)))
        return projected


class Tasks(nn.Module):
    """The heads: one linear layer for each labelling task, biaffine scores for arcs (Dozat and Manning 2017)."""

    def __init__(self, labels: Labels, dropout: float) -> None:
        super().__init__()
        sizes = {
            "tag": len(labels.tags), "morph": len(labels.morphs), "edit": len(labels.edits), "start": 2,
            "name": len(labels.names), "lawsuit": len(labels.lawsuits),
        }  # fmt: skip
        self.linear = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        self.dropout = nn.Dropout(dropout)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dependent, self.arc_head = Projection(ARC_WIDTH, dropout), Projection(ARC_WIDTH, dropout)
        self.dep_dependent, self.dep_head = Projection(DEP_WIDTH, dropout), Projection(DEP_WIDTH, dropout)
        self.arc = nn.Parameter(torch.randn(ARC_WIDTH, ARC_WIDTH) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.dep = nn.Parameter(torch.randn(DEP_WIDTH, len(labels.deps) * DEP_WIDTH) * 0.02)
        self.dep_dependent_bias = nn.Linear(DEP_WIDTH, len(labels.deps))
        self.dep_head_bias = nn.Linear(DEP_WIDTH, len(labels.deps))

    def forward(self, words: Tensor) -> dict[str, Tensor]:
        """Return the scores of each linear head (B, W, labels), and the arcs' (B, W, W + 1) with the root first."""
        words = self.dropout(words)
        scores = {name: linear(words) for name, linear in self.linear.items()}
        root = self.root.expand(words.shape[0], 1, WIDTH)
        governed = torch.cat([root, words], dim=1)
        heads = self.arc_head(governed)
        scores["arc"] = (self.arc_dependent(words) @ self.arc + self.arc_bias) @ heads.transpose(1, 2)
        scores["dependent"], scores["governor"] = self.dep_dependent(words), self.dep_head(governed)
        return scores

    def score_deps(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Score the labels of N arcs (N, labels) from both ends' views (N, DEP_WIDTH)."""
        crossed = (dependent @ self.dep).view(dependent.shape[0], self.dep_head_bias.out_features, DEP_WIDTH)
        together = (crossed @ governor[:, :, None])[:, :, 0]
        biased: Tensor = together + self.dep_dependent_bias(dependent) + self.dep_head_bias(governor)
        return biased


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, labels: Labels, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.tasks = Tasks(labels, shape.dropout * 2)

    def forward(self, ids: Tensor, cases: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """Return the scores of every head for words whose first pieces stand at ``firsts`` (B, W)."""
        states = self.encoder(ids, cases)
        words = torch.gather(states, 1, firsts[:, :, None].expand(-1, -1, WIDTH))
        scores: dict[str, Tensor] = self.tasks(words)
        return scores
