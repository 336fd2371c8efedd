"""What a network may be asked for, in whatever case and form, and what a network remembers of it."""

from __future__ import annotations

import re
from typing import Any

import networkx
import pytest

from kartoteka.network import measure
from kartoteka.network.choice import choose, keep, kept, told
from kartoteka.types import BODY, BlockKind, Label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"labels": "PERSON,ORG"}, {"labels": [Label.PERSON, Label.ORG]}),
        ({"labels": "person"}, {"labels": {Label.PERSON}}),
        ({"labels": " Person , org"}, {"labels": ["ORG", "PERSON"]}),
        ({"kinds": "body"}, {"kinds": BODY}),
        ({"kinds": "Body,note"}, {"kinds": {*BODY, BlockKind.NOTE}}),
        ({"two_mode": "person-org", "projection": "org"}, {"two_mode": "PERSON-ORG", "projection": "ORG"}),
        ({"weight": "Documents"}, {"weight": "documents"}),
        ({"window": "Sentences:2"}, {"window": "sentences:2"}),
        ({"measures": "Degree,core"}, {"measures": ["degree", "core"]}),
        ({}, {"labels": "PERSON", "kinds": "body", "since": None, "until": ""}),
    ],
)
def test_case_and_form_of_a_list_do_not_matter(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert choose(**one) == choose(**other)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"labels": "PERSON,GHOST"}, "no nodes 'GHOST': choose among PERSON, OFFICE, ORG, PLACE; a DATE is none"),
        ({"labels": ""}, "a network needs nodes: choose among PERSON"),
        (
            {"labels": [], "two_mode": "PERSON-ORG"},
            "no labels beside a two-mode network: its nodes are PERSON and ORG",
        ),
        ({"labels": "PERSON", "two_mode": "PERSON-DOCUMENT"}, "its nodes are PERSON and DOCUMENT"),
        ({"kinds": "footnotes"}, "no blocks 'footnotes': choose among body, prose"),
        ({"kinds": ()}, "a network needs text to read: choose among body, prose"),
        ({"since": "1935", "until": "1932"}, "no time from 1935 to 1932: it ends before it begins"),
        ({"since": "1930-02-30"}, "'1930-02-30' is no year, month or day"),
        ({"measures": "degree, fame"}, "no measure 'fame': choose among degree"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        choose(**asked)


def test_one_measure_needs_no_list() -> None:
    graph = networkx.Graph()
    graph.add_edge("Balytsky", "Redens", weight=3)
    measure(graph, "strength")
    assert dict(graph.nodes["Redens"]) == {"strength": 3}


def test_a_network_remembers_its_choice_and_does_not_tell_it_to_files() -> None:
    graph = networkx.Graph(window="sentence")
    keep(graph, choose(quotations=7))
    assert kept(graph.copy()).quotations == 7
    assert told(graph) == {"window": "sentence"}


def test_a_network_of_other_making_has_no_choice() -> None:
    with pytest.raises(ValueError, match="does not know what it was built from"):
        kept(networkx.les_miserables_graph())
