"""Read a whole date expression: a point, or points that a dash, "to", "and" or "or" makes one."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import month_length
from kartoteka.dates.lexicon import Lexicon
from kartoteka.dates.points import read_point, with_year
from kartoteka.dates.series import read_days, read_hundreds
from kartoteka.dates.styles import read_dual
from kartoteka.dates.tokens import COMPLETE
from kartoteka.dates.values import NO_YEAR, Expression, Point

ReadExpression = tuple[Expression, int] | None

_UNKNOWN = Point(known=False)


def read_expression(tokens: Tokens, start: int, lexicon: Lexicon, starter: str = "") -> ReadExpression:
    """The longest expression that begins at a token, and the token after it.

    `starter` is what stands before it: "from" or "between", which let "until" and "and" make a range.
    """
    if not tokens[start + 1].kinds and COMPLETE.isdisjoint(tokens[start].kinds):
        return None
    first_month = lexicon.month_first
    if sign(tokens, start, "?"):
        return _unknown_birth(tokens, start, month_first=first_month)
    read = read_point(tokens, start, month_first=first_month)
    dual = read_dual(tokens, start, read, month_first=first_month)
    if dual:
        return dual
    listed = (
        read_days(tokens, start, starter)
        or read_hundreds(tokens, start, starter)
        or _edge_of_month(tokens, start, month_first=first_month)
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
        _short_range(tokens, point, index)
        or _linked(tokens, point, index, starter, month_first=first_month)
        or (Expression("point", (point,)), index)
    )


def _unknown_birth(tokens: Tokens, start: int, *, month_first: bool) -> ReadExpression:
    """(?—1638): a life of which only the end is known."""
    if not sign(tokens, start - 1, "(") or "dash" not in tokens[start + 1].kinds:
        return None
    read = read_point(tokens, start + 2, month_first=month_first)
    return (Expression("range", (_UNKNOWN, read[0])), read[1]) if read and read[0].dated else None


def _edge_of_month(tokens: Tokens, start: int, *, month_first: bool) -> ReadExpression:
    """The first fifteen days of March, останні п'ять днів листопада."""
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


def _short_range(tokens: Tokens, point: Point, index: int) -> ReadExpression:
    """1932–33, 1998–9; "1932-11" where the right side is no later year is a month."""
    if not point.year.isdigit() or point.month or point.season or point.part:
        return None
    dash = kind(tokens, index, "dash") or ("/" if sign(tokens, index, "/") else "")
    short = kind(tokens, index + 1, "short")
    if not dash or not short or month_of(tokens, index + 2):
        return None
    scale = 10 ** len(short)
    if int(short) > int(point.year) % scale:
        end = f"{int(point.year) // scale * scale + int(short):04d}"
        return Expression("range", (point, Point(year=end))), year_word(tokens, index + 2)
    tight = tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    if dash == "-" and tight and len(short) == 2 and 1 <= int(short) <= 12:
        return Expression("point", (replace(point, month=int(short)),)), index + 2
    return None


def _linked(tokens: Tokens, first: Point, index: int, starter: str, *, month_first: bool) -> ReadExpression:
    """Two points made one by what stands between them."""
    link = _link(tokens, index, starter)
    if not link or first.unit == "day":
        return None
    read = _second(tokens, first, index + 1, month_first=month_first)
    if read is None:
        return None
    second, after = read
    form = "range" if link == "to" or (link == "and" and starter == "between") else ""
    if not form:
        halves = not first.dated and second.dated and _precision(first) == _precision(second)
        if first.unit or second.unit or not (halves or link == "or"):
            return None
        form = "set" if link == "and" else "choice"
    first, second = share_years(first, second)
    if form == "range" and not _in_order(first, second):
        return None
    return Expression(form, (first, second)), after


def _link(tokens: Tokens, index: int, starter: str) -> str:
    if "dash" in tokens[index].kinds:
        return "to"
    link = kind(tokens, index, "link")
    if link == "until":
        return "to" if starter == "from" else ""
    return link


def _second(tokens: Tokens, first: Point, index: int, *, month_first: bool) -> tuple[Point, int] | None:
    """The second point; after "May 5" a bare day is one of the same month."""
    if first.day and not first.dated and month_first and not month_of(tokens, index + 1):
        day = int(kind(tokens, index, "day") or 0)
        if day > first.day:
            return with_year(tokens, index + 1, Point(month=first.month, day=day))
    index = skip_glue(tokens, index)
    read = read_point(tokens, index, month_first=month_first)
    if read is None or read[0].unit or read[0].part[:1].isdigit():
        return None
    return read


def _precision(point: Point) -> str:
    return "day" if point.day else "month" if point.month else "season" if point.season else "year"


def share_years(first: Point, second: Point) -> tuple[Point, Point]:
    """Give the year that only one of two points names to the other, across the turn of the year where need be."""
    turned = bool(first.place and second.place) and (first.place, first.day) > (second.place, second.day)
    if not first.dated and not first.unit and second.year.isdigit():
        first = replace(first, year=f"{int(second.year) - turned:04d}")
    elif not second.dated and first.year.isdigit():
        second = replace(second, year=f"{int(first.year) + turned:04d}")
    if not second.century and len(first.year) == 4 and first.year[:2].isdigit():
        second = replace(second, year=first.year[:2] + second.year[2:], century=first.century)
    elif not first.century and second.year[:2].isdigit():
        first = replace(first, year=second.year[:2] + first.year[2:])
    return first, second


def _in_order(first: Point, second: Point) -> bool:
    """Whether a range runs forward as far as its years tell; a range within one year needs more than the year."""
    left, right = (point.year.replace("X", "0") for point in (first, second))
    if NO_YEAR in (first.year, second.year) or left.startswith("-") or right.startswith("-"):
        return True
    if first.year == second.year and not first.place and not second.place:
        return first.part != second.part
    return (left, first.place, first.day) <= (right, second.place or 13, second.day or 32)
