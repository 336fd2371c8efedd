"""What follows from the tenures of a project: terms, contradictions, lines of holders, and who was meant by a post.

Everything here is derived and points at the passages it rests on; nothing is stored, nothing silently resolved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kartoteka.careers.attestations import attestations, unstated, with_modality
from kartoteka.careers.contradictions import find_contradictions
from kartoteka.careers.lines import find_lines, find_remarks
from kartoteka.careers.roles import read_roles
from kartoteka.careers.terms import find_terms
from kartoteka.types import Modality
from kartoteka.types.careers import Attestation, Contradiction, Line, Remark, RoleReading, Term

if TYPE_CHECKING:
    from kartoteka.store.store import Store

#: What is told of a life beside the posts that were held.
_BESIDE = (Modality.MEMBER, Modality.PROPOSED, Modality.REFUSED, Modality.PREVENTED)

__all__ = ["Careers", "find_contradictions", "find_lines", "find_terms", "read_careers", "read_roles"]


@dataclass(frozen=True, slots=True)
class Careers:
    """The careers of a project: every term by person and time, those that only a neighbour implies last, and what
    their comparison shows.

    `beside` are memberships, and posts that were proposed, refused or prevented; `identifiers` the Wikidata ids of
    cards, as far as a list of known things gives them.
    """

    store: Store
    terms: tuple[Term, ...]
    contradictions: tuple[Contradiction, ...]
    lines: tuple[Line, ...]
    remarks: tuple[Remark, ...]
    roles: tuple[RoleReading, ...]
    beside: tuple[Attestation, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


def read_careers(store: Store, identifiers: Mapping[str, str] | None = None) -> Careers:
    """Bring the tenures of a reconciled project together; the same project gives the same careers.

    `identifiers` are Wikidata ids of cards that go before those which the project's authority files give.
    """
    stated = attestations(store)
    terms = find_terms(with_modality(stated, Modality.HELD))
    implied = find_terms(unstated(with_modality(stated, Modality.IMPLIED), terms))
    not_held = with_modality(stated, Modality.REFUSED, Modality.PREVENTED)
    lines = find_lines([*terms, *implied])
    return Careers(
        store,
        (*terms, *implied),
        tuple(find_contradictions(terms, not_held)),
        tuple(lines),
        tuple(find_remarks(lines, terms)),
        tuple(read_roles(store, terms)),
        tuple(with_modality(stated, *_BESIDE)),
        _wikidata(store) | dict(identifiers or {}),
    )


def _wikidata(store: Store) -> dict[str, str]:
    return {
        entity.id: known.value
        for entity in store.entities()
        for known in entity.identifiers
        if known.scheme == "wikidata"
    }
