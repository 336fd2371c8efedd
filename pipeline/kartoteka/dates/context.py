"""Whether a bare year, month or season is one of the calendar, and what the word before a date makes of it."""

from __future__ import annotations

import re

from kartoteka.dates.cursor import Tokens, kind, sign
from kartoteka.dates.lexicon import Lexicon
from kartoteka.dates.values import NO_YEAR, Expression, Point

#: Bare numbers that are taken for years without any word that says so.
_LIKELY = range(1400, 2031)
_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_]{1,24})\b(\.?)")
_APOSTROPHES = str.maketrans("’‘", "''")
_NEXT_LOWER = re.compile(r"\s{1,2}[a-zа-яіїєґё]")
_PUNCTUATION = re.compile(r"\s?[,.;:)\]—–\n*]|\s*$")


def starter(tokens: Tokens, start: int) -> str:
    """Say "from" or "between" where one of them stands before an expression."""
    return kind(tokens, _before(tokens, start), "starter")


def bound(tokens: Tokens, start: int, expression: Expression) -> str:
    """What the word before makes of a point: since, until or "". A letter «від 5 травня» is of that day."""
    index = _before(tokens, start)
    if "dash" in tokens[index].kinds:
        index -= 1
    found = kind(tokens, index, "bound")
    if found not in ("since", "until") or expression.form != "point":
        return ""
    point = expression.points[0]
    if kind(tokens, index, "aside") and point.day:
        return ""
    if index < start - 1 and point.year.isdigit() and not point.place and not point.part:
        return ""  # "from the 1927 census"
    return found


def _before(tokens: Tokens, start: int) -> int:
    """The token before an expression, the article between them left out."""
    index = start - 1
    return index - 1 if kind(tokens, index, "article") else index


def opening(tokens: Tokens, start: int, expression: Expression) -> int:
    """Where the mention begins: with the article in "on the same day", without it in "the previous April"."""
    steps = bool(expression.points[0].unit) and not expression.points[0].place
    if steps and kind(tokens, start - 1, "article") and kind(tokens, start - 2, "preposition"):
        return tokens[start - 1].start
    return tokens[start].start


def aside(tokens: Tokens, start: int, end: int, expression: Expression) -> bool:
    """Whether a date is that of a paper ("dated"), of a plan ("for the spring") or a bare year in brackets."""
    named = kind(tokens, _before(tokens, start), "aside")
    if named == "plan" or (named == "paper" and expression.points[0].day):
        return True
    bare = not any(point.place for point in expression.points)
    return bare and sign(tokens, start - 1, "(", "[") and sign(tokens, end, ")", "]")


def stands(text: str, tokens: Tokens, span: tuple[int, int], expression: Expression, lexicon: Lexicon) -> bool:
    """Whether the words around an expression bear it out; `span` counts tokens."""
    point = expression.points[-1] if expression.form != "point" else expression.points[0]
    if not all(p.known for p in expression.points) or point.doubt == "?":
        return True
    last = tokens[span[1] - 1].kinds
    worded = "year_word" in last or "era" in last or "era_before" in tokens[span[0]].kinds
    if any(p.part or p.unit or p.nearest for p in expression.points) or worded:
        return _apart(text, tokens, span, lexicon)
    if point.day:
        return point.year != NO_YEAR or _day_stands(text, tokens, span, lexicon)
    if point.month or point.season:
        return point.year != NO_YEAR or _unyeared(text, tokens, span, point, lexicon)
    if "X" in point.year:
        return point.century or _decade_stands(text, tokens, span, lexicon)
    return _year_stands(text, tokens, span, expression, lexicon)


