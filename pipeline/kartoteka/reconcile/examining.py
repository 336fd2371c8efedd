"""Which referents a change of the project can concern: only these are compared and carded again.

Cards grow along names that agree. So whatever can change the card of a referent is found from it step by step: over
names that agree with it, over its card, over what a person said of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kartoteka.reconcile.evidence import Compare, Keys, Likeness, agrees, remembering
from kartoteka.types import Comparison, Label, Referent, Verdict


def meeting_keys(referent: Referent, keys: Keys) -> frozenset[str]:
    """All keys under which the names of a referent meet others of its label; one of its own where it has none."""
    found = {f"{referent.label}:{key}" for name in referent.names for key in keys(referent.label, name)}
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
    by_id = {referent.id: referent for referent in referents}
    by_key: dict[str, list[str]] = defaultdict(list)
    for referent in referents:
        for key in met[referent.id]:
            by_key[key].append(referent.id)
    fellows: dict[str, set[str]] = defaultdict(set)
    for group in bound:
        for identity in group:
            fellows[identity] |= group
    alike = {label: remembering(compare, label) for label in Label}
    found = {identity for identity in changed if identity in by_id}
    waiting = sorted(found)
    while waiting:
        one = by_id[waiting.pop()]
        near = {other for key in met[one.id] for other in by_key[key]} - found
        reached = {other for other in near if _may_meet(one, by_id[other], alike[one.label])}
        new = (reached | (fellows[one.id] & by_id.keys())) - found
        found |= new
        waiting += sorted(new)
    return frozenset(found)


def _may_meet(one: Referent, other: Referent, alike: Likeness) -> bool:
    """Whether some name of the one and some name of the other say enough to join them, or are the same."""
    if set(one.names) & set(other.names):
        return True
    return any(_joins(alike(left, right)) for left in one.names for right in other.names)


def _joins(comparison: Comparison) -> bool:
    return comparison.verdict is Verdict.SAME or agrees(comparison, bare=True)
