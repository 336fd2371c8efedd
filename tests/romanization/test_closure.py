"""Whatever scheme romanizes a surname, it is matched to its Cyrillic; and what holds for every table."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kartoteka.languages.surnames import dictionary_surnames
from kartoteka.names.lists.batch import judge_texts
from kartoteka.resources import read_lines
from kartoteka.romanization import readings, romanize, schemes, straighten

#: Every so manieth pair of first letters gives so many surnames at least.
ONE_IN = {"uk": 7, "ru": 4}
SURNAMES = 1_500
MATCHED = 0.99
SAME = 1
GIVEN = {
    "uk": ["Іван", "Микола", "Юрій", "Олексій", "Григорій"],
    "ru": ["Иван", "Николай", "Юрий", "Алексей", "Григорий"],
    "be": ["Іван", "Мікалай", "Юрый", "Аляксей", "Рыгор"],
}
CYRILLIC = re.compile("[\u0400-\u052f]")
#: Schemes in which every letter has its own sign.
REVERSIBLE = ["ru-iso9", "uk-iso9", "uk-dstu-a"]


@cache
def surnames(lang: str) -> list[str]:
    """Surnames of the dictionary, in equal steps through the alphabet; the listed ones for Belarusian."""
    if lang == "be":
        return list(read_lines("romanization/belarusian_surnames.txt"))
    known = [word for word in dictionary_surnames(lang, ONE_IN[lang]) if len(word) > 2]
    assert len(known) >= SURNAMES
    return [word[0].upper() + word[1:] for word in known[:: len(known) // SURNAMES][:SURNAMES]]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", schemes())
def test_surnames_in_any_scheme_are_matched_to_their_cyrillic(scheme: str) -> None:
    lang = schemes()[scheme].lang
    names = [f"{GIVEN[lang][number % 5]} {surname}" for number, surname in enumerate(surnames(lang))]
    latin = [romanize(name, scheme) for name in names]
    verdicts = judge_texts(names, latin).verdicts.tolist()
    missed = [pair for *pair, verdict in zip(names, latin, verdicts, strict=True) if verdict != SAME]

    assert 1 - len(missed) / len(names) >= MATCHED, missed


@pytest.mark.parametrize("scheme", schemes())
def test_no_cyrillic_letter_is_left_and_latin_stays(scheme: str) -> None:
    for lang in GIVEN:
        for surname in surnames("be") if lang == "be" else few(lang):
            latin = romanize(surname, scheme)
            assert latin
            assert not CYRILLIC.search(latin)
            assert romanize(latin, scheme) == straighten(latin)


@given(st.text(alphabet=st.characters(min_codepoint=0x400, max_codepoint=0x52F), max_size=12))
@settings(max_examples=200, deadline=None)
def test_no_letter_of_any_cyrillic_alphabet_is_left(text: str) -> None:
    for scheme in ("uk-national", "ru-ala-lc", "be-lacinka"):
        assert not CYRILLIC.search(romanize(text, scheme))


@pytest.mark.parametrize("scheme", REVERSIBLE)
def test_a_scheme_with_a_sign_for_every_letter_is_read_back(scheme: str) -> None:
    for surname in few(schemes()[scheme].lang):
        assert surname in set(readings(romanize(surname, scheme), scheme))


@pytest.mark.parametrize("scheme", schemes())
def test_every_reading_is_written_so(scheme: str) -> None:
    for surname in few(schemes()[scheme].lang)[::8]:
        latin = romanize(surname, scheme)
        assert all(
            straighten(romanize(found, scheme)) == straighten(latin) for found in readings(latin, scheme, 8)
        )


def few(lang: str) -> list[str]:
    """Some dozens of real surnames."""
    if lang == "be":
        return surnames(lang)[::6]
    known = [word for word in dictionary_surnames(lang, 13) if word.isalpha()]
    return [word[0].upper() + word[1:] for word in known[:: len(known) // 50]]