def _apart(text: str, tokens: Tokens, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the expression is no part of a longer word or number."""
    start = tokens[span[0]].start
    glued = start > 1 and text[start - 1] in "-–" and text[start - 2].isalnum()
    return not glued or _opening(text, start).endswith(lexicon.prefixes)


def _year_stands(
    text: str, tokens: Tokens, span: tuple[int, int], expression: Expression, lexicon: Lexicon
) -> bool:
    """A bare year: not what is counted ("1932 people"), not too early unless a preposition vouches for it."""
    if not _apart(text, tokens, span, lexicon):
        return False
    vouched = _vouched(tokens, span)
    if _counted(_after(text, tokens, span), lexicon) and not (vouched and lexicon.lang == "en"):
        return False
    if "circa" in tokens[span[0]].kinds:
        return True
    if sign(tokens, span[0] - 1, ":") and sign(tokens, span[0] - 2, ")"):
        return False  # pages of an article: "(1993): 1050–1063"
    years = [int(p.year) for p in expression.points]
    if not lexicon.month_first and _NEXT_LOWER.match(_after(text, tokens, span)):
        return vouched and any(year % 100 for year in years)
    return vouched or all(year in _LIKELY for year in years)


def _alone(text: str, tokens: Tokens, span: tuple[int, int]) -> bool:
    """Whether the expression is all that the text says."""
    first, last = tokens[span[0]].start, tokens[span[1] - 1].end
    return first < 3 and len(text) - last < 3 and not text[:first].strip() and not text[last:].strip(" .")


def _vouched(tokens: Tokens, span: tuple[int, int]) -> bool:
    before = _before(tokens, span[0])
    return bool(tokens[before].kinds.keys() & {"preposition", "year_before", "bound", "starter"}) or sign(
        tokens, before, "(", "["
    )


def _counted(after: str, lexicon: Lexicon) -> bool:
    """Whether the next word is something of which there are so many."""
    match = _NEXT_WORD.match(after)
    if match is None or not match.group(1).islower():
        return False
    word = match.group(1)
    if word in lexicon.counted or word + match.group(2) in lexicon.counted:
        return True
    return (
        len(word) > 3 and word.endswith(lexicon.counted_endings) and not word.endswith(tuple(lexicon.not_counted))
    )


def _day_stands(text: str, tokens: Tokens, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """A day without a year: "May 15" asks for a preposition before it or a stop after it."""
    if not lexicon.month_first:  # «вул. 1 Травня»
        return not any("month" in t.kinds and text[t.start].isupper() for t in tokens[span[0] + 1 : span[1]])
    if "month" not in tokens[span[0]].kinds:
        return True
    if "glue" in tokens[span[0] - 1].kinds:  # "in May 15 people died"
        return bool(_PUNCTUATION.match(_after(text, tokens, span)))
    return _vouched(tokens, span) or bool(_PUNCTUATION.match(_after(text, tokens, span)))


def _unyeared(text: str, tokens: Tokens, span: tuple[int, int], point: Point, lexicon: Lexicon) -> bool:
    """A month or season alone: it needs a preposition; "the August Uprising" and "the fall of Kyiv" are none."""
    first, before = tokens[span[0]], tokens[span[0] - 1]
    if "season_alone" in first.kinds or _alone(text, tokens, span):
        return True
    if point.month:
        lower = text[first.start].islower()
        return lower != lexicon.month_first and "preposition" in before.kinds
    if not lexicon.month_first:
        return before.kinds.get("bound") in ("since", "until")
    following = _NEXT_WORD.match(_after(text, tokens, span))
    return _opening(text, first.start).endswith(lexicon.season_after) and not (
        following and following.group(1) in lexicon.season_before_not
    )


def _decade_stands(text: str, tokens: Tokens, span: tuple[int, int], lexicon: Lexicon) -> bool:
    """Two figures or a word for a decade: «30-х років», "the thirties", not "in his thirties"."""
    return _opening(text, tokens[span[0]].start).endswith(lexicon.decade_after)


def _after(text: str, tokens: Tokens, span: tuple[int, int]) -> str:
    """The next few characters of the text."""
    end = tokens[span[1] - 1].end
    return text[end : end + 32]


def _opening(text: str, start: int) -> str:
    """The few characters before, in lower case, with straight apostrophes."""
    return text[max(0, start - 12) : start].lower().translate(_APOSTROPHES)
