"""Careers from infoboxes as they stand in three wikis, read from their text to their tenures."""

from __future__ import annotations

import pytest

from kartoteka.annotate import annotate
from kartoteka.ingest import read_text
from kartoteka.types import BlockKind, Modality, Tenure, TimeSpan


def value(date: TimeSpan | None) -> str:
    return date.interval if date else ""


def careers(text: str, lang: str, modality: Modality = Modality.HELD) -> list[tuple[str, str, str, str, str]]:
    """Office, start, end, names of predecessor and successor, of the tenures of one modality."""
    tenures, names = told(text, lang)
    return [
        (t.office, value(t.start), value(t.end), names.get(t.predecessor, ""), names.get(t.successor, ""))
        for t in tenures
        if t.modality is modality
    ]


def told(text: str, lang: str) -> tuple[list[Tenure], dict[str, str]]:
    (reading,) = annotate([read_text(text, "t", lang=lang)])
    names = {r.id: r.name for r in reading.referents}
    return [t for t in reading.tenures if t.source is BlockKind.INFOBOX], names


ENGLISH = """{{Infobox officeholder
| name = Petro Zaliznyi
| office = [[Ministry of Finance|Minister of Finance]] of the [[Ukrainian SSR]]
| term_start = {{start date|1931|6|2|df=y}}
| term_end = 4&nbsp;May 1933
| predecessor = ''Office established''
| successor = [[Ivan Koval]] (acting)
| alongside2 = [[Pavlo Melnyk]]
| office2 = Secretary of the [[Odessa Regional Committee]]
| term2 = 1925 – March 1927
| term_start3 = 1921
| term_end3 = 1922
| predecessor3 = Vacant
| party = {{ubl|[[Borotbists]] (1918–1920)|[[Communist Party of Ukraine]] (1920–1937)}}
| branch = [[Red Army]]
| serviceyears = 1919–1920
}}
'''Petro Zaliznyi''' was a [[Ukraine|Ukrainian]] politician of the [[1930s]]."""


def test_a_field_tells_who_appointed_and_neighbours_have_nothing_of_it() -> None:
    box = ENGLISH.replace("| predecessor = ", "| appointer = [[Hetman]] [[Pavlo Skoropadsky]]\n| predecessor = ")
    tenures, names = told(box, "en")
    assert [(names[t.holder], names[t.appointer]) for t in tenures if t.appointer] == [
        ("Petro Zaliznyi", "Pavlo Skoropadsky")
    ]
    assert "Ivan Koval" in {names[t.holder] for t in tenures}
    (given,) = (t for t in tenures if t.appointer)
    assert "Skoropadsky" in " ".join(box[start:end] for start, end in given.further)


def test_terms_with_numbers_and_a_term_that_inherits_its_office() -> None:
    tenures, _ = told(ENGLISH, "en")
    secretary = "Secretary of the Odessa Regional Committee"
    assert careers(ENGLISH, "en") == [
        ("Minister of Finance of the Ukrainian SSR", "1931-06-02", "1933-05-04", "", "Ivan Koval"),
        (secretary, "1925", "1927-03", "", ""),
        (secretary, "1921", "1922", "", ""),
    ]
    assert [t.inferred for t in tenures if t.modality is Modality.HELD] == [False, False, True]


def test_a_neighbour_who_only_stood_in_and_one_who_held_the_post_alongside() -> None:
    tenures, names = told(ENGLISH, "en")
    implied = [t for t in tenures if t.modality is Modality.IMPLIED]
    assert [(names[t.holder], t.acting, value(t.start), value(t.end)) for t in implied] == [
        ("Ivan Koval", True, "1933-05-04/..", ""),
        ("Pavlo Melnyk", False, "", ""),
    ]


