"""Given names across languages: Mykola, Nikolai and Николай are one name; Hryhorii and Heorhii are two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.names.sounds.automaton import Heard, heard
from kartoteka.names.sounds.distance import likeness
from kartoteka.resources import read_toml, read_tsv
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.fold import KEY, fold
from kartoteka.romanization.phonemes import choices, phonemes

#: Readings of letters that cost no more than this are those of the region's own names.
_SURE = 0.2
#: So many readings of a word are looked up, the likeliest.
_MOST = 8
#: The last letters of patronymics in every spelling: -ович, -ovych, -owicz, -ovič, -овна.
_LAST = frozenset("чћhčćczsšшщaаáя")
_GLIDE = re.compile(r"(?<=[aeou])i$")
_REPEATED = re.compile(r"(.)\1+")
#: Keys of no more letters than this are those of common words too.
_SHORT = 4
#: Spellings that sound as alike as this to a word are as near to it.
_AS_NEAR = 0.02
#: So many Cyrillic forms at the head of a row of the table are those of Ukrainian, Russian and Belarusian.
_REGIONAL = 4


@dataclass(frozen=True, slots=True)
class GivenName:
    """A class of the table: its name, "m" or "f", and its spellings, nicknames left out."""

    name: str
    gender: str
    spellings: tuple[str, ...]

    @property
    def regional(self) -> tuple[str, ...]:
        """The forms of the languages of the region: those that initials and patronymics are made of."""
        return tuple([form for form in self.spellings if CYRILLIC.match(form)][:_REGIONAL])


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes a spelling belongs to: in full (`sure`), as a nickname (`loose`), or by a custom (`related`)."""

    sure: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    related: frozenset[str] = frozenset()

    @property
    def usual(self) -> frozenset[str]:
        """The names it stands for in full or as a nickname."""
        return self.sure | self.loose

    @property
    def several(self) -> bool:
        """Whether it is nothing but a nickname of several names, as Саша is of Олександр and Олександра."""
        return not self.sure and len(self.loose) > 1

    @property
    def all(self) -> frozenset[str]:
        """All kinds."""
        return self.sure | self.loose | self.related


@cache
def given_names() -> dict[str, GivenName]:
    """The table `models/gazetteers/given_names.tsv` by the name of the class."""
    return {
        row["name"]: GivenName(
            row["name"], row["gender"], (row["name"], *row["cyrillic"].split(), *row["latin"].split())
        )
        for row in read_tsv("gazetteers/given_names.tsv")
    }


#: The fields of `Classes`, in their order.
_KINDS = ("sure", "loose", "related")


@dataclass(frozen=True, slots=True)
class _Listed:
    """A spelling of the table, the name it stands for, and how: the field of `Classes`."""

    spelling: str
    name: str
    kind: str


@cache
def _by_key() -> Mapping[str, tuple[_Listed, ...]]:
    found: dict[str, list[_Listed]] = defaultdict(list)
    for given in given_names().values():
        for spelling in given.spellings:
            found[_key(spelling)].append(_Listed(spelling, given.name, "sure"))
    for row in read_tsv("gazetteers/given_names.tsv"):
        for column, kind in (("nicknames", "loose"), ("related", "related")):
            for spelling in row[column].split():
                found[_key(spelling)].append(_Listed(spelling, row["name"], kind))
    return {key: tuple(listed) for key, listed in found.items()}


@cache
def _spelled() -> Heard:
    return heard(_by_key(), _SURE)


@lru_cache(maxsize=100_000)
def classes(name: str) -> Classes:
    """The classes of a given name in any spelling; all empty where the table does not know it."""
    known = _by_key()
    listed = known.get(_key(name), ())
    if not listed and _spelled().may_be(phonemes(name)):
        listed = next((known[key] for key in _readings(name) if key in known), ())
    if not listed:
        return Classes()
    if len({one.name for one in listed}) > 1:
        listed = _nearest(name, listed)
    return Classes(*(frozenset(one.name for one in listed if one.kind == kind) for kind in _KINDS))


def _nearest(name: str, listed: tuple[_Listed, ...]) -> tuple[_Listed, ...]:
    """Of the names that share a key those that sound like this one: Яна is not Анна.

    Of full names that sound alike it is the one spelled so: Мариан, not Марианн.
    """
    sounds = [likeness(name, one.spelling) for one in listed]
    least = max(sounds) - _AS_NEAR
    near = [one for one, sound in zip(listed, sounds, strict=True) if sound >= least]
    spelled = {one.name for one in near if one.kind == "sure" and one.spelling.casefold() == name.casefold()}
    return tuple(one for one in near if not spelled or one.kind != "sure" or one.name in spelled)


