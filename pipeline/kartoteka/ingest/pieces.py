"""From a veiled stretch of text to the pieces that a reader reads, words mended that a line end or a page cut.

Nothing is invented: the joined reading has only characters of the source, and exactly one space or line end where
a reader sees a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kartoteka.ingest.lines import BREAK, VEIL
from kartoteka.ingest.vocabulary import hyphen_words

_SEAM = re.compile(rf"[\s{VEIL}{BREAK}]+")
_NEWLINE = re.compile(r"[\r\f\v\u2028\u2029]")
_SPACE = re.compile(r"\s")
_CUT_WORD = re.compile(r"[^\W\d_][-‐\u00ad¬][^\S\n]*[\r\n\f]")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HYPHENS = "-‐"
_SOFT = "\u00ad¬"
_DASHES = "–—"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in lower case, with and without a hyphen: what tells a compound from a cut word."""

    whole: frozenset[str] = frozenset()
    compound: frozenset[str] = frozenset()


def known_words(text: str) -> Words:
    """The words of the text, empty where no line ends in a hyphen and nobody will ask."""
    if not _CUT_WORD.search(text):
        return Words()
    found = {word.lower().replace("‐", "-") for word in _WORD.findall(text)}
    compound = frozenset(word for word in found if "-" in word)
    return Words(frozenset(found) - compound, compound)


def cut_pieces(
    veiled: str, text: str, spans: Sequence[tuple[int, int]], words: Words
) -> tuple[tuple[int, int], ...]:
    """The pieces of a block in these spans (ordered, disjoint); none where there is nothing to read."""
    if not spans:
        return ()
    offset, stretch = spans[0][0], _one_stretch(veiled, spans)
    kept: list[tuple[int, int]] = []
    start = 0
    for seam in _SEAM.finditer(stretch):
        if seam.group() == " " and seam.start() > 0 and seam.end() < len(stretch):
            continue
        left, gap = _mend(stretch, text, offset, seam, words)
        kept += [(start, left), *([gap] if gap else [])]
        start = seam.end()
    kept.append((start, len(stretch)))
    return _merged((start + offset, end + offset) for start, end in kept if start < end)


def _one_stretch(veiled: str, spans: Sequence[tuple[int, int]]) -> str:
    """From the first span to the last, what lies between two of them hidden."""
    parts = []
    done = spans[0][0]
    for start, end in spans:
        parts += [VEIL * (start - done), veiled[start:end]]
        done = end
    return "".join(parts)


def _mend(
    stretch: str, text: str, offset: int, seam: re.Match[str], words: Words
) -> tuple[int, tuple[int, int] | None]:
    """Where the text before a seam ends, and the one character of the seam that is kept, if any."""
    start, end = seam.span()
    if not start or end == len(stretch):
        return start, None
    newline = _newline(stretch, start, end)
    if newline and stretch[end].isalnum():
        if text[offset + start] in _SOFT:
            return start, None
        if stretch[start - 1] in _HYPHENS:
            drop = _is_cut(stretch, start, end, words)
            if drop is not None:
                return start - drop, None
        if stretch[start - 1] in _DASHES and stretch[start - 2 : start - 1].isalnum():
            return start, None
    if newline:
        return start, newline
    if VEIL not in seam.group():
        return start, (start, end)
    space = _SPACE.search(stretch, start, end)
    return start, space.span() if space else None


def _newline(stretch: str, start: int, end: int) -> tuple[int, int] | None:
    """The sign for the end of a line among these characters; of a carriage return and a line feed, the latter."""
    if (found := stretch.find("\n", start, end)) >= 0:
        return found, found + 1
    other = _NEWLINE.search(stretch, start, end)
    return other.span() if other else None


def _is_cut(stretch: str, start: int, end: int, words: Words) -> bool | None:
    """Whether the hyphen before a line end only cuts a word (True) or belongs to it (False); None: it is a dash.

    It belongs to it before a capital or a figure, in compounds that the text writes elsewhere within a line, and
    beside the particles of `hyphens` in models/patterns/languages/sections.toml.
    """
    left, right = _LAST_WORD.search(stretch[max(0, start - 60) : start - 1]), _FIRST_WORD.match(stretch, end)
    if not left or not right:
        return False if stretch[start - 2 : start - 1].isalnum() else None
    first, second = left.group().lower(), right.group().lower()
    if right.group()[0].isupper() and not left.group().isupper():
        return False
    if first + second in words.whole:
        return True
    before, after = hyphen_words()
    return f"{first}-{second}" not in words.compound and first not in before and second not in after


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)
