"""Which letters of two spellings stand for one Cyrillic letter, and which romanization schemes write it so.

Made for explaining a comparison, not for making it: the schemes' tables are read letter by letter.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.romanization.characters import CYRILLIC, straighten
from kartoteka.romanization.schemes import TABLES, schemes

#: What a pair of letter groups costs in an alignment: of one Cyrillic letter, of none in common, a letter left out.
_KNOWN, _UNKNOWN, _ALONE = 0.2, 1.0, 0.8
#: A letter group that is not the same in both spellings is rather short than long.
_LETTER = 0.01
#: A group that is part of a longer one in both spellings: of sch and sh it is not ch and h that differ.
_PART = 0.1
#: A way of writing that so few schemes have is the less likely.
_FEW, _SELDOM = 2, 0.1
#: Stress marks of Cyrillic words, also on a Latin twin of the letter.
_STRESSED = str.maketrans("áéóý", "аеоу", "\u0301\u0300")
_SIGNS = str.maketrans({"ʹ": "'", "’": "'", "′": "'", "ʼ": "'", "ʺ": '"', "͡": ""})


@dataclass(frozen=True, slots=True)
class Step:
    """Letter groups of two spellings that stand for each other; `letter` is the Cyrillic behind them, "" unknown."""

    left: str
    right: str
    letter: str = ""


@cache
def written_by() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """By Latin letter group, the Cyrillic letters it stands for, each with the names of the schemes."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for scheme in schemes().values():
        for table in TABLES:
            for cyrillic, latin in getattr(scheme, table).items():
                found[plain(latin)][cyrillic].add(scheme.name)
    return {latin: {c: frozenset(names) for c, names in known.items()} for latin, known in found.items()}


def plain(word: str) -> str:
    """A word in lower case with plain apostrophes, without ties and stress marks."""
    straight = unicodedata.normalize("NFC", straighten(word).translate(_SIGNS)).lower()
    return straight.translate(_STRESSED) if CYRILLIC.search(straight) else straight


@lru_cache(maxsize=20_000)
def align(left: str, right: str) -> tuple[Step, ...]:
    """The spellings (`plain`) as pairs of letter groups, with as few as can be that no scheme explains."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int], Step]] = {}
    costs = {(0, 0): 0.0}
    groups = (_groups(left), _groups(right))
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            for step, cost in _steps(left, right, i, j, groups):
                there = (i + len(step.left), j + len(step.right))
                if costs[i, j] + cost < costs.get(there, float("inf")):
                    costs[there] = costs[i, j] + cost
                    best[there] = (costs[there], (i, j), step)
    steps = []
    at = (len(left), len(right))
    while at != (0, 0):
        _, at, step = best[at]
        steps.append(step)
    return tuple(reversed(steps))


Groups = list[list[tuple[str, frozenset[str]]]]


def _groups(word: str) -> Groups:
    """The letter groups that begin at each place, with the Cyrillic letters they can stand for."""
    if CYRILLIC.search(word):
        return [
            [(word[i:end], frozenset({word[i:end]})) for end in _ends(word, i, 2)] for i in range(len(word) + 1)
        ]
    known = written_by()
    longest = max(map(len, known))
    return [
        [(word[i:end], frozenset(known[word[i:end]])) for end in _ends(word, i, longest) if word[i:end] in known]
        for i in range(len(word) + 1)
    ]


def _ends(word: str, start: int, longest: int) -> range:
    return range(start, min(start + longest, len(word)) + 1)


def _steps(left: str, right: str, i: int, j: int, groups: tuple[Groups, Groups]) -> Iterator[tuple[Step, float]]:
    """What can follow at two places."""
    if i < len(left) and j < len(right):
        same = left[i] == right[j]
        yield Step(left[i], right[j]), 0.0 if same else _UNKNOWN
    if i < len(left):
        yield Step(left[i], ""), _ALONE
    if j < len(right):
        yield Step("", right[j]), _ALONE
    for x, one in groups[0][i]:
        for y, other in groups[1][j]:
            if x != y and (letters := one & other):
                letter = _usual(letters, x, y)
                seldom = min(_schemes(letter, x), _schemes(letter, y)) <= _FEW
                part = _is_part(left, right, (i, j), (len(x), len(y)))
                cost = _KNOWN + _LETTER * (len(x) + len(y)) + _SELDOM * seldom + _PART * part
                yield Step(x, y, letter), cost


def _is_part(left: str, right: str, at: tuple[int, int], size: tuple[int, int]) -> bool:
    """Whether two groups, with the same letter before or behind both, stand for one Cyrillic letter too."""
    (i, j), (m, n) = at, size
    wider = (
        (left[max(i - 1, 0) : i + m], right[max(j - 1, 0) : j + n], left[i - 1 : i] == right[j - 1 : j] != ""),
        (left[i : i + m + 1], right[j : j + n + 1], left[i + m : i + m + 1] == right[j + n : j + n + 1] != ""),
    )
    known = written_by()
    return any(
        same and any(len(letter) == 1 for letter in known.get(x, {}).keys() & known.get(y, {}).keys())
        for x, y, same in wider
    )


def _usual(letters: frozenset[str], x: str, y: str) -> str:
    """Of several Cyrillic letters the one that most schemes write so."""
    return max(sorted(letters), key=lambda letter: _schemes(letter, x) + _schemes(letter, y))


def _schemes(letter: str, group: str) -> int:
    """How many schemes write a Cyrillic letter so; many for the letter itself."""
    return len(written_by().get(group, {}).get(letter, ())) if group != letter else _FEW + 1
