"""What was judged of two referents by the machine, until it judges again, and what persons decided, for good."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

from kartoteka.store import rows
from kartoteka.types import Decision, Judgement, Label, Ruling, Side


def add_decision(connection: sqlite3.Connection, decision: Decision) -> int:
    """Record a decision and return its number; it is made now unless it says when, and undone if it says so."""
    sides = [[side.spelling, side.document, side.places] for side in decision.sides]
    cursor = connection.execute(
        "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(decision.ruling.value, decision.label.value, rows.to_json(sides), decision.beside),
            *(decision.by, decision.because, decision.made or _now()),
        ),
    )
    number = int(cursor.lastrowid or 0)
    if decision.undone:
        connection.execute("INSERT INTO undoing VALUES (?, ?)", (number, decision.undone))
    return number


def undo_decision(connection: sqlite3.Connection, number: int) -> None:
    """Record that a decision was taken back. Raises LookupError where there is none, or it was already."""
    if not connection.execute("SELECT 1 FROM decision WHERE number = ?", (number,)).fetchone():
        raise LookupError(f"no decision has the number {number}")
    if connection.execute("SELECT 1 FROM undoing WHERE decision = ?", (number,)).fetchone():
        raise LookupError(f"the decision {number} is already undone")
    connection.execute("INSERT INTO undoing VALUES (?, ?)", (number, _now()))


def read_decisions(connection: sqlite3.Connection) -> Iterator[Decision]:
    """Every decision ever made, the undone ones too, in their order."""
    query = """
        SELECT ruling, label, sides, "by", because, beside, decision.made, number, coalesce(undoing.made, '')
        FROM decision LEFT JOIN undoing ON undoing.decision = decision.number ORDER BY decision.number
    """
    for ruling, label, sides, *cells in connection.execute(query):
        yield Decision(Ruling(ruling), Label(label), tuple(map(_to_side, json.loads(sides))), *cells)


def write_judgements(
    connection: sqlite3.Connection, judgements: Iterable[Judgement], examined: Collection[str] | None = None
) -> None:
    """Put the machine's judgements in place of its former ones, or of those on the `examined` referents alone.

    Raises ValueError where one names a referent that the project does not hold.
    """
    keys = dict(connection.execute("SELECT id, key FROM referent"))
    if examined is None:
        connection.execute("DELETE FROM judgement")
    else:
        own = [(keys[identity], keys[identity]) for identity in examined]
        connection.executemany('DELETE FROM judgement WHERE "left" = ? OR "right" = ?', own)
    connection.executemany(
        "INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?)",
        ((_key(keys, j.left), _key(keys, j.right), *rows.judgement_cells(j)) for j in judgements),
    )


def read_judgements(connection: sqlite3.Connection) -> Iterator[Judgement]:
    """What the machine judged when it last reconciled."""
    query = """
        SELECT one.id, other.id, verdict, score, "by", reasons FROM judgement
        JOIN referent AS one ON one.key = "left" JOIN referent AS other ON other.key = "right"
        ORDER BY judgement.key
    """
    yield from map(rows.to_judgement, connection.execute(query))


def _to_side(cells: rows.Row) -> Side:
    spelling, document, places = cells
    return Side(spelling, document, tuple((where, words) for where, words in places))


def _key(keys: dict[str, int], identity: str) -> int:
    if identity not in keys:
        raise ValueError(f"a judgement names {identity!r}, which is no referent of the project")
    return keys[identity]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
