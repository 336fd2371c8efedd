"""Days, years, halves, quarters and decades in words."""

from __future__ import annotations

import pytest

from kartoteka.dates import find_dates

WORDS = [
    ("uk", "першого серпня 1932 року", "першого серпня 1932 року", "1932-08-01"),
    ("ru", "двадцать пятого октября 1932 года", "двадцать пятого октября 1932 года", "1932-10-25"),
    ("en", "on the twenty-fifth of May 1921", "twenty-fifth of May 1921", "1921-05-25"),
    ("ru", "в тысяча девятьсот тридцать седьмом году", "тысяча девятьсот тридцать седьмом году", "1937"),
    ("uk", "у тисяча дев’ятсот тридцять третьому році", "тисяча дев’ятсот тридцять третьому році", "1933"),
    ("en", "in nineteen thirty-seven", "nineteen thirty-seven", "1937"),
    ("en", "in nineteen-five they struck", "nineteen-five", "1905"),
    ("en", "in nineteen hundred and five", "nineteen hundred and five", "1905"),
    ("uk", "утік у сорок першому разом", "сорок першому", "1941"),
    ("ru", "в тридцать седьмом, когда брали всех", "тридцать седьмом", "1937"),
    ("ru", "вплоть до двадцатого года", "двадцатого года", "1920"),
    ("uk", "II півріччя 1934 р.", "II півріччя 1934 р.", "1934-41"),
    ("uk", "на IV квартал 1932 р.", "IV квартал 1932 р.", "1932-36"),
    ("ru", "за III декаду января 1930 года", "III декаду января 1930 года", "1930-01-21/1930-01-31"),
    ("uk", "останні дні серпня 1939 р.", "останні дні серпня 1939 р.", "1939-08"),
    ("ru", "поздней осенью 1919 г.", "поздней осенью 1919 г.", "1919-23"),
    ("en", "in the last third of the nineteenth century", "last third of the nineteenth century", "18XX"),
    ("en", "from the fifteenth to the eighteenth centuries", "fifteenth to the eighteenth centuries", "14XX/17XX"),
    ("en", "1, 3, and 7 May 1932", "1, 3, and 7 May 1932", "{1932-05-01,1932-05-03,1932-05-07}"),
    ("en", "May 1, 3, and 7, 1932", "May 1, 3, and 7, 1932", "{1932-05-01,1932-05-03,1932-05-07}"),
    ("ru", "в ночь с 8 на 9 июня 1919 г.", "8 на 9 июня 1919 г.", "1919-06-08/1919-06-09"),
    ("en", "(1991–present)", "1991–present", "1991/.."),
    ("en", "Olha Bondar (1892–)", "1892–", "1892/.."),
    ("en", "Olha Bondar (1892–?)", "1892–?", "1892/"),
    ("en", "the turn of the 1920s and 1930s", "turn of the 1920s and 1930s", "192X/193X"),
    ("ru", "на рубеже XIX–XX вв.", "рубеже XIX–XX вв.", "18XX/19XX"),
    ("en", "the first decade of the nineteenth century", "first decade of the nineteenth century", "180X"),
    ("uk", "у першому десятилітті ХХ століття", "першому десятилітті ХХ століття", "190X"),
    ("en", "the eighteen-nineties", "eighteen-nineties", "189X"),
    ("en", "the thirties of the nineteenth century", "thirties of the nineteenth century", "183X"),
    ("ru", "в 20-х числах ноября 1932 г.", "20-х числах ноября 1932 г.", "1932-11-20/1932-11-30"),
    ("en", "March the 3rd, 1889", "March the 3rd, 1889", "1889-03-03"),
    ("ru", "VIII–VII вв. до н. э.", "VIII–VII вв. до н. э.", "-07XX/-06XX"),
    ("en", "in September and October 1941", "September and October 1941", "{1941-09,1941-10}"),
    ("en", "1 May [1933]", "1 May [1933]", "1933-05-01"),
    ("en", "perhaps 1862", "perhaps 1862", "1862?"),
    ("en", "1862 (uncertain)", "1862 (uncertain)", "1862?"),
    ("en", "perhaps about 1862", "perhaps about 1862", "1862%"),
]


@pytest.mark.parametrize(("lang", "text", "span", "edtf"), WORDS)
def test_words_are_numbers(lang: str, text: str, span: str, edtf: str) -> None:
    assert [(date.text, date.span.edtf) for date in find_dates(text, lang)] == [(span, edtf)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "он был первым в России; улица Двадцать второго съезда"),
        ("ru", "дал две тысячи рублей; тысяча девятьсот душ"),
        ("uk", "у сорок першому полку; сьомий том"),
        ("en", "the first of them; nineteen people; twenty-one men"),
    ],
)
def test_numbers_that_count_are_no_dates(lang: str, text: str) -> None:
    assert [date.text for date in find_dates(text, lang)] == []


def test_a_king_is_no_century() -> None:
    assert [d.text for d in find_dates("при Елизавете II в Лондоне, но в XIX в.", "ru")] == ["XIX в."]


@pytest.mark.parametrize(
    ("lang", "text", "interval"),
    [
        ("en", "not before 5 May 1920", "1920-05-05/.."),
        ("en", "at the latest by 1934", "../1934"),
        ("en", "from 1918 onwards", "1918/.."),
        ("en", "1918 onwards", "1918/.."),
        ("uk", "з 1918 р. і далі", "1918/.."),
        ("uk", "щонайпізніше 1934 р.", "../1934"),
        ("ru", "не позднее чем 5 мая 1925 г.", "../1925-05-05"),
        ("ru", "относятся к осени 1930-го", "1930-23"),
    ],
)
def test_bounds_have_many_words(lang: str, text: str, interval: str) -> None:
    assert [date.span.interval for date in find_dates(text, lang)] == [interval]
