"""Persons named without their surname, and surnames without a given name: whose they can be.

«Лазарь Моисеевич» is L. M. Kaganovich, who is called by his given name and patronymic; "Postyševa" is no Pavlo
Postyšev, nor is "Mme. Stalin" Joseph Stalin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kartoteka.names.persons.combining import INITIAL_OF_FATHER
from kartoteka.names.persons.forenames import INITIAL_OF_OTHER_FORM, given_agreement
from kartoteka.names.persons.genders import gender
from kartoteka.names.persons.given import patronymic_classes, patronymic_gender
from kartoteka.names.persons.parse import is_initial, parse_name
from kartoteka.names.persons.patronymics import patronymic_agreement
from kartoteka.names.persons.surnames import is_feminine_of, is_womans
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import straighten

#: Patronymics in -евич and -йович are seldom surnames, those in -ович (Антонович, Адамович) often.
_SELDOM_A_SURNAME = re.compile(r"(?:[ьйyij']'?[оo]|[еe])(?:вич|vych|vich|vič|vyč|wicz|witch|vitch|witsch)$")
_FIRST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?)\.? ")


@lru_cache(maxsize=50_000)
def is_courtesy(text: str) -> bool:
    """Whether a name can be a given name in full with a patronymic alone; it can also have such a surname."""
    name = parse_name(text)
    full = bool(name.given) and not is_initial(name.given)
    return (
        full and not name.patronymic and bool(patronymic_classes(name.surname) and patronymic_gender(name.surname))
    )


def is_plainly_courtesy(text: str) -> bool:
    """Whether the last word of such a name is hardly a surname: «Григорьевич», «Антонівна»."""
    word = straighten(parse_name(text).surname).casefold()
    return is_courtesy(text) and (patronymic_gender(word) == "f" or bool(_SELDOM_A_SURNAME.search(word)))


def is_called(text: str, fuller: str) -> bool:
    """Whether one with a surname and a patronymic, or initials, can be called by this given name and patronymic."""
    name, other = parse_name(text), parse_name(fuller)
    if not is_courtesy(text) or not (other.given and other.patronymic and other.surname):
        return False
    if patronymic_agreement(name.surname, other.patronymic) < INITIAL_OF_FATHER:
        return False
    return given_agreement(name.given, other.given) >= INITIAL_OF_OTHER_FORM


def are_kin(text: str, fuller: str) -> bool:
    """Whether one called by given name and patronymic alone may bear the other's surname: a child or a sibling."""
    other = parse_name(fuller)
    if not is_courtesy(text) or not other.surname:
        return False
    patronymic = parse_name(text).surname
    if patronymic_agreement(patronymic, other.patronymic) >= INITIAL_OF_FATHER:
        return True
    return any(
        given_agreement(name, other.given) >= INITIAL_OF_OTHER_FORM for name in patronymic_classes(patronymic)
    )


@lru_cache(maxsize=50_000)
def is_titled_woman(text: str) -> bool:
    """Whether a woman's title stands before a name: Mrs, Mme., пані."""
    first = _FIRST.match(straighten(text))
    return first is not None and first[1].casefold() in read_toml("gazetteers/name_words.toml")["women"]


@lru_cache(maxsize=200_000)
def may_bear(surname: str, fuller: str) -> bool:
    """Whether a surname alone can be that of a fuller name as to sex."""
    one, other = parse_name(surname), parse_name(fuller)
    if other.single and is_titled_woman(fuller):
        return is_titled_woman(surname)
    sex = gender(other)
    if is_titled_woman(surname) or is_womans(one.surname) or is_feminine_of(one.surname, other.surname):
        return sex == "f"
    return not (sex == "f" and is_feminine_of(other.surname, one.surname))
