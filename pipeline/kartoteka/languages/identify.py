"""Tells in which language a stretch of text is written, romanized Ukrainian and Russian among them.

Cyrillic text is judged by all its letters and by function words; Latin text by function words and by what its
words look like, each word one voice. Tables: letters.tsv, cyrillic.toml and latin.toml in
models/patterns/languages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka import resources

_FOLDER = "patterns/languages"
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]+(?:['’ʼ][Ѐ-ӿ]+)*")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’ʼʹ`\"ʺ][A-Za-zÀ-ɏ]+)*['’ʼʹ]?")
_PRIME = str.maketrans("’ʼʹ`ʺ", "''''\"")
#: A function word weighs as much as a fairly telling letter: e to this power to one.
_WORD_WEIGHT = 2.5
#: Below these the evidence is too little, and the default stands.
_LEAST_CYRILLIC = 0.7
#: A bare name or heading takes the default unless a letter or word of its own speaks against it.
_LEAST_AGAINST = 3.5
_LEAST_LATIN = 2.0
#: In English text names alone make no other language: so large a share of the words has to speak for it.
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the language of a text.

    `script` is that of most letters, "Cyrl" or "Latn", "" where it has none of them. `ukrainian` is the logarithm of
    how much likelier Ukrainian is than Russian, `latin` the Latin-written language with the most voices, "" with too
    few; each is told for its own script alone.
    """

    script: str
    ukrainian: float = 0.0
    latin: str = ""


def identify(text: str, default: str = "en") -> str:
    """The language of a sentence or more: en, uk, ru, uk-Latn, ru-Latn, pl or de (BCP 47).

    With too little evidence (a bare name, figures) it is `default`, if that is written in the script of the text,
    or is empty; else Russian for Cyrillic, English for Latin letters.
    """
    return decide(weigh(text), default)


def weigh(text: str) -> Evidence:
    """What the letters and words of a text say; `decide` names the language."""
    cyrillic = sum(map(len, _CYRILLIC.findall(text)))
    if not cyrillic:
        return Evidence("Latn", latin=_of_latin(text)) if _LATIN.search(text) else Evidence("")
    if cyrillic > sum(map(len, _LATIN.findall(text))):
        return Evidence("Cyrl", ukrainian=_of_cyrillic(text))
    return Evidence("Latn", latin=_of_latin(text))


def decide(evidence: Evidence, default: str = "en") -> str:
    """The language that the evidence speaks for, as `identify` names it."""
    if evidence.script == "Latn":
        return evidence.latin or ("en" if default in ("uk", "ru") else default)
    if not evidence.script:
        return default
    if abs(evidence.ukrainian) < (_LEAST_AGAINST if default in ("uk", "ru") else _LEAST_CYRILLIC):
        return default if default in ("", "uk", "ru") else "ru"
    return "uk" if evidence.ukrainian > 0 else "ru"


def _of_cyrillic(text: str) -> float:
    """The logarithm of how much likelier Ukrainian is than Russian, by all letters and by function words."""
    lower = text.lower()
    letters, words = _letters(), _words()
    score = sum(letters[letter] * count for letter, count in Counter(lower).items() if letter in letters)
    return score + _WORD_WEIGHT * sum(words.get(word, 0) for word in _CYRILLIC_WORD.findall(lower))


def _of_latin(text: str) -> str:
    """The Latin-written language with the most voices, "" with too little evidence."""
    votes = dict.fromkeys(_latin(), 0.0)
    found = 0
    for word, count in Counter(_LATIN_WORD.findall(text)).items():
        if len(word) > 1 or word.islower():  # initials are no words
            found += count
            for lang, voice in _voices(word):
                votes[lang] += voice * count
    best = max(votes, key=lambda lang: votes[lang])
    if votes[best] < _LEAST_LATIN or (best != "en" and votes[best] < _LEAST_SHARE * found):
        return ""
    return best


@lru_cache(maxsize=100_000)
def _voices(word: str) -> tuple[tuple[str, float], ...]:
    """The languages that a word speaks for, and how loudly: a function word more than a telling shape."""
    lower = word.translate(_PRIME).lower()
    return tuple(
        (lang, 1.5 if lower in function_words else 1.0)
        for lang, (function_words, shapes) in _latin().items()
        if lower in function_words or shapes.search(lower)
    )


@cache
def _letters() -> dict[str, float]:
    """How much each Cyrillic letter speaks for Ukrainian (positive) or Russian (negative)."""
    rows = resources.read_tsv(f"{_FOLDER}/letters.tsv")
    return {row["letter"]: math.log(float(row["uk"]) / float(row["ru"])) for row in rows}


@cache
def _words() -> dict[str, int]:
    """Function words of one of the two languages alone: 1 for Ukrainian, -1 for Russian."""
    table = resources.read_toml(f"{_FOLDER}/cyrillic.toml")
    uk, ru = set(table["uk"]["words"]), set(table["ru"]["words"])
    return dict.fromkeys(uk - ru, 1) | dict.fromkeys(ru - uk, -1)


@cache
def _latin() -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """Function words and word shapes of each language written in Latin letters."""
    table = resources.read_toml(f"{_FOLDER}/latin.toml")
    return {lang: (frozenset(t["words"]), re.compile("|".join(t["shapes"]))) for lang, t in table.items()}
