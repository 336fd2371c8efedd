"""The nodes of the network as a list that Gephi's spreadsheet import takes unasked.

Columns, version 2: Id, Label, kind (PERSON, OFFICE, ORG, PLACE, DOCUMENT); then those of the other network files
(`network_columns`), lists joined by " | ", and behind the years `start` and `end`, the first and last day (ISO) of the
node's dated mentions and terms. What is not known or was not measured is empty.

Dated nodes come first, then by id. Gephi tells the type of a column by its first 25 rows, and takes days for points in
time: a list whose days began further down would not go into one workspace with one whose days begin at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.export.network_columns import NODE_COLUMNS, node_row
from kartoteka.export.tables import Row, Table, cell, csv_exporter

if TYPE_CHECKING:
    from networkx import Graph

_TOLD = tuple(name for name in NODE_COLUMNS if name != "entity_type")
_BEFORE = _TOLD.index("year_last") + 1
COLUMNS = ("Id", "Label", "kind", *_TOLD[:_BEFORE], "start", "end", *_TOLD[_BEFORE:])


def rows(graph: Graph) -> Iterator[Row]:
    """One row a node."""
    for node in sorted(graph, key=lambda one: (graph.nodes[one].get("first") is None, one)):
        data = graph.nodes[node]
        told = dict(zip(NODE_COLUMNS, node_row(data), strict=True))
        told |= {"Id": node, "Label": data["label"], "kind": data["kind"]}
        told |= {"start": data.get("first"), "end": data.get("last")}
        yield tuple(cell(told[name]) for name in COLUMNS)


# Drawing finds the communities where they are not known yet: the list tells them whatever is written before it.
NODES_CSV = csv_exporter(Table("nodes", "the nodes of the network", COLUMNS, "drawing", rows))
