"""Days that a date allows: how far two dates are apart, and what several of them leave open.

Two dates contradict each other only where no day is common to both: 1937 and 8 May 1937 agree, April and 8 May 1937
do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kartoteka.dates.days import day_key, shift
from kartoteka.types import TimeSpan
from kartoteka.types.careers import Limits

OPEN: Limits = (None, None)
#: By how many days an approximate date ("around 1931") may miss, by the length of its EDTF value: year, month, day.
_SLACK = {4: 730, 7: 31, 10: 3}
#: By how many days the Julian calendar lags behind in the twentieth century, the most that a day of an unknown
#: calendar can be wrong.
_OLD_STYLE = 13
_EARLIEST, _LATEST = (-9999, 1, 1), (9999, 12, 31)


def limits(span: TimeSpan | None) -> Limits:
    """The first and last day that a date allows; a date that its own sentence disputes allows every day."""
    if span is None or span.resolved in ("unresolved", "disputed"):
        return OPEN
    first, last = span.earliest, span.latest
    if span.edtf.endswith(("~", "?", "%")) and "/" not in span.edtf:
        slack = _SLACK.get(len(span.edtf) - 1, 0)
        first, last = first and shift(first, -slack), last and shift(last, slack)
    return first, last and (shift(last, _OLD_STYLE) if span.calendar == "unknown" else last)


def known(given: Limits) -> bool:
    """Whether a date allows less than every day."""
    return given != OPEN


def precedes(left: Limits, right: Limits) -> bool:
    """Whether every day of the first lies before every day of the second."""
    last, first = day_key(left[1]), day_key(right[0])
    return last is not None and first is not None and last < first


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


def common(given: Iterable[Limits]) -> Limits:
    """The days that all dates allow; where they allow none, all the days from the first to the last of them."""
    stated = [one for one in given if known(one)]
    firsts = [day_key(first) or _EARLIEST for first, _ in stated]
    lasts = [day_key(last) or _LATEST for _, last in stated]
    if not stated:
        return OPEN
    if max(firsts) <= min(lasts):
        return _one(stated, 0, max(firsts)), _one(stated, 1, min(lasts))
    return _one(stated, 0, min(firsts)), _one(stated, 1, max(lasts))


def _one(stated: list[Limits], side: int, wanted: tuple[int, int, int]) -> str | None:
    return next((given[side] for given in stated if day_key(given[side]) == wanted), None)


def _number(iso: str) -> int:
    """Days from the first of year 1; years before Christ are counted as so many times 365 days."""
    year, month, day = day_key(iso) or (1, 1, 1)
    return date(year, month, day).toordinal() if year > 0 else (year - 1) * 365 + (month - 1) * 30 + day
