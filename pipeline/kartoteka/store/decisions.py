"""What was judged of two referents: by the machine, until it judges again, and by a person, for good."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from kartoteka.store import rows
from kartoteka.types import Judgement


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement with its number in the order of deciding and the moment (ISO 8601, UTC).

    `undone` says that it was taken back; it stays on record.
    """

    number: int
    judgement: Judgement
    made: str
    undone: bool = False


def add_decision(connection: sqlite3.Connection, judgement: Judgement) -> int:
    """Record a person's judgement and return its number."""
    cursor = connection.execute(
        "INSERT INTO decision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        (judgement.left, judgement.right, *rows.judgement_cells(judgement), _now()),
    )
    return int(cursor.lastrowid or 0)


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
        SELECT decision.number, decision.made, undoing.decision IS NOT NULL,
               "left", "right", verdict, score, "by", reasons
        FROM decision LEFT JOIN undoing ON undoing.decision = decision.number ORDER BY decision.number
    """
    for number, made, undone, *cells in connection.execute(query):
        yield Decision(number, rows.to_judgement(cells), made, bool(undone))


def write_judgements(connection: sqlite3.Connection, judgements: Iterable[Judgement]) -> None:
    """Put the machine's judgements in place of its former ones.

    Raises ValueError where one names a referent that the project does not hold.
    """
    connection.execute("DELETE FROM judgement")
    keys = dict(connection.execute("SELECT id, key FROM referent"))
    connection.executemany(
        "INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?)",
        ((_key(keys, j.left), _key(keys, j.right), *rows.judgement_cells(j)) for j in judgements),
    )


def read_judgements(connection: sqlite3.Connection) -> Iterator[Judgement]:
    """All judgements that hold: the machine's, then those of persons that are not undone."""
    query = """
        SELECT one.id, other.id, verdict, score, "by", reasons FROM judgement
        JOIN referent AS one ON one.key = "left" JOIN referent AS other ON other.key = "right"
        ORDER BY judgement.key
    """
    yield from map(rows.to_judgement, connection.execute(query))
    for decision in read_decisions(connection):
        if not decision.undone:
            yield decision.judgement


def _key(keys: dict[str, int], identity: str) -> int:
    if identity not in keys:
        raise ValueError(f"a judgement names {identity!r}, which is no referent of the project")
    return keys[identity]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
