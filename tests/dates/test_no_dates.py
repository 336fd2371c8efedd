"""Numbers and words that look like dates and are none."""

from __future__ import annotations

import pytest

from kartoteka.dates import find_dates

NONE = [
    ("en", "f. 3, op. 14 (1947), spr. 1208, ark. 51."),
    ("en", "(Kyiv), pp. 1850–1863; p. 1932"),
    ("en", "Order No. 1933; no. 12; §  1932"),
    ("en", "1932 people were counted; 1,415 farms; 48.2 percent; $1933; 1937%"),
    ("en", "It may be found; they march on; this may, of course, be so."),
    ("en", "during the August Uprising"),
    ("en", "after the fall of Kyiv; during the spring sowing; in the autumn campaign"),
    ("en", "a man in his thirties"),
    ("en", "The engine U1930 and the T-1934 tank"),
    ("uk", "ф. 1, оп. 20, спр. 1936, арк. 73; с. 1932; № 1932"),
    ("uk", "1932 особи, у 1500 селах, 1925,7 м2, 1500-ліття"),
    ("uk", "Прибуло підкріплення. 1648 вершників, 1500 козаків; 1932 загинуло"),
    ("uk", "вул. 1 Травня; лютий ворог; упродовж трьох років"),
    ("ru", "д. 199347, л. 58; с. 1912; 15 в Москве"),
    ("ru", "1932 человека; более 2000 рублей"),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_date_is_found(lang: str, text: str) -> None:
    assert [date.text for date in find_dates(text, lang)] == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("*Arkhivy*, nos. 1–3 (1998): 212", ["1998"]),
        ("no. 4 (1988): 21–37; nos. 9–10: 44–58", ["1988"]),
        ("(Lviv: Litopys, 2003), pp. 61–79", ["2003"]),
        ("vol. 2, 1921–1925 (Kyiv: Lybid, 1998)", ["1921/1925", "1998"]),
    ],
)
def test_years_of_publication_stay_beside_pages_and_issues(text: str, years: list[str]) -> None:
    assert [date.span.edtf for date in find_dates(text, "en")] == years


def test_a_bare_month_needs_a_preposition_and_no_article() -> None:
    assert [d.text for d in find_dates("In July, he left. The July crisis. On May 15 he came.", "en")] == [
        "July",
        "May 15",
    ]
