"""A recognizer's spans in Ukrainian and Russian are cut to names, and sentence openings are no names."""

from __future__ import annotations

import pytest

from kartoteka.annotate.recognizer_slavic import cut, is_name
from kartoteka.annotate.recognizers import finding
from kartoteka.types import Label


@pytest.mark.parametrize(
    ("text", "span", "lang", "kept"),
    [
        ("Пенсійний Фонд вибирає", "Пенсійний Фонд вибирає", "uk", "Пенсійний Фонд"),
        ("пішов у Північ і там", "Північ і", "uk", "Північ"),
        ("Щодо Чилі, то", "Щодо Чилі", "uk", "Чилі"),
        ("у Збройних Силах України", "Збройних Силах України", "uk", "Збройних Силах України"),
        ("После Берлина он", "После Берлина", "ru", "Берлина"),
    ],
)
def test_a_span_is_cut_to_the_name(text: str, span: str, lang: str, kept: str) -> None:
    start = text.index(span)
    begin, end = cut(text, start, start + len(span), lang)
    assert text[begin:end] == kept


@pytest.mark.parametrize(
    ("text", "span", "lang"),
    [
        ("Гарні зуби. Ямочка", "Гарні зуби", "uk"),
        ("на Сумському полку", "Сумському", "uk"),
        ("На Третій всеукраїнській конференції", "Третій", "uk"),
        ("Степь простирается", "Степь", "ru"),
    ],
)
def test_common_words_are_no_places(text: str, span: str, lang: str) -> None:
    start = text.index(span)
    assert not is_name(text, start, start + len(span), Label.PLACE, lang, frozenset())


@pytest.mark.parametrize(
    ("text", "span"), [("жив у Ясинуватій довго", "Ясинуватій"), ("Київ став столицею", "Київ")]
)
def test_places_stay(text: str, span: str) -> None:
    start = text.index(span)
    assert is_name(text, start, start + len(span), Label.PLACE, "uk", frozenset())


def test_what_is_left_of_a_span_becomes_the_finding() -> None:
    text = "Після перемоги польського війська"
    assert finding(text, 0, len(text), "LOC", "recognizer.test", "uk") is None


def test_an_event_in_a_longer_name_is_no_institution() -> None:
    text = "Sovietization of Armenia"
    assert finding(text, 0, len(text), "ORG", "recognizer.test") is None
