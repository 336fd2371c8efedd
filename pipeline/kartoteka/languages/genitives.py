"""Names of bodies in the genitive, as a post has them: «командував 4-ю дивізією» is «командир 4-ї дивізії»."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Any

from kartoteka.languages.morphology import INFLECTED, PERSONAL, parses
from kartoteka.languages.name_forms import shared

_WORD = re.compile(r"(?P<figure>\d+-(?=[^\W\d_]))?[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LATER = re.compile(r"[«\"“(]")
#: How a figure's ending goes on in the genitive.
_ORDINAL = {"uk": {"femn": "ї", "plur": "х", "": "го"}, "ru": {"femn": "й", "plur": "х", "": "го"}}
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
#: Cases by how often a body stands in them.
_LIKELY = ("nomn", "gent", "accs", "ablt", "loct", "datv")
#: At most so many adjectives stand before the noun.
_FARTHEST = 6


@lru_cache(maxsize=20_000)
def genitive_phrase(phrase: str, lang: str, case: str) -> str | None:
    """The phrase with its first noun and the adjectives before it in the genitive; what depends on it stays.

    `case` is the one that the phrase stands in ("accs", "ablt", "loct"; "any" of them). None where the phrase does not
    open with such a noun: a quoted name, an acronym.
    """
    if lang not in INFLECTED or not case:
        return None
    if case == "any":
        return next((form for each in _LIKELY if (form := genitive_phrase(phrase, lang, each))), None)
    opening = _LATER.search(phrase)
    words = list(_WORD.finditer(phrase, 0, opening.start() if opening else len(phrase)))[:_FARTHEST]
    for number, word in enumerate(words):
        if word["figure"] or (word[0].isupper() and len(word[0]) > 1):
            if word["figure"]:
                continue
            return None
        noun = _noun(word[0], lang, case)
        if noun is not None and not _leads(words[number:], lang, case):
            return _written(phrase, words[:number], word, noun, lang, case)
        if _adjective(word[0], lang, case) is None:
            return None
    return None


def is_plural(phrase: str, lang: str, case: str) -> bool:
    """Whether the first noun of a phrase in a case is a plural: «очолював загони»."""
    if lang not in INFLECTED or case not in _LIKELY:
        return False
    for word in _WORD.finditer(phrase):
        noun = _noun(word[0], lang, case)
        if noun is not None:
            return "plur" in noun.tag.grammemes and "Pltm" not in noun.tag.grammemes
    return False


def _noun(word: str, lang: str, case: str) -> Any | None:
    found = [
        p
        for p in parses(word, lang)
        if p.tag.POS == "NOUN" and p.tag.case == case and not p.tag.grammemes & PERSONAL
    ]
    return min(found, key=lambda p: "plur" in p.tag.grammemes) if found else None


def _adjective(word: str, lang: str, case: str) -> Any | None:
    return next((p for p in parses(word, lang) if p.tag.POS in _ADJECTIVES and p.tag.case == case), None)


def _leads(words: list[re.Match[str]], lang: str, case: str) -> bool:
    """Whether a word that can be both noun and adjective is the adjective of the noun behind it."""
    for word, following in pairwise(words):
        if _adjective(word[0], lang, case) is None:
            return False
        if _noun(following[0], lang, case) is not None:
            return True
    return False


def _written(
    phrase: str, adjectives: list[re.Match[str]], head: re.Match[str], noun: Any, lang: str, case: str
) -> str | None:
    plural = "plur" in noun.tag.grammemes
    gender = "plur" if plural else str(noun.tag.gender or "")
    forms = [(head, _form(noun, {"gent"}, plural=plural))]
    forms += [(word, _agreeing(word, lang, case, gender)) for word in adjectives]
    if any(form is None for _, form in forms):
        return None
    out, done = [], 0
    for word, form in sorted(forms, key=lambda pair: pair[0].start()):
        out += [phrase[done : word.start()], _as_written(str(form), word[0])]
        done = word.end()
    return "".join([*out, phrase[done:]])


def _agreeing(word: re.Match[str], lang: str, case: str, gender: str) -> str | None:
    """The genitive of an adjective or of a figure with an ending, in a noun's gender or in the plural."""
    if word["figure"]:
        return word["figure"] + _ORDINAL[lang].get(gender, _ORDINAL[lang][""])
    parse = _adjective(word[0], lang, case)
    wanted = {"gent"} | ({gender} & {"masc", "femn", "neut"})
    return _form(parse, wanted, plural=gender == "plur") if parse else None


def _form(parse: Any, grammemes: set[str], *, plural: bool) -> str | None:
    """The form with these grammemes; of two Ukrainian genitives that of a body (загону, not загона)."""
    fitting = [
        str(form.word)
        for form in parse.lexeme
        if form.tag.POS == parse.tag.POS
        and grammemes <= form.tag.grammemes
        and ("plur" in form.tag.grammemes) == plural
    ]
    return next((form for form in fitting if form.endswith(("у", "ю"))), fitting[0] if fitting else None)


def _as_written(form: str, model: str) -> str:
    """The form with the model's own letters as far as they go, with its capitals and its е for ё."""
    kept = shared(model.lower(), form)
    return model[:kept] + form[kept:]
