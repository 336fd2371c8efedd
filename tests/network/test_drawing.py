"""The drawing of a network: the same every time, nothing covered, near what belongs together."""

from __future__ import annotations

import random
from itertools import combinations

import networkx
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import draw, layout
from kartoteka.network.communities import communities
from kartoteka.network.drawing import forces, group_colour, kind_colour
from kartoteka.network.drawing.letters import text_width
from kartoteka.network.drawing.marks import Mark, marks
from kartoteka.network.drawing.naming import Name, place_names
from kartoteka.network.drawing.packing import pack
from kartoteka.network.drawing.parting import near, part

NAMES = ["Всеволод Балицький", "Stanislav Redens", "Павел Постышев", "Lazar Kaganovich", "Генрих Ягода"]
Frame = tuple[float, float, float, float]


def named(graph: networkx.Graph) -> networkx.Graph:
    """The graph with ids and names as cards have them."""
    graph = networkx.relabel_nodes(graph, lambda node: f"person-{node}")
    for number, node in enumerate(sorted(graph)):
        graph.nodes[node].update(label=f"{NAMES[number % 5]} {number}", kind="PERSON")
    networkx.set_node_attributes(graph, dict(graph.degree(weight="weight")), "strength")
    return graph


def circles(count: int, size: int) -> networkx.Graph:
    """A ring of circles whose members all know each other."""
    return named(networkx.ring_of_cliques(count, size))


@pytest.fixture
def society() -> networkx.Graph:
    return named(networkx.les_miserables_graph())


def frame(name: Name) -> Frame:
    width = text_width(name.text, name.font)
    left = name.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[name.anchor] * width
    return left, name.y - 0.75 * name.font, left + width, name.y + 0.2 * name.font


def apart(one: Frame, other: Frame) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_same_network_is_drawn_alike_in_whatever_order_it_was_built(society: networkx.Graph) -> None:
    turned = networkx.Graph()
    turned.add_nodes_from(reversed([(node, dict(data)) for node, data in society.nodes(data=True)]))
    turned.add_edges_from(reversed([(b, a, data) for a, b, data in society.edges(data=True)]))
    random.seed(5)
    drawn = dict(draw(society).nodes(data=True))
    random.seed(6)
    assert dict(draw(turned).nodes(data=True)) == drawn


def test_drawing_leaves_the_state_of_chance_as_it_was(society: networkx.Graph) -> None:
    random.seed(1937)
    before = random.getstate()
    draw(society)
    assert random.getstate() == before


def test_no_disc_covers_another(society: networkx.Graph) -> None:
    draw(society)
    for one, other in combinations(society.nodes.values(), 2):
        distance = ((one["x"] - other["x"]) ** 2 + (one["y"] - other["y"]) ** 2) ** 0.5
        assert distance > one["size"] + other["size"]


def test_in_a_small_network_everybody_has_a_name_and_none_covers_another_or_a_disc(
    society: networkx.Graph,
) -> None:
    names = place_names(draw(society))
    assert {name.node for name in names} == set(society)
    assert all(apart(frame(one), frame(other)) for one, other in combinations(names, 2))
    for name in names:
        left, top, right, bottom = frame(name)
        for node, data in society.nodes(data=True):
            across, down = (
                max(left - data["x"], data["x"] - right, 0),
                max(top + data["y"], -data["y"] - bottom, 0),
            )
            assert node == name.node or (across**2 + down**2) ** 0.5 >= data["size"]


def test_the_largest_have_names_before_others() -> None:
    crowd = circles(20, 9)
    draw(crowd)
    crowd.nodes["person-100"]["size"] = 30.0
    names = place_names(crowd)
    assert names[0].node == "person-100"
    assert 20 < len(names) <= len(crowd)


def test_tied_cards_stand_nearer_than_others(society: networkx.Graph) -> None:
    at = layout(society)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(((at[a][0] - at[b][0]) ** 2 + (at[a][1] - at[b][1]) ** 2) ** 0.5 for a, b in pairs) / len(pairs)

    strangers = [pair for pair in combinations(society, 2) if not society.has_edge(*pair)]
    assert mean(list(society.edges)) < 0.6 * mean(strangers)


@pytest.mark.parametrize("paired", [0, 10_000])
def test_circles_stand_together_whether_pairs_or_a_mesh_are_reckoned_with(
    monkeypatch: pytest.MonkeyPatch, paired: int
) -> None:
    monkeypatch.setattr(forces, "PAIRED", paired)
    graph = circles(12, 10)
    at = layout(graph)
    found = communities(graph)

    def mean(together: bool) -> float:
        pairs = [(a, b) for a, b in combinations(graph, 2) if (found[a] == found[b]) == together]
        return float(numpy.mean([numpy.hypot(*numpy.subtract(at[a], at[b])) for a, b in pairs]))

    assert mean(True) < 0.5 * mean(False)


