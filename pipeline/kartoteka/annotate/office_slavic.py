"""Ukrainian and Russian posts: a head in any case, the adjectives before it and the genitive chain after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_words import SlavicWords, slavic
from kartoteka.languages.morphology import FUNCTION_WORDS, PERSONAL, parses
from kartoteka.types import Label

_TOKEN = re.compile(r"[А-ЯІЇЄҐ]+\([бм]\)[А-ЯІЇЄҐ]*|[^\W_][\w’'ʼ-]*")
_LAST = re.compile(r"[\w’'ʼ-]+$")
_QUOTED = re.compile(r"[ \u00a0]+[«“\"„][^»”\"\n]{1,60}[»”\"]")
_ACRONYM = re.compile(r"[А-ЯІЇЄҐ]{2,}[\w()]*|[А-ЯІЇЄҐ]+\([бм]\)\w*")
_SPACE = re.compile(r"[ \u00a0\n]")
_VERBS = frozenset({"VERB", "INFN", "GRND"})
#: What the complement of a post is made of.
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NUMR"})


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
    if words.locative.match(match[0]) and (place := words.within.match(text, end)):
        end = _chain(text, place.end(), findings, words, cases=("loct", "gent")) or end
    elif words.person.match(match[0]):
        end = _served(text, end, findings, words) or end
    if end == match.end():
        gap = _SPACE.match(text, end)
        doubtful = words.rulers.match(match[0]) and _may_be_subject(text, end + 1, words.lang)
        chain = _chain(text, end + 1, findings, words, cases=("gent",)) if gap and not doubtful else None
        end = _accompanied(text, chain, findings, words) if chain else end
    for _ in range(3):
        link = words.links.match(text, end)
        if not link:
            break
        reached = _chain(text, link.end() + 1, findings, words, cases=("datv", "loct", "gent", "ablt"))
        if not reached and " " not in link[0].strip():
            break
        end = _accompanied(text, reached or link.end(), findings, words)
    return end


def _accompanied(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int:
    """Where "с бандитизмом" ends after a noun that asks for it (борьбе, связям, работе); `end` after any other."""
    last = _LAST.search(text, max(0, end - 40), end)
    joined = words.together.match(text, end)
    if last is None or joined is None or not words.companions.match(last[0]):
        return end
    return _chain(text, joined.end() + 1, findings, words, cases=("ablt",)) or end


def _served(text: str, end: int, findings: Sequence[Finding], words: SlavicWords) -> int | None:
    """The end of the person whom a deputy or aide serves: a name that another name follows."""
    first = next((f for f in findings if f.label == Label.PERSON and 1 <= f.start - end <= 2), None)
    if first is None:
        return None
    other = any(f.label == Label.PERSON and 1 <= f.start - first.end <= 2 for f in findings)
    alone = re.match(r"\s*(?:[,.;)]|$)", text[first.end :]) is not None
    surname = text[first.start : first.end]
    return first.end if (other or alone) and words.genitive.fullmatch(surname) else None


def _chain(
    text: str, position: int, findings: Sequence[Finding], words: SlavicWords, *, cases: tuple[str, ...]
) -> int | None:
    """The end of the nouns and adjectives in these cases (then in the genitive) that begin here, or None."""
    end: int | None = None
    while True:
        finding = next((f for f in findings if f.start <= position < f.end), None)
        if finding is not None and (finding.label == Label.ORG or _is_of(text, finding, words, cases)):
            end = finding.end
        elif finding is not None:
            return end
        else:
            token = _TOKEN.match(text, position)
            if token is None or not _in_case(token[0], words, cases):
                return end
            end = token.end()
            if _is_noun(token[0], words.lang):
                cases = ("gent",)
        if more := _QUOTED.match(text, end) or words.named_after.match(text, end):
            end = more.end()
        joint = words.joint.match(text, end)
        if joint and not _joins(text, joint.end(), findings, words):
            return end
        space = joint or _SPACE.match(text, end)
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
    return bool(token and token[0].islower() and _in_case(token[0], words, ("gent",)))


def _is_of(text: str, place: Finding, words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether a place stands in a case that makes it part of the post, as a surname taken for a place does not."""
    token = _TOKEN.match(text, place.start)
    return place.label == Label.PLACE and token is not None and _in_case(token[0], words, (*cases, "gent"))


def _in_case(word: str, words: SlavicWords, cases: tuple[str, ...]) -> bool:
    """Whether a word can be a noun, adjective or participle in one of the cases; acronyms are in all of them."""
    if _ACRONYM.fullmatch(word):
        return True
    if word[0].isdigit():
        return words.figure.fullmatch(word) is not None
    return any(case in cases for case, kind in _readings(word, words.lang) if kind != "name")


def _may_be_subject(text: str, position: int, lang: str) -> bool:
    """Whether a lower-case noun stands here that can be a nominative or accusative too (доручення)."""
    token = _TOKEN.match(text, position)
    return bool(
        token and token[0].islower() and {("nomn", "noun"), ("accs", "noun")} & set(_readings(token[0], lang))
    )


def _is_noun(word: str, lang: str) -> bool:
    return all(kind == "noun" for _, kind in _readings(word, lang))


@lru_cache(maxsize=20000)
def _readings(word: str, lang: str) -> tuple[tuple[str, str], ...]:
    """(case, kind) of every reading of a word; none where it is first of all a verb, adverb or preposition."""
    readings = parses(word.replace("’", "'").replace("ʼ", "'"), lang)
    if not readings or readings[0].tag.POS in FUNCTION_WORDS | _VERBS:
        return ()
    return tuple((str(r.tag.case), _kind(word, r.tag)) for r in readings if r.tag.POS in _NOMINAL)


def _kind(word: str, tag: Any) -> str:
    if word[0].isupper() and PERSONAL & tag.grammemes:
        return "name"
    return "noun" if tag.POS == "NOUN" else "adjective"
