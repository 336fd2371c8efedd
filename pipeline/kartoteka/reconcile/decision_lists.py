"""Decisions as a list, to keep, to correct in a spreadsheet, and to take into another project.

Columns, version 1: version (of these columns); number (in its project); decision (same, different, ignore, unknown);
label (PERSON, OFFICE, ORG, PLACE); a, a_document (a spelling, and the document it is bound to, empty for any); b,
b_document (the other of the two, empty for ignore and unknown); with (only in documents that also name this); by;
because; made, undone (moments, ISO 8601, UTC; undone is empty while it holds); state (holds, holds in part, does not
apply, undone) and reason (why), which are written for the reader and not read back; a_places, b_places (documents and
the words there that it was made on, a JSON list of pairs). A row needs decision and a, and b for same and different:
what else is missing is filled in as if it were decided now.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any, TextIO, TypeVar

from kartoteka.reconcile.replay import Standing
from kartoteka.types import Decision, Label, Place, Ruling, Side

VERSION = 1
COLUMNS = (
    *("version", "number", "decision", "label", "a", "a_document", "b", "b_document", "with", "by", "because"),
    *("made", "undone", "state", "reason", "a_places", "b_places"),
)
_LISTS = ("a_places", "b_places")
_LONGEST_CELL = 2**31 - 1

Row = Mapping[str, Any]
Kind = TypeVar("Kind", Ruling, Label)


def state(standing: Standing) -> str:
    """How a decision stands, in a word or two."""
    if standing.decision.undone:
        return "undone"
    if not standing.applies:
        return "does not apply"
    return "holds in part" if standing.why else "holds"


def write_csv(standings: Iterable[Standing], stream: TextIO) -> None:
    """The list as CSV, with places as JSON in their cells."""
    writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for standing in standings:
        row = _row(standing)
        cells = [_json(row[column]) if column in _LISTS else row[column] for column in COLUMNS]
        writer.writerow(cells)


def write_jsonl(standings: Iterable[Standing], stream: TextIO) -> None:
    """The list as an object a line."""
    for standing in standings:
        stream.write(_json(_row(standing)) + "\n")


def read_rows(path: Path) -> Iterator[tuple[int, Row | str]]:
    """The rows of a list, numbered as a spreadsheet or an editor does, the head of a CSV being row 1.

    What is no row is the cause in words. Raises ValueError for a file that is no such list and OSError for one that
    cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8 text: save it as UTF-8") from error
    yield from _read_jsonl(text) if suffix(path) == ".jsonl" else _read_csv(path, text)


def suffix(path: Path) -> str:
    """ ".csv" or ".jsonl", the form of a list. Raises ValueError for a file that is neither."""
    if path.suffix.lower() not in (".csv", ".jsonl"):
        raise ValueError(f"decisions are kept as .csv or .jsonl, not as {path.name!r}")
    return path.suffix.lower()


def to_decision(row: Row) -> tuple[Decision, list[tuple[str, str]], Label | None, bool]:
    """A decision of a row; its strings with their documents; its label, None without one; whether it has places.

    Raises ValueError that says what is wrong with the row.
    """
    cells = {column: _cell(row, column) for column in COLUMNS if column not in _LISTS}
    if cells["version"] not in ("", str(VERSION)):
        raise ValueError(f"it is of version {cells['version']}, this program reads version {VERSION}")
    ruling = _choice(cells["decision"].lower(), Ruling, "decision")
    label = _choice(cells["label"].upper(), Label, "label") if cells["label"] else None
    letters = ("a", "b") if ruling in (Ruling.SAME, Ruling.DIFFERENT) else ("a",)
    for letter in letters:
        if not cells[letter]:
            raise ValueError(f"{ruling} needs a spelling in the column {letter}")
    if len(letters) == 2 and (cells["a"], cells["a_document"]) == (cells["b"], cells["b_document"]):
        raise ValueError("a and b are the same")
    places = [_places(row, f"{letter}_places") for letter in letters]
    sides = tuple(
        Side(cells[letter], cells[f"{letter}_document"], found or ())
        for letter, found in zip(letters, places, strict=True)
    )
    strings = [(side.spelling, side.document) for side in sides]
    by, because, beside, made = (cells[column] for column in ("by", "because", "with", "made"))
    decision = Decision(ruling, label or Label.PERSON, sides, by, because, beside, made, undone=cells["undone"])
    return decision, strings, label, all(found is not None for found in places)


def _row(standing: Standing) -> dict[str, Any]:
    one = standing.decision
    left, right = (*one.sides, Side(""))[:2]
    return {
        **{"version": VERSION, "number": one.number, "decision": str(one.ruling), "label": str(one.label)},
        **{"a": left.spelling, "a_document": left.document, "b": right.spelling, "b_document": right.document},
        **{"with": one.beside, "by": one.by, "because": one.because, "made": one.made, "undone": one.undone},
        **{"state": state(standing), "reason": standing.why, "a_places": left.places, "b_places": right.places},
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read_jsonl(text: str) -> Iterator[tuple[int, Row | str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            yield number, row if isinstance(row, dict) else "it is no JSON object"


def _read_csv(path: Path, text: str) -> Iterator[tuple[int, Row | str]]:
    first = text.partition("\n")[0]
    with _long_cells():
        try:
            # Spreadsheets of many countries write semicolons.
            delimiter = max(",;\t", key=first.count)
            rows = list(csv.reader(StringIO(text, newline=""), strict=True, delimiter=delimiter))
        except csv.Error as error:
            raise ValueError(f"{path} cannot be read as CSV: {error}") from error
    head = [name.strip().lower() for name in rows[0]] if rows else []
    if not {"decision", "a"} <= set(head):
        raise ValueError(f"{path} is no list of decisions: it needs the columns decision and a")
    for number, cells in enumerate(rows[1:], 2):
        if len(cells) > len(head):
            yield number, f"it has {len(cells)} cells, the head {len(head)}"
        elif any(cells):
            yield number, dict(zip(head, cells, strict=False))


@contextmanager
def _long_cells() -> Iterator[None]:
    """Let the csv module read the places of a spelling that stands in thousands of documents."""
    former = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(former)


def _cell(row: Row, column: str) -> str:
    value = row.get(column)
    if value is not None and not isinstance(value, str | int):
        raise ValueError(f"the column {column} holds {value!r}, which is no text")
    return "" if value is None else str(value)


def _choice(text: str, kinds: type[Kind], column: str) -> Kind:
    known = [one for one in kinds if one != Label.DATE]
    if text not in known:
        raise ValueError(f"{text!r} is no {column}; known are {', '.join(known)}")
    return kinds(text)


def _places(row: Row, column: str) -> tuple[Place, ...] | None:
    """The places of a cell, None where it does not say."""
    value = row.get(column)
    if value in (None, ""):
        return None
    try:
        found = json.loads(value) if isinstance(value, str) else value
        places = tuple((document, words) for document, words in found)
    except (TypeError, ValueError):
        places = ((None, None),)
    if not all(isinstance(cell, str) for place in places for cell in place):
        raise ValueError(f"the column {column} is no list of documents and words")
    return places
