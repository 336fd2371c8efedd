"""Births and deaths date no meeting; a life reaches from the one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kartoteka.network import build_graph
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Life, Reading, TimeSpan

NAMES = {name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens", "Kosior")}
DAYS = {
    "1892": ("1892", "1892-01-01", "1892-12-31"),
    "1931": ("1931", "1931-01-01", "1931-12-31"),
    "1937": ("1937", "1937-01-01", "1937-12-31"),
    "27.11.37": ("1937-11-27", "1937-11-27", "1937-11-27"),
    "1989": ("1989", "1989-01-01", "1989-12-31"),
}
DATES = {words: TimeSpan(edtf, edtf, first, last) for words, (edtf, first, last) in DAYS.items()}
Tell = Callable[..., Store]


@pytest.fixture
def tell(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Tell:
    """Builds a project of one paragraph in which Balytsky's `birth` and `death` are told in these words."""

    def make(*sentences: str, birth: str = "", death: str = "", apart: bool = False) -> Store:
        reading = make_reading("a#1", [(BlockKind.PROSE, list(sentences))], NAMES, dates=DATES)
        person = reading.mentions[0].id
        told = [(DATES.get(birth), None, (birth,)), (None, DATES.get(death), (death,))]
        if not apart:
            told = [(DATES.get(birth), DATES.get(death), (birth, death))]
        lives = [
            Life("a#1", "a#1/balytsky", born, died, (person, *(m.id for m in reading.mentions if m.text in words)))
            for born, died, words in told
            if born or died
        ]
        return make_project(replace(reading, lives=tuple(lives)))

    return make


def spells(store: Store, *ends: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = build_graph(store).edges[ends or ("balytsky", "redens")]["spells"]
    return found


def test_the_dates_of_a_life_in_brackets_date_no_tie_and_nobody_else(tell: Tell) -> None:
    said = ["Balytsky (1892–1937) knew Redens.", "Redens knew Kosior."]
    graph = build_graph(tell(*said, birth="1892", death="1937"))
    assert [(tie["spells"], tie["undated"]) for *_, tie in graph.edges(data=True)] == [([], 1), ([], 1)]
    assert graph.nodes["balytsky"]["spells"] == [("1892-01-01", "1937-12-31")]
    assert graph.nodes["redens"]["spells"] == []


def test_a_birth_dates_nobody_else_and_leaves_other_dates_to_date(tell: Tell) -> None:
    said = ["Born in 1892, Balytsky knew Redens.", "Redens saw Balytsky in 1931."]
    assert spells(tell(*said, birth="1892")) == [("1931-01-01", "1931-12-31")]


def test_a_death_dates_its_own_sentence_and_not_its_paragraph(tell: Tell) -> None:
    said = ["Balytsky was shot with Redens on 27.11.37.", "Redens knew Kosior."]
    store = tell(*said, death="27.11.37")
    assert spells(store) == [("1937-11-27", "1937-11-27")]
    assert spells(store, "kosior", "redens") == []


def test_a_death_in_the_sentence_of_the_birth_dates_nothing(tell: Tell) -> None:
    said = "Balytsky, who knew Redens, was born in 1892 and was shot in 1937."
    assert spells(tell(said, birth="1892", death="1937", apart=True)) == []
    assert spells(tell(said, death="1937")) == [("1892-01-01", "1892-12-31"), ("1937-01-01", "1937-12-31")]


def test_the_dates_of_a_paragraph_count_for_ties_and_for_whom_nothing_nearer_is_told(tell: Tell) -> None:
    said = [
        "In 1931 Balytsky met Redens.",
        "Redens was silent.",
        "Balytsky wrote to Kosior.",
        "It was read in 1989.",
    ]
    nodes = build_graph(tell(*said)).nodes
    assert nodes["redens"]["spells"] == [("1931-01-01", "1931-12-31")]
    assert nodes["balytsky"]["spells"] == [("1931-01-01", "1989-12-31")]
    assert nodes["kosior"]["spells"] == [("1931-01-01", "1989-12-31")]


def test_a_life_that_is_told_holds_its_ties_until_death(tell: Tell) -> None:
    said = ["Balytsky wrote to Kosior.", "It was in 1931.", "Balytsky was shot on 27.11.37."]
    nodes = build_graph(tell(*said, death="27.11.37")).nodes
    assert nodes["balytsky"]["spells"] == [("1931-01-01", "1937-11-27")]
    assert nodes["kosior"]["spells"] == [("1931-01-01", "1931-12-31")]
