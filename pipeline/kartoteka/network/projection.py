"""From a two-mode network to one: two persons are tied through the organizations, posts or texts that they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from kartoteka.network.choice import Choice
from kartoteka.network.cooccurrence import Counted, Edge, documents_of, quotations
from kartoteka.network.counting.namings import OPENS, Namings, arrange
from kartoteka.network.counting.pairs import pairs, scopes
from kartoteka.network.counting.statistics import measure_ties
from kartoteka.network.evidence import read_proofs

if TYPE_CHECKING:
    from kartoteka.store.store import Store

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Projected:
    """Pairs of nodes of one kind and what they share.

    `namings` are the shared things as windows that name those tied to them; `pair`, `count` and `newman` are columns
    of ties. `first` and `second` are the ties to what is shared, a row a pair and thing, by pair (`owner`), that with
    the fewest ties first.
    """

    namings: Namings
    pair: Array
    count: Array
    newman: Array
    owner: Array
    thing: Array
    first: Array
    second: Array


def project(counted: Counted, choice: Choice) -> tuple[Projected, int]:
    """The pairs of nodes of the kind that stays which share so many things, and the greatest number shared.

    `newman` adds up 1 / (k - 1) over what two share, k being how many share it (Newman, "Scientific collaboration
    networks. II", Physical Review E 64, 2001).
    """
    namings = _namings(counted, choice)
    members = np.bincount(namings.window)
    order = _by_rarity(counted, members)
    heaviest = 0
    parts: list[tuple[Array, ...]] = []
    base = 0
    for scope in scopes(namings):
        left, right = pairs(namings, scope)
        pair, thing = namings.node[left] * namings.nodes + namings.node[right], namings.window[left]
        rows = np.lexsort((order[thing], pair))
        begins = np.flatnonzero(np.diff(pair[rows], prepend=-1))
        sizes = np.diff(np.append(begins, len(rows)))
        heaviest = max(heaviest, int(sizes.max(initial=0)))
        kept = sizes >= choice.min_weight
        rows = rows[np.repeat(kept, sizes)]
        sizes = sizes[kept]
        owner = np.repeat(np.arange(len(sizes)), sizes)
        newman = np.bincount(owner, 1 / (members[thing[rows]] - 1), len(sizes))
        firsts = np.cumsum(sizes) - sizes
        ends = (namings.at[left[rows]], namings.at[right[rows]])
        parts.append((pair[rows][firsts], sizes, newman, base + owner, thing[rows], *ends))
        base += len(sizes)
    return Projected(namings, *(np.concatenate(column) for column in zip(*parts, strict=True))), heaviest


def projected_edges(store: Store, counted: Counted, projected: Projected, choice: Choice) -> Iterator[Edge]:
    """The ties with all that is told of them, in the order of their ids.

    The first thing shared is proved by a passage of each end; a tie has no time of its own.
    """
    if not len(projected.pair):
        return
    namings, nodes = projected.namings, counted.nodes
    proofs = _Proofs(store, counted, projected, choice)
    left, right = projected.pair // namings.nodes, projected.pair % namings.nodes
    figures = measure_ties(projected.count, namings.named[left], namings.named[right], namings.windows)
    names = _names(store, choice)
    columns = (left, right, projected.count, projected.newman, figures.npmi)
    further = (figures.log_likelihood, figures.p_value, figures.jaccard)
    begins = (np.cumsum(projected.count) - projected.count).tolist()
    things = projected.thing.tolist()
    cells = zip(begins, *(column.tolist() for column in (*columns, *further)), strict=True)
    for begin, one, other, count, newman, npmi, likelihood, p_value, jaccard in cells:
        rows = range(begin, begin + count)
        told = {"weight": count, "count": count, "newman": newman, "npmi": npmi, "log_likelihood": likelihood}
        told |= {"p_value": p_value, "jaccard": jaccard, "spells": [], "undated": count}
        told |= {"shared": [names[nodes[things[row]]] for row in rows]}
        told |= {"documents": proofs.documents(rows), "passages": proofs.passages(begin)}
        yield nodes[one], nodes[other], told


class _Proofs:
    """Where the ties to what is shared are proved."""

    def __init__(self, store: Store, counted: Counted, projected: Projected, choice: Choice) -> None:
        used = np.unique(np.concatenate([projected.first, projected.second]))
        ties = counted.take(used)
        proofs = read_proofs(ties.field, ties.tally.pair)
        self._documents = documents_of(ties, proofs)
        self._first = np.searchsorted(used, projected.first).tolist()
        self._second = np.searchsorted(used, projected.second).tolist()
        self._passages = quotations(store, ties, proofs, choice)

    def documents(self, rows: range) -> list[str]:
        """The documents that tie either end to what the two share."""
        found = {
            one for row in rows for tie in (self._first[row], self._second[row]) for one in self._documents[tie]
        }
        return sorted(found)

    def passages(self, row: int) -> tuple[Any, ...]:
        """A passage of each end of the row."""
        both = (self._passages[self._first[row]][0], self._passages[self._second[row]][0])
        return tuple(dict.fromkeys(both))


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
