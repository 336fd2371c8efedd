"""Places: the gazetteer's names in any case, and what a word like "oblast" or «губернія» makes a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, found, replace, text_of
from kartoteka.annotate.name_words import is_given, opens_sentence
from kartoteka.annotate.phrases import Phrase, Token, find, index, tokens
from kartoteka.annotate.place_english import typed_english
from kartoteka.annotate.place_slavic import qualifies, typed_slavic
from kartoteka.annotate.place_words import (
    AND,
    DIRECTED,
    DOUBTFUL,
    KNOWN,
    PREPOSED,
    TYPED,
    place_patterns,
)
from kartoteka.languages.morphology import (
    FUNCTION_WORDS,
    INFLECTED,
    PERSONAL,
    VERBAL,
    is_common_word,
    is_name_word,
    lemmas,
    parses,
)
from kartoteka.names.bodies.gazetteers import identify, spellings
from kartoteka.types import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Above it a recognizer's place stands though it is a common word that opens a sentence or title: «Гори».
SURE = 0.62
#: Latin letters with their marks alone, in brackets.
RENDERED = re.compile(r" \(([A-Z\u00c0-\u017f][A-Za-z\u00c0-\u024f' -]{2,40})\)")
QUOTE_OPENS, QUOTE_CLOSES = tuple('«“„"'), tuple('»”“"')


@cache
def _table(lang: str) -> dict[str, list[Phrase]]:
    """The phrases of the gazetteer; «Комсомольск-на-Амуре» is written without its hyphens too."""
    names = {key: [*listed, *(n.replace("-на-", " на ") for n in listed)] for key, listed in _names(lang).items()}
    return index(names, lang)


def _names(lang: str) -> dict[str, tuple[str, ...]]:
    return spellings("places", lang)


def find_places(text: str, lang: str) -> Iterator[Finding]:
    """The places that a text of a language (en, uk, ru) names, overlapping ones included."""
    words = tokens(text)
    known = [(first, last) for first, last, _ in find(words, _table(lang))]
    for first, last in known:
        start, end = words[first].start, words[last - 1].end
        if opens_sentence(text, start) and _rather_a_word(text[start:end], lang):
            continue  # «Суми» may be sums
        if not _is_other(words, first, last, lang):
            yield Finding(start, end, Label.PLACE, "places.gazetteer", _weight(text, words, first, last, lang))
    yield from _directions(words, known, lang)
    yield from typed_slavic(words, text, lang) if lang in INFLECTED else typed_english(words)


def _weight(text: str, words: Sequence[Token], first: int, last: int, lang: str) -> float:
    """How much a known name weighs: little in quotes, in Cyrillic more between a preposition and a name."""
    start, end = words[first].start, words[last - 1].end
    if text[start - 1 : start] in QUOTE_OPENS and text[end : end + 1] in QUOTE_CLOSES:
        return DOUBTFUL
    if last - first > 1:
        return TYPED
    if lang not in INFLECTED or not 0 < first < last < len(words) or not words[last].text[0].isupper():
        return KNOWN
    preposed = words[first - 1].lower in place_patterns(lang)["prepositions"]
    if preposed and not any(is_name_word(words[first].text, lang, kind) for kind in PERSONAL):
        return PREPOSED
    return KNOWN


def _is_other(words: Sequence[Token], first: int, last: int, lang: str) -> bool:
    """Whether a known name is a surname behind a given name («Вильгельм Кубе») or the adjective of another noun."""
    if last - first > 1:
        return False
    if lang in INFLECTED and qualifies(words, first, lang):
        return True
    before = words[first - 1] if first else None
    given = before is not None and before.text[0].isupper() and words[first].start - before.end == 1
    return given and before is not None and is_given(before.text, lang) and not identify("places", before.text)


@cache
def _rather_a_word(word: str, lang: str) -> bool:
    """Whether the likeliest reading of a known name's form is that of another word: «Буду» is rather "I shall be"."""
    known = [p for p in parses(word.lower(), lang) if p.is_known]
    if lang == "uk":  # its dictionary does not know which reading is the likeliest, nor which nouns are places
        return any(p.tag.POS in VERBAL | FUNCTION_WORDS for p in known)
    return any("Geox" not in p.tag.grammemes and not identify("places", p.normal_form) for p in known[:1])


def _directions(words: Sequence[Token], known: list[tuple[int, int]], lang: str) -> Iterator[Finding]:
    """A known place and the part of it that is meant: "Northern France", «Центральной и Восточной Европы»."""
    sides = place_patterns(lang)["directions"]
    for first, last in known:
        start = first
        while start > 0 and words[start - 1].text[0].isupper() and _is_side(words[start - 1].text, sides, lang):
            start -= 1
            if start > 1 and words[start - 1].lower in AND and _is_side(words[start - 2].text, sides, lang):
                start -= 1
        if start < first and words[start].text[0].isupper():
            yield Finding(words[start].start, words[last - 1].end, Label.PLACE, "places.direction", DIRECTED)


def _is_side(word: str, sides: frozenset[str], lang: str) -> bool:
    return bool((lemmas(word, lang) if lang in INFLECTED else {word.lower()}) & sides)


def _stands(text: str, finding: Finding, starts: dict[int, int], words: Sequence[Token], lang: str) -> bool:
    """Whether what a recognizer takes for a place is no adjective and no common word that opens a sentence or title.

    «Лондонские туманы», «Південна група», «Океан шумел»; of common words it may be sure.
    """
    if finding.label is not Label.PLACE or not finding.rule.startswith("recognizer"):
        return True
    i = starts.get(finding.start)
    if i is None or words[i].end != finding.end:
        return True
    if _is_side(words[i].text, place_patterns(lang)["directions"], lang) or qualifies(words, i, lang):
        return False
    capital = opens_sentence(text, finding.start) or text[finding.start - 1 : finding.start] in QUOTE_OPENS
    return not (capital and finding.weight < SURE and is_common_word(words[i].text, lang))


def _rendered(text: str, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The Latin spelling in brackets behind a Cyrillic place: «Торунь (Toruń)»."""
    for finding in findings:
        latin = RENDERED.match(text, finding.end) if finding.label is Label.PLACE else None
        if latin is not None:
            yield Finding(*latin.span(1), Label.PLACE, "places.rendered", PREPOSED)


@Nlp.factory("kartoteka_places")
class Places:
    """spaCy component: adds the places of a text, and in Cyrillic drops adjectives that were taken for some."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        text, kept = text_of(doc), found(doc)
        if self.lang in INFLECTED:
            words = tokens(text)
            starts = {word.start: i for i, word in enumerate(words)}
            kept = [f for f in kept if _stands(text, f, starts, words, self.lang)]
        kept += find_places(text, self.lang)
        replace(doc, [*kept, *(_rendered(text, kept) if self.lang in INFLECTED else ())])
        return doc
