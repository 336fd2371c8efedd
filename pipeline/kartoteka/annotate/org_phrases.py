"""Names of institutions that are built on a head noun: "Committee", «управління», «училище»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token, is_acronym
from kartoteka.languages.morphology import is_adjective, is_genitive, is_name_word, lemmas
from kartoteka.names.gazetteers import identify
from kartoteka.types import Label

NAMED, QUOTED, CONTRACTED = 0.64, 0.62, 0.5
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)|[IVX]+")
ORDINAL_INFLECTED = re.compile(r"\d+-?[а-яії]{0,3}")
OPENERS = frozenset(
    {"The", "A", "An", "This", "That", "In", "On", "At", "By", "For", "From", "His", "Her", "Its", "Their"}
)
AND = frozenset({"і", "й", "та", "и"})
QUOTES = re.compile(r"[«\"“„]([^«»\"“”„\n]{2,80})[»\"”]")

Patterns = Mapping[str, frozenset[str]]


def english_names(words: list[Token], patterns: Patterns) -> Iterator[Finding]:
    """ "17th Cavalry Division", "Kiev City Committee of the Communist Party of Ukraine"."""
    for i in range(len(words)):
        size = _head(words, i, patterns)
        if not size or (i + size < len(words) and _is_name(words[i + size]) and _close(words, i + size - 1)):
            continue
        first = _modifiers(words, i)
        last = _complements(words, i + size)
        name = " ".join(word.text for word in words[first:last])
        if (first < i or last > i + size) and name not in patterns["not_organizations"]:
            yield Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.head", NAMED)


def _head(words: list[Token], i: int, patterns: Patterns) -> int:
    text = words[i].text.title() if words[i].text.isupper() else words[i].text
    if i + 1 < len(words) and f"{text} {words[i + 1].text}" in patterns["pairs"]:
        return 2
    return 1 if text in patterns["heads"] else 0


def _is_name(word: Token) -> bool:
    return word.text[0].isupper() and word.text not in OPENERS


def _close(words: list[Token], i: int) -> bool:
    return words[i + 1].start - words[i].end <= 1


def _modifiers(words: list[Token], head: int) -> int:
    first = head
    while first > 0 and head - first < 7 and _close(words, first - 1):
        before = words[first - 1]
        plural_possessive = before.text == "'" and first > 1 and words[first - 2].end == before.start
        joins = before.text == "and" and first > 1 and words[first - 2].text == "'"
        if not (_is_name(before) or ORDINAL.fullmatch(before.text) or plural_possessive or joins):
            break
        first -= 1
    return first


def _complements(words: list[Token], end: int) -> int:
    """Past "of the Communist Party (Bolsheviks) of Ukraine", as long as capitals go on."""
    last = end
    while True:
        last = _bracket(words, last)
        i = last
        if i >= len(words) or words[i].text.lower() not in {"of", "for", "under"}:
            return last
        i += 1
        if i < len(words) and words[i].text.lower() == "the":
            i += 1
        reached = _row(words, i)
        if reached == i:
            return last
        last = reached


def _row(words: list[Token], first: int) -> int:
    last = first
    while last < len(words) and last - first < 6:
        text = words[last].text
        compact = last > first and is_acronym(text) and not is_acronym(words[last - 1].text)
        if compact or not (_is_name(words[last]) or ORDINAL.fullmatch(text)):
            break
        last += 1
    joined = last + 1 < len(words) and words[last].text in {"and", "&"} and _is_name(words[last + 1])
    if last > first and joined and last + 2 < len(words):
        after = words[last + 2]
        last += 0 if _is_name(after) or after.text in {"of", "for"} else 2
    return last


def _bracket(words: list[Token], i: int) -> int:
    texts = [word.text for word in words[i : i + 3]]
    if (
        len(texts) == 3
        and texts[0] == "("
        and texts[2] == ")"
        and texts[1].lower().startswith(("bolshevik", "borotbist"))
    ):
        return i + 3
    return i


def inflected_names(words: list[Token], patterns: Patterns, lang: str) -> Iterator[Finding]:
    """«Київському художньому інституті», «Фонда молодёжной инициативы», «обком»."""
    for i, word in enumerate(words):
        if not word.text[0].isalpha():
            continue
        bases = lemmas(word.text, lang)
        if bases & patterns["contractions"]:
            yield Finding(word.start, word.end, Label.ORG, "organizations.contraction", CONTRACTED)
        if not bases & patterns["heads"]:
            continue
        first, last = _adjectives(words, i, lang), _genitives(words, i + 1, patterns, lang)
        name = " ".join(word.text for word in words[first:last])
        if (first < i or (word.text[0].isupper() and last > i + 1)) and not identify("places", name):
            yield Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.head", NAMED)


def _adjectives(words: list[Token], head: int, lang: str) -> int:
    """The first capitalised adjective before a head noun, or the head itself."""
    first = named = head
    while first > 0 and head - first < 5:
        before = words[first - 1].text
        if ORDINAL_INFLECTED.fullmatch(before) or (before[0].isalpha() and is_adjective(before, lang)):
            first -= 1
            if before[0].isupper() or before[0].isdigit():
                named = first
        else:
            break
    return named


def _genitives(words: list[Token], end: int, patterns: Patterns, lang: str) -> int:
    last = end
    while last < len(words) and last - end < 8:
        text = words[last].text
        after = words[last + 1].text if last + 1 < len(words) else ""
        if last > end and (_listed(words, last, lang) or (text in AND and after and is_genitive(after, lang))):
            last += 2
        elif text[0].isupper() and (is_name_word(text, lang, "Surn") or is_name_word(text, lang, "Name")):
            break
        elif text.lower() in patterns["named_after"]:
            return _honoured(words, last + 1)
        elif (is_acronym(text) and last == end) or (len(text) > 2 and is_genitive(text, lang)):
            last += 1
        else:
            break
    return last


def _listed(words: list[Token], i: int, lang: str) -> bool:
    """Whether a comma, a genitive and "and" follow: «живопису, скульптури й архітектури»."""
    texts = [word.text for word in words[i : i + 3]]
    return len(texts) == 3 and texts[0] == "," and is_genitive(texts[1], lang) and texts[2] in AND


def _honoured(words: list[Token], i: int) -> int:
    """Past the name of the one whom an institution is named after."""
    last = i
    while last < len(words) and last - i < 6 and (words[last].text == "." or words[last].text[0].isupper()):
        last += 1
    return last - 1 if last > i and words[last - 1].text == "." else last


def quoted_names(text: str, words: list[Token], patterns: Patterns, lang: str) -> Iterator[Finding]:
    """«Единая Россия» behind «партия», and the quotation that ends a longer name."""
    by_end = {word.end: i for i, word in enumerate(words)}
    for match in QUOTES.finditer(text):
        before = by_end.get(len(text[: match.start()].rstrip()))
        if before is None or not match.group(1)[0].isupper():
            continue
        bases = lemmas(words[before].text, lang) if words[before].text[0].isalpha() else frozenset()
        if bases & (patterns["quoted"] | patterns["heads"]):
            yield Finding(match.start(1), match.end(1), Label.ORG, "organizations.quoted", QUOTED)
