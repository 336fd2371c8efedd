"""The columns of a table of terms: which hold the beginning, the end or the whole term, and what a row has there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.annotate.infobox_values import Term, term_of, years_in
from kartoteka.resources import read_toml
from kartoteka.types import Label, Mention, TimeSpan

_WIDE = re.compile(r"[ \u00a0]{2,}|\t+")
_BORDERS = (
    ("||", re.compile(r"\|\||\n")),
    ("!!", re.compile(r"!!|\n")),
    ("|", re.compile(r"\|")),
    ("\t", re.compile(r"\t")),
)

Placed = tuple[int, int, Mention]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by their numbers: `start`, `end`, `terms`; -1 for none.

    `told` where a head says that rows are terms, `posts` where a column holds the rows' posts, `under` the heading row
    that another one under it parts, so that its columns are not those of the rows.
    """

    count: int = 0
    start: int = -1
    end: int = -1
    terms: int = -1
    others: frozenset[int] = frozenset()
    posts: bool = False
    told: bool = False
    under: str = ""

    def __bool__(self) -> bool:
        return self.told


@cache
def _table() -> dict[str, Any]:
    return read_toml("patterns/tenure_tables.toml")


def cells(text: str) -> list[tuple[int, int, str]]:
    """The cells of a row with their places: between strokes, tabs, line ends or wide gaps."""
    border = next((each for sign, each in _BORDERS if sign in text), None)
    border = border or (re.compile(r"\n") if "\n" in text else _WIDE)
    found, start = list[tuple[int, int, str]](), 0
    for match in border.finditer(text):
        found.append((start, match.start(), text[start : match.start()]))
        start = match.end()
    return [*found, (start, len(text), text[start:])]


def read_columns(head: str) -> Columns:
    """The columns that a heading row names; falsy for a row that tells of no terms."""
    names = [" ".join(cell.split()).casefold() for _, _, cell in cells(head)]
    kinds = [_kind(name) for name in names]
    place = {kind: kinds.index(kind) for kind in ("start", "end", "term") if kind in kinds}
    told = any(words in head.casefold() for words in _table()["heads"])
    return Columns(
        len(names),
        place.get("start", -1),
        place.get("end", -1),
        place.get("term", -1),
        frozenset(number for number, kind in enumerate(kinds) if kind == "other"),
        "post" in kinds,
        told or {"start", "end"} <= place.keys(),
    )


def _kind(name: str) -> str:
    columns = _table()["columns"]
    whole = next((kind for kind, words in columns["whole"].items() if name in words), "")
    return whole or next(
        (kind for kind in ("other", "start", "end", "term", "post") if name.startswith(tuple(columns[kind]))), ""
    )


def row_terms(text: str, after: int, columns: Columns, inside: Sequence[Placed]) -> Iterator[Term]:
    """The terms of a row whose person ends at `after`; none where neither beginning nor end is told."""
    row = cells(text)
    if len(row) == columns.count and max(columns.start, columns.end, columns.terms) >= 0:
        yield from _by_columns(row, columns, inside)
        return
    found = list(_behind(row, after, inside))
    if len(found) == 1 and isinstance(found[0], Term):
        yield found[0]
    elif len(found) >= 2:
        start, end = (date.start if date else None for date in found[:2])
        if start or end:
            yield Term(start, end)


def _by_columns(row: Sequence[tuple[int, int, str]], columns: Columns, inside: Sequence[Placed]) -> Iterator[Term]:
    if columns.start >= 0 or columns.end >= 0:
        start, end = (
            _first(row[number], inside) if number >= 0 else None for number in (columns.start, columns.end)
        )
        if start or end:
            yield Term(start, end)
        return
    yield from _terms(row[columns.terms], inside)


def _terms(cell: tuple[int, int, str], inside: Sequence[Placed]) -> list[Term]:
    """The terms in one cell."""
    begin, end, text = cell
    dates = [(s, e, m.value) for s, e, m in inside if m.label is Label.DATE and m.value and begin <= s < end]
    return years_in(text) or [term_of(value, text[e - begin :], closed=True) for _, e, value in dates]


def _first(cell: tuple[int, int, str], inside: Sequence[Placed]) -> TimeSpan | None:
    return next((term.start or term.end for term in _terms(cell, inside)), None)


def _behind(row: Sequence[tuple[int, int, str]], after: int, inside: Sequence[Placed]) -> Iterator[Term | None]:
    """The cells behind the person's that hold dates, None for an unknown one, up to the first with a range."""
    for cell in row:
        if cell[0] < after:
            continue
        ranged = any("/" in m.value.edtf for s, _, m in inside if m.value and cell[0] <= s < cell[1])
        told = _terms(cell, inside)
        if told and ranged:
            yield told[0]
            return
        if told:
            yield told[0]
        elif cell[2].strip().casefold() in _table()["empty"]:
            yield None
