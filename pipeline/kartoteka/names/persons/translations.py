"""Ukrainian given names and patronymics in Russian, by the dictionaries of `names_translator`.

They are asked only for words that the table of given names does not know, and loaded at the first of them: 15 MB and
some hundredths of a second.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from kartoteka.romanization.characters import CYRILLIC


@cache
def _dictionaries() -> Any:
    from names_translator.dicts import NameDicts

    return NameDicts()


@lru_cache(maxsize=50_000)
def russian_given(word: str) -> tuple[str, ...]:
    """The Russian forms of a Ukrainian given name, the most frequent first; empty where none is known."""
    return _look_up(word, "first")


@lru_cache(maxsize=50_000)
def russian_patronymic(word: str) -> tuple[str, ...]:
    """The Russian forms of a Ukrainian patronymic, the most frequent first; empty where none is known."""
    return _look_up(word, "patronymic")


def _look_up(word: str, kind: str) -> tuple[str, ...]:
    return tuple(_dictionaries().lookup(word, kind)) if CYRILLIC.search(word) else ()
