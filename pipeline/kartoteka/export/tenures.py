"""Who held which office when, as each passage states it.

Columns, version 1: person (id), person_name; office (in words), office_id; org (id), org_name; place (name);
start and end (EDTF, empty where not stated, "../1937" for a start no later than that, "1937/.." for an end not
before); predecessor and successor (names); modality (held; implied by a neighbour's; proposed, refused,
prevented); source (the kind of block that says so); document, start_offset, end_offset (code points) and
quotation of the passage. Sorted by document and place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.types import Tenure, TimeSpan

if TYPE_CHECKING:
    from kartoteka.store.store import Store

COLUMNS = (
    "person", "person_name", "office", "office_id", "org", "org_name", "place", "start", "end", "predecessor",
    "successor", "modality", "source", "document", "start_offset", "end_offset", "quotation",
)  # fmt: skip


def rows(store: Store) -> Iterator[Row]:
    """One row a tenure. What no card stands for yet goes by its own id and name in its document."""
    cards, names = dict(store.entity_of()), {e.id: e.name for e in store.entities()}
    names.update((referent.id, referent.name) for referent in store.referents() if referent.id not in cards)
    # The rows go document by document, so one text at a time is enough.
    texts = lru_cache(maxsize=1)(lambda document: store.document(document).text)
    for tenure in sorted(store.tenures(), key=_order):
        start, end = tenure.passage
        quotation = texts(tenure.document)[start:end]
        yield *_facts(tenure, cards, names), tenure.document, start, end, quotation


def _order(tenure: Tenure) -> tuple[str, int, int, str, str]:
    return tenure.document, *tenure.passage, tenure.office, tenure.holder


def _facts(tenure: Tenure, cards: Mapping[str, str], names: Mapping[str, str]) -> Row:
    def card(referent: str) -> str:
        return cards.get(referent, referent)

    def name(referent: str) -> str:
        return names.get(card(referent), "")

    return (
        card(tenure.holder), name(tenure.holder), tenure.office, card(tenure.office_id),
        card(tenure.org), name(tenure.org), name(tenure.place), _start(tenure.start), _end(tenure.end),
        name(tenure.predecessor), name(tenure.successor), str(tenure.modality), str(tenure.source),
    )  # fmt: skip


def _start(span: TimeSpan | None) -> str:
    """The day it began, "../1937-07-07" where it only says no later than; "since" adds nothing."""
    if span is None:
        return ""
    return span.interval if span.interval.startswith("../") or not span.edtf else span.edtf


def _end(span: TimeSpan | None) -> str:
    """The day it ended, "1937-07-07/.." where it only says not before; "until" adds nothing."""
    if span is None:
        return ""
    return span.interval if span.interval.endswith("/..") or not span.edtf else span.edtf


_TABLE = Table("tenures", "who held which office when, with the passage", COLUMNS, "store", rows)
TENURES_CSV = csv_exporter(_TABLE)
TENURES_JSONL = jsonl_exporter(_TABLE)
