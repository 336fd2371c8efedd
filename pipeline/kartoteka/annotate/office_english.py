"""English posts: from a head ("chairman") to its whole phrase ("acting chairman of the OGPU in Ukraine")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_words import EnglishWords, english, lowered
from kartoteka.annotate.phrases import tokens
from kartoteka.types import Label

_TOKEN = re.compile(r"[^\W\d_][\w’'.&/-]*\w(?:\([^()\s]{1,3}\)\w*)?|[^\W\d_]|\d+(?:st|nd|rd|th)\b")
_BEFORE = re.compile(r"([^\W_][\w’'()-]*)[ \u00a0]+$")
_AND = re.compile(r"(?:,)?\s+and\s+(?:the\s+)?|,\s+(?=[A-Z])")
_PARENTHESIS = re.compile(r"\s+\([^()\n]{2,60}\)(?=\s+(?:of|for)\s)")
_TITLED = re.compile(r"\s+\([A-Z][a-z]+\)(?=\s+(?:of|for)\s)")
_SHARED = re.compile(r"\s+and\s+(?=(\w[\w’'-]*(?:\s[\w’'-]+)?))")
_ITEM = re.compile(r"(?:the )?[a-z]+ and (?!the )([a-z]+) ([a-z]+)\b")
_MAX_LOWER = 4


def find_english(text: str, findings: Sequence[Finding]) -> list[tuple[int, int, str]]:
    """The posts of an English text as (start, end, rule), in order, none overlapping another."""
    words, found, last = english(), list[tuple[int, int, str]](), 0
    for match in _heads(text, words):
        if match.start() < last or _inside_name(text, match, findings, words):
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
        if token.start >= end and token.lower.partition("'")[0] in words.openings:
            match = words.heads.match(text, token.start)
            if match:
                end = match.end()
                yield match


def _phrase(
    text: str, match: re.Match[str], findings: Sequence[Finding], words: EnglishWords, floor: int
) -> tuple[int, int, str] | None:
    head = lowered(match[0])
    if head in words.modifiers and words.heads.match(text, match.end() + 1):
        return None
    start = _grow_left(text, match.start(), findings, words, floor)
    head_end = _second_head(text, match, words) if start == match.start() else match.end()
    titled = _TITLED.match(text, head_end)
    end = _grow_right(text, titled.end() if titled else head_end, findings, words, head)
    end = end if not titled or end > titled.end() else head_end
    if inner := words.ranks.search(text, head_end, end):
        end = inner.start()
    complement = text[head_end:end]
    if rank := words.ranks.match(text, end):
        return start, rank.end(), "offices.rank"
    if words.not_of.match(text, match.end()) or not _names_post(
        text, head, (start, match.start()), complement, words
    ):
        return None
    if _is_verb(text, match, complement, words):
        return None
    return start, end, f"offices.{head.replace(' ', '-')}{'-of' if complement else ''}"


def _names_post(text: str, head: str, before: tuple[int, int], complement: str, words: EnglishWords) -> bool:
    """Whether head, premodifiers and complement together are a post, not a mere noun."""
    premodified = before[0] < before[1]
    if head in words.membership:
        return bool(words.elected.search(text[before[0] : before[1]] + complement)) and (
            bool(complement) or premodified
        )
    if head in words.plurals:
        return bool(re.search(r"[A-Z]", complement)) or (premodified and text[before[1]].isupper())
    if head in words.bound:
        return bool(re.search(r"\b[A-Z]|\d", complement)) or bool(re.match(r"[A-Z]", text[before[0] : before[1]]))
    return head in words.strong or bool(complement) or premodified


def _is_verb(text: str, match: re.Match[str], complement: str, words: EnglishWords) -> bool:
    """Whether "count" counts and "lord", "ban", "head" act: lower-case verbs after "to" or a modal."""
    return match[0].islower() and bool(
        words.verb_after.search(text[max(0, match.start() - 20) : match.start()])
        or (not complement and words.verb_before.match(text, match.end()))
    )


def _inside_name(text: str, match: re.Match[str], findings: Sequence[Finding], words: EnglishWords) -> bool:
    """Whether the head is part of a body's or person's name ("Council of People's Commissars")."""
    for finding in findings:
        if finding.start > match.start():
            return False
        if finding.end >= match.end() and finding.label in (Label.ORG, Label.PLACE):
            opening = lowered(text[finding.start : match.start()]).split()
            return not all(word in words.modifiers for word in opening)
    return False


def _grow_left(text: str, start: int, findings: Sequence[Finding], words: EnglishWords, floor: int) -> int:
    """Where the post begins: body's names, relational adjectives and words such as "deputy" before its head."""
    ends = {f.end: f for f in findings if f.start >= floor}
    for _ in range(6):
        before = _BEFORE.search(text, max(floor, start - 60), start)
        if not before:
            return start
        finding = ends.get(before.end(1))
        if finding is not None and finding.label in (Label.ORG, Label.PLACE):
            if text[finding.start : finding.end].endswith(("'s", "’s")):
                return start
            start = finding.start
        elif finding is None and _modifies(text, before, words):
            start = before.start(1)
        else:
            return start
    return start


