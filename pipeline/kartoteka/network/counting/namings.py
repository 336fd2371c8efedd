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

    `at` is the first appearance of the node in the window, `bits` say how it is named, `document` is where, `after` is
    how many rows of the same window follow. `nodes` is how many nodes there are, `windows` how many windows, with
    those that name no node.
    """

    window: Array
    node: Array
    at: Array
    bits: Array
    document: Array
    after: Array
    nodes: int
    windows: int

    @property
    def named(self) -> Array:
        """In how many windows each node is named."""
        found: Array = np.bincount(self.node, minlength=self.nodes)
        return found


def in_windows(appearances: Appearances, window: Window, words: tuple[Array, Array] | None = None) -> Namings:
    """The namings in all windows of a kind; `words` are those of `word_places`, which windows of words need.

    A window is opened by each sentence, paragraph or document in which anything was read (be it a date), or by each
    mention of a node, and holds what follows in the same paragraph as far as it reaches.
    """
    every, read = np.arange(len(appearances.card)), appearances.read_block
    if window.kind is WindowKind.TOKENS and words is not None:
        opener, at = _following_words(appearances, words, window.reach)
        return gather(appearances, (opener, at, opener == at), len(every))
    if window.kind is WindowKind.SENTENCES:
        return gather(appearances, _following_sentences(appearances, window.reach), len(read))
    if window.kind is WindowKind.PARAGRAPH:
        return gather(appearances, (appearances.block, every, every >= 0), len(np.unique(read)))
    if window.kind is WindowKind.DOCUMENT:
        documents = np.unique(appearances.block_document[read])
        return gather(appearances, (appearances.document, every, every >= 0), len(documents))
    return gather(appearances, (sentence_numbers(appearances), every, every >= 0), len(read))


def in_documents(appearances: Appearances) -> Namings:
    """Each mention as a window that names its card and its document; documents are nodes behind the cards."""
    every = np.arange(len(appearances.card))
    nodes = np.concatenate([appearances.card, len(appearances.cards) + appearances.document])
    bits = np.tile(_bits(appearances, every, every >= 0), 2)
    rows = (np.tile(every, 2), nodes, np.tile(every, 2), bits, np.tile(appearances.document, 2))
    return arrange(rows, len(appearances.cards) + len(appearances.documents), len(every))


def gather(appearances: Appearances, rows: tuple[Array, Array, Array], windows: int) -> Namings:
    """Namings of columns of a window, an appearance in it, and whether that opens the window.

    A card named several times in a window is named once, by the first row.
    """
    window, at, opens = rows
    bits = _bits(appearances, at, opens)
    columns = (window, appearances.card[at], at, bits, appearances.document[at])
    return arrange(columns, len(appearances.cards), windows)


def arrange(rows: tuple[Array, Array, Array, Array, Array], nodes: int, windows: int) -> Namings:
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
    return Namings(window, node[chosen], at[chosen], merged, document[chosen], after, max(nodes, 1), windows)


def _bits(appearances: Appearances, at: Array, opens: Array) -> Array:
    stated = ~appearances.inferred[at]
    found: Array = (opens * OPENS + stated * STATED + (opens & stated) * OPENS_STATED).astype(np.uint8)
    return found


def _following_sentences(appearances: Appearances, reach: int) -> tuple[Array, Array, Array]:
    """Each sentence that was read with the appearances in it and in those that follow, the nearest first."""
    block, sentence = appearances.read_block, appearances.read_sentence
    step = int(max(sentence.max(initial=0), appearances.sentence.max(initial=0))) + 1
    known, place = block * step + sentence, appearances.block * step + appearances.sentence
    opened = np.flatnonzero(np.diff(block, prepend=-1))
    widest = int((np.maximum.reduceat(known, opened) - known[opened]).max()) if len(known) else 0
    windows, found, opens = [], [], []
    for distance in range(min(reach, widest) + 1):
        at = np.flatnonzero(appearances.sentence >= distance)
        opener = np.minimum(np.searchsorted(known, place[at] - distance), max(len(known) - 1, 0))
        named = known[opener] == place[at] - distance if len(known) else at < 0
        windows.append(opener[named])
        found.append(at[named])
        opens.append(np.full(int(named.sum()), distance == 0))
    return np.concatenate(windows), np.concatenate(found), np.concatenate(opens)


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
