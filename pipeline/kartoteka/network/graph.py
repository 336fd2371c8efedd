"""Build the network: cards as nodes, a tie where two are named near each other, with figures, dates and proofs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kartoteka.network.choice import WEIGHTS, Choice, choose, keep
from kartoteka.network.measures import ALL, measure
from kartoteka.types import BODY
from kartoteka.types.windows import Window

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.careers import Careers
    from kartoteka.network.cooccurrence import Edge
    from kartoteka.store.appearances import Appearances
    from kartoteka.store.store import Store

__all__ = ["WEIGHTS", "build", "build_graph"]


def build_graph(
    store: Store,
    *,
    window: str | Window = "sentence",
    labels: str | Iterable[str] | None = None,
    kinds: str | Iterable[str] = BODY,
    min_weight: int = 1,
    since: str | int | None = None,
    until: str | int | None = None,
    weight: str = "count",
    quotations: int = 3,
    two_mode: str | Iterable[str] | None = None,
    projection: str | None = None,
    roles: bool = True,
    measures: str | Iterable[str] = ALL,
) -> Graph:
    """Who is named together with whom, how often, how firmly, when, and where it says so.

    `window` is one of "sentence", "sentences:N", "tokens:N", "paragraph", "document" (`types.windows`); nodes are the
    cards of the `labels`, persons unless told otherwise; read are blocks of the `kinds` ("body": no notes and
    bibliographies). A list may be one string with commas, and case does not matter ("person, org"). A name within
    a name ("Kyiv" in "Kyiv province") is named too; a card named twice in a window counts once. `two_mode`
    ("PERSON-ORG", ("PERSON", "DOCUMENT")) ties nodes of two kinds alone, `projection` ("PERSON") those of one of them
    through what they share. `roles` counts a post named without its holder as its holder, where the tenures tell who
    held it. `since` and `until` (a day, month or year; a number is a year) keep the meetings dated to that time: a tie
    is there exactly where one of its `spells` reaches into it, with the dates that do.

    A node is an entity's id (a document's, of kind "DOCUMENT") with `label`, `kind`, `mentions`, `documents`,
    `variants`, `offices` (a list of `Held`), where an authority file gives some `identifiers`, where dated `first`,
    `last` (ISO days), `year_first`, `year_last`, `spells` (one span at most), and `measures` (`measure`). An edge
    has `weight` (a positive integer: windows shared, or documents), `count`, `documents` (ids), `npmi`,
    `log_likelihood`, `p_value`, `jaccard`, `spells` (the days of its dated passages), `dated` (how many of them
    have which first and last day), `first`, `last` and `dated_by` where there are any ("sentence" where a sentence
    that names both has a date, else "paragraph"), `undated` (windows without a date), `inferred` (windows that count by
    a post alone; left out where 0) and `passages` (so many quotations at most, dated ones and of different documents
    first; at least two where the ends stand too far apart for one). Edges of a projection have `shared` (names) and
    `newman`, and no `dated`; they live on the days on which both ends are tied to something shared, `undated` counts
    what is shared without such days.

    Whoever has no tie is left out. `graph.graph` keeps what was asked for, `windows` (how many were counted: sentences,
    paragraphs or documents in which anything was read, be it a date; of windows of words the mentions) and, where no
    tie is left, `empty`: which part of it left none; what else it was built by it keeps for its periods
    (`network.slices`). Raises ValueError for what is not known or of another type, for `labels` beside `two_mode`, and
    for a time that ends before it begins.
    """
    figures: dict[str, Any] = {"weight": weight, "min_weight": min_weight, "quotations": quotations}
    further: dict[str, Any] = {"since": since, "until": until, "roles": roles, "measures": measures}
    return build(store, choose(window, labels, kinds, two_mode, projection, **figures, **further))


def build(store: Store, choice: Choice) -> Graph:
    """The network of a choice made before."""
    with store.at_once():
        return _build(store, choice)


def _build(store: Store, choice: Choice) -> Graph:
    import networkx

    from kartoteka.network.emptiness import explain

    careers = _careers(store)
    named = _appearances(store, choice, careers if choice.roles else None)
    edges, windows, heaviest = _edges(store, named, choice)
    graph = networkx.Graph(**_asked(choice), windows=windows)
    ends = {end for edge in edges for end in edge[:2]}
    for node, told in _nodes(store, named, choice, careers, edges):
        if node in ends:
            graph.add_node(node, **told)
    graph.add_edges_from(edges)
    if not edges:
        graph.graph["empty"] = explain(store, named, choice, heaviest)
    measure(graph, choice.measures)
    keep(graph, choice)
    return graph


def _careers(store: Store) -> Careers | None:
    """What the tenures tell; None where there are none, since careers are read from all mentions."""
    from kartoteka.careers import read_careers

    return read_careers(store) if any(True for _ in store.tenures()) else None


def _appearances(store: Store, choice: Choice, careers: Careers | None) -> Appearances:
    from kartoteka.network.roles import role_appearances
    from kartoteka.store.appearances import with_inferred

    found = store.appearances(choice.labels, choice.kinds)
    return with_inferred(found, role_appearances(careers)) if careers is not None else found


def _edges(store: Store, appearances: Appearances, choice: Choice) -> tuple[list[Edge], int, int]:
    """The ties heavy enough, how many windows were counted, and the weight of the heaviest tie."""
    from kartoteka.network.cooccurrence import count_ties, edges
    from kartoteka.network.projection import project, projected_edges, read_sharing

    counted = count_ties(store, appearances, choice, 1 if choice.projection else choice.min_weight)
    windows = counted.field.namings.windows
    if choice.projection:
        sharing = read_sharing(counted)
        projected, heaviest = project(sharing, choice)
        return list(projected_edges(store, sharing, projected, choice)), windows, heaviest
    return list(edges(store, counted, choice)), windows, counted.heaviest


def _nodes(
    store: Store, appearances: Appearances, choice: Choice, careers: Careers | None, edges: Iterable[Edge]
) -> Iterable[tuple[str, dict[str, Any]]]:
    from kartoteka.network.held import held_offices
    from kartoteka.network.nodes import card_nodes, document_nodes

    yield from card_nodes(store, appearances, held_offices(careers) if careers is not None else {}, edges)
    if choice.of_documents:
        yield from document_nodes(store, appearances)


def _asked(choice: Choice) -> dict[str, Any]:
    told: dict[str, Any] = {
        "window": "mention" if choice.of_documents else str(choice.window),
        "labels": [str(label) for label in choice.labels],
        "blocks": "body" if choice.kinds == BODY else sorted(str(kind) for kind in choice.kinds),
        "weight": choice.weight,
        "min_weight": choice.min_weight,
    }
    further = {"since": choice.since, "until": choice.until, "projection": choice.projection}
    further |= {"two_mode": "-".join(choice.mode)}
    return told | {name: value for name, value in further.items() if value}
