"""The lists: their columns, and every name in them as the text has it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.careers import read_careers
from kartoteka.export.exporter import find, write
from kartoteka.export.tables import Table, csv_exporter, jsonl_exporter
from kartoteka.export.tenures import COLUMNS
from kartoteka.export.tenures import rows as rows_of_tenures
from kartoteka.store import Store
from kartoteka.types import BlockKind, Entity, Label, Reading, Tenure, TimeSpan

TEXT = "В. А. Балицький був головою ГПУ УСРР у 1924–1931 рр., потім Реденс."
DATE = TimeSpan("1924/1931", "1924/1931", "1924-01-01", "1931-12-31")


NAMES = {
    "В. А. Балицький": (Label.PERSON, "balytsky"),
    "головою ГПУ УСРР": (Label.OFFICE, "head"),
    "ГПУ УСРР": (Label.ORG, "gpu"),
    "Реденс": (Label.PERSON, "redens"),
}


@pytest.fixture
def read(make_reading: Callable[..., Reading]) -> Callable[[Tenure], Reading]:
    """Makes the reading of one sentence: a person, his successor, an office with its organization, and a date."""

    def reading(tenure: Tenure) -> Reading:
        dates = {"1924–1931": DATE}
        return make_reading(
            "rada.txt", [(BlockKind.PROSE, [TEXT])], NAMES, dates=dates, tenures=[tenure], lang="uk"
        )

    return reading


@pytest.fixture
def store(read: Callable[[Tenure], Reading]) -> Iterator[Store]:
    """A project of that sentence, in which the successor has no card."""
    tenure = Tenure(
        "rada.txt",
        "rada.txt/balytsky",
        "голова",
        "rada.txt/head",
        "rada.txt/gpu",
        start=TimeSpan("1924", "1924/..", "1924-01-01", "1924-12-31"),
        successor="rada.txt/redens",
        appointer="rada.txt/redens",
        passage=(0, 52),
    )
    with Store(":memory:") as project:
        project.put(read(tenure), "1")
        cards = [
            Entity(f"card-{r.id[9:]}", r.label, r.name.upper(), (r.name, "Balyts'kyi, V."), (r.id,), 1, 1)
            for r in project.referents()
            if r.name != "Реденс"
        ]
        project.set_resolution((), cards)
        yield project


def rows(store: Store, name: str) -> list[dict[str, str]]:
    stream = StringIO(newline="")
    write(find(name), store, stream)
    return list(csv.DictReader(StringIO(stream.getvalue(), newline="")))


def test_entities_come_by_label_with_all_their_spellings(store: Store) -> None:
    found = rows(store, "entities.csv")
    assert [row["label"] for row in found] == ["PERSON", "OFFICE", "ORG"]
    assert found[0] == {
        "id": "card-balytsky",
        "label": "PERSON",
        "name": "В. А. БАЛИЦЬКИЙ",
        "variants": "В. А. Балицький | Balyts'kyi, V.",
        "mentions": "1",
        "documents": "1",
    }


def test_mentions_stand_in_reading_order_and_a_nested_one_has_its_row(store: Store) -> None:
    found = rows(store, "mentions.csv")
    assert [row["text"] for row in found] == [
        "В. А. Балицький",
        "головою ГПУ УСРР",
        "ГПУ УСРР",
        "1924–1931",
        "Реденс",
    ]
    assert all(TEXT[int(row["start"]) : int(row["end"])] == row["text"] for row in found)


def test_a_date_has_a_value_and_no_card(store: Store) -> None:
    date = rows(store, "mentions.csv")[3]
    assert (date["entity"], date["label"], date["edtf"], date["block"]) == ("", "DATE", "1924/1931", "prose")


def test_a_tenure_names_cards_and_quotes_its_passage(store: Store) -> None:
    (row,) = rows(store, "tenures.csv")
    assert row == {
        "person": "card-balytsky", "person_name": "В. А. БАЛИЦЬКИЙ", "office": "голова", "office_id": "card-head",
        "org": "card-gpu", "org_name": "ГПУ УСРР", "place": "", "start": "1924", "end": "",
        "predecessor": "", "successor": "Реденс", "modality": "held", "source": "prose", "document": "rada.txt",
        "start_offset": "0", "end_offset": "52", "quotation": TEXT[:52],
        "start_earliest": "1924-01-01", "start_latest": "1924-12-31", "end_earliest": "", "end_latest": "",
        "acting": "0", "former": "0", "designate": "0", "honorary": "0", "office_inferred": "0", "attested": "",
        "attested_by": "1", "appointer": "Реденс",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (TimeSpan("1937-07", "../1937-07"), None, ("../1937-07", "")),
        (TimeSpan("1937-07", "1937-07/.."), TimeSpan("1938", "../1938"), ("1937-07", "1938")),
        (None, TimeSpan("1938", "1938/.."), ("", "1938/..")),
        (TimeSpan("", "1920/.."), TimeSpan("1938-04-28", "1938-04-28"), ("1920/..", "1938-04-28")),
    ],
)
def test_a_bound_is_shown_where_it_says_more_than_since_or_until(
    read: Callable[[Tenure], Reading], start: TimeSpan | None, end: TimeSpan | None, shown: tuple[str, str]
) -> None:
    with Store(":memory:") as project:
        project.put(read(Tenure("rada.txt", "rada.txt/balytsky", "голова", start=start, end=end)), "1")
        (facts,) = rows_of_tenures(read_careers(project))
    row = dict(zip(COLUMNS, facts, strict=True))
    assert (row["start"], row["end"]) == shown


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=6))
@settings(max_examples=80, deadline=None)
def test_whatever_a_text_holds_is_read_back_from_csv_and_json_lines(cells: list[tuple[str, str]]) -> None:
    table = Table("odd", "anything", ("left", "right"), "store", lambda _: cells)
    as_csv, as_lines = StringIO(newline=""), StringIO(newline="")
    csv_exporter(table).write(None, as_csv)
    jsonl_exporter(table).write(None, as_lines)
    header, *read = csv.reader(StringIO(as_csv.getvalue(), newline=""))
    assert header == ["left", "right"]
    assert [tuple(row) for row in read] == cells
    lines = as_lines.getvalue().split("\n")[:-1]
    assert [(row["left"], row["right"]) for row in map(json.loads, lines)] == cells


def test_a_cell_that_looks_like_a_formula_stays_as_the_text_has_it() -> None:
    stream = StringIO(newline="")
    table = Table("odd", "anything", ("text",), "store", lambda _: [("=1+1",), ("-ко",)])
    csv_exporter(table).write(None, stream)
    assert stream.getvalue() == "text\n=1+1\n-ко\n"


def test_spellings_stay_a_list_in_json_lines(store: Store) -> None:
    stream = StringIO()
    write(find("entities.jsonl"), store, stream)
    assert json.loads(stream.getvalue().split("\n")[0])["variants"] == ["В. А. Балицький", "Balyts'kyi, V."]
