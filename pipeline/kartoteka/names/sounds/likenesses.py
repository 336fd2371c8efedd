"""How alike many pairs of words sound, at once: `distance.likeness` in arrays.

The edit distance is filled in cell by cell, as for one pair, but each cell is a column with a number for every pair
of words. Pairs of like lengths are computed together, so that little of the columns is padding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from kartoteka.names.sounds.distance import _LONGEST, _REACH, _plain, is_known, remember
from kartoteka.romanization.graphemes import graphemes
from kartoteka.romanization.phonemes import costs, omission, phonemes, substitution

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]

#: So many pairs at a time: their columns stay in the processor's cache.
_TOGETHER = 4096
#: The least number of sounds that tell two words apart (`distance.weight`).
_LEAST = 3.0


def likenesses(sounds: Sounds, left: Numbers, right: Numbers) -> Shares:
    """The likeness of the words at `left` to those at `right`, pair by pair: what `likeness` gives for each."""
    told = sounds.told
    weight = np.maximum(_LEAST, np.minimum(told[left], told[right]) - _shared(sounds.ends, left, right) / 2)
    found: Shares = np.maximum(0.0, 1.0 - distances(sounds, left, right) / (_REACH * weight))
    silent = (sounds.lengths[left] == 0) | (sounds.lengths[right] == 0)
    found[sounds.alike[left] == sounds.alike[right]] = 1.0
    found[silent] = 0.0
    return found


def look_ahead(pairs: Sequence[tuple[str, str]]) -> None:
    """Find the likeness of pairs of words together, so that `likeness` need not find it for each alone."""
    new = [pair for pair in pairs if not is_known(*pair)]
    numbers: dict[str, int] = {}
    at = [numbers.setdefault(word, len(numbers)) for pair in new for word in pair]
    if new:
        found = likenesses(read_sounds(tuple(numbers)), np.array(at[::2]), np.array(at[1::2]))
        remember(zip(new, found.tolist(), strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Sounds:
    """Words as rows: symbols by number, how many there are, and what `distance.weight` asks of them."""

    symbols: npt.NDArray[np.uint16]
    lengths: Numbers
    told: Numbers
    ends: Numbers
    alike: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """The costs of all symbols by number, the costs of a pair in one row after another."""

    numbers: dict[int, int]
    swap: Shares
    drop: Shares
    first: float
    endings: tuple[str, ...]
    longest: int


@cache
def _tables() -> _Tables:
    symbols = sorted(graphemes().alternatives)
    swap = [0.0 if x == y else substitution(x + y) for x in symbols for y in symbols]
    drop = [omission(symbol) for symbol in symbols]
    endings = costs().endings
    numbers = {ord(symbol): number for number, symbol in enumerate(symbols)}
    return _Tables(numbers, np.array(swap), np.array(drop), costs().first, endings, max(map(len, endings)))


@lru_cache(maxsize=200_000)
def _word(word: str) -> tuple[str, int, int]:
    """The symbols of a word by number (as characters), how many sounds tell it, the endings it has as bits."""
    symbols, table = phonemes(word)[:_LONGEST], _tables()
    plain = _plain(symbols)
    return symbols.translate(table.numbers), len(plain), _ends(plain[-table.longest :])


@lru_cache(maxsize=100_000)
def _ends(tail: str) -> int:
    return sum(1 << number for number, ending in enumerate(_tables().endings) if tail.endswith(ending))


def read_sounds(words: Sequence[str]) -> Sounds:
    """The sounds of every word."""
    rows = [_word(word) for word in words]
    lengths = np.array([len(symbols) for symbols, _, _ in rows], np.int64)
    width = int(lengths.max(initial=1))
    packed = "".join(symbols.ljust(width, "\0") for symbols, _, _ in rows).encode("utf-16-le")
    symbols = np.frombuffer(packed, np.uint16).reshape(len(rows), width)
    numbers: dict[str, int] = {}
    alike = np.array([numbers.setdefault(row[0], len(numbers)) for row in rows], np.int64)
    told, ends = (np.array([row[k] for row in rows], np.int64) for k in (1, 2))
    return Sounds(symbols, lengths, told, ends, alike)


def _shared(ends: Numbers, left: Numbers, right: Numbers) -> Numbers:
    """How long the first ending is, in the table's order, that both words have; 0 for none."""
    both = ends[left] & ends[right]
    lowest = both & -both
    length = np.zeros(len(both), np.int64)
    for number, ending in enumerate(_tables().endings):
        length[lowest == 1 << number] = len(ending)
    return length


def distances(sounds: Sounds, left: Numbers, right: Numbers) -> Shares:
    """The least sum of costs that turns each left word into its right one (`distance.distance`)."""
    found = np.empty(len(left))
    lengths = sounds.lengths
    order = np.lexsort((lengths[right], lengths[left]))
    for start in range(0, len(order), _TOGETHER):
        chosen = order[start : start + _TOGETHER]
        found[chosen] = _filled(sounds, left[chosen], right[chosen])
    return found


def _filled(sounds: Sounds, left: Numbers, right: Numbers) -> Shares:
    """The last cell of every pair's table. Rows go down the left words, columns along the right ones."""
    table = _tables()
    rows, columns = sounds.lengths[left], sounds.lengths[right]
    a = sounds.symbols[left, : rows.max(initial=0)].T.astype(np.intp, order="C")
    b = sounds.symbols[right, : columns.max(initial=0)].T.astype(np.intp, order="C")
    adds = [table.drop[y] for y in b]
    previous: list[Any] = [np.zeros(len(left))]
    for add in adds:
        previous.append(previous[-1] + add)
    found: Shares = _at(previous, columns) * (rows == 0)
    for number, x in enumerate(a):
        previous = _next_row(previous, x, b, adds, table.first if number == 0 else 1.0)
        ends = np.flatnonzero(rows == number + 1)
        if len(ends):
            found[ends] = _at([cell[ends] for cell in previous], columns[ends])
    return found


def _next_row(previous: list[Any], x: Any, b: Any, adds: list[Any], first: float) -> list[Any]:
    table = _tables()
    drop = table.drop[x]
    base = x * len(table.drop)
    current = [previous[0] + drop]
    for column, y in enumerate(b):
        swap = table.swap.take(base + y)
        if column == 0 and first != 1.0:
            swap *= first
        swap += previous[column]
        np.minimum(swap, previous[column + 1] + drop, out=swap)
        np.minimum(swap, current[column] + adds[column], out=swap)
        current.append(swap)
    return current


def _at(cells: list[Any], columns: Numbers) -> Shares:
    """Of each pair the cell in its last column."""
    found = np.empty(len(columns))
    for column in np.unique(columns):
        chosen = columns == column
        found[chosen] = cells[column][chosen]
    return found
