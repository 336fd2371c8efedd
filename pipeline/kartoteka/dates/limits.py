"""Days that a date allows: how far two dates are apart, and what several of them leave open.

Two dates contradict each other only where no day is common to both: 1937 and 8 May 1937 agree, April and 8 May 1937
do not.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from kartoteka.dates.calendars import to_gregorian
from kartoteka.dates.days import Day, day_key, shift, write_day
from kartoteka.types import TimeSpan
from kartoteka.types.careers import Limits

OPEN: Limits = (None, None)
#: By how many days an approximate date ("around 1931") may miss, by the length of its EDTF value: year, month, day.
_SLACK = {4: 730, 7: 31, 10: 3}
_EARLIEST, _LATEST = (-9999, 1, 1), (9999, 12, 31)


def limits(span: TimeSpan | None) -> Limits:
    """The first and last day that a date allows; a date that its own sentence disputes allows every day."""
    if span is None or span.resolved in ("unresolved", "disputed"):
        return OPEN
    first, last = span.earliest, span.latest
    if span.edtf.endswith(("~", "?", "%")) and "/" not in span.edtf:
        slack = _SLACK.get(len(span.edtf) - 1, 0)
        first, last = first and shift(first, -slack), last and shift(last, slack)
    return first, _new_style(last) if last and span.calendar == "unknown" else last


def _new_style(iso: str) -> str:
    """The day that a day of the Julian calendar was by the Gregorian; itself where there was no such day."""
    try:
        return write_day(to_gregorian(key(iso)))
    except ValueError:
        return iso


@lru_cache(maxsize=100_000)
def key(iso: str) -> Day:
    """A day as year, month and day, which compare in the order of time."""
    return day_key(iso) or _EARLIEST


def known(given: Limits) -> bool:
    """Whether a date allows less than every day."""
    return given != OPEN


def width(given: Limits) -> int:
    """How many days lie between the first and the last day that a date allows; more than any where one is open."""
    first, last = given
    return apart((None, first), (last, None)) if first is not None and last is not None else 10**7


def precedes(left: Limits, right: Limits) -> bool:
    """Whether every day of the first lies before every day of the second."""
    last, first = left[1], right[0]
    return last is not None and first is not None and key(last) < key(first)


def meet(left: Limits, right: Limits) -> bool:
    """Whether some day is common to both."""
    return not precedes(left, right) and not precedes(right, left)


def apart(left: Limits, right: Limits) -> int:
    """How many days lie at least between two dates: 0 where they meet, 1 from one day to the next."""
    if precedes(right, left):
        left, right = right, left
    if not precedes(left, right) or left[1] is None or right[0] is None:
        return 0
    return _number(right[0]) - _number(left[1])


def days_in_words(given: Limits) -> str:
    """The days between which something happened: "1923-09-01", "1931-07", "1931", "1931-07/1931-09", "/1931"."""
    first, last = given
    if first is None or last is None:
        return f"{first or ''}/{last or ''}" if first or last else ""
    year, month, day = last.rsplit("-", 2)
    if first == f"{year}-01-01" and last == f"{year}-12-31":
        return year
    if first == f"{year}-{month}-01" and int(day) == monthrange(max(int(year), 1), int(month))[1]:
        return f"{year}-{month}"
    return first if first == last else f"{first}/{last}"


class Allowed:
    """The days that several dates allow, gathered one by one."""

    def __init__(self, given: Iterable[Limits] = ()) -> None:
        self._firsts: list[Day] = []
        self._lasts: list[Day] = []
        for one in given:
            self.add(one)

    def add(self, given: Limits) -> None:
        """Take in one more date; an open one changes nothing. The least and the greatest of each bound are kept."""
        if known(given):
            first, last = (key(given[0]) if given[0] else _EARLIEST), (key(given[1]) if given[1] else _LATEST)
            self._firsts = [min([first, *self._firsts]), max([first, *self._firsts])]
            self._lasts = [min([last, *self._lasts]), max([last, *self._lasts])]

    @property
    def limits(self) -> Limits:
        """The days that all dates allow; where they allow none, all the days from the first to the last of them."""
        if not self._firsts:
            return OPEN
        agree = self._firsts[1] <= self._lasts[0]
        first, last = (self._firsts[1], self._lasts[0]) if agree else (self._firsts[0], self._lasts[1])
        return None if first == _EARLIEST else write_day(first), None if last == _LATEST else write_day(last)


def common(given: Iterable[Limits]) -> Limits:
    """The days that all dates allow; where they allow none, all the days from the first to the last of them."""
    return Allowed(given).limits


def _number(iso: str) -> int:
    """Days from the first of year 1, counted on before it with years of 365 days."""
    year, month, day = key(iso)
    return (
        date(year, month, day).toordinal()
        if year > 0
        else (year - 1) * 365 + date(1, month, min(day, 28)).toordinal()
    )
