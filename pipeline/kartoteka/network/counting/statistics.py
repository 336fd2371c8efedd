"""How firmly two are tied, measured against chance, from four numbers: windows with both, with each, and all."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

#: Further digits are the noise of the arithmetic, which differs from one processor to another.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of pairs: normalized pointwise mutual information, log-likelihood, its p-value, and Jaccard."""

    npmi: Array
    log_likelihood: Array
    p_value: Array
    jaccard: Array


def measure_ties(both: Array, left: Array, right: Array, windows: int) -> Statistics:
    """The figures of pairs named together in `both`, apart or together in `left` and `right` windows of `windows`.

    - `npmi` from -1 to 1: 0 is chance, 1 where neither is ever named without the other (Bouma, "Normalized
      (pointwise) mutual information in collocation extraction", GSCL 2009).
    - `log_likelihood`, 0 or more: how much the four cells (both, one, the other, neither) speak against chance
      (Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993).
      Two who are named together less often than by chance have it with a minus.
    - `p_value`: how likely chance alone would bring them together so often (chi-square, one degree of freedom); 1 for
      those named together no more often than by chance, so that a small value always speaks for a tie.
    - `jaccard` from 0 to 1: windows with both by windows with either.
    """
    both, left, right = (np.asarray(column, dtype=np.float64) for column in (both, left, right))
    expected = left * right / max(windows, 1)
    information = np.log(both / expected)
    share = -np.log(both / max(windows, 1))
    npmi = np.where(share > 0, information / np.where(share > 0, share, 1), 1.0)
    cells = (both, left - both, right - both, windows - left - right + both)
    chances = (expected, left - expected, right - expected, windows - left - right + expected)
    total = 2 * sum(_surprise(cell, chance) for cell, chance in zip(cells, chances, strict=True))
    likelihood = np.round(np.maximum(total, 0) * np.sign(np.round(both - expected, _DIGITS)), _DIGITS) + 0.0
    return Statistics(
        np.round(np.clip(npmi, -1, 1), _DIGITS) + 0.0,
        likelihood,
        _p_values(likelihood),
        np.round(both / (left + right - both), _DIGITS),
    )


def _surprise(cell: Array, chance: Array) -> Array:
    """A cell's part in the log-likelihood; an empty cell has none."""
    filled = cell > 0
    part: Array = np.where(filled, cell * np.log(np.where(filled, cell, 1) / np.where(filled, chance, 1)), 0)
    return part


def _p_values(likelihood: Array) -> Array:
    values, places = np.unique(likelihood, return_inverse=True)
    found = [erfc(sqrt(value / 2)) if value > 0 else 1.0 for value in values.tolist()]
    result: Array = np.array(found, dtype=np.float64)[places]
    return result
