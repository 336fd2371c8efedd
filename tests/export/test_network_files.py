"""The network as GEXF, GraphML and SVG: read back by others, it is the network that was written."""

from __future__ import annotations

import json
import math
from io import StringIO
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kartoteka.export.exporter import find, write
from kartoteka.export.gexf_lint import lint
from kartoteka.network import backbone
from kartoteka.network.graph import measure
from kartoteka.store import Store
from kartoteka.types import Passage

GEXF, VIZ, SVG = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}", "{http://www.w3.org/2000/svg}"
NAMES = ["Всеволод Балицький", "Stanislav “Stakh” Redens", "Л. М. Каганович <1893>", 'O\'Key & Co. "Ltd"']


@pytest.fixture
def graph() -> networkx.Graph:
    """Four persons with awkward names, one of them dated."""
    graph = networkx.Graph(window="sentence", weight="count", labels=["PERSON"], min_weight=1)
    for number, name in enumerate(NAMES):
        variants = [name, f"{name}, jr.", 'B. "Kit"', "back\\slash"]
        graph.add_node(f"p{number}", label=name, kind="PERSON", mentions=3, documents=1, variants=variants)
    for source, target, weight in ((1, 0, 5), (0, 2, 2), (2, 3, 1)):
        passage = Passage("rada.txt", 7, 30, "He said:\n“no” & left\x0b.")
        graph.add_edge(
            f"p{source}",
            f"p{target}",
            weight=weight,
            count=weight,
            documents=["rada.txt", "b, c.txt"],
            passage=passage,
        )
    graph.edges["p0", "p1"].update(first="1923-09-01", last="1937-05-11")
    graph.nodes["p0"].update(year_first=1923, year_last=1937)
    measure(graph)
    return graph


def text(graph: networkx.Graph, name: str) -> str:
    stream = StringIO(newline="")
    write(find(name), Store(":memory:"), stream, graph=graph)
    return stream.getvalue()


def saved(graph: networkx.Graph, name: str, folder: Path) -> Path:
    path = folder / name
    path.write_text(text(graph, name), encoding="utf-8", newline="")
    return path


def test_networkx_reads_the_gexf_back_without_a_warning(graph: networkx.Graph, tmp_path: Path) -> None:
    read = networkx.read_gexf(saved(graph, "network.gexf", tmp_path), version="1.3")
    assert sorted(read) == sorted(graph)
    assert {frozenset(e): w for *e, w in read.edges(data="weight")} == {
        frozenset(e): w for *e, w in graph.edges(data="weight")
    }
    assert [read.nodes[f"p{n}"]["label"] for n in range(4)] == NAMES
    assert read.nodes["p0"]["year_last"] == 1937 and "year_last" not in read.nodes["p1"]
    assert read.edges["p0", "p1"]["year_first"] == 1923


def test_networkx_reads_the_graphml_back(graph: networkx.Graph, tmp_path: Path) -> None:
    read = networkx.read_graphml(saved(graph, "network.graphml", tmp_path))
    assert not read.is_directed()
    assert read.nodes["p3"]["label"] == NAMES[3]
    assert read.nodes["p0"]["variants"] == " | ".join(graph.nodes["p0"]["variants"])
    assert read.edges["p0", "p1"]["weight"] == 5
    assert read.edges["p0", "p1"]["documents"] == "rada.txt | b, c.txt"
    assert {"x", "y", "size", "r", "g", "b"} <= read.nodes["p0"].keys()


def test_the_lint_finds_nothing_in_what_we_write(graph: networkx.Graph, tmp_path: Path) -> None:
    assert lint(saved(graph, "network.gexf", tmp_path)) == []
    assert lint(saved(backbone(graph, 0.9), "network.gexf", tmp_path)) == []


def test_the_gexf_is_static_undirected_and_keeps_one_block_of_columns_a_class(graph: networkx.Graph) -> None:
    root = etree.fromstring(text(graph, "network.gexf").encode())
    assert root.get("version") == "1.3"
    (body,) = root.findall(f"{GEXF}graph")
    assert (body.get("defaultedgetype"), body.get("mode")) == ("undirected", "static")
    assert [block.get("class") for block in body.findall(f"{GEXF}attributes")] == ["node", "edge"]
    assert all(a.get("id") == a.get("title") for a in body.iter(f"{GEXF}attribute"))
    assert [child.tag.removeprefix(GEXF) for child in body] == ["attributes", "attributes", "nodes", "edges"]


def test_lists_are_written_as_gephi_splits_them(graph: networkx.Graph) -> None:
    root = etree.fromstring(text(graph, "network.gexf").encode())
    (value,) = root.xpath("//*[@id='p0']//*[@for='variants']/@value")
    assert json.loads(value) == graph.nodes["p0"]["variants"]
    assert value.startswith('["') and value.endswith('"]')


def test_every_node_has_a_place_a_size_and_a_colour_in_whole_numbers(graph: networkx.Graph) -> None:
    root = etree.fromstring(text(graph, "network.gexf").encode())
    for node in root.iter(f"{GEXF}node"):
        assert float(node.find(f"{VIZ}size").get("value")) > 0
        assert all(math.isfinite(float(node.find(f"{VIZ}position").get(axis))) for axis in "xy")
        assert all(0 <= int(node.find(f"{VIZ}color").get(shade)) <= 255 for shade in "rgb")


def test_a_line_break_in_a_quotation_stays_and_a_control_character_goes(graph: networkx.Graph) -> None:
    root = etree.fromstring(text(graph, "network.gexf").encode())
    assert set(root.xpath("//*[@for='quotation']/@value")) == {"He said:\n“no” & left."}


@given(st.text(max_size=20), st.text(max_size=20))
@settings(max_examples=40, deadline=None)
def test_any_name_makes_a_file_that_parses(left: str, right: str) -> None:
    graph = networkx.Graph()
    for node, name in (("a", left), ("b", right)):
        graph.add_node(node, label=name, kind="PERSON", mentions=1, documents=1, variants=[name])
    graph.add_edge("a", "b", weight=1, count=1, documents=["d"], passage=Passage(right, 0, 1, left))
    measure(graph)
    for name in ("network.gexf", "network.graphml", "network.svg"):
        etree.fromstring(text(graph, name).encode())


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml", "network.svg", "nodes.csv", "edges.csv"])
def test_the_order_of_building_does_not_show(graph: networkx.Graph, name: str) -> None:
    turned = networkx.Graph(**graph.graph)
    turned.add_nodes_from(reversed([(node, dict(data)) for node, data in graph.nodes(data=True)]))
    turned.add_edges_from(reversed([(b, a, data) for a, b, data in graph.edges(data=True)]))
    assert text(turned, name) == text(graph, name)


@pytest.mark.parametrize("name", ["network.gexf", "network.graphml", "network.svg"])
def test_an_empty_network_is_still_a_file(name: str, tmp_path: Path) -> None:
    root = etree.fromstring(text(networkx.Graph(), name).encode())
    assert not root.findall(".//{*}node") and not root.findall(".//{*}circle")


def test_the_picture_names_everybody_and_stays_inside_its_frame(graph: networkx.Graph) -> None:
    root = etree.fromstring(text(graph, "network.svg").encode())
    assert {*NAMES} <= {element.text for element in root.iter(f"{SVG}text")}
    assert len(root.findall(f".//{SVG}circle")) == 4 and len(root.findall(f".//{SVG}line")) == 3
    left, top, width, height = map(float, root.get("viewBox").split())
    for disc in root.iter(f"{SVG}circle"):
        x, y, radius = (float(disc.get(name)) for name in ("cx", "cy", "r"))
        assert left <= x - radius and x + radius <= left + width
        assert top <= y - radius and y + radius <= top + height


def test_the_heaviest_tie_is_the_thickest_line(graph: networkx.Graph) -> None:
    lines = etree.fromstring(text(graph, "network.svg").encode()).findall(f".//{SVG}line")
    thickest = max(lines, key=lambda line: float(line.get("stroke-width")))
    assert thickest.find(f"{SVG}title").text == f"{NAMES[0]} – {NAMES[1]}: 5"


def test_a_network_of_several_kinds_has_a_legend(graph: networkx.Graph) -> None:
    graph.nodes["p3"]["kind"] = "ORG"
    root = etree.fromstring(text(graph, "network.svg").encode())
    assert {"PERSON", "ORG"} <= {element.text for element in root.iter(f"{SVG}text")}
