"""Words that sound alike share a key, in whatever script and by whatever rules they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.romanization import fold
from kartoteka.romanization.search_keys import search_keys, word_keys


@pytest.mark.parametrize(
    ("typed", "attested"),
    [
        ("Балицкий", "Balitsky"), ("Balytskyi", "Balitsky"), ("Balickij", "Balitsky"), ("Хрущёв", "Khrushchev"),
        ("Yezhov", "Єжов"), ("Jeschow", "Ежов"), ("Chatajewitsch", "Хатаевич"), ("Petljura", "Петлюра"),
        ("Каганович", "Kaganovič"), ("Κοσιόρ", "Косиор"), ("БАЛИ́ЦКИЙ", "Balitsky"),
    ],
)  # fmt: skip
def test_what_is_typed_in_one_spelling_shares_a_key_with_another(typed: str, attested: str) -> None:
    assert set(search_keys([typed])) & set(search_keys([attested]))


@pytest.mark.parametrize(("one", "other"), [("Kosior", "Kossak"), ("Реденс", "Rudenko"), ("Ягода", "Yakir")])
def test_other_names_share_none(one: str, other: str) -> None:
    assert not set(search_keys([one])) & set(search_keys([other]))


@given(st.text("абвгдежзийклмнопрстуфхцчшщьюяієїґ") | st.text("abcčdefghijklmnoprsštuvyzž"))
def test_the_key_of_all_spellings_is_among_the_keys_and_capitals_change_none(word: str) -> None:
    assert fold(word) in {*word_keys(word), ""}
    assert word_keys(word.upper()) == word_keys(word)
