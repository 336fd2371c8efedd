"""The network as GraphML, for igraph, yEd, Cytoscape, NetworkX and R.

Columns, version 1: those of the GEXF file, with two differences. Lists are joined by " | "; a node's name, place,
size and colour stand in label, x, y, size, r, g and b, a tie's weight in weight, where Gephi looks for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.gexf import EDGE_COLUMNS, NODE_COLUMNS, description, edge_values, node_values
from kartoteka.export.xml_text import escaped, quoted

if TYPE_CHECKING:
    from networkx import Graph

# GraphML 1.0 knows boolean, int, long, float, double and string.
_TYPES = MappingProxyType({"string": "string", "liststring": "string", "integer": "int", "double": "double"})
_SHAPE = MappingProxyType(
    {"label": "string", "x": "double", "y": "double", "size": "double", "r": "int", "g": "int", "b": "int"}
)
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write_graphml(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network. The same network gives the same bytes, node by node, tie by tie."""
    stream.write(_HEAD)
    stream.writelines(_keys("node", {**_SHAPE, **{name: _TYPES[form] for name, form in NODE_COLUMNS.items()}}))
    stream.writelines(_keys("edge", {"weight": "int", **{name: _TYPES[f] for name, f in EDGE_COLUMNS.items()}}))
    stream.write(f'  <graph edgedefault="undirected">\n    <desc>{escaped(description(graph))}</desc>\n')
    for node in sorted(graph):
        data = graph.nodes[node]
        stream.write(
            f"    <node id={quoted(node)}>{_values('node', {**_shape(data), **node_values(data)})}</node>\n"
        )
    for source, target in sorted(sorted(edge) for edge in graph.edges):
        data = graph.edges[source, target]
        values = _values("edge", {"weight": data["weight"], **edge_values(data)})
        stream.write(f"    <edge source={quoted(source)} target={quoted(target)}>{values}</edge>\n")
    stream.write("  </graph>\n</graphml>\n")


def _keys(kind: str, columns: Mapping[str, str]) -> Iterator[str]:
    for name, form in columns.items():
        yield f'  <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{form}"/>\n'


def _shape(data: Mapping[str, Any]) -> dict[str, Any]:
    shades = {name: int(data["color"][at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}
    return {"label": data["label"], "x": data["x"], "y": data["y"], "size": data["size"], **shades}


def _values(kind: str, values: Mapping[str, Any]) -> str:
    cells = ((name, " | ".join(value) if isinstance(value, list) else value) for name, value in values.items())
    return "".join(f'<data key="{kind}_{name}">{escaped(cell)}</data>' for name, cell in cells)


GRAPHML = Exporter("network.graphml", ".graphml", "the network for igraph, yEd and R", "drawing", write_graphml)
