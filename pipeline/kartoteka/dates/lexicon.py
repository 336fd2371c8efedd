"""The words of calendar expressions in one language, as its table in the models gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kartoteka import resources
from kartoteka.languages.base import LANGUAGES

#: Words and signs as the lexer cuts them: a phrase of the tables is looked up as a row of these.
PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*|[^\w\s]|_")

#: What a word can be, and its value as each kind: {"month": "5"}.
Kinds = Mapping[str, str]
#: What may follow the first piece of a phrase: by the second piece, "" for none, the pieces after it and the kinds.
Following = Mapping[str, tuple[tuple[tuple[str, ...], Kinds], ...]]


@dataclass(frozen=True, slots=True)
class Beside:
    """What beside a doubtful word bears it out as a date or not, as the table's `[beside]` lists and explains it."""

    prefixes: tuple[str, ...]
    season_after: tuple[str, ...]
    season_before_not: tuple[str, ...]
    decade_after: tuple[str, ...]
    day_after: tuple[str, ...]
    followers: tuple[str, ...]
    follower_endings: tuple[str, ...]
    deed_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    age_before: tuple[str, ...]
    age_after: tuple[str, ...]
    bare_words: tuple[str, ...]
    not_after: tuple[str, ...]
    unit_like: tuple[str, ...]
    genitive_endings: tuple[str, ...]
    locative_endings: tuple[str, ...]
    joining: tuple[str, ...]
    age_of: tuple[str, ...]
    not_year_after: tuple[str, ...]
    named_after_day: tuple[str, ...]
    doubtful_weekdays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`phrases` has, for the first piece of each phrase, the rest of it and its kinds, the longest first.

    `suffixes` are what can be written on to a figure ("12th", «30-х»): ordinal, decade or both. The next three say
    what follows a number that counts something, `beside` what stands next to a doubtful word.
    """

    lang: str
    month_first: bool
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Kinds], ...]]
    suffixes: Mapping[str, frozenset[str]]
    counted: frozenset[str]
    counted_endings: tuple[str, ...]
    not_counted: tuple[str, ...]
    beside: Beside


@cache
def lexicon(lang: str) -> Lexicon:
    """The words of a language; a romanized or any other language (uk-Latn, pl, "") is read by the English ones."""
    known = lang if lang in LANGUAGES else "en"
    table = resources.read_toml(f"patterns/{known}/dates.toml")
    counted = table["counted"]
    return Lexicon(
        lang=known,
        month_first=table["month_first"],
        phrases=_phrases(table),
        suffixes=_suffixes(table["suffix"]),
        counted=frozenset(counted["words"]),
        counted_endings=tuple(counted["endings"]),
        not_counted=tuple(counted["not"]),
        beside=Beside(**{name: tuple(words) for name, words in table["beside"].items()}),
    )


@cache
def openings(lang: str) -> Mapping[str, Following]:
    """The phrases of a language by their first piece, then by their second, the longest first."""
    found: dict[str, dict[str, tuple[tuple[tuple[str, ...], Kinds], ...]]] = {}
    for first, phrases in lexicon(lang).phrases.items():
        rows = found.setdefault(first, {})
        for rest, kinds in phrases:
            second = rest[0] if rest else ""
            rows[second] = (*rows.get(second, ()), (rest[1:], kinds))
    return found


def _phrases(table: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Kinds], ...]]:
    kinds: dict[tuple[str, ...], dict[str, str]] = {}
    for phrase, kind, value in _entries(table):
        kinds.setdefault(tuple(PIECE.findall(phrase.replace("’", "'").replace("ё", "е"))), {})[kind] = value
    by_first: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
    for pieces, meanings in kinds.items():
        by_first.setdefault(pieces[0], []).append((pieces[1:], meanings))
    return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in by_first.items()}


def _entries(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each phrase with its kind and value; the neighbours' months count only beside a number."""
    for neighbour in table.get("neighbours", ()):
        months = resources.read_toml(f"patterns/{neighbour}/dates.toml")["month"]
        yield from ((p, "month_beside_number", month) for month, listed in months.items() for p in listed)
    for kind, meanings in table.items():
        if not isinstance(meanings, dict) or kind in ("suffix", "counted", "beside"):
            continue
        yield from ((phrase, kind, value) for value, phrases in meanings.items() for phrase in phrases)


def _suffixes(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    suffixes = {suffix for listed in table.values() for suffix in listed}
    return {suffix: frozenset(kind for kind, listed in table.items() if suffix in listed) for suffix in suffixes}
