"""Give every card of a network its place, size and colour, once, so that all pictures of it agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from kartoteka.network.communities import communities
from kartoteka.network.drawing.joining import joined
from kartoteka.network.drawing.layout import layout
from kartoteka.network.drawing.marks import marks, measured, measured_radii
from kartoteka.network.drawing.palette import group_colour, kind_colour

if TYPE_CHECKING:
    from networkx import Graph

ColourBy = Literal["kind", "community"]


def draw(
    graph: Graph, *, like: Graph | None = None, size_by: str | None = None, colour_by: ColourBy | None = None
) -> Graph:
    """Write `x`, `y` (upwards), `size` (radius) and `color` ("#rrggbb") on every node, `community` where it is missing.

    The area of a disc grows with `size_by`, any measure that the nodes have, their strength unless told otherwise.
    Colours tell kinds apart where the network has several and communities where it has one, or what `colour_by`
    says. `like` is another network that is drawn already, a longer time of the same one: the nodes that both have
    take its places and colours, and sizes are measured by the same rule, so that the two can be laid side by side.

    Returns the same graph, whose `graph` tells `sized_by` and `coloured_by`. What is drawn already stays as it is,
    unless another size or colour is asked for. Raises ValueError for a measure that is missing and for other colours.
    """
    if colour_by not in (None, "kind", "community"):
        raise ValueError(f"no colours by {colour_by!r}: choose kind or community")
    if like is not None and not _have(like, "x", "y", "size", "color"):
        raise ValueError("the network to be drawn like is not drawn itself yet: draw it first")
    _find_communities(graph)
    if size_by or not _have(graph, "size"):
        _size(graph, size_by or "strength", like)
    if colour_by or not _have(graph, "color"):
        _colour(graph, colour_by or ("kind" if _kinds(graph) > 1 else "community"), like)
    if not _have(graph, "x", "y"):
        radii = {node: data["size"] for node, data in graph.nodes(data=True)}
        places = layout(graph, radii) if like is None else joined(graph, like, marks(graph))
        for node, (x, y) in places.items():
            graph.nodes[node].update(x=x, y=y)
    return graph


def _have(graph: Graph, *names: str) -> bool:
    return all(name in data for _, data in graph.nodes(data=True) for name in names)


def _kinds(graph: Graph) -> int:
    return len({data.get("kind") for _, data in graph.nodes(data=True)})


def _find_communities(graph: Graph) -> None:
    if graph and not _have(graph, "community"):
        for node, community in communities(graph).items():
            graph.nodes[node]["community"] = community


def _size(graph: Graph, size_by: str, like: Graph | None) -> None:
    scale: Mapping[str, float] = measured(graph if like is None else like, size_by)
    for node, radius in measured_radii(graph, size_by, max(scale.values(), default=0)).items():
        graph.nodes[node]["size"] = radius
    graph.graph["sized_by"] = size_by


def _colour(graph: Graph, colour_by: ColourBy, like: Graph | None) -> None:
    for node, data in graph.nodes(data=True):
        if like is not None and node in like:
            data["color"] = like.nodes[node]["color"]
        elif colour_by == "kind":
            data["color"] = kind_colour(data.get("kind", ""))
        else:
            data["color"] = group_colour(data["community"])
    graph.graph["coloured_by"] = colour_by
