"""Statements about one term that cannot both be right, both sides with their passages.

Columns, version 1: person (id), person_name; office (in words), office_id; conflict (start, end, order, predecessor,
successor, held); value and other_value (EDTF dates, or names; several that agree are joined by " | "); days_apart
(at least so many lie between two dates, 0 for names); documents and other_documents (ids, joined by " | "); document,
start_offset, end_offset, quotation of the first passage of one side that says so, other_document … other_quotation of
the other.
By person, office and time. Dates that agree within their precision (1937 and 8 May 1937) are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kartoteka.careers import Careers
from kartoteka.careers.attestations import tenure_order
from kartoteka.export.evidence import Evidence, end_value, start_value
from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter
from kartoteka.types import Passage
from kartoteka.types.careers import Attestation, Conflict, Contradiction

COLUMNS = (
    "person", "person_name", "office", "office_id", "conflict", "value", "other_value", "days_apart", "documents",
    "other_documents", "document", "start_offset", "end_offset", "quotation", "other_document",
    "other_start_offset", "other_end_offset", "other_quotation",
)  # fmt: skip


def rows(careers: Careers) -> Iterator[Row]:
    """One row a contradiction."""
    evidence = Evidence(careers.store)
    for found in careers.contradictions:
        left, right = proofs(found, evidence)
        yield (
            *(found.term.person, evidence.name(found.term.person), evidence.title(found.term), found.term.office),
            *(
                str(found.kind),
                *values(found, evidence),
                found.apart,
                _documents(found.left),
                _documents(found.right),
            ),
            *(left.document, left.start, left.end, left.text, right.document, right.start, right.end, right.text),
        )


def values(found: Contradiction, evidence: Evidence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What each side says."""
    if found.kind is Conflict.ORDER:
        return _values(Conflict.START, found.left, evidence), _values(Conflict.END, found.right, evidence)
    return _values(found.kind, found.left, evidence), _values(found.kind, found.right, evidence)


def proofs(found: Contradiction, evidence: Evidence) -> tuple[Passage, Passage]:
    """The first passage of each side that says what the other contradicts."""
    left, right = (min((one.tenure for one in side), key=tenure_order) for side in (found.left, found.right))
    dates = {
        Conflict.START: (left.start, right.start),
        Conflict.END: (left.end, right.end),
        Conflict.ORDER: (left.start, right.end),
    }.get(found.kind, (None, None))
    return evidence.proof(left, dates[0]), evidence.proof(right, dates[1])


def _values(kind: Conflict, side: Iterable[Attestation], evidence: Evidence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_value(kind, one, evidence) for one in side))


def _value(kind: Conflict, one: Attestation, evidence: Evidence) -> str:
    if kind is Conflict.START:
        return start_value(one.tenure.start)
    if kind is Conflict.END:
        return end_value(one.tenure.end)
    if kind is Conflict.HELD:
        return str(one.tenure.modality)
    return evidence.name(one.predecessor if kind is Conflict.PREDECESSOR else one.successor)


def _documents(side: Iterable[Attestation]) -> tuple[str, ...]:
    return tuple(sorted({one.tenure.document for one in side}))


_TABLE = Table("contradictions", "statements of one term that cannot both be right", COLUMNS, "careers", rows)
CONTRADICTIONS_CSV = csv_exporter(_TABLE)
CONTRADICTIONS_JSONL = jsonl_exporter(_TABLE)
