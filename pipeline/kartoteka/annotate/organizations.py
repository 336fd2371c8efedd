"""Institutions: the gazetteer's names and abbreviations, abbreviations unknown to it, and named head nouns.

English names are a row of capitalised words around a head noun and its of-complement; Ukrainian and Russian
ones an adjective, a head noun and its genitives, or a name in quotes behind a word such as «газета».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kartoteka.annotate.findings import Finding, register
from kartoteka.annotate.name_words import opens_sentence
from kartoteka.annotate.org_phrases import english_names, inflected_names, quoted_names
from kartoteka.annotate.phrases import Phrase, find, index, tokens
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.gazetteers import gazetteer, identify, spellings
from kartoteka.resources import read_toml
from kartoteka.types import Label

KNOWN, ABBREVIATION = 0.68, 0.45
ACRONYM = re.compile(r"(?<![\w'-])[^\W\d_][^\W\d_]*(?:\([^\W\d_]\)[^\W\d_]?)?(?![\w'])")
#: Signs that close a quotation or a title set in italics.
CLOSES = tuple("»”“\"_*'")
VOWELS = frozenset("aeiouyаеиоуыэюяіїє")
ROMAN = re.compile(r"[IVXLCDMІХ]+")
LAND = re.compile(r" ([А-ЯІЇЄҐ][\w-]+)")
COMPACT_GAP = re.compile(r"\s")


@cache
def _table(lang: str) -> dict[str, list[Phrase]]:
    return index(spellings("organizations", lang), lang)


@cache
def _places() -> frozenset[str]:
    found = (e.spellings.values() for e in gazetteer("places").values())
    return frozenset(name for by_lang in found for names in by_lang for name in names)


@cache
def _patterns(lang: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_toml(f"patterns/{lang}/organizations.toml").items()}


def find_organizations(text: str, lang: str) -> Iterator[Finding]:
    """The institutions that a text of a language (en, uk, ru) names, overlapping ones included."""
    words = tokens(text)
    for first, last, key in find(words, _table(lang)):
        start, end = words[first].start, words[last - 1].end
        if not (_is_newspaper(key) and opens_sentence(text, start) and text[end : end + 1] not in CLOSES):
            yield Finding(start, end, Label.ORG, "organizations.gazetteer", KNOWN)
    patterns = _patterns(lang)
    if lang in INFLECTED:
        yield from inflected_names(words, patterns, lang)
        yield from quoted_names(text, words, patterns, lang)
    else:
        yield from english_names(words, patterns)
    yield from abbreviations(text, patterns, lang)


def _is_newspaper(key: str) -> bool:
    """Whether an entry is a newspaper: their names are words («Правда», «Вісті») that also open sentences."""
    return gazetteer("organizations")[key].columns["kind"] == "newspaper"


def abbreviations(text: str, patterns: dict[str, frozenset[str]], lang: str) -> Iterator[Finding]:
    """Abbreviations in capitals, a row of them as one compact name ("GPU UkrSSR", «УГБ НКВД УССР»)."""
    row: list[re.Match[str]] = []
    for match in ACRONYM.finditer(text):
        if not _is_abbreviation(match.group(), lang):
            continue
        if row and COMPACT_GAP.fullmatch(text[row[-1].end() : match.start()]):
            row.append(match)
            continue
        yield from _compact(text, row, patterns, lang)
        row = [match]
    yield from _compact(text, row, patterns, lang)


@lru_cache(maxsize=50_000)
def _is_abbreviation(word: str, lang: str) -> bool:
    letters = re.sub(r"\W", "", word)
    capitals = sum(c.isupper() for c in letters)
    if capitals < 2 or capitals * 2 < len(letters) or len(letters) > 9:
        return False
    if identify("places", word) or (len(letters) > 5 and letters.isupper() and _is_word(letters)):
        return False
    return not (
        ROMAN.fullmatch(word) or word in _patterns(lang)["not_abbreviations"] or word.lower() in _function_words()
    )


@cache
def _function_words() -> frozenset[str]:
    """Words of English that stand in capitals for their own sake: "IT IS NOT"."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


def _is_word(letters: str) -> bool:
    """Whether capitals spell a word that can be said, as in a heading, unless the gazetteer knows it."""
    vowels = sum(c.casefold() in VOWELS for c in letters)
    return vowels * 3 >= len(letters) and not identify("organizations", letters)


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too: a heading, a cry, a name as encyclopedias set it."""
    around = re.findall(r"[^\W\d_]{3,}", text[max(0, start - 40) : start] + " " + text[end : end + 40])
    return len(around) > 2 and sum(w.isupper() for w in around) * 2 > len(around)


def _compact(
    text: str, row: list[re.Match[str]], patterns: dict[str, frozenset[str]], lang: str
) -> Iterator[Finding]:
    if not row or row[0].group() in _places() or len(row) > 4:
        return
    start, end = row[0].start(), row[-1].end()
    if re.match(r"-\d|-[A-Z]\b", text[end : end + 3]) or _in_capitals(text, start, end):
        return
    weight = ABBREVIATION if len(row) == 1 else KNOWN + 0.02
    yield Finding(start, end, Label.ORG, "organizations.abbreviation", weight)
    after = LAND.match(text, end) if lang in INFLECTED else None
    if after and identify("places", after.group(1)):
        yield Finding(start, after.end(), Label.ORG, "organizations.abbreviation-of-land", KNOWN + 0.03)
    before = re.search(r"([^\W\d_][\w'-]*) $", text[:start][-25:])
    if before and before.group(1) in patterns.get("adjectives", frozenset()):
        start -= len(before.group(1)) + 1
        yield Finding(start, end, Label.ORG, "organizations.qualified-abbreviation", KNOWN + 0.03)


register("kartoteka_organizations", find_organizations)
