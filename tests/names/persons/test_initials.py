"""An initial fits a name in the languages of the region, and contradicts every other."""

from __future__ import annotations

import pytest

from kartoteka.names import compare_persons, parse_name
from kartoteka.types import Verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("N. Skrypnik", "Микола Скрипник"),
        ("О. Шумський", "Aleksandr Shumsky"),
        ("J. Schapoval", "Iurii Shapoval"),
        ("П. Любченко", "Afanasii Liubchenko"),
        ("O. Kosior", "Иосиф Косиор"),
        ("E. Chykalenko", "Євген Чикаленко"),
        ("H. Petrowskyj", "Григорий Петровский"),
        ("В. Н. Иванченко", "Василь Миколайович Іванченко"),
    ],
)
def test_the_initial_of_the_name_in_a_neighbours_language_fits(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Г. Косиор", "Иван Косиор"),  # Giovanni
        ("А. Косиор", "Иван Косиор"),  # Ян
        ("S. Kosior", "Ivan Kosior"),  # Seán
        ("Г. Г. Котовский", "Григорий Иванович Котовский"),
        ("В. А. Косиор", "Василий Иванович Косиор"),
    ],
)
def test_the_initial_of_a_name_abroad_does_not(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict is Verdict.DIFFERENT


def test_a_capital_is_an_initial_where_a_small_letter_is_comrade() -> None:
    assert parse_name("Т. Осьмачка").given == "Т."
    assert parse_name("т. Осьмачка").single
