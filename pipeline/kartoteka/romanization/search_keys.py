"""Look a name up in whatever spelling it is typed: the keys of its words, and the rules by which a page makes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kartoteka.romanization.characters import straighten
from kartoteka.romanization.fold import KEY, fold
from kartoteka.romanization.graphemes import graphemes
from kartoteka.romanization.phonemes import alternatives, choices, letters, phonemes

#: A word may be read in so many ways, none of which costs more than this.
MOST, WITHIN = 8, 0.1

_WORD = re.compile(r"[^\W\d_]+(?:['\u0300-\u036f͡][^\W\d_]*)*")
_DOUBLED = re.compile(r"(.)\1+")
#: Where scripts begin and end whose letters count as they are romanized: Greek, Armenian, Georgian.
_THIRD_SCRIPTS = ((0x370, 0x400), (0x531, 0x58A), (0x10A0, 0x1100))


def search_keys(names: Iterable[str]) -> list[str]:
    """The keys of all words of some names, each once: two spellings of one word share a key.

    A word has several where its letters can be read in several ways (ё is often written e). What is typed is found
    where one of its keys begins one of these.
    """
    words = dict.fromkeys(word for name in names for word in _WORD.findall(straighten(name)))
    return list(dict.fromkeys(key for word in words for key in word_keys(word)))


@lru_cache(maxsize=200_000)
def word_keys(word: str) -> tuple[str, ...]:
    """The keys of one word, the likeliest first; none for a word without letters."""
    heard = (_DOUBLED.sub(r"\1", sounds.translate(KEY)) for sounds in choices(phonemes(word), WITHIN, MOST))
    return tuple(dict.fromkeys(key for key in (fold(word), *heard) if key))


def search_rules() -> dict[str, Any]:
    """What `word_keys` goes by, as data for a program in another language.

    `groups` has the symbols of each letter group (^ and $ are the borders of a word), `foreign` those of words that
    `slavic`, an expression, does not find; a `guarded` group of theirs is none before a vowel. `sounds` are the letters
    of the key that a symbol may be, with their costs; `letters` romanizes those of other scripts.
    """
    known = graphemes()
    native, foreign = known.native, known.foreign
    symbols = {symbol for table in (native, foreign) for written in table.symbols.values() for symbol in written}
    return {
        "groups": dict(native.symbols),
        "foreign": {
            group: sound for group, sound in foreign.symbols.items() if native.symbols.get(group) != sound
        },
        "guarded": sorted(foreign.guarded),
        "slavic": known.is_native.pattern,
        "sounds": {symbol: _sounds(symbol) for symbol in sorted(symbols)},
        "letters": {
            c: letters(c) for first, end in _THIRD_SCRIPTS for c in map(chr, range(first, end)) if letters(c)
        },
        "within": WITHIN,
        "most": MOST,
    }


def _sounds(symbol: str) -> list[tuple[str, float]]:
    """The letters of the key that a symbol may be, the first the one that `fold` takes, with their costs."""
    return [(sound.translate(KEY), cost) for sound, cost in alternatives(symbol).items()]
