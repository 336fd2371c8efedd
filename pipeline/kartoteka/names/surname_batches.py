"""What `surnames` says of two surnames, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from kartoteka.names.likenesses import Numbers, Shares, likenesses
from kartoteka.names.surnames import _feminine_endings, surname_agreement
from kartoteka.romanization.fold import fold


def surname_agreements(one: Sequence[str], other: Sequence[str], left: Numbers, right: Numbers) -> Shares:
    """`surname_agreement` of the words of `one` at `left` and those of `other` at `right`, pair by pair."""
    words = [*one, *other]
    sound = likenesses(words, left, right + len(one))
    found = sound * 0.6 + sound * 0.4
    plain = np.array([_is_plain(word) for word in words], np.bool_)
    for at in np.flatnonzero(~(plain[left] & plain[right + len(one)])):
        found[at] = surname_agreement(one[left[at]], other[right[at]])
    return found


def _is_plain(surname: str) -> bool:
    """Whether a surname is one word without a hyphen."""
    return surname.isalpha()


@lru_cache(maxsize=200_000)
def sex_endings(surname: str) -> tuple[int, int]:
    """The endings of the table of a woman's and a man's surnames that this one has, as bits."""
    folded = fold(surname)
    pairs = list(enumerate(_feminine_endings().items()))
    hers = sum(1 << number for number, (ending, _) in pairs if folded.endswith(ending))
    return hers, sum(1 << number for number, (_, ending) in pairs if folded.endswith(ending))
