"""What only looks like an institution in Ukrainian and Russian: books, ships, awards, events, laws, posts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import is_acronym
from kartoteka.languages.morphology import INFLECTED, is_adjective, lemmas, parses

#: How an abbreviation ends that names a republic: «КрымАССР».
REPUBLICS = ("АССР", "ССР", "РСР", "АРСР")
#: The word before a quotation, or before the first of several; and the word before a name.
BEFORE_QUOTES = re.compile(r"([^\W\d_][\w'-]*) (?:[«\"“„][^«»\"“”„]{1,60}[»\"”],? (?:[ійи] |та )?)*[«\"“„]$")
BEFORE = re.compile(r"([^\W\d_][\w'-]*) $")

Patterns = Mapping[str, frozenset[str]]


def is_none(text: str, name: Finding, patterns: Patterns, lang: str) -> bool:
    """Whether what was taken for an institution is a book, a ship, an award, an event, a law or a post.

    Its head noun tells, or the word before it: «збірка „Казки“», «орден Красной Звезды», «Февральская революция».
    """
    before = text[max(0, name.start - 120) : name.start]
    quoted = BEFORE_QUOTES.search(before)
    word = quoted or BEFORE.search(before)
    if word and lemmas(word.group(1), lang) & patterns["titled" if quoted else "awards"]:
        return True
    if not name.rule.startswith("recognizer"):
        return False
    if text[name.start : name.end] in patterns["not_abbreviations"]:
        return True
    words = [w for w in text[name.start : name.end].split() if w[0].isalpha()]
    if len(words) == 1 and words[0].endswith(REPUBLICS):
        return True
    nouns = (w for w in words if not is_adjective(w, lang))
    return bool(lemmas(next(nouns, words[0] if words else ""), lang) & patterns["not_heads"])


def is_member(word: str, lang: str) -> bool:
    """Whether a word names one adherent of a party («меньшевик») and not the party by its members («меньшевики»)."""
    if lang not in INFLECTED or not word[0].islower():
        return False
    tags = [parse.tag.grammemes for parse in parses(word, lang)]
    return any("anim" in tag for tag in tags) and not any("plur" in tag for tag in tags)


def without_adjectives(text: str, name: Finding, lang: str) -> Finding:
    """A recognizer's abbreviation without the lower-case adjectives before it: «тогдашнего | ОГПУ»."""
    *before, last = text[name.start : name.end].split(" ")
    described = before and is_acronym(last) and all(w[:1].islower() and is_adjective(w, lang) for w in before)
    if not described or not name.rule.startswith("recognizer"):
        return name
    return replace(name, start=name.end - len(last))
