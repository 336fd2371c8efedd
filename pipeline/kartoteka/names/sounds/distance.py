"""How far two spellings of one word are apart in sound: a weighted edit distance over symbols."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate

from kartoteka.romanization.graphemes import SILENT
from kartoteka.romanization.phonemes import alternatives, costs, omission, phonemes, substitution

#: Where the cost of a pair reaches this share of its shorter word's sounds, the likeness is 0.
_REACH = 0.5
#: No name is longer in sounds; what comes after is not compared.
_LONGEST = 60
#: The likenesses found so far; with so many of them it begins anew.
_FOUND: dict[tuple[str, str], float] = {}
_MOST_FOUND = 1_000_000


def likeness(left: str, right: str) -> float:
    """How alike two words sound, from 0 to 1: 1 for spellings of one word under whatever scheme.

    Case, script and scheme do not matter; a consonant outside the known confusions tells most, the first
    sound more than the others. 0 where a word has no letters.
    """
    found = _FOUND.get((left, right))
    if found is None:
        found = _likeness(left, right)
        remember([((left, right), found)])
    return found


def remember(found: Iterable[tuple[tuple[str, str], float]]) -> None:
    """Likenesses that need not be computed again when they are asked for: by pairs of words, in their order."""
    if len(_FOUND) > _MOST_FOUND:
        _FOUND.clear()
    _FOUND.update(found)


def is_known(left: str, right: str) -> bool:
    """Whether the likeness of two words was found already."""
    return (left, right) in _FOUND


def _likeness(left: str, right: str) -> float:
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
    return symbols.translate(_LIKELIEST)


class _Likeliest(dict[int, str]):
    """The likeliest sound of a symbol by its number, "" for a glide and what may be silent: looked up once."""

    def __missing__(self, number: int) -> str:
        sound = next(iter(alternatives(chr(number))))
        self[number] = "" if sound in ("j", SILENT) else sound
        return self[number]


_LIKELIEST = _Likeliest()


@lru_cache(maxsize=1_000_000)
def distance(a: str, b: str) -> float:
    """The least sum of costs that turns one string of symbols (`phonemes`) into the other; symmetric.

    An edit distance: one symbol for another costs `substitution`, so many times as much (`Costs.first`) where both
    are the first of their words; a symbol that stands in one word alone costs `omission`. `likenesses` computes the
    same in arrays.
    """
    if a > b:
        a, b = b, a
    adds = [_DROP[y] for y in b]
    previous = [0.0, *accumulate(adds)]
    # What the first pair costs more than any other stands in the corner until it is used.
    corner = (costs().first - 1.0) * _SWAP[a[0]][b[0]] if a and b else 0.0
    for x in a:
        drop, swap = _DROP[x], _SWAP[x]
        cheapest = previous[0] + drop
        current = [cheapest]
        diagonal = previous[0] + corner
        for y, add, above in zip(b, adds, previous[1:], strict=True):
            # Spelt out, because `min` takes three times as long, and most of the time is spent here.
            cheapest += add
            if (dropped := above + drop) < cheapest:
                cheapest = dropped
            if (swapped := diagonal + swap[y]) < cheapest:
                cheapest = swapped
            current.append(cheapest)
            diagonal = above
        previous, corner = current, 0.0
    return previous[-1]


class _Drops(dict[str, float]):
    """`omission` by symbol: looked up once a symbol."""

    def __missing__(self, symbol: str) -> float:
        self[symbol] = omission(symbol)
        return self[symbol]


class _Swaps(dict[str, float]):
    """`substitution` of one symbol by the other: looked up once a pair."""

    def __init__(self, symbol: str) -> None:
        self.symbol = symbol

    def __missing__(self, other: str) -> float:
        self[other] = 0.0 if self.symbol == other else substitution(self.symbol + other)
        return self[other]


class _Rows(dict[str, _Swaps]):
    """The costs of a symbol for all others, by symbol."""

    def __missing__(self, symbol: str) -> _Swaps:
        self[symbol] = _Swaps(symbol)
        return self[symbol]


_DROP, _SWAP = _Drops(), _Rows()
