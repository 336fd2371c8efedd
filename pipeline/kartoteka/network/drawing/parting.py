"""Move apart what covers each other: discs from discs, names from discs and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kartoteka.network.drawing.marks import Mark

#: How high a line of letters stands, in parts of their size.
LINE = 1.25

_GAP = 4.0
#: So much of the gap may be lacking at the end.
_TOUCHING = 0.5
#: A little more than the way that parts two, or many would come to rest only slowly.
_HASTE = 1.1


@dataclass(frozen=True, slots=True)
class _Bodies:
    """What may cover each other: the discs, and behind them the names (numpy arrays, a row each).

    `owners` are the numbers of the nodes, `offsets` where a body stands from its node, `halves` its half width and
    height; `discs` tells the discs, and `areas` are those that a node's bodies take together.
    """

    owners: Any
    offsets: Any
    halves: Any
    discs: Any
    areas: Any

    @classmethod
    def of(cls, marks: Sequence[Mark]) -> _Bodies:
        import numpy

        named = numpy.array([number for number, mark in enumerate(marks) if mark.font], dtype=int)
        radii = numpy.array([mark.radius for mark in marks])
        high = numpy.array([marks[number].font * LINE / 2 for number in named])
        wide = numpy.array([marks[number].width / 2 for number in named])
        halves = numpy.r_[numpy.c_[radii, radii] + _GAP / 2, numpy.c_[wide, high] + _TOUCHING]
        owners = numpy.r_[numpy.arange(len(marks)), named]
        offsets = numpy.zeros((len(owners), 2))
        offsets[len(marks) :, 1] = radii[named] + high
        areas = numpy.bincount(owners, halves[:, 0] * halves[:, 1], len(marks))
        return cls(owners, offsets, halves, numpy.arange(len(owners)) < len(marks), areas)

    def at(self, points: Any) -> Any:
        """Where the bodies stand when the nodes stand at these points."""
        return points[self.owners] + self.offsets


def part(points: Any, marks: Sequence[Mark], rounds: int, *, fixed: Any = None) -> Any:
    """The places (an array of x, y, y downwards) moved until nothing covers another, at most so many times.

    Two discs move along the line between them, a name along the shorter way; the small give way to the large. Who
    is `fixed` (an array of bool) stays.
    """
    import numpy

    bodies, points = _Bodies.of(marks), numpy.array(points, dtype=float)
    # Where two stand on one spot the order of the nodes decides who goes where.
    points[:, 0] += numpy.arange(len(points)) * 1e-6
    for _ in range(rounds):
        moves = _moves(bodies, points)
        if moves is None:
            break
        if fixed is not None:
            moves[fixed] = 0
        points += moves
    return points


def _moves(bodies: _Bodies, points: Any) -> Any:
    """Where each node is pushed by all that cover its disc or name; None where nothing does."""
    import numpy

    at = bodies.at(points)
    one, other = near(at, bodies.halves.max(axis=1))
    apart = at[one] - at[other]
    over = bodies.halves[one] + bodies.halves[other] - numpy.abs(apart)
    covered = (over > _TOUCHING).all(axis=1) & (bodies.owners[one] != bodies.owners[other])
    one, other, apart, over = one[covered], other[covered], apart[covered], over[covered]
    push = _pushes(bodies, one, other, apart, over)
    if not push.any():
        return None
    one, other = bodies.owners[one], bodies.owners[other]
    first = (bodies.areas[other] / (bodies.areas[one] + bodies.areas[other]))[:, None]
    moves = numpy.zeros_like(points)
    for axis in (0, 1):
        moves[:, axis] += numpy.bincount(one, (first * push)[:, axis], len(points))
        moves[:, axis] -= numpy.bincount(other, ((1 - first) * push)[:, axis], len(points))
    return moves


def _pushes(bodies: _Bodies, one: Any, other: Any, apart: Any, over: Any) -> Any:
    """How far each first one of these pairs is to go from the other, an x and a y each."""
    import numpy

    # The shorter way in parts of their breadth: else broad names would all be stacked in columns.
    parts = over / (bodies.halves[one] + bodies.halves[other])
    sideways = parts[:, 0] <= parts[:, 1]
    straight = numpy.where(numpy.c_[sideways, ~sideways], over * numpy.where(apart < 0, -1, 1), 0)
    distance = numpy.hypot(apart[:, 0], apart[:, 1])
    lacking = bodies.halves[one, 0] + bodies.halves[other, 0] - distance
    lacking = numpy.where(lacking > _TOUCHING, lacking, 0) / numpy.maximum(distance, 1e-9)
    both = bodies.discs[one] & bodies.discs[other]
    return numpy.where(both[:, None], apart * lacking[:, None], straight) * _HASTE


def near(points: Any, reach: Any) -> tuple[Any, Any]:
    """All pairs of numbers whose squares of half width `reach` may overlap, and some more, each pair once.

    Squares of about one size are looked up on a grid of theirs, together with all smaller ones: so many small
    and a few large ones are found in about as long as there are pairs.
    """
    import numpy

    found: list[tuple[Any, Any]] = []
    levels = numpy.floor(numpy.log2(reach / reach.min()) + 1e-9).astype(int)
    for level in numpy.unique(levels):
        cell = 2 * reach[levels == level].max()
        candidates = numpy.flatnonzero(levels <= level)
        at = numpy.floor((points - points.min(axis=0)) / cell).astype(numpy.int64) + 1
        columns = at[:, 0].max() + 3
        keys = at[:, 1] * columns + at[:, 0]
        candidates = candidates[numpy.argsort(keys[candidates], kind="stable")]
        sorted_keys = keys[candidates]
        seekers = numpy.flatnonzero(levels == level)
        for row in (-1, 0, 1):
            middle = keys[seekers] + row * columns
            first = numpy.searchsorted(sorted_keys, middle - 1, "left")
            count = numpy.searchsorted(sorted_keys, middle + 1, "right") - first
            one = numpy.repeat(seekers, count)
            within = numpy.arange(count.sum()) - numpy.repeat(numpy.cumsum(count) - count, count)
            other = candidates[numpy.repeat(first, count) + within]
            once = (levels[other] < level) | (other < one)
            found.append((one[once], other[once]))
    first, second = zip(*found, strict=True)
    return numpy.concatenate(first), numpy.concatenate(second)
