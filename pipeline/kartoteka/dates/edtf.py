"""One composer for all languages: from what was read to EDTF values and the days that bound them."""

from __future__ import annotations

from kartoteka.dates.calendars import is_uncertain
from kartoteka.dates.days import Bounds, bounds, day_key, month_end, shift, write_day
from kartoteka.dates.values import NO_YEAR, OPEN_END, Expression, Point
from kartoteka.types import TimeSpan

#: Thirds and halves of what is counted in years, months or days, as (first, last) of so many.
_SHARES = {
    10: {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "first_half": (0, 4), "second_half": (5, 9)},
    100: {
        "early": (0, 33),
        "mid": (34, 66),
        "late": (67, 99),
        "first_half": (0, 49),
        "second_half": (50, 99),
        "q1": (0, 24),
        "q2": (25, 49),
        "q3": (50, 74),
        "q4": (75, 99),
    },
    12: {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first_half": (1, 6), "second_half": (7, 12)},
    31: {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first_half": (1, 15), "second_half": (16, 31)},
}

#: A step that nothing fixes, as fine as its unit.
_UNFIXED = {"day": "XXXX-XX-XX", "weekday": "XXXX-XX-XX", "week": "XXXX-XX-XX", "month": "XXXX-XX", "year": "XXXX"}


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
        calendar=expression.calendar or _calendar(expression),
        resolved=resolved or ("explicit" if expression.dated else "unresolved"),
        anchor=anchor,
    )


def _calendar(expression: Expression) -> str:
    """Unknown where a day names no style and its land had not changed its calendar yet."""
    days = [(int(p.year), p.month, p.day) for p in expression.points if p.day and p.year.isdigit() and p.known]
    return "unknown" if any(is_uncertain(day, expression.territory) for day in days) else ""


def _ends(expression: Expression, ends: list[Bounds]) -> Bounds:
    if expression.form in ("point", "range"):
        return ends[0][0], ends[-1][1]
    firsts, lasts = [end[0] for end in ends], [end[1] for end in ends]
    if None in firsts or None in lasts:
        return None, None
    return min(firsts, key=_order), max(lasts, key=_order)


def _order(iso: str | None) -> tuple[int, int, int]:
    return day_key(iso) or (0, 0, 0)


def _modifier(points: tuple[Point, ...]) -> str:
    """The modifier that all the points share; circa for a qualified decade or century."""
    parts = {
        point.part or ("circa" if point.doubt and "X" in point.year and point.year != NO_YEAR else "")
        for point in points
    }
    part = parts.pop() if len(parts) == 1 else ""
    return part if part in _SHARES[12] or part == "circa" else ""


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
    """One point as EDTF; "" for one that is not known, or a season without a year.

    What nothing fixes is as fine as the words: XXXX-06-19, "on the 22nd" XXXX-XX-22, "on Thursday" XXXX-XX-XX,
    "two years ago" XXXX.
    """
    if not point.known:
        return ".." if point == OPEN_END else ""
    if point.year == NO_YEAR and (point.season or point.group):
        return ""
    if point.unit and not point.month:
        return _UNFIXED[point.unit]
    value = point.year
    if point.day and not point.month:
        return f"{value}-XX-{point.day:02d}"
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
    """The first and last day of a point, narrowed by its part or widened by what a step may miss."""
    value = write_point(point)
    if not value or not point.known:
        return None, None
    first, last = bounds(value)
    if first is None or last is None or point.group:
        return first, last
    if point.slack:
        return shift(first, -point.slack), shift(last, point.slack)
    share = None if point.day else _share_of(point)
    if share is None:
        return first, last
    if point.season:
        return _third_of_season(point, first, last)
    year = int(first[:-6])
    if point.month:
        end = min(share[1], month_end(year, point.month)[2])
        return write_day((year, point.month, share[0])), write_day((year, point.month, end))
    if "X" not in point.year:
        return write_day((year, share[0], 1)), write_day(month_end(year, share[1]))
    return write_day((year + share[0], 1, 1)), write_day((year + share[1], 12, 31))


def _share_of(point: Point) -> tuple[int, int] | None:
    """Which of the months, days or years of a point its part is, None for the whole."""
    if point.month:
        return _SHARES[31].get(point.part)
    return _SHARES.get({0: 12, 1: 10, 2: 100}.get(point.year.count("X"), 0), {}).get(point.part)


def _third_of_season(point: Point, first: str, last: str) -> Bounds:
    """The first, middle or last month of a season; halves of it are not narrowed."""
    third = {"early": 0, "mid": 1, "late": 2}.get(point.part)
    if third is None:
        return first, last
    year, month, length = month_end(int(first[:-6]), int(first[-5:-3]) + third)
    return write_day((year, month, 1)), write_day((year, month, length))
