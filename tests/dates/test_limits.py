"""Days that dates allow: when two of them contradict each other, and by how much."""

from __future__ import annotations

import pytest

from kartoteka.dates import read_dates
from kartoteka.dates.limits import OPEN, apart, common, limits, meet, precedes
from kartoteka.types import TimeSpan


def span(words: str, lang: str = "en") -> TimeSpan:
    (date,) = read_dates(words, lang)
    return date.span


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in 1937", "on 8 May 1937"),
        ("in spring 1937", "on 8 May 1937"),
        ("in spring 1937", "in April 1937"),
        ("in late 1935", "in December 1935"),
        ("around 1931", "in 1933"),
        ("no later than 7 July 1937", "in 1935"),
    ],
)
def test_a_finer_date_refines_a_coarser_one(one: str, other: str) -> None:
    assert meet(limits(span(one)), limits(span(other)))
    assert apart(limits(span(one)), limits(span(other))) == 0


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("in April 1937", "on 8 May 1937", 8),
        ("on 19 June 1937", "in July 1937", 12),
        ("in late 1935", "in early 1935", 124),
        ("by 1926", "in 1928", 366),
        ("on 8 May 1937", "on 9 May 1937", 1),
    ],
)
def test_dates_without_a_common_day_are_apart(one: str, other: str, days: int) -> None:
    left, right = limits(span(one)), limits(span(other))
    assert not meet(left, right)
    assert apart(left, right) == apart(right, left) == days
    assert precedes(left, right) is not precedes(right, left)


def test_a_day_of_an_unknown_calendar_may_be_thirteen_days_later() -> None:
    old = limits(span("14 січня 1918 року", "uk"))
    assert old == ("1918-01-14", "1918-01-27")
    assert meet(old, ("1918-01-27", "1918-01-27"))


def test_what_nothing_fixes_or_its_own_sentence_disputes_contradicts_nothing() -> None:
    assert limits(None) == OPEN
    assert limits(TimeSpan("XXXX-06-19", "XXXX-06-19", resolved="unresolved")) == OPEN
    assert limits(TimeSpan("1937-07-21", "1937-07-21", "1937-07-21", "1937-07-21", resolved="disputed")) == OPEN


def test_several_dates_leave_open_what_all_allow() -> None:
    assert common([("1937-01-01", "1937-12-31"), ("1937-05-08", "1937-05-08"), OPEN]) == (
        "1937-05-08",
        "1937-05-08",
    )
    assert common([(None, "1937-07-07"), ("1935-01-01", None)]) == ("1935-01-01", "1937-07-07")


def test_dates_that_contradict_each_other_leave_everything_between_them_open() -> None:
    assert common([("1937-04-01", "1937-04-30"), ("1937-05-08", "1937-05-08")]) == ("1937-04-01", "1937-05-08")
    assert common([("-0043-01-01", "-0043-12-31"), ("0014-01-01", "0014-12-31")]) == ("-0043-01-01", "0014-12-31")


def test_nothing_stated_leaves_all_open() -> None:
    assert common([]) == OPEN
    assert common([OPEN, OPEN]) == OPEN
