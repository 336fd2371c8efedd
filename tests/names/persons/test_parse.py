"""Personal names are taken apart whatever their order and script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names import PersonName, parse_name


@pytest.mark.parametrize(
    ("text", "given", "patronymic", "surname"),
    [
        ("V. A. Balyts'kyi", "V.", "A.", "Balyts'kyi"),
        ("Балицкий В. А.", "В.", "А.", "Балицкий"),
        ("В.А.Балицький", "В.", "А.", "Балицький"),
        ("Balytsky, Vsevolod", "Vsevolod", "", "Balytsky"),
        ("Всеволод Аполлонович Балицький", "Всеволод", "Аполлонович", "Балицький"),
        ("Балицкий Всеволод Аполлонович", "Всеволод", "Аполлонович", "Балицкий"),
        ("Шаповал Юрій", "Юрій", "", "Шаповал"),
        ("Iu. Shapoval", "Iu.", "", "Shapoval"),
        ("Wsewolod A. Balitzkij", "Wsewolod", "A.", "Balitzkij"),
        ("Т. Г. Шевченко", "Т.", "Г.", "Шевченко"),
        ("Lazar Kaganovich", "Lazar", "", "Kaganovich"),
        ("Іван Нечуй-Левицький", "Іван", "", "Нечуй-Левицький"),
        ("NAUMOV Vladimir Vladimirovich", "Vladimir", "Vladimirovich", "NAUMOV"),
    ],
)
def test_orders_and_initials(text: str, given: str, patronymic: str, surname: str) -> None:
    assert parse_name(text) == PersonName(given, patronymic, surname)


def test_particles_stand_before_the_surname() -> None:
    assert parse_name("Friedrich von Bohlen") == PersonName("Friedrich", "", "Bohlen", particles="von")


def test_a_suffix_is_no_surname() -> None:
    assert parse_name("Martin Luther King, Jr.") == PersonName("Martin", "Luther", "King", suffix="Jr.")


@pytest.mark.parametrize("text", ["Balytsky", "Com[rade] Balytsky", "Comrade Balytsky", "“Balytsky”"])
def test_one_word_is_a_surname(text: str) -> None:
    assert parse_name(text) == PersonName(surname="Balytsky", single=True)


@pytest.mark.parametrize("text", ["Всеволод", "Vsevolod", "Wsewolod"])
def test_one_word_that_the_table_knows_is_a_given_name(text: str) -> None:
    assert parse_name(text) == PersonName(given=text, single=True)


@pytest.mark.parametrize("text", ["", "1937", "…", "🙂", ", ,", "[?]"])
def test_a_text_without_letters_has_no_name(text: str) -> None:
    assert not parse_name(text).surname and not parse_name(text).given


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_nothing_raises(text: str) -> None:
    assert isinstance(parse_name(text), PersonName)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("J. Schapoval [Iurii Shapoval]", PersonName("J.", "", "Schapoval"), ("Iurii Shapoval",)),
        ("Роман Шухевич «Тарас Чупринка»", PersonName("Роман", "", "Шухевич"), ("Тарас Чупринка",)),
        ("Василь Кук (псевдо «Леміш»)", PersonName("Василь", "", "Кук"), ("Леміш",)),
        ("Vasyl Kuk, alias Lemish", PersonName("Vasyl", "", "Kuk"), ("Lemish",)),
        ("Лариса Косач (урожд. Драгоманова)", PersonName("Лариса", "", "Косач"), ("Драгоманова",)),
        ("V. Balytsky (head of the GPU)", PersonName("V.", "", "Balytsky"), ()),
        ("Іван Огієнко (1882–1972)", PersonName("Іван", "", "Огієнко"), ()),
        ("Max Born", PersonName("Max", "", "Born"), ()),
        ("Petro Vel'ychko", PersonName("Petro", "", "Vel'ychko"), ()),
    ],
)
def test_further_names_are_kept_beside_the_name(text: str, name: PersonName, aliases: tuple[str, ...]) -> None:
    assert parse_name(text) == replace(name, aliases=aliases)


@pytest.mark.parametrize(
    ("text", "given", "patronymic", "surname"),
    [
        ("Гейдар Алирза оглы Алиев", "Гейдар", "Алирза оглы", "Алиев"),
        ("Алиев Гейдар Алирза оглы", "Гейдар", "Алирза оглы", "Алиев"),
        ("Всев. Апол. Балицкий", "Всев.", "Апол.", "Балицкий"),
        ("Конст. Даниленко", "Конст.", "", "Даниленко"),
        ("Kosior S. V.", "S.", "V.", "Kosior"),
        ("Iu.V. Shapoval", "Iu.", "V.", "Shapoval"),
        ("Balytskyi, V. A.", "V.", "A.", "Balytskyi"),
    ],
)
def test_abbreviations_and_fathers_names(text: str, given: str, patronymic: str, surname: str) -> None:
    assert parse_name(text) == PersonName(given, patronymic, surname)


def test_a_text_longer_than_any_name_is_none() -> None:
    assert parse_name("Kosior " * 1000) == PersonName()
