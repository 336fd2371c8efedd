"""Every construction is found with its span, its value and its bounds, in the three languages."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import FoundDate, find_dates, read_dates

ENGLISH = [
    ("He was appointed on 8 May 1937.", "8 May 1937", "1937-05-08"),
    ("on November 27, 1937) was an official", "November 27, 1937", "1937-11-27"),
    ("See Izvestiia, 27 Nov. 1935.", "27 Nov. 1935", "1935-11-27"),
    ("In July 1937 he left.", "July 1937", "1937-07"),
    ("In 1926 he was commissar.", "1926", "1926"),
    ("dated 27.11.1937.", "27.11.1937", "1937-11-27"),
    ("dated 14.XII.1932", "14.XII.1932", "1932-12-14"),
    ("- Death Date: 1937-11-27", "1937-11-27", "1937-11-27"),
    ("the famine of 1932–33", "1932–33", "1932/1933"),
    ("the famine of 1932-33", "1932-33", "1932/1933"),
    ("a Menshevik, 1913–15, he", "1913–15", "1913/1915"),
    ("in office (1918—1922)", "1918—1922", "1918/1922"),
    ("headed it from 1923 to 1931", "1923 to 1931", "1923/1931"),
    ("headed it from 1923 until 1931", "1923 until 1931", "1923/1931"),
    ("Between 1992 and 2003 they wrote", "1992 and 2003", "1992/2003"),
    ("Between July and September 1924", "July and September 1924", "1924-07/1924-09"),
    ("from 15 November to 15 January 1933", "15 November to 15 January 1933", "1932-11-15/1933-01-15"),
    ("sowing (March–June 1933)", "March–June 1933", "1933-03/1933-06"),
    ("on 7–12 February 1934", "7–12 February 1934", "1934-02-07/1934-02-12"),
    ("on May 31 – June 2, 1945", "May 31 – June 2, 1945", "1945-05-31/1945-06-02"),
    ("on May 5–7, 1937", "May 5–7, 1937", "1937-05-05/1937-05-07"),
    ("with him on 15 and 24 November 1932", "15 and 24 November 1932", "{1932-11-15,1932-11-24}"),
    ("in January and September 1923", "January and September 1923", "{1923-01,1923-09}"),
    ("arrested on 6 or 9 July 1936", "6 or 9 July 1936", "[1936-07-06,1936-07-09]"),
    ("in 1937 or 1938", "1937 or 1938", "[1937,1938]"),
    ("in the fall of 1932", "fall of 1932", "1932-23"),
    ("in the winter of 1932–33", "winter of 1932–33", "1932-24"),
    ("in the fall and winter of 1932–33", "fall and winter of 1932–33", "1932-23/1932-24"),
    ("the winter and spring of 1933", "winter and spring of 1933", "1932-24/1933-21"),
    ("during the 1930s", "1930s", "193X"),
    ("in the early thirties", "early thirties", "193X"),
    ("of the early twentieth century", "early twentieth century", "19XX"),
    ("in the 17th–18th centuries", "17th–18th centuries", "16XX/17XX"),
    ("in the first half of 1932", "first half of 1932", "1932-40"),
    ("in the third quarter of 1932", "third quarter of 1932", "1932-35"),
    ("in the first twenty days of December 1932", "first twenty days of December 1932", "1932-12-01/1932-12-20"),
    ("was born c. 1485 in Udbina", "c. 1485", "1485~"),
    ("(c. 1485 – 9 August 1531)", "c. 1485 – 9 August 1531", "1485~/1531-08-09"),
    ("born 1892(?) in Verkhniodniprovsk", "1892(?)", "1892?"),
    ("circa the 1930s", "circa the 1930s", "193X"),
    ("on 7 (20) November 1917", "7 (20) November 1917", "1917-11-20"),
    ("on 25 October (7 November) 1917", "25 October (7 November) 1917", "1917-11-07"),
    ("on 27 November [O.S. 15 November] 1892", "27 November [O.S. 15 November] 1892", "1892-11-27"),
    ("on 20 December 1892 (1 January 1893)", "20 December 1892 (1 January 1893)", "1893-01-01"),
    ("Zerkalo nedeli, 2[8] June 1996", "2[8] June 1996", "1996-06-28"),
    ("in 193[3] he", "193[3]", "1933"),
    ("in the winter of 52 BC", "winter of 52 BC", "-0051-24"),
    ("in AD 988 he", "AD 988", "0988"),
    ("on Monday, 5 December 1932", "Monday, 5 December 1932", "1932-12-05"),
    ("kruhloho stolu, 19 hrudnia 2013 r., m. Kyïv", "19 hrudnia 2013", "2013-12-19"),
    ("OGPU–NKVD, ianvar' 1922–dekabr' 1936", "ianvar' 1922–dekabr' 1936", "1922-01/1936-12"),
    ("Berlin, 5. Mai 1937", "5. Mai 1937", "1937-05-05"),
    ("Warszawa, 11 listopada 1918", "11 listopada 1918", "1918-11-11"),
]

UKRAINIAN = [
    ("Він помер 27 листопада 1937 року.", "27 листопада 1937 року", "1937-11-27"),
    ("до 1919 р. У Києві", "1919 р.", "1919"),
    ("У січні 1913 р. в Петербурзі", "січні 1913 р.", "1913-01"),
    ("у 1917–1921 рр. стала", "1917–1921 рр.", "1917/1921"),
    ("З 1934 по 1937 рік жив", "1934 по 1937 рік", "1934/1937"),
    ("з 15 листопада до 15 грудня 1932 р.", "15 листопада до 15 грудня 1932 р.", "1932-11-15/1932-12-15"),
    ("між 1930 та 1932 роками", "1930 та 1932 роками", "1930/1932"),
    ("Восени 1932-го почалися", "Восени 1932-го", "1932-23"),
    ("Навесні 1930 року", "Навесні 1930 року", "1930-21"),
    ("Наприкінці 20-х - на початку 30-х років", "Наприкінці 20-х - на початку 30-х років", "192X/193X"),
    ("у двадцяті роки", "двадцяті роки", "192X"),
    ("у 20–30-х роках XIX ст.", "20–30-х роках XIX ст.", "182X/183X"),
    ("другої половини XIX ст.", "другої половини XIX ст.", "18XX"),
    ("кінця ХІХ – початку ХХ ст.", "кінця ХІХ – початку ХХ ст.", "18XX/19XX"),
    ("У першій половині 1932 року", "першій половині 1932 року", "1932-40"),
    ("першої декади липня 1941 р.", "першої декади липня 1941 р.", "1941-07-01/1941-07-10"),
    ("15 і 24 листопада 1932 р.", "15 і 24 листопада 1932 р.", "{1932-11-15,1932-11-24}"),
    ("Карпо Скидан (?—1638)", "?—1638", "/1638"),
    ("Федорович (?- бл. 1639)", "?- бл. 1639", "/1639~"),
    ("25 жовтня (7 листопада) 1917 року", "25 жовтня (7 листопада) 1917 року", "1917-11-07"),
    ("7 листопада (25 жовтня за ст. ст.) 1917 р.", "7 листопада (25 жовтня за ст. ст.) 1917 р.", "1917-11-07"),
    ("490 р. до н. е.", "490 р. до н. е.", "-0489"),
    ("У 988 році", "988 році", "0988"),
    ("родилась 15 ноября 1892", "15 ноября 1892", "1892-11-15"),
]

RUSSIAN = [
    ("Списки от 14 августа 1937 года", "14 августа 1937 года", "1937-08-14"),
    ("умерла 06.10.1976 г., а", "06.10.1976 г.", "1976-10-06"),
    ("10.11.1893г.р.", "10.11.1893г.", "1893-11-10"),
    ("в 1982—1983 годах", "1982—1983 годах", "1982/1983"),
    ("С 1934 по 1937 год мы жили", "1934 по 1937 год", "1934/1937"),
    ("в конце 1990-х годов окончил", "конце 1990-х годов", "199X"),
    ("в Польше в конце 80-х была", "конце 80-х", "198X"),
    ("родился 15 (27) ноября 1892 г.", "15 (27) ноября 1892 г.", "1892-11-27"),
    ("Весна 1933 была тяжёлой", "Весна 1933", "1933-21"),
    ("зимой 1932/33 г.", "зимой 1932/33 г.", "1932-24"),
    ("в марте — апреле 1933 г.", "марте — апреле 1933 г.", "1933-03/1933-04"),
    ("XVII–XVIII вв.", "XVII–XVIII вв.", "16XX/17XX"),
    ("30-е — 40-е годы", "30-е — 40-е годы", "193X/194X"),
    ("около 1892 г.", "около 1892 г.", "1892~"),
]

CASES = [(lang, *case) for lang, cases in (("en", ENGLISH), ("uk", UKRAINIAN), ("ru", RUSSIAN)) for case in cases]


def only(text: str, lang: str) -> FoundDate:
    found = find_dates(text, lang)
    assert len(found) == 1, [date.text for date in found]
    return found[0]


@pytest.mark.parametrize(("lang", "text", "span", "edtf"), CASES)
def test_an_expression_has_its_span_and_value(lang: str, text: str, span: str, edtf: str) -> None:
    date = only(text, lang)
    assert (date.text, date.span.edtf) == (span, edtf)
    assert text[date.start : date.end] == span
    assert is_valid(date.span.edtf)
    assert is_valid(date.span.interval)
    assert date.span.resolved == "explicit"


@pytest.mark.parametrize(
    ("lang", "text", "interval", "earliest", "latest"),
    [
        ("en", "no later than 7 July 1937", "../1937-07-07", None, "1937-07-07"),
        ("en", "not earlier than 5 August 1919", "1919-08-05/..", "1919-08-05", None),
        ("en", "By 28 December 1932 he", "../1932-12-28", None, "1932-12-28"),
        ("en", "since the 1920s", "1920/..", "1920-01-01", None),
        ("en", "before the 1930s", "../1939", None, "1939-12-31"),
        ("en", "until the first half of 1932", "../1932-06", None, "1932-06-30"),
        ("en", "until the spring of 1933", "../1933-21", None, "1933-05-31"),
        ("en", "as of 20 November 1932", "1932-11-20", "1932-11-20", "1932-11-20"),
        ("uk", "Не пізніше 7 липня 1937 р. його", "../1937-07-07", None, "1937-07-07"),
        ("uk", "З 1871 р. займалася", "1871/..", "1871-01-01", None),
        ("uk", "лист від 5 травня 1932 р.", "1932-05-05", "1932-05-05", "1932-05-05"),
        ("ru", "С августа 1999 года — заместитель", "1999-08/..", "1999-08-01", None),
        ("ru", "к 1933 году", "../1933", None, "1933-12-31"),
        ("ru", "уже с начала 1920-х", "1920/..", "1920-01-01", None),
    ],
)
def test_a_bound_word_makes_an_open_interval(
    lang: str, text: str, interval: str, earliest: str | None, latest: str | None
) -> None:
    span = only(text, lang).span
    assert (span.interval, span.earliest, span.latest) == (interval, earliest, latest)
    assert is_valid(span.interval)


@pytest.mark.parametrize(
    ("lang", "text", "modifier", "earliest", "latest"),
    [
        ("en", "late 1935", "late", "1935-09-01", "1935-12-31"),
        ("en", "mid-1933", "mid", "1933-05-01", "1933-08-31"),
        ("en", "late November 1932", "late", "1932-11-21", "1932-11-30"),
        ("en", "early spring of 1933", "early", "1933-03-01", "1933-03-31"),
        ("en", "the second half of the 1930s", "second_half", "1935-01-01", "1939-12-31"),
        ("en", "ca. 1860s", "circa", "1860-01-01", "1869-12-31"),
        ("uk", "на початку липня 1637 року", "early", "1637-07-01", "1637-07-10"),
        ("uk", "початку 20 ст.", "early", "1900-01-01", "1933-12-31"),
        ("ru", "конец 1920-х", "late", "1927-01-01", "1929-12-31"),
    ],
)
def test_a_part_narrows_the_bounds_and_not_the_value(
    lang: str, text: str, modifier: str, earliest: str, latest: str
) -> None:
    span = only(text, lang).span
    assert (span.modifier, span.earliest, span.latest) == (modifier, earliest, latest)
    assert is_valid(span.edtf)


def test_coordinated_expressions_complete_in_themselves_are_two() -> None:
    assert [d.text for d in find_dates("of the 1920s and 1930s", "en")] == ["1920s", "1930s"]
    assert [d.text for d in find_dates("у 1944, 1953, 1954 роках", "uk")] == ["1944", "1953", "1954 роках"]


def test_cells_of_a_table_are_not_joined() -> None:
    row = (
        "  Leonid Pyatakov    9 November 1917    10 November 1917\n  Yakov Muravnik      1919               1919\n"
    )
    assert [d.span.edtf for d in find_dates(row, "en")] == ["1917-11-09", "1917-11-10", "1919", "1919"]


def test_an_unknown_language_is_read_by_the_english_table() -> None:
    assert [d.span.edtf for d in find_dates("Kyiv, 24 sichnia 1933", "uk-Latn")] == ["1933-01-24"]


def test_both_styles_are_marked_and_must_lie_as_far_apart_as_the_calendars() -> None:
    assert only("7 (20) November 1917", "en").span.calendar == "dual"
    assert [d.span.calendar for d in find_dates("7 (9) November 1917", "en")] == [""]


def test_a_text_that_is_only_a_month_is_one() -> None:
    assert [d.span.edtf for d in read_dates("January", "en")] == ["XXXX-01"]
