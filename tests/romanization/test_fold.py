"""Spellings of one word fold alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.romanization import fold

LETTERS = "abcdefghijklmnoprstuvwxyzčšžłїієґщшчжхцябвгдеклмнопрстуфьъ' "


@pytest.mark.parametrize(
    "spellings",
    [
        ["Балицький", "Balyts'kyi", "Balytskyy", "Balitsky", "Balickij", "Balitzkij", "Bałycki", "Balyt͡sʹkyĭ"],
        ["Шаповал", "Shapoval", "Schapowal", "Šapoval", "Szapowal"],
        ["Київ", "Kyiv", "Kyïv", "KYÏV"],
        ["Юрий", "Iurii", "Yuri", "Jurij", "Youri"],
        ["Берія", "Beria", "Beriia", "Beriya"],
        ["Скрипник", "Skrypnyk", "Skrypnik"],
    ],
)
def test_spellings_of_one_word_fold_alike(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("pair", [("Kosior", "Kosarev"), ("Petrov", "Petrenko"), ("Харків", "Київ")])
def test_other_words_fold_otherwise(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) != fold(pair[1])


@pytest.mark.parametrize("text", ["", "1933", "— !", "🙂"])
def test_a_text_without_letters_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


def test_other_scripts_are_read_through_their_own_romanization() -> None:
    assert fold("ბერია") == fold("Beria")
    assert fold("Микојан") == fold("Mikoian")


@given(st.text(alphabet=LETTERS, max_size=30) | st.text(max_size=15))
@settings(max_examples=300, deadline=None)
def test_folding_a_key_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
