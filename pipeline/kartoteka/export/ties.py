"""The ties that follow from careers as a list that Gephi's spreadsheet import takes unasked.

Columns, version 1: Source, Target (ids), Type (Directed or Undirected), Weight (how many documents state it, or how
many posts or bodies the two share); kind (succession: from the predecessor; appointment: from who appoints; same
office; same organization: at the same time), by which Gephi keeps the ties of one pair apart; detail (the posts or
bodies, of a shared post who held it when, "?" for what is not known); source_name, target_name; start and end (ISO
days, empty where no text dates the tie: of a succession or appointment the days between which it came about, of a
shared post or body those on which both certainly had it or served in it); documents (ids, joined by " | "); document,
start_offset, end_offset (code points) and quotation of a passage that names both, else of one about the source;
further (others, the first of them then about the target: "document:start-end text", joined by " | ").

Dated ties come first, then by source, target and kind; `nodes` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.network_columns import TIE_COLUMNS, tie_row
from kartoteka.export.tables import Row, Table, cell, csv_exporter

if TYPE_CHECKING:
    from networkx import MultiDiGraph

COLUMNS = (
    "Source", "Target", "Type", "Weight", "kind", "detail", "source_name", "target_name", "start", "end", "documents",
    "document", "start_offset", "end_offset", "quotation",
    "further",
)  # fmt: skip


def rows(graph: MultiDiGraph) -> Iterator[Row]:
    """One row a tie."""
    names = dict(graph.nodes(data="label"))
    ties = ((not tie["spells"], *ends) for *ends, tie in graph.edges(keys=True, data=True))
    for _, source, target, kind in sorted(ties):
        tie = graph.edges[source, target, kind]
        sources = dict(zip(TIE_COLUMNS, tie_row(tie), strict=True))
        yield (
            *(source, target, "Directed" if tie["directed"] else "Undirected", tie["weight"], kind, tie["detail"]),
            *(names[source], names[target], tie.get("first", ""), tie.get("last", ""), tuple(tie["documents"])),
            *(cell(sources[name]) for name in ("document", "start_offset", "end_offset", "quotation", "further")),
        )


TIES_CSV = csv_exporter(
    Table("ties", "the ties that follow from careers, each with a passage", COLUMNS, "ties", rows)
)
