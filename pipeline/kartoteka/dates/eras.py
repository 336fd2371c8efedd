"""Read a decade or a century: the 1930s, 30-х років, the nineteenth century, XIX ст."""

from __future__ import annotations

from kartoteka.dates.cursor import Tokens, kind, skip_glue, year_word
from kartoteka.dates.values import Point


def read_decade(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The 1930s, 30-х років, the thirties; the twentieth century is meant unless another is named."""
    tens = kind(tokens, index, "decade")
    after = year_word(tokens, index + 1)
    if not tens:
        tens = kind(tokens, index, "tens")
        if not tens:
            return None
    elif len(tens) == 1:
        nearby = century_of(tokens, after)
        if nearby:
            return Point(year=f"{nearby[0] - 1:02d}{tens}X"), nearby[1]
    if len(tens) > 1:
        return Point(year=f"{tens}X"), after
    return Point(year=f"19{tens}X", century=False), after


def century_of(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number of a century («XIX ст.», "nineteenth century") and the token after it."""
    if not kind(tokens, index + 1, "century_word"):
        return None
    number = int(kind(tokens, index, "roman") or kind(tokens, index, "ordinal") or 0)
    word = tokens[index + 1]
    if not number and word.end - word.start > 2:  # «20 ст.», not «5 ст.»: an article of a law
        number = int(kind(tokens, index, "day") or 0)
        number = number if number >= 10 or word.end - word.start > 4 else 0
    return (number, index + 2) if 1 <= number <= 21 else None


def read_century(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The nineteenth century, XIX ст., the 1800s, the second century BC."""
    if kind(tokens, index, "hundreds"):
        return Point(year=f"{kind(tokens, index, 'hundreds')}XX"), index + 1
    found = century_of(tokens, index) or _lent_century(tokens, index)
    if found is None:
        return None
    number, after = found
    if kind(tokens, after, "era") == "bc":
        return Point(year=f"-{number - 1:02d}XX"), after + 1
    return Point(year=f"{number - 1:02d}XX"), after + bool(kind(tokens, after, "era"))


def _lent_century(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A century whose word follows the next one: «кінця XIX – початку XX ст.», "late 19th – early 20th"."""
    number = kind(tokens, index, "roman") or kind(tokens, index, "ordinal")
    if not number or not ("dash" in tokens[index + 1].kinds or kind(tokens, index + 1, "link")):
        return None
    after = skip_glue(tokens, index + 2)
    if not kind(tokens, after, "part"):
        return None
    following = century_of(tokens, skip_glue(tokens, after + 1))
    return (int(number), index + 1) if following and int(number) < following[0] else None
