"""Days on which ties live, as disjoint stretches: those of several dates, and those that two ties have in common."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.calendar import Calendar

Array = NDArray[Any]

#: Farther apart than any two days lie: years have four digits.
_FAR = 2**24

#: So many pairs of spells are compared at once.
LIMIT = 4_000_000


def spells(calendar: Calendar, owner: Array, place: Array) -> tuple[Array, Array, Array]:
    """The days on which each owner lives: columns of owner, first and last day, disjoint and in order.

    `owner` and `place` are rows of who lives in the dates of which place. Days that touch are one spell.
    """
    sizes = calendar.begin[place + 1] - calendar.begin[place]
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    date = np.repeat(calendar.begin[place], sizes) + offset
    return unite(np.repeat(owner, sizes), calendar.earliest[date], calendar.latest[date])


def unite(owner: Array, first: Array, last: Array) -> tuple[Array, Array, Array]:
    """The same days of each owner as disjoint spells, by owner and time."""
    if not len(owner):
        return owner, first, last
    order = np.lexsort((first, owner))
    owner, first, last = owner[order], first[order], last[order]
    # Owners lie farther apart than any two days, so one running maximum serves all of them.
    shift = owner * _FAR
    reached = np.maximum.accumulate(shift + last)
    begins = np.flatnonzero(np.append(True, shift[1:] + first[1:] > reached[:-1] + 1))
    ends = np.append(begins[1:], len(owner)) - 1
    return owner[begins], first[begins], reached[ends] - shift[ends]


def common(
    lives: tuple[Array, Array, Array], left: Array, right: Array, limit: int = LIMIT
) -> tuple[Array, Array, Array]:
    """The days on which both owners of each row live: columns of row, first and last day, by row and time.

    `lives` are spells of owners, as `unite` gives them.
    """
    owner, first, last = lives
    begins, ends = (np.searchsorted(owner, (left, right), side=side) for side in ("left", "right"))
    other = ends[1] - begins[1]
    sizes = (ends[0] - begins[0]) * other
    reached = np.cumsum(sizes)
    cuts = np.searchsorted(reached, np.arange(limit, int(sizes.sum()) + limit, limit)) + 1
    parts = [np.zeros((3, 0), dtype=np.int64)]
    for low, high in pairwise([0, *np.unique(np.minimum(cuts, len(sizes))).tolist()]):
        row = np.repeat(np.arange(low, high), sizes[low:high])
        place = np.arange(len(row)) + (reached - sizes)[low] - (reached - sizes)[row]
        one, two = begins[0][row] + place // other[row], begins[1][row] + place % other[row]
        begin, end = np.maximum(first[one], first[two]), np.minimum(last[one], last[two])
        parts.append(np.stack([row, begin, end])[:, begin <= end])
    row, begin, end = np.concatenate(parts, axis=1)
    return row, begin, end


def iso_days(numbers: Array) -> list[str]:
    """Day numbers as ISO days, years before Christ with four digits too."""
    found = np.asarray(numbers, dtype=np.int64).astype("datetime64[D]").astype(str).tolist()
    return [f"-{day[1:]:0>10}" if day.startswith("-") else day for day in found]
