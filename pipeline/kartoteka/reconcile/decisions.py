"""What persons decided, brought into one consistent order: a later decision outranks an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kartoteka.types import Judgement, Label, Verdict


@dataclass(frozen=True, slots=True)
class Settlement:
    """`group` gives the group of each referent that a person spoke of (by its smallest member), `apart` holds the
    pairs of groups that must not meet, each both ways round."""

    group: Mapping[str, str]
    apart: frozenset[tuple[str, str]]


def settle(decisions: Sequence[Judgement], labels: Mapping[str, Label]) -> Settlement:
    """The decisions that hold, given in the order in which they were made.

    Of two that contradict each other, also by way of others ("same" carries over), the later holds; "unsure"
    takes back what was said of the pair before. A decision on a referent that is not in `labels` (its document
    is gone) or on two of different labels has no effect now.
    """
    members: dict[str, set[str]] = {}
    apart: set[tuple[str, str]] = set()
    for judgement in _latest_first(decisions, labels):
        left = members.setdefault(judgement.left, {judgement.left})
        right = members.setdefault(judgement.right, {judgement.right})
        if judgement.verdict is Verdict.DIFFERENT and left is not right:
            apart |= {(judgement.left, judgement.right), (judgement.right, judgement.left)}
        elif judgement.verdict is Verdict.SAME and left is not right and not _parted(left, right, apart):
            left |= right
            members.update(dict.fromkeys(right, left))
    group = {identity: min(together) for identity, together in members.items()}
    return Settlement(group, frozenset((group[left], group[right]) for left, right in apart))


def _latest_first(decisions: Sequence[Judgement], labels: Mapping[str, Label]) -> Iterable[Judgement]:
    spoken: set[frozenset[str]] = set()
    for judgement in reversed(decisions):
        pair = frozenset((judgement.left, judgement.right))
        label = labels.get(judgement.left)
        if len(pair) == 2 and pair not in spoken and label is not None and label == labels.get(judgement.right):
            spoken.add(pair)
            yield judgement


def _parted(left: set[str], right: set[str], apart: set[tuple[str, str]]) -> bool:
    return any((one, other) in apart for one in left for other in right)
