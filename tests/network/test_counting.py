"""Who met whom: counted as anyone would count by hand, dated by the passage, and quoted so that it can be checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import erfc, log, sqrt

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.network import build_graph
from kartoteka.network.counting.meetings import field_of
from kartoteka.network.counting.tallies import Tally, tally
from kartoteka.store import Store
from kartoteka.types import BODY, BlockKind, Label, Reading, TimeSpan, read_window

PEOPLE = ("Balytsky", "Kosior", "Redens", "Stalin", "Postyshev")
ORGS = ("GPU", "OGPU")
YEARS = ("1931", "1933", "1937")
WINDOWS = (
    *("sentence", "sentences:0", "sentences:1", "sentences:2", "tokens:0", "tokens:1", "tokens:4"),
    *("paragraph", "document"),
)
#: Each block's kind and its sentences; a sentence is a list of people, organizations and years.
Blocks = list[tuple[BlockKind, list[list[str]]]]
Fill = Callable[[dict[str, Blocks]], Store]
Pair = tuple[str, str]
#: A year, and whether the sentence itself has it.
Dated = tuple[str, bool]


def label_of(word: str) -> Label:
    return Label.DATE if word.isdigit() else Label.ORG if word in ORGS else Label.PERSON


@pytest.fixture(scope="module")
def fill(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Fill:
    """Makes a project of these documents in which equal words are one card."""
    names = {word: (label_of(word), word) for word in (*PEOPLE, *ORGS)}
    dates = {year: TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") for year in YEARS}

    def make(documents: dict[str, Blocks]) -> Store:
        readings = []
        for identity, blocks in documents.items():
            written = [(kind, [" ".join([*words, "End here."]) for words in lines]) for kind, lines in blocks]
            readings.append(make_reading(identity, written, names, dates=dates))
        return make_project(*readings)

    return make


@dataclass
class Window:
    """A window counted by hand: whether anything was read where it opens, who opens it, who is named in it, the dates
    of all its sentences, and those on which each two meet there."""

    document: str
    read: bool
    opened_by: set[str]
    named: set[str]
    dates: set[Dated]
    met: Callable[[str, str], set[Dated]]


def years_of(words: list[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def dates_of(words: list[str], paragraph: list[list[str]]) -> set[Dated]:
    own = {(year, True) for year in years_of(words)}
    return own or {(year, False) for year in years_of(flat(paragraph))}


def all_dates(sentences: list[list[str]], paragraph: list[list[str]]) -> set[Dated]:
    return set().union(*(dates_of(sentence, paragraph) for sentence in sentences if sentence))


def flat(sentences: list[list[str]]) -> list[str]:
    return [word for sentence in sentences for word in sentence]


def in_sentences(sentences: list[list[str]], one: str, other: str) -> set[Dated] | None:
    """The dates of the sentences of a paragraph that name both, each else the paragraph's; None if none does."""
    both = [sentence for sentence in sentences if {one, other} <= set(sentence)]
    return all_dates(both, sentences) if both else None


def windows_of(documents: dict[str, Blocks], window: str, labels: set[Label]) -> Iterator[Window]:
    kind, _, number = window.partition(":")
    for identity, blocks in sorted(documents.items()):
        body = [sentences for block, sentences in blocks if block in BODY]
        if kind == "document":
            everybody = {word for sentences in body for word in flat(sentences) if label_of(word) in labels}
            dates = set().union(*(all_dates(sentences, sentences) for sentences in body))
            met = partial(in_document, body)
            yield Window(identity, any(map(flat, body)), everybody, everybody, dates, met)
        for sentences in body:
            if kind == "paragraph":
                named = {word for word in flat(sentences) if label_of(word) in labels}
                dates, met = all_dates(sentences, sentences), partial(in_paragraph, sentences)
                yield Window(identity, bool(flat(sentences)), named, named, dates, met)
            elif kind in ("sentence", "sentences"):
                yield from of_sentences(identity, sentences, int(number or 0), labels)
            elif kind == "tokens":
                yield from of_words(identity, sentences, int(number), labels)


