"""Mending signs keeps every offset."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.romanization import straighten

LETTERS = "aceiopxyABïë'’ʼаеіорсхуїёВНжбTzq -‘\u00a0\u00ad\u0301"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Ukraїny", "Ukraïny"),
        ("Київ і Kyїv", "Київ і Kyïv"),
        ("Вiктар САКАЛОЎСКI", "Віктар САКАЛОЎСКІ"),
        ("СССP", "СССР"),
        ("ХVІІ", "XVII"),
        ("Radians’ka", "Radians'ka"),
        ("В’ячеслав, Вʼячеслав", "В'ячеслав, В'ячеслав"),
        ("t͡sʹ", "t͡s'"),
        ("1\u00a0вересня", "1 вересня"),
    ],
)
def test_a_word_is_brought_to_the_script_that_was_meant(text: str, mended: str) -> None:
    assert straighten(text) == mended


@pytest.mark.parametrize("text", ["Cо", "НКВД-NKVD", "“Правда”", "‘Berii", "Хар\u00adків", "", "Жzq"])
def test_what_is_not_certain_stays(text: str) -> None:
    assert straighten(text) == text


@given(st.text(alphabet=LETTERS, max_size=40))
@settings(max_examples=200)
def test_length_is_kept_and_a_second_time_changes_nothing(text: str) -> None:
    once = straighten(text)

    assert len(once) == len(text)
    assert straighten(once) == once
