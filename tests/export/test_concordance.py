"""The concordance: each card's spellings, source by source, with place, quotation, script and scheme; identifiers."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from kartoteka.export.exporter import find, write
from kartoteka.store import Store
from kartoteka.types import BlockKind, Entity, Identifier, Label, Reading

NAMES = {
    "Bałycki": (Label.PERSON, "balytsky"),
    "Balytskyi": (Label.PERSON, "balytsky"),
    "Balitsky": (Label.PERSON, "balytsky"),
    "Балицький": (Label.PERSON, "balytsky"),
    "Shumskyi": (Label.PERSON, "shumsky"),
    "Шумський": (Label.PERSON, "shumsky"),
    "Kharkiv": (Label.PLACE, "kharkiv"),
}


@pytest.fixture
def store(make_project: Callable[..., Store], make_reading: Callable[..., Reading]) -> Store:
    english = make_reading(
        "a.txt",
        [
            (
                BlockKind.PROSE,
                ["Bałycki came to Kharkiv.", "There Balytskyi met Shumskyi.", "Balytskyi left."],
            )
        ],
        NAMES,
    )
    ukrainian = make_reading("b.txt", [(BlockKind.PROSE, ["Балицький зустрів Шумський."])], NAMES, lang="uk")
    other = make_reading("c.txt", [(BlockKind.PROSE, ["Balitsky was there."])], NAMES)
    return make_project(english, ukrainian, other)


def table(store: Store, name: str) -> list[dict[str, str]]:
    stream = StringIO()
    write(find(name), store, stream)
    return list(csv.DictReader(StringIO(stream.getvalue())))


def test_each_spelling_has_a_row_a_document(store: Store) -> None:
    found = [
        (r["spelling"], r["document"], r["count"])
        for r in table(store, "concordance.csv")
        if r["entity"] == "balytsky"
    ]
    assert found == [
        ("Balitsky", "c.txt", "1"),
        ("Balytskyi", "a.txt", "2"),
        ("Bałycki", "a.txt", "1"),
        ("Балицький", "b.txt", "1"),
    ]


def test_a_row_points_at_the_first_place_and_quotes_its_sentence(store: Store) -> None:
    row = next(r for r in table(store, "concordance.csv") if r["spelling"] == "Balytskyi")
    text = store.document("a.txt").text
    assert text[int(row["start_offset"]) : int(row["end_offset"])] == "Balytskyi"
    assert row["quotation"] == "There Balytskyi met Shumskyi."
    assert int(row["start_offset"]) == text.index("There Balytskyi") + len("There ")


def test_script_and_language_are_those_of_the_passage(store: Store) -> None:
    found = {r["spelling"]: (r["script"], r["lang"]) for r in table(store, "concordance.csv")}
    assert found["Балицький"] == ("Cyrl", "uk")
    assert found["Balitsky"] == ("Latn", "en")


def test_the_scheme_is_the_one_that_writes_most_of_the_documents_spellings(store: Store) -> None:
    found = {(r["spelling"], r["document"]): r["scheme"] for r in table(store, "concordance.csv")}
    assert "uk-national" in found["Balytskyi", "a.txt"].split(" | ")
    assert "uk-national" in found["Shumskyi", "a.txt"].split(" | ")
    assert found["Балицький", "b.txt"] == ""
    assert found["Kharkiv", "a.txt"] == ""


def test_rows_come_by_label_and_name_in_a_fixed_order(store: Store) -> None:
    rows = table(store, "concordance.csv")
    keys = [
        (list(Label).index(Label(r["label"])), r["name"], r["entity"], r["spelling"], r["document"]) for r in rows
    ]
    assert keys == sorted(keys)


def test_identifiers_are_listed_with_their_pages_and_rows(store: Store) -> None:
    known = (Identifier("wikidata", "Q1", "known.csv, line 2"), Identifier("nkp", "jn1", "known.csv, line 2"))
    cards = [
        Entity(e.id, e.label, e.name, e.variants, e.referents, e.mentions, e.documents, known)
        for e in store.entities()
        if e.id == "balytsky"
    ]
    store.set_resolution((), cards)
    assert [tuple(row.values()) for row in table(store, "identifiers.csv")] == [
        ("balytsky", "PERSON", cards[0].name, "nkp", "jn1", "", "known.csv, line 2"),
        (
            "balytsky",
            "PERSON",
            cards[0].name,
            "wikidata",
            "Q1",
            "https://www.wikidata.org/wiki/Q1",
            "known.csv, line 2",
        ),
    ]
