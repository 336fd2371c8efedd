"""What a personal name looks like, and which words can be part of one."""

from __future__ import annotations

import re
from functools import cache

from kartoteka.annotate.sentences import abbreviations
from kartoteka.languages.morphology import (
    INFLECTED,
    cases,
    is_adjective,
    is_common_word,
    is_name_word,
    is_noun,
    lemmas,
)
from kartoteka.names.gazetteers import identify, spellings
from kartoteka.names.given import is_given_name, patronymic_gender
from kartoteka.resources import read_toml

# Letters by case as the regular expressions need them: Latin with its marks, and Cyrillic.
_LETTERS = [chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isalpha()]
UPPER = "".join(c for c in _LETTERS if c.isupper())
INITIAL = rf"(?:[{UPPER}][^\W\d_]?|Dzh|Khr|Sch|Shch)\."
NAME = rf"[{UPPER}](?:[^\W\d_]|'(?=[^\W\d_]))+(?:-[{UPPER}](?:[^\W\d_]|'(?=[^\W\d_]))+)?"
BEFORE = r"(?<![\w.')-])"
AFTER = r"(?![\w-]|\.[^\W\d_])"
PARTICLE = "(?:von|van|de|der|фон|ван|де)"
ONE_NAME = re.compile(rf"{BEFORE}{NAME}{AFTER}")
ROMAN = re.compile(r"[IVX]+")
#: Endings of those who belong to a faction and bear no name.
FACTIONS = ("ites", "ists", "guardist", "guardists", "ovtsy", "івці", "овцы")


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """A list of `models/patterns/<lang>/persons.toml`, in lower case."""
    return frozenset(w.lower() for w in read_toml(f"patterns/{lang}/persons.toml")[key])


def is_no_initial(initial: str, lang: str) -> bool:
    """Whether what looks like an initial is an abbreviation."""
    return len(initial) > 1 and (initial.lower() in abbreviations(lang) or initial.isupper())


def is_no_name(word: str, lang: str) -> bool:
    """Whether a capitalised word never names a person in these texts."""
    bases = lemmas(word, lang) if lang in INFLECTED else {word.lower()}
    if ROMAN.fullmatch(word):
        return False
    return bool(bases & words(lang, "not_persons")) or (word.isupper() and len(word) < 5)


def is_no_surname(word: str, lang: str) -> bool:
    """Whether a capitalised word cannot be the surname behind initials: a common word, an institution."""
    if is_no_name(word, lang) or identify("organizations", word):
        return True
    return lang in INFLECTED and is_common_word(word, lang) and not is_adjective(word, lang)


def is_given(word: str, lang: str) -> bool:
    """Whether a table or dictionary knows the word as a given name, in any case."""
    return is_given_name(word) or (lang in INFLECTED and len(word) > 2 and is_name_word(word, lang, "Name"))


def is_surname_like(word: str, lang: str) -> bool:
    """Whether a word has the form of a surname, or nothing speaks against one in English."""
    if is_no_name(word, lang) or is_given_name(word):
        return False
    if lang in INFLECTED and is_name_word(word, lang, "Surn"):
        return True
    return word.lower().endswith(tuple(words(lang, "endings"))) or lang not in INFLECTED


def is_patronymic(word: str, lang: str) -> bool:
    """Whether a word is a patronymic, in any case of Ukrainian and Russian."""
    return bool(patronymic_gender(word)) or (lang in INFLECTED and is_name_word(word, lang, "Patr"))


def agree(names: list[str], lang: str) -> bool:
    """Whether Cyrillic names can stand in one case: «Постышев Сталину» are two persons."""
    if lang not in INFLECTED:
        return True
    shared: frozenset[str] | None = None
    for name in names:
        found = cases(name, lang)
        if found and not name.endswith("."):
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
