"""Read one point of time at a place among the tokens: a day, month, season, year, decade, century, or a step."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import MOST_DAYS, month_length
from kartoteka.dates.doubts import read_doubt, with_doubt
from kartoteka.dates.eras import read_century, read_decade
from kartoteka.dates.numerals import ordinal_at
from kartoteka.dates.numeric import read_figures
from kartoteka.dates.steps import read_relative
from kartoteka.dates.values import NO_YEAR, Point
from kartoteka.dates.years import read_year, with_year

#: A point and the token after it; None where there is none.
Read = tuple[Point, int] | None

#: What opens a sentence about a year: "In 1917, 4 March was a Saturday".
_BEFORE_YEAR = frozenset({"preposition", "bound", "starter", "glue", "article"})
#: The parts that a numbered half, quarter or ten days is.
_FRACTIONS = {
    "half": ("first_half", "second_half"),
    "third": ("early", "mid", "late"),
    "quarter": ("q1", "q2", "q3", "q4"),
    "ten_days": ("1-10", "11-20", "21-31"),
}


def read_point(tokens: Tokens, start: int, *, month_first: bool) -> Read:
    """The longest point that begins at a token, with "about", "early" and the weekday before it."""
    index = start
    if kind(tokens, index, "weekday"):
        return _weekday(tokens, index, month_first=month_first)
    doubt, index = read_doubt(tokens, index)
    decade = read_century(tokens, index)
    if decade:
        return replace(decade[0], doubt=doubt), decade[1]
    part, after = _part(tokens, index)
    if part:
        index = skip_glue(tokens, after)
        if "dash" in tokens[index].kinds:
            index += 1
    if kind(tokens, index, "circa"):
        doubt, index = "~", index + 1
    read = _core(tokens, index, month_first=month_first)
    if read is None and part:
        read = _whole(tokens, index)
    if read is None or (part and (read[0].day or read[0].unit in ("day", "weekday"))):
        return None
    point, index = with_doubt(tokens, *read)
    group = _group(part, point)
    part = "" if part.startswith("q") and group else part
    if part or group or doubt:
        point = replace(point, part=part, group=group, doubt=doubt or point.doubt)
    return point, index


def _weekday(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    """Monday, 5 December 1932; a weekday alone, which the context has to bear out."""
    after = index + 1 + sign(tokens, index + 1, ",")
    read = _core(tokens, after, month_first=month_first)
    if read and read[0].day and read[0].month:
        return read
    return Point(unit="weekday", step=int(kind(tokens, index, "weekday")), spoken=True), index + 1


def _part(tokens: Tokens, index: int) -> tuple[str, int]:
    """The part of what follows ("early", «II півріччя», "the 1st quarter of"), "" for none, and the token after."""
    part = kind(tokens, index, "part")
    if part:
        return part, index + 1
    if not _numbered(tokens, index):
        return "", index
    number = ordinal_at(tokens, index)
    if number is None and kind(tokens, index, "roman"):
        number = int(kind(tokens, index, "roman")), index + 1
    names = _FRACTIONS.get(kind(tokens, number[1], "fraction"), ()) if number else ()
    return (names[number[0] - 1], number[1] + 1) if number and 0 < number[0] <= len(names) else ("", index)


def _numbered(tokens: Tokens, index: int) -> bool:
    """Whether a number of a half, a quarter or ten days may stand here."""
    return not tokens[index].kinds.keys().isdisjoint(("ordinal", "roman"))


def _whole(tokens: Tokens, index: int) -> Read:
    """What an end or a beginning can be of without a name: the year, the month."""
    unit = kind(tokens, index, "whole")
    if unit:
        return Point(unit=unit), index + 1
    return (Point(unit="month"), index + 1) if kind(tokens, index, "day_word") else None


def _group(part: str, point: Point) -> int:
    """The EDTF number of a half or a quarter of a year."""
    whole_year = point.year != NO_YEAR and "X" not in point.year and not point.month and not point.season
    if not whole_year and not (point.unit == "year" and not point.month and not point.season):
        return 0
    return {"first_half": 40, "second_half": 41, "q1": 33, "q2": 34, "q3": 35, "q4": 36}.get(part, 0)


def _core(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    if not tokens[index].kinds:
        return None
    return (
        _full(tokens, index, month_first=month_first)
        or _day_month(tokens, index)
        or _month(tokens, index, month_first=month_first)
        or _season(tokens, index)
        or read_century(tokens, index)
        or read_decade(tokens, index)
        or _year_first(tokens, index)
        or read_year(tokens, index)
        or read_relative(tokens, index)
        or _day_alone(tokens, index)
    )


def _full(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    """27.11.1937, 27/III-1951, 1937-11-27, 11/27/1937 (the month first only in English), 30.03."""
    figures = kind(tokens, index, "full") or kind(tokens, index, "partial")
    if not figures:
        return None
    after = year_word(tokens, index + 1)
    sure = after > index + 1 or bool(kind(tokens, index - 1, "aside") or kind(tokens, index - 1, "bound"))
    point = read_figures(figures, month_first=month_first, sure=sure)
    return None if point is None else (point, after)


def _day_month(tokens: Tokens, index: int) -> Read:
    """8 May 1937, 8th of May, 19 червня, двадцать пятого мая того же года, 27 XI 1937."""
    read = _day(tokens, index)
    if read is None:
        return None
    day, index = read
    index = skip_glue(tokens, index)
    if sign(tokens, index, ".") and kind(tokens, index + 1, "month_beside_number"):  # "5. Mai 1937"
        index += 1
    direction = kind(tokens, index, "same_or_next")
    if direction and month_of(tokens, index + 1):  # «28 минувшего января», «3-го сего июля»
        return Point(month=month_of(tokens, index + 1), day=day, nearest=int(direction) or 2), index + 2
    month = month_of(tokens, index)
    if not month and kind(tokens, index + 1, "year"):
        month = int(kind(tokens, index, "roman") or 13)
    if not month or month > 12 or day > month_length(2000, month):
        return None
    return with_year(tokens, index + 1, Point(month=month, day=day))


def _day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A number that can be that of a day, and the token after it."""
    figure = kind(tokens, index, "day")
    read = (int(figure), index + 1) if figure else ordinal_at(tokens, index)
    return read if read and 1 <= read[0] <= MOST_DAYS else None


