"""Which language of the region a whole name is in: what its letters, its given name and its endings tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Any

from kartoteka.names.persons.given import classes, given_names
from kartoteka.names.persons.parse import PersonName, is_initial
from kartoteka.names.sounds.distance import likeness
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC, straighten

#: What letters weigh as witnesses, then the form of a given name and the ends of patronymics and surnames.
_LETTERS = {"letters": 4, "shared": 3, "alone": 6}
_FORM, _ENDINGS = 2, {"patronymics": 2, "surnames": 1}
#: A given name is a form of a language where it sounds so much like it, and so much less like the others.
_SPELLED, _NEARER = 0.9, 0.02
#: The first forms of a class of given names are Ukrainian and Russian; Belarusian ones have none of these letters.
_NOT_BELARUSIAN = re.compile("[иїєґщъ]")
_SOFT = str.maketrans("", "", "'ʹʼ’′´\u0361")

#: Languages with their places from the likeliest on; those that nothing tells apart have one.
Order = tuple[tuple[str, int], ...]


def orders(left: PersonName, right: PersonName) -> tuple[Order, Order]:
    """The languages in which two names that are compared are likely meant; what tells one tells of the other too."""
    a, b = _witnesses(left), _witnesses(right)
    return _ordered(a, b), _ordered(b, a)


def _ordered(own: tuple[tuple[str, int], ...], others: tuple[tuple[str, int], ...]) -> Order:
    points = Counter(dict(own)) + Counter(dict(own)) + Counter(dict(others))
    languages: list[str] = _table()["order"]
    # What only the smallest of the three literatures would write so is named last.
    weights = {lang: (-points[lang], lang == languages[-1] and not points[lang]) for lang in languages}
    ranked = sorted(set(weights.values()))
    return tuple((lang, ranked.index(weights[lang])) for lang in languages)


@lru_cache(maxsize=20_000)
def _witnesses(name: PersonName) -> tuple[tuple[str, int], ...]:
    points: Counter[str] = Counter()
    words = [straighten(word).translate(_SOFT).lower() for word in (name.given, name.patronymic, name.surname)]
    cyrillic = " ".join(word for word in words if CYRILLIC.search(word))
    ends = zip(_ENDINGS.items(), words[1:], strict=True)
    for (kind, weight), text in (*((one, cyrillic) for one in _LETTERS.items()), *ends):
        for lang, pattern in _table()[kind].items():
            points[lang] += weight * bool(re.search(pattern, text))
    if lang := language_of(name.given):
        points[lang] += _FORM
    return tuple(sorted(points.items()))


@lru_cache(maxsize=20_000)
def language_of(given: str) -> str:
    """The language whose form of its class a given name is; "" where it is none or that of several."""
    if not given or is_initial(given):
        return ""
    sounds: dict[str, float] = {}
    for found in classes(given).sure:
        for lang, form in forms_by_language(found):
            sounds[lang] = max(sounds.get(lang, 0.0), likeness(given, form))
    ranked = sorted(sounds, key=lambda lang: -sounds[lang])
    if not ranked or sounds[ranked[0]] < _SPELLED:
        return ""
    clear = len(ranked) == 1 or sounds[ranked[0]] - sounds[ranked[1]] >= _NEARER
    return ranked[0] if clear and len(ranked) > 1 else ""


@cache
def forms_by_language(name: str) -> tuple[tuple[str, str], ...]:
    """The forms of a class of given names in the languages of the region, by the language."""
    forms = given_names()[name].regional
    first = tuple(zip(("uk", "ru"), forms[:2], strict=False))
    return (*first, *(("be", form) for form in forms[2:] if not _NOT_BELARUSIAN.search(form.lower())))


@cache
def _table() -> dict[str, Any]:
    return read_toml("gazetteers/name_languages.toml")
