"""Networks of two kinds of nodes, and of one kind through what they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import combinations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import build_graph
from kartoteka.store import Store
from kartoteka.types import BlockKind, Label, Reading, TimeSpan

PEOPLE, ORGS = ("Balytsky", "Redens", "Kosior", "Yagoda"), ("GPU", "NKVD", "VTsIK")
NAMES = {
    **{name: (Label.PERSON, name.lower()) for name in PEOPLE},
    **{name: (Label.ORG, name.lower()) for name in ORGS},
}
DATES = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in ("1931", "1932", "1933")}
Documents = dict[str, list[list[str]]]
Fill = Callable[[Documents], Store]


@pytest.fixture(scope="module")
def fill(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Fill:
    """Makes a project of documents of one paragraph each: lists of sentences, which are lists of names."""

    def make(documents: Documents) -> Store:
        blocks = {
            name: [(BlockKind.PROSE, [" ".join([*words, "came."]) for words in sentences])]
            for name, sentences in documents.items()
        }
        return make_project(*(make_reading(name, told, NAMES, dates=DATES) for name, told in blocks.items()))

    return make


sentences = st.lists(st.lists(st.sampled_from([*PEOPLE, *ORGS]), max_size=5), min_size=1, max_size=4)
projects = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt"]), sentences, min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(projects)
def test_persons_and_documents_equal_a_naive_recount(fill: Fill, documents: Documents) -> None:
    counts = Counter(
        (name, word.lower())
        for name, told in documents.items()
        for words in told
        for word in words
        if word in PEOPLE
    )
    graph = build_graph(fill(documents), two_mode="PERSON-DOCUMENT")
    assert {(document, card): tie["count"] for card, document, tie in graph.edges(data=True)} == counts
    mentions = sum(counts.values())
    for (document, person), count in counts.items():
        tie = graph.edges[document, person]
        either = sum(n for pair, n in counts.items() if document in pair or person in pair)
        assert tie["jaccard"] == pytest.approx(count / either, abs=1e-8)
        assert tie["documents"] == [document]
        assert all(person in passage.text.lower() for passage in tie["passages"])
    assert graph.graph["windows"] == mentions


@settings(max_examples=60, deadline=None)
@given(projects, st.sampled_from(["PERSON", "ORG"]), st.integers(1, 2))
def test_a_projection_equals_a_naive_recount(fill: Fill, documents: Documents, kept: str, least: int) -> None:
    stays, shared = (PEOPLE, ORGS) if kept == "PERSON" else (ORGS, PEOPLE)
    tied: dict[str, set[str]] = defaultdict(set)
    for words in (words for told in documents.values() for words in told):
        for thing in set(words) & set(shared):
            tied[thing] |= {word.lower() for word in words if word in stays}
    expected = {
        pair: {thing for thing in tied if set(pair) <= tied[thing]}
        for pair in combinations(sorted(name.lower() for name in stays), 2)
    }
    store = fill(documents)
    graph = build_graph(store, two_mode="PERSON-ORG", projection=kept, min_weight=least)
    found = {(one, other): tie for one, other, tie in graph.edges(data=True)}
    assert found.keys() == {pair for pair, things in expected.items() if len(things) >= least}
    for pair, tie in found.items():
        things = expected[pair]
        assert (tie["weight"], tie["count"], set(tie["shared"])) == (len(things), len(things), things)
        assert tie["newman"] == pytest.approx(sum(1 / (len(tied[thing]) - 1) for thing in things))
        proof = " ".join(passage.text for passage in tie["passages"]).lower()
        assert all(name in proof for name in (*pair, tie["shared"][0].lower()))
        assert tie["jaccard"] == pytest.approx(
            len(things) / sum(bool(set(pair) & own) for own in tied.values()), abs=1e-8
        )


def test_a_two_mode_network_ties_two_kinds_alone(fill: Fill) -> None:
    graph = build_graph(fill({"a.txt": [["Balytsky", "Redens", "GPU", "NKVD"]]}), two_mode="ORG-PERSON")
    assert {frozenset(edge) for edge in graph.edges} == {
        frozenset((org, person)) for org in ("gpu", "nkvd") for person in ("balytsky", "redens")
    }
    assert (graph.graph["two_mode"], graph.graph["labels"]) == ("ORG-PERSON", ["ORG", "PERSON"])


def test_a_document_is_a_node_with_its_title_and_its_mentions(fill: Fill) -> None:
    graph = build_graph(fill({"a.txt": [["1931", "Balytsky", "Redens", "Balytsky"]]}), two_mode="PERSON-DOCUMENT")
    node = graph.nodes["a.txt"]
    assert (node["label"], node["kind"], node["mentions"], node["documents"]) == ("a.txt", "DOCUMENT", 3, 1)
    assert (node["year_first"], node["spells"]) == (1931, [("1931-01-01", "1931-12-31")])


def test_what_few_share_is_named_first(fill: Fill) -> None:
    store = fill({"a.txt": [[*PEOPLE, "GPU"], ["Balytsky", "Redens", "VTsIK"]]})
    tie = build_graph(store, two_mode="PERSON-ORG", projection="PERSON").edges["balytsky", "redens"]
    assert tie["shared"] == ["VTsIK", "GPU"]
    assert tie["passages"][0].text == "Balytsky Redens VTsIK came."


def test_a_projection_of_a_time_shares_what_was_tied_then(fill: Fill) -> None:
    store = fill({"a.txt": [["1931", "Balytsky", "Redens", "GPU"]], "b.txt": [["Balytsky", "Kosior", "NKVD"]]})
    graph = build_graph(store, two_mode="PERSON-ORG", projection="PERSON", since="1930", until="1932")
    assert list(graph.edges) == [("balytsky", "redens")]


def project(store: Store, **asked: object) -> networkx.Graph:
    return build_graph(store, two_mode="PERSON-ORG", projection="PERSON", **asked)  # type: ignore[arg-type]


def test_two_are_tied_on_the_days_on_which_both_are_tied_to_what_they_share(fill: Fill) -> None:
    store = fill(
        {
            "a.txt": [["1931", "Balytsky", "GPU"], ["1932", "Balytsky", "GPU"], ["1933", "Kosior", "GPU"]],
            "b.txt": [["1932", "Redens", "GPU"], ["1933", "Redens", "GPU"], ["1931", "Redens", "NKVD"]],
        }
    )
    ties = project(store).edges
    assert ties["balytsky", "redens"]["spells"] == [("1932-01-01", "1932-12-31")]
    assert (ties["balytsky", "redens"]["dated_by"], ties["balytsky", "redens"]["undated"]) == ("sentence", 0)
    assert (ties["balytsky", "kosior"]["spells"], ties["balytsky", "kosior"]["undated"]) == ([], 1)
    assert "dated_by" not in ties["balytsky", "kosior"]


@pytest.mark.parametrize("year", ["1931", "1932", "1933"])
def test_a_projection_of_a_time_has_the_ties_that_live_in_it(fill: Fill, year: str) -> None:
    store = fill(
        {
            "a.txt": [["1931", "Balytsky", "GPU"], ["1932", "Redens", "GPU"], ["1932", "Balytsky", "GPU"]],
            "b.txt": [["1933", "Redens", "NKVD"], ["1933", "Kosior", "NKVD"], ["1933", "Yagoda", "GPU"]],
        }
    )
    days = (f"{year}-01-01", f"{year}-12-31")
    living = {frozenset(ends) for *ends, tie in project(store).edges(data=True) if days in tie["spells"]}
    assert {frozenset(ends) for ends in project(store, since=year, until=year).edges} == living


def test_each_end_of_a_projected_tie_has_a_passage_beside_the_others(fill: Fill) -> None:
    store = fill(
        {"a.txt": [["Balytsky", "GPU"], ["Redens", "GPU"], ["Balytsky", "NKVD", "Redens"], ["Kosior", "NKVD"]]}
    )
    tie = project(store).edges["balytsky", "redens"]
    assert tie["shared"] == ["GPU", "NKVD"]
    assert [p.text for p in tie["passages"]] == [
        "Balytsky GPU came.",
        "Redens GPU came.",
        "Balytsky NKVD Redens came.",
    ]
