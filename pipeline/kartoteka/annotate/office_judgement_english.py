"""Whether an English head with the words around it is a post, not a mere noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_words import EnglishWords, lowered
from kartoteka.types import Label

_LISTED = re.compile(r"(?: \([^()]{1,30}\))?(?:,|,? and|,? then)(?: finally| later| then)* (?:an? |the )?")
_SERVED = re.compile(r"\b(?:his|her|their|whose)\s$", re.IGNORECASE)
_CELL_START, _CELL_END = re.compile(r"(?:^|\|)\s*$"), re.compile(r"\s*\|\s*")
_CHURCH = re.compile(r"\bChurch$")
_PRESENTED = re.compile(r"\b(?:the|its|their|whose)\s(?:new\s|then\s|first\s|last\s|next\s)?$", re.IGNORECASE)
_WAS = re.compile(r"(?:,| (?:\w+ ){0,2}(?:was|is|being|became)(?: then| now)?:?)? ")
_ARMY = re.compile(r"\b(?:Army|Forces|Guards?|Navy|Regiment|Corps|Militia|Police)\b")


def names_post(text: str, head: str, before: tuple[int, int], complement: str, words: EnglishWords) -> bool:
    """Whether head, premodifiers and complement together are a post, not a mere noun."""
    premodified = before[0] < before[1]
    if head in words.served and _SERVED.search(text, max(0, before[0] - 8), before[0]):
        return True
    if words.prefixes.match(head):
        return True
    if head in words.membership:
        return bool(words.elected.search(text[before[0] : before[1]] + complement)) and (
            bool(complement) or premodified
        )
    if head in words.described:
        return True
    if head in words.plurals:
        return bool(re.search(r"[A-Z]", complement)) or (premodified and text[before[1]].isupper())
    if head in words.ranked and not words.ranking.isdisjoint(lowered(text[before[0] : before[1]]).split()):
        return True
    if head in words.bound:
        return bool(re.search(r"\b[A-Z]|\d", complement)) or _is_named(text[before[0] : before[1]], words)
    return head in words.strong or bool(complement) or premodified


def describes(head: str, premodifiers: str, complement: str, words: EnglishWords) -> bool:
    """Whether head and words only say what somebody is: a naval officer, an army colonel, a bishop of the Church."""
    if head in words.described:
        of_body = head != "officer" and re.search(r"\b[A-Z]", complement)
        return not of_body and words.kinds.isdisjoint(lowered(premodifiers).split())
    if head in words.officers:
        return not complement and _ARMY.search(premodifiers) is not None
    if head in words.degrees and not premodifiers and complement.startswith(" of "):
        return True
    if head in words.callings:
        kind = words.ranking.isdisjoint(lowered(premodifiers).split())
        return kind and (complement.startswith(" in ") or (bool(premodifiers) and not complement))
    return head in words.clergy and _CHURCH.search(complement) is not None


def is_told(
    text: str, match: re.Match[str], place: tuple[int, int], findings: Sequence[Finding], words: EnglishWords
) -> bool:
    """Whether the words around a head that names no post by itself make it one.

    After a body's possessive (the Cheka's investigator), after "worked as" or another post of a list, before "at".
    `place` is where the phrase begins and where the post before it ended.
    """
    start, floor = place
    if re.search(r"['’]s?\s$", text[max(0, start - 3) : start]) and any(
        f.label is Label.ORG and f.start < start - 2 <= f.end + 1 for f in findings if start - 4 <= f.end <= start
    ):
        return True
    head = lowered(match[0])
    if head in words.membership or head in words.plurals:
        return False
    if words.places.match(text, match.end()) or (
        head not in words.bound and _is_presented(text, match, start, findings)
    ):
        return True
    listed = floor and _LISTED.fullmatch(text, floor, start)
    named = head not in words.bound or start < match.start()
    return named and bool(listed or words.served_as.search(text[max(0, start - 40) : start]))


def _is_named(before: str, words: EnglishWords) -> bool:
    """Whether a body or country stands before the head, and not only words such as "field" and "senior"."""
    return any(word[0].isupper() and lowered(word) not in words.modifiers for word in before.split())


def is_label(text: str, match: re.Match[str], findings: Sequence[Finding]) -> bool:
    """Whether one word is all that stands in a cell of a table, and no person in the next: the name of a column."""
    closed = _CELL_END.match(text, match.end())
    if closed is None or " " in match[0] or not _CELL_START.search(text, max(0, match.start() - 4), match.start()):
        return False
    return not any(f.label is Label.PERSON and f.start == closed.end() for f in findings)


def is_verb(text: str, match: re.Match[str], complement: str, words: EnglishWords) -> bool:
    """Whether "count" counts and "lord", "ban", "head" act: lower-case verbs after "to" or a modal."""
    return match[0].islower() and bool(
        words.verb_after.search(text[max(0, match.start() - 20) : match.start()])
        or (not complement and words.verb_before.match(text, match.end()))
    )


def _is_presented(text: str, match: re.Match[str], start: int, findings: Sequence[Finding]) -> bool:
    """Whether its holder is named beside a head: "the commander was N.", "whose director, N."."""
    behind = _WAS.match(text, match.end())
    if behind is None or not _PRESENTED.search(text, max(0, start - 20), start):
        return False
    return any(f.label is Label.PERSON and f.start == behind.end() for f in findings)
