"""Fix a point without a year, or one told from another, by the point where the narrative stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kartoteka.dates.days import month_length, write_year
from kartoteka.dates.values import NO_YEAR, Expression, Point

#: A month so many months before the anchor's belongs to the next year; one nearer is looked back on.
_TURN = 6
#: About which month a part of a year leaves the narrative in; the second half may still be at its start.
_PLACES = {"late": 11, "mid": 6}
#: A season leaves the narrative so many months after its first.
_SEASON_RUNS = 2
#: A year to count days in where the text names none.
_ANY_YEAR = 2000
#: The years that can be counted in.
_YEARS = range(1, 10_000)
#: So few days lie mostly within a month.
_FEW = 15
#: By how many days a step of weeks, months or years may miss.
SLACK = {"day": 0, "week": 3, "month": 15, "year": 183}


def fix(point: Point, anchor: Expression) -> Point | None:
    """A point by the date before it; None where that is not fine enough, or nothing but the speaker fixes it."""
    return _within(point, anchor) or _fix_point(point, anchor_point(anchor))


def anchor_point(expression: Expression) -> Point:
    """Where the narrative stands after an expression: at the end of days or months, at the start of years."""
    first, last = expression.points[0], expression.points[-1]
    return last if last.place and last.known else first


def _within(point: Point, anchor: Expression) -> Point | None:
    """A month or day by the year in which it falls within the range of the anchor."""
    first, last = anchor.points[0], anchor.points[-1]
    if (
        anchor.form != "range"
        or not first.place
        or not last.place
        or point.unit
        or point.nearest
        or not point.place
    ):
        return None
    order = (point.place, point.day or 31)
    for year in (first.year, last.year):
        after_start = (first.year, first.place, first.day) <= (year, *order)
        if after_start and (year, point.place, point.day) <= (last.year, last.place, last.day or 31):
            return _checked(replace(point, year=year)) if year.isdigit() else None
    return None


def _fix_point(point: Point, start: Point) -> Point | None:
    """A point without a year by the anchor's; None where the anchor is not fine enough."""
    if point.spoken:
        return None
    if start.year == NO_YEAR:
        return _without_year(point, start)
    if not start.year.lstrip("-").isdigit() or (start.year[0] == "-" and point.unit not in ("", "year")):
        return None
    if point.unit:
        return _vague_step(point, start) if point.vague else _step(point, start)
    if point.day and not point.month:
        return _day_of_month(point, start)
    if point.year != NO_YEAR:
        return point
    if point.nearest in (-1, 1):
        year = _nearest(point, start)
    elif point.nearest == 2 or not point.place:
        year = int(start.year)
    else:
        year = _narrative(point, start)
    return _checked(replace(point, year=write_year(year), nearest=0))


def _narrative(point: Point, start: Point) -> int:
    """The year in which a story told forward comes to a month: next year only if it would jump far back."""
    place = start.place + _SEASON_RUNS * bool(start.season) if start.place else _PLACES.get(start.part, 0)
    return int(start.year) + (place - point.place >= _TURN)


def _nearest(point: Point, start: Point) -> int:
    """The year of "the previous April" or "the following spring" as seen from the anchor."""
    year = int(start.year)
    if not start.place:
        return year + point.nearest
    if point.nearest < 0:
        return year - (point.place >= start.place)
    return year + (point.place <= start.place)


def _step(point: Point, start: Point) -> Point | None:
    """So many days, weeks, months or years after the anchor; None where that leaves the years 1 to 9999."""
    year = int(start.year)
    if point.unit == "year":
        moved = year + point.step
        return _checked(replace(point, unit="", year=write_year(moved))) if abs(moved) < _YEARS.stop else None
    if not start.month or year not in _YEARS:
        return None
    if point.unit == "month":
        return _step_months(point, start)
    if not start.day:  # "In May he left; the next day"
        return _vague_step(point, start) if point.unit == "day" and abs(point.step) < _FEW else None
    try:
        day = date(year, start.month, start.day) + timedelta(_days_ahead(point, start))
    except (ValueError, OverflowError):
        return None
    slack = SLACK["week"] if point.unit == "week" else 0
    return replace(point, unit="", nearest=0, year=f"{day.year:04d}", month=day.month, day=day.day, slack=slack)


def _step_months(point: Point, start: Point) -> Point | None:
    """So many months after the anchor, on its day where it has one."""
    months = int(start.year) * 12 + start.month - 1 + point.step
    year, month = months // 12, months % 12 + 1
    if year not in _YEARS:
        return None
    day = min(start.day, month_length(year, month)) if point.step and point.doubt else 0
    return replace(point, unit="", year=f"{year:04d}", month=month, day=day, slack=SLACK["month"] if day else 0)


def _days_ahead(point: Point, start: Point) -> int:
    """How many days after the anchor a step of days or weeks, or the next or last weekday, is."""
    if point.unit != "weekday":
        return point.step * (7 if point.unit == "week" else 1)
    ahead = (point.step - date(int(start.year), start.month, start.day).isoweekday()) % 7
    return (ahead or 7) if point.nearest > 0 else ahead - 7


def _without_year(point: Point, start: Point) -> Point | None:
    """A day told from one without a year, as long as both are of the same year: XXXX-06-19, two days later."""
    if not (point.day and not point.month) and point.unit not in ("day", "week", "month", "weekday"):
        return None
    fixed = _fix_point(point, replace(start, year=str(_ANY_YEAR)))
    sure = fixed is not None and fixed.year == str(_ANY_YEAR) and (bool(fixed.day) or point.unit == "month")
    return replace(fixed, year=NO_YEAR) if fixed and sure else None


def _vague_step(point: Point, start: Point) -> Point | None:
    """Several days or weeks after the anchor: about its month; several months: about its year."""
    coarser = {"day": "month", "week": "month", "month": "year"}.get(point.unit)
    if coarser is None or (coarser == "month" and not start.month):
        return None
    return _step(replace(point, unit=coarser, step=0, vague=False, doubt="~"), start)


def _day_of_month(point: Point, start: Point) -> Point | None:
    """The 22nd of the anchor's month, or of the next where the anchor is past it."""
    if not start.month:
        return None
    turned = int(point.nearest == 0 and 0 < point.day < start.day)
    moved = _step(Point(unit="month", step=-1 if point.nearest == -1 else turned), start)
    return moved and _checked(replace(point, year=moved.year, month=moved.month, nearest=0))


def _checked(point: Point) -> Point | None:
    """The point, unless its month has no such day (29 February)."""
    if point.day and point.day > month_length(int(point.year), point.month):
        return None
    return point
