"""QuickStatements: whose terms are written, and with which dates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from kartoteka.dates import read_dates
from kartoteka.export.exporter import find, write
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading, Tenure, TimeSpan

OFFICE = "head of the GPU of the Ukrainian SSR"
TEXT = f"Redens was {OFFICE}."
NAMES = {OFFICE: (Label.OFFICE, "office"), "Redens": (Label.PERSON, "redens")}


def day(words: str) -> TimeSpan:
    return read_dates(words, "en")[0].span


@pytest.fixture
def quickstatements(
    make_project: Callable[..., Store], make_reading: Callable[..., Reading]
) -> Callable[..., list[str]]:
    """The statements on Redens (Q1) at the head of the GPU (Q2), each told in a document of its own."""

    def export(*stated: dict[str, Any]) -> list[str]:
        readings = []
        for number, values in enumerate(stated):
            name = f"{number}.txt"
            told = {key: day(v) if isinstance(v, str) else v for key, v in values.items()}
            tenure = Tenure(name, f"{name}/redens", OFFICE, f"{name}/office", passage=(0, len(TEXT)), **told)
            readings.append(make_reading(name, [(BlockKind.PROSE, [TEXT])], NAMES, tenures=[tenure]))
        stream = StringIO()
        ids = {"redens": "Q1", "office": "Q2"}
        write(find("quickstatements.txt"), make_project(*readings), stream, ids=ids)
        return [line.partition(" /*")[0] for line in stream.getvalue().splitlines()]

    return export


@pytest.mark.parametrize("standing", ["acting", "designate", "honorary"])
def test_who_did_not_hold_a_post_in_full_makes_no_statement(
    quickstatements: Callable[..., list[str]], standing: str
) -> None:
    assert quickstatements({"start": "in 1931", standing: True}) == []


def test_a_term_that_one_text_calls_acting_makes_no_statement(quickstatements: Callable[..., list[str]]) -> None:
    assert quickstatements({"start": "in 1931"}, {"start": "in May 1931", "acting": True}) == []


def test_a_former_holder_makes_a_statement(quickstatements: Callable[..., list[str]]) -> None:
    assert quickstatements({"former": True}) == ["Q1\tP39\tQ2"]


def test_two_terms_in_one_office_would_be_one_statement_and_are_left_out(
    quickstatements: Callable[..., list[str]],
) -> None:
    terms = [{"start": "in 1923", "end": "in 1924"}, {"start": "in 1931", "end": "in 1933"}]
    assert quickstatements(*terms) == []


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        (("in the spring of 1931", "May 1931"), "P580\t+1931-05-00T00:00:00Z/10"),
        (("in 1931", "12 May 1931", "May 1931"), "P580\t+1931-05-12T00:00:00Z/11"),
        (("around May 1931", "in 1931"), "P580\t+1931-00-00T00:00:00Z/9"),
        (("by May 1931", "in 1931"), "P580\t+1931-00-00T00:00:00Z/9"),
    ],
)
def test_of_several_dates_the_most_exact_is_written(
    quickstatements: Callable[..., list[str]], words: tuple[str, ...], qualifier: str
) -> None:
    assert quickstatements(*({"start": one} for one in words)) == [f"Q1\tP39\tQ2\t{qualifier}"]


def test_a_disputed_date_gives_way_to_a_coarser_one(quickstatements: Callable[..., list[str]]) -> None:
    disputed = replace(day("12 May 1931"), resolved="disputed")
    assert quickstatements({"start": disputed}, {"start": "in 1931"}) == [
        "Q1\tP39\tQ2\tP580\t+1931-00-00T00:00:00Z/9"
    ]
    assert quickstatements({"start": disputed}) == ["Q1\tP39\tQ2"]


def test_an_attested_day_beside_a_start_is_not_written(quickstatements: Callable[..., list[str]]) -> None:
    assert quickstatements({"start": "12 May 1931"}, {"attested": "in 1932"}) == [
        "Q1\tP39\tQ2\tP580\t+1931-05-12T00:00:00Z/11"
    ]


def test_a_day_on_which_a_post_was_held_stands_where_neither_start_nor_end_is_known(
    quickstatements: Callable[..., list[str]],
) -> None:
    assert quickstatements({"attested": "in 1926"}) == ["Q1\tP39\tQ2\tP585\t+1926-00-00T00:00:00Z/9"]
    assert quickstatements({"attested": "by 1926"}) == ["Q1\tP39\tQ2"]
