"""What a reconciling has to look at: everything, or only what has changed since the last one and what that concerns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kartoteka import __version__
from kartoteka.reconcile.evidence import Compare, Keys, rules
from kartoteka.reconcile.examining import concerned, meeting_keys
from kartoteka.reconcile.replay import open_register, touched
from kartoteka.store import Store
from kartoteka.types import Decision, Referent

#: The setting of a project that says by what its cards were made, and the one that holds the decisions then known.
_MADE_BY, _WEIGHED = "cards made by", "decisions weighed"


def examined(
    store: Store,
    referents: Sequence[Referent],
    entries: Sequence[Referent],
    decisions: Sequence[Decision],
    compare: Compare,
    keys: Keys,
    *,
    convention: str,
) -> dict[str, frozenset[str]]:
    """The referents to compare and card again, by id, with their meeting keys.

    All of them where the program, its rules, the authority files (`entries` are their rows) or the convention for
    names are others than last time; else those that came or changed, what was named together with those that went,
    what a decision made or undone since touches, and all that any of these concern.
    """
    state = store.examination()
    anew = store.settings().get(_MADE_BY) != _by(store, convention)
    met = {
        one.id: (not anew and state.keys.get(one.id)) or meeting_keys(one, keys) for one in (*referents, *entries)
    }
    if anew:
        return {one.id: met[one.id] for one in referents}
    known = open_register(store, referents)
    groups = [touched(decision, known) for decision in decisions]
    weighed = set(json.loads(store.settings().get(_WEIGHED, "[]")))
    changed = {one.id for one in referents if one.id not in state.keys or state.touched & met[one.id]}
    for decision, group in zip(decisions, groups, strict=True):
        if _mark(decision) not in weighed:
            changed |= group
    found = concerned([*referents, *entries], changed, met, [*groups, *_cards(store)], compare)
    return {one.id: met[one.id] for one in referents if one.id in found}


def note(store: Store, decisions: Iterable[Decision], convention: str) -> None:
    """Remember by what the cards were made, for the next time."""
    store.set_setting(_MADE_BY, _by(store, convention))
    store.set_setting(_WEIGHED, json.dumps([_mark(decision) for decision in decisions]))


def forget(store: Store) -> None:
    """Have the next reconciling look at everything."""
    store.set_setting(_MADE_BY, "")


def within(chosen: Mapping[str, object], referents: Iterable[Referent]) -> list[Referent]:
    """Those of the referents that were chosen."""
    return [one for one in referents if one.id in chosen]


def _cards(store: Store) -> Iterator[frozenset[str]]:
    return (frozenset(entity.referents) for entity in store.entities())


def _mark(decision: Decision) -> str:
    return f"{decision.number} {decision.undone}".strip()


def _by(store: Store, convention: str) -> str:
    """A short name for all that the cards follow from besides texts and decisions."""
    facts = (__version__, repr(rules()), convention, repr(store.authority_files()))
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]
