"""Where each card stands in a picture of the network: near those it is tied to, its name not covered."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kartoteka.network.communities import communities
from kartoteka.network.drawing.forces import Web, gather, settle
from kartoteka.network.drawing.marks import ASPECT, Mark, marks, measured_radii, page_scale
from kartoteka.network.drawing.packing import pack
from kartoteka.network.drawing.parting import LINE, part

if TYPE_CHECKING:
    from networkx import Graph

#: How often letters are enlarged for a page that has grown with them.
_ENLARGEMENTS = 4

Places = dict[str, tuple[float, float]]


def layout(graph: Graph, radii: Mapping[str, float] | None = None) -> Places:
    """The place of each node by id, in units of the drawing, x to the right and y upwards, centred on 0, 0.

    Circles of people are set out first, then their members, by forces between all (`forces`); then discs and names
    are moved apart, and pieces without a tie between them are set side by side. Letters are then enlarged for the
    page that this takes, until they are legible on it. `radii` are those of the nodes, by their strength without it.
    The same graph gets the same places always, in whatever order it was built.
    """
    import networkx

    if not graph:
        return {}
    radii = radii or measured_radii(graph)
    circles = _circles(graph)
    pieces = sorted((sorted(piece) for piece in networkx.connected_components(graph)), key=lambda p: (-len(p), p))
    parts = _by_piece(pieces, marks(graph, radii))
    clouds = [_fit(_settled(graph, nodes, circles), of) for nodes, of in zip(pieces, parts, strict=True)]
    scale, places = 0.0, _set_out(pieces, clouds, parts)
    for _ in range(_ENLARGEMENTS):
        needed = page_scale((x, y, radii[node]) for node, (x, y) in places.items())
        if needed <= 1.03 * scale:
            break
        scale, parts = needed, _by_piece(pieces, marks(graph, radii, needed))
        clouds = [part(cloud, of, _partings(len(of))) for cloud, of in zip(clouds, parts, strict=True)]
        places = _set_out(pieces, clouds, parts)
    return _centred(places)


def _by_piece(pieces: list[list[str]], sizes: Mapping[str, Mark]) -> list[list[Mark]]:
    return [[sizes[node] for node in nodes] for nodes in pieces]


def _set_out(pieces: list[list[str]], clouds: list[Any], parts: list[list[Mark]]) -> Places:
    """The pieces side by side, y downwards."""
    frames = [_frame(cloud, sizes) for cloud, sizes in zip(clouds, parts, strict=True)]
    corners = pack([(right - left, bottom - top) for left, top, right, bottom in frames], ASPECT)
    places: Places = {}
    for nodes, points, frame, corner in zip(pieces, clouds, frames, corners, strict=True):
        for node, (x, y) in zip(nodes, points.tolist(), strict=True):
            places[node] = (x - frame[0] + corner[0], y - frame[1] + corner[1])
    return places


def _circles(graph: Graph) -> Mapping[Hashable, int]:
    """The circle of each node, found anew where the nodes do not know theirs."""
    known = {node: data["community"] for node, data in graph.nodes(data=True) if "community" in data}
    return known if len(known) == len(graph) else communities(graph)


def _centred(places: Places) -> Places:
    """The same places around 0, 0 and turned from y downwards to y upwards."""
    xs, ys = zip(*places.values(), strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return {node: (round(a - x, 1) + 0.0, round(y - b, 1) + 0.0) for node, (a, b) in places.items()}


def _frame(points: Any, sizes: Sequence[Mark]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the discs and names of one piece."""
    import numpy

    half = numpy.array([max(mark.radius, mark.width / 2) for mark in sizes])
    above = numpy.array([mark.radius for mark in sizes])
    beneath = numpy.array([mark.radius + mark.font * LINE for mark in sizes])
    (xs, ys) = points.T
    return (
        float((xs - half).min()),
        float((ys - above).min()),
        float((xs + half).max()),
        float((ys + beneath).max()),
    )


def _settled(graph: Graph, nodes: list[str], circles: Mapping[Hashable, int]) -> Any:
    """Where the forces lead the nodes of one piece to; the smallest stand on a line or a ring."""
    import numpy

    if len(nodes) <= 3:
        turns = numpy.arange(len(nodes)) * 2 * math.pi / len(nodes)
        return numpy.c_[numpy.cos(turns), numpy.sin(turns)] * (len(nodes) > 1)
    numbers = {node: number for number, node in enumerate(nodes)}
    ties = sorted(
        (*sorted((numbers[source], numbers[target])), weight)
        for source, target, weight in graph.edges(nodes, data="weight", default=1)
        if source != target
    )
    web = Web.of(ties, len(nodes))
    start = gather(web, numpy.array([circles[node] for node in nodes]))
    return settle(web, start, _steps(len(nodes)))


def _fit(points: Any, sizes: Sequence[Mark]) -> Any:
    """Turn the cloud on its broad side, give it the shape of a page and room for everything on it."""
    import numpy

    points = points - points.mean(axis=0)
    if len(sizes) > 1:
        _, _, axes = numpy.linalg.svd(points, full_matrices=False)
        points = points @ (axes * numpy.where(axes.sum(axis=1) < 0, -1, 1)[:, None]).T
    spans = numpy.maximum(numpy.quantile(numpy.abs(points), 0.9, axis=0), 1e-9)
    points = points / spans
    # Who hangs loosely is drawn nearer, so that a few do not make the rest small.
    far = numpy.maximum(numpy.hypot(points[:, 0], points[:, 1]), 1e-9)
    points *= (numpy.minimum(far, far**0.6) / far)[:, None]
    area = sum((2 * m.radius + 4 + m.font * LINE) * (max(2 * m.radius, m.width) + 4) for m in sizes)
    # Ties need room to be seen, the more of it the more of them may cross.
    height = math.sqrt((1.0 + 0.6 * min(1.0, len(sizes) / 20)) * area / ASPECT)
    return points * numpy.array([height * ASPECT / 2, height / 2])


def _steps(nodes: int) -> int:
    """How often the forces move a network: fewer times the larger it is, so that a picture takes seconds."""
    return max(60, min(200, 1_000_000 // nodes))


def _partings(nodes: int) -> int:
    """How often what covers another is moved: until none does in small networks."""
    return max(30, min(400, 120_000 // nodes))
