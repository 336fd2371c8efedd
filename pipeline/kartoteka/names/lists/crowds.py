"""Names that say too little for their company: I. Petrenko among Ivan, Ihor and Illia Petrenko.

A name with an initial, or without the patronymic that others have, can be spelled by several persons. Where a few
names out of a large block already show that it fits two who contradict each other, it is joined to nobody, and need
not be compared with the rest.
"""

from __future__ import annotations

import numpy as np

from kartoteka.names.lists.batch import COURTEOUS, INITIAL, NICKNAME, OTHERS, Names, judge
from kartoteka.names.lists.entries import Bools, Entries
from kartoteka.names.persons.combining import DIFFERENT, SAME
from kartoteka.names.sounds.likenesses import Numbers

#: A block with so many fuller names is a crowd.
CROWD = 12
#: With so many of them a name is compared, and so often with others.
_SAMPLE, _ROUNDS = 8, 4


def in_crowds(names: Names, entries: Entries) -> Bools:
    """Of all names those that fit two names of a crowd who contradict each other; the entries are ordered."""
    initial = (names.marks & (INITIAL | NICKNAME)) > 0
    bare = ~initial & ~has_patronymic(names)
    # Names that may stand in another case seem to contradict those that they are forms of.
    plain = (names.marks & (OTHERS | COURTEOUS)) == 0
    found = _fitting(names, entries, initial & plain, ~initial & plain)
    return found | _fitting(names, entries, bare & plain, ~(initial | bare) & plain)


def has_patronymic(names: Names) -> Bools:
    """Which names have a patronymic, its initial or a second given name."""
    return np.array([bool(word) for word in names.patronymics.words], np.bool_)[names.patronymics.of]


def _fitting(names: Names, entries: Entries, vague: Bools, full: Bools) -> Bools:
    """Of the vague names those that fit two of the full ones in a block, which contradict each other."""
    company = entries.take(full[entries.row])
    sizes = np.bincount(company.block, minlength=int(entries.block.max(initial=0)) + 1)
    starts = np.cumsum(sizes) - sizes
    asked = _largest(entries.take(vague[entries.row] & entries.bound & (sizes[entries.block] >= CROWD)), sizes)
    found = np.zeros(len(names.texts), np.bool_)
    fitting = np.full(len(asked), -1)
    for number in range(_ROUNDS):
        left = np.flatnonzero(~found[asked.row])
        start, size = starts[asked.block[left]], sizes[asked.block[left]]
        places = (np.arange(_SAMPLE) * _ROUNDS + number)[None, :] * size[:, None] // (_SAMPLE * _ROUNDS)
        others = company.row[start[:, None] + places]
        torn, fitting[left] = _torn(names, asked.row[left], others, fitting[left])
        found[asked.row[left[torn]]] = True
    return found


def _torn(names: Names, rows: Numbers, others: Numbers, fitting: Numbers) -> tuple[Bools, Numbers]:
    """Which rows fit a name beside them that contradicts one they fit; and one that each fits, -1 for none.

    `fitting` are names found before.
    """
    places, columns = np.nonzero(
        _verdicts(names, np.repeat(rows, others.shape[1]), others.ravel(), others.shape) == SAME
    )
    fits = others[places, columns]
    new = np.full(len(rows), -1)
    new[places[::-1]] = fits[::-1]
    fitting = np.where(fitting >= 0, fitting, new)
    against = _verdicts(names, fitting[places], fits, places.shape) == DIFFERENT
    torn = np.zeros(len(rows), np.bool_)
    torn[places[against]] = True
    return torn, fitting


def _largest(entries: Entries, sizes: Numbers) -> Entries:
    """Of each name the entry in its largest block."""
    order = np.lexsort((entries.block, -sizes[entries.block], entries.row))
    return entries.take(order[np.unique(entries.row[order], return_index=True)[1]])


def _verdicts(names: Names, left: Numbers, right: Numbers, shape: tuple[int, ...]) -> Numbers:
    """The verdicts on pairs as a table of some shape, each judged in the order of the rows."""
    return judge(names, np.minimum(left, right), np.maximum(left, right)).verdicts.reshape(shape)
