"""Names of institutions that are built on a head noun: "Committee", «управління», «училище»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.phrases import Token, is_acronym
from kartoteka.languages.morphology import cases, is_adjective, is_genitive, is_name_word, is_noun, lemmas, parses
from kartoteka.names.gazetteers import identify
from kartoteka.types import Label

NAMED, QUOTED, CONTRACTED, LEGAL = 0.64, 0.62, 0.5, 0.72
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)|[IVX]+")
ORDINAL_INFLECTED = re.compile(r"\d+-?[а-яії]{0,3}")
OPENERS = frozenset(
    {"The", "A", "An", "This", "That", "In", "On", "At", "By", "For", "From", "His", "Her", "Its", "Their"}
)
#: Headings of a page's end that no name goes on with.
PAGE_WORDS = frozenset({"Category", "References", "External", "Notes", "Bibliography", "Literature", "Further"})
AND = frozenset({"і", "й", "та", "и"})
QUOTES = re.compile(r"[«\"“„]([^«»\"“”„\n]{2,80})[»\"”]")

Patterns = Mapping[str, frozenset[str]]


def english_names(words: Sequence[Token], patterns: Patterns) -> Iterator[Finding]:
    """ "17th Cavalry Division", "Odesa Regional Committee of the Peasant Party of Ukraine"."""
    for i in range(len(words)):
        size = _head(words, i, patterns)
        if not size or (i + size < len(words) and _is_name(words[i + size]) and _close(words, i + size - 1)):
            continue
        first = _modifiers(words, i)
        last = _complements(words, i + size)
        name = " ".join(word.text for word in words[first:last])
        if identify("places", name):
            continue
        if (first < i or last > i + size) and name not in patterns["not_organizations"]:
            yield Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.head", NAMED)


def _head(words: Sequence[Token], i: int, patterns: Patterns) -> int:
    text = words[i].text.title() if words[i].text.isupper() else words[i].text
    if i + 1 < len(words) and f"{text} {words[i + 1].text}" in patterns["pairs"]:
        return 2
    return 1 if text in patterns["heads"] else 0


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
    """Whether "the Artillery | and Engineer Directorate" has two modifiers: neither is a body or land by itself."""
    if second < 3 or words[second - 3].lower != "the" or not _is_name(words[second - 2]):
        return False
    left = words[second - 2].text
    return not identify("places", left) and not identify("organizations", left) and not is_acronym(left)


def _complements(words: Sequence[Token], end: int) -> int:
    """Past "of the Communist Party (Bolsheviks) of Ukraine", as long as capitals go on."""
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
        last = reached


def _row(words: Sequence[Token], first: int) -> int:
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


def inflected_names(words: Sequence[Token], patterns: Patterns, lang: str) -> Iterator[Finding]:
    """«Київському художньому інституті», «Фонда молодёжной инициативы», «обком»."""
    for i, word in enumerate(words):
        if not word.text[0].isalpha():
            continue
        bases = lemmas(word.text, lang)
        if bases & patterns["contractions"]:
            start = words[_adjectives(words, i, patterns, lang)].start
            yield Finding(start, word.end, Label.ORG, "organizations.contraction", CONTRACTED)
        if not bases & patterns["heads"]:
            continue
        first, last = _adjectives(words, i, patterns, lang), _genitives(words, i + 1, patterns, lang)
        last = _before_and(words, first, last)
        name = " ".join(word.text for word in words[first:last])
        if (first < i or (word.text[0].isupper() and last > i + 1)) and not identify("places", name):
            yield Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.head", NAMED)


def _adjectives(words: Sequence[Token], head: int, patterns: Patterns, lang: str) -> int:
    """The first capitalised adjective before a head noun, or the head itself.

    The capital of a sentence's first word tells nothing, so there only adjectives that institutions bear count.
    """
    first = named = head
    while first > 0 and head - first < 5:
        before = words[first - 1].text
        if not (ORDINAL_INFLECTED.fullmatch(before) or (before[0].isalpha() and is_adjective(before, lang))):
            break
        first -= 1
        if before[0].isdigit() or (
            before[0].isupper() and (not _opens(words, first) or _official(before, patterns, lang))
        ):
            named = first
    return named


def _before_and(words: Sequence[Token], first: int, last: int) -> int:
    """The end of a name, before an "and" where what stands in front of it is a known institution by itself."""
    for i in range(first + 1, last):
        if words[i].text in AND and identify("organizations", " ".join(w.text for w in words[first:i])):
            return i
    return last


def _opens(words: Sequence[Token], i: int) -> bool:
    return i == 0 or words[i - 1].text in {".", "!", "?", "…", ":", "—", "–"}


def _official(adjective: str, patterns: Patterns, lang: str) -> bool:
    bases = lemmas(adjective, lang)
    return bool(bases & patterns["official"]) or any(b.endswith(("ський", "цький", "ский", "цкий")) for b in bases)


def _genitives(words: Sequence[Token], end: int, patterns: Patterns, lang: str) -> int:
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
        elif text.lower() in patterns["purpose"] and (reached := _purpose(words, last, lang)) > last:
            last = reached
        elif (is_acronym(text) and last == end) or (len(text) > 2 and _is_genitive(text, lang)):
            last += 1
        else:
            break
    return last


def _purpose(words: Sequence[Token], i: int, lang: str) -> int:
    """Past what an institution is for or stands under: «по делам печати», «у справах дітей», «при Раднаркомі»."""
    last = i + 1
    while last < len(words) and last - i < 4 and _governed(words[last].text, lang):
        last += 1
    return last if last > i + 1 and is_noun(words[last - 1].text, lang) else i


def _governed(word: str, lang: str) -> bool:
    return (word[0].isalpha() and bool(cases(word, lang) & {"datv", "loct", "ablt", "gent"})) or is_acronym(word)


def _listed(words: Sequence[Token], i: int, lang: str) -> bool:
    """Whether a comma, a genitive and "and" follow: «живопису, скульптури й архітектури»."""
    texts = [word.text for word in words[i : i + 3]]
    return len(texts) == 3 and texts[0] == "," and is_genitive(texts[1], lang) and texts[2] in AND


def _is_genitive(word: str, lang: str) -> bool:
    """Whether a word goes on a chain of genitives; «были», «стали» are rather verbs."""
    past = word[0].islower() and any("past" in p.tag.grammemes for p in parses(word, lang))
    return not past and is_genitive(word, lang)


def _honoured(words: Sequence[Token], i: int) -> int:
    """Past the name of the one whom an institution is named after."""
    last = i
    while last < len(words) and last - i < 6 and (words[last].text == "." or words[last].text[0].isupper()):
        last += 1
    return last - 1 if last > i and words[last - 1].text == "." else last


def quoted_names(text: str, words: Sequence[Token], patterns: Patterns, lang: str) -> Iterator[Finding]:
    """«Единая Россия» behind «партия», and the quotation that ends a longer name."""
    by_end = {word.end: i for i, word in enumerate(words)}
    for match in QUOTES.finditer(text):
        before = by_end.get(len(text[: match.start()].rstrip()))
        if before is None or not match.group(1)[0].isupper():
            continue
        bases = lemmas(words[before].text, lang) if words[before].text[0].isalpha() else frozenset()
        if words[before].text in patterns["legal_forms"]:
            yield Finding(words[before].start, match.end(), Label.ORG, "organizations.legal-form", LEGAL)
        elif words[before].text[0].isupper() and bases & patterns["heads"] and not _opens(words, before):
            yield Finding(words[before].start, match.end(), Label.ORG, "organizations.head-quoted", QUOTED + 0.03)
        elif bases & (patterns["quoted"] | patterns["heads"]):
            yield Finding(match.start(1), match.end(1), Label.ORG, "organizations.quoted", QUOTED)
