"""Tables of names as people have them: tab-separated with a header line, or one name a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import typer

#: So many rows are worked on together.
TOGETHER = 50_000
#: So many faulty rows are named one by one.
_NAMED = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its number in the file, its cells, and what is wrong with it ("" for nothing)."""

    line: int
    cells: list[str]
    fault: str = ""


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


def read_table(path: Path, *columns: str) -> tuple[list[str], Iterator[Row]]:
    """The header and the rows of a TSV file, which is never quoted; empty lines are passed over.

    A row with more or fewer cells than the header is brought to its length and says so. Raises ValueError where a
    column is missing or the file is no UTF-8.
    """
    lines = _lines(path)
    _, first = next(lines, (1, ""))
    header = first.split("\t")
    missing = [column for column in columns if column not in header]
    if missing:
        raise ValueError(f"{path}: no column {', '.join(missing)} in the header line")
    return header, (_row(number, line.split("\t"), len(header)) for number, line in lines if line.strip())


def read_names(path: Path) -> tuple[list[str], Iterator[Row]]:
    """The header and the rows of a table with the column `name`; for a mere list that column alone."""
    lines = _lines(path)
    _, first = next(lines, (1, ""))
    if "name" in first.split("\t"):
        return read_table(path, "name")
    return ["name"], (Row(number, [line]) for number, line in _lines(path) if line.strip())


def portions(rows: Iterator[Row]) -> Iterator[Sequence[Row]]:
    """The rows, so many at a time."""
    while some := list(islice(rows, TOGETHER)):
        yield some


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
