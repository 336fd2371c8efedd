"""Personal names are taken apart whatever their order and script."""

from __future__ import annotations

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
