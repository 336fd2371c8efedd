"""Who appointed whom: persons, and bodies that name somebody to a post."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kartoteka.network.statements import telling
from kartoteka.network.ties.days import handover
from kartoteka.network.ties.posts import post_name
from kartoteka.types import Modality
from kartoteka.types.network import Found, Ground, TieKind

if TYPE_CHECKING:
    from kartoteka.careers import Careers


def find_appointments(careers: Careers) -> Found:
    """The appointments that texts state of posts that were taken up, and of memberships."""
    return list(_appointments(careers)), []


def _appointments(careers: Careers) -> Iterator[Ground]:
    cards, names = careers.store.entity_of(), post_name(careers.store)
    stated = [(one, names(term), term.attestations) for term in careers.terms for one in term.attestations]
    beside = (one for one in careers.beside if one.tenure.modality is Modality.MEMBER)
    stated += [(one, one.tenure.office, ()) for one in beside]
    for one, post, others in stated:
        if one.tenure.appointer and one.tenure.modality is not Modality.IMPLIED:
            days = handover((None, None), one.start)
            by, spells = cards.get(one.tenure.appointer, ""), (days,) if days else ()
            said, told = telling([one.tenure]), telling(other.tenure for other in others)
            yield Ground(TieKind.APPOINTMENT, by, one.person, post, spells, said, theirs=told)
