"""Read a whole date expression: a point, or points that a dash, "to", "and" or "or" makes one."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import MOST_DAYS, month_length
from kartoteka.dates.joining import UNKNOWN, ReadExpression, in_order, read_linked, read_short_range
from kartoteka.dates.lexicon import Lexicon
from kartoteka.dates.points import read_point
from kartoteka.dates.series import read_days, read_era_range, read_hundreds
from kartoteka.dates.styles import of_old_style, read_dual, read_dual_range, with_style
from kartoteka.dates.tokens import COMPLETE
from kartoteka.dates.values import Expression, Point


def read_expression(tokens: Tokens, start: int, lexicon: Lexicon, starter: str = "") -> ReadExpression:
    """The longest expression that begins at a token, and the token after it.

    `starter` is what stands before it: "from" or "between", which let "until" and "and" make a range. A day that its
    year lacks makes none, unless the Julian calendar has it: 29 February 1900.
    """
    read = _read(tokens, start, lexicon, starter)
    if read is None or all(point.exists for point in read[0].points):
        return read
    julian = of_old_style(read[0])
    return (julian, read[1]) if julian else None


def _read(tokens: Tokens, start: int, lexicon: Lexicon, starter: str) -> ReadExpression:
    """The longest expression that begins at a token, whether its days exist or not."""
    if not tokens[start + 1].kinds and COMPLETE.isdisjoint(tokens[start].kinds):
        return None
    month_first = lexicon.month_first
    if kind(tokens, start, "turn"):
        return _turn(tokens, start, lexicon)
    if sign(tokens, start, "?"):
        return _unknown_birth(tokens, start, month_first=month_first) or _doubted(tokens, start)
    read = read_point(tokens, start, month_first=month_first)
    dual = read_dual(tokens, start, read, month_first=month_first) or read_dual_range(tokens, start)
    if dual:
        return _life(tokens, dual, starter, month_first=month_first)
    listed = (
        _roman_months(tokens, start)
        or (read_days(tokens, start, starter) if month_first or not month_of(tokens, start) else None)
        or read_era_range(tokens, start, starter)
        or read_hundreds(tokens, start, starter)
        or _edge_of_month(tokens, start, month_first=month_first)
    )
    if listed:
        return listed
    if read is None:
        return None
    point, index = read
    if point.part[:1].isdigit():
        first, last = (int(day) for day in point.part.split("-"))
        return _days_of_month(replace(point, part=""), first, last, index)
    return (
        read_short_range(tokens, point, index)
        or read_linked(tokens, point, index, starter, month_first=month_first)
        or with_style(tokens, Expression("point", (point,)), index)
    )


def _life(
    tokens: Tokens, dual: tuple[Expression, int], starter: str, *, month_first: bool
) -> tuple[Expression, int]:
    """15 (27) листопада 1892 — 27 листопада 1937: a day in both styles, or a range that it begins."""
    expression, index = dual
    if expression.form != "point":
        return dual
    read = read_linked(tokens, expression.points[0], index, starter, month_first=month_first)
    return (replace(read[0], calendar="dual"), read[1]) if read else dual


def _turn(tokens: Tokens, start: int, lexicon: Lexicon) -> ReadExpression:
    """The turn of 1932–33, на рубеже 1920-х и 1930-х годов: both together."""
    read = None if kind(tokens, start + 1, "turn") else _read(tokens, start + 1, lexicon, "between")
    if read is None or (read[0].form != "range" and not read[0].dated):
        return None
    return read


def _unknown_birth(tokens: Tokens, start: int, *, month_first: bool) -> ReadExpression:
    """(?—1638): a life of which only the end is known."""
    if not sign(tokens, start - 1, "(") or "dash" not in tokens[start + 1].kinds:
        return None
    read = read_point(tokens, start + 2, month_first=month_first)
    return (Expression("range", (UNKNOWN, read[0])), read[1]) if read and read[0].dated else None


def _doubted(tokens: Tokens, start: int) -> ReadExpression:
    """?1892: a year with its doubt before it."""
    year = kind(tokens, start + 1, "year")
    tight = tokens[start].end == tokens[start + 1].start
    return (Expression("point", (Point(year=year, doubt="?"),)), start + 2) if year and tight else None


def _edge_of_month(tokens: Tokens, start: int, *, month_first: bool) -> ReadExpression:
    """The first fifteen days of March, останні п'ять днів листопада, в 20-х числах ноября."""
    if tokens[start].kinds.keys().isdisjoint(("decade", "edge")):
        return None
    tens = int(kind(tokens, start, "decade") or 0)
    if tens in (1, 2) and kind(tokens, start + 1, "number_word"):
        read = read_point(tokens, start + 2, month_first=month_first)
        return _days_of_month(read[0], 10 * tens, 19 if tens == 1 else MOST_DAYS, read[1]) if read else None
    edge = kind(tokens, start, "edge")
    days = int(kind(tokens, start + 1, "count") or kind(tokens, start + 1, "day") or 0) if edge else 0
    if not days or kind(tokens, start + 2, "unit") != "day":
        return None
    read = read_point(tokens, skip_glue(tokens, start + 3), month_first=month_first)
    if read is None or read[0].part:
        return None
    point, index = read
    length = _length(point)
    first, last = (1, days) if edge == "first" else (length - days + 1, length)
    return _days_of_month(point, first, last, index) if days < length else None


def _days_of_month(point: Point, first: int, last: int, index: int) -> ReadExpression:
    """The days from the first to the last of a month, which may have fewer: a range of days."""
    if not point.month or point.day or point.unit:
        return None
    ends = (replace(point, day=first), replace(point, day=min(last, _length(point))))
    return Expression("range", ends), index


def _length(point: Point) -> int:
    """How many days a point's month has; that of a common year where no year is told, 0 where no month is."""
    return month_length(int(point.year) if point.year.isdigit() else 1, point.month) if point.month else 0


def _roman_months(tokens: Tokens, start: int) -> ReadExpression:
    """IX 1941 – II 1944: months in Roman numerals, which only a range makes months."""
    if "roman" not in tokens[start].kinds:
        return None
    places = (start, start + 3)
    months = [int(kind(tokens, place, "roman") or 13) for place in places]
    years = [kind(tokens, place + 1, "year") for place in places]
    if max(months) > 12 or not all(years) or "dash" not in tokens[start + 2].kinds:
        return None
    first, last = (Point(year=year, month=month) for year, month in zip(years, months, strict=True))
    return (Expression("range", (first, last)), year_word(tokens, start + 5)) if in_order(first, last) else None
