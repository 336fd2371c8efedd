"""Give every card of a network its place, size and colour, once, so that all pictures of it agree."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TYPE_CHECKING

from kartoteka.network.communities import communities
from kartoteka.network.drawing.joining import joined
from kartoteka.network.drawing.layout import layout
from kartoteka.network.drawing.marks import marks, measure_values, measured_radii
from kartoteka.network.drawing.palette import group_colour, kind_colour

if TYPE_CHECKING:
    from networkx import Graph

#: What colours may tell.
COLOURS = ("kind", "community")

_DRAWN = ("x", "y", "size", "color")


def draw(
    graph: Graph, *, like: Graph | None = None, size_by: str | None = None, colour_by: str | None = None
) -> Graph:
    """Write `x`, `y` (upwards), `size` (radius) and `color` ("#rrggbb") on every node, `community` where it is missing.

    The area of a disc grows with `size_by`, any measure that the nodes have, their strength unless told otherwise.
    Colours tell kinds apart where the network has several and communities where it has one, or what `colour_by`
    says ("kind", "community"). What is drawn already stays as it is, unless another size or colour is asked for.

    `like` is another network that is drawn already, one that this is a part or a period of: what both show can then be
    laid side by side. The nodes that both have take its places, its communities and its colours; sizes and colours
    tell what they tell there, sizes by its scale, unless asked for otherwise. Who is new stands with, and belongs to
    the community of, whom the ties lead to.

    Returns the same graph, whose `graph` tells `sized_by` and `coloured_by`. Raises ValueError for a measure that is
    missing, for other colours, and where `like` is not drawn.
    """
    colour_by = _checked(colour_by)
    if like is not None:
        return _draw_like(graph, like, size_by, colour_by)
    if graph and not _have(graph, "community"):
        _write(graph, "community", communities(graph))
    if size_by or not _have(graph, "size"):
        _size(graph, size_by or "strength", graph)
    if colour_by or not _have(graph, "color"):
        _colour(graph, colour_by or _usual(graph))
    if not _have(graph, "x", "y"):
        _place(graph, layout(graph, {node: data["size"] for node, data in graph.nodes(data=True)}))
    return graph


def undraw(graph: Graph) -> None:
    """Take the drawing off a network; the places of a whole fit none of its parts, nor do its sizes and colours."""
    for _, data in graph.nodes(data=True):
        for name in _DRAWN:
            data.pop(name, None)
    for name in ("sized_by", "coloured_by"):
        graph.graph.pop(name, None)


def _draw_like(graph: Graph, like: Graph, size_by: str | None, colour_by: str | None) -> Graph:
    if not _have(like, *_DRAWN, "community"):
        raise ValueError("the network to be drawn like is not drawn itself yet: draw it first")
    told = like.graph.get("coloured_by")
    _write(graph, "community", _joined_communities(graph, like))
    _size(graph, size_by or like.graph.get("sized_by", "strength"), like)
    _colour(graph, colour_by or told or _usual(like))
    if colour_by in (None, told):
        _write(graph, "color", {node: like.nodes[node]["color"] for node in graph if node in like})
    _place(graph, joined(graph, like, marks(graph)))
    return graph


def _joined_communities(graph: Graph, like: Graph) -> dict[Hashable, int]:
    """The communities of `like`: a new node is of that to which it is tied most, a further one where to none."""
    known: dict[Hashable, int] = {node: like.nodes[node]["community"] for node in graph if node in like}
    found, further = dict(known), max((data["community"] for _, data in like.nodes(data=True)), default=-1) + 1
    for node in sorted(node for node in graph if node not in known):
        weights: dict[int, float] = {}
        for other, tie in graph[node].items():
            if other in known:
                weights[known[other]] = weights.get(known[other], 0) + tie.get("weight", 1)
        found[node] = min(weights, key=lambda one: (-weights[one], one)) if weights else further
        further += not weights
    return found


def _checked(colour_by: str | None) -> str | None:
    if colour_by is None or colour_by.lower() in COLOURS:
        return colour_by and colour_by.lower()
    raise ValueError(f"no colours by {colour_by!r}: choose {' or '.join(COLOURS)}")


def _usual(graph: Graph) -> str:
    """What colours tell unless it is said."""
    return "kind" if len({data.get("kind") for _, data in graph.nodes(data=True)}) > 1 else "community"


def _have(graph: Graph, *names: str) -> bool:
    return all(name in data for _, data in graph.nodes(data=True) for name in names)


def _write(graph: Graph, name: str, values: Mapping[Hashable, int] | Mapping[Hashable, str]) -> None:
    for node, value in values.items():
        graph.nodes[node][name] = value


def _place(graph: Graph, places: Mapping[str, tuple[float, float]]) -> None:
    for node, (x, y) in places.items():
        graph.nodes[node].update(x=x, y=y)


def _size(graph: Graph, size_by: str, scale: Graph) -> None:
    most = max(measure_values(scale, size_by).values(), default=0)
    for node, radius in measured_radii(graph, size_by, most).items():
        graph.nodes[node]["size"] = radius
    graph.graph["sized_by"] = size_by


def _colour(graph: Graph, colour_by: str) -> None:
    for _, data in graph.nodes(data=True):
        told = kind_colour(data.get("kind", "")) if colour_by == "kind" else group_colour(data["community"])
        data["color"] = told
    graph.graph["coloured_by"] = colour_by
