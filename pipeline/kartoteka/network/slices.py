"""Cut a network's time into periods, one network each, as narrators of change want them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kartoteka.network.measures import measure, measured

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.store.store import Store

#: What can be asked for, in words for whoever asked for something else.
FORMS = "year, 5y (five years each), or the days, months or years at which periods begin (1927,1930-02,1937-07-30)"

_YEARS = re.compile(r"(\d{1,3})y")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from the ISO day `since` to the ISO day `until`, both within it, and a `name` for files."""

    name: str
    since: str
    until: str


def slice_network(store: Store, whole: Graph, form: str, **options: Any) -> Iterator[tuple[Period, Graph]]:
    """The network of each period, drawn where `whole` is: the same cards in the same places.

    `options` are those of `build_graph` that `whole` was built with. A period has the ties of the whole, however light
    they are in it: what was left out of the whole (by weight, backbone, ego) stays out. Raises ValueError as
    `find_periods` does.
    """
    from kartoteka.network.drawing import draw
    from kartoteka.network.graph import build_graph

    for period in find_periods(whole, form):
        since, until = (
            max(period.since, options.get("since") or ""),
            min(period.until, options.get("until") or "9"),
        )
        part = build_graph(store, **{**options, "min_weight": 1, "since": since, "until": until})
        part = _within(part, whole)
        if part.number_of_edges():
            yield period, draw(part, like=draw(whole))


def find_periods(graph: Graph, form: str) -> list[Period]:
    """The periods, in order, in which a tie of the network lives.

    `form` is "year", a number of years ("5y": 1930–1934, 1935–1939: they begin with years divisible by five), or dates
    joined by commas: each begins a period that the next one ends, the last runs as long as any tie lives. Periods in
    which no tie lives are left out, and with them all time before Christ. Raises ValueError for any other
    form, and for dates that are none or not in order.
    """
    dates = _dates(form) if not (form == "year" or _YEARS.fullmatch(form)) else []
    spells = {spell for *_, tie in graph.edges(data=True) for spell in tie["spells"]}
    lives = sorted((max(since, "0001-01-01"), until) for since, until in spells if not until.startswith("-"))
    if not lives:
        return []
    first, last = lives[0][0], max(until for _, until in lives)
    periods = _between(dates, last) if dates else _years(form, int(first[:4]), int(last[:4]))
    return [p for p in periods if any(since <= p.until and until >= p.since for since, until in lives)]


def _within(part: Graph, whole: Graph) -> Graph:
    """What both have, measured as the part was."""
    kept = part.__class__(**part.graph)
    kept.add_edges_from((*ends, data) for *ends, data in part.edges(data=True) if whole.has_edge(*ends))
    kept.add_nodes_from((node, part.nodes[node]) for node in list(kept))
    measure(kept, measured(part))
    return kept


def _years(form: str, first: int, last: int) -> Iterator[Period]:
    step = 1 if form == "year" else int(form.removesuffix("y"))
    if not step:
        raise ValueError(f"a period of no years ({form!r}) holds nothing")
    for year in range(first - first % step, last + 1, step):
        end = min(year + step - 1, 9999)
        name = f"{year:04}" if step == 1 else f"{year:04}-{end:04}"
        yield Period(name, f"{year:04}-01-01", f"{end:04}-12-31")


def _between(dates: list[str], last: str) -> Iterator[Period]:
    begins = [_day(text) for text in dates]
    for number, (text, begin) in enumerate(zip(dates, begins, strict=True)):
        following = begins[number + 1] if number + 1 < len(begins) else None
        end = (following - timedelta(days=1)).isoformat() if following else max(last, begin.isoformat())
        yield Period(f"from-{text}", begin.isoformat(), end)


def _dates(form: str) -> list[str]:
    dates = [part.strip() for part in form.split(",")]
    if not all(_DATE.fullmatch(part) for part in dates):
        raise ValueError(f"no periods {form!r}: give {FORMS}")
    begins = [_day(part) for part in dates]
    if sorted(set(begins)) != begins:
        raise ValueError(f"{form!r} is not in the order of time")
    return dates


def _day(text: str) -> date:
    """The first day of a day, a month or a year."""
    try:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError as error:
        raise ValueError(f"{text!r} is no day") from error
