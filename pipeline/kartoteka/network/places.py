"""Where each card stands in a picture of the network: near those it is tied to, its name not covered."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from kartoteka.network.groups import groups
from kartoteka.network.marks import Mark, marks
from kartoteka.network.packing import pack

if TYPE_CHECKING:
    from networkx import Graph

#: Above so many nodes forces between all pairs take too long; groups are then set out as sunflowers.
FORCED = 1000

_SEED = 1917
_ASPECT = 1.5
_LINE = 1.25
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))

Places = dict[str, tuple[float, float]]


def layout(graph: Graph) -> Places:
    """The place of each node by id, in units of the drawing, x to the right and y upwards, centred on 0, 0.

    Up to 1000 nodes: ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLOS ONE 9, 2014), then discs and names
    are moved apart, in small networks until none covers another; pieces without a tie between them are set side by
    side. Above: groups as sunflowers, the strongest at their hearts. The same graph gets the same places always.
    """
    import networkx

    if not graph:
        return {}
    sizes = marks(graph)
    if len(graph) > FORCED:
        return _sunflowers(graph, sizes)
    pieces = sorted((sorted(piece) for piece in networkx.connected_components(graph)), key=lambda p: (-len(p), p))
    placed = [_piece(graph, nodes, sizes) for nodes in pieces]
    corners = pack([(right - left, bottom - top) for _, (left, top, right, bottom) in placed], _ASPECT)
    places: Places = {}
    for nodes, (points, frame), corner in zip(pieces, placed, corners, strict=True):
        for node, (x, y) in zip(nodes, points, strict=True):
            places[node] = (float(x) - frame[0] + corner[0], float(y) - frame[1] + corner[1])
    return _centred(places)


def _centred(places: Places) -> Places:
    """The same places around 0, 0 and turned from y downwards to y upwards."""
    xs, ys = zip(*places.values(), strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {node: (round(at[0] - x, 1), round(y - at[1], 1)) for node, at in places.items()}


def _piece(graph: Graph, nodes: list[str], sizes: dict[str, Mark]) -> tuple[Any, tuple[float, ...]]:
    """The places of nodes that hang together (y downwards), and left, top, right and bottom of what they cover."""
    bearers = [sizes[node] for node in nodes]
    points = _part(_fit(_force(graph.subgraph(nodes), nodes), bearers), bearers)
    halves = [max(mark.radius, mark.width / 2) for mark in bearers]
    frame = (
        min(x - half for (x, _), half in zip(points, halves, strict=True)),
        min(y - mark.radius for (_, y), mark in zip(points, bearers, strict=True)),
        max(x + half for (x, _), half in zip(points, halves, strict=True)),
        max(y + mark.radius + _LINE * mark.font for (_, y), mark in zip(points, bearers, strict=True)),
    )
    return points, tuple(float(side) for side in frame)


def _force(graph: Graph, nodes: list[str]) -> Any:
    """Places by attraction along ties and repulsion between all, as an array of x and y."""
    import networkx
    import numpy

    numbers = {node: number for number, node in enumerate(nodes)}
    plain = networkx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    for source, target, weight in graph.edges(data="weight", default=1):
        plain.add_edge(numbers[source], numbers[target], weight=1 + math.log(weight))
    if len(nodes) == 1:
        return numpy.zeros((1, 2))
    places = networkx.forceatlas2_layout(
        plain, max_iter=_rounds(len(nodes), 400), weight="weight", scaling_ratio=3.0, gravity=1.5, seed=_SEED
    )
    return numpy.array([places[number] for number in range(len(nodes))], dtype=float)


def _fit(points: Any, sizes: list[Mark]) -> Any:
    """Turn the cloud on its broad side, give it the shape of a page and room for everything on it."""
    import numpy

    points = points - points.mean(axis=0)
    if len(sizes) > 1:
        _, _, axes = numpy.linalg.svd(points, full_matrices=False)
        points = points @ (axes * numpy.where(axes.sum(axis=1) < 0, -1, 1)[:, None]).T
    spans = numpy.maximum(numpy.quantile(numpy.abs(points), 0.9, axis=0), 1e-9)
    points = numpy.sign(points) * (numpy.abs(points) / spans) ** 0.8
    area = sum((2 * m.radius + m.font * _LINE) * max(2 * m.radius, m.width) for m in sizes)
    # Ties need room to be seen, the more of it the more of them may cross.
    height = math.sqrt((1.2 + 1.8 * min(1.0, len(sizes) / 20)) * area / _ASPECT)
    return points * numpy.array([height * _ASPECT / 2, height / 2])


def _part(points: Any, sizes: list[Mark]) -> Any:
    """Move discs and names apart, each pair along the shorter way, until none covers another (y downwards)."""
    import numpy

    widths = numpy.array([max(2 * m.radius, m.width) + 6 for m in sizes])
    heights = numpy.array([2 * m.radius + m.font * _LINE + 4 for m in sizes])
    shift = numpy.array([[0.0, m.font * _LINE / 2] for m in sizes])
    boxes = points + shift
    boxes[:, 0] += numpy.arange(len(sizes)) * 1e-6
    for _ in range(_rounds(len(sizes), 600)):
        across, down = (boxes[:, None, axis] - boxes[None, :, axis] for axis in (0, 1))
        over_x = (widths[:, None] + widths[None, :]) / 2 - numpy.abs(across)
        over_y = (heights[:, None] + heights[None, :]) / 2 - numpy.abs(down)
        covered = (over_x > 0.01) & (over_y > 0.01)
        numpy.fill_diagonal(covered, False)
        if not covered.any():
            break
        sideways = covered & (over_x < over_y)
        upright = covered & ~sideways
        order = numpy.sign(numpy.arange(len(sizes))[:, None] - numpy.arange(len(sizes))[None, :])
        boxes[:, 0] += 0.5 * (numpy.where(sideways, over_x, 0) * _sign(across, order)).sum(axis=1)
        boxes[:, 1] += 0.5 * (numpy.where(upright, over_y, 0) * _sign(down, order)).sum(axis=1)
    return boxes - shift


def _rounds(nodes: int, most: int) -> int:
    """How often to move all pairs: less often the more there are, so that a picture takes seconds."""
    return min(most, 60 + 50_000_000 // nodes**2)


def _sign(differences: Any, order: Any) -> Any:
    """Which way to move; the order of the nodes decides where two stand on one line."""
    import numpy

    return numpy.where(differences == 0, order, numpy.sign(differences))


def _sunflowers(graph: Graph, sizes: dict[str, Mark]) -> Places:
    """Each group as the seeds of a sunflower, the groups themselves set out as one."""
    members: dict[int, list[str]] = {}
    for node, group in groups(graph).items():
        members.setdefault(group, []).append(node)
    step = 2.2 * sum(mark.radius for mark in sizes.values()) / len(sizes)
    places: Places = {}
    used = 0.0
    for rank, nodes in enumerate(sorted(members.values(), key=lambda group: (-len(group), group[0]))):
        heart = _seed(rank, step * 1.5 * math.sqrt(used + len(nodes) / 2) if rank else 0.0)
        used += len(nodes)
        for number, node in enumerate(sorted(nodes, key=lambda n: (-sizes[n].radius, n))):
            x, y = _seed(number, step * 0.6 * math.sqrt(number))
            places[node] = (round(heart[0] + x, 1), round(heart[1] + y, 1))
    return places


def _seed(number: int, distance: float) -> tuple[float, float]:
    return distance * math.cos(number * _GOLDEN_ANGLE), distance * math.sin(number * _GOLDEN_ANGLE)
