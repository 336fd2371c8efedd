"""Tables of terms of office: what their headings and columns say of their rows."""

from __future__ import annotations

import pytest

from kartoteka.annotate import annotate
from kartoteka.annotate.tenure_columns import read_columns
from kartoteka.annotate.tenure_headings import Over, under_heading
from kartoteka.ingest import read_text
from kartoteka.types import BlockKind


def terms(text: str, lang: str) -> list[tuple[str, str, str, str, bool]]:
    (reading,) = annotate([read_text(text, "t", lang=lang)])
    names = {r.id: r.name for r in reading.referents}
    return [
        (names[t.holder], t.office, t.start.edtf if t.start else "", t.end.edtf if t.end else "", t.acting)
        for t in reading.tenures
        if t.source is BlockKind.TABLE
    ]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Mayors of Uman (1900–1920)", "Mayor of Uman"),
        ("List of mayors of Uman", "mayor of Uman"),
        ("Executive Secretaries", "Executive secretary"),
        ("Ректори Київського університету", "Ректор Київського університету"),
        ("Список ректорів Київського університету", "ректор Київського університету"),
        ("Председатели губисполкома", "Председатель губисполкома"),
        ("History", ""),
    ],
)
def test_a_heading_in_the_plural_names_the_post_of_the_rows(heading: str, title: str) -> None:
    assert under_heading(Over(), heading, [], {}).title == title


def test_a_heading_under_a_bare_post_names_its_body_and_one_under_a_whole_post_nothing() -> None:
    assert under_heading(under_heading(Over(), "Chairmen", [], {}), "Kiev Committee", [], {}).title == (
        "chairman of the Kiev Committee"
    )
    whole = under_heading(Over(), "Mayors of Uman", [], {})
    assert under_heading(whole, "Twentieth century", [], {}).title == "Mayor of Uman"


def test_columns_are_known_by_their_heads() -> None:
    columns = read_columns("No. | Name | Took office | Left office | Party")
    assert (columns.start, columns.end, bool(columns)) == (2, 3, True)
    assert read_columns("№ | Ім'я | Роки на посаді").terms == 2
    assert read_columns("Имя | с | по").start == 1
    assert not read_columns("Name | Born | Died")


def test_rows_by_columns_with_acting_and_present_holders_and_vacancies() -> None:
    text = """# Mayors of Uman

| No. | Name | Life | Took office | Left office |
|---|---|---|---|---|
| 1 | Pavlo Hal | 1890–1950 | 3 May 1921 | 1922 |
| 2 | Ivan Rak (acting) | 1895–1937 | 1922 | June 1923 |
| – | Vacant | | 1923 | 1924 |
| 3 | Oleh Mak | 1960 | 1994 | Incumbent |
"""
    assert terms(text, "en") == [
        ("Pavlo Hal", "Mayor of Uman", "1921-05-03", "1922", False),
        ("Ivan Rak", "Mayor of Uman", "1922", "1923-06", True),
        ("Oleh Mak", "Mayor of Uman", "1994", "", False),
    ]


def test_several_terms_in_a_cell_and_a_term_of_one_year() -> None:
    text = """== Ректори Уманського університету ==

{| class="wikitable"
! № !! Ім'я !! Роки на посаді
|-
| 1 || [[Павло Галь]] || 1834—1835, 1840—1841
|-
| 2 || [[Іван Рак]] || 1836
|}
Текст про [[Умань]] та [[Київ]]."""
    office = "Ректор Уманського університету"
    assert terms(text, "uk") == [
        ("Павло Галь", office, "1834", "1835", False),
        ("Павло Галь", office, "1840", "1841", False),
        ("Іван Рак", office, "1836", "1836", False),
    ]


def test_a_column_names_the_post_where_no_heading_does_and_tabs_part_cells() -> None:
    text = "Состав правительства\n\nНарком финансов\tНачало полномочий\tОкончание полномочий\n" + (
        "Иван Петрович Рак\tмай 1921\t1923\nПавел Галь\t1923\t?\n"
    )
    assert terms(text, "ru") == [
        ("Иван Петрович Рак", "Нарком финансов", "1921-05", "1923", False),
        ("Павел Галь", "Нарком финансов", "1923", "", False),
    ]


def test_a_row_under_the_head_that_parts_the_term_moves_the_columns() -> None:
    text = """Chairmen

Uman Committee

  Name               Term of Office     Life years
  ------------------ ------------------ ------------------
  Start              End
  Pavlo Hal          9 November 1917    10 November 1917
"""
    assert [t[2:4] for t in terms(text, "en")] == [("1917-11-09", "1917-11-10")]
