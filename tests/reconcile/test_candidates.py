"""Which referents are compared at all."""

from __future__ import annotations

from kartoteka.names import alike_names
from kartoteka.reconcile.candidates import candidate_pairs
from kartoteka.reconcile.evidence import rules


def test_each_pair_that_shares_a_key_is_proposed_once() -> None:
    assert sorted(candidate_pairs({"ksr": [0, 2, 5], "blck": [1], "gs": [0, 2]})) == [(0, 2), (0, 5), (2, 5)]


def test_a_key_that_everybody_shares_proposes_nobody() -> None:
    crowd = list(range(rules().largest_block + 1))
    assert list(candidate_pairs({"v": crowd, "gs": [3, 7]})) == [(3, 7)]


def test_namesakes_in_any_number_do_not_change_who_two_names_are() -> None:
    first = ("Ihor", "Illia", "Isaak", "Isidor", "Ilarion", "Innokentii", "Ihnat", "Izmail", "Isai", "Ilko")
    fathers = ("", "Petrovych ", "Pavlovych ", "Pylypovych ")
    namesakes = [f"{one} {father}Balytsky" for one in first for father in fathers]
    initials = ["I. Balytsky", "I. P. Balytsky", "І. Балицький", "И. Балицкий", "И. П. Балицкий", "I. Balitsky"]
    assert alike_names(["Ivan Balytsky", "I. Balytsky"]) == [(0, 1)]
    assert (0, 1) in alike_names(["Ivan Balytsky", "I. Balytsky", *initials, *namesakes])
