"""Tells in which language a stretch of text is written, romanized Ukrainian and Russian among them.

Cyrillic text is judged by all its letters and by function words; Latin text by function words and by what its
words look like, each word one voice. Tables: letters.tsv, cyrillic.toml and latin.toml in
models/patterns/languages.
"""

from __future__ import annotations

import math
import re
from functools import cache

from kartoteka import resources

_FOLDER = "patterns/languages"
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
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


def is_cyrillic(text: str) -> bool:
    """Whether more letters are Cyrillic than Latin."""
    return len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text))


def identify(text: str, default: str = "en") -> str:
    """The language of a sentence or more: en, uk, ru, uk-Latn, ru-Latn, pl or de (BCP 47).

    With too little evidence (a bare name, figures) it is `default`, if that is written in the script of the text,
    or is empty; else Russian for Cyrillic, English for Latin letters.
    """
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic and not latin:
        return default
    if cyrillic > latin:
        return _of_cyrillic(text, default) or (default if default in ("", "uk", "ru") else "ru")
    return _of_latin(text) or ("en" if default in ("uk", "ru") else default)


def _of_cyrillic(text: str, default: str) -> str:
    """uk or ru, "" with too little evidence: the logarithm of how much likelier Ukrainian is."""
    letters, words = _letters(), _words()
    score = sum(letters.get(letter, 0.0) for letter in text.lower())
    score += _WORD_WEIGHT * sum(words.get(word.lower(), 0) for word in _CYRILLIC_WORD.findall(text))
    if abs(score) < (_LEAST_AGAINST if default in ("uk", "ru") else _LEAST_CYRILLIC):
        return ""
    return "uk" if score > 0 else "ru"


def _of_latin(text: str) -> str:
    """The Latin-written language with the most voices, "" with too little evidence."""
    # Initials are no words.
    found = [word.translate(_PRIME) for word in _LATIN_WORD.findall(text) if len(word) > 1 or word.islower()]
    votes = dict.fromkeys(_latin(), 0.0)
    for word in found:
        lower = word.lower()
        for lang, (function_words, shapes) in _latin().items():
            if lower in function_words:
                votes[lang] += 1.5
            elif shapes.search(lower):
                votes[lang] += 1.0
    best = max(votes, key=lambda lang: votes[lang])
    if votes[best] < _LEAST_LATIN or (best != "en" and votes[best] < _LEAST_SHARE * len(found)):
        return ""
    return best


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
