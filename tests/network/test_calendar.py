"""When a tie lives: the days of the dates in its passages, each day once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.network import build_graph
from kartoteka.network.counting.spells import common, iso_days, unite
from kartoteka.store import Store
from kartoteka.store.dates import day_number
from kartoteka.types import BlockKind, Label, Modality, Reading, Tenure, TimeSpan

Make = Callable[..., Store]
NAMES = {name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens")}
DATES = {
    "1931": TimeSpan("1931", "1931", "1931-01-01", "1931-12-31"),
    "January 1932": TimeSpan("1932-01", "1932-01", "1932-01-01", "1932-01-31"),
    "5 July 1931": TimeSpan("1931-07-05", "1931-07-05", "1931-07-05", "1931-07-05"),
    "since 1935": TimeSpan("1935", "1935/..", "1935-01-01", None),
    "until May 1937": TimeSpan("1937-05", "../1937-05", None, "1937-05-31"),
    "by early 1937": TimeSpan("1937", "../1937", None, "1937-04-30", "early"),
    "from 1 March 1930": TimeSpan("1930-03-01", "1930-03-01/..", "1930-03-01", None),
    "1934 to the present": TimeSpan("1934/..", "1934/..", "1934-01-01", None),
    "19 June": TimeSpan("XXXX-06-19", "XXXX-06-19", None, None),
    "44 BC": TimeSpan("-0043", "-0043", "-0043-01-01", "-0043-12-31"),
}


@pytest.fixture
def tell(make_reading: Callable[..., Reading], make_project: Make) -> Callable[..., Store]:
    """Builds a project of one paragraph of these sentences."""

    def make(*sentences: str, tenures: tuple[Tenure, ...] = ()) -> Store:
        blocks = [(BlockKind.PROSE, list(sentences))]
        return make_project(make_reading("a", blocks, NAMES, dates=DATES, tenures=tenures))

    return make


def spells(store: Store) -> list[tuple[str, str]]:
    (tie,) = (tie for *_, tie in build_graph(store).edges(data=True))
    found: list[tuple[str, str]] = tie["spells"]
    return found


def test_dates_that_overlap_or_touch_are_one_spell(tell: Callable[..., Store]) -> None:
    store = tell("In 1931 and on 5 July 1931 Balytsky met Redens.", "Redens saw Balytsky in January 1932.")
    assert spells(store) == [("1931-01-01", "1932-01-31")]


def test_a_date_with_a_word_that_opens_one_side_means_the_days_of_the_date(tell: Callable[..., Store]) -> None:
    assert spells(tell("Balytsky knew Redens since 1935.")) == [("1935-01-01", "1935-12-31")]
    assert spells(tell("Balytsky knew Redens until May 1937.")) == [("1937-05-01", "1937-05-31")]
    assert spells(tell("Balytsky was there by early 1937, as was Redens.")) == [("1937-01-01", "1937-04-30")]
    assert spells(tell("Balytsky knew Redens from 1 March 1930 on.")) == [("1930-03-01", "1930-03-01")]
    assert spells(tell("Balytsky led Redens, 1934 to the present.")) == [("1934-01-01", "1934-12-31")]


@pytest.mark.parametrize("since", ["1936", "1950", "2000"])
def test_a_date_that_opens_does_not_reach_beyond_its_days(tell: Callable[..., Store], since: str) -> None:
    assert not build_graph(tell("Balytsky knew Redens since 1935."), since=since).edges
    assert not build_graph(tell("Balytsky knew Redens until May 1937."), until="1937-04").edges


def test_a_day_without_a_year_dates_nothing(tell: Callable[..., Store]) -> None:
    (tie,) = (tie for *_, tie in build_graph(tell("On 19 June Balytsky met Redens.")).edges(data=True))
    assert (tie["spells"], tie["undated"], "first" in tie) == ([], 1, False)


def test_years_before_christ_come_first(tell: Callable[..., Store]) -> None:
    store = tell("Balytsky and Redens read of 44 BC.", "In 1931 Balytsky met Redens.")
    assert spells(store) == [("-0043-01-01", "-0043-12-31"), ("1931-01-01", "1931-12-31")]
    node = build_graph(store).nodes["redens"]
    assert (node["year_first"], node["year_last"]) == (-43, 1931)


def test_a_person_lives_from_the_first_to_the_last_day_of_mentions_and_of_tenures_held(
    tell: Callable[..., Store],
) -> None:
    day = TimeSpan("1923-09-01", "1923-09-01", "1923-09-01", "1923-09-01")
    later = TimeSpan("1950", "1950", "1950-01-01", "1950-12-31")
    tenures = (
        Tenure("a", "a/balytsky", "head", start=day),
        Tenure("a", "a/balytsky", "minister", start=later, modality=Modality.REFUSED),
    )
    nodes = build_graph(tell("In 1931 Balytsky met Redens.", tenures=tenures)).nodes
    assert nodes["balytsky"]["spells"] == [("1923-09-01", "1931-12-31")]
    assert (nodes["balytsky"]["first"], nodes["balytsky"]["year_last"]) == ("1923-09-01", 1931)
    assert nodes["redens"]["spells"] == [("1931-01-01", "1931-12-31")]


def test_a_day_of_the_julian_calendar_alone_is_counted_on() -> None:
    assert iso_days(np.array([day_number("1900-02-29")])) == ["1900-03-01"]


@given(st.dates(min_value=date(1, 1, 1)))
def test_days_are_numbered_from_1970(day: date) -> None:
    assert day_number(day.isoformat()) == (day - date(1970, 1, 1)) // timedelta(days=1)
    assert iso_days(np.array([day_number(day.isoformat())])) == [day.isoformat()]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-20, 20), st.integers(0, 6)), max_size=12))
def test_spells_hold_the_same_days_disjoint_and_in_order(rows: list[tuple[int, int, int]]) -> None:
    given_days = {(owner, day) for owner, first, length in rows for day in range(first, first + length + 1)}
    owner, first, length = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    found = list(zip(*(column.tolist() for column in unite(owner, first, first + length)), strict=True))
    assert {(who, day) for who, low, high in found for day in range(low, high + 1)} == given_days
    assert found == sorted(found)
    assert all(one[2] + 1 < other[1] for one, other in pairwise(found) if one[0] == other[0])


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(-20, 20), st.integers(0, 6)), max_size=12),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6),
    st.integers(1, 5),
)
def test_common_days_are_those_of_both(
    rows: list[tuple[int, int, int]], asked: list[tuple[int, int]], limit: int
) -> None:
    days = {who: {d for w, first, n in rows if w == who for d in range(first, first + n + 1)} for who in range(4)}
    owner, first, length = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    left, right = np.array(asked, dtype=np.int64).reshape(-1, 2).T
    found = list(zip(*common(unite(owner, first, first + length), left, right, limit), strict=True))
    assert {(row, day) for row, low, high in found for day in range(low, high + 1)} == {
        (row, day) for row, (one, other) in enumerate(asked) for day in days[one] & days[other]
    }
    assert found == sorted(found)
