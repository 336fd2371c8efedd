"""Personal names found by their form: initials, given names, patronymics, brackets, titles, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as changed

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import (
    AFTER,
    BEFORE,
    INITIAL,
    NAME,
    ONE_NAME,
    PARTICLE,
    agree,
    is_given,
    is_no_initial,
    is_no_name,
    is_no_surname,
    is_patronymic,
    is_relational,
    is_surname_like,
    words,
)
from kartoteka.languages.morphology import INFLECTED, is_common_word, is_name_word
from kartoteka.names.given import is_given_name
from kartoteka.types import Label

INITIALS, FULL, BRACKETED, TITLED = 0.72, 0.73, 0.75, 0.58
GIVEN_ALONE, ENDING, SURNAME_ALONE = 0.3, 0.35, 0.42

INITIALS_FIRST = re.compile(rf"{BEFORE}((?:{INITIAL}[ -]?){{1,3}})({NAME})(?: ({NAME}))?{AFTER}")
NAME_INITIAL = re.compile(rf"{BEFORE}({NAME}) ({INITIAL}) ?({NAME}){AFTER}")
SURNAME_FIRST = re.compile(rf"{BEFORE}({NAME}),? ((?:{INITIAL} ?){{1,3}})(?!\w)")
NAMES_ROW = re.compile(rf"{BEFORE}({NAME})((?: {INITIAL}| {NAME}| [IVX]+(?= |\b)| {PARTICLE}(?= )){{1,4}}){AFTER}")
BRACKET_CUTS = re.compile(rf"(?<= )({NAME})\] ({NAME}){AFTER}")
BRACKETED_GIVEN = re.compile(rf"\[({NAME})\] ({NAME}){AFTER}")


def find_persons(text: str, lang: str) -> Iterator[Finding]:
    """The names of persons that the text shows by their form, overlapping ones included."""
    finders = (_with_initials, _with_given_names, _bracketed, _single)
    for finding in (f for find in finders for f in find(text, lang)):
        name = text[finding.start : finding.end]
        yield changed(finding, end=finding.end - 2) if name.endswith("'s") else finding


def _bracketed(text: str, lang: str) -> Iterator[Finding]:
    for match in BRACKETED_GIVEN.finditer(text):
        if is_given(match.group(1), lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.bracketed-given", BRACKETED)
    for match in BRACKET_CUTS.finditer(text):
        if is_given(match.group(1), lang):
            for half in (1, 2):
                yield Finding(*match.span(half), Label.PERSON, "persons.cut-by-bracket", INITIALS)


def _with_initials(text: str, lang: str) -> Iterator[Finding]:
    for match in INITIALS_FIRST.finditer(text):
        initials = [i.strip(" .") for i in re.findall(INITIAL, match.group(1))]
        if any(is_no_initial(i, lang) for i in initials) or is_no_surname(match.group(2), lang):
            continue
        end = match.end() if match.group(3) and is_surname_like(match.group(3), lang) else match.end(2)
        yield Finding(match.start(), end, Label.PERSON, "persons.initials", INITIALS)
    for match in NAME_INITIAL.finditer(text):
        first, initial, last = match.groups()
        vouched = is_given(first, lang) if lang in INFLECTED else not is_no_name(first, lang)
        if vouched and not is_no_initial(initial.strip("."), lang) and not is_no_surname(last, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.middle-initial", FULL)
    for match in SURNAME_FIRST.finditer(text):
        initials = [i.strip(" .") for i in re.findall(INITIAL, match.group(2))]
        plain = "," not in match.group()
        if is_no_surname(match.group(1), lang) or is_given_name(match.group(1)):
            continue
        if any(is_no_initial(i, lang) or len(i) > 2 for i in initials):
            continue
        after = re.compile(rf" ?({NAME})").match(text, match.end())
        if plain and after and not is_no_surname(after.group(1), lang):
            continue  # "Косіор В. А. Балицький": the initials go with what follows
        end = match.end() - (text[match.start() : match.end()].endswith(" "))
        yield Finding(match.start(), end, Label.PERSON, "persons.surname-initials", INITIALS - 0.02)


def _with_given_names(text: str, lang: str) -> Iterator[Finding]:
    """ "Vsevolod Apollonovich Balytsky", «Балицкого Всеволода Аполлоновича», "Terenty Deribas"."""
    for match in NAMES_ROW.finditer(text):
        parts = [(m.group(), match.start() + m.start()) for m in re.finditer(r"\S+", match.group())]
        first = 0
        while first < len(parts) and parts[first][0].lower() in words(lang, "titles"):
            first += 1
        given = [
            i
            for i in range(first, len(parts))
            if is_given(parts[i][0], lang) or (i > first and is_patronymic(parts[i][0], lang))
        ]
        if not given or any(is_no_name(p, lang) for p, _ in parts[first:]):
            given = given[:1] if given and not is_no_name(parts[given[0]][0], lang) else []
        if given:
            yield from _row(parts, first, given, lang)


def _row(parts: list[tuple[str, int]], first: int, given: list[int], lang: str) -> Iterator[Finding]:
    start = given[0]
    if start - 1 >= first and start + 1 <= len(parts) and _inverted(parts, start, given, lang):
        start -= 1
    last = given[-1] + 1
    while last < len(parts) and last - start < 5 and not is_no_name(parts[last][0], lang):
        last += 1
        if not parts[last - 1][0].endswith(".") and parts[last - 1][0][0].isupper():
            break
    end = parts[last - 1][1] + len(parts[last - 1][0])
    row = [part for part, _ in parts[start:last]]
    if len(row) > 1 and (is_given_name(row[0]) or agree(row, lang)):
        yield Finding(parts[start][1], end, Label.PERSON, "persons.given-name", FULL)


def _inverted(parts: list[tuple[str, int]], given: int, known: list[int], lang: str) -> bool:
    """Whether the word before a given name is its surname: «Балицький Всеволод Аполлонович»."""
    ends_there = given + 1 >= len(parts) or known[-1] == len(parts) - 1
    return ends_there and lang in INFLECTED and is_surname_like(parts[given - 1][0], lang)


def _single(text: str, lang: str) -> Iterator[Finding]:
    for match in ONE_NAME.finditer(text):
        word = match.group()
        if is_no_name(word, lang) or word.isupper():
            continue
        before = re.search(r"([^\W\d_][\w-]*)\.?\]? $", text[: match.start()][-25:])
        if before and _after_title(word, before, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.title", TITLED)
        elif lang in INFLECTED and (is_common_word(word, lang) or is_relational(text, match.end(), word, lang)):
            continue
        elif lang in INFLECTED and is_name_word(word, lang, "Surn") and is_surname_like(word, lang):
            opens = re.search(r"(?:^|[.!?…]\s*)$", text[: match.start()]) is not None
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname", SURNAME_ALONE - 0.1 * opens)
        elif lang not in INFLECTED and word.lower().endswith(tuple(words(lang, "endings"))) and len(word) > 5:
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname-ending", ENDING)
        elif lang in INFLECTED and is_given(word, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.given-alone", GIVEN_ALONE)


def _after_title(word: str, before: re.Match[str], lang: str) -> bool:
    title = before.group(1)
    abbreviated = "." in before.group()
    if title.lower() not in words(lang, "titles") or (abbreviated and len(title) > 4):
        return False
    if lang in INFLECTED:
        return is_surname_like(word, lang) or is_given_name(word)
    return title[0].isupper() and len(word) > 2 and word.lower() not in words(lang, "titles")
