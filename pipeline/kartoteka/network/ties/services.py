"""Each person's time in a body, as terms and memberships tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.names.offices.tables import acts_elsewhere, kind_of, lands_of, titles
from kartoteka.names.offices.territories import alike
from kartoteka.network.ties.days import Days, days_of
from kartoteka.resources import read_toml
from kartoteka.types import Label, Modality, OfficeRank, Tenure
from kartoteka.types.careers import Attestation, Term

if TYPE_CHECKING:
    from kartoteka.careers import Careers

#: Who has no more than a seat.
_SEATED = frozenset({OfficeRank.MEMBER, OfficeRank.CANDIDATE})


@dataclass(frozen=True, slots=True)
class Service:
    """A person's time in a body: its key and `name`, where, in which line of holders, when, and what says so.

    `body` is a key of the table of institutions, else an organization's card with the words that tell its part;
    `places` are none where the body has its seat; `line` is None for a post that is not of one holder.
    """

    person: str
    body: str
    name: str
    places: frozenset[str]
    line: int | None
    days: Days
    tenures: tuple[Tenure, ...]


def read_services(careers: Careers) -> Iterator[Service]:
    """The services of a project, but for those in bodies too wide to bring anybody together, and in unknown ones."""
    lines = {term: number for number, line in enumerate(careers.lines) for term in line.terms}
    cards = {entity.id: entity.name for entity in careers.store.entities(Label.ORG)}
    for term in careers.terms:
        if not term.titular and (told := _body(term, cards)):
            tenures = tuple(one.tenure for one in term.attestations)
            yield Service(term.person, *told, _places(term), lines.get(term), days_of(term), tenures)
    for one in careers.beside:
        if one.tenure.modality is Modality.MEMBER and (told := _body(one, cards)):
            yield Service(one.person, *told, _places(one), None, days_of(one), (one.tenure,))


def _body(one: Term | Attestation, cards: dict[str, str]) -> tuple[str, str] | None:
    """The key and name of the body that one served in; None for one too wide, or that the words do not tell."""
    if one.body:
        if _wide(one.body, one.name.rank) or _vague(one):
            return None
        return one.body, gazetteer("organizations")[one.body].name
    # "The department" or "the district committee" is another one in each text, whatever card it stands on.
    if one.org in cards and (one.name.named or one.name.places):
        return " ".join((one.org, *sorted(one.name.rest))), cards[one.org]
    return None


def _vague(one: Term | Attestation) -> bool:
    """Whether the body's name is that of several, and no land tells which: "the Politburo"."""
    return bool(one.name.possible) and not lands_of(one.body) and not acts_elsewhere(one.body)


def _places(one: Term | Attestation) -> frozenset[str]:
    """The lands of a post but for that of its whole body."""
    own = lands_of(one.body) if one.body else frozenset()
    return frozenset(place for place in one.name.places if not any(alike(place, land) for land in own))


def _wide(body: str, rank: OfficeRank) -> bool:
    kinds, bodies, assemblies = _widths()
    return kind_of(body) in kinds or body in bodies or (rank in _SEATED and body in assemblies)


@cache
def _widths() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The kinds of bodies that are too wide, single bodies, and those too wide for whoever has a seat alone."""
    table = read_toml("network/ties.toml")
    wide, assemblies = table["wide"], table["assemblies"]
    seats = frozenset(assemblies["bodies"]) | titles().assembly_orgs
    return frozenset(wide["kinds"]), frozenset(wide["bodies"]), seats
