"""What qualifies a point: "perhaps", "about" before it, "(?)", "approx." behind it."""

from __future__ import annotations

from dataclasses import replace

from kartoteka.dates.cursor import MARGIN, Tokens, kind, sign, skip_glue, year_word
from kartoteka.dates.values import Point


def read_doubt(tokens: Tokens, index: int) -> tuple[str, int]:
    """The qualifier that "perhaps", "about" or both make, and the token after them."""
    maybe = bool(kind(tokens, index, "doubt"))
    index += maybe
    if kind(tokens, index, "circa"):
        return "%" if maybe else "~", skip_glue(tokens, index + 1)
    return "?" if maybe else "", index


def with_doubt(tokens: Tokens, point: Point, index: int) -> tuple[Point, int]:
    """What follows a point: "(?)", "(uncertain)", "1933?]", "approx."."""
    opened = sign(tokens, index, "(")
    if (
        opened
        and sign(tokens, index + 2, ")")
        and (sign(tokens, index + 1, "?") or kind(tokens, index + 1, "doubt"))
    ):
        return replace(point, doubt="?"), year_word(tokens, index + 3)
    stopped = index + 1 >= len(tokens) - MARGIN or sign(tokens, index + 1, ")", "]", ",", ";")
    if sign(tokens, index, "?") and (stopped or "dash" in tokens[index + 1].kinds):
        return replace(point, doubt="?"), index + 1
    if stopped and (kind(tokens, index, "circa") or kind(tokens, index, "doubt")):
        return replace(point, doubt="~" if kind(tokens, index, "circa") else "?"), index + 1
    return point, index
