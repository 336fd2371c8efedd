"""How a name is spelled: in which script, and by which scheme of romanization."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kartoteka.names.display.conventions import written_in
from kartoteka.names.persons.parse import is_initial
from kartoteka.romanization.characters import CYRILLIC, straighten
from kartoteka.romanization.recognize import writes
from kartoteka.romanization.romanize import romanize
from kartoteka.romanization.schemes import schemes

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*'?\.?")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


def script(name: str) -> str:
    """The script of most of a name's letters, by its ISO 15924 code: Latn, Cyrl, "" for neither."""
    cyrillic, latin = len(CYRILLIC.findall(name)), len(_LATIN.findall(name))
    return "" if not (cyrillic or latin) else "Cyrl" if cyrillic > latin else "Latn"


def writers(name: str, spellings: Iterable[str]) -> frozenset[str]:
    """The schemes that write a Latin name so, given the Cyrillic among its bearer's other spellings.

    Each word of two letters and more has to be what the scheme makes of a word of a Cyrillic spelling in its
    language, or in one that may be of any; where none writes all of them exactly, those that do but for apostrophes
    and the marks that typists leave out. Empty for a Cyrillic name, for initials alone, and where no scheme fits.
    """
    words = frozenset(_plain(word) for word in _words(name))
    cyrillic = tuple(sorted(one for one in spellings if CYRILLIC.search(one)))
    if not words or not cyrillic or CYRILLIC.search(name):
        return frozenset()
    exact = frozenset(scheme for scheme in schemes() if words <= _written(scheme, cyrillic).keys())
    return exact or frozenset(scheme for scheme in schemes() if _nearly(words, scheme, cyrillic))


def _nearly(words: Iterable[str], scheme: str, cyrillic: tuple[str, ...]) -> bool:
    originals = frozenset(_written(scheme, cyrillic).values())
    return all(any(writes(original, word, scheme) for original in originals) for word in words)


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(straighten(name)) if not is_initial(word)]


@lru_cache(maxsize=10_000)
def _written(scheme: str, cyrillic: tuple[str, ...]) -> dict[str, str]:
    """What a scheme makes of the words of these names, with the words."""
    own = (name for name in cyrillic if written_in(name) in ("", schemes()[scheme].lang))
    return {_plain(_romanized(word, scheme)): word for name in own for word in _words(name)}


@lru_cache(maxsize=200_000)
def _romanized(word: str, scheme: str) -> str:
    return romanize(word, scheme)


def _plain(word: str) -> str:
    return straighten(word).casefold()
