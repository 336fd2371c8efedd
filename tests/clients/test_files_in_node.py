"""The network's files are read by graphology as Gephi Lite reads them, and by networkx: nothing is lost on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import networkx
import pytest

from kartoteka.export.gexf.ties import write_ties
from kartoteka.export.network_columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    TIE_COLUMNS,
    edge_row,
    node_row,
    tie_row,
)
from kartoteka.network import build_ties
from kartoteka.project import Project

Attributes = dict[str, Any]
#: Of each file what graphology reads by itself, and as Gephi Lite asks it to.
Readings = dict[str, dict[str, Attributes]]


def allowed(text: str) -> str:
    """The text without what XML cannot hold."""
    return "".join(character for character in text if character in "\t\n\r" or character >= " ")


def told(value: Any) -> Any:
    """A value as a GEXF file can tell it: white space inside lists is a blank."""
    if isinstance(value, list | tuple):
        return [allowed(str(item)).translate(str.maketrans("\t\n\r", "   ")) for item in value]
    return allowed(value) if isinstance(value, str) else value


def columns(names: Mapping[str, str], row: tuple[Any, ...]) -> Attributes:
    """What stands in the columns, by their names."""
    return {name: told(value) for name, value in zip(names, row, strict=True) if value not in (None, [])}


def nodes_of(graph: networkx.Graph) -> dict[str, Attributes]:
    """What a program should know of every node."""
    shown = {}
    for node, data in graph.nodes(data=True):
        red, green, blue = (int(data["color"][at : at + 2], 16) for at in (1, 3, 5))
        place = {"x": data["x"], "y": data["y"], "z": 0, "size": data["size"]}
        looks = {"label": allowed(data["label"]), "color": f"rgb({red},{green},{blue})", **place}
        shown[allowed(node)] = looks | columns(NODE_COLUMNS, node_row(data))
    return shown


def ties_of(graph: networkx.Graph) -> dict[tuple[str, ...], Attributes]:
    """What a program should know of every tie, by its ends in order."""
    return {
        tuple(sorted(map(allowed, ends))): {"weight": data["weight"]} | columns(EDGE_COLUMNS, edge_row(data))
        for *ends, data in graph.edges(data=True)
    }


def read_nodes(read: Attributes) -> dict[str, Attributes]:
    return {node["key"]: node["attributes"] for node in read["nodes"]}


def read_ties(read: Attributes) -> dict[tuple[str, ...], Attributes]:
    assert all(edge["undirected"] for edge in read["edges"] if "undirected" in edge)
    ties = [(tuple(sorted((edge["source"], edge["target"]))), edge["attributes"]) for edge in read["edges"]]
    assert len(ties) == len(dict(ties))
    return dict(ties)


def test_gephi_lite_reads_every_node_tie_and_attribute_of_the_network(
    met: networkx.Graph,
    odd: networkx.Graph,
    saved: Callable[[networkx.Graph, str], Path],
    run_node: Callable[..., Any],
) -> None:
    graphs = (met, odd, networkx.Graph())
    readings: list[Readings] = run_node("read_gexf.mjs", [str(saved(one, "network.gexf")) for one in graphs])
    for graph, ways in zip(graphs, readings, strict=True):
        for read in ways.values():
            assert "refused" not in read, read
            assert read_nodes(read) == nodes_of(graph)
            assert read_ties(read) == ties_of(graph)


def test_of_the_network_over_time_gephi_lite_reads_every_tie_and_its_weight(
    met: networkx.Graph,
    odd: networkx.Graph,
    saved: Callable[[networkx.Graph, str], Path],
    run_node: Callable[..., Any],
) -> None:
    """Static columns come as words there, and without Gephi Lite's options graphology takes no such file."""
    graphs = (met, odd)
    paths = [str(saved(one, "network_dynamic.gexf")) for one in graphs]
    for graph, ways in zip(graphs, run_node("read_gexf.mjs", paths), strict=True):
        assert "undeclared attribute" in ways["plain"]["refused"]
        read = ways["lite"]
        assert {key: data["label"] for key, data in read_nodes(read).items()} == {
            key: data["label"] for key, data in nodes_of(graph).items()
        }
        assert {ends: data["quotation"] for ends, data in read_ties(read).items()} == {
            ends: data["quotation"] for ends, data in ties_of(graph).items()
        }


@pytest.fixture
def kinds(odd: networkx.Graph) -> networkx.MultiDiGraph:
    """Two cards that several kinds of ties join, and a third that one of them was appointed by."""
    graph = networkx.MultiDiGraph(ties=["appointment", "same office", "succession"])
    one, other, third = list(odd)[:3]
    graph.add_nodes_from((node, dict(odd.nodes[node])) for node in (one, other, third))
    for source, target, kind, directed in (
        (one, other, "succession", True),
        (other, one, "succession", True),
        (min(one, other), max(one, other), "same office", False),
        (third, other, "appointment", True),
    ):
        told = {**odd.edges[one, other], "kind": kind, "directed": directed, "detail": "ГПУ УССР", "weight": 2}
        graph.add_edge(source, target, key=kind, **told)
    return graph


def test_gephi_lite_reads_every_tie_of_another_kind_with_its_direction(
    kinds: networkx.MultiDiGraph, tmp_path: Path, run_node: Callable[..., Any]
) -> None:
    read_alike(kinds, tmp_path, run_node)


