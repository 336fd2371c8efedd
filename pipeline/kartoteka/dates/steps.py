"""Read a point told from another: the next day, the previous April, two weeks later."""

from __future__ import annotations

from kartoteka.dates.cursor import Tokens, kind, month_of, sign
from kartoteka.dates.values import Point


def read_relative(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """The (very) next day, наступного року, the previous April, the following spring, two weeks later."""
    index += kind(tokens, index, "adverb") == "very"
    for unit in ("year", "month", "day"):
        step = kind(tokens, index, f"relative_{unit}")
        if step:
            return Point(unit=unit, step=int(step)), index + 1
    direction = kind(tokens, index, "same_or_next")
    if direction:
        month, season = month_of(tokens, index + 1), int(kind(tokens, index + 1, "season") or 0)
        if (month or season) and not kind(tokens, index + 2, "year"):
            return Point(month=month, season=season, nearest=int(direction) or 2), index + 2
        return None
    return _offset(tokens, index)


def _offset(tokens: Tokens, index: int) -> tuple[Point, int] | None:
    """Two weeks later; через рік, через два дні; after exactly a year. Weeks and months are only about right."""
    before = kind(tokens, index, "after_count") or kind(tokens, index, "after_count_stop")
    parting = bool(kind(tokens, index, "after_count_stop"))
    if before:
        index += 1
        if kind(tokens, index, "adverb"):
            index, parting = index + 1, False
    count = kind(tokens, index, "count") or kind(tokens, index, "day")
    unit = kind(tokens, index + 1, "unit") if count else kind(tokens, index, "single") if before else ""
    index += 2 if count else 1
    after = kind(tokens, index, "later") if unit and not before else ""
    sense = before or after
    if not sense or not unit or (parting and not sign(tokens, index, ",", ".", ";", ":", ")")):
        return None
    doubt = "~" if unit in ("week", "month") else ""
    return Point(unit=unit, step=int(sense) * int(count or 1), doubt=doubt), index + bool(after)
