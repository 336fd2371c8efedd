"""Cut a network's time into periods, one network each, as narrators of change want them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kartoteka.dates.stretch import read_days, read_stretch
from kartoteka.network.choice import Choice, kept
from kartoteka.network.listing import listed
from kartoteka.network.measures import measure, measured

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.store.store import Store

#: What can be asked for, in words for whoever asked for something else.
FORMS = "year, 5y (five years each), or the days, months or years at which periods begin (1927,1930-02,1937-07-30)"

_YEARS = re.compile(r"([0-9]{1,3})y")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from the ISO day `since` to the ISO day `until`, both within it, and a `name` for files."""

    name: str
    since: str
    until: str


def slice_network(store: Store, whole: Graph, form: str) -> Iterator[tuple[Period, Graph]]:
    """The network of each period, built as `whole` was and drawn like it (`draw(part, like=whole)`).

    The same card has the same place, community and colour in all of them, those of the whole; the other measures are
    the period's own. A period has the ties of the whole, however light they are in it: what was left out of the whole
    (by weight, backbone, ego) stays out. `graph.graph` tells so: `backbone` and `ego` as there, where ties had to be of
    some weight there `whole_min_weight`, and `communities` ("of the whole time"). Draws the whole where it is not drawn
    yet. Raises ValueError as `find_periods` does, and for a network that `build_graph` has not built.
    """
    return _slices(store, whole, kept(whole), find_periods(whole, form))


def find_periods(graph: Graph, form: str) -> list[Period]:
    """The periods, in order, in which a tie of the network lives.

    `form` is "year", a number of years ("5y": 1930–1934, 1935–1939: they begin with years divisible by five), or dates
    joined by commas: each begins a period that the next one ends, the last runs as long as any tie lives. Periods in
    which no tie lives are left out (`explain` says why none is left), and with them all time before Christ. Raises
    ValueError for any other form, and for dates that are none or not in order.
    """
    form = form.strip().lower()
    dates = _dates(form) if not (form == "year" or _YEARS.fullmatch(form)) else []
    lives = _lives(graph)
    if not lives:
        return []
    first, last = lives[0][0], max(until for _, until in lives)
    periods = _between(dates, last) if dates else _years(form, int(first[:4]), int(last[:4]))
    return [p for p in periods if any(since <= p.until and until >= p.since for since, until in lives)]


def explain(graph: Graph, form: str) -> str:
    """Why a network has no period of this form, in words."""
    lives = _lives(graph)
    if not lives:
        return "no tie is dated"
    first, last = lives[0][0], max(until for _, until in lives)
    return f"no tie is dated from {listed(form)[0]} on: they live from {first} to {last}"


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


def _lives(graph: Graph) -> list[tuple[str, str]]:
    """The spells of all ties, in order, since Christ."""
    spells = {spell for *_, tie in graph.edges(data=True) for spell in tie.get("spells", ())}
    return sorted((max(since, "0001-01-01"), until) for since, until in spells if not until.startswith("-"))


def _within(part: Graph, whole: Graph) -> Graph:
    """What both have, measured as the whole is, with what was added to the cards of the whole since."""
    both = part.__class__(**part.graph)
    told = ("backbone", "ego", "whole_min_weight")
    both.graph.update({name: whole.graph[name] for name in told if name in whole.graph})
    if (least := whole.graph.get("min_weight", 1)) > 1:
        both.graph["whole_min_weight"] = least
    both.graph["communities"] = "of the whole time"
    both.add_edges_from((*ends, data) for *ends, data in part.edges(data=True) if whole.has_edge(*ends))
    both.add_nodes_from((node, {**whole.nodes[node], **part.nodes[node]}) for node in list(both))
    measure(both, [name for name in measured(whole) if name != "community"])
    return both


def _years(form: str, first: int, last: int) -> Iterator[Period]:
    step = 1 if form == "year" else int(form.removesuffix("y"))
    if not step:
        raise ValueError(f"a period of no years ({form!r}) holds nothing")
    for year in range(first - first % step, last + 1, step):
        end = min(year + step - 1, 9999)
        name = f"{year:04}" if step == 1 else f"{year:04}-{end:04}"
        yield Period(name, f"{max(year, 1):04}-01-01", f"{end:04}-12-31")


def _between(dates: list[str], last: str) -> Iterator[Period]:
    begins = [read_days(text)[0] for text in dates]
    ends = [(date.fromisoformat(begin) - timedelta(days=1)).isoformat() for begin in begins[1:]]
    for text, begin, end in zip(dates, begins, [*ends, max(last, begins[-1])], strict=True):
        yield Period(f"from-{text}", begin, end)


def _dates(form: str) -> list[str]:
    dates = listed(form)
    if not dates or not all(re.match(r"[0-9]{4}", one) for one in dates):
        raise ValueError(f"no periods {form!r}: give {FORMS}")
    begins = [read_days(one)[0] for one in dates]
    if sorted(set(begins)) != begins:
        raise ValueError(f"{form!r} is not in the order of time")
    return dates
