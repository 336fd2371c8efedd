"""Old and New Style: both at once, one that is named, and days whose style nobody says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.dates import find_dates, read_dates
from kartoteka.dates.calendars import changes, is_uncertain, to_gregorian


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1892, 11, 15), (1892, 11, 27)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1700, 2, 18), (1700, 2, 28)),
        ((1648, 5, 16), (1648, 5, 26)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((988, 7, 28), (988, 8, 2)),
    ],
)
def test_days_of_the_old_style_are_turned(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert to_gregorian(julian) == gregorian


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValueError, match="1917-02-29"):
        to_gregorian((1917, 2, 29))


@given(st.dates(date(1582, 10, 15), date(2099, 12, 30)))
def test_days_follow_each_other_in_both_calendars(day: date) -> None:
    following = day + timedelta(days=1)
    try:
        both = [date(*to_gregorian((d.year, d.month, d.day))) for d in (day, following)]
    except ValueError:  # 29 February of a year that only the other calendar makes a leap year
        return
    assert 1 <= (both[1] - both[0]).days <= 2


def test_each_land_skipped_as_many_days_as_the_calendars_were_apart() -> None:
    for last, first in changes().values():
        assert date(*first) - date(*to_gregorian(last)) == timedelta(days=1)


STYLES = [
    ("en", "15 November 1892 (O.S.)", "1892-11-27", "julian"),
    ("ru", "15 ноября 1892 г. по старому стилю", "1892-11-27", "julian"),
    ("uk", "25 жовтня 1917 року (н. ст.)", "1917-10-25", "gregorian"),
    ("uk", "14–17 (27–30) січня 1918 р.", "1918-01-27/1918-01-30", "dual"),
    ("uk", "14–17 січня (27–30 січня) 1918 р.", "1918-01-27/1918-01-30", "dual"),
    ("ru", "5(17).VIII.1892", "1892-08-17", "dual"),
    ("uk", "30.08(12.09).1911", "1911-09-12", "dual"),
    ("en", "1 January 1893 (20 December 1892)", "1893-01-01", "dual"),
    ("ru", "20 декабря (1 января) 1893 г.", "1893-01-01", "dual"),
    ("en", "25 January / 7 February 1918", "1918-02-07", "dual"),
    ("uk", "25 жовтня 1917 року", "1917-10-25", "unknown"),
    ("uk", "20 лютого 1918 р.", "1918-02-20", "unknown"),
    ("ru", "20 февраля 1918 г.", "1918-02-20", ""),
    ("uk", "2 березня 1918 р.", "1918-03-02", ""),
    ("en", "25 October 1917", "1917-10-25", ""),
    ("ru", "в октябре 1917 г.", "1917-10", ""),
]


@pytest.mark.parametrize(("lang", "text", "edtf", "calendar"), STYLES)
def test_a_day_has_its_calendar(lang: str, text: str, edtf: str, calendar: str) -> None:
    assert [(d.span.edtf, d.span.calendar) for d in find_dates(text, lang)] == [(edtf, calendar)]


def test_a_year_from_elsewhere_has_its_calendar_too() -> None:
    dates = read_dates("Прибыл в марте 1916 г., 5 мая уехал.", "ru")
    assert [(d.span.edtf, d.span.calendar) for d in dates] == [("1916-03", ""), ("1916-05-05", "unknown")]


def test_another_land_can_be_told() -> None:
    assert read_dates("on 2 March 1919", "en", territory="Romania")[0].span.calendar == "unknown"
    assert read_dates("2 березня 1917 р.", "uk", territory="")[0].span.calendar == ""
    assert is_uncertain((1919, 4, 1), "Romania")
    with pytest.raises(ValueError, match="Mars"):
        read_dates("on 2 March 1919", "en", territory="Mars")
