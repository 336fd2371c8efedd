"""Who served in one body at the same time, as far as the dates leave no doubt of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from kartoteka.names.offices.territories import alike
from kartoteka.network.statements import telling
from kartoteka.network.ties.days import Spell, joined, together
from kartoteka.network.ties.services import Service, read_services
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers

#: The times that two persons served together, and what says so of each.
_Shared = tuple[tuple[Spell, ...], Service, Service]


def find_organizations(careers: Careers, most: int) -> Found:
    """The pairs of persons who served in one body and one place at the same time for certain, a ground a body.

    A body too wide to have brought anybody together (models/network/ties.toml) ties nobody, nor does one in which
    more than `most` persons of the project served in one place; the latter are named.
    """
    bodies: dict[str, list[Service]] = defaultdict(list)
    for service in read_services(careers):
        bodies[service.body].append(service)
    grounds: list[Ground] = []
    crowded: list[str] = []
    for body in sorted(bodies):
        parts: dict[frozenset[str], list[Service]] = defaultdict(list)
        for service in bodies[body]:
            parts[service.places].append(service)
        few = [part for part in parts.values() if len({service.person for service in part}) <= most]
        crowded += [bodies[body][0].name] if len(few) < len(parts) else []
        grounds += _of_body([service for part in few for service in part])
    return grounds, crowded


def _of_body(services: Iterable[Service]) -> Iterator[Ground]:
    met: dict[tuple[str, str], list[_Shared]] = defaultdict(list)
    for one, other in combinations(sorted(services, key=lambda s: s.person), 2):
        apart = one.person == other.person or _one_seat(one, other) or not _one_place(one, other)
        if not apart and (spells := together(one.days, other.days)):
            met[one.person, other.person].append((spells, one, other))
    for (source, target), shared in sorted(met.items()):
        mine = [tenure for _, one, _ in shared for tenure in one.tenures]
        theirs = [tenure for _, _, other in shared for tenure in other.tenures]
        spells = joined(spell for spells, _, _ in shared for spell in spells)
        yield Ground(
            TieKind.SAME_ORGANIZATION,
            source,
            target,
            shared[0][1].name,
            spells,
            mine=telling(mine),
            theirs=telling(theirs),
        )


def _one_seat(one: Service, other: Service) -> bool:
    """Whether both held the post of one holder: then one of the dates is wrong, or one stood in for the other."""
    return one.line is not None and one.line == other.line


def _one_place(one: Service, other: Service) -> bool:
    """Whether both served where the body has its seat, or in one land of it."""
    if not one.places or not other.places:
        return one.places == other.places
    return any(alike(left, right) for left in one.places for right in other.places)
