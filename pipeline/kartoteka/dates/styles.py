"""Days given in the Old and the New Style together: 7 (20) November 1917."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kartoteka.dates.cursor import Tokens, kind, month_of, sign
from kartoteka.dates.points import Read, read_point
from kartoteka.dates.values import NO_YEAR, Expression, Point

#: How many days the Gregorian calendar was ahead of the Julian one, from 1582 on, the day of change included.
_GAPS = range(9, 15)


def read_dual(tokens: Tokens, start: int, read: Read, *, month_first: bool) -> tuple[Expression, int] | None:
    """A day in both styles and the token after it; its value is the later day, which is the New Style's.

    `read` is the point that begins at the first token.
    """
    first, index = _half(tokens, start, read)
    if first is None:
        return None
    slash = sign(tokens, index, "/")
    if not slash and not sign(tokens, index, "(", "["):
        return None
    index = _style(tokens, index + 1)
    second, index = _half(tokens, index, read_point(tokens, index, month_first=month_first))
    if second is None:
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
    return index + bool(kind(tokens, index, "old_style") or kind(tokens, index, "new_style"))


def _join(tokens: Tokens, first: Point, second: Point, index: int) -> tuple[Expression, int] | None:
    """Give each half the month and year that the other or the words after them name, and check their distance."""
    month = first.month or second.month
    year = first.year if first.year != NO_YEAR else second.year
    if not month or year == NO_YEAR:
        index, month, year = _rest(tokens, index, month, year)
    left = replace(first, month=first.month or month, year=year)
    right = replace(second, month=second.month or month, year=year)
    return _ordered(left, right, index) if left.month and right.month else None


def _rest(tokens: Tokens, index: int, month: int, year: str) -> tuple[int, int, str]:
    """The month and the year that follow the brackets."""
    named = 0 if month else month_of(tokens, index)
    if named:
        month, index = named, index + 1
    after = index + sign(tokens, index, ",")
    if kind(tokens, after, "year"):
        year = kind(tokens, after, "year")
        index = after + 1
        index += bool(kind(tokens, index, "year_word"))
    return index, month, year


def _ordered(left: Point, right: Point, index: int) -> tuple[Expression, int] | None:
    """The later of the two days as an expression in both styles; None where their distance is no calendar's."""
    year = int(left.year) if left.year.isdigit() else 2000
    try:
        days = [date(year, point.month, point.day) for point in (left, right)]
    except ValueError:
        return None
    distance = (days[1] - days[0]).days
    if distance in _GAPS or -distance in _GAPS:
        later = right if distance > 0 else left
    elif {left.month, right.month} == {1, 12} and 365 - abs(distance) in range(8, 16):
        later = left if left.month == 1 else right
        if left.year.isdigit():  # 20 December 1892 (1 January 1893) names the old year once
            later = replace(later, year=f"{year + 1:04d}")
    else:
        return None
    return Expression("point", (replace(later, part=""),), calendar="dual"), index
