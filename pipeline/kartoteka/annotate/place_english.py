"""Places that a word beside an English name tells: "Kiev district", "the Kingdom of Hungary", "stanitsa Dinskaia"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token
from kartoteka.annotate.place_words import AFTER_TYPE, TYPED, is_name, names_after, place_patterns
from kartoteka.types import Label


@cache
def _typing_words() -> frozenset[str]:
    """All the words, in lower case, beside which a name is that of a place."""
    keys = ("types", "plurals", "realms", "settlements", "before_names", "before")
    return frozenset(word.lower() for key in keys for word in place_patterns("en")[key])


def typed_english(words: Sequence[Token]) -> Iterator[Finding]:
    """The places that the words of an English text show to be such by a word beside them."""
    patterns, openers = place_patterns("en"), _typing_words()
    for i, word in enumerate(words):
        lower = word.lower
        if lower not in openers:
            continue
        if lower in patterns["types"]:
            first = _run_of_names(words, i)
            if first < i and words[i - 1].text != "Military":
                yield Finding(words[first].start, word.end, Label.PLACE, "places.typed", TYPED)
        elif lower in patterns["plurals"]:
            yield from _coordinated(words, i)
        else:
            yield from _opened(words, i)


def _opened(words: Sequence[Token], i: int) -> Iterator[Finding]:
    """The name behind "Republic of", "Lake", "the village of", or on either side of "stanitsa"."""
    patterns, word = place_patterns("en"), words[i]
    before_of = i + 2 < len(words) and words[i + 1].text == "of"
    if word.text in patterns["realms"] and before_of:
        last = names_after(words, i + 2, patterns["realms"] | patterns["realm_adjectives"])
        if last > i + 2:
            yield Finding(word.start, words[last - 1].end, Label.PLACE, "places.realm", TYPED)
    elif word.text in patterns["before_names"] and i + 1 < len(words) and is_name(words[i + 1]):
        last = names_after(words, i + 1)
        first = i if word.text[0].isupper() else i + 1
        yield Finding(words[first].start, words[last - 1].end, Label.PLACE, "places.before-name", AFTER_TYPE)
    elif word.text in patterns["settlements"] and i and is_name(words[i - 1]):
        name = words[i - 1]
        yield Finding(name.start, name.end, Label.PLACE, "places.before-type", AFTER_TYPE)
    elif word.lower in patterns["before"] and before_of:
        last = names_after(words, i + 2)
        if last > i + 2:
            yield Finding(words[i + 2].start, words[last - 1].end, Label.PLACE, "places.after-type", AFTER_TYPE)


def _run_of_names(words: Sequence[Token], end: int) -> int:
    first = end
    while first > 0 and end - first < 3 and is_name(words[first - 1]) and words[first - 1].text != "The":
        first -= 1
    return first


def _coordinated(words: Sequence[Token], end: int) -> Iterator[Finding]:
    """ "Borzna, Mena and Uman counties" names three places, "Polish and Ukrainian villages" none."""
    position, adjectives = end - 1, tuple(place_patterns("en")["not_endings"])
    while position >= 0:
        last = position
        first = _run_of_names(words, last + 1)
        if first > last:
            return
        if not words[last].lower.endswith(adjectives):
            yield Finding(words[first].start, words[last].end, Label.PLACE, "places.coordinated", TYPED)
        position = first - 1
        while position >= 0 and words[position].lower in {",", "and", "or"}:
            position -= 1
        if position == first - 1:
            return
