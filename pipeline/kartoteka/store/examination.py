"""What the next reconciling must look at again: whatever shares a key with what came, changed or went."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examination:
    """`keys` are the meeting keys of each referent (by id) at the last reconciling; one that has none is new.

    `touched` are the keys of referents that have gone or changed since.
    """

    keys: Mapping[str, frozenset[str]]
    touched: frozenset[str]


def touch(connection: sqlite3.Connection, document: int) -> None:
    """Note that a document (its row's key) was read anew: its referents count as new, their keys as touched."""
    own = "SELECT key FROM referent WHERE document = ?"
    connection.execute(
        f"INSERT OR IGNORE INTO touched SELECT key FROM meeting_key WHERE referent IN ({own})", (document,)
    )
    connection.execute(f"DELETE FROM meeting_key WHERE referent IN ({own})", (document,))


def read_examination(connection: sqlite3.Connection) -> Examination:
    """The state that the last reconciling left, and what has been touched since."""
    keys: dict[str, set[str]] = {}
    query = "SELECT referent.id, meeting_key.key FROM meeting_key JOIN referent ON referent.key = referent"
    for referent, key in connection.execute(query):
        keys.setdefault(referent, set()).add(key)
    touched = frozenset(key for (key,) in connection.execute("SELECT key FROM touched"))
    return Examination({referent: frozenset(found) for referent, found in keys.items()}, touched)


def write_examination(connection: sqlite3.Connection, keys: Mapping[str, Iterable[str]]) -> None:
    """Note that the cards are made, and the keys of the referents (by id) that were looked at."""
    numbers = dict(connection.execute("SELECT id, key FROM referent"))
    listed = [numbers[referent] for referent in keys]
    connection.executemany("DELETE FROM meeting_key WHERE referent = ?", ((number,) for number in listed))
    connection.executemany(
        "INSERT INTO meeting_key VALUES (?, ?)",
        ((numbers[referent], key) for referent, found in keys.items() for key in found),
    )
    connection.execute("DELETE FROM touched")
