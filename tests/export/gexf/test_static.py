"""The network as GEXF: valid, the same for any order of building, and read back it is the network that was written."""

from __future__ import annotations

import json
import math
import tracemalloc
from io import StringIO
from os import devnull
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kartoteka.export.exporter import find, write
from kartoteka.export.gexf.lint import lint
from kartoteka.export.gexf.static import write_gexf
from kartoteka.export.network_columns import EDGE_COLUMNS, NODE_COLUMNS, edge_row, node_row
from kartoteka.export.xml_text import allowed
from kartoteka.store import Store
from kartoteka.types import Passage

GEXF, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf-1.3" / "gexf.rng"))
BLANKS = str.maketrans("\t\n\r", "   ")


def text(graph: networkx.Graph) -> str:
    stream = StringIO(newline="")
    write(find("network.gexf"), Store(":memory:"), stream, graph=graph)
    return stream.getvalue()


def saved(graph: networkx.Graph, folder: Path) -> Path:
    path = folder / "network.gexf"
    path.write_text(text(graph), encoding="utf-8", newline="", errors="replace")
    return path


def told(value: Any, form: str) -> Any:
    """A value as it should be read back: lists as JSON of items in which white space is a blank."""
    if form == "liststring":
        return [allowed(str(item)).translate(BLANKS) for item in value]
    return allowed(value) if form == "string" else value


def expected(forms: Any, row: tuple[Any, ...]) -> dict[str, Any]:
    values = {name: told(value, forms[name]) for name, value in zip(forms, row, strict=True) if value is not None}
    return {name: value for name, value in values.items() if value not in ("", [])}


def shown(forms: Any, data: dict[str, Any]) -> dict[str, Any]:
    """What networkx read of the columns; it leaves lists as they are written."""
    return {
        name: json.loads(value) if forms[name] == "liststring" else value
        for name, value in data.items()
        if name in forms
    }


def check_read_back(graph: networkx.Graph, folder: Path) -> None:
    read = networkx.read_gexf(saved(graph, folder), version="1.3")
    assert sorted(read) == sorted(graph)
    assert {frozenset(e) for e in read.edges} == {frozenset(e) for e in graph.edges}
    for node, data in graph.nodes(data=True):
        assert read.nodes[node]["label"] == allowed(data["label"])
        assert shown(NODE_COLUMNS, read.nodes[node]) == expected(NODE_COLUMNS, node_row(data))
        place = read.nodes[node]["viz"]["position"]
        assert (place["x"], place["y"], read.nodes[node]["viz"]["size"]) == (data["x"], data["y"], data["size"])
    for source, target, data in graph.edges(data=True):
        back = read.edges[source, target]
        assert back["weight"] == data["weight"]
        assert shown(EDGE_COLUMNS, back) == expected(EDGE_COLUMNS, edge_row(data))


def test_the_grammar_of_gexf_accepts_it(met: networkx.Graph) -> None:
    GRAMMAR.assertValid(etree.fromstring(text(met).encode()))


def test_the_lint_finds_nothing_in_it(met: networkx.Graph, tmp_path: Path) -> None:
    assert lint(saved(met, tmp_path)) == []


def test_networkx_reads_every_node_tie_and_value_back(met: networkx.Graph, tmp_path: Path) -> None:
    check_read_back(met, tmp_path)


WORDS = st.text(max_size=12) | st.sampled_from(
    ["[a", 'b"]', "x, y", "a|b", "'", "\\n", "C:\\", "null", "<&>", "\x85"]
)


@given(st.lists(WORDS, max_size=4), WORDS, WORDS, st.floats(), st.booleans())
@settings(max_examples=60, deadline=None)
def test_any_name_list_and_number_is_read_back(
    names: list[str], label: str, quotation: str, figure: float, bridge: bool
) -> None:
    graph = networkx.Graph()
    for node in ("a", "b"):
        graph.add_node(node, label=label, kind="PERSON", mentions=1, documents=1, variants=names, x=0.5, y=-1.0)
        graph.nodes[node].update(size=4.0, color="#000000", identifiers=[], offices=[], degree=1, strength=1)
    graph.add_edge("a", "b", weight=2, count=2, documents=names, bridge=bridge, undated=0)
    passages = (Passage("rada.txt", 3, 9, quotation), Passage(label, 0, 1, quotation))
    graph.edges["a", "b"].update(npmi=figure if math.isfinite(figure) else None, passages=passages)
    with TemporaryDirectory() as folder:
        check_read_back(graph, Path(folder))
        assert [p for p in lint(saved(graph, Path(folder))) if "'null'" not in str(p)] == []


@pytest.mark.parametrize("endless", [math.nan, math.inf, -math.inf])
def test_a_number_without_a_size_is_left_out(met: networkx.Graph, endless: float, tmp_path: Path) -> None:
    met.edges["p0", "p1"]["npmi"] = endless
    met.nodes["p1"]["pagerank"] = numpy.float64(endless)
    read = networkx.read_gexf(saved(met, tmp_path), version="1.3")
    assert "npmi" not in read.edges["p0", "p1"] and "jaccard" in read.edges["p0", "p1"]
    assert "pagerank" not in read.nodes["p1"] and "pagerank" in read.nodes["p0"]


