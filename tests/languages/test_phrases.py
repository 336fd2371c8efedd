"""Names of posts, institutions and places come to the nominative, and what depends on the noun stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.languages.morphology import forms, is_ambiguous_word, is_common_word, noun_lemmas, stem
from kartoteka.languages.phrases import nominative_phrase


@pytest.mark.parametrize(
    ("phrase", "lang", "expected"),
    [
        ("наркомом освіти", "uk", "нарком освіти"),
        ("Харківського обкому", "uk", "Харківський обком"),
        ("народним комісаром внутрішніх справ", "uk", "народний комісар внутрішніх справ"),
        ("председателя Совнаркома УССР", "ru", "председатель Совнаркома УССР"),
        ("Тульской губернии", "ru", "Тульская губерния"),
        ("Центральним Комітетом", "uk", "Центральний Комітет"),
        ("Української Центральної Ради", "uk", "Українська Центральна Рада"),
        ("Запорозької Січі", "uk", "Запорозька Січ"),
        ("Харкові", "uk", "Харків"),
        ("Дніпропетровська", "uk", "Дніпропетровськ"),
        ("Донбасі", "uk", "Донбас"),
        ("Наркомата земледелия", "ru", "Наркомат земледелия"),
        ("Германию", "ru", "Германия"),
        ("Берлина", "ru", "Берлин"),
        ("Инвитро-Сибирь", "ru", "Инвитро-Сибирь"),
        ("ЦК КП(б)У", "uk", "ЦК КП(б)У"),
        ("head of the GPU", "en", "head of the GPU"),
    ],
)
def test_nominative(phrase: str, lang: str, expected: str) -> None:
    assert nominative_phrase(phrase, lang) == expected


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(["голова", "уряду", "обком", "нарком", "освіти", "Київ", "ЦК"]), min_size=1, max_size=4
    )
)
def test_a_nominative_stays(words: list[str]) -> None:
    once = nominative_phrase(" ".join(words), "uk")
    assert nominative_phrase(once, "uk") == once


def test_a_nouns_forms_are_no_verbs() -> None:
    assert "прутом" in forms("Прут", "ru")
    assert "переть" not in noun_lemmas("при", "ru")
    assert not {"пру", "прёт"} & forms("Прут", "ru")


def test_words_that_are_more_than_names() -> None:
    assert is_ambiguous_word("Гора", "uk")
    assert not is_common_word("Шевченко", "uk")
    assert is_common_word("заявив", "uk")


@given(st.text("абвгдеєжзиіїйклмнопрстуфхцчшщьюя", min_size=3, max_size=12))
def test_a_stem_begins_its_word_and_keeps_three_letters(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= 3
