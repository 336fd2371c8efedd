"""When two terms certainly lasted at once, whatever the days that their dates leave open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.network.ties.days import Days, contested, handover, joined, narrowed, together
from kartoteka.types.careers import Limits

FIRST = date(1931, 7, 20)
#: Days of a short summer: few enough to try all that two vague terms leave open.
SUMMER = range(6)


def iso(day: int) -> str:
    return (FIRST + timedelta(days=day)).isoformat()


def number(day: str) -> int:
    return (date.fromisoformat(day) - FIRST).days


@st.composite
def limits(draw: st.DrawFn) -> Limits:
    first, last = sorted((draw(st.sampled_from(SUMMER)), draw(st.sampled_from(SUMMER))))
    return draw(
        st.sampled_from([(iso(first), iso(last)), (iso(first), iso(first)), (None, None), (iso(first), None)])
    )


@st.composite
def terms(draw: st.DrawFn) -> Days:
    attested = draw(st.lists(limits(), max_size=1))
    return Days(draw(limits()), draw(limits()), tuple(date for date in attested if date != (None, None)))


def chosen(given: Limits) -> range:
    """The days that a date leaves open, with some before and after the summer for an open one."""
    first, last = (number(day) if day else None for day in given)
    return range(-2 if first is None else first, (8 if last is None else last) + 1)


def possible(term: Days) -> Iterator[set[int]]:
    """Every set of days that a term can have lasted."""
    for start, end, *held in product(chosen(term.start), chosen(term.end), *map(chosen, term.at)):
        if start <= end and all(start <= day <= end for day in held):
            yield set(range(start, end + 1))


@given(terms(), terms())
def test_what_is_certain_is_so_whatever_the_days_were(one: Days, other: Days) -> None:
    spells = together(one, other)
    assert spells == together(other, one)
    days = {day for first, last in spells for day in range(number(first), number(last) + 1)}
    for mine, theirs in product(possible(one), possible(other)) if spells else ():
        assert mine & theirs & days


@st.composite
def exact_terms(draw: st.DrawFn) -> Days:
    first, last = sorted((draw(st.sampled_from(SUMMER)), draw(st.sampled_from(SUMMER))))
    return Days((iso(first), iso(first)), (iso(last), iso(last)))


@given(exact_terms(), exact_terms())
def test_exact_terms_are_together_on_the_days_they_share_but_for_a_handover(one: Days, other: Days) -> None:
    (mine,), (theirs,) = possible(one), possible(other)
    shared = mine & theirs
    handed_over = shared in ({max(mine)}, {min(mine)}) and (max(mine) == min(theirs) or max(theirs) == min(mine))
    days = {day for first, last in together(one, other) for day in range(number(first), number(last) + 1)}
    assert days == (set() if handed_over else shared)


@given(st.lists(st.tuples(st.sampled_from(SUMMER), st.sampled_from(SUMMER)).map(sorted)))
def test_joined_spells_hold_the_same_days_and_leave_some_between(pairs: list[list[int]]) -> None:
    found = [(number(first), number(last)) for first, last in joined((iso(a), iso(b)) for a, b in pairs)]
    assert {day for a, b in found for day in range(a, b + 1)} == {day for a, b in pairs for day in range(a, b + 1)}
    assert all(left[1] + 1 < right[0] for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("end", "start", "days"),
    [
        (("1931-07-25", "1931-07-25"), ("1931-01-01", "1931-12-31"), ("1931-07-25", "1931-07-25")),
        (("1931-07-01", "1931-07-31"), ("1931-07-25", None), ("1931-07-25", "1931-07-31")),
        ((None, None), ("1931-07-01", "1931-07-31"), ("1931-07-01", "1931-07-31")),
        (("1931-07-01", "1931-07-31"), ("1931-09-01", "1931-09-30"), ("1931-09-01", "1931-09-30")),
        ((None, None), ("1931-07-25", None), None),
    ],
)
def test_a_handover_is_of_the_days_that_both_dates_allow(
    end: Limits, start: Limits, days: tuple[str, str]
) -> None:
    assert handover(end, start) == days


def test_days_of_one_event_are_those_that_its_statements_share() -> None:
    year, july, day, other = (
        ("1931-01-01", "1931-12-31"),
        ("1931-07-01", "1931-07-31"),
        ("1931-07-25", "1931-07-25"),
        ("1933-02-20", "1933-02-20"),
    )
    assert narrowed([other, year, july, day]) == (day, other)
    assert narrowed([("1931-05-01", "1931-07-31"), ("1931-07-01", "1931-12-31")]) == (july,)
    assert narrowed([]) == ()


@given(st.lists(st.tuples(st.sampled_from(SUMMER), st.sampled_from(SUMMER)).map(sorted)))
def test_narrowed_spells_are_apart_and_each_lies_in_one_that_was_told(pairs: list[list[int]]) -> None:
    found = [(number(first), number(last)) for first, last in narrowed((iso(a), iso(b)) for a, b in pairs)]
    assert bool(found) is bool(pairs)
    assert all(left[1] < right[0] for left, right in pairwise(found))
    assert all(any(a <= first <= last <= b for a, b in pairs) for first, last in found)


@pytest.mark.parametrize(
    ("dates", "disputed"),
    [
        ([("1931-07-25", "1931-07-25"), ("1931-01-01", "1931-12-31")], False),
        ([("1931-07-25", None), (None, "1931-07-25"), (None, None)], False),
        ([("1933-02-18", "1933-02-18"), ("1933-02-20", "1933-02-20")], True),
        ([("1933-02-01", "1933-02-28"), ("1933-03-01", None)], True),
        ([("1937-04-01", "1937-06-30"), ("1937-04-01", "1937-04-30"), ("1937-05-08", "1937-05-08")], True),
        ([], False),
    ],
)
def test_dates_are_contested_where_no_day_is_common_to_them(dates: list[Limits], disputed: bool) -> None:
    assert contested(dates) is disputed
