"""The figures of a network are those of networkx's own functions, and the same however it was built."""

from __future__ import annotations

import random
from typing import Any

import igraph
import networkx
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import measures
from kartoteka.network.measures import ALL, measure, measured

NETWORKS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda ends: ends[0] < ends[1]),
    st.integers(1, 30),
    max_size=30,
)


def network(weights: dict[tuple[int, int], int]) -> networkx.Graph:
    """Twelve cards, some of them perhaps without a tie."""
    graph = networkx.Graph()
    graph.add_nodes_from(f"person-{n:02}" for n in range(12))
    graph.add_edges_from((f"person-{a:02}", f"person-{b:02}", {"weight": w}) for (a, b), w in weights.items())
    return graph


def column(graph: networkx.Graph, name: str) -> dict[Any, Any]:
    return {node: data[name] for node, data in graph.nodes(data=True)}


def check(graph: networkx.Graph) -> None:
    """Every measure beside the function of networkx that its description names."""
    measure(graph)
    assert column(graph, "degree") == dict(graph.degree())
    assert column(graph, "strength") == dict(graph.degree(weight="weight"))
    assert column(graph, "core") == networkx.core_number(graph)
    paths = networkx.betweenness_centrality(graph, normalized=False)
    assert column(graph, "betweenness") == pytest.approx(paths, abs=1e-9)
    assert graph.graph["betweenness"] == "exact"
    assert column(graph, "pagerank") == pytest.approx(walked(graph), abs=1e-9)
    bridges = {frozenset(edge) for edge in networkx.bridges(graph)}
    assert {frozenset(ends) for *ends, held in graph.edges(data="bridge") if held} == bridges
    check_eigenvector(graph)


def walked(graph: networkx.Graph) -> dict[Any, float]:
    """What `networkx.pagerank`, which needs scipy, comes to: its matrix applied until nothing moves."""
    matrix = networkx.google_matrix(graph)
    shares = numpy.full(len(graph), 1 / len(graph)) @ numpy.linalg.matrix_power(matrix, 256)
    return dict(zip(graph, shares.tolist(), strict=True))


def check_eigenvector(graph: networkx.Graph) -> None:
    parts = sorted(networkx.connected_components(graph), key=lambda part: (-len(part), sorted(part)))
    largest = max(parts, key=lambda part: (len(part), graph.subgraph(part).size(weight="weight")))
    expected = dict.fromkeys(graph, 0.0)
    if len(largest) > 1:
        part = graph.subgraph(largest)
        expected |= networkx.eigenvector_centrality(part, weight="weight", max_iter=200_000, tol=1e-11)
    assert column(graph, "eigenvector") == pytest.approx(expected, abs=1e-5)


@given(NETWORKS)
@settings(max_examples=80, deadline=None)
def test_every_measure_is_that_of_networkx(weights: dict[tuple[int, int], int]) -> None:
    check(network(weights))


@pytest.mark.parametrize("known", [networkx.les_miserables_graph, networkx.karate_club_graph])
def test_every_measure_is_that_of_networkx_on_known_networks(known: Any) -> None:
    check(known())


def test_cards_and_the_documents_that_name_them_are_measured_too() -> None:
    graph = networkx.Graph()
    for person, document in (
        ("Балицький", "a"),
        ("Балицький", "b"),
        ("Реденс", "b"),
        ("Ягода", "c"),
        ("Ягода", "a"),
    ):
        graph.add_edge(person, document, weight=len(person))
    check(graph)


def test_a_pair_apart_does_not_outshine_the_network() -> None:
    graph = networkx.les_miserables_graph()
    graph.add_edge("Балицький", "Косіор", weight=10_000)
    measure(graph, ["eigenvector", "pagerank"])
    assert graph.nodes["Балицький"]["eigenvector"] == 0.0
    assert max(column(graph, "eigenvector").values()) < 1


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_the_smallest_networks_have_figures(nodes: int) -> None:
    graph = networkx.empty_graph(nodes)
    measure(graph)
    assert all(data.keys() == set(ALL) - {"bridge"} for _, data in graph.nodes(data=True))
    assert set(column(graph, "eigenvector").values()) <= {0.0}
    assert all(type(strength) is int for strength in column(graph, "strength").values())


def test_one_tie_is_a_bridge_and_counts_as_one() -> None:
    graph = networkx.Graph([("Балицький", "Реденс")])
    measure(graph)
    assert graph.edges["Балицький", "Реденс"]["bridge"] is True
    assert column(graph, "strength") == {"Балицький": 1, "Реденс": 1}


def test_ties_of_several_kinds_count_one_by_one_and_weigh_together() -> None:
    graph = networkx.MultiDiGraph()
    graph.add_edge("Реденс", "Балицький", key="succession", weight=2)
    graph.add_edge("Балицький", "Реденс", key="same office", weight=1)
    graph.add_edge("Балицький", "Леплевський", key="succession", weight=4)
    measure(graph)
    assert column(graph, "degree") == {"Реденс": 2, "Балицький": 3, "Леплевський": 1}
    assert column(graph, "strength") == {"Реденс": 3, "Балицький": 7, "Леплевський": 4}
    assert column(graph, "betweenness") == {"Реденс": 0, "Балицький": 1, "Леплевський": 0}
    assert [held for *_, held in graph.edges(data="bridge")] == [False, False, True]


