"""What `surnames` says of two surnames, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kartoteka.names.likenesses import Numbers, Shares, likenesses
from kartoteka.names.surnames import commonness, is_plain_surname, sex_endings, surname_agreement


def surname_agreements(one: Sequence[str], other: Sequence[str], left: Numbers, right: Numbers) -> Shares:
    """`surname_agreement` of the words of `one` at `left` and those of `other` at `right`, pair by pair."""
    words = [*one, *other]
    sound = likenesses(words, left, right + len(one))
    found = sound * 0.6 + sound * 0.4
    plain = np.array([is_plain_surname(word) for word in words], np.bool_)
    hers, his = (np.array(column, np.int64) for column in zip(*map(sex_endings, words), strict=True))
    other = right + len(one)
    sexes = ((hers[left] & his[other]) | (his[left] & hers[other])) > 0
    common = np.array([commonness(word) > 0 for word in words], np.bool_)
    sexes |= common[left] & common[other]
    for at in np.flatnonzero(sexes | ~(plain[left] & plain[other])):
        found[at] = surname_agreement(one[left[at]], other[right[at]])
    return found
