"""Cut a network's time into periods, one network each, as narrators of change want them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kartoteka.dates.stretch import read_stretch
from kartoteka.network.choice import Choice, kept
from kartoteka.network.measures import measure, measured
from kartoteka.network.periods import Period, find_periods

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.store.store import Store


def slice_network(store: Store, whole: Graph, form: str) -> Iterator[tuple[Period, Graph]]:
    """The network of each period, built as `whole` was and drawn like it (`draw(part, like=whole)`).

    The same card has the same place, community, colour and years in all of them, those of the whole; the other
    measures are the period's own. A period has the ties of the whole, however light they are in it: what was left
    out of the whole (by weight, backbone, ego) stays out. `graph.graph` tells so: `backbone` and `ego` as there,
    where ties had to be of some weight there `whole_min_weight`, and `communities` ("of the whole time"). Draws
    the whole where it is not drawn yet. Raises ValueError as `find_periods` does, and for a network that
    `build_graph` has not built.
    """
    return _slices(store, whole, kept(whole), find_periods(whole, form))


def _slices(
    store: Store, whole: Graph, choice: Choice, periods: Iterable[Period]
) -> Iterator[tuple[Period, Graph]]:
    from kartoteka.network.drawing import draw
    from kartoteka.network.graph import build

    first, last = read_stretch(choice.since, choice.until)
    for period in periods:
        since, until = max(period.since, first or ""), min(period.until, last or period.until)
        part = build(store, replace(choice, min_weight=1, since=since, until=until, measures=()))
        part = _within(part, whole)
        if part.number_of_edges():
            yield period, draw(part, like=draw(whole))


def _within(part: Graph, whole: Graph) -> Graph:
    """The ties that both have, between the cards as the whole has them, measured anew."""
    both = part.__class__(**part.graph)
    told = ("backbone", "ego", "whole_min_weight")
    both.graph.update({name: whole.graph[name] for name in told if name in whole.graph})
    if (least := whole.graph.get("min_weight", 1)) > 1:
        both.graph["whole_min_weight"] = least
    both.graph["communities"] = "of the whole time"
    both.add_edges_from((*ends, data) for *ends, data in part.edges(data=True) if whole.has_edge(*ends))
    both.add_nodes_from((node, dict(whole.nodes[node])) for node in list(both))
    measure(both, [name for name in measured(whole) if name != "community"])
    return both