def test_figures_are_plain_numbers_of_python() -> None:
    graph = networkx.les_miserables_graph()
    measure(graph)
    kinds = {name: type(value) for name, value in graph.nodes["Valjean"].items()}
    whole = dict.fromkeys(("degree", "strength", "core", "community"), int)
    assert kinds == whole | dict.fromkeys(("betweenness", "eigenvector", "pagerank"), float)


@given(NETWORKS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_same_network_has_the_same_figures_however_it_was_built(
    weights: dict[tuple[int, int], int], lots: random.Random
) -> None:
    graph, turned = network(weights), networkx.Graph()
    nodes, edges = list(graph), [(b, a, w) for a, b, w in graph.edges(data="weight")]
    lots.shuffle(nodes)
    lots.shuffle(edges)
    turned.add_nodes_from(nodes)
    turned.add_weighted_edges_from(edges)
    measure(graph)
    measure(turned)
    assert {node: dict(data) for node, data in graph.nodes(data=True)} == dict(turned.nodes(data=True))
    assert all(turned.edges[edge] == data for edge, data in ((e, graph.edges[e]) for e in graph.edges))


def test_a_large_network_is_sampled_the_same_way_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "EXACT", 77 * 331 // 2)
    graph, again = networkx.les_miserables_graph(), networkx.les_miserables_graph()
    measure(graph, ["betweenness"])
    measure(again, ["betweenness"])
    assert column(graph, "betweenness") == column(again, "betweenness")
    assert graph.graph["betweenness"] == "of 50 sampled sources"
    exact = networkx.betweenness_centrality(graph, normalized=False)
    ranked = sorted(exact, key=lambda node: -exact[node])
    assert max(graph, key=lambda node: graph.nodes[node]["betweenness"]) == ranked[0]
    most = [graph.nodes[node]["betweenness"] / exact[node] for node in ranked[:5]]
    assert most == pytest.approx([1] * 5, rel=0.3)


def test_a_sample_of_all_sources_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "EXACT", 0)
    graph = networkx.karate_club_graph()
    measure(graph, ["betweenness"])
    exact = networkx.betweenness_centrality(graph, normalized=False)
    assert graph.graph["betweenness"] == "of 34 sampled sources"
    assert column(graph, "betweenness") == pytest.approx(exact, abs=1e-9)


def test_measuring_leaves_the_users_own_lots_alone() -> None:
    random.seed(7)
    numpy.random.seed(7)
    before, state = random.getstate(), numpy.random.get_state()[1].tolist()
    measure(networkx.les_miserables_graph())
    assert random.getstate() == before
    assert numpy.random.get_state()[1].tolist() == state
    # And igraph draws from Python's lots again.
    random.seed(7)
    drawn = igraph.Graph.Erdos_Renyi(20, 0.3).get_edgelist()
    random.seed(7)
    assert igraph.Graph.Erdos_Renyi(20, 0.3).get_edgelist() == drawn


def test_what_the_user_drew_before_changes_nothing() -> None:
    found = []
    for seed in (1, 2, 3):
        random.seed(seed)
        graph = networkx.les_miserables_graph()
        measure(graph, ["community"])
        found.append(column(graph, "community"))
    assert found[0] == found[1] == found[2]


def test_where_igraph_finds_no_eigenvector_plain_iteration_comes_to_that_of_networkx(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def give_up(*_: Any, **__: Any) -> None:
        raise igraph.InternalError("Maximum number of iterations reached")

    monkeypatch.setattr(igraph.Graph, "eigenvector_centrality", give_up)
    graph = networkx.les_miserables_graph()
    measure(graph, ["eigenvector"])
    check_eigenvector(graph)


@pytest.mark.slow
def test_a_chain_too_long_for_exact_arithmetic_still_has_its_middle_in_front() -> None:
    chain = networkx.path_graph(3000)
    measure(chain, ["eigenvector"])
    values = [chain.nodes[node]["eigenvector"] for node in chain]
    assert values[1500] > values[100] > values[0] > 0
    assert sum(value**2 for value in values) == pytest.approx(1)


def test_only_what_is_asked_for_is_written() -> None:
    graph = networkx.karate_club_graph()
    measure(graph, ["core", "bridge"])
    assert measured(graph) == ("core", "bridge")
    assert "betweenness" not in graph.graph


def test_an_unknown_measure_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no measure 'closeness': choose among degree, .*, bridge"):
        measure(networkx.karate_club_graph(), ["degree", "closeness"])


@pytest.mark.parametrize("weight", [0, -2, float("nan")])
def test_a_weight_that_is_none_is_refused(weight: float) -> None:
    graph = networkx.Graph()
    graph.add_edge("Балицький", "Реденс", weight=weight)
    with pytest.raises(ValueError, match=rf"the tie of 'Балицький' and 'Реденс' weighs {weight}"):
        measure(graph)
