"""The passages that prove a tie: few of them, from different documents and times, each naming both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.counting.calendar import sentence_numbers
from kartoteka.network.counting.meetings import Field, Nearness
from kartoteka.store.dates import AFTER_ALL
from kartoteka.store.quotations import Quotations, Span, nearest

if TYPE_CHECKING:
    from kartoteka.store.appearances import Appearances
    from kartoteka.store.store import Store
    from kartoteka.types import Passage

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Proofs:
    """The passages of ties, by tie and by place in the texts, one a pair of sentences.

    `tie` counts the ties that were asked for; `left` and `right` are an appearance of each end, `place` and `other`
    the dated places, `day` the first day known (`AFTER_ALL` without one). `told` says whether a sentence of the passage
    is dated itself. `rank` is lower the better a proof: dated before undated, near before far, stated before inferred.
    """

    tie: Array
    document: Array
    left: Array
    right: Array
    nearness: Array
    place: Array
    other: Array
    day: Array
    told: Array
    rank: Array

    def take(self, wanted: Array) -> Proofs:
        """The passages at these places."""
        return Proofs(*(getattr(self, column.name)[wanted] for column in fields(self)))


def read_proofs(field: Field, pairs: Array) -> Proofs:
    """All passages in which these pairs (sorted, as `Tally.pair`) meet."""
    found = []
    for meetings in field.meetings():
        passages = meetings.passages
        pair = meetings.pair[passages.meeting]
        tie = np.minimum(np.searchsorted(pairs, pair), max(len(pairs) - 1, 0))
        kept = np.flatnonzero(pairs[tie] == pair) if len(pairs) else tie[:0]
        inferred = meetings.inferred[passages.meeting]
        days = np.append(field.calendar.first, AFTER_ALL)
        place, other = passages.place, passages.other
        told = np.maximum(place, other) >= 0
        rank = ~told * 6 + passages.nearness * 2 + inferred
        for dated in (place, other):
            told &= dated < field.calendar.sentences
        columns = (
            *(tie, meetings.document[passages.meeting], passages.left, passages.right, passages.nearness),
            *(place, other, np.minimum(days[place], days[other]), told, rank),
        )
        found.append([column[kept] for column in columns])
    proofs = Proofs(*(np.concatenate(column) for column in zip(*found, strict=True)))
    return _one_a_sentence(proofs, sentence_numbers(field.appearances))


def _one_a_sentence(proofs: Proofs, sentence: Array) -> Proofs:
    """The proofs in order, of several in the same two sentences the best."""
    one, other = np.sort([sentence[proofs.left], sentence[proofs.right]], axis=0)
    order = np.lexsort((proofs.left, proofs.rank, other, one, proofs.tie))
    new = np.zeros(len(order), dtype=bool)
    for column in (proofs.tie, one, other):
        new |= np.diff(column[order], prepend=-1) != 0
    return proofs.take(order[new])


def pick(proofs: Proofs, most: int) -> Array:
    """The places of at most so many proofs of each tie, the best first, one document's after another's.

    The dated, nearest and stated are taken first; of these one a document, if there is one with a date in its own
    sentence, and where there are more documents than asked for, those that lie apart in time.
    """
    begins = np.flatnonzero(np.diff(proofs.tie, prepend=-1))
    sizes = np.diff(np.append(begins, len(proofs.tie)))
    few = np.flatnonzero(np.repeat(sizes <= most, sizes))
    chosen = [few]
    for begin, size in zip(begins[sizes > most].tolist(), sizes[sizes > most].tolist(), strict=True):
        part = slice(begin, begin + size)
        columns = (proofs.rank, proofs.document, proofs.day, ~proofs.told)
        rows = zip(*(column[part].tolist() for column in columns), strict=True)
        chosen.append(begin + np.array(_pick(list(rows), most), dtype=np.int64))
    found = proofs.take(places := np.concatenate(chosen))
    order: Array = places[np.lexsort((places, found.document, ~found.told, found.rank, found.tie))]
    return order


def _pick(rows: Sequence[tuple[int, int, int, bool]], most: int) -> list[int]:
    """The places of the best of one tie's proofs, each told by rank, document, day and whether others date it."""
    chosen: list[int] = []
    for rank in sorted({row[0] for row in rows}):
        by_document: dict[int, list[int]] = defaultdict(list)
        for place, row in enumerate(rows):
            if row[0] == rank:
                by_document[row[1]].append(place)
        for own in by_document.values():
            own.sort(key=lambda place: rows[place][3])
        for group in (
            [own[0] for own in by_document.values()],
            [n for own in by_document.values() for n in own[1:]],
        ):
            ordered = sorted(group, key=lambda place: (rows[place][2], place))
            chosen += _spread(ordered, most - len(chosen))
    return chosen


