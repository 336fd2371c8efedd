"""Places: the gazetteer's names in any case, and what a word like "oblast" or «губернія» makes a place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kartoteka.annotate.findings import Finding, register
from kartoteka.annotate.phrases import Phrase, Token, find, index, tokens
from kartoteka.languages.morphology import INFLECTED, is_adjective, lemmas
from kartoteka.names.gazetteers import spellings
from kartoteka.resources import read_toml
from kartoteka.types import Label

KNOWN, TYPED, AFTER_TYPE, ENDING = 0.6, 0.66, 0.55, 0.5


@cache
def _table(lang: str) -> dict[str, list[Phrase]]:
    return index(spellings("places", lang), lang)


@cache
def _patterns(lang: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in read_toml(f"patterns/{lang}/places.toml").items()}


def find_places(text: str, lang: str) -> Iterator[Finding]:
    """The places that a text of a language (en, uk, ru) names, overlapping ones included."""
    words = tokens(text)
    for first, last, _ in find(words, _table(lang)):
        yield Finding(words[first].start, words[last - 1].end, Label.PLACE, "places.gazetteer", KNOWN)
    typed = _typed_inflected if lang in INFLECTED else _typed_english
    yield from typed(words, lang)


def _typed_english(words: list[Token], lang: str) -> Iterator[Finding]:
    patterns = _patterns(lang)
    for i, word in enumerate(words):
        lower = word.text.lower()
        if lower in patterns["types"]:
            first = _run_of_names(words, i)
            if first < i and words[i - 1].text != "Military":
                yield Finding(words[first].start, word.end, Label.PLACE, "places.typed", TYPED)
        elif lower in patterns["plurals"]:
            yield from _coordinated(words, i)
        elif word.text in patterns["realms"] and i + 2 < len(words) and words[i + 1].text == "of":
            last = _names_after(words, i + 2)
            if last > i + 2:
                yield Finding(word.start, words[last - 1].end, Label.PLACE, "places.realm", TYPED)
        elif lower in patterns["before"] and i + 2 < len(words) and words[i + 1].text == "of":
            last = _names_after(words, i + 2)
            if last > i + 2:
                yield Finding(
                    words[i + 2].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE
                )


def _is_name(word: Token) -> bool:
    return word.text[0].isupper() and any(c.islower() for c in word.text)


def _run_of_names(words: list[Token], end: int) -> int:
    first = end
    while first > 0 and end - first < 3 and _is_name(words[first - 1]) and words[first - 1].text != "The":
        first -= 1
    return first


def _names_after(words: list[Token], first: int) -> int:
    last = first
    while last < len(words) and last - first < 3 and _is_name(words[last]):
        last += 1
    return last


def _coordinated(words: list[Token], end: int) -> Iterator[Finding]:
    """ "Borzna, Mena and Uman counties" names three places."""
    position, names = end - 1, 0
    while position >= 0:
        last = position
        first = _run_of_names(words, last + 1)
        if first > last:
            return
        names += 1
        yield Finding(words[first].start, words[last].end, Label.PLACE, "places.coordinated", TYPED)
        position = first - 1
        while position >= 0 and words[position].text.lower() in {",", "and", "or"}:
            position -= 1
        if position == first - 1:
            return


def _typed_inflected(words: list[Token], lang: str) -> Iterator[Finding]:
    patterns = _patterns(lang)
    for i, word in enumerate(words):
        bases = lemmas(word.text, lang) if word.text[0].isalpha() else frozenset()
        before = words[i - 1] if i else None
        if bases & patterns["types"] and before and _is_name(before) and is_adjective(before.text, lang):
            yield Finding(before.start, word.end, Label.PLACE, "places.typed", TYPED)
        if bases & patterns["before"] and i + 1 < len(words):
            after = i + 2 if words[i + 1].text == "." and len(word.text) < 4 else i + 1
            last = min(_names_after(words, after), after + 1)
            if last > after and not words[after].text.isupper():
                yield Finding(
                    words[after].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE
                )
        named = any(b.endswith(tuple(patterns["endings"])) and len(b) > 7 for b in bases)
        if named and _is_name(word) and not bases & patterns["not_lands"]:
            yield Finding(word.start, word.end, Label.PLACE, "places.ending", ENDING)


register("kartoteka_places", find_places)
