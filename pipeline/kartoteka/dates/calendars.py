"""The Julian and the Gregorian calendar: how far apart they are, and when each land changed from one to the other."""

from __future__ import annotations

from functools import cache

from kartoteka import resources
from kartoteka.dates.days import Day

#: The first day of the Gregorian calendar; no day before it is given in that one.
_REFORM: Day = (1582, 10, 15)


def to_gregorian(day: Day) -> Day:
    """A day of the Julian calendar (year, month, day) in the Gregorian: (1917, 10, 25) is (1917, 11, 7).

    By the day number of each calendar (Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac,
    2013, ch. 15). Raises ValueError for a day that the Julian calendar does not have.
    """
    year, month, number = day
    leap = year % 4 == 0
    if not 1 <= number <= (31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]:
        raise ValueError(f"no day of the Julian calendar: {year}-{month:02d}-{number:02d}")
    count = _julian_day_number(day)
    f = count + 1401 + (4 * count + 274277) // 146097 * 3 // 4 - 38
    e = 4 * f + 3
    h = 5 * (e % 1461 // 4) + 2
    found_month = (h // 153 + 2) % 12 + 1
    return e // 1461 - 4716 + (14 - found_month) // 12, found_month, h % 153 // 5 + 1


def _julian_day_number(day: Day) -> int:
    """The number of a day of the Julian calendar in the count of days that both share."""
    year, month, number = day
    shift = (14 - month) // 12
    years = year + 4800 - shift
    return number + (153 * (month + 12 * shift - 3) + 2) // 5 + 365 * years + years // 4 - 32083


@cache
def changes() -> dict[str, tuple[Day, Day]]:
    """The last Julian and the first Gregorian day of each territory of the table."""
    table = resources.read_toml("gazetteers/calendars.toml")["change"]
    return {name: (_day(last), _day(first)) for name, (last, first) in table.items()}


@cache
def territory_of(lang: str) -> str:
    """The land whose reckoning a text in a language (uk, ru-Latn …) may follow, "" for none."""
    table: dict[str, str] = resources.read_toml("gazetteers/calendars.toml")["language"]
    return table.get(lang.partition("-")[0], "")


def known_territory(territory: str) -> str:
    """The territory as the table names it, "" for none. Raises ValueError for one that it does not have."""
    aliases: dict[str, str] = resources.read_toml("gazetteers/calendars.toml")["alias"]
    names = {name.lower(): name for name in changes()} | aliases | {"": ""}
    if territory.lower() not in names:
        raise ValueError(f"no change of calendar known for {territory!r} (known are {', '.join(changes())})")
    return names[territory.lower()]


def is_uncertain(day: Day, territory: str) -> bool:
    """Whether a day that names no style may be of either calendar: the land had not changed yet.

    Authors of today convert such days or leave them, and mostly do not say which. `territory` is one of the
    table's, or "" for none, where nothing is uncertain.
    """
    return bool(territory) and _REFORM <= day < changes()[territory][1]


def _day(iso: str) -> Day:
    year, month, number = (int(part) for part in iso.split("-"))
    return year, month, number
