"""Times and posts tell namesakes apart, and tell which bearer of a surname is meant."""

from __future__ import annotations

import pytest

from kartoteka.dates import bounds
from kartoteka.reconcile import Resolution, resolve
from kartoteka.reconcile.circumstances import find_circumstances, opposed
from kartoteka.types import Label, Life, Modality, Referent, Tenure, TimeSpan, Verdict


def when(edtf: str) -> TimeSpan | None:
    return TimeSpan(edtf, edtf, *bounds(edtf)) if edtf else None


def a_life(person: str, birth: str = "", death: str = "") -> Life:
    return Life(person.partition(":")[0], person, when(birth), when(death))


def a_term(person: str, office: str, start: str = "", end: str = "") -> Tenure:
    return Tenure(person.partition(":")[0], person, office, start=when(start), end=when(end))


def run(names: dict[str, str], *facts: Life | Tenure) -> Resolution:
    """The cards of persons, each in a document of its own: its id to the name there."""
    referents = [
        Referent(f"{document}:x", document, Label.PERSON, name, (name,), (f"{document}#0",))
        for document, name in names.items()
    ]
    lives = [fact for fact in facts if isinstance(fact, Life)]
    tenures = [fact for fact in facts if isinstance(fact, Tenure)]
    return resolve(referents, known=find_circumstances(lives, tenures))


def cards(resolution: Resolution) -> set[frozenset[str]]:
    return {frozenset(r.partition(":")[0] for r in entity.referents) for entity in resolution.entities}


def test_a_man_shot_in_1937_does_not_head_an_office_in_1950() -> None:
    found = run(
        {"trial": "Ivan Petrenko", "factory": "Іван Петренко"},
        a_life("trial:x", death="1937-05-08"),
        a_term("factory:x", "director of the Kharkiv Tractor Plant", start="1950"),
    )
    assert cards(found) == {frozenset({"trial"}), frozenset({"factory"})}
    refused = [reason.detail for j in found.judgements if j.verdict is Verdict.DIFFERENT for reason in j.reasons]
    assert "one died 1937-05-08, the other was director of the Kharkiv Tractor Plant, from 1950" in refused


def test_namesakes_of_one_spelling_are_parted_and_a_third_text_waits() -> None:
    found = run(
        {"trial": "Ivan Petrenko", "factory": "Ivan Petrenko", "letter": "Ivan Petrenko"},
        a_life("trial:x", "1890", "1937"),
        a_term("factory:x", "director of the Kharkiv Tractor Plant", start="1950"),
    )
    assert cards(found) == {frozenset({"trial"}), frozenset({"factory"}), frozenset({"letter"})}


def test_father_and_son_of_one_name_are_two() -> None:
    found = run({"a": "Petro Ivanenko", "b": "Петро Іваненко"}, a_life("a:x", "1861"), a_life("b:x", "1890"))
    assert len(cards(found)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (a_life("a:x", "1891", "1938"), a_life("b:x", "1892", "1941")),
        (a_life("a:x", death="1937-11-27"), a_term("b:x", "People's Commissar of Internal Affairs", end="1937")),
        (a_life("a:x", death="1937"), a_term("b:x", "People's Commissar of Internal Affairs", end="1938")),
    ],
)
def test_sources_that_differ_a_little_speak_of_one_man(one: Life | Tenure, other: Life | Tenure) -> None:
    assert len(cards(run({"a": "Vsevolod Balytsky", "b": "Всеволод Балицький"}, one, other))) == 1


def test_a_slip_within_one_document_tells_nothing() -> None:
    life, slip = a_life("a:x", death="1937"), a_term("a:x", "rector of Kharkiv University", start="1950")
    assert find_circumstances([life], [slip])["a:x"].deeds == ()


def test_what_never_came_about_is_no_deed() -> None:
    refused = Tenure("a", "a:x", "rector of Kharkiv University", start=when("1950"), modality=Modality.REFUSED)
    assert find_circumstances([], [refused]) == {}


def test_nobody_holds_office_as_a_child() -> None:
    known = find_circumstances([a_life("a:x", "1925")], [a_term("b:x", "rector of Kharkiv University", "1930")])
    assert opposed(known["a:x"], known["b:x"]) is not None


def test_of_two_bearers_of_a_surname_the_post_decides() -> None:
    names = {"a": "Stanislav Kosior", "b": "Iosif Kosior", "c": "Kosior", "d": "Kosior"}
    found = run(
        names,
        a_term("a:x", "First Secretary of the Central Committee of the CP(B)U", "1928", "1938"),
        a_term("c:x", "перший секретар ЦК КП(б)У", "1932"),
    )
    assert cards(found) == {frozenset({"a", "c"}), frozenset({"b"}), frozenset({"d"})}