def _day_alone(tokens: Tokens, index: int) -> Read:
    """The 22nd (of the month), 22-го (числа), which the context has to bear out."""
    read = ordinal_at(tokens, index)
    if read is None and kind(tokens, index + 1, "day_word"):  # «5 числа того ж місяця»
        read = _day(tokens, index)
    if read is None or not 1 <= read[0] <= MOST_DAYS:
        return None
    word = kind(tokens, read[1], "day_word")
    if not word and "number" not in tokens[index].kinds:
        return None
    return Point(day=read[0], nearest=int(word or 0)), read[1] + bool(word)


def _year_first(tokens: Tokens, index: int) -> Read:
    """1917, 4 March; 1937. 12 июня; 1672 року, марта 9: how chronicles, registers and citations write a day."""
    year = kind(tokens, index, "year")
    if not year or not _BEFORE_YEAR.isdisjoint(tokens[index - 1].kinds):
        return None
    after = year_word(tokens, index + 1)
    if sign(tokens, after, "."):
        if not sign(tokens, index - 1, ".", ",") and "dash" not in tokens[index - 1].kinds:
            return None
        after += 1 + ("dash" in tokens[after + 1].kinds)
    elif sign(tokens, after, ","):
        after += 1
    read = _day_month(tokens, after) or _month_day(tokens, after)
    if read is None or read[0].year != NO_YEAR or read[0].unit or read[0].nearest:
        return None
    return replace(read[0], year=year), read[1]


def _month_day(tokens: Tokens, index: int) -> Read:
    """Марта 9 (дня), March 4."""
    month, day = month_of(tokens, index), _day(tokens, index + 1)
    if not month or day is None or kind(tokens, day[1], "year"):
        return None
    return Point(month=month, day=day[0]), day[1] + bool(kind(tokens, day[1], "day_name"))


def _month(tokens: Tokens, index: int, *, month_first: bool) -> Read:
    """July 1937, November 27, 1937, травні того ж року; a bare month is read too, the context decides."""
    month = month_of(tokens, index)
    if not month:
        return None
    day = int(kind(tokens, index + 1, "day") or 0)
    if month_first and day and day <= month_length(2000, month) and not month_of(tokens, index + 2):
        return with_year(tokens, index + 2, Point(month=month, day=day))
    if month_first and kind(tokens, index + 1, "article") and kind(tokens, index + 2, "ordinal"):  # March the 3rd
        read = _day(tokens, index + 2)
        return with_year(tokens, read[1], Point(month=month, day=read[0])) if read else None
    point, end = with_year(tokens, index + 1, Point(month=month))
    beside_number = "month" not in tokens[index].kinds
    opens = "dash" in tokens[end].kinds and bool(kind(tokens, end + 1, "month_beside_number"))
    return None if beside_number and point.year == NO_YEAR and not opens else (point, end)


def _season(tokens: Tokens, index: int) -> Read:
    """Spring of 1937, восени 1932-го; the winter of 1932–33 is that of 1932."""
    season = kind(tokens, index, "season")
    if not season:
        return None
    point, end = with_year(tokens, index + 1, Point(season=int(season)))
    linked = "dash" in tokens[end].kinds or sign(tokens, end, "/") or kind(tokens, end, "link") == "to"
    if season == "24" and point.year.isdigit() and linked:
        following = kind(tokens, end + 1, "year") or kind(tokens, end + 1, "short")
        if following and int(following[-2:]) == (int(point.year) + 1) % 100:
            return point, year_word(tokens, end + 2)
    return point, end
