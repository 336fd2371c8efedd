"""The network as GraphML, for igraph, yEd, Cytoscape, NetworkX and R.

Columns: those of the GEXF file, with two differences. Lists are joined by " | "; a node's name, place, size and colour
stand in label, x, y, size, r, g and b, a tie's weight in weight, where Gephi looks for them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.network_columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    declared,
    description,
    edge_row,
    node_row,
    ordered,
)
from kartoteka.export.xml_text import escaped, quoted

if TYPE_CHECKING:
    from networkx import Graph

# GraphML 1.0 knows boolean, int, long, float, double and string.
_TYPES = MappingProxyType(
    {"string": "string", "liststring": "string", "integer": "int", "double": "double", "boolean": "boolean"}
)
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
    nodes = declared(NODE_COLUMNS, graph.nodes.values())
    ties = declared(EDGE_COLUMNS, (tie for *_, tie in graph.edges(data=True)))
    stream.write(_HEAD)
    stream.writelines(_keys("node", {**_SHAPE, **{name: _TYPES[form] for name, form in nodes.items()}}))
    stream.writelines(_keys("edge", {"weight": "int", **{name: _TYPES[form] for name, form in ties.items()}}))
    stream.write(f'  <graph edgedefault="undirected">\n    <desc>{escaped(description(graph))}</desc>\n')
    for node in sorted(graph):
        data = graph.nodes[node]
        told = zip((*_SHAPE, *NODE_COLUMNS), (*_shape(data), *node_row(data)), strict=True)
        stream.write(f"    <node id={quoted(node)}>{_values('node', told)}</node>\n")
    for source, target, data in ordered(graph):
        told = zip(("weight", *EDGE_COLUMNS), (data["weight"], *edge_row(data)), strict=True)
        stream.write(f"    <edge source={quoted(source)} target={quoted(target)}>{_values('edge', told)}</edge>\n")
    stream.write("  </graph>\n</graphml>\n")


def _keys(kind: str, columns: Mapping[str, str]) -> Iterator[str]:
    for name, form in columns.items():
        yield f'  <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{form}"/>\n'


def _shape(data: Mapping[str, Any]) -> tuple[Any, ...]:
    shades = (int(data["color"][at : at + 2], 16) for at in (1, 3, 5))
    return data["label"], data["x"], data["y"], data["size"], *shades


def _values(kind: str, told: Iterable[tuple[str, Any]]) -> str:
    return "".join(
        f'<data key="{kind}_{name}">{escaped(text)}</data>' for name, value in told if (text := _text(value)) != ""
    )


def _text(value: Any) -> object:
    """The value as GraphML has it; "" for what is not known or no number."""
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, list | tuple):
        return " | ".join(value)
    return str(value).lower() if isinstance(value, bool) else value


GRAPHML = Exporter("network.graphml", ".graphml", "the network for igraph, yEd and R", "drawing", write_graphml)
