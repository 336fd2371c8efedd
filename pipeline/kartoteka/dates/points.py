"""Read one point of time at a place among the tokens: a day, month, season, year, decade, century, or a step."""

from __future__ import annotations

import re
from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import month_length
from kartoteka.dates.eras import read_century, read_decade
from kartoteka.dates.steps import read_relative
from kartoteka.dates.tokens import ROMANS
from kartoteka.dates.values import NO_YEAR, Point

#: A point and the token after it; None where there is none.
Read = tuple[Point, int] | None

_ROMAN_MONTHS = {roman: number for number, roman in enumerate(ROMANS[:12], 1)}


def read_point(tokens: Tokens, start: int, *, month_first: bool) -> Read:
    """The longest point that begins at a token, with "about", "early" and the weekday before it."""
    index = start
    if kind(tokens, index, "weekday"):
        index += 1 + sign(tokens, index + 1, ",")
        read = _core(tokens, index, month_first=month_first)
        return read if read and read[0].day else None
    doubt = ""
    if kind(tokens, index, "circa"):
        doubt, index = "~", skip_glue(tokens, index + 1)
    part = kind(tokens, index, "part")
    if part:
        index = skip_glue(tokens, index + 1)
        if "dash" in tokens[index].kinds:
            index += 1
    if kind(tokens, index, "circa"):
        doubt, index = "~", index + 1
    read = _core(tokens, index, month_first=month_first)
    if read is None and part and kind(tokens, index, "whole"):  # the end of the year
        read = Point(unit=kind(tokens, index, "whole")), index + 1
    if read is None or (part and (read[0].day or read[0].unit == "day")):
        return None
    point, index = _tail(tokens, *read)
    group = _group(part, point)
    part = "" if part.startswith("q") else part
    if part or group or doubt:
        point = replace(point, part=part, group=group, doubt=doubt or point.doubt)
    return point, index


def _group(part: str, point: Point) -> int:
    """The EDTF number of a half or a quarter of a year."""
    whole_year = point.year != NO_YEAR and "X" not in point.year and not point.month and not point.season
    if not whole_year and not (point.unit == "year" and not point.month and not point.season):
        return 0
    return {"first_half": 40, "second_half": 41, "q1": 33, "q2": 34, "q3": 35, "q4": 36}.get(part, 0)


def _tail(tokens: Tokens, point: Point, index: int) -> tuple[Point, int]:
    """What follows a point: "(?)", a second year word after a day in figures."""
    if sign(tokens, index, "(") and sign(tokens, index + 1, "?") and sign(tokens, index + 2, ")"):
        return replace(point, doubt="?"), index + 3
    if sign(tokens, index, "?") and (
        sign(tokens, index + 1, ")", "]", ",", ";") or "dash" in tokens[index + 1].kinds
    ):
        return replace(point, doubt="?"), index + 1
    return point, index


def _core(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    if index >= len(tokens) or not tokens[index].kinds:
        return None
    return (
        _full(tokens, index, month_first=month_first)
        or _day_month(tokens, index)
        or _month(tokens, index, month_first=month_first)
        or _season(tokens, index)
        or read_century(tokens, index)
        or read_decade(tokens, index)
        or _year(tokens, index)
        or read_relative(tokens, index)
    )


def _full(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    """27.11.1937, 27.XI.1937, 1937-11-27, 11/27/1937 (the month first only in English)."""
    figures = kind(tokens, index, "full")
    if not figures:
        return None
    left, middle, right = re.split(r"[./-]", figures)
    month = _ROMAN_MONTHS.get(middle) or (int(middle) if middle.isdigit() else 0)
    if "-" in figures:
        year, day = left, int(right)
    else:
        year, day = right, int(left)
    if "/" in figures and (month > 12 or (month_first and day <= 12)):
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= month_length(int(year), month) or not 1000 <= int(year) < 2100:
        return None
    return Point(year=year, month=month, day=day), year_word(tokens, index + 1)


def _day_month(tokens: Tokens, index: int) -> Read:
    """8 May 1937, 8th of May, 19 червня, 8 мая того же года."""
    day = int(kind(tokens, index, "day") or kind(tokens, index, "ordinal") or 0)
    if not 1 <= day <= 31:
        return None
    index = skip_glue(tokens, index + 1)
    if sign(tokens, index, ".") and kind(tokens, index + 1, "month_beside_number"):  # "5. Mai 1937"
        index += 1
    month = month_of(tokens, index)
    if not month or day > month_length(2000, month):
        return None
    return with_year(tokens, index + 1, Point(month=month, day=day))


def _month(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    """July 1937, November 27, 1937, травні того ж року; a bare month is read too, the context decides."""
    month = month_of(tokens, index)
    if not month:
        return None
    day = int(kind(tokens, index + 1, "day") or 0)
    if month_first and day and day <= month_length(2000, month) and not month_of(tokens, index + 2):
        return with_year(tokens, index + 2, Point(month=month, day=day))
    point, end = with_year(tokens, index + 1, Point(month=month))
    beside_number = "month" not in tokens[index].kinds
    return None if beside_number and point.year == NO_YEAR else (point, end)


def _season(tokens: Tokens, index: int) -> Read:
    """Spring of 1937, восени 1932-го; the winter of 1932–33 is that of 1932."""
    season = kind(tokens, index, "season")
    if not season:
        return None
    point, end = with_year(tokens, index + 1, Point(season=int(season)))
    if season == "24" and point.year.isdigit() and ("dash" in tokens[end].kinds or sign(tokens, end, "/")):
        following = kind(tokens, end + 1, "year") or kind(tokens, end + 1, "short")
        if following and int(following[-2:]) == (int(point.year) + 1) % 100:
            return point, year_word(tokens, end + 2)
    return point, end


def with_year(tokens: Tokens, index: int, point: Point) -> tuple[Point, int]:
    """A day, month or season with the year that follows it, be it a figure or "of that year"."""
    after = index + 1 if sign(tokens, index, ",") else skip_glue(tokens, index)
    read = _year(tokens, after) if "year" in tokens[after].kinds or "number" in tokens[after].kinds else None
    if read is not None:
        return replace(point, year=read[0].year, doubt=read[0].doubt), read[1]
    if sign(tokens, index, ","):
        return point, index
    step = kind(tokens, after, "relative_year") or kind(tokens, after, "this_year")
    if step:
        return replace(point, unit="year", step=int(step)), after + 1
    return point, index


def _year(tokens: Tokens, index: int) -> Read:
    """1932, 1932 року, 988 р. (with a year word only), 490 до н. е., AD 988."""
    if kind(tokens, index, "era_before") and 0 < len(kind(tokens, index + 1, "number")) <= 4:
        return Point(year=kind(tokens, index + 1, "number").zfill(4)), index + 2
    digits = kind(tokens, index, "number")
    after = year_word(tokens, index + 1)
    era = kind(tokens, after, "era")
    if era and digits and int(digits):
        year = f"-{int(digits) - 1:04d}" if era == "bc" and int(digits) > 1 else digits.zfill(4)
        return Point(year="0000" if era == "bc" and int(digits) == 1 else year), after + 1
    year = kind(tokens, index, "year")
    if year:
        return Point(year=year), after
    if len(digits) == 3 and after > index + 1 and int(digits) > 300:
        return Point(year=digits.zfill(4)), after
    return None
