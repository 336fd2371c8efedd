"""Of a long list few pairs are compared, and hardly one that is missed would have been one person."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from kartoteka.names import compare_persons
from kartoteka.names.lists.batch import read_names
from kartoteka.names.lists.blocking import blocks, candidates
from kartoteka.names.lists.cluster import group_names
from kartoteka.romanization import romanize, schemes
from kartoteka.types import Verdict

PERSONS = [
    "Всеволод Аполлонович Балицький",
    "Станіслав Вікентійович Косіор",
    "Микола Олексійович Скрипник",
    "Григорій Іванович Петровський",
    "Панас Петрович Любченко",
    "Юрій Михайлович Коцюбинський",
    "Влас Якович Чубар",
    "Євген Михайлович Коновалець",
    "Щербицький Володимир",
    "Зиновій Хмельницький",
    "Жанна Щорс",
    "Х. Раковський",
]


def pairs_of(names: list[str]) -> set[frozenset[str]]:
    found = {pair for portion in candidates(blocks(read_names(names))) for pair in zip(*portion, strict=True)}
    return {frozenset((names[a], names[b])) for a, b in found}


@pytest.mark.parametrize("person", PERSONS)
def test_a_name_is_compared_with_each_of_its_romanizations(person: str) -> None:
    """With those that are one person's: a scheme that writes х as x gives some names of others."""
    every = {romanize(person, scheme.name) for scheme in schemes().values() if scheme.lang == "uk"} - {person}
    spellings = [name for name in sorted(every) if compare_persons(person, name).verdict is Verdict.SAME]
    found = pairs_of([person, *spellings])

    assert len(spellings) >= 0.8 * len(every)
    assert {frozenset((person, spelling)) for spelling in spellings} <= found


def test_a_name_with_surname_and_given_name_exchanged_is_compared() -> None:
    assert pairs_of(["Arsh Bukellal", "Bukellal Arsh"]) == {frozenset(("Arsh Bukellal", "Bukellal Arsh"))}


def test_names_that_share_nothing_are_not_compared() -> None:
    assert pairs_of(["Panas Liubchenko", "Vlas Chubar", "Чубар Панас", "Косіор", "", "1937"]) == set()


def test_what_is_not_compared_is_not_one_person() -> None:
    names = sorted({p for person in PERSONS for p in (person, romanize(person, "ru-german"), person.title())})
    found = pairs_of(names)
    missed = [pair for pair in combinations(names, 2) if frozenset(pair) not in found]

    assert not [pair for pair in missed if compare_persons(*pair).verdict is Verdict.SAME]


def crowd(fathers: list[str]) -> list[str]:
    return [romanize(f"Іван {father} Мельник", s) for father in fathers for s in ("uk-national", "uk-polish")]


# fmt: off
FATHERS = [
    "Петрович", "Іванович", "Степанович", "Андрійович", "Богданович", "Васильович", "Григорович", "Данилович",
    "Захарович", "Кирилович", "Леонідович", "Михайлович", "Назарович", "Остапович", "Романович", "Семенович",
    "Тарасович", "Федорович",
]
# fmt: on


def test_a_large_block_is_divided_by_fathers_and_loses_nobody() -> None:
    names = crowd(FATHERS)
    found = pairs_of(names)

    assert set(map(frozenset, zip(names[::2], names[1::2], strict=True))) <= found
    assert len(found) < len(names) * 10


def test_a_name_that_fits_many_contradicting_persons_stays_alone_and_is_told() -> None:
    names = [*crowd(FATHERS), "І. Мельник", "Ivan Melnyk"]
    grouping = group_names(names)

    assert grouping.open == [len(names) - 2, len(names) - 1]
    assert len(set(grouping.numbers)) == len(FATHERS) + 2
    assert np.bincount(grouping.numbers).max() == 2


def test_a_name_without_patronymic_is_joined_where_one_father_is_known() -> None:
    assert group_names(["Іван Петрович Мельник", "Ivan Melnyk", "I. P. Melnyk"]).numbers == [0, 0, 0]
