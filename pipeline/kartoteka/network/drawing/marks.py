"""How large each card of a network is drawn, and which of them have room for their names."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.network.drawing.letters import text_width

if TYPE_CHECKING:
    from networkx import Graph

#: In a network of so many cards everybody has room for a name.
SMALL = 100
#: In a larger one so many have.
NAMED = 40
#: In a larger one still none has, or names would tear holes into it: they stand over the smaller discs.
CROWD = 5000
#: How wide a picture is that is not enlarged: printed 18 cm wide its letters are of 5 to 9 points.
PAGE = 1100.0
#: How much broader than high a picture is.
ASPECT = 1.45

_LEAST_RADIUS, _MOST_RADIUS = 4.0, 26.0
_LEAST_FONT, _MOST_FONT = 10.5, 19.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A disc of `radius` with a name of `width` beneath it in letters of size `font` (both 0: no name)."""

    radius: float
    font: float = 0.0
    width: float = 0.0


def marks(graph: Graph, radii: Mapping[str, float] | None = None, scale: float = 1.0) -> dict[str, Mark]:
    """The mark of each node: the largest bear names, the larger the disc the larger the letters.

    `radii` are those of the nodes, their `size` without it. Lengths are units of the drawing; letters grow with the
    `scale` of the page, so that a print of the same width shows them alike. In a small network everybody has a name.
    """
    if radii is None:
        radii = {node: float(data["size"]) for node, data in graph.nodes(data=True)}
    named = SMALL if len(radii) <= SMALL else NAMED if len(radii) <= CROWD else 0
    bearers = set(sorted(radii, key=lambda node: (-radii[node], node))[:named])
    return {
        node: _mark(radius, str(graph.nodes[node].get("label", node)), scale) if node in bearers else Mark(radius)
        for node, radius in radii.items()
    }


def measured_radii(graph: Graph, size_by: str = "strength", most: float | None = None) -> dict[str, float]:
    """The radius of each node: the area of its disc grows with a measure of it, the greatest or `most` the largest.

    Raises ValueError where not every node has this measure, naming those that all have.
    """
    values = measure_values(graph, size_by)
    most = max(values.values(), default=0) if most is None else most
    return {node: round(radius_of(min(1.0, value / most) if most else 0.0), 2) for node, value in values.items()}


def measure_values(graph: Graph, name: str) -> dict[str, float]:
    """A measure of each node by its id. Raises ValueError where not every node has it, naming those that all have."""
    if name == "strength" and any("strength" not in data for _, data in graph.nodes(data=True)):
        return {node: float(strength) for node, strength in graph.degree(weight="weight")}
    if any(not _is_number(data.get(name)) for _, data in graph.nodes(data=True)):
        known = set.intersection(*({n for n, v in d.items() if _is_number(v)} for _, d in graph.nodes(data=True)))
        raise ValueError(f"no measure {name!r} on every node: choose one of {', '.join(sorted(known))}")
    return {node: float(data[name]) for node, data in graph.nodes(data=True)}


def radius_of(share: float) -> float:
    """The radius of what has this share (0 to 1) of the greatest measure."""
    return _LEAST_RADIUS + math.sqrt(share) * (_MOST_RADIUS - _LEAST_RADIUS)


def share_of(radius: float) -> float:
    """The share of the greatest measure that a radius stands for."""
    return ((radius - _LEAST_RADIUS) / (_MOST_RADIUS - _LEAST_RADIUS)) ** 2


def page_scale(discs: Iterable[tuple[float, float, float]]) -> float:
    """How many times larger than the page the place is that discs (x, y, radius) take, and so all that is read on it.

    Always 1 in a small network: there the names are what takes the place, and would never catch up with it.
    """
    discs = list(discs)
    if len(discs) <= SMALL:
        return 1.0
    width = max(x + radius for x, _, radius in discs) - min(x - radius for x, _, radius in discs)
    height = max(y + radius for _, y, radius in discs) - min(y - radius for _, y, radius in discs)
    return round(max(1.0, width / PAGE, height * ASPECT / PAGE), 2)


def least_font(scale: float) -> float:
    """The size of the smallest letters of a picture of this scale."""
    return round(scale * _LEAST_FONT, 1)


def font_of(radius: float, scale: float) -> float:
    """How large the name beneath a disc is written: the larger the disc the larger."""
    share = min(1.0, max(0.0, (radius - _LEAST_RADIUS) / (_MOST_RADIUS - _LEAST_RADIUS)))
    return round(scale * (_LEAST_FONT + share * (_MOST_FONT - _LEAST_FONT)), 1)


def _mark(radius: float, name: str, scale: float) -> Mark:
    font = font_of(radius, scale)
    return Mark(radius, font, round(name_width(name, font), 1)) if name else Mark(radius)


def name_width(name: str, font: float) -> float:
    """How much room a name takes, with what sets it off from the next."""
    return text_width(name, font) + 0.5 * font


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
