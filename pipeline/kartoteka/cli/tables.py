"""Tables of names as people have them: tab-separated or CSV with a header line, or one name a line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import typer

from kartoteka.cli.columns import NameColumns, find_name, is_heading

#: A cell of a CSV file may have so many letters: a faulty one costs its own row alone.
_LONGEST = 1 << 24
#: The number of a line and its cells.
Record = tuple[int, list[str]]
#: So many rows are worked on together.
TOGETHER = 50_000
#: So many faulty rows are named one by one.
_NAMED = 20
#: What parts the cells of CSV files, in the order in which they are preferred.
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its number in the file, its cells, and what is wrong with it ("" for nothing)."""

    line: int
    cells: list[str]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The header and the rows of a table, and where its names stand: one place, or two of a table of pairs."""

    header: list[str]
    names: tuple[NameColumns, ...]
    rows: Iterator[Row]


class Faults:
    """What was wrong with the rows of a file, told on standard error: the first ones one by one, then how many."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0

    def tell(self, line: int, cause: str) -> None:
        """Name one faulty row."""
        self.count += 1
        if self.count <= _NAMED:
            typer.echo(f"kartoteka: {self.path}: line {line}: {cause}", err=True)

    def end(self) -> None:
        """Leave with exit status 1 where there were faults."""
        if self.count > _NAMED:
            typer.echo(f"kartoteka: {self.path}: {self.count - _NAMED} more such lines", err=True)
        if self.count:
            raise typer.Exit(1)


def read_pairs(path: Path) -> Table:
    """A table of pairs: the columns `name1` and `name2`, or surname1, given name1 … in the words of `columns`.

    Leaves with exit status 2 where there are none. Raises ValueError where the file is no UTF-8.
    """
    _, header, rows = _read(path)
    found = [find_name(header, f"name{number}", number) for number in "12"]
    missing = [f"name{number}" for number, columns in zip("12", found, strict=True) if columns is None]
    if missing:
        _refuse(path, header, ", ".join(missing))
    return Table(header, tuple(filter(None, found)), _rows(rows, len(header)))


def read_names(path: Path) -> Table:
    """A table with a column of names or of their parts (`columns`); a mere list has the column `name` alone.

    Leaves with exit status 2 for a table whose header names no such column. Raises ValueError where the file is
    no UTF-8.
    """
    number, header, rows = _read(path)
    columns = find_name(header)
    if columns is not None:
        return Table(header, (columns,), _rows(rows, len(header)))
    if len(header) > 1:
        _refuse(path, header, "name")
    return Table(["name"], (NameColumns(0),), _rows(chain([(number, header)], rows), 1))


def portions(rows: Iterator[Row]) -> Iterator[Sequence[Row]]:
    """The rows, so many at a time."""
    while some := list(islice(rows, TOGETHER)):
        yield some


def _refuse(path: Path, header: Sequence[str], missing: str) -> None:
    columns = f": it has {', '.join(header)}" if any(header) else ""
    typer.echo(f"kartoteka: {path}: no column {missing} in the header line{columns}", err=True)
    raise typer.Exit(2)


def _delimiter(path: Path, first: str) -> str:
    """What parts the cells, "" for TSV, which is never quoted.

    A file is CSV by its suffix, or where its first line has no tab and names a column of names between commas.
    """
    best = max(_DELIMITERS, key=first.count)
    if path.suffix.casefold() == ".csv":
        return best
    named = any(is_heading(cell.strip('" ')) for cell in first.split(best))
    return best if best in first and "\t" not in first and named else ""


def _read(path: Path) -> tuple[int, list[str], Iterator[Record]]:
    """The number and the cells of the first line, and the lines below; a file is read once, as a pipe can be."""
    lines = _lines(path)
    first = next(lines, (1, ""))
    delimiter = _delimiter(path, first[1])
    whole = chain([first], lines)
    records = _records(path, whole, delimiter) if delimiter else ((n, line.split("\t")) for n, line in whole)
    number, header = next(records, (1, [""]))
    return number, header, records


def _records(path: Path, lines: Iterator[tuple[int, str]], delimiter: str) -> Iterator[Record]:
    """The records of a CSV file; tabs and line ends within a cell become blanks, for what is printed is TSV."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST))
    reader = csv.reader((f"{line}\n" for _, line in lines), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, [" ".join(cell.split()) for cell in cells]
    except csv.Error as error:
        raise ValueError(f"{path}: line {reader.line_num}: {error}") from None


def _rows(records: Iterable[Record], width: int) -> Iterator[Row]:
    """The rows, empty lines passed over; one with more or fewer cells than the header says so and is made to fit."""
    return (_row(number, cells, width) for number, cells in records if any(map(str.strip, cells)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            for number, line in enumerate(file, 1):
                yield number, line.rstrip("\n")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from None


def _row(line: int, cells: list[str], width: int) -> Row:
    if len(cells) == width:
        return Row(line, cells)
    fault = f"{len(cells)} cells, the header has {width}"
    return Row(line, [*cells, *[""] * (width - len(cells))][:width], fault)
