"""Cut the sentence around two mentions out of a document, as a reader would quote it."""

from __future__ import annotations

from bisect import bisect_right
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

Span = tuple[int, int]


def nearest(left: list[Span], right: list[Span]) -> tuple[Span, Span]:
    """The span of each list that the shortest stretch of text holds, the first such; spans are `(start, end)`.

    Both lists must hold a span.
    """
    spans = sorted([(span, 0) for span in left] + [(span, 1) for span in right])
    best: tuple[Span, Span] | None = None
    least = 0
    for (one, owner), (other, other_owner) in pairwise(spans):
        length = max(one[1], other[1]) - one[0]
        if owner != other_owner and (best is None or length < least):
            best, least = (other, one) if owner else (one, other), length
    if best is None:
        raise ValueError("no stretch holds a span of an empty list")
    return best


def quote(document: Document, start: int, end: int) -> Passage:
    """The sentences that `start:end` of the document's text stands in, verbatim, as far as their block goes.

    A stretch longer than `FARTHEST` is represented by the sentence of its first mention.
    """
    return Quotations(document).quote(start, end)


class Quotations:
    """Quotations from one document, whose sentences are looked for once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        pieces = ((span, b, p) for b, block in enumerate(document.blocks) for p, span in enumerate(block.pieces))
        self._pieces = sorted(pieces, key=lambda piece: piece[0])
        self._starts = [span[0] for span, _, _ in self._pieces]
        self._stretches: dict[tuple[int, int], _Stretch] = {}
        self._passages: dict[Span, Passage] = {}

    def quote(self, start: int, end: int) -> Passage:
        """The sentences that `start:end` of the text stands in, as `quote` gives them."""
        if end - start > FARTHEST:
            end = start + 1
        start, reach = self._sentence(start, end)
        if reach < end:
            reach = self._sentence(end - 1, end)[1]
        end = max(reach, end)
        if (start, end) not in self._passages:
            self._passages[start, end] = Passage(self._document.id, start, end, self._document.text[start:end])
        return self._passages[start, end]

    def quote_both(self, left: Span, right: Span) -> tuple[Passage, ...]:
        """One passage that holds both spans or, where they stand too far apart, one for each, the first one first."""
        end = max(left[1], right[1])
        if end - min(left, right)[0] <= FARTHEST:
            return (self.quote(min(left, right)[0], end),)
        return self.quote_each(left, right)

    def quote_each(self, left: Span, right: Span) -> tuple[Passage, Passage]:
        """A passage for each of two spans, the first one first."""
        first, second = sorted((left, right))
        return self.quote(*first), self.quote(*second)

    def _sentence(self, offset: int, end: int) -> Span:
        """The sentence in which `offset` stands, in offsets of the text; outside all blocks the stretch itself."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or not self._pieces[at][0][0] <= offset < self._pieces[at][0][1]:
            return offset, end
        _, block, piece = self._pieces[at]
        if (block, piece) not in self._stretches:
            first, last = _unbroken(self._document.blocks[block], piece)
            stretch = _Stretch(self._document, block, first, last)
            self._stretches |= {(block, n): stretch for n in range(first, last + 1)}
        return self._stretches[block, piece].sentence(offset)


class _Stretch:
    """The pieces of a block from `first` to `last`, which little interrupts, and where its sentences begin."""

    def __init__(self, document: Document, block: int, first: int, last: int) -> None:
        whole = document.blocks[block]
        self._block = Block(whole.kind, whole.pieces[first : last + 1], lang=whole.lang)
        self._reading = document.reading(self._block)
        self._borders = list(borders(self._reading, whole.lang or document.lang))
        self._found: dict[int, Span] = {}

    def sentence(self, offset: int) -> Span:
        """The sentence in which `offset` of the document's text stands, in offsets of that text."""
        inside = _offset_in(self._block, offset)
        at = bisect_right(self._borders, inside)
        if (span := self._found.get(at)) and span[0] <= offset < span[1]:
            return span
        (start, end), whole = self._cut(inside, at)
        found = self._block.source(min(start, inside), max(end, inside + 1))
        if whole:
            self._found[at] = found
        return found

    def _cut(self, inside: int, at: int) -> tuple[Span, bool]:
        """The sentence behind so many borders, at most `REACH` to either side, and whether it is the whole one."""
        reading = self._reading
        low, high = max(0, inside - REACH), min(len(reading), inside + REACH)
        begun = at > 0 and self._borders[at - 1] >= low
        ended = at < len(self._borders) and self._borders[at] <= high
        start = self._borders[at - 1] if begun else _cut_word(reading, low, -1)
        end = self._borders[at] if ended else _cut_word(reading, high, 1)
        stretch = reading[start:end]
        start, end = start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())
        return (start, end), (begun or low == 0) and (ended or high == len(reading))


def _unbroken(block: Block, piece: int) -> tuple[int, int]:
    """The first and last piece of a block around one that no more than `GAP` characters interrupt."""
    pieces = block.pieces
    first = last = piece
    while first > 0 and 0 <= pieces[first][0] - pieces[first - 1][1] <= GAP:
        first -= 1
    while last + 1 < len(pieces) and 0 <= pieces[last + 1][0] - pieces[last][1] <= GAP:
        last += 1
    return first, last


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
