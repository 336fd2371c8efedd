"""Times in a GEXF file: what Gephi reads as a day, and which spells it drops."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kartoteka.export.gexf.problems import Problem, error, note, warning
from kartoteka.export.gexf.values import number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Interval = tuple[float, float]

_DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_INTERVAL = re.compile(r"[\[(]\s*([^,\])]+?)\s*,\s*([^\])]+?)\s*[\])]")
_TIMES = frozenset({"start", "end", "startopen", "endopen", "intervals", "timestamp", "timestamps"})
_ENDLESS = {"-inf": -math.inf, "-infinity": -math.inf, "inf": math.inf, "+inf": math.inf, "infinity": math.inf}


@dataclass(frozen=True, slots=True)
class Clock:
    """How the graph tells time: by days or by numbers, in intervals or in moments."""

    days: bool
    intervals: bool


def read_clock(graph: Mapping[str, str]) -> Clock:
    """The clock of a `graph` element by its attributes: numbers and intervals unless it says otherwise."""
    form = (graph.get("timeformat") or graph.get("timetype") or "").lower()
    return Clock(
        days=form in {"date", "datetime", "timestamp"},
        intervals=graph.get("timerepresentation", "").lower() != "timestamp",
    )


def check_times(element: Element, where: str, clock: Clock) -> Iterator[Problem]:
    """The times of a node or an edge: its spells, or else its start and end."""
    spells = [part for part in element.iter() if part.tag.rpartition("}")[2] in {"spell", "slice"}]
    if spells and _is_dated(element):
        yield warning(where, "has spells beside its own times; the spells alone count")
    kept: list[Interval] = []
    for part in spells or [element]:
        yield from _check_dated(part, where, clock, kept)
    if kept != sorted(kept):
        yield note(where, "has spells out of their order in time")


def check_dated_value(
    part: Element, where: str, clock: Clock, kept: dict[str, list[Interval]]
) -> Iterator[Problem]:
    """The times of one value; `kept` remembers those before it, by column."""
    name = part.get("for", part.get("id", ""))
    yield from _check_dated(part, f"{where} in {name!r}", clock, kept.setdefault(name, []))


def read_time(text: str, clock: Clock, missing: float) -> float | None:
    """A moment as a number, `missing` where nothing is said, None where Gephi cannot read it.

    Days are full ISO days (a year or a month alone is refused), with or without a time of day; numbers are Java's.
    """
    if not text:
        return missing
    if text.lower() in _ENDLESS:
        return _ENDLESS[text.lower()]
    if not clock.days:
        return number(text)
    if not _DAY.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def _is_dated(element: Element) -> bool:
    return not _TIMES.isdisjoint(element.attrib)


def _check_dated(part: Element, where: str, clock: Clock, kept: list[Interval]) -> Iterator[Problem]:
    spans = list(_INTERVAL.findall(part.get("intervals", "")))
    start, end = part.get("start", part.get("startopen", "")), part.get("end", part.get("endopen", ""))
    if start or end:
        spans = [(start, end)]
    moments = [part.get("timestamp", ""), *re.findall(r"[^\[\]<>,\s]+", part.get("timestamps", ""))]
    if spans and not clock.intervals:
        yield error(where, "has an interval in a graph of moments (timerepresentation), and loses it")
        return
    if any(moments) and not spans and clock.intervals:
        yield error(where, "has a moment in a graph of intervals (timerepresentation), and loses it")
        return
    for span in spans:
        yield from _check_interval(span, where, clock, kept)
    for moment in () if spans else moments:
        if read_time(moment, clock, 0.0) is None:
            yield error(where, f"has the time {moment!r}, which Gephi cannot read here, and loses it")


def _check_interval(span: tuple[str, str], where: str, clock: Clock, kept: list[Interval]) -> Iterator[Problem]:
    start, end = read_time(span[0], clock, -math.inf), read_time(span[1], clock, math.inf)
    shown = f"{span[0] or '…'} to {span[1] or '…'}"
    if start is None or end is None:
        form = "full days (1933-02-20)" if clock.days else "numbers"
        yield error(where, f"lives from {shown}, but times here are {form}; the time is dropped")
    elif start > end:
        yield error(where, f"lives from {shown}, which ends before it begins; the time is dropped")
    elif any(start < other[1] and other[0] < end for other in kept):
        yield error(where, f"lives from {shown}, which overlaps another of its spells; the time is dropped")
    else:
        kept.append((start, end))
