"""Times as persons ask for them: a day, a month or a year, and from one to another."""

from __future__ import annotations

import re
from datetime import date

from kartoteka.dates.days import bounds
from kartoteka.types.careers import Limits

_GIVEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def read_days(text: str) -> tuple[str, str]:
    """The first and last ISO day of a day, a month or a year: "1933-02" begins on 1933-02-01 and ends on 1933-02-28.

    Raises ValueError for anything else, for a day that no calendar has, and for years before Christ.
    """
    given = text.strip()
    try:
        if _GIVEN.fullmatch(given):
            first = date.fromisoformat(given + "-01-01"[len(given) - 4 :])  # bounds would take day 30 of any month
            return first.isoformat(), bounds(given)[1] or ""
    except ValueError:
        pass
    raise ValueError(f"{text!r} is no year, month or day such as 1933, 1933-02 or 1933-02-14")


def read_stretch(since: str | None, until: str | None) -> Limits:
    """The first day of `since` and the last day of `until`, None where there is none ("" or None).

    Raises ValueError as `read_days` does, and for a time that ends before it begins.
    """
    first = read_days(since)[0] if since else None
    last = read_days(until)[1] if until else None
    if first and last and first > last:
        raise ValueError(f"no time from {since} to {until}: it ends before it begins")
    return first, last
