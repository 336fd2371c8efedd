"""Take a personal name apart, whatever order, script and initials it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.given import is_given_name, patronymic_gender
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC, straighten
from kartoteka.romanization.fold import fold

_ATTACHED = re.compile(r"(?<=\w)[\[(](\w+)[\])]|[\[(](\w+)[\])](?=\w)")
_BRACKETS = re.compile(r"[\[(][^\])]*[\])]?")
_GLUED = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_EDGES = ' ,;:!?*"“”«»„<>/\\|+=_—–'


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in its parts, each as spelled; "" where a part is missing.

    `given` and `patronymic` may be initials with their full stop; `patronymic` also holds further given names
    of the West. `particles` (von, de) stand before the surname. `single` tells that one word was all there was:
    it stands in `given` where the table of given names knows it, else in `surname`.
    """

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    particles: str = ""
    suffix: str = ""
    single: bool = False


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("gazetteers/name_words.toml")[kind])


def is_initial(word: str) -> bool:
    """Whether a word of a name is abbreviated: A., Iu., Дм. or a single letter."""
    letters = word.rstrip(".")
    return len(letters) == 1 or (word.endswith(".") and len(letters) <= 4)


@lru_cache(maxsize=100_000)
def parse_name(text: str, lang: str = "") -> PersonName:
    """The parts of a name such as "Балицкий В. А.", "Balytsky, Vsevolod" or "Iu. Shapoval".

    Titles and bracketed remarks are left out. `lang` is the language of the text where it is known: names in
    Ukrainian and Russian lists put the surname first more readily. Never raises; a text without letters gives
    an empty name.
    """
    cleaned = _BRACKETS.sub(" ", _ATTACHED.sub(r"\1\2", straighten(text)))
    before, comma, after = cleaned.partition(",")
    left, right = _split(before), _split(after)
    if comma and right and _is_suffix(right[-1]):
        return _assign([*left, *right], lang)
    if comma and left and right:
        return _given_after(left, right)
    return _assign(left, lang)


def _split(text: str) -> list[str]:
    tokens = (token.strip(_EDGES).strip("'-") for token in _GLUED.sub(" ", text).split())
    tokens_ = [t for t in tokens if any(c.isalpha() for c in t)]
    while len(tokens_) > 1 and tokens_[0].rstrip(".").casefold() in _words("titles") and not _leads(tokens_):
        tokens_ = tokens_[1:]
    return tokens_


def _leads(tokens: Sequence[str]) -> bool:
    """Whether the first token, though it looks like a title, is the first of several initials ("Т. Г.")."""
    return len(tokens[0].rstrip(".")) == 1 and is_initial(tokens[1])


def _is_suffix(token: str) -> bool:
    return token.rstrip(".").casefold() in _words("suffixes")


def _given_after(surname: Sequence[str], given: Sequence[str]) -> PersonName:
    particles = [t for t in surname[:-1] if t.casefold() in _words("particles")]
    rest = [t for t in surname if t not in particles]
    return PersonName(given[0], " ".join(given[1:]), " ".join(rest), " ".join(particles))


def _assign(tokens: Sequence[str], lang: str) -> PersonName:
    suffix = tokens[-1] if len(tokens) > 2 and _is_suffix(tokens[-1]) else ""
    body = list(tokens[:-1] if suffix else tokens)
    particles, body = _particles(body)
    if not body:
        return PersonName(surname=particles)
    if len(body) == 1:
        known = not particles and is_given_name(body[0]) and not is_initial(body[0])
        only = {"given" if known else "surname": body[0]}
        return PersonName(**only, particles=particles, suffix=suffix, single=True)
    order = _order(body, lang)
    return PersonName(*order, particles, suffix)


def _particles(tokens: list[str]) -> tuple[str, list[str]]:
    """Particles stand before the last word: "Friedrich von Bohlen"; the first word is none."""
    inside = [t for t in tokens[:-1] if t.casefold() in _words("particles") and (t.islower() or t != tokens[0])]
    return " ".join(inside), [t for t in tokens if t not in inside]


def _order(tokens: Sequence[str], lang: str) -> tuple[str, str, str]:
    """Given name, patronymic or middle names, surname of two words or more."""
    if is_initial(tokens[-1]) and not is_initial(tokens[0]):
        at = next(i for i, t in enumerate(tokens) if is_initial(t))
        return tokens[at], " ".join(tokens[at + 1 :]), " ".join(tokens[:at])
    if _surname_first(tokens, lang):
        return tokens[1], " ".join(tokens[2:]), tokens[0]
    at = _patronymic_at(tokens)
    if at:
        return tokens[0], " ".join(tokens[1 : at + 1]), " ".join(tokens[at + 1 :])
    return tokens[0], " ".join(tokens[1:-1]), tokens[-1]


def _patronymic_at(tokens: Sequence[str]) -> int:
    """Where the patronymic stands between a given name and a surname; 0 for nowhere."""
    return next((i for i in range(1, len(tokens) - 1) if patronymic_gender(tokens[i])), 0)


def _surname_first(tokens: Sequence[str], lang: str) -> bool:
    first, second = tokens[0], tokens[1]
    if is_initial(first) or is_initial(second):
        return False
    if _shouted(first) and not _shouted(tokens[-1]):
        return True
    if len(tokens) == 3 and patronymic_gender(tokens[2]) and not patronymic_gender(second):
        return is_given_name(second) or not is_given_name(first)
    if len(tokens) != 2 or is_given_name(first) or not is_given_name(second):
        return False
    return lang in INFLECTED or CYRILLIC.match(first) is not None or _looks_like_surname(first)


def _shouted(token: str) -> bool:
    return len(token) > 2 and token.isupper()


@lru_cache(maxsize=100_000)
def _looks_like_surname(word: str) -> bool:
    return fold(word).endswith(_surname_endings())


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(read_toml("gazetteers/name_words.toml")["surnames"]["endings"])
