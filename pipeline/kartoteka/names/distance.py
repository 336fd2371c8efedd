"""How far two spellings of one word are apart in sound: a weighted edit distance over symbols."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.romanization.graphemes import SILENT
from kartoteka.romanization.phonemes import alternatives, costs, omission, phonemes, substitution

#: Where the cost of a pair reaches this share of its shorter word's sounds, the likeness is 0.
_REACH = 0.5
#: No name is longer in sounds; what comes after is not compared.
_LONGEST = 60


@lru_cache(maxsize=1_000_000)
def likeness(left: str, right: str) -> float:
    """How alike two words sound, from 0 to 1: 1 for spellings of one word under whatever scheme.

    Case, script and scheme do not matter; a consonant outside the known confusions tells most, the first
    sound more than the others. 0 where a word has no letters.
    """
    a, b = phonemes(left)[:_LONGEST], phonemes(right)[:_LONGEST]
    if a == b:
        return 1.0 if a else 0.0
    if not a or not b:
        return 0.0
    return max(0.0, 1.0 - distance(a, b) / (_REACH * weight(a, b)))


def weight(a: str, b: str) -> float:
    """How many sounds tell the two symbol strings apart: those of the shorter one, at least three.

    Glides do not count, and the sounds of an ending that both share (-enko, -sky) count half.
    """
    x, y = _plain(a), _plain(b)
    shared = next((e for e in costs().endings if x.endswith(e) and y.endswith(e)), "")
    return max(3.0, min(len(x), len(y)) - len(shared) / 2)


@lru_cache(maxsize=200_000)
def _plain(symbols: str) -> str:
    """The likeliest sounds of the symbols, without glides and what may be silent."""
    likeliest = "".join(next(iter(alternatives(symbol))) for symbol in symbols)
    return likeliest.replace("j", "").replace(SILENT, "")


@lru_cache(maxsize=1_000_000)
def distance(a: str, b: str) -> float:
    """The least sum of costs that turns one string of symbols (`phonemes`) into the other; symmetric."""
    if a > b:
        a, b = b, a
    previous = [0.0]
    for symbol in b:
        previous.append(previous[-1] + omission(symbol))
    first = costs().first
    for row, x in enumerate(a):
        drop = omission(x)
        current = [previous[0] + drop]
        for column, y in enumerate(b):
            swap = 0.0 if x == y else substitution(x + y)
            if row == 0 and column == 0:
                swap *= first
            add = omission(y)
            current.append(min(previous[column] + swap, previous[column + 1] + drop, current[column] + add))
        previous = current
    return previous[-1]
