"""The nodes of the network as a list that Gephi's spreadsheet import takes unasked.

Columns, version 1: Id, Label, kind (PERSON, OFFICE, ORG, PLACE). Sorted by id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.tables import Row, Table, csv_exporter

if TYPE_CHECKING:
    from networkx import Graph

COLUMNS = ("Id", "Label", "kind")


def rows(graph: Graph) -> Iterator[Row]:
    """One row a node."""
    for node in sorted(graph):
        data = graph.nodes[node]
        yield node, data["label"], data["kind"]


NODES_CSV = csv_exporter(Table("nodes", "the nodes of the network", COLUMNS, "network", rows))
