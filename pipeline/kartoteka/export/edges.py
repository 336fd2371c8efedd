"""The ties of the network as a list that Gephi's spreadsheet import takes unasked.

Columns, version 1: Source, Target (ids), Type (always Undirected), Weight; source_name, target_name; documents
(ids, joined by " | "); document, start_offset, end_offset (code points) and quotation of one passage that names
both. Sorted by source and target.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter

if TYPE_CHECKING:
    from networkx import Graph

COLUMNS = (
    "Source", "Target", "Type", "Weight", "source_name", "target_name", "documents",
    "document", "start_offset", "end_offset", "quotation",
)  # fmt: skip


def rows(graph: Graph) -> Iterator[Row]:
    """One row a tie."""
    for source, target in sorted(sorted(edge) for edge in graph.edges):
        tie, passage = graph.edges[source, target], graph.edges[source, target]["passage"]
        names = (graph.nodes[source]["label"], graph.nodes[target]["label"])
        place = (passage.document, passage.start, passage.end, passage.text)
        yield source, target, "Undirected", tie["weight"], *names, tuple(tie["documents"]), *place


EDGES_CSV = csv_exporter(Table("edges", "the ties of the network, each with a passage", COLUMNS, "network", rows))
