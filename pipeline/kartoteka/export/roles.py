"""Posts named without their holder, and who held them on the day that the passage speaks of: inferred, not stated.

Columns, version 1: document, start_offset, end_offset, text of the post's mention; office_id; date (the words that
give the day), earliest, latest (ISO days); person (id), person_name; stated_in, stated_start, stated_end, quotation
(the passage that gives the holder's term). In reading order.
"""

from __future__ import annotations

from collections.abc import Iterator

from kartoteka.careers import Careers
from kartoteka.export.evidence import Evidence
from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter

COLUMNS = (
    "document", "start_offset", "end_offset", "text", "office_id", "date", "earliest", "latest", "person",
    "person_name", "stated_in", "stated_start", "stated_end", "quotation",
)  # fmt: skip


def rows(careers: Careers) -> Iterator[Row]:
    """One row a mention of a post whose holder is inferred."""
    evidence = Evidence(careers.store)
    for found in careers.roles:
        at, term = found.passage, found.term
        proof = evidence.first(term.attestations)
        yield (
            *(at.document, at.start, at.end, at.text, term.office, found.date, found.since, found.until),
            *(term.person, evidence.name(term.person), proof.document, proof.start, proof.end, proof.text),
        )


_TABLE = Table("roles", "posts named without their holder, and who held them then", COLUMNS, "careers", rows)
ROLES_CSV = csv_exporter(_TABLE)
ROLES_JSONL = jsonl_exporter(_TABLE)
