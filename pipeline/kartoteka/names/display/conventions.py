"""The convention by which cards are called: as attested, by a house scheme of romanization, or in one language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from kartoteka.languages import nominative
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.bodies.compare import GAZETTEERS, known_bodies, pick_body
from kartoteka.names.bodies.gazetteers import Entry, gazetteer
from kartoteka.names.display.pick import fullness, pick_name
from kartoteka.names.persons.parse import parse_name
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.romanization.recognize import recognize_schemes
from kartoteka.romanization.romanize import romanize
from kartoteka.romanization.schemes import schemes
from kartoteka.types import Label

#: The convention of a project that has set none: the fullest, most frequent Latin spelling.
ATTESTED = "attested"

#: A scheme can have written a name that it explains at least this well, measured by the scheme that does best.
_LEAST_SHARE = 0.2

#: Endings of given names and of patronymics that one of the languages alone has.
_ENDINGS = {"uk": (("ій",), ("йович", "івна", "ївна")), "ru": (("ий", "ей"), ("евич", "овна", "евна"))}

Languages = Mapping[str, Collection[str]]
#: By which schemes the gazetteer writes in English what it calls as the land's language does.
_USUAL = {"uk": ("uk-national",), "ru": ("ru-bgn-pcgn", "ru-ala-lc-simple"), "be": ("be-national",)}

#: What only one of the two languages writes: its letters, and the adjective's ending of surnames.
_TELLING = {
    "uk": re.compile(r"[іїєґІЇЄҐ]|[а-яґєії]['’ʼ][яюєї]|[сцз]ьк(?:ий|а|ого|ому|им|ої|у|ою)\b"),
    "ru": re.compile(r"[ыэъёЫЭЪЁ]|[сцз]к(?:ий|ая|ого|ому|им|ой|ую)\b"),
    "be": re.compile(r"[ўЎ]"),
}


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to call a card: in a language, and romanized by `scheme` unless that is ""."""

    lang: str
    scheme: str


@cache
def conventions() -> tuple[str, ...]:
    """The names of all conventions: attested, uk, ru, and every scheme of romanization."""
    return (ATTESTED, *INFLECTED, *schemes())


def check_convention(name: str) -> str:
    """The convention itself; several are joined by commas, for what the first cannot name ("uk-national,ru-bgn-pcgn").

    Raises ValueError that lists the known ones for an unknown one.
    """
    listed = [one.strip() for one in name.split(",")]
    unknown = [one for one in listed if one not in conventions() or (one == ATTESTED and len(listed) > 1)]
    if unknown:
        raise ValueError(f"no convention for names {unknown[0]!r}. Known: {', '.join(conventions())}.")
    return ",".join(listed)


def _by_endings(name: str) -> list[str]:
    parts = parse_name(name)
    return [
        lang
        for lang, (given, patronymic) in _ENDINGS.items()
        if parts.given.casefold().endswith(given) or parts.patronymic.casefold().endswith(patronymic)
    ]


@cache
def _ways(convention: str) -> tuple[_Way, ...]:
    known = schemes()
    return tuple(_Way(known[one].lang, one) if one in known else _Way(one, "") for one in convention.split(","))


def written_in(name: str, languages: Collection[str] = ()) -> str:
    """Whether a Cyrillic name is spelled as in Ukrainian (uk), Russian (ru) or Belarusian (be); "" where nothing tells.

    Its own letters tell first: Belarusian alone has ў, and і beside ы or э. Then endings of given names and patronymics
    do («Афанасий», «Андреевич» are Russian), then `languages`, those of the texts
    that have it, where only one of the three is among them.
    """
    if not CYRILLIC.search(name):
        return ""
    told = [lang for lang, letters in _TELLING.items() if letters.search(name)]
    if "be" in told or len(told) > 1:
        return "be"
    told = told or _by_endings(name) or [lang for lang in _TELLING if lang in languages]
    return told[0] if len(told) == 1 else ""


def person_by(convention: str, counts: Mapping[str, int], languages: Languages) -> str:
    """The display name of a person by a convention, from the spellings and how often, in which languages each occurs.

    A Cyrillic spelling in the convention's language, in the nominative, stands as it is or romanized by the scheme; a
    scheme without one takes the attested Latin spelling that it can have written. A form that says less than the
    fullest attested one (a surname alone) is passed over; where none is left, the name is the attested one.
    """
    known = {name: count for name, count in counts.items() if parse_name(name).surname or parse_name(name).given}
    least = fullness(known)
    for way in _ways(convention):
        own = _own(way, known, languages)
        if own and fullness(own) >= min(least, 1):
            picked = nominative(pick_name(own), way.lang)
            return romanize(picked, way.scheme) if way.scheme else picked
    latin = [name for name in known if not CYRILLIC.search(name) and fullness([name]) >= least]
    for way in _ways(convention) if len(latin) > 1 else ():
        fitting = {name: known[name] for name in latin if way.scheme and _can_be(name, way.scheme)}
        if fitting:
            return pick_name(fitting)
    return pick_name(counts)


def _own(way: _Way, counts: Mapping[str, int], languages: Languages) -> dict[str, int]:
    return {n: count for n, count in counts.items() if written_in(n, languages.get(n, ())) == way.lang}


@lru_cache(maxsize=10_000)
def _can_be(name: str, scheme: str) -> bool:
    """Whether a Latin name is likely what the scheme makes of some name in its language."""
    shares = recognize_schemes([name])
    return scheme in shares and shares[scheme] >= _LEAST_SHARE * max(shares.values())


def body_by(convention: str, label: Label, counts: Mapping[str, int], languages: Languages) -> str:
    """The name of an institution or place by a convention.

    In a language it is the gazetteer's name there, else as the texts of that language have it. A scheme romanizes the
    names of places that English calls as that language does (Харків, but not Москва), and of places that only such a
    text names; institutions keep the gazetteer's name.
    """
    entry = _entry(label, counts)
    usual = pick_body(label, counts)
    for way in _ways(convention):
        called = _called(way, label, counts, languages) if entry is None else _listed(way, label, entry, usual)
        if called:
            return romanize(called, way.scheme) if way.scheme else called
    return usual


def _called(way: _Way, label: Label, counts: Mapping[str, int], languages: Languages) -> str:
    """What the texts of the language call a thing that no gazetteer knows; "" where it is not to be romanized."""
    own = _own(way, counts, languages)
    return "" if not own or (way.scheme and label is not Label.PLACE) else pick_body(label, own)


def _listed(way: _Way, label: Label, entry: Entry, usual: str) -> str:
    """The gazetteer's name in the language; with a scheme that of a place whose English name is romanized from it."""
    called = next(iter(entry.spellings.get(way.lang, ())), "")
    if not called or not way.scheme:
        return called
    by_ear = label is Label.PLACE and usual in {romanize(called, one) for one in _USUAL.get(way.lang, ())}
    return called if by_ear else ""


def _entry(label: Label, counts: Mapping[str, int]) -> Entry | None:
    """What the gazetteer of the label knows the thing as, by the first spelling that names one entry alone."""
    for name in sorted(counts, key=lambda name: (-counts[name], -len(name), name)):
        known = known_bodies(label, name)
        if len(known) == 1:
            return gazetteer(GAZETTEERS[label])[min(known)]
    return None
