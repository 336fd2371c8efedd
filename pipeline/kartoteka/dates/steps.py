"""Read a point told from another: the next day, the previous April, two weeks later, a year ago, on Thursday."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign
from kartoteka.dates.numerals import cardinal_at
from kartoteka.dates.values import Point

_YEARS = {"decade": 10, "century": 100}
#: Beyond this many, months are counted in years.
_MOST_MONTHS = 24
_STOPS = (",", ".", ";", ":", ")")
#: So many of a unit, the unit, whether their number is left open, and the token after.
Span = tuple[int, str, bool, int]
#: The tokens that can open a step.
OPENERS = frozenset({
    "adverb", "relative_year", "relative_month", "relative_week", "relative_day", "relative_year_stop",
    "relative_month_stop", "relative_day_stop", "today", "same_or_next", "after_count", "after_count_stop",
    "before_count", "months_span", "several", "count", "day", "single",
})  # fmt: skip


def read_relative(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The (very) next day, наступного року, the previous April, the following spring, two weeks later."""
    if OPENERS.isdisjoint(tokens[index].kinds):
        return None
    index += kind(tokens, index, "adverb") == "very"
    for unit in ("year", "month", "week", "day"):
        step = kind(tokens, index, f"relative_{unit}")
        if step:
            return Point(unit=unit, step=int(step), spoken=unit == "week"), index + 1
    for unit in ("year", "month", "day"):
        step = kind(tokens, index, f"relative_{unit}_stop")
        if step and sign(tokens, index + 1, *_STOPS):
            return Point(unit=unit, step=int(step)), index + 1
    if kind(tokens, index, "today"):
        return Point(unit="day", spoken=True), index + 1
    direction = kind(tokens, index, "same_or_next")
    if direction:
        return _nearest(tokens, index + 1, int(direction) or 2)
    return _offset(tokens, index)


def _nearest(tokens: Tokens, index: int, direction: int) -> tuple[Point, int] | None:
    """A month, a season or a weekday as the next, the last or the same one."""
    if kind(tokens, index + 1, "year"):
        return None
    month, season = month_of(tokens, index), int(kind(tokens, index, "season") or 0)
    if month or season:
        return Point(month=month, season=season, nearest=direction), index + 1
    weekday = kind(tokens, index, "weekday")
    if weekday and direction in (1, -1):
        return Point(unit="weekday", step=int(weekday), nearest=direction), index + 1
    return None


def _offset(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """Two weeks later; через рік, через два дні; after exactly a year; за два дня до того; three years ago."""
    start, parting = _before_count(tokens, index)
    before = start > index and bool(kind(tokens, index, "after_count") or kind(tokens, index, "after_count_stop"))
    span = _span(tokens, start)
    if span is None:
        return None
    count, unit, vague, after = span
    if before:
        if parting and not sign(tokens, after, *_STOPS):
            return None
        return _point(count, unit, vague=vague), after
    if start > index:  # «за два дня до того»
        return (_point(-count, unit, vague=vague), after + 1) if kind(tokens, after, "before_that") else None
    if kind(tokens, after, "ago"):
        return replace(_point(-count, unit, vague=False), doubt="", spoken=True), after + 1
    sense = kind(tokens, after, "later")
    if not sense and sign(tokens, after + 1, *_STOPS):
        sense = kind(tokens, after, "later_stop")
    return (_point(int(sense) * count, unit, vague=vague), after + 1) if sense else None


def _before_count(tokens: Tokens, index: int) -> tuple[int, bool]:
    """The token after "after", «через», «за», and whether a stop must follow what they introduce."""
    parting = bool(kind(tokens, index, "after_count_stop"))
    if not parting and not kind(tokens, index, "after_count") and not kind(tokens, index, "before_count"):
        return index, False
    index += 1
    if kind(tokens, index, "adverb"):
        return index + 1, False
    return index, parting


def _span(tokens: Tokens, index: int) -> Span | None:
    """Two weeks, пів року, several days, a unit alone («через рік»)."""
    months = kind(tokens, index, "months_span")
    if months:
        number = int(months)
        count, unit = (number // 12, "year") if number > _MOST_MONTHS else (number, "month")
        return count, unit, False, index + 1
    if kind(tokens, index, "several"):
        unit = kind(tokens, index + 1, "unit")
        return (1, unit, True, index + 2) if unit else None
    read = cardinal_at(tokens, index)
    if read is None and kind(tokens, index, "day"):
        read = int(kind(tokens, index, "day")), index + 1
    if read is not None:
        unit = kind(tokens, read[1], "unit")
        return (read[0], unit, False, read[1] + 1) if unit else None
    unit = kind(tokens, index, "single")
    return (1, unit, False, index + 1) if unit else None


def _point(step: int, unit: str, *, vague: bool) -> Point:
    """A step; weeks, months, decades and centuries are only about right."""
    if unit in _YEARS:
        return Point(unit="year", step=step * _YEARS[unit], doubt="~", vague=vague)
    return Point(unit=unit, step=step, doubt="~" if vague or unit in ("week", "month") else "", vague=vague)
