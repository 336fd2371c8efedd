"""Two points made one by what stands between them: 1932–33, from May to July 1933, 1937 or 1938, 1991–present."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.points import read_point
from kartoteka.dates.styles import read_dual
from kartoteka.dates.values import NO_YEAR, OPEN_END, Expression, Point

ReadExpression = tuple[Expression, int] | None

#: The unknown end of a life.
UNKNOWN = Point(known=False)


def read_short_range(tokens: Tokens, point: Point, index: int) -> ReadExpression:
    """1932–33, 1998–9; "1932-11" where the right side is no later year is a month."""
    if not point.year.isdigit() or point.month or point.season or point.group:
        return None
    dash = kind(tokens, index, "dash") or ("/" if sign(tokens, index, "/") else "")
    short = kind(tokens, index + 1, "short")
    if not dash or not short or month_of(tokens, index + 2):
        return None
    scale = 10 ** len(short)
    if int(short) > int(point.year) % scale:
        end = f"{int(point.year) // scale * scale + int(short):04d}"
        return Expression("range", _parted(point, Point(year=end))), year_word(tokens, index + 2)
    tight = tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start
    if dash == "-" and tight and not point.part and len(short) == 2 and 1 <= int(short) <= 12:
        return Expression("point", (replace(point, month=int(short)),)), index + 2
    return None


def read_linked(tokens: Tokens, first: Point, index: int, starter: str, *, month_first: bool) -> ReadExpression:
    """Two points made one by what stands between them."""
    link = _link(tokens, index, starter) or _slash(tokens, first, index)
    if not link or (first.unit and not first.place):
        return None
    read = _second(tokens, first, index + 1, month_first=month_first)
    if read is None:
        return None
    second, after = read
    form = "range" if link == "to" or (link == "and" and starter == "between") else ""
    if not form:
        halves = not first.dated and second.dated and _precision(first) == _precision(second)
        halves = halves or (_is_bare(first) and _is_bare(second))  # "on the 20th and 21st", "in May and June"
        if first.unit or second.unit or not (halves or link == "or"):
            return None
        form = "set" if link == "and" else "choice"
    if second.unit and not first.dated:  # «у жовтні–грудні минулого року»
        first = replace(first, unit=second.unit, step=second.step)
    if first.year.isdigit() and not first.place and second.month and second.year == NO_YEAR and not second.unit:
        return None  # "1637 – Jan van der Heyden"
    if not second.known:
        return (Expression("range", (first, second)), after) if form == "range" else None
    if first.day and not first.month and second.month:  # "the 3rd and the 9th of July"
        first = _day_before(first, second)
    if second.year.startswith("-") and first.year.isdigit() and int(first.year) > -int(second.year):
        first = replace(first, year=f"-{int(first.year) - 1:04d}")  # 440–430 BC
    first, second = share_years(first, second, ranged=form != "choice")
    if form == "range" and not in_order(first, second):
        return None
    return Expression(form, (first, second)), after


def _link(tokens: Tokens, index: int, starter: str) -> str:
    if "dash" in tokens[index].kinds:
        return "to"
    link = kind(tokens, index, "link")
    if link == "until":
        return "to" if starter == "from" else ""
    return link


def _slash(tokens: Tokens, first: Point, index: int) -> str:
    """What 1927/1928, a working year, 1858/1860 and February/March mean."""
    if not sign(tokens, index, "/"):
        return ""
    if first.month and not first.day and month_of(tokens, index + 1):  # February/March 1905
        return "to"
    second = kind(tokens, index + 1, "year")
    if not second or not first.year.isdigit() or first.place or first.part:
        return ""
    return "to" if int(second) == int(first.year) + 1 else "or"


def _second(tokens: Tokens, first: Point, index: int, *, month_first: bool) -> tuple[Point, int] | None:
    """The second point, or the open end of "1991–present" and "(1892–)"."""
    article = index + bool(kind(tokens, index, "article"))
    if kind(tokens, article, "present"):
        return OPEN_END, article + 1
    if first.dated and "dash" in tokens[index - 1].kinds:
        if sign(tokens, index, ")"):
            return OPEN_END, index
        if sign(tokens, index, "?") and sign(tokens, index + 1, ")"):
            return UNKNOWN, index + 1
    index = skip_glue(tokens, index)
    read = read_point(tokens, index, month_first=month_first)
    dual = read_dual(tokens, index, read, month_first=month_first)
    if dual:
        return dual[0].points[0], dual[1]
    if read is None or read[0].part[:1].isdigit() or (read[0].unit and not (first.place and read[0].place)):
        return None
    if read[0].day and not read[0].month and (first.month or first.day >= read[0].day):
        return None
    return read


def _parted(first: Point, last: Point) -> tuple[Point, Point]:
    """The years of "the end of 1926/27", of which the part belongs to one."""
    if first.part == "late":
        return replace(first, part=""), replace(last, part="late")
    return first, last


def _day_before(first: Point, second: Point) -> Point:
    """A day without a month before another: of its month, or of the month before."""
    month = second.month if not second.day or first.day < second.day else second.month - 1
    return replace(first, month=month or 12)


def _is_bare(point: Point) -> bool:
    """Whether a point is a day without a month, or a month without day and year."""
    return bool(point.day) != bool(point.month) and not point.dated and not point.unit and not point.nearest


def _precision(point: Point) -> str:
    return "day" if point.day else "month" if point.month else "season" if point.season else "year"


def share_years(first: Point, second: Point, *, ranged: bool = True) -> tuple[Point, Point]:
    """Give the year that only one of two points names to the other; days to choose from do not cross its turn."""
    turned = (
        ranged and bool(first.place and second.place) and (first.place, first.day) > (second.place, second.day)
    )
    if not first.dated and not first.unit and second.year.isdigit():
        first = replace(first, year=f"{int(second.year) - turned:04d}")
    elif not second.dated and first.year.isdigit():
        second = replace(second, year=f"{int(first.year) + turned:04d}")
    if not second.century and len(first.year) == 4 and first.year[:2].isdigit():
        second = replace(second, year=first.year[:2] + second.year[2:], century=first.century)
    elif not first.century and second.year[:2].isdigit():
        first = replace(first, year=second.year[:2] + first.year[2:])
    return first, second


def in_order(first: Point, second: Point) -> bool:
    """Whether a range runs forward as far as its years tell; a range within one year needs more than the year."""
    if NO_YEAR in (first.year, second.year):
        return True
    left, right = (int(point.year.replace("X", "0")) for point in (first, second))
    if left == right and not second.place:
        return not first.place and first.part != second.part
    return (left, first.place, first.day) <= (right, second.place or 13, second.day or 32)
