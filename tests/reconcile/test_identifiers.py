"""Which cards a list of known things gives an identifier by their very spellings, and what the other rows are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kartoteka.reconcile.identifiers import read_identifiers
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading

Read = Callable[[str], tuple[dict[str, str], list[str]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "known.csv"


@pytest.fixture
def store(make_project: Callable[..., Store], make_reading: Callable[..., Reading]) -> Store:
    """A project whose cards are those of Balytsky, Redens, and their post."""
    names = {
        "Balytsky": (Label.PERSON, "balytsky"),
        "Redens": (Label.PERSON, "redens"),
        "head of the GPU": (Label.OFFICE, "office"),
    }
    text = ["After Balytsky Redens was head of the GPU."]
    return make_project(make_reading("a.txt", [(BlockKind.PROSE, text)], names))


@pytest.fixture
def read(store: Store, path: Path) -> Read:
    """Reads the rows under a heading."""

    def given(rows: str) -> tuple[dict[str, str], list[str]]:
        path.write_text(f"name,wikidata\n{rows}", encoding="utf-8")
        found, problems = read_identifiers(path, store)
        names = {entity.id: entity.name for entity in store.entities()}
        return {names[card]: identifier for card, identifier in found.items()}, problems

    return given


@pytest.mark.parametrize(
    "written",
    [
        "Q12",
        "q12",
        " Q12 ",
        "https://www.wikidata.org/wiki/Q12",
        "http://www.wikidata.org/entity/Q12",
        "https://www.wikidata.org/entity/Q12",
    ],
)
def test_an_id_may_be_written_as_an_address(read: Read, written: str) -> None:
    assert read(f"Redens,{written}\n") == ({"Redens": "Q12"}, [])


@pytest.mark.parametrize("written", ["Q0", "P12", "12", "https://example.org/wiki/Q12", "Q12#sitelinks"])
def test_what_is_no_id_is_said(read: Read, path: Path, written: str) -> None:
    assert read(f"Redens,{written}\n") == (
        {},
        [f"{path}, line 2: no wikidata identifier: {written!r}"],
    )


def test_a_row_without_an_id_is_said(read: Read, path: Path) -> None:
    assert read("Redens,\n") == ({}, [f"{path}, line 2: no identifier"])


def test_rows_with_one_id_are_one_thing_and_never_two_cards(read: Read, path: Path) -> None:
    assert read("Redens,Q1\nBalytsky,q1\n") == ({}, [f"{path}, line 2: 'Redens' is on 2 cards"])


def test_two_ids_for_one_card_are_said_and_the_first_stays(read: Read, path: Path) -> None:
    assert read("Redens,Q1\nREDENS,Q1\nRedens,Q2\n") == (
        {"Redens": "Q1"},
        [f"{path}, line 4: 'Redens' has the identifier Q1 already"],
    )


def test_a_post_has_its_id_by_its_name(read: Read) -> None:
    assert read("Head of the GPU,Q3\n") == ({"head of the GPU": "Q3"}, [])


def test_problems_are_told_in_the_order_of_the_lines(read: Read, path: Path) -> None:
    assert read("Redens,Q1\nKosior,Q4\nBalytsky,twelve\n")[1] == [
        f"{path}, line 3: 'Kosior' is on no cards",
        f"{path}, line 4: no wikidata identifier: 'twelve'",
    ]


@pytest.mark.parametrize("rows", ["", "Kosior,Q1\nPostyshev,Q2\nLiubchenko,none\n"])
def test_a_list_of_nothing_in_the_project_is_one_line(read: Read, path: Path, rows: str) -> None:
    assert read(rows) == ({}, [f"{path}: it names no card of this project"])


def test_a_file_that_cannot_be_read_is_named_in_plain_words(store: Store, path: Path) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        read_identifiers(path, store)
    assert str(missing.value) == f"{path}: no such file or folder"
    with pytest.raises(IsADirectoryError) as folder:
        read_identifiers(path.parent, store)
    assert str(folder.value) == f"{path.parent}: a folder where a file was expected"
