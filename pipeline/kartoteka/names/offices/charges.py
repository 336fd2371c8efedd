"""Which body a post belongs to, where its portfolio and land say so, and which of several bearers is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kartoteka.names.offices.tables import bodies_of, charge_of, kind_of, lands_of, titles
from kartoteka.types import OfficeName


def settle(office: OfficeName) -> OfficeName:
    """A post with its body: told by portfolio and land, or by the land alone where several bodies bear a name.

    The land that a body's name says already is left out; a body of one portfolio gives it to the post.
    """
    office = _told_apart(office)
    if not office.orgs:
        office = _charged(office)
    office = _of_committee(office)
    said = frozenset(land for org in office.orgs for land in lands_of(org))
    field = office.field or next((charge_of(org)[0] for org in sorted(office.orgs) if charge_of(org)[0]), "")
    return replace(office, places=office.places - said, field=field)


def _told_apart(office: OfficeName) -> OfficeName:
    """Of the bodies that bear one abbreviation, that of the land named beside it: "GPU in Ukraine"."""
    if not office.possible:
        return office
    unsure = {o for o in office.orgs if any(lands_of(o) != lands_of(other) for other in office.possible)}
    meant = [o for o in (*sorted(office.orgs), *sorted(office.possible)) if lands_of(o) & office.places]
    if meant and unsure:
        return replace(office, orgs=office.orgs - unsure | {meant[0]}, possible=frozenset())
    return office if unsure else replace(office, possible=frozenset())


def _charged(office: OfficeName) -> OfficeName:
    field = titles().own.get(office.role) or office.field
    charge = "procuracies" if office.role in titles().own else titles().charges.get(office.role, "")
    found = _of_land(bodies_of(field, charge), office.places)
    return replace(office, orgs=frozenset({found})) if found else office


def _of_land(bodies: Iterable[str], places: frozenset[str]) -> str:
    """The body of one of the lands; before others one whose state goes by that name alone."""
    fit = [body for body in bodies if lands_of(body) & places]
    return next((body for body in fit if lands_of(body) <= places), fit[0] if fit else "")


def _of_committee(office: OfficeName) -> OfficeName:
    """A party's first secretary is its committee's; beside a committee the party's name adds nothing."""
    orgs = office.orgs
    if any(kind_of(org) == "party body" for org in orgs):
        orgs = frozenset(org for org in orgs if kind_of(org) != "party")
    if office.role == "secretary" and office.ordinal and len(orgs) == 1 and not office.rest and not office.places:
        orgs = frozenset(titles().committees.get(org, org) for org in orgs)
    return replace(office, orgs=orgs)
