"""The ties of a network: counted in all windows, measured against chance, dated and quoted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.choice import Choice
from kartoteka.network.counting.meetings import Field, field_of, field_of_documents
from kartoteka.network.counting.spells import iso_days, spells
from kartoteka.network.counting.statistics import Statistics, measure_ties
from kartoteka.network.counting.tallies import Tally, tally
from kartoteka.network.counting.words import word_places
from kartoteka.network.evidence import Proofs, pick, quote_proofs, read_proofs
from kartoteka.types.windows import WindowKind

if TYPE_CHECKING:
    from kartoteka.store.appearances import Appearances
    from kartoteka.store.store import Store
    from kartoteka.types import Passage

Array = NDArray[Any]

#: The ids of the ends, the lower first, and the attributes of the tie.
Edge = tuple[str, str, dict[str, Any]]
Spells = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Counted:
    """Ties of a field, in the order of their ends; nodes are the cards, then, where they are some, documents.

    `heaviest` is what the heaviest tie weighs, be it there or not; 0 without any.
    """

    field: Field
    tally: Tally
    heaviest: int

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of all nodes that there can be, by their numbers."""
        appearances = self.field.appearances
        if self.field.namings.nodes <= len(appearances.cards):
            return appearances.cards
        return (*appearances.cards, *appearances.documents)

    @property
    def ends(self) -> tuple[Array, Array]:
        """The numbers of the two ends of each tie."""
        nodes = self.field.namings.nodes
        return self.tally.pair // nodes, self.tally.pair % nodes

    def weights(self, weight: str) -> Array:
        """What each tie weighs."""
        found: Array = getattr(self.tally, weight)
        return found

    def statistics(self) -> Statistics:
        """The figures of each tie against chance."""
        (left, right), named = self.ends, self.field.namings.named
        return measure_ties(self.tally.both, named[left], named[right], self.field.namings.windows)

    def take(self, wanted: Array) -> Counted:
        """The ties at these places."""
        return Counted(self.field, self.tally.take(wanted), self.heaviest)


def count_ties(store: Store, appearances: Appearances, choice: Choice, least: int = 1) -> Counted:
    """Count every pair of nodes that meets in a window, in the time asked for, and keep those of a weight."""
    time = choice.since, choice.until
    if choice.of_documents:
        field = field_of_documents(appearances, time)
    else:
        words = word_places(store.documents(), appearances) if choice.window.kind is WindowKind.TOKENS else None
        sides = np.array([label == choice.mode[0] for label in appearances.labels]) if choice.mode else None
        field = field_of(appearances, choice.window, words, sides, time)
    return Counted(field, *tally(field, choice.weight, least))


def edges(store: Store, counted: Counted, choice: Choice) -> Iterator[Edge]:
    """The ties with all that is told of them, in the order of their ids."""
    if not len(counted.tally.pair):
        return
    proofs = read_proofs(counted.field, counted.tally.pair)
    documents, dated = documents_of(counted, proofs), _dated(counted.field, proofs)
    lives = listed(lives_of(counted.field, proofs), len(counted.tally.pair))
    told = told_by_sentences(proofs, len(lives)).tolist()
    passages = quotations(store, counted, proofs, choice)
    columns = (counted.ends[0], counted.ends[1], counted.weights(choice.weight))
    figures, nodes, numbers = counted.statistics(), counted.nodes, counted.tally
    named = {
        "count": numbers.count,
        "npmi": figures.npmi,
        "log_likelihood": figures.log_likelihood,
        "p_value": figures.p_value,
        "jaccard": figures.jaccard,
        "undated": numbers.undated,
    }
    cells = zip(*(column.tolist() for column in (*columns, numbers.inferred, *named.values())), strict=True)
    for tie, (left, right, weight, inferred, *values) in enumerate(cells):
        data = {"weight": weight, **dict(zip(named, values, strict=True)), **life(lives[tie], told[tie])}
        data |= {"documents": documents[tie], "dated": dated[tie], "passages": passages[tie]}
        yield nodes[left], nodes[right], data | ({"inferred": inferred} if inferred else {})


