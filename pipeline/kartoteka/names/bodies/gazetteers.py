"""The tables of known institutions and places: which card a name stands for, in three languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.languages.base import LANGUAGES
from kartoteka.languages.morphology import INFLECTED, noun_lemmas
from kartoteka.resources import read_tsv
from kartoteka.romanization.characters import CYRILLIC, straighten

WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One institution or place: its key, its English name, its spellings by language, its other columns.

    `shared` are spellings of other entries that it bears too: «НКВД» was in each republic, and stands with the Union's.
    """

    id: str
    name: str
    spellings: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, str]
    shared: tuple[str, ...] = ()


@cache
def gazetteer(name: str) -> dict[str, Entry]:
    """The entries of `models/gazetteers/<name>.tsv` by id."""
    entries = {}
    for row in read_tsv(f"gazetteers/{name}.tsv"):
        spellings = {lang: listed(row[lang]) for lang in LANGUAGES}
        rest = {column: cell for column, cell in row.items() if column not in {"id", "name", "shared", *LANGUAGES}}
        entries[row["id"]] = Entry(row["id"], row["name"], spellings, rest, listed(row.get("shared", "")))
    return entries


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, joined by " | "."""
    return tuple(value for value in cell.split(" | ") if value)


def spellings(name: str, lang: str) -> dict[str, tuple[str, ...]]:
    """The spellings of each entry in a language; Latin ones serve every language."""
    latin = {key: entry.spellings["en"] for key, entry in gazetteer(name).items()}
    if lang == "en":
        return latin
    return {key: entry.spellings[lang] + latin[key] for key, entry in gazetteer(name).items()}


def key(name: str) -> str:
    """A name in lower case, with plain signs and single spaces: what the tables are looked up by."""
    return " ".join(WORD.findall(straighten(name).casefold()))


def identify(name: str, spelling: str) -> frozenset[str]:
    """The entries of a gazetteer that a spelling, also an inflected one, stands for; empty where unknown."""
    return _find(name, spelling, False)


def bearers(name: str, spelling: str) -> tuple[str, ...]:
    """Every entry that bears a spelling: those it stands for by itself, then the others in the table's order."""
    own, others = _find(name, spelling, False), _find(name, spelling, True)
    return (*sorted(own), *(entry for entry in gazetteer(name) if entry in others - own)) if others else (*own,)


@lru_cache(maxsize=50_000)
def _find(name: str, spelling: str, shared: bool) -> frozenset[str]:
    found = _by_key(name, shared).get(key(spelling))
    if found is not None:
        return found
    if not CYRILLIC.search(spelling):
        return frozenset()
    known = _by_lemmas(name, shared, *_shape(key(spelling)))
    return next((known[base] for base in _bases(spelling) if base in known), frozenset())


@cache
def _by_key(name: str, shared: bool) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    pairs = [
        (s, entry.id)
        for entry in gazetteer(name).values()
        for s in (entry.shared if shared else own_spellings(entry))
    ]
    # Straightened in one piece: a call for each spelling takes several times as long.
    straight = straighten("\n".join(spelling for spelling, _ in pairs)).casefold().split("\n")
    for spelling, (_, entry) in zip(straight, pairs, strict=False):
        table[" ".join(WORD.findall(spelling))].add(entry)
    return {k: frozenset(ids) for k, ids in table.items()}


def own_spellings(entry: Entry) -> tuple[str, ...]:
    """All the spellings that an entry bears by itself."""
    return (entry.name, *(spelling for found in entry.spellings.values() for spelling in found))


def usual_spelling(name: str, spelling: str, lang: str) -> str:
    """The gazetteer's own form of an inflected spelling («Києві»: Київ), the spelling itself where it has none."""
    known = identify(name, spelling)
    if len(known) != 1 or not CYRILLIC.search(spelling):
        return spelling
    bases = set(_bases(spelling))
    listed = gazetteer(name)[min(known)].spellings.get(lang, ())
    return next((own for own in listed if bases & set(_bases(own))), spelling)


def _shape(words: str) -> tuple[str, int]:
    """What all cases of a name have in common: its first letter and the number of its words."""
    return words[:1], words.count(" ")


@cache
def _by_shape(name: str, shared: bool) -> dict[tuple[str, int], list[str]]:
    table: dict[tuple[str, int], list[str]] = defaultdict(list)
    for words in _by_key(name, shared):
        if CYRILLIC.search(words):
            table[_shape(words)].append(words)
    return dict(table)


@cache
def _by_lemmas(name: str, shared: bool, letter: str, spaces: int) -> dict[str, frozenset[str]]:
    """The Cyrillic names of one shape by their dictionary forms: a dictionary is slow, so only those asked for."""
    table: dict[str, set[str]] = defaultdict(set)
    for words in _by_shape(name, shared).get((letter, spaces), ()):
        for base in _bases(words):
            table[base] |= _by_key(name, shared)[words]
    return {base: frozenset(ids) for base, ids in table.items()}


def _bases(spelling: str, limit: int = 64) -> list[str]:
    """A Cyrillic name with its words in their dictionary forms, in each way that two languages read them."""
    found = []
    for lang in INFLECTED:
        rows = [""]
        for word in key(spelling).split():
            rows = [f"{row} {lemma}".strip() for row in rows for lemma in sorted(noun_lemmas(word, lang))][:limit]
        found += rows
    return found
