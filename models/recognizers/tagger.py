"""The network in torch, for training: the same arithmetic as `kartoteka.recognition.network`, with gradients.

A word's vector is mixed from hashed features, its runs of letters and a pre-trained vector; four layers look at
neighbours; a linear-chain conditional random field scores whole runs of tags. A set's own habits are a vector added to
every word, so that sets that draw borders differently do not blur each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kartoteka.recognition.features import COLUMNS, ROWS, RUNS, features
from kartoteka.recognition.network import NEVER, REACH, TAGS

#: Width of each table of features.
WIDTHS = {"word": 64, "prefix": 24, "suffix": 32, "shape": 16, "letters": 48, "grammar": 24}


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a tagger: its inner width, those of the pre-trained vectors and contexts, the number of sets."""

    width: int
    static: int
    context: int
    sets: int
    dropout: float


class Tagger(nn.Module):
    """Tags for words; `forward` gives a score for each tag of each word (sentences, words, tags)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.emb = nn.ModuleDict({name: nn.Embedding(ROWS[name], width) for name, width in WIDTHS.items()})
        for table in self.emb.values():
            nn.init.normal_(table.weight, 0, 0.1)
        own = sum(WIDTHS[name] for name in COLUMNS) + WIDTHS["letters"] + shape.static
        self.mix = nn.Linear(own, shape.width)
        self.ctx = nn.Linear(shape.context, shape.width) if shape.context else None
        self.src = nn.Embedding(shape.sets, shape.width)
        nn.init.zeros_(self.src.weight)
        self.ln = nn.ModuleList(nn.LayerNorm(shape.width) for _ in range(len(REACH) + 1))
        self.conv = nn.ModuleList(nn.Linear(3 * shape.width, 2 * shape.width) for _ in REACH)
        self.out = nn.Linear(shape.width, len(TAGS))
        self.tr = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.st = nn.Parameter(torch.zeros(len(TAGS)))
        self.en = nn.Parameter(torch.zeros(len(TAGS)))
        self.never = tuple(torch.tensor(part) for part in impossible())

    def word_vectors(self, single: Tensor, runs: Tensor, static: Tensor | None) -> Tensor:
        """A row for each distinct word; in training now and then without the word itself or its vector."""
        if self.training:
            single = single.clone()
            single[:, 0][torch.rand(len(single)) < 0.15] = 0
        parts = [self.emb[name](single[:, i]) for i, name in enumerate(COLUMNS)]
        known = (runs > 0).float().unsqueeze(-1)
        parts.append((self.emb["letters"](runs) * known).sum(1) / known.sum(1).clamp(min=1))
        if static is not None:
            parts.append(static * (torch.rand(len(static), 1) > 0.05) if self.training else static)
        return self.mix(functional.dropout(torch.cat(parts, -1), self.shape.dropout * 0.7, self.training))

    def forward(self, words: Tensor, inside: Tensor, context: Tensor | None, sets: Tensor) -> Tensor:
        """`words` (sentences, words, width) from `word_vectors`; `inside` is 1 where a sentence still runs."""
        rows = words + self.src(sets).unsqueeze(1)
        if self.ctx is not None:
            rows = rows + self.ctx(functional.dropout(context, 0.2, self.training))
        mask = inside.unsqueeze(-1)
        rows = rows * mask
        for normal, layer, reach in zip(self.ln, self.conv, REACH, strict=False):
            here = normal(rows) * mask
            padded = functional.pad(here, (0, 0, reach, reach))
            near = layer(torch.cat([padded[:, : -2 * reach], here, padded[:, 2 * reach :]], -1))
            near = torch.maximum(near[..., : self.shape.width], near[..., self.shape.width :])
            rows = rows + functional.dropout(near, self.shape.dropout, self.training) * mask
        return self.out(self.ln[-1](rows))

    def transitions(self) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of one tag behind another, of the first tag and of the last, impossible ones ruled out."""
        return self.tr + self.never[0], self.st + self.never[1], self.en + self.never[2]

    def loss(self, scores: Tensor, inside: Tensor, allowed: Tensor) -> Tensor:
        """Negative log-likelihood a word of the runs of tags that are allowed, against all runs."""
        among = scores.masked_fill(~allowed, float(NEVER))
        return (self._total(scores, inside) - self._total(among, inside)).sum() / inside.sum()

    def _total(self, scores: Tensor, inside: Tensor) -> Tensor:
        between, first, last = self.transitions()
        total = scores[:, 0] + first
        for place in range(1, scores.shape[1]):
            longer = torch.logsumexp(total.unsqueeze(2) + between, 1) + scores[:, place]
            total = torch.where(inside[:, place : place + 1] > 0, longer, total)
        return torch.logsumexp(total + last, -1)


def impossible() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """NEVER for each pair of tags, first tag and last tag that no run can have; 0 elsewhere."""
    between = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for i, one in enumerate(TAGS):
        for j, other in enumerate(TAGS):
            fits = other[0] in "IE" and one[2:] == other[2:] if one[0] in "BI" else other[0] not in "IE"
            between[i, j] = 0 if fits else NEVER
    first = np.array([NEVER if tag[0] in "IE" else 0 for tag in TAGS], np.float32)
    last = np.array([NEVER if tag[0] in "BI" else 0 for tag in TAGS], np.float32)
    return between, first, last


def exported(tagger: Tagger, shares: dict[int, float]) -> dict[str, np.ndarray]:
    """Weights by the names that the pipeline knows; the sets' vectors are mixed by their `shares`."""
    made: dict[str, np.ndarray] = {}
    for name, value in tagger.state_dict().items():
        array = value.numpy()
        if name.startswith("emb."):
            made[name.removesuffix(".weight")] = array
        elif name == "src.weight":
            made["src"] = sum(share * array[number] for number, share in shares.items())
        elif name.endswith(".weight") and array.ndim == 2:
            made[name] = array.T
        elif name not in {"tr", "st", "en"}:
            made[name] = array
    for name, part in zip(("tr", "st", "en"), tagger.transitions(), strict=True):
        made[name] = np.maximum(part.detach().numpy(), NEVER)
    return {name: array.astype(np.float16) for name, array in made.items()}


@dataclass(slots=True)
class Vocabulary:
    """The distinct words of all sets with their features, each by its number."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, word: str, lang: str) -> int:
        """A word's number, a new one where it has none yet."""
        return self.numbers.setdefault((word, lang), len(self.numbers))

    def tables(self) -> tuple[Tensor, Tensor]:
        """Rows of features of all words: single ones, runs of letters."""
        single = np.zeros((len(self.numbers), len(COLUMNS)), np.int64)
        runs = np.zeros((len(self.numbers), RUNS), np.int64)
        for (word, lang), number in self.numbers.items():
            own, letters = features(word, lang)
            single[number] = own
            runs[number, : len(letters)] = letters
        return torch.tensor(single), torch.tensor(runs)


def allowed_tags(tags: Sequence[frozenset[int]]) -> Tensor:
    """Which tags each word may bear, as a table of truth values."""
    table = np.zeros((len(tags), len(TAGS)), bool)
    for number, fitting in enumerate(tags):
        table[number, list(fitting)] = True
    return torch.tensor(table)


def stacked(rows: Sequence[Any], length: int, fill: float) -> Tensor:
    """Tensors of different lengths as one, filled up."""
    first = rows[0]
    made = torch.full((len(rows), length, *first.shape[1:]), fill, dtype=first.dtype)
    for number, row in enumerate(rows):
        made[number, : len(row)] = row
    return made
