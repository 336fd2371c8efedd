"""Dates in figures, as records, forms and infoboxes write them, and figures that are none."""

from __future__ import annotations

import pytest

from kartoteka.dates import find_dates

FOUND = [
    ("ru", "Справка от 27/III-1951 г.", "27/III-1951 г.", "1951-03-27"),
    ("ru", "начато 5/XII-32 г.", "5/XII-32 г.", "1932-12-05"),
    ("uk", "станом на 10/ІІІ–30 р.", "10/ІІІ–30 р.", "1930-03-10"),
    ("ru", "исключён 19–VIII–1936", "19–VIII–1936", "1936-08-19"),
    ("uk", "протокол від 31.01.30", "31.01.30", "1930-01-31"),
    ("en", "as of 20.VI.33", "20.VI.33", "1933-06-20"),
    ("en", "Lviv, 27 XI 1937", "27 XI 1937", "1937-11-27"),
    ("en", "dated 07-11-1917", "07-11-1917", "1917-11-07"),
    ("ru", "период: 08.1924", "08.1924", "1924-08"),
    ("uk", "у VIII.1924", "VIII.1924", "1924-08"),
    ("ru", "с 30.03 он болел", "30.03", "XXXX-03-30"),
    ("uk", "бої (27–30.01.1918) тривали", "27–30.01.1918", "1918-01-27/1918-01-30"),
    ("ru", "7.–9.ХI.1935 г.", "7.–9.ХI.1935 г.", "1935-11-07/1935-11-09"),
    ("en", "the working year 1927/1928", "1927/1928", "1927/1928"),
    ("en", "painted 1911/1914", "1911/1914", "[1911,1914]"),
    ("en", "in '37 he fell", "'37", "1937"),
    ("en", "the summer of '41", "summer of '41", "1941-22"),
    ("uk", "у 37-му році", "37-му році", "1937"),
    ("ru", "в мае 37 г.", "мае 37 г.", "1937-05"),
    ("uk", "Вибори-1990 тривали", "1990", "1990"),
    ("en", "Kievan Rus' (882–1240)", "882–1240", "0882/1240"),
    ("en", "in the year 966", "966", "0966"),
    ("en", "from 945 to 972", "945 to 972", "0945/0972"),
    ("en", "on 14 April 966 he", "14 April 966", "0966-04-14"),
    ("en", "in the 950s", "950s", "095X"),
    ("en", "Livonian Crusade 1206–1227", "1206–1227", "1206/1227"),
    ("en", "- 1279 – The order is beaten", "1279", "1279"),
    ("en", "(3600–3100 BCE)", "3600–3100 BCE", "-3599/-3099"),
    ("en", "440–430 BC", "440–430 BC", "-0439/-0429"),
    ("en", "in the second millennium BC", "second millennium BC", "-1XXX"),
    ("uk", "IX 1941 – II 1944", "IX 1941 – II 1944", "1941-09/1944-02"),
    ("en", "since 1932-11", "1932-11", "1932-11"),
    ("ru", "к концу 1926/27 учебного года", "концу 1926/27 учебного года", "1926/1927"),
    ("en", "(February/March 1905)", "February/March 1905", "1905-02/1905-03"),
    ("en", "between the 3rd and the 9th of July 1651", "3rd and the 9th of July 1651", "1651-07-03/1651-07-09"),
    ("en", "on 1 and 3–5 May 1919", "1 and 3–5 May 1919", "{1919-05-01,1919-05-03,1919-05-04,1919-05-05}"),
    ("uk", "4(17)–6(19) червня 1905 р.", "4(17)–6(19) червня 1905 р.", "1905-06-17/1905-06-19"),
    ("en", "27Nov1937", "27Nov1937", "1937-11-27"),
    ("ru", "1817\u2060–\u20601864 годов", "1817\u2060–\u20601864 годов", "1817/1864"),
    ("ru", "«05» марта 1940 г.", "«05» марта 1940 г.", "1940-03-05"),
    ("ru", "Правда. 1937. 12 июня. С. 1", "1937. 12 июня", "1937-06-12"),
    ("ru", "1775 года июня 4-го дня", "1775 года июня 4-го дня", "1775-06-04"),
    ("en", "{{birth date|1896|8|15}}", "1896|8|15", "1896-08-15"),
    ("en", "29 February 1900", "29 February 1900", "1900-03-13"),
    ("en", "on 29 February 1933", "February 1933", "1933-02"),
]


@pytest.mark.parametrize(("lang", "text", "span", "edtf"), FOUND)
def test_figures_are_read(lang: str, text: str, span: str, edtf: str) -> None:
    assert [(date.text, date.span.edtf) for date in find_dates(text, lang)] == [(span, edtf)]


NONE = [
    ("en", "doi:10.1093/ahr/88.4.1019"),
    ("en", "a line of 30.03 km; version 1.2.33; tel. 2-19-32"),
    ("ru", "п. 1.2.33 инструкции; в 30.03 процента"),
    ("uk", "на 37-му році життя; йшов сорок п'ятий рік; у 37-му полку"),
    ("ru", "скончался на 81-м году жизни; в 22-го полка; 75-го отдела"),
    ("en", "the 11th, 12th Divisions; in the 3rd Army; of the first"),
    ("en", "a twenty-three-year-old; the Trial of the Twenty-One"),
    ("en", "2000 Polish cavalry; 1500 Cossacks; a cost of 1650 zlotys; in 500 villages"),
    ("en", "perhaps 1500 people; possibly second to none; an ad 30 times"),
    ("en", "in their early thirties; the Winter War; First of May Street"),
    ("ru", "выдать 1920 г камфоры; колхоз «Девятое января»"),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_figures_that_are_no_dates_are_left(lang: str, text: str) -> None:
    assert [date.text for date in find_dates(text, lang)] == []


def test_a_death_in_brackets_is_no_shelfmark() -> None:
    assert [d.text for d in find_dates("Anna (d. 1491); f. 6, op. 2, d. 1936, l. 17", "en")] == ["1491"]


def test_the_mark_of_a_note_is_no_second_style() -> None:
    assert [d.text for d in find_dates("on 15 July 1919[1] and on 15 March[6]", "en")] == [
        "15 July 1919",
        "15 March",
    ]
