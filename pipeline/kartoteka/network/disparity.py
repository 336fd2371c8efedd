"""Thin a dense network to the ties that are stronger than chance would make them."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Any

from kartoteka.network.arithmetic import Numbered, number
from kartoteka.network.drawing import undraw
from kartoteka.network.measures import measure, measured

if TYPE_CHECKING:
    from networkx import Graph


def backbone(graph: Graph, alpha: float = 0.05) -> Graph:
    """The ties that matter to at least one of their ends: the disparity filter.

    If a node with k ties shared its strength among them at random, one would have the share p of it or more with a
    chance of (1 - p) ** (k - 1); a node with one tie tells nothing about it (Serrano, Boguñá and Vespignani,
    "Extracting the multiscale backbone of complex weighted networks", PNAS 106, 2009, equation 2). A tie stays
    where this chance is below `alpha` at either end, and is marked with the lesser of the two as `disparity`; one
    that is the only tie of both its ends goes.

    Returns a new graph without the nodes that lose every tie, a network of its own: measured anew as the old one was,
    its communities too, and not drawn, though the old one be (`draw(part, like=graph)` gives it the places,
    communities and colours there). `graph.graph` has `backbone` (alpha) and, where no tie is left, says so as `empty`.
    Raises ValueError for an `alpha` outside 0 to 1.
    """
    if not 0 < alpha <= 1:
        raise ValueError(f"alpha is {alpha}, but a level of significance lies above 0 and not above 1")
    chances = disparities(number(graph))
    passing = chances < alpha
    edges = [
        (*ends, {**data, "disparity": chance})
        for (*ends, data), chance in zip(compress(_edges(graph), passing), chances[passing].tolist(), strict=True)
    ]
    kept = graph.__class__()
    kept.graph.update(graph.graph, backbone=alpha)
    ends = {end for edge in edges for end in edge[:2]}
    kept.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in ends)
    kept.add_edges_from(edges)
    if len(chances) and not edges:
        all_ties = "the only tie does not pass" if len(chances) == 1 else f"no tie of {len(chances):,} passes"
        kept.graph["empty"] = f"{all_ties} the backbone at {alpha:g}: the surest has {chances.min():.2g}"
    undraw(kept)
    measure(kept, measured(graph))
    return kept


def disparities(numbered: Numbered) -> Any:
    """Of each edge of a network the chance of its weight, 0 to 1: the lesser of its two ends'."""
    import numpy

    degrees, strengths = numpy.array(numbered.degrees()), numpy.array(numbered.strengths())
    shares = numbered.weights[:, None] / strengths[numbered.ends]
    chances = (1 - shares) ** (degrees[numbered.ends] - 1)
    return numpy.where(degrees[numbered.ends] > 1, chances, 1.0).min(axis=1)


def _edges(graph: Graph) -> Any:
    """The edges with all that a graph needs to take them up again."""
    return graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
