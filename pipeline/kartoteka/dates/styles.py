"""Days in both styles, or in one that is named: 7 (20) November 1917, 25.10.1917 (O.S.)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kartoteka.dates.calendars import to_gregorian
from kartoteka.dates.cursor import Tokens, kind, month_of, sign
from kartoteka.dates.points import Read, read_point
from kartoteka.dates.values import NO_YEAR, Expression, Point

#: How many days the Gregorian calendar was ahead of the Julian one, from 1582 on, the day of change included.
_GAPS = range(9, 15)
#: A leap year to count in where the text names none.
_ANY_YEAR = 2000


def read_dual(tokens: Tokens, start: int, read: Read, *, month_first: bool) -> tuple[Expression, int] | None:
    """A day in both styles and the token after it; its value is the later day, which is the New Style's.

    `read` is the point that begins at the first token.
    """
    first, index = _half(tokens, start, read)
    if first is None:
        return None
    index = _style(tokens, index)
    slash, square = sign(tokens, index, "/"), sign(tokens, index, "[")
    if not slash and not square and not sign(tokens, index, "("):
        return None
    index = _style(tokens, index + 1)
    second, index = _half(tokens, index, read_point(tokens, index, month_first=month_first))
    if second is None or (square and first.month and not second.month):  # "15 July 2019[1]"
        return None
    index = _style(tokens, index)
    if not slash:
        if not sign(tokens, index, ")", "]"):
            return None
        index += 1
    return _join(tokens, first, second, index)


def _half(tokens: Tokens, index: int, read: Read) -> tuple[Point | None, int]:
    """A day, with its month and year where they stand here."""
    if read is not None and read[0].day and not read[0].part:
        return read
    day = kind(tokens, index, "day")
    return (Point(day=int(day)), index + 1) if day else (None, index)


def _style(tokens: Tokens, index: int) -> int:
    """The token after "O.S.", «ст. ст.»."""
    return index + bool(kind(tokens, index, "style"))


def _join(tokens: Tokens, first: Point, second: Point, index: int) -> tuple[Expression, int] | None:
    """The later of one day's two names, each with the month and year that the other or the words after them name."""
    month = first.month or second.month
    year = first.year if first.year != NO_YEAR else second.year
    if not month or year == NO_YEAR:
        index, month, year = _rest(tokens, index, month, year)
    left, right = (replace(half, month=half.month or month) for half in (first, second))
    later = _later(*_dated(left, right, year)) if left.month and right.month else None
    return (Expression("point", (later,), calendar="dual"), index) if later else None


def _dated(left: Point, right: Point, year: str) -> tuple[Point, Point]:
    """Both names with their years: of 20 December (1 January) 1893 the December is of 1892."""
    if {left.month, right.month} != {1, 12} or not year.isdigit():
        return replace(left, year=year), replace(right, year=year)
    january, december = (left, right) if left.month == 1 else (right, left)
    number = int(year) + (january.year == NO_YEAR and december.year != NO_YEAR)
    if january.year != NO_YEAR:
        number = int(january.year)
    january, december = replace(january, year=f"{number:04d}"), replace(december, year=f"{number - 1:04d}")
    return (january, december) if left.month == 1 else (december, january)


def _rest(tokens: Tokens, index: int, month: int, year: str) -> tuple[int, int, str]:
    """The month and the year that follow the brackets: a word, «.VIII.1892»."""
    after = index + sign(tokens, index, ".")
    figure = kind(tokens, after, "short") if after > index and sign(tokens, after + 1, ".") else ""
    named = 0 if month else month_of(tokens, index) or int(kind(tokens, after, "roman") or figure or 0)
    if 0 < named <= 12:
        month, index = named, (index if month_of(tokens, index) else after) + 1
    after = index + sign(tokens, index, ",", ".")
    if kind(tokens, after, "year"):
        year = kind(tokens, after, "year")
        index = after + 1
        index += bool(kind(tokens, index, "year_word"))
    return index, month, year


