"""Posts: the whole phrase that names one, with the body or country it belongs to.

"deputy chairman of the GPU in Odesa", "перший секретар ЦК КП(б)У", "военный прокурор Киевского военного округа".
Words and their classes are tables (models/patterns/<lang>/offices.toml); which bodies and places stand in the
phrase was found before. No tagger is asked, because old texts and blank pipelines have none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from kartoteka.annotate import findings
from kartoteka.annotate.arbiter import settle
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.office_english import find_english
from kartoteka.annotate.office_slavic import find_slavic
from kartoteka.annotate.office_slavic_chain import DOUBTFUL
from kartoteka.annotate.office_slavic_words import slavic
from kartoteka.annotate.office_words import english
from kartoteka.languages.base import LANGUAGES
from kartoteka.languages.morphology import INFLECTED
from kartoteka.types import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

RELATIONAL = re.compile(r"(?:ськ|цьк|зьк|ск|цк)\w{1,3}$")
#: More than any recognizer's: a phrase of several words, all of them known.
WEIGHT = 0.85
NAMED = (Label.ORG, Label.PLACE, Label.PERSON, Label.DATE)


@Language.component("kartoteka_offices")
def annotate_offices(doc: Doc) -> Doc:
    """Adds the posts of a block to its findings."""
    lang = findings.context(doc).lang or doc.lang_
    text = findings.text_of(doc)
    offices = find_offices(text, lang, settle(_without_surnames(text, lang, findings.found(doc, *NAMED))))
    if not offices:
        return doc
    kept = [
        f
        for f in findings.found(doc)
        if not _is_post(text, lang, f, offices) and not _is_see(text, lang, f, offices)
    ]
    findings.replace(doc, [*(_without_post(text, f, offices) for f in kept), *offices])
    return doc


def _without_post(text: str, finding: Finding, offices: Sequence[Finding]) -> Finding:
    """A person found with the post before the name (Emir Said Mirza), or with its last word, without it."""
    if finding.label is not Label.PERSON:
        return finding
    post = next((o for o in offices if o.start <= finding.start < o.end), None)
    if post is None or not post.end + 1 < finding.end:
        return finding
    named = text[post.end].isspace() and text[post.end + 1].isupper()
    return replace(finding, start=post.end + 1) if named else finding


def _without_surnames(text: str, lang: str, named: Sequence[Finding]) -> list[Finding]:
    """The names that a post can hold, without surnames taken for places and adjectives taken for surnames.

    Of a surname another rule says that it is one (made Honta special envoy); with an adjective the longer
    name of a body begins (Сумського обкому).
    """
    persons = {(f.start, f.end) for f in named if f.label is Label.PERSON}
    if lang not in INFLECTED:
        return [
            f for f in named if f.label is Label.PERSON or f.weight >= DOUBTFUL or (f.start, f.end) not in persons
        ]
    bodies = {f.start: f.end for f in reversed(named) if f.label is Label.ORG}
    return [
        f
        for f in named
        if f.label is not Label.PERSON
        or not RELATIONAL.search(text, f.start, f.end)
        or (bodies.get(f.start, 0) <= f.end and not _is_place_name(text, f, lang))
    ]


def _is_place_name(text: str, finding: Finding, lang: str) -> bool:
    """Whether a doubtful person is made of adjectives alone: ігумен | Батуринського Крупицького | монастиря."""
    words = text[finding.start : finding.end].split()
    if finding.weight >= DOUBTFUL or not all(RELATIONAL.search(word) for word in words):
        return False
    return len(words) > 1 or slavic(lang).some_body.match(text, finding.end) is not None


def _is_see(text: str, lang: str, finding: Finding, offices: Sequence[Finding]) -> bool:
    """Whether the adjective of a see was taken for the surname of its holder: архієпископ | Київський."""
    if finding.label is not Label.PERSON or lang not in INFLECTED:
        return False
    within = any(o.start < finding.start and finding.end <= o.end for o in offices)
    return within and slavic(lang).dioceses.fullmatch(text, finding.start, finding.end) is not None


def _is_post(text: str, lang: str, finding: Finding, offices: Sequence[Finding]) -> bool:
    """Whether a recognizer took a post for a body: one that begins with the post's own head, within the post."""
    if finding.label != Label.ORG or not any(o.start <= finding.start and finding.end <= o.end for o in offices):
        return False
    if lang in INFLECTED:
        return slavic(lang).heads.match(text, finding.start) is not None
    words = english()
    opening = words.opening.match(text, finding.start)
    return words.heads.match(text, opening.end() if opening else finding.start) is not None


def find_offices(text: str, lang: str, named: Sequence[Finding]) -> list[Finding]:
    """The posts of a text in one of `LANGUAGES` (others have none), given the names found in it, by start.

    The phrase runs over bodies and places of `named` whole and stops before persons and dates.
    """
    ordered = sorted(named, key=lambda finding: (finding.start, -finding.end))
    if lang in INFLECTED:
        spans = find_slavic(text, lang, ordered)
    elif lang in LANGUAGES:
        spans = find_english(text, ordered)
    else:
        spans = []
    return [Finding(start, end, Label.OFFICE, rule, weight=WEIGHT) for start, end, rule in spans]
