"""What a text must hold for a pattern to match: letters to look for before the pattern is tried at all.

Most sentences hold none of the verbs that a construction is about, and looking for a few letters takes a hundredth of
the time of a search. The letters are read off the pattern as Python's own parser of patterns sees it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

#: Fewer letters than these tell nothing.
_SHORTEST = 2
_THREE = 3

Gate = frozenset[str]


def gate(pattern: re.Pattern[str]) -> Gate:
    """Strings in lower case of which every text that the pattern matches holds one; empty where nothing is needed."""
    return _needed(parser.parse(pattern.pattern, pattern.flags)) or frozenset()


def is_open(needed: Gate, present: Gate) -> bool:
    """Whether a pattern can match in a text that holds these letters, of all that any pattern needs."""
    return not needed or not needed.isdisjoint(present)


class Letters:
    """Many strings that are looked for at once: only those are tried of which a text holds three certain letters."""

    def __init__(self, strings: Iterable[str]) -> None:
        known = sorted(set(strings))
        shared = Counter(part for string in known for part in _threes(string))
        self._short = tuple(string for string in known if len(string) < _THREE)
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for string in known:
            if len(string) >= _THREE:
                rarest = min(_threes(string), key=lambda part: (shared[part], part))
                self._by_part[rarest].append(string)

    def within(self, text: str) -> Gate:
        """Those of the strings that a text holds."""
        near = [string for part in self._by_part.keys() & _threes(text) for string in self._by_part[part]]
        return frozenset([string for string in (*self._short, *near) if string in text])


def _threes(text: str) -> set[str]:
    return {text[at : at + _THREE] for at in range(len(text) - _THREE + 1)}


def _needed(parsed: Iterable[tuple[Any, Any]]) -> Gate | None:
    """What a sequence needs: of its parts the one that needs most."""
    return max((part for part in _parts(parsed) if part), key=_worth, default=None)


def _worth(needed: Gate) -> tuple[int, int]:
    """How much a need tells: the length of its shortest string, marks not counted, which most sentences have."""
    return min(len(letters.partition("‹")[0].strip()) for letters in needed), -len(needed)


def _parts(parsed: Iterable[tuple[Any, Any]]) -> Iterator[Gate | None]:
    run = ""
    for code, value in parsed:
        if code is codes.LITERAL:
            run += chr(value).lower()
            continue
        yield _letters(run)
        run = ""
        yield _of_part(code, value)
    yield _letters(run)


def _letters(run: str) -> Gate | None:
    return frozenset({run}) if len(run) >= _SHORTEST else None


def _of_part(code: Any, value: Any) -> Gate | None:
    if code is codes.SUBPATTERN:
        return _needed(value[3])
    if code is codes.ASSERT:
        return _needed(value[1])
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0:
        return _needed(value[2])
    if code is codes.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        return frozenset().union(*branches) if None not in branches else None  # type: ignore[arg-type]
    return None