def _later(left: Point, right: Point) -> Point | None:
    """The later of one day's two names, None where their distance is no calendar's or one of them no day.

    A text may count the distance of another century.
    """
    years = [int(point.year) if point.year.isdigit() else _ANY_YEAR for point in (left, right)]
    try:
        days = [date(year, point.month, point.day) for year, point in zip(years, (left, right), strict=True)]
    except ValueError:
        return None
    distance = (days[1] - days[0]).days
    if abs(distance) not in _GAPS:
        return None
    return replace(right if distance > 0 else left, part="")


def read_dual_range(tokens: Tokens, start: int) -> tuple[Expression, int] | None:
    """Days from to in both styles: 14–17 (27–30) січня 1918, 14–17 January (27–30 January) 1918."""
    if "day" not in tokens[start].kinds:
        return None
    first = _pair(tokens, start)
    crossed = _crossed(tokens, start) if first is None else None
    if crossed:
        return crossed
    if first is None or not sign(tokens, first[1], "(", "["):
        return None
    second = _pair(tokens, first[1] + 1)
    if second is None or not sign(tokens, second[1], ")", "]"):
        return None
    named = second[0][1].month or first[0][1].month
    index, month, year = _rest(tokens, second[1] + 1, named, NO_YEAR)
    return _range(zip(first[0], second[0], strict=True), month, year, index)


def _crossed(tokens: Tokens, start: int) -> tuple[Expression, int] | None:
    """4(17)–6(19) червня 1905 р.: each end in both styles."""
    places = (start, start + 2, start + 5, start + 7)
    days = [int(kind(tokens, place, "day") or 0) for place in places]
    if not all(days) or "dash" not in tokens[start + 4].kinds:
        return None
    if not all(sign(tokens, start + place, "(") and sign(tokens, start + place + 2, ")") for place in (1, 6)):
        return None
    index, month, year = _rest(tokens, start + 9, 0, NO_YEAR)
    old, new = ([Point(day=day) for day in names] for names in (days[::2], days[1::2]))
    return _range(zip(old, new, strict=True), month, year, index)


def _range(
    ends: Iterable[tuple[Point, Point]], month: int, year: str, index: int
) -> tuple[Expression, int] | None:
    """Two ends in both styles, of a month and a year that may be told once."""
    if not month:
        return None
    later = [_later(*(replace(half, month=half.month or month, year=year) for half in halves)) for halves in ends]
    points = tuple(point for point in later if point)
    return (Expression("range", points, calendar="dual"), index) if len(points) == len(later) else None


def _pair(tokens: Tokens, index: int) -> tuple[tuple[Point, Point], int] | None:
    """Two days with a dash between them and the month behind, if it stands there."""
    days = [int(kind(tokens, place, "day") or 0) for place in (index, index + 2)]
    if not all(days) or "dash" not in tokens[index + 1].kinds:
        return None
    month = month_of(tokens, index + 3)
    left, right = (Point(day=day, month=month) for day in days)
    return (left, right), index + 3 + bool(month)


def with_style(tokens: Tokens, expression: Expression, index: int) -> tuple[Expression, int]:
    """A day with the style that is named behind it; one of the Old Style is turned into the New."""
    point = expression.points[0]
    opened = sign(tokens, index, "(", "[")
    place = index + (opened or sign(tokens, index, ","))
    style = kind(tokens, place, "style")
    closed = not opened or sign(tokens, place + 1, ")", "]")
    if not style or not closed or not point.day or not point.year.isdigit() or expression.form != "point":
        return expression, index
    end = place + 1 + opened
    if style == "new":
        return replace(expression, calendar="gregorian"), end
    julian = of_old_style(expression)
    return (julian, end) if julian else (expression, index)


def of_old_style(expression: Expression) -> Expression | None:
    """A day of the Old Style as one of the New, None where the Julian calendar has no such day."""
    point = expression.points[0]
    if expression.form != "point":
        return None
    try:
        year, month, day = to_gregorian((int(point.year), point.month, point.day))
    except ValueError:
        return None
    turned = replace(point, year=f"{year:04d}", month=month, day=day)
    return replace(expression, points=(turned,), calendar="julian")
