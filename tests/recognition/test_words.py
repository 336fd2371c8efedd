"""How the recognizers cut a text into words and stretches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.recognition.words import LONGEST, find_words, stretches


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in find_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Balyts'kyi's men", ["Balyts'kyi", "'s", "men"]),
        ("Zolotar’ov and Luts’k", ["Zolotar’ov", "and", "Luts’k"]),
        ("Cheka–GPU–NKVD", ["Cheka", "–", "GPU", "–", "NKVD"]),
        ("V. A. Balitskii", ["V", ".", "A", ".", "Balitskii"]),
        ("КП(б)У, 1937 року", ["КП", "(", "б", ")", "У", ",", "1937", "року"]),
        ("комп'ютер", ["комп'ютер"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_and_signs(text: str, words: list[str]) -> None:
    assert cut(text) == words


def test_a_stretch_ends_with_a_sentence_but_not_behind_an_initial() -> None:
    text = "In Kharkiv he met S. V. Kosior and Iona Yakir. They left for Odesa that night."
    words = find_words(text)
    ends = [text[words[last - 1][0] : words[last - 1][1]] for _, last in stretches(text, words)]
    starts = [text[words[first][0] : words[first][1]] for first, _ in stretches(text, words)]
    assert starts == ["In", "They"]
    assert ends == [".", "."]


@given(st.text(alphabet="aЯі .!?'-5\n", max_size=400))
def test_stretches_hold_every_word_once_and_none_is_too_long(text: str) -> None:
    words = find_words(text)
    runs = list(stretches(text, words))
    assert [n for first, last in runs for n in range(first, last)] == list(range(len(words)))
    assert all(0 < last - first <= LONGEST for first, last in runs)


@given(st.text(max_size=200))
def test_words_leave_out_spaces_alone(text: str) -> None:
    kept = "".join(text[a:b] for a, b in find_words(text))
    assert kept == "".join(text.split()) or not text.isprintable()
