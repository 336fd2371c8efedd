"""The network as Gephi and Gephi Lite take it: GEXF 1.3, static, with places, sizes and colours.

Columns, version 1. Nodes: entity_type (PERSON, OFFICE, ORG, PLACE), mentions, documents (numbers), variants (a
list), neighbours, strength, community, year_first, year_last, identifiers (a list, "wikidata:Q855"). Edges, besides
their weight: count, documents (a list of ids), document, start_offset, end_offset and quotation of one passage,
year_first, year_last.

What the file keeps to, because Gephi drops or refuses the rest: one attributes block a class; an attribute's id is
its title; no name that Gephi has for itself; colours as whole numbers; weights above 0; lists as ["a", "b"]; no
schema location. The format: https://gexf.net/schema.html, checked against its RelaxNG grammar.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TextIO

from kartoteka.export.exporter import Exporter
from kartoteka.export.xml_text import allowed, escaped, quoted

if TYPE_CHECKING:
    from networkx import Graph

NODE_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "entity_type": "string", "mentions": "integer", "documents": "integer", "variants": "liststring",
        "neighbours": "integer", "strength": "integer", "community": "integer",
        "year_first": "integer", "year_last": "integer", "identifiers": "liststring",
    }
)  # fmt: skip
EDGE_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "count": "integer", "documents": "liststring", "document": "string", "start_offset": "integer",
        "end_offset": "integer", "quotation": "string", "year_first": "integer", "year_last": "integer",
        "disparity": "double",
    }
)  # fmt: skip

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
)


def node_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """What is told of a node under the names of the columns; what is not known is left out."""
    values = {
        "entity_type": data.get("kind"),
        "neighbours": data.get("degree"),
        **{name: data.get(name) for name in NODE_COLUMNS if name not in {"entity_type", "neighbours"}},
    }
    return {name: values[name] for name in NODE_COLUMNS if values[name] is not None}


def edge_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """What is told of a tie under the names of the columns; what is not known is left out."""
    passage = data["passage"]
    values = {
        "count": data["count"],
        "documents": data["documents"],
        "document": passage.document,
        "start_offset": passage.start,
        "end_offset": passage.end,
        "quotation": passage.text,
        "year_first": _year(data.get("first")),
        "year_last": _year(data.get("last")),
        "disparity": data.get("disparity"),
    }
    return {name: value for name, value in values.items() if value is not None}


def description(graph: Graph) -> str:
    """What the network shows, in one line: the window, the labels, the weight, the limits asked for."""
    return "; ".join(
        f"{name.replace('_', ' ')}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in graph.graph.items()
    )


def write_gexf(graph: Graph, stream: TextIO) -> None:
    """Write the drawn network. The same network gives the same bytes, node by node, tie by tie."""
    thinned = any("disparity" in data for *_, data in graph.edges(data=True))
    stream.write(_HEAD)
    stream.write(f"  <meta><creator>Kartoteka {version('kartoteka')}</creator>")
    stream.write(f"<description>{escaped(description(graph))}</description></meta>\n")
    stream.write('  <graph defaultedgetype="undirected" mode="static" idtype="string">\n')
    stream.writelines(_columns("node", NODE_COLUMNS))
    stream.writelines(_columns("edge", {n: t for n, t in EDGE_COLUMNS.items() if thinned or n != "disparity"}))
    stream.write(f'    <nodes count="{graph.number_of_nodes()}">\n')
    stream.writelines(_node(node, graph.nodes[node]) for node in sorted(graph))
    stream.write(f'    </nodes>\n    <edges count="{graph.number_of_edges()}">\n')
    ties = sorted(sorted(edge) for edge in graph.edges)
    stream.writelines(_edge(n, ends, graph.edges[ends]) for n, ends in enumerate(map(tuple, ties)))
    stream.write("    </edges>\n  </graph>\n</gexf>\n")


def _columns(kind: str, columns: Mapping[str, str]) -> Iterator[str]:
    yield f'    <attributes class="{kind}" mode="static">\n'
    for name, form in columns.items():
        yield f'      <attribute id="{name}" title="{name}" type="{form}"/>\n'
    yield "    </attributes>\n"


def _node(node: str, data: Mapping[str, Any]) -> str:
    red, green, blue = (int(data["color"][i : i + 2], 16) for i in (1, 3, 5))
    return (
        f"      <node id={quoted(node)} label={quoted(data['label'])}>{_values(node_values(data))}"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        f'<viz:position x="{data["x"]}" y="{data["y"]}" z="0.0"/><viz:size value="{data["size"]}"/></node>\n'
    )


def _edge(number: int, ends: tuple[str, ...], data: Mapping[str, Any]) -> str:
    return (
        f'      <edge id="{number}" source={quoted(ends[0])} target={quoted(ends[1])} weight="{data["weight"]}">'
        f"{_values(edge_values(data))}</edge>\n"
    )


def _values(values: Mapping[str, Any]) -> str:
    cells = (
        f'<attvalue for="{name}" value={quoted(_list(value) if isinstance(value, list) else value)}/>'
        for name, value in values.items()
    )
    return f"<attvalues>{''.join(cells)}</attvalues>"


def _list(values: list[str]) -> str:
    """A list as Gephi and graphology both split it: quotes around each, a space for any other white space."""
    return json.dumps([" ".join(allowed(value).split()) for value in values], ensure_ascii=False)


def _year(day: str | None) -> int | None:
    return int(day[: 5 if day.startswith("-") else 4]) if day else None


GEXF = Exporter("network.gexf", ".gexf", "the network for Gephi and Gephi Lite", "drawing", write_gexf)
