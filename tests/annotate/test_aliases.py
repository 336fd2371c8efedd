"""A text tells that one person bears two names: in brackets, by a word between them, in a sentence of its own."""

from __future__ import annotations

import pytest

import kartoteka
from kartoteka.reconcile import resolve
from kartoteka.types import Label


def cards(lang: str, *texts: str) -> list[set[str]]:
    readings = list(kartoteka.read(list(texts), lang))
    found = resolve([referent for reading in readings for referent in reading.referents]).entities
    return [set(entity.variants) for entity in found if entity.label is Label.PERSON]


def together(found: list[set[str]], one: str, other: str) -> bool:
    return any({one, other} <= names for names in found)


@pytest.mark.parametrize(
    ("lang", "text", "one", "other"),
    [
        ("uk", "Писала Марія Вілінська (Марко Вовчок). Її твори знали всі.", "Марія Вілінська", "Марко Вовчок"),
        ("uk", "Софія Русова викладала. Її дівоче прізвище — Ліндфорс.", "Софія Русова", "Ліндфорс"),
        ("ru", "Лев Каменев (настоящая фамилия Розенфельд) был арестован.", "Лев Каменев", "Розенфельд"),
        ("en", "Grigory Zinoviev, alias Hirsch Apfelbaum, fled to Finland.", "Grigory Zinoviev", "Hirsch Apfelbaum"),
        ("en", "Ivan Karlović, also known by his Latin name Johannes Torquatus, was a count.", "Ivan Karlović",
         "Johannes Torquatus"),
    ],
)  # fmt: skip
def test_two_names_of_one_person(lang: str, text: str, one: str, other: str) -> None:
    assert together(cards(lang, text), one, other)


@pytest.mark.parametrize(
    ("lang", "text", "one", "other"),
    [
        ("uk", "У виставі роль виконав Амвросій Бучма (Іван Гонта).", "Амвросій Бучма", "Іван Гонта"),
        ("en", "Ivan Petrov, born to Maria Sidorova, left Kyiv.", "Ivan Petrov", "Maria Sidorova"),
        ("en", "Ivan Petrov wrote to Joseph Stalin. Later Pavel Postyshev (Stalin) is quoted.", "Pavel Postyshev",
         "Joseph Stalin"),
    ],
)  # fmt: skip
def test_names_of_two_persons(lang: str, text: str, one: str, other: str) -> None:
    assert not together(cards(lang, text), one, other)


def test_a_pen_name_leads_to_its_bearer_in_other_texts() -> None:
    found = cards(
        "uk",
        "Писала Марія Вілінська (Марко Вовчок). Її твори знали всі.",
        "Марко Вовчок жила в Немирові, там її відвідав Пантелеймон Куліш.",
    )
    assert len([names for names in found if "Марко Вовчок" in names]) == 1


def test_a_given_name_alone_goes_with_who_is_called_so_in_the_text_and_with_nobody_else() -> None:
    found = cards("en", "Adam Kysil and his brother Mykola visited Mikołaj Potocki in Lviv. Mykola stayed there.")
    assert not together(found, "Mykola", "Mikołaj Potocki")
