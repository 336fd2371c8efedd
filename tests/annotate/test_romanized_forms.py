"""Romanized names in oblique cases lead back to their nominative, and only where the form is sure."""

from __future__ import annotations

import pytest

from kartoteka.annotate.romanized_forms import romanized_nominatives


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Stalinym", "Stalin"),
        ("Balyts'koho", "Balyts'kyi"),
        ("Redensa", "Redens"),
        ("Kaganovicha", "Kaganovich"),
        ("Vynnychenka", "Vynnychenko"),
        ("Trotskogo", "Trotskii"),
    ],
)
def test_an_oblique_case_has_its_nominative(word: str, nominative: str) -> None:
    assert nominative in romanized_nominatives(word)


@pytest.mark.parametrize("word", ["Kosior", "Petliura", "Makhno", "Brown", "Conquest", "Snyder", "Applebaum", ""])
def test_a_nominative_and_a_foreign_name_have_none(word: str) -> None:
    assert romanized_nominatives(word) == ()
