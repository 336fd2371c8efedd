"""Dates of a network's files: in words for a column, and as the days that a time line takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING, Any

from kartoteka.dates.limits import days_in_words

if TYPE_CHECKING:
    from kartoteka.types.network import Held

#: First and last day, None where it is open.
Spell = tuple[str | None, str | None]
#: First and last day, and what holds on them.
Dated = tuple[str, str, Any]


def held_in_words(held: Held) -> str:
    """An office and when it was held, as exactly as it is known: "Head of the GPU, 1923-09-01–1931-07"."""
    start, end = days_in_words(held.start), days_in_words(held.end)
    return f"{_title(held)}, {start}–{end}" if start or end else _title(held)


def spells(spans: Iterable[Sequence[str]]) -> list[Spell]:
    """The spans as a time line takes them: open where they reach beyond the years 1 to 9999.

    Gephi reads full ISO days with a year of four digits, and drops a spell with any other.
    """
    told = [(_taken(span[0]), _taken(span[1])) for span in spans]
    return [(first, last) for first, last in told if first or last]


def reach(known: Sequence[Spell]) -> Spell:
    """The one spell that holds them all; open on both sides where there is none."""
    firsts, lasts = [first for first, _ in known if first], [last for _, last in known if last]
    return (
        min(firsts) if firsts and len(firsts) == len(known) else None,
        max(lasts) if lasts and len(lasts) == len(known) else None,
    )


def life(data: Mapping[str, Any]) -> Spell:
    """From when till when a node is there: all its dates, always where it has none.

    Who died is gone, whatever is told of him later: such a tie is not seen on a time line.
    """
    return reach(spells(data.get("spells", ()))) if data.get("spells") else (None, None)


def offices_over_time(offices: Iterable[Held], until: str | None = None) -> list[Dated]:
    """What a person held and when, in order of time, one value a day: "A; B" where two are held at once.

    An office lasts from the first to the last day that its dates allow. One whose end no text tells goes on to the
    day `until`, where that is later, and is called "A (end unknown)"; one of which the end alone is told has the days
    of that end, and is called "A (start unknown)". One without any date is left out.
    """
    terms = [term for held in offices if (term := _term(held, until))]
    borders = sorted({border for begin, after, _ in terms for border in (begin, after)})
    return _stretches(
        (border, "; ".join(dict.fromkeys(title for begin, after, title in terms if begin <= border < after)))
        for border in borders
    )


def _term(held: Held, until: str | None) -> tuple[int, int, str] | None:
    """The first day of an office, the day after its last, and its title with what is not known of it."""
    begin, end = ([day for day in map(_number, side) if day] for side in (held.start, held.end))
    if not begin and not end:
        return None
    days, title = begin + end, _title(held)
    if not end:
        return min(days), max(*days, _number(until) or 0) + 1, f"{title} (end unknown)"
    return min(days), max(days) + 1, title if begin else f"{title} (start unknown)"


def weights_over_time(tie: Mapping[str, Any]) -> list[Dated]:
    """How many passages of a tie are dated to each stretch of time, in order; [] where that is not known.

    `dated` tells how many have which date. Without it that is known of a tie with one spell alone.
    """
    dated = tie.get("dated")
    if dated is None and len(tie.get("spells", ())) == 1:
        dated = [(*tie["spells"][0], tie.get("count", tie["weight"]) - tie.get("undated", 0))]
    changes: Counter[int] = Counter()
    for first, last, passages in dated or ():
        begin, end = _number(first), _number(last)
        if begin and end:
            changes[begin] += passages
            changes[end + 1] -= passages
    borders = sorted(changes)
    return _stretches(zip(borders, accumulate(changes[border] for border in borders), strict=True))


def _stretches(changes: Iterable[tuple[int, Any]]) -> list[Dated]:
    """The days on which each value holds, of (first day, value from then on); none where the value is empty."""
    runs = [next(run) for _, run in groupby(changes, key=lambda change: change[1])]
    return [(_day(begin), _day(after - 1), value) for (begin, value), (after, _) in pairwise(runs) if value]


def _title(held: Held) -> str:
    return f"{held.title} (acting)" if held.acting else held.title


def _taken(day: str) -> str | None:
    return day if _number(day) else None


def _number(day: str | None) -> int | None:
    """The day as a number that grows with time; None where there is none in the years 1 to 9999."""
    try:
        return date.fromisoformat(day).toordinal() if day and len(day) == 10 else None
    except ValueError:
        return None


def _day(number: int) -> str:
    return date.fromordinal(min(number, date.max.toordinal())).isoformat()