def test_the_mesh_pushes_as_the_pairs_do() -> None:
    chance = numpy.random.default_rng(1937)
    points, masses = chance.normal(size=(500, 2)) * 10, chance.integers(1, 9, 500).astype(float)
    pairs, mesh = forces._push_of_pairs(points, masses), forces._push_on_mesh(points, masses)
    assert numpy.abs(pairs - mesh).mean() < 0.15 * numpy.abs(pairs).mean()


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_the_smallest_networks_are_drawn_too(count: int) -> None:
    graph = draw(named(networkx.path_graph(count)))
    assert len({(data["x"], data["y"]) for _, data in graph.nodes(data=True)}) == count


def test_a_drawing_once_made_is_kept(society: networkx.Graph) -> None:
    before = {node: dict(data) for node, data in draw(society).nodes(data=True)}
    assert {node: dict(data) for node, data in draw(society).nodes(data=True)} == before


def test_size_grows_with_strength_or_with_the_measure_asked_for(society: networkx.Graph) -> None:
    ranked = sorted(draw(society).nodes(data=True), key=lambda node: node[1]["strength"])
    assert [data["size"] for _, data in ranked] == sorted(data["size"] for _, data in ranked)
    places = {node: (data["x"], data["y"]) for node, data in society.nodes(data=True)}
    networkx.set_node_attributes(society, dict(networkx.degree(society)), "degree")
    draw(society, size_by="degree")
    ranked = sorted(society.nodes(data=True), key=lambda node: node[1]["degree"])
    assert [data["size"] for _, data in ranked] == sorted(data["size"] for _, data in ranked)
    assert society.graph["sized_by"] == "degree"
    assert {node: (data["x"], data["y"]) for node, data in society.nodes(data=True)} == places


def test_a_measure_that_is_missing_names_those_there_are(society: networkx.Graph) -> None:
    with pytest.raises(ValueError, match=r"no measure 'fame' on every node: choose one of .*strength"):
        draw(society, size_by="fame")


def test_one_kind_is_coloured_by_community_and_several_by_kind(society: networkx.Graph) -> None:
    assert {data["color"] for _, data in draw(society).nodes(data=True)} <= {group_colour(n) for n in range(20)}
    assert society.graph["coloured_by"] == "community"
    mixed = named(networkx.path_graph(3))
    mixed.nodes["person-1"]["kind"] = "ORG"
    assert [draw(mixed).nodes[f"person-{n}"]["color"] for n in range(3)] == [
        kind_colour(kind) for kind in ("PERSON", "ORG", "PERSON")
    ]
    assert {data["color"] for _, data in draw(mixed, colour_by="community").nodes(data=True)} == {group_colour(0)}


def test_other_colours_name_the_known_ones(society: networkx.Graph) -> None:
    with pytest.raises(ValueError, match="no colours by 'rank': choose kind or community"):
        draw(society, colour_by="rank")
    assert draw(society, colour_by="KIND").graph["coloured_by"] == "kind"


def test_a_part_of_a_network_keeps_the_places_the_colours_and_the_measure_of_the_whole(
    society: networkx.Graph,
) -> None:
    draw(society)
    early = society.subgraph(sorted(society)[:40]).copy()
    for _, data in early.nodes(data=True):
        for name in ("x", "y", "size", "color"):
            del data[name]
        data["strength"] /= 2
    draw(early, like=society)
    for node, data in early.nodes(data=True):
        whole = society.nodes[node]
        assert (data["x"], data["y"], data["color"]) == (whole["x"], whole["y"], whole["color"])
        assert data["size"] < whole["size"]


def test_who_is_new_stands_with_those_met_and_covers_nobody(society: networkx.Graph) -> None:
    draw(society)
    later = networkx.Graph(society.edges(data=True))
    later.add_nodes_from(
        (node, {"label": data["label"], "kind": "PERSON"}) for node, data in society.nodes(data=True)
    )
    later.add_node("person-new", label="Василь Еллан-Блакитний", kind="PERSON")
    later.add_node("person-alone", label="Михайль Семенко", kind="PERSON")
    met = max(society, key=lambda node: society.nodes[node]["x"])
    later.add_edge("person-new", met, weight=1)
    draw(later, like=society)
    new, friend = later.nodes["person-new"], later.nodes[met]
    assert abs(new["x"] - friend["x"]) + abs(new["y"] - friend["y"]) < 150
    for node, data in later.nodes(data=True):
        away = ((new["x"] - data["x"]) ** 2 + (new["y"] - data["y"]) ** 2) ** 0.5
        assert node == "person-new" or away > new["size"] + data["size"]


def drawn_part(whole: networkx.Graph, count: int) -> networkx.Graph:
    """The first cards of a network and their ties, not drawn, with communities of their own."""
    early = sorted(whole)[:count]
    part = networkx.Graph()
    for node in early:
        data = whole.nodes[node]
        part.add_node(node, **{name: data[name] for name in ("label", "kind", "strength", "degree", "fame")})
    part.add_edges_from(whole.subgraph(early).edges(data=True))
    for node, community in communities(part).items():
        part.nodes[node]["community"] = community
    return part


