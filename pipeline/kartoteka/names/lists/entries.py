"""Names in blocks, as columns: which blocks a name stands in, which entries of a block are paired."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from kartoteka.names.lists.signs import Signs
from kartoteka.names.sounds.likenesses import Numbers

Bools = npt.NDArray[np.bool_]

#: So many pairs at a time.
CHUNK = 1 << 20
#: More than all signs of a list.
_SIGNS = 1 << 31


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """Names in blocks: the block, the name's row, whether the name is bound to the block.

    `before` tells whether it was bound to the block that this one was divided from, `turned` whether its given name
    is taken for the surname.
    """

    block: Numbers
    row: Numbers
    bound: Bools
    before: Bools
    turned: Bools

    def __len__(self) -> int:
        return len(self.row)

    def take(self, chosen: Numbers | Bools) -> Entries:
        """Some of the entries."""
        return Entries(*(column[chosen] for column in self.columns()))

    def columns(self) -> tuple[Any, ...]:
        """The columns one by one."""
        return self.block, self.row, self.bound, self.before, self.turned


def all_in_one(rows: Numbers, turned: bool) -> Entries:
    """One block of all names, all bound to it."""
    yes = np.ones(len(rows), np.bool_)
    return Entries(np.zeros(len(rows), np.int64), rows, yes, yes, yes & turned)


def together(one: Entries, other: Entries) -> Entries:
    """The entries of both."""
    return Entries(*map(np.concatenate, zip(one.columns(), other.columns(), strict=True)))


def divide(
    entries: Entries,
    words: Sequence[str],
    of: Numbers,
    signs: Callable[[str], Signs],
    *,
    numbers: dict[str, int] | None = None,
) -> Entries:
    """Every block divided by the signs of words: pairs stay that share one, with one of the two bound to it.

    `of` is the number of each entry's word, `numbers` those of signs met before, where blocks made by several
    divisions are to be the same.
    """
    numbers = {} if numbers is None else numbers
    used, word = np.unique(of, return_inverse=True)
    found = [signs(words[number]) for number in used.tolist()]
    counts = np.array([len(sign.bound) + len(sign.listed) for sign in found], np.int64)
    pairs = [[(s, True) for s in sign.bound] + [(s, False) for s in sign.listed] for sign in found]
    every = [(numbers.setdefault(s, len(numbers)), bound) for some in pairs for s, bound in some]
    values, is_bound = (np.array([pair[k] for pair in every], np.int64) for k in (0, 1))
    source, within = spread(counts[word])
    at = (np.cumsum(counts) - counts)[word][source] + within
    before = (entries.bound & entries.before)[source]
    block = entries.block[source] * _SIGNS + values[at]
    return Entries(block, entries.row[source], is_bound[at] > 0, before, entries.turned[source])


def ordered(entries: Entries) -> Entries:
    """The entries by block, bound ones first; the blocks numbered from 0."""
    block = np.unique(entries.block, return_inverse=True)[1]
    order = np.lexsort((entries.row, ~entries.bound, block))
    return replace(entries, block=block).take(order)


def spread(counts: Numbers) -> tuple[Numbers, Numbers]:
    """For counts 2, 0, 3: the places 0 0 2 2 2, and 0 1 0 1 2 within them."""
    source = np.repeat(np.arange(len(counts)), counts)
    return source, np.arange(len(source)) - np.repeat(np.cumsum(counts) - counts, counts)


def pairs_by_entry(entries: Entries) -> Numbers:
    """How many pairs the block of each entry gives; the entries are ordered."""
    total = np.bincount(entries.block, _partners(entries), minlength=1)
    return total[entries.block].astype(np.int64)


def pairs(entries: Entries) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of rows in all blocks, the lower row first, in portions, each once in a portion.

    The entries are ordered: a bound one is paired with all that come after it in its block.
    """
    partners = _partners(entries)
    portions = np.cumsum(partners) // CHUNK
    count = int(entries.row.max(initial=0)) + 1
    for portion in np.split(np.arange(len(partners)), np.flatnonzero(np.diff(portions)) + 1):
        source, within = spread(partners[portion])
        one = portion[source]
        other = one + 1 + within
        kept = (entries.before[one] | entries.before[other]) & (entries.row[one] != entries.row[other])
        a, b = entries.row[one[kept]], entries.row[other[kept]]
        found = np.unique(np.minimum(a, b) * count + np.maximum(a, b))
        if len(found):
            yield found // count, found % count


def _partners(entries: Entries) -> Numbers:
    """With how many entries after it in its block each one is paired."""
    ends = np.searchsorted(entries.block, entries.block, side="right")
    return np.where(entries.bound, ends - np.arange(len(ends)) - 1, 0)
