"""English posts: from a head ("chairman") to its whole phrase ("acting chairman of the OGPU in Ukraine")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_complement import grow_right
from kartoteka.annotate.office_judgement_english import describes, is_label, is_told, is_verb, names_post
from kartoteka.annotate.office_words import EnglishWords, english, lowered
from kartoteka.annotate.phrases import tokens
from kartoteka.types import Label

_BEFORE = re.compile(r"([^\W_][\w’'()-]*)[ \u00a0]+$")
_NOUN = re.compile(r" ([a-z]{3,})\b")
_TITLED = re.compile(r"\s+\([A-Z][a-z]+\)(?=\s+(?:of|for)\s)")
_SHARED = re.compile(r"\s+and\s+(?=(\w[\w’'-]*(?:\s[\w’'-]+)?))")
_ENTRY_END = re.compile(r"\s*(?:,\s*(?:in |from |since |to )?\d|;|\(|\.?$|\.\s*\n)")
_OPENING = re.compile(r"(?:[.!?:\n]\s*|[“\"(])$")


def find_english(text: str, findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """The posts of an English text as (start, end, rule), in order, none overlapping another."""
    words, found, last = english(), list[tuple[int, int, str]](), 0
    for match in _heads(text, words):
        if match.start() < last or _inside_name(text, match, findings, words) or is_label(text, match, findings):
            continue
        phrase = _phrase(text, match, findings, words, last)
        if phrase:
            found.append(phrase)
            last = phrase[1]
    return found


def _heads(text: str, words: EnglishWords) -> Iterator[re.Match[str]]:
    """The heads of a text; the long pattern is tried only where a word opens one."""
    end = 0
    for token in tokens(text):
        opening = token.lower.partition("'")[0].removesuffix("-elect").removesuffix("-designate")
        opening = (
            words.prefixes.sub("", opening, count=1)
            if "-" in opening and opening not in words.openings
            else opening
        )
        if token.start >= end and opening in words.openings:
            match = words.heads.match(text, token.start)
            if match:
                end = match.end()
                yield match


def _phrase(
    text: str, match: re.Match[str], findings: Sequence[Finding], words: EnglishWords, floor: int
) -> tuple[int, int, str] | None:
    head = lowered(match[0])
    if head in words.modifiers and (
        words.heads.match(text, match.end() + 1) or words.deputies.match(text, match.end())
    ):
        return None
    if head in words.officers and words.army_ranks.match(text, match.end()):
        return None
    if words.seats.match(text, match.start()):
        return None
    start = _grow_left(text, match.start(), findings, words, floor)
    head_end = _second_head(text, match, words) if start == match.start() else match.end()
    titled = _TITLED.match(text, head_end)
    end = grow_right(text, titled.end() if titled else head_end, findings, words, head)
    end = end if not titled or end > titled.end() else head_end
    end = _with_listed_body(text, end, findings) if end == match.end() else end
    if inner := words.ranks.search(text, head_end, end):
        end = inner.start()
    closing = words.closings.match(text, end)
    end = closing.end() if closing else end
    complement = text[head_end:end]
    if rank := words.ranks.match(text, end):
        return start, rank.end(), "offices.rank"
    if head in words.modifiers and end == match.end() and _is_attribute(text, end, words):
        return None
    if words.not_of.match(text, match.end()) or describes(head, text[start : match.start()], complement, words):
        return None
    if not names_post(text, head, (start, match.start()), complement, words) and not is_told(
        text, match, (start, floor), findings, words
    ):
        return None
    if is_verb(text, match, complement, words):
        return None
    return start, end, f"offices.{head.replace(' ', '-')}{'-of' if complement else ''}"


def _is_attribute(text: str, end: int, words: EnglishWords) -> bool:
    """Whether a lower-case noun follows, whose attribute "chief", "deputy" or "general" is: a chief architect."""
    following = _NOUN.match(text, end)
    return following is not None and following[1] not in words.stops and not following[1].endswith("ly")


def _with_listed_body(text: str, end: int, findings: Sequence[Finding]) -> int:
    """Where a post ends whose body stands behind a comma, as in handbooks: "first secretary, Baku committee, 1921"."""
    body = next((f for f in findings if f.start == end + 2 and f.label is Label.ORG), None)
    if body is None or text[end : end + 2] != ", " or not _ENTRY_END.match(text, body.end):
        return end
    return body.end


def _inside_name(text: str, match: re.Match[str], findings: Sequence[Finding], words: EnglishWords) -> bool:
    """Whether the head is part of a body's or person's name ("Council of People's Commissars")."""
    for finding in findings:
        if finding.start > match.start():
            return False
        if finding.end >= match.end() and finding.label in (Label.ORG, Label.PLACE):
            opening = lowered(text[finding.start : match.start()]).split()
            return not all(word in words.modifiers for word in opening)
        if finding.label is Label.PERSON and finding.start < match.start() < finding.end:
            return lowered(match[0]) in words.borne
    return False


def _grow_left(text: str, start: int, findings: Sequence[Finding], words: EnglishWords, floor: int) -> int:
    """Where the post begins: body's names, relational adjectives and words such as "deputy" before its head."""
    ends = {f.end: f for f in findings if f.start >= floor}
    head = start
    for _ in range(6):
        before = _BEFORE.search(text, max(floor, start - 60), start)
        if not before:
            return start
        finding = ends.get(before.end(1))
        if finding is not None and finding.label in (Label.ORG, Label.PLACE):
            if text[finding.start : finding.end].endswith(("'s", "’s")):
                return start
            start = finding.start
        elif finding is None and _modifies(text, before, head, words):
            start = before.start(1)
        else:
            return start
    return start


def _modifies(text: str, before: re.Match[str], head: int, words: EnglishWords) -> bool:
    """Whether a word belongs to the post whose head begins at `head`."""
    word = lowered(before[1])
    if word in words.ordinals:
        return words.ordinal_heads.match(text, before.end(1)) is not None
    if word in words.portfolios and lowered(re.match(r"[\w’'-]*", text[head:])[0]) in words.portfolio_heads:  # type: ignore[index]
        return True
    if word in words.modifiers or word.removeprefix("vice-") in words.modifiers:
        return True
    start = before.start(1)
    initial = start == 0 or _OPENING.search(text[max(0, start - 6) : start]) is not None
    return before[1][0].isupper() and (
        bool(words.national.search(before[1])) or (before[1].isupper() and len(before[1]) > 2 and not initial)
    )


def _second_head(text: str, match: re.Match[str], words: EnglishWords) -> int:
    """The end of the head, or of the second one in "rector and dean of the institute"."""
    shared = _SHARED.match(text, match.end())
    if shared:
        other = words.heads.match(text, shared.end())
        plural = other is not None and lowered(other[0]) in words.plurals
        if other and not plural and re.match(r"\s+of\s", text[other.end() :]):
            return other.end()
    return match.end()