def in_paragraph(sentences: list[list[str]], one: str, other: str) -> set[Dated]:
    near = in_sentences(sentences, one, other)
    return dates_of([], sentences) if near is None else near


def in_document(body: list[list[list[str]]], one: str, other: str) -> set[Dated]:
    near = [found for sentences in body if (found := in_sentences(sentences, one, other)) is not None]
    if not near:
        near = [dates_of([], s) for s in body if {one, other} <= set(flat(s))]
    return set().union(*near)


def nearest(sentences: list[list[str]], held: list[tuple[int, str]], one: str, other: str) -> set[Dated]:
    """The dates of the first sentences of a window that name the two."""
    first = [next(n for n, word in held if word == who) for who in (one, other)]
    return dates_of([*sentences[first[0]], *sentences[first[1]]], sentences)


def of_sentences(identity: str, sentences: list[list[str]], reach: int, labels: set[Label]) -> Iterator[Window]:
    for place, sentence in enumerate(sentences):
        own = sentences[place : place + reach + 1]
        held = [(place + n, word) for n, words in enumerate(own) for word in words]
        opened = {word for word in sentence if label_of(word) in labels}
        named = {word for _, word in held if label_of(word) in labels}
        dates, met = all_dates(own, sentences), partial(nearest, sentences, held)
        yield Window(identity, bool(sentence), opened, named, dates, met)


def of_words(identity: str, sentences: list[list[str]], reach: int, labels: set[Label]) -> Iterator[Window]:
    words = [(n, word) for n, sentence in enumerate(sentences) for word in [*sentence, "End", "here"]]
    for place, (_, word) in enumerate(words):
        if word in (*PEOPLE, *ORGS) and label_of(word) in labels:
            held = words[place : place + reach + 2]
            known = {w for _, w in held if w in (*PEOPLE, *ORGS) and label_of(w) in labels}
            first = {next(n for n, w in held if w == who) for who in known}
            dates = all_dates([sentences[n] for n in first], sentences)
            yield Window(identity, True, {word}, known, dates, partial(nearest, sentences, held))


def recount(windows: list[Window], across: bool, time: set[str] | None) -> dict[Pair, dict[str, object]]:
    """What the network tells of each pair, counted with sets and loops alone; of a time what is dated to it."""
    met: dict[Pair, list[tuple[str, set[Dated]]]] = defaultdict(list)
    for window in windows:
        for one, other in combinations(sorted(window.named), 2):
            if {one, other} & window.opened_by and (not across or label_of(one) != label_of(other)):
                dates = {date for date in window.met(one, other) if time is None or date[0] in time}
                if dates or time is None:
                    met[one, other].append((window.document, dates))
    return {pair: recounted(windows, pair, found) for pair, found in met.items()}


def recounted(windows: list[Window], pair: Pair, met: list[tuple[str, set[Dated]]]) -> dict[str, object]:
    dates = set().union(*(found for _, found in met))
    years = sorted({year for year, _ in dates})
    told: dict[str, object] = {
        "count": len(met),
        "documents": sorted({document for document, _ in met}),
        "undated": sum(not found for _, found in met),
        "spells": [(f"{year}-01-01", f"{year}-12-31") for year in years],
    }
    if years:
        by = "sentence" if any(own for _, own in dates) else "paragraph"
        told |= {"first": f"{years[0]}-01-01", "last": f"{years[-1]}-12-31", "dated_by": by}
    cells = [sum(set(group) <= window.named for window in windows) for group in (pair, pair[:1], pair[1:])]
    return told | figures(*cells, len(windows))


def figures(both: int, one: int, other: int, windows: int) -> dict[str, float]:
    """The figures of four cells, as the textbooks write them."""
    chance = one * other / windows
    table = [
        (both, chance),
        (one - both, one - chance),
        (other - both, other - chance),
        (windows - one - other + both, windows - one - other + chance),
    ]
    surprise = 2 * sum(cell * log(cell / expected) for cell, expected in table if cell)
    above = both / chance > 1 + 1e-12
    below = both / chance < 1 - 1e-12
    return {
        "npmi": 1.0 if both == windows else log(both / chance) / -log(both / windows),
        "log_likelihood": surprise if above else -surprise if below else 0.0,
        "p_value": erfc(sqrt(max(surprise, 0) / 2)) if above else 1.0,
        "jaccard": both / (one + other - both),
    }


