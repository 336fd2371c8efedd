"""What a personal name looks like, and which words can be part of one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kartoteka.languages.morphology import (
    INFLECTED,
    cases,
    is_adjective,
    is_common_word,
    is_known,
    is_name_word,
    is_noun,
    lemmas,
    stem,
)
from kartoteka.languages.sentences import abbreviations
from kartoteka.names.bodies.gazetteers import identify, spellings
from kartoteka.names.persons.given import given_names, is_given_name, patronymic_gender
from kartoteka.resources import read_toml
from kartoteka.romanization.characters import CYRILLIC

# Letters by case as the regular expressions need them: Latin with its marks, and Cyrillic.
_LETTERS = [chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isalpha()]
UPPER = "".join(c for c in _LETTERS if c.isupper())
INITIAL = rf"(?:[{UPPER}][^\W\d_]?|Dzh|Khr|Sch|Shch)\."
_REST = rf"(?:[^\W\d_]|'(?=[^\W\d_]))+(?:-[{UPPER}](?:[^\W\d_]|'(?=[^\W\d_]))+)?"
NAME = rf"[{UPPER}]{_REST}"
BEFORE = r"(?<![\w.')-])"
#: Initial and name behind BEFORE. The capital comes first and what may not stand before it second, because a pattern
#: that begins with a set of letters is looked for many times faster.
_AT_START = rf"[{UPPER}]{BEFORE.replace('])', '].)')}"
FIRST_NAME = rf"{_AT_START}{_REST}"
FIRST_INITIAL = rf"{_AT_START}(?:[^\W\d_]?\.|(?<=D)zh\.|(?<=K)hr\.|(?<=S)ch\.|(?<=S)hch\.)"
AFTER = r"(?![\w-]|\.[^\W\d_])"
PARTICLE = (
    "(?:von|van|de|der|den|zu|di|da|del|della|du|la|le|ibn|ben|bin"
    "|фон|ван|де|дер|дель|ла|ле|ибн|ібн|бин|бін|бен|оглы|огли)"
)
ONE_NAME = re.compile(rf"{FIRST_NAME}{AFTER}")
OPENING = re.compile(r"(?:^|[.!?…:\n]\s*|^\s*)[\"'«“„(\[–—-]*\s*$")
ROMAN = re.compile(r"[IVX]+")
#: Endings of those who belong to a faction and bear no name.
FACTIONS = ("ites", "ists", "guardist", "guardists", "ovtsy", "івці", "овцы")


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """A list of `models/patterns/<lang>/persons.toml`, in lower case."""
    return frozenset(w.lower() for w in read_toml(f"patterns/{lang}/persons.toml")[key])


def opens_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a line or a quotation's sentence opens at `start`, where every word has its capital."""
    return OPENING.search(text[max(0, start - 12) : start]) is not None


def is_no_initial(initial: str, lang: str) -> bool:
    """Whether what looks like an initial is an abbreviation."""
    return len(initial) > 1 and (initial.lower() in abbreviations(lang) or initial.isupper())


def is_trailing_initial(initial: str, lang: str) -> bool:
    """Whether what stands behind a surname can be an initial: one letter, or two that render one (Iu, Kh, Дж)."""
    return len(initial) == 1 or initial.lower() in words(lang, "two_letter_initials")


@lru_cache(maxsize=50_000)
def is_no_name(word: str, lang: str) -> bool:
    """Whether a capitalised word never names a person in these texts."""
    bases = lemmas(word, lang) if lang in INFLECTED else {word.lower()}
    if ROMAN.fullmatch(word):
        return False
    if word.isupper() and len(word) < 5:
        return lang in INFLECTED or len(word) < 3 or not is_given(word.title(), lang)
    return bool(bases & words(lang, "not_persons"))


def is_no_surname(word: str, lang: str) -> bool:
    """Whether a capitalised word cannot be the surname behind initials: a common word, an institution."""
    if is_no_name(word, lang) or identify("organizations", word):
        return True
    return lang in INFLECTED and is_common_word(word, lang) and not is_adjective(word, lang)


@lru_cache(maxsize=50_000)
def is_given(word: str, lang: str) -> bool:
    """Whether a table or dictionary knows the word as a given name, in any case."""
    lower = word.lower()
    if lower in words(lang, "not_given"):
        return False
    if lower in words("en", "given") or is_given_name(word):
        return True
    return (
        lang in INFLECTED and len(word) > 2 and (is_name_word(word, lang, "Name") or stem(word) in _given_stems())
    )


@cache
def _given_stems() -> frozenset[str]:
    """What the cases of the table's Cyrillic names share: «Менделем» and «Мендель»; short ones would fit too much."""
    found = (stem(spelling) for given in given_names().values() for spelling in given.spellings)
    return frozenset(s for s in found if len(s) > 4 and CYRILLIC.search(s))


def is_followed_by_no_surname(word: str, lang: str) -> bool:
    """Whether a capitalised word turns the name before it into that of a thing: "Marina Bay", "August Uprising"."""
    return bool((lemmas(word, lang) if lang in INFLECTED else {word.lower()}) & words(lang, "not_surnames"))


@lru_cache(maxsize=50_000)
def is_surname_like(word: str, lang: str) -> bool:
    """Whether a word has the form of a surname, or nothing speaks against one in English."""
    if is_no_name(word, lang) or is_given_name(word):
        return False
    if lang in INFLECTED and is_name_word(word, lang, "Surn"):
        return True
    return ends_as_surname(word, lang) or lang not in INFLECTED


@lru_cache(maxsize=50_000)
def ends_as_surname(word: str, lang: str) -> bool:
    """Whether a word has one of the endings of Slavic surnames in the spelling of a language."""
    return word.lower().endswith(tuple(words(lang, "endings")))


def is_patronymic(word: str, lang: str) -> bool:
    """Whether a word is a patronymic, in any case of Ukrainian and Russian."""
    if lang not in INFLECTED:
        return bool(patronymic_gender(word))
    return is_name_word(word, lang, "Patr") or bool(patronymic_gender(word) and not is_common_word(word, lang))


def agree(names: list[str], lang: str, *, sure: bool = False) -> bool:
    """Whether Cyrillic names can stand in one case: «Постышев Сталину» are two persons.

    With `sure` only the words that the dictionary knows can disagree; it guesses at the others.
    """
    if lang not in INFLECTED:
        return True
    shared: frozenset[str] | None = None
    for name in names:
        if name.endswith(".") or ROMAN.fullmatch(name) or (sure and not is_known(name, lang)):
            continue
        found = cases(name, lang)
        if found:
            shared = found if shared is None else shared & found
    return shared is None or bool(shared)


@cache
def _place_stems(lang: str) -> tuple[str, ...]:
    """What adjectives of known places begin with: «вінниц», «харкі»."""
    names = (name.lower() for listed in spellings("places", lang).values() for name in listed)
    return tuple({name[: max(4, len(name) - 2)] for name in names if name.isalpha() and len(name) > 4})


def is_relational(text: str, end: int, word: str, lang: str) -> bool:
    """Whether a word is the adjective of a place before its noun: «Вінницький обком»."""
    bases = (base for base in lemmas(word, lang) if base.endswith(("ський", "цький", "зький", "ский", "цкий")))
    if any(base.startswith(_place_stems(lang)) for base in bases):
        return True
    after = re.compile(r" ([^\W\d_]+)").match(text, end)
    if after is None or not after.group(1).islower() or not is_adjective(word, lang):
        return False
    return is_noun(after.group(1), lang)
