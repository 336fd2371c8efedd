"""Dates in figures: 27.11.1937, 27/III-1951, 20.VI.33, 1937-11-27, 08.1924, 30.03, {{birth date|1896|8|15}}."""

from __future__ import annotations

import re

from kartoteka.dates.days import month_length
from kartoteka.dates.values import NO_YEAR, Point

ROMANS = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI",
    "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI",
)  # fmt: skip
#: Cyrillic letters that stand in Roman numerals.
LOOK_ALIKES = str.maketrans("ІХ", "IX")

_ROMAN = r"[IVXІХ]{1,4}"
_ANY_ROMAN = r"[IVXІХivx]{1,4}"
_GAP = r"[ \u00a0]?"
#: A day, its month and its year, in the lexer's verbose spelling.
FULL = rf"""
    (?<![0-9.])[0-9]{{1,2}}\.{_GAP}(?:[0-9]{{1,2}}|{_ANY_ROMAN})\.{_GAP}[0-9]{{4}}(?![0-9])
    |(?<![0-9.])[0-9]{{1,2}}\.(?:[0-9]{{1,2}}|{_ROMAN})\.[0-9]{{2}}(?!\.?[0-9])
    |(?<![0-9/.-])[0-9]{{1,2}}[/.–-]{_ROMAN}(?:[-–—/.][0-9]{{2}}(?![0-9])|[-–—/. \u00a0]{{1,2}}[0-9]{{4}}(?![0-9]))
    |(?<![0-9/])[0-9]{{1,2}}/[0-9]{{1,2}}[/–—-][0-9]{{4}}(?![0-9])
    |(?<![0-9-])[0-9]{{1,2}}-[0-9]{{1,2}}-[0-9]{{4}}(?![0-9-])
    |(?<![0-9-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9-])
    |(?<![0-9.])[0-9]{{4}}\.[0-9]{{2}}\.[0-9]{{2}}(?!\.?[0-9])
    |(?<![^\s|(–—])[0-9]{{4}}\|[0-9]{{1,2}}\|[0-9]{{1,2}}(?![^\s|}})–—,;])
    |(?<![^\s|(–—])[0-9]{{1,2}}\|[0-9]{{1,2}}\|[0-9]{{4}}(?![^\s|}})–—,;])
    |(?<![\w.,/:-])(?:0[1-9]\.|1[0-2]\.|{_ROMAN}[./])[0-9]{{4}}(?![0-9]|[.,/:-][0-9]|/)"""
#: A day and its month; in figures the month has two, unless a whole date follows: 29.4.–2.5.1915.
PARTIAL = rf"""
    (?<![\w.,/:–-])[0-9]{{1,2}}(?:\.(?:0[1-9]|1[0-2])|/{_ROMAN}|\.[IVXІХ]{{2,4}})
        (?![^\W_]|[.,:–-][0-9]|/[0-9]+(?![.0-9]))
    |(?<![\w.,/:–-])[0-9]{{1,2}}\.[0-9]{{1,2}}\.?(?=\s?[–-]\s?[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}})"""

_MONTHS = {roman: number for number, roman in enumerate(ROMANS[:12], 1)}
_PARTING = re.compile(r"[./–—|\- \u00a0]+")


def read_figures(figures: str, *, month_first: bool, sure: bool) -> Point | None:
    """The day or month that figures mean, None for none; `month_first` decides on 10/7/2008 only.

    A year of two figures is of the twentieth century, as records of the time write it; in Arabic figures alone
    it is one only if day and month have two figures each or `sure` tells that the words around speak of a date.
    """
    parts = _PARTING.split(figures.rstrip(".").upper().translate(LOOK_ALIKES))
    if len(parts) == 3 and len(parts[0]) == 4:
        parts.reverse()
    year = parts.pop() if len(parts) == 3 or (len(parts[-1]) == 4 and parts[-1].isdigit()) else NO_YEAR
    roman = parts[-1] in _MONTHS
    if len(year) == 2 and not (roman or sure or all(len(part) == 2 for part in parts)):
        return None
    if year.isdigit() and len(year) == 4 and not 1000 <= int(year) < 2100:
        return None
    return _point(parts, year, swap=month_first and "/" in figures and not roman)


def _point(parts: list[str], year: str, *, swap: bool) -> Point | None:
    """The parts, a day (if any) and a month, as a point of a year."""
    month = _MONTHS.get(parts[-1]) or (int(parts[-1]) if parts[-1].isdigit() else 0)
    day = int(parts[0]) if len(parts) == 2 else 0
    if day and (month > 12 or (swap and day <= 12)):
        day, month = month, day
    whole = f"19{year}" if len(year) == 2 else year
    length = month_length(int(whole) if whole.isdigit() else 2000, month) if 1 <= month <= 12 else 0
    if not length or day > length or (len(parts) == 2 and not day):
        return None
    return Point(year=whole, month=month, day=day, century=len(year) != 2)
