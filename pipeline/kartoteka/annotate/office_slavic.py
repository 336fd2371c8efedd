"""Ukrainian and Russian posts: a head in any case, the adjectives before it and the genitive chain after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_cases import agree, cases_of, readings
from kartoteka.annotate.office_judgement import Phrase, names_post
from kartoteka.annotate.office_slavic_chain import DOUBTFUL, TOKEN
from kartoteka.annotate.office_slavic_complement import grow_right, without_title
from kartoteka.annotate.office_slavic_words import SlavicWords, slavic
from kartoteka.types import Label

_OPENS = re.compile(r"(?:^|[.!?:;«\n]|[—–])\s*$")
#: The last of several words that belong before a post: в. о., исполняющий обязанности.
_SEVERAL = re.compile(r"(?:\.|об\S{4,12})$")
_OPENING, _CLOSING = '«“„"', '»”“"'


def find_slavic(text: str, lang: str, findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """The posts of a Ukrainian or Russian text as (start, end, rule), in order, none overlapping another."""
    words, found, last = slavic(lang), list[tuple[int, int, str]](), 0
    for match in words.find_heads(text):
        if match.start() < last or _is_unmeant(text, match, words):
            continue
        if _inside_name(text, match, findings, words) or _qualifies(text, match, words):
            continue
        start = _grow_left(text, match, words, last)
        end = without_title(text, match, grow_right(text, match, findings, words), findings, words)
        phrase = Phrase(text, match, start, end, last, findings)
        if _opens_title(text, start, end) or not names_post(phrase, words):
            continue
        found.append((start, end, f"offices.{lang}{'.chain' if end > match.end() else '.head'}"))
        last = end
    return found


def _inside_name(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> bool:
    """Whether the head is part of a body's, place's or person's name (Володимир Гетьман), which begins before it.

    A post that a recognizer took for a body ("главного инспектора Крыма") opens with words of the post.
    """
    for finding in findings:
        if finding.start >= match.start():
            return False
        doubtful = finding.label != Label.PERSON and finding.weight < DOUBTFUL
        if finding.end >= match.end() and finding.label != Label.DATE and not doubtful:
            opening = text[finding.start : match.start()].split()
            return finding.label != Label.ORG or not all(words.before.fullmatch(word) for word in opening)
    return False


def _opens_title(text: str, start: int, end: int) -> bool:
    """Whether a quotation begins here that names something else: the ship «Царь Михаил»."""
    return start > 0 and text[start - 1] in _OPENING and text[end : end + 1] not in tuple(_CLOSING)


def _qualifies(text: str, match: re.Match[str], words: SlavicWords) -> bool:
    """Whether a head that has the form of an adjective goes with the noun after it: уполномоченный банк."""
    token = TOKEN.match(text, match.end() + 1)
    if token is None or not token[0].islower() or not words.adjectival.fullmatch(match["head"]):
        return False
    cases, own = (
        {case for case, kind in readings(token[0], words.lang) if kind == "noun"},
        cases_of(match["head"], words.lang),
    )
    if words.instrumental.match(match["head"]) and "ablt" in cases:
        return False
    doubtful = "gent" in cases and ("nomn" in own or not words.attributive.match(match["head"]))
    return not doubtful and bool(cases & own)


def _is_unmeant(text: str, match: re.Match[str], words: SlavicWords) -> bool:
    """Whether head and neighbours are no post: действительный статский советник, во главе, глава семьи."""
    if words.never.match(text, match.end()):
        return True
    if words.householders.match(match["head"]) and words.households.match(text, match.end()):
        return True
    if words.staff.match(match["head"]) and words.organs.match(text, match.end()):
        return True
    return words.unmeant.search(text, max(0, match.start() - 30), match.end()) is not None


def _grow_left(text: str, match: re.Match[str], words: SlavicWords, floor: int) -> int:
    """Where the post begins: військовий прокурор, военный и земский комиссар, врио прокурора."""
    start, paired = match.start(), False
    for _ in range(5):
        left = text[max(floor, start - 60) : start]
        kept = left.rstrip(" \u00a0")
        if kept == left:
            return start
        if start < match.start() and (pair := words.paired.search(kept)):
            kept, paired = kept[: pair.start()], True
        elif paired and kept.endswith(","):
            kept = kept[:-1]
            if not words.relational.fullmatch(kept.split()[-1] if kept.split() else ""):
                return start
        before = words.before.search(kept, 0 if _SEVERAL.search(kept) else kept.rfind(" ") + 1)
        if before is None and words.ordinal_heads.match(match[0]):
            before = words.ordinal.search(kept)
        if before is None or not agree(before[0], match[0], words.lang):
            return start
        if paired and text[start].islower() and _is_name(text, start - len(left) + before.start(), before[0]):
            return start
        start -= len(left) - before.start()
    return start


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether a capital within a sentence makes a name of an adjective: Ставицького і народного депутата."""
    return word.istitle() and _OPENS.search(text, max(0, start - 3), start) is None
