"""Numbers in words: the twenty-fifth, двадцать пятое, nineteen thirty-seven, тысяча девятьсот тридцать седьмой."""

from __future__ import annotations

from kartoteka.dates.cursor import Tokens, kind, year_word
from kartoteka.dates.values import Point

#: The hundreds that "nineteen" and its like open: "nineteen seventeen", "seventeen forty".
HUNDREDS = range(17, 20)
#: Below these nobody leaves the century out: «в пятом году», but «в четырнадцатом».
_SHORTENED = range(14, 100)
_CENTURY = 100


def ordinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The ordinal at a token, in figures or words ("5th", "fifth", «двадцять п'ятого»), and the token after it."""
    tens = int(kind(tokens, index, "count") or 0)
    if tens >= 20 and tens % 10 == 0:
        after = index + 1 + ("dash" in tokens[index + 1].kinds)
        unit = int(kind(tokens, after, "ordinal") or 10)
        return (tens + unit, after + 1) if unit < 10 and "number" not in tokens[after].kinds else None
    number = kind(tokens, index, "ordinal")
    return (int(number), index + 1) if number else None


def cardinal_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number in words at a token ("twenty-five", «двадцяти п'яти»), and the token after it."""
    number = int(kind(tokens, index, "count") or 0)
    if not number:
        return None
    if number < 10 and kind(tokens, index + 1, "count") == "100":
        return number * 100, index + 2
    if number >= 20:
        after = index + 1 + ("dash" in tokens[index + 1].kinds)
        unit = int(kind(tokens, after, "count") or 10)
        if unit < 10 and tokens[after].end - tokens[after].start > 1:  # "a" is no unit
            return number + unit, after + 1
    return number, index + 1


def year_in_words(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """Nineteen thirty-seven, nineteen-five, тысяча девятьсот тридцать седьмого года, в тридцать седьмом (году).

    Where the words leave the century out, the twentieth is taken for granted, and the context has to bear it out.
    """
    hundreds = kind(tokens, index, "hundreds_word")
    if hundreds:
        rest = ordinal_at(tokens, index + 1)
        if rest is None or "number" in tokens[rest[1] - 1].kinds:
            return None
        return _within_century(hundreds, (rest[0], year_word(tokens, rest[1])))
    hundreds = kind(tokens, index, "hundreds_count")
    if hundreds:
        rest = cardinal_at(tokens, index + 1 + (kind(tokens, index + 1, "link") == "and"))
        return _within_century(hundreds, rest or (0, index + 1))
    if int(kind(tokens, index, "count") or 0) in HUNDREDS:
        return _after_nineteen(tokens, index)
    short = ordinal_at(tokens, index)
    if short is None or short[0] not in _SHORTENED:
        return None
    after = year_word(tokens, short[1])
    return Point(year=f"19{short[0]}", century=False), after


def _after_nineteen(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """Nineteen thirty-seven, nineteen-five, nineteen oh-five."""
    hundreds = kind(tokens, index, "count")
    dashed = "dash" in tokens[index + 1].kinds
    start = index + 1 + dashed
    zero = bool(kind(tokens, start, "zero"))
    start += zero and 1 + ("dash" in tokens[start + 1].kinds)
    read = cardinal_at(tokens, start)
    if read is None or (read[0] < 10 and not (dashed or zero)):
        return None
    return _within_century(hundreds, read)


def _within_century(hundreds: str, rest: tuple[int, int]) -> tuple[Point, int] | None:
    """The year of a century, and the token after it; None for a rest that is no year of it."""
    return (Point(year=f"{hundreds}{rest[0]:02d}"), rest[1]) if rest[0] < _CENTURY else None
