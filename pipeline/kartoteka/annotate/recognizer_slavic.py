"""What a recognizer trained on Russian news finds in Ukrainian and Russian, cut to what can be a name.

Its spans run on into verbs and conjunctions, and it takes the first word of a sentence for a name because of its
capital, the more so in Ukrainian, which it never saw.
"""

from __future__ import annotations

import re

from kartoteka.annotate.name_words import opens_sentence
from kartoteka.languages.morphology import FUNCTION_WORDS, is_adjective, is_common_word, is_noun, lemmas, parses
from kartoteka.names.gazetteers import identify
from kartoteka.types import Label

WORD = re.compile(r"[^\W\d_][\w'-]*")
NEXT_WORD = re.compile(r" ([^\W\d_][\w'-]*)")
#: Words that end no name: verbs, gerunds, short participles and those that join.
JOINING = frozenset({"PREP", "CONJ", "NPRO"})
LOOSE = FUNCTION_WORDS | {"VERB", "INFN", "GRND", "PRTS", "INTJ", "COMP"}


def cut(text: str, start: int, end: int, lang: str) -> tuple[int, int]:
    """`start:end` without what no name begins or ends with; the two are equal where nothing is left."""
    words = [(m.start(), m.end()) for m in WORD.finditer(text, start, end)]
    if not words or words[0][0] != start:
        return start, end
    last = len(words)
    while last > 1 and _ends_no_name(text[slice(*words[last - 1])], lang):
        last -= 1
    if last < len(words):
        end = words[last - 1][1]
    first = 0
    while first < last and _opens_no_name(text, words[first][0], text[slice(*words[first])], lang):
        first += 1
    return (words[first][0], end) if first < last else (end, end)


def _ends_no_name(word: str, lang: str) -> bool:
    return word[0].islower() and _is_loose(word, lang)


def _opens_no_name(text: str, start: int, word: str, lang: str) -> bool:
    return word[0].isupper() and opens_sentence(text, start) and _is_loose(word, lang)


def _is_loose(word: str, lang: str) -> bool:
    """Whether a word can be a preposition, conjunction or pronoun, or every reading of it is one that no name has."""
    kinds = {p.tag.POS for p in parses(word.lower(), lang) if p.is_known}
    return bool(kinds) and (bool(kinds & JOINING) or kinds <= LOOSE)


def is_name(text: str, start: int, end: int, label: Label, lang: str, heads: frozenset[str]) -> bool:
    """Whether `text[start:end]` can be the name of a place or institution at all.

    An adjective before its noun names none («Сумський полк»), and words that the dictionary knows as common
    ones need more than a sentence's first capital: a head noun of institutions, or a capital inside.
    """
    words = [m.group() for m in WORD.finditer(text, start, end)]
    if not words or label is Label.PERSON or identify("places", text[start:end]):
        return bool(words)
    if label is Label.PLACE and len(words) == 1 and _before_noun(text, end, words[0], lang):
        return False
    plain = all(is_common_word(w, lang) for w in words)
    if not plain or not opens_sentence(text, start) or text[start - 1 : start] in set("«“„"):
        return True
    named = any(lemmas(w, lang) & heads for w in words) or any(w[0].isupper() for w in words[1:])
    return named and len(words) > 1


def _before_noun(text: str, end: int, word: str, lang: str) -> bool:
    after = NEXT_WORD.match(text, end)
    if not is_adjective(word, lang) or is_noun(word, lang):
        return False
    if after is None or not after.group(1)[0].islower():
        return False
    return is_noun(after.group(1), lang) or is_adjective(after.group(1), lang)
