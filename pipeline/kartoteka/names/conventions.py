"""The convention by which cards are called: as attested, by a house scheme of romanization, or in one language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from kartoteka.languages import nominative
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.bodies import GAZETTEERS, known_bodies, pick_body
from kartoteka.names.gazetteers import Entry, gazetteer
from kartoteka.names.person import parse_name
from kartoteka.names.pick import fullness, pick_name
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.romanize import readings, romanize
from kartoteka.romanization.schemes import schemes
from kartoteka.types import Label

#: The convention of a project that has set none: the fullest, most frequent Latin spelling.
ATTESTED = "attested"

Languages = Mapping[str, Collection[str]]
#: By which schemes the gazetteer writes in English what it calls as the land's language does.
_USUAL = {"uk": ("uk-national",), "ru": ("ru-bgn-pcgn", "ru-ala-lc-simple"), "be": ("be-national",)}

#: What only one of the two languages writes: its letters, and the adjective's ending of surnames.
_TELLING = {
    "uk": re.compile(r"[іїєґІЇЄҐ]|[а-яґєії]['’ʼ][яюєї]|[сцз]ьк(?:ий|а|ого|ому|им|ої|у|ою)\b"),
    "ru": re.compile(r"[ыэъёЫЭЪЁ]|[сцз]к(?:ий|ая|ого|ому|им|ой|ую)\b"),
}


@cache
def conventions() -> tuple[str, ...]:
    """The names of all conventions: attested, uk, ru, and every scheme of romanization."""
    return (ATTESTED, *INFLECTED, *schemes())


def check_convention(name: str) -> str:
    """The convention itself. Raises ValueError that lists the known ones for an unknown one."""
    if name not in conventions():
        raise ValueError(f"no convention for names {name!r}. Known: {', '.join(conventions())}.")
    return name


def written_in(name: str, languages: Collection[str] = ()) -> str:
    """Whether a Cyrillic name is spelled as in Ukrainian ("uk") or Russian ("ru"); "" where nothing tells.

    Its own letters tell first, then `languages`, those of the texts that have it, where only one of the two is
    among them.
    """
    if not CYRILLIC.search(name):
        return ""
    told = [lang for lang, letters in _TELLING.items() if letters.search(name)] or [
        lang for lang in _TELLING if lang in languages
    ]
    return told[0] if len(told) == 1 else ""


def person_by(convention: str, counts: Mapping[str, int], languages: Languages) -> str:
    """The display name of a person by a convention, from the spellings and how often, in which languages each occurs.

    A Cyrillic spelling in the convention's language, in the nominative, stands as it is or romanized by the scheme; a
    scheme without one takes the attested Latin spelling that it can have written. A form that says less than the
    fullest attested one (a surname alone) is passed over; where none is left, the name is the attested one.
    """
    scheme = schemes().get(convention)
    lang = scheme.lang if scheme else convention
    known = {name: count for name, count in counts.items() if parse_name(name).surname or parse_name(name).given}
    least = fullness(known)
    own = {name: count for name, count in known.items() if written_in(name, languages.get(name, ())) == lang}
    if own and fullness(own) >= min(least, 1):
        picked = nominative(pick_name(own), lang)
        return romanize(picked, convention) if scheme else picked
    if scheme:
        latin = {name: count for name, count in known.items() if _can_be(name, convention)}
        if latin and fullness(latin) >= least:
            return pick_name(latin)
    return pick_name(counts)


def _can_be(name: str, scheme: str) -> bool:
    """Whether a Latin name is what the scheme makes of some Cyrillic one."""
    return not CYRILLIC.search(name) and next(readings(name, scheme, 1), None) is not None


def body_by(convention: str, label: Label, counts: Mapping[str, int], languages: Languages) -> str:
    """The name of an institution or place by a convention.

    In a language it is the gazetteer's name there, else as the texts of that language have it. A scheme romanizes the
    names of places that English calls as that language does (Харків, but not Москва), and of places that only such a
    text names; institutions keep the gazetteer's name.
    """
    scheme = schemes().get(convention)
    lang = scheme.lang if scheme else convention
    entry = _entry(label, counts)
    usual = pick_body(label, counts)
    if entry is None:
        own = {name: count for name, count in counts.items() if written_in(name, languages.get(name, ())) == lang}
        if not own or (scheme and label is not Label.PLACE):
            return usual
        return romanize(pick_body(label, own), convention) if scheme else pick_body(label, own)
    called = next(iter(entry.spellings.get(lang, ())), "")
    if not called:
        return usual
    if scheme is None:
        return called
    by_ear = label is Label.PLACE and usual in {romanize(called, one) for one in _USUAL.get(lang, ())}
    return romanize(called, convention) if by_ear else usual


def _entry(label: Label, counts: Mapping[str, int]) -> Entry | None:
    """What the gazetteer of the label knows the thing as, by the first spelling that names one entry alone."""
    for name in sorted(counts, key=lambda name: (-counts[name], -len(name), name)):
        known = known_bodies(label, name)
        if len(known) == 1:
            return gazetteer(GAZETTEERS[label])[min(known)]
    return None
