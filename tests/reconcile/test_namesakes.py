"""What one document tells apart stays apart on the cards, and a surname alone does not change its bearer's sex."""

from __future__ import annotations

from kartoteka.reconcile import resolve
from kartoteka.types import Label, Referent


def cards(*cases: str) -> list[set[str]]:
    """The cards of referents given as "document: name; another form of it", each as "document: name"s."""
    referents = []
    for number, case in enumerate(cases):
        document, _, names = case.partition(": ")
        spelled = tuple(names.split("; "))
        referents.append(Referent(f"r{number}", document, Label.PERSON, spelled[0], spelled, (f"m{number}",)))
    where = {r.id: f"{r.document}: {r.name}" for r in referents}
    return [{where[one] for one in entity.referents} for entity in resolve(referents).entities]


def test_two_of_one_name_in_one_document_are_two_cards() -> None:
    name = "Mykhailo Vasylovych Rudenko"
    assert len(cards(f"a: {name}", f"a: {name}")) == 2
    found = cards(f"a: {name}", f"a: {name}", "b: Михайло Руденко")
    assert {"b: Михайло Руденко"} in found


def test_one_name_in_two_documents_is_one_card() -> None:
    assert len(cards("a: Mykhailo Vasylovych Rudenko", "b: Mykhailo Vasylovych Rudenko")) == 1


def test_a_wifes_surname_alone_does_not_go_to_the_husband() -> None:
    assert len(cards("a: Pavlo Postyshev", "b: Postysheva")) == 2
    assert len(cards("a: Joseph Stalin", "b: Mrs Stalin", "c: Stalin")) == 2


def test_a_surname_waits_where_a_child_goes_without_one() -> None:
    assert {"a: Петровский"} in cards("a: Григорий Петровский", "a: Леонид Григорьевич", "a: Петровский")
    assert len(cards("a: Григорий Петровский", "a: Петровский")) == 1


def test_a_given_name_with_patronymic_is_not_held_against_other_spellings() -> None:
    found = cards(
        "a: I. M. Leplevskiy; Izrail' Moiseyevich", "b: Израиль Моисеевич Леплевский", "c: И. Леплевский"
    )
    assert len(found) == 1
