"""An empty network says which part of what was asked for emptied it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.network import build_graph
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading, TimeSpan

NAMES = {
    **{name: (Label.PERSON, name.lower()) for name in ("Balytsky", "Redens", "Kosior", "Shapoval")},
    **{name: (Label.ORG, name.lower()) for name in ("GPU", "OGPU")},
}
DATES = {"1931": TimeSpan("1931", "1931", "1931-01-01", "1931-12-31")}
#: Two sentences of one paragraph, a second paragraph, and a note.
BLOCKS = [
    (BlockKind.PROSE, ["In 1931 Balytsky met Redens.", "Redens met Balytsky."]),
    (BlockKind.PROSE, ["Kosior was alone.", "The GPU was dissolved."]),
]


@pytest.fixture
def store(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Store:
    """A project of one document."""
    return make_project(make_reading("a", BLOCKS, NAMES, dates=DATES))


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"labels": {"PLACE"}}, "the project has no cards of PLACE"),
        ({"labels": {"PLACE", "OFFICE"}}, "the project has no cards of OFFICE or PLACE"),
        ({"two_mode": "PERSON-OFFICE"}, "the project has no cards of OFFICE"),
        ({"kinds": {"note"}}, "none of the 3 persons is named in what is note"),
        ({"labels": {"ORG"}}, "the one organization that is named has nobody to be tied to"),
        ({"since": "1950", "until": "1960"}, "no tie of 1 is dated from 1950 to 1960"),
        ({"since": "1950"}, "no tie of 1 is dated from 1950 on"),
        ({"until": "1917-11"}, "no tie of 1 is dated up to 1917-11"),
        ({"min_weight": 9}, "no tie weighs 9: the heaviest weighs 2"),
        ({"min_weight": 2, "weight": "documents"}, "no tie weighs 2: the heaviest weighs 1"),
        ({"two_mode": "PERSON-ORG"}, "none of the 3 persons stands with the one organization in one sentence"),
        (
            {"two_mode": "PERSON-ORG", "window": "paragraph", "projection": "PERSON"},
            "no two of the 3 persons share one organization",
        ),
        (
            {"two_mode": "PERSON-DOCUMENT", "projection": "PERSON", "since": "1950"},
            "no two of the 3 persons share one document from 1950 on",
        ),
        (
            {"two_mode": "PERSON-DOCUMENT", "projection": "PERSON", "min_weight": 2},
            "no tie weighs 2: the heaviest weighs 1",
        ),
    ],
)
def test_the_first_filter_that_left_nothing_is_named(store: Store, asked: dict[str, object], reason: str) -> None:
    graph = build_graph(store, **asked)  # type: ignore[arg-type]
    assert (len(graph), graph.graph["empty"]) == (0, reason)


@pytest.mark.parametrize(
    ("window", "where"),
    [
        ("sentence", "in one sentence"),
        ("sentences:1", "at most 1 sentence apart"),
        ("tokens:5", "at most 5 words apart"),
        ("paragraph", "in one paragraph"),
    ],
)
def test_those_who_never_meet_are_told_in_which_window(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store], window: str, where: str
) -> None:
    blocks = [(BlockKind.PROSE, ["Balytsky."]), (BlockKind.PROSE, ["Redens."])]
    graph = build_graph(make_project(make_reading("a", blocks, NAMES)), window=window)
    assert graph.graph["empty"] == f"no two of the 2 persons stand {where}"


def test_a_network_with_ties_has_no_reason_to_be_empty(store: Store) -> None:
    assert "empty" not in build_graph(store).graph


def test_a_project_without_cards_says_so() -> None:
    assert build_graph(Store()).graph["empty"] == "the project has no cards of PERSON"
