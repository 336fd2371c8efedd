"""Fix dates without a year, and relative ones, from the other dates of the same stream of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kartoteka.dates.days import month_length
from kartoteka.dates.edtf import compose
from kartoteka.dates.find import find_dates
from kartoteka.dates.grammar import share_years
from kartoteka.dates.values import NO_YEAR, Expression, FoundDate, Point

#: A month so many months before the anchor's belongs to the next year; one nearer is looked back on.
_TURN = 6


def resolve(found: Sequence[FoundDate], anchor: FoundDate | None = None) -> list[FoundDate]:
    """The dates of one stream, in order, with the years that the stream itself gives them.

    A date takes the year of the next one where both stand in one breath, else that of the last date before it,
    as narrative order has it; `anchor` is the last date before the stream. What nothing fixes stays as it is,
    marked unresolved. Dates of papers and bare years in brackets anchor only where nothing else does.
    """
    resolved: list[FoundDate] = []
    for number, dated in enumerate(found):
        if not dated.expression.dated:
            following = found[number + 1] if number + 1 < len(found) else None
            dated = _fix(dated, following, anchor)
        resolved.append(dated)
        anchor = anchor_after([dated], anchor)
    return resolved


def anchor_after(resolved: Sequence[FoundDate], anchor: FoundDate | None = None) -> FoundDate | None:
    """The date that anchors what follows a stream: its last one that is no aside, else `anchor`, else an aside."""
    for dated in resolved:
        if not dated.expression.dated or not _anchors(dated.expression):
            continue
        if anchor is None or anchor.aside or not dated.aside:
            anchor = dated
    return anchor


def read_dates(text: str, lang: str, anchor: str = "") -> list[FoundDate]:
    """The dates of a text with their values, relative ones fixed from each other and from `anchor`.

    `anchor` is an EDTF value ("1937-05-08", "1932", "1932/1933"). Expressions that nothing gives a value
    ("the next day" without a day before it) are left out. Raises ValueError for an anchor that is no EDTF date.
    """
    given = anchor_of(anchor) if anchor else None
    return [date for date in resolve(find_dates(text, lang), given) if date.span.edtf]


def anchor_of(edtf: str) -> FoundDate:
    """An EDTF value as a date to start from. Raises ValueError for one that is no day, month or year."""
    found = [date for date in find_dates(edtf.replace("/", " – "), "en") if date.span.edtf]
    if len(found) != 1:
        parts = edtf.strip("./").split("-")
        raise ValueError(
            f"no date to start from: {edtf!r} (known are 1937, 1937-05, 1937-05-08, 1932/1933; got {parts})"
        )
    return found[0]


def _anchors(expression: Expression) -> bool:
    """Whether an expression fixes a year: not a decade, a century or a life."""
    return all(point.known and point.year.lstrip("-").isdigit() for point in expression.points)


def _fix(dated: FoundDate, following: FoundDate | None, last: FoundDate | None) -> FoundDate:
    """One date by the one that follows in the same breath, or else by the last one before it."""
    expression = dated.expression
    if dated.linked and following and following.expression.dated and _plain(expression):
        point = following.expression.points[0]
        if point.place and point.year.isdigit():
            return _rewrite(dated, _lend(expression, point), following)
    if last is None:
        return dated
    first = expression.points[0]
    fixed = _within(first, last.expression) or _fix_point(first, anchor_point(last.expression))
    if fixed is None:
        return dated
    rest = [share_years(fixed, point)[1] for point in expression.points[1:]]
    return _rewrite(dated, replace(expression, points=(fixed, *rest)), last)


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


def _plain(expression: Expression) -> bool:
    return not any(point.unit or point.nearest for point in expression.points)


def _lend(expression: Expression, later: Point) -> Expression:
    points = tuple(share_years(point, later)[0] for point in expression.points)
    return replace(expression, points=points)


def _rewrite(dated: FoundDate, expression: Expression, anchor: FoundDate) -> FoundDate:
    if not expression.dated:
        return dated
    return replace(dated, expression=expression, span=compose(expression, "anchor", anchor.text))


def anchor_point(expression: Expression) -> Point:
    """Where the narrative stands after an expression: at the end of days or months, at the start of years."""
    first, last = expression.points[0], expression.points[-1]
    return last if last.place and last.known else first


def _fix_point(point: Point, start: Point) -> Point | None:
    """A point without a year by the anchor's; None where the anchor is not fine enough."""
    if not start.year.isdigit():
        return None
    if point.unit:
        return _step(point, start)
    if point.year != NO_YEAR:
        return point
    if point.nearest in (-1, 1):
        year = _nearest(point, start)
    elif point.nearest == 2 or not start.place or not point.place:
        year = int(start.year)
    else:
        year = _narrative(point, start)
    return _checked(replace(point, year=f"{year:04d}", nearest=0))


def _narrative(point: Point, start: Point) -> int:
    """The year in which a story told forward comes to a month: next year only if it would jump far back."""
    return int(start.year) + (start.place - point.place >= _TURN)


def _nearest(point: Point, start: Point) -> int:
    """The year of "the previous April" or "the following spring" as seen from the anchor."""
    year = int(start.year)
    if not start.place:
        return year + point.nearest
    if point.nearest < 0:
        return year - (point.place >= start.place)
    return year + (point.place <= start.place)


def _step(point: Point, start: Point) -> Point | None:
    """So many days, weeks, months or years after the anchor."""
    year = int(start.year)
    if point.unit == "year":
        return _checked(replace(point, unit="", year=f"{year + point.step:04d}"))
    if not start.month:
        return None
    if point.unit == "month":
        months = year * 12 + start.month - 1 + point.step
        return replace(point, unit="", year=f"{months // 12:04d}", month=months % 12 + 1)
    if not start.day:
        return None
    days = point.step * (7 if point.unit == "week" else 1)
    day = date(year, start.month, start.day) + timedelta(days=days)
    return replace(point, unit="", year=f"{day.year:04d}", month=day.month, day=day.day)


def _checked(point: Point) -> Point | None:
    """The point, unless its month has no such day (29 February)."""
    if point.day and point.day > month_length(int(point.year), point.month):
        return None
    return point
