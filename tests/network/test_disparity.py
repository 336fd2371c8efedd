"""The backbone keeps the ties that are too strong for chance, whatever the strength of their ends."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import backbone
from kartoteka.network.disparity import disparity

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


def test_a_heavy_tie_of_a_busy_node_stays_and_its_light_ones_go() -> None:
    graph = network({(0, 1): 50, **{(0, n): 1 for n in range(2, 8)}})
    kept = backbone(graph, 0.05)
    assert list(kept.edges) == [("0", "1")]
    assert kept.nodes["0"]["strength"] == 50
    assert kept.graph["backbone"] == 0.05


def test_a_lonely_tie_says_nothing_about_its_end() -> None:
    assert disparity(7, 7, 1) == 1.0
    assert len(backbone(network({(0, 1): 7}), 0.5)) == 0


def test_the_chance_follows_the_published_formula() -> None:
    # k = 3, w/s = 0.5: the integral from 0.5 to 1 of 2(1 - x) dx.
    assert disparity(5, 10, 3) == pytest.approx(0.25)


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


def test_a_level_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match=r"alpha is 1\.5"):
        backbone(network({(0, 1): 1}), 1.5)
