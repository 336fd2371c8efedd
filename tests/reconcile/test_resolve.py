"""Referents become cards: brought together with reasons, kept apart on any contradiction, whatever the order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.reconcile import Resolution, resolve
from kartoteka.types import Comparison, Judgement, Label, Reason, Referent, Verdict

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE


def parts(name: str) -> tuple[list[str], str]:
    """Given names or initials, and a surname in which y is i."""
    *given_names, surname = name.split()
    return given_names, surname.lower().replace("y", "i")


def compare(label: Label, left: str, right: str) -> Comparison:
    """A plain comparison for the tests: surnames but for y/i, then given names or initials, word by word."""
    (one, surname), (other, other_surname) = parts(left), parts(right)
    reason = Reason("surname", 1.0, f"{left} ~ {right}")
    if surname != other_surname:
        return Comparison(0.0, DIFFERENT, (reason,))
    for a, b in zip(one, other, strict=False):
        if a != b and not (("." in a or "." in b) and a[0] == b[0]):
            return Comparison(0.0, DIFFERENT, (Reason("given name", 0.0, f"{a} / {b}"),))
    if not one or not other:
        return Comparison(0.5, UNSURE, (reason,))
    full = not any("." in word for word in (*one, *other))
    return Comparison(0.95 if full else 0.85, SAME, (reason,))


def keys(label: Label, name: str) -> frozenset[str]:
    return frozenset({parts(name)[1]})


def a_referent(document: str, *names: str, label: Label = Label.PERSON) -> Referent:
    ids = tuple(f"{document}#{name}#{n}" for n, name in enumerate(names))
    return Referent(f"{document}/{names[0]}", document, label, names[0], names, ids)


def people(*cases: str) -> list[Referent]:
    """Referents from "document: name; another form of it"."""
    pairs = (case.split(": ") for case in cases)
    return [a_referent(document, *names.split("; ")) for document, names in pairs]


def run(referents: Iterable[Referent], decisions: Iterable[Judgement] = ()) -> Resolution:
    return resolve(list(referents), list(decisions), compare=compare, keys=keys)


def groups(resolution: Resolution) -> set[frozenset[str]]:
    return {frozenset(entity.referents) for entity in resolution.entities}


def together(resolution: Resolution, *ids: str) -> bool:
    return any(set(ids) <= group for group in groups(resolution))


def says(verdict: Verdict, left: str, right: str) -> Judgement:
    return Judgement(left, right, verdict, 1.0, "Olena")


def test_spellings_of_one_name_are_one_card_and_two_brothers_are_two() -> None:
    found = run(people("a: Stanislav Kosior", "b: S. Kosior", "c: Stanislav Kosyor", "c: Iosif Kosior"))
    assert groups(found) == {
        frozenset({"a/Stanislav Kosior", "b/S. Kosior", "c/Stanislav Kosyor"}),
        frozenset({"c/Iosif Kosior"}),
    }


def test_a_card_counts_its_mentions_and_documents_and_lists_its_spellings_by_frequency() -> None:
    referents = people(
        "a: Vsevolod Balytsky; Balytsky", "b: Vsevolod Balitsky", "c: Vsevolod Balitsky; V. Balitsky"
    )
    spellings = {"a/Vsevolod Balytsky": {"Balytsky": 7, "Vsevolod Balytsky": 1}}
    (card,) = resolve(referents, compare=compare, keys=keys, spellings=spellings).entities
    assert card.variants == ("Balytsky", "Vsevolod Balitsky", "V. Balitsky", "Vsevolod Balytsky")
    assert card.name.startswith("Vsevolod")
    assert (card.mentions, card.documents) == (5, 3)
    assert card.id.startswith("person-")
    assert card.referents == tuple(sorted(referent.id for referent in referents))


def test_an_initial_that_fits_two_people_joins_neither() -> None:
    found = run(people("a: Vasyl Petrenko", "b: Volodymyr Petrenko", "c: V. Petrenko"))
    assert len(found.entities) == 3
    assert {judgement.verdict for judgement in found.judgements} == {UNSURE}


def test_an_initial_goes_to_the_bearer_in_its_own_article() -> None:
    found = run(people("a: Vasyl Petrenko", "b: Volodymyr Petrenko", "b: V. Petrenko"))
    assert together(found, "b/Volodymyr Petrenko", "b/V. Petrenko")
    assert len(found.entities) == 2


def test_one_who_is_named_far_more_often_draws_what_fits_two() -> None:
    known = people(*(f"{document}: Vasyl Petrenko" for document in "abc"))
    rival, initial, bare = people("x: Volodymyr Petrenko", "y: V. Petrenko", "z: Petrenko")
    found = run([*known, rival, initial, bare])
    assert together(found, "a/Vasyl Petrenko", "y/V. Petrenko", "z/Petrenko")
    found = run([*known[1:], rival, initial, bare])
    assert not together(found, "b/Vasyl Petrenko", "y/V. Petrenko")
    assert not together(found, "b/Vasyl Petrenko", "z/Petrenko")


def test_a_bare_surname_goes_to_its_only_bearer_with_the_reason() -> None:
    found = run(people("a: Terentii Deribas", "b: Deribas"))
    assert len(found.entities) == 1
    (link,) = found.judgements
    assert (link.left, link.right, link.verdict) == ("a/Terentii Deribas", "b/Deribas", SAME)
    assert [reason.feature for reason in link.reasons] == ["surname", "bearer"]


def test_a_bare_surname_stays_alone_where_two_bearers_compete() -> None:
    found = run(people("a: Stanislav Kosior", "a: Iosif Kosior", "a: Kosior", "b: Kosior"))
    assert len(found.entities) == 4


def test_a_bare_surname_means_the_bearer_in_its_own_article() -> None:
    found = run(people("a: Stanislav Kosior", "b: Iosif Kosior", "b: Kosior", "a: Kosior", "c: Kosior"))
    assert together(found, "b/Iosif Kosior", "b/Kosior")
    assert together(found, "a/Stanislav Kosior", "a/Kosior")
    assert frozenset({"c/Kosior"}) in groups(found)


def test_bare_surnames_without_any_bearer_are_one_card_of_their_own() -> None:
    found = run(people("a: Yezhov", "b: Yezhov", "c: Yezhov; Iezhov", "d: Yagoda"))
    assert together(found, "a/Yezhov", "b/Yezhov", "c/Yezhov")
    assert len(found.entities) == 2
    assert all(any(reason.feature == "bearer" for reason in link.reasons) for link in found.judgements)


def test_a_chain_of_links_does_not_join_its_contradicting_ends() -> None:
    found = run(people("a: V. A. Petrenko", "b: V. Petrenko", "c: V. I. Petrenko"))
    assert not together(found, "a/V. A. Petrenko", "c/V. I. Petrenko")


def test_one_misread_spelling_among_many_does_not_part_a_person() -> None:
    good = "Vsevolod Balitsky; V. Balitsky; V. A. Balitsky; Vsevolod A. Balitsky"
    found = run(people(f"a: {good}; Vsevolod Balabanov", f"b: {good}"))
    assert len(found.entities) == 1
    found = run(people("a: Vsevolod Balitsky; Viktor Balitsky", "b: Vsevolod Balitsky"))
    assert len(found.entities) == 2


def test_labels_never_mix() -> None:
    found = run([a_referent("a", "Vasyl Kharkiv"), a_referent("b", "Vasyl Kharkiv", label=Label.PLACE)])
    assert {(entity.label, len(entity.referents)) for entity in found.entities} == {
        (Label.PERSON, 1),
        (Label.PLACE, 1),
    }


def test_others_than_persons_are_called_by_their_commonest_name() -> None:
    named = [a_referent(document, "State Directorate", label=Label.ORG) for document in "ab"]
    (card,) = run(
        [*named, a_referent("c", "State Main Directorate", "State Directorate", label=Label.ORG)]
    ).entities
    assert card.name == "State Directorate"


def test_every_link_has_its_reasons() -> None:
    found = run(
        people("a: Vasyl Petrenko", "b: Vasyl Petrenko", "c: V. Petrenko", "d: Petrenko", "d: Ivan Petrenko")
    )
    assert found.judgements
    assert all(judgement.reasons and judgement.by == "machine" for judgement in found.judgements)


def test_a_persons_same_wins_over_the_names() -> None:
    referents = people(
        "a: Joseph Stalin", "b: Koba", "c: I. Dzhugashvili", "d: Iosif Dzhugashvili", "d: Vasyl Stalin"
    )
    decided = [
        says(SAME, "a/Joseph Stalin", "b/Koba"),
        says(SAME, "b/Koba", "c/I. Dzhugashvili"),
    ]
    found = run(referents, decided)
    assert together(found, "a/Joseph Stalin", "b/Koba", "c/I. Dzhugashvili", "d/Iosif Dzhugashvili")
    assert not together(found, "a/Joseph Stalin", "d/Vasyl Stalin")


def test_what_a_person_joined_still_keeps_its_other_contradictions() -> None:
    referents = people("a: Vasyl Petrenko", "b: V. Petrenko", "c: Volodymyr Petrenko")
    found = run(referents, [says(SAME, "a/Vasyl Petrenko", "b/V. Petrenko")])
    assert groups(found) == {frozenset({"a/Vasyl Petrenko", "b/V. Petrenko"}), frozenset({"c/Volodymyr Petrenko"})}


def test_a_persons_different_parts_equal_names() -> None:
    referents = people("a: Ivan Petrenko", "b: Ivan Petrenko", "c: Petrenko", "b: Petrenko")
    found = run(referents, [says(DIFFERENT, "a/Ivan Petrenko", "b/Ivan Petrenko")])
    assert not together(found, "a/Ivan Petrenko", "b/Ivan Petrenko")
    assert together(found, "b/Ivan Petrenko", "b/Petrenko")
    assert frozenset({"c/Petrenko"}) in groups(found)
    assert len({entity.id for entity in found.entities}) == len(found.entities)


def test_a_persons_different_parts_bare_surnames_too() -> None:
    referents = people("a: Petrenko", "b: Petrenko", "c: Petrenko", "d: Ivan Petrenko", "d: Petrenko")
    found = run(referents, [says(DIFFERENT, "a/Petrenko", "b/Petrenko")])
    assert not together(found, "a/Petrenko", "b/Petrenko")
    assert together(found, "c/Petrenko", "d/Petrenko", "d/Ivan Petrenko")
    found = run(referents, [says(DIFFERENT, "a/Petrenko", "d/Petrenko")])
    assert together(found, "b/Petrenko", "d/Petrenko", "d/Ivan Petrenko")
    assert frozenset({"a/Petrenko"}) in groups(found)


def test_of_contradicting_decisions_the_later_holds() -> None:
    referents = people("a: Ivan Petrenko", "b: Ivan Petrenko", "c: Ivan Petrenko")
    a, b, c = (referent.id for referent in referents)
    assert together(run(referents, [says(DIFFERENT, a, b), says(SAME, b, a)]), a, b)
    assert not together(run(referents, [says(SAME, a, b), says(DIFFERENT, b, a)]), a, b)
    chain = [says(SAME, a, b), says(SAME, b, c), says(DIFFERENT, a, c)]
    found = run(referents, chain)
    assert together(found, b, c) and not together(found, a, c)
    assert together(run(referents, [says(DIFFERENT, a, b), says(UNSURE, a, b)]), a, b)


def test_decisions_on_what_is_gone_or_of_another_label_have_no_effect() -> None:
    referents = [*people("a: Ivan Petrenko"), a_referent("a", "Petrenko", label=Label.PLACE)]
    decided = [says(SAME, "a/Ivan Petrenko", "gone/Ivan"), says(SAME, "a/Ivan Petrenko", "a/Petrenko")]
    assert len(run(referents, decided).entities) == 2


def test_a_card_keeps_its_id_when_documents_are_added() -> None:
    first = people("b: Vsevolod Balitsky", "b: Stanislav Kosior", "c: Petrenko")
    ids = {entity.name: entity.id for entity in run(first).entities}
    more = people("a: Vsevolod Balytsky", "a: Balitsky", "d: Stanislav Kosior", "e: Petrenko", "a: Iosif Kosior")
    later = {entity.name: entity.id for entity in run([*first, *more]).entities}
    assert ids.items() <= later.items()


def test_nothing_makes_no_cards() -> None:
    assert run([]) == Resolution((), ())


names = st.builds(
    lambda words, surname: " ".join([*words, surname]),
    st.lists(st.sampled_from(["Ivan", "Iosif", "I.", "Vasyl", "V."]), max_size=2),
    st.sampled_from(["Kosior", "Kosyor", "Petrenko"]),
)
referents_lists = st.lists(st.tuples(st.sampled_from("abcde"), names), max_size=12, unique=True).map(
    lambda pairs: [a_referent(document, name) for document, name in pairs]
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Referent], list[Judgement]]:
    referents = draw(referents_lists)
    ids = [referent.id for referent in referents]
    if len(ids) < 2:
        return referents, []
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=4))
    return referents, [says(draw(st.sampled_from([SAME, DIFFERENT])), *pair) for pair in pairs]


@settings(max_examples=150, deadline=None)
@given(referents_lists)
def test_no_card_holds_a_contradiction(referents: list[Referent]) -> None:
    name = {referent.id: referent.name for referent in referents}
    for entity in run(referents).entities:
        for left, right in combinations(entity.referents, 2):
            assert compare(Label.PERSON, name[left], name[right]).verdict is not DIFFERENT


@settings(max_examples=150, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_referents_makes_no_difference(
    case: tuple[list[Referent], list[Judgement]], random
) -> None:  # type: ignore[no-untyped-def]
    referents, decided = case
    shuffled = referents[:]
    random.shuffle(shuffled)
    assert run(shuffled, decided) == run(referents, decided)


@settings(max_examples=150, deadline=None)
@given(cases())
def test_every_referent_is_on_one_card_and_the_last_decision_holds(
    case: tuple[list[Referent], list[Judgement]],
) -> None:
    referents, decided = case
    found = run(referents, decided)
    assert sorted(r for entity in found.entities for r in entity.referents) == sorted(r.id for r in referents)
    assert len({entity.id for entity in found.entities}) == len(found.entities)
    meant = [judgement for judgement in decided if judgement.left != judgement.right]
    if meant:
        assert together(found, meant[-1].left, meant[-1].right) == (meant[-1].verdict is SAME)


def test_an_id_is_fit_for_a_table_and_a_file() -> None:
    (entity,) = run(people("a: Ivan Petrenko")).entities
    assert re.fullmatch(r"person-[0-9a-f]{12}", entity.id)


@pytest.mark.parametrize("count", [400])
def test_many_bearers_of_one_name_are_compared_once(count: int) -> None:
    asked = []

    def counting(label: Label, left: str, right: str) -> Comparison:
        asked.append((left, right))
        return compare(label, left, right)

    referents = [a_referent(f"d{n}", "Ivan Petrenko") for n in range(count)]
    referents += [a_referent(f"e{n}", "Petrenko") for n in range(count)]
    (card,) = resolve(referents, compare=counting, keys=keys).entities
    assert card.documents == 2 * count
    assert len(asked) <= 4
