"""Whether two names are a man's and a woman's."""

from __future__ import annotations

from kartoteka.names.persons.forenames import CLASH
from kartoteka.names.persons.given import classes, given_names, patronymic_gender
from kartoteka.names.persons.parse import PersonName
from kartoteka.names.persons.surnames import is_feminine_of, is_womans

NEUTRAL, DOUBTFUL = 1.0, 0.6


def gender(name: PersonName) -> str:
    """ "m" or "f" where the patronymic, the given name or the surname tells it, else ""."""
    for word in name.patronymic.split():
        if found := patronymic_gender(word):
            return found
    known = given_names()
    found_genders = {known[c].gender for c in classes(name.given).all} if name.given else set()
    if len(found_genders) == 1:
        return found_genders.pop()
    return "f" if is_womans(name.surname) else ""


def gender_agreement(left: tuple[str, str], right: tuple[str, str]) -> float:
    """1 where nothing is against one sex, 0 for a man and a woman, between them where a surname alone tells.

    `left` and `right` are the surname and the gender ("m", "f" or "") of the two names. Two women may bear one
    surname in the forms of both sexes (Oksana Balytska, Oksana Balytskyi).
    """
    if left[1] and right[1] and left[1] != right[1]:
        return CLASH
    if left[1] == right[1] == "f":
        return NEUTRAL
    if is_feminine_of(left[0], right[0]) or is_feminine_of(right[0], left[0]):
        return DOUBTFUL
    return NEUTRAL
