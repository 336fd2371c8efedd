"""The network around one card or a few: whom they meet, and who of these meet each other."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import TYPE_CHECKING

from kartoteka.network.calling import called, index_names, nearest
from kartoteka.network.drawing import undraw
from kartoteka.network.measures import measure, measured

if TYPE_CHECKING:
    from networkx import Graph


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


class NobodyCalledError(ValueError):
    """No card in a network bears a name (`who`)."""

    def __init__(self, who: str, hint: str) -> None:
        super().__init__(f"nobody in this network is called {who!r}{hint}")
        self.who = who


def find(graph: Graph, who: str) -> Hashable:
    """The node that is meant by an id or by a name in any spelling or script, and in any case.

    An id goes before a name, and names are the same that sound alike (`romanization.fold`); what is nobody's name is
    read as another case of one ("Балицького"). Raises ValueError where several nodes bear the name, NobodyCalledError
    where none does, which say which or who comes near.
    """
    if who in graph:
        return who
    index = index_names((node, _names(graph, node)) for node in graph)
    found = called(index, who)
    if len(found) > 1:
        raise ValueError(f"{who!r} is the name of several, say which by id: {_list(graph, found)}")
    if found:
        return found[0]
    near = _list(graph, nearest(index, who))
    raise NobodyCalledError(who, f"; the nearest are {near}" if near else "")


def _names(graph: Graph, node: Hashable) -> Iterator[str]:
    yield _name(graph, node)
    yield from graph.nodes[node].get("variants", ())


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
