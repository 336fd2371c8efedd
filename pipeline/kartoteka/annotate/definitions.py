"""Abbreviations that a text explains itself: "Central Executive Committee [CEC]", «Асоціація … (АРМУ)»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kartoteka.annotate.phrases import is_acronym, tokens
from kartoteka.names import compare
from kartoteka.types import Document, Label, Mention, Verdict

BRACKETS = {" (": ")", " [": "]"}


def definitions(document: Document, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of neighbouring mentions of one institution: its full name and the abbreviation in brackets, or the
    other way round. The letters must fit, and the gazetteer must not know the two as different.
    """
    named = [m for m in mentions if m.label is Label.ORG]
    for first, second in pairwise(named):
        closing = BRACKETS.get(document.text[first.end : second.start])
        if closing is None or not document.text.startswith(closing, second.end):
            continue
        full, short = (second, first) if is_acronym(first.name) else (first, second)
        known_apart = compare(Label.ORG, full.name, short.name).verdict is Verdict.DIFFERENT
        if abbreviates(short.name, full.name) and not known_apart:
            yield full, short


def abbreviates(short: str, full: str) -> bool:
    """Whether the letters of an abbreviation are the initials of a name's words in order; small words may be left out.

    "CEC" and "Central Executive Committee", «МИСиС» and «Московский институт стали и сплавов».
    """
    letters = [letter for letter in short.lower() if letter.isalpha()]
    initials = initials_of(full)
    if not is_acronym(short) or len(initials) < 2:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in letters) and len(letters) * 2 >= len(initials)


def initials_of(name: str) -> list[str]:
    """The first letters of a name's words, in lower case."""
    return [token.text[0].lower() for token in tokens(name) if token.text[0].isalpha()]
