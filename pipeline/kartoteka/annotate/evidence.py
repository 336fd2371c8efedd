"""What the whole document tells of a name: found once with good evidence, it is found throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kartoteka.annotate.english_context import relabelled
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import ONE_NAME, opens_sentence, words
from kartoteka.annotate.person_context import names_thing
from kartoteka.annotate.persons import corroborated
from kartoteka.languages.morphology import INFLECTED, is_ambiguous_word, is_common_word, stem
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.names.persons.given import is_given_name
from kartoteka.types import Label

#: How sure a full name must be for its surname to count throughout, and what the repeated surname weighs.
CERTAIN, REPEATED, VOTED = 0.69, 0.61, 0.5

Block = tuple[str, str, Sequence[Finding]]


def repeated_names(blocks: Sequence[Block]) -> list[list[Finding]]:
    """The findings of each block, given as (text, lang, findings), with the persons that others vouch for.

    The surname of a full name found anywhere in the document is a person wherever it stands alone; a word that
    the recognizer takes for a person more often than for anything else is one each time.
    """
    blocks = [(text, lang, found) for (text, lang, _), found in zip(blocks, relabelled(blocks), strict=True)]
    known = {form for text, lang, findings in blocks for form in _surnames(text, lang, findings)}
    voted = _voted(blocks)
    return [
        _strengthened(text, lang, findings, _vouched(text, lang, known, voted)) for text, lang, findings in blocks
    ]


def _strengthened(text: str, lang: str, findings: Sequence[Finding], vouched: list[Finding]) -> list[Finding]:
    """The findings with the vouched ones, a recognizer's full names raised above the surnames in them."""
    persons = [f for f in findings if f.label is Label.PERSON]
    others = [f for f in findings if f.label is not Label.PERSON]
    return [*others, *corroborated(text, lang, persons, vouched), *vouched]


def _form(word: str, lang: str) -> str:
    return stem(word) if lang in INFLECTED else word.removesuffix("'s")


def _surnames(text: str, lang: str, findings: Sequence[Finding]) -> set[str]:
    surnames = set()
    for finding in findings:
        name = text[finding.start : finding.end]
        parts = [p for p in re.split(r"[ \[\]]+", name) if len(p) > 2 and not p.endswith(".")]
        if finding.label is not Label.PERSON or finding.weight < CERTAIN or not parts or len(name.split()) < 2:
            continue
        surname = parts[0] if finding.rule == "persons.surname-initials" else parts[-1]
        if not is_given_name(surname) and len(surname) > 2:
            surnames.add(_form(surname.rstrip(","), lang))
    return surnames


def _voted(blocks: Sequence[Block]) -> set[str]:
    """Single words more often taken for persons than for places or institutions, and unknown as either."""
    person: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for text, lang, findings in blocks:
        for finding in findings:
            name = text[finding.start : finding.end]
            if (
                " " not in name
                and len(name) > 2
                and not (opens_sentence(text, finding.start) and is_ambiguous_word(name, lang))
                and finding.rule.startswith(("recognizer", "persons.title", "persons.surname"))
            ):
                (person if finding.label is Label.PERSON else other)[_form(name, lang)] += 1
    return {form for form, count in person.items() if count > 1 and count > 2 * other[form]}


def _vouched(text: str, lang: str, known: set[str], voted: set[str]) -> list[Finding]:
    found = []
    for match in ONE_NAME.finditer(text):
        word = match.group()
        form = _form(word, lang)
        end = match.start() + len(word.removesuffix("'s"))
        if form not in known and form not in voted:
            continue
        if word.lower() in words(lang, "not_persons") or word.isupper():
            continue
        if form not in known and lang in INFLECTED and is_common_word(word, lang):
            continue
        if opens_sentence(text, match.start()) and is_ambiguous_word(word, lang) and form not in known:
            continue
        if names_thing(text, match.start(), end, lang):
            continue
        if form in known:
            found.append(Finding(match.start(), end, Label.PERSON, "persons.repeated", REPEATED))
        elif not identify("places", word) and not identify("organizations", word):
            found.append(Finding(match.start(), end, Label.PERSON, "persons.voted", VOTED))
    return found