words = st.sampled_from([*PEOPLE[:3], *ORGS, *YEARS])
a_block = st.tuples(
    st.sampled_from([BlockKind.PROSE, BlockKind.HEADING, BlockKind.NOTE]),
    st.lists(st.lists(words, max_size=5), max_size=3),
)
projects = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(a_block, max_size=3), max_size=3)


def told_of(graph: nx.Graph) -> dict[Pair, dict[str, object]]:
    names = ("count", "documents", "undated", "spells", "first", "last", "dated_by")
    figures = ("npmi", "log_likelihood", "p_value", "jaccard")
    return {
        (one, other): {name: tie[name] for name in names if name in tie}
        | {name: pytest.approx(tie[name], abs=1e-6) for name in figures}
        for one, other, tie in graph.edges(data=True)
    }


@pytest.mark.parametrize("window", WINDOWS)
@settings(max_examples=50, deadline=None)
@given(
    documents=projects,
    nodes=st.sampled_from(["PERSON", "PERSON,ORG", "PERSON-ORG"]),
    time=st.sampled_from([None, ("1931", "1931"), ("1932", "1937"), ("1938", "1940")]),
)
def test_every_window_equals_a_naive_recount(
    fill: Fill, documents: dict[str, Blocks], window: str, nodes: str, time: tuple[str, str] | None
) -> None:
    across = "-" in nodes
    since, until = time or (None, None)
    asked = {"two_mode" if across else "labels": nodes}
    store = fill(documents)
    graph = build_graph(store, window=window, since=since, until=until, **asked)  # type: ignore[arg-type]
    labels = {Label(label) for label in nodes.replace("-", ",").split(",")}
    windows = [one for one in windows_of(documents, window, labels) if one.read]
    years = {year for year in YEARS if time[0] <= year <= time[1]} if time else None
    if years is not None:
        windows = [one for one in windows if {year for year, _ in one.dates} & years]
    assert graph.graph["windows"] == len(windows)
    assert told_of(graph) == recount(windows, across, years)
    for one, other, tie in graph.edges(data=True):
        assert tie["weight"] == tie["count"]
        first, *further = tie["passages"]
        quoted = first.text if window != "document" else " ".join(passage.text for passage in tie["passages"])
        assert one in quoted and other in quoted
        assert window == "document" or all(one in p.text and other in p.text for p in further)
        for passage in tie["passages"]:
            assert store.document(passage.document).text[passage.start : passage.end] == passage.text


@settings(max_examples=40, deadline=None)
@given(projects, st.sampled_from(WINDOWS), st.integers(1, 9))
def test_counting_in_small_portions_changes_nothing(
    fill: Fill, documents: dict[str, Blocks], window: str, limit: int
) -> None:
    if window.startswith("tokens"):
        window = "sentences:5"
    found = fill(documents).appearances({Label.PERSON, Label.ORG})
    whole, portions = (tally(field_of(found, read_window(window), limit=n))[0] for n in (10**6, limit))
    assert all(
        np.array_equal(getattr(whole, name), getattr(portions, name)) for name in Tally.__dataclass_fields__
    )


