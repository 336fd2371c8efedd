"""A network in numbers: its cards and ties in an order of their own, for igraph and numpy to reckon with."""

from __future__ import annotations

import random
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from networkx import Graph
    from numpy.typing import NDArray

#: What every choice by lot begins with.
SEED = 1917


@contextmanager
def seeded() -> Iterator[None]:
    """Have igraph draw the same lots every time; the state of `random` and of numpy stays as it was.

    Afterwards igraph draws from `random` again, which is what it does unless it was told otherwise.
    """
    import igraph

    igraph.set_random_number_generator(random.Random(SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def number(graph: Graph) -> Numbered:
    """The network with its nodes sorted by their names and its ties by their ends.

    Ties that join the same two nodes, in whatever direction, become one of their summed weights; a tie without
    a weight weighs 1, and a tie of a node to itself is none. Raises ValueError for a weight that is not above 0.
    """
    import numpy

    nodes = sorted(graph, key=str)
    places = {node: place for place, node in enumerate(nodes)}
    # One tuple at a time: a list of a million would keep the garbage collector busy for seconds.
    table = numpy.fromiter(
        ((places[one], places[other], weight) for one, other, weight in graph.edges(data="weight", default=1)),
        numpy.dtype([("source", numpy.int64), ("target", numpy.int64), ("weight", numpy.float64)]),
        graph.number_of_edges(),
    )
    weights = table["weight"].copy()
    wrong = table[~(weights > 0)]
    if len(wrong):
        one, other, weight = nodes[wrong["source"][0]], nodes[wrong["target"][0]], wrong["weight"][0]
        raise ValueError(f"the tie of {one!r} and {other!r} weighs {weight:g}, but a weight lies above 0")
    ends = numpy.sort(numpy.column_stack([table["source"], table["target"]]), axis=1)
    keys, of_edge, often = numpy.unique(
        ends[:, 0] * len(nodes) + ends[:, 1], return_inverse=True, return_counts=True
    )
    return Numbered(nodes, ends, weights, *_ties(keys, of_edge, often, weights, len(nodes)))


def _ties(keys: Any, of_edge: Any, often: Any, weights: Any, nodes: int) -> tuple[Any, Any, Any]:
    """The distinct ties, their weights, and of each edge the number of its tie if no other edge shares it."""
    import numpy

    pairs = numpy.column_stack(numpy.divmod(keys, max(nodes, 1)))
    sums = numpy.bincount(of_edge, weights, len(keys))
    apart = pairs[:, 0] != pairs[:, 1]
    renumbered = numpy.cumsum(apart) - 1
    alone = numpy.where(apart & (often == 1), renumbered, -1)
    return pairs[apart], sums[apart], alone[of_edge]


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """A network as arrays.

    `nodes` are the names by number. `ends` and `weights` tell of each edge, in the order in which the graph has
    them, the numbers of its two nodes (the lesser first) and its weight. `pairs` and `sums` tell of each tie
    between two different nodes, sorted, its ends and its weight. `alone` tells of each edge which tie it is, -1
    where others share it.
    """

    nodes: list[Hashable]
    ends: NDArray[Any]
    weights: NDArray[Any]
    pairs: NDArray[Any]
    sums: NDArray[Any]
    alone: NDArray[Any]

    def degrees(self) -> list[int]:
        """How many edges each node has."""
        import numpy

        counts: list[int] = numpy.bincount(self.ends.ravel(), minlength=len(self.nodes)).tolist()
        return counts

    def strengths(self) -> list[float]:
        """The sum of the weights of each node's edges: whole numbers where all weights are."""
        import numpy

        sums = numpy.bincount(self.ends.ravel(), numpy.repeat(self.weights, 2), len(self.nodes))
        whole = bool((self.weights == numpy.floor(self.weights)).all())
        found: list[float] = (sums.astype(numpy.int64) if whole else sums).tolist()
        return found

    def igraph(self) -> Any:
        """The ties as an undirected `igraph.Graph`, the node of number n its vertex n, with `weight` on its edges."""
        import igraph
        import numpy

        graph = igraph.Graph(len(self.nodes), numpy.ascontiguousarray(self.pairs).data)
        graph.es["weight"] = self.sums.tolist()
        return graph
