"""The small tables of posts: ranks of roles, titles of heads, bodies of portfolios."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kartoteka.names.bodies.gazetteers import gazetteer
from kartoteka.resources import read_toml
from kartoteka.types import OfficeRank

#: Kinds of bodies that a portfolio lists.
CHARGES = ("commissariats", "ministries", "procuracies")


@dataclass(frozen=True, slots=True)
class Titles:
    """models/offices/titles.toml: which titles go for the head of a body, which are loosely said for another.

    `heads` are the roles of a kind of body, `charges` the kind of body that a role with a portfolio heads, `own`
    the portfolio of a role that names none; `loose` roles are said for one another of one body or land, `close` ones
    also where one of them is said alone; `changed` the ordinals that followed one another; `several` the bodies
    in which many bear a role.
    """

    heads: Mapping[str, frozenset[str]]
    charges: Mapping[str, str]
    own: Mapping[str, str]
    loose: tuple[frozenset[str], ...]
    close: tuple[frozenset[str], ...]
    changed: Mapping[str, frozenset[str]]
    committees: Mapping[str, str]
    several: Mapping[str, frozenset[str]]
    general: frozenset[str]
    sent: frozenset[str]
    numbered: frozenset[str]
    deputies: frozenset[str]
    parliaments: frozenset[str]
    assembly_words: frozenset[str]
    assembly_orgs: frozenset[str]


@cache
def titles() -> Titles:
    """The table, read once."""
    table = read_toml("offices/titles.toml")
    return Titles(
        heads={kind: frozenset(roles) for kind, roles in table["heads"].items()},
        charges=table["charges"],
        own=table["own"],
        loose=tuple(frozenset(roles) for roles in table["loose"].values()),
        close=tuple(frozenset(roles) for group, roles in table["loose"].items() if group != "heads"),
        changed={role: frozenset(ordinals) for role, ordinals in table["changed"].items()},
        committees=table["committees"],
        several={role: frozenset(orgs) for role, orgs in table["several"].items()},
        general=frozenset(table["general"]["orgs"]),
        sent=frozenset(table["sent"]["roles"]),
        numbered=frozenset(table["numbered"]["roles"]),
        deputies=frozenset(table["assemblies"]["roles"]),
        parliaments=frozenset(table["assemblies"]["parliaments"]),
        assembly_words=frozenset(table["assemblies"]["words"]),
        assembly_orgs=frozenset(table["assemblies"]["orgs"]),
    )


@cache
def _ranks() -> dict[str, OfficeRank]:
    services = dict.fromkeys(read_toml("offices/ranks.toml")["services"], OfficeRank.HEAD)
    return services | {role: OfficeRank(row["rank"]) for role, row in read_toml("offices/roles.toml").items()}


def rank_of(role: str, ordinal: str) -> OfficeRank:
    """The rank of a role; a first or general secretary is the head of what the others are secretaries of."""
    if ordinal in titles().changed.get(role, ()):
        return OfficeRank.HEAD
    return _ranks()[role]


@cache
def service_ranks() -> frozenset[str]:
    """The roles that are ranks where nothing says of what."""
    return frozenset(read_toml("offices/ranks.toml")["services"])


@cache
def bodies_of(field: str, charge: str) -> tuple[str, ...]:
    """The bodies of a portfolio, of one kind, in the table's order; none for a portfolio without any."""
    return tuple(fields().get(field, {}).get(charge, ()))


@cache
def fields() -> dict[str, dict[str, list[str]]]:
    """models/offices/fields.toml."""
    return read_toml("offices/fields.toml")


@cache
def _charged() -> dict[str, tuple[str, str]]:
    return {body: (name, charge) for name in fields() for charge in CHARGES for body in bodies_of(name, charge)}


def charge_of(body: str) -> tuple[str, str]:
    """The portfolio of a body and the kind of body that it is; empty for any other."""
    return _charged().get(body, ("", ""))


@cache
def head_titles(body: str) -> frozenset[str]:
    """The roles that all name the head of a body."""
    return titles().heads.get(charge_of(body)[1] or kind_of(body), frozenset())


def kind_of(body: str) -> str:
    """What kind of body one is: agency, government, court, party body, party …"""
    return gazetteer("organizations")[body].columns.get("kind", "")


@cache
def lands_of(body: str) -> frozenset[str]:
    """The ids of the places that name the state of a body; empty where it belongs to none."""
    return lands().get(gazetteer("organizations")[body].columns.get("territory", ""), frozenset())


@cache
def acts_elsewhere(body: str) -> bool:
    """Whether a body acts in the lands of other states too, as those of the Union did in its republics."""
    everywhere = read_toml("gazetteers/territories.toml")["everywhere"]
    return gazetteer("organizations")[body].columns.get("territory", "") in everywhere


@cache
def lands() -> dict[str, frozenset[str]]:
    """The places that name each state (models/gazetteers/territories.toml)."""
    return {state: frozenset(ids) for state, ids in read_toml("gazetteers/territories.toml")["lands"].items()}
