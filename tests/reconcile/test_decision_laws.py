"""Laws of decisions: kept apart stays apart, order does not matter, undoing restores, a list loses nothing."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.reconcile import reconcile, standings
from kartoteka.reconcile.deciding import draw_up, settle_in
from kartoteka.reconcile.decision_lists import write_csv, write_jsonl
from kartoteka.reconcile.desk import lay_out
from kartoteka.reconcile.importing import import_decisions
from kartoteka.reconcile.meaning import fold
from kartoteka.store import Store
from kartoteka.types import Block, BlockKind, Decision, Document, Label, Mention, Reading, Referent, Ruling, Side

NAMES = (
    "Stanislav Kosior",
    "Iosif Kosior",
    "S. Kosior",
    "Kosior",
    "Станіслав Косіор",
    "Ivan Petrenko",
    "Petrenko",
)
DOCUMENTS = ("a", "b", "c")
#: In which document who stands, under which names.
Contents = Sequence[tuple[str, tuple[str, ...]]]
#: A ruling, its strings, and a document or "".
Wish = tuple[Ruling, tuple[str, ...], str]
Case = tuple[Contents, list[Wish]]

contents = st.lists(
    st.tuples(
        st.sampled_from(DOCUMENTS),
        st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple),
    ),
    min_size=2,
    max_size=7,
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Contents, list[Wish]]:
    """What stands in the documents, and wishes about it: mostly of spellings that are there."""
    held = draw(contents)
    present = sorted({name for _, names in held for name in names})
    spelling = st.sampled_from(present)
    string = st.sampled_from([*present, *sorted({f"{name}@{where}" for where, names in held for name in names})])
    pairs = st.tuples(st.sampled_from([Ruling.SAME, Ruling.DIFFERENT]), st.tuples(string, string), st.just(""))
    single = st.sampled_from([Ruling.IGNORE, Ruling.UNKNOWN])
    alone = st.tuples(single, st.tuples(spelling), st.sampled_from(["", "", *DOCUMENTS]))
    return held, draw(st.lists(pairs | pairs | pairs | alone, max_size=6))


laws = settings(max_examples=40, deadline=None)


def a_project(given_contents: Contents) -> Store:
    """A reconciled project; within a document each name belongs to the first who has it."""
    store = Store()
    for identity in DOCUMENTS:
        store.put(a_reading(identity, [names for where, names in given_contents if where == identity]), "print")
    reconcile(store)
    return store


def a_reading(identity: str, people: Sequence[tuple[str, ...]]) -> Reading:
    text, mentions, referents, taken = "", [], [], set[str]()
    for names in people:
        own = tuple(name for name in names if name not in taken)
        taken |= set(own)
        found = []
        for name in own:
            found.append(Mention(identity, len(text), len(text) + len(name), name, Label.PERSON, name, "", 0, 0))
            text += f"{name}. "
        if own:
            ids = tuple(mention.id for mention in found)
            referents.append(Referent(f"{identity}/{own[0]}", identity, Label.PERSON, own[0], own, ids))
        mentions += found
    document = Document(identity, "", "en", text or ".", (Block(BlockKind.PROSE, ((0, len(text) or 1),)),))
    return Reading(document, tuple(mentions), tuple(referents))


def decide(store: Store, wish: Wish) -> bool:
    """Decide as a person does; False where it is refused."""
    ruling, names, document = wish
    desk = lay_out(store)
    try:
        strings_ = [(name, document) for name in names]
        decision = draw_up(desk, Decision(ruling, Label.PERSON, (), "Olena"), strings_)
        settle_in(desk, decision)
    except (LookupError, ValueError):
        return False
    store.decide(decision)
    return True


def cards(store: Store) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {(card.id, card.referents, card.variants) for card in store.entities()}


def bears(referent: Referent, side: Side) -> bool:
    spelled = fold(side.spelling) in map(fold, referent.names)
    return spelled and side.document in ("", referent.document)


@laws
@given(cases())
def test_no_card_joins_what_a_person_parted(case: Case) -> None:
    held, wanted = case
    store = a_project(held)
    for wish in wanted:
        decide(store, wish)
    reconcile(store)
    who = {referent.id: referent for referent in store.referents()}
    parted = [one.decision.sides for one in standings(store) if one.decision.ruling is Ruling.DIFFERENT]
    for left, right in parted:
        for card in store.entities():
            people = [who[referent] for referent in card.referents]
            only_left = [one for one in people if bears(one, left) and not bears(one, right)]
            only_right = [one for one in people if bears(one, right) and not bears(one, left)]
            assert not (only_left and only_right)


@laws
@given(cases())
def test_what_a_person_joined_is_on_one_card(case: Case) -> None:
    held, wanted = case
    store = a_project(held)
    for wish in wanted:
        decide(store, wish)
    reconcile(store)
    found = standings(store)
    assert all(one.applies for one in found)
    card_of = store.entity_of()
    hidden = [one.decision.sides[0] for one in found if one.decision.ruling in (Ruling.IGNORE, Ruling.UNKNOWN)]
    for one in found:
        if one.decision.ruling is Ruling.SAME:
            joined = [
                referent.id
                for referent in store.referents()
                if any(bears(referent, side) for side in one.decision.sides)
                and not any(bears(referent, side) for side in hidden)
            ]
            assert len({card_of[referent] for referent in joined}) <= 1


@laws
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_decisions_that_do_not_contradict_makes_no_difference(case: Case, random) -> None:  # type: ignore[no-untyped-def]
    held, wanted = case
    store, other = a_project(held), a_project(held)
    for wish in wanted:
        decide(store, wish)
    taken = [replace(one, number=0) for one in store.decisions()]
    random.shuffle(taken)
    other.decide(*taken)
    assert all(one.applies for one in standings(other))
    reconcile(store)
    reconcile(other)
    assert cards(store) == cards(other)


@laws
@given(cases(), st.integers(0, 6))
def test_undoing_restores_what_was(case: Case, kept: int) -> None:
    held, wanted = case
    store = a_project(held)
    for wish in wanted[:kept]:
        decide(store, wish)
    reconcile(store)
    before = cards(store)
    first = len(list(store.decisions()))
    for wish in wanted[kept:]:
        decide(store, wish)
    reconcile(store)
    store.undo(*range(first + 1, len(list(store.decisions())) + 1))
    reconcile(store)
    assert cards(store) == before


@laws
@given(cases(), st.sampled_from([".csv", ".jsonl"]), st.data())
def test_a_list_taken_into_another_project_is_the_same_decisions_and_has_the_same_effect(
    case: Case, suffix: str, data: st.DataObject
) -> None:
    held, wanted = case
    store, other = a_project(held), a_project(held)
    for wish in wanted:
        if decide(store, wish) and data.draw(st.booleans()):
            store.undo(len(list(store.decisions())))
    stream = io.StringIO()
    (write_csv if suffix == ".csv" else write_jsonl)(standings(store), stream)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"decisions{suffix}"
        path.write_text(stream.getvalue(), encoding="utf-8", newline="")
        for added in (len(list(store.decisions())), 0):
            report = import_decisions(other, path, by="nobody")
            assert (report.added, report.problems) == (added, [])
    assert list(other.decisions()) == list(store.decisions())
    reconcile(store)
    reconcile(other)
    assert cards(store) == cards(other)


@laws
@given(cases(), contents, st.integers(0, 6))
def test_what_is_looked_at_again_after_decisions_and_texts_is_enough(
    case: Case, later: Contents, undone: int
) -> None:
    held, wanted = case
    store = a_project(held)
    for wish in wanted:
        decide(store, wish)
    reconcile(store)
    if 0 < undone <= len(list(store.decisions())):
        store.undo(undone)
    store.put(a_reading("d", [names for _, names in later]), "print")
    store.put(a_reading("a", [names for where, names in later if where == "a"]), "new print")
    reconcile(store)
    looked_at = cards(store)
    reconcile(store, anew=True)
    assert cards(store) == looked_at


texts = st.text(max_size=8)
sides = st.builds(
    Side, st.text(min_size=1, max_size=8), texts, st.lists(st.tuples(texts, texts), max_size=2).map(tuple)
)


@laws
@given(
    st.lists(
        st.tuples(
            st.lists(sides, min_size=2, max_size=2, unique_by=lambda one: (one.spelling, one.document)),
            texts,
            texts,
            texts,
        )
    ),
    st.booleans(),
)
def test_a_list_holds_any_words(rows: list[tuple[list[Side], str, str, str]], as_csv: bool) -> None:
    store, other = Store(), Store()
    made = [
        Decision(Ruling.DIFFERENT, Label.ORG, tuple(pair), by, because, beside, "2026-01-01T00:00:00Z")
        for pair, by, because, beside in rows
    ]
    distinct = {
        (
            one.sides[0].spelling,
            one.sides[0].document,
            one.sides[1].spelling,
            one.sides[1].document,
            one.by,
            one.because,
            one.beside,
        ): one
        for one in made
    }
    store.decide(*distinct.values())
    stream = io.StringIO()
    (write_csv if as_csv else write_jsonl)(standings(store), stream)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("list.csv" if as_csv else "list.jsonl")
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(stream.getvalue())
        assert import_decisions(other, path, by="nobody").problems == []
    assert [replace(one, number=0) for one in other.decisions()] == list(distinct.values())
