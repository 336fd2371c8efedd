"""The days that a value covers, and when two values meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.dates import bounds, overlap, read_dates
from kartoteka.types import TimeSpan

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("1932", "1932-01-01", "1932-12-31"),
        ("1932-02", "1932-02-01", "1932-02-29"),
        ("1932-24", "1932-12-01", "1933-02-28"),
        ("1931-24", "1931-12-01", "1932-02-29"),
        ("1932-21", "1932-03-01", "1932-05-31"),
        ("1932-34", "1932-04-01", "1932-06-30"),
        ("1932-41", "1932-07-01", "1932-12-31"),
        ("193X", "1930-01-01", "1939-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("1485~/1531-08-09", "1485-01-01", "1531-08-09"),
        ("../1937-07-07", None, "1937-07-07"),
        ("/1638", None, "1638-12-31"),
        ("1918/..", "1918-01-01", None),
        ("{1932-11-15,1932-11-24}", "1932-11-15", "1932-11-24"),
        ("[1936-07-06, 1936-07-09]", "1936-07-06", "1936-07-09"),
        ("[..1984]", None, "1984-12-31"),
        ("1932-11-XX", "1932-11-01", "1932-11-30"),
        ("XXXX-06-19", None, None),
    ],
)
def test_a_value_has_its_first_and_last_day(edtf: str, earliest: str | None, latest: str | None) -> None:
    assert bounds(edtf) == (earliest, latest)


@pytest.mark.parametrize("wrong", ["", "soon", "1932-13", "32", "1932-11-1"])
def test_what_is_no_value_is_named(wrong: str) -> None:
    with pytest.raises(ValueError, match=repr(wrong) if wrong != "1932-13" else "13"):
        bounds(wrong)


def span(text: str) -> TimeSpan:
    return read_dates(text, "en")[0].span


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("in 1932", "on 9 October 1932", True),
        ("in the winter of 1932–33", "in February 1933", True),
        ("in the winter of 1932–33", "in March 1933", False),
        ("since 1934", "in 1932", False),
        ("since 1934", "in 1937", True),
        ("until 1934", "in 1932", True),
        ("since 1934", "until 1932", False),
        ("on 19 June", "in 1932", False),
        ("in 52 BC", "in AD 152", False),
    ],
)
def test_two_dates_meet_where_their_days_do(left: str, right: str, meet: bool) -> None:
    assert overlap(span(left), span(right)) is meet
    assert overlap(span(right), span(left)) is meet


@given(st.integers(1000, 2099), st.integers(1, 12), st.sampled_from(["", "early ", "mid-", "late "]))
def test_bounds_run_forward_and_lie_within_the_value(year: int, month: int, part: str) -> None:
    name = MONTHS[month - 1]
    value = span(f"in {part}{name} {year}")
    whole = bounds(value.edtf)
    assert value.earliest is not None and value.latest is not None
    assert (whole[0] or "") <= value.earliest <= value.latest <= (whole[1] or "")
