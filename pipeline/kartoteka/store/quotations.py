"""Cut the sentence around two mentions out of a document, as a reader would quote it."""

from __future__ import annotations

from itertools import pairwise

from kartoteka.languages.sentences import borders
from kartoteka.types import Block, Document, Passage

#: How many characters to look to either side for the border of a sentence, and how many two mentions may lie
#: apart to be quoted together. A quotation stands in one cell of a table.
REACH = 600
FARTHEST = 1200
#: How many characters between two pieces of a block a quotation may run over: a note's number or a page's does,
#: the notes at the foot of a page do not.
GAP = 80


def closest(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> tuple[int, int]:
    """The shortest stretch that holds a span of each list, the first such; spans are `(start, end)`.

    Both lists must hold a span.
    """
    spans = sorted([(span, 0) for span in left] + [(span, 1) for span in right])
    best: tuple[int, int] | None = None
    for (one, owner), (other, other_owner) in pairwise(spans):
        stretch = (one[0], max(one[1], other[1]))
        if owner != other_owner and (best is None or stretch[1] - stretch[0] < best[1] - best[0]):
            best = stretch
    if best is None:
        raise ValueError("no stretch holds a span of an empty list")
    return best


def quote(document: Document, start: int, end: int) -> Passage:
    """The sentences that `start:end` of the document's text stands in, verbatim, as far as their block goes.

    A stretch longer than `FARTHEST` is represented by the sentence of its first mention.
    """
    if end - start > FARTHEST:
        end = start + 1
    block = _block_at(document, start)
    start, reach = (start, end) if block is None else _widen(document, block, start)
    if reach < end and (block := _block_at(document, end - 1)) is not None:
        reach = _widen(document, block, end - 1)[1]
    end = max(reach, end)
    return Passage(document.id, start, end, document.text[start:end])


def _block_at(document: Document, offset: int) -> Block | None:
    for block in document.blocks:
        for start, end in block.pieces:
            if start <= offset < end:
                return block
    return None


def _widen(document: Document, block: Block, offset: int) -> tuple[int, int]:
    """The sentence of the block in which `offset` of the document's text stands, in offsets of that text."""
    block = _unbroken(block, offset)
    reading = document.reading(block)
    inside = _offset_in(block, offset)
    low, high = max(0, inside - REACH), min(len(reading), inside + REACH)
    start, end = _cut_word(reading, low, -1), _cut_word(reading, high, 1)
    for border in (low + place for place in borders(reading[low:high], block.lang or document.lang)):
        if border <= inside:
            start = border
        else:
            end = border
            break
    stretch = reading[start:end]
    start, end = start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())
    return block.source(min(start, inside), max(end, inside + 1))


def _unbroken(block: Block, offset: int) -> Block:
    """The part of a block around `offset` that no more than `GAP` characters interrupt."""
    pieces = block.pieces
    first = last = next(n for n, (start, end) in enumerate(pieces) if start <= offset < end)
    while first > 0 and 0 <= pieces[first][0] - pieces[first - 1][1] <= GAP:
        first -= 1
    while last + 1 < len(pieces) and 0 <= pieces[last + 1][0] - pieces[last][1] <= GAP:
        last += 1
    return Block(block.kind, pieces[first : last + 1], lang=block.lang)


def _cut_word(reading: str, offset: int, step: int) -> int:
    """Move back towards the middle until `offset` no longer cuts a word, but no farther than a long word is."""
    for moved in range(50):
        place = offset - step * moved
        if place in (0, len(reading)) or reading[place - 1].isspace() or reading[place].isspace():
            return place
    return offset


def _offset_in(block: Block, offset: int) -> int:
    passed = 0
    for start, end in block.pieces:
        if start <= offset < end:
            return passed + offset - start
        passed += end - start
    raise ValueError(f"{offset} stands outside the block")
