"""Lists with named columns, as CSV for a spreadsheet and as JSON lines for a program."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, TextIO

from kartoteka.export.exporter import Exporter, Source

Cell = str | int | tuple[str, ...]
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A list: the names of its columns and the rows that what it reads yields for them."""

    name: str
    help: str
    columns: tuple[str, ...]
    reads: Source
    rows: Callable[[Any], Iterable[Row]]


def cell(value: Any) -> Cell:
    """What a list shows of a value: nothing of None, true and false as spreadsheets know them, each of several."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return tuple(map(str, value))
    return value if isinstance(value, (str, int)) else str(value)


def csv_exporter(table: Table) -> Exporter:
    """The table as `name.csv`."""
    return Exporter(f"{table.name}.csv", ".csv", table.help, table.reads, partial(_write_csv, table))


def jsonl_exporter(table: Table) -> Exporter:
    """The table as `name.jsonl`, one object a line."""
    help_line = f"{table.help} (JSON lines)"
    return Exporter(
        f"{table.name}.jsonl", ".jsonl", help_line, table.reads, partial(_write_jsonl, table), standard=False
    )


def _write_csv(table: Table, source: Any, stream: TextIO) -> None:
    """Commas, quotes where needed, "\\n" at line ends; several values in a cell are joined by " | ".

    Cells hold what the text says, unchanged, even where it begins with a sign that a spreadsheet would calculate
    ("=", "+", "-", "@"): import the columns as text.
    """
    rows = csv.writer(stream, lineterminator="\n")
    quoted = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(table.columns)
    for row in table.rows(source):
        cells = [" | ".join(cell) if isinstance(cell, tuple) else cell for cell in row]
        # A carriage return inside a cell ends a row for most readers unless the cell is quoted.
        (quoted if any("\r" in cell for cell in cells if isinstance(cell, str)) else rows).writerow(cells)


def _write_jsonl(table: Table, source: Any, stream: TextIO) -> None:
    for row in table.rows(source):
        stream.write(json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False) + "\n")
