"""How a name is spelled: in which script, and by which scheme of romanization."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kartoteka.names.display.completing import given_in
from kartoteka.names.display.conventions import can_be, written_in
from kartoteka.names.persons.parse import is_initial
from kartoteka.resources import read_toml
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


def likeliest(
    name: str, candidates: Iterable[str], document: Sequence[str], languages: Sequence[str]
) -> tuple[str, ...]:
    """Of the schemes that write a Latin name so (`candidates`, by `writers`) the well-known, else all; likeliest first.

    A well-known scheme that the `document` follows (likeliest first) goes before all, also where it writes the name as
    it is in its own language, of which the Cyrillic spellings have nothing; else those in the `languages` of these
    spellings, that of most mentions first.
    """
    fitting = frozenset(candidates)
    if not languages or CYRILLIC.search(name):
        return ()
    for one in (one for one in document if _is_known(one)):
        if one in fitting or (schemes()[one].lang not in languages and _may_write(name, one, bool(fitting))):
            return (one,)
    found = [one for one in fitting if schemes()[one].lang in languages]
    known = [one for one in found if _is_known(one)]
    return tuple(sorted(known or found, key=lambda one: (languages.index(schemes()[one].lang), _fame(one), one)))


def _may_write(name: str, scheme: str, fits: bool) -> bool:
    """Whether a scheme writes the given name as its language has it, and can write the rest.

    A name without a known given name has to be one that some other scheme makes of the Cyrillic (`fits`).
    """
    given = {word: form for word in _words(name) if (form := given_in(schemes()[scheme].lang, word))}
    if not given:
        return fits and can_be(name, scheme)
    others = [word for word in _words(name) if word not in given]
    return all(writes(form, word, scheme) for word, form in given.items()) and all(
        can_be(word, scheme) for word in others
    )


@lru_cache(maxsize=200)
def _fame(scheme: str) -> int:
    """The place of a scheme among those of its language, by how often it is met; the unknown ones behind."""
    listed = read_toml("romanization/well_known.toml")[schemes()[scheme].lang]
    return listed.index(scheme) if scheme in listed else len(listed)


def _is_known(scheme: str) -> bool:
    return scheme in read_toml("romanization/well_known.toml")[schemes()[scheme].lang]
