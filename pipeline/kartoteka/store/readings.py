"""Write what was read in a document into the tables, and read it back unchanged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from kartoteka.romanization.characters import straighten
from kartoteka.store import rows
from kartoteka.store.examination import touch
from kartoteka.types import Block, Document, Label, Life, Mention, Reading, Referent, Tenure

MENTION = (
    'document.id, mention.start, mention."end", mention.text, mention.label, mention.name, mention.rule, '
    "mention.block, mention.sentence, mention.value"
)
TENURE = (
    'document.id, holder, office, office_id, org, place, start, "end", predecessor, successor, '
    "acting, modality, tenure.source, passage_start, passage_end, evidence, former, designate, honorary, inferred, "
    "attested, further, appointer"
)


def is_known(connection: sqlite3.Connection, document_id: str, fingerprint: str) -> bool:
    """Whether a document was read from what has this fingerprint."""
    query = "SELECT 1 FROM document WHERE id = ? AND fingerprint = ?"
    return connection.execute(query, (document_id, fingerprint)).fetchone() is not None


def write_fingerprint(connection: sqlite3.Connection, document_id: str, fingerprint: str) -> None:
    """Note that what has this fingerprint reads the same."""
    query = "UPDATE document SET fingerprint = ?1 WHERE id = ?2 AND fingerprint <> ?1"
    connection.execute(query, (fingerprint, document_id))


def read_documents(connection: sqlite3.Connection, document_id: str | None = None) -> Iterator[Document]:
    """One document or all of them by id."""
    where, parameters = ("", ()) if document_id is None else ("WHERE id = ?", (document_id,))
    query = f"SELECT key, id, title, lang, text, source, meta FROM document {where} ORDER BY id"
    for key, identity, title, lang, text, source, meta in connection.execute(query, parameters):
        yield Document(identity, title, lang, text, _blocks(connection, key), source, json.loads(meta))


def delete_document(connection: sqlite3.Connection, document_id: str) -> None:
    """Remove a document with all that was read in it. Raises LookupError for an unknown one."""
    if not connection.execute("DELETE FROM document WHERE id = ?", (document_id,)).rowcount:
        raise LookupError(f"the project holds no document {document_id!r}")


def read_romanizations(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The schemes of each document that has any, as its `meta` names them."""
    query = "SELECT id, json_extract(meta, '$.romanization') FROM document WHERE meta LIKE '%\"romanization\"%'"
    return {identity: tuple((found or "").split()) for identity, found in connection.execute(query)}


def _blocks(connection: sqlite3.Connection, key: int) -> tuple[Block, ...]:
    query = "SELECT kind, field, lang, pieces FROM block WHERE document = ? ORDER BY number"
    return tuple(rows.to_block(row) for row in connection.execute(query, (key,)))


def read_mentions(connection: sqlite3.Connection, document_id: str | None = None) -> Iterator[Mention]:
    """The mentions of one document or of all, each document's in the order in which they were put."""
    where, parameters = ("", ()) if document_id is None else ("WHERE document.id = ?", (document_id,))
    query = (
        f"SELECT {MENTION} FROM mention JOIN document ON document.key = mention.document {where} "
        "ORDER BY document.id, mention.key"
    )
    return map(rows.to_mention, connection.execute(query, parameters))


def read_referents(
    connection: sqlite3.Connection, label: Label | None = None, document_id: str | None = None
) -> Iterator[Referent]:
    """The referents of one label or document or of all, each document's in the order in which they were put."""
    query = """
        SELECT referent.id, document.id, referent.label, referent.name, referent.names, referent.lang,
               mention.start, mention."end", mention.label
        FROM referent JOIN document ON document.key = referent.document
        LEFT JOIN referent_mention ON referent_mention.referent = referent.key
        LEFT JOIN mention ON mention.key = referent_mention.mention
        WHERE (:label IS NULL OR referent.label = :label) AND (:document IS NULL OR document.id = :document)
        ORDER BY document.id, referent.position, referent_mention.position
    """
    found = connection.execute(query, {"label": label and label.value, "document": document_id})
    for cells, group in groupby(found, key=itemgetter(slice(0, 6))):
        mentions = tuple(f"{cells[1]}#{row[6]}-{row[7]}-{row[8]}" for row in group if row[6] is not None)
        yield rows.to_referent(cells, mentions)


def read_tenures(connection: sqlite3.Connection, document_id: str | None = None) -> Iterator[Tenure]:
    """The tenures of one document or of all, each document's in the order in which they were put."""
    where, parameters = ("", ()) if document_id is None else ("WHERE document.id = ?", (document_id,))
    query = (
        f"SELECT {TENURE} FROM tenure JOIN document ON document.key = tenure.document {where} "
        "ORDER BY document.id, tenure.key"
    )
    return map(rows.to_tenure, connection.execute(query, parameters))


def read_lives(connection: sqlite3.Connection, document_id: str | None = None) -> Iterator[Life]:
    """The births and deaths that one document states or all do, each document's in the order in which they were put."""
    where, parameters = ("", ()) if document_id is None else ("WHERE document.id = ?", (document_id,))
    query = (
        "SELECT document.id, person, birth, death, evidence FROM life JOIN document ON document.key = life.document "
        f"{where} ORDER BY document.id, life.key"
    )
    return map(rows.to_life, connection.execute(query, parameters))


def read_reading(connection: sqlite3.Connection, document_id: str) -> Reading | None:
    """All that is known of a document, as it was put; None where the project has no such document."""
    documents = list(read_documents(connection, document_id))
    if not documents:
        return None
    return Reading(
        documents[0],
        tuple(read_mentions(connection, document_id)),
        tuple(read_referents(connection, document_id=document_id)),
        tuple(read_tenures(connection, document_id)),
        tuple(read_lives(connection, document_id)),
    )


