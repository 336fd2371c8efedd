"""Romanization schemes: one table a file in `models/romanization`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka.resources import path, read_toml

#: A scheme is called by its language and what sets it apart there: uk-national.
_FILES = "[a-z][a-z]-*.toml"


#: The tables of a scheme's file, in the order of the fields below.
TABLES = ("letters", "sequences", "initial", "after_vowel", "between_vowels", "endings")


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """A romanization standard: which Latin letters each Cyrillic letter becomes, and where it becomes others.

    `letters` holds for every position, `sequences` for groups of letters; `initial`, `after_vowel` (also after
    й, ь, ъ and the apostrophe), `between_vowels` and `endings` come before them where they apply. The longest
    group wins.
    """

    name: str
    lang: str
    title: str
    source: str
    letters: Mapping[str, str]
    sequences: Mapping[str, str]
    initial: Mapping[str, str]
    after_vowel: Mapping[str, str]
    between_vowels: Mapping[str, str]
    endings: Mapping[str, str]


@cache
def schemes() -> dict[str, Scheme]:
    """All schemes by name, such as "uk-national" or "ru-german", in alphabetical order."""
    names = sorted(file.stem for file in path("romanization").glob(_FILES))
    return {name: _read(name) for name in names}


def find_scheme(name: str) -> Scheme:
    """The scheme of that name. Raises ValueError that lists the known ones."""
    try:
        return schemes()[name]
    except KeyError:
        raise ValueError(f"no scheme {name!r}. Known: {', '.join(schemes())}.") from None


def _read(name: str) -> Scheme:
    data: dict[str, Any] = read_toml(f"romanization/{name}.toml")
    if data["name"] != name:
        raise ValueError(f"romanization/{name}.toml calls its scheme {data['name']!r}")
    facts = (data["name"], data["lang"], data["title"], data["source"])
    return Scheme(*facts, *(data.get(key, {}) for key in TABLES))
