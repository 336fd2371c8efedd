"""From a project's referents to its cards, with the names as they are really spelled."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kartoteka.reconcile import reconcile, resolve
from kartoteka.store import Store
from kartoteka.types import BlockKind, Decision, Label, Reading, Ruling, Side, Verdict

Read = Callable[..., Reading]
Gather = Callable[..., Store]


@pytest.fixture(scope="module")
def a_reading(make_reading: Callable[..., Reading]) -> Read:
    """Makes a document that names each of these once, each a referent of its own."""

    def make(identity: str, *names: str) -> Reading:
        sentences = [f"{name}." for name in names]
        return make_reading(
            identity, [(BlockKind.PROSE, sentences)], {name: (Label.PERSON, name) for name in names}
        )

    return make


@pytest.fixture(scope="module")
def a_project(a_reading: Read) -> Gather:
    """Makes a reconciled project of documents that name these."""

    def make(**documents: tuple[str, ...]) -> Store:
        store = Store()
        for identity, names in documents.items():
            store.put(a_reading(identity, *names), "print")
        reconcile(store)
        return store

    return make


def cards(store: Store) -> set[frozenset[str]]:
    return {frozenset(entity.variants) for entity in store.entities()}


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "Vsevolod Balitsky",
            "Vsevolod Balyts'kyi",
            "V. A. Balyts'kyi",
            "Vsevolod Balickij",
            "Wsewolod A. Balitzkij",
            "Всеволод Аполлонович Балицкий",
            "Всеволод Балицький",
            "Balytsky",
            "Balyts’kyi",
        ),
        ("Nikolai Yezhov", "Nikolai Ezhov", "Микола Єжов", "Ежов", "Jeschow"),
        ("Yuri Shapoval", "Iurii Shapoval", "Iu. Shapoval", "J. Schapoval", "Юрій Шаповал"),
        ("Mykola Skrypnyk", "Nikolai Skrypnik", "Микола Скрипник", "Skrypnyk"),
        ("Vlas Chubar", "Wlas Tschubar", "Влас Чубар", "Чубар"),
    ],
)
def test_all_spellings_of_one_person_come_on_one_card(a_project: Gather, spellings: tuple[str, ...]) -> None:
    store = a_project(**{f"d{n}": (name,) for n, name in enumerate(spellings)})
    (card,) = store.entities()
    assert set(card.variants) == set(spellings)
    assert card.documents == card.mentions == len(spellings)


def test_people_who_share_a_name_in_part_stay_apart(a_project: Gather) -> None:
    names = (
        "Genrikh Yagoda",
        "Genrikh Lyushkov",
        "Stanislav Kosior",
        "Stanislav Redens",
        "Iosif Kosior",
        "N. Petrov",
        "Petrovsky",
        "Petro Petrenko",
        "Didenko",
        "Rudenko",
        "Semenov",
        "Simonov",
    )
    store = a_project(**{f"d{n}": (name,) for n, name in enumerate(names)})
    assert cards(store) == {frozenset({name}) for name in names}


def test_a_given_name_alone_never_joins_two_documents(a_project: Gather) -> None:
    assert len(cards(a_project(a=("Mykola",)))) == 1
    store = a_project(a=("Mykola",), b=("Mykola",))
    assert len(list(store.entities())) == 2


def test_likeness_that_is_too_weak_is_left_for_a_person_to_decide(a_reading: Read) -> None:
    names = ("A. Semenov", "A. Simonov")
    referents = [referent for name in names for referent in a_reading(name, name).referents]
    found = resolve(referents)
    assert len(found.entities) == 2
    assert all(judgement.verdict is not Verdict.SAME for judgement in found.judgements)


def test_reconciling_again_changes_nothing(a_project: Gather) -> None:
    store = a_project(a=("Vsevolod Balytsky", "Kosior"), b=("Balitsky", "Stanislav Kosior"))
    entities, judgements = list(store.entities()), list(store.judgements())
    assert len(entities) == 2 and judgements
    reconcile(store)
    assert list(store.entities()) == entities
    assert list(store.judgements()) == judgements


def test_a_decision_outlives_the_rereading_of_its_document_and_can_be_undone(
    a_reading: Read, a_project: Gather
) -> None:
    store = a_project(a=("Vsevolod Balytsky",), b=("Vsevolod Balitsky",))
    assert len(list(store.entities())) == 1
    sides = (Side("Vsevolod Balytsky"), Side("Vsevolod Balitsky"))
    (number,) = store.decide(Decision(Ruling.DIFFERENT, Label.PERSON, sides, "Olena"))
    store.put(a_reading("a", "Kharkiv", "Vsevolod Balytsky"), "new rules")
    reconcile(store)
    assert store.entity_of()["a/Vsevolod Balytsky"] != store.entity_of()["b/Vsevolod Balitsky"]
    store.undo(number)
    reconcile(store)
    assert store.entity_of()["a/Vsevolod Balytsky"] == store.entity_of()["b/Vsevolod Balitsky"]


def test_an_empty_project_has_no_cards(a_project: Gather) -> None:
    assert list(a_project().entities()) == []
