"""One coarse key for all spellings of a word: what equality and look-up go by."""

from __future__ import annotations

import re
from functools import lru_cache

from kartoteka.romanization.graphemes import SILENT
from kartoteka.romanization.phonemes import alternatives, phonemes

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼʹ\u0300-\u036f͡][^\W\d_]*)*")
#: Letters of the key: each must be read back as itself, so that folding a key again changes nothing.
KEY = str.maketrans({"Z": "ž", "H": "g", "C": "c", "X": "č", "S": "š", "j": "", SILENT: ""})

_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """A text by its coarse sounds: lower-case words of plain letters, one space between them.

    Київ and Kyïv, Шаповал and Shapoval fold alike; г, ґ and х are one letter, glides and soft signs are
    dropped. Coarse: equal keys say that two spellings may be one word, not that they are. Idempotent; empty
    for a text without letters.
    """
    if text.isalpha():
        return _fold_word(text)
    return " ".join(key for word in _WORD.findall(text) if (key := _fold_word(word)))


@lru_cache(maxsize=200_000)
def _fold_word(word: str) -> str:
    """Read until nothing changes: sounds that met ("ts" of т and с) are one letter group to the next reading."""
    key = _read(word)
    while (again := _read(key)) != key:
        key = again
    return key


def _read(word: str) -> str:
    key = phonemes(word).translate(_LETTERS)
    return _DOUBLED.sub(r"\1", key) if _DOUBLED.search(key) else key


class _Letters(dict[int, str]):
    """The letter of the key for each symbol, by its number; one that was not met before is looked up."""

    def __missing__(self, number: int) -> str:
        self[number] = next(iter(alternatives(chr(number)))).translate(KEY)
        return self[number]


_LETTERS = _Letters()
