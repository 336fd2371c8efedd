"""Who met whom: counted as anyone would count by hand, and quoted so that it can be checked."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.store import Store
from kartoteka.types import (
    BODY,
    Block,
    BlockKind,
    Document,
    Entity,
    Label,
    Mention,
    Reading,
    Referent,
    TimeSpan,
)

PEOPLE = ("Balytsky", "Kosior", "Redens", "Stalin", "Postyshev")
#: Each block's kind and its sentences; a sentence is a list of people, "GPU" (an organization) and years.
Blocks = list[tuple[BlockKind, list[list[str]]]]


def year_span(year: str) -> TimeSpan:
    return TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31")


def label_of(word: str) -> Label:
    return Label.DATE if word.isdigit() else Label.ORG if word == "GPU" else Label.PERSON


def make_reading(identity: str, blocks: Blocks) -> Reading:
    """A document of such blocks, every word of it a mention."""
    text, made, mentions, number = "", [], [], 0
    for place, (kind, sentences) in enumerate(blocks):
        start = len(text)
        for sentence in sentences:
            for word in sentence:
                value = year_span(word) if word.isdigit() else None
                end = len(text) + len(word)
                mentions.append(
                    Mention(identity, len(text), end, word, label_of(word), word, "by hand", place, number, value)
                )
                text += word + " "
            text += "End here. "
            number += 1
        made.append(Block(kind, ((start, len(text)),)))
    referents = []
    for word in sorted({mention.text for mention in mentions if mention.label is not Label.DATE}):
        ids = tuple(mention.id for mention in mentions if mention.text == word)
        referents.append(Referent(f"{identity}/{word}", identity, label_of(word), word, (word,), ids))
    return Reading(Document(identity, "", "en", text, tuple(made)), tuple(mentions), tuple(referents))


def fill(documents: dict[str, Blocks]) -> Store:
    """A project of these documents in which equal words are one card."""
    store = Store()
    for identity, blocks in documents.items():
        store.put(make_reading(identity, blocks), "print")
    groups: dict[tuple[Label, str], list[str]] = defaultdict(list)
    for referent in store.referents():
        groups[referent.label, referent.name].append(referent.id)
    store.set_entities(
        Entity(f"e-{name}", label, name, (name,), tuple(ids)) for (label, name), ids in sorted(groups.items())
    )
    return store


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
        if window == "document":
            windows = [(everything, everything)]
        elif window == "paragraph":
            windows = [(flat(sentences), flat(sentences)) for _, sentences in body]
        else:
            windows = [(sentence, flat(sentences)) for _, sentences in body for sentence in sentences]
        for words, around in windows:
            years = [word for word in words if word.isdigit()] or [word for word in around if word.isdigit()]
            for pair in combinations(sorted({word for word in words if label_of(word) in labels}), 2):
                seen[f"e-{pair[0]}", f"e-{pair[1]}"].append((identity, years))
    return {
        pair: (
            len(windows),
            tuple(sorted({identity for identity, _ in windows})),
            min((f"{year}-01-01" for _, years in windows for year in years), default=None),
            max((f"{year}-12-31" for _, years in windows for year in years), default=None),
        )
        for pair, windows in seen.items()
    }


words = st.sampled_from([*PEOPLE, "GPU", "1931", "1933", "1937"])
a_block = st.tuples(
    st.sampled_from([BlockKind.PROSE, BlockKind.HEADING, BlockKind.NOTE]),
    st.lists(st.lists(words, max_size=5), max_size=3),
)
projects = st.dictionaries(st.sampled_from(["a", "b", "c"]), st.lists(a_block, max_size=3), max_size=3)


@settings(max_examples=60, deadline=None)
@given(
    projects,
    st.sampled_from(["sentence", "paragraph", "document"]),
    st.sampled_from([{Label.PERSON}, {Label.PERSON, Label.ORG, Label.DATE}]),
)
def test_pairs_equal_a_naive_recount(documents: dict[str, Blocks], window: str, labels: set[Label]) -> None:
    store = fill(documents)
    found = list(store.cooccurrences(window, frozenset(labels)))
    counted = {(one.source, one.target): (one.weight, one.documents, one.earliest, one.latest) for one in found}
    assert counted == recount(documents, window, labels - {Label.DATE})
    assert [(one.source, one.target) for one in found] == sorted(counted)
    for one in found:
        passage = one.passage
        assert store.document(passage.document).text[passage.start : passage.end] == passage.text
        assert one.source.removeprefix("e-") in passage.text
        assert one.target.removeprefix("e-") in passage.text


def test_those_cited_in_notes_are_no_actors_unless_asked_for() -> None:
    store = fill({"a": [(BlockKind.NOTE, [["Stalin", "Kosior"]])]})
    assert list(store.cooccurrences()) == []
    assert len(list(store.cooccurrences(kinds=frozenset({BlockKind.NOTE})))) == 1


def test_one_who_is_named_twice_meets_the_other_once_and_himself_never() -> None:
    store = fill({"a": [(BlockKind.PROSE, [["Stalin", "Kosior", "Stalin"]])]})
    (found,) = store.cooccurrences()
    assert (found.source, found.target, found.weight) == ("e-Kosior", "e-Stalin", 1)


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
    since: str | None, until: str | None, weight: int
) -> None:
    pair = ["Stalin", "Kosior"]
    store = fill({"a": [(BlockKind.PROSE, [[*pair, "1931"], [*pair, "1933"]]), (BlockKind.PROSE, [pair])]})
    assert sum(one.weight for one in store.cooccurrences(since=since, until=until)) == weight


def test_an_open_date_reaches_any_later_day() -> None:
    reading = make_reading("a", [(BlockKind.PROSE, [["Stalin", "Kosior", "1931"]])])
    since = TimeSpan("1931", "1931/..", "1931-01-01", None)
    mentions = [*reading.mentions[:2]]
    date = reading.mentions[2]
    mentions.append(
        Mention("a", date.start, date.end, date.text, Label.DATE, "1931", "by hand", 0, date.sentence, since)
    )
    store = Store()
    store.put(Reading(reading.document, tuple(mentions), reading.referents), "print")
    store.set_entities(Entity(r.id, r.label, r.name, r.names, (r.id,)) for r in reading.referents)
    (found,) = store.cooccurrences(since="1950")
    assert (found.earliest, found.latest) == ("1931-01-01", "1931-01-01")
    assert list(store.cooccurrences(until="1930")) == []


def test_unknown_windows_and_malformed_days_are_named_at_once() -> None:
    store = Store()
    with pytest.raises(ValueError, match=r"'chapter'; known are sentence, paragraph, document"):
        store.cooccurrences("chapter")
    with pytest.raises(ValueError, match="'spring 1933'"):
        store.cooccurrences(since="spring 1933")
