"""The tables of known institutions and places: which card a name stands for, in three languages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kartoteka.languages.base import LANGUAGES
from kartoteka.languages.morphology import INFLECTED, noun_lemmas
from kartoteka.resources import read_tsv
from kartoteka.romanization.characters import CYRILLIC, straighten

WORD = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One institution or place: its key, its English name, its spellings by language, its other columns."""

    id: str
    name: str
    spellings: Mapping[str, tuple[str, ...]]
    columns: Mapping[str, str]


@cache
def gazetteer(name: str) -> dict[str, Entry]:
    """The entries of `models/gazetteers/<name>.tsv` by id."""
    entries = {}
    for row in read_tsv(f"gazetteers/{name}.tsv"):
        spellings = {lang: tuple(s for s in row[lang].split(" | ") if s) for lang in LANGUAGES}
        rest = {column: cell for column, cell in row.items() if column not in {"id", "name", *LANGUAGES}}
        entries[row["id"]] = Entry(row["id"], row["name"], spellings, rest)
    return entries


def spellings(name: str, lang: str) -> dict[str, tuple[str, ...]]:
    """The spellings of each entry in a language; Latin ones serve every language."""
    latin = {key: entry.spellings["en"] for key, entry in gazetteer(name).items()}
    if lang == "en":
        return latin
    return {key: entry.spellings[lang] + latin[key] for key, entry in gazetteer(name).items()}


def key(name: str) -> str:
    """A name in lower case, with plain signs and single spaces: what the tables are looked up by."""
    return " ".join(WORD.findall(straighten(name).casefold()))


@cache
def _by_key(name: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for entry in gazetteer(name).values():
        for spelling in (entry.name, *(s for found in entry.spellings.values() for s in found)):
            table[key(spelling)].add(entry.id)
    return {k: frozenset(ids) for k, ids in table.items()}


def identify(name: str, spelling: str) -> frozenset[str]:
    """The entries of a gazetteer that a spelling, also an inflected one, stands for; empty where unknown."""
    found = _by_key(name).get(key(spelling))
    if found is not None:
        return found
    if not CYRILLIC.search(spelling):
        return frozenset()
    known = _by_lemmas(name)
    return next((known[base] for base in _bases(spelling) if base in known), frozenset())


def usual_spelling(name: str, spelling: str, lang: str) -> str:
    """The gazetteer's own form of an inflected spelling («Києві»: Київ), the spelling itself where it has none."""
    known = identify(name, spelling)
    if len(known) != 1 or not CYRILLIC.search(spelling):
        return spelling
    bases = set(_bases(spelling))
    listed = gazetteer(name)[min(known)].spellings.get(lang, ())
    return next((own for own in listed if bases & set(_bases(own))), spelling)


@cache
def _by_lemmas(name: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = defaultdict(set)
    for entry in gazetteer(name).values():
        for spelling in (*entry.spellings["uk"], *entry.spellings["ru"]):
            for base in _bases(spelling):
                table[base].add(entry.id)
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
