"""Villages of one name stay apart where the text says in which district they lie."""

from __future__ import annotations

import kartoteka
from kartoteka.reconcile import resolve
from kartoteka.types import Label


def villages(*texts: str) -> list[int]:
    """How many documents each card of a place called Мошурів is named in."""
    readings = list(kartoteka.read(list(texts), "uk"))
    referents = {referent.id: referent for reading in readings for referent in reading.referents}
    found = resolve(list(referents.values())).entities
    named = [entity for entity in found if entity.label is Label.PLACE and "Мошурів" in entity.name]
    return sorted(len({referents[one].document for one in entity.referents}) for entity in named)


UMAN = "Він народився в селі Мошурів Уманського району. У селі Мошурів минуло його дитинство."
KANIV = "У селі Мошурів Канівського району була школа."


def test_two_districts_are_two_villages() -> None:
    assert villages(UMAN, KANIV) == [1, 1]


def test_one_district_is_one_village() -> None:
    assert villages(UMAN, "Учителював у селі Мошурів Уманського району.") == [2]
