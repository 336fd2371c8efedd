"""What the words beside a date make of it: a bound, the date of a paper or a plan."""

from __future__ import annotations

from kartoteka.dates.cursor import Tokens, kind, sign
from kartoteka.dates.values import Expression

#: What "later than" and "earlier than" make of a date.
_COMPARED = {"later": "since", "earlier": "until"}
#: A range in brackets of so many years is a life.
_LIFE = 15


def starter(tokens: Tokens, start: int) -> str:
    """Say "from" or "between" where one of them stands before an expression."""
    return kind(tokens, word_before(tokens, start), "starter")


def bound(tokens: Tokens, start: int, end: int, expression: Expression) -> str:
    """What the word before or behind makes of a point: since, until or "". A letter «від 5 травня» is of that day."""
    if expression.form == "point" and kind(tokens, end, "onward"):
        return "since"
    index = word_before(tokens, start)
    if "dash" in tokens[index].kinds:
        index -= 1
    found = kind(tokens, index, "bound")
    if not expression.points[0].unit:  # «пізніше 1930 р.», but not «пізніше того ж року»
        found = _COMPARED.get(found, found)
    if found not in ("since", "until") or expression.form != "point":
        return ""
    point = expression.points[0]
    if kind(tokens, index, "aside") and point.day:
        return ""
    if index < start - 1 and point.year.isdigit() and not point.place and not point.part:
        return ""  # "from the 1927 census"
    return found


def word_before(tokens: Tokens, start: int) -> int:
    """The token before an expression, the article between them left out."""
    index = start - 1
    return index - 1 if kind(tokens, index, "article") else index


def opening(tokens: Tokens, start: int, expression: Expression) -> int:
    """Where the mention begins: with the article in "on the same day", without it in "the previous April"."""
    steps = bool(expression.points[0].unit) and not expression.points[0].place
    if steps and kind(tokens, start - 1, "article") and kind(tokens, start - 2, "preposition"):
        return tokens[start - 1].start
    if kind(tokens, start - 1, "year_before") and kind(tokens, start - 1, "year_word"):  # «року 1921-го»
        return tokens[start - 1].start
    return tokens[start].start


def aside(tokens: Tokens, start: int, end: int, expression: Expression) -> bool:
    """Whether a date is that of a paper ("dated"), of a plan ("for the spring"), of memories, in brackets, or back."""
    first = expression.points[0]
    if first.nearest == -1 or (first.unit and first.step < 0):
        return True  # "the previous autumn"
    named = kind(tokens, word_before(tokens, start), "aside")
    if named == "plan" or (named == "paper" and expression.points[0].day):
        return True
    bracketed = sign(tokens, start - 1, "(", "[") and sign(tokens, end, ")", "]")
    if bracketed and expression.form == "range" and _is_life(expression):
        return True
    bare = not any(point.place for point in expression.points)
    if bare and first.year.isdigit() and not first.unit and kind(tokens, start - 1, "article"):
        return True  # "the 1939 pact"
    if bare and named == "memory":
        return True
    return bare and bracketed


def _is_life(expression: Expression) -> bool:
    """Whether a range is so long that it is rather somebody's life than a time of the story."""
    first, last = expression.points[0].year, expression.points[-1].year
    return first.isdigit() and last.isdigit() and int(last) - int(first) >= _LIFE
