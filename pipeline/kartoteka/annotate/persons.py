"""Persons: what their form shows, and what a recognizer found, trimmed to the form of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace as changed
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, context, found, replace, text_of
from kartoteka.annotate.name_words import (
    FACTIONS,
    INITIAL,
    NAME,
    PARTICLE,
    agree,
    is_given,
    is_no_name,
    is_relational,
    opens_sentence,
    words,
)
from kartoteka.annotate.person_forms import SURNAME_ALONE, find_persons
from kartoteka.annotate.recognizers import recognize
from kartoteka.languages.morphology import INFLECTED, is_adjective, is_common_word
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

SHAPE = re.compile(rf"(?:{INITIAL}[ -]?|{NAME})(?: (?:{INITIAL}|{NAME}|{PARTICLE}))*")

#: Above this weight a recognizer needs no dictionary's consent.
RATHER_SURE = 0.6
LEADING_WORD = re.compile(r"[\[(\"']*([^\W\d_][\w-]*)\.?\]? ")


def _trimmed(text: str, finding: Finding, lang: str, *, cited: bool) -> Finding | None:
    """What a recognizer took for a person, without titles and whatever is no name; None if nothing is left.

    In citations, whose titles are full of capitals, it must have a given name or initials.
    """
    start = _past_titles(text, finding, lang)
    match = SHAPE.match(text, start, finding.end)
    if match is None or is_no_name(match.group(), lang) or not re.search(NAME, match.group()):
        return None
    sure = finding.weight > RATHER_SURE
    if lang in INFLECTED and " " not in match.group():
        name = match.group()
        if (is_common_word(name, lang) and not sure) or is_relational(text, match.end(), name, lang):
            return None
    if any(is_no_name(part, lang) or part.lower().endswith(FACTIONS) for part in match.group().split()):
        return None
    if match.group().lower() in words(lang, "titles"):
        return None
    if not sure and not is_given(match.group().split()[0], lang) and not agree(match.group().split(), lang):
        return None  # two persons side by side: «Хатаевича Каганович»
    if cited and not re.match(INITIAL, match.group()) and not is_given(match.group().split()[0], lang):
        return None
    return changed(finding, start=start, end=match.end())


def _past_titles(text: str, finding: Finding, lang: str) -> int:
    """Where a name begins behind titles and, in Cyrillic, behind words that name nobody: «Щодо Чилі»."""
    start = finding.start
    while True:
        match = LEADING_WORD.match(text[start : finding.end])
        if match is None:
            return start
        word = match.group(1)
        opening = lang in INFLECTED and opens_sentence(text, start)
        plain = opening and is_common_word(word, lang) and not is_adjective(word, lang)
        if word.lower() not in words(lang, "titles") and not plain:
            return start
        start += match.end()


def corroborated(text: str, lang: str, longer: Sequence[Finding], parts: Sequence[Finding]) -> list[Finding]:
    """The `longer` findings, those of several words raised above the weightiest part of them that is a name too.

    Two witnesses are better than one: the recognizer sees "Ледли Кинг", the dictionary knows the surname «Кинг».
    In Ukrainian and Russian the words must agree in case: «Постышев Сталину» are two persons.
    """
    raised = []
    for finding in longer:
        names = text[finding.start : finding.end].split()
        inner = [p for p in parts if finding.start <= p.start and p.end <= finding.end]
        # Two surnames side by side are one name only if even the dictionary's guesses agree.
        doubled = len({p.start for p in inner}) > 1 and not any(is_given(name, lang) for name in names)
        if inner and 1 < len(names) < 5 and agree(names, lang, sure=not doubled):
            finding = changed(finding, weight=max(finding.weight, max(p.weight for p in inner) + 0.005))
        raised.append(finding)
    return raised


def _continued(text: str, forms: Sequence[Finding], recognized: Sequence[Finding]) -> Iterator[Finding]:
    """A name that its form shows and the recognizer goes on with: "Jan Karol | Opaliński Leszczyński"."""
    by_start = {f.start: f for f in recognized}
    for form in forms:
        after = by_start.get(form.end + 1)
        if after and form.rule == "persons.given-name" and text[form.end] == " ":
            yield changed(form, end=after.end, weight=form.weight + 0.005, rule="persons.continued")


@Nlp.factory("kartoteka_people")
class Persons:
    """spaCy component: trims the recognizer's PERSON findings and adds those that the form shows."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang or "en"

    def __call__(self, doc: Doc) -> Doc:
        recognize(doc, self.lang, Label.PERSON)
        text = text_of(doc)
        before = found(doc)
        others = [f for f in before if f.label is not Label.PERSON]
        cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
        trimmed = (_trimmed(text, f, self.lang, cited=cited) for f in before if f.label is Label.PERSON)
        forms = [f for f in find_persons(text, self.lang) if not cited or f.weight > SURNAME_ALONE]
        recognized = corroborated(text, self.lang, [f for f in trimmed if f is not None], forms)
        if self.lang not in INFLECTED:
            recognized += _continued(text, forms, recognized)
        replace(doc, [*others, *recognized, *forms])
        return doc
