"""The holders of each office in order, every term with the passages that attest it.

Columns, version 1: office (the card's name), office_id; position (from 1 in its line); person (id), person_name;
start_earliest, start_latest, end_earliest, end_latest (ISO days between which the term began and ended, empty where
open); acting (1 or 0); implied (1 where only a neighbour's term says so); follows (what says that this holder followed
the one above: stated, dates, or empty); predecessors and successors (names that texts state, joined by " | ");
documents (ids that attest the term, joined); passages (document:start-end of each statement, joined); document,
start_offset, end_offset, quotation of the first. Only posts of one seat, such as heads; by office, in order of time, an
undated term beside a stated neighbour, else last.
"""

from __future__ import annotations

from collections.abc import Iterator

from kartoteka.careers import Careers
from kartoteka.careers.lines import follows
from kartoteka.export.evidence import Evidence, places
from kartoteka.export.tables import Row, Table, csv_exporter, jsonl_exporter

COLUMNS = (
    "office", "office_id", "position", "person", "person_name", "start_earliest", "start_latest", "end_earliest",
    "end_latest", "acting", "implied", "follows", "predecessors", "successors", "documents", "passages", "document",
    "start_offset", "end_offset", "quotation",
)  # fmt: skip


def rows(careers: Careers) -> Iterator[Row]:
    """One row a term."""
    evidence = Evidence(careers.store)
    for line in careers.lines:
        for number, term in enumerate(line.terms):
            passage = evidence.first(term.attestations)
            link = follows(line.terms[number - 1], term) if number else ""
            yield (
                *(
                    evidence.name(line.office) or line.title,
                    line.office,
                    number + 1,
                    term.person,
                    evidence.name(term.person),
                ),
                *(day or "" for day in (*term.start, *term.end)),
                *(int(term.acting), int(term.implied), link),
                tuple(map(evidence.name, term.predecessors)),
                tuple(map(evidence.name, term.successors)),
                *(term.documents, places(term.attestations)),
                *(passage.document, passage.start, passage.end, passage.text),
            )


_TABLE = Table("successions", "the holders of each office in order", COLUMNS, "careers", rows)
SUCCESSIONS_CSV = csv_exporter(_TABLE)
SUCCESSIONS_JSONL = jsonl_exporter(_TABLE)
