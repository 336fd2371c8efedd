"""The identifiers that an authority file gives to cards.

Columns, version 1: id, label and name of the card; scheme (the catalogue: wikidata, viaf, gnd …); identifier; url (of
its page, empty where none is known); source (file and line of the list that gives it). Sorted by label, name, scheme.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.reconcile.catalogues import page
from kartoteka.types import Label

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = ("id", "label", "name", "scheme", "identifier", "url", "source")


def rows(store: Store) -> Iterator[Row]:
    """One row an identifier."""
    for e in sorted(store.entities(), key=lambda e: (list(Label).index(e.label), e.name, e.id)):
        for one in sorted(e.identifiers, key=lambda one: (one.scheme, one.value)):
            yield e.id, str(e.label), e.name, one.scheme, one.value, page(one.scheme, one.value), one.source


_TABLE = Table("identifiers", "identifiers of cards, from the project's authority files", COLUMNS, "store", rows)
IDENTIFIERS_CSV = csv_exporter(_TABLE)
IDENTIFIERS_JSONL = jsonl_exporter(_TABLE)
