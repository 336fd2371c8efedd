"""What else a name can say: the nominatives of one in another case, and a person's further names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kartoteka.languages.declension import possible_nominatives
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.persons.given import classes, given_names, is_given_name, is_listed
from kartoteka.names.persons.parse import PersonName, is_initial, parse_name
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.fold import fold

#: Endings of surnames that no nominative has, but for some; those of given names that a nominative may have.
_OBLIQUE_SURNAME = re.compile(r"(?:[оь]го|[оь]?му|[иы]м|ом|[еє]м|[оеє]ві|ої|ою|у|ю|[цт]і|ах|ами)$")
_OBLIQUE_GIVEN = re.compile(r"(?:[аяуюіїие]|[оеє]м|[оеєё]ю|[оеє]й|[оеє]ві)$")
#: Surnames that have one form in all cases, for a man too; a man's given name in the genitive.
_UNCHANGING = re.compile(r"(?:(?<![оеь]г)[оеэ]|[уюиі]|[иы]х)$")
_GENITIVES = (("а", ""), ("а", "о"), ("я", "й"), ("я", "ь"))
_LATIN_CASE = re.compile(r"(?:owi|ovi|iem|em|om|a|u)$")
_UKRAINIAN, _RUSSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ыэъёЫЭЪЁ]")


def may_be_inflected(name: PersonName) -> bool:
    """Whether a name can stand in another case than the nominative, by its endings."""
    if _latin_bases(name.given) or _unchanging(name):
        return True
    words = [word for word in (name.given, name.surname) if word and not is_initial(word)]
    if not words or not CYRILLIC.search(words[0]) or any(map(is_listed, words)):
        return False
    given = words[0] if name.given == words[0] else ""
    return any(map(_OBLIQUE_SURNAME.search, words)) or bool(_OBLIQUE_GIVEN.search(given))


def has_other_forms(name: PersonName) -> bool:
    """Whether a name can be compared by another form than its own."""
    return bool(name.aliases) or may_be_inflected(name)


@lru_cache(maxsize=100_000)
def other_forms(name: PersonName) -> tuple[PersonName, ...]:
    """The further names of a person and the nominatives that a name in another case may have."""
    return (*_aliases(name), *(_nominatives(name) if may_be_inflected(name) else ()))


def _aliases(name: PersonName) -> list[PersonName]:
    found = []
    for alias in name.aliases:
        parsed = parse_name(alias)
        if parsed.single and name.given:
            # Beside "Екатерина Тихонова", "(Путина)" is Екатерина Путина; «Bill» Clinton is Bill Clinton.
            parts = (parsed.given or name.given, parsed.surname or name.surname)
            found.append(replace(name, given=parts[0], surname=parts[1], aliases=()))
        found.append(parsed)
    return found


def _nominatives(name: PersonName) -> list[PersonName]:
    """None where the form may itself be a nominative: Валерия Петрова is a woman, or Валерий Петров's genitive."""
    if bases := _latin_bases(name.given):
        surnames = dict.fromkeys((name.surname, _LATIN_CASE.sub("", name.surname)))
        return [replace(name, given=base, surname=surname, aliases=()) for base in bases for surname in surnames]
    if unchanging := _unchanging(name):
        return list(unchanging)
    text = " ".join(word for word in (name.given, name.patronymic, name.surname) if word)
    found = {lang: possible_nominatives(text, lang) for lang in INFLECTED if _can_be(lang, text)}
    if any(text in nominatives for nominatives in found.values()):
        return []
    forms = dict.fromkeys(form for nominatives in found.values() for form in nominatives)
    return [read for form in forms if _is_borne(read := parse_name(form))]


@lru_cache(maxsize=100_000)
def _unchanging(name: PersonName) -> tuple[PersonName, ...]:
    """Ивана Франко, or Франко Ивана, as Иван Франко: only the given name shows the genitive; mostly none.

    A name that women bear is theirs: Александра Довженко.
    """
    if name.patronymic or name.single or not CYRILLIC.search(name.surname):
        return ()
    orders = ((name.given, name.surname), (name.surname, name.given))
    return tuple(
        replace(name, given=base, surname=surname, aliases=())
        for given, surname in orders
        if _UNCHANGING.search(surname) and not is_listed(given)
        for base in _mens_names(given)
    )


def _mens_names(genitive: str) -> list[str]:
    """The given names of men, as the table spells them, that have this genitive."""
    ends = [(case, end) for case, end in _GENITIVES if genitive.endswith(case)]
    bases = (genitive.removesuffix(case) + end for case, end in ends)
    return [base for base in bases if is_listed(base) and _is_mans(base)]


def _is_mans(given: str) -> bool:
    known = given_names()
    return {known[found].gender for found in classes(given).sure} == {"m"}


@lru_cache(maxsize=100_000)
def _latin_bases(given: str) -> tuple[str, ...]:
    """The nominatives of a given name in a case of Polish or Czech (Borisa, Davidem); mostly none."""
    base = _LATIN_CASE.sub("", given)
    if base == given or is_initial(given) or not given.isalpha() or CYRILLIC.search(given) or classes(given).all:
        return ()
    return tuple(form for form in (base, base + "o") if len(base) > 2 and classes(form).sure)


def _can_be(lang: str, text: str) -> bool:
    return not (_RUSSIAN if lang == "uk" else _UKRAINIAN).search(text)


def _is_borne(name: PersonName) -> bool:
    """Whether the given name is one that somebody bears, or an initial, or missing."""
    return not name.given or is_initial(name.given) or is_given_name(name.given)


@lru_cache(maxsize=200_000)
def stems(name: PersonName) -> frozenset[str]:
    """What all cases of a name have in common: the first sounds of its words."""
    return frozenset(fold(word)[:2] for word in (name.surname, name.given) if word and not is_initial(word))
