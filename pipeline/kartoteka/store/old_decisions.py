"""A step of the migrations: what was decided on referents is decided on spellings, and keeps its effect."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

Row = tuple[Any, ...]


def bind_decisions_to_spellings(connection: sqlite3.Connection) -> None:
    """Decisions name spellings and documents instead of referents, and may say that a string names nothing.

    A side whose referent the project does not hold keeps the referent's id in place of a spelling: it applies
    again when its document returns. "unsure" took back what was said of the pair before: that is undone.
    """
    former = connection.execute("SELECT * FROM decision ORDER BY number").fetchall()
    undone = dict(connection.execute("SELECT decision, made FROM undoing").fetchall())
    connection.execute("DROP TABLE undoing")
    connection.execute("DROP TABLE decision")
    connection.execute(
        "CREATE TABLE decision (number INTEGER PRIMARY KEY AUTOINCREMENT, ruling TEXT NOT NULL, label TEXT NOT NULL, "
        'sides TEXT NOT NULL, beside TEXT NOT NULL, "by" TEXT NOT NULL, because TEXT NOT NULL, '
        "made TEXT NOT NULL) STRICT"
    )
    connection.execute(
        "CREATE TABLE undoing (decision INTEGER PRIMARY KEY REFERENCES decision, made TEXT NOT NULL) STRICT"
    )
    connection.execute(
        "CREATE TABLE ignored (mention INTEGER PRIMARY KEY REFERENCES mention ON DELETE CASCADE) STRICT"
    )
    undone.update(_taken_back(former))
    for number, left, right, verdict, _, by, reasons, made in former:
        if verdict == "unsure":
            continue
        (label, one), (other_label, other) = _side(connection, left), _side(connection, right)
        sides = json.dumps([one, other], ensure_ascii=False)
        because = "; ".join(detail for _, _, detail in json.loads(reasons))
        cells = (number, verdict, label or other_label or "PERSON", sides, "", by, because, made)
        connection.execute("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", cells)
        if number in undone:
            connection.execute("INSERT INTO undoing VALUES (?, ?)", (number, undone[number]))


def _taken_back(former: list[Row]) -> dict[int, str]:
    """The decisions that a later "unsure" on the same pair took back, with its moment."""
    found: dict[int, str] = {}
    for place, (_, left, right, verdict, _, _, _, made) in enumerate(former):
        if verdict == "unsure":
            found.update((row[0], made) for row in former[:place] if {row[1], row[2]} == {left, right})
    return found


def _side(connection: sqlite3.Connection, referent: str) -> tuple[str, Row]:
    """The label of a referent, and its spelling, document and places as a decision has them."""
    query = """
        SELECT referent.label, referent.name, document.id FROM referent
        JOIN document ON document.key = referent.document WHERE referent.id = ?
    """
    found = connection.execute(query, (referent,)).fetchone()
    if not found:
        return "", (referent, "", [])
    label, name, document = found
    words = """
        SELECT DISTINCT mention.text FROM referent JOIN referent_mention ON referent_mention.referent = referent.key
        JOIN mention ON mention.key = referent_mention.mention
        WHERE referent.id = ? AND mention.name = ? ORDER BY mention.text
    """
    places = [(document, text) for (text,) in connection.execute(words, (referent, name))]
    return label, (name, document, places)
