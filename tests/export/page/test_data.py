"""What the page is told of a network: all of it, and each passage once."""

from __future__ import annotations

import networkx

from kartoteka.export.page.data import page_data
from kartoteka.types import Passage


def test_the_data_is_the_network(met: networkx.Graph) -> None:
    data = page_data(met)
    nodes, edges = data["nodes"], data["edges"]
    assert nodes["id"] == sorted(met)
    for at, node in enumerate(nodes["id"]):
        card = met.nodes[node]
        for name in ("label", "kind", "mentions", "x", "y", "size", "strength", "core", "community"):
            assert nodes[name][at] == card[name], name
        assert nodes["variants"][at] == card["variants"]
    told = {}
    for at, ends in enumerate(zip(edges["source"], edges["target"], strict=True)):
        quoted = tuple(
            Passage(
                data["documents"][data["passages"]["document"][n]],
                data["passages"]["start"][n],
                data["passages"]["end"][n],
                data["texts"][data["passages"]["text"][n]],
            )
            for n in edges["passages"][at]
        )
        documents = [data["documents"][n] for n in edges["documents"][at]]
        told[frozenset(nodes["id"][end] for end in ends)] = (edges["weight"][at], documents, quoted)
    assert told == {
        frozenset(ends): (tie["weight"], tie["documents"], tie["passages"]) for *ends, tie in met.edges(data=True)
    }


def test_days_are_whole_numbers_also_before_our_era(met: networkx.Graph) -> None:
    met.edges["p0", "p2"].update(spells=[("-0044-03-15", "0014-08-19")])
    data = page_data(met)
    days = [day for spells in data["edges"]["spells"] for day in spells]
    assert {-439685, 140819, 19230901, 19370511} <= set(days)
    assert data["nodes"]["span"][data["nodes"]["id"].index("p0")] == [19230901, 19370511]
    held = data["nodes"]["offices"][data["nodes"]["id"].index("p0")]
    assert [one[2:6] for one in held] == [
        [19230901, 19230901, 19310701, 19310731],
        [19340710, 19340731, None, None],
    ]


def test_a_passage_that_many_ties_share_is_there_once(met: networkx.Graph) -> None:
    data = page_data(met)
    assert len(data["passages"]["text"]) == 2 and len(data["texts"]) == 2
    assert all(len(passages) == 2 for passages in data["edges"]["passages"])
