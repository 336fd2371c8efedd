"""The cards: entities, their referents, and the mentions that each stands on."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from kartoteka.store import rows
from kartoteka.store.readings import MENTION
from kartoteka.types import BlockKind, Entity, Label, Mention, Tenure

INSERT = """
    INSERT INTO entity (id, label, name, variants, mentions, documents, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?)
"""

#: Whom and what a tenure speaks of beside its holder and office.
_OTHERS = ("org", "place", "predecessor", "successor", "appointer")


def write_entities(
    connection: sqlite3.Connection, entities: Iterable[Entity], examined: Collection[str] | None = None
) -> None:
    """Put these cards in place of all former ones, or of those that hold `examined` referents alone.

    Raises ValueError where a card names a referent that the project does not hold or that another card has.
    """
    keys = dict(connection.execute("SELECT id, key FROM referent"))
    if examined is None:
        connection.execute("DELETE FROM entity")
    else:
        former = "DELETE FROM entity WHERE key IN (SELECT entity FROM entity_referent WHERE referent = ?)"
        connection.executemany(former, [(keys[identity],) for identity in examined])
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
    """Every mention that is not ignored, with the kind of its block and its card ("" without one), by place."""
    query = f"""
        SELECT kind, (
            SELECT min(entity.id) FROM referent_mention
            JOIN entity_referent ON entity_referent.referent = referent_mention.referent
            JOIN entity ON entity.key = entity_referent.entity
            WHERE referent_mention.mention = mention.key
        ), {MENTION}
        FROM mention JOIN document ON document.key = mention.document
        JOIN block ON block.document = mention.document AND block.number = mention.block
        WHERE mention.key NOT IN (SELECT mention FROM ignored)
        ORDER BY document.id, mention.start, mention."end" DESC, mention.label
    """
    for kind, entity, *cells in connection.execute(query):
        yield rows.to_mention(cells), BlockKind(kind), entity or ""


def write_ignored(connection: sqlite3.Connection, mentions: Iterable[str]) -> None:
    """Put these mentions (ids) in place of all that were ignored before; ids of none that is there do nothing."""
    connection.execute("DELETE FROM ignored")
    wanted = set(mentions)
    documents = {mention.rpartition("#")[0] for mention in wanted}
    query = """
        SELECT mention.key, document.id, start, "end", label FROM mention JOIN document ON document.key = document
        WHERE document.id = ?
    """
    for document in sorted(documents):
        found = connection.execute(query, (document,)).fetchall()
        keys = [(key,) for key, name, start, end, label in found if f"{name}#{start}-{end}-{label}" in wanted]
        connection.executemany("INSERT INTO ignored VALUES (?)", keys)


def without_ignored(connection: sqlite3.Connection, tenures: Iterable[Tenure]) -> Iterator[Tenure]:
    """Tenures as they stand when what is ignored is no entity: without its terms and offices, its name elsewhere."""
    query = """
        SELECT referent.id FROM referent JOIN referent_mention ON referent_mention.referent = referent.key
        LEFT JOIN ignored ON ignored.mention = referent_mention.mention
        GROUP BY referent.key HAVING count(*) = count(ignored.mention)
    """
    none = not connection.execute("SELECT 1 FROM ignored").fetchone()
    gone = frozenset() if none else frozenset(identity for (identity,) in connection.execute(query))
    for tenure in tenures:
        if not gone & {tenure.holder, tenure.office_id}:
            lost: dict[str, Any] = {name: "" for name in _OTHERS if getattr(tenure, name) in gone}
            yield replace(tenure, **lost)
