"""Circles of people: who is tied more closely to each other than to the rest of the network."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from kartoteka.network.arithmetic import Numbered, number, seeded

if TYPE_CHECKING:
    from networkx import Graph

#: Up to so many ties circles are sought several times, each until nothing betters them; above once, in two rounds.
SETTLED = 100_000

_TRIALS = 5


def communities(graph: Graph) -> dict[Hashable, int]:
    """The circle of each node, numbered from 0, the circle of the greatest strength first.

    Leiden's method on the weights (Traag, Waltman and van Eck, "From Louvain to Leiden", Scientific Reports 9,
    2019), which seeks the greatest modularity and never leaves a circle in pieces; a node without ties is one by
    itself. It draws lots, but always the same: a network has the same circles every time, however it was built.
    """
    numbered = number(graph)
    return dict(zip(numbered.nodes, circles(numbered, numbered.igraph()), strict=True))


def circles(numbered: Numbered, ties: Any) -> list[int]:
    """The circle of each node by its number; `ties` are those of `Numbered.igraph`."""
    settled = ties.ecount() <= SETTLED
    with seeded():
        trials = [
            ties.community_leiden("modularity", weights="weight", n_iterations=-1 if settled else 2).membership
            for _ in range(_TRIALS if settled and ties.ecount() else 1)
        ]
        found = (
            max(trials, key=lambda trial: ties.modularity(trial, weights="weight")) if trials[1:] else trials[0]
        )
    strengths: dict[int, float] = {}
    for circle, strength in zip(found, numbered.strengths(), strict=True):
        strengths[circle] = strengths.get(circle, 0) + strength
    # Of equal strength the one with the first node comes first: the dictionary has them in this order.
    ranks = {circle: rank for rank, circle in enumerate(sorted(strengths, key=lambda one: -strengths[one]))}
    return [ranks[circle] for circle in found]
