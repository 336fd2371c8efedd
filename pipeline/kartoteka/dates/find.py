"""Find the date expressions of a text, each read for itself."""

from __future__ import annotations

import re
from dataclasses import replace

from kartoteka.dates import context
from kartoteka.dates.calendars import known_territory, territory_of
from kartoteka.dates.cursor import Tokens
from kartoteka.dates.edtf import compose
from kartoteka.dates.grammar import read_expression
from kartoteka.dates.lexicon import Lexicon, lexicon
from kartoteka.dates.place import Place
from kartoteka.dates.standing import stands
from kartoteka.dates.tokens import BEGINNERS, lex
from kartoteka.dates.values import Expression, FoundDate, Point

#: How near, in characters, the next date must stand to lend its year, with no stop between them.
_BREATH = 40
#: How far back, in characters, the bracket may stand that a date is in.
_INSERTED = 80
#: What stands between a step and the day itself: "A week later, on 12 October"; the words must be the table's.
_BESIDE = re.compile(r"[,—–(\s]{0,3}((?:[^\W\d_]{1,3}\s){0,2})")
#: The end of a sentence and the beginning of the next.
_SENTENCE = re.compile(r"[.!?…][»”\")\]]{0,2}\s{1,3}[«“\"(\[]?[A-ZА-ЯЁІЇЄҐ0-9]|\n\s*\n")
_STOP = re.compile(r"[.!?;:()\[\]]|\n\s*\n")


def find_dates(text: str, lang: str, territory: str | None = None) -> list[FoundDate]:
    """The calendar expressions of a text, in order, in code points of the text, never overlapping.

    Dates without a year keep an unspecified one (XXXX-06-19) and are marked unresolved, as are relative ones
    ("the next day", XXXX-XX-XX); the `edtf` of a season without a year is "". A language that has no table is read
    by the English one. `territory` is the land whose change of calendar decides whether the style of a day is known
    (a name of `models/gazetteers/calendars.toml`, "" for none); that of the language if not given. Raises ValueError
    for an unknown territory.
    """
    words = lexicon(lang)
    land = territory_of(lang) if territory is None else known_territory(territory)
    tokens = lex(text, words)
    found: list[FoundDate] = []
    index = 0
    while index < len(tokens):
        kinds = tokens[index].kinds
        date = None
        if kinds and (not BEGINNERS.isdisjoint(kinds) or kinds.get("sign") == "?"):
            date = _read(text, tokens, index, words)
        if date is None:
            index += 1
        else:
            found.append(_place(date[0], land))
            index = date[1]
    return _link(text, _drop_offsets(text, found, words))


def _place(date: FoundDate, territory: str) -> FoundDate:
    """The date as one of a territory, if it is a day whose style that may leave open."""
    if not territory or date.expression.calendar or not date.expression.points[-1].day:
        return date
    expression = replace(date.expression, territory=territory)
    return replace(date, expression=expression, span=compose(expression))


def _read(text: str, tokens: Tokens, index: int, words: Lexicon) -> tuple[FoundDate, int] | None:
    """The expression that begins at a token, if its surroundings bear it out, and the token after it."""
    opened = context.starter(tokens, index)
    read = read_expression(tokens, index, words, opened)
    if read is None or not stands(Place(text, tokens, index, read[1], words), read[0]):
        return None
    expression, end = read
    if bound := context.bound(tokens, index, end, expression):
        expression = replace(expression, bound=bound)
    start, stop = context.opening(tokens, index, expression), tokens[end - 1].end
    date = FoundDate(
        start,
        stop,
        text[start:stop],
        compose(expression),
        name_rule(expression),
        expression,
        aside=context.aside(tokens, index, end, expression) or _is_inserted(text, start),
    )
    return date, end


def _is_inserted(text: str, start: int) -> bool:
    """Whether a date stands among words in brackets: "(born in 1884)", not "(1884)"."""
    opened = text.rfind("(", max(0, start - _INSERTED), start)
    return opened >= 0 and ")" not in text[opened:start] and bool(text[opened + 1 : start].strip(" *†"))


def name_rule(expression: Expression) -> str:
    """The construction in words: day-month-year, range, season, relative …"""
    point = expression.points[0]
    if expression.calendar == "dual":
        return "dates.dual"
    if expression.form != "point":
        return {"range": "dates.range", "set": "dates.list", "choice": "dates.alternatives"}[expression.form]
    if point.unit or point.nearest:
        return "dates.relative"
    if point.day and not point.month:
        return "dates.day"
    if point.season:
        return "dates.season-year" if point.dated else "dates.season"
    if point.month:
        name = "day-month" if point.day else "month"
        return f"dates.{name}-year" if point.dated else f"dates.{name}"
    if "X" in point.year:
        return "dates.century" if point.year.endswith("XX") else "dates.decade"
    return "dates.year-part" if point.part or point.group else "dates.year"


def _drop_offsets(text: str, found: list[FoundDate], words: Lexicon) -> list[FoundDate]:
    """Leave out "two days later" where the day itself follows: "Two days later, on 3 March"."""
    kept = []
    for number, date in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        beside = _BESIDE.fullmatch(text, date.end, following.start) if following and _is_offset(date) else None
        joined = beside is not None and set(beside.group(1).split()) <= set(words.beside.joining)
        if following and joined and following.span.edtf:
            found[number + 1] = _offset_by(following, date.expression.points[0])
        else:
            kept.append(date)
    return kept


def _is_offset(date: FoundDate) -> bool:
    """Whether a date is so many days, weeks, months or years from another."""
    point = date.expression.points[0]
    return point.unit not in ("", "weekday") and not point.place


def _offset_by(date: FoundDate, step: Point) -> FoundDate:
    """A date with the step before it; a month without a year takes its years: "two years later, in January"."""
    first, *rest = date.expression.points
    date = replace(date, offset=step)
    if step.unit != "year" or first.dated or first.unit or first.nearest or not first.place:
        return date
    return replace(
        date, expression=replace(date.expression, points=(replace(first, unit="year", step=step.step), *rest))
    )


def _holds(date: FoundDate, following: FoundDate) -> bool:
    """Whether a month holds the day that follows: «в конце февраля арестовали и 26 февраля 1939 года …»."""
    month, day = date.expression.points[-1], following.expression.points[0]
    return not month.day and bool(day.day) and 0 < month.month == day.month


def _link(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Mark the dates that open a sentence, and those without a year that the next date follows in one breath."""
    linked = []
    for number, date in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        opens = not number or _SENTENCE.search(text, found[number - 1].end - 1, date.start + 1) is not None
        linked.append(replace(date, opens=opens, linked=following is not None and _lends(text, date, following)))
    return linked


def _lends(text: str, date: FoundDate, following: FoundDate) -> bool:
    """Whether a date without a year may take that of the next one."""
    if date.expression.dated or following.start - date.end > _BREATH or _holds(date, following):
        return False
    return _STOP.search(text, date.end, following.start) is None
