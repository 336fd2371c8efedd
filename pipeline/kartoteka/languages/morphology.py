"""What pymorphy3 knows of Ukrainian and Russian words: their forms, their dictionary form, their grammar."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from kartoteka.resources import read_toml

#: The languages that pymorphy3 has a dictionary for.
INFLECTED = ("uk", "ru")

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct", "voct"})
#: How the dictionaries mark given names, surnames and patronymics.
PERSONAL = frozenset({"Name", "Surn", "Patr"})
#: Parts of speech that never name anybody.
#: Verbs and what is made of them.
VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS", "COMP"})
#: Parts of speech that never name anybody.
FUNCTION_WORDS = frozenset({"NPRO", "PREP", "CONJ", "PRCL", "ADVB", "PRED"})


@cache
def analyzer(lang: str) -> Any:
    """The analyzer of uk or ru, loaded once (about a second). Raises ValueError for another language."""
    if lang not in INFLECTED:
        raise ValueError(f"no inflection for {lang!r}. Known: {', '.join(INFLECTED)}.")
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=lang)


@lru_cache(maxsize=200_000)
def parses(word: str, lang: str) -> tuple[Any, ...]:
    """All readings of a word, the likeliest first; none for a language without a dictionary."""
    return tuple(analyzer(lang).parse(word)) if lang in INFLECTED else ()


@lru_cache(maxsize=100_000)
def lemmas(word: str, lang: str) -> frozenset[str]:
    """The dictionary forms that a word may have, in lower case; the word itself where nothing is known."""
    return frozenset(p.normal_form for p in parses(word, lang)) | {word.lower()}


@lru_cache(maxsize=50_000)
def noun_lemmas(word: str, lang: str) -> frozenset[str]:
    """The dictionary forms of a word as a noun or adjective: «Пруту» is of «Прут», not of «переть»."""
    return frozenset(p.normal_form for p in parses(word, lang) if p.tag.POS not in VERBAL) | {word.lower()}


@lru_cache(maxsize=20_000)
def forms(word: str, lang: str) -> frozenset[str]:
    """Every form of a dictionary word, in lower case, over all its readings as that word but those as a verb."""
    lower = word.lower()
    known = {
        form.word
        for parse in parses(lower, lang)
        if lower in (parse.normal_form, parse.word)
        and parse.tag.case in (None, "nomn")
        and parse.tag.POS not in VERBAL
        and _declines(parse)
        for form in parse.lexeme
    }
    return frozenset(known | {lower})


def _declines(parse: Any) -> bool:
    """Names in -o that the dictionary does not know (Сталино) are not guessed to have other forms."""
    return bool(parse.is_known) or not parse.word.endswith(("о", "е", "і", "и"))


@lru_cache(maxsize=50_000)
def is_genitive(word: str, lang: str) -> bool:
    """Whether a word can be a noun, adjective or participle in the genitive."""
    found = parses(word, lang)
    if any(p.tag.POS in FUNCTION_WORDS for p in found):
        return False
    return any("gent" in p.tag and p.tag.POS in {"NOUN", "ADJF", "PRTF"} for p in found)


@lru_cache(maxsize=50_000)
def cases(word: str, lang: str) -> frozenset[str]:
    """The cases that a noun or adjective can stand in, as OpenCorpora names them; empty for anything else."""
    found = (p.tag.grammemes & CASES for p in parses(word, lang) if p.tag.POS in {"NOUN", "ADJF"})
    return frozenset(case for each in found for case in each)


@lru_cache(maxsize=50_000)
def is_known(word: str, lang: str) -> bool:
    """Whether the dictionary has a word, in whatever form."""
    return any(p.is_known for p in parses(word, lang))


@lru_cache(maxsize=50_000)
def is_noun(word: str, lang: str) -> bool:
    """Whether a word is a noun and cannot be a verb."""
    kinds = {p.tag.POS for p in parses(word, lang)}
    return "NOUN" in kinds and not kinds & {"VERB", "INFN", "GRND"}


@lru_cache(maxsize=50_000)
def is_adjective(word: str, lang: str) -> bool:
    """Whether a word can be an adjective or a declinable participle."""
    return any(p.tag.POS in {"ADJF", "PRTF"} for p in parses(word, lang))


def stem(name: str) -> str:
    """A Cyrillic name in lower case without its case ending: what its forms share; at least three letters stay."""
    lower = name.lower()
    for ending in _case_endings():
        if lower.endswith(ending) and len(lower) - len(ending) >= 3:
            return lower[: -len(ending)]
    return lower


@cache
def _case_endings() -> tuple[str, ...]:
    """The case endings of `models/gazetteers/name_words.toml`, the longest first."""
    return tuple(sorted(read_toml("gazetteers/name_words.toml")["cases"]["endings"], key=len, reverse=True))


@lru_cache(maxsize=100_000)
def is_name_word(word: str, lang: str, grammeme: str) -> bool:
    """Whether the dictionary knows a word as a given name ("Name"), patronymic ("Patr") or surname ("Surn")."""
    return any(grammeme in p.tag.grammemes and p.is_known for p in parses(word, lang))


@lru_cache(maxsize=50_000)
def is_common_word(word: str, lang: str) -> bool:
    """Whether the dictionary knows a word, and never as a name of a person or place."""
    known = [p for p in parses(word.lower(), lang) if p.is_known]
    if any(p.tag.POS in FUNCTION_WORDS for p in known):
        return True
    names = PERSONAL | {"Geox"}
    return bool(known) and not any(names & p.tag.grammemes for p in known)


@lru_cache(maxsize=50_000)
def is_ambiguous_word(word: str, lang: str) -> bool:
    """Whether the dictionary knows a word also as something else than a name: «Гора», «Люди», «Слава»."""
    names = {"Surn", "Name", "Patr", "Geox"}
    return any(p.is_known and not names & p.tag.grammemes for p in parses(word.lower(), lang))
