"""Bring all spellings of one person, office, organization or place together on one card, or keep them apart."""

from __future__ import annotations

from kartoteka.reconcile.circumstances import find_circumstances
from kartoteka.reconcile.entities import count_spellings
from kartoteka.reconcile.resolve import Resolution, resolve
from kartoteka.store import Store

__all__ = ["Resolution", "count_spellings", "reconcile", "resolve"]


def reconcile(store: Store) -> None:
    """Write the cards of a project anew, from all its referents and every decision that holds.

    The former cards and the machine's former judgements are replaced together; decisions are only read.
    """
    referents = list(store.referents())
    decisions = [decision.judgement for decision in store.decisions() if not decision.undone]
    known = find_circumstances(store.lives(), store.tenures())
    spellings = count_spellings(referents, store.mentions())
    resolution = resolve(referents, decisions, spellings=spellings, known=known)
    store.set_resolution(resolution.judgements, resolution.entities)
