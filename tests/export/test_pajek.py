"""network.net: read by networkx and igraph it has everybody under a name of their own, with all ties."""

from __future__ import annotations

import math
from io import StringIO
from pathlib import Path

import igraph
import networkx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kartoteka.export.pajek import write_pajek


def save(graph: networkx.Graph, folder: Path) -> Path:
    stream = StringIO(newline="")
    write_pajek(graph, stream)
    path = folder / "network.net"
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")
    return path


def test_networkx_and_igraph_read_names_places_and_weights(met: networkx.Graph, tmp_path: Path) -> None:
    path = save(met, tmp_path)
    theirs, others = networkx.read_pajek(path), igraph.Graph.Read_Pajek(str(path))
    names = {
        "p0": "Всеволод Балицький", "p1": "Stanislav “Stakh” Redens", "p2": "Л. М. Каганович <1893>",
        "p3": "O'Key & Co. 'Ltd', jr.", "o1": "НКВД УССР",
    }  # fmt: skip
    assert list(theirs) == others.vs["name"] == [names[node] for node in sorted(met)]
    ties = {frozenset((names[one], names[other])): weight for one, other, weight in met.edges(data="weight")}
    assert {frozenset(ends): weight for *ends, weight in theirs.edges(data="weight")} == ties
    assert not theirs.is_directed() and not others.is_directed()
    assert {frozenset(others.vs[end]["name"] for end in edge.tuple): edge["weight"] for edge in others.es} == ties


def test_places_lie_between_0_and_1_and_keep_their_distances(met: networkx.Graph, tmp_path: Path) -> None:
    read = igraph.Graph.Read_Pajek(str(save(met, tmp_path)))
    places = dict(zip(sorted(met), zip(read.vs["x"], read.vs["y"], strict=True), strict=True))
    assert all(0 <= coordinate <= 1 for place in places.values() for coordinate in place)
    drawn = {node: (data["x"], data["y"]) for node, data in met.nodes(data=True)}
    scale = math.dist(places["p0"], places["p1"]) / math.dist(drawn["p0"], drawn["p1"])
    for one in met:
        for other in met:
            shown = math.dist(places[one], places[other])
            assert math.isclose(shown, scale * math.dist(drawn[one], drawn[other]), abs_tol=0.001)
    # Pajek counts downwards.
    assert places["p2"][1] < places["p3"][1]


def test_pajek_knows_it_for_utf_8_by_its_mark(met: networkx.Graph, tmp_path: Path) -> None:
    lines = save(met, tmp_path).read_bytes().split(b"\n")
    assert lines[0].startswith("\ufeff% Kartoteka: window: sentence".encode())
    assert lines[1] == b"*Vertices 5"
    assert b"\r" not in b"".join(lines)


def test_an_empty_network_and_one_node_are_files_too(tmp_path: Path) -> None:
    assert len(networkx.read_pajek(save(networkx.Graph(), tmp_path))) == 0
    alone = networkx.Graph()
    alone.add_node("p", label="Реденс", x=3.0, y=4.0)
    assert list(networkx.read_pajek(save(alone, tmp_path))) == ["Реденс"]


@given(st.lists(st.text(max_size=12), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_they_are_called_nobody_is_lost(tmp_path: Path, names: list[str]) -> None:
    graph = networkx.Graph()
    for number, name in enumerate(names):
        graph.add_node(f"p{number}", label=name, x=float(number), y=0.0)
    networkx.add_path(graph, graph, weight=2)
    path = save(graph, tmp_path)
    theirs, others = networkx.read_pajek(path), igraph.Graph.Read_Pajek(str(path))
    assert len(theirs) == others.vcount() == len(names)
    assert list(theirs) == others.vs["name"]
    assert theirs.number_of_edges() == others.ecount() == len(names) - 1


def test_namesakes_stay_two(tmp_path: Path) -> None:
    graph = networkx.Graph()
    for node in ("person-1", "person-2"):
        graph.add_node(node, label="Іван Коваль", x=0.0, y=0.0)
    graph.add_edge("person-1", "person-2", weight=1)
    assert list(networkx.read_pajek(save(graph, tmp_path))) == ["Іван Коваль", "Іван Коваль (person-2)"]
