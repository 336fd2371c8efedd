"""Build the network: cards as nodes, a tie where two are named in the same sentence, paragraph or document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kartoteka.network.measures import measure
from kartoteka.types import BODY, BlockKind, CoOccurrence, Entity, Label, Modality, Tenure, Window

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.store.store import Store

#: What the weight of a tie may count, by name.
WEIGHTS: Mapping[str, Callable[[CoOccurrence], int]] = MappingProxyType(
    {"count": lambda tie: tie.weight, "documents": lambda tie: len(tie.documents)}
)

#: The tenures whose dates are dates of somebody's life.
_LIVED = frozenset({Modality.HELD, Modality.IMPLIED, Modality.MEMBER})


def build_graph(
    store: Store,
    *,
    window: str = Window.SENTENCE,
    labels: Iterable[Label] = (Label.PERSON,),
    kinds: Iterable[BlockKind] = BODY,
    min_weight: int = 1,
    since: str | None = None,
    until: str | None = None,
    weight: str = "count",
) -> Graph:
    """Who is named together with whom, how often, and where it says so.

    A node is an entity's id with `label` (its display name), `kind`, `mentions`, `documents` (numbers),
    `variants` (a list), `degree`, `strength` (sum of the weights of its ties) and, where a passage or tenure
    dates them, `year_first` and `year_last`, where an authority file gives some, `identifiers`. An edge has
    `weight` (a positive integer: the windows shared, or the documents), `count`, `documents` (a sorted list
    of ids), `passage` (one `Passage` that names both) and, where known, `first` and `last` (ISO days). An
    entity without a tie in the window is left out: the entity list has everybody, the network those who
    meet. `since` and `until` are ISO days handed to the store.
    `graph.graph` keeps what was asked for. Nodes and edges come in a fixed order.

    Raises ValueError for a window (one of `Window`), label, weight or minimum that is not known.
    """
    import networkx

    chosen = frozenset(Label(label) for label in labels)
    _check(weight, min_weight, chosen)
    count = WEIGHTS[weight]
    ties = [
        tie
        for tie in store.cooccurrences(
            window=window, labels=chosen, kinds=frozenset(kinds), since=since, until=until
        )
        if count(tie) >= min_weight and tie.source != tie.target
    ]
    graph = networkx.Graph(window=str(window), weight=weight, labels=sorted(chosen), min_weight=min_weight)
    graph.graph.update({name: day for name, day in (("since", since), ("until", until)) if day})
    met = {end for tie in ties for end in (tie.source, tie.target)}
    for entity in sorted((e for e in store.entities() if e.id in met), key=lambda e: e.id):
        graph.add_node(entity.id, **_node(entity))
    for tie in sorted(ties, key=lambda t: (t.source, t.target)):
        graph.add_edge(tie.source, tie.target, weight=count(tie), **_edge(tie))
    measure(graph)
    _date(graph, store.tenures(), store.entity_of())
    return graph


def _check(weight: str, min_weight: int, labels: frozenset[Label]) -> None:
    if weight not in WEIGHTS:
        raise ValueError(f"no weight {weight!r}: choose one of {', '.join(WEIGHTS)}")
    if min_weight < 1:
        raise ValueError(f"the least weight is {min_weight}, but every tie weighs 1 or more")
    if not labels or Label.DATE in labels:
        raise ValueError("a network needs PERSON, OFFICE, ORG or PLACE as nodes; a DATE is none")


def _node(entity: Entity) -> dict[str, Any]:
    known = {"identifiers": [f"{one.scheme}:{one.value}" for one in entity.identifiers]}
    return {
        "label": entity.name,
        "kind": str(entity.label),
        "mentions": entity.mentions,
        "documents": entity.documents,
        "variants": list(entity.variants),
        **(known if entity.identifiers else {}),
    }


def _edge(tie: CoOccurrence) -> dict[str, Any]:
    known = {name: day for name, day in (("first", tie.earliest), ("last", tie.latest)) if day}
    return {"count": tie.weight, "documents": sorted(tie.documents), "passage": tie.passage, **known}


def _date(graph: Graph, tenures: Iterable[Tenure], entity_of: Mapping[str, str]) -> None:
    """Write the first and last year that a tie or a tenure gives each node."""
    for source, target, tie in graph.edges(data=True):
        for node in (source, target):
            _widen(graph.nodes[node], tie.get("first"))
            _widen(graph.nodes[node], tie.get("last"))
    for tenure in tenures:
        holder = entity_of.get(tenure.holder, tenure.holder)
        if tenure.modality not in _LIVED or holder not in graph:
            continue
        for span in (tenure.start, tenure.end):
            if span is not None:
                _widen(graph.nodes[holder], span.earliest)
                _widen(graph.nodes[holder], span.latest)


def _widen(node: dict[str, Any], day: str | None) -> None:
    if day is None:
        return
    year = int(day[:5] if day.startswith("-") else day[:4])
    node["year_first"] = min(year, node.get("year_first", year))
    node["year_last"] = max(year, node.get("year_last", year))
