"""Give every card of a network its place, size and colour, once, so that all pictures of it agree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kartoteka import resources
from kartoteka.network.groups import groups
from kartoteka.network.marks import marks
from kartoteka.network.places import layout

if TYPE_CHECKING:
    from networkx import Graph


def draw(graph: Graph) -> Graph:
    """Write `x`, `y` (upwards), `size` (radius), `color` ("#rrggbb") and `community` (from 0) on every node.

    Colours tell kinds apart where the network has several, groups where it has one. Returns the same graph; one
    that is drawn already stays as it is.
    """
    if is_drawn(graph):
        return graph
    places, sizes, circles = layout(graph), marks(graph), groups(graph)
    several = len({data.get("kind") for _, data in graph.nodes(data=True)}) > 1
    for node, data in graph.nodes(data=True):
        data["x"], data["y"] = places[node]
        data["size"] = sizes[node].radius
        data["community"] = circles[node]
        data["color"] = kind_colour(data.get("kind", "")) if several else group_colour(circles[node])
    return graph


def is_drawn(graph: Graph) -> bool:
    """Whether every node has its place, size and colour."""
    return all({"x", "y", "size", "color"} <= data.keys() for _, data in graph.nodes(data=True))


def kind_colour(kind: str) -> str:
    """The colour of persons, offices, organizations, places; grey for anything else."""
    palette = _palette()
    return str(palette["kinds"].get(kind, palette["rest"]))


def group_colour(group: int) -> str:
    """The colour of a group by its rank; grey for those beyond the colours that the eye tells apart."""
    palette = _palette()
    colours = palette["groups"]["colours"]
    return str(colours[group] if group < len(colours) else palette["rest"])


@cache
def _palette() -> dict[str, Any]:
    return resources.read_toml("palette.toml")
