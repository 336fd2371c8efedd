"""The words beside a name tell its case: prepositions, titles, verbs; where they are silent every case is possible."""

from __future__ import annotations

import pytest

import kartoteka
from kartoteka.annotate.case_context import cases_of_several, cells_at
from kartoteka.types import Label


def cells(text: str, name: str, lang: str) -> set[str]:
    start = text.index(name)
    return {case for case, _ in cells_at(text, start, start + len(name), lang)}


def people(text: str, lang: str) -> list[str]:
    (reading,) = kartoteka.read([text], lang)
    return [m.name for m in reading.mentions if m.label is Label.PERSON]


@pytest.mark.parametrize(
    ("text", "name", "lang", "expected"),
    [
        ("Лист від Терехова надійшов.", "Терехова", "uk", {"gent"}),
        ("Письмо к Терехову.", "Терехову", "ru", {"datv"}),
        ("Арест наркома Терехова.", "Терехова", "ru", {"gent", "accs"}),
    ],
)
def test_what_stands_before_a_name_leaves_few_cases(text: str, name: str, lang: str, expected: set[str]) -> None:
    assert cells(text, name, lang) == expected


def test_a_womans_verb_makes_a_subject_of_the_name_at_the_head_of_a_clause() -> None:
    text = "Терехова заявила про це."
    assert cells_at(text, 0, 8, "uk") == {("nomn", "f")}


def test_a_womans_verb_behind_a_genitive_says_nothing() -> None:
    assert len(cells("Стаття Терехова вийшла друком.", "Терехова", "uk")) == 7


def test_an_unknown_woman_is_told_by_her_verb() -> None:
    assert people("Мария Захарченкова писала письма. Захарченкова жила в Харькове.", "ru") == [
        "Мария Захарченкова",
        "Захарченкова",
    ]


def test_a_man_in_the_genitive_is_told_by_his_title() -> None:
    assert people("Арест наркома Валерия Петрова удивил всех.", "ru") == ["Валерий Петров"]


def test_an_instrumental_is_no_woman_even_where_she_is_named() -> None:
    names = people("Анна Терехова молчала. С Тереховым говорил секретарь.", "ru")
    assert names == ["Анна Терехова", "Терехов"]


def test_brothers_bear_their_surname_in_the_plural() -> None:
    text = "Станислав Косиор жил здесь. Судьба братьев Косиоров известна."
    assert cases_of_several(text, text.index("Косиоров"), "ru") == {"gent", "accs"}
    assert people(text, "ru") == ["Станислав Косиор", "Косиоры"]
