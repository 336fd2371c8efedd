"""The network as Pajek takes it: names, places and weights; who needs more takes another file.

`*Vertices`: number, name, x and y between 0 and 1 (downwards, as Pajek counts), z. `*Edges`: the numbers of both ends
and the weight. Vertices come by id, which has no place in the format. Pajek knows no way to write a quotation mark in
a name, so there it is an apostrophe, a backslash a slash, a line break a space; who bears the name of an earlier one
has the id behind it, because programs take vertices of one name for one.

UTF-8 with a byte order mark: without it Pajek takes the file for one of an older encoding
(http://mrvar2.fdv.si/pajek/Unicode-Pajek.htm). The mark stands before a comment, where programs that know none pass
over it. The format: http://mrvar.fdv.si/pajek/DrawEPS.htm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.network_columns import description, ordered

if TYPE_CHECKING:
    from networkx import Graph

_MARK = "\ufeff"
_WRITTEN = str.maketrans({'"': "'", "\\": "/"})


def write_pajek(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network. The same network gives the same bytes, node by node, tie by tie."""
    numbers = {node: number for number, node in enumerate(sorted(graph), 1)}
    stream.write(f"{_MARK}% Kartoteka: {_line(description(graph))}\n*Vertices {len(numbers)}\n")
    places = _places(graph)
    for (node, number), name in zip(numbers.items(), _names(graph), strict=True):
        x, y = places[node]
        stream.write(f'{number} "{name}" {x:.4f} {y:.4f} 0.5\n')
    stream.write("*Edges\n")
    for source, target, data in ordered(graph):
        stream.write(f"{numbers[source]} {numbers[target]} {data['weight']}\n")


def _names(graph: Graph) -> Iterator[str]:
    """The name of each node by id, no two alike."""
    taken = set()
    for node in sorted(graph):
        name = _line(str(graph.nodes[node]["label"])) or _line(node)
        while name in taken:
            name = f"{name} ({_line(node)})"
        taken.add(name)
        yield name


def _line(text: str) -> str:
    """The text as one line that may stand in quotation marks."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).translate(_WRITTEN).split())


def _places(graph: Graph) -> dict[str, tuple[float, float]]:
    """Where each node lies, both ways on one scale, within a margin that leaves room for names."""
    if not graph:
        return {}
    xs, ys = ([data[axis] for _, data in graph.nodes(data=True)] for axis in "xy")
    left, top = min(xs), max(ys)
    width = max(max(xs) - left, top - min(ys)) or 1
    return {
        node: (0.05 + 0.9 * (data["x"] - left) / width, 0.05 + 0.9 * (top - data["y"]) / width)
        for node, data in graph.nodes(data=True)
    }


PAJEK = Exporter("network.net", ".net", "the network for Pajek", "drawing", write_pajek, standard=False)
