"""Tables as text draws them: columns between upright strokes, or columns under dashes. Each row is one part.

In the reading of a row, cells stand apart by ` | `, a line end or two and more spaces, as in the source; the
part's key is the reading of the table's heading row, empty where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.ingest.lines import Line
from kartoteka.ingest.parts import Part
from kartoteka.types import BlockKind

_RULER = re.compile(r"\s*-{2,}(?:\s+-{2,})+\s*")
_FRAME = re.compile(r"[\s|+:=-]*(?:-|=)[\s|+:=-]*")
#: Three columns and more: under two, a heading row without outer strokes may be an infobox.
_PARTED = re.compile(r"\s*:?-{2,}+:?\s*(?:\|\s*:?-{2,}+:?\s*){2,}+")
_STROKE = re.compile(r"\s*\|")
#: One line of `Key| value` alone is prose with a stroke in it.
_FEWEST = 2


def read_grid(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """The rows of the table that begins at this line, and how many lines it takes; nothing and 0 for none."""
    if i + 1 < len(run) and _RULER.fullmatch(run[i + 1].text[:400]) and "  " in run[i].bare:
        return _columns(run, i)
    if _STROKE.match(run[i].text) or (_FRAME.fullmatch(run[i].text[:400]) and "+" in run[i].text):
        return _strokes(run, i)
    if i + 1 < len(run) and "|" in run[i].text and _PARTED.fullmatch(run[i + 1].text[:400]):
        return _open_rows(run, i)
    return [], 0


def _open_rows(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """A heading row, a ruler with strokes, and the rows under it, none with strokes outside."""
    count = next((n for n in range(i + 2, len(run)) if "|" not in run[n].text), len(run)) - i
    key = " | ".join(cell.strip() for cell in run[i].bare.split("|"))
    rows = [run[i], *run[i + 2 : i + count]]
    return [Part(BlockKind.TABLE, ((r.start, r.end),), key if n else "") for n, r in enumerate(rows)], count


def _columns(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """A heading row, a row of dashes, and the rows under it to the end of the run."""
    rows = [line for line in run[i + 2 :] if not _RULER.fullmatch(line.text[:400])]
    key = " | ".join(re.split(r"\s{2,}", run[i].bare))
    parts = [Part(BlockKind.TABLE, ((line.start, line.end),), key) for line in rows]
    return [Part(BlockKind.TABLE, ((run[i].start, run[i].end),)), *parts], len(run) - i


def _strokes(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """Rows whose cells are fenced by upright strokes; the row over a ruler is the heading row."""
    lines: list[Line] = []
    for n in range(i, len(run)):
        line = run[n]
        if not _STROKE.match(line.text) and not _FRAME.fullmatch(line.text[:400]):
            break
        lines.append(line)
    if len(lines) < _FEWEST:
        return [], 0
    rows = [(line, _inside(line)) for line in lines if not _FRAME.fullmatch(line.text[:400])]
    ruled = any(_FRAME.fullmatch(line.text[:400]) for line in lines[1:3])
    key = (
        ""
        if not rows or not ruled
        else " | ".join(cell.strip() for cell in rows[0][0].bare.strip("| ").split("|"))
    )
    parts = [Part(BlockKind.TABLE, (span,), key if n else "") for n, (_, span) in enumerate(rows)]
    return parts or [Part(None, ((run[i].start, run[i].end),), "mark")], len(lines)


def _inside(line: Line) -> tuple[int, int]:
    """The row between its first and its last stroke."""
    text = line.text
    start = len(text) - len(text.lstrip(" \t|"))
    return line.start + start, line.start + max(start, len(text.rstrip(" \t|")))
