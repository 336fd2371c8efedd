"""When what a text tells happened: the dates of a mention's sentence, else those of its paragraph, else unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.store.appearances import AFTER_ALL, BEFORE_ALL, Appearances

Array = NDArray[Any]

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of the places where cards are named.

    Places are the sentences that name a card, then the blocks: `sentence` and `block` give those of each appearance,
    -1 where the place has no date. The dates of place p are `earliest` and `latest` from `begin[p]` to `begin[p + 1]`;
    `first` and `last` are its first and last known day, for those that have any.
    """

    sentence: Array
    block: Array
    begin: Array
    earliest: Array
    latest: Array
    first: Array
    last: Array

    def of_appearances(self) -> Array:
        """The place that dates each appearance, -1 for none."""
        return np.where(self.sentence >= 0, self.sentence, self.block)

    def known_days(self) -> tuple[Array, Array]:
        """The first and last day of each date; an open one has its known day alone."""
        return (
            np.where(self.earliest > BEFORE_ALL, self.earliest, self.latest),
            np.where(self.latest < AFTER_ALL, self.latest, self.earliest),
        )


def sentence_numbers(appearances: Appearances) -> Array:
    """The sentence of each appearance, counted over all documents; sentences that name nobody are not counted."""
    if not len(appearances.card):
        return np.zeros(0, dtype=np.int64)
    new = (np.diff(appearances.block) != 0) | (np.diff(appearances.sentence) != 0)
    return np.concatenate([[0], np.cumsum(new)])


def read_calendar(appearances: Appearances) -> Calendar:
    """Bring appearances and dates together."""
    dates, numbers = appearances.dates, sentence_numbers(appearances)
    sentences = int(numbers[-1]) + 1 if len(numbers) else 0
    places = sentences + len(appearances.block_document)
    own = _sentences_of(appearances, numbers)
    place = np.concatenate([own[own >= 0], sentences + dates.block])
    order = np.argsort(place, kind="stable")
    row = np.concatenate([np.flatnonzero(own >= 0), np.arange(len(own))])[order]
    begin = np.concatenate([[0], np.cumsum(np.bincount(place, minlength=places))])
    dated = np.append(np.diff(begin) > 0, False)
    found = Calendar(
        np.where(dated[numbers], numbers, -1),
        np.where(dated[sentences + appearances.block], sentences + appearances.block, -1),
        *(begin, dates.earliest[row], dates.latest[row], np.full(places, AFTER_ALL), np.full(places, BEFORE_ALL)),
    )
    first, last = found.known_days()
    np.minimum.at(found.first, place[order], first)
    np.maximum.at(found.last, place[order], last)
    return found


def _sentences_of(appearances: Appearances, numbers: Array) -> Array:
    """The sentence number of each date, -1 where its sentence names nobody."""
    dates = appearances.dates
    step = int(max(appearances.sentence.max(initial=0), dates.sentence.max(initial=0))) + 1
    starts = np.flatnonzero(np.diff(numbers, prepend=-1))
    known = appearances.block[starts] * step + appearances.sentence[starts]
    wanted = dates.block * step + dates.sentence
    if not len(known):
        return np.full(len(wanted), -1)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    return np.where(known[at] == wanted, at, -1)


def within(appearances: Appearances, since: str | None, until: str | None) -> Appearances:
    """The appearances with a date that reaches into a time; an open date reaches any day on its open side."""
    low, high = read_days(since, until)
    found = appearances.take(_reaching(read_calendar(appearances), low, high))
    # Sentences in which anything was read have their dates as if each named one card.
    block, sentence = appearances.read_block, appearances.read_sentence
    read = replace(appearances, card=np.zeros_like(block), block=block, sentence=sentence)
    kept = _reaching(read_calendar(read), low, high)
    return replace(found, read_block=block[kept], read_sentence=sentence[kept])


def _reaching(calendar: Calendar, low: int, high: int) -> Array:
    """Whether each appearance has a date between two days."""
    reaching = (calendar.earliest <= high) & (calendar.latest >= low)
    passed = np.concatenate([[0], np.cumsum(reaching)])[calendar.begin]
    found: Array = np.append(np.diff(passed) > 0, False)[calendar.of_appearances()]
    return found


def read_days(since: str | None, until: str | None) -> tuple[int, int]:
    """The numbers of the first and last day of a time; a year or month means its first or its last day.

    None and "" are open. Raises ValueError for what is no ISO day, month or year.
    """
    low = _number(np.datetime64(_checked(since))) if since else BEFORE_ALL
    return low, _number(np.datetime64(_checked(until)) + 1) - 1 if until else AFTER_ALL


def _number(date: np.datetime64) -> int:
    """The number of the first day of a day, month or year."""
    return int(date.astype("datetime64[D]").astype(np.int64))


def _checked(day: str) -> str:
    try:
        if _DAY.fullmatch(day):
            np.datetime64(day)
            return day
    except ValueError:
        pass
    raise ValueError(f"{day!r} is no year, month or day such as 1933, 1933-02 or 1933-02-14")


def spells(calendar: Calendar, owner: Array, place: Array) -> tuple[Array, Array, Array]:
    """The days on which each owner lives: columns of owner, first and last day, disjoint and in order.

    `owner` and `place` are rows of who lives in the dates of which place. Days that touch are one spell.
    """
    sizes = calendar.begin[place + 1] - calendar.begin[place]
    offset = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    date = np.repeat(calendar.begin[place], sizes) + offset
    first, last = (days[date] for days in calendar.known_days())
    return unite(np.repeat(owner, sizes), first, last)


def unite(owner: Array, first: Array, last: Array) -> tuple[Array, Array, Array]:
    """The same days of each owner as disjoint spells, by owner and time."""
    if not len(owner):
        return owner, first, last
    order = np.lexsort((first, owner))
    owner, first, last = owner[order], first[order], last[order]
    # Owners lie farther apart than any two days, so one running maximum serves all of them.
    shift = owner * 2**42
    reached = np.maximum.accumulate(shift + last)
    begins = np.flatnonzero(np.append(True, shift[1:] + first[1:] > reached[:-1] + 1))
    ends = np.append(begins[1:], len(owner)) - 1
    return owner[begins], first[begins], reached[ends] - shift[ends]


def iso_days(numbers: Array) -> list[str]:
    """Day numbers as ISO days, years before Christ with four digits too."""
    found = np.asarray(numbers, dtype=np.int64).astype("datetime64[D]").astype(str).tolist()
    return [f"-{day[1:]:0>10}" if day.startswith("-") else day for day in found]
