"""Numbers that are none of time: the pages, issues and shelfmarks after "pp.", "no.", «спр.»."""

from __future__ import annotations

from kartoteka.dates.cursor import BREAK, MONTHS, Token

#: Figures of any kind.
_NUMERIC = frozenset({"number", "full", "partial"})


def mask(tokens: list[Token]) -> list[Token]:
    """Take their meaning from the figures after "pp.", "no.", «спр.»: pages, issues and shelfmarks."""
    index = 0
    while index < len(tokens) - 1:
        named = tokens[index].kinds.get("mask")
        if named and not _is_century(tokens, index) and not _is_death(tokens, index):
            index = _mask_after(tokens, index + 1, named)
        else:
            index += 1
    return tokens


def _is_century(tokens: list[Token], index: int) -> bool:
    """Whether «ст.» ends a century («XIX ст.»), and so masks nothing."""
    before = tokens[index - 1].kinds
    return "century_word" in tokens[index].kinds and bool({"roman", "ordinal", "day"} & before.keys())


def _is_death(tokens: list[Token], index: int) -> bool:
    """Whether "d." opens a bracket or follows a dash: "(d. 1491)", "(b. 1892 – d. 1937)", not "op. 3, d. 1936"."""
    before = tokens[index - 1].kinds
    if tokens[index].kinds["mask"] != "archive":
        return False
    following = tokens[index + 1].kinds
    opened = before.get("sign") in ("(", ";") or "dash" in before
    return (opened and "year" in following) or (
        "day" in following and not MONTHS.isdisjoint(tokens[index + 2].kinds)
    )


def _mask_after(tokens: list[Token], index: int, named: str) -> int:
    """Mask a row of figures linked by dashes and commas, where a year after a comma is left alone."""
    first = True
    while not _NUMERIC.isdisjoint(tokens[index].kinds):
        if (
            not first
            and tokens[index - 1].kinds.get("sign") == ","
            and tokens[index].kinds.keys() & {"year", "full"}
        ):
            return index
        if not first and not MONTHS.isdisjoint(tokens[index + 1].kinds):  # "no. 142, 24 chervnia 1929"
            return index
        tokens[index] = BREAK
        first = False
        index += 1
        links = (",", "/", "(") if named == "archive" else (",", "/")
        if "dash" not in tokens[index].kinds and tokens[index].kinds.get("sign") not in links:
            break
        index += 1
    return index
