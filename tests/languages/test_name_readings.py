"""A name in every case it can stand in, and what its form leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.languages.declension import decline, name_readings, possible_nominatives
from kartoteka.languages.name_forms import forms_of
from kartoteka.languages.paradigms import CASES, by_ending, given_genders

SURNAMES = [
    "Реденс",
    "Якір",
    "Балицький",
    "Любченко",
    "Хатаєвич",
    "Терехов",
    "Сухомлин",
    "Мікоян",
    "Ежов",
    "Косиор",
]


def test_a_form_that_two_persons_may_have_is_called_so() -> None:
    assert set(possible_nominatives("Валерия Петрова", "ru")) == {"Валерия Петрова", "Валерий Петров"}
    assert set(possible_nominatives("Терехова", "uk")) == {"Терехов", "Терехова"}


def test_words_that_agree_leave_no_doubt() -> None:
    assert possible_nominatives("Олени Терехової", "uk") == ("Олена Терехова",)
    assert possible_nominatives("Валерием Петровым", "ru") == ("Валерий Петров",)


def test_the_cases_asked_for_are_the_only_ones() -> None:
    assert possible_nominatives("Валерия Петрова", "ru", ("gent", "accs")) == ("Валерий Петров",)
    assert possible_nominatives("Валерия Петрова", "ru", ("nomn",)) == ("Валерия Петрова",)


def test_a_name_of_initials_has_no_cases() -> None:
    assert name_readings("В. А.", "uk") == ()
    assert possible_nominatives("В. А.", "uk") == ()
    assert decline("В. А.", "uk") == "В. А."


def test_several_bearers_of_a_surname_are_a_reading_of_their_own() -> None:
    several = [reading for reading in name_readings("Косиоров", "ru") if reading.plural]
    assert {reading.name for reading in several} == {"Косиоры"}
    assert {reading.case for reading in several} == {"gent"}


def test_a_womans_surname_in_a_consonant_stays() -> None:
    (best, *_) = name_readings("Розой Люксембург", "ru")
    assert (best.name, best.case, best.gender) == ("Роза Люксембург", "ablt", "f")


def test_endings_tell_what_no_dictionary_knows() -> None:
    assert ("реденс", "gent", "m") in {(f.nominative, f.case, f.gender) for f in by_ending("реденса", "uk")}
    assert ("межлаук", "ablt", "m") in {(f.nominative, f.case, f.gender) for f in by_ending("межлауком", "ru")}


def test_the_table_knows_who_bears_a_given_name() -> None:
    assert given_genders("станіслав") == "m"
    assert given_genders("олена") == "f"
    assert given_genders("реденс") == ""


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="no inflection"):
        decline("Kowalskiego Їжака", "pl")


@given(st.sampled_from(SURNAMES), st.sampled_from(["uk", "ru"]), st.sampled_from(["В. А. ", "С. ", ""]))
@settings(max_examples=40, deadline=None)
def test_a_nominative_declines_to_itself(surname: str, lang: str, initials: str) -> None:
    assert decline(initials + surname, lang) == initials + surname


@given(st.text(alphabet="абвгдежзиклмнопрстухцчшьюяіїєй", min_size=3, max_size=10), st.sampled_from(["uk", "ru"]))
@settings(max_examples=60, deadline=None)
def test_every_word_can_stand_as_it_is_and_in_known_cases_only(word: str, lang: str) -> None:
    forms = forms_of(word, lang)
    assert forms[-1].nominative == word
    assert {form.case for form in forms} <= set(CASES)
    assert {form.gender for form in forms} <= {"m", "f", ""}
