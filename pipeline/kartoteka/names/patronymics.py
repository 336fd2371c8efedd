"""How well two patronymics agree: one father's name in three languages, or two fathers."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.names.combining import MISSING
from kartoteka.names.distance import likeness
from kartoteka.names.forenames import CLASH, begins
from kartoteka.names.given import given_names, patronymic_classes, patronymic_gender
from kartoteka.names.person import is_initial


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
        return 1.0 if fits or _other_form(a[0], b[0]) else CLASH
    if patronymic_classes(a[0]) & patronymic_classes(b[0]):
        return 1.0
    sound = likeness(a[0], b[0])
    contradict = sound < 0.5 and bool(patronymic_gender(a[0])) and bool(patronymic_gender(b[0]))
    known = bool(patronymic_classes(a[0]) and patronymic_classes(b[0]))
    return CLASH if contradict or (known and sound < 0.75) else max(sound, 0.3)


def _other_form(left: str, right: str) -> bool:
    """Whether an initial can be that of the same patronymic in another language (М. of Mykolaiovych, N.)."""
    short, long = (left, right) if is_initial(left) else (right, left)
    known = given_names()
    return any(begins(s, short) for name in patronymic_classes(long) for s in known[name].spellings)
