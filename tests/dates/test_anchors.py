"""Dates without a year, and relative ones, take their year from the stream that they stand in."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import find_dates, read_dates, resolve

STREAMS = [
    ("en", "On 8 May 1937 he was appointed. In July, he left.", ["1937-05-08", "1937-07"]),
    ("en", "In November 1932 he came, and in January he left.", ["1932-11", "1933-01"]),
    ("en", "On 14 July 1937 he signed. A week later, on 21 July, he signed again.", ["1937-07-14", "1937-07-21"]),
    ("en", "In 1937 he fell. The previous April he had won.", ["1937", "1936-04"]),
    ("en", "In April 1933 he wrote. The following spring he wrote again.", ["1933-04", "1934-21"]),
    ("en", "It rose in 1933; in May of that year it fell.", ["1933", "1933-05"]),
    ("en", "On 28 April 1933 it was signed, published the next day.", ["1933-04-28", "1933-04-29"]),
    ("en", "It was signed on 31 December 1932; the next day he left.", ["1932-12-31", "1933-01-01"]),
    ("en", "On 5 May 1938 he came. Two weeks later he left.", ["1938-05-05", "1938-05-19~"]),
    ("en", "in 1953. In the same year, he rose. One year later he fell.", ["1953", "1953", "1954"]),
    ("en", "On 1 January 1933 a decree dated 7 August 1934 was read. On 3 January it fell.",
     ["1933-01-01", "1934-08-07", "1933-01-03"]),
    ("en", "On 5 December 1932 a rising was planned for the spring of 1933. Up to 15 November all was calm.",
     ["1932-12-05", "1933-21", "1932-11-15"]),
    ("en", "On 3 May and then on 5 July 1937 they met.", ["1937-05-03", "1937-07-05"]),
    ("uk", "5 грудня 1932 р., а наступного дня видали наказ.", ["1932-12-05", "1932-12-06"]),
    ("uk", "У липні 1637 року билися. Восени збиралися, а наступного року відступили.",
     ["1637-07", "1637-23", "1638"]),
    ("uk", "У березні 1638 року почалося. У липні цього ж року скінчилося.", ["1638-03", "1638-07"]),
    ("uk", "31 січня 1933 р. ухвалили, через два дні скасували.", ["1933-01-31", "1933-02-02"]),
    ("ru", "12 июня 1990 года приняли. Через год отменили.", ["1990-06-12", "1991"]),
    ("ru", "В 1937 году арестован, в том же году расстрелян.", ["1937", "1937"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "values"), STREAMS)
def test_a_stream_fixes_its_years(lang: str, text: str, values: list[str]) -> None:
    dates = read_dates(text, lang)
    assert [date.span.edtf for date in dates] == values
    assert all(is_valid(date.span.edtf) and is_valid(date.span.interval) for date in dates)


def test_what_nothing_fixes_keeps_an_unspecified_year() -> None:
    (date,) = read_dates("On 19 June he was dismissed.", "en")
    assert (date.span.edtf, date.span.resolved, date.span.earliest) == ("XXXX-06-19", "unresolved", None)


def test_what_has_no_value_is_found_but_not_read() -> None:
    text = "The next day he left. Восени збирали."
    assert [date.span.edtf for date in find_dates(text, "en")] == [""]
    assert read_dates(text, "en") == []


def test_the_anchor_is_named() -> None:
    date = read_dates("On 8 May 1937 he came. In July he left.", "en")[1]
    assert (date.span.resolved, date.span.anchor) == ("anchor", "8 May 1937")


@pytest.mark.parametrize(("anchor", "value"), [("1937-05-08", "1937-06-19"), ("1932", "1932-06-19")])
def test_an_anchor_can_be_given(anchor: str, value: str) -> None:
    assert [d.span.edtf for d in read_dates("On 19 June he left.", "en", anchor)] == [value]


def test_an_anchor_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        read_dates("On 19 June he left.", "en", "soon")


def test_a_bare_year_in_brackets_anchors_nothing_while_there_is_better() -> None:
    text = "On 8 May 1937 he read the book (1928). In July he left."
    assert [d.span.edtf for d in read_dates(text, "en")] == ["1937-05-08", "1928", "1937-07"]


def test_a_month_within_the_range_before_it_belongs_to_the_range() -> None:
    text = "З грудня 1944 до вересня 1945 року тривало. 16 грудня наступали."
    assert [d.span.edtf for d in read_dates(text, "uk")] == ["1944-12/1945-09", "1944-12-16"]


def test_resolving_again_changes_nothing() -> None:
    found = find_dates("On 8 May 1937 he came. In July he left, and the next day was 1 August.", "en")
    once = resolve(found)
    assert resolve(once) == once
