"""The ties of the network as a list that Gephi's spreadsheet import takes unasked.

Columns, version 2: Source, Target (ids), Type (always Undirected), Weight; source_name, target_name; documents
(ids, joined by " | "); document, start_offset, end_offset (code points) and quotation of one passage that names
both; start and end, the first and last day (ISO) of its dated passages; then the other columns of the network files
(`network_columns`). What is not known is empty.

Dated ties come first, then by source and target; `nodes` says why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kartoteka.export.network_columns import EDGE_COLUMNS, edge_row, ordered
from kartoteka.export.tables import Row, Table, cell, csv_exporter

if TYPE_CHECKING:
    from networkx import Graph

_FIRST = (
    "Source", "Target", "Type", "Weight", "source_name", "target_name", "documents",
    "document", "start_offset", "end_offset", "quotation", "start", "end",
)  # fmt: skip
COLUMNS = (*_FIRST, *(name for name in EDGE_COLUMNS if name not in _FIRST))


def rows(graph: Graph) -> Iterator[Row]:
    """One row a tie."""
    names = dict(graph.nodes(data="label"))
    for dated in (True, False):
        for source, target, data in ordered(graph):
            if (data.get("first") is not None) is dated:
                yield _row((source, target), (names[source], names[target]), data)


def _row(ends: tuple[str, str], names: tuple[str, str], data: Mapping[str, Any]) -> Row:
    told = dict(zip(EDGE_COLUMNS, edge_row(data), strict=True))
    told |= {"Source": ends[0], "Target": ends[1], "Type": "Undirected", "Weight": data["weight"]}
    told |= {"source_name": names[0], "target_name": names[1]}
    told |= {"start": data.get("first"), "end": data.get("last")}
    return tuple(cell(told[name]) for name in COLUMNS)


EDGES_CSV = csv_exporter(Table("edges", "the ties of the network, each with a passage", COLUMNS, "network", rows))
