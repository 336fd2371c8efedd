"""nodes.csv and edges.csv: what Gephi's spreadsheet import takes unasked, and days for programs that want them."""

from __future__ import annotations

import csv
import re
from io import StringIO

import networkx
import pytest

from kartoteka.export.exporter import find, write
from kartoteka.store import Store

Rows = list[dict[str, str]]


def rows(graph: networkx.Graph, name: str) -> Rows:
    stream = StringIO(newline="")
    write(find(name), Store(":memory:"), stream, graph=graph)
    return list(csv.DictReader(StringIO(stream.getvalue(), newline="")))


def test_the_columns_keep_their_names_and_order(met: networkx.Graph) -> None:
    (nodes, *_), (edges, *_) = rows(met, "nodes.csv"), rows(met, "edges.csv")
    assert list(nodes) == [
        "Id", "Label", "kind", "mentions", "documents", "variants", "identifiers", "degree", "strength",
        "betweenness", "eigenvector", "pagerank", "core", "community", "year_first", "year_last", "start", "end",
        "offices",
    ]  # fmt: skip
    assert list(edges) == [
        "Source", "Target", "Type", "Weight", "source_name", "target_name", "documents", "document",
        "start_offset", "end_offset", "quotation", "start", "end", "count", "npmi", "log_likelihood", "p_value",
        "jaccard", "year_first", "year_last", "undated", "dated_by", "inferred", "bridge", "disparity", "further",
        "shared", "newman",
    ]  # fmt: skip


def test_a_node_tells_its_measures_its_years_and_its_days(met: networkx.Graph) -> None:
    (node,) = (row for row in rows(met, "nodes.csv") if row["Id"] == "p0")
    assert node == {
        "Id": "p0", "Label": "Всеволод Балицький", "kind": "PERSON", "mentions": "3", "documents": "1",
        "variants": "Всеволод Балицький | Всеволод Балицький, jr. | B. \"Kit\" | back\\slash | a | b; c",
        "identifiers": "wikidata:Q855", "degree": "3", "strength": "10", "betweenness": "0.5",
        "eigenvector": "0.25", "pagerank": "0.2", "core": "1", "community": "0", "year_first": "1923",
        "year_last": "1937", "start": "1923-09-01", "end": "1937-05-11",
        "offices": (
            "Head of the GPU, 1923-09-01–1931-07 | Народний комісар (acting), 1934-07-10/1934-07-31–"
        ),
    }  # fmt: skip


def test_a_tie_tells_its_passages_its_statistics_and_its_days(met: networkx.Graph) -> None:
    (edge,) = (row for row in rows(met, "edges.csv") if (row["Source"], row["Target"]) == ("p0", "p1"))
    assert edge == {
        "Source": "p0", "Target": "p1", "Type": "Undirected", "Weight": "5", "source_name": "Всеволод Балицький",
        "target_name": "Stanislav “Stakh” Redens", "documents": "b, c.txt | rada.txt", "document": "rada.txt",
        "start_offset": "7", "end_offset": "30", "quotation": "He said:\n“no” & left\x0b.",
        "start": "1923-09-01", "end": "1937-05-11", "count": "5", "npmi": "0.42", "log_likelihood": "7.5",
        "p_value": "0.0062", "jaccard": "0.125", "year_first": "1923", "year_last": "1937", "undated": "1",
        "dated_by": "sentence", "inferred": "", "bridge": "true", "disparity": "",
        "further": "b, c.txt:0-21 Балицький і Реденс.", "shared": "", "newman": "",
    }  # fmt: skip


def test_gephi_finds_the_headings_that_it_imports_unasked(met: networkx.Graph) -> None:
    """Id or Label make a list of nodes, Source or Target one of edges, whatever else there is."""
    (nodes, *_), (edges, *_) = rows(met, "nodes.csv"), rows(met, "edges.csv")
    assert {"id", "label"} <= {name.lower() for name in nodes}
    assert not {"source", "target"} & {name.lower() for name in nodes}
    assert {"source", "target", "type", "weight"} <= {name.lower() for name in edges}
    assert not {"id", "label", "kind"} & {name.lower() for name in edges}
    for columns in (nodes, edges):
        assert len({name.lower() for name in columns}) == len(columns)
        # By these words Gephi takes a column for dynamic.
        assert not any(re.search("interval|timestamp|timeset", name.lower()) for name in columns)


def test_every_end_of_an_edge_is_a_node(met: networkx.Graph) -> None:
    ids = {row["Id"] for row in rows(met, "nodes.csv")}
    edges = rows(met, "edges.csv")
    assert {row[end] for row in edges for end in ("Source", "Target")} <= ids
    assert all(int(row["Weight"]) > 0 for row in edges)
    assert all(row["Source"] < row["Target"] for row in edges)


@pytest.mark.parametrize("dated", [("p0", "p2"), ("p2", "p3"), ("o1", "p0")])
def test_both_lists_begin_with_what_is_dated(met: networkx.Graph, dated: tuple[str, str]) -> None:
    """Gephi tells the types of columns by the first rows, and refuses to bring two kinds of time together."""
    for *_, data in met.edges(data=True):
        data.pop("first", None)
        data.pop("last", None)
    for _, data in met.nodes(data=True):
        data.pop("first", None)
        data.pop("last", None)
    for told in (met.edges[dated], met.nodes[dated[0]], met.nodes[dated[1]]):
        told.update(first="1932-12-01", last="1932-12-31")
    nodes, edges = rows(met, "nodes.csv"), rows(met, "edges.csv")
    assert [(row["Source"], row["Target"]) for row in edges if row["start"]] == [dated]
    assert edges[0]["start"] == "1932-12-01" and edges[0]["end"] == "1932-12-31"
    assert [row["Id"] for row in nodes[:2]] == sorted(dated)
    assert [row["Id"] for row in nodes[2:]] == sorted(set(met) - set(dated))
    assert [(row["Source"], row["Target"]) for row in edges[1:]] == sorted(
        tuple(sorted(ends)) for ends in met.edges if tuple(sorted(ends)) != tuple(sorted(dated))
    )


@pytest.mark.parametrize("name", ["nodes.csv", "edges.csv", "network.json", "network.net"])
def test_the_order_of_building_does_not_show(met: networkx.Graph, name: str) -> None:
    turned = networkx.Graph(**met.graph)
    turned.add_nodes_from(reversed([(node, dict(data)) for node, data in met.nodes(data=True)]))
    turned.add_edges_from(reversed([(b, a, data) for a, b, data in met.edges(data=True)]))
    assert text(turned, name) == text(met, name)


def text(graph: networkx.Graph, name: str) -> str:
    stream = StringIO(newline="")
    write(find(name), Store(":memory:"), stream, graph=graph)
    return stream.getvalue()
