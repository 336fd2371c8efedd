"""What the lines of holders leave open: missing dates and neighbours, overlaps, gaps, vacancies, acting holders.

Columns, version 1: office (the card's name), office_id; remark (overlap, outside lifetime, gap, vacancy, acting, start
not stated, end not stated, predecessor not known, successor not known, in this order); person (id), person_name; other
(id), other_name of the holder that followed; from and to (ISO days that it concerns); detail; documents (ids, joined by
" | "); document, start_offset, end_offset, quotation of the first passage of the term. A vacancy lies between two of
whom a text says that the one followed the other, a gap between two of whom none does, and in neither can a third have
held the post; "outside lifetime" goes for every post whose body the table of institutions knows, the rest for posts of
one seat.
"""

from __future__ import annotations

from collections.abc import Iterator

from kartoteka.careers import Careers
from kartoteka.export.evidence import Evidence
from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter

COLUMNS = (
    "office", "office_id", "remark", "person", "person_name", "other", "other_name", "from", "to", "detail",
    "documents", "document", "start_offset", "end_offset", "quotation",
)  # fmt: skip


def rows(careers: Careers) -> Iterator[Row]:
    """One row a remark."""
    evidence = Evidence(careers.store)
    for found in careers.remarks:
        term, other = found.term, found.other.person if found.other else ""
        passage = evidence.first(term.attestations)
        yield (
            *(evidence.title(term), term.office, str(found.kind), term.person, evidence.name(term.person)),
            *(other, evidence.name(other), found.since or "", found.until or "", found.detail, term.documents),
            *(passage.document, passage.start, passage.end, passage.text),
        )


_TABLE = Table("remarks", "what is missing or doubtful about the holders of offices", COLUMNS, "careers", rows)
REMARKS_CSV = csv_exporter(_TABLE)
REMARKS_JSONL = jsonl_exporter(_TABLE)
