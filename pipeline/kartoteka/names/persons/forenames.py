"""How well two given names or initials agree, whatever the language each is in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from kartoteka.names.persons.given import Classes, classes, given_names
from kartoteka.names.persons.misprints import differ_by_a_slip
from kartoteka.names.persons.parse import is_initial
from kartoteka.names.persons.translations import russian_given
from kartoteka.names.sounds.distance import likeness
from kartoteka.romanization.fold import fold
from kartoteka.romanization.phonemes import phonemes, substitution

#: Nothing known either way.
UNKNOWN = 0.5
CLASH = 0.0
#: Kolia is Mykola; Sasha is Oleksandr or Oleksandra, which says as much as an initial; Yurii can be George: that does
#: not contradict, and proves little.
NICKNAME, NICKNAME_OF_SEVERAL, RELATED = 0.7, 0.65, 0.4
#: An initial fits; it fits another form of the name; it may be that of another form; I. is seldom Iu.
INITIAL, INITIAL_OF_OTHER_FORM, OTHER_INITIAL, BARE_I = 0.7, 0.65, 0.2, 0.3
#: From here on two spellings are one word; of less, likeness counts the less the smaller it is.
#: A slip of the pen in a name of no other class.
MISPRINT = 0.52
_ONE_SOUND, _SOUND_POWER = 0.9, 1.3
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
    if a.sure and b.sure and not a.all & b.all:
        # Яна and Анна sound nearly alike, and are two names.
        return CLASH
    if sound >= _ONE_SOUND:
        return sound
    if a.all and b.all:
        return _by_custom(a, b)
    agreement = float(_sound_in_russian(left, right, sound) ** _SOUND_POWER)
    if agreement < MISPRINT and any(differ_by_a_slip(x, y) for x in _spellings(left) for y in _spellings(right)):
        return MISPRINT
    return agreement


def _by_custom(a: Classes, b: Classes) -> float:
    """What a nickname says, or a name that is another one in another land; Савва is a name, and short for Савелій."""
    if not a.usual & b.usual:
        return RELATED if a.all & b.all else CLASH
    if a.sure and b.sure:
        return RELATED
    return NICKNAME_OF_SEVERAL if a.several or b.several else NICKNAME


@lru_cache(maxsize=100_000)
def _spellings(name: str) -> tuple[str, ...]:
    """The keys of a given name in all its forms."""
    known = given_names()
    forms = (name, *(s for found in classes(name).sure for s in known[found].spellings))
    return tuple(dict.fromkeys(fold(form) for form in forms))


def _sound_in_russian(left: str, right: str, sound: float) -> float:
    """How alike two names sound where one of them can be the other's Ukrainian form."""
    forms = [(left, *russian_given(left)), (right, *russian_given(right))]
    return max([sound, *(likeness(x, y) for x in forms[0] for y in forms[1])])


def initial_agreement(left: str, right: str) -> float:
    """How well an initial fits a given name or another initial."""
    short, long = in_order(left, right)
    if _bare_i(short, long) or (is_initial(long) and _bare_i(long, short)):
        return BARE_I
    if begins(long, short):
        return INITIAL
    if begins_otherwise(classes(long).sure, short):
        return INITIAL_OF_OTHER_FORM
    return OTHER_INITIAL if is_initial(long) and may_be_one_initial(short, long) else CLASH


def in_order(left: str, right: str) -> tuple[str, str]:
    """The initial before the name; of two initials the shorter one first, so that their order does not matter."""
    one, other = sorted((left, right), key=lambda word: (not is_initial(word), len(word), word))
    return one, other


@lru_cache(maxsize=10_000)
def may_be_one_initial(left: str, right: str) -> bool:
    """Whether two initials can be those of one name in Ukrainian and in Russian."""
    return any(begins(left, x) and begins(right, y) for x, y in _other_initials())


@cache
def _other_initials() -> frozenset[tuple[str, str]]:
    """The first letters of the Ukrainian and the Russian form of a name, where they differ: М and Н of Микола."""
    found: set[tuple[str, str]] = set()
    for given in given_names().values():
        ukrainian, *russian = given.regional[:2] or [""]
        found.update((ukrainian[0], other[0]) for other in russian if not begins(other, ukrainian[0]))
    return frozenset(found | {(y, x) for x, y in found})


def _bare_i(initial: str, name: str) -> bool:
    """Whether an I alone stands against a name or initial in Iu, Ia, Ю, Я: it is І or И more likely."""
    return initial.rstrip(".").lower() in {"i", "і", "и"} and name.lower().startswith(_GLIDES)


@lru_cache(maxsize=200_000)
def begins(name: str, initial: str) -> bool:
    """Whether a name or another initial can begin with the sounds of an initial; of ie and yi also the vowel alone."""
    if initial.rstrip(".").lower() in _E and name.lower().startswith(_E):
        return True
    a, b = phonemes(initial.rstrip(".")), phonemes(name.rstrip("."))
    return any(
        bool(x) and all(substitution(p + q) <= 0.25 for p, q in zip(x, y, strict=False))
        for x, y in product({a, _without_glide(a)}, {b, _without_glide(b)})
        if y
    )


def _without_glide(sounds: str) -> str:
    return sounds[1:] if sounds[:2] in {"je", "ji"} else sounds


def begins_otherwise(names: Iterable[str], initial: str) -> bool:
    """Whether one of these classes begins so in another language of the region: О. of Aleksandr, N. of Mykola.

    Nobody abbreviates Ivan by the J. of John: only the first forms of a class count, which are those of the region.
    """
    known = given_names()
    return any(begins(form, initial) for name in names for form in known[name].regional)
