"""The parts of a text in the order of its lines: what later become blocks, once pages are put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kartoteka.ingest.pieces import cut_pieces, known_words
from kartoteka.types import Block, BlockKind

#: A block longer than this is cut between two words: language pipelines refuse endless texts.
LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one kind in one or more spans of the text; `kind` None is a rule or the end of a page.

    `key` as in `Block`, of a separator "rule" or "page". `alone` where blank lines stand before and after.
    """

    kind: BlockKind | None
    spans: tuple[tuple[int, int], ...]
    key: str = ""
    alone: bool = False


def make_blocks(text: str, veiled: str, parts: Iterable[Part]) -> tuple[Block, ...]:
    """The parts as blocks over the source; separators and what holds nothing to read fall away."""
    words = known_words(text)
    blocks: list[Block] = []
    for part in parts:
        if part.kind is None:
            continue
        pieces = cut_pieces(veiled, text, part.spans, words)
        blocks.extend(Block(part.kind, cut, part.key) for cut in _shortened(text, pieces))
    return tuple(blocks)


def _shortened(text: str, pieces: tuple[tuple[int, int], ...]) -> Iterator[tuple[tuple[int, int], ...]]:
    """The pieces as they are, or in portions of at most `LONGEST` characters, cut at a sentence end or a space."""
    portion: list[tuple[int, int]] = []
    length = 0
    for start, end in pieces:
        while length + end - start > LONGEST:
            cut = _border(text, start, start + LONGEST - length)
            yield (*portion, (start, cut))
            portion, length = [], 0
            start = cut
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            portion.append((start, end))
            length += end - start
    if portion:
        yield tuple(portion)


def _border(text: str, start: int, limit: int) -> int:
    """The last sentence end before the limit, else the last space, else the limit."""
    for sign, width in ((". ", 1), (".\n", 1), (" ", 0), ("\n", 0)):
        found = text.rfind(sign, max(start, limit - 5_000), limit)
        if found > start:
            return found + width
    return max(limit, start + 1)
