"""ties.csv: the ties that follow from careers, as Gephi's spreadsheet import takes them."""

from __future__ import annotations

import csv
import io

import networkx as nx
import pytest

from kartoteka.export.ties import COLUMNS, TIES_CSV
from kartoteka.types import Passage

TAKEN = Passage("redens.txt", 10, 59, 'On 25 July 1931 Redens "took over" from Balytsky,\nthen')
BOX = Passage("yakir.txt", 146, 321, "Commander of the Kyiv Military District")


@pytest.fixture
def ties() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(ties=["succession", "same office"])
    graph.add_node("p1", label="Balytsky, Vsevolod", kind="PERSON")
    graph.add_node("p2", label="Станіслав Реденс", kind="PERSON")
    common = {"weight": 1, "documents": ["redens.txt", "yakir.txt"]}
    undated = {
        "kind": "same office",
        "directed": False,
        "detail": "chairman; head",
        "spells": [],
        "passages": (BOX, TAKEN),
    }
    dated = {"kind": "succession", "directed": True, "detail": "head of the GPU", "passages": (TAKEN,)}
    days = {
        "first": "1931-07-25",
        "last": "1933-02-20",
        "spells": [("1931-07-25", "1931-07-25"), ("1933-02-20", "1933-02-20")],
    }
    graph.add_edge("p1", "p2", key="same office", **common, **undated)
    graph.add_edge("p1", "p2", key="succession", **common, **dated, **days)
    return graph


def rows(graph: nx.MultiDiGraph) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    TIES_CSV.write(graph, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_a_row_has_the_headings_gephi_knows_and_the_passage(ties: nx.MultiDiGraph) -> None:
    first, second = rows(ties)
    assert tuple(first) == COLUMNS
    assert [first[name] for name in ("Source", "Target", "Type", "Weight", "kind")] == [
        "p1",
        "p2",
        "Directed",
        "1",
        "succession",
    ]
    assert (first["source_name"], first["target_name"]) == ("Balytsky, Vsevolod", "Станіслав Реденс")
    assert (first["start"], first["end"], first["documents"]) == (
        "1931-07-25",
        "1933-02-20",
        "redens.txt | yakir.txt",
    )
    assert (first["document"], first["start_offset"], first["end_offset"]) == ("redens.txt", "10", "59")
    assert first["quotation"] == TAKEN.text
    assert (second["Type"], second["kind"], second["start"], second["end"]) == (
        "Undirected",
        "same office",
        "",
        "",
    )
    assert second["quotation"] == BOX.text
    assert (first["further"], second["further"]) == ("", f"redens.txt:10-59 {TAKEN.text}")


def test_without_ties_the_headings_stand_alone() -> None:
    assert rows(nx.MultiDiGraph()) == []
