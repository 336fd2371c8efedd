"""The periods into which a network's time can be cut: which there are, how files call them, why some have nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from kartoteka.dates.stretch import read_days
from kartoteka.network.listing import listed

if TYPE_CHECKING:
    from networkx import Graph

#: What can be asked for, in words for whoever asked for something else.
FORMS = "year, 5y (five years each), or the days, months or years at which periods begin (1927,1930-02,1937-07-30)"

_YEARS = re.compile(r"([0-9]{1,3})y")
#: Up to here an ISO day tells its year, its month, itself.
_PRECISIONS = (4, 7, 10)
#: From so many periods in a row on, the first and the last stand for them all.
_ROW = 3


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from the ISO day `since` to the ISO day `until`, both within it, and a `name` for files.

    The name tells both ends: "1933", "1930-1934", "1927_1930-01" (to the end of January); "1937-on" has no end.
    """

    name: str
    since: str
    until: str


def find_periods(graph: Graph, form: str) -> list[Period]:
    """The periods, in order, in which a tie of the network lives.

    `form` is "year", a number of years ("5y": 1930–1934, 1935–1939: they begin with years divisible by five), or dates
    joined by commas: each begins a period that the next one ends, the last runs as long as any tie lives. Periods in
    which no tie lives are left out (`explain` says why none is left, `explain_gaps` which are), and with them all time
    before Christ. Raises ValueError for any other form, and for dates that are none or not in order.
    """
    lives = _lives(graph)
    return [p for p in _asked(graph, form) if any(since <= p.until and until >= p.since for since, until in lives)]


def explain(graph: Graph, form: str) -> str:
    """Why a network has no period of this form, in words."""
    lives = _lives(graph)
    if not lives:
        return "no tie is dated"
    first, last = lives[0][0], max(until for _, until in lives)
    begin = f" from {listed(form)[0]} on" if _dates(form) else " to any of them"
    return f"no tie is dated{begin}: they live from {first} to {last}"


def explain_gaps(graph: Graph, form: str, found: Collection[str]) -> str:
    """Which of the periods asked for are not among those found, by their names, in words; "" where all are."""
    rows = groupby((period.name for period in _asked(graph, form)), key=lambda name: name in found)
    gaps = [_row(list(names)) for there, names in rows if not there]
    return f"no tie lives in {', '.join(gaps)}" if gaps else ""


def _row(names: list[str]) -> str:
    return f"{names[0]} to {names[-1]}" if len(names) >= _ROW else ", ".join(names)


def _asked(graph: Graph, form: str) -> list[Period]:
    """All periods of this form in the time of the network, be there a tie in them or not."""
    dates = _dates(form)
    lives = _lives(graph)
    if not lives:
        return []
    first, last = lives[0][0], max(until for _, until in lives)
    return list(_between(dates, last) if dates else _years(_plain(form), int(first[:4]), int(last[:4])))


def _lives(graph: Graph) -> list[tuple[str, str]]:
    """The spells of all ties, in order, since Christ."""
    spells = {spell for *_, tie in graph.edges(data=True) for spell in tie.get("spells", ())}
    return sorted((max(since, "0001-01-01"), until) for since, until in spells if not until.startswith("-"))


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
    for text, begin, following in zip(dates, begins, begins[1:], strict=False):
        end = (date.fromisoformat(following) - timedelta(days=1)).isoformat()
        yield Period(_name(text, end), begin, end)
    yield Period(f"{dates[-1]}-on", begins[-1], max(last, begins[-1]))


def _name(begin: str, end: str) -> str:
    """A period by the day, month or year that begins it, and the one that ends it: as exact as need be, no less."""
    exact = (end[:length] for length in _PRECISIONS if length >= len(begin))
    last = next(text for text in exact if read_days(text)[1] == end)
    return begin if begin == last else f"{begin}_{last}"


def _dates(form: str) -> list[str]:
    """The dates at which periods begin; none where years are asked for."""
    form = _plain(form)
    if form == "year" or _YEARS.fullmatch(form):
        return []
    dates = listed(form)
    if not dates or not all(re.match(r"[0-9]{4}", one) for one in dates):
        raise ValueError(f"no periods {form!r}: give {FORMS}")
    begins = [read_days(one)[0] for one in dates]
    if sorted(set(begins)) != begins:
        raise ValueError(f"{form!r} is not in the order of time")
    return dates


def _plain(form: str) -> str:
    return form.strip().lower()