def read_alike(graph: networkx.MultiDiGraph, folder: Path, run_node: Callable[..., Any]) -> None:
    """All ties, those with a direction and those without, each in a file of its own, are read as they are."""
    paths = {direction: folder / f"{direction}.gexf" for direction in (None, True, False)}
    for direction, path in paths.items():
        with path.open("w", encoding="utf-8", newline="") as stream:
            write_ties(graph, stream, direction)
    readings: list[Readings] = run_node("read_gexf.mjs", list(map(str, paths.values())))
    for direction, ways in zip(paths, readings, strict=True):
        ties = {
            (allowed(source), allowed(target), data["directed"], kind): {"weight": data["weight"], "kind": kind}
            | columns(TIE_COLUMNS, tie_row(data))
            for source, target, kind, data in graph.edges(keys=True, data=True)
            if direction in (None, data["directed"])
        }
        way = {None: "mixed", True: "directed", False: "undirected"}[direction]
        for read in ways.values():
            assert (read["type"], len(read["edges"])) == (way, len(ties))
            assert {tie_key(edge, way): edge["attributes"] for edge in read["edges"]} == ties
            assert {node["key"] for node in read["nodes"]} == {end for tie in ties for end in tie[:2]}


def tie_key(edge: Attributes, way: str) -> tuple[str, str, bool, str]:
    """Ends, direction and kind of a tie; where all ties are of one direction, graphology marks none."""
    directed = way == "directed" or (way == "mixed" and not edge.get("undirected", False))
    return edge["source"], edge["target"], directed, edge["attributes"]["kind"]


def test_graphology_imports_its_own_serialization_unchanged(
    met: networkx.Graph,
    odd: networkx.Graph,
    saved: Callable[[networkx.Graph, str], Path],
    run_node: Callable[..., Any],
) -> None:
    graphs = (met, odd, networkx.Graph())
    paths = [saved(one, "network.json") for one in graphs]
    for graph, path, read in zip(graphs, paths, run_node("read_json.mjs", list(map(str, paths))), strict=True):
        assert read == json.loads(path.read_text(encoding="utf-8"))
        nodes = {node["key"]: node["attributes"] for node in read["nodes"]}
        assert {key: (data["label"], data["color"], data["x"], data["y"]) for key, data in nodes.items()} == {
            key: (data["label"], data["color"], data["x"], data["y"]) for key, data in graph.nodes(data=True)
        }
        ties = {frozenset((edge["source"], edge["target"])): edge["attributes"] for edge in read["edges"]}
        assert {ends: data["weight"] for ends, data in ties.items()} == {
            frozenset(ends): weight for *ends, weight in graph.edges(data="weight")
        }
        assert all(
            ties[frozenset(ends)]["quotation"] == data["passages"][0].text
            for *ends, data in graph.edges(data=True)
        )


@pytest.mark.parametrize("name", ["network.gexf", "network_dynamic.gexf"])
def test_networkx_reads_every_node_tie_and_attribute(
    name: str, met: networkx.Graph, odd: networkx.Graph, saved: Callable[[networkx.Graph, str], Path]
) -> None:
    for graph in (met, odd):
        read = networkx.read_gexf(saved(graph, name), version="1.3")
        nodes = {node: as_networkx(data, NODE_COLUMNS) for node, data in nodes_of(graph).items()}
        assert {node: {key: read.nodes[node].get(key) for key in nodes[node]} for node in read} == nodes
        ties = {ends: as_networkx(data, EDGE_COLUMNS) for ends, data in ties_of(graph).items()}
        found = {tuple(sorted(ends)): data for *ends, data in read.edges(data=True)}
        assert {ends: {key: found[ends].get(key) for key in ties[ends]} for ends in found} == ties


def as_networkx(attributes: Attributes, forms: Mapping[str, str]) -> Attributes:
    """What networkx makes of them: it leaves lists as they stand in the file, looks it keeps elsewhere."""
    written = {
        name: json.dumps(value, ensure_ascii=False) if forms[name] == "liststring" else value
        for name, value in attributes.items()
        if name in forms
    }
    return written | {"label": attributes["label"]} if "label" in attributes else written


@pytest.mark.slow
def test_what_gephi_lite_reads_of_the_sample_articles_is_what_the_store_knows(
    run_node: Callable[..., Any], project: Project, saved: Callable[[networkx.Graph, str], Path]
) -> None:
    graph = project.graph()
    static, over_time = run_node(
        "read_gexf.mjs", [str(saved(graph, name)) for name in ("network.gexf", "network_dynamic.gexf")]
    )
    cards = {entity.id: entity for entity in project.store.entities()}
    for read in static.values():
        assert len(read["nodes"]) == len(graph) > 20
        for node, told in read_nodes(read).items():
            card = cards[node]
            assert (told["label"], told["entity_type"]) == (card.name, card.label)
            assert (told["mentions"], told["documents"]) == (card.mentions, card.documents)
            assert told["variants"] == list(card.variants)
        assert read_nodes(read) == nodes_of(graph)
        assert read_ties(read) == ties_of(graph)
        for ends, told in read_ties(read).items():
            text = project.store.document(told["document"]).text
            assert text[told["start_offset"] : told["end_offset"]] == told["quotation"], ends
            assert told["document"] in told["documents"]
            assert told["weight"] == told["count"]
    assert read_nodes(over_time["lite"]).keys() == set(graph)
    assert read_ties(over_time["lite"]).keys() == ties_of(graph).keys()


@pytest.mark.slow
def test_gephi_lite_reads_the_ties_of_careers_in_the_sample_articles(
    run_node: Callable[..., Any], project: Project, tmp_path: Path
) -> None:
    ties = build_ties(project.store)
    assert ties.number_of_edges() > 5
    read_alike(ties, tmp_path, run_node)
