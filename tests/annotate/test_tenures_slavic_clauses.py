"""Ukrainian and Russian clauses: who is only called something, whose title, whose date and whose post is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kartoteka.types import Tenure

HAL, MAK, LIS = "Іван Галь", "Павло Мак", "Олена Ліс"
GAL, PAV, EL = "Иван Галь", "Павел Мак", "Елена Лис"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "Слідчі оголосили [P:Івана Галя=Іван Галь] [O:керівником підпільного гуртка]."),
        ("uk", "[P:Івана Галя=Іван Галь] називали [O:головою] ковалів."),
        ("uk", "[P:Іван Галь] вважався [O:ватажком] гуртка."),
        ("uk", "Суд визнав [P:Івана Галя=Іван Галь] [O:керівником групи]."),
        ("ru", "Газета назвала [P:Ивана Галя=Иван Галь] [O:главой тайного кружка]."),
        ("ru", "Следствие объявило его [O:руководителем центра], [P:Иван Галь] молчал."),
        ("ru", "[P:Иван Галь] считался [O:главой] кружка."),
        ("ru", "[P:Ивана Галя=Иван Галь] признали [O:руководителем группы]."),
        ("ru", "[P:Иван Галь] был [O:руководителем шпионской группы]."),
    ],
)
def test_who_is_called_the_head_of_something_holds_no_post(
    lang: str, text: str, read_tenures: Callable[..., list[Tenure]]
) -> None:
    assert read_tenures(text, lang=lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "[D:1650 року=1650] рада оголосила [P:Івана Галя=Іван Галь] [O:наказним гетьманом].",
            (HAL, "наказним гетьманом", "1650", ""),
        ),
        (
            "ru",
            "В [D:1650 году=1650] войско провозгласило [P:Ивана Галя=Иван Галь] [O:гетманом].",
            (GAL, "гетманом", "1650", ""),
        ),
    ],
)
def test_who_is_proclaimed_a_ruler_is_one(
    lang: str, text: str, expected: tuple[str, str, str, str], summed_up: Callable[..., Any]
) -> None:
    assert summed_up(text, lang=lang) == [expected]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "До міста приїхав син [O:ректора] [P:Іван Галь]."),
        ("uk", "Дружина [O:голови] [P:Олена Ліс] захворіла."),
        ("ru", "Брат [O:министра] [P:Иван Галь] остался в деревне."),
    ],
)
def test_a_title_in_the_genitive_is_not_that_of_the_name_behind_it(
    lang: str, text: str, read_tenures: Callable[..., list[Tenure]]
) -> None:
    assert read_tenures(text, lang=lang) == []


def test_a_title_in_the_case_of_its_name_is_its_own(summed_up: Callable[..., Any]) -> None:
    text = "Листа [O:ректора] [P:Івана Галя=Іван Галь] відніс [O:декан] [P:Павло Мак]."
    assert summed_up(text, lang="uk") == [(HAL, "ректора", "", ""), (MAK, "декан", "", "")]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "uk",
            "У [D:травні 1925=1925-05] збори осудили [P:Івана Галя=Іван Галь], якого на посаді [O:ректора] змінив "
            "[P:Павло Мак].",
            {(MAK, "ректора", HAL, ""), (HAL, "ректора", "", "")},
        ),
        (
            "ru",
            "[P:Иван Галь], которого в [D:мае 1925=1925-05] сменил на посту [O:ректора] [P:Павел Мак], уехал.",
            {(PAV, "ректора", GAL, "1925-05"), (GAL, "ректора", "", "")},
        ),
        (
            "uk",
            "[P:Івана Галя=Іван Галь] обрали [O:секретарем спілки] і водночас [O:головою ради] замість "
            "[P:Мака=Павло Мак].",
            {(HAL, "секретарем спілки", "", ""), (HAL, "головою ради", MAK, ""), (MAK, "головою ради", "", "")},
        ),
        (
            "ru",
            "[P:Иван Галь] сдал дела [P:Маку=Павел Мак] и стал [O:директором завода].",
            {(GAL, "директором завода", "", "")},
        ),
        (
            "uk",
            "У [D:1931=1931] [P:Івана Галя=Іван Галь] призначили [O:директором заводу], а в [G:Києві=Київ] його "
            "замінив [P:Павло Мак].",
            {(HAL, "директором заводу", "", "1931")},
        ),
        (
            "uk",
            "У [D:1931=1931] [P:Івана Галя=Іван Галь] перевели на посаду [O:директора заводу]; навесні його змінив "
            "[P:Павло Мак].",
            {(HAL, "директора заводу", "", "1931")},
        ),
        (
            "uk",
            "[P:Іван Галь] був [O:ректором]. У [D:1931=1931] його перевели [O:директором заводу], а його місце посів "
            "[P:Павло Мак].",
            {(HAL, "ректором", "", ""), (HAL, "директором заводу", "", "1931"), (MAK, "ректором", HAL, "")},
        ),
        (
            "ru",
            "[O:Ректором] был [P:Иван Галь]; его преемником стал [P:Павел Мак], а после смерти [P:Мака=Павел Мак] "
            "[O:деканом] избрали [P:Лис=Елена Лис].",
            {(GAL, "Ректором", "", ""), (PAV, "Ректором", GAL, ""), (EL, "деканом", "", "")},
        ),
    ],
)
def test_who_is_followed_in_which_post(
    lang: str,
    text: str,
    expected: set[tuple[str, str, str, str]],
    read_tenures: Callable[..., list[Tenure]],
) -> None:
    found = {
        (t.holder[2:], t.office, t.predecessor[2:], t.start.edtf if t.start else "")
        for t in read_tenures(text, lang=lang)
    }
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ru",
            "[D:4 мая 1931=1931-05-04] [O:ректором] назначили [P:Ивана Галя=Иван Галь], до того [O:декана].",
            [(GAL, "ректором", "1931-05-04", ""), (GAL, "декана", "", "")],
        ),
        (
            "ru",
            "[P:Иван Галь] был назначен [O:ректором], до этого, с [D:1930 года=1930], был [O:деканом].",
            [(GAL, "ректором", "", ""), (GAL, "деканом", "1930", "")],
        ),
    ],
)
def test_what_was_before_has_dates_of_its_own(
    lang: str, text: str, expected: list[tuple[str, str, str, str]], summed_up: Callable[..., Any]
) -> None:
    assert sorted(summed_up(text, lang=lang)) == sorted(expected)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "[P:Іван Галь] вступив до спілки [D:1918 року=1918], деякий час був [O:секретарем осередку]."),
        ("ru", "[P:Иван Галь] вступил в союз в [D:1918 году=1918] и некоторое время был [O:секретарём ячейки]."),
        ("ru", "[P:Иван Галь] родился [D:3 мая 1891 года=1891-05-03], был [O:секретарём ячейки]."),
        ("uk", "[D:3 травня 1891 року=1891-05-03] народився [P:Іван Галь], [O:голова ради]."),
        ("ru", "В [D:1934 году=1934] [P:Иван Галь], до того три года работавший [O:деканом], уехал."),
        ("ru", "С [D:1922 года=1922] [P:Павел Мак] работал в Киеве, где [O:деканом] был [P:Иван Галь]."),
    ],
)
def test_the_date_of_another_verb_neither_begins_nor_attests_a_post(
    lang: str, text: str, read_tenures: Callable[..., list[Tenure]]
) -> None:
    (found,) = read_tenures(text, lang=lang)
    assert (found.start, found.end, found.attested) == (None, None, None)
