"""EDTF values as a reader writes them."""

from __future__ import annotations

import pytest

from kartoteka.dates import in_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1937-05-08", "1937-05-08"),
        ("1937", "1937"),
        ("1937-21", "spring 1937"),
        ("1932-40", "1st half 1932"),
        ("192X", "1920s"),
        ("16XX", "17th century"),
        ("../1926", "by 1926"),
        ("1926-23/..", "not before autumn 1926"),
        ("1918-01-27/1918-01-30", "1918-01-27 to 1918-01-30"),
        ("[1936,1937]", "1936 or 1937"),
        ("1892~", "c. 1892"),
        ("", ""),
    ],
)
def test_signs_become_words(edtf: str, words: str) -> None:
    assert in_words(edtf) == words
