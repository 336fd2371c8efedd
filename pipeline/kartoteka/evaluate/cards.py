"""Cards against the entities of the gold: B-cubed precision and recall.

Each mention asks how much of its card is of its own entity (precision), and how much of its entity is on its card
(recall); the figures are the means (Bagga and Baldwin 1998). A mention that was not found is on no card and counts
against recall.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kartoteka.evaluate.passages import Marked, Pair
from kartoteka.evaluate.spans import compared
from kartoteka.types import Label

#: What is reconciled and annotated with entities.
CARDED = (Label.PERSON, Label.ORG, Label.PLACE)
#: The number of the passage, and where in it.
Where = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Cards:
    """Of each mention of a label in the gold its entity, and of those found the card; "" never stands for one."""

    wanted: Mapping[Where, str]
    found: Mapping[Where, str]
    mentions: Mapping[Where, Marked]


def lay_out(pairs: Sequence[Pair], label: str) -> Cards:
    """The entities and cards of a label over all passages; a mention without a card is a card of its own."""
    wanted: dict[Where, str] = {}
    found: dict[Where, str] = {}
    mentions: dict[Where, Marked] = {}
    for number, (passage, answer) in enumerate(pairs):
        golds, ours = compared(passage, answer)
        by_key = {m.key: m for m in ours}
        for gold in golds:
            if gold.label != label or not gold.entity:
                continue
            where = (number, gold.start, gold.end)
            wanted[where], mentions[where] = gold.entity, gold
            if match := by_key.get(gold.key):
                found[where] = match.entity or f"{number}:{gold.start}-{gold.end}"
    return Cards(wanted, found, mentions)


def b_cubed(cards: Cards) -> tuple[float, float]:
    """Precision over the mentions found, recall over those of the gold; 0 where there are none."""
    entities, made = groups(cards.wanted), groups(cards.found)
    precision = recall = 0.0
    for where, card in cards.found.items():
        entity = entities[cards.wanted[where]]
        common = len(entity & made[card])
        precision += common / len(made[card])
        recall += common / len(entity)
    return precision / max(1, len(cards.found)), recall / max(1, len(cards.wanted))


def groups(names: Mapping[Where, str]) -> dict[str, set[Where]]:
    """The mentions of each entity or card."""
    members: dict[str, set[Where]] = defaultdict(set)
    for where, name in names.items():
        members[name].add(where)
    return dict(members)
