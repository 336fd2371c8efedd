"""Whether two statements about one person may speak of one post: looser than for one card."""

from __future__ import annotations

from functools import lru_cache

from kartoteka.names.offices.identity import apart, loosely_one, title
from kartoteka.names.offices.territories import alike
from kartoteka.names.offices.words import word_table
from kartoteka.types import OfficeName


@lru_cache(maxsize=50_000)
def same_post(one: OfficeName, other: OfficeName) -> bool:
    """Whether what is said of one holder in two places may be of one post.

    A shorter name may stand for a longer one ("commissar"), a land for its territory, one title of a head for
    another; another rank, ordinal, portfolio, body or land may not.
    """
    if one.kind is not other.kind or one.rank is not other.rank:
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    if one.field and other.field and one.field != other.field:
        return False
    if apart(one.orgs | one.possible, other.orgs | other.possible) or apart(one.abroad, other.abroad):
        return False
    return _one_role(one, other) and _one_land(one, other) and _one_unit(one, other)


def _one_role(one: OfficeName, other: OfficeName) -> bool:
    return not one.role or not other.role or title(one) == title(other) or loosely_one(one.role, other.role)


def _one_land(one: OfficeName, other: OfficeName) -> bool:
    """Whether neither says a land, or one of each goes by the same name: the Far East, Far Eastern Territory."""
    if not one.places or not other.places:
        return True
    return any(alike(a, b) for a in one.places for b in other.places)


def _one_unit(one: OfficeName, other: OfficeName) -> bool:
    """Whether the words left over agree: equal, or fewer on the side that names no body."""
    units = set(word_table()["units"]["units"]) | set(word_table()["units"]["territories"])
    left, right = one.rest - units, other.rest - units
    if left == right:
        return True
    if left <= right:
        return bool(left) or not one.orgs
    return right <= left and (bool(right) or not other.orgs)
