"""Infoboxes in the forms that they come in: MediaWiki's source, lines of converters, what is copied from a page."""

from __future__ import annotations

import pytest

from kartoteka.ingest import read_text
from kartoteka.types import BlockKind


def fields(text: str, lang: str = "en") -> list[tuple[str, str]]:
    document = read_text(text, "t", lang=lang)
    return [(b.key, document.reading(b)) for b in document.blocks if b.kind is BlockKind.INFOBOX]


def wiki(*lines: str) -> str:
    return "\n".join(
        ["{{Infobox officeholder", *(f"| {line}" for line in lines), "}}", "[[Text]] on [[Kyiv]] and [[Lviv]]."]
    )


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("{{start date|1921|3|7|df=y}}", ["1921|3|7"]),
        ("{{nowrap|[[Ivan Rak|I. Rak]]}}", ["I. Rak"]),
        ("{{ill|Ivan Rak|uk|Рак Іван}}", ["Ivan Rak"]),
        ("{{ill|Rak (mayor)|uk|Рак Іван|lt=Ivan Rak}}", ["Ivan Rak"]),
        ("{{нп5|Рак, Иван||uk|Рак Іван}}", ["Рак, Иван"]),
        ("{{нп5|Рак, Иван|Ивана Рака|uk|Рак Іван}}", ["Ивана Рака"]),
        ("{{ubl|[[A Party]] (1904–1912)|B Party}}", ["A Party (1904–1912)", "B Party"]),
        ("{{plainlist|\n* First Army\n* Second Army\n}}", ["First Army", "Second Army"]),
        ("{{circa|1650}}–1657", ["c1650–1657"]),
        ("{{бл.|1650}}", ["бл.1650"]),
        ("{{flagcountry|Russian Empire}} (1902)", ["Russian Empire (1902)"]),
        ("{{OldStyleDate|6 декабря|1915|23 ноября}}", ["6 декабря1915"]),
        ("5&nbsp;May 1921&nbsp;&ndash; 1923&nbsp;", ["5\u00a0May 1921\u00a0– 1923"]),
        ("{{some flag}} Rak", ["Rak"]),
    ],
)
def test_a_value_reads_as_on_the_page(value: str, read: list[str]) -> None:
    assert [text for key, text in fields(wiki("name = X", f"field = {value}")) if key == "field"] == read


def test_an_infobox_in_another_gives_its_fields_and_flags_give_none() -> None:
    text = wiki(
        "name = X",
        "title = Professor",
        "flag_2 = Flag.svg",
        "module = {{Infobox person|embed=yes|title=Rector|term=1921}}",
    )
    assert fields(text) == [("name", "X"), ("title", "Professor"), ("title", "Rector"), ("term", "1921")]


@pytest.mark.parametrize(
    "name",
    ["Церковный деятель", "Релігійний діяч", "Монарх", "Науковець", "Військовик", "Картка:Політик", "Дипломат"],
)
def test_templates_of_ukrainian_and_russian_wikis_are_infoboxes(name: str) -> None:
    text = (
        f"{{{{{name}\n|ім'я = Іван Рак\n|титул = [[Єпископ]]\n}}}}\n[[Іван Рак]] — [[єпископ]] з [[Умань|Умані]]."
    )
    assert fields(text, "uk") == [("ім'я", "Іван Рак"), ("титул", "Єпископ")]


def test_lines_of_equations_are_an_infobox_if_they_tell_of_a_career() -> None:
    lines = ["Name = Ivan Rak", "Office = Mayor of Uman", "Term_start = 1921", "Image = a.jpg", "Term_end ="]
    assert fields("\n".join(lines) + "\n\nText.") == [
        ("Name", "Ivan Rak"),
        ("Office", "Mayor of Uman"),
        ("Term_start", "1921"),
    ]
    assert fields("a = 1\nb = 2\nc = 3\nd = 4\n\nText.") == []


def test_what_is_copied_from_a_page_has_posts_without_a_key() -> None:
    text = "\n".join(
        [
            "Ivan Rak",
            "Mayor of Uman",
            "In office",
            "3 May 1921 – June 1922",
            "Preceded by\tPavlo Hal",
            "Succeeded by",
            "Office abolished",
            "Military service",
            "Years of service\t1914–1917",
        ]
    )
    assert fields(f"{text}\n\nIvan Rak was a mayor.") == [
        ("Name", "Ivan Rak"),
        ("", "Mayor of Uman"),
        ("In office", "3 May 1921 – June 1922"),
        ("Preceded by", "Pavlo Hal"),
        ("Succeeded by", "Office abolished"),
        ("", "Military service"),
        ("Years of service", "1914–1917"),
    ]


def test_dates_under_a_post_are_its_term_where_a_neighbour_follows() -> None:
    text = "Іван Рак\nНарком фінансів УСРР\n1 травня 1921 — 1923\nПопередник:\tПавло Галь\nНаступник:\tпосаду скасовано"
    assert fields(f"{text}\n\nІван Рак — діяч.", "uk")[1:4] == [
        ("", "Нарком фінансів УСРР"),
        ("term", "1 травня 1921 — 1923"),
        ("Попередник", "Павло Галь"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was in office\nuntil 1921 and left\nthe town.",
        "President: The meeting is open.\nMinister: I thank you.\nChairman: We go on.\nPresident: Yes.",
        "A line\n1921 — 1923\nanother line",
    ],
)
def test_prose_and_minutes_are_no_infobox(text: str) -> None:
    assert fields(text) == []


def test_a_table_without_outer_strokes_is_a_table() -> None:
    document = read_text(
        "# Mayors\n\nName | Rank | Term\n---|---|---\nIvan Rak | colonel | 1920–1921\n", "t", lang="en"
    )
    assert [(b.kind, b.key, document.reading(b)) for b in document.blocks][1:] == [
        (BlockKind.TABLE, "", "Name | Rank | Term"),
        (BlockKind.TABLE, "Name | Rank | Term", "Ivan Rak | colonel | 1920–1921"),
    ]
