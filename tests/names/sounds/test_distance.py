"""Spellings of one surname sound alike, other surnames do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.names.sounds.distance import likeness, weight
from kartoteka.romanization.phonemes import phonemes

ONE = [
    *[("Балицький", s) for s in ("Balytskyi", "Balickij", "Balitzkij", "Bałycki", "Balyt͡sʹkyĭ", "Baliczkij")],
    *[("Щербаков", s) for s in ("Shcherbakov", "Sherbakov", "Schtscherbakow", "Szczerbakow", "Ščerbakov")],
    *[("Соколовский", s) for s in ("Sakalouski", "Sokolovskii", "Сакалоўскі")],
    ("Шевцов", "Шаўцоў"),
    ("Домбровский", "Dąbrowski"),
    ("Валенса", "Wałęsa"),
    ("Бжезинский", "Brzeziński"),
    ("Пушкин", "Pouchkine"),
]
#: Names of other languages in Cyrillic.
FOREIGN = [
    *[("Джонсон", "Johnson"), ("Тиссен", "Thyssen"), ("Гутерреш", "Guterres"), ("Хэнкок", "Hancock")],
    *[("Рейган", "Reagan"), ("Рузвельт", "Roosevelt"), ("Черчилль", "Churchill"), ("Чемберлен", "Chamberlain")],
    *[("Гувер", "Hoover"), ("Дюранти", "Duranty"), ("Буллит", "Bullitt"), ("Клемансо", "Clemenceau")],
    *[("Даладье", "Daladier"), ("Эйхман", "Eichmann"), ("Геббельс", "Goebbels"), ("Геринг", "Goering")],
    *[
        ("Бек", "Beck"),
        ("Руссо", "Rousseau"),
        ("Салаши", "Szálasi"),
        ("Чаушеску", "Ceaușescu"),
        ("Райт", "Wright"),
    ],
]
TWO = [
    *[("Didenko", "Rudenko"), ("Kushakov", "Kazakov"), ("Petrovsky", "Petrenko"), ("Kosior", "Kosarev")],
    *[("Shevchuk", "Shevchenko"), ("Шевчук", "Shevchenko"), ("Ильтяков", "Голяков"), ("Ivanov", "Ivanenko")],
    *[("Bondar", "Bondarenko"), ("Tymoshenko", "Tkachenko"), ("Yagoda", "Lyushkov"), ("Поляков", "Голяков")],
]
NEAR = [("Balytsky", "Bilytsky"), ("Kulikov", "Chulikov"), ("Быков", "Беков"), ("Karlin", "Karelin")]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_slavic_name_sound_alike(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.74


@pytest.mark.parametrize(("one", "other"), FOREIGN)
def test_a_foreign_name_sounds_like_its_cyrillic_spelling(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.65


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_do_not_sound_alike(one: str, other: str) -> None:
    assert likeness(one, other) <= 0.42


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_a_name_one_sound_away_is_further_than_any_scheme_of_the_same_name(one: str, other: str) -> None:
    assert likeness(one, other) < 0.82
    assert likeness(one, other) < likeness(one, one.lower().replace("ы", "y").replace("y", "i"))


def test_the_doubt_between_english_readings_does_not_touch_slavic_names() -> None:
    """U is а in Rudd and Trump; Lutsenko is no Latsenko."""
    assert likeness("Rudd", "Радд") > likeness("Lutskov", "Лацков") - 0.2
    assert likeness("Bukin", "Бакин") < 0.65


@given(
    st.sampled_from([s for pair in (*ONE, *TWO) for s in pair]),
    st.sampled_from([s for pair in FOREIGN for s in pair]),
)
def test_likeness_is_symmetric_between_0_and_1(one: str, other: str) -> None:
    assert 0.0 <= likeness(one, other) == likeness(other, one) <= 1.0
    assert likeness(one, one) == 1.0


def test_a_word_without_letters_is_like_none() -> None:
    assert likeness("", "") == likeness("1933", "Petrov") == 0.0


def test_a_shared_ending_and_glides_weigh_less_than_the_rest_of_the_name() -> None:
    sounds = phonemes("Petrenko"), phonemes("Tkachenko")

    assert weight(*sounds) < weight(phonemes("Petrenko"), phonemes("Tkachunka"))
    assert weight(phonemes("Юлия"), phonemes("Юлия")) == len("улиа")


def test_a_name_of_any_length_is_compared() -> None:
    assert likeness("Petrov" * 2000, "Petrov" * 2000) == 1.0
    assert likeness("Petrov" * 2000, "Rudenko") == 0.0
