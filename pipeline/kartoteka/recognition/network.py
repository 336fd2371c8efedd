"""The network that tags words: vectors of words, four layers that look at their neighbours, tags that fit each other.

Plain matrix arithmetic on numpy. What a word is by itself is worked out once for each distinct word and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.recognition.features import COLUMNS, RUNS, features

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

LABELS = ("PERSON", "ORG", "PLACE")
#: No name; a name's first, inner and last word, a name of one word.
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BIES"))
#: How far the neighbours are that each layer looks at.
REACH = (1, 1, 2, 3)
#: Words between two stretches in a batch, so that none sees the other.
GAP = sum(REACH)
#: The score of a tag that cannot follow another.
NEVER = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, as the training recipe writes them: tables `emb.*`, layers `conv.*`, transitions `tr`."""

    weights: Weights

    def word_vectors(self, words: list[str], lang: str, static: Floats | None) -> Floats:
        """One row a word, from its own features; `static` holds a row of pre-trained vector for each, if any."""
        single = np.zeros((len(words), len(COLUMNS)), np.int64)
        runs = np.zeros((len(words), RUNS), np.int64)
        for number, word in enumerate(words):
            own, letters = features(word, lang)
            single[number] = own
            runs[number, : len(letters)] = letters
        parts = [self.weights[f"emb.{table}"][single[:, i]] for i, table in enumerate(COLUMNS)]
        known = (runs > 0).astype(np.float32)[:, :, None]
        letters_sum = (self.weights["emb.letters"][runs] * known).sum(1)
        parts.append(letters_sum / np.maximum(known.sum(1), 1))
        if static is not None:
            parts.append(static)
        return self._linear(np.concatenate(parts, axis=1), "mix")

    def scores(self, rows: Floats, inside: NDArray[np.bool_]) -> Floats:
        """A score for each tag of each word; `rows` are stretches with gaps between, where `inside` is False."""
        outside = ~inside
        for number, reach in enumerate(REACH):
            normal = self._normal(rows, f"ln.{number}")
            normal[outside] = 0
            near = self._linear(_neighbours(normal, reach), f"conv.{number}")
            width = near.shape[1] // 2
            rows = rows + np.maximum(near[:, :width], near[:, width:])
        return self._linear(self._normal(rows, f"ln.{len(REACH)}"), "out")

    def _linear(self, rows: Floats, name: str) -> Floats:
        made: Floats = rows @ self.weights[f"{name}.weight"]
        made += self.weights[f"{name}.bias"]
        return made

    def _normal(self, rows: Floats, name: str) -> Floats:
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / rows.shape[1] + 1e-5)[:, None]
        normal: Floats = centred / spread * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return normal

    def best_tags(self, scores: Floats, lengths: list[int]) -> list[NDArray[np.int64]]:
        """The likeliest run of tags that fit each other, for each stretch (Viterbi); `scores` without gaps."""
        order = np.argsort([-n for n in lengths], kind="stable")
        starts = np.cumsum([0, *lengths])[:-1]
        longest = int(max(lengths))
        many = len(lengths)
        ranked = np.array(lengths)[order]
        origin = starts[order]
        best = scores[origin] + self.weights["st"]
        back = np.zeros((longest, many, len(TAGS)), np.int8)
        for place in range(1, longest):
            alive = int(np.searchsorted(-ranked, -place, side="left"))
            paths = best[:alive, :, None] + self.weights["tr"]
            back[place, :alive] = chosen = paths.argmax(1)
            best[:alive] = np.take_along_axis(paths, chosen[:, None, :], 1)[:, 0] + scores[origin[:alive] + place]
        last = (best + self.weights["en"]).argmax(1)
        found: list[Any] = [None] * many
        for rank, number in enumerate(order):
            tags = np.empty(lengths[number], np.int64)
            tag = int(last[rank])
            for place in range(lengths[number] - 1, -1, -1):
                tags[place] = tag
                tag = int(back[place, rank, tag])
            found[number] = tags
        return found


def _neighbours(rows: Floats, reach: int) -> Floats:
    """Each row between the one `reach` before and the one `reach` behind it, side by side; zeros past the ends."""
    width = rows.shape[1]
    made = np.zeros((len(rows), 3 * width), np.float32)
    made[reach:, :width] = rows[:-reach]
    made[:, width : 2 * width] = rows
    made[:-reach, 2 * width :] = rows[reach:]
    return made
