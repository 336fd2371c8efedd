"""The days that an EDTF value covers, and whether two values meet."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date
from functools import lru_cache

from kartoteka.types import TimeSpan

Day = tuple[int, int, int]
Bounds = tuple[str | None, str | None]

#: No month has more days.
MOST_DAYS = 31

_VALUE = re.compile(r"(-?)([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: First and last month of the EDTF groupings; a winter runs on into February of the next year (month 14).
_GROUPS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip


def overlap(left: TimeSpan, right: TimeSpan) -> bool:
    """Whether two dates can speak of the same day; an open or unknown end reaches everywhere.

    A date without any known day (no year) meets nothing.
    """
    spans = [(span.earliest, span.latest) for span in (left, right)]
    if (None, None) in spans:
        return False
    (first, last), (other_first, other_last) = ((day_key(a), day_key(b)) for a, b in spans)
    return _before(first, other_last) and _before(other_first, last)


def lie_within(left: Bounds, right: Bounds, days: int) -> bool:
    """Whether two stretches meet or lie at most so many days apart; those before Christ are taken to."""
    first, last, other_first, other_last = (_ordinal(end) for end in (*left, *right))
    if not first or not last or not other_first or not other_last:
        return True
    return other_first - last <= days and first - other_last <= days


def _ordinal(iso: str | None) -> int:
    """The number of a day counted from the first of year 1, 0 for one before that or unknown."""
    return date.fromisoformat(iso).toordinal() if iso and iso[0] != "-" and iso[:4] != "0000" else 0


def _before(start: Day | None, end: Day | None) -> bool:
    return start is None or end is None or start <= end


def day_key(iso: str | None) -> Day | None:
    if iso is None:
        return None
    sign, digits = (-1, iso[1:]) if iso.startswith("-") else (1, iso)
    year, month, day = (int(part) for part in digits.split("-"))
    return sign * year, month, day


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> Bounds:
    """The first and last day, in ISO form, of an EDTF value: a point, an interval, a set or a choice.

    None is an open or unknown end, and either day of a value without a year. A winter (-24) runs from December
    of its year to the end of February. Raises ValueError for what is no EDTF value.
    """
    if "/" in edtf:
        left, _, right = edtf.partition("/")
        first = None if left in ("", "..") else _point(left)[0]
        last = None if right in ("", "..") else _point(right)[1]
        return first, last
    if edtf[:1] in ("[", "{"):
        return _members(edtf)
    return _point(edtf)


def _members(edtf: str) -> Bounds:
    members = [member.strip() for member in edtf[1:-1].split(",")]
    starts = [None if m.startswith("..") else _point(m.split("..")[0])[0] for m in members]
    ends = [None if m.endswith("..") else _point(m.split("..")[-1])[1] for m in members]
    first = None if None in starts else min((s for s in starts if s), key=lambda s: day_key(s) or (0, 0, 0))
    last = None if None in ends else max((e for e in ends if e), key=lambda e: day_key(e) or (0, 0, 0))
    return first, last


def _point(edtf: str) -> Bounds:
    match = _VALUE.fullmatch(re.sub("[~?%]", "", edtf))
    if match is None:
        raise ValueError(
            f"no EDTF value: {edtf!r} (known are 1932, 1932-11-25, 193X, 1932-21, 1932/1933, ../1932)"
        )
    minus, year, month, day = match.groups()
    if year == "XXXX":
        return None, None
    years = sorted(int(minus + year.replace("X", figure)) for figure in "09")
    first, last = months(month or "")
    if day and "X" not in day and "X" not in (month or ""):
        return write_day((years[0], first, int(day))), write_day((years[1], last, int(day)))
    return write_day((years[0], first, 1)), write_day(month_end(years[1], last))


def shift(iso: str, days: int) -> str:
    """A day so many days later; one outside the years 1 to 9999, or that would leave them, stays as it is."""
    number = _ordinal(iso) and _ordinal(iso) + days
    return date.fromordinal(number).isoformat() if 0 < number <= date.max.toordinal() else iso


def months(group: str) -> tuple[int, int]:
    """The first and last month of a month or an EDTF grouping ("24"); all twelve where none is given."""
    if not group or "X" in group:
        return 1, 12
    number = int(group)
    if 1 <= number <= 12:
        return number, number
    if number not in _GROUPS:
        raise ValueError(f"no month or EDTF grouping: {group!r} (known are 01 to 12, 21 to 28, 33 to 41)")
    return _GROUPS[number]


def month_end(year: int, month: int) -> Day:
    """The last day of a month; month 13 and later are those of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return year, month, month_length(year, month)


def month_length(year: int, month: int) -> int:
    """How many days a month of the proleptic Gregorian calendar has."""
    return _LENGTHS[month - 1] + (month == 2 and isleap(year))


def write_year(year: int) -> str:
    """A year as EDTF has it, 1 BC being 0 and earlier ones negative."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def write_day(day: Day) -> str:
    """A day in ISO form, years before Christ with a minus sign."""
    year, month, number = day
    return f"{write_year(year)}-{month:02d}-{number:02d}"
