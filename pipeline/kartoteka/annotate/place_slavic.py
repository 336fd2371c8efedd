"""Places that a word beside a Ukrainian or Russian name tells: «Вінницька область», «село Мошни», «Київщина»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token
from kartoteka.annotate.place_streets import street
from kartoteka.annotate.place_words import (
    AFTER_TYPE,
    ENDING,
    RELATIONAL,
    TYPED,
    is_name,
    names_after,
    place_patterns,
)
from kartoteka.languages.morphology import is_adjective, lemmas, parses
from kartoteka.resources import read_toml
from kartoteka.types import Label


def typed_slavic(words: Sequence[Token], text: str, lang: str) -> Iterator[Finding]:
    """The places that the words of a Ukrainian or Russian text show to be such by a word beside them."""
    patterns = place_patterns(lang)
    for i, word in enumerate(words):
        bases = lemmas(word.text, lang) if word.text[0].isalpha() else frozenset()
        kind = bases & patterns["types"] or (bases & patterns["realms"] and _of_place(words, i, lang))
        if kind and i and is_adjective(words[i - 1].text, lang):
            first = _adjectives(words, i, patterns["inner"], lang)
            if is_name(words[first]) and not _opens(words, first) and not _general(words[first], lang):
                yield Finding(words[first].start, word.end, Label.PLACE, "places.typed", TYPED)
        if bases & patterns["realms"]:
            yield from _realm(words, i, lang)
        if bases & patterns["streets"] and not word.text.isupper():
            yield from street(words, i, text, lang)
        if bases & patterns["before"]:
            yield from _behind(words, i, lang)
        named = any(b.endswith(tuple(patterns["endings"])) and len(b) > 7 for b in bases)
        if named and is_name(word) and not bases & patterns["not_lands"]:
            yield Finding(word.start, word.end, Label.PLACE, "places.ending", ENDING)


def _from_place(word: Token) -> bool:
    """Whether a word ends as the adjectives of places do: «Кримське ханство», and no «Нова імперія»."""
    return word.lower.endswith(RELATIONAL)


def _of_place(words: Sequence[Token], i: int, lang: str) -> bool:
    """Whether an adjective of a place stands before a realm, general ones between: «Горская Народная Республика»."""
    first = _adjectives(words, i, place_patterns(lang)["inner"], lang) if i else 0
    return first < i and _from_place(words[first])


def _behind(words: Sequence[Token], i: int, lang: str) -> Iterator[Finding]:
    """The settlement behind its type: «у селі Стара Прилука», «м. Борзна»."""
    if i + 1 >= len(words) or (i and _measured(words[i - 1].text)):
        return
    after = i + 2 if words[i + 1].text == "." and len(words[i].text) < 4 else i + 1
    two = after + 1 < len(words) and is_adjective(words[after].text, lang) and is_name(words[after + 1])
    last = min(names_after(words, after), after + 1 + two)
    if last > after and not words[after].text.isupper():
        yield Finding(words[after].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE)


def _realm(words: Sequence[Token], i: int, lang: str) -> Iterator[Finding]:
    """A realm with its name behind it: «Республика Калмыкия», «Велике князівство Литовське»."""
    first = i
    while first and is_name(words[first - 1]) and is_adjective(words[first - 1].text, lang):
        first -= 1
    last = min(names_after(words, i + 1), i + 2)
    if last > i + 1 and lemmas(words[i + 1].text, lang) & place_patterns(lang)["unearthly"]:
        return  # «Царство Небесное»
    if last > i + 1 and is_name(words[first]) and words[last - 1].start - words[i].end == 1:
        yield Finding(words[first].start, words[last - 1].end, Label.PLACE, "places.realm", TYPED)


def _adjectives(words: Sequence[Token], noun: int, inner: frozenset[str], lang: str) -> int:
    """The first of the adjectives before a type: «Чукотский автономный округ», "Вінницька область"."""
    first = noun - 1
    while first > 0 and lemmas(words[first].text, lang) & inner and is_adjective(words[first - 1].text, lang):
        first -= 1
    return first


def _general(adjective: Token, lang: str) -> bool:
    """Whether an adjective says of what kind a land is and not which: «Народна Республіка»."""
    return bool(lemmas(adjective.text, lang) & place_patterns(lang)["inner"])


def _opens(words: Sequence[Token], i: int) -> bool:
    """Whether a word has its capital from a sentence's start and is no adjective of a place: «Нові області»."""
    if i and words[i - 1].text not in {".", "!", "?", "…"}:
        return False
    return not _from_place(words[i])


def _measured(before: str) -> bool:
    """Whether «г.», «м.» and «с.» stand for year, metre and page: "в 1937 г. Немногие", «500 кв м. Вони»."""
    return before[0].isdigit() or before in {"кв", "куб", "."}


def qualifies(words: Sequence[Token], i: int, lang: str) -> bool:
    """Whether the word at `i` is an adjective of the noun behind it, which is no kind of place: «Луцьких казарм».

    It names no place then, though it comes from one.
    """
    if i + 1 >= len(words) or not words[i].lower.endswith(RELATIONAL):
        return False
    after = words[i + 1]
    if not after.text.islower() or after.start - words[i].end != 1 or lemmas(after.text, lang) & _kinds(lang):
        return False
    ours = [p.tag for p in parses(words[i].lower, lang) if p.tag.POS == "ADJF"]
    theirs = [p.tag for p in parses(after.lower, lang) if p.is_known and p.tag.POS in {"NOUN", "ADJF"}]
    return any(one.case == other.case and _same_number(one, other) for one in ours for other in theirs)


def _same_number(one: object, other: object) -> bool:
    number, gender = getattr(one, "number", None), getattr(one, "gender", None)
    return number == getattr(other, "number", None) and (
        number == "plur" or gender is None or gender == getattr(other, "gender", None)
    )


@cache
def _kinds(lang: str) -> frozenset[str]:
    """Nouns whose adjective is a name, or a part of one: kinds of places and of institutions."""
    places = [place_patterns(lang)[key] for key in ("types", "realms", "streets", "before", "inner")]
    bodies = read_toml(f"patterns/{lang}/organizations.toml")
    return frozenset().union(*places, bodies["heads"], bodies["contractions"])
