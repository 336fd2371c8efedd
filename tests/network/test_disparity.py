"""The backbone keeps the ties that are too strong for chance, whatever the strength of their ends."""

from __future__ import annotations

import csv
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import backbone
from kartoteka.network.arithmetic import number
from kartoteka.network.communities import communities
from kartoteka.network.disparity import disparities
from kartoteka.network.drawing import draw
from kartoteka.network.measures import measure, measured

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda ends: ends[0] < ends[1]),
    st.integers(1, 40),
    min_size=1,
)


def network(weights: dict[tuple[int, int], int]) -> networkx.Graph:
    graph = networkx.Graph(window="sentence")
    for (source, target), weight in weights.items():
        graph.add_edge(str(source), str(target), weight=weight)
    return graph


@pytest.fixture
def judged() -> list[dict[str, str]]:
    """The ties of a network and what netbone says of each."""
    with (Path(__file__).parent / "netbone.tsv").open(encoding="utf-8") as stream:
        return list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t"))


def test_a_heavy_tie_of_a_busy_node_stays_and_its_light_ones_go() -> None:
    graph = network({(0, 1): 50, **{(0, n): 1 for n in range(2, 8)}})
    measure(graph)
    kept = backbone(graph, 0.05)
    assert list(kept.edges) == [("0", "1")]
    assert kept.nodes["0"]["strength"] == 50
    assert kept.graph["backbone"] == 0.05
    assert kept.graph["window"] == "sentence"


def test_ties_and_their_chances_are_those_of_netbone(judged: list[dict[str, str]]) -> None:
    graph = networkx.Graph()
    graph.add_weighted_edges_from((row["source"], row["target"], int(row["weight"])) for row in judged)
    chances = {(row["source"], row["target"]): float(row["p_value"] or 1) for row in judged}
    assert disparities(number(graph)).tolist() == pytest.approx(
        [chances.get((a, b)) or chances[b, a] for a, b in graph.edges], rel=1e-9
    )
    for alpha, kept in ((0.05, "kept_05"), (0.3, "kept_30")):
        expected = {frozenset((row["source"], row["target"])) for row in judged if row[kept] == "1"}
        assert {frozenset(edge) for edge in backbone(graph, alpha).edges} == expected


def test_a_lonely_tie_says_nothing_about_its_end() -> None:
    graph = network({(0, 1): 7})
    assert disparities(number(graph)).tolist() == [1.0]
    assert len(backbone(graph, 0.5)) == 0


def test_the_chance_follows_the_published_formula() -> None:
    # k = 3, w/s = 0.5: the integral from 0.5 to 1 of 2(1 - x) dx; the other ends have one tie.
    assert disparities(number(network({(0, 1): 10, (0, 2): 6, (0, 3): 4})))[0] == pytest.approx(0.25)


@given(WEIGHTS, st.floats(0.01, 1.0))
@settings(max_examples=60, deadline=None)
def test_a_tie_stays_exactly_where_either_end_finds_it_significant(
    weights: dict[tuple[int, int], int], alpha: float
) -> None:
    expected = set()
    for (source, target), weight in weights.items():
        for end in (source, target):
            mine = [w for ends, w in weights.items() if end in ends]
            if len(mine) > 1 and (1 - weight / sum(mine)) ** (len(mine) - 1) < alpha:
                expected.add(frozenset({str(source), str(target)}))
    assert {frozenset(edge) for edge in backbone(network(weights), alpha).edges} == expected


@given(WEIGHTS)
@settings(max_examples=30, deadline=None)
def test_a_stricter_level_never_keeps_more(weights: dict[tuple[int, int], int]) -> None:
    graph = network(weights)
    assert {*backbone(graph, 0.1).edges} <= {*backbone(graph, 0.4).edges}


def test_what_is_kept_keeps_all_that_is_known_of_it_and_the_whole_stays_as_it_was() -> None:
    graph = network({(0, 1): 50, **{(0, n): 1 for n in range(2, 8)}})
    graph.nodes["0"].update(label="Всеволод Балицький", variants=["Balitsky"])
    graph.edges["0", "1"].update(documents=["rada"], first="1933-02-17")
    measure(graph, ["strength", "core", "bridge"])
    kept = backbone(graph, 0.05)
    assert kept.nodes["0"]["label"] == "Всеволод Балицький"
    assert kept.edges["0", "1"].items() >= {"documents": ["rada"], "first": "1933-02-17", "weight": 50}.items()
    assert measured(kept) == ("strength", "core", "bridge")
    assert (graph.nodes["0"]["strength"], kept.nodes["0"]["strength"]) == (56, 50)
    assert not any("disparity" in data for *_, data in graph.edges(data=True))


def test_what_is_kept_is_a_network_of_its_own_which_the_drawing_of_the_whole_does_not_fit() -> None:
    graph = network({(0, 1): 50, (2, 3): 50, (0, 2): 1, **{(0, n): 1 for n in range(4, 12)}})
    measure(graph, ["strength", "community"])
    kept = backbone(draw(graph), 0.05)
    assert kept.graph == {"window": "sentence", "backbone": 0.05}
    assert all(data.keys() == {"strength", "community"} for _, data in kept.nodes(data=True))
    assert dict(kept.nodes(data="community")) == communities(kept)
    assert "color" in graph.nodes["0"]


def test_a_backbone_without_ties_says_how_near_the_nearest_came() -> None:
    even = network({(0, 1): 3, (0, 2): 3, (0, 3): 3, (1, 2): 3, (1, 3): 3, (2, 3): 3})
    assert backbone(even, 0.05).graph["empty"] == "no tie of 6 passes the backbone at 0.05: the surest has 0.44"
    one = backbone(network({(0, 1): 3}), 0.05)
    assert one.graph["empty"] == "the only tie does not pass the backbone at 0.05: the surest has 1"
    assert "empty" not in backbone(even, 0.5).graph


def test_why_a_network_was_empty_before_is_not_forgotten() -> None:
    nobody = networkx.Graph(empty="no tie has a weight of 5: the heaviest has 2")
    assert backbone(nobody).graph["empty"] == "no tie has a weight of 5: the heaviest has 2"


@pytest.mark.parametrize("alpha", [0, -0.1, 1.5])
def test_a_level_outside_its_range_is_refused(alpha: float) -> None:
    with pytest.raises(ValueError, match=f"alpha is {alpha}"):
        backbone(network({(0, 1): 1}), alpha)
