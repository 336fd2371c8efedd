"""Bring the file of an older version of the program up to this one's, step by step and forwards only.

To change the tables, write a function that alters them and append it to `MIGRATIONS`: the length of the tuple is
the schema's version (`PRAGMA user_version`). Functions that have once been released stay as they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from importlib import resources

from kartoteka.store.old_decisions import bind_decisions_to_spellings

#: "KART" in ASCII: marks the file as ours (`PRAGMA application_id`).
APPLICATION = 0x4B415254


def create_tables(connection: sqlite3.Connection) -> None:
    """Version 1: every table of `schema.sql`."""
    schema = resources.files("kartoteka.store").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in schema.split(";\n\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def add_standing(connection: sqlite3.Connection) -> None:
    """Version 2: a tenure's standing, whether its office is inferred, when it is attested, and where else."""
    for column in ("former", "designate", "honorary", "inferred"):
        connection.execute(f"ALTER TABLE tenure ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE tenure ADD COLUMN attested TEXT")
    connection.execute("ALTER TABLE tenure ADD COLUMN further TEXT NOT NULL DEFAULT '[]'")


def add_known_things(connection: sqlite3.Connection) -> None:
    """A project's settings, the authority files that guide its cards, and the identifiers of a card."""
    connection.execute("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT")
    connection.execute(
        "CREATE TABLE authority_file (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
        "content TEXT NOT NULL) STRICT"
    )
    connection.execute("ALTER TABLE entity ADD COLUMN identifiers TEXT NOT NULL DEFAULT '[]'")


def add_lives(connection: sqlite3.Connection) -> None:
    """Births and deaths that documents state."""
    connection.execute(
        "CREATE TABLE life (key INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, "
        "person TEXT NOT NULL, birth TEXT, death TEXT, evidence TEXT NOT NULL) STRICT"
    )
    connection.execute("CREATE INDEX life_by_document ON life (document)")


def add_meeting_keys(connection: sqlite3.Connection) -> None:
    """Under which keys referents met when cards were last made; `touched` ones lost or changed a referent since."""
    connection.execute(
        "CREATE TABLE meeting_key (referent INTEGER NOT NULL REFERENCES referent ON DELETE CASCADE, "
        "key TEXT NOT NULL, PRIMARY KEY (key, referent)) STRICT, WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX meeting_key_by_referent ON meeting_key (referent)")
    connection.execute("CREATE TABLE touched (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    # Before, not after: the keys go with the referent. Whoever shared its card must be looked at too.
    connection.execute(
        "CREATE TRIGGER touched_by_loss BEFORE DELETE ON referent BEGIN INSERT OR IGNORE INTO touched "
        "SELECT key FROM meeting_key WHERE referent = old.key OR referent IN (SELECT other.referent "
        "FROM entity_referent AS own JOIN entity_referent AS other ON other.entity = own.entity "
        "WHERE own.referent = old.key); END"
    )


def add_parts(connection: sqlite3.Connection) -> None:
    """What was read in documents of which a person divided a referent, to be put back when that is undone."""
    connection.execute(
        "CREATE TABLE as_read (document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, "
        "referents TEXT NOT NULL, tenures TEXT NOT NULL, lives TEXT NOT NULL) STRICT"
    )


def add_appointers(connection: sqlite3.Connection) -> None:
    """Who put a tenure's holder into the office; nobody of what was read before, nor of what is kept aside."""
    connection.execute("ALTER TABLE tenure ADD COLUMN appointer TEXT NOT NULL DEFAULT ''")
    for document, tenures in connection.execute("SELECT document, tenures FROM as_read").fetchall():
        cells = json.dumps([[*one, ""] for one in json.loads(tenures)], ensure_ascii=False, separators=(",", ":"))
        connection.execute("UPDATE as_read SET tenures = ? WHERE document = ?", (cells, document))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    create_tables,
    add_standing,
    add_known_things,
    add_lives,
    add_meeting_keys,
    bind_decisions_to_spellings,
    add_parts,
    add_appointers,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Take every step that the file lacks, each in a transaction of its own.

    Raises ValueError for another program's database and for one that a newer version of this program wrote.
    """
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise ValueError(
            f"a newer version of the program wrote it (schema {version}, this one knows {len(MIGRATIONS)})"
        )
    for number, step in enumerate(MIGRATIONS[version:], version + 1):
        _take(connection, step, number)


def _version(connection: sqlite3.Connection) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if tables and application != APPLICATION:
        raise ValueError("it is the database of another program")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version) if tables else 0


def _take(connection: sqlite3.Connection, step: Callable[[sqlite3.Connection], None], number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken the step while this one waited for the lock.
        if _version(connection) < number:
            step(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
