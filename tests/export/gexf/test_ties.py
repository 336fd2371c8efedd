"""Ties of careers as GEXF: each with its direction, one a pair and kind, on a time line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from kartoteka.export.gexf.lint import lint
from kartoteka.export.gexf.ties import write_ties
from kartoteka.network import build_ties
from kartoteka.store import Store
from kartoteka.types import Passage
from kartoteka.types.network import TieKind

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf-1.3" / "gexf.rng"))
DIRECTIONS = {"ties.gexf": None, "ties_directed.gexf": True, "ties_undirected.gexf": False}


@pytest.fixture
def ties() -> networkx.MultiDiGraph:
    """Who followed whom at the head of the GPU, and who served there at once."""
    graph = networkx.MultiDiGraph(ties=["succession", "same office", "same organization", "appointment"])
    names = {"balytsky": "Балицький", "redens": "Реденс", "kosior": "Косіор <С. В.>"}
    for card, name in names.items():
        graph.add_node(card, label=name, kind="PERSON", mentions=3, documents=1, variants=[name], spells=[])
    graph.nodes["redens"].update(spells=[("1931-07-25", "1933-02-20")])
    handover, both = [("1931-07-25", "1931-07-25")], [("1931-01-01", "1931-12-31"), ("1933-02-20", "1933-02-20")]
    add(graph, "balytsky", "redens", TieKind.SUCCESSION, handover)
    add(graph, "redens", "balytsky", TieKind.SUCCESSION, [])
    add(graph, "balytsky", "redens", TieKind.SAME_OFFICE, [])
    add(graph, "balytsky", "redens", TieKind.SAME_ORGANIZATION, both)
    add(graph, "kosior", "redens", TieKind.APPOINTMENT, [])
    return graph


def add(graph: networkx.MultiDiGraph, one: str, other: str, kind: TieKind, days: list[tuple[str, str]]) -> None:
    said = (Passage("rada.txt", 7, 30, "Балицького змінив Реденс."),)
    dates = {"first": days[0][0], "last": days[-1][1]} if days else {}
    told = {
        "kind": kind,
        "directed": kind.directed,
        "weight": 1,
        "documents": ["rada.txt"],
        "detail": "голова ГПУ",
    }
    graph.add_edge(one, other, key=kind, **told, **dates, spells=days, passages=said)


def saved(graph: networkx.MultiDiGraph, folder: Path, name: str = "ties.gexf") -> Path:
    stream = StringIO(newline="")
    write_ties(graph, stream, DIRECTIONS[name])
    path = folder / name
    path.write_text(stream.getvalue(), encoding="utf-8", newline="")
    return path


def listed(path: Path) -> list[tuple[str | None, ...]]:
    names = ("source", "target", "kind", "type")
    return sorted(tuple(tie.get(name) for name in names) for tie in etree.parse(path).iter("{*}edge"))


@pytest.mark.parametrize("name", DIRECTIONS)
def test_the_grammar_and_the_lint_accept_it(name: str, ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    path = saved(ties, tmp_path, name)
    GRAMMAR.assertValid(etree.parse(path))
    assert lint(path) == []


def test_every_tie_has_its_own_direction_and_kind(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    path = saved(ties, tmp_path)
    assert "defaultedgetype" not in next(etree.parse(path).iter("{*}graph")).attrib
    assert listed(path) == [
        ("balytsky", "redens", "same office", "undirected"),
        ("balytsky", "redens", "same organization", "undirected"),
        ("balytsky", "redens", "succession", "directed"),
        ("kosior", "redens", "appointment", "directed"),
        ("redens", "balytsky", "succession", "directed"),
    ]


def test_networkx_reads_the_ties_of_one_direction(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    directed = networkx.read_gexf(saved(ties, tmp_path, "ties_directed.gexf"), version="1.3")
    assert sorted(directed.edges(data="relation")) == [
        ("balytsky", "redens", "succession"),
        ("kosior", "redens", "appointment"),
        ("redens", "balytsky", "succession"),
    ]
    undirected = networkx.read_gexf(saved(ties, tmp_path, "ties_undirected.gexf"), version="1.3")
    assert not undirected.is_directed() and sorted(undirected) == ["balytsky", "redens"]
    assert sorted(kind for *_, kind in undirected.edges(data="relation")) == ["same office", "same organization"]


def test_a_tie_tells_its_grounds_and_days(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    tie = networkx.read_gexf(saved(ties, tmp_path, "ties_directed.gexf"), version="1.3").edges[
        "balytsky", "redens"
    ]
    told: dict[str, Any] = {
        name: tie[name] for name in ("detail", "document", "start_offset", "year_first", "weight")
    }
    assert told == {
        "detail": "голова ГПУ",
        "document": "rada.txt",
        "start_offset": 7,
        "year_first": 1931,
        "weight": 1.0,
    }
    assert tie["spells"] == [("1931-07-25", "1931-07-25")] and tie["quotation"] == "Балицького змінив Реденс."


def test_a_card_is_there_in_its_own_time(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    lives = {
        node.get("id"): (node.get("start"), node.get("end"))
        for node in etree.parse(saved(ties, tmp_path)).iter("{*}node")
    }
    assert lives == {"balytsky": (None, None), "redens": ("1931-07-25", "1933-02-20"), "kosior": (None, None)}


def test_a_card_stands_at_the_same_place_in_all_files(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    places = [
        {
            node.get("id"): dict(next(node.iter("{*}position")).attrib)
            for node in etree.parse(saved(ties, tmp_path, name)).iter("{*}node")
        }
        for name in DIRECTIONS
    ]
    assert all(places[0][card] == place for file in places for card, place in file.items())


def test_the_order_of_building_does_not_show(ties: networkx.MultiDiGraph, tmp_path: Path) -> None:
    turned = networkx.MultiDiGraph(**ties.graph)
    turned.add_nodes_from(reversed([(card, dict(data)) for card, data in ties.nodes(data=True)]))
    turned.add_edges_from(reversed(list(ties.edges(keys=True, data=True))))
    assert saved(turned, tmp_path).read_bytes() == saved(ties, tmp_path / "..").read_bytes()


@pytest.mark.parametrize("name", DIRECTIONS)
def test_a_project_without_careers_has_a_file_without_ties(name: str, tmp_path: Path) -> None:
    path = saved(build_ties(Store(":memory:")), tmp_path, name)
    GRAMMAR.assertValid(etree.parse(path))
    assert lint(path) == [] and listed(path) == []
