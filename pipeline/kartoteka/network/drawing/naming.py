"""Which names a picture has room for, and where each stands: none covers another, nor a disc that matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kartoteka.network.drawing.marks import CROWD, NAMED, font_of, least_font, marks, name_width, page_scale
from kartoteka.network.drawing.parting import LINE

if TYPE_CHECKING:
    from networkx import Graph

#: How many of the cards that were given no room are tried all the same, where there happens to be some.
_TRIED = 240

#: A name that finds no room is tried in smaller letters.
_SMALLER = (1.0, 0.85)

_COVERED = 0.6
_DESCENT = 0.28


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a node in letters of size `font`: `x` and `y` (downwards) of its base line's start, middle or end."""

    node: str
    text: str
    font: float
    x: float
    y: float
    anchor: Literal["start", "middle", "end"] = "middle"


def place_names(graph: Graph) -> list[Name]:
    """The names of a drawn network that have room, the largest discs' first: beneath, above or beside the disc.

    Names keep off all discs, but for those that the layout gave room and others have taken it: they stand over much
    smaller discs. In a crowd the largest alone are named, over all that are not.
    """
    import numpy

    ranked = sorted(graph, key=lambda node: (-graph.nodes[node]["size"], node))
    places = [(data["x"], -data["y"], data["size"]) for data in map(graph.nodes.get, ranked)]
    scale, crowd = page_scale(places), len(ranked) > CROWD
    sizes, font = marks(graph, scale=scale), least_font(scale)
    discs = numpy.array(places[: NAMED if crowd else None], dtype=float).reshape(-1, 3)
    room = _Room(discs, numpy.empty((0, 4)))
    names = []
    for number, node in enumerate(ranked[: NAMED if crowd else NAMED + _TRIED]):
        text = str(graph.nodes[node].get("label", node))
        full = font_of(places[number][2], scale) if crowd else sizes[node].font or font
        tries = [one for part in _SMALLER for one in _tries(node, text, round(full * part, 1), places[number])]
        # Whoever is to be named is named: over discs much smaller than one's own, where there is no other way.
        covered = (0.0, _COVERED * places[number][2]) if sizes[node].font else (0.0,)
        free = (name for most in covered for name, box in tries if room.take(box, number, most))
        if text and (found := next(free, None)):
            names.append(found)
    return names


@dataclass(slots=True)
class _Room:
    """The discs (x, y, radius) and the frames of the names that stand (left, top, right, bottom): numpy arrays."""

    discs: Any
    names: Any

    def take(self, box: tuple[float, float, float, float], own: int, covered: float = 0.0) -> bool:
        """Whether the box is free, and then taken; one's own disc and those up to `covered` do not count."""
        import numpy

        left, top, right, bottom = box
        others = self.names
        crossed = (others[:, 0] < right) & (left < others[:, 2]) & (others[:, 1] < bottom) & (top < others[:, 3])
        across = numpy.maximum(numpy.maximum(left - self.discs[:, 0], self.discs[:, 0] - right), 0)
        down = numpy.maximum(numpy.maximum(top - self.discs[:, 1], self.discs[:, 1] - bottom), 0)
        hidden = (numpy.hypot(across, down) < self.discs[:, 2]) & (self.discs[:, 2] > covered)
        hidden[own] = False
        if crossed.any() or hidden.any():
            return False
        self.names = numpy.vstack([others, box])
        return True


def _tries(
    node: str, text: str, font: float, disc: tuple[float, float, float]
) -> Iterator[tuple[Name, tuple[float, float, float, float]]]:
    """Where the name may stand, the best place first, with the frame that it takes there."""
    (x, y, radius), width, high = disc, name_width(text, font), font * LINE
    rise = high - _DESCENT * font
    for top in (y + radius, y - radius - high):
        yield Name(node, text, font, x, round(top + rise, 1)), (x - width / 2, top, x + width / 2, top + high)
    beside, line = radius + 0.25 * font, round(y + 0.36 * font, 1)
    frame = (y - high / 2, y + high / 2)
    yield (
        Name(node, text, font, round(x + beside, 1), line, "start"),
        (x + beside, frame[0], x + beside + width, frame[1]),
    )
    yield (
        Name(node, text, font, round(x - beside, 1), line, "end"),
        (x - beside - width, frame[0], x - beside, frame[1]),
    )
