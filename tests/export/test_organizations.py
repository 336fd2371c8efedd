"""The list of institutions shows their lines of succession over the cards of the project."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from io import StringIO

import pytest

from kartoteka.export.exporter import find, write
from kartoteka.store import Store
from kartoteka.types import BlockKind, Entity, Label, Reading

TEXT = "The Cheka, then the OGPU and the NKVD; the GPU UkrSSR; the Trust of Nothing; Kyiv."
NAMES = {
    "Cheka": (Label.ORG, "cheka"),
    "OGPU": (Label.ORG, "ogpu"),
    "NKVD": (Label.ORG, "nkvd"),
    "GPU UkrSSR": (Label.ORG, "gpu"),
    "Trust of Nothing": (Label.ORG, "trust"),
    "Kyiv": (Label.PLACE, "kyiv"),
}


@pytest.fixture
def found(make_reading: Callable[..., Reading]) -> Iterator[list[dict[str, str]]]:
    """The rows of a project of one sentence, by the names of the cards."""
    with Store(":memory:") as store:
        store.put(make_reading("a.txt", [(BlockKind.PROSE, [TEXT])], NAMES, dates={}, tenures=[], lang="en"), "1")
        store.set_resolution(
            (), [Entity(f"card-{r.id[6:]}", r.label, r.name, (r.name,), (r.id,), 1, 1) for r in store.referents()]
        )
        stream = StringIO(newline="")
        write(find("organizations.csv"), store, stream)
        yield list(csv.DictReader(StringIO(stream.getvalue(), newline="")))


def test_known_institutions_stand_in_the_order_of_their_first_years(found: list[dict[str, str]]) -> None:
    assert [row["name"] for row in found] == ["Cheka", "GPU UkrSSR", "OGPU", "NKVD"]


def test_a_line_passes_over_what_no_text_names(found: list[dict[str, str]]) -> None:
    lines = {row["name"]: (row["predecessors"], row["successors"]) for row in found}
    assert lines == {
        "Cheka": ("", "card-ogpu"),
        "GPU UkrSSR": ("", ""),
        "OGPU": ("card-cheka", "card-nkvd"),
        "NKVD": ("card-ogpu", ""),
    }


def test_years_and_territory_are_the_tables(found: list[dict[str, str]]) -> None:
    ogpu = found[2]
    assert (ogpu["known_as"], ogpu["territory"], ogpu["from"], ogpu["to"]) == ("ogpu", "USSR", "1923", "1934")
