"""Which body a post belongs to, where its portfolio and land say so, and which of several bearers is meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kartoteka.names.offices.tables import acts_elsewhere, bodies_of, charge_of, kind_of, lands_of, titles
from kartoteka.names.offices.territories import is_state, one_land, with_kind
from kartoteka.names.offices.words import word_table
from kartoteka.types import OfficeName


def settle(office: OfficeName, owners: Iterable[str] = ()) -> OfficeName:
    """A post with its body: told by portfolio and land, or by the land alone where several bodies bear a name.

    The land that a body's name says already is left out, and so is what goes without saying of a body of its kind;
    a body of one portfolio gives it to the post. `owners` are the places that the post is of: a body of another
    state is a namesake of the one that the gazetteer holds.
    """
    office = _told_apart(_of_party(_of_territory(office)))
    office = _without_namesakes(office, frozenset(place for place in owners if is_state(place)))
    if not office.orgs:
        office = _charged(office)
    office = _of_committee(office)
    said = frozenset(land for org in office.orgs for land in lands_of(org))
    field = office.field or next((charge_of(org)[0] for org in sorted(office.orgs) if charge_of(org)[0]), "")
    spoken = frozenset(word for org in office.orgs for word in word_table()["bodily"].get(kind_of(org), ()))
    return replace(office, places=office.places - said, field=field, rest=office.rest - spoken)


def _of_territory(office: OfficeName) -> OfficeName:
    """«Вінницький обл-» is Vinnytsia Oblast: a place beside a kind of territory is that territory."""
    kinds = sorted(office.rest & set(word_table()["units"]["territories"]))
    if len(office.places) != 1 or len(kinds) != 1:
        return office
    territory = with_kind(min(office.places), kinds[0])
    if not territory:
        return office
    return replace(office, places=frozenset({territory}), rest=office.rest - set(kinds))


def _of_party(office: OfficeName) -> OfficeName:
    """The Central Committee of a party named beside it is that party's."""
    meant = {titles().committees.get(org, "") for org in office.orgs} & office.possible
    unsure = {org for org in office.orgs if org in titles().general}
    if not meant or not unsure:
        return office
    return replace(office, orgs=office.orgs - unsure | meant, possible=frozenset())


def _told_apart(office: OfficeName) -> OfficeName:
    """Of the bodies that bear one abbreviation, that of the land named beside it: "GPU in Ukraine"."""
    if not office.possible:
        return office
    unsure = {o for o in office.orgs if any(lands_of(o) != lands_of(other) for other in office.possible)}
    if not unsure:
        return replace(office, possible=frozenset())
    beside = office.places | frozenset(land for org in office.orgs - unsure for land in lands_of(org))
    meant = [o for o in (*sorted(office.orgs), *sorted(office.possible)) if lands_of(o) & beside]
    if meant:
        return replace(office, orgs=office.orgs - unsure | {meant[0]}, possible=frozenset())
    if any(is_state(place) for place in office.places):
        return _like(replace(office, possible=frozenset()), unsure)
    return office


def _without_namesakes(office: OfficeName, owners: frozenset[str]) -> OfficeName:
    """«Белорусская центральная рада» is not the Central Rada that the gazetteer holds."""
    lands = {org: lands_of(org) for org in office.orgs if not acts_elsewhere(org)}
    foreign = {
        org
        for org, own in lands.items()
        if own and owners and not any(place == land or one_land(place, land) for place in owners for land in own)
    }
    return _like(office, foreign)


def _like(office: OfficeName, orgs: set[str]) -> OfficeName:
    """The post with these bodies as words: they are called so, but the gazetteer holds another of the name."""
    like = frozenset(f"{org}~" for org in orgs)
    return replace(office, orgs=office.orgs - orgs, rest=office.rest | like)


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
