"""In which cases the words of a Ukrainian or Russian post can stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kartoteka.annotate.office_slavic_words import SlavicWords
from kartoteka.languages.morphology import FUNCTION_WORDS, PERSONAL, parses

_ACRONYM = re.compile(r"[а-яіїєґ]{0,8}[А-ЯІЇЄҐ]{2,}[\w()]*|[А-ЯІЇЄҐ]+\([бм]\)\w*|[IVXІХ]+|[A-Z]{2,}[\w&-]*")
_VERBS = frozenset({"VERB", "INFN", "GRND"})
_SHORT = 3
#: How a relational adjective is made of a place; the dictionary knows the place's neighbours: троцьким as київським.
_RELATIONAL = re.compile(r".+?(?:ськ|цьк|зьк|ск|цк)(?=\w{1,3}$)")
_KNOWN = {"uk": "київськ", "ru": "киевск"}
#: What the complement of a post is made of.
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


def agree(adjective: str, head: str, lang: str) -> bool:
    """Whether an adjective can stand in the case of the head, as a surname before it need not: Гурского министром."""
    if not adjective.isalpha():
        return True
    one, other = cases_of(adjective, lang), cases_of(head, lang)
    return not one or not other or bool(one & other)


@lru_cache(maxsize=5000)
def follows(adjective: str, head: str, lang: str) -> bool:
    """Whether a relational adjective after the head goes with it: викария | Кишинёвской do not share a gender."""
    one, other = _forms(_RELATIONAL.sub(_KNOWN[lang], adjective), lang), _forms(head, lang)
    return any(_accord(form, another) for form in one for another in other) or (bool(one) and not other)


def _accord(adjective: tuple[str, str, str], head: tuple[str, str, str]) -> bool:
    """Whether case and number are one, and gender, where the head has but one; a noun of persons has any."""
    gendered = adjective[1] == "plur" or head[2] not in {"masc", "femn"} or adjective[2] in {head[2], "None"}
    return adjective[:2] == head[:2] and gendered


def _forms(word: str, lang: str) -> set[tuple[str, str, str]]:
    """(case, number, gender) of every nominal reading of a word."""
    tags = (r.tag for r in parses(word.lower().replace("’", "'").replace("ʼ", "'"), lang))
    return {(str(t.case), str(t.number), str(t.gender)) for t in tags if t.POS in _NOMINAL and t.case is not None}


def cases_of(word: str, lang: str) -> frozenset[str]:
    """The cases of a word, pymorphy's names of them; empty where none is known."""
    return frozenset(case for case, _ in readings(word, lang) if case != "None")


def in_case(word: str, words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether a word can be a noun, adjective or participle in one of the cases; acronyms are in all of them."""
    if _ACRONYM.fullmatch(word):
        return True
    if word[0].isdigit():
        return words.figure.fullmatch(word) is not None
    return any(case in cases for case, kind in readings(word, words.lang) if kind != "name")


@lru_cache(maxsize=5000)
def is_living(word: str, lang: str) -> bool:
    """Whether a word is first of all a person or animal: генерал, республіканець."""
    known = parses(word, lang)
    return bool(known) and "anim" in known[0].tag.grammemes


@lru_cache(maxsize=5000)
def may_act(word: str, lang: str) -> bool:
    """Whether a lower-case word can be a verb too, as after a name: глава МИД Дании | прибыли."""
    return word.islower() and any(
        r.tag.POS == "VERB" and "impr" not in r.tag.grammemes for r in parses(word, lang)
    )


@lru_cache(maxsize=5000)
def is_surname(word: str, lang: str) -> bool:
    """Whether a capitalised word can be a surname, and no genitive of anything: Чернявский, not Драгоманова."""
    if not word.istitle() or "gent" in cases_of(word, lang):
        return False
    return any("Surn" in r.tag.grammemes for r in parses(word, lang))


def is_noun(word: str, lang: str) -> bool:
    """Whether every reading of a word is a common noun's."""
    return all(kind == "noun" for _, kind in readings(word, lang))


@lru_cache(maxsize=20000)
def readings(word: str, lang: str) -> tuple[tuple[str, str], ...]:
    """(case, kind) of every reading of a word; none where it is first of all a verb, adverb or preposition.

    Short prepositions are notes and letters too in the dictionary: «до», «о».
    """
    known = parses(word.replace("’", "'").replace("ʼ", "'"), lang)
    if not known or known[0].tag.POS in FUNCTION_WORDS | _VERBS:
        return ()
    if word.islower() and len(word) <= _SHORT and any(r.tag.POS == "PREP" for r in known):
        return ()
    nominal = (r.tag for r in known if r.tag.POS in _NOMINAL and _is_meant(word, r.tag))
    return tuple((str(tag.case), _kind(word, tag)) for tag in nominal)


def _is_meant(word: str, tag: Any) -> bool:
    """Whether a reading is no pronoun (которой), nor, in lower case, an acronym or a name (про, ніколи)."""
    if "Apro" in tag.grammemes:
        return False
    return not word[0].islower() or not ({"Abbr", *PERSONAL} & tag.grammemes)


def _kind(word: str, tag: Any) -> str:
    if word[0].isupper() and PERSONAL & tag.grammemes:
        return "name"
    return "noun" if tag.POS == "NOUN" else "adjective"
