"""Read what shares its last word: "15 and 24 November", "17th–18th centuries", «20–30-х років»."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, month_of, sign, skip_glue, year_word
from kartoteka.dates.days import month_length
from kartoteka.dates.eras import century_of
from kartoteka.dates.points import with_year
from kartoteka.dates.values import Expression, Point

#: No month has more days to list.
_MOST_DAYS = 31
#: How far a bracket in the middle of a list ("4 and [the night of] 5") may reach, in tokens.
_INSERTION = 6


def read_days(tokens: Tokens, start: int, starter: str) -> tuple[Expression, int] | None:
    """Days that share a month: 7–12 February 1934, 15 and 24 November, 6 or 9 July, з 7 до 12 лютого."""
    days, links, index = _days(tokens, start)
    if len(days) < 2 or links[-1] == ",":
        return None
    index = skip_glue(tokens, index)
    month = month_of(tokens, index)
    if not month or days != sorted(set(days)) or days[-1] > month_length(2000, month):
        return None
    last, end = with_year(tokens, index + 1, Point(month=month, day=days[-1]))
    points = tuple(replace(last, day=day) for day in days)
    if len(days) == 2 and (links[0] in ("to", "into") or (starter == "between" and links[0] == "and")):
        return Expression("range", points), end
    return Expression("choice" if "or" in links else "set", points), end


def _days(tokens: Tokens, start: int) -> tuple[list[int], list[str], int]:
    """The days, what links them ("to", "and", "or", ",", "into" for the next morning), and the token after."""
    days: list[int] = []
    links: list[str] = []
    index = start
    while len(days) < _MOST_DAYS:
        day = kind(tokens, index, "day")
        if not day:
            return days, links, index
        days.append(int(day))
        link = _list_link(tokens, index + 1)
        after = _skip_insertion(tokens, index + 2)
        if not link or not kind(tokens, after, "day"):
            return days, links, index + 1
        links.append("into" if after > index + 2 and link == "and" else link)
        index = after
    return days, links, index


def _list_link(tokens: Tokens, index: int) -> str:
    if "dash" in tokens[index].kinds:
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


def read_hundreds(tokens: Tokens, start: int, starter: str) -> tuple[Expression, int] | None:
    """Centuries or decades that share a word: XVII–XVIII ст., 17th and 18th centuries, 1920–30-х років."""
    link = _list_link(tokens, start + 1)
    if link not in ("to", "and", "or"):
        return None
    found = _centuries(tokens, start) or _decades(tokens, start)
    if found is None or found[0].year >= found[1].year:
        return None
    left, right, end = found
    form = "range" if link == "to" or starter == "between" else "set" if link == "and" else "choice"
    return Expression(form, (left, right)), end


def _centuries(tokens: Tokens, start: int) -> tuple[Point, Point, int] | None:
    left = kind(tokens, start, "roman") or kind(tokens, start, "ordinal") or kind(tokens, start, "day")
    right = century_of(tokens, start + 2)
    if not left or right is None:
        return None
    return Point(year=f"{int(left) - 1:02d}XX"), Point(year=f"{right[0] - 1:02d}XX"), right[1]


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