def _modifies(text: str, before: re.Match[str], words: EnglishWords) -> bool:
    word = lowered(before[1])
    if word in words.modifiers or word.removeprefix("vice-") in words.modifiers:
        return True
    initial = re.search(r"(?:^|[.!?:\n]\s*|[“\"(])$", text[: before.start(1)]) is not None
    return before[1][0].isupper() and (
        bool(words.national.search(before[1])) or (before[1].isupper() and len(before[1]) > 2 and not initial)
    )


def _second_head(text: str, match: re.Match[str], words: EnglishWords) -> int:
    """The end of the head, or of the second one in "rector and dean of the institute"."""
    shared = _SHARED.match(text, match.end())
    if shared:
        other = words.heads.match(text, shared.end())
        if other and re.match(r"\s+of\s", text[other.end() :]):
            return other.end()
    return match.end()


def _grow_right(text: str, end: int, findings: Sequence[Finding], words: EnglishWords, head: str) -> int:
    """Where the complements of the post end."""
    for _ in range(6):
        if parenthesis := _PARENTHESIS.match(text, end):
            end = parenthesis.end()
        link = words.links.match(text, end)
        if not link or (link[1] == "to" and head not in words.to_heads) or re.match(r"an?\s", text[link.end() :]):
            return end
        reached = _noun_phrase(text, link.end(), findings, words)
        name = text[link.end() : reached]
        if reached == link.end() or (link[1] in words.local and not re.search(r"[A-Z]|\d", name)):
            return end
        if link[1] == "for" and words.periods.match(name):
            return end
        end = reached
    return end


def _noun_phrase(text: str, start: int, findings: Sequence[Finding], words: EnglishWords) -> int:
    """Where the noun phrase that begins at `start` ends; `start` itself where there is none."""
    end, position, lower, previous = start, start, 0, ""
    item = _ITEM.match(text, start)
    if item and not {item[1], item[2]} & words.stops and not item[2].endswith("ed"):
        position = item.start(2)
    while True:
        finding = _covering(findings, position)
        if finding is not None and finding.label in (Label.PERSON, Label.DATE):
            return end
        token = _TOKEN.match(text, position)
        if finding is not None:
            end, previous, lower = finding.end, "Name", 0
        elif token is None or not _belongs(text, token, previous, lower, words):
            return end
        else:
            end, previous = token.end(), token[0]
            lower = lower + 1 if token[0].islower() else 0
        joint = re.match(r"[ \u00a0\n]", text[end:]) or _joint(text, end, previous, findings, words)
        if joint is None:
            return end
        position = end + joint.end()
        if joint[0].isspace() and (more := _joint(text, end, previous, findings, words)):
            position = end + more.end()


def _joint(
    text: str, end: int, previous: str, findings: Sequence[Finding], words: EnglishWords
) -> re.Match[str] | None:
    """The "and" (or comma of a list) that carries the noun phrase on to another name, not to another clause."""
    joint = _AND.match(text[end:])
    if joint is None or not previous[:1].isupper():
        return None
    following = end + joint.end()
    if joint[0].startswith(",") and "and" not in joint[0]:
        return None
    finding = _covering(findings, following)
    if finding is not None:
        return joint if finding.label in (Label.ORG, Label.PLACE) else None
    token = _TOKEN.match(text, following)
    if not token or not token[0][0].isupper() or lowered(token[0]) in words.stops:
        return None
    return None if _starts_post(text, following, words) else joint


def _starts_post(text: str, start: int, words: EnglishWords) -> bool:
    """Whether another post begins here, within its first three words."""
    ahead = re.split(r"\sand\s|[,.;]", text[start : start + 60])[0]
    return any(
        words.heads.match(text, start + word.start()) for word in list(re.finditer(r"\w[\w’'-]*", ahead))[:4]
    )


def _belongs(text: str, token: re.Match[str], previous: str, lower: int, words: EnglishWords) -> bool:
    """Whether a word can go on the name of a body or field, without a tagger."""
    word = lowered(token[0]).rstrip(".")
    if word in words.stops or (word.endswith("'s") and not token[0][0].isupper()):
        return False
    if token[0][0].isupper() or token[0][0].isdigit():
        return True
    if lower >= _MAX_LOWER or (word.endswith("ly") and not re.match(r"\s+\w+ed\s", text[token.end() :])):
        return False
    participle = word.endswith(("ed", "ing")) and word not in words.participles
    return not participle or previous.endswith("ly")


def _covering(findings: Sequence[Finding], position: int) -> Finding | None:
    """The longest finding that begins here, or covers this place."""
    best = None
    for finding in findings:
        if finding.start > position:
            break
        if finding.end > position and (best is None or finding.end > best.end):
            best = finding
    return best
