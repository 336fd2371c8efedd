"""Persons and places that the titles of books and articles name, romanized and in oblique cases too.

A romanized title has capitals at its start and in names alone, so its capitalised words are looked up in the
dictionaries of Ukrainian and Russian (`citation_readings`); titles in English are left to the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kartoteka.annotate.citation_readings import (
    Languages,
    also_common,
    kind,
    name_cases,
    nominative,
    place_name,
    read,
    title_languages,
)
from kartoteka.annotate.citation_words import INITIALS, reading_language, words
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import AFTER, BEFORE, NAME, is_no_initial, is_relational
from kartoteka.languages.morphology import parses
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.types import Label

TITLE_FULL, TITLE_SURNAME, TITLE_GUESS, TITLE_PLACE = 0.745, 0.62, 0.55, 0.6
#: A soft sign may end a name: "Chubar'"; a quotation mark stands behind a vowel or a stop as well.
SOFT = "(?:(?<=[bcdfghjklmnprstvz])'(?![\\w'\"”]))?"
WORD = re.compile(rf"{BEFORE}(?:({INITIALS})[ -]?)?({NAME}{SOFT})(?: ({NAME}{SOFT}))?(?: ({NAME}{SOFT}))?{AFTER}")
#: What opens a title or the second half of one: its first word has a capital for that.
OPENS = re.compile(r"(?:^|[:.!?] |[\"“«„*_—] ?)$")
LAST_WORD = re.compile(r"([^\W\d_][\w']*) $")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Title:
    """A title: the text it stands in, where, and the languages its words are looked up in."""

    text: str
    start: int
    end: int
    languages: Languages

    def word(self, span: Span) -> str:
        """The words at a span of the text."""
        return self.text[slice(*span)]

    def opens(self, at: int) -> bool:
        """Whether the title or its second half begins there, where any word has a capital."""
        return at == self.start or OPENS.search(self.text[max(self.start, at - 2) : at]) is not None


def names_in_title(text: str, start: int, end: int, lang: str) -> Iterator[Finding]:
    """The persons, and the known places in oblique cases, that the title `text[start:end]` names.

    None in a title in English or German. `name` is the nominative where the title has another case.
    """
    title = Title(text, start, end, title_languages(text[start:end], lang))
    at = start if title.languages else end
    while (match := WORD.search(text, at, end)) is not None:
        at = match.end(2)
        if match.group(2).isupper() or _no_initials(match.group(1) or "", lang):
            continue
        found = _with_initials(title, match) if match.group(1) else _named(title, match)
        if found is not None:
            at = found.end
            yield found


def _no_initials(initials: str, lang: str) -> bool:
    return any(is_no_initial(i, reading_language(i, lang)) for i in re.split(r"[. -]+", initials) if i)


def _with_initials(title: Title, match: re.Match[str]) -> Finding | None:
    surname = match.group(2)
    if kind(surname, title.languages) == "common" or identify("organizations", surname):
        return None
    changed = "" if title.opens(match.start()) else nominative([surname], title.languages)
    name = f"{title.text[match.start() : match.start(2)]}{changed}" if changed else ""
    return Finding(match.start(), match.end(2), Label.PERSON, "persons.title", TITLE_FULL, name)


def _named(title: Title, match: re.Match[str]) -> Finding | None:
    """The full name, the surname or the place that begins at a capitalised word."""
    spans = [match.span(i) for i in (2, 3, 4) if match.group(i)]
    first, opens = spans[0], title.opens(match.start())
    full = _full(title, spans, opens=opens)
    if full is not None or _is_relational(title, first):
        return full
    word = title.word(first)
    kept = kind(word, title.languages)
    if kept == "Surn" and not (opens and also_common(word, title.languages)):
        return _surname(title, first, opens=opens)
    if kept in {"", "adjective"} and not opens and _governed(title, first[0]):
        name = nominative([word], title.languages)
        return Finding(*first, Label.PERSON, "persons.in-title", TITLE_GUESS, name)
    alone = not re.search(rf"{NAME} $", title.text[max(title.start, first[0] - 25) : first[0]])
    if kept == "place" and alone and not opens and not identify("places", word):
        return Finding(*first, Label.PLACE, "places.title", TITLE_PLACE, place_name(word, title.languages))
    return None


def _full(title: Title, spans: list[Span], *, opens: bool) -> Finding | None:
    """A given name, a patronymic perhaps, and what follows as the surname: "Genrikha Iagody"."""
    kinds = [kind(title.word(span), title.languages) for span in spans]
    if len(spans) < 2 or kinds[0] != "Name" or kinds[1] not in {"Surn", "Patr", "Name", "adjective", "", "common"}:
        return None
    count = 3 if len(spans) > 2 and kinds[1] == "Patr" else 2
    if opens and kinds[1] == "common":
        return None
    name = nominative([title.word(span) for span in spans[:count]], title.languages)
    return Finding(spans[0][0], spans[count - 1][1], Label.PERSON, "persons.title", TITLE_FULL, name)


def _surname(title: Title, span: Span, *, opens: bool) -> Finding:
    """A surname alone; one that opens a title and can be a nominative is one: "Shabalina: Zhizn'"."""
    word = title.word(span)
    reading = read(word, title.languages)
    stays = opens and reading is not None and "nomn" in name_cases(reading)
    name = "" if stays else nominative([word], title.languages)
    return Finding(*span, Label.PERSON, "persons.in-title", TITLE_SURNAME, name)


def _is_relational(title: Title, span: Span) -> bool:
    """Whether a word is the adjective of a place, or of the noun behind it: "Ukraïns'koi RSR"."""
    reading = read(title.word(span), title.languages)
    if reading is None or not any(p.tag.POS == "ADJF" for p in parses(reading.word, reading.lang)):
        return False
    behind = re.match(r" ([^\W\d_]{2,})", title.text[span[1] :])
    goes_on = behind is not None and behind.group(1).lower() not in words("between_names")
    return goes_on or is_relational("", 0, reading.word, reading.lang)


def _governed(title: Title, start: int) -> bool:
    """Whether the word before asks for a person: "Delo | Chubaria"."""
    before = LAST_WORD.search(title.text, max(0, start - 25), start)
    return before is not None and before.group(1).lower() in words("governors")
