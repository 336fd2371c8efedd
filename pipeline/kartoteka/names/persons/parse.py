"""Take a personal name apart, whatever order, script and initials it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.persons.aliases import split_aliases
from kartoteka.names.persons.given import is_filial, is_given_name, patronymic_gender
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC, straighten
from kartoteka.romanization.fold import fold

_GLUED = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
#: No name is longer, in characters; no abbreviation of a given name («Конст.») is, in letters.
LONGEST = 300
_ABBREVIATED = 5
_CAPITALISED = r"(?:[A-ZÀ-ÖØ-Þ][a-zß-öø-ɏ]*|[А-ЯЁІЇЄҐ][а-яёіїєґ]*)"
_PLAIN_WORD = rf"{_CAPITALISED}(?:\.|(?:-{_CAPITALISED})*)"
#: Most names: words and initials of one script each, nothing to mend and nothing behind them.
_PLAIN = re.compile(rf"{_PLAIN_WORD}(?: {_PLAIN_WORD})*")
_EDGES = ' ,;:!?*"“”«»„<>/\\|+=_—–'


@dataclass(frozen=True, slots=True)
class PersonName:
    """A personal name in its parts, each as spelled; "" where a part is missing.

    `given` and `patronymic` may be initials with their full stop; `patronymic` also holds further given names
    of the West. `particles` (von, de) stand before the surname. `single` tells that one word was all there was:
    it stands in `given` where the table of given names knows it, else in `surname`. `aliases` are further names
    that the text gives the person in brackets, in quotation marks or behind "alias", as spelled.
    """

    given: str = ""
    patronymic: str = ""
    surname: str = ""
    particles: str = ""
    suffix: str = ""
    single: bool = False
    aliases: tuple[str, ...] = ()


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("gazetteers/name_words.toml")[kind])


def is_initial(word: str) -> bool:
    """Whether a word of a name is abbreviated: A., Iu., Дм. or a single letter."""
    if not word.endswith("."):
        return len(word) == 1
    return len(word.rstrip(".")) <= _ABBREVIATED


def complaint(text: str) -> str:
    """What is wrong with a text that holds no name, in words; "" for one that can be a name."""
    if not text.strip():
        return "an empty name"
    if len(text) > LONGEST:
        return f"{text[:20]}…: longer than any name"
    if any(c.isalpha() for c in text):
        return ""
    kind = "digits, no name" if any(c.isdigit() for c in text) else "a name without letters"
    return f"{text.strip()}: {kind}"


def written(name: PersonName) -> str:
    """A name with its parts in the order given name, patronymic, surname."""
    parts = (name.given, name.patronymic, name.particles, name.surname, name.suffix)
    return " ".join(part for part in parts if part)


def stands_first(name: PersonName) -> bool:
    """Whether the surname may stand first in a name of two words that says nothing else of its order.

    That is where only the second word is a given name: Feldman Boris.
    """
    if name.patronymic or not name.given or not name.surname or is_initial(name.given):
        return False
    # Most given names are known: the surname is looked up behind an unknown one alone.
    return not is_given_name(name.given) and is_given_name(name.surname)


@lru_cache(maxsize=100_000)
def parse_name(text: str, lang: str = "") -> PersonName:
    """The parts of a name such as "Балицкий В. А.", "Balytsky, Vsevolod" or "Iu. Shapoval".

    Titles and remarks in brackets are left out, further names kept as aliases. `lang` is the language of the text
    where it is known: names in Ukrainian and Russian lists put the surname first more readily. Never raises; a
    text without letters or longer than any name gives an empty name.
    """
    if len(text) > LONGEST:
        return PersonName()
    if _PLAIN.fullmatch(text):
        words = text.split(" ")
        if len(words) > 1 and all(map(_is_part, words)):
            return PersonName(*_order(words, lang))
        return _assign(_without_titles(words), lang)
    name, aliases = split_aliases(straighten(text))
    parsed = _parse(name, lang)
    return replace(parsed, aliases=aliases) if aliases else parsed


@lru_cache(maxsize=200_000)
def _is_part(word: str) -> bool:
    """Whether a word is a given name, patronymic, surname or initial: neither title nor particle."""
    around = word.casefold(), word.rstrip(".").casefold()
    lists = map(_words, ("titles", "labels", "suffixes", "particles"))
    return not any(one in listed for listed in lists for one in around) and not is_filial(word)


def _parse(text: str, lang: str) -> PersonName:
    before, comma, after = text.partition(",")
    if not comma:
        return _assign(_split(text), lang)
    left, right = _split(before), _split(after)
    if right and _is_suffix(right[-1]):
        return _assign([*left, *right], lang)
    if left and right:
        return _given_after(left, right)
    return _assign(left, lang)


def _split(text: str) -> list[str]:
    tokens = (token.strip(_EDGES).strip("'-") for token in _GLUED.sub(" ", text).split())
    return _without_titles([t for t in tokens if any(c.isalpha() for c in t)])


def _without_titles(tokens: list[str]) -> list[str]:
    while len(tokens) > 1 and _is_title(tokens[0]) and not _leads(tokens):
        tokens = tokens[1:]
    return tokens


def _is_title(token: str) -> bool:
    """Whether a token is a title, or the label of a language: Укр."""
    word = token.rstrip(".").casefold()
    return word in _words("titles") or (word != token.casefold() and word in _words("labels"))


def _leads(tokens: Sequence[str]) -> bool:
    """Whether the first token, though it looks like a title, is an initial: "Т. Шевченко", but «т. Шевченко»."""
    letter = tokens[0].rstrip(".")
    return len(letter) == 1 and (letter.isupper() or is_initial(tokens[1]))


def _is_suffix(token: str) -> bool:
    return token.rstrip(".").casefold() in _words("suffixes")


def _given_after(surname: Sequence[str], given: Sequence[str]) -> PersonName:
    particles = [t for t in surname[:-1] if t.casefold() in _words("particles")]
    rest = [t for t in surname if t not in particles]
    return PersonName(given[0], " ".join(given[1:]), " ".join(rest), " ".join(particles))


def _assign(tokens: Sequence[str], lang: str) -> PersonName:
    suffix = tokens[-1] if len(tokens) > 2 and _is_suffix(tokens[-1]) else ""
    body = list(tokens[:-1] if suffix else tokens)
    particles, body = _particles(_with_fathers(body))
    if not body:
        return PersonName(surname=particles)
    if len(body) == 1:
        known = not particles and is_given_name(body[0]) and not is_initial(body[0])
        given, surname = (body[0], "") if known else ("", body[0])
        return PersonName(given, "", surname, particles, suffix, single=True)
    order = _order(body, lang)
    return PersonName(*order, particles, suffix)


def _with_fathers(tokens: list[str]) -> list[str]:
    """ "Ali ogly" is one word of a name: a patronymic."""
    if len(tokens) < 3 or not any(map(is_filial, tokens[1:])):
        return tokens
    at = next(i for i, token in enumerate(tokens) if i and is_filial(token))
    return [*tokens[: at - 1], " ".join(tokens[at - 1 : at + 1]), *tokens[at + 1 :]]


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
