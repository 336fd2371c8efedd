"""Letters that a pattern needs: none of its matches lacks them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kartoteka.annotate import annotate, tenure_grammar
from kartoteka.annotate.tenure_gates import gate, is_open
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
    assert is_open(needed, "he headed the commission")
    assert not is_open(needed, "he joined the commission")
    assert is_open(frozenset(), "anything")


def test_no_tenure_is_lost_by_looking_for_letters_first(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [d for d in read_inputs([corpus]) if not isinstance(d, Failure)]
    with_gates = [reading.tenures for reading in annotate(documents)]
    monkeypatch.setattr(tenure_grammar, "is_open", lambda needed, lowered: True)
    assert [reading.tenures for reading in annotate(documents)] == with_gates
