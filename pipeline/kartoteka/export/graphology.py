"""The network as JSON for graphology and sigma.js, and for any program that reads JSON.

The serialization that `Graph.from` of graphology takes and `graph.export()` gives: `attributes` (what was asked for),
`options`, `nodes` of `key` and `attributes`, `edges` of `key`, `source`, `target` and `attributes`; one node or edge
a line. A node has `label`, `x`, `y` (upwards), `size`, `color`, an edge `weight`; besides them both have the columns
of the other network files (`network_columns`), lists as lists, and where they are dated `first`, `last` and `spells`
(pairs of ISO days). What is not known is left out. Nodes come by id, edges by source and target.
The format: https://graphology.github.io/serialization.html.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.network_columns import EDGE_COLUMNS, NODE_COLUMNS, edge_row, node_row, ordered
from kartoteka.network.choice import told

if TYPE_CHECKING:
    from networkx import Graph

_SHAPE = ("label", "x", "y", "size", "color")
_TIME = ("first", "last", "spells")


def write_graphology(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network. The same network gives the same bytes, node by node, tie by tie."""
    options = {"type": "undirected", "multi": False, "allowSelfLoops": True}
    asked = dict(sorted(told(graph).items()))
    stream.write(f'{{"attributes": {_json(asked)},\n"options": {_json(options)},\n"nodes": [')
    stream.writelines(_lines({"key": node, "attributes": _node(graph.nodes[node])} for node in sorted(graph)))
    stream.write('],\n"edges": [')
    stream.writelines(_lines(_edges(graph)))
    stream.write("]}\n")


def _edges(graph: Graph) -> Iterator[dict[str, Any]]:
    for number, (source, target, data) in enumerate(ordered(graph)):
        yield {"key": str(number), "source": source, "target": target, "attributes": _edge(data)}


def _node(data: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(zip(NODE_COLUMNS, node_row(data), strict=True))
    return _known({name: data.get(name) for name in _SHAPE} | told | {name: data.get(name) for name in _TIME})


def _edge(data: Mapping[str, Any]) -> dict[str, Any]:
    told = dict(zip(EDGE_COLUMNS, edge_row(data), strict=True))
    return _known({"weight": data["weight"]} | told | {name: data.get(name) for name in _TIME})


def _known(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told, without numbers that JSON has not got."""
    return {
        name: value
        for name, value in told.items()
        if value is not None and value != [] and not (isinstance(value, float) and not math.isfinite(value))
    }


def _lines(items: Iterator[dict[str, Any]]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{_json(item)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


GRAPHOLOGY = Exporter(
    "network.json", ".json", "the network for graphology and sigma.js", "drawing", write_graphology, standard=False
)