def write_reading(connection: sqlite3.Connection, reading: Reading, fingerprint: str) -> None:
    """Replace everything of the document; a referent whose id stays keeps its card until the next reconciling."""
    key = _write_document(connection, reading.document, fingerprint)
    _write_blocks(connection, key, reading.document)
    mention_keys = _write_mentions(connection, key, reading.mentions)
    _write_referents(connection, key, reading.referents, mention_keys)
    connection.execute("DELETE FROM as_read WHERE document = ?", (key,))
    _write_statements(connection, key, reading)


def write_referents_anew(connection: sqlite3.Connection, reading: Reading) -> int:
    """Replace the referents of a document that stays, and its tenures and lives; returns the key of its row."""
    ((key,),) = connection.execute("SELECT key FROM document WHERE id = ?", (reading.document.id,)).fetchall()
    found = connection.execute('SELECT key, start, "end", label FROM mention WHERE document = ?', (key,))
    mention_keys = {f"{reading.document.id}#{start}-{end}-{label}": one for one, start, end, label in found}
    own = "SELECT key FROM referent WHERE document = ?"
    connection.execute(f"DELETE FROM referent_mention WHERE referent IN ({own})", (key,))
    _write_referents(connection, key, reading.referents, mention_keys)
    _write_statements(connection, key, reading)
    return int(key)


def _write_statements(connection: sqlite3.Connection, key: int, reading: Reading) -> None:
    """Replace what a document states of its referents, and note that it was changed."""
    connection.execute("DELETE FROM tenure WHERE document = ?", (key,))
    connection.executemany(
        f"INSERT INTO tenure VALUES (NULL, ?, {', '.join('?' * 22)})",
        ((key, *rows.tenure_cells(tenure)) for tenure in reading.tenures),
    )
    connection.execute("DELETE FROM life WHERE document = ?", (key,))
    connection.executemany(
        "INSERT INTO life VALUES (NULL, ?, ?, ?, ?, ?)", ((key, *rows.life_cells(life)) for life in reading.lives)
    )
    touch(connection, key)


def _write_document(connection: sqlite3.Connection, document: Document, fingerprint: str) -> int:
    words = sum(len(document.reading(block).split()) for block in document.blocks)
    cells = (document.title, document.lang, document.text, document.source, rows.to_json(dict(document.meta)))
    (key,) = connection.execute(
        "INSERT INTO document VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "title = excluded.title, lang = excluded.lang, text = excluded.text, source = excluded.source, "
        "meta = excluded.meta, fingerprint = excluded.fingerprint, words = excluded.words RETURNING key",
        (document.id, *cells, fingerprint, words),
    ).fetchone()
    return int(key)


def _write_blocks(connection: sqlite3.Connection, key: int, document: Document) -> None:
    # The old blocks take their mentions and their lines of the index of words with them.
    connection.execute("DELETE FROM block WHERE document = ?", (key,))
    first = _next_key(connection, "block")
    connection.executemany(
        "INSERT INTO block VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((first + n, key, n, *rows.block_cells(block)) for n, block in enumerate(document.blocks)),
    )
    connection.executemany(
        "INSERT INTO block_text (rowid, text) VALUES (?, ?)",
        ((first + n, straighten(document.reading(block))) for n, block in enumerate(document.blocks)),
    )


def _write_mentions(connection: sqlite3.Connection, key: int, mentions: tuple[Mention, ...]) -> dict[str, int]:
    first = _next_key(connection, "mention")
    connection.executemany(
        f"INSERT INTO mention VALUES ({', '.join('?' * 11)})",
        ((first + n, key, *rows.mention_cells(mention)) for n, mention in enumerate(mentions)),
    )
    return {mention.id: first + n for n, mention in enumerate(mentions)}


def _write_referents(
    connection: sqlite3.Connection, key: int, referents: tuple[Referent, ...], mention_keys: dict[str, int]
) -> None:
    old = {identity for (identity,) in connection.execute("SELECT id FROM referent WHERE document = ?", (key,))}
    gone = old - {referent.id for referent in referents}
    _refuse_borrowed(connection, key, referents)
    connection.executemany("DELETE FROM referent WHERE id = ?", ((identity,) for identity in sorted(gone)))
    connection.executemany(
        "INSERT INTO referent VALUES (NULL, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "position = excluded.position, label = excluded.label, name = excluded.name, "
        "names = excluded.names, lang = excluded.lang",
        ((cells[0], key, n, *cells[1:]) for n, cells in enumerate(map(rows.referent_cells, referents))),
    )
    keys = dict(connection.execute("SELECT id, key FROM referent WHERE document = ?", (key,)))
    connection.executemany(
        "INSERT INTO referent_mention VALUES (?, ?, ?)",
        ((keys[r.id], n, mention_keys[mention]) for r in referents for n, mention in enumerate(r.mentions)),
    )


def _refuse_borrowed(connection: sqlite3.Connection, key: int, referents: tuple[Referent, ...]) -> None:
    query = """
        SELECT document.id FROM referent JOIN document ON document.key = document
        WHERE referent.id = ? AND document.key <> ?
    """
    for referent in referents:
        if owner := connection.execute(query, (referent.id, key)).fetchone():
            raise ValueError(f"{referent.document}: the referent id {referent.id} is already one of {owner[0]}")


def _next_key(connection: sqlite3.Connection, table: str) -> int:
    (key,) = connection.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()
    return int(key)
