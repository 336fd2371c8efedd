"""Who held which office when, as each passage states it.

Columns, version 3: person (id), person_name; office (in words), office_id; org (id), org_name; place (name);
start and end (EDTF, empty where not stated, "../1937" for a start no later than that, "1937/.." for an end not
before); predecessor and successor (names); modality (held; implied by a neighbour's; proposed, refused,
prevented; member, for years in a party, an army, a service); source (the kind of block that says so); document,
start_offset, end_offset (code points) and quotation of the passage; start_earliest, start_latest, end_earliest,
end_latest (ISO days between which it began and ended, empty where open); acting, former, designate, honorary (1 or 0:
how the passage calls the holder); office_inferred (1 where the passage leaves the office out and another gives it);
attested (EDTF, a date on which it was held, where neither start nor end is stated);
attested_by (how many documents attest the same term of the same person, empty for what was not held); appointer
(name of the person or the body that gave the office, or was to give it). Sorted by document and place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.careers import Careers
from kartoteka.careers.attestations import tenure_order
from kartoteka.export.evidence import Evidence, end_value, start_value
from kartoteka.export.tables import Cell, Row, Table, csv_exporter, jsonl_exporter
from kartoteka.types import STANDINGS, Tenure, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = (
    "person", "person_name", "office", "office_id", "org", "org_name", "place", "start", "end", "predecessor",
    "successor", "modality", "source", "document", "start_offset", "end_offset", "quotation",
    "start_earliest", "start_latest", "end_earliest", "end_latest", *STANDINGS,
    "office_inferred", "attested", "attested_by", "appointer",
)  # fmt: skip


def rows(careers: Careers) -> Iterator[Row]:
    """One row a tenure. What no card stands for yet goes by its own id and name in its document."""
    cards, evidence = careers.store.entity_of(), Evidence(careers.store)
    attested = {
        one.tenure: len(term.documents) for term in careers.terms for one in term.attestations if not term.implied
    }
    for tenure in sorted(careers.store.tenures(), key=tenure_order):
        passage = evidence.quote(tenure)
        yield (
            *_facts(tenure, cards, evidence),
            *(passage.document, passage.start, passage.end, passage.text),
            *_days(tenure.start),
            *_days(tenure.end),
            *(int(getattr(tenure, standing)) for standing in (*STANDINGS, "inferred")),
            tenure.attested.edtf if tenure.attested else "",
            attested.get(tenure, ""),
            evidence.name(cards.get(tenure.appointer, tenure.appointer)),
        )


def _facts(tenure: Tenure, cards: Mapping[str, str], evidence: Evidence) -> Row:
    def card(referent: str) -> str:
        return cards.get(referent, referent)

    def name(referent: str) -> str:
        return evidence.name(card(referent))

    return (
        card(tenure.holder), name(tenure.holder), tenure.office, card(tenure.office_id),
        card(tenure.org), name(tenure.org), name(tenure.place), start_value(tenure.start), end_value(tenure.end),
        name(tenure.predecessor), name(tenure.successor), str(tenure.modality), str(tenure.source),
    )  # fmt: skip


def _days(span: TimeSpan | None) -> tuple[Cell, Cell]:
    return ((span.earliest or "") if span else ""), ((span.latest or "") if span else "")


_TABLE = Table("tenures", "who held which office when, with the passage that says so", COLUMNS, "careers", rows)
TENURES_CSV = csv_exporter(_TABLE)
TENURES_JSONL = jsonl_exporter(_TABLE)
