"""Reasons name the language of the whole name, the best known scheme that writes it so, and whole letter groups."""

from __future__ import annotations

import pytest

from kartoteka.names import compare_persons
from kartoteka.names.persons.parse import parse_name
from kartoteka.names.reasons.tongues import orders


def detail(left: str, right: str, feature: str = "surname") -> str:
    return next(r.detail for r in compare_persons(left, right).reasons if r.feature == feature).partition(": ")[2]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Krawtschenko", "Кравченко", "Ukrainian in German"),
        ("Mykola Hohol", "Микола Гоголь", "Ukrainian National 2010"),
        ("Nadeschda Krupskaja", "Надежда Крупская", "Russian scholarly"),
        ("Lavrenti Beria", "Лаврентий Берия", "Russian in English newspapers"),
        ("Nikolaj Jeschow", "Николай Ежов", "Russian in German"),
        ("Aliaksandr Charviakou", "Аляксандр Чарвякоў", "Belarusian ALA-LC without marks"),
        ("Szeptycki Andrzej", "Андрей Шептицький", "Ukrainian in Polish"),
        ("W. A. Balizkij", "Всеволод Балицький", "mostly Russian in German"),
    ],
)
def test_a_spelling_is_by_a_scheme_for_the_language_of_the_name(left: str, right: str, expected: str) -> None:
    assert detail(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Iurii Schapoval", "Yuri Shapoval", "sch/sh ш (Ukrainian in German / Ukrainian National 2010)"),
        ("Evgenii Evdokimov", "Yefim Yevdokimov", "e/ye е (Russian ALA-LC without marks / Russian BGN/PCGN)"),
        ("Krawtschenko", "Krawchenko", "tsch/ch ч (Ukrainian in German / Ukrainian National 2010)"),
    ],
)
def test_both_sides_are_of_one_language_and_letters_stand_in_whole_groups(
    left: str, right: str, expected: str
) -> None:
    assert detail(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Josyf Slipyj", "Иосиф Слипый", "one name, Йосиф / Иосиф"),
        ("Isaak Schwarz", "Исаак Шварц", "one name, Исаак"),
        ("Grzegorz Hrynko", "Hryhorii Hrynko", "one name, Григорій"),
        ("Vlas Chubar", "Улас Чубар", "one name, Влас / Улас"),
        ("Ryhor Shyrma", "Рыгор Шырма", "one name, Рыгор"),
    ],
)
def test_a_given_name_is_told_in_the_forms_at_hand(left: str, right: str, expected: str) -> None:
    assert detail(left, right, "given name") == expected


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Микола Скрипник", "uk"),
        ("Nikolai Skrypnik", "ru"),
        ("Vladimir Petrovich Shevchenko", "ru"),
        ("Mykhailo Serhiiovych Hrushevsky", "uk"),
        ("Рыгор Шырма", "be"),
        ("Уладзімір Жылка", "be"),
        ("Сталін", "uk"),
        ("Крупская", "ru"),
    ],
)
def test_a_whole_name_tells_its_language(name: str, language: str) -> None:
    order, _ = orders(parse_name(name), parse_name(name))
    assert [lang for lang, place in order if place == 0] == [language]


def test_nothing_tells_ukrainian_from_russian_in_a_bare_german_surname() -> None:
    order, _ = orders(parse_name("Шварц"), parse_name("Schwarz"))
    assert order == (("uk", 0), ("ru", 0), ("be", 1))
