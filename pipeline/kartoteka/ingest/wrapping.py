"""Whether a line end is a paragraph's end, or only the edge of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kartoteka.ingest.lines import Line

#: A typed or printed line is seldom longer, counted in characters.
WIDEST = 160
NARROWEST = 25
#: Proportional type and ragged margins: a full line has at least this share of the widest one's characters.
FULL = 0.75
_HYPHENS = "-‐¬\u00ad–—"
_CLOSED = frozenset(".!?…:;")


def page_width(groups: Iterable[Sequence[Line]]) -> int:
    """How wide the lines of a hard-wrapped text are; 0 where every line is a paragraph of its own.

    `groups` are runs of lines without a blank one between. Only lines that others follow can show the width.
    """
    lengths = sorted(len(line.bare) for group in groups for line in group[:-1])
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    full = sum(length >= 0.7 * width for length in lengths) / len(lengths)
    enough = NARROWEST if len(lengths) > 4 else 50
    return width if enough <= width <= WIDEST and full >= 0.6 else 0


def paragraphs(lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """The lines of a run, put together where the text goes on over a line end."""
    open_lines: list[Line] = []
    for line in lines:
        if open_lines and not goes_on(open_lines[-1], line, width):
            yield open_lines
            open_lines = []
        open_lines.append(line)
    if open_lines:
        yield open_lines


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether the sentence of a line may go on in the next: it is full, or the next begins in small letters."""
    before, after = line.bare, following.bare
    if line.hard or not before or not after:
        return False
    if before[-1] in _HYPHENS or (after[0].islower() and before[-1] not in _CLOSED):
        return True
    if not width:
        return False
    return after[0].islower() or len(before) + 1 + len(after.split(None, 1)[0]) >= FULL * width
