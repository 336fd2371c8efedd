"""How a list of known things guides the cards: each of its rows takes part as one that bears all its spellings.

A row is put among the referents as an entry: a referent without a document and without mentions. Entries never meet
on one card, and whatever is compared with an entry is compared with all its spellings. Before that, referents that the
text names exactly as a row does, and that fit no other row, are joined with it outright; those with names of several
rows have part in none. Persons' decisions go first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kartoteka.reconcile.bench import MACHINE
from kartoteka.reconcile.circumstances import Circumstances
from kartoteka.reconcile.decisions import Parting, settle
from kartoteka.reconcile.evidence import Compare, Keys, remembering, vouches
from kartoteka.reconcile.fitting import Fit, fitting
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
    person decided otherwise, `fits` what the names of referents fit; `apart` holds the sets that are never to meet.
    """

    referents: tuple[Referent, ...]
    decisions: tuple[Judgement, ...]
    lives: Mapping[str, Circumstances]
    apart: tuple[Parting, ...] = ()
    guides: frozenset[str] = frozenset()
    torn: Mapping[str, frozenset[str]] = field(default_factory=dict)
    fits: Mapping[str, Fit] = field(default_factory=dict)


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
        return Guidance(tuple(referents), tuple(decisions), lives, tuple(apart))
    labels = {referent.label for referent in referents}
    listed = [entry for entry in telling(entries(authorities), compare) if entry.label in labels]
    lives = {**lives, **lifetimes(authorities)}
    fits = fitting(referents, listed, compare, keys, lives)
    found = {one: fit.entry for one, fit in fits.items() if fit.entry is not None}
    torn = _torn(found, referents, decisions, apart)
    links = (
        Judgement(referent, entry.id, Verdict.SAME, 1.0, MACHINE, (_reason(entry),))
        for referent, entry in sorted(found.items())
        if referent not in torn
    )
    guides = frozenset(entry.id for entry in listed)
    joined = {side for one in decisions if one.verdict is Verdict.SAME for side in (one.left, one.right)}
    mixed = ((frozenset({one}), fits[one].rows) for one in sorted(fits) if fits[one].mixed and one not in joined)
    return Guidance((*referents, *listed), (*links, *decisions), lives, (*apart, *mixed), guides, torn, fits)


def _reason(entry: Referent) -> Reason:
    return Reason("authority", 1.0, f"{entry.id}: {entry.name}")


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
