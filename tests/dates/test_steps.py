"""Dates told from others: steps, days without a month, weekdays, and what only the speaker knows."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import read_dates

STREAMS = [
    ("en", "On 20 July 1932 he came, and on the 22nd he left.", ["1932-07-20", "1932-07-22"]),
    ("ru", "30 июля 1937 г. приказано, к 5-му исполнено.", ["1937-07-30", "1937-08-05"]),
    ("uk", "27 березня 1951 р., а 22-го числа того ж місяця", ["1951-03-27", "1951-03-22"]),
    ("ru", "20 июля он прибыл, а 22-го выехал.", ["XXXX-07-20", "XXXX-07-22"]),
    ("en", "On 19 June the bell fell. Two days later he went.", ["XXXX-06-19", "XXXX-06-21"]),
    ("en", "On 20 March 1944 it came. A month later they went.", ["1944-03-20", "1944-04-20~"]),
    ("en", "On 8 May 1932 he fell ill. Several days later he died.", ["1932-05-08", "1932-05~"]),
    ("en", "On 8 May 1932 he came. Two years later, in January, he left.", ["1932-05-08", "1934-01"]),
    ("en", "On Monday, 3 March 1930, they met. The following Thursday they voted.", ["1930-03-03", "1930-03-06"]),
    ("ru", "5 мая 1932 г. За два дня до этого он был в Киеве.", ["1932-05-05", "1932-05-03"]),
    ("ru", "В марте 1930 г. сняли, годом позже вернули.", ["1930-03", "1931"]),
    ("uk", "У травні 1930 р. Минулої осені він був у Львові.", ["1930-05", "1929-23"]),
    ("uk", "У жовтні–грудні минулого року, тобто 1932 р.", ["XXXX-10/XXXX-12", "1932"]),
    ("uk", "22 жовтня 1932 р. Півроку по тому", ["1932-10-22", "1933-04-22~"]),
    ("ru", "К концу 1938 года он был жив, а 4 февраля умер.", ["1938", "1939-02-04"]),
    ("uk", "У 480 р. до н. е. билися. У тому ж році вернулися.", ["-0479", "-0479"]),
    ("en", "He died in 1937. Half a century later it was found.", ["1937", "1987"]),
    ("en", "In May 1930 he left, as he recalled in 1967. In June he came.", ["1930-05", "1967", "1930-06"]),
    ("ru", "Окончил 3 мая 1961 г. Речь шла о лете 1921 года. В июне сдал.", ["1961-05-03", "1921-22", "1961-06"]),
    ("en", "In May 1919 he left. The next day they came.", ["1919-05", "1919-05~"]),
    ("en", "In May 1901 he joined a party founded in 1898. That month he left.", ["1901-05", "1898", "1901-05"]),
    ("en", "In November 1940 he recalled the 1939 pact. In December he left.", ["1940-11", "1939", "1940-12"]),
    ("en", "In April 1937 he came. The previous autumn was wet. In June he left.", ["1937-04", "1936-23", "1937-06"]),
    ("ru", "В 1938 году сняли, в конце февраля взяли и 26 февраля 1939 года осудили.",
     ["1938", "1938-02", "1939-02-26"]),
    ("en", "On 29 February she came. The next day she left.", ["XXXX-02-29", "XXXX-03-01"]),
    ("en", "On 5 May 1932 he fell ill. By the end of the year he was dead.", ["1932-05-05", "1932"]),
    ("en", "In May 1930 Ivan Koval (1860–1899) was named. In June he came.", ["1930-05", "1860/1899", "1930-06"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "values"), STREAMS)
def test_a_step_is_counted_from_the_date_before(lang: str, text: str, values: list[str]) -> None:
    dates = read_dates(text, lang)
    assert [date.span.edtf for date in dates] == values
    assert all(is_valid(date.span.edtf) and is_valid(date.span.interval) for date in dates)


@pytest.mark.parametrize(
    ("lang", "text", "edtf"),
    [
        ("en", "The next day he left.", "XXXX-XX-XX"),
        ("ru", "В четверг он заявил.", "XXXX-XX-XX"),
        ("uk", "У п’ятницю зібралися.", "XXXX-XX-XX"),
        ("en", "Two years ago he left.", "XXXX"),
        ("uk", "Сто років тому тут був ліс.", "XXXX"),
        ("ru", "На этой неделе решат.", "XXXX-XX-XX"),
        ("ru", "в мае этого года", "XXXX-05"),
    ],
)
def test_what_nothing_fixes_is_as_fine_as_its_words(lang: str, text: str, edtf: str) -> None:
    (date,) = read_dates(text, lang)
    assert (date.span.edtf, date.span.resolved, date.span.earliest) == (edtf, "unresolved", None)


def test_what_is_counted_from_the_moment_of_speaking_takes_no_date_before_it() -> None:
    dates = read_dates("In 1932 he fell. Ninety years ago nobody knew.", "en")
    assert [date.span.edtf for date in dates] == ["1932", "XXXX"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("On 5 October 1926 they met. A week later, on 12 October, they parted.", "anchor"),
        ("On 5 October 1926 they met. A week later, on 30 October, they parted.", "disputed"),
        ("On 5 October 1926 they met. Two days later, on 8 October 1926, they parted.", "disputed"),
        ("In 1926 they met. Two years later, in 1928, they parted.", "explicit"),
    ],
)
def test_a_step_that_counts_otherwise_makes_a_date_disputed(text: str, resolved: str) -> None:
    assert read_dates(text, "en")[1].span.resolved == resolved


def test_a_step_of_weeks_or_months_may_miss_by_days() -> None:
    weeks, months = read_dates(
        "On 17 June 1925 they met. Two weeks later he left. Six months later he died.", "en"
    )[1:]
    assert (weeks.span.earliest, weeks.span.latest) == ("1925-06-28", "1925-07-04")
    assert (months.span.earliest, months.span.latest) == ("1925-12-17", "1926-01-16")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "in his last year at school; Bloody Sunday; on Thursdays"),
        ("ru", "на другой день после занятия города; проникли в среду рабочих"),
        ("uk", "Іван Середа; за два дні; упродовж трьох років"),
        ("en", "for three years; every two weeks; a ten-day deadline"),
    ],
)
def test_durations_names_and_steps_from_events_are_no_dates(lang: str, text: str) -> None:
    assert read_dates(text, lang) == []
