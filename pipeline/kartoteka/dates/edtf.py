"""One composer for all languages: from what was read to EDTF values and the days that bound them."""

from __future__ import annotations

from kartoteka.dates.days import Bounds, bounds, month_end, write_day
from kartoteka.dates.values import NO_YEAR, Expression, Point
from kartoteka.types import TimeSpan

#: Thirds and halves of what is counted in years, months or days, as (first, last) of so many.
_SHARES = {
    10: {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first_half": (0, 4), "second_half": (5, 9)},
    100: {"early": (0, 33), "mid": (34, 66), "late": (67, 99), "first_half": (0, 49), "second_half": (50, 99)},
    12: {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first_half": (1, 6), "second_half": (7, 12)},
    31: {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first_half": (1, 15), "second_half": (16, 31)},
}


def compose(expression: Expression, resolved: str = "", anchor: str = "") -> TimeSpan:
    """The value of an expression, of its interval, and the first and last day of that.

    `edtf` is "" where EDTF has no way to write it (a season without a year, a step from no anchor).
    """
    points = expression.points
    edtf = _write(expression)
    ends = [_days(point) for point in points]
    earliest, latest = _ends(expression, ends)
    if expression.bound == "since":
        latest = None
    elif expression.bound == "until":
        earliest = None
    return TimeSpan(
        edtf=edtf,
        interval=_interval(expression, edtf),
        earliest=earliest,
        latest=latest,
        modifier=_modifier(points),
        calendar=expression.calendar,
        resolved=resolved or ("explicit" if expression.dated and edtf else "unresolved"),
        anchor=anchor,
    )


def _ends(expression: Expression, ends: list[Bounds]) -> Bounds:
    if expression.form in ("point", "range"):
        return ends[0][0], ends[-1][1]
    if any(None in end for end in ends):
        return None, None
    return min(end[0] or "" for end in ends), max(end[1] or "" for end in ends)


def _modifier(points: tuple[Point, ...]) -> str:
    """The modifier that all the points share; circa for a qualified decade or century."""
    parts = {point.part or ("circa" if point.doubt and "X" in point.year else "") for point in points}
    return parts.pop() if len(parts) == 1 else ""


def _write(expression: Expression) -> str:
    points = expression.points
    if expression.form == "point":
        return write_point(points[0])
    sub_years = any(point.season or point.group for point in points)
    if expression.form == "range" or sub_years:
        left, right = _edge(points[0], 0), _edge(points[-1], 1)
        whole = (left or not points[0].known) and (right or not points[-1].known)
        return f"{left}/{right}" if whole else ""
    members = [write_point(point) for point in points]
    opening, closing = "{}" if expression.form == "set" else "[]"
    return f"{opening}{','.join(members)}{closing}" if all(members) else ""


def write_point(point: Point) -> str:
    """One point as EDTF; "" for one that is not known, or that has no year and no month."""
    if not point.known or point.unit:
        return ""
    if point.year == NO_YEAR and not point.month:
        return ""
    value = point.year
    if point.season or point.group:
        value += f"-{point.season or point.group}"
    elif point.month:
        value += f"-{point.month:02d}" + (f"-{point.day:02d}" if point.day else "")
    return value + (point.doubt if "X" not in value else "")


def _edge(point: Point, side: int) -> str:
    """A point as the end of an interval, where EDTF takes no halves and quarters: their first or last month."""
    day = bounds(write_point(point))[side] if point.group else None
    return day[:-3] if day else write_point(point)


def _interval(expression: Expression, edtf: str) -> str:
    """The value with its bound word; an open interval takes no decade or century, but its first or last year."""
    point = expression.points[0]
    if not expression.bound or expression.form != "point" or not expression.dated or not edtf:
        return edtf
    side = 0 if expression.bound == "since" else 1
    value = _edge(point, side)
    if "X" in point.year:
        value = (bounds(edtf)[side] or "")[:-6]
    return f"{value}/.." if side == 0 else f"../{value}"


def _days(point: Point) -> Bounds:
    """The first and last day of a point, narrowed by its modifier: thirds and halves."""
    value = write_point(point)
    if not value:
        return None, None
    first, last = bounds(value)
    if first is None or last is None or point.part not in _SHARES[10] or point.day or point.group:
        return first, last
    if point.season:
        return _third_of_season(point, first, last)
    return _share(point, first)


def _share(point: Point, first: str) -> Bounds:
    """A part of a month, a year, a decade or a century."""
    year = int(first[:-6])
    if point.month:
        start, end = _SHARES[31][point.part]
        end = min(end, month_end(year, point.month)[2])
        return write_day((year, point.month, start)), write_day((year, point.month, end))
    if "X" not in point.year:
        start, end = _SHARES[12][point.part]
        return write_day((year, start, 1)), write_day(month_end(year, end))
    start, end = _SHARES[10 if point.year.count("X") == 1 else 100][point.part]
    return write_day((year + start, 1, 1)), write_day((year + end, 12, 31))


def _third_of_season(point: Point, first: str, last: str) -> Bounds:
    """The first, middle or last month of a season; halves of it are not narrowed."""
    third = {"early": 0, "mid": 1, "late": 2}.get(point.part)
    if third is None:
        return first, last
    year, month, length = month_end(int(first[:-6]), int(first[-5:-3]) + third)
    return write_day((year, month, 1)), write_day((year, month, length))
