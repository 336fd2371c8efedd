"""Open the project's file and write to it whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kartoteka.store.migrations import migrate

#: Seconds to wait for another process that is writing to the same project.
PATIENCE = 30
OVERTAKEN = (
    "the project was changed by another process meanwhile, and this step was not written: run the command again"
)


def connect(path: Path | str) -> sqlite3.Connection:
    """The project's file, made where there is none, with its tables brought up to date.

    Raises ValueError for a file that is no project of ours and OSError where it cannot be opened or written.
    """
    try:
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    except sqlite3.Error as error:
        raise OSError(f"cannot open the project {path}: {error}") from error
    try:
        _prepare(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise OSError(f"cannot open the project {path}: {error}") from error
    except (sqlite3.DatabaseError, ValueError) as error:
        connection.close()
        raise ValueError(f"{path} cannot be used as a project: {error}") from error
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def transaction(connection: sqlite3.Connection, *, writing: bool = True) -> Iterator[None]:
    """Everything written inside stands together or not at all; within another transaction, with that one.

    What is read before anything is written is of one moment. Without `writing` others may write meanwhile; then
    nothing can be written inside any more. Raises ValueError where the tables refuse a value and OSError where the
    disk or another process does; the file is then as it was before.
    """
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
        yield
        connection.execute("COMMIT")
    except sqlite3.IntegrityError as error:
        raise ValueError(f"the project refuses a value: {error}") from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY_SNAPSHOT:
            raise OSError(OVERTAKEN) from error
        raise OSError(f"the project could not be written: {error}") from error
    finally:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
