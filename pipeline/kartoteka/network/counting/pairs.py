"""Every two who are named in one window, some at a time so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.namings import Namings

Array = NDArray[Any]

#: So many pairs are held at once, or all pairs of one node in one document where these are more.
LIMIT = 4_000_000

#: A stretch of `Namings.scope`: all pairs whose first node is so and so in this and that document.
Scope = tuple[int, int]


def scopes(namings: Namings, limit: int = LIMIT) -> Iterator[Scope]:
    """Stretches that hold about `limit` pairs each and together all pairs.

    No two of them share a pair of nodes in a document, so what is counted by document can be added up.
    """
    scope = namings.scope
    if int(namings.after.sum()) <= limit:
        yield 0, int(scope.max(initial=0)) + 1
        return
    order = np.argsort(scope, kind="stable")
    passed = np.cumsum(namings.after[order])
    cuts = np.searchsorted(passed, np.arange(limit, int(passed[-1]), limit))
    borders = [0, *np.unique(scope[order[cuts]]).tolist(), int(scope.max()) + 1]
    yield from ((low, high) for low, high in pairwise(borders) if low < high)


def pairs(namings: Namings, within: Scope) -> tuple[Array, Array]:
    """The rows of every two nodes in one window, the lower node first, in the order of the rows."""
    scope = namings.scope
    rows = np.flatnonzero((scope >= within[0]) & (scope < within[1]))
    sizes = namings.after[rows]
    first = np.repeat(rows, sizes)
    return first, first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
