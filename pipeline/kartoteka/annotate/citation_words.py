"""The words of citations, in all languages at once: a Ukrainian note cites English books, an English one Cyrillic."""

from __future__ import annotations

import re
from functools import cache

from kartoteka.annotate.name_words import INITIAL, NAME, PARTICLE, UPPER
from kartoteka.languages.base import LANGUAGES
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC

INITIALS = rf"(?>{INITIAL}(?:[ -]?{INITIAL}){{0,2}})"
#: How a citation writes a person: "V. A. Zolotar'ov", «Золотарьов В. А.», "Amy W. Knight".
INITIALS_FIRST = rf"{INITIALS}[ -]?(?:{PARTICLE} )?{NAME}"
#: Behind a comma a row of names goes on with initials: "Shapoval, V. Prystaiko, and" is no "Shapoval, V.".
SURNAME_FIRST = rf"{NAME}(?: {INITIALS}|, {INITIALS}(?! ?{NAME}(?:[,;.)]| (?:and|та|и|і) | [{UPPER}]|$)))"
FULL_NAME = rf"{NAME}(?: (?:{INITIAL}|{PARTICLE}|{NAME})){{0,2}} {NAME}"
YEAR = r"(?:1[5-9]|20)\d\d"
OPENING_QUOTES = "\"“«„‘'"
CLOSING_QUOTES = "\"”»’'"


@cache
def words(key: str) -> tuple[str, ...]:
    """A list of `models/patterns/<lang>/citations.toml` over all languages, the longest words first."""
    found = {word for lang in LANGUAGES for word in _table(lang)[key]}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@cache
def any_of(*keys: str) -> str:
    """A regular expression for any word of these lists as a whole word, with a capital or without."""
    found = sorted({word for key in keys for word in words(key)}, key=lambda word: (-len(word), word))
    choices = "|".join(re.escape(word).replace(r"\ ", r"\s?") + _end(word) for word in found)
    return rf"(?<![\w'])(?i:{choices})"


def has_any(text: str, *keys: str) -> bool:
    """Whether any word of these lists can be in a text: a look so cheap that it spares most texts a search."""
    lower = text.lower()
    return any(word in lower for key in keys for word in words(key))


def _end(word: str) -> str:
    return r"(?![^\W_])" if word[-1].isalnum() else ""


@cache
def shortened_places(lang: str) -> dict[str, str]:
    """What the shortened places of imprints stand for, as the language has it: «Л.» is Львів or Ленинград."""
    others = [other for other in LANGUAGES if other != lang]
    return {short: name for each in (*others, lang) for short, name in _table(each)["places"].items()}


def reading_language(name: str, lang: str) -> str:
    """The language by whose rules a name is looked at: English for Latin letters, else uk or ru."""
    if not CYRILLIC.search(name):
        return "en"
    return lang if lang in ("uk", "ru") else "ru"


@cache
def _table(lang: str) -> dict[str, dict[str, str]]:
    return read_toml(f"patterns/{lang}/citations.toml")
