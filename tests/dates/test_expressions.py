"""Every construction is found with its span, its value and its bounds, in the three languages."""

from __future__ import annotations

import pytest
from edtf_validate.valid_edtf import is_valid

from kartoteka.dates import FoundDate, find_dates, read_dates

ENGLISH = [
    ("She was elected on 4 June 1924.", "4 June 1924", "1924-06-04"),
    ("on March 14, 1923) had been a teacher", "March 14, 1923", "1923-03-14"),
    ("See Visti VUTsVK, 3 Oct. 1929.", "3 Oct. 1929", "1929-10-03"),
    ("In July 1937 he left.", "July 1937", "1937-07"),
    ("In 1926 he was commissar.", "1926", "1926"),
    ("dated 27.11.1937.", "27.11.1937", "1937-11-27"),
    ("dated 14.XII.1932", "14.XII.1932", "1932-12-14"),
    ("- Died: 1923-03-14", "1923-03-14", "1923-03-14"),
    ("the school year of 1924–25", "1924–25", "1924/1925"),
    ("the school year of 1924-25", "1924-25", "1924/1925"),
    ("a student, 1908–11, she", "1908–11", "1908/1911"),
    ("in office (1918—1922)", "1918—1922", "1918/1922"),
    ("headed it from 1923 to 1931", "1923 to 1931", "1923/1931"),
    ("headed it from 1923 until 1931", "1923 until 1931", "1923/1931"),
    ("Between 1992 and 2003 they wrote", "1992 and 2003", "1992/2003"),
    ("Between May and August 1926", "May and August 1926", "1926-05/1926-08"),
    ("from 20 December to 10 January 1924", "20 December to 10 January 1924", "1923-12-20/1924-01-10"),
    ("sowing (March–June 1933)", "March–June 1933", "1933-03/1933-06"),
    ("on 7–12 February 1934", "7–12 February 1934", "1934-02-07/1934-02-12"),
    ("on May 31 – June 2, 1945", "May 31 – June 2, 1945", "1945-05-31/1945-06-02"),
    ("on May 5–7, 1937", "May 5–7, 1937", "1937-05-05/1937-05-07"),
    ("they spoke on 3 and 17 October 1926", "3 and 17 October 1926", "{1926-10-03,1926-10-17}"),
    ("in January and September 1923", "January and September 1923", "{1923-01,1923-09}"),
    ("printed on 2 or 5 April 1923", "2 or 5 April 1923", "[1923-04-02,1923-04-05]"),
    ("in 1937 or 1938", "1937 or 1938", "[1937,1938]"),
    ("in the fall of 1925", "fall of 1925", "1925-23"),
    ("in the winter of 1928–29", "winter of 1928–29", "1928-24"),
    ("in the autumn and winter of 1921–22", "autumn and winter of 1921–22", "1921-23/1921-24"),
    ("the winter and spring of 1922", "winter and spring of 1922", "1921-24/1922-21"),
    ("during the 1930s", "1930s", "193X"),
    ("in the early thirties", "early thirties", "193X"),
    ("of the early twentieth century", "early twentieth century", "19XX"),
    ("in the 17th–18th centuries", "17th–18th centuries", "16XX/17XX"),
    ("over the first half of 1927", "first half of 1927", "1927-40"),
    ("in the third quarter of 1932", "third quarter of 1932", "1932-35"),
    ("in the first fifteen days of March 1930", "first fifteen days of March 1930", "1930-03-01/1930-03-15"),
    ("was born c. 1595 in Chyhyryn", "c. 1595", "1595~"),
    ("(c. 1580 – 20 April 1622)", "c. 1580 – 20 April 1622", "1580~/1622-04-20"),
    ("born 1889(?) near Uman", "1889(?)", "1889?"),
    ("circa the 1930s", "circa the 1930s", "193X"),
    ("on 9 (22) January 1918", "9 (22) January 1918", "1918-01-22"),
    ("on 22 January (4 February) 1918", "22 January (4 February) 1918", "1918-02-04"),
    ("on 25 January [O.S. 13 January] 1872", "25 January [O.S. 13 January] 1872", "1872-01-25"),
    ("on 20 December 1892 (1 January 1893)", "20 December 1892 (1 January 1893)", "1893-01-01"),
    ("Visti, 1[4] March 1925", "1[4] March 1925", "1925-03-14"),
    ("in 193[3] he", "193[3]", "1933"),
    ("in the winter of 52 BC", "winter of 52 BC", "-0051-24"),
    ("in AD 988 he", "AD 988", "0988"),
    ("on Monday, 5 December 1932", "Monday, 5 December 1932", "1932-12-05"),
    ("materialy zboriv, 12 kvitnia 2008 r., m. Poltava", "12 kvitnia 2008", "2008-04-12"),
    ("Protokoly, mart 1921–sentiabr' 1929", "mart 1921–sentiabr' 1929", "1921-03/1929-09"),
    ("Berlin, 5. Mai 1937", "5. Mai 1937", "1937-05-05"),
    ("Warszawa, 11 listopada 1918", "11 listopada 1918", "1918-11-11"),
]