def test_what_is_drawn_like_another_tells_the_same_by_sizes_and_colours(society: networkx.Graph) -> None:
    for number, node in enumerate(sorted(society)):
        society.nodes[node].update(
            degree=society.degree(node), fame=number, kind="PERSON" if number % 3 else "ORG"
        )
    draw(society, size_by="fame", colour_by="community")
    part = draw(drawn_part(society, 40), like=society)
    assert (part.graph["sized_by"], part.graph["coloured_by"]) == ("fame", "community")
    for node, data in part.nodes(data=True):
        assert [data[name] for name in ("size", "color")] == [
            society.nodes[node][name] for name in ("size", "color")
        ]
    again = draw(part, like=society, size_by="degree", colour_by="kind")
    assert (again.graph["sized_by"], again.graph["coloured_by"]) == ("degree", "kind")
    assert {data["color"] for _, data in again.nodes(data=True)} == {kind_colour("PERSON"), kind_colour("ORG")}


def test_what_is_drawn_like_another_has_its_communities(society: networkx.Graph) -> None:
    for number, node in enumerate(sorted(society)):
        society.nodes[node].update(degree=society.degree(node), fame=number)
    draw(society)
    part = drawn_part(society, 40)
    own = {node: data["community"] for node, data in part.nodes(data=True)}
    draw(part, like=society)
    found = {node: data["community"] for node, data in part.nodes(data=True)}
    assert found == {node: society.nodes[node]["community"] for node in part} != own
    assert all(data["color"] == group_colour(data["community"]) for _, data in part.nodes(data=True))


def test_who_is_new_belongs_to_the_community_of_those_met_most(society: networkx.Graph) -> None:
    draw(society)
    first, second = (
        next(node for node, data in society.nodes(data=True) if data["community"] == number) for number in (0, 1)
    )
    later = networkx.Graph(society)
    for node in ("person-new", "person-alone", "person-apart"):
        later.add_node(node, label=node, kind="PERSON", strength=1)
    later.add_edge("person-new", first, weight=2)
    later.add_edge("person-new", second, weight=3)
    later.add_edge("person-alone", "person-apart", weight=9)
    draw(later, like=society)
    known = {data["community"] for _, data in society.nodes(data=True)}
    assert later.nodes["person-new"]["community"] == 1
    assert later.nodes["person-new"]["color"] == society.nodes[second]["color"]
    assert {later.nodes[node]["community"] for node in ("person-alone", "person-apart")}.isdisjoint(known)


def test_a_network_without_places_is_no_pattern(society: networkx.Graph) -> None:
    with pytest.raises(ValueError, match="draw it first"):
        draw(society.copy(), like=society)


def test_a_stress_mark_takes_no_room_and_an_unknown_letter_a_broad_one() -> None:
    assert text_width("Хвильови\u0301й", 10) == text_width("Хвильовий", 10)
    assert text_width("鐵", 10) == 10


def test_in_a_larger_network_some_names_have_room() -> None:
    for graph, named_ones in ((circles(10, 10), 100), (circles(10, 11), 40)):
        sizes = marks(graph, dict.fromkeys(graph, 4.0))
        assert sum(mark.font > 0 for mark in sizes.values()) == named_ones


def test_pieces_without_a_tie_between_them_stand_apart() -> None:
    graph = named(networkx.disjoint_union_all([networkx.complete_graph(size) for size in (12, 4, 2, 2, 1)]))
    at = layout(graph)
    frames = []
    for piece in networkx.connected_components(graph):
        xs, ys = zip(*(at[node] for node in piece), strict=True)
        frames.append((min(xs), min(ys), max(xs), max(ys)))
    for one, other in combinations(frames, 2):
        assert apart(one, other)


points = st.lists(
    st.tuples(st.floats(-200, 200), st.floats(-200, 200), st.floats(0.5, 60)), min_size=1, max_size=40
)


@given(points)
@settings(max_examples=60, deadline=None)
def test_every_pair_whose_squares_overlap_is_found_once(squares: list[tuple[float, float, float]]) -> None:
    table = numpy.array(squares)
    found = [frozenset(pair) for pair in zip(*map(list, near(table[:, :2], table[:, 2])), strict=True)]
    assert len(found) == len(set(found)) and all(len(pair) == 2 for pair in found)
    for (i, one), (j, other) in combinations(enumerate(squares), 2):
        if max(abs(one[0] - other[0]), abs(one[1] - other[1])) < one[2] + other[2]:
            assert frozenset((i, j)) in found


@given(st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50), st.floats(2, 26)), min_size=2, max_size=20))
@settings(max_examples=40, deadline=None)
def test_discs_are_moved_until_none_covers_another(discs: list[tuple[float, float, float]]) -> None:
    moved = part(numpy.array(discs)[:, :2], [Mark(radius) for *_, radius in discs], 2000)
    for (i, one), (j, other) in combinations(enumerate(discs), 2):
        assert numpy.hypot(*(moved[i] - moved[j])) > one[2] + other[2]


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(1, 300)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_packed_boxes_never_overlap(boxes: list[tuple[float, float]]) -> None:
    placed = [(x, y, x + w, y + h) for (x, y), (w, h) in zip(pack(boxes, 1.5), boxes, strict=True)]
    for one, other in combinations(placed, 2):
        assert apart(one, other)
