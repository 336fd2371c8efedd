"""Who takes part in reconciling: everybody but what is no entity and whom nobody can name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from kartoteka.reconcile.entities import Spellings, make_entities
from kartoteka.reconcile.meaning import Mentions, fold
from kartoteka.reconcile.replay import Replay
from kartoteka.types import Entity, Referent


@dataclass(frozen=True, slots=True)
class Admission:
    """`referents` are those to compare, without their ignored names; each of `unknown` has a card of its own.

    `ignored` are the ids of the mentions that name nothing.
    """

    referents: tuple[Referent, ...]
    unknown: tuple[Referent, ...]
    ignored: frozenset[str]


def admit(referents: Iterable[Referent], decided: Replay, mentions: Mentions) -> Admission:
    """Take ignored names away, and with them who has no other; set apart who is unknown."""
    ignored: set[str] = set()
    left: list[Referent] = []
    for referent in referents:
        one: Referent | None = referent
        if referent.id in decided.ignored:
            one, hidden = _without(referent, decided.ignored[referent.id], mentions)
            ignored |= hidden
        if one is not None:
            left.append(one)
    compared = tuple(one for one in left if one.id not in decided.unknown)
    return Admission(compared, tuple(one for one in left if one.id in decided.unknown), frozenset(ignored))


def cards_of_unknown(unknown: Iterable[Referent], spellings: Spellings, convention: str) -> tuple[Entity, ...]:
    """A card for each who cannot be named, with an id that no namesake has, called by the project's convention."""
    from kartoteka import names

    groups = [(f"{one.name}\nunknown in {one.document}", [one]) for one in sorted(unknown, key=lambda one: one.id)]
    return make_entities(groups, spellings, partial(names.display_name, convention=convention))


def _without(
    referent: Referent, spellings: frozenset[str], mentions: Mentions
) -> tuple[Referent | None, set[str]]:
    """A referent without the mentions so spelled, None where it has no others; and these mentions."""
    own = [one for one in mentions(referent.document) if one.id in set(referent.mentions)]
    hidden = {one.id for one in own if fold(one.name) in spellings or fold(one.text) in spellings}
    gone = {one.name for one in own if one.id in hidden} - {one.name for one in own if one.id not in hidden}
    names = tuple(name for name in referent.names if name not in gone and fold(name) not in spellings)
    if not names:
        return None, set(referent.mentions)
    kept = tuple(one for one in referent.mentions if one not in hidden)
    return replace(referent, name=names[0], names=names, mentions=kept), hidden
