"""What stands around a name tells whether it is a person's, and where the name begins and ends."""

from __future__ import annotations

import pytest

import kartoteka
from kartoteka.annotate import annotate
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.person_context import (
    headwords,
    inverted,
    is_one_person,
    names_thing,
    weighed,
    without_lead,
)
from kartoteka.annotate.persons import _trimmed
from kartoteka.ingest import read_text
from kartoteka.types import Label


def person(text: str, name: str, weight: float = 0.45) -> Finding:
    start = text.index(name)
    return Finding(start, start + len(name), Label.PERSON, "recognizer.xx", weight)


def trimmed(text: str, name: str, lang: str, weight: float = 0.45) -> str | None:
    finding = _trimmed(text, person(text, name, weight), lang, cited=False)
    return text[finding.start : finding.end] if finding else None


def found(text: str, lang: str) -> set[str]:
    (reading,) = annotate([read_text(text, "x", lang=lang)])
    return {m.text for m in reading.mentions if m.label is Label.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "lang"),
    [
        ("Його нагородили орденом Богдана Хмельницького.", "Богдана Хмельницького", "uk"),
        ("Он получил орден святого Владимира.", "Владимира", "ru"),
        ("She bore the Order of Saint Andrew.", "Andrew", "en"),
        ("Тракторний завод ім. С. Орджонікідзе став.", "С. Орджонікідзе", "uk"),
        ("Театр имени Марии Заньковецкой закрыт.", "Марии Заньковецкой", "ru"),
        ("Театр имени Марии Заньковецкой закрыт.", "Заньковецкой", "ru"),
        ("the papers of the Potocki family are lost", "Potocki", "en"),
        ("the Tukhachevsky Affair shook the army", "Tukhachevsky", "en"),
        ("when the Duma was dissolved", "Duma", "en"),
        ("Maria, a Votiak by birth, came late", "Votiak", "en"),
        ("the resolution of the CP(b)Tm was read", "Tm", "en"),
    ],
)
def test_the_name_of_a_thing_is_no_person(text: str, name: str, lang: str) -> None:
    start = text.index(name)
    assert names_thing(text, start, start + len(name), lang)


@pytest.mark.parametrize(
    ("text", "name", "lang"),
    [
        ("Він говорив від імені Скрипника.", "Скрипника", "uk"),
        ("Письмо от имени Раковского пришло.", "Раковского", "ru"),
        ("Лауреат Сталинской премии Михаил Шолохов уехал.", "Михаил Шолохов", "ru"),
        ("the Roosevelt administration knew", "Roosevelt", "en"),
        ("by order of Balytsky", "Balytsky", "en"),
    ],
)
def test_a_person_stays_one_beside_words_like_these(text: str, name: str, lang: str) -> None:
    start = text.index(name)
    assert not names_thing(text, start, start + len(name), lang)


@pytest.mark.parametrize(
    ("names", "lang", "one"),
    [
        (["Дэн", "Сяопин"], "ru", True),
        (["Вильгельма", "Кубе"], "ru", True),
        (["Затонский", "Петровскому"], "ru", False),
        (["Любченка", "Хвиля"], "uk", False),
        (["Alim", "Khan"], "en", True),
    ],
)
def test_the_words_of_one_name_stand_in_one_case(names: list[str], lang: str, one: bool) -> None:
    assert is_one_person(names, lang) is one


@pytest.mark.parametrize(
    ("text", "name", "lang", "left"),
    [
        ("with Ihor' Halahan at the table", "Ihor' Halahan", "en", "Ihor' Halahan"),
        ("a talk with Ahmad al-Rashid in Cairo", "Ahmad al-Rashid", "en", "Ahmad al-Rashid"),
        ("встреча с Ахмадом эль-Рашиди в Каире", "Ахмадом эль-Рашиди", "ru", "Ахмадом эль-Рашиди"),
        ("родственник Омара бин Саида бежал", "Омара бин Саида", "ru", "Омара бин Саида"),
        ("писав — В. Горобець. Потім", "В. Горобець", "uk", "В. Горобець"),
        ("встретил Иванова-младшего там", "Иванова", "ru", "Иванова-младшего"),
        ("играли в Рахманинов-холле вечером", "Рахманинов", "ru", None),
        ("приїхав до Полтави Голубович із сином", "Полтави Голубович", "uk", "Голубович"),
        ("drove out Emir Said Khan in spring", "Emir Said Khan", "en", "Said Khan"),
    ],
)
def test_a_recognized_name_is_cut_to_the_form_of_a_name(text: str, name: str, lang: str, left: str | None) -> None:
    assert trimmed(text, name, lang) == left


def test_a_place_before_a_name_is_left_out_only_behind_a_preposition() -> None:
    text = "Полтава Голубович"
    assert without_lead(text, 0, len(text), "uk") == 0


def test_initials_and_titles_within_a_name_make_it_weightier() -> None:
    text = "В. Горобець"
    assert weighed(text, person(text, text), "uk").weight > 0.7
    text = "Said Khan"
    assert weighed(text, person(text, text), "en").weight > 0.8
    text = "Kviring"
    assert weighed(text, person(text, text), "en").weight == pytest.approx(0.45)


def test_a_surname_a_comma_and_a_given_name_are_one_person_unless_they_stand_in_a_list() -> None:
    text = "Bondar, Olena (a nurse)"
    findings = [person(text, "Bondar"), person(text, "Olena")]
    assert [text[f.start : f.end] for f in inverted(text, findings, "en")] == ["Bondar, Olena"]
    text = "Bondar, Olena and Petro"
    assert not list(inverted(text, [person(text, "Bondar"), person(text, "Olena")], "en"))


def test_the_adjective_of_a_place_behind_a_title_is_no_person() -> None:
    assert "Полтавського" not in found("Секретар Полтавського обкому прибув.", "uk")


def test_a_place_before_a_surname_known_as_one_does_not_join_the_name() -> None:
    assert "Києві Лесю Гончар" not in found("У Києві Лесю Гончар знали всі.", "uk")


def test_two_surnames_in_two_cases_are_two_persons_however_sure_the_network_is() -> None:
    reading = next(iter(kartoteka.read(["Летом Постышев Сталину не писал, и в Харькове его не было."], "ru")))
    assert [m.text for m in reading.mentions if m.label is Label.PERSON] == ["Постышев", "Сталину"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hrebinka, Yevhen (1812-48), poet.", ["Hrebinka, Yevhen"]),
        ("Hrebinka, Yevhen, b. 2 February 1812 in Ubizhyshche.", ["Hrebinka, Yevhen"]),
        ("Hrebinka, Yevhen [born 1812 in Ubizhyshche], poet.", ["Hrebinka, Yevhen"]),
        ("Lviv, Ivan (1812-48) wrote, was cold.", []),
        ("He met Hrebinka, Yevhen (1812-48) and others.", []),
    ],
)
def test_a_surname_before_a_given_name_and_a_life_opens_an_entry(text: str, names: list[str]) -> None:
    assert [text[f.start : f.end] for f in headwords(text, "en")] == names