def test_parties_and_service_are_memberships_with_their_dates_and_no_posts() -> None:
    assert [t[:3] for t in careers(ENGLISH, "en", Modality.MEMBER)] == [
        ("member of the Borotbists", "1918", "1920"),
        ("member of the Communist Party of Ukraine", "1920", "1937"),
        ("service in the Red Army", "1919", "1920"),
    ]


def test_ukrainian_fields_with_underscores_acting_holders_and_durations() -> None:
    text = """{{Державний діяч
 | ім'я = Гнат Верещака
 | посада = [[Наркомат юстиції УСРР|Народний комісар юстиції УСРР]]
 | періодпочаток = 3&nbsp;лютого [[1922]]
 | періодкінець = [[5 травня]] [[1923]] (456 днів)
 | попередник = [[Галь Іван|Іван Галь]] (в. о.)
 | наступник = ''посаду ліквідовано''
 | посада_2 = В. о. голови Полтавського губвиконкому
 | термін_2 = 1919—1920, 1921
 | партія = безпартійний
}}
'''Гнат Верещака''' — [[Україна|український]] діяч [[УСРР]]."""
    assert careers(text, "uk") == [
        ("Народний комісар юстиції УСРР", "1922-02-03", "1923-05-05", "Іван Галь", ""),
        ("В. о. голови Полтавського губвиконкому", "1919", "1920", "", ""),
        ("В. о. голови Полтавського губвиконкому", "1921", "1921", "", ""),
    ]
    tenures, names = told(text, "uk")
    assert [(t.office[:5], t.acting) for t in tenures if t.modality is Modality.HELD] == [
        ("Народ", False),
        ("В. о.", True),
        ("В. о.", True),
    ]
    assert [(names[t.holder], t.acting) for t in tenures if t.modality is Modality.IMPLIED] == [
        ("Іван Галь", True)
    ]
    assert careers(text, "uk", Modality.MEMBER) == []


def test_a_prince_of_early_years_in_the_russian_form() -> None:
    text = """{{Монарх
 | имя = Ростислав Владимирович
 | титул = [[Князь новгородский]]
 | начало правления = 1154
 | конец правления = до 1160
 | предшественник = должность учреждена
 | преемник = [[Святослав Ростиславич]]
 | титул_2 = Князь смоленский
 | правление_2 = 978—1015; {{ок.|1019}}
}}
'''Ростислав Владимирович''' — [[князь]] из [[Рюриковичи|Рюриковичей]]."""
    assert careers(text, "ru") == [
        ("Князь новгородский", "1154", "../1160", "", "Святослав Ростиславич"),
        ("Князь смоленский", "0978", "1015", "", ""),
        ("Князь смоленский", "1019~", "1019~", "", ""),
    ]


def test_commands_are_posts_whose_office_is_inferred_unless_the_field_names_it() -> None:
    text = """{{Военный деятель
 | имя = Степан Громов
 | принадлежность = {{Флаг|СССР}} [[СССР]]
 | годы службы = 1918—1938
 | командовал = [[5-я армия (РККА)|5-я армия]] (май 1919 — июль 1920),<br>командир [[10-я дивизия|10-й дивизии]] (1921)
}}
'''Степан Громов''' — [[СССР|советский]] [[военачальник]]."""
    tenures, _ = told(text, "ru")
    posts = [(t.office, value(t.start), value(t.end), t.inferred) for t in tenures if t.modality is Modality.HELD]
    assert posts == [
        ("командующий (5-я армия)", "1919-05", "1920-07", True),
        ("командир 10-й дивизии", "1921", "1921", False),
    ]
    assert careers(text, "ru", Modality.MEMBER) == [("служба СССР", "1918", "1938", "", "")]


