"""Circles of people: who is tied more closely to each other than to the rest of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from networkx import Graph

#: Above so many ties Louvain's method takes too long and label propagation stands in.
EXACT = 50_000

_SEED = 1917


def groups(graph: Graph) -> dict[str, int]:
    """The group of each node by id, numbered from 0, the group of the greatest strength first.

    Louvain's method on the weights (Blondel, Guillaume, Lambiotte and Lefebvre, 2008), up to 50,000 ties; above,
    label propagation. Seeded: the same graph gets the same groups every time.
    """
    import networkx

    nodes = sorted(graph)
    numbers = {node: number for number, node in enumerate(nodes)}
    plain = networkx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    ties = sorted((*sorted((numbers[a], numbers[b])), w) for a, b, w in graph.edges(data="weight", default=1))
    plain.add_weighted_edges_from(ties)
    found = (
        networkx.community.louvain_communities(plain, weight="weight", seed=_SEED)
        if len(ties) <= EXACT
        else networkx.community.fast_label_propagation_communities(plain, weight="weight", seed=_SEED)
    )
    strengths = dict(plain.degree(weight="weight"))
    ranked = sorted(found, key=lambda group: (-sum(strengths[n] for n in group), min(group)))
    return {nodes[number]: rank for rank, group in enumerate(ranked) for number in sorted(group)}
