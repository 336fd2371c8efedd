"""How a list of known things guides the cards: each of its rows takes part as one that bears all its spellings.

A row is put among the referents as an entry: a referent without a document and without mentions. Entries never meet
on one card, and whatever is compared with an entry is compared with all its spellings. Before that, referents that the
text names exactly as a row does, and that fit no other row, are joined with it outright. Persons' decisions go first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kartoteka.names.gazetteers import key
from kartoteka.reconcile.bench import MACHINE
from kartoteka.reconcile.circumstances import NOTHING, Circumstances, opposed
from kartoteka.reconcile.decisions import Parting, settle
from kartoteka.reconcile.evidence import Compare, Keys, Likeness, agrees, remembering, vouches, weigh
from kartoteka.reconcile.nodes import face
from kartoteka.types import Authority, Judgement, Label, Reason, Referent, Verdict

#: The place of an entry among documents.
NOWHERE = ""


def entries(authorities: Iterable[Authority]) -> list[Referent]:
    """An entry for each row, under the row's source; one that does not say what it is is a person's."""
    return [
        Referent(one.source, NOWHERE, one.label or Label.PERSON, one.name, (one.name, *one.variants), ())
        for one in authorities
    ]


def telling(listed: Iterable[Referent], compare: Compare) -> list[Referent]:
    """The entries with a spelling that names its bearer, that first: a row of a bare surname guides nothing."""
    kept = []
    for entry in listed:
        alike = remembering(compare, entry.label)
        names = sorted(entry.names, key=lambda name: not vouches(name, alike))
        if vouches(names[0], alike):
            kept.append(replace(entry, name=names[0], names=tuple(names)))
    return kept


def lifetimes(authorities: Iterable[Authority]) -> dict[str, Circumstances]:
    """When the things of the rows lived, by the ids of their entries."""
    return {one.source: Circumstances(one.birth, one.death) for one in authorities}


@dataclass(frozen=True, slots=True)
class Guidance:
    """What takes part in a reconciling: referents and entries, what joins and parts them, and their lives.

    `guides` are the ids of the entries among the `referents`, `torn` those that fit referents (by id) of whom a
    person decided otherwise.
    """

    referents: tuple[Referent, ...]
    decisions: tuple[Judgement, ...]
    lives: Mapping[str, Circumstances]
    guides: frozenset[str] = frozenset()
    torn: Mapping[str, frozenset[str]] = field(default_factory=dict)


def guide(
    referents: Sequence[Referent],
    decisions: Sequence[Judgement],
    authorities: Sequence[Authority],
    compare: Compare,
    keys: Keys,
    *,
    lives: Mapping[str, Circumstances],
    apart: Sequence[Parting] = (),
) -> Guidance:
    """Put the rows that tell their bearers among the referents, and join with them what bears their very names."""
    if not authorities:
        return Guidance(tuple(referents), tuple(decisions), lives)
    labels = {referent.label for referent in referents}
    listed = [entry for entry in telling(entries(authorities), compare) if entry.label in labels]
    lives = {**lives, **lifetimes(authorities)}
    found = exactly_named(referents, listed, compare, keys, lives)
    torn = _torn(found, referents, decisions, apart)
    links = (
        Judgement(referent, entry.id, Verdict.SAME, 1.0, MACHINE, (_reason(entry),))
        for referent, entry in sorted(found.items())
        if referent not in torn
    )
    guides = frozenset(entry.id for entry in listed)
    return Guidance((*referents, *listed), (*links, *decisions), lives, guides, torn)


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of one label by their keys, and how names and lives are compared with them."""

    alike: Likeness
    keys: Keys
    lives: Mapping[str, Circumstances]
    by_key: Mapping[str, tuple[Referent, ...]]


def exactly_named(
    referents: Sequence[Referent],
    listed: Sequence[Referent],
    compare: Compare,
    keys: Keys,
    lives: Mapping[str, Circumstances],
) -> dict[str, Referent]:
    """The entry of each referent (by id) that is named exactly as it, in full, and fits no other."""
    found: dict[str, Referent] = {}
    for label in sorted({entry.label for entry in listed}):
        table = _table([entry for entry in listed if entry.label is label], label, compare, keys, lives)
        for referent in (one for one in referents if one.label is label):
            entry = _only(referent, table)
            if entry is not None:
                found[referent.id] = entry
    return found


def _reason(entry: Referent) -> Reason:
    return Reason("authority", 1.0, f"{entry.id}: {entry.name}")


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
    found = {one: tuple(entries_) for one, entries_ in by_key.items()}
    return Listed(remembering(compare, label), keys, lives, found)


def _only(referent: Referent, table: Listed) -> Referent | None:
    """The entry that has a full name of the referent as it stands, where no other fits it."""
    names = face(referent, table.alike)
    if not vouches(names[0], table.alike):
        return None
    near = {
        entry.id: entry
        for name in names
        for one in table.keys(referent.label, name)
        for entry in table.by_key.get(one, ())
    }
    fitting = [near[entry] for entry in sorted(near) if _fits(referent, names, near[entry], table)]
    if len(fitting) != 1:
        return None
    spelled = {key(name) for name in fitting[0].names}
    return fitting[0] if any(key(name) in spelled for name in names) else None


def _fits(referent: Referent, names: Sequence[str], entry: Referent, table: Listed) -> bool:
    """Whether the names agree with some spelling of the entry, and the lives do not speak against it."""
    lives = table.lives.get(referent.id, NOTHING), table.lives.get(entry.id, NOTHING)
    if opposed(*lives) is not None:
        return False
    return any(agrees(weigh(names, (name,), table.alike)) for name in entry.names)


def _torn(
    found: Mapping[str, Referent],
    referents: Sequence[Referent],
    decisions: Sequence[Judgement],
    apart: Sequence[Parting],
) -> dict[str, frozenset[str]]:
    """The referents whose links a person's decisions speak against, with the entries that they leave open.

    A person brought together what two entries name, or parted what one of them does.
    """
    settlement = settle(decisions, {referent.id: referent.label for referent in referents}, apart)
    named: dict[str, set[str]] = defaultdict(set)
    for referent, entry in found.items():
        named[settlement.group.get(referent, referent)].add(entry.id)
    torn = {group for group, rows in named.items() if len(rows) > 1}
    groups = {referent: settlement.group.get(referent, referent) for referent in found}
    for sides in settlement.apart:
        met = [{groups[one] for one in side if one in groups} for side in sides]
        left, right = (frozenset[str]().union(*(named[group] for group in side)) for side in met)
        torn |= {group for side in met for group in side if named[group] & left & right}
    return {referent: frozenset(named[group]) for referent, group in groups.items() if group in torn}