def test_sentences_without_any_that_follow_are_single_sentences(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin", "Kosior"], ["Stalin"], ["Kosior", "Redens"]])]})
    one, other = (build_graph(store, window=window) for window in ("sentence", "sentences:0"))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_two_in_neighbouring_sentences_meet_once_though_two_windows_hold_them(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Redens"], ["Stalin"], ["Kosior"]])]})
    graph = build_graph(store, window="sentences:2")
    assert graph.edges["Kosior", "Stalin"]["count"] == 1
    assert graph.graph["windows"] == 3


def test_neighbouring_sentences_do_not_reach_into_the_next_paragraph(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin"]]), (BlockKind.PROSE, [["Kosior"]])]})
    assert not build_graph(store, window="sentences:3").edges
    assert not build_graph(store, window="tokens:50").edges
    assert build_graph(store, window="document").edges["Kosior", "Stalin"]["count"] == 1


def test_words_between_are_those_a_reader_reads(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    names = {name: (Label.PERSON, name) for name in ("Балицький", "Постишев")}
    sentence = "Балицький — об'єднаний «з ним» Постишев."
    store = make_project(make_reading("a", [(BlockKind.PROSE, [sentence])], names, lang="uk"))
    assert build_graph(store, window="tokens:3").edges
    assert not build_graph(store, window="tokens:2").edges


def test_a_name_within_a_name_is_named_too(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    names = {
        "GPU of Ukraine": (Label.ORG, "gpu"),
        "Ukraine": (Label.PLACE, "ukraine"),
        "Redens": (Label.PERSON, "r"),
    }
    blocks = [(BlockKind.PROSE, ["The GPU of Ukraine was headed by Redens."])]
    store = make_project(make_reading("a", blocks, names))
    labels = (Label.PERSON, Label.ORG, Label.PLACE)
    assert build_graph(store, labels=labels).number_of_edges() == 3
    graph = build_graph(store, labels=labels, window="tokens:3")
    assert {frozenset(edge) for edge in graph.edges} == {
        frozenset(("gpu", "ukraine")),
        frozenset(("gpu", "r")),
        frozenset(("ukraine", "r")),
    }


def test_those_cited_in_notes_are_no_actors_unless_asked_for(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.NOTE, [["Stalin", "Kosior"]])]})
    assert not build_graph(store).edges
    graph = build_graph(store, kinds={BlockKind.NOTE})
    assert (graph.number_of_edges(), graph.graph["blocks"]) == (1, ["note"])


def test_one_who_is_named_twice_meets_the_other_once_and_himself_never(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin", "Kosior", "Stalin"]])]})
    assert [(*edge[:2], edge[2]["count"]) for edge in build_graph(store).edges(data=True)] == [
        ("Kosior", "Stalin", 1)
    ]


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [
        ("1931", None, 2),
        (None, "1931", 1),
        ("1932", "1933-01", 1),
        ("1933-12-31", "1950", 1),
        ("1934", None, 0),
        (None, "1930-12-31", 0),
        (None, None, 3),
    ],
)
def test_a_time_keeps_the_sentences_whose_dates_reach_into_it(
    fill: Fill, since: str | None, until: str | None, count: int
) -> None:
    pair = ["Stalin", "Kosior"]
    store = fill({"a": [(BlockKind.PROSE, [[*pair, "1931"], [*pair, "1933"]]), (BlockKind.PROSE, [pair])]})
    graph = build_graph(store, since=since, until=until)
    assert sum(tie["count"] for *_, tie in graph.edges(data=True)) == count


def test_chance_is_measured_in_all_sentences_in_which_anything_was_read(fill: Fill) -> None:
    pair = ["Stalin", "Kosior"]
    store = fill({"a": [(BlockKind.PROSE, [pair, pair, ["GPU"], ["1931"], [], ["Redens", "1933"]])]})
    graph = build_graph(store)
    assert graph.graph["windows"] == 5
    assert graph.edges["Kosior", "Stalin"]["npmi"] == 1
    assert build_graph(store, since="1933", until="1933").graph["windows"] == 4
    assert build_graph(store, since="1931", until="1931").graph["windows"] == 4


def test_a_date_in_a_note_dates_nothing_in_the_body(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin", "Kosior"]]), (BlockKind.NOTE, [["1937", "Redens"]])]})
    graph = build_graph(store, kinds=set(BlockKind), window="document")
    assert graph.edges["Kosior", "Stalin"]["spells"] == []
    assert (graph.nodes["Redens"]["first"], "first" in graph.nodes["Stalin"]) == ("1937-01-01", False)
