"""Figures of a network: how central each card is, which circle it belongs to, which ties hold the whole together."""

from __future__ import annotations

import random
import warnings
from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kartoteka.network.arithmetic import SEED, Numbered, number, seeded
from kartoteka.network.communities import circles
from kartoteka.network.listing import listed

if TYPE_CHECKING:
    from networkx import Graph

#: Every measure by its name: `bridge` is one of ties, the others are of nodes.
ALL = ("degree", "strength", "betweenness", "eigenvector", "pagerank", "core", "community", "bridge")

#: Nodes times nodes and ties: up to here betweenness is exact (some seconds), above it is sampled as long.
EXACT = 250_000_000

#: What is known without igraph.
_COUNTED = frozenset({"degree", "strength"})
#: However large the network, the shortest paths from so many nodes are followed.
_LEAST_SOURCES = 50
_ROUNDS = 1000
#: Further digits are the noise of the arithmetic.
_DIGITS = 12


def measure(graph: Graph, names: str | Iterable[str] = ALL) -> None:
    """Write measures on the nodes and ties of a network, given by their names: a list, or one string with commas.

    Each equals a function of networkx, named here; all take the network as undirected, and ties between the same
    two nodes as one of their summed weights (save degree, strength and bridge).

    - `degree`: how many ties (`graph.degree()`), `strength`: the sum of their weights (`graph.degree(weight="weight")`)
    - `betweenness`: on how many shortest paths between two others a node lies, each tie a step whatever its weight,
      as in Gephi's own statistics (`betweenness_centrality(graph, normalized=False)`). Above `EXACT` it is estimated
      from the paths of a sample of nodes (Brandes and Pich, "Centrality estimation in large networks", International
      Journal of Bifurcation and Chaos 17, 2007); `graph.graph["betweenness"]` says "exact" or "of N sampled sources"
    - `eigenvector`: how well tied its neighbours are, by weight, within the largest connected part (by nodes, then by
      weight), 0 outside it and without ties: two who meet often, but nobody else, would outshine everybody
      (`eigenvector_centrality(part, weight="weight")`)
    - `pagerank`: where a walk along the ties, the heavier the likelier, is found (`pagerank(graph)`)
    - `core`: the greatest k such that the node has k ties within a group of whom all have (`core_number(graph)`)
    - `community`: the number of its circle (`communities`)
    - `bridge` on ties: whether without it a part of the network would be cut off (`bridges(graph)`)

    Raises ValueError for a name that is none of `ALL`, and for a weight that is not above 0.
    """
    chosen = check_measures(names)
    if not graph or not chosen:
        return
    numbered = number(graph)
    ties: Any = None if _COUNTED.issuperset(chosen) else numbered.igraph()
    for name in chosen:
        if name == "betweenness":
            found, graph.graph[name] = _betweenness(ties)
            _write(graph, numbered, name, found)
        elif name == "bridge":
            _mark_bridges(graph, numbered, set(ties.bridges()))
        else:
            _write(graph, numbered, name, _NODES[name](numbered, ties))


def check_measures(names: str | Iterable[str]) -> tuple[str, ...]:
    """The names, each by itself. Raises ValueError for one that is none of `ALL`."""
    chosen = tuple(name.lower() for name in listed(names))
    for name in chosen:
        if name not in ALL:
            raise ValueError(f"no measure {name!r}: choose among {', '.join(ALL)}")
    return chosen


def measured(graph: Graph) -> tuple[str, ...]:
    """The measures that a network bears already."""
    nodes: dict[str, Any] = next((data for _, data in graph.nodes(data=True)), {})
    ties: dict[str, Any] = next((data for *_, data in graph.edges(data=True)), {})
    return tuple(name for name in ALL if name in (ties if name == "bridge" else nodes))


def _write(graph: Graph, numbered: Numbered, name: str, values: Sequence[float]) -> None:
    for node, value in zip(numbered.nodes, values, strict=True):
        graph.nodes[node][name] = value


def _mark_bridges(graph: Graph, numbered: Numbered, bridges: set[int]) -> None:
    for (*_, data), tie in zip(graph.edges(data=True), numbered.alone.tolist(), strict=True):
        data["bridge"] = tie in bridges


def _betweenness(ties: Any) -> tuple[list[float], str]:
    """Each node's betweenness, and how it was found."""
    nodes, effort = ties.vcount(), ties.vcount() + ties.ecount()
    if nodes * effort <= EXACT:
        return _rounded(ties.betweenness(directed=False)), "exact"
    often = min(nodes, max(_LEAST_SOURCES, EXACT // effort))
    sources = sorted(random.Random(SEED).sample(range(nodes), often))
    sampled = ties.betweenness(directed=False, sources=sources)
    return _rounded([one * nodes / often for one in sampled]), f"of {often} sampled sources"


def _eigenvector(ties: Any) -> list[float]:
    import numpy

    parts = list(ties.connected_components())
    strengths = ties.strength(weights="weight")
    largest = max(parts, key=lambda part: (len(part), sum(strengths[node] for node in part)))
    values = numpy.zeros(ties.vcount())
    if len(largest) > 1:
        values[largest] = _leading(ties.induced_subgraph(largest))
    return _rounded(values / (numpy.linalg.norm(values) or 1))


def _leading(part: Any) -> Any:
    """The leading eigenvector of a connected part, by ARPACK.

    A chain of thousands of cards has two that are too alike for ARPACK; then what a thousand rounds of plain
    iteration come to, which Gephi does a hundred of.
    """
    import igraph
    import numpy

    with seeded(), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it warns of small values and of giving up
        try:
            return numpy.abs(part.eigenvector_centrality(weights="weight"))
        except igraph.InternalError:
            pass
    sources, targets = numpy.array(part.get_edgelist()).T
    weights = numpy.array(part.es["weight"])
    values: Any = numpy.ones(part.vcount())
    for _ in range(_ROUNDS):
        gained = numpy.bincount(sources, weights * values[targets], len(values))
        values = values + gained + numpy.bincount(targets, weights * values[sources], len(values))
        values /= numpy.linalg.norm(values)
    return values


def _rounded(values: Any) -> list[float]:
    import numpy

    # Adding 0 turns the -0.0 of a rounded -1e-17 into 0.0.
    found: list[float] = (numpy.round(values, _DIGITS) + 0.0).tolist()
    return found


_NODES: MappingProxyType[str, Callable[[Numbered, Any], Sequence[float]]] = MappingProxyType(
    {
        "degree": lambda numbered, _: numbered.degrees(),
        "strength": lambda numbered, _: numbered.strengths(),
        "eigenvector": lambda _, ties: _eigenvector(ties),
        "pagerank": lambda _, ties: _rounded(ties.pagerank(directed=False, weights="weight")),
        "core": lambda _, ties: ties.coreness(),
        "community": circles,
    }
)
