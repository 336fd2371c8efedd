"""Ukrainian and Russian posts: a head in any case, the adjectives before it and the genitive chain after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_words import SlavicWords, slavic
from kartoteka.types import Label

_TOKEN = re.compile(r"[А-ЯІЇЄҐ]+\([бм]\)[А-ЯІЇЄҐ]*|[^\W_][\w’'ʼ-]*")
_QUOTED = re.compile(r"[ \u00a0]+[«“\"„][^»”\"\n]{1,60}[»”\"]")
_NAMED_AFTER = re.compile(
    r"\s+(?:ім\.|імені|им\.|имени)\s+(?:[А-ЯІЇЄҐ]\.\s*){0,2}[А-ЯІЇЄҐ][\w’'-]+(?:\s[А-ЯІЇЄҐ][\w’'-]+)?"
)
_AND = re.compile(r"\s+(?:та|і|й|и)\s+")
_IN = re.compile(r"\s+(?:у|в|во)\s+")
_ACRONYM = re.compile(r"[А-ЯІЇЄҐ]{2,}[\w()]*|[А-ЯІЇЄҐ]+\([бм]\)\w*")
_FIXED = frozenset({"ім", "им", "імені", "имени"})


def find_slavic(text: str, lang: str, findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """The posts of a Ukrainian or Russian text as (start, end, rule), in order, none overlapping another."""
    words, found, last = slavic(lang), list[tuple[int, int, str]](), 0
    for match in words.heads.finditer(text):
        if match.start() < last or _inside_name(match, findings) or text[: match.start()].endswith("«"):
            continue
        start = _grow_left(text, match, words, last)
        end = _grow_right(text, match, findings, words)
        if words.never.match(text, match.end()) or not _names_post(text, match, start, end, words):
            continue
        found.append((start, end, f"offices.{lang}{'.chain' if end > match.end() else '.head'}"))
        last = end
    return found


def _names_post(text: str, match: re.Match[str], start: int, end: int, words: SlavicWords) -> bool:
    """Whether head, adjectives and complement together are a post, not a mere noun."""
    if words.membership.match(match[0]):
        return bool(words.elected.search(text[match.end() : end]))
    return bool(words.strong.fullmatch(match[0])) or end > match.end() or start < match.start()


def _inside_name(match: re.Match[str], findings: Sequence[Finding]) -> bool:
    for finding in findings:
        if finding.start >= match.start():
            return False
        if finding.end >= match.end() and finding.label in (Label.ORG, Label.PLACE):
            return True
    return False


def _grow_left(text: str, match: re.Match[str], words: SlavicWords, floor: int) -> int:
    """Where the post begins: військовий прокурор, перший секретар, врио прокурора."""
    start = match.start()
    for _ in range(5):
        gap = re.search(r"[ \u00a0]+$", text[floor:start])
        if not gap:
            return start
        left = text[max(floor, start - 60) : floor + gap.start()]
        before = words.before.search(left)
        if before is None and words.ordinal_heads.match(match[0]):
            before = words.ordinal.search(left)
        if before is None:
            return start
        start = floor + gap.start() - len(before[0])
    return start


def _grow_right(text: str, match: re.Match[str], findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where the complements of the post end."""
    end = match.end()
    if words.locative.match(match[0]) and (place := _IN.match(text, end)):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    elif words.person.match(match[0]):
        end = _served(text, end, findings) or end
    if end == match.end():
        gap = re.match(r"[ \u00a0\n]", text[end:])
        doubtful = words.rulers.match(match[0]) and _may_be_subject(text, end + 1, words.lang)
        chain = _chain(text, end + 1, findings, words, cases=("gent",)) if gap and not doubtful else None
        end = chain or end
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            break
        reached = _chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached:
            end = link.end() if " " in link[0].strip() else end
            break
        end = reached
    return end


