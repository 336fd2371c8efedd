"""What stands beside a Cyrillic name and tells its case: a preposition, a title, a verb in the past."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from kartoteka.languages.morphology import FUNCTION_WORDS, PERSONAL, parses
from kartoteka.languages.paradigms import CASES
from kartoteka.resources import read_toml

#: A case with a gender: ("gent", "m").
Cells = frozenset[tuple[str, str]]

_ANY: Cells = frozenset((case, gender) for case in CASES for gender in "mf")
#: The last word before a name, on its line and with nothing but a space between.
_BEFORE = re.compile(r"(?<![\w'’ʼ-])([^\W\d_]+(?:['’ʼ-][^\W\d_]+)*) $")
_AFTER = re.compile(r" ([^\W\d_]+)")
#: A clause begins here: what follows may be its subject.
_CLAUSE = re.compile(r"(?:^|[.!?…:;,\n–—(«\"]\s*)$")


def cells_at(text: str, start: int, end: int, lang: str) -> Cells:
    """The cases and genders that the words beside the name at `start:end` of a text leave to it.

    All of them where nothing tells. A title before it («наркома») agrees with the name or has it in the genitive.
    A woman's name at the head of a clause and before a feminine verb («Петрова сказала») is its subject.
    """
    left = text[max(0, start - 40) : start]
    before = _BEFORE.search(left)
    if before is not None:
        cases = _governed(before.group(1).lower(), lang) or _beside_title(before.group(1), lang)
        if cases:
            return frozenset(cell for cell in _ANY if cell[0] in cases)
    after = _AFTER.match(text, end)
    opens = _CLAUSE.search(left) or (before is not None and _joins(before.group(1), lang))
    if after is not None and opens and _is_womans_verb(after.group(1), lang):
        return frozenset({("nomn", "f")})
    return _ANY


def cases_of_several(text: str, start: int, lang: str) -> frozenset[str]:
    """The cases of a surname in the plural at `start`, behind «братьев»; empty where no such word stands before it."""
    before = _BEFORE.search(text[max(0, start - 40) : start])
    if before is None:
        return frozenset()
    found = [
        p for p in parses(before.group(1).lower(), lang) if p.tag.number == "plur" and p.normal_form in _kin(lang)
    ]
    return frozenset(p.tag.case for p in found if p.tag.case)


@lru_cache(maxsize=20_000)
def _governed(word: str, lang: str) -> frozenset[str]:
    return frozenset(case for case, listed in _prepositions(lang).items() if word in listed)


@cache
def _kin(lang: str) -> frozenset[str]:
    return frozenset(read_toml(f"patterns/{lang}/cases.toml")["several"])


@cache
def _prepositions(lang: str) -> dict[str, frozenset[str]]:
    table = read_toml(f"patterns/{lang}/cases.toml")["prepositions"]
    return {case: frozenset(listed) for case, listed in table.items()}


@lru_cache(maxsize=20_000)
def _beside_title(word: str, lang: str) -> frozenset[str]:
    """The cases of a name behind a word for a person, in lower case; empty where the word may be no such noun."""
    if not word.islower():
        return frozenset()
    nouns = [p for p in parses(word, lang) if p.is_known]
    if not nouns or not all(_is_one_person(p) for p in nouns):
        return frozenset()
    return frozenset(p.tag.case for p in nouns if p.tag.case) | {"gent"}


def _is_one_person(parse: Any) -> bool:
    """Whether a reading is a noun in the singular for a person, and no name."""
    tag = parse.tag
    return tag.POS == "NOUN" and tag.number != "plur" and "anim" in tag.grammemes and not PERSONAL & tag.grammemes


@lru_cache(maxsize=20_000)
def _joins(word: str, lang: str) -> bool:
    """Whether a word is no noun, adjective or verb, so that the name behind it can be a subject."""
    found = parses(word.lower(), lang)
    return bool(found) and all(p.tag.POS in FUNCTION_WORDS - {"PREP", "NPRO"} for p in found)


@lru_cache(maxsize=20_000)
def _is_womans_verb(word: str, lang: str) -> bool:
    """Whether a word is a verb in the feminine past and nothing else."""
    found = [p for p in parses(word, lang) if p.is_known]
    return bool(found) and all(p.tag.POS == "VERB" and p.tag.gender == "femn" for p in found)
