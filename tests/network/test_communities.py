"""Circles hang together, gain from being circles, and are the same every time."""

from __future__ import annotations

import random

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network.communities import communities

EDGES = st.dictionaries(
    st.tuples(st.integers(0, 14), st.integers(0, 14)).filter(lambda ends: ends[0] < ends[1]),
    st.integers(1, 20),
    max_size=40,
)


def network(weights: dict[tuple[int, int], int]) -> networkx.Graph:
    graph = networkx.empty_graph(15)
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in weights.items())
    return graph


def circles(graph: networkx.Graph) -> list[set[object]]:
    found = communities(graph)
    return [{node for node, one in found.items() if one == number} for number in range(max(found.values()) + 1)]


def test_two_circles_joined_by_one_tie_are_two() -> None:
    assert sorted(map(sorted, circles(networkx.barbell_graph(5, 0)))) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]


def test_those_who_meet_often_are_one_circle_among_those_who_all_met_once() -> None:
    graph = networkx.complete_graph(["Балицький", "Леплевський", "Карлсон", "Косіор", "Постишев", "Каганович"])
    networkx.set_edge_attributes(graph, 1, "weight")
    for circle in (("Балицький", "Леплевський", "Карлсон"), ("Косіор", "Постишев", "Каганович")):
        for one, other in zip(circle, circle[1:] + circle[:1], strict=True):
            graph.edges[one, other]["weight"] = 20
    assert {frozenset(circle) for circle in circles(graph)} == {
        frozenset({"Балицький", "Леплевський", "Карлсон"}),
        frozenset({"Косіор", "Постишев", "Каганович"}),
    }


@given(EDGES)
@settings(max_examples=80, deadline=None)
def test_every_circle_hangs_together(weights: dict[tuple[int, int], int]) -> None:
    graph = network(weights)
    assert all(networkx.is_connected(graph.subgraph(circle)) for circle in circles(graph))


@given(EDGES)
@settings(max_examples=60, deadline=None)
def test_circles_are_numbered_by_their_strength(weights: dict[tuple[int, int], int]) -> None:
    graph = network(weights)
    strengths = [sum(dict(graph.degree(circle, weight="weight")).values()) for circle in circles(graph)]
    assert strengths == sorted(strengths, reverse=True)


@given(EDGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_same_network_has_the_same_circles_however_it_was_built(
    weights: dict[tuple[int, int], int], lots: random.Random
) -> None:
    graph, turned = network(weights), networkx.Graph()
    edges = list(graph.edges(data="weight"))
    lots.shuffle(edges)
    turned.add_nodes_from(reversed(list(graph)))
    turned.add_weighted_edges_from(edges)
    assert communities(turned) == communities(graph)


@pytest.mark.parametrize("known", [networkx.les_miserables_graph(), networkx.karate_club_graph()])
def test_circles_are_as_good_as_those_of_louvain(known: networkx.Graph) -> None:
    louvain = networkx.community.louvain_communities(known, seed=1)
    modularity = networkx.community.modularity
    assert modularity(known, circles(known)) >= modularity(known, louvain) - 1e-9


def test_a_card_without_ties_is_a_circle_by_itself() -> None:
    graph = networkx.Graph([("Балицький", "Реденс")])
    graph.add_nodes_from(["Ягода", "Єжов"])
    assert communities(graph) == {"Балицький": 0, "Реденс": 0, "Ягода": 2, "Єжов": 1}
    assert communities(networkx.Graph()) == {}