def test_numbers_of_numpy_are_written_as_any(met: networkx.Graph, tmp_path: Path) -> None:
    plain = text(met)
    for _, data in met.nodes(data=True):
        data.update(pagerank=numpy.float64(data["pagerank"]), core=numpy.int64(data["core"]))
    for *_, data in met.edges(data=True):
        data["bridge"] = numpy.bool_(data["bridge"])
    assert text(met) == plain


def test_it_is_static_and_undirected_with_one_block_of_columns_a_class(met: networkx.Graph) -> None:
    root = etree.fromstring(text(met).encode())
    (body,) = root.findall(f"{GEXF}graph")
    assert (body.get("defaultedgetype"), body.get("mode")) == ("undirected", "static")
    assert [child.tag.removeprefix(GEXF) for child in body] == ["attributes", "attributes", "nodes", "edges"]
    assert [block.get("class") for block in body.findall(f"{GEXF}attributes")] == ["node", "edge"]
    assert all(a.get("id") == a.get("title") for a in body.iter(f"{GEXF}attribute"))


def columns(graph: networkx.Graph, kind: str) -> list[str]:
    root = etree.fromstring(text(graph).encode())
    return root.xpath(f"//*[local-name()='attributes'][@class='{kind}']/*/@id")


def test_what_a_network_may_have_is_a_column_only_where_something_is_told(met: networkx.Graph) -> None:
    assert {"disparity", "shared", "newman", "inferred"}.isdisjoint(columns(met, "edge"))
    assert "betweenness" in columns(met, "node")
    met.edges["p2", "p3"].update(disparity=0.25, inferred=1)
    for _, data in met.nodes(data=True):
        del data["betweenness"]
    assert {"disparity", "inferred"} <= set(columns(met, "edge"))
    assert "betweenness" not in columns(met, "node") and "pagerank" in columns(met, "node")


def test_lists_are_written_as_gephi_and_graphology_split_them(met: networkx.Graph) -> None:
    root = etree.fromstring(text(met).encode())
    (value,) = root.xpath("//*[@id='p0']//*[@for='variants']/@value")
    assert json.loads(value) == met.nodes["p0"]["variants"]
    assert value.startswith('["') and value.endswith('"]')


def test_offices_tell_when_they_were_held(met: networkx.Graph, tmp_path: Path) -> None:
    read = networkx.read_gexf(saved(met, tmp_path), version="1.3")
    assert json.loads(read.nodes["p0"]["offices"]) == [
        "Head of the GPU, 1923-09-01–1931-07",
        "Народний комісар (acting), 1934-07-10/1934-07-31–",
    ]
    assert "offices" not in read.nodes["p1"]


def test_every_passage_is_quoted_with_its_document_and_offsets(met: networkx.Graph, tmp_path: Path) -> None:
    tie = networkx.read_gexf(saved(met, tmp_path), version="1.3").edges["p0", "p1"]
    assert (tie["document"], tie["start_offset"], tie["end_offset"]) == ("rada.txt", 7, 30)
    assert tie["quotation"] == "He said:\n“no” & left."
    assert json.loads(tie["further"]) == ["b, c.txt:0-21 Балицький і Реденс."]


def test_colours_are_whole_numbers(met: networkx.Graph) -> None:
    root = etree.fromstring(text(met).encode())
    shades = [tuple(map(int, element.attrib.values())) for element in root.iter(f"{VIZ}color")]
    assert set(shades) == {(0, 114, 178), (213, 94, 0)}


def turned(graph: networkx.Graph) -> networkx.Graph:
    """The same network, built in the other order."""
    other = networkx.Graph(**graph.graph)
    other.add_nodes_from(reversed([(node, dict(data)) for node, data in graph.nodes(data=True)]))
    other.add_edges_from(reversed([(b, a, data) for a, b, data in graph.edges(data=True)]))
    return other


def test_the_order_of_building_does_not_show(met: networkx.Graph) -> None:
    assert text(turned(met)) == text(met)


def test_an_empty_network_is_still_a_file(tmp_path: Path) -> None:
    path = saved(networkx.Graph(), tmp_path)
    GRAMMAR.assertValid(etree.parse(path))
    assert lint(path) == [] and len(networkx.read_gexf(path, version="1.3")) == 0


def ring(ties: int, nodes: int = 1000) -> networkx.Graph:
    """A drawn network in which every node has the same number of neighbours."""
    graph = networkx.Graph()
    for node in range(nodes):
        graph.add_node(f"p{node}", label="Реденс", kind="PERSON", x=0.0, y=0.0, size=4.0, color="#000000")
    for step in range(1, ties // nodes + 1):
        for node in range(nodes):
            passages = (Passage("rada.txt", node, node + 9, f"Балицький і Реденс {node}"),)
            graph.add_edge(f"p{node}", f"p{(node + step) % nodes}", weight=1, count=1, passages=passages)
    return graph


def test_memory_does_not_grow_with_the_number_of_ties() -> None:
    def peak(ties: int) -> int:
        graph = ring(ties)
        with Path(devnull).open("w", encoding="utf-8") as stream:
            tracemalloc.start()
            write_gexf(graph, stream)
            used = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return used

    few, many = peak(20_000), peak(60_000)
    # The further 40,000 ties are some 10 MB of the file; a list of their ends alone would be 3 MB.
    assert many - few < 500_000
