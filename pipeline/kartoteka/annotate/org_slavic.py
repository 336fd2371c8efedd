"""Ukrainian and Russian institutions that are built on a head noun: «Київський художній інститут», «обком»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.org_english import party
from kartoteka.annotate.phrases import Token, is_acronym
from kartoteka.languages.morphology import (
    cases,
    is_adjective,
    is_genitive,
    is_name_word,
    is_noun,
    lemmas,
    parses,
)
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.types import Label

NAMED, QUOTED, CONTRACTED, COMPLETE = 0.64, 0.62, 0.5, 0.72
ORDINAL = re.compile(r"\d+-?[а-яії]{0,3}")
AND = frozenset({"і", "й", "та", "и"})
#: A quotation, also one that another ends: «Компанія «Зоря».
QUOTES = re.compile(r"[«\"“„]((?:[^«»\"“”„\n]{2,60}«)?[^«»\"“”„\n]{2,80})[»\"”]")
Patterns = Mapping[str, frozenset[str]]


def inflected_names(words: Sequence[Token], patterns: Patterns, lang: str) -> Iterator[Finding]:
    """«Київському художньому інституті», «Фонда молодёжной инициативы», «обком КПСС»."""
    for i, word in enumerate(words):
        if not word.text[0].isalpha():
            continue
        bases = lemmas(word.text, lang)
        if bases & patterns["contractions"] or _ends_contracted(word.text, bases, patterns):
            yield _contraction(words, i, patterns, lang)
        if bases & patterns["heads"]:
            yield from _headed(words, i, patterns, lang)


def _ends_contracted(word: str, bases: frozenset[str], patterns: Patterns) -> bool:
    """Whether a place is written together with a contraction: «Одесгубком», «Белгосуниверситет»."""
    if len(word) < 9 or not word[0].isupper():
        return False
    return any(base[i:] in patterns["contractions"] for base in bases for i in range(2, len(base) - 5))


def _contraction(words: Sequence[Token], i: int, patterns: Patterns, lang: str) -> Finding:
    """A contracted name with the adjective before it and the party behind it: «Одеського обкому | КПУ»."""
    first, last = _adjectives(words, i, patterns, lang), i + 1
    while last < len(words) and is_acronym(words[last].text):
        last = party(words, last + 1)
    weight = COMPLETE if last > i + 1 else CONTRACTED
    return Finding(words[first].start, words[last - 1].end, Label.ORG, "organizations.contraction", weight)


def _headed(words: Sequence[Token], i: int, patterns: Patterns, lang: str) -> Iterator[Finding]:
    first = _adjectives(words, i, patterns, lang)
    last = _before_and(words, first, _genitives(words, i + 1, patterns, lang))
    opens = first == i and _opens(words, i)
    capital = words[i].text[0].isupper() and last > i + 1
    if opens:  # where a capital tells nothing, the rest of the name must
        capital = capital and any(word.text[0].isupper() for word in words[i + 1 : last])
    quoted = 0 if opens or not words[first].text[0].isupper() else _quotation(words, last)
    if not (first < i or capital or quoted) or identify("places", " ".join(w.text for w in words[first:last])):
        return
    honoured = any(w.lower in patterns["named_after"] for w in words[i + 1 : last])
    weight = COMPLETE if honoured or quoted else NAMED
    yield Finding(words[first].start, words[(quoted or last) - 1].end, Label.ORG, "organizations.head", weight)


def _quotation(words: Sequence[Token], i: int) -> int:
    """The end of a name in quotes that stands at `i`: «Центр культуры | «Гараж»»; 0 where none does."""
    if i + 1 >= len(words) or words[i].text not in '«"“„' or not words[i + 1].text[0].isupper():
        return 0
    for end in range(i + 2, min(i + 12, len(words))):
        if words[end].text in '»"”':
            return end + 1
    return 0


def _adjectives(words: Sequence[Token], head: int, patterns: Patterns, lang: str) -> int:
    """The first capitalised adjective before a head noun, or the head itself.

    The capital of a sentence's first word tells nothing, so there only adjectives that institutions bear count.
    """
    first = named = head
    while first > 0 and head - first < 5:
        before = words[first - 1].text
        counted = before.isdigit() and not _is_singular(words[head].text, lang)
        if counted or not (ORDINAL.fullmatch(before) or (before[0].isalpha() and is_adjective(before, lang))):
            break
        first -= 1
        if before[0].isdigit() or (
            before[0].isupper() and (not _opens(words, first) or _official(before, patterns, lang))
        ):
            named = first
    return named


def _is_singular(word: str, lang: str) -> bool:
    """Whether a head noun can name one: «12 партий» are counted, «12 армии» is the twelfth."""
    return any("sing" in parse.tag.grammemes for parse in parses(word, lang))


def land(words: Sequence[Token], i: int) -> int:
    """Past the land that an institution belongs to: «Верховной Рады | Украинской ССР»; else `i`."""
    for size in (2, 1):
        name = words[i : i + size]
        if len(name) == size and name[0].text[0].isupper() and _of_land(name):
            return i + size
    return i


def _of_land(name: Sequence[Token]) -> bool:
    last = name[-1].text
    genitive = is_acronym(last) or any(is_genitive(last, lang) for lang in ("uk", "ru"))
    return genitive and bool(identify("places", " ".join(word.text for word in name)))


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
        elif (reached := land(words, last)) > last + 1:  # «Української РСР»: the adjective is a surname too
            last = reached
        elif _is_person(text, patterns, lang):
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


def _is_person(word: str, patterns: Patterns, lang: str) -> bool:
    """Whether a word is a given name or surname; «Ради» is Rada's, but of a council where institutions are named."""
    if not word[0].isupper() or lemmas(word, lang) & patterns["heads"]:
        return False
    return is_name_word(word, lang, "Surn") or is_name_word(word, lang, "Name")


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
            yield Finding(words[before].start, match.end(), Label.ORG, "organizations.legal-form", COMPLETE)
        elif bases & (patterns["quoted"] | patterns["heads"]):
            yield Finding(match.start(1), match.end(1), Label.ORG, "organizations.quoted", QUOTED)
