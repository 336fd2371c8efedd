"""Personal names found by their form: initials, given names, patronymics, brackets, titles, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace as changed

from kartoteka.annotate.findings import Finding
from kartoteka.annotate.name_words import (
    AFTER,
    BEFORE,
    FIRST_INITIAL,
    FIRST_NAME,
    INITIAL,
    NAME,
    ONE_NAME,
    PARTICLE,
    ROMAN,
    agree,
    ends_as_surname,
    is_followed_by_no_surname,
    is_given,
    is_no_initial,
    is_no_name,
    is_no_surname,
    is_patronymic,
    is_relational,
    is_surname_like,
    is_trailing_initial,
    opens_sentence,
    words,
)
from kartoteka.annotate.person_titles import title_before, title_end
from kartoteka.languages.morphology import INFLECTED, is_ambiguous_word, is_common_word, is_name_word
from kartoteka.names.bodies.gazetteers import identify
from kartoteka.names.persons.given import is_given_name
from kartoteka.types import Label

INITIALS, FULL, BRACKETED, TITLED, REGNAL = 0.72, 0.73, 0.75, 0.58, 0.74
ENDING, SURNAME_ALONE = 0.35, 0.42

#: From this length on a word in capitals before a given name and a patronymic is a surname, no acronym.
HEADWORD = 4
QUOTES = tuple('«“„"')
#: Signs that open a title, whose first word has its capital for that reason.
OPENERS = tuple('*_«“„"')
INITIALS_FIRST = re.compile(rf"({FIRST_INITIAL}[ -]?(?:{INITIAL}[ -]?){{0,2}})({NAME})(?: ({NAME}))?{AFTER}")
NAME_INITIAL = re.compile(rf"({FIRST_NAME}) ({INITIAL}) ?({NAME}){AFTER}")
SURNAME_FIRST = re.compile(rf"({FIRST_NAME}),? ((?:{INITIAL} ?){{1,3}})(?!\w)")
NAMES_ROW = re.compile(rf"({FIRST_NAME})((?: {INITIAL}| {NAME}| [IVX]+(?= |\b)| {PARTICLE}(?= )){{1,8}}){AFTER}")
#: "Sigismund III of Sweden", "Konrad of Masovia": rulers, bishops and saints are named after a place.
OF_PLACE = re.compile(
    rf"{BEFORE}((?:{NAME} ){{0,2}})(?![IVX]+ )({NAME})( [IVX]{{1,5}})? of "
    rf"(?!The\b){NAME}(?: [IVX]{{1,5}}(?!\w))?{AFTER}"
)
BRACKET_CUTS = re.compile(rf"(?<= )({NAME})\] ({NAME}){AFTER}")
BRACKETED_GIVEN = re.compile(rf"\[({NAME})\] ({NAME}){AFTER}")


def find_persons(text: str, lang: str) -> Iterator[Finding]:
    """The names of persons that the text shows by their form, overlapping ones included."""
    finders = (_with_initials, _with_given_names, _of_places, _bracketed, _single)
    for finding in (f for find in finders for f in find(text, lang)):
        name = text[finding.start : finding.end]
        yield changed(finding, end=finding.end - 2) if name.endswith("'s") else finding


def _of_places(text: str, lang: str) -> Iterator[Finding]:
    if lang in INFLECTED or " of " not in text:
        return
    for match in OF_PLACE.finditer(text):
        name, ordinal = match.group(2), match.group(3)
        if is_given(name, lang) and (ordinal or not identify("places", name)):
            start = match.start(2)
            for before in reversed(match.group(1).split()):
                if not is_given(before, lang) or before.lower() in words(lang, "titles"):
                    break
                start -= len(before) + 1
            yield Finding(start, match.end(), Label.PERSON, "persons.of-place", REGNAL)


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
        titled = lang in INFLECTED or text[match.start() - 1 : match.start()] in OPENERS
        vouched = is_given(first, lang) if titled else not is_no_name(first, lang)
        if vouched and not is_no_initial(initial.strip("."), lang) and not is_no_surname(last, lang):
            yield Finding(match.start(), match.end(), Label.PERSON, "persons.middle-initial", FULL)
    for match in SURNAME_FIRST.finditer(text):
        initials = [i.strip(" .") for i in re.findall(INITIAL, match.group(2))]
        plain = "," not in match.group()
        if is_no_surname(match.group(1), lang) or is_given_name(match.group(1)):
            continue
        if is_followed_by_no_surname(match.group(1), lang):
            continue
        if any(is_no_initial(i, lang) or not is_trailing_initial(i, lang) for i in initials):
            continue
        if not plain and (identify("places", match.group(1)) or identify("places", match.group())):
            continue  # "Catawba, O." is a town and its state
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
        names = [word for word, _ in parts]
        runs = _runs(parts, [i for i in given if not is_no_name(names[i], lang) and not _is_town(names, i, lang)])
        for number, run in enumerate(runs):
            limit = runs[number + 1][0] if number + 1 < len(runs) else len(parts)
            yield from _row(text, parts[:limit], first, run, lang)


def _is_town(names: Sequence[str], i: int, lang: str) -> bool:
    """Whether a place has the form of a rare given name: «у Києві» of «Кий»; before a patronymic it is none."""
    if i + 1 < len(names) and is_patronymic(names[i + 1], lang):
        return False
    return bool(identify("places", names[i])) and not is_given_name(names[i])


def _runs(parts: list[tuple[str, int]], given: list[int]) -> list[list[int]]:
    """Given names that stand side by side, initials between them or not: each run is another person's."""
    runs: list[list[int]] = []
    for i in given:
        between = parts[runs[-1][-1] + 1 : i] if runs else []
        if runs and all(part.endswith(".") for part, _ in between):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _row(text: str, parts: list[tuple[str, int]], first: int, given: list[int], lang: str) -> Iterator[Finding]:
    start = given[0]
    if start - 1 >= first and lang in INFLECTED and _inverted(parts, start, given, lang):
        start -= 1
    last = _last_part(parts, start, given[-1] + 1, lang)
    end = parts[last - 1][1] + len(parts[last - 1][0])
    row = [part for part, _ in parts[start:last]]
    if len(row) > 1 and (lang not in INFLECTED or agree(row, lang)):
        quoted = parts[start][1] > 0 and text[parts[start][1] - 1] in QUOTES
        # What opens a quotation is as likely the name of a firm: «Ніка Ейр».
        weight = SURNAME_ALONE if quoted and lang in INFLECTED else FULL
        yield Finding(parts[start][1], end, Label.PERSON, "persons.given-name", weight)


