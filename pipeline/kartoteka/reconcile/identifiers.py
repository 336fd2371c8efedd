"""Which cards a list of known things gives an identifier, by their ids or the very spellings on them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.names.bodies.gazetteers import key
from kartoteka.reconcile.authority import open_authority, read_authorities
from kartoteka.reconcile.labelling import spelled
from kartoteka.types import Authority, Entity

if TYPE_CHECKING:
    from kartoteka.store.store import Store

WIKIDATA = "wikidata"


def read_identifiers(path: str | Path, store: Store, scheme: str = WIKIDATA) -> tuple[dict[str, str], list[str]]:
    """The identifier of each card in one catalogue, by an authority file, and a line for each row that gives none.

    A row is that of the one card that has its name or one of its variants, in any case, or whose id stands as its
    name. Of two identifiers for one card the first stays. A file without any name in the project is one line. Raises
    ValueError that names the file where it is no such list or has no column of that catalogue, OSError that does
    where it cannot be read.
    """
    _, text = open_authority(path, columns=(scheme,))
    authorities, problems = read_authorities([(str(path), text)])
    cards = spelled(store.entities())
    by_id = {entity.id: entity for entity in store.entities()}
    named = {one.source: _cards(one, cards, by_id) for one in authorities}
    if not any(named.values()):
        return {}, [f"{path}: it names no card of this project"]
    found: dict[str, str] = {}
    faulty = {problem.partition(": ")[0] for problem in problems}
    for one in authorities:
        value = next((known.value for known in one.identifiers if known.scheme == scheme), "")
        problem = _problem(one, value, named[one.source], found)
        if not problem:
            found[min(named[one.source])] = value
        elif value or one.source not in faulty:
            problems.append(f"{one.source}: {problem}")
    return found, sorted(problems, key=_line)


def _line(problem: str) -> int:
    """The line of the file that a problem is about."""
    number = problem.partition(", line ")[2].partition(":")[0]
    return int(number) if number.isdigit() else 0


def _cards(
    known: Authority, cards: Mapping[str, tuple[Entity, ...]], by_id: Mapping[str, Entity]
) -> frozenset[str]:
    if known.name in by_id:
        return frozenset({known.name})
    names = (known.name, *known.variants)
    bearers = (card for name in names for card in cards.get(key(name), ()))
    return frozenset(card.id for card in bearers if known.label in (None, card.label))


def _problem(known: Authority, value: str, cards: frozenset[str], found: Mapping[str, str]) -> str:
    """Why a row gives no identifier to a card, "" where it does."""
    if not value:
        return "no identifier"
    if len(cards) != 1:
        return f"{known.name!r} is on {len(cards) or 'no'} cards"
    given = found.get(min(cards), value)
    return "" if given == value else f"{known.name!r} has the identifier {given} already"
