"""The network around one card or a few: whom they meet, and who of these meet each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kartoteka.network.drawing import undraw
from kartoteka.network.measures import measure, measured
from kartoteka.romanization import fold

if TYPE_CHECKING:
    from networkx import Graph

_NEAREST = 3


def ego(graph: Graph, who: str | Iterable[str], radius: int = 1) -> Graph:
    """The part of a network within `radius` steps of one card or several, with all ties between its nodes.

    `who` is what `find` takes, once or several times. Returns a new graph, a network of its own: measured anew as the
    old one was, its communities too, and not drawn, though the old one be (`draw(part, like=graph)` gives it the
    places, communities and colours there). `graph.graph` has `ego` (the names of the cards) and, where no tie is left,
    says so as `empty`. Raises ValueError for a radius below 1 and as `find` does.
    """
    import networkx

    if radius < 1:
        raise ValueError(f"the radius is {radius}, but a tie is one step long")
    asked = [who] if isinstance(who, str) else list(who)
    centres = [find(graph, name) for name in asked] if graph else []
    near, rim = set(centres), set(centres)
    for _ in range(radius):
        rim = {other for node in rim for other in networkx.all_neighbors(graph, node)} - near
        near |= rim
    around = _part(graph, near)
    around.graph["ego"] = ", ".join([_name(graph, node) for node in centres] or asked)
    if centres and not around.size():
        around.graph["empty"] = f"no tie of {around.graph['ego']} is in the network"
    undraw(around)
    measure(around, measured(graph))
    return around


def find(graph: Graph, who: str) -> Hashable:
    """The node that is meant by an id or by a name in any spelling or script.

    An id goes before a name, and names are the same that sound alike (`romanization.fold`). Raises ValueError where
    several nodes or none bear the name, and says which or who comes nearest.
    """
    if who in graph:
        return who
    sounding = _index(graph)
    found = sounding.get(_sound(who), {})
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise ValueError(f"{who!r} is the name of several, say which by id: {_list(graph, found)}")
    alike = get_close_matches(_sound(who), sounding, n=4 * _NEAREST, cutoff=0.5)
    nearest = list(dict.fromkeys(node for sound in alike for node in sounding[sound]))[:_NEAREST]
    hint = f"; the nearest are {_list(graph, nearest)}" if nearest else ""
    raise ValueError(f"nobody in this network is called {who!r}{hint}")


def _index(graph: Graph) -> dict[str, dict[Hashable, None]]:
    """The nodes by the sounds of their names, in the order of the network."""
    sounding: dict[str, dict[Hashable, None]] = defaultdict(dict)
    for node, data in graph.nodes(data=True):
        for name in (_name(graph, node), *data.get("variants", ())):
            sounding[_sound(name)][node] = None
    return sounding


def _sound(name: str) -> str:
    """A name by its sounds, one without letters as it is."""
    return fold(name) or name.casefold()


def _name(graph: Graph, node: Hashable) -> str:
    return str(graph.nodes[node].get("label", node))


def _list(graph: Graph, nodes: Iterable[Hashable]) -> str:
    return ", ".join(f"{_name(graph, node)} ({node})" for node in nodes)


def _part(graph: Graph, nodes: Collection[Hashable]) -> Graph:
    """These nodes and what ties them, in the order of the whole network (that of a view of networkx is the set's)."""
    part = graph.__class__()
    part.graph.update(graph.graph)
    part.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in nodes)
    edges = graph.edges(keys=True, data=True) if graph.is_multigraph() else graph.edges(data=True)
    part.add_edges_from((*ends, dict(data)) for *ends, data in edges if ends[0] in nodes and ends[1] in nodes)
    return part
