"""The convention by which cards are called: as attested, by a house scheme of romanization, or in one language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.bodies.compare import GAZETTEERS, known_bodies, pick_body
from kartoteka.names.bodies.gazetteers import Entry, gazetteer
from kartoteka.names.display.completing import completed, loses
from kartoteka.names.display.current import NOBODY, currently
from kartoteka.names.display.pick import fullness, pick_name
from kartoteka.names.persons.parse import PersonName, parse_name, written
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


def person_by(
    convention: str, counts: Mapping[str, int], languages: Languages, introduced: Mapping[str, int] = NOBODY
) -> str:
    """The display name of a person by a convention, from the spellings and how often, in which languages each occurs.

    `introduced` says in how many texts a spelling is the person's first.

    A Cyrillic spelling in the convention's language, with all that is known of given name and patronymic, stands as it
    is or romanized by the scheme; a scheme without one takes the attested Latin spelling that it can have written.
    Where that would lose a given name, or a patronymic that Latin spellings have, a scheme spells the surname alone;
    where nothing is left, the name is the attested one.
    """
    return person_called(convention, counts, languages, introduced) or pick_name(counts, introduced)


def person_called(
    convention: str, counts: Mapping[str, int], languages: Languages, introduced: Mapping[str, int] = NOBODY
) -> str:
    """What a person is called by a convention; "" where the spellings do not allow it."""
    usable = {name: parsed for name in counts if (parsed := parse_name(name)).surname or parsed.given}
    names = currently(usable, counts, introduced)
    known = {name: counts[name] for name in names}
    ways = [(way, _fullest(way, names, known, languages)) for way in _ways(convention)]
    usual = parse_name(pick_name(known)) if known else PersonName()
    for way, own in ways:
        kept = own and not loses(own, names.values(), patronymics=False)
        if own and kept and not (way.scheme and _is_latin(usual) and loses(own, [usual], patronymics=True)):
            return romanize(written(own), way.scheme) if way.scheme else written(own)
    latin = [name for name in known if not CYRILLIC.search(name)]
    least = fullness(known)
    full = [name for name in latin if fullness([name]) >= least]
    for way, _ in ways if len(latin) > 1 else ():
        fitting = {name: known[name] for name in full if way.scheme and can_be(name, way.scheme)}
        if fitting:
            return pick_name(fitting)
    return next((name for way, own in ways if own and (name := _surname_by(way, own, usual))), "")


def _fullest(
    way: _Way, names: Mapping[str, PersonName], counts: Mapping[str, int], languages: Languages
) -> PersonName | None:
    """The name in the language of the convention with all that is known of it; None where no text has one."""
    own = _own(way, counts, languages)
    if not own:
        return None
    # Names come in the nominative; once more, «Мирослава Дужа» would be the genitive of a man's.
    attested = [names[name] for name in sorted(own, key=lambda one: (-own[one], one))]
    return completed(parse_name(pick_name(own)), attested, names.values(), way.lang)


def _surname_by(way: _Way, own: PersonName, usual: PersonName) -> str:
    """The usual Latin name with the surname as the scheme has it; "" where there is none."""
    if not (way.scheme and own.surname and usual.given and _is_latin(usual)):
        return ""
    return written(replace(usual, surname=romanize(own.surname, way.scheme)))


def _is_latin(name: PersonName) -> bool:
    return not CYRILLIC.search(written(name))


def _own(way: _Way, counts: Mapping[str, int], languages: Languages) -> dict[str, int]:
    return {n: count for n, count in counts.items() if written_in(n, languages.get(n, ())) == way.lang}


@lru_cache(maxsize=10_000)
def can_be(name: str, scheme: str) -> bool:
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
