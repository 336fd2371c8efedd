"""Every two who are named in one window, some at a time so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.namings import Namings

Array = NDArray[Any]

#: So many pairs are held at once, or all pairs whose lower node is the same where these are more.
LIMIT = 4_000_000

#: The pairs whose lower node has a number from the first to below the second.
Scope = tuple[int, int]


def scopes(namings: Namings, limit: int = LIMIT) -> Iterator[Scope]:
    """Stretches of nodes, in order, with about `limit` pairs each and all pairs together; none parts a pair's."""
    passed = np.cumsum(np.bincount(namings.node, namings.after, namings.nodes))
    cuts = np.searchsorted(passed, np.arange(limit, float(passed[-1]), limit)) + 1
    yield from pairwise([0, *np.unique(cuts[cuts < namings.nodes]).tolist(), namings.nodes])


def pairs(namings: Namings, within: Scope) -> tuple[Array, Array]:
    """The rows of every two nodes in one window, the lower node first, in the order of the rows."""
    rows = np.flatnonzero((namings.node >= within[0]) & (namings.node < within[1]))
    sizes = namings.after[rows]
    first = np.repeat(rows, sizes)
    return first, first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