def _spread(places: list[int], most: int) -> list[int]:
    """At most so many of a list, from its first to its last at equal steps."""
    if len(places) <= most:
        return places
    return [places[round(n * (len(places) - 1) / max(most - 1, 1))] for n in range(most)]


def quote_proofs(store: Store, appearances: Appearances, proofs: Proofs, words: bool) -> list[tuple[Passage, ...]]:
    """The quotations of each proof: one that names both ends, or one each where these stand far apart.

    `words` tells that windows of words were counted: then the very mentions are quoted, else the nearest two of the
    same sentences.
    """
    found: list[tuple[Passage, ...]] = [()] * len(proofs.tie)
    order = np.argsort(proofs.document, kind="stable")
    borders = np.flatnonzero(np.diff(proofs.document[order], prepend=-1)).tolist()
    spans = _Spans(appearances, words)
    for low, high in pairwise([*borders, len(order)]):
        rows = order[low:high]
        identity = appearances.documents[int(proofs.document[rows[0]])]
        quotations = Quotations(store.document(identity))
        apart = (proofs.nearness[rows] == Nearness.DOCUMENT).tolist()
        for row, far, left, right in zip(rows.tolist(), apart, *spans.of(proofs.take(rows)), strict=True):
            quote = quotations.quote_each if far else quotations.quote_both
            found[row] = quote(*nearest(left, right))
    return found


class _Spans:
    """Where the two ends of a proof stand in the text."""

    def __init__(self, appearances: Appearances, words: bool) -> None:
        self._appearances = appearances
        self._document = appearances.document
        self._sentence = sentence_numbers(appearances)
        self._words = words

    def of(self, proofs: Proofs) -> tuple[list[list[Span]], list[list[Span]]]:
        """All spans of either end in the sentences, or paragraph, in which the two stand; of one document's proofs."""
        table, document = self._appearances, proofs.document[:1]
        low = int(np.searchsorted(self._document, document)[0])
        high = int(np.searchsorted(self._document, document, side="right")[0])
        columns = (table.card[low:high], table.start[low:high], table.end[low:high])
        rows = list(zip(*(column.tolist() for column in columns), strict=True))
        return self._spans(proofs, proofs.left, rows, low), self._spans(proofs, proofs.right, rows, low)

    def _spans(self, proofs: Proofs, at: Array, rows: list[tuple[int, int, int]], low: int) -> list[list[Span]]:
        lows, highs = at.copy(), at + 1
        if not self._words:
            for nearness, places in (
                (Nearness.SENTENCE, self._sentence),
                (Nearness.PARAGRAPH, self._appearances.block),
            ):
                wanted = np.flatnonzero(proofs.nearness == nearness)
                lows[wanted] = np.searchsorted(places, places[at[wanted]])
                highs[wanted] = np.searchsorted(places, places[at[wanted]], side="right")
        bounds = zip(
            (lows - low).tolist(), (highs - low).tolist(), self._appearances.card[at].tolist(), strict=True
        )
        return [[row[1:] for row in rows[first:last] if row[0] == card] for first, last, card in bounds]
