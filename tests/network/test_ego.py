"""The network around a card is found by its id or by any of its spellings."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network.communities import communities
from kartoteka.network.drawing import draw
from kartoteka.network.ego import ego, find
from kartoteka.network.measures import measure, measured

CARDS = {
    "Q855": ("Йосип Сталін", ["Сталін", "Stalin", "Сталин"]),
    "person-1": ("Всеволод Балицький", ["Балицький", "Balitsky", "Балицкого"]),
    "person-2": ("Станіслав Реденс", ["Реденс", "Redens"]),
    "person-3": ("Станіслав Косіор", ["Косіор", "Kosior"]),
    "person-4": ("Казимир Косіор", ["Косіор"]),
    "person-5": ("Генріх Люшков", ["Люшков", "Lyushkov"]),
    "org-1": ("47-й", ["47"]),
}
TIES = [("Q855", "person-3"), ("person-1", "person-2"), ("person-1", "person-3"), ("person-2", "person-3")]


@pytest.fixture
def circle() -> networkx.Graph:
    graph = networkx.Graph(window="sentence")
    for node, (label, variants) in CARDS.items():
        graph.add_node(node, label=label, variants=variants)
    graph.add_edges_from((*ends, {"weight": number}) for number, ends in enumerate(TIES, 1))
    graph.add_edge("person-3", "person-4", weight=1)
    measure(graph, ["degree", "strength", "bridge"])
    return graph


@pytest.mark.parametrize(
    "name",
    [
        "person-1",
        "Всеволод Балицький",
        "балицький",
        "Balitsky",
        "Balytskyi",
        "Balyc'kyj",
        "Балицкий",
        "Vsevolod Balytsky",
        "Балицького",
        "Балицьким",
        "Всеволода Балицького",
        "Балицкому",
        "Balytsky's",
    ],
)
def test_a_card_is_found_by_id_and_in_every_spelling_and_script(circle: networkx.Graph, name: str) -> None:
    assert find(circle, name) == "person-1"


def test_a_name_without_letters_is_found_as_it_is(circle: networkx.Graph) -> None:
    assert find(circle, "47") == "org-1"


def test_a_case_of_a_name_that_several_bear_is_of_several(circle: networkx.Graph) -> None:
    with pytest.raises(ValueError, match="'Косіора' is the name of several"):
        find(circle, "Косіора")


def test_a_name_as_it_stands_goes_before_the_name_of_which_it_is_a_case() -> None:
    graph = networkx.Graph()
    graph.add_node("person-1", label="Петров")
    assert find(graph, "Петрова") == "person-1"
    graph.add_node("person-2", label="Петрова")
    assert find(graph, "Петрова") == "person-2"


def test_an_id_goes_before_a_name() -> None:
    graph = networkx.Graph()
    graph.add_node("Реденс", label="Ганна Реденс")
    graph.add_node("person-2", label="Реденс")
    assert find(graph, "Реденс") == "Реденс"
    assert find(graph, "Redens") == "person-2"


def test_a_name_of_several_is_refused_with_their_ids_even_where_one_alone_is_spelled_so(
    circle: networkx.Graph,
) -> None:
    with pytest.raises(ValueError) as refused:
        ego(circle, "Kosior")
    assert str(refused.value) == (
        "'Kosior' is the name of several, say which by id: Станіслав Косіор (person-3), Казимир Косіор (person-4)"
    )


def test_a_name_of_nobody_is_refused_with_the_nearest(circle: networkx.Graph) -> None:
    with pytest.raises(
        ValueError, match="nobody in this network is called 'Lyushkin'; the nearest are Генріх Люшков"
    ):
        ego(circle, "Lyushkin")
    circle.add_node("person-6", label="Karl Karlson", variants=["Karlson"])
    with pytest.raises(ValueError, match=r"is called 'Napoleon'$"):
        ego(circle, "Napoleon")
    with pytest.raises(ValueError, match=r"is called 'Шумськоє'$"):
        ego(circle, "Шумськоє")


def test_the_neighbours_come_with_the_ties_between_them(circle: networkx.Graph) -> None:
    around = ego(circle, "Балицький")
    assert list(around) == ["person-1", "person-2", "person-3"]
    assert {frozenset(edge) for edge in around.edges} == {frozenset(ends) for ends in TIES[1:]}
    assert around.graph == {"window": "sentence", "ego": "Всеволод Балицький"}


def test_the_measures_are_those_of_the_part(circle: networkx.Graph) -> None:
    around = ego(circle, "Балицький")
    assert measured(around) == ("degree", "strength", "bridge")
    assert (circle.nodes["person-3"]["degree"], around.nodes["person-3"]["degree"]) == (4, 2)
    assert around.nodes["person-1"]["variants"] == ["Балицький", "Balitsky", "Балицкого"]


def test_a_wider_radius_and_several_cards_reach_further(circle: networkx.Graph) -> None:
    assert set(ego(circle, "Балицький", 2)) == {"Q855", "person-1", "person-2", "person-3", "person-4"}
    around = ego(circle, ["Люшков", "Q855"])
    assert list(around) == ["Q855", "person-3", "person-5"]
    assert around.graph["ego"] == "Генріх Люшков, Йосип Сталін"


def test_the_part_is_a_network_of_its_own_which_the_drawing_of_the_whole_does_not_fit(
    circle: networkx.Graph,
) -> None:
    measure(circle, ["community"])
    drawn = draw(circle)
    part = ego(drawn, "Балицький")
    assert part.graph.keys().isdisjoint({"sized_by", "coloured_by"})
    assert all(data.keys().isdisjoint({"x", "y", "size", "color"}) for _, data in part.nodes(data=True))
    assert dict(part.nodes(data="community")) == communities(part)
    assert "color" in drawn.nodes["person-1"]
    again = draw(part, like=drawn)
    assert all(again.nodes[node]["color"] == drawn.nodes[node]["color"] for node in again)


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] < e[1])), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_the_part_is_that_of_networkx(edges: set[tuple[int, int]], radius: int) -> None:
    graph = networkx.Graph()
    graph.add_nodes_from(map(str, range(10)))
    graph.add_edges_from((str(a), str(b)) for a, b in edges)
    around, expected = ego(graph, "0", radius), networkx.ego_graph(graph, "0", radius)
    assert set(around) == set(expected)
    assert {frozenset(edge) for edge in around.edges} == {frozenset(edge) for edge in expected.edges}


def test_directed_ties_reach_both_ways() -> None:
    graph = networkx.MultiDiGraph()
    graph.add_edge("Реденс", "Балицький", key="succession", weight=1)
    graph.add_edge("Балицький", "Леплевський", key="succession", weight=1)
    assert list(ego(graph, "Балицький").edges(keys=True)) == [
        ("Реденс", "Балицький", "succession"),
        ("Балицький", "Леплевський", "succession"),
    ]


def test_a_card_without_ties_gives_an_empty_network_that_says_so(circle: networkx.Graph) -> None:
    around = ego(circle, "Люшков")
    assert around.size() == 0
    assert around.graph["empty"] == "no tie of Генріх Люшков is in the network"


def test_an_empty_network_stays_empty_for_its_own_reason() -> None:
    nobody = networkx.Graph(empty="no tie has a weight of 5: the heaviest has 2")
    around = ego(nobody, "Балицький")
    assert around.graph == {"empty": "no tie has a weight of 5: the heaviest has 2", "ego": "Балицький"}


def test_a_radius_below_one_is_refused(circle: networkx.Graph) -> None:
    with pytest.raises(ValueError, match="the radius is 0"):
        ego(circle, "Балицький", 0)
