"""Take Ukrainian and Russian personal names back to the nominative, all their words in one case and gender."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kartoteka.languages.morphology import PERSONAL, parses
from kartoteka.resources import read_toml, read_tsv

_CASES = ("nomn", "gent", "accs", "datv", "ablt", "loct", "voct")
_GENDERS = {"masc": "m", "femn": "f"}
_WORD = re.compile(r"[\u0400-\u04ff'’ʼ]{3,}")
#: Й stands behind vowels alone: «Чубарю» is no form of «Чубарй».
_UNPRONOUNCEABLE = re.compile(r"[^аеёєиіїоуыэюя]й$")
_ADJECTIVAL = re.compile(r"[сцз]ь?к")
#: What a reading weighs: as a name or as another word, known to the dictionary or guessed.
_KNOWN_NAME, _GUESSED_NAME, _KNOWN_ADJECTIVE, _KNOWN_PERSON, _KNOWN_WORD, _GUESSED_WORD = (
    3.0,
    1.2,
    2.0,
    1.5,
    1.0,
    0.6,
)
_AS_IT_STANDS = 0.4
_MISSING, _UNDECLINED = -3.0, 0.0
#: The genitive in -а of a stem that men's surnames have.
_STEM = 1.4


@dataclass(frozen=True, slots=True)
class Form:
    """A word read in one case and gender ("" fits both), its nominative, and how likely the reading is."""

    nominative: str
    case: str
    gender: str
    weight: float


@lru_cache(maxsize=100_000)
def decline(name: str, lang: str) -> str:
    """The nominative of a Ukrainian ("uk") or Russian ("ru") personal name in any case.

    The words agree in case and gender; words of fewer than three letters, initials, Latin words and lower-case
    particles stay. Only endings change. Raises ValueError for another language.
    """
    words = re.split(r"([\s\-]+)", name)
    places = [i for i, word in enumerate(words) if _WORD.fullmatch(word) and not word.islower()]
    if not places:
        return name
    first_halves = [words[i + 1 : i + 2] == ["-"] for i in places]
    chosen = _agreeing([_forms(words[i].lower(), lang) for i in places], first_halves)
    for place, form in zip(places, chosen, strict=True):
        words[place] = _recased(words[place], form.nominative)
    return "".join(words)


def _agreeing(options: Sequence[tuple[Form, ...]], first_halves: Sequence[bool]) -> list[Form]:
    """The readings of all words in the case and gender that fit them best together.

    The first half of a double surname may stay as it is, whatever the case.
    """
    best: tuple[float, list[Form]] = (float("-inf"), [])
    for case, gender in _order(single=len(options) == 1):
        missing = [_UNDECLINED if first else _MISSING for first in first_halves]
        chosen = [_best(forms, case, gender, lack) for forms, lack in zip(options, missing, strict=True)]
        total = sum(form.weight for form in chosen)
        if total > best[0]:
            best = (total, chosen)
    return best[1]


def _order(*, single: bool) -> Iterator[tuple[str, str]]:
    """Cases and genders, what wins a tie first: of one word alone a man's genitive before a woman's nominative."""
    if not single:
        yield from (("nomn", "m"), ("nomn", "f"))
    yield from ((case, gender) for gender in "mf" for case in _CASES if single or case != "nomn")


def _best(forms: Sequence[Form], case: str, gender: str, missing: float) -> Form:
    fitting = (form for form in forms if form.case == case and form.gender in ("", gender))
    stays = Form(forms[-1].nominative, case, gender, missing)
    return max(fitting, key=lambda form: form.weight, default=stays)


@lru_cache(maxsize=100_000)
def _forms(word: str, lang: str) -> tuple[Form, ...]:
    """All readings of a lower-case word; the last one is the word as it stands."""
    found = [form for parse in parses(word, lang) if (form := _read(word, parse)) is not None]
    by_ending = [form for form in _by_ending(word, lang) if _keeps_stem(word, form.nominative)]
    possible = [form for form in (*found, *by_ending) if not _UNPRONOUNCEABLE.search(form.nominative)]
    return (*possible, Form(word, "nomn", "", _AS_IT_STANDS))


def _read(word: str, parse: Any) -> Form | None:
    tag = parse.tag
    if tag.POS not in {"NOUN", "ADJF"} or tag.case not in _CASES or tag.number == "plur":
        return None
    is_name = bool(PERSONAL & tag.grammemes)
    gender = _GENDERS.get(tag.gender, "")
    if tag.gender == "neut" or (tag.POS == "ADJF" and not gender) or (gender == "f" and word in _no_women()):
        return None
    if tag.POS == "NOUN" and not is_name and gender == "f":
        gender = ""
    nominative = word if tag.case == "nomn" else _nominative(parse)
    known_name = is_name and parse.is_known
    if not nominative or not (known_name or _keeps_stem(word, nominative)):
        return None
    return Form(nominative, tag.case, gender, _weight(word, parse, is_name=is_name))


def _nominative(parse: Any) -> str:
    inflected = parse.inflect({"nomn"} if "Fixd" in parse.tag else {"nomn", parse.tag.gender} - {None})
    return inflected.word if inflected is not None else ""


def _weight(word: str, parse: Any, *, is_name: bool) -> float:
    if is_name:
        return _KNOWN_NAME if parse.is_known else _GUESSED_NAME
    if parse.tag.POS == "ADJF" and _ADJECTIVAL.search(word):
        return _KNOWN_ADJECTIVE
    if not parse.is_known:
        return _GUESSED_WORD
    return _KNOWN_PERSON if "anim" in parse.tag else _KNOWN_WORD


def _keeps_stem(word: str, nominative: str) -> bool:
    """Whether only an ending changed: never a first letter."""
    return _shared(word, nominative) >= max(2, len(word) - 4)


def _shared(word: str, nominative: str) -> int:
    """How many first letters two words share; е may stand for ё."""
    for at, (ours, theirs) in enumerate(zip(word, nominative, strict=False)):
        if ours != theirs and (ours, theirs) != ("е", "ё"):
            return at
    return min(len(word), len(nominative))


def _by_ending(word: str, lang: str) -> Iterator[Form]:
    for row in _endings(lang):
        ending, case, gender, base, weight = row
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            yield Form(word[: -len(ending)] + (base or _kept(case, ending)), case, gender, weight)
    stem = word[:-1]
    if word.endswith("а") and len(stem) > 3 and stem.endswith(_stems()):
        yield Form(stem, "gent", "m", _STEM)
        yield Form(stem, "accs", "m", _STEM)


def _kept(case: str, ending: str) -> str:
    """An ending of the nominative stays; another one without a base is cut off."""
    return ending if case == "nomn" else ""


@cache
def _endings(lang: str) -> tuple[tuple[str, str, str, str, float], ...]:
    rows = (row for row in read_tsv("gazetteers/surname_cases.tsv") if row["lang"] == lang)
    return tuple((r["ending"], r["case"], r["gender"], r["base"], float(r["weight"])) for r in rows)


@cache
def _stems() -> tuple[str, ...]:
    return tuple(read_toml("gazetteers/name_words.toml")["genitives"]["stems"])


@cache
def _no_women() -> frozenset[str]:
    return frozenset(read_toml("gazetteers/name_words.toml")["genitives"]["no_women"])


def _recased(word: str, nominative: str) -> str:
    """The nominative with the word's own letters as far as they go (its е for ё too), and its capitals."""
    kept = _shared(word.lower(), nominative)
    tail = nominative[kept:]
    return word[:kept] + (tail.upper() if word.isupper() else tail)
