"""Where sentences end: at stops that initials, abbreviations and note marks do not fool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kartoteka.languages.base import LANGUAGES
from kartoteka.resources import read_lines

# A stop, closing quotes and brackets, a space, and then something that can open a sentence.
BORDER = re.compile(r"[.!?…]+[\"'»”’)\]]*\s+(?=[\"'«“„(\[–—]*(?:[^\W\d_]|\d))")
OPENING = re.compile(r"[\"'«“„(\[–—]*(.)")
LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)$")


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Words after which a stop ends no sentence, in lower case (`models/patterns/<lang>/abbreviations.txt`).

    A language without such a list (uk-Latn, pl, de in notes) has that of English.
    """
    return frozenset(read_lines(f"patterns/{lang if lang in LANGUAGES else 'en'}/abbreviations.txt"))


def borders(text: str, lang: str) -> Iterator[int]:
    """Where the sentences of `text` after the first begin, in code points."""
    for match in BORDER.finditer(text):
        opening = OPENING.match(text, match.end())
        if opening is not None and opening.group(1).islower():
            continue
        if text[match.start()] == "." and _abbreviated(text[max(0, match.start() - 30) : match.start()], lang):
            continue
        yield match.end()


def _abbreviated(before: str, lang: str) -> bool:
    word = LAST_WORD.search(before)
    if word is None:
        return False
    found = word.group(1)
    is_initial = found[0].isupper() and (len(found) == 1 or (len(found) == 2 and not found.isupper()))
    return is_initial or found.lower() in abbreviations(lang)
