"""What follows from tenures, as files: contradictions, lines of holders, remarks, careers, QuickStatements."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from kartoteka.careers import read_careers
from kartoteka.dates import read_dates
from kartoteka.export.exporter import find, write
from kartoteka.reconcile.identifiers import read_identifiers
from kartoteka.store import Store
from kartoteka.types import BlockKind, Identifier, Label, Modality, Reading, Tenure, TimeSpan

OFFICE = "head of the GPU of the Ukrainian SSR"
BOX = f"Redens: {OFFICE}, after Balytsky, before Balytsky."
NAMES = {
    OFFICE: (Label.OFFICE, "office"),
    "Redens": (Label.PERSON, "redens"),
    "Balytsky": (Label.PERSON, "balytsky"),
}


def day(words: str) -> TimeSpan:
    return read_dates(words, "en")[0].span


@pytest.fixture
def store(make_project: Callable[..., Store], make_reading: Callable[..., Reading]) -> Store:
    """Two documents on Redens at the head of the GPU, which disagree on the day he left, and one proposal."""

    def tenure(document: str, start: str, end: str, **more: object) -> Tenure:
        held = Tenure(document, f"{document}/redens", OFFICE, f"{document}/office", start=day(start), end=day(end))
        values = {name: getattr(held, name) for name in held.__slots__} | {"passage": (0, len(BOX))} | more
        return Tenure(**values)

    stated = {
        "a.txt": [tenure("a.txt", "in July 1931", "on 20 February 1933", successor="a.txt/balytsky")],
        "b.txt": [
            tenure("b.txt", "on 25 July 1931", "in January 1933", predecessor="b.txt/balytsky"),
            tenure("b.txt", "in 1929", "in 1930", modality=Modality.PROPOSED),
        ],
    }
    return make_project(
        *(make_reading(name, [(BlockKind.PROSE, [BOX])], NAMES, tenures=found) for name, found in stated.items())
    )


def written(store: Store, name: str, ids: Mapping[str, str] | None = None) -> str:
    stream = StringIO(newline="")
    write(find(name), store, stream, ids=ids)
    return stream.getvalue()


def rows(store: Store, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written(store, name), newline="")))


def test_a_contradiction_shows_both_sides_with_their_passages(store: Store) -> None:
    (row,) = rows(store, "contradictions.csv")
    assert (row["person_name"], row["conflict"], row["value"], row["other_value"], row["days_apart"]) == (
        "Redens",
        "end",
        "1933-01",
        "1933-02-20",
        "20",
    )
    assert (row["document"], row["other_document"]) == ("b.txt", "a.txt")
    assert row["quotation"] == row["other_quotation"] == BOX


def test_a_term_attested_twice_stands_once_in_its_line(store: Store) -> None:
    (row,) = rows(store, "successions.csv")
    assert (row["office"], row["position"], row["person_name"], row["start_earliest"]) == (
        OFFICE,
        "1",
        "Redens",
        "1931-07-25",
    )
    assert (row["end_earliest"], row["end_latest"]) == ("1933-01-01", "1933-02-20")
    assert row["documents"] == "a.txt | b.txt"
    assert (row["predecessors"], row["successors"]) == ("Balytsky", "Balytsky")


def test_tenures_say_how_many_documents_attest_the_term(store: Store) -> None:
    assert [row["attested_by"] for row in rows(store, "tenures.csv")] == ["2", "2", ""]


def test_a_career_as_text_has_terms_neighbours_passages_and_contradictions(store: Store) -> None:
    assert written(store, "careers.txt").splitlines() == [
        "terms: 1, persons: 1, contradictions: 1",
        "",
        "Redens  (redens)",
        f"  1931-07-25 – 1933-02-20  {OFFICE}  [2 documents]",
        "    after Balytsky; before Balytsky",
        f"    a.txt:0-{len(BOX)} “{BOX}”",
        f"    b.txt:0-{len(BOX)} “{BOX}”",
        f"    ! end: 1933-01 (b.txt:0-{len(BOX)}) against 1933-02-20 (a.txt:0-{len(BOX)})",
        f"  1929 – 1930              proposed: {OFFICE}",
        f"    b.txt:0-{len(BOX)} “{BOX}”",
    ]


def test_quickstatements_leave_out_what_is_contradicted(store: Store) -> None:
    ids = {"redens": "Q1", "office": "Q2", "balytsky": "Q3"}
    passages = f"/* a.txt:0-{len(BOX)}, b.txt:0-{len(BOX)} */"
    assert written(store, "quickstatements.txt", ids) == (
        f"Q1\tP39\tQ2\tP580\t+1931-07-25T00:00:00Z/11\tP1365\tQ3\tP1366\tQ3 {passages}\n"
    )


def test_quickstatements_are_only_of_cards_with_an_id(store: Store) -> None:
    assert written(store, "quickstatements.txt", {"redens": "Q1"}) == ""


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("in 1931", "P580\t+1931-00-00T00:00:00Z/9"),
        ("in July 1931", "P580\t+1931-07-00T00:00:00Z/10"),
        ("in the spring of 1931", "P580\t+1931-00-00T00:00:00Z/9"),
        ("by 1931", "P8555\t+1931-00-00T00:00:00Z/9"),
        ("in the 1930s", "P580\t+1930-00-00T00:00:00Z/8"),
        ("around 1931", "P580\t+1931-00-00T00:00:00Z/9\tP1480\tQ5727902"),
    ],
)
def test_a_date_keeps_its_precision(
    make_project: Callable[..., Store], make_reading: Callable[..., Reading], words: str, qualifier: str
) -> None:
    tenure = Tenure("a.txt", "a.txt/redens", OFFICE, "a.txt/office", start=day(words), passage=(0, len(BOX)))
    store = make_project(make_reading("a.txt", [(BlockKind.PROSE, [BOX])], NAMES, tenures=[tenure]))
    line = written(store, "quickstatements.txt", {"redens": "Q1", "office": "Q2"})
    assert line == f"Q1\tP39\tQ2\t{qualifier} /* a.txt:0-{len(BOX)} */\n"


def test_ids_of_the_projects_own_lists_are_taken_and_those_of_a_call_go_before_them(store: Store) -> None:
    known = {"redens": "Q1", "office": "Q2"}
    cards = [
        replace(card, identifiers=(Identifier("viaf", "17"), Identifier("wikidata", known[card.id])))
        if card.id in known
        else card
        for card in store.entities()
    ]
    store.set_resolution((), cards)
    assert read_careers(store).identifiers == known
    assert read_careers(store, {"redens": "Q9"}).identifiers == {"redens": "Q9", "office": "Q2"}


def test_a_list_of_known_things_gives_ids_to_cards(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "known.csv"
    path.write_text(
        f"name,wikidata,note\nREDENS,Q1,\n{OFFICE},Q2,\nKosior,Q3,\nBalytsky,twelve,\n", encoding="utf-8"
    )
    ids, problems = read_identifiers(path, store)
    assert ids == {"redens": "Q1", "office": "Q2"}
    assert problems == [
        f"{path}, line 4: 'Kosior' is on no cards",
        f"{path}, line 5: no wikidata identifier: 'twelve'",
    ]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"Name;Viaf\nRedens;1\n", "no column wikidata"),
        (b"who;wikidata\n", "no column name"),
        (b"", "no column name"),
        (b"\x00\x01\x02\x03\x04", "a binary file"),
    ],
)
def test_what_is_no_such_list_is_refused_by_its_name(
    store: Store, tmp_path: Path, content: bytes, cause: str
) -> None:
    path = tmp_path / "known.csv"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=cause) as refused:
        read_identifiers(path, store)
    assert str(path) in str(refused.value)
