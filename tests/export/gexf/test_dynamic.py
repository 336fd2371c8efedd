"""The network over time as GEXF: full ISO days, disjoint spells, offices and weights that change."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kartoteka.export.exporter import find, write
from kartoteka.export.gexf.lint import lint
from kartoteka.store import Store
from kartoteka.types.network import Held

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf-1.3" / "gexf.rng"))


def saved(graph: networkx.Graph, folder: Path) -> Path:
    path = folder / "network_dynamic.gexf"
    stream = StringIO(newline="")
    write(find(path.name), Store(":memory:"), stream, graph=graph)
    path.write_text(stream.getvalue(), encoding="utf-8", newline="", errors="replace")
    return path


def read(graph: networkx.Graph, folder: Path) -> networkx.Graph:
    return networkx.read_gexf(saved(graph, folder), version="1.3")


def spells(tree: etree._ElementTree) -> dict[tuple[str, str], list[tuple[str | None, str | None]]]:
    """The spells of each tie by its ends."""
    return {
        (tie.get("source"), tie.get("target")): [(s.get("start"), s.get("end")) for s in tie.iter("{*}spell")]
        for tie in tree.iter("{*}edge")
    }


def test_the_grammar_and_the_lint_accept_it(met: networkx.Graph, tmp_path: Path) -> None:
    path = saved(met, tmp_path)
    GRAMMAR.assertValid(etree.parse(path))
    assert lint(path) == []


def test_it_tells_time_in_days_and_intervals(met: networkx.Graph, tmp_path: Path) -> None:
    (graph,) = etree.parse(saved(met, tmp_path)).iter("{*}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    assert graph.get("timerepresentation") == "interval"


def test_a_tie_is_there_in_its_spells_and_an_undated_one_always(met: networkx.Graph, tmp_path: Path) -> None:
    found = spells(etree.parse(saved(met, tmp_path)))
    assert found["p0", "p1"] == [("1923-09-01", "1923-09-30"), ("1937-05-11", "1937-05-11")]
    assert found["p0", "p2"] == []


def test_a_node_has_one_span_and_an_undated_one_none(met: networkx.Graph, tmp_path: Path) -> None:
    back = read(met, tmp_path)
    assert (back.nodes["p0"]["start"], back.nodes["p0"]["end"]) == ("1923-09-01", "1937-05-11")
    assert "start" not in back.nodes["p2"] and "end" not in back.nodes["p2"]


def test_a_node_is_there_in_its_own_time_whatever_is_told_of_it_later(met: networkx.Graph, tmp_path: Path) -> None:
    met.nodes["p1"]["spells"] = [("1923-09-01", "1933-07-07")]
    met.nodes["p1"]["offices"] = [Held("Plenipotentiary", "", ("1931-01-01", "1931-01-31"))]
    node = read(met, tmp_path).nodes["p1"]
    assert (node["start"], node["end"]) == ("1923-09-01", "1933-07-07")
    assert node["office"] == [("Plenipotentiary (end unknown)", "1931-01-01", "1933-07-07")]


def test_offices_are_values_over_time(met: networkx.Graph, tmp_path: Path) -> None:
    assert read(met, tmp_path).nodes["p0"]["office"] == [
        ("Head of the GPU", "1923-09-01", "1931-07-31"),
        ("Народний комісар (acting) (end unknown)", "1934-07-10", "1937-05-11"),
    ]


def weights(path: Path) -> dict[tuple[str, str], list[tuple[str | None, ...]]]:
    return {
        (tie.get("source"), tie.get("target")): [
            (value.get("value"), value.get("start"), value.get("end"))
            for value in tie.iter("{*}attvalue")
            if value.get("for") == "weight"
        ]
        for tie in etree.parse(path).iter("{*}edge")
    }


def test_the_weight_counts_the_windows_of_a_time_and_stands_without_one_where_nobody_knows(
    met: networkx.Graph, tmp_path: Path
) -> None:
    met.edges["p0", "p1"]["dated"] = [("1923-09-01", "1923-09-30", 3), ("1937-05-11", "1937-05-11", 1)]
    found = weights(saved(met, tmp_path))
    assert found["p0", "p1"] == [("3", "1923-09-01", "1923-09-30"), ("1", "1937-05-11", "1937-05-11")]
    assert found["p0", "p2"] == [("2", None, None)]


def test_the_static_columns_are_those_of_the_static_file(met: networkx.Graph, tmp_path: Path) -> None:
    def declared(name: str) -> list[str]:
        stream = StringIO()
        write(find(name), Store(":memory:"), stream, graph=met)
        tree = etree.fromstring(stream.getvalue().encode())
        return tree.xpath("//*[local-name()='attributes'][@mode='static']/*/@id")

    assert declared("network_dynamic.gexf") == declared("network.gexf")


def test_an_undated_or_empty_network_is_still_a_file(met: networkx.Graph, tmp_path: Path) -> None:
    for _, data in met.nodes(data=True):
        data.update(spells=[], offices=[])
    for *_, data in met.edges(data=True):
        data["spells"] = []
    for graph in (met, networkx.Graph()):
        path = saved(graph, tmp_path)
        GRAMMAR.assertValid(etree.parse(path))
        assert lint(path) == [] and not list(etree.parse(path).iter("{*}spell"))


DAYS = st.dates(date(1917, 1, 1), date(1940, 1, 1))


@st.composite
def terms(draw: st.DrawFn) -> list[Held]:
    """Offices with ends known, half known or unknown, at once or one after the other."""
    offices = []
    for number in range(draw(st.integers(0, 4))):
        first, second = sorted((draw(DAYS), draw(DAYS)))
        start = (
            (str(first), str(first + timedelta(draw(st.integers(0, 40))))) if draw(st.booleans()) else (None, None)
        )
        end = (
            (str(second), str(second + timedelta(draw(st.integers(0, 40)))))
            if draw(st.booleans())
            else (None, None)
        )
        offices.append(Held(draw(st.sampled_from(["Head", "Голова", f"Post {number}"])), "", start, end))
    return offices


@given(terms(), st.lists(DAYS, max_size=6))
@settings(max_examples=60, deadline=None)
def test_whatever_was_held_and_when_gephi_would_take_it(offices: list[Held], days: list[date]) -> None:
    graph = networkx.Graph()
    known = [(str(day), str(day)) for day in sorted(set(days))]
    for node in "ab":
        graph.add_node(node, label="Реденс", kind="PERSON", x=0.0, y=0.0, size=4.0, color="#000000")
        graph.nodes[node].update(offices=offices, spells=known[:1])
    graph.add_edge("a", "b", weight=len(known) + 1, count=len(known) + 1, spells=known, undated=1)
    graph.edges["a", "b"]["dated"] = [(*day, 1) for day in known]
    with TemporaryDirectory() as folder:
        path = saved(graph, Path(folder))
        assert lint(path) == []
        assert spells(etree.parse(path)) == {("a", "b"): known}
        (life,) = {(node.get("start"), node.get("end")) for node in etree.parse(path).iter("{*}node")}
    if known:
        assert life == known[0]
