"""Whether two statements about one person may speak of one post: looser than for one card."""

from __future__ import annotations

from functools import cache, lru_cache

from kartoteka.names.bodies.gazetteers import bearers, gazetteer
from kartoteka.names.offices.identity import apart, loosely_one, title
from kartoteka.names.offices.tables import acts_elsewhere, head_titles, lands_of, titles
from kartoteka.names.offices.territories import alike
from kartoteka.names.offices.words import word_table
from kartoteka.types import OfficeName


@lru_cache(maxsize=50_000)
def same_post(one: OfficeName, other: OfficeName) -> bool:
    """Whether what is said of one holder in two places may be of one post.

    A bare role may stand for a longer name ("commissar"), a land for its territory, one title of the head of a body
    or land for another; another rank, ordinal, portfolio, body or land may not.
    """
    if one.kind is not other.kind or one.rank is not other.rank:
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    if apart(_bodies(one), _bodies(other)) or apart(one.abroad, other.abroad):
        return False
    return _one_charge(one, other) and _one_role(one, other) and _one_land(one, other) and _one_unit(one, other)


def _one_charge(one: OfficeName, other: OfficeName) -> bool:
    """Whether neither is of another portfolio; a post with its own body or land would have the other's too."""
    if one.field == other.field or _bare(one) or _bare(other):
        return True
    return not (one.field and other.field) and _share_body(one, other)


def _bare(name: OfficeName) -> bool:
    """Whether a name says nothing but the role: "commissar"."""
    return not (name.orgs or name.places or name.field or name.rest or name.abroad)


def _share_body(one: OfficeName, other: OfficeName) -> bool:
    return bool(_bodies(one) & _bodies(other))


def _bodies(name: OfficeName) -> frozenset[str]:
    """The bodies that a post may be of: that of the Union in a land is also the land's own of its name.

    "Head of the OGPU in Ukraine" was said of the head of the GPU of the Ukrainian SSR.
    """
    lands = name.places | frozenset(land for org in name.orgs if not acts_elsewhere(org) for land in lands_of(org))
    headed = [org for org in name.orgs if acts_elsewhere(org) and name.role in head_titles(org)]
    own = (body for org in headed for body in namesakes(org) if lands_of(body) & lands)
    return name.orgs | name.possible | frozenset(own)


def heads_body(name: OfficeName, body: str) -> bool:
    """Whether a post is that of a body's one head: no branch or part of the body, and no other of its posts."""
    if not body or name.role not in head_titles(body) or name.rest or name.abroad:
        return False
    return all(any(alike(place, land) for land in lands_of(body)) for place in name.places)


@cache
def namesakes(body: str) -> frozenset[str]:
    """The other bodies that bear one of a body's spellings."""
    return frozenset(b for spelling in _spellings(body) for b in bearers("organizations", spelling)) - {body}


def _spellings(body: str) -> frozenset[str]:
    entry = gazetteer("organizations")[body]
    return frozenset((*entry.shared, *(spelling for listed in entry.spellings.values() for spelling in listed)))


def _one_role(one: OfficeName, other: OfficeName) -> bool:
    """Whether the roles may be one: head and chairman of one body or land, but no rector is some minister."""
    if not one.role or not other.role or one.role == other.role or title(one) == title(other):
        return True
    if _share_body(one, other) or (one.places and other.places):
        return loosely_one(one.role, other.role)
    if not (_bare(one) or _bare(other)):
        return False
    heads = {role for name in (one, other) for org in name.orgs for role in head_titles(org)}
    return {one.role, other.role} <= heads or any({one.role, other.role} <= group for group in titles().close)


def _one_land(one: OfficeName, other: OfficeName) -> bool:
    """Whether one of them says no land, or one of each goes by the same name: the Far East, Far Eastern Territory.

    Where a name has no place of its own its body's land stands for it: the commissar of Ukraine is none of the
    Far East.
    """
    left, right = _lands(one), _lands(other)
    return not left or not right or any(alike(a, b) for a in left for b in right)


def _lands(name: OfficeName) -> frozenset[str]:
    if name.places or name.possible:
        return name.places
    return frozenset(land for org in name.orgs for land in lands_of(org))


def _one_unit(one: OfficeName, other: OfficeName) -> bool:
    """Whether the words left over agree: equal, or fewer on the side that names no body."""
    units = set(word_table()["units"]["units"]) | set(word_table()["units"]["territories"])
    left, right = one.rest - units, other.rest - units
    if left == right:
        return True
    if left <= right:
        return bool(left) or not one.orgs
    return right <= left and (bool(right) or not other.orgs)
