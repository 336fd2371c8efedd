"""English institutions built on a head noun: "Political Directorate of the Red Army", "Narym okruzhkom"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token, is_acronym
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.resources import read_toml
from kartoteka.types import Label

#: A name of its own, and one whose complement a recognizer tends to cut off.
NAMED, COMPLETE = 0.64, 0.67
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)|[IVX]+")
OPENERS = frozenset(
    {"The", "A", "An", "This", "That", "In", "On", "At", "By", "For", "From", "His", "Her", "Its", "Their"}
)
#: Headings of a page's end, and forms of address, that no name goes on with.
PAGE_WORDS = frozenset(
    {
        "Comrade",
        "Comrades",
        "Citizen",
        "Category",
        "References",
        "External",
        "Notes",
        "Bibliography",
        "Literature",
        "Further",
    }
)
#: What a republic's adjective goes on with: "the Uzbek | SSR".
REPUBLICS = frozenset({"SSR", "ASSR", "SFSR", "RSR", "ARSR", "AO"})

Patterns = Mapping[str, frozenset[str]]


def english_names(words: Sequence[Token], patterns: Patterns) -> Iterator[Finding]:
    """ "17th Cavalry Division", "Odesa Regional Committee of the Peasant Party of Ukraine", "Narym okruzhkom"."""
    for i in range(len(words)):
        size = _head(words, i, patterns)
        if not size:
            continue
        named = f"{words[i].text} {words[i + size - 1].text}" in patterns["named_groups"]
        end = _row(words, i) if named else i + size
        if end < len(words) and _is_name(words[end]) and _close(words, end - 1):
            continue
        first, last = _modifiers(words, i), complements(words, end)
        name = " ".join(word.text for word in words[first:last])
        if name in patterns["not_organizations"] or identify("places", name):
            continue
        contracted = words[i].lower in patterns["contractions"]
        if first < i or last > i + size or (contracted and words[i].text[0].isupper()):
            weight = COMPLETE if contracted or last > i + size else NAMED
            yield Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.head", weight)


def _head(words: Sequence[Token], i: int, patterns: Patterns) -> int:
    text = words[i].text.title() if words[i].text.isupper() else words[i].text
    if i + 1 < len(words) and f"{text} {words[i + 1].text}" in patterns["pairs"]:
        return 2
    return 1 if text in patterns["heads"] or words[i].lower in patterns["contractions"] else 0


def _is_name(word: Token) -> bool:
    return word.text[0].isupper() and word.text not in OPENERS and word.text not in PAGE_WORDS


def _close(words: Sequence[Token], i: int) -> bool:
    return words[i + 1].start - words[i].end <= 1


def _modifiers(words: Sequence[Token], head: int) -> int:
    first = head
    while first > 0 and head - first < 7 and _close(words, first - 1):
        before = words[first - 1]
        plural_possessive = before.text == "'" and first > 1 and words[first - 2].end == before.start
        joins = before.text == "and" and first > 1 and words[first - 2].text == "'"
        joins = joins or (before.text == "and" and _pair(words, first))
        if not (_is_name(before) or ORDINAL.fullmatch(before.text) or plural_possessive or joins):
            break
        first -= 1
    return first


def _pair(words: Sequence[Token], second: int) -> bool:
    """Whether "the Artillery | and Engineer Directorate" has two modifiers: neither is a body or a land."""
    if second < 3 or words[second - 3].lower != "the" or not _is_name(words[second - 2]):
        return False
    left = words[second - 2].text
    return not identify("places", left) and not identify("organizations", left) and not is_acronym(left)


def complements(words: Sequence[Token], end: int) -> int:
    """The end of a name past "of the Communist Party (Bolsheviks) of Ukraine", as long as capitals go on."""
    last = end
    while True:
        last = _bracket(words, last)
        i = last
        if i >= len(words) or words[i].lower not in {"of", "for", "under"}:
            return last
        i += 1
        if i < len(words) and words[i].lower == "the":
            i += 1
        reached = _row(words, i)
        if reached == i:
            return last
        last = reached + (reached < len(words) and words[reached].lower in _regions())


@cache
def _regions() -> frozenset[str]:
    """What a land's name goes on with in lower case: "the NKVD Directorate for Moscow | oblast"."""
    return frozenset(read_toml("patterns/en/places.toml")["types"])


def _row(words: Sequence[Token], first: int) -> int:
    last = first
    while last < len(words) and last - first < 6:
        text = words[last].text
        compact = last > first and is_acronym(text) and not is_acronym(words[last - 1].text)
        if (compact and text not in REPUBLICS) or not (_is_name(words[last]) or ORDINAL.fullmatch(text)):
            break
        last = party(words, last + 1)
    joined = last + 1 < len(words) and words[last].text in {"and", "&"} and _is_name(words[last + 1])
    if last > first and joined and last + 2 < len(words):
        after = words[last + 2]
        last += 0 if _is_name(after) or after.text in {"of", "for"} else 2
    return last


def party(words: Sequence[Token], i: int) -> int:
    """Past what a party's abbreviation bears in brackets and the land behind it: "CP | (b)Uz"; else `i`."""
    if i < 1 or i + 2 >= len(words) or words[i].text != "(" or words[i].start > words[i - 1].end:
        return i
    if words[i + 2].text != ")" or len(words[i + 1].text) > 1 or not is_acronym(words[i - 1].text):
        return i
    land = words[i + 3] if i + 3 < len(words) else None
    return i + 4 if land and land.start == words[i + 2].end and land.text[0].isupper() else i + 3


def _bracket(words: Sequence[Token], i: int) -> int:
    texts = [word.text for word in words[i : i + 3]]
    if (
        len(texts) == 3
        and texts[0] == "("
        and texts[2] == ")"
        and texts[1].lower().startswith(("bolshevik", "borotbist"))
    ):
        return i + 3
    return i
