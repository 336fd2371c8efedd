"""The surnames that the dictionaries know: what tables and keys are counted and tried on."""

from __future__ import annotations

from functools import cache
from itertools import product

from kartoteka.languages.morphology import analyzer

_LETTERS = {"uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщюя", "ru": "абвгдеёжзийклмнопрстуфхцчшщэюя"}


@cache
def dictionary_surnames(lang: str, one_in: int = 1) -> tuple[str, ...]:
    """The surnames of the dictionary of uk or ru in the nominative, in lower case and alphabetical order.

    Going through the whole dictionary takes a minute; with `one_in` only every so manieth pair of first letters
    is looked at, always the same ones. Raises ValueError for a language without a dictionary.
    """
    dictionary = analyzer(lang).dictionary
    beginnings = [first + second for first, second in product(_LETTERS[lang], repeat=2)]
    surnames: dict[int, bool] = {}

    def is_surname(paradigm: int) -> bool:
        if paradigm not in surnames:
            surnames[paradigm] = "Surn" in dictionary.build_tag_info(paradigm, 0)
        return surnames[paradigm]

    found = {
        word
        for beginning in beginnings[::one_in]
        for word, (paradigm, form) in dictionary.words.iteritems(beginning)
        if form == 0 and is_surname(paradigm)
    }
    return tuple(sorted(found))
