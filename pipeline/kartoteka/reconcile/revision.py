"""What a reconciling has to look at: everything, or only what has changed since the last one and what that concerns."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kartoteka import __version__
from kartoteka.names.bodies.gazetteers import key
from kartoteka.reconcile.evidence import Compare, Keys, rules
from kartoteka.reconcile.examining import concerned, meeting_keys
from kartoteka.reconcile.meaning import Register
from kartoteka.reconcile.replay import Replay, touched
from kartoteka.store import Store
from kartoteka.types import Authority, Referent

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
    that went, what a decision touches that was made, undone or came to mean others since (`weighed` are those of now,
    and rows that others have the spellings of), and all that any of these concern.
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
    return {
        _mark(f"{one.number} {one.undone}", held.get(one.number, ())): touched(one, known) for one in decisions
    }


def weigh_rows(authorities: Sequence[Authority], referents: Iterable[Referent]) -> dict[str, frozenset[str]]:
    """The ids of the referents that have a spelling of a row of an authority file, by a mark of the row and of these.

    A row that guides nobody is that of the only card so spelled, so each of these concerns the others.
    """
    bearers: dict[str, list[Referent]] = defaultdict(list)
    for referent in referents if authorities else ():
        for name in {key(name) for name in referent.names}:
            bearers[name].append(referent)
    groups = {
        one.source: frozenset(
            referent.id
            for name in {key(name) for name in (one.name, *one.variants)}
            for referent in bearers.get(name, ())
            if one.label in (None, referent.label)
        )
        for one in authorities
    }
    return {_mark(source, [group]): group | {source} for source, group in groups.items() if group}


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


def _mark(name: str, sides: Sequence[frozenset[str]]) -> str:
    """What tells a decision or a row from others, and from itself when it means others."""
    digest = hashlib.sha256(repr([sorted(side) for side in sides]).encode()).hexdigest()[:16]
    return f"{name} {digest}"


def _by(store: Store, convention: str) -> str:
    """A short name for all that the cards follow from besides texts and decisions."""
    facts = (__version__, repr(rules()), convention, repr(store.authority_files()))
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:16]
