"""Blocking keys: which names are worth comparing at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kartoteka.names.persons.given import classes
from kartoteka.names.persons.parse import is_initial, parse_name
from kartoteka.romanization.phonemes import choices, costs, phonemes

#: Sounds that schemes and languages confuse count as one in a key.
_COARSE = str.maketrans({"H": "g", "z": "s", "Z": "S", "f": "v", "t": "d", "j": ""})
_LENGTH = 6
_WITHIN = 0.2


@lru_cache(maxsize=200_000)
def person_keys(name: str) -> frozenset[str]:
    """The keys of a personal name: spellings of one surname share at least one.

    A key is the consonants of the surname, coarsely; a letter group that can be read in several ways gives
    several keys, and so does each half of a double surname. A given name alone has the key of its class.
    Empty for a text without letters.
    """
    parsed = parse_name(name)
    words = [part for part in parsed.surname.replace("-", " ").split() if not is_initial(part)]
    known = classes(parsed.given).all if parsed.given else frozenset()
    keys = {key for word in words for key in _word_keys(word)}
    if parsed.given and not is_initial(parsed.given) and not known:
        keys.update(_word_keys(parsed.given))
    if parsed.single or not keys:
        keys.update(f"given:{found}" for found in known)
    return frozenset(keys)


@lru_cache(maxsize=200_000)
def _word_keys(word: str) -> frozenset[str]:
    return frozenset(key for reading in choices(phonemes(word), _WITHIN, 16) for key in _skeletons(reading))


def _skeletons(reading: str) -> Iterator[str]:
    coarse = reading.translate(_COARSE)
    vowels = costs().vowels
    consonants = "".join(c for c in coarse if c not in vowels)
    firm = consonants.replace("v", "")
    if len(consonants) < 2:
        yield coarse
    else:
        yield consonants[:_LENGTH]
    if len(firm) >= 2:
        yield firm[:_LENGTH]
