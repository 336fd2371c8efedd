"""What persons decided of referents, brought into one consistent order: a later decision outranks an earlier one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kartoteka.types import Judgement, Label, Verdict

#: Two sets of referents (ids) of which none of the one is any of the other.
Parting = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Settlement:
    """`group` gives the group of each referent that a person joined with others (by its smallest member).

    `apart` holds what must not meet; `marks` tells of each referent in which of these, and on which side, it stands.
    """

    group: Mapping[str, str]
    apart: tuple[Parting, ...]
    marks: Mapping[str, tuple[str, ...]]


def settle(
    decisions: Sequence[Judgement], labels: Mapping[str, Label], parted: Iterable[Parting] = ()
) -> Settlement:
    """The decisions that hold, given in the order in which they were made; `parted` hold before all of them.

    Of two that contradict each other, also by way of others ("same" carries over), the later holds; "unsure"
    takes back what was said of the pair before. A decision on a referent that is not in `labels` (its document
    is gone) or on two of different labels has no effect now.
    """
    members: dict[str, set[str]] = {}
    apart = [(lefts & labels.keys(), rights & labels.keys()) for lefts, rights in parted]
    for judgement in _latest_first(decisions, labels):
        left = members.get(judgement.left, {judgement.left})
        right = members.get(judgement.right, {judgement.right})
        if judgement.verdict is Verdict.DIFFERENT and left is not right:
            apart.append((frozenset({judgement.left}), frozenset({judgement.right})))
        elif judgement.verdict is Verdict.SAME and left is not right and not _torn(left, right, apart):
            fewer, joined = sorted((left, right), key=len)
            joined |= fewer
            members.update(dict.fromkeys((*fewer, judgement.left, judgement.right), joined))
    groups = {id(together): together for together in members.values()}
    group = {identity: first for one in groups.values() for first in [min(one)] for identity in one}
    kept = tuple(pair for pair in apart if all(pair))
    return Settlement(group, kept, _marks(kept))


def _latest_first(decisions: Sequence[Judgement], labels: Mapping[str, Label]) -> Iterator[Judgement]:
    spoken: set[frozenset[str]] = set()
    for judgement in reversed(decisions):
        pair = frozenset((judgement.left, judgement.right))
        label = labels.get(judgement.left)
        if len(pair) == 2 and pair not in spoken and label is not None and label == labels.get(judgement.right):
            spoken.add(pair)
            yield judgement


def _torn(one: set[str], other: set[str], apart: Iterable[Parting]) -> bool:
    """Whether the two together would hold some of both sides."""

    def meets(side: frozenset[str]) -> bool:
        return not (one.isdisjoint(side) and other.isdisjoint(side))

    return any(meets(lefts) and meets(rights) for lefts, rights in apart)


def _marks(apart: Sequence[Parting]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for number, sides in enumerate(apart):
        for side, referents in zip("ab", sides, strict=True):
            for referent in referents:
                found.setdefault(referent, []).append(f"{number}{side}")
    return {referent: tuple(marks) for referent, marks in found.items()}
