"""Who met whom: counted as anyone would count by hand, and quoted so that it can be checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.store import Store
from kartoteka.types import BODY, BlockKind, Label, Reading, TimeSpan, Window

PEOPLE = ("Balytsky", "Kosior", "Redens", "Stalin", "Postyshev")
YEARS = ("1931", "1933", "1937")
#: Each block's kind and its sentences; a sentence is a list of people, "GPU" (an organization) and years.
Blocks = list[tuple[BlockKind, list[list[str]]]]
Fill = Callable[[dict[str, Blocks]], Store]


def year_span(year: str) -> TimeSpan:
    return TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31")


def label_of(word: str) -> Label:
    return Label.DATE if word.isdigit() else Label.ORG if word == "GPU" else Label.PERSON


@pytest.fixture(scope="module")
def fill(make_reading: Callable[..., Reading], make_project: Callable[..., Store]) -> Fill:
    """Makes a project of these documents in which equal words are one card."""
    names = {word: (label_of(word), word) for word in (*PEOPLE, "GPU")}
    dates = {year: year_span(year) for year in YEARS}

    def make(documents: dict[str, Blocks]) -> Store:
        readings = []
        for identity, blocks in documents.items():
            written = [(kind, [" ".join([*words, "End here."]) for words in lines]) for kind, lines in blocks]
            readings.append(make_reading(identity, written, names, dates=dates))
        return make_project(*readings)

    return make


def flat(sentences: list[list[str]]) -> list[str]:
    return [word for sentence in sentences for word in sentence]


def recount(
    documents: dict[str, Blocks], window: str, labels: set[Label]
) -> dict[tuple[str, str], tuple[object, ...]]:
    """Weight, documents and dates of every pair, with sets and loops alone."""
    seen = defaultdict(list)
    for identity, blocks in sorted(documents.items()):
        body = [(place, sentences) for place, (kind, sentences) in enumerate(blocks) if kind in BODY]
        everything = [word for _, sentences in body for sentence in sentences for word in sentence]
        if window == Window.DOCUMENT:
            windows = [(everything, everything)]
        elif window == Window.PARAGRAPH:
            windows = [(flat(sentences), flat(sentences)) for _, sentences in body]
        else:
            windows = [(sentence, flat(sentences)) for _, sentences in body for sentence in sentences]
        for words, around in windows:
            years = [word for word in words if word.isdigit()] or [word for word in around if word.isdigit()]
            for pair in combinations(sorted({word for word in words if label_of(word) in labels}), 2):
                seen[pair].append((identity, years))
    return {
        pair: (
            len(windows),
            tuple(sorted({identity for identity, _ in windows})),
            min((f"{year}-01-01" for _, years in windows for year in years), default=None),
            max((f"{year}-12-31" for _, years in windows for year in years), default=None),
        )
        for pair, windows in seen.items()
    }


words = st.sampled_from([*PEOPLE, "GPU", *YEARS])
a_block = st.tuples(
    st.sampled_from([BlockKind.PROSE, BlockKind.HEADING, BlockKind.NOTE]),
    st.lists(st.lists(words, max_size=5), max_size=3),
)
projects = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(a_block, max_size=3), max_size=3)


@settings(max_examples=60, deadline=None)
@given(
    projects,
    st.sampled_from(Window),
    st.sampled_from([{Label.PERSON}, {Label.PERSON, Label.ORG, Label.DATE}]),
)
def test_pairs_equal_a_naive_recount(
    fill: Fill, documents: dict[str, Blocks], window: str, labels: set[Label]
) -> None:
    store = fill(documents)
    found = list(store.cooccurrences(window, frozenset(labels)))
    counted = {(one.source, one.target): (one.weight, one.documents, one.earliest, one.latest) for one in found}
    assert counted == recount(documents, window, labels - {Label.DATE})
    assert [(one.source, one.target) for one in found] == sorted(counted)
    for one in found:
        passage = one.passage
        assert store.document(passage.document).text[passage.start : passage.end] == passage.text
        assert one.source in passage.text
        assert one.target in passage.text


def test_those_cited_in_notes_are_no_actors_unless_asked_for(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.NOTE, [["Stalin", "Kosior"]])]})
    assert list(store.cooccurrences()) == []
    assert len(list(store.cooccurrences(kinds=frozenset({BlockKind.NOTE})))) == 1


def test_one_who_is_named_twice_meets_the_other_once_and_himself_never(fill: Fill) -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin", "Kosior", "Stalin"]])]})
    (found,) = store.cooccurrences()
    assert (found.source, found.target, found.weight) == ("Kosior", "Stalin", 1)


@pytest.mark.parametrize(
    ("since", "until", "weight"),
    [
        ("1931", None, 2),
        (None, "1931", 1),
        ("1932", "1933-01", 1),
        ("1933-12-31", "1950", 1),
        ("1934", None, 0),
        (None, "1930-12-31", 0),
    ],
)
def test_a_time_keeps_the_windows_whose_dates_reach_into_it(
    fill: Fill, since: str | None, until: str | None, weight: int
) -> None:
    pair = ["Stalin", "Kosior"]
    store = fill({"a": [(BlockKind.PROSE, [[*pair, "1931"], [*pair, "1933"]]), (BlockKind.PROSE, [pair])]})
    assert sum(one.weight for one in store.cooccurrences(since=since, until=until)) == weight


def test_an_open_date_reaches_any_later_day(
    make_reading: Callable[..., Reading], make_project: Callable[..., Store]
) -> None:
    since = TimeSpan("1931", "1931/..", "1931-01-01", None)
    names = {name: (Label.PERSON, name) for name in ("Stalin", "Kosior")}
    blocks = [(BlockKind.PROSE, ["Stalin had known Kosior since 1931."])]
    store = make_project(make_reading("a", blocks, names, dates={"1931": since}))
    (found,) = store.cooccurrences(since="1950")
    assert (found.earliest, found.latest) == ("1931-01-01", "1931-01-01")
    assert list(store.cooccurrences(until="1930")) == []


def test_unknown_windows_and_malformed_days_are_named_at_once() -> None:
    store = Store()
    with pytest.raises(ValueError, match=r"'chapter': choose one of sentence, paragraph, document"):
        store.cooccurrences("chapter")
    with pytest.raises(ValueError, match="'spring 1933'"):
        store.cooccurrences(since="spring 1933")
