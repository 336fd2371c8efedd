"""Where the ends of ties pull and strangers push each other to: the shape of a network of any size.

The forces are those of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLOS ONE 9, 2014, e98679): who has ties
pushes all others away, the more the more ties both have; a tie pulls its ends together; all are drawn to the middle.
A tie twice as long pulls less than twice as hard, which sets circles apart (Noack, Journal of Graph Algorithms and
Applications 11, 2007). In small networks each pair is reckoned with. In large ones the push is read off a mesh over
the picture, on which it is a convolution (particle-mesh: Hockney and Eastwood, Computer Simulation Using Particles,
1981), so that a step takes as long as there are nodes and ties, not pairs. Nothing is drawn by lot.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

#: Up to so many nodes every pair is reckoned with.
PAIRED = 600

_PUSH = 200.0
_GRAVITY = 0.3
_NEAR = 1e-3
_START = 40.0
_ROUNDS_OF_CIRCLES = 200
_CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))


@dataclass(frozen=True, slots=True)
class Web:
    """Who is tied to whom, by number: `sources`, `targets` and `weights` of the ties, the `masses` of the nodes.

    All are numpy arrays; a mass is one and the number of a node's ties.
    """

    sources: Any
    targets: Any
    weights: Any
    masses: Any

    @classmethod
    def of(cls, ties: Sequence[tuple[int, int, float]], nodes: int) -> Web:
        """The web of ties between so many nodes (source, target, weight); ten times the weight pulls thrice as much."""
        import numpy

        table = numpy.array(ties, dtype=float).reshape(-1, 3)
        sources, targets = (table[:, column].astype(numpy.int64) for column in (0, 1))
        masses = 1.0 + numpy.bincount(sources, minlength=nodes) + numpy.bincount(targets, minlength=nodes)
        return cls(sources, targets, 1 + numpy.log(table[:, 2]), masses)


def gather(web: Web, circles: Any) -> Any:
    """Where to begin: the circles (an array, a number a node) set out as nodes, their members around them.

    Whoever has most ties stands in the middle of a circle, the others spiral outwards as the seeds of a sunflower.
    """
    import numpy

    _, circles, sizes = numpy.unique(circles, return_inverse=True, return_counts=True)
    hearts = _sunflower(len(sizes)) * _START
    if len(sizes) > 1:
        hearts = settle(_between(web, circles, len(sizes)), hearts, _ROUNDS_OF_CIRCLES)
    order = numpy.lexsort((-web.masses, circles))
    places = numpy.empty((len(circles), 2))
    for heart, members in zip(hearts, numpy.split(order, numpy.cumsum(sizes)[:-1]), strict=True):
        places[members] = heart + _START * math.sqrt(len(members) / len(circles)) * _sunflower(len(members))
    return places


def _between(web: Web, circles: Any, count: int) -> Web:
    """The web of the circles: the ties between the members of two pull as one."""
    import numpy

    low, high = numpy.sort(circles[numpy.c_[web.sources, web.targets]], axis=1).T
    pairs, place = numpy.unique(low * count + high, return_inverse=True)
    weights = numpy.bincount(place, web.weights)
    low, high = pairs // count, pairs % count
    apart = low != high
    return Web(low[apart], high[apart], weights[apart], numpy.bincount(circles, web.masses))


def _sunflower(seeds: int) -> Any:
    """So many points spread evenly within 1 of the middle, the first nearest to it."""
    import numpy

    numbers = numpy.arange(seeds)
    distance, turn = numpy.sqrt((numbers + 0.5) / seeds), numbers * math.pi * (3 - math.sqrt(5))
    return numpy.c_[distance * numpy.cos(turn), distance * numpy.sin(turn)]


def settle(web: Web, start: Any, rounds: int) -> Any:
    """The places (an array of x, y) that the forces lead to from `start` in so many rounds, ever smaller steps."""
    import numpy

    points = numpy.array(start, dtype=float)
    reach = _breadth(points) / 10
    push = _push_of_pairs if len(points) <= PAIRED else _push_on_mesh
    for turn in range(rounds):
        force = _PUSH / web.masses.sum() * push(points, web.masses) - _GRAVITY * web.masses[:, None] * _outwards(
            points
        )
        force += _pull(points, web)
        force /= web.masses[:, None]
        length = numpy.maximum(numpy.hypot(force[:, 0], force[:, 1]), 1e-12)
        most = reach * (1 - turn / rounds) ** 1.5 + 1e-3 * reach
        points += force * (numpy.minimum(length, most) / length)[:, None]
        points -= points.mean(axis=0)
    return points


def _breadth(points: Any) -> float:
    return float(max(points.max(axis=0) - points.min(axis=0)))


def _outwards(points: Any) -> Any:
    """Towards the middle all are drawn alike, however far they are."""
    import numpy

    return points / numpy.maximum(numpy.hypot(points[:, 0], points[:, 1]), _NEAR)[:, None]


def _pull(points: Any, web: Web) -> Any:
    import numpy

    along = points[web.targets] - points[web.sources]
    length = numpy.hypot(along[:, 0], along[:, 1])
    along *= (web.weights * numpy.sqrt(length) / numpy.maximum(length, _NEAR))[:, None]
    pulled = numpy.empty_like(points)
    for axis in (0, 1):
        pulled[:, axis] = numpy.bincount(web.sources, along[:, axis], len(points))
        pulled[:, axis] -= numpy.bincount(web.targets, along[:, axis], len(points))
    return pulled


def _push_of_pairs(points: Any, masses: Any) -> Any:

    apart = points[:, None, :] - points[None, :, :]
    squares = (apart**2).sum(axis=2) + _NEAR
    return (apart * (masses[:, None] * masses[None, :] / squares)[:, :, None]).sum(axis=1)


def _push_on_mesh(points: Any, masses: Any) -> Any:
    """The push of all on each: masses shared out among the four nearest knots of a mesh, and read back from them."""
    import numpy

    knots = 1 << int(numpy.clip(numpy.ceil(numpy.log2(2 * numpy.sqrt(len(points)))), 5, 9))
    step = _breadth(points) / (knots - 2) or 1.0
    at = (points - points.min(axis=0)) / step
    low = at.astype(int)
    corners = [(low + corner, abs(1 - numpy.array(corner) - (at - low)).prod(axis=1)) for corner in _CORNERS]
    field = numpy.zeros((2 * knots, 2 * knots))
    for knot, share in corners:
        field += numpy.bincount(knot @ (2 * knots, 1), share * masses, field.size).reshape(field.shape)
    spread, force = numpy.fft.rfft2(field), numpy.zeros_like(points)
    for axis, kernel in enumerate(_kernels(knots)):
        pushed = numpy.fft.irfft2(spread * kernel, field.shape)
        for knot, share in corners:
            force[:, axis] += share * pushed[knot[:, 0], knot[:, 1]]
    return force * masses[:, None] / step


@lru_cache(maxsize=1)
def _kernels(knots: int) -> tuple[Any, Any]:
    """The push of a mass on each knot around it along x and along y, ready for the convolution."""
    import numpy

    away = numpy.fft.fftfreq(2 * knots, 1 / (2 * knots))
    squares = away[:, None] ** 2 + away[None, :] ** 2
    squares[0, 0] = 1.0
    return numpy.fft.rfft2(away[:, None] / squares), numpy.fft.rfft2(away[None, :] / squares)
