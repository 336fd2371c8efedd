"""What the letters of a name can sound like, whichever scheme and script it is spelled in.

The grapheme table is every scheme read backwards. One letter group may stand for several sounds (ch is ч or х),
so a word becomes a string of symbols: a plain letter where the sound is certain, a private character where
there are alternatives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from kartoteka.resources import read_toml, read_tsv
from kartoteka.romanization.characters import straighten
from kartoteka.romanization.graphemes import SILENT, graphemes

#: Scripts that `transliterate` romanizes, by their Unicode name.
_THIRD_SCRIPTS = {"GEORGIAN": "ka", "ARMENIAN": "hy", "GREEK": "el"}
#: A doubled letter is one sound, but for the vowels that are heard twice.
DOUBLED = re.compile(r"([^aeou])\1+")

#: Initials and words as short tell nothing of their language: they are read as the Slavic schemes write.
_FOREIGN_FROM = 3
_COST = itemgetter(0)
#: Words in which nothing can be mended: of the region's Cyrillic letters, or a key.
_REGIONAL = re.compile("[а-яёіїєґА-ЯЁІЇЄҐ]+|[a-zčšž]+")


@lru_cache(maxsize=200_000)
def phonemes(word: str) -> str:
    """A word as symbols of sound; letters of other scripts than Latin and Cyrillic count as they are romanized.

    Case, stress marks, apostrophes and doubled letters do not matter. Empty for a word without letters.
    """
    return _symbols(letters(word))


@lru_cache(maxsize=200_000)
def _symbols(written: str) -> str:
    known = graphemes()
    plain = len(written) < _FOREIGN_FROM or known.is_native.search(written)
    table = known.native if plain else known.foreign
    symbols = table.symbols
    return DOUBLED.sub(r"\1", "".join([symbols[group] for group in table.groups.findall(f"^{written}$")]))


def letters(word: str) -> str:
    """A word in lower case, without marks that the table has no letter for."""
    if word.isascii() or _REGIONAL.fullmatch(word):
        composed = word.lower()
    else:
        composed = unicodedata.normalize("NFC", straighten(word)).lower()
    return composed.translate(_MARKS)


class _Marks(dict[int, str]):
    """What each character of a word is read as, by its number; a character that was not met before is looked up."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        self[number] = character if character in graphemes().letters else _base(character)
        return self[number]


_MARKS = _Marks()


def _base(character: str) -> str:
    known = graphemes().letters
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
    return "".join(c for c in latin if c in graphemes().letters)


def alternatives(symbol: str) -> Mapping[str, float]:
    """The sounds that a symbol can be, with their costs."""
    return graphemes().alternatives[symbol]


def choices(symbols: str, within: float = 0.4, limit: int = 12) -> Iterator[str]:
    """The plain sound strings that symbols can stand for, the likeliest first, at most `limit`.

    A sound that costs more than `within` is not chosen.
    """
    found, certain = [(0.0, "")], ""
    for symbol in symbols:
        options = _options(symbol, within)
        if len(options) == 1:
            certain += options[0][1]
            continue
        longer = [(so_far + cost, chosen + certain + sound) for so_far, chosen in found for cost, sound in options]
        longer.sort(key=_COST)
        found, certain = longer[:limit], ""
    return iter(dict.fromkeys([(chosen + certain).replace(SILENT, "") for _, chosen in found]))


@cache
def _options(symbol: str, within: float) -> tuple[tuple[float, str], ...]:
    """What a symbol can be within a cost; one sound at least costs nothing."""
    return tuple((cost, sound) for sound, cost in alternatives(symbol).items() if cost <= within)


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to take one sound for another or to drop one; two sounds in one key, in either order."""

    drop: Mapping[str, float]
    confused: Mapping[str, float]
    other_vowel: float
    other_consonant: float
    mixed: float
    both: float
    first: float
    vowels: frozenset[str]
    endings: tuple[str, ...]


@cache
def costs() -> Costs:
    """The tables `phonemes.toml` and `sounds.tsv` of `models/romanization`: what is learned, overruled by hand."""
    data = read_toml("romanization/phonemes.toml")
    learned = {row["sounds"]: float(row["cost"]) for row in read_tsv("romanization/sounds.tsv")}
    drop = {pair[1]: cost for pair, cost in learned.items() if pair[0] == SILENT}
    confused = _both_ways(learned) | _both_ways(data["confused"])
    endings = tuple(sorted(data["endings"], key=len, reverse=True))
    numbers = {name: data[name] for name in ("other_vowel", "other_consonant", "mixed", "both", "first")}
    return Costs(drop | data["drop"], confused, **numbers, vowels=frozenset(data["vowels"]), endings=endings)


def _both_ways(table: Mapping[str, float]) -> dict[str, float]:
    return {key: cost for pair, cost in table.items() for key in (pair, pair[::-1])}


@cache
def substitution(pair: str) -> float:
    """The cost of one symbol for another (two symbols in one string): that of their nearest sounds."""
    left, right = (alternatives(symbol) for symbol in pair)
    both = costs().both
    return min(
        (a + b) * (both if a and b else 1.0) + _between(x, y) for x, a in left.items() for y, b in right.items()
    )


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
