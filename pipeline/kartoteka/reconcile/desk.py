"""A project laid out to decide upon, and what it would be if one more decision were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kartoteka.reconcile.dividing import Parts, divide
from kartoteka.reconcile.meaning import Register
from kartoteka.reconcile.replay import Replay, open_divided, open_register, read_whole, replay
from kartoteka.store import Store
from kartoteka.types import Decision, Entity, Label, Referent, Side


@dataclass(slots=True)
class Desk:
    """Who bears which spelling, the cards, and what was decided before.

    `read` has the referents as they were read, `known` as the decisions divide them, into `parts`. `written`
    remembers, once it was asked for, the clean names of what the texts write in other words.
    """

    read: Register
    parts: Parts
    known: Register
    cards: Mapping[str, Entity]
    card_of: Mapping[str, str]
    recorded: list[Decision]
    decided: Replay
    written: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Named:
    """What one string that a person typed can mean: by label, the side of a decision and its referents."""

    string: str
    sides: Mapping[Label, Side]
    referents: Mapping[Label, tuple[Referent, ...]]


def lay_out(store: Store) -> Desk:
    """The project as it stands."""
    read, recorded = open_register(store, read_whole(store)), list(store.decisions())
    parts = divide(recorded, read)
    known = open_divided(read, parts)
    cards = {card.id: card for card in store.entities()}
    return Desk(read, parts, known, cards, store.entity_of(), recorded, replay(recorded, known))


def divides(desk: Desk, decision: Decision) -> bool:
    """Whether a decision divides what was read as one."""
    return bool(divide([decision], desk.read))


def as_if(desk: Desk, decision: Decision) -> tuple[Parts, Register]:
    """What is divided when this is decided too, and the register then."""
    if not divides(desk, decision):
        return desk.parts, desk.known
    parts = divide([*desk.recorded, decision], desk.read)
    return parts, desk.known if parts == desk.parts else open_divided(desk.read, parts)
