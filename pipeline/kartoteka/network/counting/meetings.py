"""Who meets whom in which window, and in which passages of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.calendar import Calendar, read_calendar
from kartoteka.network.counting.namings import (
    OPENS,
    OPENS_STATED,
    STATED,
    Namings,
    in_documents,
    in_windows,
)
from kartoteka.network.counting.pairs import LIMIT, Scope, pairs, scopes
from kartoteka.network.counting.times import cut
from kartoteka.store.appearances import Appearances
from kartoteka.types.windows import Window, WindowKind

Array = NDArray[Any]


class Nearness(IntEnum):
    """How near two stand in a passage: in its sentences, in one paragraph, or in different ones."""

    SENTENCE = 0
    PARAGRAPH = 1
    DOCUMENT = 2


@dataclass(frozen=True, slots=True)
class Passages:
    """The places where two meet: the row of the meeting, an appearance of each, how near they stand.

    `place` and `other` are the dated places (of `Calendar`) that tell when, -1 for none.
    """

    meeting: Array
    left: Array
    right: Array
    nearness: Array
    place: Array
    other: Array

    def take(self, wanted: Array) -> Passages:
        """The passages at these places."""
        return Passages(*(getattr(self, column.name)[wanted] for column in fields(self)))


@dataclass(frozen=True, slots=True)
class Meetings:
    """One row a window and pair of nodes named in it: `pair` is the lower node times `nodes` plus the higher.

    `met` says whether one of the two opens the window and, of a time, whether they meet in it, `inferred` whether they
    meet only by a post that stands for its holder. Passages are given of those that met.
    """

    pair: Array
    document: Array
    met: Array
    inferred: Array
    passages: Passages


@dataclass(frozen=True, slots=True)
class Field:
    """What is counted: appearances with their dates, and the namings of every window.

    `finer` are the namings of smaller windows within it, the smallest first: there two are quoted and dated who stand
    near each other somewhere in a large one. `sides` tells nodes of two kinds apart where only ties between them
    count.
    """

    appearances: Appearances
    calendar: Calendar
    namings: Namings
    finer: tuple[tuple[Nearness, Namings], ...] = ()
    nearness: Nearness = Nearness.SENTENCE
    sides: Array | None = None
    limit: int = LIMIT

    def meetings(self) -> Iterator[Meetings]:
        """All meetings, some at a time, in the order of their lower nodes; those of a pair are never parted."""
        for within in scopes(self.namings, self.limit):
            yield _meetings(self, within)


def field_of(
    appearances: Appearances,
    window: Window,
    words: tuple[Array, Array] | None = None,
    sides: Array | None = None,
    time: tuple[str, str] = ("", ""),
    limit: int = LIMIT,
) -> Field:
    """The field of all windows of one kind, or of those of a time: `since` and `until`."""
    calendar, namings = read_calendar(appearances, *time), in_windows(appearances, window, words)
    if calendar.limited:
        namings = cut(namings, appearances, window, time)
    finer: tuple[tuple[Nearness, Namings], ...] = ()
    nearness = Nearness.SENTENCE
    if window.kind in (WindowKind.PARAGRAPH, WindowKind.DOCUMENT):
        finer, nearness = ((nearness, in_windows(appearances, Window())),), Nearness.PARAGRAPH
    if window.kind is WindowKind.DOCUMENT:
        finer = (*finer, (nearness, in_windows(appearances, Window(WindowKind.PARAGRAPH))))
        nearness = Nearness.DOCUMENT
    return Field(appearances, calendar, namings, finer, nearness, sides, limit)


def field_of_documents(appearances: Appearances, time: tuple[str, str] = ("", ""), limit: int = LIMIT) -> Field:
    """The field in which cards meet the documents that name them, once a mention, or in those of a time."""
    calendar, namings = read_calendar(appearances, *time), in_documents(appearances)
    if calendar.limited:
        namings = cut(namings, appearances, None, time)
    sides = np.arange(namings.nodes) < len(appearances.cards)
    return Field(appearances, calendar, namings, sides=sides, limit=limit)


def _meetings(field: Field, within: Scope) -> Meetings:
    namings = field.namings
    left, right = _pairs(field, namings, within)
    one, other = namings.bits[left], namings.bits[right]
    met = ((one | other) & OPENS) > 0
    stated = ((one & OPENS_STATED) > 0) & ((other & STATED) > 0)
    stated |= ((other & OPENS_STATED) > 0) & ((one & STATED) > 0)
    pair = namings.node[left] * namings.nodes + namings.node[right]
    passages = _passages(field, within, (left, right), met)
    if field.calendar.limited:
        passages = passages.take(np.flatnonzero((passages.place >= 0) | (passages.other >= 0)))
        met = np.bincount(passages.meeting, minlength=len(pair)) > 0
    return Meetings(pair, namings.document[left], met, met & ~stated, passages)


def _pairs(field: Field, namings: Namings, within: Scope) -> tuple[Array, Array]:
    left, right = pairs(namings, within)
    if field.sides is None:
        return left, right
    across = field.sides[namings.node[left]] != field.sides[namings.node[right]]
    return left[across], right[across]


def _passages(field: Field, within: Scope, rows: tuple[Array, Array], met: Array) -> Passages:
    """The passages of meetings: of the smallest windows in which the two are named, else of the whole one."""
    namings, (left, right) = field.namings, rows
    found: list[tuple[Array, Array, Array, Nearness]] = []
    open_ = met.copy()
    size = namings.nodes**2
    known = namings.window[left] * size + namings.node[left] * namings.nodes + namings.node[right]
    for nearness, finer in field.finer:
        first, second = _pairs(field, finer, within)
        outer = _outer(field, finer.at[first])
        key = outer * size + finer.node[first] * namings.nodes + finer.node[second]
        meeting = np.minimum(np.searchsorted(known, key), max(len(known) - 1, 0))
        wanted = open_[meeting] & (known[meeting] == key) if len(known) else key < 0
        found.append((meeting[wanted], finer.at[first[wanted]], finer.at[second[wanted]], nearness))
        open_[meeting[wanted]] = False
    rest = np.flatnonzero(open_)
    found.append((rest, namings.at[left[rest]], namings.at[right[rest]], field.nearness))
    meeting, one, other = (np.concatenate([part[column] for part in found]) for column in range(3))
    nearness_ = np.concatenate([np.full(len(part[0]), int(part[3]), dtype=np.int8) for part in found])
    return Passages(meeting, one, other, nearness_, *_places(field.calendar, one, other, nearness_))


def _outer(field: Field, at: Array) -> Array:
    """The large window, a paragraph or a document, that each appearance stands in."""
    large = field.nearness is Nearness.DOCUMENT
    return field.appearances.document[at] if large else field.appearances.block[at]


def _places(calendar: Calendar, left: Array, right: Array, nearness: Array) -> tuple[Array, Array]:
    """The dated places of passages: both sentences, else the paragraph; of two in different paragraphs none.

    Of a time those with a date in it: a sentence of another time has its own dates, and not its paragraph's.
    """
    near = nearness == Nearness.SENTENCE
    one = np.where(near, calendar.sentence[left], -1)
    other = np.where(near, calendar.sentence[right], -1)
    wider = (one < 0) & (other < 0) & (nearness != Nearness.DOCUMENT)
    places = np.where(wider, calendar.block[left], one), np.where(wider, calendar.block[right], other)
    return calendar.dated(places[0]), calendar.dated(places[1])
