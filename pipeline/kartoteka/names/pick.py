"""Which of the spellings found stands on the card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kartoteka.names.person import PersonName, is_initial, parse_name
from kartoteka.romanization.characters import CYRILLIC


def pick_name(counts: Mapping[str, int]) -> str:
    """The display name of a person from all spellings and how often each occurs.

    The fullest form in Latin letters, in Cyrillic only where there is no other: a full given name before
    initials, the most frequent spelling of the surname, then the patronymic; parts in the order given name,
    patronymic, surname; titles left out, capitals made ordinary. Deterministic. Raises ValueError for no
    spelling at all.
    """
    if not counts:
        raise ValueError("no spelling to pick a name from")
    parsed = {spelling: parse_name(spelling) for spelling in counts}
    usable = [s for s, name in parsed.items() if name.surname or name.given] or list(counts)
    latin = [s for s in usable if not CYRILLIC.search(s)]
    pool = latin or usable
    surnames: Counter[str] = Counter()
    for spelling in pool:
        surnames[_ordinary(parsed[spelling].surname)] += counts[spelling]
    best = min(pool, key=lambda s: (*_rank(parsed[s], surnames), -counts[s], s))
    return _written(parsed[best]) or best


def _rank(name: PersonName, surnames: Mapping[str, int]) -> tuple[int, int, int, bool]:
    """Smaller is better: fullness, the surname's frequency, the patronymic, capitals."""
    full = 0 if not (name.given and name.surname) else 1 if is_initial(name.given) else 2
    second = name.patronymic.split()
    patronymic = 0 if not second else 1 if is_initial(second[0]) else 2
    if full == 2 and patronymic == 1:
        patronymic = -1
    return -full, -surnames[_ordinary(name.surname)], -patronymic, name.surname.isupper()


def _written(name: PersonName) -> str:
    parts = (name.given, name.patronymic, name.particles, name.surname, name.suffix)
    return " ".join(_ordinary(part) for part in parts if part)


def _ordinary(part: str) -> str:
    """A word in capitals with one: NAUMOV is Naumov; initials stay."""
    words = (
        w.title() if len(w) > 2 and w.isupper() and "." not in w and "'" not in w else w for w in part.split()
    )
    return " ".join(words)