@lru_cache(maxsize=100_000)
def is_given_name(word: str) -> bool:
    """Whether the table knows the word; a short Cyrillic one only as it is spelled there («самый» is no Sammy)."""
    if not classes(word).all:
        return False
    return len(fold(word)) > _SHORT or not CYRILLIC.search(word) or is_listed(word)


def is_listed(word: str) -> bool:
    """Whether a Cyrillic word is a given name in the nominative, as the table spells it."""
    return word.casefold() in _listed()


@cache
def _listed() -> frozenset[str]:
    columns = ("cyrillic", "nicknames", "related")
    return frozenset(
        w for row in read_tsv("gazetteers/given_names.tsv") for c in columns for w in row[c].casefold().split()
    )


@cache
def _patronymic_endings() -> dict[str, str]:
    endings = read_toml("gazetteers/name_words.toml")["patronymics"]
    return {ending: gender for gender, listed in endings.items() for ending in listed}


@lru_cache(maxsize=100_000)
def patronymic_gender(word: str) -> str:
    """ "m" or "f" for a word that is built like a patronymic (Аполлонович, Apollonivna), "" for another."""
    last = word.rpartition(" ")[2].casefold()
    if last in _filial():
        return _filial()[last]
    if last[-1:] not in _LAST:
        return ""
    if found := _ending(_key(word))[1]:
        return found
    if not _reversed_endings().may_begin(phonemes(word)[::-1]):
        return ""
    return next((gender for key in _readings(word) if (gender := _ending(key)[1])), "")


@cache
def _reversed_endings() -> Heard:
    turned = [ending[::-1] for ending in _patronymic_endings()]
    return heard([*turned, *("i" + ending for ending in turned)], _SURE)


@cache
def _filial() -> dict[str, str]:
    return {
        word: gender
        for gender, words in read_toml("gazetteers/name_words.toml")["filial"].items()
        for word in words
    }


def is_filial(word: str) -> bool:
    """Whether a word says "son of" or "daughter of" behind the father's name: ogly, kyzy."""
    return word.casefold() in _filial()


@lru_cache(maxsize=100_000)
def patronymic_classes(word: str) -> frozenset[str]:
    """The given names a patronymic can be made of; empty where the table knows none."""
    known = _by_stem()
    return next((frozenset(known[stem]) for stem in patronymic_stems(word) if stem in known), frozenset())


def patronymic_stems(word: str) -> tuple[str, ...]:
    """The father's name in a patronymic, folded and without its last vowels, in each way the word can be read."""
    stems = ((key, key.removesuffix(_ending(key)[0])) for key in (_key(word), *_readings(word)))
    # Ильич is a patronymic as a whole word: an ending in the table.
    named = ((stem or key.removesuffix("ič")).rstrip("aeiou") for key, stem in stems)
    return tuple(stem for stem in named if stem)


def _key(word: str) -> str:
    """The folded word; of Andrei and Андрей alike, for an i behind a vowel is й at the end of a name."""
    return _GLIDE.sub("", fold(word))


@lru_cache(maxsize=100_000)
def _readings(word: str) -> tuple[str, ...]:
    """The other readings of a word as keys; short ones say too little."""
    heard = dict.fromkeys(choice.translate(KEY) for choice in choices(phonemes(word), _SURE, _MOST))
    found = (_REPEATED.sub(r"\1", key) if _REPEATED.search(key) else key for key in heard)
    keys = (_GLIDE.sub("", key) if key.endswith("i") else key for key in found)
    return tuple(dict.fromkeys(key for key in keys if len(key) > _SHORT))


def _ending(key: str) -> tuple[str, str]:
    if not key.endswith(tuple(_patronymic_endings())):
        return "", ""
    found = [(e, g) for e, g in _patronymic_endings().items() if key.endswith(e) and len(key) >= len(e) > 0]
    return max(found, key=lambda pair: len(pair[0]), default=("", ""))


@cache
def _by_stem() -> Mapping[str, set[str]]:
    """The names by the stems of their patronymics; what is a stem in the region belongs to no foreign form."""
    stems, foreign = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for given in given_names().values():
        for spelling in given.spellings if given.gender == "m" else ():
            group = stems if spelling in given.regional else foreign
            group[fold(spelling).rstrip("aeiou")].add(given.name)
    for name, changed in read_toml("gazetteers/name_words.toml")["fathers"].items():
        for stem in changed:
            stems[stem].add(name)
    return foreign | stems
