"""How well two given names or initials agree, whatever the language each is in."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.names.distance import likeness
from kartoteka.names.given import classes, given_names
from kartoteka.names.person import is_initial
from kartoteka.romanization.phonemes import phonemes, substitution

#: Nothing known either way.
UNKNOWN = 0.5
CLASH = 0.0
#: Sasha is Oleksandr as a rule; Yurii can be George: enough not to contradict, too little to prove.
NICKNAME, RELATED = 0.7, 0.4
INITIAL, INITIAL_OF_OTHER_FORM, BARE_I = 0.85, 0.8, 0.3
#: Е, Є and Э, as the schemes write them at the beginning of a name.
_E = ("e", "ie", "ye", "je", "е", "є", "э")
_GLIDES = ("iu", "ia", "ie", "yu", "ya", "ye", "ju", "ja", "je", "ю", "я", "є")


@lru_cache(maxsize=500_000)
def given_agreement(left: str, right: str) -> float:
    """How well two given names or initials agree: one class, one sound, or a contradiction (0)."""
    if not left or not right:
        return UNKNOWN
    if is_initial(left) or is_initial(right):
        return initial_agreement(left, right)
    a, b = classes(left), classes(right)
    if a.sure & b.sure:
        return 1.0
    sound = likeness(left, right)
    if sound >= 0.9 or not (a.all and b.all):
        return sound
    return NICKNAME if a.usual & b.usual else RELATED if a.all & b.all else CLASH


def initial_agreement(left: str, right: str) -> float:
    """How well an initial fits a given name or another initial."""
    short, long = (left, right) if is_initial(left) else (right, left)
    if _bare_i(short, long) or (is_initial(long) and _bare_i(long, short)):
        return BARE_I
    if begins(long, short):
        return INITIAL
    known = given_names()
    if any(begins(s, short) for name in classes(long).sure for s in known[name].spellings):
        return INITIAL_OF_OTHER_FORM
    return CLASH


def _bare_i(initial: str, name: str) -> bool:
    """Whether an I alone stands against a name or initial in Iu, Ia, Ю, Я: it is І or И more likely."""
    return initial.rstrip(".").lower() in {"i", "і", "и"} and name.lower().startswith(_GLIDES)


@lru_cache(maxsize=200_000)
def begins(name: str, initial: str) -> bool:
    """Whether a name or another initial can begin with the sounds of an initial, glides aside."""
    if initial.rstrip(".").lower() in _E and name.lower().startswith(_E):
        return True
    a, b = phonemes(initial.rstrip(".")), phonemes(name.rstrip("."))
    return any(
        bool(x) and all(substitution(p + q) <= 0.25 for p, q in zip(x, y, strict=False))
        for x, y in ((a, b), (a.lstrip("j"), b.lstrip("j")), (a, b.lstrip("j")), (a.lstrip("j"), b))
        if y
    )
