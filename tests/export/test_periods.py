"""Dates of a network's files: what a time line takes, one value a day, no day that nobody told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.export.periods import (
    held_in_words,
    offices_over_time,
    reach,
    spells,
    weights_over_time,
)
from kartoteka.types.network import Held

HEAD = Held("Head of the GPU", "o1", ("1923-09-01", "1923-09-01"), ("1931-07-01", "1931-07-31"))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (("1923-09-01", "1923-09-01"), ("1931-07-01", "1931-07-31"), "Head, 1923-09-01–1931-07"),
        (("1933-01-01", "1933-12-31"), (None, None), "Head, 1933–"),
        ((None, None), ("1937-02-01", "1937-02-28"), "Head, –1937-02"),
        (("1936-02-01", "1936-02-29"), (None, "1937-05-11"), "Head, 1936-02–/1937-05-11"),
        (("1934-07-10", "1934-07-31"), (None, None), "Head, 1934-07-10/1934-07-31–"),
        (("-0044-01-01", "-0044-12-31"), (None, None), "Head, -0044–"),
        ((None, None), (None, None), "Head"),
    ],
)
def test_a_term_is_told_as_exactly_as_it_is_known(start: tuple, end: tuple, words: str) -> None:
    assert held_in_words(Held("Head", "", start, end)) == words


def test_an_acting_holder_is_called_so() -> None:
    assert held_in_words(Held("Голова РНК", acting=True)) == "Голова РНК (acting)"


def test_a_spell_is_open_where_the_time_line_ends() -> None:
    assert spells([("-0043-03-15", "0014-08-19"), ("1923-01-01", "10000-01-01")]) == [
        (None, "0014-08-19"),
        ("1923-01-01", None),
    ]
    assert spells([("-0100-07-12", "-0043-03-15")]) == []
    assert spells([("0988-01-01", "0988-12-31"), ("9999-01-01", "9999-12-31")]) == [
        ("0988-01-01", "0988-12-31"),
        ("9999-01-01", "9999-12-31"),
    ]


def test_the_reach_holds_all_spells_and_is_open_with_an_open_one() -> None:
    assert reach([("1931-07-25", "1933-02-20"), ("1923-09-01", "1924-01-01")]) == ("1923-09-01", "1933-02-20")
    assert reach([(None, "1933-02-20"), ("1923-09-01", "1924-01-01")]) == (None, "1933-02-20")
    assert reach([]) == (None, None)


def test_an_office_lasts_from_the_first_to_the_last_day_that_its_dates_allow() -> None:
    assert offices_over_time([HEAD]) == [("1923-09-01", "1931-07-31", "Head of the GPU")]


def test_two_offices_at_once_stand_together() -> None:
    plenipotentiary = Held("Plenipotentiary", "", ("1931-07-25", "1931-07-25"), ("1933-02-20", "1933-02-20"))
    assert offices_over_time([HEAD, plenipotentiary]) == [
        ("1923-09-01", "1931-07-24", "Head of the GPU"),
        ("1931-07-25", "1931-07-31", "Head of the GPU; Plenipotentiary"),
        ("1931-08-01", "1933-02-20", "Plenipotentiary"),
    ]


def test_one_office_in_two_statements_is_one_value() -> None:
    again = Held("Head of the GPU", "", ("1930-01-01", "1930-12-31"), ("1931-07-25", "1931-07-25"))
    assert offices_over_time([HEAD, again]) == [("1923-09-01", "1931-07-31", "Head of the GPU")]


def test_an_office_of_which_the_end_is_not_told_goes_on_to_the_last_day_known() -> None:
    commissar = Held("Народний комісар", "", ("1934-07-10", "1934-07-31"))
    title = "Народний комісар (end unknown)"
    assert offices_over_time([commissar, Held("Депутат")]) == [("1934-07-10", "1934-07-31", title)]
    assert offices_over_time([commissar], "1937-05-11") == [("1934-07-10", "1937-05-11", title)]
    assert offices_over_time([commissar], "1934-07-20") == [("1934-07-10", "1934-07-31", title)]


def test_an_office_of_which_the_start_is_not_told_has_the_days_of_its_end() -> None:
    head = Held("Голова ДПУ", "", (None, None), (None, "1923-09-01"))
    assert offices_over_time([head], "1937-05-11") == [("1923-09-01", "1923-09-01", "Голова ДПУ (start unknown)")]


def test_an_office_of_which_both_ends_are_told_ends_there() -> None:
    assert offices_over_time([HEAD], "1937-05-11") == [("1923-09-01", "1931-07-31", "Head of the GPU")]


def test_the_weight_counts_the_windows_of_each_day() -> None:
    dated = [("1933-01-01", "1933-12-31", 2), ("1933-02-20", "1933-02-20", 1), ("1937-05-11", "1937-05-11", 1)]
    assert weights_over_time({"weight": 6, "dated": dated}) == [
        ("1933-01-01", "1933-02-19", 2),
        ("1933-02-20", "1933-02-20", 3),
        ("1933-02-21", "1933-12-31", 2),
        ("1937-05-11", "1937-05-11", 1),
    ]


def test_without_the_windows_of_each_date_the_weight_is_known_of_one_spell_alone() -> None:
    one = {"weight": 5, "count": 5, "undated": 2, "spells": [("1933-01-01", "1933-12-31")]}
    assert weights_over_time(one) == [("1933-01-01", "1933-12-31", 3)]
    assert weights_over_time(one | {"spells": [("1923-01-01", "1923-01-01"), ("1937-01-01", "1937-01-01")]}) == []
    assert weights_over_time({"weight": 5, "count": 5, "undated": 5, "spells": []}) == []


DAYS = st.dates(date(1920, 1, 1), date(1920, 3, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 20), st.integers(1, 3)), max_size=8))
def test_the_weight_of_a_day_is_the_sum_of_the_windows_that_hold_it(dates: list[tuple[date, int, int]]) -> None:
    dated = [(str(first), str(first + timedelta(length)), windows) for first, length, windows in dates]
    stretches = weights_over_time({"weight": 1, "dated": dated})
    assert all(first <= last for first, last, _ in stretches)
    assert all(one[1] < other[0] for one, other in pairwise(stretches))
    for number in range(90):
        day = str(date(1920, 1, 1) + timedelta(number))
        told = [weight for first, last, weight in stretches if first <= day <= last]
        counted = sum(windows for first, last, windows in dated if first <= day <= last)
        assert told == ([counted] if counted else [])
