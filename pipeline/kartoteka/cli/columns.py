"""In which columns of a table the names stand: one column, or surname, given name and patronymic apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kartoteka.resources import read_toml

#: The parts of a name behind the surname, in their order.
_BEHIND = ("given", "initials", "patronymic")


@dataclass(frozen=True, slots=True)
class NameColumns:
    """Where a name stands in the cells of a row.

    `surname` is the column of the surname, or of the whole name where `behind`, the columns of given name, initials
    and patronymic, is empty.
    """

    surname: int
    behind: tuple[int, ...] = ()

    def name(self, cells: Sequence[str]) -> str:
        """The name of a row; of one in parts "Surname, Given Patronymic"."""
        if not self.behind:
            return cells[self.surname]
        surname = cells[self.surname].strip(" ,")
        rest = " ".join(part for place in self.behind if (part := cells[place].strip()))
        return ", ".join(part for part in (surname, rest) if part)


def find_name(header: Sequence[str], plain: str = "name", number: str = "") -> NameColumns | None:
    """The columns of the name; None where no heading tells them.

    A column headed `plain` goes before all others. Of a table of pairs `number` is 1 or 2: only headings that end
    with it count, without it.
    """
    if plain in header:
        return NameColumns(header.index(plain))
    found: dict[str, int] = {}
    for place, heading in enumerate(header):
        letters = _letters(heading)
        if letters.endswith(number) and (kind := _kinds().get(letters.removesuffix(number))):
            found.setdefault(kind, place)
    behind = tuple(found[kind] for kind in _BEHIND if kind in found)
    if "surname" in found:
        return NameColumns(found["surname"], behind)
    if "name" in found:
        # German and French tables have "Name, Vorname"; an initial or a patronymic says nothing of the kind.
        return NameColumns(found["name"], behind if "given" in found else ())
    return None


def is_heading(cell: str) -> bool:
    """Whether a cell is a heading under which names stand, also those of a table of pairs."""
    return _letters(cell).rstrip("12") in _kinds()


@cache
def _kinds() -> Mapping[str, str]:
    headings: Mapping[str, Iterable[str]] = read_toml("patterns/name_tables.toml")["headings"]
    return {_letters(heading): kind for kind, listed in headings.items() for heading in listed}


def _letters(heading: str) -> str:
    """Only letters and digits in lower case, without apostrophes of any kind: ім'я, Ім’я and Імʼя are one heading."""
    return "".join(c for c in heading.casefold() if unicodedata.category(c) in {"Ll", "Lo", "Nd"})
