"""The picture of a network: the same every time, nothing covered, colours that everybody tells apart."""

from __future__ import annotations

from itertools import combinations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import draw, layout, places
from kartoteka.network.drawing import group_colour, kind_colour
from kartoteka.network.graph import measure
from kartoteka.network.groups import groups
from kartoteka.network.marks import NAMED, marks, text_width
from kartoteka.network.packing import pack

NAMES = ["Всеволод Балицький", "Stanislav Redens", "Павел Постышев", "Lazar Kaganovich", "Генрих Ягода"]


def named(graph: networkx.Graph) -> networkx.Graph:
    """The graph with ids and names as cards have them."""
    graph = networkx.relabel_nodes(graph, lambda node: f"person-{node}")
    for number, node in enumerate(sorted(graph)):
        graph.nodes[node].update(label=f"{NAMES[number % 5]} {number}", kind="PERSON")
    measure(graph)
    return graph


@pytest.fixture
def society() -> networkx.Graph:
    return named(networkx.les_miserables_graph())


def test_the_same_network_is_drawn_alike_in_whatever_order_it_was_built(society: networkx.Graph) -> None:
    turned = networkx.Graph()
    turned.add_nodes_from(reversed(list(society.nodes(data=True))))
    turned.add_edges_from(reversed([(b, a, data) for a, b, data in society.edges(data=True)]))
    assert layout(turned) == layout(society)
    assert groups(turned) == groups(society)


def test_no_disc_and_no_name_covers_another(society: networkx.Graph) -> None:
    at, sizes = layout(society), marks(society)

    def box(node: str) -> tuple[float, float, float, float]:
        (x, y), mark = at[node], sizes[node]
        half = max(mark.radius, mark.width / 2)
        return x - half, -y - mark.radius, x + half, -y + mark.radius + mark.font

    for one, other in combinations(map(box, society), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart


def test_tied_cards_stand_nearer_than_others(society: networkx.Graph) -> None:
    at = layout(society)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5 for a, b in pairs) / len(pairs)

    strangers = [pair for pair in combinations(society, 2) if not society.has_edge(*pair)]
    assert mean(list(society.edges)) < 0.6 * mean(strangers)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_the_smallest_networks_are_drawn_too(count: int) -> None:
    graph = draw(named(networkx.path_graph(count)))
    assert len({(data["x"], data["y"]) for _, data in graph.nodes(data=True)}) == count


def test_a_large_network_is_set_out_group_by_group(
    monkeypatch: pytest.MonkeyPatch, society: networkx.Graph
) -> None:
    monkeypatch.setattr(places, "FORCED", 10)
    at = layout(society)
    assert len(set(at.values())) == len(society)
    assert layout(society) == at


def test_a_drawing_once_made_is_kept(society: networkx.Graph) -> None:
    before = {node: dict(data) for node, data in draw(society).nodes(data=True)}
    assert {node: dict(data) for node, data in draw(society).nodes(data=True)} == before


def test_size_grows_with_strength(society: networkx.Graph) -> None:
    ranked = sorted(draw(society).nodes(data=True), key=lambda node: node[1]["strength"])
    assert [data["size"] for _, data in ranked] == sorted(data["size"] for _, data in ranked)


def test_the_strongest_alone_bear_names_in_a_crowd() -> None:
    crowd = named(networkx.star_graph(NAMED + 20))
    shown = [node for node, mark in marks(crowd).items() if mark.font]
    assert len(shown) == NAMED
    assert "person-0" in shown


def test_one_kind_is_coloured_by_group_and_several_by_kind(society: networkx.Graph) -> None:
    assert {data["color"] for _, data in draw(society).nodes(data=True)} <= {group_colour(n) for n in range(20)}
    mixed = named(networkx.path_graph(3))
    mixed.nodes["person-1"]["kind"] = "ORG"
    assert [draw(mixed).nodes[f"person-{n}"]["color"] for n in range(3)] == [
        kind_colour(kind) for kind in ("PERSON", "ORG", "PERSON")
    ]


def test_the_four_kinds_have_four_colours_and_the_unknown_is_grey() -> None:
    assert len({kind_colour(kind) for kind in ("PERSON", "OFFICE", "ORG", "PLACE", "SHIP")}) == 5
    assert kind_colour("SHIP") == group_colour(99)


def test_two_circles_joined_by_one_tie_are_two_groups() -> None:
    found = groups(named(networkx.barbell_graph(5, 0)))
    assert {found[f"person-{n}"] for n in range(5)} != {found[f"person-{n}"] for n in range(5, 10)}
    assert set(found.values()) == {0, 1}


def test_a_stress_mark_takes_no_room() -> None:
    assert text_width("Хвильови\u0301й", 10) == text_width("Хвильовий", 10)


def test_pieces_without_a_tie_between_them_stand_apart() -> None:
    graph = named(networkx.disjoint_union_all([networkx.complete_graph(size) for size in (12, 4, 2, 2)]))
    at = layout(graph)
    frames = []
    for piece in networkx.connected_components(graph):
        xs, ys = zip(*(at[node] for node in piece), strict=True)
        frames.append((min(xs), min(ys), max(xs), max(ys)))
    for one, other in combinations(frames, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(1, 300)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_packed_boxes_never_overlap(boxes: list[tuple[float, float]]) -> None:
    placed = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(pack(boxes, 1.5), boxes, strict=True)]
    for one, other in combinations(placed, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
