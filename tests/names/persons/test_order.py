"""Surname first or last, in the nominative or not: a person's name beside initials, and of an indeclinable surname."""

from __future__ import annotations

import pytest

from kartoteka.names import compare_persons
from kartoteka.names.lists.batch import judge_texts
from kartoteka.names.lists.cluster import cluster_names
from kartoteka.types import Verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Фельдман Б. М.", "Feldman Boris"),
        ("Quiring Emmanuel", "Квиринг Э. И."),
        ("Firdevs Ismail", "Фирдевс И. К."),
        ("Beria Lavrenti", "Берия Л. П."),
        ("Bosch Jewgenija", "Е. Б. Бош"),
    ],
)
def test_a_surname_that_stands_first_fits_one_with_initials(left: str, right: str) -> None:
    for pair in ((left, right), (right, left)):
        found = compare_persons(*pair)
        assert found.verdict == Verdict.SAME
        assert any(reason.feature == "order" for reason in found.reasons)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ivan Petrov", "Иван П."),
        ("Boris Feldman", "Борис М. Ф."),
        ("Feldman Boris", "Фельдман М. Б."),
        ("Якир Петр", "Якир И. Э."),
        ("Martin Latsis", "Мартын И. И."),
    ],
)
def test_no_given_name_becomes_a_surname_beside_initials(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict != Verdict.SAME


def test_a_list_brings_initials_and_surnames_that_stand_first_together() -> None:
    names = ["Бандера С. А.", "Степан Андрійович Бандера", "Bandera Stepan", "Бандера Василь", "Бандера Олекса"]
    assert cluster_names(names) == [0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ивана Франко", "Іван Франко"),
        ("Франко Ивана", "Ivan Franko"),
        ("Тараса Шевченко", "Шевченко Т. Г."),
        ("Сергея Короленко", "Сергей Короленко"),
    ],
)
def test_a_man_in_the_genitive_whose_surname_does_not_change(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict == Verdict.SAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("Александра Довженко", "Александр Довженко"), ("Богдана Петренко", "Богдан Петренко")],
)
def test_a_name_that_women_bear_is_theirs(left: str, right: str) -> None:
    assert compare_persons(left, right).verdict == Verdict.DIFFERENT


def test_many_pairs_at_once_are_turned_as_one_alone() -> None:
    names = ["Feldman Boris", "Фельдман Б. М.", "Boris Feldman", "Франко Ивана", "Franko I.", "Борис М. Ф."]
    pairs = [(a, b) for a in names for b in names]
    found = judge_texts(*map(list, zip(*pairs, strict=True)))
    assert found.scores.tolist() == pytest.approx([compare_persons(*pair).score for pair in pairs], abs=1e-9)


def test_a_list_brings_the_cases_of_a_surname_like_an_adjective_together() -> None:
    names = [
        "Балицкого В. А.",
        "Балицкому В. А.",
        "Балицкий В. А.",
        "Balytskyi, V. A.",
        "Петровским Г. И.",
        "Петровский Г. И.",
    ]
    assert cluster_names(names) == [0, 0, 0, 0, 1, 1]
