"""What a person may give for a time, and which days it means."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.dates.stretch import read_days, read_stretch


@given(st.dates())
def test_a_day_a_month_and_a_year_mean_all_their_days(day: date) -> None:
    iso, end = day.isoformat(), monthrange(day.year, day.month)[1]
    assert read_days(iso) == (iso, iso)
    assert read_days(iso[:7]) == (f"{iso[:7]}-01", f"{iso[:7]}-{end}")
    assert read_days(iso[:4]) == (f"{iso[:4]}-01-01", f"{iso[:4]}-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "193",
        "1930-2",
        "1930-13",
        "1930-00",
        "1930-02-30",
        "1931-21",
        "193X",
        "1930~",
        "0000",
        "-0044",
        "1930-02-",
        "тридцять",
    ],
)
def test_what_is_no_day_month_or_year_is_refused_with_what_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no year, month or day such as 1933, 1933-02 or 1933-02-14"):
        read_days(text)


def test_a_stretch_runs_from_the_first_day_of_one_to_the_last_of_the_other() -> None:
    assert read_stretch("1930-02", " 1932 ") == ("1930-02-01", "1932-12-31")
    assert read_stretch("1932", "1932") == ("1932-01-01", "1932-12-31")
    assert read_stretch("", "1932-02") == (None, "1932-02-29")
    assert read_stretch("1932", None) == ("1932-01-01", None)


def test_a_stretch_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValueError, match="no time from 1935-03 to 1935-02: it ends before it begins"):
        read_stretch("1935-03", "1935-02")
