"""Archives and shelfmarks: "HDA SBU, Kyiv, f. 16, op. 25, spr. 3, ark. 73", «РГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 12»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kartoteka.annotate.citation_words import any_of
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import NAME, UPPER
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.types import Label

ARCHIVE, ACRONYM_WEIGHT, TOWN = 0.79, 0.77, 0.76

#: A number of a fond, file or leaf: "R-845", "25 (1951)", "43787 FP", "5–7 zv.", "13ob.", "67098-ФП".
FIGURES = rf"(?:[{UPPER}]{{1,2}}-?)?\d+(?:[–/-]\d+)*"
NUMBER = rf"{FIGURES}(?: ?[а-яa-z]{{1,2}}\.)?(?:[ -]?[{UPPER}]{{1,3}}(?![\w'.]))?(?: \(\d+\))?"
#: Words of a full name stand on both sides of the one for an archive.
WORD = r"[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_]))*"
ACRONYM = rf"[{UPPER}][^\W\d_]*[{UPPER}][^\W\d_]*"
LAND = rf"(?: [{UPPER}][^\W\d_]{{4,10}})?"
BEFORE_NAME = re.compile(rf"(?:{WORD}[ -])*$")
STOP_WORDS = frozenset(
    {
        "in",
        "the",
        "of",
        "from",
        "at",
        "v",
        "z",
        "u",
        "iz",
        "do",
        "в",
        "у",
        "з",
        "из",
        "до",
        "к",
        "и",
        "та",
        "див",
        "см",
    }
)


@cache
def _shelfmark() -> re.Pattern[str]:
    """From the fond, or a file behind an archive's name, to the last leaf."""
    unit = rf"{any_of('shelf')} ?{NUMBER}"
    tail = rf"(?:(?:[,.;:] ?|[.,]? [–—] | ){unit}|, \d+(?:[–-]\d+)?(?! ?[^\W\d_])| (?:зв|об|zv|ob)\.)*"
    return re.compile(rf"(?:{any_of('shelf_first')} ?{NUMBER}{tail}|{unit}(?:[,.] {unit}){tail})")


def shelfmarks(text: str) -> Iterator[tuple[int, int]]:
    """Where shelfmarks stand, of two units at least or behind an archive: they name nothing."""
    for match in _shelfmark().finditer(text):
        units = re.findall(any_of("shelf"), match.group())
        if len(units) > 1:
            yield match.span()


def archives(text: str) -> Iterator[Finding]:
    """The archive before each shelfmark, its abbreviation in brackets, the town behind it."""
    for start, _ in shelfmarks(text):
        yield from _before(text, start)


@cache
def _head() -> re.Pattern[str]:
    """What may stand before a shelfmark: "Archive of … (hereafter cited as ABBR), Town, "."""
    hereafter = rf"(?:{any_of('hereafter')}:? ?[–—-]? ?)?"
    short = rf"(?: \({hereafter}({ACRONYM}(?: {ACRONYM})?{LAND})\))?"
    return re.compile(rf"{short}(?:, ({NAME}(?: {NAME})?))?[.,:;]? ?(?:[–—] ?)?$")


def _before(text: str, end: int) -> Iterator[Finding]:
    left = max(0, end - 220)
    head = _head().search(text[left:end])
    if head is None:
        return
    name_end = left + head.start()
    if head.group(1):
        yield _finding(left, head, 1, Label.ORG, ARCHIVE)
    full = _full_name(text, left, name_end)
    if full is None and head.group(2):
        full = _full_name(text, left, left + head.end(2))  # a comma inside the archive's own name
        head = head if full is None else None
    if full is None and head is not None:
        full = _acronym(text, left, name_end)
    if full is not None:
        yield full
        if head is not None and head.group(2):
            yield _finding(left, head, 2, Label.PLACE, TOWN)


def _finding(left: int, match: re.Match[str], group: int, label: Label, weight: float) -> Finding:
    rule = "places.archive" if label is Label.PLACE else "organizations.archive"
    return Finding(left + match.start(group), left + match.end(group), label, rule, weight)


def _acronym(text: str, left: int, end: int) -> Finding | None:
    """ "TsDAHO Ukraïny", «ГДА СБУ»: capitals, and the land whose archive it is."""
    match = re.search(rf"(?<![\w'-])(?:{ACRONYM} ){{0,2}}{ACRONYM}(?: ({NAME}))?$", text[left:end])
    if match is None or (match.group(1) and not identify("places", match.group(1))):
        return None
    return Finding(left + match.start(), end, Label.ORG, "organizations.archive", ACRONYM_WEIGHT)


def _full_name(text: str, left: int, end: int) -> Finding | None:
    """A row of words around the one for an archive, from its first capital on."""
    stretch = text[left:end]
    heads = list(re.finditer(any_of("archives"), stretch))
    if not heads:
        return None
    head = heads[-1] if not heads[0].group()[0].isupper() else heads[0]
    if re.search(r"[,;:!?()«»\"“”]|\.(?! ?[а-яіa-z]|$)", stretch[head.end() :]):
        return None
    start = head.start()
    row = BEFORE_NAME.search(stretch[: head.start()])
    for word in reversed(list(re.finditer(WORD, stretch[row.start() : head.start()] if row else ""))):
        if word.group().lower() in STOP_WORDS or row is None:
            break
        if word.group()[0].isupper():
            start = row.start() + word.start()
    if not stretch[start].isupper():
        return None
    return Finding(left + start, end, Label.ORG, "organizations.archive", ARCHIVE)
