"""Names that fit two persons who contradict each other: nobody can tell from the list who is meant."""

from __future__ import annotations

import numpy as np

from kartoteka.names.lists.batch import INITIAL, NICKNAME, Names, judge
from kartoteka.names.lists.crowds import has_patronymic
from kartoteka.names.lists.entries import Bools, spread
from kartoteka.names.lists.links import Links
from kartoteka.names.persons.combining import DIFFERENT
from kartoteka.names.sounds.likenesses import Numbers

#: So many pairs of neighbours at a time.
_TOGETHER = 1 << 20


def fit_several(names: Names, links: Links) -> Bools:
    """Which names are linked to two that contradict each other, and say less than they.

    A name with an initial, or a nickname of several names, says less than any other; a full one without patronymic
    less than those with one.
    """
    initial = (names.marks & (INITIAL | NICKNAME)) > 0
    bare = ~initial & ~has_patronymic(names)
    every = np.ones(len(names.texts), np.bool_)
    return _torn(names, links, initial, every) | _torn(names, links, bare, ~initial & ~bare)


def _torn(names: Names, links: Links, vague: Bools, full: Bools) -> Bools:
    """Of the vague names those linked to two of the full ones which contradict each other."""
    one = np.concatenate([links.left, links.right])
    other = np.concatenate([links.right, links.left])
    kept = vague[one] & full[other]
    one, other = one[kept], other[kept]
    order = np.lexsort((other, one))
    one, other = one[order], other[order]
    found = np.zeros(len(names.texts), np.bool_)
    sizes = np.bincount(one, minlength=len(names.texts))
    starts = (np.cumsum(sizes) - sizes)[one]
    _mark(names, one, other[starts], other, found)
    left = np.flatnonzero(~found[one])
    later = (starts + sizes[one])[left] - left - 1
    for portion in np.split(left, np.flatnonzero(np.diff(np.cumsum(later) // _TOGETHER)) + 1):
        source, within = spread((starts + sizes[one])[portion] - portion - 1)
        at = portion[source]
        _mark(names, one[at], other[at], other[at + 1 + within], found)
    return found


def _mark(names: Names, vague: Numbers, left: Numbers, right: Numbers, found: Bools) -> None:
    """Set `found` for the vague names beside which two names contradict each other; `left` rows come first."""
    verdicts = judge(names, left, right).verdicts
    found[vague[verdicts == DIFFERENT]] = True
