"""Which passages are quoted for a tie: one that names both cards, else what is said of the one beside the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from kartoteka.network.statements import Namings, naming
from kartoteka.types.network import Ground, Stretch, Told


def choose(ends: tuple[str, str], grounds: Sequence[Ground], places: Namings, most: int) -> list[Stretch]:
    """The passages of a tie: that which names both, else one of the source and one of the target, then the rest.

    Of several those come first that state the tie itself, then those that tell a date and the post. Where nothing
    names the one, as an infobox does not name whom it is about, that which names the other comes first. At least the
    first two are kept.
    """
    stated = [told for ground in grounds for told in ground.stated]
    sides = [[told for ground in grounds for told in side(ground)] for side in (_mine, _theirs)]
    both = [told for told in _best(stated or _of_both(grounds)) if naming(told[0], ends, places) > 1]
    each = [_side(end, stated, side, places) for end, side in zip(ends, sides, strict=True)]
    apart = sorted(filter(None, each), key=lambda told: not naming(told[0], ends, places))
    first = both[:1] or apart
    rest = _turns(*map(_best, sides))
    if stated:
        rest = sorted(_best(stated), key=lambda told: -naming(told[0], ends, places))
    chosen = dict.fromkeys(stretch for stretch, _ in (*first, *both, *rest, *apart))
    return list(chosen)[: max(most, len(first))]


def _mine(ground: Ground) -> Sequence[Told]:
    return ground.mine


def _theirs(ground: Ground) -> Sequence[Told]:
    return ground.theirs


def _of_both(grounds: Sequence[Ground]) -> list[Told]:
    """What is said in one passage of the terms of both."""
    return [
        told for ground in grounds for told in ground.mine if told[0] in {stretch for stretch, _ in ground.theirs}
    ]


def _side(end: str, stated: Sequence[Told], side: Sequence[Told], places: Namings) -> Told | None:
    """The passage that stands for one of two: one that names it, else what else is said of its term, or of the tie."""
    own = [*_best(stated), *_best(side)]
    named = [told for told in own if naming(told[0], (end,), places)]
    return next(iter((*named, *_best(side), *own)), None)


def _best(told: Sequence[Told]) -> list[Told]:
    """What tells more first."""
    return sorted(told, key=lambda one: -one[1])


def _turns(mine: Sequence[Told], theirs: Sequence[Told]) -> list[Told]:
    return [told for pair in zip_longest(mine, theirs) for told in pair if told]
