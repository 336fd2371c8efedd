"""The list of mentions: where in which text each card, and each date, is named.

Columns, version 1: entity (id, empty for a date); document (id); start and end (code points of the document's
text, end not included); text (as it stands there); label; block (prose, heading, infobox, table, quote, note,
bibliography); edtf (a date's value). Nested mentions have rows of their own. In
reading order, document by document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = ("entity", "document", "start", "end", "text", "label", "block", "edtf")


def rows(store: Store) -> Iterator[Row]:
    """One row a mention, as the store hands them out."""
    for m, block, entity in store.attributed_mentions():
        yield entity, m.document, m.start, m.end, m.text, str(m.label), str(block), m.value.edtf if m.value else ""


_TABLE = Table("mentions", "every mention with its place in the text", COLUMNS, "store", rows)
MENTIONS_CSV = csv_exporter(_TABLE)
MENTIONS_JSONL = jsonl_exporter(_TABLE)
