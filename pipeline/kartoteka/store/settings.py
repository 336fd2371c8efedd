"""What a person set for a project once: its settings, and the lists of known things that guide it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def read_settings(connection: sqlite3.Connection) -> dict[str, str]:
    """All settings by name."""
    return dict(connection.execute("SELECT name, value FROM setting ORDER BY name"))


def write_setting(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Set one setting; "" takes it back."""
    connection.execute("DELETE FROM setting WHERE name = ?", (name,))
    if value:
        connection.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (name, value))


def read_authority_files(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """The name and the text of each authority file, in the order in which they were given."""
    return tuple(connection.execute("SELECT name, content FROM authority_file ORDER BY position"))


def write_authority_files(connection: sqlite3.Connection, files: Iterable[tuple[str, str]]) -> None:
    """Put these files in place of all former ones."""
    connection.execute("DELETE FROM authority_file")
    rows = ((position, name, content) for position, (name, content) in enumerate(files))
    connection.executemany("INSERT INTO authority_file (position, name, content) VALUES (?, ?, ?)", rows)
