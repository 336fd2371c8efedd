"""What the letters of a name can sound like, whichever scheme and script it is spelled in.

The grapheme table is every scheme read backwards. One letter group may stand for several sounds (ch is ч or х),
so a word becomes a string of symbols: a plain letter where the sound is certain, a private character where
there are alternatives.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from kartoteka.resources import read_toml, read_tsv
from kartoteka.romanization.characters import straighten

_PRIVATE = 0xE000
SILENT = "-"
#: Sounds that are heard twice when they are written twice; of the others a doubled letter is one sound.
_DOUBLING = frozenset("aeou")
#: Scripts that `transliterate` romanizes, by their Unicode name.
_THIRD_SCRIPTS = {"GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el"}


@dataclass(frozen=True, slots=True)
class Graphemes:
    """The grapheme table: symbols by letters, for the start, the middle and the end of a word."""

    initial: Mapping[str, str]
    inside: Mapping[str, str]
    final: Mapping[str, str]
    alternatives: Mapping[str, Mapping[str, float]]
    longest: int


@cache
def graphemes() -> Graphemes:
    """The table of `models/romanization/graphemes.tsv`."""
    tables: dict[str, dict[str, str]] = {"^": {}, "": {}, "$": {}}
    symbols: dict[str, str] = {}
    for row in read_tsv("romanization/graphemes.tsv"):
        sounds = (_symbol(sound, symbols) for sound in row["sounds"].split())
        tables[row["where"]][row["grapheme"]] = "".join(sounds)
    alternatives = {symbol: _alternatives(sound) for sound, symbol in symbols.items()}
    longest = max(len(grapheme) for table in tables.values() for grapheme in table)
    return Graphemes(tables["^"], tables[""], tables["$"], alternatives, longest)


def _symbol(sound: str, symbols: dict[str, str]) -> str:
    if sound not in symbols:
        symbols[sound] = sound if len(sound) == 1 else chr(_PRIVATE + len(symbols))
    return symbols[sound]


def _alternatives(sound: str) -> dict[str, float]:
    pairs = (choice.partition("=") for choice in sound.split("/"))
    return {name: float(cost or 0) for name, _, cost in pairs}


@lru_cache(maxsize=200_000)
def phonemes(word: str) -> str:
    """A word as symbols of sound; letters of other scripts than Latin and Cyrillic count as they are romanized.

    Case, stress marks, apostrophes and doubled letters do not matter. Empty for a word without letters.
    """
    table = graphemes()
    letters = _plain(word)
    found: list[str] = []
    at = 0
    while at < len(letters):
        length, symbols = _longest(letters, at, table)
        found.extend(s for s in symbols if not found or found[-1] != s or s in _DOUBLING)
        at += length
    return "".join(found)


def _longest(letters: str, at: int, table: Graphemes) -> tuple[int, str]:
    for length in range(min(table.longest, len(letters) - at), 0, -1):
        group = letters[at : at + length]
        if at == 0 and group in table.initial:
            return length, table.initial[group]
        if at + length == len(letters) and group in table.final:
            return length, table.final[group]
        if group in table.inside:
            return length, table.inside[group]
    return 1, ""


def _plain(word: str) -> str:
    """Lower case, without marks that the table has no letter for."""
    known = graphemes().inside
    composed = unicodedata.normalize("NFC", straighten(word)).lower()
    return "".join(c if c in known else _base(c) for c in composed)


@cache
def _base(character: str) -> str:
    known = graphemes().inside
    kept = [c for c in unicodedata.normalize("NFKD", character).lower() if c in known]
    if kept or not character.isalpha():
        return "".join(kept)
    return _romanized(character)


def _romanized(character: str) -> str:
    """A letter of a third script (Georgian, Armenian, Greek) in Latin, by the tables of `transliterate`."""
    language = _THIRD_SCRIPTS.get(unicodedata.name(character, "").partition(" ")[0])
    if language is None:
        return ""
    from transliterate import translit

    latin = translit(character, language, reversed=True).lower()
    return "".join(c for c in latin if c in graphemes().inside)


def alternatives(symbol: str) -> Mapping[str, float]:
    """The sounds that a symbol can be, with their costs."""
    return graphemes().alternatives[symbol]


def choices(symbols: str, within: float = 0.4, limit: int = 12) -> Iterator[str]:
    """The plain sound strings that symbols can stand for, the likeliest letters first, at most `limit`."""
    options = [[s for s, cost in alternatives(symbol).items() if cost <= within] for symbol in symbols]
    for number, chosen in enumerate(product(*options)):
        if number == limit:
            return
        yield "".join(chosen).replace(SILENT, "")


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to take one sound for another or to drop one."""

    drop: Mapping[str, float]
    confused: Mapping[str, float]
    other_vowel: float
    other_consonant: float
    mixed: float
    first: float
    vowels: frozenset[str]
    endings: tuple[str, ...]


@cache
def costs() -> Costs:
    """The table of `models/romanization/phonemes.toml`."""
    data = read_toml("romanization/phonemes.toml")
    both = {key: cost for pair, cost in data["confused"].items() for key in (pair, pair[::-1])}
    endings = tuple(sorted(data["endings"], key=len, reverse=True))
    vowel, consonant, mixed, first = (data[k] for k in ("other_vowel", "other_consonant", "mixed", "first"))
    return Costs(data["drop"], both, vowel, consonant, mixed, first, frozenset(data["vowels"]), endings)


@cache
def substitution(pair: str) -> float:
    """The cost of one symbol for another (two symbols in one string): that of their nearest sounds."""
    left, right = (alternatives(symbol) for symbol in pair)
    return min(a + b + _between(x, y) for x, a in left.items() for y, b in right.items())


def _between(left: str, right: str) -> float:
    table = costs()
    if left == right:
        return 0.0
    if left + right in table.confused:
        return table.confused[left + right]
    both = (left in table.vowels) + (right in table.vowels)
    return (table.other_consonant, table.mixed, table.other_vowel)[both]


@cache
def omission(symbol: str) -> float:
    """The cost of a symbol that stands in one of two spellings alone."""
    table = costs()

    def drop(sound: str) -> float:
        if sound == SILENT:
            return 0.0
        kind = "vowel" if sound in table.vowels else "consonant"
        return table.drop.get(sound, table.drop[kind])

    return min(cost + drop(sound) for sound, cost in alternatives(symbol).items())
