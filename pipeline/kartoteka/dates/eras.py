"""Read a decade or a century: the 1930s, 30-х років, the nineteenth century, XIX ст."""

from __future__ import annotations

from kartoteka.dates.cursor import MARGIN, Tokens, kind, skip_glue, year_word
from kartoteka.dates.numerals import HUNDREDS, ordinal_at
from kartoteka.dates.values import Point

#: No century is later.
MOST_CENTURIES = 21
#: The parts of a month that are called a decade.
_TENTHS = ("1-10", "11-20", "21-31")
#: A thousand years has a number of one figure.
_MILLENNIA = 10


def read_decade(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The 1930s, 30-х років, the thirties; the twentieth century is meant unless another is named."""
    tens = kind(tokens, index, "decade")
    after = year_word(tokens, index + 1)
    hundreds = kind(tokens, index, "count")
    if hundreds and int(hundreds) in HUNDREDS:  # "the eighteen-nineties"
        place = index + 1 + ("dash" in tokens[index + 1].kinds)
        tens = kind(tokens, place, "tens")
        return (Point(year=f"{hundreds}{tens}X"), place + 1) if tens else None
    if not tens:
        tens = kind(tokens, index, "tens")
        if not tens:
            return None
    after += bool(kind(tokens, after, "last_century"))
    if len(tens) == 1:
        nearby = century_of(tokens, skip_glue(tokens, after))
        if nearby:
            return Point(year=f"{nearby[0] - 1:02d}{tens}X"), nearby[1]
    if len(tens) > 1:
        era = kind(tokens, after, "era")
        return Point(year=f"{'-' if era == 'bc' else ''}{tens.zfill(3)}X"), after + bool(era)
    earlier = kind(tokens, index - 2, "decade")
    if len(earlier) == 3 and kind(tokens, index - 1, "link"):  # "the 1860s and '70s"
        return Point(year=f"{earlier[:2]}{tens}X"), after
    return Point(year=f"19{tens}X", century=False), after


def century_of(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The number of a century («XIX ст.», "nineteenth century") and the token after it."""
    roman = kind(tokens, index, "roman")
    read = (int(roman), index + 1) if roman else ordinal_at(tokens, index) or (0, index + 1)
    number, place = read
    word = tokens[place]
    if "century_word" not in word.kinds:
        return None
    length = word.end - word.start
    if length == 1 and not (_in_figures(tokens, index) and _stopped(tokens, place + 1)):
        return None  # «первым в России», «Елизаветы II в Лондоне»
    if not number and length > 2:  # «20 ст.», not «5 ст.»: an article of a law
        number = int(kind(tokens, index, "day") or 0)
        number = number if number >= 10 or length > 4 else 0
    return (number, place + 1) if 1 <= number <= MOST_CENTURIES else None


def _stopped(tokens: Tokens, index: int) -> bool:
    """Whether the text ends here, or a stop, a dash or an era follows."""
    if index >= len(tokens) - MARGIN:
        return True
    return not tokens[index].kinds.keys().isdisjoint(("sign", "dash", "era"))


def _in_figures(tokens: Tokens, index: int) -> bool:
    """Whether a number is written as one: XIX, 19-й."""
    return not tokens[index].kinds.keys().isdisjoint(("roman", "number"))


def read_century(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The nineteenth century, XIX ст., the 1800s, the second century BC."""
    if kind(tokens, index, "hundreds"):
        return Point(year=f"{kind(tokens, index, 'hundreds')}XX"), index + 1
    special = _millennium(tokens, index) or _tenth_of_century(tokens, index)
    if special:
        return special
    found = century_of(tokens, index) or _lent_century(tokens, index)
    if found is None:
        return None
    number, after = found
    if kind(tokens, after, "era") == "bc":
        return Point(year=f"-{number - 1:02d}XX"), after + 1
    return Point(year=f"{number - 1:02d}XX"), after + bool(kind(tokens, after, "era"))


def _millennium(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The second millennium BC, перше тисячоліття, in EDTF a year of which only the thousands are told: -1XXX."""
    number = int(kind(tokens, index, "roman") or kind(tokens, index, "ordinal") or 0)
    if not 0 < number < _MILLENNIA or not kind(tokens, index + 1, "millennium_word"):
        return None
    era = kind(tokens, index + 2, "era")
    return Point(year=f"{'-' if era == 'bc' else ''}{number - 1}XXX"), index + 2 + bool(era)


def _tenth_of_century(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The second decade of the nineteenth century, у першому десятилітті ХХ століття, the last decade of the 18th."""
    edge = kind(tokens, index, "edge")
    read = ({"first": 1, "last": 10}[edge], index + 1) if edge else ordinal_at(tokens, index)
    decade = kind(tokens, index, "part")  # "first decade" is also one of a month
    if decade in _TENTHS:
        number, after = _TENTHS.index(decade) + 1, index + 1
    elif read and 1 <= read[0] <= 10 and kind(tokens, read[1], "decade_word"):
        number, after = read[0], read[1] + 1
    else:
        return None
    century = century_of(tokens, skip_glue(tokens, after))
    return (Point(year=f"{century[0] - 1:02d}{number - 1}X"), century[1]) if century else None


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
