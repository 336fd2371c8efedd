"""Add up meetings: one row a pair of nodes, with all that is counted of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.meetings import Field, Meetings
from kartoteka.store.dates import AFTER_ALL, BEFORE_ALL

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of pairs of nodes, in the order of `pair` (the lower node times all nodes plus the higher).

    `count` are the windows in which they meet, `both` those that name both, `documents` how many they meet in,
    `inferred` the meetings by a post alone, `undated` those without a date, `first` and `last` the first and last day
    (`AFTER_ALL` and `BEFORE_ALL` where none is known).
    """

    pair: Array
    count: Array
    both: Array
    documents: Array
    inferred: Array
    undated: Array
    first: Array
    last: Array

    def take(self, wanted: Array) -> Tally:
        """The pairs at these places."""
        return Tally(*(getattr(self, column.name)[wanted] for column in fields(self)))


def tally(field: Field, weight: str = "count", least: int = 1) -> tuple[Tally, int]:
    """The pairs that met so often (`count`) or in so many `documents` at least, and the greatest such number."""
    parts, heaviest = [], 0
    for meetings in field.meetings():
        counted = _tally(field, meetings)
        weights = getattr(counted, weight)
        heaviest = max(heaviest, int(weights.max(initial=0)))
        parts.append(counted.take(np.flatnonzero(weights >= least)))
    columns = ([getattr(part, column.name) for part in parts] for column in fields(Tally))
    return Tally(*map(np.concatenate, columns)), heaviest


def _tally(field: Field, meetings: Meetings) -> Tally:
    order = np.argsort(meetings.pair, kind="stable")
    pair = meetings.pair[order]
    begins = np.flatnonzero(np.diff(pair, prepend=-1))
    row = np.empty(len(pair), dtype=np.int64)
    row[order] = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(pair))))
    met = meetings.met[order]
    passages, calendar = meetings.passages, field.calendar
    dated = np.zeros(len(pair), dtype=bool)
    first = np.full(len(begins), AFTER_ALL)
    last = np.full(len(begins), BEFORE_ALL)
    for place in (passages.place, passages.other):
        known = np.flatnonzero(place >= 0)
        dated[passages.meeting[known]] = True
        np.minimum.at(first, row[passages.meeting[known]], calendar.first[place[known]])
        np.maximum.at(last, row[passages.meeting[known]], calendar.last[place[known]])
    return Tally(
        pair[begins],
        _sums(met, begins),
        np.diff(np.append(begins, len(pair))),
        _sums(_new_documents(pair, meetings.document[order], met), begins),
        _sums(meetings.inferred[order], begins),
        _sums(met & ~dated[order], begins),
        first,
        last,
    )


def _new_documents(pair: Array, document: Array, met: Array) -> Array:
    """Where a pair meets in a document for the first time; rows are in the order of pairs, then of documents."""
    rows = np.flatnonzero(met)
    new = (np.diff(pair[rows], prepend=-1) != 0) | (np.diff(document[rows], prepend=-1) != 0)
    found = np.zeros(len(pair), dtype=bool)
    found[rows[new]] = True
    return found


def _sums(column: Array, begins: Array) -> Array:
    return np.add.reduceat(column, begins, dtype=np.int64) if len(begins) else np.zeros(0, dtype=np.int64)
