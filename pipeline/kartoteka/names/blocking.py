"""Which names of a long list are worth comparing: those that share a coarse surname and can share a given name.

A name stands in blocks, one for each coarse reading of its surname with each class or first sound of its given name.
Two names are a pair where they share a block and at least one of them is *bound* to it: a full name is bound to the
blocks of its given name's classes and merely listed in those of its first sounds, where names with an initial are
bound. A block that would give too many pairs is divided by patronymics in the same way, then by a finer reading of
the surname. Single words prove nothing of a person (`compare_persons`) and are in no block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kartoteka.names.batch import ALONE, EMPTY, Names, Words
from kartoteka.names.likenesses import Numbers
from kartoteka.names.signs import (
    Signs,
    coarse_signs,
    fine_signs,
    given_signs,
    patronymic_signs,
    turned_initials,
    turned_signs,
)

#: Blocks that give more pairs than this are divided.
LARGEST = 2000
#: So many pairs at a time.
CHUNK = 1 << 20

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """Names in blocks, ordered by block, bound ones first: the block, the name's row, whether it is bound to it.

    `before` tells whether the name was bound to the blocks that this one was divided from.
    """

    block: Numbers
    row: Numbers
    bound: Bools
    before: Bools

    def take(self, chosen: Numbers | Bools) -> Entries:
        """Some of the entries."""
        return Entries(self.block[chosen], self.row[chosen], self.bound[chosen], self.before[chosen])


def candidates(names: Names) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of rows that are worth comparing, the lower row first, in portions; a pair can come in two of them."""
    entries = block(names)
    for words, signs in ((names.patronymics, patronymic_signs), (names.surnames, fine_signs)):
        large = pairs_by_entry(entries) > LARGEST
        yield from _paired(entries.take(~large), len(names.texts))
        entries = divide(entries.take(large), words, signs)
    yield from _paired(entries, len(names.texts))


def block(names: Names) -> Entries:
    """The blocks of every name; where its given name is in no table, also with surname and given name exchanged."""
    usable = np.flatnonzero((names.marks & (EMPTY | ALONE)) == 0)
    every = Entries(np.zeros(len(usable), np.int64), usable, *(np.ones(len(usable), np.bool_),) * 2)
    numbers: dict[str, int] = {}
    straight = _marked(_marked(every, names.surnames, coarse_signs, numbers), names.given, given_signs, numbers)
    turned = _marked(_marked(every, names.given, turned_signs, numbers), names.surnames, turned_initials, numbers)
    both = (np.concatenate(pair) for pair in zip(_columns(straight), _columns(turned), strict=True))
    return replace(_sorted(Entries(*both)), before=np.ones(len(straight.row) + len(turned.row), np.bool_))


def divide(entries: Entries, words: Words, signs: Callable[[str], Signs]) -> Entries:
    """Every block divided by the signs of words: pairs stay that share one, with one of the two bound to it."""
    return _sorted(_marked(entries, words, signs, {}))


def _columns(entries: Entries) -> tuple[Numbers, Numbers, Bools, Bools]:
    return entries.block, entries.row, entries.bound, entries.before


def _marked(entries: Entries, words: Words, signs: Callable[[str], Signs], numbers: dict[str, int]) -> Entries:
    """Each entry once for every sign of its word, in the block of its block and that sign."""
    used = np.unique(words.of[entries.row])
    found = [signs(words.words[word]) for word in used.tolist()]
    listed = [(*sign.bound, *sign.listed) for sign in found]
    counts, starts = np.zeros(len(words.words), np.int64), np.zeros(len(words.words), np.int64)
    counts[used] = [len(sign) for sign in listed]
    starts[used] = np.cumsum(counts[used]) - counts[used]
    values = np.array([numbers.setdefault(s, len(numbers)) for sign in listed for s in sign], np.int64)
    is_bound = np.array(
        [n < len(s.bound) for s, all_ in zip(found, listed, strict=True) for n in range(len(all_))]
    )
    of = words.of[entries.row]
    source, within = spread(counts[of])
    at = starts[of][source] + within
    block = entries.block[source] * (len(numbers) + 1) + values[at]
    return Entries(
        np.unique(block, return_inverse=True)[1],
        entries.row[source],
        is_bound[at].astype(np.bool_),
        (entries.bound & entries.before)[source],
    )


def spread(counts: Numbers) -> tuple[Numbers, Numbers]:
    """For counts 2, 0, 3: the places 0 0 2 2 2, and 0 1 0 1 2 within them."""
    source = np.repeat(np.arange(len(counts)), counts)
    return source, np.arange(len(source)) - np.repeat(np.cumsum(counts) - counts, counts)


def _sorted(entries: Entries) -> Entries:
    return entries.take(np.lexsort((entries.row, ~entries.bound, entries.block)))


def _partners(entries: Entries) -> Numbers:
    """With how many entries after it in its block each one is paired: a bound one with all."""
    ends = np.searchsorted(entries.block, entries.block, side="right")
    return np.where(entries.bound, ends - np.arange(len(ends)) - 1, 0)


def pairs_by_entry(entries: Entries) -> Numbers:
    """How many pairs the block of each entry gives."""
    total = np.bincount(entries.block, _partners(entries), minlength=1)
    return total[entries.block].astype(np.int64)


def _paired(entries: Entries, count: int) -> Iterator[tuple[Numbers, Numbers]]:
    """The pairs of all blocks, in portions, without those that come twice in one."""
    partners = _partners(entries)
    portions = np.cumsum(partners) // CHUNK
    for portion in np.split(np.arange(len(partners)), np.flatnonzero(np.diff(portions)) + 1):
        source, within = spread(partners[portion])
        one = portion[source]
        other = one + 1 + within
        kept = entries.before[one] | entries.before[other]
        a, b = entries.row[one[kept]], entries.row[other[kept]]
        pairs = np.unique(np.minimum(a, b) * count + np.maximum(a, b))
        pairs = pairs[pairs // count != pairs % count]
        if len(pairs):
            yield pairs // count, pairs % count
