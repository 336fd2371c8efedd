"""Read what shares its last word: "15 and 24 November", "17th–18th centuries", «20–30-х років»."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import MOST_DAYS, month_length, write_year
from kartoteka.dates.eras import MOST_CENTURIES, century_of
from kartoteka.dates.numeric import read_figures
from kartoteka.dates.values import Expression, Point
from kartoteka.dates.years import with_year

#: How far a bracket in the middle of a list ("4 and [the night of] 5") may reach, in tokens.
_INSERTION = 6


def read_days(tokens: Tokens, start: int, starter: str) -> tuple[Expression, int] | None:
    """Days that share a month: 7–12 February 1934, May 1, 3, and 7, 1932, 6 or 9 July, з 7 до 12 лютого."""
    month = month_of(tokens, start)
    if not month and "day" not in tokens[start].kinds:
        return None
    days, links, index = _days(tokens, start + bool(month), starter)
    if days and kind(tokens, index, "full"):
        return _days_in_figures(tokens, days, links, index)
    if len(days) < 2 or links[-1] == ",":
        return None
    if not month:
        index = skip_glue(tokens, index)
        month, index = month_of(tokens, index), index + 1
    if not month or days != sorted(set(days)) or days[-1] > month_length(2000, month):
        return None
    if "to" in links and len(days) > 2:
        days, links = _spelt_out(days, links), ["and"]
    last, end = with_year(tokens, index, Point(month=month, day=days[-1]))
    points = tuple(replace(last, day=day) for day in days)
    if len(days) == 2 and (links[0] in ("to", "into") or (starter == "between" and links[0] == "and")):
        return Expression("range", points), end
    return Expression("choice" if "or" in links else "set", points), end


def _spelt_out(days: list[int], links: list[str]) -> list[int]:
    """All the days of "1 and 3–5 May"."""
    runs = [
        range(day, following) for day, link, following in zip(days, links, days[1:], strict=False) if link == "to"
    ]
    return sorted({*days, *(day for run in runs for day in run)})


def _on(tokens: Tokens, index: int) -> bool:
    """The «на» of «в ночь с 8 на 9 июня»."""
    return kind(tokens, index, "glue") == "on"


def _days_in_figures(
    tokens: Tokens, days: list[int], links: list[str], index: int
) -> tuple[Expression, int] | None:
    """15–16.02.1919, 14/27.XI.1917 being left to the two styles."""
    last = read_figures(kind(tokens, index, "full"), month_first=False, sure=True)
    if last is None or not last.day or links[-1:] != ["to"] or sign(tokens, index - 1, "/") or len(days) > 1:
        return None
    if days[0] >= last.day:
        return None
    return Expression("range", (replace(last, day=days[0]), last)), year_word(tokens, index + 1)


def _days(tokens: Tokens, start: int, starter: str) -> tuple[list[int], list[str], int]:
    """The days, what links them ("to", "and", "or", ",", "into" for the next morning), and the token after."""
    days: list[int] = []
    links: list[str] = []
    index = start
    while len(days) < MOST_DAYS:
        day = kind(tokens, index, "day")
        if not day:
            return days, links, index
        days.append(int(day))
        index += sign(tokens, index + 1, ".") and "dash" in tokens[index + 2].kinds  # 7.–9.XI.1935
        link = _list_link(tokens, index + 1) or ("to" if starter == "from" and _on(tokens, index + 1) else "")
        index += link == "," and bool(kind(tokens, index + 2, "link"))  # "1, 3, and 7 May"
        link = kind(tokens, index + 1, "link").replace("until", "to") or link
        after = _skip_insertion(tokens, index + 2)
        if link == "to" and kind(tokens, after, "full"):
            return days, [*links, link], after
        if not link or not kind(tokens, after, "day"):
            return days, links, index + 1
        links.append("into" if after > index + 2 and link == "and" else link)
        index = after
    return days, links, index


def _list_link(tokens: Tokens, index: int) -> str:
    """What links two members of a list: "to" (a dash, a slash, "until"), "and", "or", ",", "" for nothing."""
    if "dash" in tokens[index].kinds or sign(tokens, index, "/"):
        return "to"
    return "," if sign(tokens, index, ",") else kind(tokens, index, "link").replace("until", "to")


def _skip_insertion(tokens: Tokens, index: int) -> int:
    """The token after an editor's "[morning of]"."""
    if not sign(tokens, index, "["):
        return index
    for end in range(index + 1, min(index + _INSERTION, len(tokens))):
        if sign(tokens, end, "]"):
            return end + 1
    return index


def read_era_range(tokens: Tokens, start: int, starter: str) -> tuple[Expression, int] | None:
    """Years that share an era: 3600–3100 BCE, between 4400 and 2000 BC, 400–800 AD."""
    if tokens[start].kinds.keys().isdisjoint(("number", "circa")):
        return None
    start += bool(kind(tokens, start, "circa"))
    left, link = kind(tokens, start, "number"), _list_link(tokens, start + 1)
    place = start + 2 + bool(kind(tokens, start + 2, "circa"))
    right, after = kind(tokens, place, "number"), year_word(tokens, place + 1)
    era = kind(tokens, after, "era")
    if not left or not right or not era or not (link == "to" or (starter == "between" and link == "and")):
        return None
    years = [1 - int(number) if era == "bc" else int(number) for number in (left, right)]
    if years[0] >= years[1]:
        return None
    points = tuple(Point(year=write_year(year)) for year in years)
    return Expression("range", points), after + 1


def read_hundreds(tokens: Tokens, start: int, starter: str) -> tuple[Expression, int] | None:
    """Centuries or decades that share a word: XVII–XVIII ст., 17th and 18th centuries, 1920–30-х років."""
    link = _list_link(tokens, start + 1)
    if link not in ("to", "and", "or"):
        return None
    found = _centuries(tokens, start) or _decades(tokens, start)
    if found is None or int(found[0].year.rstrip("X")) >= int(found[1].year.rstrip("X")):
        return None
    left, right, end = found
    form = "range" if link == "to" or starter == "between" else "set" if link == "and" else "choice"
    return Expression(form, (left, right)), end


def _centuries(tokens: Tokens, start: int) -> tuple[Point, Point, int] | None:
    left = kind(tokens, start, "roman") or kind(tokens, start, "ordinal") or kind(tokens, start, "day")
    right = century_of(tokens, skip_glue(tokens, start + 2))
    if not left or right is None or not 1 <= int(left) <= MOST_CENTURIES:
        return None
    era = kind(tokens, right[1], "era")
    sign_of = "-" if era == "bc" else ""
    years = [f"{sign_of}{int(number) - 1:02d}XX" for number in (left, right[0])]
    return Point(year=years[0]), Point(year=years[1]), right[1] + bool(era)


def _decades(tokens: Tokens, start: int) -> tuple[Point, Point, int] | None:
    """Two decades of which the first is written as a bare number: 1920–1930-х, 20–30-х."""
    left, right = kind(tokens, start, "number"), kind(tokens, start + 2, "decade")
    if not right or "decade" in tokens[start].kinds or len(left) not in (2, 4) or not left.endswith("0"):
        return None
    end = year_word(tokens, start + 3)
    hundreds, sure = "19", False
    if len(left) == 4:
        hundreds, sure = left[:2], True
    nearby = century_of(tokens, end) if len(right) == 1 else None
    if nearby:
        hundreds, sure, end = f"{nearby[0] - 1:02d}", True, nearby[1]
    later = right if len(right) > 1 else hundreds + right
    return Point(year=f"{hundreds}{left[-2]}X", century=sure), Point(year=f"{later}X", century=sure), end