def life(spells: Spells, told: bool) -> dict[str, Any]:
    """When a tie lives, and whether sentences that name both date it, or their paragraphs alone."""
    if not spells:
        return {"spells": spells}
    by = "sentence" if told else "paragraph"
    return {"spells": spells, "first": spells[0][0], "last": spells[-1][1], "dated_by": by}


def documents_of(counted: Counted, proofs: Proofs) -> list[list[str]]:
    """The ids of the documents in which each tie is proved, in the alphabet's order."""
    ids = counted.field.appearances.documents
    found: list[list[str]] = [[] for _ in counted.tally.pair]
    order = np.lexsort((proofs.document, proofs.tie))
    tie, document = proofs.tie[order], proofs.document[order]
    new = (np.diff(tie, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0)
    for one, at in zip(tie[new].tolist(), document[new].tolist(), strict=True):
        found[one].append(ids[at])
    return found


def quotations(store: Store, counted: Counted, proofs: Proofs, choice: Choice) -> list[tuple[Passage, ...]]:
    """The quotations of each tie, so many as are asked for; one that takes two passages has them both."""
    chosen = proofs.take(pick(proofs, choice.quotations))
    words = choice.window.kind is WindowKind.TOKENS and not choice.of_documents
    found: list[list[Passage]] = [[] for _ in counted.tally.pair]
    quoted = quote_proofs(store, counted.field.appearances, chosen, words)
    for tie, passages in zip(chosen.tie.tolist(), quoted, strict=True):
        if not found[tie] or len(found[tie]) + len(passages) <= choice.quotations:
            found[tie] += (passage for passage in passages if passage not in found[tie])
    return [tuple(passages) for passages in found]


def lives_of(field: Field, proofs: Proofs) -> tuple[Array, Array, Array]:
    """The days on which each tie lives: columns of tie, first and last day, disjoint and in order."""
    rows, place = _dated_places(proofs)
    return spells(field.calendar, proofs.tie[rows], place)


def listed(lives: tuple[Array, Array, Array], ties: int) -> list[Spells]:
    """The same days as ISO days, a list a tie."""
    found: list[Spells] = [[] for _ in range(ties)]
    for tie, *spell in zip(lives[0].tolist(), iso_days(lives[1]), iso_days(lives[2]), strict=True):
        found[tie].append((spell[0], spell[1]))
    return found


def told_by_sentences(proofs: Proofs, ties: int) -> Array:
    """Whether a passage of each tie has a date in its own sentence."""
    found = np.zeros(ties, dtype=bool)
    found[proofs.tie[proofs.told]] = True
    return found


def _dated(field: Field, proofs: Proofs) -> list[list[tuple[str, str, int]]]:
    """How many passages of each tie are dated to which days: first day, last day and number, in order of time."""
    found: list[list[tuple[str, str, int]]] = [[] for _ in range(int(proofs.tie.max(initial=-1)) + 1)]
    row, first, last = spells(field.calendar, *_dated_places(proofs))
    tie = proofs.tie[row]
    order = np.lexsort((last, first, tie))
    columns = [column[order] for column in (tie, first, last)]
    new = np.zeros(len(order), dtype=bool)
    new[:1] = True
    for column in columns:
        new[1:] |= np.diff(column) != 0
    begins = np.flatnonzero(new)
    counts = np.diff(np.append(begins, len(order))).tolist()
    ties, firsts, lasts = (column[begins] for column in columns)
    for one, begin, end, number in zip(ties.tolist(), iso_days(firsts), iso_days(lasts), counts, strict=True):
        found[one].append((begin, end, number))
    return found


def _dated_places(proofs: Proofs) -> tuple[Array, Array]:
    """The passages with a date, by their rows, and the places that date them."""
    known = [np.flatnonzero(place >= 0) for place in (proofs.place, proofs.other)]
    return np.concatenate(known), np.concatenate([proofs.place[known[0]], proofs.other[known[1]]])
