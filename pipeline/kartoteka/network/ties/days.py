"""The days of terms: on which two certainly were under way at once, between which one passed into another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kartoteka.dates.limits import apart, common, key, known, meet, width
from kartoteka.types.careers import Attestation, Limits, Term

#: The first and last of some days, both ISO.
Spell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Days:
    """What is known of when something lasted: the days between which it began and ended, and those that attest it."""

    start: Limits
    end: Limits
    at: tuple[Limits, ...] = ()


def days_of(one: Term | Attestation) -> Days:
    """The days of a term, with all the dates on which it was held, or of one statement."""
    attested = [one.at] if isinstance(one, Attestation) else [stated.at for stated in one.attestations]
    return Days(one.start, one.end, tuple(at for at in attested if known(at)))


def contested(dates: Iterable[Limits]) -> bool:
    """Whether dates of one event have no day in common."""
    told = [date for date in dates if known(date)]
    allowed = common(told)
    return any(not _holds(date, allowed) for date in told)


def _holds(date: Limits, other: Limits) -> bool:
    """Whether all days of the other are days of the date."""
    first, last = (
        (date[0] is None or _at_least(other[0], date[0])),
        (date[1] is None or _at_least(date[1], other[1])),
    )
    return first and last


def _at_least(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and key(one) >= key(other)


def handover(end: Limits, start: Limits) -> Spell | None:
    """The days between which one term passed into another; None where they are open, or neither is known."""
    first, last = common((end, start)) if meet(end, start) else start
    return (first, last) if first and last else None


def together(one: Days, other: Days) -> tuple[Spell, ...]:
    """The days on which both terms were certainly under way; else those between which they were on some day.

    None where it is not certain of any. That one left on the day on which the other came does not bring them together.
    """
    shared = [s for s in _on_certain_days(one, other) if not (_parts(one, other, s) or _parts(other, one, s))]
    return joined(shared or (*_within(one, other), *_within(other, one)))


def _certain(days: Days) -> Iterator[Spell]:
    """Stretches on every day of which it lasted."""
    first, last = days.start[1], days.end[0]
    if first and last and key(first) <= key(last):
        yield first, last
    for date in (days.start, days.end, *days.at):
        if date[0] and date[0] == date[1]:
            yield date[0], date[0]


def _on_certain_days(one: Days, other: Days) -> Iterator[Spell]:
    for left in _certain(one):
        for right in _certain(other):
            first, last = max(left[0], right[0], key=key), min(left[1], right[1], key=key)
            if key(first) <= key(last):
                yield first, last


def _within(one: Days, other: Days) -> Iterator[Spell]:
    """Dates of the one, vaguer than a day, that lie wholly in days on which the other lasted.

    Of a coming the last of these days is left out, of a leaving the first: on that day the other may have made place.
    """
    dates = [(one.start, False, True), (one.end, True, False), *((at, False, False) for at in one.at)]
    for (first, last), leaves, comes in dates:
        for since, until in _certain(other):
            if not first or not last or first == last or key(first) < key(since) or key(until) < key(last):
                continue
            if not (leaves and first == since) and not (comes and last == until):
                yield first, last


def _parts(earlier: Days, later: Days, spell: Spell) -> bool:
    """Whether the days shared are no more than the one on which the earlier may have made place for the later."""
    return spell[0] == spell[1] == earlier.end[0] and later.start[1] == spell[0]


def narrowed(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Spells of one event in order of time: of those that share a day the days that they share."""
    kept: list[Spell] = []
    for spell in sorted(set(spells), key=lambda s: (width(s), key(s[0]))):
        near = next((number for number, other in enumerate(kept) if meet(spell, other)), None)
        if near is None:
            kept.append(spell)
        else:
            other = kept[near]
            kept[near] = max(spell[0], other[0], key=key), min(spell[1], other[1], key=key)
    return tuple(sorted(kept, key=lambda s: key(s[0])))


def joined(spells: Iterable[Spell]) -> tuple[Spell, ...]:
    """Spells in order of time, those that share a day or follow on each other brought together."""
    merged: list[Spell] = []
    for first, last in sorted(set(spells), key=lambda s: (key(s[0]), key(s[1]))):
        if merged and (key(first) <= key(merged[-1][1]) or apart((None, merged[-1][1]), (first, None)) == 1):
            merged[-1] = merged[-1][0], max(merged[-1][1], last, key=key)
        else:
            merged.append((first, last))
    return tuple(merged)
