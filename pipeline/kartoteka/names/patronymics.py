"""How well two patronymics agree: one father's name in three languages, or two fathers."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.names.combining import INITIAL_OF_FATHER, MISSING
from kartoteka.names.distance import likeness
from kartoteka.names.forenames import CLASH, begins
from kartoteka.names.given import classes, given_names, is_filial, patronymic_classes, patronymic_gender
from kartoteka.names.person import is_initial
from kartoteka.romanization.fold import fold

#: Too far apart to be one spelling, too near to be two fathers' names.
_DOUBTFUL = 0.3


@lru_cache(maxsize=500_000)
def patronymic_agreement(left: str, right: str) -> float:
    """How well two patronymics or their initials agree, from 0 to 1.

    `MISSING` where one name has none: that tells nothing. 0 for a contradiction.
    """
    a, b = left.split(), right.split()
    if not a or not b:
        return MISSING
    if is_initial(a[0]) or is_initial(b[0]):
        fits = begins(a[0], b[0]) if is_initial(b[0]) else begins(b[0], a[0])
        return INITIAL_OF_FATHER if fits or _other_form(a[0], b[0]) else CLASH
    one, other = _fathers(a), _fathers(b)
    if one & other:
        return 1.0
    sound = likeness(a[0], b[0])
    contradict = sound < 0.5 and _is_patronymic(a) and _is_patronymic(b)
    if not contradict and not (one and other and sound < 0.75):
        return max(sound, _DOUBTFUL)
    return _DOUBTFUL if _misprinted(a[0], b[0]) and not (one and other) else CLASH


def _fathers(words: list[str]) -> frozenset[str]:
    """The given names that a patronymic can be made of; before "ogly" stands the father's name itself."""
    return classes(words[0]).sure if is_filial(words[-1]) else patronymic_classes(words[0])


def _is_patronymic(words: list[str]) -> bool:
    return bool(patronymic_gender(words[0])) or is_filial(words[-1])


def _misprinted(left: str, right: str) -> bool:
    """Whether two spellings have the same letters after the same first one in another order."""
    a, b = fold(left), fold(right)
    return a[:1] == b[:1] and sorted(a) == sorted(b)


def _other_form(left: str, right: str) -> bool:
    """Whether an initial can be that of the same patronymic in another language (М. of Mykolaiovych, N.)."""
    short, long = (left, right) if is_initial(left) else (right, left)
    known = given_names()
    return any(begins(s, short) for name in patronymic_classes(long) for s in known[name].spellings)
