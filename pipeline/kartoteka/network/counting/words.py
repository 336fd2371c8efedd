"""How many words stand before a place in its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.store.appearances import Appearances
from kartoteka.types import Block, Document

Array = NDArray[Any]

#: Letters and digits, with the apostrophes and hyphens between them.
WORD = re.compile(r"\w+(?:['’ʼʹ-]\w+)*")


def word_places(documents: Iterable[Document], appearances: Appearances) -> tuple[Array, Array]:
    """How many words of its block begin before each appearance, and how many before its end.

    Words are those a reader reads: one that a page break cuts in two is one. Documents come by id.
    """
    begins = np.zeros(len(appearances.card), dtype=np.int64)
    ends = begins.copy()
    named = np.flatnonzero(np.diff(appearances.block, prepend=-1))
    by_document: dict[str, list[tuple[int, int, int]]] = {}
    for low, high in pairwise([*named.tolist(), len(begins)]):
        block = int(appearances.block[low])
        identity = appearances.documents[int(appearances.block_document[block])]
        by_document.setdefault(identity, []).append((int(appearances.block_number[block]), low, high))
    for document in documents:
        for number, low, high in by_document.get(document.id, ()):
            place = document.blocks[number]
            words = np.array([word.start() for word in WORD.finditer(document.reading(place))], dtype=np.int64)
            begins[low:high] = np.searchsorted(words, _inside(place, appearances.start[low:high]))
            ends[low:high] = np.searchsorted(words, _inside(place, appearances.end[low:high] - 1), side="right")
    return begins, ends


def _inside(block: Block, offsets: Array) -> Array:
    """Offsets in a document's text as offsets in its block's own text."""
    pieces = np.array(block.pieces, dtype=np.int64)
    passed = np.cumsum(pieces[:, 1] - pieces[:, 0]) - (pieces[:, 1] - pieces[:, 0])
    order = np.argsort(pieces[:, 0], kind="stable")
    piece = order[np.maximum(np.searchsorted(pieces[order, 0], offsets, side="right") - 1, 0)]
    found: Array = passed[piece] + offsets - pieces[piece, 0]
    return found
