"""Names as historians meet them: taken apart, keyed, compared with reasons, grouped, and one picked for the card.

Every label has its own way to key and to compare; `KEYS` and `COMPARE` say which.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from kartoteka.names.bodies.compare import body_keys, compare_bodies, pick_body
from kartoteka.names.display.conventions import (
    ATTESTED,
    Languages,
    body_by,
    check_convention,
    conventions,
    person_by,
)
from kartoteka.names.display.current import NOBODY
from kartoteka.names.display.pick import pick_name
from kartoteka.names.lists.cluster import alike_names, cluster_names
from kartoteka.names.offices import compare_offices, office_keys, parse_office, pick_office, same_post
from kartoteka.names.persons.compare import compare_persons
from kartoteka.names.persons.keys import person_keys
from kartoteka.names.persons.parse import PersonName, parse_name
from kartoteka.types import Comparison, Label

__all__ = [
    "ATTESTED",
    "PersonName",
    "alike_names",
    "check_convention",
    "cluster_names",
    "compare",
    "compare_persons",
    "conventions",
    "display_name",
    "keys",
    "parse_name",
    "parse_office",
    "person_keys",
    "pick_name",
    "same_post",
]


_BODIES = (Label.ORG, Label.PLACE, Label.DATE)

KEYS: dict[Label, Callable[[str], frozenset[str]]] = {
    Label.PERSON: person_keys,
    Label.OFFICE: office_keys,
    **{label: partial(body_keys, label) for label in _BODIES},
}

COMPARE: dict[Label, Callable[[str, str], Comparison]] = {
    Label.PERSON: compare_persons,
    Label.OFFICE: compare_offices,
    **{label: partial(compare_bodies, label) for label in _BODIES},
}


PICK: dict[Label, Callable[[Mapping[str, int]], str]] = {
    Label.OFFICE: pick_office,
    **{label: partial(pick_body, label) for label in _BODIES},
}


BY_CONVENTION: dict[Label, Callable[[str, Mapping[str, int], Languages], str]] = {
    Label.ORG: lambda convention, counts, languages: body_by(convention, Label.ORG, counts, languages),
    Label.PLACE: lambda convention, counts, languages: body_by(convention, Label.PLACE, counts, languages),
}

NOWHERE: Languages = MappingProxyType({})


def display_name(
    label: Label,
    counts: Mapping[str, int],
    languages: Languages = NOWHERE,
    introduced: Mapping[str, int] = NOBODY,
    *,
    convention: str = ATTESTED,
) -> str:
    """The name for a card, of the names found and how often each was, by a convention (`conventions()`).

    `languages` are those of the texts that have each name, `introduced` says in how many of them it is the first of
    its bearer's. Posts are called as they are attested.
    """
    if label is Label.PERSON and convention == ATTESTED:
        return pick_name(counts, introduced)
    if label is Label.PERSON:
        return person_by(convention, counts, languages, introduced)
    if convention == ATTESTED or label not in BY_CONVENTION:
        return PICK[label](counts)
    return BY_CONVENTION[label](convention, counts, languages)


def keys(label: Label, name: str) -> frozenset[str]:
    """The blocking keys of a name: names that share none are not compared. Empty for a name without letters."""
    return KEYS[label](name)


def compare(label: Label, left: str, right: str) -> Comparison:
    """How likely two names of one kind name one thing, with the reasons."""
    return COMPARE[label](left, right)
