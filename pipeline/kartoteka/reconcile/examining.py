"""Which referents a change of the project can concern: only these are compared and carded again.

Cards grow along names that agree. So whatever can change the card of a referent is found from it step by step: over
names that agree with it, over its card, over what a person said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from kartoteka.names.lists.blocking import meeting_signs
from kartoteka.reconcile.evidence import Compare, Keys, Likeness, agrees, remembering
from kartoteka.types import Comparison, Label, Referent, Verdict

#: A label and the names, in alphabetical order: referents that share both meet the same others.
Called = tuple[Label, tuple[str, ...]]


def meeting_keys(referent: Referent, keys: Keys) -> frozenset[str]:
    """All keys under which the names of a referent meet others of its label; one of its own where it has none."""
    found = {f"{referent.label}:{key}" for name in referent.names for key in keys(referent.label, name)}
    if referent.label is Label.PERSON:
        # Full names are paired by comparing all of them at once, by signs coarser than the keys.
        found |= {f"{referent.label}~{sign}" for name in referent.names for sign in meeting_signs(name)}
    return frozenset(found | {f"{referent.label}={referent.name}"})


def concerned(
    referents: Sequence[Referent],
    changed: Iterable[str],
    met: Mapping[str, frozenset[str]],
    bound: Iterable[frozenset[str]],
    compare: Compare,
) -> frozenset[str]:
    """The ids of the changed referents and of all that may come onto one card with them or with each other.

    `met` gives the meeting keys of every referent, `bound` groups that stay or fall together: the referents of a
    card, those of a decision. Referents that share nothing with a change are not looked at.
    """
    called = {referent.id: _called(referent) for referent in referents}
    namesakes: dict[Called, list[str]] = defaultdict(list)
    by_key: dict[str, set[Called]] = defaultdict(set)
    for identity, names in called.items():
        namesakes[names].append(identity)
        for key in met[identity]:
            by_key[key].add(names)
    fellows = _fellows(called, bound)
    alike = {label: remembering(compare, label) for label in Label}
    found = {called[identity] for identity in changed if identity in called}
    waiting = sorted(found)
    while waiting:
        one = waiting.pop()
        near = {other for key in met[namesakes[one][0]] for other in by_key[key]} - found
        reached = {other for other in near if _may_meet(one[1], other[1], alike[one[0]])}
        new = (reached | fellows.get(one, set())) - found
        found |= new
        waiting += sorted(new)
    return frozenset(identity for names in found for identity in namesakes[names])


def _called(referent: Referent) -> Called:
    return referent.label, tuple(sorted(set(referent.names)))


def _fellows(called: Mapping[str, Called], bound: Iterable[frozenset[str]]) -> Mapping[Called, set[Called]]:
    """What those are called who are in a group with somebody called so, step by step through each group."""
    found: dict[Called, set[Called]] = defaultdict(set)
    for group in bound:
        names = sorted({called[identity] for identity in group if identity in called})
        for one, other in pairwise(names):
            found[one].add(other)
            found[other].add(one)
    return found


def _may_meet(names: Sequence[str], others: Sequence[str], alike: Likeness) -> bool:
    """Whether some name of the one and some name of the other say enough to join them, or are the same."""
    if not set(names).isdisjoint(others):
        return True
    return any(_joins(alike(left, right)) for left in names for right in others)


def _joins(comparison: Comparison) -> bool:
    return comparison.verdict is Verdict.SAME or agrees(comparison, bare=True)
