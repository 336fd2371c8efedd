"""Letters that a pattern needs: none of its matches lacks them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.annotate import annotate, tenure_grammar
from kartoteka.annotate.tenure_gates import Letters, gate, is_open
from kartoteka.ingest.inputs import Failure, read_inputs


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bwas (?:then )?appointed\b", {"appointed"}),
        (r"\b(?:led|headed|chaired) ‹B\d+›", {"led", "headed", "chaired"}),
        (r"(?:in|on) ‹D\d+›", {"in", "on"}),
        (r"очол(?:ив|ювала?)", {"очол"}),
        (r"(?=.{0,20}посад)\w+", {"посад"}),
        (r"\w+(?: became)?", set()),
        (r"(?:became|\w+)", set()),
        (r"(?: of){1,2}", {" of"}),
        (r"(?: of){0,2}", set()),
    ],
)
def test_the_most_telling_part_of_a_pattern_is_needed(pattern: str, needed: set[str]) -> None:
    assert gate(re.compile(pattern, re.IGNORECASE)) == needed


def test_a_text_without_the_letters_is_passed_over() -> None:
    needed = gate(re.compile(r"\b(?:headed|led) ", re.IGNORECASE))
    assert is_open(needed, frozenset({"headed", "seat"}))
    assert not is_open(needed, frozenset({"seat"}))
    assert is_open(frozenset(), frozenset())


def test_the_strings_that_a_text_holds_are_found_however_they_overlap() -> None:
    letters = Letters(["led", "headed", "head", "was", "as", "‹p", "очол"])
    assert letters.within("‹p0› headed the commission") == {"headed", "head", "‹p"}
    assert letters.within("a past of his") == {"as"}
    assert letters.within("") == frozenset()


@given(st.lists(st.text("abc", min_size=1, max_size=5), max_size=12), st.text("abc", max_size=30))
def test_looking_for_all_at_once_finds_what_looking_one_by_one_finds(strings: list[str], text: str) -> None:
    assert Letters(strings).within(text) == {string for string in strings if string in text}


def test_no_tenure_is_lost_by_looking_for_letters_first(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [d for d in read_inputs([corpus]) if not isinstance(d, Failure)]
    with_gates = [reading.tenures for reading in annotate(documents)]
    monkeypatch.setattr(tenure_grammar.Grammar, "within", lambda grammar, text: grammar)
    assert [reading.tenures for reading in annotate(documents)] == with_gates
