"""Dates without a year, and relative ones, take their year from the stream that they stand in."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import find_dates, read_dates, resolve

STREAMS = [
    ("en", "On 3 March 1925 she was elected. In May, she left.", ["1925-03-03", "1925-05"]),
    ("en", "In November 1932 he came, and in January he left.", ["1932-11", "1933-01"]),
    ("en", "On 5 October 1926 they met. A week later, on 12 October, they parted.", ["1926-10-05", "1926-10-12"]),
    ("en", "In 1937 he fell. The previous April he had won.", ["1937", "1936-04"]),
    ("en", "In April 1933 he wrote. The following spring he wrote again.", ["1933-04", "1934-21"]),
    ("en", "Prices fell in 1924; in August of that year they doubled.", ["1924", "1924-08"]),
    ("en", "In 1921 he came. After exactly two years he left; after one more he died.", ["1921", "1923"]),
    ("en", "In 1921 he came. After two years of study he left, and after six years, he rose.", ["1921", "1927"]),
    ("en", "In 1921 he came, and only a year later he left.", ["1921", "1922"]),
    ("en", "On 2 March 1929 he spoke, and the very next day he was gone.", ["1929-03-02", "1929-03-03"]),
    ("en", "On 9 June 1921 they adopted it, printed the next day.", ["1921-06-09", "1921-06-10"]),
    ("en", "It was signed on 31 December 1932; the next day he left.", ["1932-12-31", "1933-01-01"]),
    ("en", "On 5 May 1938 he came. Two weeks later he left.", ["1938-05-05", "1938-05-19~"]),
    ("en", "in 1926. In the same year, she moved. One year later she wed.", ["1926", "1926", "1927"]),
    ("en", "On 1 January 1933 a decree dated 7 August 1934 was read. On 3 January it fell.",
     ["1933-01-01", "1934-08-07", "1933-01-03"]),
    ("en", "On 2 February 1926 a congress was called for the spring of 1927. Up to 20 January nobody knew.",
     ["1926-02-02", "1927-21", "1926-01-20"]),
    ("en", "On 3 May and then on 5 July 1937 they met.", ["1937-05-03", "1937-07-05"]),
    ("uk", "9 жовтня 1924 р., а наступного дня зібрали раду.", ["1924-10-09", "1924-10-10"]),
    ("uk", "У червні 1651 року билися. Восени відпочивали, а наступного року рушили.",
     ["1651-06", "1651-23", "1652"]),
    ("uk", "У травні 1651 року рушили. У серпні цього ж року вернулися.", ["1651-05", "1651-08"]),
    ("uk", "31 січня 1933 р. ухвалили, через два дні скасували.", ["1933-01-31", "1933-02-02"]),
    ("ru", "4 марта 1926 года открыли. Через год закрыли.", ["1926-03-04", "1927"]),
    ("ru", "В 1926 году избран, в том же году отозван.", ["1926", "1926"]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "values"), STREAMS)
def test_a_stream_fixes_its_years(lang: str, text: str, values: list[str]) -> None:
    dates = read_dates(text, lang)
    assert [date.span.edtf for date in dates] == values
    assert all(is_valid(date.span.edtf) and is_valid(date.span.interval) for date in dates)


def test_what_nothing_fixes_keeps_an_unspecified_year() -> None:
    (date,) = read_dates("On 17 August she spoke.", "en")
    assert (date.span.edtf, date.span.resolved, date.span.earliest) == ("XXXX-08-17", "unresolved", None)


def test_a_season_that_nothing_fixes_is_found_but_not_read() -> None:
    assert [date.span.edtf for date in find_dates("Восени збирали.", "uk")] == [""]
    assert read_dates("Восени збирали.", "uk") == []


def test_the_anchor_is_named() -> None:
    date = read_dates("On 3 March 1925 he came. In July he left.", "en")[1]
    assert (date.span.resolved, date.span.anchor) == ("anchor", "3 March 1925")


@pytest.mark.parametrize(("anchor", "value"), [("1925-03-03", "1925-08-17"), ("1932", "1932-08-17")])
def test_an_anchor_can_be_given(anchor: str, value: str) -> None:
    assert [d.span.edtf for d in read_dates("On 17 August she spoke.", "en", anchor)] == [value]


def test_an_anchor_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="soon"):
        read_dates("On 17 August she spoke.", "en", "soon")


def test_a_bare_year_in_brackets_anchors_nothing_while_there_is_better() -> None:
    text = "On 3 March 1935 she read the book (1928). In July she wrote."
    assert [d.span.edtf for d in read_dates(text, "en")] == ["1935-03-03", "1928", "1935-07"]


def test_a_month_within_the_range_before_it_belongs_to_the_range() -> None:
    text = "З грудня 1944 до вересня 1945 року тривало. 16 грудня наступали."
    assert [d.span.edtf for d in read_dates(text, "uk")] == ["1944-12/1945-09", "1944-12-16"]


def test_resolving_again_changes_nothing() -> None:
    found = find_dates("On 3 March 1925 he came. In July he left, and the next day was 1 August.", "en")
    once = resolve(found)
    assert resolve(once) == once
