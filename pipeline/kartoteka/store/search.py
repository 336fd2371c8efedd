"""Find passages by their words, whatever their accents and apostrophes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kartoteka.romanization.characters import straighten
from kartoteka.store.quotations import quote
from kartoteka.store.readings import read_documents
from kartoteka.types import Document, Passage

QUERY = """
    SELECT document.id, block.number, block_text.text, highlight(block_text, 0, char(2), char(3))
    FROM block_text JOIN block ON block.key = block_text.rowid JOIN document ON document.key = block.document
    WHERE block_text MATCH ? ORDER BY bm25(block_text), document.id, block.number
"""


def find(connection: sqlite3.Connection, query: str) -> Iterator[Passage]:
    """One passage a block that holds what is asked for, the best first."""
    asked = straighten(query).replace("\0", " ").strip()
    document: Document | None = None
    for identity, number, text, marked in _match(connection, asked) if asked else []:
        if document is None or document.id != identity:
            document = next(read_documents(connection, identity))
        # The first place where the marked text departs from the plain one is where the first hit begins.
        first = next((n for n, (one, other) in enumerate(zip(text, marked, strict=False)) if one != other), 0)
        yield quote(document, *document.blocks[number].source(first, first + 1))


def _match(connection: sqlite3.Connection, query: str) -> list[tuple[str, int, str, str]]:
    """The rows for a query in FTS5's language or, where it is none, for all of its words."""
    try:
        return connection.execute(QUERY, (query,)).fetchall()
    except sqlite3.OperationalError:
        words = " ".join('"' + word.replace('"', '""') + '"' for word in query.split())
        return connection.execute(QUERY, (words,)).fetchall()
