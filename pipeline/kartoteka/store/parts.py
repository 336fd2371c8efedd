"""Texts of which a person divided a referent: what was read in them is kept aside, and comes back unchanged."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from kartoteka.store import readings, rows
from kartoteka.types import Reading


def read_parted(connection: sqlite3.Connection) -> frozenset[str]:
    """The ids of the documents whose referents stand divided."""
    query = "SELECT id FROM as_read JOIN document ON document.key = as_read.document"
    return frozenset(identity for (identity,) in connection.execute(query))


def read_as_put(connection: sqlite3.Connection, document_id: str) -> Reading | None:
    """All that was read in a document, as it was put, whatever was divided since; None for an unknown one."""
    current = readings.read_reading(connection, document_id)
    query = """
        SELECT referents, tenures, lives FROM as_read JOIN document ON document.key = as_read.document WHERE id = ?
    """
    kept = connection.execute(query, (document_id,)).fetchone()
    if current is None or kept is None:
        return current
    referents, tenures, lives = map(json.loads, kept)
    return replace(
        current,
        referents=tuple(rows.to_referent((one[0], document_id, *one[1]), tuple(one[2])) for one in referents),
        tenures=tuple(rows.to_tenure((document_id, *cells)) for cells in tenures),
        lives=tuple(rows.to_life((document_id, *cells)) for cells in lives),
    )


def write_parts(connection: sqlite3.Connection, reading: Reading) -> None:
    """Let a document speak of the referents of `reading`, divided or as they were read; what was read is kept aside."""
    whole = read_as_put(connection, reading.document.id)
    if whole is None:
        raise LookupError(f"the project holds no document {reading.document.id!r}")
    if readings.read_reading(connection, reading.document.id) == reading:
        return
    cells = (
        rows.to_json([(one.id, rows.referent_cells(one)[1:], one.mentions) for one in whole.referents]),
        rows.to_json([rows.tenure_cells(one) for one in whole.tenures]),
        rows.to_json([rows.life_cells(one) for one in whole.lives]),
    )
    key = readings.write_referents_anew(connection, reading)
    connection.execute("DELETE FROM as_read WHERE document = ?", (key,))
    if reading != whole:
        connection.execute("INSERT INTO as_read VALUES (?, ?, ?, ?)", (key, *cells))
