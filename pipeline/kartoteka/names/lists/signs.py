"""What a word of a name can be recognised by, coarsely: all spellings of a name share one of its signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.names.persons.given import classes, given_names, patronymic_classes
from kartoteka.names.persons.parse import is_initial
from kartoteka.romanization.phonemes import choices, phonemes

#: Sounds that schemes and languages confuse count as one: all that hiss, all that are said in the throat.
_COARSE = str.maketrans({"H": "g", "z": "s", "Z": "s", "S": "s", "X": "s", "C": "s", "f": "v", "t": "d", "j": ""})
#: Of two namesakes' surnames in a large block: hissing and hushing sounds apart.
_FINE = str.maketrans({"H": "g", "z": "s", "Z": "S", "f": "v", "t": "d", "j": ""})
_SOFT = frozenset("aeiouvj")
_OPEN = re.compile("[aeiouvj]+")
_VOWELS = str.maketrans({"o": "a", "e": "i"})
_REPEATED = re.compile(r"(.)\1+")
_LENGTH = 6
#: Readings that cost no more are looked at: of surnames, and of the words that divide their bearers.
_WITHIN, _WIDE = 0.2, 0.4
#: Case endings of surnames like adjectives that have a consonant of their own: Балицкого, Балицкому, Балицким.
_CASE = re.compile(r"(?<=[\u0400-\u04ff]{3})(?:[оеь]го|[оеь]му|[иы]м)$")
#: A sign of every name, whatever its patronymic.
_ANY = "any"


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that a word is bound to, and those it is listed under: two listed ones prove no likeness."""

    bound: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


def coarse_signs(surname: str) -> Signs:
    """The consonants of a surname, of each half of a double one, in every likely reading."""
    return Signs(tuple(sorted({sign for word in _words(surname) for sign in _skeletons(word)})))


def fine_signs(surname: str) -> Signs:
    """All consonants of a surname, of each half of a double one, where vowels stand, and which is the first."""
    return Signs(tuple(sorted({sign for word in _words(surname) for sign in _vocalised(word)})))


def spelled_signs(surname: str) -> Signs:
    """All sounds of a surname, of each half of a double one, in every likely reading: о as а, е as и."""
    return Signs(tuple(sorted({sign for word in _words(surname) for sign in _sounded(word)})))


def _words(surname: str) -> tuple[str, ...]:
    """The halves of a surname, and those that may stand in another case also without its ending."""
    words = [word for word in surname.replace("-", " ").split() if not is_initial(word)]
    return (*words, *(_CASE.sub("", word) for word in words if _CASE.search(word)))


def given_signs(given: str) -> Signs:
    """The classes and the consonants of a given name, listed under its first sounds; of an initial only these."""
    if not given or is_initial(given):
        return Signs(_first_sounds(given))
    known = classes(given)
    named = (f"={name}" for name in sorted(known.all))
    return Signs(
        (*named, *(f"~{sign}" for sign in _skeletons(given, _WIDE))), _initials(given, frozenset(known.sure))
    )


def patronymic_signs(patronymic: str) -> Signs:
    """The names a patronymic can be made of and its consonants; a name without one may go with every other."""
    word = next(iter(patronymic.split()), "")
    if not word:
        return Signs((_ANY,))
    if is_initial(word):
        return Signs(_first_sounds(word), (_ANY,))
    known = patronymic_classes(word)
    named = (f"={name}" for name in sorted(known))
    return Signs((*named, *(f"~{sign}" for sign in _skeletons(word, _WIDE))), (*_initials(word, known), _ANY))


def turned_signs(given: str) -> Signs:
    """The signs as a surname of what was taken for a given name; none of a name that the table knows."""
    return Signs() if not given or is_initial(given) or classes(given).all else coarse_signs(given)


@lru_cache(maxsize=100_000)
def _skeletons(word: str, within: float = _WITHIN) -> tuple[str, ...]:
    return tuple(sorted({s for reading in choices(phonemes(word), within, 16) for s in _consonants(reading)}))


def _consonants(reading: str) -> set[str]:
    """The consonants without в, which Belarusian and Polish write as a vowel; also with т for ц."""
    return {_firm(sounds.translate(_COARSE))[:_LENGTH] for sounds in {reading, reading.replace("C", "t")}}


def _firm(sounds: str) -> str:
    """The consonants of a word but в, none twice in a row; where they say too little all its sounds."""
    consonants = "".join(c for c in sounds if c not in _SOFT)
    firm = _REPEATED.sub(r"\1", consonants)
    return firm if len(firm) > 1 else _REPEATED.sub(r"\1", sounds)


@lru_cache(maxsize=100_000)
def _vocalised(word: str) -> tuple[str, ...]:
    found: set[str] = set()
    for reading in choices(phonemes(word), _WITHIN, 16):
        vowel = next((c for c in reading.translate(_VOWELS) if c in "aiu"), "")
        shape = _REPEATED.sub(r"\1", _OPEN.sub(".", reading.translate(_FINE)))
        found.add(f"{vowel}{shape.rstrip('.')}")
    return tuple(sorted(found))


@lru_cache(maxsize=100_000)
def _sounded(word: str) -> tuple[str, ...]:
    readings = (reading.translate(_FINE).translate(_VOWELS) for reading in choices(phonemes(word), _WITHIN, 16))
    return tuple({_REPEATED.sub(r"\1", reading.replace("v", "")).rstrip("aiu") for reading in readings})


@lru_cache(maxsize=100_000)
def _first_sounds(word: str) -> tuple[str, ...]:
    """The coarse sounds that a word can begin with; glides stand for themselves and for what follows them."""
    found = set()
    for reading in choices(phonemes(word.rstrip(".")), _WITHIN, 16):
        plain = reading.translate(_COARSE)
        found.update({reading[:1], plain[:1]} & set("ji") | {plain[:1]})
        if reading[:1] in {"j", "i"} and len(reading) > 1:
            found.add(reading[1:].translate(_COARSE)[:1])
    return tuple(sorted(found - {""}))


@cache
def _class_sounds(name: str) -> frozenset[str]:
    return frozenset(sound for spelling in given_names()[name].spellings for sound in _first_sounds(spelling))


@cache
def _initials(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """The first sounds of a name and of its forms in other languages."""
    return tuple(sorted({*_first_sounds(word), *(sound for name in known for sound in _class_sounds(name))}))
