"""Bring all spellings of one person, office, organization or place together on one card, or keep them apart."""

from __future__ import annotations

from collections import Counter

from kartoteka.reconcile.resolve import Resolution, resolve
from kartoteka.store import Store

__all__ = ["Resolution", "reconcile", "resolve"]


def reconcile(store: Store) -> None:
    """Write the cards of a project anew, from all its referents and every decision that holds.

    The former cards and the machine's former judgements are replaced together; decisions are only read.
    """
    referents = list(store.referents())
    decisions = [decision.judgement for decision in store.decisions() if not decision.undone]
    names = {mention.id: mention.name for mention in store.mentions()}
    spellings = {referent.id: Counter(names[mention] for mention in referent.mentions) for referent in referents}
    resolution = resolve(referents, decisions, spellings=spellings)
    store.set_resolution(resolution.judgements, resolution.entities)
