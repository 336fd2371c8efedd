"""What the automaton of the table of given names passes over is in no reading of a word, and the other way round."""

from __future__ import annotations

import pytest

from kartoteka.names.sounds.automaton import heard
from kartoteka.romanization.fold import fold
from kartoteka.romanization.phonemes import phonemes

NAMES = heard([fold(name) for name in ("Григорій", "Андре", "Юрій", "Марія")], 0.2)


@pytest.mark.parametrize("name", ["Hryhorii", "Grigorij", "Григорий", "Hryhoriy", "Андрей", "Andrej", "Iurii"])
def test_every_spelling_of_a_listed_name_may_be_it(name: str) -> None:
    assert NAMES.may_be(phonemes(name))


@pytest.mark.parametrize("name", ["Балицький", "Skrypnyk", "Косіор", "Hryhorenko", "Gri", "", "Мар"])
def test_a_surname_or_a_part_of_a_name_is_none_of_them(name: str) -> None:
    assert not NAMES.may_be(phonemes(name))


def test_a_longer_name_may_begin_with_a_listed_one() -> None:
    assert NAMES.may_begin(phonemes("Андреєнко"))
    assert not NAMES.may_begin(phonemes("Корнієнко"))


def test_sounds_that_may_be_silent_or_double_do_not_multiply() -> None:
    assert not NAMES.may_be(phonemes("гйгйьйхй" * 40))
