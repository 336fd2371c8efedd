"""The cards: entities, their referents, and the mentions that each stands on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from kartoteka.store import rows
from kartoteka.store.readings import MENTION
from kartoteka.types import BlockKind, Entity, Label, Mention

INSERT = """
    INSERT INTO entity (id, label, name, variants, mentions, documents, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?)
"""


def write_entities(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Put these cards in place of all former ones.

    Raises ValueError where a card names a referent that the project does not hold or that another card has.
    """
    connection.execute("DELETE FROM entity")
    keys = dict(connection.execute("SELECT id, key FROM referent"))
    taken: dict[str, str] = {}
    for entity in entities:
        _check(entity, keys, taken)
        cells = (entity.id, entity.label.value, entity.name, rows.to_json(entity.variants))
        figures = (entity.mentions, entity.documents, rows.identifiers_cell(entity))
        cursor = connection.execute(INSERT, (*cells, *figures))
        connection.executemany(
            "INSERT INTO entity_referent VALUES (?, ?, ?)",
            ((keys[referent], cursor.lastrowid, n) for n, referent in enumerate(entity.referents)),
        )


def _check(entity: Entity, keys: dict[str, int], taken: dict[str, str]) -> None:
    for referent in entity.referents:
        if referent not in keys:
            raise ValueError(f"the card {entity.id} names {referent!r}, which is no referent of the project")
        if (other := taken.setdefault(referent, entity.id)) != entity.id:
            raise ValueError(f"the referent {referent} stands on two cards, {other} and {entity.id}")


def read_entities(
    connection: sqlite3.Connection, label: Label | None = None, entity_id: str | None = None
) -> Iterator[Entity]:
    """The cards by label, name and id."""
    query = """
        SELECT entity.id, entity.label, entity.name, variants, entity.mentions, entity.documents, identifiers,
               referent.id
        FROM entity LEFT JOIN entity_referent ON entity = entity.key LEFT JOIN referent ON referent.key = referent
        WHERE (:label IS NULL OR entity.label = :label) AND (:id IS NULL OR entity.id = :id)
        ORDER BY entity.label, entity.name, entity.id, entity_referent.position
    """
    found = connection.execute(query, {"label": label and label.value, "id": entity_id})
    for cells, group in groupby(found, key=itemgetter(slice(0, 7))):
        yield rows.to_entity(cells, tuple(row[7] for row in group if row[7] is not None))


def read_entity_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The card of each referent that has one."""
    query = """
        SELECT referent.id, entity.id FROM entity_referent
        JOIN referent ON referent.key = referent JOIN entity ON entity.key = entity ORDER BY referent.id
    """
    return dict(connection.execute(query))


def drop_empty(connection: sqlite3.Connection) -> None:
    """Remove the cards whose referents are all gone."""
    connection.execute("DELETE FROM entity WHERE key NOT IN (SELECT entity FROM entity_referent)")


def read_attributed(connection: sqlite3.Connection) -> Iterator[tuple[Mention, BlockKind, str]]:
    """Every mention with the kind of its block and its card ("" without one), by document and start."""
    query = f"""
        SELECT kind, (
            SELECT min(entity.id) FROM referent_mention
            JOIN entity_referent ON entity_referent.referent = referent_mention.referent
            JOIN entity ON entity.key = entity_referent.entity
            WHERE referent_mention.mention = mention.key
        ), {MENTION}
        FROM mention JOIN document ON document.key = mention.document
        JOIN block ON block.document = mention.document AND block.number = mention.block
        ORDER BY document.id, mention.start, mention."end" DESC, mention.label
    """
    for kind, entity, *cells in connection.execute(query):
        yield rows.to_mention(cells), BlockKind(kind), entity or ""
