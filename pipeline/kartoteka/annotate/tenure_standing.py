"""How the words of a post and those right before it call its holder: acting, former, designated, honorary.

The words are those by which the names of posts are read (models/offices/words.toml).
"""

from __future__ import annotations

import re
from functools import cache

from kartoteka.annotate.office_words import APOSTROPHE
from kartoteka.names.offices.words import word_table
from kartoteka.types import STANDINGS

#: Participles that appoint where a verb stands ("was designated rector"), and describe where none does.
_ACTS = "designate"
_SHORT = 5
_ENDING = 2


def standings(post: str, before: str = "", *, told: bool = False) -> frozenset[str]:
    """The standings that a post's first or last words, or those right before it, give its holder.

    `told` says that a verb tells of the post: then what stands before it appoints rather than describes.
    """
    return frozenset(
        kind
        for kind in STANDINGS
        if _around(kind).search(post) or (not (told and kind == _ACTS) and _before(kind).search(before[-40:]))
    )


def is_acting(words: str) -> bool:
    """Whether words beside a name say that somebody stood in for another: "(acting)", «в. о.»."""
    return _anywhere("acting").search(words) is not None


@cache
def _anywhere(kind: str) -> re.Pattern[str]:
    return re.compile(_bounded(kind), re.IGNORECASE)


@cache
def _around(kind: str) -> re.Pattern[str]:
    return re.compile(rf"^{_bounded(kind)}|{_bounded(kind)}$", re.IGNORECASE)


@cache
def _before(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_bounded(kind)}[\s-]+$", re.IGNORECASE)


def _bounded(kind: str) -> str:
    return rf"(?<![\w’'])(?:{_words(kind)})(?!\w)"


def _words(kind: str) -> str:
    table = word_table()[kind]
    words = {word.rstrip("-") for lang in ("en", "uk", "ru") for word in table[lang]}
    return "|".join(_phrase(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _phrase(words: str) -> str:
    """A phrase as a pattern: long Cyrillic words in all their cases, stops with or without a blank behind."""
    parts = [_word(word) for word in words.split()]
    return re.sub(r"(?<=\\\.)\\s\+", r"\\s*", r"\s+".join(parts))


def _word(word: str) -> str:
    stem = re.escape(word).replace("'", APOSTROPHE)
    if word.isascii() or word.endswith(".") or len(word) < _SHORT:
        return stem
    return rf"{re.escape(word[:-_ENDING]).replace(chr(39), APOSTROPHE)}\w{{0,4}}"