def test_a_box_in_a_box_does_not_inherit_and_shares_the_holder() -> None:
    text = """{{Infobox academic
| name = Oleh Hryn
| title = Professor of law
| module = {{Infobox person |embed=yes | title = Rector of [[Kyiv University]] | term = May 1921 – 1923
 | successor = [[Ivan Rak]]}}
}}
'''Oleh Hryn''' was a [[law]]yer in [[Kyiv]]."""
    assert careers(text, "en") == [("Rector of Kyiv University", "1921-05", "1923", "", "Ivan Rak")]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        (
            "Ivan Rak\nMayor of Uman\nIn office\n3 May 1921 – June 1922\nActing\nPreceded by\tPavlo Hal\n"
            "Succeeded by\tVacant\nIn office\n1924 – 1925\nPreceded by\tNone\n\nIvan Rak was a mayor of Uman.",
            "en",
            [
                ("Mayor of Uman", "1921-05-03", "1922-06", "Pavlo Hal", ""),
                ("Mayor of Uman", "1924", "1925", "", ""),
            ],
        ),
        (
            "Іван Рак\nГолова Уманської міської ради\nна посаді\n1 вересня 1923 — 1925\nПопередник\tПавло Галь\n"
            "Наступник\tпосаду ліквідовано\n\nІван Рак — український діяч.",
            "uk",
            [("Голова Уманської міської ради", "1923-09-01", "1925", "Павло Галь", "")],
        ),
        (
            "Иван Рак\nНарком земледелия Киргизской ССР\n15 июля 1934 — 1937\nПредшественник:\tдолжность учреждена\n"
            "Преемник:\tПавел Галь\n\nИван Рак — советский деятель.",
            "ru",
            [("Нарком земледелия Киргизской ССР", "1934-07-15", "1937", "", "Павел Галь")],
        ),
    ],
)
def test_boxes_copied_from_a_page(text: str, lang: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert careers(text, lang) == expected


def test_service_without_a_body_is_nothing_and_two_bodies_share_their_years_in_order() -> None:
    def box(*lines: str) -> str:
        return "\n".join(
            ["Ivan Rak", "- Name: Ivan Rak", *lines, "- Nationality: Soviet", "", "Ivan Rak was a soldier."]
        )

    assert careers(box("- Serviceyears: 1914–1917", "- Rank: Major"), "en", Modality.MEMBER) == []
    both = box("- Branch: Imperial Russian Army, Red Army", "- Serviceyears: 1914–1917, 1918–1920")
    assert [t[:3] for t in careers(both, "en", Modality.MEMBER)] == [
        ("service in the Imperial Russian Army", "1914", "1917"),
        ("service in the Red Army", "1918", "1920"),
    ]


def test_a_neighbour_in_another_post_stays_a_neighbour_but_holds_nothing() -> None:
    text = "\n".join(
        [
            "Ivan Rak",
            "- Office: Mayor of Uman",
            "- Term Start: 1921",
            "- Term End: 1922",
            "- Predecessor: Pavlo Hal (as city commandant)",
            "- Successor: Oleh Mak (as acting mayor)",
            "",
            "Ivan Rak was a politician.",
        ]
    )
    assert careers(text, "en") == [("Mayor of Uman", "1921", "1922", "Pavlo Hal", "Oleh Mak")]
    tenures, names = told(text, "en")
    assert [(names[t.holder], t.acting) for t in tenures if t.modality is Modality.IMPLIED] == [("Oleh Mak", True)]


def test_brackets_under_a_value_belong_to_it_and_those_of_a_part_of_a_term_are_no_term() -> None:
    text = (
        "Іван Рак\nГолова Уманської міської ради\n1 березня 1923 — 1925 (в. о. до 1 червня 1923)\n"
        "Попередник:\tПавло Галь\nПартія:\tУСДРП\n(1917–1919)\n\nІван Рак — український діяч."
    )
    assert careers(text, "uk") == [("Голова Уманської міської ради", "1923-03-01", "1925", "Павло Галь", "")]
    assert not told(text, "uk")[0][0].acting
    assert careers(text, "uk", Modality.MEMBER) == [("член УСДРП", "1917", "1919", "", "")]
