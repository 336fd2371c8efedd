"""A text as a recognizer reads it: words and signs with their places, cut into stretches of about a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A word with the apostrophes inside it, an English possessive, digits, one sign. Hyphens part words, because names
#: are joined and parted by them: "Cheka–GPU–NKVD".
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`](?!s\b)[^\W\d_]+)*|['’]s\b|\d+|[^\w\s]|_")
#: A stretch ends behind such a sign once it has so many words, and wherever it has grown too long.
STOPS = frozenset(".!?…")
SHORTEST = 6
LONGEST = 96

Words = list[tuple[int, int]]


def find_words(text: str) -> Words:
    """Start and end of each word and sign of a text."""
    return [match.span() for match in WORD.finditer(text)]


def stretches(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """The words cut into runs of about a sentence: [first, last) by number.

    A full stop behind a single letter ends none: it belongs to an initial.
    """
    first = 0
    for number in range(len(words)):
        length = number + 1 - first
        if length < LONGEST and (length < SHORTEST or not _stops(text, words, number)):
            continue
        yield first, number + 1
        first = number + 1
    if first < len(words):
        yield first, len(words)


def _stops(text: str, words: Words, number: int) -> bool:
    if text[words[number][0]] not in STOPS:
        return False
    before = words[number - 1]
    after = words[number + 1] if number + 1 < len(words) else None
    return before[1] - before[0] > 1 and (after is None or not text[after[0]].islower())
