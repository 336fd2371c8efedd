"""The network as Gephi and Gephi Lite take it: GEXF 1.3, static, with places, sizes and colours.

Columns: those of `network_columns`, one block a class, because Gephi Lite keeps the last block alone. What the file
keeps to: `parts`. Time stands in `year_first` and `year_last`; on a time line it is in network_dynamic.gexf.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.gexf import parts
from kartoteka.export.network_columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    declared,
    description,
    edge_row,
    node_row,
    ordered,
)
from kartoteka.export.xml_text import escaped

if TYPE_CHECKING:
    from networkx import Graph


def write_gexf(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network. The same network gives the same bytes, node by node, tie by tie.

    Nothing is kept of a tie once it is written, so that memory does not grow with their number.
    """
    stream.write(parts.head(description(graph), 'defaultedgetype="undirected" mode="static"'))
    stream.writelines(parts.columns("node", declared(NODE_COLUMNS, graph.nodes.values())))
    stream.writelines(parts.columns("edge", declared(EDGE_COLUMNS, (tie for *_, tie in graph.edges(data=True)))))
    stream.writelines(parts.body(len(graph), _nodes(graph), graph.number_of_edges(), _ties(graph)))


def _nodes(graph: Graph) -> Iterator[str]:
    told = parts.values(NODE_COLUMNS)
    for name in sorted(graph):
        data = graph.nodes[name]
        yield parts.node(name, data, told(node_row(data)))


def _ties(graph: Graph) -> Iterator[str]:
    told = parts.values(EDGE_COLUMNS)
    names = {name: escaped(name) for name in graph}
    for number, (source, target, tie) in enumerate(ordered(graph)):
        yield (
            f'      <edge id="{number}" source="{names[source]}" target="{names[target]}" weight="{tie["weight"]}">'
            f"<attvalues>{told(edge_row(tie))}</attvalues></edge>\n"
        )


GEXF = Exporter("network.gexf", ".gexf", "the network for Gephi and Gephi Lite", "drawing", write_gexf)
