"""Notes and bibliographies: the journals, publishers and places of publication that a citation names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import UPPER
from kartoteka.types import Label

CITED = 0.76

#: "(Kyiv; Lviv: Svit, 1994" and "К.: Наукова думка, 1993": places, publishers, the year.
IMPRINT = re.compile(rf"\(([{UPPER}][^():\n]{{1,60}}?): ([{UPPER}][^():\n]{{1,80}}?), (?=\d{{4}})")
IMPRINT_CYRILLIC = re.compile(
    rf"[.–—] ([КМЛХ]|СПб|[{UPPER}][а-яіїєґ]+)\.?\s?: ([{UPPER}][^,:\n]{{1,60}}?), (?=\d{{4}})"
)
#: A title in quotes, then the journal up to its number, its year or a date.
JOURNAL = re.compile(
    rf"[,.!?]['’]?[\"”»] ([{UPPER}][^,.\"“”«»()\n]{{2,70}}?)"
    r"(?=,? (?:nos?|vol|vols|№|т|ч|вып|вип)\.? ?\d|,? \d|,? \(\d)"
)
JOURNAL_CYRILLIC = re.compile(rf"// ?([{UPPER}][^.,\"«»()\n]{{2,80}}?)(?=[.,] ?[–—-]?\s?\d|\. [–—])")


def find_citations(text: str) -> Iterator[Finding]:
    """The publications' homes in a text: ORG for journals and publishers, PLACE for where they appeared."""
    for pattern in (IMPRINT, IMPRINT_CYRILLIC):
        for match in pattern.finditer(text):
            yield from _parts(text, match.start(1), match.end(1), Label.PLACE, "places.imprint")
            yield from _parts(text, match.start(2), match.end(2), Label.ORG, "organizations.imprint")
    for pattern in (JOURNAL, JOURNAL_CYRILLIC):
        for match in pattern.finditer(text):
            yield Finding(match.start(1), match.end(1), Label.ORG, "organizations.journal", CITED)


def _parts(text: str, start: int, end: int, label: Label, rule: str) -> Iterator[Finding]:
    for match in re.finditer(r"[^,;]+", text[start:end]):
        part = match.group()
        left = start + match.start() + len(part) - len(part.lstrip())
        right = start + match.end() - (len(part) - len(part.rstrip()))
        if right - left > 1:
            yield Finding(left, right, label, rule, CITED)