UKRAINIAN = [
    ("1929 призначений ректором", "1929", "1929"),
    ("Член партії. 1922–24 працював слюсарем", "1922–24", "1922/1924"),
    ("Вона приїхала 13 лютого 1926 року.", "13 лютого 1926 року", "1926-02-13"),
    ("до 1919 р. У Києві", "1919 р.", "1919"),
    ("У березні 1914 р. в Одесі", "березні 1914 р.", "1914-03"),
    ("у 1907–1911 рр. вчилася", "1907–1911 рр.", "1907/1911"),
    ("З 1934 по 1937 рік жив", "1934 по 1937 рік", "1934/1937"),
    ("з 15 листопада до 15 грудня 1932 р.", "15 листопада до 15 грудня 1932 р.", "1932-11-15/1932-12-15"),
    ("між 1930 та 1932 роками", "1930 та 1932 роками", "1930/1932"),
    ("Восени 1932-го почалися", "Восени 1932-го", "1932-23"),
    ("Навесні 1930 року", "Навесні 1930 року", "1930-21"),
    ("Наприкінці 40-х - на початку 50-х років", "Наприкінці 40-х - на початку 50-х років", "194X/195X"),
    ("у двадцяті роки", "двадцяті роки", "192X"),
    ("у 20–30-х роках XIX ст.", "20–30-х роках XIX ст.", "182X/183X"),
    ("другої половини XIX ст.", "другої половини XIX ст.", "18XX"),
    ("кінця ХІХ – початку ХХ ст.", "кінця ХІХ – початку ХХ ст.", "18XX/19XX"),
    ("У другій половині 1927 року", "другій половині 1927 року", "1927-41"),
    ("першої декади липня 1941 р.", "першої декади липня 1941 р.", "1941-07-01/1941-07-10"),
    ("за перші двадцять днів червня 1926 р.", "перші двадцять днів червня 1926 р.", "1926-06-01/1926-06-20"),
    ("за останні п’ять днів лютого 1928 р.", "останні п’ять днів лютого 1928 р.", "1928-02-25/1928-02-29"),
    ("3 і 17 жовтня 1926 р.", "3 і 17 жовтня 1926 р.", "{1926-10-03,1926-10-17}"),
    ("Марко Жмайло (?—1636)", "?—1636", "/1636"),
    ("Дорошенко (?- бл. 1628)", "?- бл. 1628", "/1628~"),
    ("25 жовтня (7 листопада) 1917 року", "25 жовтня (7 листопада) 1917 року", "1917-11-07"),
    ("7 листопада (25 жовтня за ст. ст.) 1917 р.", "7 листопада (25 жовтня за ст. ст.) 1917 р.", "1917-11-07"),
    ("490 р. до н. е.", "490 р. до н. е.", "-0489"),
    ("У 988 році", "988 році", "0988"),
    ("родилась 15 ноября 1892", "15 ноября 1892", "1892-11-15"),
]

