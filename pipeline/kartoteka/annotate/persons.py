"""Persons: initials and surnames, given names, patronymics, titles before a name, in three languages.

The rules find what has the form of a personal name; what only the recognizer found is trimmed to that form, or
dropped where no part of it has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace as changed
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language as Nlp

from kartoteka.annotate.findings import Finding, add, context, found, replace
from kartoteka.annotate.sentences import abbreviations
from kartoteka.languages.morphology import (
    INFLECTED,
    cases,
    is_adjective,
    is_common_word,
    is_name_word,
    is_noun,
    lemmas,
)
from kartoteka.names.gazetteers import identify
from kartoteka.names.given import is_given_name
from kartoteka.resources import read_toml
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from spacy.tokens import Doc

INITIALS, FULL, BRACKETED, TITLED = 0.72, 0.73, 0.75, 0.58
GIVEN_ALONE, ENDING, SURNAME_ALONE = 0.3, 0.35, 0.42

# Letters by case as the regular expressions need them: Latin with its marks, and Cyrillic.
_LETTERS = [chr(c) for c in (*range(0x41, 0x250), *range(0x400, 0x530)) if chr(c).isalpha()]
UPPER = "".join(c for c in _LETTERS if c.isupper())
INITIAL = rf"(?:[{UPPER}][^\W\d_]?|Dzh|Khr|Sch|Shch)\."
NAME = rf"[{UPPER}](?:[^\W\d_]|'(?=[^\W\d_]))+(?:-[{UPPER}](?:[^\W\d_]|'(?=[^\W\d_]))+)?"
BEFORE = r"(?<![\w.')-])"
AFTER = r"(?![\w-]|\.[^\W\d_])"

INITIALS_FIRST = re.compile(rf"{BEFORE}((?:{INITIAL}[ -]?){{1,3}})({NAME})(?: ({NAME}))?{AFTER}")
NAME_INITIAL = re.compile(rf"{BEFORE}({NAME}) ({INITIAL}) ?({NAME}){AFTER}")
SURNAME_FIRST = re.compile(rf"{BEFORE}({NAME}),? ((?:{INITIAL} ?){{1,3}})(?!\w)")
NAMES_ROW = re.compile(
    rf"{BEFORE}({NAME})((?: {INITIAL}| {NAME}| [IVX]+(?= |\b)| (?:von|van|de|der|фон|ван|де)(?= )){{1,4}}){AFTER}"
)
BRACKETED_GIVEN = re.compile(rf"\[({NAME})\] ({NAME}){AFTER}")
FACTIONS = ("ites", "ists", "guardist", "guardists", "ovtsy", "івці", "овцы")
ROMAN = re.compile(r"[IVX]+")
ONE_NAME = re.compile(rf"{BEFORE}{NAME}{AFTER}")
PATRONYMIC = re.compile(
    r"(?:[oeyi]v(?:y|i)ch|ovna|evna|[iy]vna|ович|евич|євич|йович|івна|ївна|овна|евна|ьич|ич)(?:а|у|ем|ом|ові|і|ою|ы|е)?$",
    re.IGNORECASE,
)


@cache
def words(lang: str, key: str) -> frozenset[str]:
    """A list of `models/patterns/<lang>/persons.toml`, in lower case."""
    return frozenset(w.lower() for w in read_toml(f"patterns/{lang}/persons.toml")[key])


def find_persons(text: str, lang: str) -> Iterator[Finding]:
    """The names of persons that the text shows by their form, overlapping ones included."""
    finders = (_with_initials, _with_given_names, _bracketed, _single)
    for finding in (f for find in finders for f in find(text, lang)):
        name = text[finding.start : finding.end]
        yield changed(finding, end=finding.end - 2) if name.endswith("'s") else finding


def _bracketed(text: str, lang: str) -> Iterator[Finding]:
    for match in BRACKETED_GIVEN.finditer(text):
        if _given(match.group(1), lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.bracketed-given", BRACKETED)


def _with_initials(text: str, lang: str) -> Iterator[Finding]:
    for match in INITIALS_FIRST.finditer(text):
        initials = [i.strip(" .") for i in re.findall(INITIAL, match.group(1))]
        if any(_no_initial(i, lang) for i in initials) or _no_surname(match.group(2), lang):
            continue
        end = match.end() if match.group(3) and _surname_like(match.group(3), lang) else match.end(2)
        yield Finding(match.start(), end, Label.PERSON, "persons.initials", INITIALS)
    for match in NAME_INITIAL.finditer(text):
        first, initial, last = match.groups()
        vouched = _given(first, lang) if lang in INFLECTED else not _no_name(first, lang)
        if vouched and not _no_initial(initial.strip("."), lang) and not _no_surname(last, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.middle-initial", FULL)
    for match in SURNAME_FIRST.finditer(text):
        initials = [i.strip(" .") for i in re.findall(INITIAL, match.group(2))]
        plain = "," not in match.group()
        if _no_surname(match.group(1), lang) or is_given_name(match.group(1)):
            continue
        if any(_no_initial(i, lang) or len(i) > 2 for i in initials):
            continue
        after = re.compile(rf" ?({NAME})").match(text, match.end())
        if plain and after and not _no_surname(after.group(1), lang):
            continue  # "Косіор В. А. Балицький": the initials go with what follows
        end = match.end() - (text[match.start() : match.end()].endswith(" "))
        yield Finding(match.start(), end, Label.PERSON, "persons.surname-initials", INITIALS - 0.02)


def _no_initial(initial: str, lang: str) -> bool:
    return len(initial) > 1 and (initial.lower() in abbreviations(lang) or initial.isupper())


def _no_name(word: str, lang: str) -> bool:
    bases = lemmas(word, lang) if lang in INFLECTED else {word.lower()}
    if ROMAN.fullmatch(word):
        return False
    return bool(bases & words(lang, "not_persons")) or (word.isupper() and len(word) < 5)


def _no_surname(word: str, lang: str) -> bool:
    if _no_name(word, lang) or identify("organizations", word):
        return True
    return lang in INFLECTED and is_common_word(word, lang) and not is_adjective(word, lang)


def _given(word: str, lang: str) -> bool:
    return is_given_name(word) or (lang in INFLECTED and len(word) > 2 and is_name_word(word, lang, "Name"))


def _surname_like(word: str, lang: str) -> bool:
    if _no_name(word, lang) or is_given_name(word):
        return False
    if lang in INFLECTED and is_name_word(word, lang, "Surn"):
        return True
    return word.lower().endswith(tuple(words(lang, "endings"))) or lang not in INFLECTED


def _with_given_names(text: str, lang: str) -> Iterator[Finding]:
    """ "Vsevolod Apollonovich Balytsky", «Балицкого Всеволода Аполлоновича», "Terenty Deribas"."""
    for match in NAMES_ROW.finditer(text):
        parts = [(m.group(), match.start() + m.start()) for m in re.finditer(r"\S+", match.group())]
        first = 0
        while first < len(parts) and parts[first][0].lower() in words(lang, "titles"):
            first += 1
        given = [i for i in range(first, len(parts)) if _given(parts[i][0], lang) or _patronymic(parts[i][0], i)]
        if not given or any(_no_name(p, lang) for p, _ in parts[first:]):
            given = given[:1] if given and not _no_name(parts[given[0]][0], lang) else []
        if given:
            yield from _row(parts, first, given, lang)


def _patronymic(part: str, position: int) -> bool:
    return position > 0 and len(part) > 5 and PATRONYMIC.search(part) is not None


def _row(parts: list[tuple[str, int]], first: int, given: list[int], lang: str) -> Iterator[Finding]:
    start = given[0]
    if start - 1 >= first and start + 1 <= len(parts) and _inverted(parts, start, given, lang):
        start -= 1
    last = given[-1] + 1
    while last < len(parts) and last - start < 5 and not _no_name(parts[last][0], lang):
        last += 1
        if not parts[last - 1][0].endswith(".") and parts[last - 1][0][0].isupper():
            break
    end = parts[last - 1][1] + len(parts[last - 1][0])
    if last - start > 1 and _agree([part for part, _ in parts[start:last]], lang):
        yield Finding(parts[start][1], end, Label.PERSON, "persons.given-name", FULL)


def _agree(names: list[str], lang: str) -> bool:
    """Whether Cyrillic names can stand in one case: «Постышев Сталину» are two persons."""
    if lang not in INFLECTED:
        return True
    shared: frozenset[str] | None = None
    for name in names:
        found = cases(name, lang)
        if found and not name.endswith("."):
            shared = found if shared is None else shared & found
    return shared is None or bool(shared)


def _inverted(parts: list[tuple[str, int]], given: int, known: list[int], lang: str) -> bool:
    """Whether the word before a given name is its surname: «Балицький Всеволод Аполлонович»."""
    ends_there = given + 1 >= len(parts) or known[-1] == len(parts) - 1
    return ends_there and lang in INFLECTED and _surname_like(parts[given - 1][0], lang)


def _single(text: str, lang: str) -> Iterator[Finding]:
    for match in ONE_NAME.finditer(text):
        word = match.group()
        if _no_name(word, lang) or word.isupper():
            continue
        before = re.search(r"([^\W\d_][\w-]*)\.?\]? $", text[: match.start()][-25:])
        if before and _after_title(word, before, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.title", TITLED)
        elif lang in INFLECTED and (is_common_word(word, lang) or _relational(text, match.end(), word, lang)):
            continue
        elif lang in INFLECTED and is_name_word(word, lang, "Surn") and _surname_like(word, lang):
            opens = re.search(r"(?:^|[.!?…]\s*)$", text[: match.start()]) is not None
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname", SURNAME_ALONE - 0.1 * opens)
        elif lang not in INFLECTED and word.lower().endswith(tuple(words(lang, "endings"))) and len(word) > 5:
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname-ending", ENDING)
        elif lang in INFLECTED and _given(word, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.given-alone", GIVEN_ALONE)


def _relational(text: str, end: int, word: str, lang: str) -> bool:
    """Whether a word is the adjective of a place before its noun: «Вінницький обком»."""
    after = re.compile(r" ([^\W\d_]+)").match(text, end)
    if after is None or not after.group(1).islower() or not is_adjective(word, lang):
        return False
    return is_noun(after.group(1), lang)


def _after_title(word: str, before: re.Match[str], lang: str) -> bool:
    title = before.group(1)
    abbreviated = "." in before.group()
    if title.lower() not in words(lang, "titles") or (abbreviated and len(title) > 4):
        return False
    if lang in INFLECTED:
        return _surname_like(word, lang) or is_given_name(word)
    return title[0].isupper() and len(word) > 2 and word.lower() not in words(lang, "titles")


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
    shape = re.compile(rf"(?:{INITIAL}[ -]?|{NAME})(?: (?:{INITIAL}|{NAME}|von|van|de|der|фон|ван|де))*")
    match = shape.match(text, start, finding.end)
    if match is None or _no_name(match.group(), lang) or not re.search(NAME, match.group()):
        return None
    if lang in INFLECTED and " " not in match.group():
        name = match.group()
        if is_common_word(name, lang) or _relational(text, match.end(), name, lang):
            return None
    if any(_no_name(part, lang) or part.lower().endswith(FACTIONS) for part in match.group().split()):
        return None
    if cited and not re.match(INITIAL, match.group()) and not _given(match.group().split()[0], lang):
        return None
    return changed(finding, start=start, end=match.end())


@Nlp.factory("kartoteka_persons")
class Persons:
    """spaCy component: trims the recognizer's PERSON findings and adds its own."""

    def __init__(self, nlp: Nlp, name: str) -> None:
        self.lang = nlp.lang

    def __call__(self, doc: Doc) -> Doc:
        before = found(doc)
        others = [f for f in before if f.label is not Label.PERSON]
        cited = context(doc).kind in {BlockKind.NOTE, BlockKind.BIBLIOGRAPHY}
        trimmed = (_trimmed(doc.text, f, self.lang, cited=cited) for f in before if f.label is Label.PERSON)
        replace(doc, [*others, *(f for f in trimmed if f is not None)])
        add(doc, (f for f in find_persons(doc.text, self.lang) if not cited or f.weight > SURNAME_ALONE))
        return doc
