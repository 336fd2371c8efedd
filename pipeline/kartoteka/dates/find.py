"""Find the date expressions of a text, each read for itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.dates import context
from kartoteka.dates.edtf import compose
from kartoteka.dates.grammar import read_expression
from kartoteka.dates.lexicon import Lexicon, lexicon
from kartoteka.dates.tokens import BEGINNERS, Token, lex
from kartoteka.dates.values import Expression, FoundDate

#: How near, in characters, the next date must stand to lend its year, with no stop between them.
_BREATH = 40
_STOP = re.compile(r"[.!?;:()\[\]]|\n\s*\n")


def find_dates(text: str, lang: str) -> list[FoundDate]:
    """The calendar expressions of a text, in order, in code points of the text, never overlapping.

    Dates without a year keep an unspecified one (XXXX-06-19) and are marked unresolved, as are relative ones
    ("the next day"), whose `edtf` is "". A language that has no table is read by the English one.
    """
    words = lexicon(lang)
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
            found.append(date[0])
            index = date[1]
    return _link(text, _drop_offsets(text, found))


def _read(text: str, tokens: Sequence[Token], index: int, words: Lexicon) -> tuple[FoundDate, int] | None:
    """The expression that begins at a token, if its surroundings bear it out, and the token after it."""
    opened = context.starter(tokens, index)
    read = read_expression(tokens, index, words, opened)
    if read is None or not context.stands(text, tokens, (index, read[1]), read[0], words):
        return None
    expression, end = read
    if bound := context.bound(tokens, index, expression):
        expression = replace(expression, bound=bound)
    start, stop = context.opening(tokens, index, expression), tokens[end - 1].end
    date = FoundDate(
        start,
        stop,
        text[start:stop],
        compose(expression),
        name_rule(expression),
        expression,
        aside=context.aside(tokens, index, end, expression),
    )
    return date, end


def name_rule(expression: Expression) -> str:
    """The construction in words: day-month-year, range, season, relative …"""
    point = expression.points[0]
    if expression.calendar == "dual":
        return "dates.dual"
    if expression.form != "point":
        return {"range": "dates.range", "set": "dates.list", "choice": "dates.alternatives"}[expression.form]
    if point.unit or point.nearest:
        return "dates.relative"
    if point.season:
        return "dates.season-year" if point.dated else "dates.season"
    if point.month:
        name = "day-month" if point.day else "month"
        return f"dates.{name}-year" if point.dated else f"dates.{name}"
    if "X" in point.year:
        return "dates.century" if point.year.endswith("XX") else "dates.decade"
    return "dates.year-part" if point.part or point.group else "dates.year"


def _drop_offsets(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Leave out "two days later" where the day itself follows: "Two days later, on 3 March"."""
    kept = []
    for number, date in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        between = text[date.end : following.start] if following else ""
        step = date.expression.points[0].unit and not date.expression.points[0].place
        if not (following and step and re.fullmatch(r",? (on |in )?", between) and following.span.edtf):
            kept.append(date)
    return kept


def _link(text: str, found: list[FoundDate]) -> list[FoundDate]:
    """Mark the dates without a year that the next date follows in the same breath."""
    linked = []
    for number, date in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        near = following and not date.expression.dated and following.start - date.end <= _BREATH
        if following and near and not _STOP.search(text[date.end : following.start]):
            date = replace(date, linked=True)
        linked.append(date)
    return linked
