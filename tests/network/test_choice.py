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
        ({"two_mode": ("PERSON", "org")}, {"two_mode": "PERSON-ORG"}),
        ({"two_mode": [Label.PERSON, "DOCUMENT"]}, {"two_mode": "PERSON-DOCUMENT"}),
        ({"since": 1932, "until": 1988}, {"since": "1932", "until": "1988"}),
        ({"since": 988}, {"since": "0988"}),
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
        ({"since": 1932.5}, "since is 1932.5, of type float: give a year (1932) or text such as '1932-11'"),
        ({"until": True}, "until is True, of type bool"),
        ({"since": -5}, "'-005' is no year, month or day"),
        ({"two_mode": 7}, "two_mode is 7, of type int: give text or a list of texts"),
        ({"two_mode": ("PERSON", "ORG", "PLACE")}, "give two kinds, as PERSON-ORG or as a pair"),
        ({"window": 3}, "window is 3, of type int: give text"),
        ({"labels": [1932]}, "labels is 1932, of type int"),
        ({"kinds": 5}, "kinds is 5, of type int"),
        ({"measures": {"degree": 1}}, "measures is {'degree': 1}, of type dict"),
        ({"min_weight": "2"}, "min_weight is '2', of type str: give a whole number"),
        ({"quotations": None}, "quotations is None, of type NoneType"),
        ({"weight": 2, "projection": None}, "weight is 2, of type int"),
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
