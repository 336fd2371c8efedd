"""When what a text tells happened: the dates of a mention's sentence, else those of its paragraph, else unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.dates.stretch import read_stretch
from kartoteka.store.appearances import Appearances
from kartoteka.store.dates import AFTER_ALL, BEFORE_ALL, day_number

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of the places where cards are named.

    Places are the sentences that name a card (so many are `sentences`), then the blocks: `sentence` and `block` give
    those of each appearance, -1 where the place has no date at all. The dates of place p are `earliest` and `latest`
    from `begin[p]` to `begin[p + 1]`; `first` and `last` are its first and last day, for those that have any. Of a
    calendar of a time (`limited`) these are the dates that reach into it, and `alive` says which appearances are dated
    to it.
    """

    sentence: Array
    block: Array
    sentences: int
    begin: Array
    earliest: Array
    latest: Array
    first: Array
    last: Array
    limited: bool
    alive: Array

    def of_appearances(self) -> Array:
        """The place that dates each appearance, -1 for none."""
        return np.where(self.sentence >= 0, self.sentence, self.block)

    def dated(self, place: Array) -> Array:
        """These places, -1 for one without a date."""
        if not self.limited:
            return place
        return np.where(np.append(np.diff(self.begin) > 0, False)[place], place, -1)


def sentence_numbers(appearances: Appearances) -> Array:
    """The sentence of each appearance, counted over all documents; sentences that name nobody are not counted."""
    if not len(appearances.card):
        return np.zeros(0, dtype=np.int64)
    new = (np.diff(appearances.block) != 0) | (np.diff(appearances.sentence) != 0)
    return np.concatenate([[0], np.cumsum(new)])


def read_calendar(appearances: Appearances, since: str = "", until: str = "") -> Calendar:
    """Bring appearances and dates together; of a time keep the dates that reach into it."""
    dates, numbers = appearances.dates, sentence_numbers(appearances)
    sentences = int(numbers[-1]) + 1 if len(numbers) else 0
    places = sentences + len(appearances.block_document)
    own = _sentences_of(appearances, numbers)
    near, wide = np.flatnonzero(own >= 0), np.flatnonzero(~dates.narrow)
    place, row = np.concatenate([own[near], sentences + dates.block[wide]]), np.concatenate([near, wide])
    known = np.append(np.bincount(place, minlength=places) > 0, False)
    sentence = np.where(known[numbers], numbers, -1)
    block = np.where(known[sentences + appearances.block], sentences + appearances.block, -1)
    if since or until:
        first, last = read_stretch(since, until)
        low, high = day_number(first) if first else BEFORE_ALL, day_number(last) if last else AFTER_ALL
        reaching = np.flatnonzero((dates.first[row] <= high) & (dates.last[row] >= low))
        place, row = place[reaching], row[reaching]
    order = np.argsort(place, kind="stable")
    row, counts = row[order], np.bincount(place, minlength=places)
    begin, earliest, latest = np.append(0, np.cumsum(counts)), dates.first[row], dates.last[row]
    alive = np.append(counts > 0, False)[np.where(sentence >= 0, sentence, block)]
    ends = np.full(places, AFTER_ALL), np.full(places, BEFORE_ALL)
    np.minimum.at(ends[0], place[order], earliest)
    np.maximum.at(ends[1], place[order], latest)
    return Calendar(sentence, block, sentences, begin, earliest, latest, *ends, bool(since or until), alive)


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
