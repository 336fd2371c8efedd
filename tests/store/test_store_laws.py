"""Whatever is put into the store comes out of it equal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.store import Store
from kartoteka.types import (
    Block,
    BlockKind,
    Decision,
    Document,
    Label,
    Mention,
    Modality,
    Reading,
    Referent,
    Ruling,
    Side,
    Tenure,
    TimeSpan,
)

texts = st.text(max_size=12)
spans = st.builds(
    TimeSpan, texts, texts, st.none() | texts, st.none() | texts, *(texts for _ in range(4))
)  # fmt: skip
maybe_span = st.none() | spans
sides = st.builds(Side, texts, texts, st.lists(st.tuples(texts, texts), max_size=2).map(tuple))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A document of random text, cut into blocks, with mentions, referents and tenures upon it."""
    text = draw(st.text(min_size=1, max_size=60))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pieces = list(pairwise(places))
    kinds = st.sampled_from(BlockKind)
    blocks = [Block(draw(kinds), (piece,), draw(texts), draw(texts)) for piece in pieces]
    blocks.append(Block(draw(kinds), tuple(pieces[::2]), draw(texts)))
    document = Document(
        "a", draw(texts), "uk", text, tuple(blocks), draw(texts), draw(st.dictionaries(texts, texts))
    )
    mentions = {}
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        numbers = (draw(st.integers(0, len(blocks) - 1)), draw(st.integers(0, 9)))
        label = draw(st.sampled_from(Label))
        mention = Mention(
            "a", start, end, text[start:end], label, draw(texts), draw(texts), *numbers, draw(maybe_span)
        )
        mentions[mention.id] = mention
    ids = st.lists(st.sampled_from(sorted(mentions)), max_size=3).map(tuple) if mentions else st.just(())
    names = st.lists(texts, max_size=3).map(tuple)
    referents = [
        Referent(f"r{n}", "a", draw(st.sampled_from(Label)), draw(texts), draw(names), draw(ids), draw(texts))
        for n in range(draw(st.integers(0, 3)))
    ]
    some = st.sampled_from(["", *(referent.id for referent in referents)])
    tenure = st.builds(
        Tenure, st.just("a"), some, texts, some, some, some, maybe_span, maybe_span, some, some, st.booleans(),
        st.sampled_from(Modality), kinds, st.tuples(st.integers(0, 9), st.integers(0, 9)), ids,
    )  # fmt: skip
    tenures = draw(st.lists(tenure, max_size=2))
    return Reading(document, tuple(mentions.values()), tuple(referents), tuple(tenures))


@settings(max_examples=80, deadline=None)
@given(readings(), readings())
def test_a_reading_comes_back_equal_also_in_place_of_another(former: Reading, reading: Reading) -> None:
    with Store() as store:
        store.put(former, "former")
        store.put(reading, "print")
        assert store.document("a") == reading.document
        assert tuple(store.mentions()) == reading.mentions
        assert tuple(store.referents()) == reading.referents
        assert tuple(store.tenures()) == reading.tenures


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            Decision, st.sampled_from(Ruling), st.sampled_from(Label), st.lists(sides, max_size=2).map(tuple),
            texts, texts, texts, st.text(min_size=1, max_size=9), st.just(0), texts,
        ),
        max_size=4,
    )
)  # fmt: skip
def test_decisions_come_back_equal_and_in_order(made: list[Decision]) -> None:
    with Store() as store:
        numbers = store.decide(*made)
        assert [decision.number for decision in store.decisions()] == numbers == sorted(numbers)
        assert [replace(decision, number=0) for decision in store.decisions()] == made


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_no_query_is_refused(query: str) -> None:
    with Store() as store:
        text = "Balyts'kyi AND Kosior OR Косіор"
        store.put(Reading(Document("a", "", "en", text, (Block(BlockKind.PROSE, ((0, len(text)),)),))), "print")
        assert all(passage.text == text for passage in store.search(query))
