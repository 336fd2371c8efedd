"""How much a project holds, in figures."""

from __future__ import annotations

import sqlite3

COUNTS = {
    "documents": "SELECT count(*) FROM document",
    "words": "SELECT coalesce(sum(words), 0) FROM document",
    "mentions": "SELECT count(*) FROM mention",
    "referents": "SELECT count(*) FROM referent",
    "tenures": "SELECT count(*) FROM tenure",
    "entities": "SELECT count(*) FROM entity",
    "spellings": "SELECT coalesce(sum(json_array_length(variants)), 0) FROM entity",
    "decisions": "SELECT count(*) FROM decision WHERE number NOT IN (SELECT decision FROM undoing)",
}


def read_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """The figures by what they count."""
    return {name: int(connection.execute(query).fetchone()[0]) for name, query in COUNTS.items()}
