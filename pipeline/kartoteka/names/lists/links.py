"""The links of a list of names: which of them compare as one person's, and how well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kartoteka.names.lists.batch import Names, judge
from kartoteka.names.lists.entries import Bools
from kartoteka.names.persons.combining import SAME
from kartoteka.names.sounds.likenesses import Numbers, Shares


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Pairs of rows judged the same, each once, the lower row first; ordered by it."""

    left: Numbers
    right: Numbers
    scores: Shares

    def __len__(self) -> int:
        return len(self.left)

    def without(self, rows: Bools) -> Links:
        """The links that touch none of the rows."""
        kept = ~(rows[self.left] | rows[self.right])
        return Links(self.left[kept], self.right[kept], self.scores[kept])


def find_links(names: Names, portions: Iterable[tuple[Numbers, Numbers]]) -> Links:
    """The links among pairs of rows, which come in portions and may come several times."""
    found = [_same(names, left, right) for left, right in portions]
    left, right, scores = (
        np.concatenate([np.empty(0, kind), *(part[k] for part in found)])
        for k, kind in enumerate((np.int64, np.int64, np.float64))
    )
    _, first = np.unique(left * len(names.texts) + right, return_index=True)
    return Links(left[first], right[first], scores[first])


def _same(names: Names, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers, Shares]:
    found = judge(names, left, right)
    same = found.verdicts == SAME
    return left[same], right[same], found.scores[same]