RUSSIAN = [
    ("Приказ от 3 марта 1921 года", "3 марта 1921 года", "1921-03-03"),
    ("родилась 19.04.1903 г., и", "19.04.1903 г.", "1903-04-19"),
    ("21.08.1889г.р.", "21.08.1889г.", "1889-08-21"),
    ("в 1923—1924 годах", "1923—1924 годах", "1923/1924"),
    ("С 1921 по 1925 год она училась", "1921 по 1925 год", "1921/1925"),
    ("в конце 1910-х годов уехал", "конце 1910-х годов", "191X"),
    ("в Харькове в конце 20-х жила", "конце 20-х", "192X"),
    ("родился 7 (19) июня 1889 г.", "7 (19) июня 1889 г.", "1889-06-19"),
    ("Весна 1922 пришла поздно", "Весна 1922", "1922-21"),
    ("зимой 1932/33 г.", "зимой 1932/33 г.", "1932-24"),
    ("в марте — апреле 1933 г.", "марте — апреле 1933 г.", "1933-03/1933-04"),
    ("XVII–XVIII вв.", "XVII–XVIII вв.", "16XX/17XX"),
    ("30-е — 40-е годы", "30-е — 40-е годы", "193X/194X"),
    ("около 1892 г.", "около 1892 г.", "1892~"),
    ("последние 10 дней марта 1931 г.", "последние 10 дней марта 1931 г.", "1931-03-22/1931-03-31"),
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
        ("en", "no later than 3 June 1926", "../1926-06-03", None, "1926-06-03"),
        ("en", "not earlier than 12 March 1921", "1921-03-12/..", "1921-03-12", None),
        ("en", "By 30 September 1929 she", "../1929-09-30", None, "1929-09-30"),
        ("en", "since the 1920s", "1920/..", "1920-01-01", None),
        ("en", "before the 1930s", "../1939", None, "1939-12-31"),
        ("en", "until the first half of 1926", "../1926-06", None, "1926-06-30"),
        ("en", "until the spring of 1922", "../1922-21", None, "1922-05-31"),
        ("en", "as of 1 October 1927", "1927-10-01", "1927-10-01", "1927-10-01"),
        ("uk", "Не пізніше 4 травня 1925 р. вона", "../1925-05-04", None, "1925-05-04"),
        ("uk", "З 1898 р. викладала", "1898/..", "1898-01-01", None),
        ("uk", "лист від 5 травня 1932 р.", "1932-05-05", "1932-05-05", "1932-05-05"),
        ("ru", "С апреля 1924 года — профессор", "1924-04/..", "1924-04-01", None),
        ("ru", "к 1933 году", "../1933", None, "1933-12-31"),
        ("ru", "ещё с начала 1920-х", "1920/..", "1920-01-01", None),
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
        ("uk", "на початку червня 1648 року", "early", "1648-06-01", "1648-06-10"),
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
    assert [d.text for d in find_dates("in the 1910s and 1920s", "en")] == ["1910s", "1920s"]
    assert [d.text for d in find_dates("у 1921, 1925, 1929 роках", "uk")] == ["1921", "1925", "1929 роках"]


def test_cells_of_a_table_are_not_joined() -> None:
    row = "  Olha Bondar    3 May 1921    4 May 1921\n  Ivan Koval     1922          1922\n"
    assert [d.span.edtf for d in find_dates(row, "en")] == ["1921-05-03", "1921-05-04", "1922", "1922"]


def test_an_unknown_language_is_read_by_the_english_table() -> None:
    assert [d.span.edtf for d in find_dates("Kyiv, 24 sichnia 1933", "uk-Latn")] == ["1933-01-24"]


def test_both_styles_are_marked_and_must_lie_as_far_apart_as_the_calendars() -> None:
    assert only("7 (20) November 1917", "en").span.calendar == "dual"
    assert [d.span.calendar for d in find_dates("7 (9) November 1917", "en")] == [""]


def test_a_text_that_is_only_a_month_is_one() -> None:
    assert [d.span.edtf for d in read_dates("January", "en")] == ["XXXX-01"]
