"""Sentences end at stops, not at initials and abbreviations."""

from __future__ import annotations

import pytest

from kartoteka.languages.sentences import borders


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("He left. She stayed.", "en", 2),
        ("See V. A. Balyts'kyi, p. 5, and Iu. Shapoval. Others agree.", "en", 2),
        ("“It is done.” Then he left.", "en", 2),
        ("It ended in 1933.... The rest is known.", "en", 2),
        ("У 1937 р. його заарештували. Потім був суд.", "uk", 2),
        ("Доповідав тов. Косіор. Голосували всі.", "uk", 2),
        ("В 1937 г. он был арестован. Суд был скорым.", "ru", 2),
    ],
)
def test_number_of_sentences(text: str, lang: str, count: int) -> None:
    assert len(list(borders(text, lang))) + 1 == count
