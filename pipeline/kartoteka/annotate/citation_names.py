"""Authors, editors, compilers and translators in a citation, one name or a row of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kartoteka.annotate.citation_readings import nominative
from kartoteka.annotate.citation_words import (
    CLOSING_QUOTES,
    FULL_NAME,
    INITIALS,
    INITIALS_FIRST,
    OPENING_QUOTES,
    SURNAME_FIRST,
    YEAR,
    any_of,
    has_any,
    reading_language,
    words,
)
from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import AFTER, INITIAL, NAME, UPPER, is_given, is_no_initial, is_no_name
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Label

AUTHOR, EDITOR, SHORT = 0.78, 0.78, 0.7

SEPARATOR = re.compile(r",? (?:and|&|und|oraz|та|і|й|и|i|ta|y) |[,;] ")
INVERTED = re.compile(rf"({NAME}), ({NAME}(?: {INITIAL})?)(?=\. |, (?:and|та|и|і) |, eds?\.)")
SURNAMES = re.compile(rf"(?:{NAME}, ){{0,2}}{NAME}(?:,? (?:and|&|та|і|й|и) {NAME})|{NAME}")
#: What may stand behind the title of a source named before: a page, with or without the word for it.
PAGE_ENDS = r"(?:[.;,)]| and\b|$)"

Name = tuple[int, int]


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(shape + AFTER) for shape in (INITIALS_FIRST, SURNAME_FIRST, FULL_NAME))


def authors(text: str, start: int, lang: str) -> tuple[list[Finding], int]:
    """The persons whom a citation that begins at `start` names first, and where what follows them begins.

    No persons, and `start`, where the text there does not read as a row of names that a title follows.
    """
    inverted = INVERTED.match(text, start)
    if inverted and is_given(inverted.group(2).split()[0], reading_language(inverted.group(2), lang)):
        return _inverted(text, inverted, lang)
    names, end = read_names(text, start, lang)
    follows = _follows(text, end) if names else None
    if follows is None or not _are_authors(text, names, end, lang):
        return _short(text, start, lang)
    return [_finding(text, name, "persons.author", AUTHOR) for name in names], follows


def _inverted(text: str, first: re.Match[str], lang: str) -> tuple[list[Finding], int]:
    """ "Kravets, Olena, and Petro Savchuk. The Harvest": the given name leads the clean form."""
    name = f"{first.group(2)} {first.group(1)}"
    found = [Finding(*first.span(), Label.PERSON, "persons.author", AUTHOR, name)]
    separator = SEPARATOR.match(text, first.end())
    names, end = read_names(text, separator.end(), lang) if separator else ([], first.end())
    found += [_finding(text, each, "persons.author", AUTHOR) for each in names]
    end = end if names else first.end()
    return found, _follows(text, end) or end


def read_names(text: str, at: int, lang: str) -> tuple[list[Name], int]:
    """The names in a row that begins at `at`, all of one shape or with given names, and where the row ends."""
    names: list[Name] = []
    end = at
    while (span := _name_at(text, at, lang, names)) is not None:
        names.append(span)
        end = span[1]
        separator = SEPARATOR.match(text, end)
        if separator is None:
            break
        at = separator.end()
    return names, end


def _name_at(text: str, at: int, lang: str, before: list[Name]) -> Name | None:
    for shape in _shapes():
        match = shape.match(text, at)
        if match is None or not _can_be_name(match.group(), lang) or _goes_on(text, match, lang):
            continue
        # Behind a comma a row of names may be over: "A. Petrushenko, Delo Chubaria: Dokumenty".
        known = bool(re.search(INITIAL, match.group())) or _has_given(match.group(), lang)
        if known or not before or not text[:at].endswith(", "):
            return match.span()
    return None


def _goes_on(text: str, match: re.Match[str], lang: str) -> bool:
    """Whether what reads as a surname with its initials is a given name and a middle one: "Amy W. | Knight"."""
    first, _, rest = match.group().partition(" ")
    initials = re.fullmatch(INITIALS, rest) is not None and not first.endswith((",", "."))
    after = re.match(rf" {NAME}([,;:)]| and | \(|$)?", text[match.end() :])
    return initials and after is not None and (bool(after.group(1)) or _has_given(first, lang))


def _has_given(name: str, lang: str) -> bool:
    return is_given(name.split()[0], reading_language(name, lang))


def _can_be_name(name: str, lang: str) -> bool:
    reading = reading_language(name, lang)
    parts = name.replace(",", "").split()
    initials = [i.strip(".") for i in re.findall(INITIAL, name)]
    if any(is_no_initial(i, reading) for i in initials):
        return False
    if "," in name and (parts[-1] in words("states") or identify("places", parts[0])):
        return False  # "Princeton, N.J."
    plain = [part for part in parts if part[0] in UPPER and not part.endswith(".")]
    if any(is_no_name(part.rsplit(".", 1)[-1], reading) or part.lower() in words("no_authors") for part in plain):
        return False
    return bool(initials) or not (identify("places", name) or identify("organizations", name))


@cache
def _after() -> re.Pattern[str]:
    """What follows a row of authors: others, a role, then a title in quotes, capitals or behind a stop."""
    others = rf"(?:,? {any_of('et_al')})?"
    role = rf"(?:,? (?:[(\[]{any_of('roles_after')}[)\]]|{any_of('roles_after')}))"
    title = rf"(?=[{OPENING_QUOTES}*_{UPPER}\d])"
    return re.compile(rf"{others}(?:{role}[,:]? {title}|[,:] {title}|\. {title}|(?<=\.) {title})")


def _follows(text: str, end: int) -> int | None:
    match = _after().match(text, end)
    return match.end() if match else None


def _are_authors(text: str, names: list[Name], end: int, lang: str) -> bool:
    """Whether a row of names is one of authors: with initials or known given names, or a title in quotes behind."""
    if text[end : end + 3].rstrip()[-1:] in OPENING_QUOTES and text[end : end + 1] == ",":
        return True
    if re.match(rf",? [(\[]?{any_of('roles_after')}", text[end:]):
        return True
    first = text[slice(*names[0])]
    return bool(re.search(INITIAL, first)) or _has_given(first, lang)


@cache
def _short_title() -> re.Pattern[str]:
    quoted = rf"[{OPENING_QUOTES}][^{CLOSING_QUOTES}]{{2,90}}[{CLOSING_QUOTES}]"
    plain = rf"[*_]?[{UPPER}\d][^,;()\n]{{1,80}}"
    page = rf"(?:{any_of('pages')} ?\d|(?!{YEAR})(?:\d+:)?\d+(?:[–-]\d+)?{PAGE_ENDS})"
    return re.compile(rf", (?:{quoted}|{plain}),? {page}")


def _short(text: str, start: int, lang: str) -> tuple[list[Finding], int]:
    """ "Shapoval and Zolotar'ov, Vsevolod Balyts'kyi, p. 189": surnames, a short title, a page."""
    match = SURNAMES.match(text, start)
    if match is None or not _short_title().match(text, match.end()):
        return [], start
    names = [(start + m.start(), start + m.end()) for m in re.finditer(NAME, match.group())]
    if any(_is_other(text[slice(*name)], lang) for name in names):
        return [], start
    return [_finding(text, name, "persons.short-title", SHORT) for name in names], match.end() + 2


def _is_other(word: str, lang: str) -> bool:
    reading = reading_language(word, lang)
    known = identify("places", word) or identify("organizations", word)
    return bool(known) or is_no_name(word, reading) or word.lower() in words("no_authors")


def _finding(text: str, name: Name, rule: str, weight: float) -> Finding:
    """An author stands in the nominative: the name as it is written, in Cyrillic too."""
    written = text[slice(*name)]
    return Finding(*name, Label.PERSON, rule, weight, written if CYRILLIC.search(written) else "")


def _from_genitive(name: str) -> str:
    """The nominative of a romanized name: "pod red. V. P. | Danilova"; empty for Cyrillic, which others decline."""
    before, _, surname = name.rpartition(" ")
    if CYRILLIC.search(name) or not before:
        return ""
    changed = nominative([surname], ("ru", "uk"))
    return f"{before} {changed}" if changed else ""


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"(?:({any_of('roles_genitive')})|{any_of('roles')}):? (?=[{UPPER}])")


def editors(text: str, lang: str) -> Iterator[Finding]:
    """The persons behind "ed.", "comp.", «упоряд.», «под ред.»."""
    if not has_any(text, "roles", "roles_genitive"):
        return
    for match in _roles().finditer(text):
        genitive = match.group(1) is not None
        names, _ = read_names(text, match.end(), lang)
        for name in names:
            if genitive:
                yield Finding(*name, Label.PERSON, "persons.editor", EDITOR, _from_genitive(text[slice(*name)]))
            else:
                yield _finding(text, name, "persons.editor", EDITOR)
