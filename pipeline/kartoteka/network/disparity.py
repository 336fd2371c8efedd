"""Thin a dense network to the ties that are stronger than chance would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kartoteka.network.graph import measure

if TYPE_CHECKING:
    from networkx import Graph


def disparity(weight: float, strength: float, degree: int) -> float:
    """How likely a tie of this weight would be if a node shared its strength among its ties at random, 0 to 1.

    A node with one tie tells nothing about it: 1. Source: Serrano, Boguñá and Vespignani, "Extracting the
    multiscale backbone of complex weighted networks", PNAS 106 (2009), equation 2.
    """
    return float((1 - weight / strength) ** (degree - 1)) if degree > 1 else 1.0


def backbone(graph: Graph, alpha: float = 0.05) -> Graph:
    """The ties that matter to at least one of their ends: the disparity filter.

    A tie stays where `disparity` is below `alpha` at either end, and is marked with the lesser of the two as
    `disparity`. Nodes that lose every tie are left out, `degree` and `strength` counted anew. Returns a new graph.
    Raises ValueError for an `alpha` outside 0 to 1.
    """
    if not 0 < alpha <= 1:
        raise ValueError(f"alpha is {alpha}, but a level of significance lies above 0 and not above 1")
    degrees, strengths = dict(graph.degree()), dict(graph.degree(weight="weight"))
    kept = graph.__class__(**graph.graph, backbone=alpha)
    chances = {
        (source, target): min(disparity(weight, strengths[end], degrees[end]) for end in (source, target))
        for source, target, weight in graph.edges(data="weight", default=1)
    }
    edges = [edge for edge, chance in chances.items() if chance < alpha]
    ends = {end for edge in edges for end in edge}
    kept.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in ends)
    kept.add_edges_from((*edge, {**graph.edges[edge], "disparity": chances[edge]}) for edge in edges)
    measure(kept)
    return kept
