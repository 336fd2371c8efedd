"""Read a point told from another: the next day, the previous April, two weeks later."""

from __future__ import annotations

from kartoteka.dates.cursor import Tokens, kind, month_of
from kartoteka.dates.values import Point


def read_relative(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The next day, наступного року, the previous April, the following spring, two weeks later."""
    for unit in ("year", "month", "day"):
        step = kind(tokens, index, f"relative_{unit}")
        if step:
            return Point(unit=unit, step=int(step)), index + 1
    direction = kind(tokens, index, "same_or_next")
    if direction:
        month, season = month_of(tokens, index + 1), int(kind(tokens, index + 1, "season") or 0)
        if (month or season) and not kind(tokens, index + 2, "year"):
            return Point(month=month, season=season, nearest=int(direction) or 2), index + 2
        return None
    return _offset(tokens, index)


def _offset(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """Two weeks later; через рік, через два дні. Weeks and months are only about right."""
    sense = kind(tokens, index, "after_count")
    if sense:
        index += 1
    count = kind(tokens, index, "count") or kind(tokens, index, "day")
    unit = kind(tokens, index + 1, "unit") if count else kind(tokens, index, "unit") if sense else ""
    index += 2 if count else 1
    if not sense and unit:
        sense = kind(tokens, index, "later")
        index += 1
    if not sense or not unit:
        return None
    doubt = "~" if unit in ("week", "month") else ""
    return Point(unit=unit, step=int(sense) * int(count or 1), doubt=doubt), index
