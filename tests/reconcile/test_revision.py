"""A project that grows text by text has the very cards of one that was read at once, and compares far less."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kartoteka import names
from kartoteka.reconcile import reconcile
from kartoteka.store import Store
from kartoteka.types import BlockKind, Comparison, Decision, Judgement, Label, Reading, Ruling, Side

POOL = (
    *("Vsevolod Balytsky", "В. А. Балицкий", "Всеволод Балицький", "Balitsky", "Балицький", "Nikolai Balitsky"),
    *("Stanislav Kosior", "С. В. Косиор", "S. Kosior", "Iosif Kosior", "Йосип Косіор", "Kosior", "Косиор"),
    *("Hryhorii Petrovsky", "Григорий Иванович Петровский", "Петренко", "Petro Petrenko", "Leonid Petrovsky"),
    *("Maxim Wakstein", "Maxim Vakstein", "Максим Вакштейн", "Эмма Абрам Вакштейн", "Wakstein"),
)
texts = st.lists(st.sampled_from(POOL), min_size=1, max_size=4, unique=True).map(tuple)
Make = Callable[..., Reading]


@pytest.fixture(scope="module")
def a_text(make_reading: Make) -> Make:
    """Makes a document that names each of these once, each a referent of its own."""

    def make(identity: str, found: Iterable[str]) -> Reading:
        listed = {name: (Label.PERSON, name) for name in found}
        return make_reading(identity, [(BlockKind.PROSE, [f"{name}." for name in listed])], listed)

    return make


def state(store: Store) -> tuple[set[tuple[object, ...]], set[Judgement]]:
    """The cards, and the judgements on which they rest."""
    cards = {(e.id, e.name, frozenset(e.variants), e.referents, e.mentions) for e in store.entities()}
    return cards, set(store.judgements())


def state_of_all_at_once(store: Store) -> tuple[set[tuple[object, ...]], set[Judgement]]:
    reconcile(store, anew=True)
    return state(store)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(texts, min_size=2, max_size=6), st.data())
def test_step_by_step_is_as_all_at_once(
    a_text: Make, documents: list[tuple[str, ...]], data: st.DataObject
) -> None:
    store = Store()
    for number, found in enumerate(documents):
        store.put(a_text(f"d{number}", found), "print")
        reconcile(store)
    changed = data.draw(st.integers(0, len(documents) - 1))
    if data.draw(st.booleans()):
        store.remove(f"d{changed}")
    else:
        store.put(a_text(f"d{changed}", data.draw(texts)), "another print")
    reconcile(store)
    assert state(store) == state_of_all_at_once(store)


def test_spellings_that_share_no_key_are_found_again_in_a_later_text(a_text: Make) -> None:
    store = Store()
    store.put(a_text("first", ["Maxim Wakstein"]), "print")
    reconcile(store)
    store.put(a_text("second", ["Максим Вакштейн"]), "print")
    reconcile(store)
    assert [set(e.variants) for e in store.entities()] == [{"Maxim Wakstein", "Максим Вакштейн"}]


def test_decisions_and_what_they_joined_are_looked_at_again(a_text: Make) -> None:
    store = Store()
    store.put(a_text("memoir", ["Koba", "Stalin"]), "print")
    store.put(a_text("history", ["Joseph Stalin"]), "print")
    reconcile(store)
    same = Decision(Ruling.SAME, Label.PERSON, (Side("Koba"), Side("Joseph Stalin")), "historian")
    (number,) = store.decide(same)
    reconcile(store)
    assert {"Koba", "Joseph Stalin"} <= set(next(e for e in store.entities() if "Koba" in e.variants).variants)
    store.undo(number)
    reconcile(store)
    assert state(store) == state_of_all_at_once(store)
    assert next(e for e in store.entities() if "Koba" in e.variants).variants == ("Koba",)


def test_a_new_text_has_only_what_it_touches_compared(a_text: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store()
    store.put(a_text("police", POOL[:6]), "print")
    store.put(a_text("party", POOL[6:13]), "print")
    reconcile(store)
    compared: set[str] = set()
    compare = names.compare

    def watched(label: Label, left: str, right: str) -> Comparison:
        compared.update((left, right))
        return compare(label, left, right)

    monkeypatch.setattr(names, "compare", watched)
    store.put(a_text("letter", ["Y. Kosior"]), "print")
    reconcile(store)
    assert "Iosif Kosior" in compared
    assert compared.isdisjoint(POOL[:6])


def test_a_text_that_another_process_adds_meanwhile_is_not_lost(
    a_text: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(tmp_path / "project.sqlite") as one, Store(tmp_path / "project.sqlite") as other:
        one.put(a_text("police", POOL[:3]), "print")
        compare = names.compare

        def meanwhile(label: Label, left: str, right: str) -> Comparison:
            if not other.known("party", "print"):
                other.put(a_text("party", POOL[3:6]), "print")
            return compare(label, left, right)

        monkeypatch.setattr(names, "compare", meanwhile)
        with pytest.raises(OSError, match="run the command again"):
            reconcile(one)
        assert list(one.entities()) == []
        reconcile(one)
        assert state(one) == state_of_all_at_once(one)
        assert {name for entity in one.entities() for name in entity.variants} == set(POOL[:6])


def test_a_decision_that_comes_to_mean_fewer_gives_the_others_back(a_text: Make) -> None:
    store = Store()
    store.put(a_text("memoir", ["Koba", "Stalin"]), "print")
    memoir = (Side("Koba", "", (("memoir", "Koba"),)), Side("Stalin", "", (("memoir", "Stalin"),)))
    store.decide(Decision(Ruling.SAME, Label.PERSON, memoir, "historian"))
    store.put(a_text("letter", ["Koba"]), "print")
    reconcile(store)
    assert [len(entity.referents) for entity in store.entities()] == [3]
    store.put(a_text("list", ["Koba Ivanov", "Koba Petrov"]), "print")
    reconcile(store)
    assert [len(entity.referents) for entity in store.entities() if "Stalin" in entity.variants] == [2]
    assert state(store) == state_of_all_at_once(store)


def test_a_row_of_a_list_is_no_cards_any_more_when_a_second_has_its_spelling(
    make_reading: Make, a_text: Make
) -> None:
    store = Store()
    store.set_authority_files([("places.csv", "name,variants,wikidata\nLysychansk,Лисичанськ | Verkhne,Q14206\n")])
    town = {"Лисичанськ": (Label.PLACE, "Лисичанськ")}
    store.put(make_reading("first", [(BlockKind.PROSE, ["Лисичанськ."])], town), "print")
    reconcile(store)
    assert [entity.name for entity in store.entities()] == ["Lysychansk"]
    village = {"Verkhne": (Label.PLACE, "Verkhne")}
    store.put(make_reading("second", [(BlockKind.PROSE, ["Verkhne."])], village), "print")
    reconcile(store)
    assert state(store) == state_of_all_at_once(store)
    assert not any(entity.identifiers for entity in store.entities())
    store.remove("second")
    reconcile(store)
    assert [entity.name for entity in store.entities()] == ["Lysychansk"]
