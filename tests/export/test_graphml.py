"""The network as GraphML: the columns of the GEXF file, as igraph, R and networkx take them."""

from __future__ import annotations

from io import StringIO

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.export.graphml import write_graphml
from kartoteka.export.network_columns import EDGE_COLUMNS, NODE_COLUMNS, edge_row, node_row
from kartoteka.export.xml_text import allowed
from kartoteka.types import Passage


def read(graph: networkx.Graph) -> networkx.Graph:
    stream = StringIO(newline="")
    write_graphml(graph, stream)
    return networkx.parse_graphml(stream.getvalue())


def told(value: object) -> object:
    text = " | ".join(value) if isinstance(value, list) else value
    return allowed(text) if isinstance(text, str) else text


def test_networkx_reads_every_node_tie_and_value_back(met: networkx.Graph) -> None:
    back = read(met)
    assert not back.is_directed()
    for node, data in met.nodes(data=True):
        row = dict(zip(NODE_COLUMNS, node_row(data), strict=True))
        row.update({name: data[name] for name in ("label", "x", "y", "size")})
        shades = {name: int(data["color"][at : at + 2], 16) for name, at in (("r", 1), ("g", 3), ("b", 5))}
        expected = {name: told(value) for name, value in row.items() if value not in (None, [])}
        assert back.nodes[node] == expected | shades
    for source, target, data in met.edges(data=True):
        row = {"weight": data["weight"], **dict(zip(EDGE_COLUMNS, edge_row(data), strict=True))}
        expected = {name: told(value) for name, value in row.items() if value is not None}
        assert back.edges[source, target] == expected


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_name_is_read_back(label: str, quotation: str) -> None:
    graph = networkx.Graph()
    for node in "ab":
        graph.add_node(node, label=label, kind="PERSON", x=0.0, y=0.0, size=4.0, color="#000000")
    graph.add_edge("a", "b", weight=1, passages=(Passage("rada.txt", 0, 1, quotation),))
    back = read(graph)
    # networkx reads what stands between tags without the white space around it, and an empty text as none.
    assert back.nodes["a"].get("label", "").strip() == allowed(label).strip()
    assert back.edges["a", "b"].get("quotation", "").strip() == allowed(quotation).strip()


def test_an_empty_network_is_still_a_file() -> None:
    assert len(read(networkx.Graph())) == 0
