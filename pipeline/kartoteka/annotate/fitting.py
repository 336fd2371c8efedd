"""Whether one name of a document can be that of a person whom it names otherwise too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kartoteka.names import compare, keys, parse_name
from kartoteka.names.persons.courtesy import is_called
from kartoteka.names.persons.given import classes
from kartoteka.romanization import fold
from kartoteka.romanization.characters import CYRILLIC
from kartoteka.types import Comparison, Label, Verdict

#: A surname alone joins a fuller name from this likeness on.
ALIKE = 0.44
#: How alike two full names of one person spell the surname in one text: Lucevič is not Luckievič.
SPELLED_ALIKE = 0.75


def fits(name: str, names: Sequence[str]) -> bool:
    """Whether a name can be that of a bearer of these names: it shares a sound and contradicts none of them."""
    sounds = _sounds(name)
    if all(sounds.isdisjoint(_sounds(other)) for other in names):
        return False
    compared = [compare(Label.PERSON, name, o) for o in names if _comparable(name, o, names)]
    if not compared or any(c.verdict is Verdict.DIFFERENT for c in compared):
        return False
    likely = any(c.score >= ALIKE for c in compared) and not parse_name(name).given
    return likely or any(_agree(c) for c in compared) or _half(name, names)


def _agree(found: Comparison) -> bool:
    """Whether two names agree as one text writes them: it spells a surname in one way, or nearly so."""
    surname = next((reason.score for reason in found.reasons if reason.feature == "surname"), 1.0)
    return found.verdict is Verdict.SAME and surname >= SPELLED_ALIKE


def _comparable(name: str, other: str, names: Sequence[str]) -> bool:
    """Whether two names share a part to be compared by: "Ivan" is not held against "Karlović", nor is a surname
    against «Ян Адамович» where the group has that bearer's patronymic."""
    one, two = parse_name(name), parse_name(other)
    if any(is_called(other, fuller) for fuller in names):
        return bool(one.single and one.given)
    return bool((one.given and two.given) or (one.surname and two.surname))


def _half(name: str, names: Sequence[str]) -> bool:
    """Whether a bare surname is one half, as it is spelled, of a double one: «Гришин» of «Гришин-Алмазов»."""
    parts = parse_name(name)
    halves = {fold(half) for other in names for half in _halves(parse_name(other).surname)}
    return not parts.given and fold(parts.surname) in halves


def _halves(surname: str) -> list[str]:
    return surname.split("-") if "-" in surname else []


@lru_cache(maxsize=50_000)
def _sounds(name: str) -> frozenset[str]:
    """The blocking keys of a name and of each of its words: names that share none are not compared."""
    return frozenset(key for part in (name, *name.split()) for key in keys(Label.PERSON, part))


def ends_alike(name: str, other: str) -> bool:
    """Whether a fuller name has the very spelling of a bare surname, or the same given name and surname."""
    return other == name or other.endswith(f" {name}")


def is_given_of(name: str, fuller: str) -> bool:
    """Whether a given name is that of a fuller name as it is spelled there, or short for it.

    Mykola is no Mikołaj in one text, though they are one name.
    """
    given, other = parse_name(name).given, parse_name(fuller).given
    if given.casefold() == other.casefold():
        return True
    one_script = bool(CYRILLIC.search(given)) == bool(CYRILLIC.search(other))
    return one_script and bool(classes(given).loose & classes(other).sure)
