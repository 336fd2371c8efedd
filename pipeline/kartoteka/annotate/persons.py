"""Persons: what their form shows, and what a recognizer found, trimmed to the form of a name."""

from __future__ import annotations

import re
from dataclasses import replace as changed
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, add, context, found, replace
from kartoteka.annotate.name_words import (
    FACTIONS,
    INITIAL,
    NAME,
    PARTICLE,
    is_given,
    is_no_name,
    is_relational,
    words,
)
from kartoteka.annotate.person_forms import SURNAME_ALONE, find_persons
from kartoteka.languages.morphology import INFLECTED, is_common_word
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

SHAPE = re.compile(rf"(?:{INITIAL}[ -]?|{NAME})(?: (?:{INITIAL}|{NAME}|{PARTICLE}))*")


def _trimmed(text: str, finding: Finding, lang: str, *, cited: bool) -> Finding | None:
    """What a recognizer took for a person, without titles and whatever is no name; None if nothing is left.

    In citations, whose titles are full of capitals, it must have a given name or initials.
    """
    start = finding.start
    while True:
        match = re.match(r"[\[(\"']*([^\W\d_][\w-]*)\.?\]? ", text[start : finding.end])
        if match is None or match.group(1).lower() not in words(lang, "titles"):
            break
        start += match.end()
    match = SHAPE.match(text, start, finding.end)
    if match is None or is_no_name(match.group(), lang) or not re.search(NAME, match.group()):
        return None
    if lang in INFLECTED and " " not in match.group():
        name = match.group()
        if is_common_word(name, lang) or is_relational(text, match.end(), name, lang):
            return None
    if any(is_no_name(part, lang) or part.lower().endswith(FACTIONS) for part in match.group().split()):
        return None
    if cited and not re.match(INITIAL, match.group()) and not is_given(match.group().split()[0], lang):
        return None
    return changed(finding, start=start, end=match.end())


@Nlp.factory("kartoteka_persons")
class Persons:
    """spaCy component: trims the recognizer's PERSON findings and adds those that the form shows."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        before = found(doc)
        others = [f for f in before if f.label is not Label.PERSON]
        cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
        trimmed = (_trimmed(doc.text, f, self.lang, cited=cited) for f in before if f.label is Label.PERSON)
        replace(doc, [*others, *(f for f in trimmed if f is not None)])
        add(doc, (f for f in find_persons(doc.text, self.lang) if not cited or f.weight > SURNAME_ALONE))
        return doc
