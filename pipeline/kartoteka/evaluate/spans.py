"""Which mentions of an answer are right: strictly, where they merely overlap, and by their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kartoteka.evaluate.passages import Answer, Marked, Passage
from kartoteka.types import Label


def compared(passage: Passage, answer: Answer) -> tuple[list[Marked], list[Marked]]:
    """What counts of the gold and of the answer: the annotated labels, without what is optional.

    In a flat set an answer's mention inside a larger one of its labels is left out.
    """
    optional = {m.key for m in passage.mentions if m.optional}
    wanted = [m for m in passage.mentions if not m.optional and m.label in passage.labels]
    found = [m for m in answer.mentions if m.label in passage.labels and m.key not in optional]
    return wanted, (outermost(found) if passage.flat else found)


def outermost(mentions: Sequence[Marked]) -> list[Marked]:
    """The mentions that stand in no larger one, in their order."""
    kept: list[Marked] = []
    widest, end = None, -1
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.end > end:
            widest, end = mention, mention.end
            kept.append(mention)
        elif widest is not None and (mention.start, mention.end) == (widest.start, widest.end):
            kept.append(mention)
    chosen = {id(m) for m in kept}
    return [m for m in mentions if id(m) in chosen]


def strict_hits(wanted: Iterable[Marked], found: Iterable[Marked]) -> int:
    """How many are equal in borders and label."""
    return len({m.key for m in wanted} & {m.key for m in found})


def pair_overlapping(wanted: Sequence[Marked], found: Sequence[Marked]) -> list[tuple[Marked, Marked]]:
    """Pairs of mentions that overlap, each used once, those that share most first."""
    order = sorted(range(len(found)), key=lambda j: found[j].start)
    shared: list[tuple[int, int, int]] = []
    for i, gold in enumerate(wanted):
        for j in order:
            if found[j].start >= gold.end:
                break
            if found[j].overlaps(gold):
                shared.append((min(gold.end, found[j].end) - max(gold.start, found[j].start), i, j))
    left, right = set(range(len(wanted))), set(range(len(found)))
    pairs = []
    for _, i, j in sorted(shared, reverse=True):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((wanted[i], found[j]))
    return pairs


def is_dated(mention: Marked) -> bool:
    """Whether a mention of the gold is a date with a value to be found."""
    return mention.label == Label.DATE and bool(mention.edtf)


def right_value(gold: Marked, mention: Marked) -> bool:
    """Whether a date's own value is what the gold says, or also accepts."""
    return mention.edtf in {gold.edtf, *gold.others}