def _served(text: str, end: int, findings: Sequence[Finding]) -> int | None:
    """The end of the person whom a deputy or aide serves: a name that another name follows."""
    first = next((f for f in findings if f.label == Label.PERSON and 1 <= f.start - end <= 2), None)
    if first is None:
        return None
    other = any(f.label == Label.PERSON and 1 <= f.start - first.end <= 2 for f in findings)
    alone = re.match(r"\s*(?:[,.;)]|$)", text[first.end :]) is not None
    surname = text[first.start : first.end]
    return first.end if (other or alone) and re.fullmatch(r"[\w’'-]+(?:а|я|ого|его|ої|ой)", surname) else None


def _chain(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, cases: tuple[str, ...]
) -> int | None:
    """The end of the nouns and adjectives in these cases (then in the genitive) that begin here, or None."""
    end: int | None = None
    while True:
        finding = next((f for f in findings if f.start <= position < f.end), None)
        if finding is not None and (finding.label == Label.ORG or _is_of(text, finding, words.lang, cases)):
            end = finding.end
        elif finding is not None:
            return end
        else:
            token = _TOKEN.match(text, position)
            if token is None or not _in_case(token[0], words.lang, cases):
                return end
            end = token.end()
            if _is_noun(token[0], words.lang):
                cases = ("gent",)
        if more := _QUOTED.match(text, end) or _NAMED_AFTER.match(text, end):
            end = more.end()
        joint = _AND.match(text, end)
        if joint and not _joins(text, joint.end(), findings, words):
            return end
        space = joint or re.compile(r"[ \u00a0\n]").match(text, end)
        if space is None:
            return end
        position = space.end()


def _joins(text: str, start: int, findings: Sequence[Finding], words: SlavicWords) -> bool:
    """Whether "and" goes on with the field of the post (юстиції та внутрішніх справ), not with another post."""
    if (
        any(f.start <= start < f.end for f in findings)
        or words.heads.match(text, start)
        or words.acting.match(text, start)
    ):
        return False
    token = _TOKEN.match(text, start)
    return bool(token and token[0].islower() and _in_case(token[0], words.lang, ("gent",)))


def _is_of(text: str, place: Finding, lang: str, cases: tuple[str, ...]) -> bool:
    """Whether a place stands in a case that makes it part of the post, as a surname taken for a place does not."""
    token = _TOKEN.match(text, place.start)
    return place.label == Label.PLACE and token is not None and _in_case(token[0], lang, (*cases, "gent"))


def _in_case(word: str, lang: str, cases: tuple[str, ...]) -> bool:
    """Whether a word can be a noun, adjective or participle in one of the cases; acronyms are in all of them."""
    if _ACRONYM.fullmatch(word):
        return True
    if word[0].isdigit():
        return bool(re.fullmatch(r"\d+-(?:ї|го|ої|й|ой|му|м)", word))
    return any(case in cases for case, kind in _parses(word, lang) if kind != "name")


def _may_be_subject(text: str, position: int, lang: str) -> bool:
    """Whether a lower-case noun stands here that can be a nominative or accusative too (доручення)."""
    token = _TOKEN.match(text, position)
    return bool(
        token and token[0].islower() and {("nomn", "noun"), ("accs", "noun")} & set(_parses(token[0], lang))
    )


def _is_noun(word: str, lang: str) -> bool:
    return all(kind == "noun" for _, kind in _parses(word, lang))


@lru_cache(maxsize=20000)
def _parses(word: str, lang: str) -> tuple[tuple[str, str], ...]:
    """(case, kind) of every reading of a word; none where it is first of all a verb, adverb or preposition."""
    readings = _analyzer(lang).parse(word.replace("’", "'").replace("ʼ", "'"))
    if not readings or readings[0].tag.POS in {
        "PREP",
        "CONJ",
        "PRCL",
        "ADVB",
        "VERB",
        "INFN",
        "GRND",
        "NPRO",
        "PRED",
    }:
        return ()
    found = []
    for reading in readings:
        if reading.tag.POS not in {"NOUN", "ADJF", "PRTF", "NUMR"}:
            continue
        name = word[0].isupper() and {"Name", "Surn", "Patr"} & set(reading.tag.grammemes)
        kind = "name" if name else "noun" if reading.tag.POS == "NOUN" else "adjective"
        found.append((str(reading.tag.case), kind))
    return tuple(found)


@cache
def _analyzer(lang: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=lang)
