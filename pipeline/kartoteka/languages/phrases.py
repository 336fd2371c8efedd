"""Names of posts, institutions and places in the nominative: «наркомом освіти» is «нарком освіти»."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from kartoteka.languages.morphology import INFLECTED, PERSONAL, parses
from kartoteka.languages.name_forms import shared

#: Words with inner hyphens and apostrophes.
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
#: Of two words with one form, the one whose case is rather meant goes first: «Германию» is no dative of «германий».
CASES = ("nomn", "ablt", "gent", "accs", "loct", "datv")


@lru_cache(maxsize=50_000)
def nominative_phrase(phrase: str, lang: str) -> str:
    """The phrase with its first noun, and the adjectives before it, in the nominative; what depends on it stays.

    A phrase already in the nominative, one without such a noun, or in another language than uk and ru stays as it
    is. Capitals stay. A plural stays plural.
    """
    words = list(WORD.finditer(phrase))
    head = _head(words, lang) if lang in INFLECTED else None
    if head is None:
        return phrase
    number, noun = head
    changed = {number: _inflected(noun, {"nomn"}, plural="plur" in noun.tag.grammemes)}
    for i in range(number):
        changed[i] = _agreeing(words[i].group(), noun, lang)
    out, done = [], 0
    for i, form in sorted(changed.items()):
        if form is not None:
            out += [phrase[done : words[i].start()], _as_written(form, words[i].group())]
            done = words[i].end()
    return "".join([*out, phrase[done:]])


def _head(words: list[re.Match[str]], lang: str) -> tuple[int, Any] | None:
    """The first noun that only adjectives precede, in the reading that agrees with them."""
    for number, word in enumerate(words[:6]):
        text = word.group()
        if text.isupper() and len(text) > 1:
            return None
        found = parses(text, lang)
        nouns = [p for p in found if p.tag.POS == "NOUN"]
        if len(words) > 1 or any(not p.tag.grammemes & PERSONAL for p in nouns):
            nouns = [p for p in nouns if not p.tag.grammemes & PERSONAL]
        adjectives = [p for p in found if p.tag.POS in {"ADJF", "PRTF"}]
        if nouns and not (adjectives and _leads(text, [w.group() for w in words[number + 1 : number + 4]], lang)):
            before = [w.group() for w in words[:number]]
            fitting = [p for p in nouns if all(_fits(adjective, p, lang) for adjective in before)]
            return (number, min(fitting, key=_rank)) if fitting else None
        if not adjectives:
            return None
    return None


def _leads(adjective: str, following: list[str], lang: str) -> bool:
    """Whether a word that can be both noun and adjective is the adjective of the noun behind it.

    Other adjectives may stand between: «Української Центральної Ради».
    """
    for word in following:
        found = parses(word, lang)
        if any(p.tag.POS == "NOUN" and _fits(adjective, p, lang) for p in found):
            return True
        if not any(p.tag.POS in {"ADJF", "PRTF"} for p in found):
            return False
    return False


def _rank(parse: Any) -> tuple[bool, bool, int, int]:
    """Singular before plural, known places and the nominative first: «Администрации» is one in the genitive.

    Of two words with that form the shorter goes first: «Січі» is of «Січ», not of «січа».
    """
    plural = "plur" in parse.tag.grammemes and "Pltm" not in parse.tag.grammemes
    case = next((i for i, case in enumerate(CASES) if case in parse.tag.grammemes), len(CASES))
    return plural, "Geox" not in parse.tag.grammemes, case, len(parse.normal_form)


def _fits(adjective: str, noun: Any, lang: str) -> bool:
    return any(
        p.tag.POS in {"ADJF", "PRTF"} and p.tag.case == noun.tag.case and _same_number(p, noun)
        for p in parses(adjective, lang)
    )


def _same_number(adjective: Any, noun: Any) -> bool:
    if "plur" in noun.tag.grammemes or "plur" in adjective.tag.grammemes:
        return ("plur" in noun.tag.grammemes) == ("plur" in adjective.tag.grammemes)
    return noun.tag.gender is None or adjective.tag.gender in {noun.tag.gender, None}


def _agreeing(word: str, noun: Any, lang: str) -> str | None:
    for parse in parses(word, lang):
        if parse.tag.POS in {"ADJF", "PRTF"} and parse.tag.case == noun.tag.case and _same_number(parse, noun):
            plural = "plur" in noun.tag.grammemes
            return _inflected(parse, {"nomn"} if plural else {"nomn", noun.tag.gender or "masc"}, plural=plural)
    return None


def _inflected(parse: Any, grammemes: set[str], *, plural: bool) -> str | None:
    """The form of the same word with these grammemes and number; None where it has none."""
    # The Ukrainian dictionary leaves the nominative of some nouns without a case.
    fitting = (
        form
        for form in parse.lexeme
        if form.tag.POS == parse.tag.POS and grammemes <= form.tag.grammemes | ({"nomn"} - _case(form))
    )
    return next((str(form.word) for form in fitting if ("plur" in form.tag.grammemes) == plural), None)


def _case(form: Any) -> set[str]:
    return {"nomn"} if form.tag.case else set()


def _as_written(form: str, model: str) -> str:
    """The form with the model's own letters as far as they go, with its capitals and its е for ё."""
    kept = shared(model.lower(), form)
    return model[:kept] + form[kept:]
