"""Lists of names fall into persons, and never across a contradiction."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.names import cluster_names, compare_persons
from kartoteka.types import Verdict

NAMES = [
    "Vsevolod Balytsky",
    "Всеволод Аполлонович Балицкий",
    "V. A. Balyts'kyi",
    "Stanislav Kosior",
    "Станіслав Косіор",
    "Iosif Kosior",
    "Stanislav Kosarev",
    "Mykola Skrypnyk",
    "Nikolai Skrypnik",
    "Leonid Skrypnyk",
    "Balytsky",
    "Ivan Petrov",
    "Maria Petrova",
    "N. Petrov",
    "Nikolai Petrov",
    "Nestor Petrov",
    "",
    "1937",
]


def groups(names: list[str]) -> set[frozenset[str]]:
    numbers = cluster_names(names)
    return {frozenset(n for n, k in zip(names, numbers, strict=True) if k == number) for number in set(numbers)}


def test_persons_are_brought_together_and_namesakes_kept_apart() -> None:
    found = groups(NAMES)

    assert frozenset({"Vsevolod Balytsky", "Всеволод Аполлонович Балицкий", "V. A. Balyts'kyi"}) in found
    assert frozenset({"Stanislav Kosior", "Станіслав Косіор"}) in found
    assert frozenset({"Mykola Skrypnyk", "Nikolai Skrypnik"}) in found
    assert frozenset({"Iosif Kosior"}) in found


def test_initials_that_fit_two_persons_are_joined_to_neither() -> None:
    assert frozenset({"N. Petrov"}) in groups(NAMES)


def test_a_nickname_that_fits_two_persons_is_joined_to_neither() -> None:
    found = groups(
        ["Слава Кунцевич", "Ростислав Кунцевич", "Владислав Кунцевич", "Слава Марченко", "Ярослав Марченко"]
    )

    assert frozenset({"Слава Кунцевич"}) in found
    assert frozenset({"Слава Марченко", "Ярослав Марченко"}) in found


def test_a_surname_alone_stays_alone() -> None:
    assert frozenset({"Balytsky"}) in groups(NAMES)


def test_equal_strings_are_one_and_numbers_follow_the_list() -> None:
    assert cluster_names(["Ivan Petrov", "Mykola Skrypnyk", "Ivan Petrov"]) == [0, 1, 0]
    assert cluster_names([]) == []


@given(st.permutations(NAMES))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_names_does_not_matter(names: list[str]) -> None:
    assert groups(names) == groups(NAMES)


@given(st.lists(st.sampled_from(NAMES), max_size=12))
@settings(max_examples=40, deadline=None)
def test_no_cluster_holds_a_contradiction(names: list[str]) -> None:
    for group in groups(names):
        for left in group:
            assert all(compare_persons(left, right).verdict is not Verdict.DIFFERENT for right in group)
