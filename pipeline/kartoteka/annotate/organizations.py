"""Institutions: the gazetteer's names and what they are of, abbreviations in a row, and named head nouns.

English names are a row of capitalised words around a head noun and its of-complement; Ukrainian and Russian
ones an adjective, a head noun and its genitives, or a name in quotes behind a word such as «газета».
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, found, replace, text_of
from kartoteka.annotate.name_words import opens_sentence
from kartoteka.annotate.org_english import complements, english_names
from kartoteka.annotate.org_judgement import is_member, is_none, without_adjectives
from kartoteka.annotate.org_slavic import inflected_names, land, quoted_names
from kartoteka.annotate.phrases import Phrase, Token, find, index, is_acronym, tokens
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.bodies.gazetteers import gazetteer, identify, spellings
from kartoteka.resources import read_toml
from kartoteka.types import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

KNOWN, COMPLETE, ABBREVIATION = 0.68, 0.69, 0.7
ACRONYM = re.compile(r"(?<![\w'-])[^\W\d_][^\W\d_]*(?:\([^\W\d_]\)[^\W\d_]{0,3})?(?![\w'])")
#: Signs that close a quotation or a title set in italics.
CLOSES = tuple("»”“\"_*'")
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
    patterns = {key: frozenset(words) for key, words in read_toml(f"patterns/{lang}/organizations.toml").items()}
    levels, bodies = patterns["contraction_levels"], patterns["contraction_bodies"]
    composed = {level + body for level in levels for body in bodies}
    return patterns | {"contractions": patterns["contractions"] | composed}


def find_organizations(text: str, lang: str) -> Iterator[Finding]:
    """The institutions that a text of a language (en, uk, ru) names, overlapping ones included."""
    words = tokens(text)
    patterns = _patterns(lang)
    yield from _known(text, words, lang)
    if lang in INFLECTED:
        yield from inflected_names(words, patterns, lang)
        yield from quoted_names(text, words, patterns, lang)
    else:
        yield from english_names(words, patterns)
    yield from abbreviations(text, lang)


def _known(text: str, words: Sequence[Token], lang: str) -> Iterator[Finding]:
    """The gazetteer's names, and each with what it is of: "SibLAG | of the OGPU", «ГПУ | Украины»."""
    for first, last, key in find(words, _table(lang)):
        start, end = words[first].start, words[last - 1].end
        newspaper = _is_newspaper(key)
        if last == first + 1 and is_member(words[first].text, lang):
            continue
        if newspaper and opens_sentence(text, start) and text[end : end + 1] not in CLOSES:
            continue
        yield Finding(start, end, Label.ORG, "organizations.gazetteer", KNOWN)
        reached = last if newspaper else _reached(words, last, lang)
        if reached > last:
            end = words[reached - 1].end
            yield Finding(start, end, Label.ORG, "organizations.gazetteer-complement", COMPLETE)


def _reached(words: Sequence[Token], last: int, lang: str) -> int:
    """The end of a known name with the land or the body that it belongs to behind it; else `last`."""
    if lang in INFLECTED:
        return land(words, last)
    reached = complements(words, last)
    rest = words[last + 1 : reached]
    heads = _patterns(lang)["heads"]
    told = any(is_acronym(w.text) or w.text in heads or identify("places", w.text) for w in rest)
    return reached if told else last


def _is_newspaper(key: str) -> bool:
    """Whether an entry is a newspaper: their names are words («Правда», «Вісті») that also open sentences."""
    return gazetteer("organizations")[key].columns["kind"] == "newspaper"


def abbreviations(text: str, lang: str) -> Iterator[Finding]:
    """Abbreviations in a row as one compact name ("GPU UkrSSR", «УГБ НКВД УССР») and parties ("CP(b)Uz").

    Capitals are as often a code, a brand or a cry: an unknown abbreviation alone is left to the network.
    """
    row: list[re.Match[str]] = []
    for match in ACRONYM.finditer(text):
        if not _is_abbreviation(match.group()):
            continue
        if row and COMPACT_GAP.fullmatch(text[row[-1].end() : match.start()]):
            row.append(match)
            continue
        yield from _compact(text, row, lang)
        row = [match]
    yield from _compact(text, row, lang)


@lru_cache(maxsize=50_000)
def _is_abbreviation(word: str) -> bool:
    letters = "".join(letter for letter in word if letter.isalpha())
    if not is_acronym(letters) or len(letters) > 9:
        return False
    return not (ROMAN.fullmatch(word) or identify("places", word))


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too: a heading, a cry, a name as encyclopedias set it."""
    around = re.findall(r"[^\W\d_]{3,}", text[max(0, start - 40) : start] + " " + text[end : end + 40])
    return len(around) > 2 and sum(w.isupper() for w in around) * 2 > len(around)


def _compact(text: str, row: list[re.Match[str]], lang: str) -> Iterator[Finding]:
    if not any("(" in m.group() or (len(row) > 1 and identify("organizations", m.group())) for m in row):
        return
    start, end = row[0].start(), row[-1].end()
    if len(row) > 4 or row[0].group() in _places() or _in_capitals(text, start, end):
        return
    after = LAND.match(text, end) if lang in INFLECTED else None
    if after and identify("places", after.group(1)):
        end = after.end()
    yield Finding(start, end, Label.ORG, "organizations.abbreviation", ABBREVIATION)


def judged(text: str, lang: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those taken for institutions that name something else; in English all stay."""
    if lang not in INFLECTED:
        return list(findings)
    patterns = _patterns(lang)
    return [
        without_adjectives(text, f, lang) if f.label is Label.ORG else f
        for f in findings
        if f.label is not Label.ORG or not is_none(text, f, patterns, lang)
    ]


@Nlp.component("kartoteka_organizations")
def organizations(doc: Doc) -> Doc:
    """spaCy component: adds the institutions that tables and forms show, drops what is none."""
    text, lang = text_of(doc), doc.lang_ or "en"
    replace(doc, judged(text, lang, [*found(doc), *find_organizations(text, lang)]))
    return doc
