"""Which of the spellings found stands on the card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kartoteka.languages.declension import possible_nominatives
from kartoteka.languages.morphology import INFLECTED
from kartoteka.names.display.current import NOBODY, currently, in_singular
from kartoteka.names.persons.parse import PersonName, is_initial, parse_name
from kartoteka.romanization.characters import CYRILLIC

#: How full a name is: a surname or given name alone, with an initial, with a given name.
_ALONE, _INITIAL, _FULL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Voices:
    """How often each surname, given name and patronymic is written, over all spellings of one script."""

    surnames: Mapping[str, int]
    given: Mapping[str, int]
    patronymics: Mapping[str, int]


def pick_name(counts: Mapping[str, int], introduced: Mapping[str, int] = NOBODY) -> str:
    """The display name of a person from all spellings, how often each occurs and in how many texts it comes first.

    The surname and the given name are those of most mentions, in whatever spelling. Of their forms the fullest in
    Latin letters, in Cyrillic where no Latin one has a given name or initial: a full given name before initials, the
    most frequent spelling of the surname, of the given name, then the patronymic; a form that is another one
    inflected, or a surname in the plural, only where nothing else is left. Parts in the order given name, patronymic,
    surname; titles and brackets left out, capitals made ordinary. Deterministic. Raises ValueError for no spelling.
    """
    if not counts:
        raise ValueError("no spelling to pick a name from")
    usable = {s: name for s in counts if (name := parse_name(s)).surname or name.given}
    upright = currently({s: in_singular(name) for s, name in _upright(usable).items()}, counts, introduced)
    latin = {s: name for s, name in upright.items() if not CYRILLIC.search(s)}
    pool = latin or upright
    if latin and fullness(latin) == _ALONE and fullness(upright) == _FULL:
        pool = upright
    if not pool:
        return min(counts, key=lambda s: (-counts[s], s))
    voices = _voices(pool, counts)
    best = min(pool, key=lambda s: (*_rank(pool[s], voices), -counts[s], s))
    return _written(pool[best]) or best


def fullness(names: Iterable[str] | Mapping[str, PersonName]) -> int:
    """How full the fullest of these spellings is: 0 one word, 1 with an initial, 2 with a given name."""
    return max((_fullness(parse_name(name)) for name in names), default=_ALONE)


def _fullness(name: PersonName) -> int:
    if not (name.given and name.surname):
        return _ALONE
    return _INITIAL if is_initial(name.given) else _FULL


def _upright(names: Mapping[str, PersonName]) -> dict[str, PersonName]:
    """The spellings without those that are another one of them in an oblique case; all where none is left."""
    surnames = {name.surname for name in names.values() if name.surname}
    kept = {s: name for s, name in names.items() if not _inflected(name.surname, surnames)}
    return kept or dict(names)


def _inflected(surname: str, surnames: Iterable[str]) -> bool:
    """Whether a Cyrillic surname is an oblique case of a shorter or equally long one: «Балицького» of «Балицький»."""
    if not CYRILLIC.search(surname):
        return False
    others = {one for one in surnames if one != surname and one[:3] == surname[:3]}
    return bool(others) and any(
        others & {one for one in possible_nominatives(surname, lang, _OBLIQUE) if one != surname}
        for lang in INFLECTED
    )


_OBLIQUE = ("gent", "datv", "accs", "ablt", "loct")


def _voices(pool: Mapping[str, PersonName], counts: Mapping[str, int]) -> _Voices:
    surnames, given, patronymics = (Counter[str]() for _ in range(3))
    for spelling, name in pool.items():
        surnames[_ordinary(name.surname)] += counts[spelling]
        given[_ordinary(name.given)] += counts[spelling]
        patronymics[_ordinary(name.patronymic)] += counts[spelling]
    return _Voices(surnames, given, patronymics)


def _rank(name: PersonName, voices: _Voices) -> tuple[int, int, int, int, int, bool]:
    """Smaller is better: fullness, how frequent surname and given name are, the patronymic likewise, capitals."""
    full = _fullness(name)
    second = name.patronymic.split()
    patronymic = 0 if not second else 1 if is_initial(second[0]) else 2
    if full == _FULL and patronymic == 1:
        patronymic = -1
    return (
        -full,
        -voices.surnames[_ordinary(name.surname)],
        -voices.given[_ordinary(name.given)] if full == _FULL else 0,
        -patronymic,
        -voices.patronymics[_ordinary(name.patronymic)],
        name.surname.isupper(),
    )


def _written(name: PersonName) -> str:
    parts = (name.given, name.patronymic, name.particles, name.surname, name.suffix)
    return " ".join(_ordinary(part) for part in parts if part)


def _ordinary(part: str) -> str:
    """A word in capitals with one: NAUMOV is Naumov; initials stay."""
    words = (
        w.title() if len(w) > 2 and w.isupper() and "." not in w and "'" not in w else w for w in part.split()
    )
    return " ".join(words)
