"""Lands of posts: which state a body or place is of, and which places go by one name."""

from __future__ import annotations

from functools import cache, lru_cache

from kartoteka.names.bodies.gazetteers import gazetteer, identify, key
from kartoteka.names.offices.tables import lands, lands_of
from kartoteka.names.offices.words import stems, word_table
from kartoteka.types import OfficeName

#: The shortest word that tells a place.
_TELLING = 3


@lru_cache(maxsize=10_000)
def alike(left: str, right: str) -> bool:
    """Whether two places go by one name but for what they are called: the Far East, Far Eastern Territory."""
    if left == right or one_land(left, right):
        return True
    pairs = list(zip(_name(left), _name(right), strict=False))
    return bool(pairs) and all(a.startswith(b) or b.startswith(a) for a, b in pairs)


def one_land(left: str, right: str) -> bool:
    """Whether two places name one state: Ukraine and the Ukrainian SSR, but neither and the UNR."""
    return any({left, right} <= ids for ids in lands().values())


def _name(place: str) -> tuple[str, ...]:
    kinds = word_table()["units"]["territories"]
    words = key(gazetteer("places")[place].name).replace("-", " ").split()
    return tuple(stems(word)[0] for word in words if word not in kinds and len(word) >= _TELLING)


@cache
def is_state(place: str) -> bool:
    """Whether a place is a state or republic."""
    return gazetteer("places")[place].columns["kind"] == "country"


def states_of(office: OfficeName) -> frozenset[str]:
    """The states that a post is of: named themselves, or those of its bodies where they are sure."""
    named = frozenset(place for place in office.places if is_state(place))
    if office.possible:
        return named
    return named or frozenset(land for org in office.orgs for land in lands_of(org) if is_state(land))


@lru_cache(maxsize=10_000)
def with_kind(place: str, noun: str) -> str:
    """The territory of this kind that is named after a place: Vinnytsia and "oblast"; "" where there is none."""
    found = identify("places", f"{gazetteer('places')[place].name} {noun}")
    return min(found) if len(found) == 1 else ""
