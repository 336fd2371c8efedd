"""Who is named in which window of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.calendar import sentence_numbers
from kartoteka.store.appearances import Appearances
from kartoteka.types.windows import Window, WindowKind

Array = NDArray[Any]

#: What a naming is, as bits: the node opens the window; it is named in it other than by a post that stands for it;
#: it opens the window so.
OPENS, STATED, OPENS_STATED = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Namings:
    """One row a window and node named in it, by window, then node.

    `at` is the first appearance of the node in the window, `bits` say how it is named, `document` is where. `nodes`
    is how many nodes there are, `after` how many rows of the same window follow each.
    """

    window: Array
    node: Array
    at: Array
    bits: Array
    document: Array
    after: Array
    nodes: int

    @property
    def windows(self) -> int:
        """How many windows name somebody."""
        return int(np.count_nonzero(np.diff(self.window, prepend=-1)))

    @property
    def named(self) -> Array:
        """In how many windows each node is named."""
        found: Array = np.bincount(self.node, minlength=self.nodes)
        return found

    @property
    def scope(self) -> Array:
        """Numbers that tell rows of different documents or nodes apart."""
        found: Array = self.document * self.nodes + self.node
        return found


def in_windows(appearances: Appearances, window: Window, words: tuple[Array, Array] | None = None) -> Namings:
    """The namings in all windows of a kind; `words` are those of `word_places`, which windows of words need.

    A window is opened by each sentence, mention, block or document that names a node, and holds what follows in the
    same block as far as it reaches.
    """
    every = np.arange(len(appearances.card))
    if window.kind is WindowKind.TOKENS and words is not None:
        opener, at = _following_words(appearances, words, window.reach)
        return gather(appearances, opener, at, opener == at)
    if window.kind is WindowKind.SENTENCES:
        return gather(appearances, *_following_sentences(appearances, window.reach))
    if window.kind is WindowKind.PARAGRAPH:
        return gather(appearances, appearances.block, every, every >= 0)
    if window.kind is WindowKind.DOCUMENT:
        return gather(appearances, appearances.document, every, every >= 0)
    return gather(appearances, sentence_numbers(appearances), every, every >= 0)


def in_documents(appearances: Appearances) -> Namings:
    """Each mention as a window that names its card and its document; documents are nodes behind the cards."""
    every = np.arange(len(appearances.card))
    nodes = np.concatenate([appearances.card, len(appearances.cards) + appearances.document])
    bits = np.tile(_bits(appearances, every, every >= 0), 2)
    rows = (np.tile(every, 2), nodes, np.tile(every, 2), bits, np.tile(appearances.document, 2))
    return arrange(rows, len(appearances.cards) + len(appearances.documents))


def gather(appearances: Appearances, window: Array, at: Array, opens: Array) -> Namings:
    """Namings of rows of a window, an appearance in it, and whether that opens the window.

    A card named several times in a window is named once, by the first row.
    """
    bits = _bits(appearances, at, opens)
    return arrange((window, appearances.card[at], at, bits, appearances.document[at]), len(appearances.cards))


def arrange(rows: tuple[Array, Array, Array, Array, Array], nodes: int) -> Namings:
    """Namings of columns of window, node, `at`, bits and document; the first row of a window and node is kept."""
    window, node, at, bits, document = rows
    key = window * nodes + node
    order = np.argsort(key, kind="stable")
    first = np.flatnonzero(np.diff(key[order], prepend=-1))
    chosen = order[first]
    merged = np.bitwise_or.reduceat(bits[order], first) if len(first) else bits
    window = window[chosen]
    ends = np.append(np.flatnonzero(np.diff(window)), len(window) - 1)
    after = np.repeat(ends, np.diff(ends, prepend=-1)) - np.arange(len(window))
    return Namings(window, node[chosen], at[chosen], merged, document[chosen], after, max(nodes, 1))


def _bits(appearances: Appearances, at: Array, opens: Array) -> Array:
    stated = ~appearances.inferred[at]
    found: Array = (opens * OPENS + stated * STATED + (opens & stated) * OPENS_STATED).astype(np.uint8)
    return found


def _following_sentences(appearances: Appearances, reach: int) -> tuple[Array, Array, Array]:
    """Each sentence with every appearance in it and in as many that follow, the nearest first."""
    numbers, step = sentence_numbers(appearances), int(appearances.sentence.max(initial=0)) + 1
    place = appearances.block * step + appearances.sentence
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    known = place[starts]
    opened = np.flatnonzero(np.diff(appearances.block, prepend=-1))
    widest = int((np.maximum.reduceat(place, opened) - place[opened]).max()) if len(place) else 0
    windows, found = [], []
    for distance in range(min(reach, widest) + 1):
        at = np.flatnonzero(appearances.sentence >= distance)
        opener = np.searchsorted(known, place[at] - distance)
        opener[opener == len(known)] = 0
        named = known[opener] == place[at] - distance if len(known) else at < 0
        windows.append(opener[named])
        found.append(at[named])
    window, at = np.concatenate(windows), np.concatenate(found)
    return window, at, numbers[at] == window


def _following_words(appearances: Appearances, words: tuple[Array, Array], reach: int) -> tuple[Array, Array]:
    """Each appearance with itself and those that begin no more than so many words behind its end."""
    begins, ends = words
    step = int(max(begins.max(initial=0), ends.max(initial=0))) + reach + 2
    order = np.lexsort((np.arange(len(begins)), begins, appearances.block))
    shift = appearances.block[order] * step
    begin = shift + begins[order]
    last = np.searchsorted(begin, shift + ends[order] + reach, side="right")
    own = np.arange(len(order))
    sizes = np.maximum(last, own + 1) - own
    follower = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(own, sizes)
    return np.repeat(order, sizes), order[follower]
