"""How well two patronymics agree: one father's name in three languages, or two fathers."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.names.persons.combining import INITIAL_OF_FATHER, MISSING
from kartoteka.names.persons.forenames import CLASH, begins, begins_otherwise, in_order, may_be_one_initial
from kartoteka.names.persons.given import (
    classes,
    is_filial,
    patronymic_classes,
    patronymic_gender,
    patronymic_stems,
)
from kartoteka.names.persons.misprints import differ_by_a_slip
from kartoteka.names.persons.parse import is_initial
from kartoteka.names.persons.translations import russian_patronymic
from kartoteka.names.sounds.distance import likeness
from kartoteka.romanization.fold import fold

#: Too far apart to be one spelling, too near to be two fathers' names.
_DOUBTFUL = 0.3
#: М. and N.: nothing against one father, hardly anything for him.
_OTHER_INITIAL = 0.7
_ONE_SOUND = 0.9


@lru_cache(maxsize=500_000)
def patronymic_agreement(left: str, right: str) -> float:
    """How well two patronymics or their initials agree, from 0 to 1.

    `MISSING` where one name has none: that tells nothing. 0 for a contradiction.
    """
    a, b = left.split(), right.split()
    if not a or not b:
        return MISSING
    if is_initial(a[0]) or is_initial(b[0]):
        return _initial_agreement(*in_order(a[0], b[0]))
    one, other = _fathers(a), _fathers(b)
    if one & other:
        return 1.0
    if _contracted(a[0], b[0]) or _contracted(b[0], a[0]):
        return INITIAL_OF_FATHER
    sound = _sound(a, b)
    contradict = sound < 0.5 and _is_patronymic(a) and _is_patronymic(b)
    if not contradict and not (one and other and sound < 0.75):
        return max(sound, _DOUBTFUL)
    return _DOUBTFUL if differ_by_a_slip(fold(a[0]), fold(b[0])) and not (one and other) else CLASH


def _sound(a: list[str], b: list[str]) -> float:
    """How alike two patronymics sound; "Ali ogly" as the name that Alievich is made of."""
    if is_filial(a[-1]) != is_filial(b[-1]):
        father, child = (a[0], b[0]) if is_filial(a[-1]) else (b[0], a[0])
        return max(likeness(fold(father).rstrip("aeiou"), stem) for stem in patronymic_stems(child))
    sound = likeness(a[0], b[0])
    if sound >= _ONE_SOUND or (patronymic_classes(a[0]) and patronymic_classes(b[0])):
        return sound
    forms = [(word, *russian_patronymic(word)) for word in (a[0], b[0])]
    return max(likeness(x, y) for x in forms[0] for y in forms[1])


def _contracted(short: str, long: str) -> bool:
    """Whether one is the other with its middle left out: Vlad'vich, Вл-вич."""
    head, sign, tail = short.rstrip(".").replace("-", "'").partition("'")
    whole, a, b = fold(long), fold(head), fold(tail)
    return bool(sign and a and b) and whole.startswith(a) and whole.endswith(b) and len(whole) > len(a + b) + 1


def _initial_agreement(short: str, long: str) -> float:
    """How well an initial fits a patronymic or its initial, also in another language (М. of Mykolaiovych, N.)."""
    if begins(long, short) or begins_otherwise(patronymic_classes(long), short):
        return INITIAL_OF_FATHER
    return _OTHER_INITIAL if is_initial(long) and may_be_one_initial(short, long) else CLASH


def _fathers(words: list[str]) -> frozenset[str]:
    """The given names that a patronymic can be made of; before "ogly" stands the father's name itself."""
    return classes(words[0]).sure if is_filial(words[-1]) else patronymic_classes(words[0])


def _is_patronymic(words: list[str]) -> bool:
    return bool(patronymic_gender(words[0])) or is_filial(words[-1])
