"""Group a list of names into persons: precision first, and never across a contradiction.

All names that compare as one person's make a net of links; a net is no person yet. Names that fit two persons who
contradict each other are taken out of it, then each connected part is grouped by itself, the best link first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from kartoteka.names.lists.ambiguity import fit_several
from kartoteka.names.lists.batch import EMPTY, read_names
from kartoteka.names.lists.blocking import blocks, candidates, undivided
from kartoteka.names.lists.entries import pairs
from kartoteka.names.lists.grouping import group
from kartoteka.names.lists.links import find_links


@dataclass(frozen=True, slots=True)
class Grouping:
    """The cluster number of each name, from 0 in the order in which clusters first appear, and what stays open.

    `open` are names that fit several persons and were joined to none, `unusable` those that hold no name; both as
    places in the list.
    """

    numbers: list[int]
    open: list[int]
    unusable: list[int]


def cluster_names(names: Sequence[str]) -> list[int]:
    """The cluster number of each name, from 0 in the order in which clusters first appear (`group_names`)."""
    return group_names(names).numbers


def group_names(names: Sequence[str]) -> Grouping:
    """The names of a list grouped into persons.

    Equal strings are one, but for those that hold no name; further ones are joined from the best-scored pair on,
    while at least half of the pairs across the two clusters say "same" and none says "different". A name with
    initials, or without the patronymic that others have, that fits two persons who contradict each other is joined
    to neither; a surname alone proves nothing and stays alone. The order of the names does not change who is
    grouped with whom.
    """
    unique = sorted(set(names))
    if not unique:
        return Grouping([], [], [])
    read = read_names(unique)
    blocked = blocks(read)
    links = find_links(read, candidates(blocked))
    several = fit_several(read, links) | blocked.left_out
    clusters = group(read, links.without(several))
    places = dict(zip(unique, range(len(unique)), strict=True))
    of = np.fromiter((places[name] for name in names), np.int64, len(names))
    unusable = ((read.marks & EMPTY) > 0)[of]
    # What is no name is nobody twice: each such row stays by itself.
    found = np.where(unusable, len(unique) + np.arange(len(names)), clusters[of])
    return Grouping(
        _numbered(found.tolist()), np.flatnonzero(several[of]).tolist(), np.flatnonzero(unusable).tolist()
    )


def alike_names(names: Sequence[str]) -> list[tuple[int, int]]:
    """The places of all names in a list that compare as one person's, two by two, the lower first; equal ones too.

    Whether two names are among them depends on these two alone, whatever else the list holds.
    """
    unique = sorted(set(names))
    if not unique:
        return []
    read = read_names(unique)
    links = find_links(read, pairs(undivided(read)))
    places: list[list[int]] = [[] for _ in unique]
    numbers = {name: number for number, name in enumerate(unique)}
    for place, name in enumerate(names):
        places[numbers[name]].append(place)
    found = [pair for equal in places for pair in combinations(equal, 2)]
    for left, right in zip(links.left.tolist(), links.right.tolist(), strict=True):
        found += [(min(pair), max(pair)) for pair in product(places[left], places[right])]
    return sorted(found)


def _numbered(clusters: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(cluster, len(numbers)) for cluster in clusters]
