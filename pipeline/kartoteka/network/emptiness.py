"""Why a network has no tie: the first thing asked for that left nothing, and what stood before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from kartoteka.network.choice import Choice
from kartoteka.network.cooccurrence import count_ties
from kartoteka.network.wording import KINDS, near
from kartoteka.types import BODY, BlockKind, Label

if TYPE_CHECKING:
    from kartoteka.store.appearances import Appearances
    from kartoteka.store.store import Store


def explain(store: Store, appearances: Appearances, choice: Choice, heaviest: int) -> str:
    """One sentence on a network without ties; `heaviest` is the greatest weight of any tie."""
    missing = [label for label in choice.labels if label not in appearances.labels]
    if missing and (choice.mode or len(missing) == len(choice.labels)):
        return f"the project has no cards of {' or '.join(missing)}"
    cards = len(appearances.cards)
    if not len(appearances.card):
        return f"none of {_amount(cards, choice.labels)} is named in {_blocks(choice.kinds)}"
    if heaviest:
        return f"no tie weighs {choice.min_weight}: the heaviest weighs {heaviest}"
    ties = len(count_ties(store, appearances, replace(choice, since="", until="")).tally.pair)
    if not ties:
        return _apart(appearances, choice)
    if (choice.since or choice.until) and not choice.projection:
        return f"no tie of {ties} is dated {_time(choice)}"
    if choice.since or choice.until:
        return f"no two of {_named(appearances, choice.projection)} share one {_other(choice)} {_time(choice)}"
    return f"no two of {_named(appearances, choice.projection)} share one {_other(choice)}"


def _apart(appearances: Appearances, choice: Choice) -> str:
    where = near(str(choice.window))
    if not choice.mode and _count(appearances, choice.labels) == 1:
        return f"{_amount(1, choice.labels)} that is named has nobody to be tied to"
    if not choice.mode:
        return f"no two of {_amount(_count(appearances, choice.labels), choice.labels)} stand {where}"
    one, other = (_named(appearances, kind) for kind in choice.mode)
    return f"none of {one} stands with {other} {where}"


def _named(appearances: Appearances, kind: str) -> str:
    return _amount(_count(appearances, (Label(kind),)), (Label(kind),))


def _count(appearances: Appearances, labels: tuple[Label, ...]) -> int:
    """How many cards of these labels are named."""
    return sum(appearances.labels[card] in labels for card in np.unique(appearances.card).tolist())


def _amount(number: int, labels: tuple[Label, ...]) -> str:
    """The 14 persons."""
    words = KINDS[labels[0]] if len(labels) == 1 else ("card", "cards")
    return f"the {number} {words[number != 1]}" if number != 1 else f"the one {words[0]}"


def _other(choice: Choice) -> str:
    return next(KINDS[kind][0] for kind in choice.mode if kind != choice.projection)


def _blocks(kinds: frozenset[BlockKind]) -> str:
    return "the body of the texts" if kinds == BODY else f"what is {' or '.join(sorted(kinds))}"


def _time(choice: Choice) -> str:
    if choice.since and choice.until:
        return f"from {choice.since} to {choice.until}"
    return f"from {choice.since} on" if choice.since else f"up to {choice.until}"
