"""Which rows of a list of known things the names of a referent fit, and whose it is by that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from kartoteka.names.bodies.gazetteers import key
from kartoteka.reconcile.circumstances import NOTHING, Circumstances, opposed
from kartoteka.reconcile.evidence import Compare, Keys, Likeness, agrees, remembering, vouches, weigh
from kartoteka.reconcile.nodes import face
from kartoteka.types import Label, Referent, Verdict


@dataclass(frozen=True, slots=True)
class Fit:
    """The entries (by id) that the names of a referent fit.

    `entry` is the one that it is spelled as, where it fits no other. `mixed` are its names where some are those of one
    entry and some of another, so that it is neither's.
    """

    rows: frozenset[str]
    entry: Referent | None = None
    mixed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one label by their keys, and how names and lives are compared with them."""

    alike: Likeness
    keys: Keys
    lives: Mapping[str, Circumstances]
    by_key: Mapping[str, tuple[Referent, ...]]


def fitting(
    referents: Sequence[Referent],
    listed: Sequence[Referent],
    compare: Compare,
    keys: Keys,
    lives: Mapping[str, Circumstances],
) -> dict[str, Fit]:
    """What each referent (by id) fits that has a full name of an entry; the others are left out."""
    found: dict[str, Fit] = {}
    for label in sorted({entry.label for entry in listed}):
        table = _table([entry for entry in listed if entry.label is label], label, compare, keys, lives)
        own = [one for one in referents if one.label is label]
        fits = {one.id: fit for one in own if (fit := _fit(one, table)) is not None}
        found |= fits
        found |= _called_alike(own, fits, listed, table)
    return found


def _table(
    listed: Sequence[Referent],
    label: Label,
    compare: Compare,
    keys: Keys,
    lives: Mapping[str, Circumstances],
) -> Listed:
    by_key: dict[str, list[Referent]] = defaultdict(list)
    for entry in listed:
        for one in sorted({one for name in entry.names for one in keys(label, name)}):
            by_key[one].append(entry)
    found = {one: tuple(entries) for one, entries in by_key.items()}
    return Listed(remembering(compare, label), keys, lives, found)


def _fit(referent: Referent, table: Listed) -> Fit | None:
    """The entries that its full names agree with: those that all fit which fit any, else it is mixed of several."""
    names = face(referent, table.alike)
    if not vouches(names[0], table.alike):
        return None
    near = _near(referent, names, table)
    agreeing = [
        (name, frozenset(e for e in near if any(agrees(table.alike(name, one)) for one in near[e].names)))
        for name in names
    ]
    told = [(name, rows) for name, rows in agreeing if rows]
    if not told:
        return None
    shared = frozenset.intersection(*(rows for _, rows in told))
    if not shared:
        rows = frozenset[str]().union(*(rows for _, rows in told))
        return Fit(rows, mixed=tuple(sorted(name for name, _ in told)))
    whole = len(told) == len(names)
    fit = frozenset(entry for entry in shared if whole or _outweighs(names, near[entry], table.alike))
    only = near[min(fit)] if len(fit) == 1 else None
    return Fit(fit, only if only and _is_spelled(names, only, table.alike, whole=whole) else None)


def _near(referent: Referent, names: Sequence[str], table: Listed) -> dict[str, Referent]:
    """The entries that share a key with one of the names, and whose lives do not speak against it."""
    found = {e.id: e for n in names for one in table.keys(referent.label, n) for e in table.by_key.get(one, ())}
    life = table.lives.get(referent.id, NOTHING)
    return {one: found[one] for one in sorted(found) if opposed(life, table.lives.get(one, NOTHING)) is None}


def _outweighs(names: Sequence[str], entry: Referent, alike: Likeness) -> bool:
    return any(agrees(weigh(names, (name,), alike)) for name in entry.names)


def _is_spelled(names: Sequence[str], entry: Referent, alike: Likeness, *, whole: bool) -> bool:
    """Whether the entry has one of the names as it stands, or agrees with names that only it can bring together."""
    spelled = {key(name) for name in entry.names}
    if any(key(name) in spelled for name in names):
        return True
    return whole and any(alike(*pair).verdict is Verdict.DIFFERENT for pair in combinations(names, 2))


def _called_alike(
    referents: Sequence[Referent], fits: Mapping[str, Fit], listed: Sequence[Referent], table: Listed
) -> dict[str, Fit]:
    """Those that also have a surname alone by which their document can mean another entry's bearer.

    It names him otherwise there: beside "Lev Rosenfeld", a "Kamenev" need not be Sergei Kamenev.
    """
    entries = {entry.id: entry for entry in listed}
    present: dict[str, list[Referent]] = defaultdict(list)
    for one in referents:
        if one.id in fits and len(fits[one.id].rows) == 1:
            present[one.document].append(one)
    found: dict[str, Fit] = {}
    for referent in (one for named in present.values() if len(named) > 1 for one in named):
        own = fits[referent.id].rows
        for other in (one for one in present[referent.document] if fits[one.id].rows != own):
            (row,) = fits[other.id].rows
            surnames = tuple(_ambiguous(referent, other, entries[row], table.alike))
            if surnames:
                found[referent.id] = Fit(own | {row}, mixed=(*surnames, referent.name))
    return found


def _ambiguous(referent: Referent, other: Referent, entry: Referent, alike: Likeness) -> Iterator[str]:
    """The surnames alone of a referent that are an entry's own, though the document calls its bearer otherwise."""
    usual = (entry.name, *(name for name in entry.names if not vouches(name, alike)))
    for name in sorted(set(referent.names)):
        own, there = (any(agrees(alike(name, one), bare=True) for one in names) for names in (usual, other.names))
        if own and not there and not vouches(name, alike):
            yield name
