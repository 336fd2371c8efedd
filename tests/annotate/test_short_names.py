"""A text takes up by a short form the only body that it can mean, and leaves it open between two."""

from __future__ import annotations

import kartoteka
from kartoteka.annotate.short_names import taken_up
from kartoteka.types import Label


def short_forms(*names: str) -> dict[str, str]:
    return taken_up({name: [name] for name in names})


def test_the_only_fuller_name_is_meant() -> None:
    assert short_forms("Soviet Navy", "Navy") == {"Navy": "Soviet Navy"}
    assert short_forms("Київський обком КП(б)У", "обком") == {"обком": "Київський обком КП(б)У"}
    assert short_forms("ЦК КП(б)У", "ЦК") == {"ЦК": "ЦК КП(б)У"}


def test_between_two_it_stays_open() -> None:
    assert short_forms("Київський обком", "Харківський обком", "обком") == {}
    assert short_forms("ЦК КП(б)У", "ЦК ВКП(б)", "ЦК") == {}


def test_what_stands_in_quotes_is_the_bodys_own_name() -> None:
    assert short_forms("Объединение кредитных предприятий «Менатеп»", "Менатеп") == {
        "Менатеп": "Объединение кредитных предприятий «Менатеп»"
    }


def test_an_abbreviation_of_all_the_words_of_a_name() -> None:
    name = "Товариство захисту свободи"
    assert short_forms(name, "ТЗС") == {"ТЗС": name}
    assert short_forms(name, "ТС") == {}


def test_a_body_that_the_gazetteer_knows_is_itself() -> None:
    assert short_forms("OGPU of the USSR", "Cheka") == {}


def test_a_provincial_cheka_and_its_contraction_are_one_body_of_the_text() -> None:
    text = "Полтавська губернська надзвичайна комісія арештувала Івана Петренка. ГубЧК звинуватила його у змові."
    (reading,) = kartoteka.read([text], "uk")
    assert [len(r.mentions) for r in reading.referents if r.label is Label.ORG] == [2]
