"""Letter groups are read in every way that a scheme or a language can mean them, at a cost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.resources import read_tsv
from kartoteka.romanization.graphemes import SILENT, add_reading, graphemes
from kartoteka.romanization.phonemes import alternatives, choices, costs, omission, phonemes, substitution

SOUNDS = frozenset("aeioujbvgdZzklmnprstfHCXS")


def test_a_letter_group_that_schemes_use_differently_keeps_its_alternatives() -> None:
    """Ch is ч in English and ш in French transcription, х in Polish."""
    (first, *_) = (alternatives(symbol) for symbol in phonemes("Chubar"))

    assert first["X"] < first["S"] < first["k"]


@pytest.mark.parametrize(
    "word", ["Balyts'kyi", "Skrypnyk", "Petrenko", "Kocjubynsʹkyj", "Хвильовий", "Brzeziński"]
)
def test_words_built_like_slavic_ones_are_read_by_the_hand_made_table_alone(word: str) -> None:
    known = set("".join(graphemes().native.symbols.values()))

    assert set(phonemes(word)) <= known
    assert phonemes(word) == phonemes(word.upper())


def test_an_initial_is_read_without_foreign_alternatives() -> None:
    assert [dict(alternatives(symbol)) for symbol in phonemes("J.")] == [{"j": 0.0, "Z": 0.1, "X": 0.6}]


def test_a_reading_that_makes_two_sounds_of_one_letter_adds_a_sound_that_may_be_silent() -> None:
    """J is дж in Johnson."""
    assert add_reading([{"j": 0.0, "Z": 0.1}], "dZ", 0.3) == [{SILENT: 0.0, "d": 0.3}, {"j": 0.0, "Z": 0.1}]


def test_a_silent_letter_and_another_sound_are_alternatives_of_what_stands_there() -> None:
    """Ee is и in Lee; each of the two changes costs a little less than the whole reading."""
    reading = add_reading([{"e": 0.0}, {"e": 0.0}], "i", 0.2)

    assert sorted(map(sorted, reading)) == [[SILENT, "e"], ["e", "i"]]
    assert {cost for sound in reading for cost in sound.values()} == {0.0, 0.1}


def test_choices_come_with_the_likeliest_first() -> None:
    assert next(choices(phonemes("Chubar"))) == "Xubar"
    assert list(choices(phonemes("Chubar"), within=0.05)) == ["Xubar", "Hubar", "Subar"]


@pytest.mark.parametrize("word", ["", "1933", "^$", "—"])
def test_a_word_without_letters_has_no_sounds(word: str) -> None:
    assert phonemes(word) == ""


@given(st.text(max_size=20))
def test_any_text_is_read_and_case_does_not_matter(text: str) -> None:
    assert set(phonemes(text)) <= set(graphemes().alternatives)


def test_the_likeliest_sound_of_a_symbol_costs_nothing_and_every_cost_is_one_of_a_known_sound() -> None:
    for options in graphemes().alternatives.values():
        assert min(options.values()) == 0.0 == next(iter(options.values()))
        assert set(options) <= SOUNDS | {SILENT}


def test_learned_readings_say_something_that_the_hand_made_table_does_not() -> None:
    rows = list(read_tsv("romanization/foreign.tsv"))

    assert {row["where"] for row in rows} == {"", "^", "$"}
    assert all(set(row["sounds"]) <= SOUNDS | {SILENT} and 0.1 <= float(row["cost"]) <= 0.5 for row in rows)
    assert len({(row["grapheme"], row["where"], row["sounds"]) for row in rows}) == len(rows)


def test_what_is_said_by_hand_goes_before_what_is_learned() -> None:
    learned = {row["sounds"]: float(row["cost"]) for row in read_tsv("romanization/sounds.tsv")}

    assert learned["ao"] > costs().confused["ao"] == costs().confused["oa"]
    assert costs().drop["r"] == learned["-r"]


def test_consonants_that_nobody_confuses_are_dearer_than_vowels_and_those_dearer_than_glides() -> None:
    assert substitution("rk") > substitution("ai") > substitution("ei") > substitution("ij")
    assert omission("k") >= omission("e") > omission("i") > omission("j")


def test_two_unlikely_readings_at_once_cost_more_than_both() -> None:
    """Sh can be ж and z can be ж, but not by one scheme."""
    sh, z = phonemes("sh")[0], phonemes("az")[1]
    unlikely = alternatives(sh)["Z"] + alternatives(z)["Z"]

    assert unlikely < substitution(sh + z)
