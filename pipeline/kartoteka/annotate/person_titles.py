"""Titles before the names of persons, and what goes on after the first name behind one."""

from __future__ import annotations

import re
from functools import lru_cache

from kartoteka.annotate.name_words import (
    AFTER,
    NAME,
    PARTICLE,
    is_followed_by_no_surname,
    is_no_name,
    is_surname_like,
    words,
)
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.persons.given import is_given_name

#: A title before a name, and the particles between: "Major | van der | Gracht".
TITLE = re.compile(rf"([^\W\d_][\w-]*)\.?\]? ((?:{PARTICLE} )*)$")
#: How far back a title may begin.
LONGEST = 25
LAST_WORD = re.compile(r"([^\W\d_][\w-]*)\.?\]?$")
TITLE_TAIL = re.compile(rf" (?:({PARTICLE})(?= )|({NAME}){AFTER}|([IVX]{{1,5}})(?!\w))")


def title_before(text: str, name: re.Match[str], lang: str) -> re.Match[str] | None:
    """The title (group 1) before a name and the particles between (group 2); None where there is no title."""
    start = name.start()
    floor = max(0, start - LONGEST)
    if text[start - 1 : start] != " ":
        return None
    space = text.rfind(" ", floor, start - 1)
    if not _may_be_title(text[max(floor, space + 1) : start - 1], lang):
        return None
    title = TITLE.search(text, floor, start)
    return title if title and _goes_before(title, name.group(), lang) else None


@lru_cache(maxsize=50_000)
def _may_be_title(chunk: str, lang: str) -> bool:
    """Whether what stands between two spaces ends in a title or is a particle: the cheap test for most words."""
    word = LAST_WORD.search(chunk)
    if word is None:
        return False
    return word.group(1).lower() in words(lang, "titles") or re.fullmatch(PARTICLE, chunk) is not None


def _goes_before(before: re.Match[str], name: str, lang: str) -> bool:
    title = before.group(1)
    if title.lower() not in words(lang, "titles"):
        return False
    if "." in before.group() and title.lower() not in words(lang, "abbreviated_titles"):
        return False
    if lang in INFLECTED:
        return is_surname_like(name, lang) or is_given_name(name)
    titled = title[0].isupper() and len(name) > 2 and name.lower() not in words(lang, "titles")
    return titled and not is_followed_by_no_surname(name, lang)


def title_end(text: str, end: int, lang: str) -> int:
    """Past what goes on after the first name behind a title: "President Bill | Clinton", "Otto | III"."""
    for _ in range(3):
        match = TITLE_TAIL.match(text, end)
        if match is None or (match.group(2) and _ends_name(match.group(2), lang)):
            break
        end = match.end()
    return end


def _ends_name(word: str, lang: str) -> bool:
    return word.isupper() or is_no_name(word, lang) or is_followed_by_no_surname(word, lang)
