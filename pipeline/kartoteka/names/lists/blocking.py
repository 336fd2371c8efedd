"""Which names of a long list are worth comparing: those that share a coarse surname and can share a given name.

A name stands in blocks, one for each coarse reading of its surname with each class or first sound of its given name.
Two names are a pair where they share a block and at least one of them is *bound* to it: a full name is bound to the
blocks of its given name's classes and merely listed in those of its first sounds, where names with an initial are
bound. A block that would give too many pairs is divided in the same way by a finer reading of the surname, then by
patronymics. Single words prove nothing of a person (`compare_persons`) and are in no block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from kartoteka.names.lists.batch import ALONE, EMPTY, Names
from kartoteka.names.lists.crowds import in_crowds
from kartoteka.names.lists.entries import (
    Bools,
    Entries,
    all_in_one,
    divide,
    ordered,
    pairs,
    pairs_by_entry,
    together,
)
from kartoteka.names.lists.signs import (
    coarse_signs,
    fine_signs,
    given_signs,
    patronymic_signs,
    spelled_signs,
    turned_signs,
)
from kartoteka.names.persons.parse import parse_name
from kartoteka.names.sounds.likenesses import Numbers

#: Blocks that give more pairs than this are divided; by all sounds of the surname, which can lose a pair, huge ones.
LARGEST, HUGE = 100, 500


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """All blocks, and which names were left out of them because they fit several persons."""

    levels: tuple[Entries, ...]
    left_out: Bools


def blocks(names: Names) -> Blocks:
    """The blocks of a list of names; large ones are divided, and freed of names that would fit half of them."""
    coarse = undivided(names)
    large = pairs_by_entry(coarse) > LARGEST
    crowded = coarse.take(large)
    fine = ordered(divide(crowded, names.spelled.words, _surnames(names, crowded), fine_signs))
    left_out = in_crowds(names, fine)
    fine = fine.take(~left_out[fine.row])
    small = pairs_by_entry(fine) <= LARGEST
    crowded = fine.take(~small)
    fathers = names.patronymics
    by_father = ordered(divide(crowded, fathers.words, fathers.of[crowded.row], patronymic_signs))
    left_out |= in_crowds(names, by_father)
    few = pairs_by_entry(by_father) <= HUGE
    crowded = by_father.take(~few & ~left_out[by_father.row])
    spelled = ordered(divide(crowded, names.spelled.words, _surnames(names, crowded), spelled_signs))
    levels = (coarse.take(~large), fine.take(small), by_father.take(few), spelled)
    return Blocks(tuple(level.take(~left_out[level.row]) for level in levels), left_out)


def candidates(blocks: Blocks) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of rows that are worth comparing, the lower row first, in portions; a pair can come in several."""
    for level in blocks.levels:
        yield from pairs(level)


def meeting_signs(name: str) -> frozenset[str]:
    """The signs of a name of which two names share one that meet in a block, however long the list."""
    parsed = parse_name(name)
    return frozenset((*coarse_signs(parsed.surname).bound, *turned_signs(parsed.given).bound))


def undivided(names: Names) -> Entries:
    """The blocks of every name, ordered, however large: what two names share depends on these two alone.

    A name whose given name is in no table is there also with surname and given name exchanged.
    """
    rows = np.flatnonzero((names.marks & (EMPTY | ALONE)) == 0)
    numbers: dict[str, int] = {}
    straight, turned = all_in_one(rows, False), all_in_one(rows, True)
    words = names.spelled.words
    straight = divide(straight, words, _surnames(names, straight), coarse_signs, numbers=numbers)
    turned = divide(turned, words, _surnames(names, turned), turned_signs, numbers=numbers)
    both = together(straight, turned)
    return ordered(divide(both, words, _given(names, both), given_signs))


def _surnames(names: Names, entries: Entries) -> Numbers:
    """For each entry the number, among all words spelled, of what it takes for the surname."""
    first = len(names.surnames.words)
    return np.where(entries.turned, first + names.given.of[entries.row], names.surnames.of[entries.row])


def _given(names: Names, entries: Entries) -> Numbers:
    """The same of the given name."""
    first = len(names.surnames.words)
    return np.where(entries.turned, names.surnames.of[entries.row], first + names.given.of[entries.row])
