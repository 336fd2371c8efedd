"""What `surnames` says of two surnames, for many pairs at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kartoteka.names.persons.genders import DOUBTFUL, NEUTRAL
from kartoteka.names.persons.surnames import (
    ONE_NAME,
    OTHER_SEX,
    OTHER_SUFFIX,
    TWO_NAMES,
    commonness,
    doubtful_sexes,
    is_plain_surname,
    pairs_of_stems,
    sex_endings,
    suffixes,
    surname_agreement,
)
from kartoteka.names.sounds.likenesses import Numbers, Shares, Sounds, likenesses, look_ahead, read_sounds


@dataclass(frozen=True, slots=True, eq=False)
class Surnames:
    """Words that are surnames or may be, with what is asked of each, as columns."""

    words: Sequence[str]
    sounds: Sounds
    plain: npt.NDArray[np.bool_]
    hers: Numbers
    his: Numbers
    common: Shares
    suffixes: Numbers


def read_surnames(words: Sequence[str]) -> Surnames:
    """Every word looked at once."""
    endings = np.array([sex_endings(word) for word in words], np.int64).reshape(len(words), 2)
    return Surnames(
        words,
        read_sounds(words),
        plain=np.array([is_plain_surname(word) for word in words], np.bool_),
        hers=endings[:, 0],
        his=endings[:, 1],
        common=np.array([commonness(word) for word in words], np.float64),
        suffixes=np.array([suffixes(word) for word in words], np.int64),
    )


def surname_agreements(surnames: Surnames, left: Numbers, right: Numbers) -> Shares:
    """`surname_agreement` of the words at `left` and those at `right`, pair by pair."""
    sound = likenesses(surnames.sounds, left, right)
    two_sexes = (_of_two_sexes(surnames, left, right) > 0) & (sound < OTHER_SEX)
    frequent = (surnames.common[left] > 0) & (surnames.common[right] > 0)
    one, other = surnames.suffixes[left], surnames.suffixes[right]
    suffixed = (one > 0) & (other > 0) & ((one & other) == 0) & (sound < OTHER_SEX)
    sound = np.where(
        frequent & (sound < ONE_NAME), sound * TWO_NAMES, np.where(suffixed, sound * OTHER_SUFFIX, sound)
    )
    found: Shares = sound * 0.6 + sound * 0.4
    seldom = ~(surnames.plain[left] & surnames.plain[right]) | two_sexes
    words = surnames.words
    at = np.flatnonzero(seldom)
    pairs = [(words[a], words[b]) for a, b in zip(left[at].tolist(), right[at].tolist(), strict=True)]
    look_ahead([*pairs, *(stems for pair in pairs for stems in pairs_of_stems(*pair))])
    found[at] = [surname_agreement(*pair) for pair in pairs]
    return found


def surname_genders(surnames: Surnames, left: Numbers, right: Numbers) -> Shares:
    """What two surnames alone tell of a man and a woman (`gender_agreement` of names of unknown sex)."""
    doubtful = (_of_two_sexes(surnames, left, right) & doubtful_sexes()) > 0
    return np.where(doubtful, DOUBTFUL, NEUTRAL)


def _of_two_sexes(surnames: Surnames, left: Numbers, right: Numbers) -> Numbers:
    """The endings, as bits, that one surname has in a woman's form and the other in a man's."""
    return (surnames.hers[left] & surnames.his[right]) | (surnames.his[left] & surnames.hers[right])
