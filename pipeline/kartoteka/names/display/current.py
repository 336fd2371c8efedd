"""Which of a person's names is the current one, where texts know a pseudonym, a birth name, one in religion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kartoteka.languages.name_forms import forms_of
from kartoteka.names.persons.forenames import given_agreement
from kartoteka.names.persons.genders import gender
from kartoteka.names.persons.parse import PersonName, is_initial
from kartoteka.names.persons.surnames import surname_agreement

#: Two spellings are of one surname, or of one given name, from this likeness on.
ONE_SURNAME, ONE_GIVEN = 0.7, 0.8

#: How the plural of a surname ends that both sexes of a family may bear.
_PLURALS = {"uk": ("і", "и"), "ru": ("е", "ы", "и")}
#: A singular is sure that weighs so much, and so much more than any other.
_SURE, _CLEARLY = 1.6, 0.25

#: A person introduced by a name is rather called so than as the text goes on («Дмитро Клячківський, псевдо "Клим
#: Савур"»): so many mentions more it counts.
INTRODUCED = 2

Names = Mapping[str, PersonName]
NOBODY: Mapping[str, int] = MappingProxyType({})


def currently(
    names: Names, counts: Mapping[str, int], introduced: Mapping[str, int] = NOBODY
) -> dict[str, PersonName]:
    """Of the spellings those of the surname that most mentions have, of it those of the commonest given name.

    A name that introduces its bearer in a text (`introduced` says in how many) counts for more. A surname that has a
    given name or initial goes before one that has none: "Koba" is no surname beside "Joseph Stalin". Names without a
    given name, or with an initial, stay with any of that surname.
    """
    weights = {spelling: counts[spelling] + INTRODUCED * introduced.get(spelling, 0) for spelling in names}
    surnames = {name.surname for name in names.values() if _tells(name)} or {
        name.surname for name in names.values() if name.surname
    }
    surname = min(surnames, key=lambda one: (-_with_surname(one, names, weights), one), default="")
    own = {s: n for s, n in names.items() if surname and _of_surname(n, surname)} or dict(names)
    given = {name.given for name in own.values() if name.given and not is_initial(name.given)}
    usual = min(
        given, key=lambda one: (-_with_given(one, own, counts), -_with_given(one, own, weights), one), default=""
    )
    return {s: n for s, n in own.items() if not usual or _may_be_given(n, usual)}


def _tells(name: PersonName) -> bool:
    return bool(name.given and name.surname)


def _of_surname(name: PersonName, surname: str) -> bool:
    return bool(name.surname) and surname_agreement(name.surname, surname) >= ONE_SURNAME


def _with_surname(surname: str, names: Names, counts: Mapping[str, int]) -> int:
    return sum(counts[spelling] for spelling, name in names.items() if _of_surname(name, surname))


def _may_be_given(name: PersonName, given: str) -> bool:
    return not name.given or is_initial(name.given) or given_agreement(name.given, given) >= ONE_GIVEN


def _with_given(given: str, names: Names, counts: Mapping[str, int]) -> int:
    full = {s: n for s, n in names.items() if n.given and not is_initial(n.given)}
    return sum(counts[spelling] for spelling, name in full.items() if _may_be_given(name, given))


def in_singular(name: PersonName) -> PersonName:
    """A man's name whose surname stands in the plural with the singular: «Богдан Крушельницькі» is Крушельницький.

    Where the plural may be of several surnames («Бандери») the name stays.
    """
    lower = name.surname.lower()
    found = {
        singular
        for lang, endings in _PLURALS.items()
        if name.given and lower.endswith(endings) and (singular := _singular(lower, lang))
    }
    if len(found) != 1 or gender(name) != "m":
        return name
    (singular,) = found
    return replace(name, surname=name.surname[0] + singular[1:])


def _singular(word: str, lang: str) -> str:
    """The only surname of a man of which a lower-case word is surely the plural; "" where it may be another or none."""
    weights: dict[str, float] = {}
    for form in forms_of(word, lang):
        if form.case == "nomn" and form.gender in ("", "m"):
            weights[form.nominative] = max(form.weight, weights.get(form.nominative, form.weight))
    best, second = [*sorted(weights, key=lambda one: (-weights[one], one)), "", ""][:2]
    sure = weights[best] >= _SURE and weights[best] >= weights.get(second, 0.0) + _CLEARLY
    return best if sure and best != word else ""
