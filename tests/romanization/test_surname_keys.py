"""Over twenty thousand surnames, hardly any share a key, and no Cyrillic letter gets into one."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from kartoteka.languages.surnames import dictionary_surnames
from kartoteka.names import person_keys
from kartoteka.romanization import fold, romanize

DISTINCT = 20_000
#: Surnames that share one blocking key: 67 were counted of 22,600 (Сак, Зак, Сайко, …).
SHARE_A_KEY = 90
#: Surnames that fold to one word: 5 were counted (Алексеєнко, Алєксєєнко, …).
SHARE_A_FOLD = 6
#: The share of surnames that may have no key in common with their romanization.
APART = 0.015
#: The sounds of a key; a given name alone has the name of its class.
OF_A_KEY = re.compile("[a-zA-Z]+|given:[A-Za-zÀ-ž-]+")
OF_A_FOLD = re.compile("[a-zčšž ]+")


@pytest.mark.slow
def test_few_of_the_surnames_of_the_dictionary_share_a_key() -> None:
    surnames = [word.title() for word in dictionary_surnames("uk")]
    keys = Counter(key for surname in surnames for key in person_keys(surname))
    folded = Counter(map(fold, surnames))

    assert len(set(surnames)) > DISTINCT
    assert keys.most_common(1)[0][1] <= SHARE_A_KEY
    assert folded.most_common(1)[0][1] <= SHARE_A_FOLD


@pytest.mark.parametrize("lang", ["uk", "ru"])
def test_keys_are_made_of_sounds_alone(lang: str) -> None:
    for surname in dictionary_surnames(lang, 13):
        assert all(OF_A_KEY.fullmatch(key) for key in person_keys(surname.title()))
        assert OF_A_FOLD.fullmatch(fold(surname))


@pytest.mark.parametrize("word", ["Ѳедоровъ", "Ғабдулла", "Његош", "Џугашвили", "Ҷӯраев", "Ӏадаев"])
def test_letters_of_other_cyrillic_alphabets_do_not_get_into_a_key(word: str) -> None:
    assert person_keys(word)
    assert all(OF_A_KEY.fullmatch(key) for key in person_keys(word))


@pytest.mark.parametrize(
    "scheme", ["uk-national", "uk-german", "uk-polish", "ru-ala-lc-simple", "ru-german", "ru-french"]
)
def test_a_surname_and_its_romanization_share_a_key(scheme: str) -> None:
    names = [f"Я. {surname.title()}" for surname in dictionary_surnames(scheme[:2], 13)]
    apart = [name for name in names if not person_keys(name) & person_keys(romanize(name, scheme))]

    assert len(apart) <= APART * len(names), apart