def _last_part(parts: list[tuple[str, int]], start: int, last: int, lang: str) -> int:
    """Past the surname that follows the given names from `start` on, and past an ordinal before it."""
    while last < len(parts) and last - start < 5:
        word = parts[last][0]
        if is_no_name(word, lang) or is_followed_by_no_surname(word, lang):
            break
        ruler = last > start and ROMAN.fullmatch(parts[last - 1][0])
        if ruler and not ends_as_surname(word, lang) and not is_surname_like(word, "uk"):
            break
        last += 1
        if not word.endswith(".") and word[0].isupper() and not ROMAN.fullmatch(word):
            return last + (last < len(parts) and _second_surname(word, parts[last][0], lang))
    return last


def _second_surname(first: str, second: str, lang: str) -> bool:
    """Whether an English name goes on: "Ivan Gundula | Petrović", where only the last word ends as surnames do."""
    plain = lang not in INFLECTED and len(second) > 5 and not is_no_name(second, lang)
    return plain and ends_as_surname(second, lang) and not ends_as_surname(first, lang)


def _inverted(parts: list[tuple[str, int]], given: int, known: list[int], lang: str) -> bool:
    """Whether the word before a given name is its surname: «Балицький Всеволод Аполлонович»."""
    ends_there = given + 1 >= len(parts) or known[-1] == len(parts) - 1
    word = parts[given - 1][0]
    if given == 1 and len(word) >= HEADWORD and word.isupper() and is_patronymic(parts[-1][0], lang):
        return ends_there  # «ШЕВЧУК Остап Юрійович» heads an entry
    if identify("places", word) or is_name_word(word, lang, "Geox"):
        return False  # «у Києві Лесю Мусаєву»
    return ends_there and is_surname_like(word, lang)


def _single(text: str, lang: str) -> Iterator[Finding]:
    find = _single_inflected if lang in INFLECTED else _single_english
    for match in ONE_NAME.finditer(text):
        word = match.group()
        if is_no_name(word, lang) or word.isupper():
            continue
        title = title_before(text, match, lang)
        if title and lang in INFLECTED and is_relational(text, match.end(), word, lang):
            continue  # «секретар Черкаського обкому»
        if title:
            end = match.end() if lang in INFLECTED else title_end(text, match.end(), lang)
            yield Finding(title.start(2), end, Label.PERSON, "persons.title", TITLED)
        else:
            yield from find(text, match, lang)


def _single_english(text: str, match: re.Match[str], lang: str) -> Iterator[Finding]:
    word = match.group().removesuffix("'s")
    if len(word) > 5 and ends_as_surname(word, lang):
        yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname-ending", ENDING)


def _single_inflected(text: str, match: re.Match[str], lang: str) -> Iterator[Finding]:
    word = match.group()
    if is_common_word(word, lang) or is_relational(text, match.end(), word, lang):
        return
    doubtful = opens_sentence(text, match.start()) or text[match.start() - 1 : match.start()] in '«“„"'
    if doubtful and is_ambiguous_word(word, lang):
        return
    if is_name_word(word, lang, "Surn") and is_surname_like(word, lang):
        yield Finding(match.start(), match.end(), Label.PERSON, "persons.surname", SURNAME_ALONE - 0.1 * doubtful)
