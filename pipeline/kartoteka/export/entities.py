"""The entity list: every person, office, organization and place with all the spellings found.

Columns, version 1: id; label (PERSON, OFFICE, ORG, PLACE); name (the form shown everywhere); variants (spellings
found, the most frequent first, joined by " | "); mentions and documents (numbers). Sorted by label, the most
mentioned first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.types import Label

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = ("id", "label", "name", "variants", "mentions", "documents")


def rows(store: Store) -> Iterator[Row]:
    """One row an entity."""
    listed = (entity for entity in store.entities() if entity.label is not Label.DATE)
    for e in sorted(listed, key=lambda e: (list(Label).index(e.label), -e.mentions, e.name, e.id)):
        yield e.id, str(e.label), e.name, e.variants, e.mentions, e.documents


_TABLE = Table("entities", "every person, office, organization, place with its spellings", COLUMNS, "store", rows)
ENTITIES_CSV = csv_exporter(_TABLE)
ENTITIES_JSONL = jsonl_exporter(_TABLE)
