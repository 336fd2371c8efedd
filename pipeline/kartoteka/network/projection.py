"""From a two-mode network to one: two persons are tied through the organizations, posts or texts that they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.choice import Choice
from kartoteka.network.cooccurrence import (
    Counted,
    Edge,
    Spells,
    documents_of,
    life,
    listed,
    lives_of,
    quotations,
    told_by_sentences,
)
from kartoteka.network.counting.namings import OPENS, Namings, arrange
from kartoteka.network.counting.pairs import Scope, pairs, scopes
from kartoteka.network.counting.spells import common, unite
from kartoteka.network.counting.statistics import measure_ties
from kartoteka.network.evidence import Proofs, read_proofs

if TYPE_CHECKING:
    from kartoteka.store.store import Store
    from kartoteka.types import Passage

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Sharing:
    """The ties to what is shared: where they are proved, on which days each lives, and whether its sentences say so."""

    counted: Counted
    proofs: Proofs
    lives: tuple[Array, Array, Array]
    told: Array


@dataclass(frozen=True, slots=True)
class Projected:
    """Pairs of nodes of one kind and what they share.

    `namings` are the shared things as windows that name those tied to them; `pair`, `count` and `newman` are columns
    of ties. `first` and `second` are the ties to what is shared, a row a pair and thing, by pair (`owner`), that with
    the fewest ties first. `days` are those on which both ends are tied to it: columns of row, first and last day.
    """

    namings: Namings
    days: tuple[Array, Array, Array]
    pair: Array
    count: Array
    newman: Array
    owner: Array
    thing: Array
    first: Array
    second: Array


def read_sharing(counted: Counted) -> Sharing:
    """What is told of all ties of a two-mode network."""
    proofs = read_proofs(counted.field, counted.tally.pair)
    told = told_by_sentences(proofs, len(counted.tally.pair))
    return Sharing(counted, proofs, lives_of(counted.field, proofs), told)


def project(sharing: Sharing, choice: Choice) -> tuple[Projected, int]:
    """The pairs of nodes of the kind that stays which share so many things, and the greatest number shared.

    In a time two share what both are tied to on common days of it. `newman` adds up 1 / (k - 1) over what two share,
    k being how many share it (Newman, "Scientific collaboration networks. II", Physical Review E 64, 2001).
    """
    counted = sharing.counted
    namings = _namings(counted, choice)
    members = np.bincount(namings.window)
    order = _by_rarity(counted, members)
    heaviest = base = rows_before = 0
    parts: list[tuple[Array, ...]] = []
    days: list[Array] = []
    for scope in scopes(namings):
        left, right = _sharers(sharing, namings, scope, bool(choice.since or choice.until))
        pair, thing = namings.node[left] * namings.nodes + namings.node[right], namings.window[left]
        rows = np.lexsort((order[thing], pair))
        begins = np.flatnonzero(np.diff(pair[rows], prepend=-1))
        sizes = np.diff(np.append(begins, len(rows)))
        heaviest = max(heaviest, int(sizes.max(initial=0)))
        kept = sizes >= choice.min_weight
        rows, sizes = rows[np.repeat(kept, sizes)], sizes[kept]
        owner = np.repeat(np.arange(len(sizes)), sizes)
        newman = np.bincount(owner, 1 / (members[thing[rows]] - 1), len(sizes))
        ends = (namings.at[left[rows]], namings.at[right[rows]])
        parts.append((pair[rows][np.cumsum(sizes) - sizes], sizes, newman, base + owner, thing[rows], *ends))
        row, *spell = common(sharing.lives, *ends)
        days.append(np.stack([rows_before + row, *spell]))
        base, rows_before = base + len(sizes), rows_before + len(rows)
    columns = (np.concatenate(column) for column in zip(*parts, strict=True))
    row, first, last = np.concatenate(days, axis=1)
    return Projected(namings, (row, first, last), *columns), heaviest


def _sharers(sharing: Sharing, namings: Namings, scope: Scope, timed: bool) -> tuple[Array, Array]:
    """Every two that share a thing; of a time those who share it on common days."""
    left, right = pairs(namings, scope)
    if not timed:
        return left, right
    shared = np.unique(common(sharing.lives, namings.at[left], namings.at[right])[0])
    return left[shared], right[shared]


def projected_edges(store: Store, sharing: Sharing, projected: Projected, choice: Choice) -> Iterator[Edge]:
    """The ties with all that is told of them, in the order of their ids.

    A tie lives on the days on which both ends are tied to something that they share, and is dated by sentences where
    those of both ends are.
    """
    if not len(projected.pair):
        return
    namings, nodes = projected.namings, sharing.counted.nodes
    proofs = _Proofs(store, sharing, projected, choice)
    left, right = projected.pair // namings.nodes, projected.pair % namings.nodes
    figures = measure_ties(projected.count, namings.named[left], namings.named[right], namings.windows)
    names = _names(store, choice)
    columns = (left, right, projected.count, projected.newman, figures.npmi)
    further = (figures.log_likelihood, figures.p_value, figures.jaccard, _undated(projected))
    begins = (np.cumsum(projected.count) - projected.count).tolist()
    things = projected.thing.tolist()
    cells = zip(begins, *(column.tolist() for column in (*columns, *further)), strict=True)
    lives = zip(*_lives(sharing, projected), strict=True)
    for (begin, one, other, count, newman, npmi, likelihood, p_value, jaccard, undated), lived in zip(
        cells, lives, strict=True
    ):
        rows = range(begin, begin + count)
        told = {"weight": count, "count": count, "newman": newman, "npmi": npmi, "log_likelihood": likelihood}
        told |= {"p_value": p_value, "jaccard": jaccard, "undated": undated, **life(*lived)}
        told |= {"shared": [names[nodes[things[row]]] for row in rows]}
        told |= {"documents": proofs.documents(rows), "passages": proofs.passages(rows)}
        yield nodes[one], nodes[other], told


def _lives(sharing: Sharing, projected: Projected) -> tuple[list[Spells], list[bool]]:
    """The spells of each tie, and whether sentences tell them of both ends."""
    row, first, last = projected.days
    owner, told = projected.owner[row], np.zeros(len(projected.pair), dtype=bool)
    told[owner[sharing.told[projected.first[row]] & sharing.told[projected.second[row]]]] = True
    return listed(unite(owner, first, last), len(told)), told.tolist()


def _undated(projected: Projected) -> Array:
    """How many things the two of each tie share without any day in common."""
    dated = np.unique(projected.days[0])
    found: Array = projected.count - np.bincount(projected.owner[dated], minlength=len(projected.pair))
    return found


class _Proofs:
    """Where the ties to what is shared are proved."""

    def __init__(self, store: Store, sharing: Sharing, projected: Projected, choice: Choice) -> None:
        self._most = choice.quotations
        self._documents = documents_of(sharing.counted, sharing.proofs)
        self._first, self._second = projected.first.tolist(), projected.second.tolist()
        used = np.zeros(len(self._documents), dtype=bool)
        used[projected.first] = used[projected.second] = True
        proofs = sharing.proofs.take(np.flatnonzero(used[sharing.proofs.tie]))
        self._passages = quotations(store, sharing.counted, proofs, choice)

    def documents(self, rows: range) -> list[str]:
        """The documents that tie either end to what the two share."""
        found = {
            one for row in rows for tie in (self._first[row], self._second[row]) for one in self._documents[tie]
        }
        return sorted(found)

    def passages(self, rows: range) -> tuple[Passage, ...]:
        """A passage that ties both ends to a thing shared, or one of each side by side, thing by thing."""
        found: list[Passage] = []
        for row in rows:
            own, other = self._passages[self._first[row]], self._passages[self._second[row]]
            both = next(((one,) for one in own if one in other), None) or (own[0], other[0])
            if found and len(found) + len(both) > self._most:
                break
            found += (passage for passage in both if passage not in found)
        return tuple(found)


def _namings(counted: Counted, choice: Choice) -> Namings:
    """What is shared as windows; `at` is the tie of the node to it."""
    left, right = counted.ends
    labels = counted.field.appearances.labels
    stays = np.array([label == choice.projection for label in labels] + [False] * len(counted.nodes), dtype=bool)
    node, thing = np.where(stays[left], left, right), np.where(stays[left], right, left)
    rows = (thing, node, np.arange(len(node)), np.full(len(node), OPENS, dtype=np.uint8), np.zeros_like(node))
    return arrange(rows, len(counted.nodes), len(np.unique(thing)))


def _by_rarity(counted: Counted, members: Array) -> Array:
    """The place of each shared thing in the order of telling: those that the fewest share first."""
    found = np.zeros(len(members), dtype=np.int64)
    found[np.lexsort((np.arange(len(members)), members))] = np.arange(len(members))
    return found


def _names(store: Store, choice: Choice) -> dict[str, str]:
    names = {entity.id: entity.name for entity in store.entities()}
    if choice.of_documents:
        names |= {document.id: document.title or document.id for document in store.documents()}
    return names
