"""A network set out as another one is: who stands in both keeps the place, who is new stands with those met."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from kartoteka.network.drawing.layout import Places
from kartoteka.network.drawing.marks import Mark
from kartoteka.network.drawing.parting import part

if TYPE_CHECKING:
    from networkx import Graph

_ROUNDS = 200


def joined(graph: Graph, like: Graph, sizes: Mapping[str, Mark]) -> Places:
    """The place of each node: that of `like` where it has the node, else the middle of those it is tied to.

    Who is new and tied to none of them stands on a ring around the picture.
    """
    import numpy

    known = {node: (like.nodes[node]["x"], like.nodes[node]["y"]) for node in graph if node in like}
    nodes = sorted(graph)
    if len(known) == len(nodes):
        return known
    rim = 40 + max((math.hypot(x, y) for x, y in known.values()), default=0.0)
    places = [_met(graph, node, known) or _on_ring(number, len(nodes), rim) for number, node in enumerate(nodes)]
    fixed = numpy.array([node in known for node in nodes])
    downwards = numpy.array(places) * (1, -1)
    moved = part(downwards, [sizes[node] for node in nodes], _ROUNDS, fixed=fixed) * (1, -1)
    return {
        node: known.get(node) or (round(x, 1) + 0.0, round(y, 1) + 0.0)
        for node, (x, y) in zip(nodes, moved.tolist(), strict=True)
    }


def _met(graph: Graph, node: str, known: Places) -> tuple[float, float] | None:
    if node in known:
        return known[node]
    met = [known[other] for other in sorted(graph[node]) if other in known]
    if not met:
        return None
    return sum(x for x, _ in met) / len(met), sum(y for _, y in met) / len(met)


def _on_ring(number: int, count: int, radius: float) -> tuple[float, float]:
    turn = 2 * math.pi * number / count
    return radius * math.cos(turn), radius * math.sin(turn)
