"""Which offices each person of a network held, and when: what its card and its life on a time line show."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kartoteka.careers.terms import time_order
from kartoteka.network.statements import first, quotations
from kartoteka.types import Label
from kartoteka.types.network import Held

if TYPE_CHECKING:
    from kartoteka.careers import Careers


def held_offices(careers: Careers) -> dict[str, tuple[Held, ...]]:
    """The offices that each card held, in order of time, the undated last; a card that held none is left out.

    A post that follows from a neighbour's term ("he was succeeded by Redens") was held; one that was only borne as a
    title, or given to somebody who had not begun, was not. The title is the name of the office's card, else the
    words of the fullest statement.
    """
    titles = {entity.id: entity.name for entity in careers.store.entities(Label.OFFICE)}
    held = [(term, first(term.attestations)) for term in careers.terms if not term.titular]
    quoted = quotations(careers.store, (place for _, place in held))
    offices: dict[str, list[Held]] = defaultdict(list)
    for term, place in sorted(held, key=lambda pair: (pair[0].person, time_order(pair[0]))):
        title = titles.get(term.office, term.title)
        offices[term.person].append(Held(title, term.office, term.start, term.end, quoted[place], term.acting))
    return {person: tuple(own) for person, own in offices.items()}
