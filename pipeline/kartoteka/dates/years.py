"""Read a year, and the year that follows a day, a month or a season."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import Tokens, kind, sign, skip_glue, year_word
from kartoteka.dates.days import MOST_DAYS
from kartoteka.dates.numerals import year_in_words
from kartoteka.dates.values import Point

#: Below these nobody leaves the century out: «в 14-м», but not «в 5-м».
_SHORTENED = 14
#: What speaks of time before such a number.
_VOUCHING = frozenset({"preposition", "bound", "starter", "glue", "circa", "year_before", "mask", "month"})
#: The tokens that can open a year.
_OPENERS = frozenset({"year", "number", "hundreds_word", "hundreds_count", "count", "ordinal"})


def with_year(tokens: Tokens, index: int, point: Point) -> tuple[Point, int]:
    """A day, month or season with the year that follows it: a figure, "[1933]", «37 г.», "of that year"."""
    comma = sign(tokens, index, ",")
    after = index + 1 if comma else skip_glue(tokens, index)
    closing = year_word(tokens, after + 2)
    if sign(tokens, after, "[") and kind(tokens, after + 1, "year") and sign(tokens, closing, "]"):
        return replace(point, year=kind(tokens, after + 1, "year")), closing + 1
    if not _OPENERS.isdisjoint(tokens[after].kinds):
        read = read_year(tokens, after) or _short_year(tokens, after) or _after_month(tokens, after)
        if read is not None and (not comma or "year" in tokens[after].kinds):
            year = read[0]
            return replace(point, year=year.year, doubt=year.doubt, century=year.century), read[1]
    if comma:
        return point, index
    step = kind(tokens, after, "relative_year") or kind(tokens, after, "this_year")
    if step:
        return replace(point, unit="year", step=int(step)), after + 1
    return point, index


def read_year(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """1932, 1932 року, 988 р. (with a year word only), 490 до н. е., AD 988, 37-му році, nineteen thirty-seven."""
    if "era_before" not in tokens[index].kinds and _OPENERS.isdisjoint(tokens[index].kinds):
        return None
    if kind(tokens, index, "era_before") and int(kind(tokens, index + 1, "number") or 0) > 0:
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
    if kind(tokens, index, "early") and (after > index + 1 or _is_early(tokens, index)):
        return Point(year=digits.zfill(4)), after
    if len(digits) == 2 and kind(tokens, index, "ordinal"):
        return _short_year(tokens, index) or _bare_short_year(tokens, index)
    return None if digits else year_in_words(tokens, index)


def _bare_short_year(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """«в 56-м», «до 41-го», where the case or the number is that of no day; the context has to bear it out."""
    number = int(kind(tokens, index, "number"))
    bounded = kind(tokens, index - 1, "bound") in ("since", "until")
    locative = kind(tokens, index, "locative")
    if not locative and not kind(tokens, index, "genitive"):
        return None
    if number <= MOST_DAYS and (bounded or not locative):
        return None
    return (Point(year=f"19{number}", century=False), index + 1) if number >= _SHORTENED else None


def _after_month(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """«в марте 43-го», «восени 17-го»."""
    digits = kind(tokens, index, "genitive") or kind(tokens, index, "locative")
    if len(digits) != 2 or int(digits) < _SHORTENED:
        return None
    return Point(year=f"19{digits}", century=False), index + 1


def _is_early(tokens: Tokens, index: int) -> bool:
    """Whether three figures may be a year: in (882–1240), "r. 980–1015", "in 988", "c. 945", "988 or 989"."""
    before = tokens[index - 1].kinds
    if "dash" in before or "link" in before:
        return not tokens[index - 2].kinds.keys().isdisjoint(("early", "year"))
    if sign(tokens, index - 1, "("):
        return "dash" in tokens[index + 1].kinds and not tokens[index + 2].kinds.keys().isdisjoint(
            ("early", "year")
        )
    return not _VOUCHING.isdisjoint(before) and before.get("preposition") != "of"


def _short_year(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The last two figures of a year of the twentieth century before a year word: «37-му році», «37 г.»."""
    digits = kind(tokens, index, "short")
    one = kind(tokens, index + 1, "year_word") == "one"
    if len(digits) != 2 or not one or int(digits) < 10:
        return None
    return Point(year=f"19{digits}", century=False), index + 2
