"""What a reconciling has to look at: everything, or only what has changed since the last one and what that concerns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kartoteka import __version__
from kartoteka.reconcile.evidence import Compare, Keys, rules
from kartoteka.reconcile.examining import concerned, meeting_keys
from kartoteka.reconcile.meaning import Register
from kartoteka.reconcile.replay import Replay, touched
from kartoteka.store import Store
from kartoteka.types import Decision, Referent

#: The setting of a project that says by what its cards were made, and the one that holds the decisions then known.
_MADE_BY, _WEIGHED = "cards made by", "decisions weighed"
#: The setting that says which rows of authority files have a card, each with a referent on it.
_ROWS = "rows found"


def examined(
    store: Store,
    referents: Sequence[Referent],
    entries: Sequence[Referent],
    compare: Compare,
    keys: Keys,
    *,
    weighed: Mapping[str, frozenset[str]],
    convention: str,
    anew: bool = False,
) -> dict[str, frozenset[str]]:
    """The referents to compare and card again, by id, with their meeting keys.

    All of them if `anew`, or where the program, its rules, the authority files (`entries` are their rows) or the
    convention for names are others than last time; else those that came or changed, what was named together with those
    that went, what a decision touches that was made, undone or came to mean others since (`weighed` are those of now),
    and all that any of these concern.
    """
    state = store.examination()
    anew = anew or store.settings().get(_MADE_BY) != _by(store, convention)
    met = {
        one.id: (not anew and state.keys.get(one.id)) or meeting_keys(one, keys) for one in (*referents, *entries)
    }
    if anew:
        return {one.id: met[one.id] for one in referents}
    before = set(json.loads(store.settings().get(_WEIGHED, "[]")))
    changed = {one.id for one in referents if one.id not in state.keys or state.touched & met[one.id]}
    changed.update(*(group for mark, group in weighed.items() if mark not in before))
    found = concerned([*referents, *entries], changed, met, [*weighed.values(), *_cards(store)], compare)
    return {one.id: met[one.id] for one in referents if one.id in found}


def weigh(decided: Replay, known: Register) -> dict[str, frozenset[str]]:
    """The ids of the referents that each decision may bear on, by a mark of the decision and of its effect now.

    The effect changes with the texts: a second bearer of the spelling comes, or the last one goes.
    """
    held = {one.decision.number: one.sides for one in decided.ledger.entries}
    decisions = [standing.decision for standing in decided.standings]
    return {_mark(one, held.get(one.number, ())): touched(one, known) for one in decisions}


def note(store: Store, weighed: Iterable[str], convention: str) -> None:
    """Remember by what the cards were made, for the next time."""
    store.set_setting(_MADE_BY, _by(store, convention))
    store.set_setting(_WEIGHED, json.dumps(list(weighed)))


def rows_found(
    store: Store, new: Mapping[str, str], chosen: Collection[str], referents: Collection[str]
) -> frozenset[str]:
    """The rows of authority files that a card has, by their sources; remembered for what is not examined.

    `new` are those found now, each with a referent of its card; what was found before counts where its referent stands
    and was not among the `chosen`.
    """
    before = json.loads(store.settings().get(_ROWS, "{}"))
    found = {row: one for row, one in before.items() if one in referents and one not in chosen} | dict(new)
    store.set_setting(_ROWS, json.dumps(found) if found else "")
    return frozenset(found)


def within(chosen: Mapping[str, object], referents: Iterable[Referent]) -> list[Referent]:
    """Those of the referents that were chosen."""
    return [one for one in referents if one.id in chosen]


def _cards(store: Store) -> Iterator[frozenset[str]]:
    return (frozenset(entity.referents) for entity in store.entities())


def _mark(decision: Decision, sides: Sequence[frozenset[str]]) -> str:
    """What tells a decision from others, and from itself when it means others."""
    digest = hashlib.sha256(repr([sorted(side) for side in sides]).encode()).hexdigest()[:16]
    return f"{decision.number} {decision.undone} {digest}"


def _by(store: Store, convention: str) -> str:
    """A short name for all that the cards follow from besides texts and decisions."""
    facts = (__version__, repr(rules()), convention, repr(store.authority_files()))
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]
