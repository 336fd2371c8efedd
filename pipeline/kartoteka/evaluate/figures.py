"""The figures: precision, recall and F1 of spans, values, cards and tenures over many passages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kartoteka.evaluate.cards import CARDED, b_cubed, lay_out
from kartoteka.evaluate.passages import Pair
from kartoteka.evaluate.spans import (
    compared,
    is_dated,
    outermost,
    pair_overlapping,
    right_value,
    strict_hits,
)
from kartoteka.evaluate.tenures import judged, match_tenures, never_held
from kartoteka.types import Label

#: Right, found, wanted; added up by what is counted.
Tally = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1, 0 where nothing was found or wanted; how many the gold has and how many were found."""

    precision: float
    recall: float
    gold: int
    found: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, by label where it has one; ALL in `strict` is all labels together.

    `values` has precision over the dates whose borders are right and recall over those of the gold. For sets of
    rows whose dates have values, `overlapping_values` says how many of them an overlapping date has found: under
    "edtf" the date's own value, under "interval" also what its bound word makes of it. `unheld` has how many posts
    that were proposed, refused or prevented the gold has (`gold`) and how many of them were given as held (`found`).
    """

    passages: int
    strict: Mapping[str, Score]
    relaxed: Mapping[str, Score]
    values: Score
    overlapping_values: Mapping[str, Score]
    cards: Mapping[str, Score]
    holdings: Score
    tenures: Score
    unheld: Score


def measure(pairs: Sequence[Pair]) -> Figures:
    """The figures of answers to passages, over all of them together."""
    tally: Tally = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        _count_spans(pair, tally)
        (_count_overlapping_values if pair[0].flat else _count_values)(pair, tally)
        _count_tenures(pair, tally)
    labels = [str(label) for label in Label]
    strict = {label: _score(tally[f"strict {label}"]) for label in labels}
    return Figures(
        len(pairs),
        strict | {"ALL": _score([sum(tally[f"strict {label}"][i] for label in labels) for i in range(3)])},
        {label: _score(tally[f"relaxed {label}"]) for label in labels},
        _score(tally["values"]),
        {kind: _score(tally[f"overlapping {kind}"]) for kind in ("edtf", "interval")},
        {str(label): _score_cards(pairs, label) for label in CARDED},
        _score(tally["holdings"]),
        _score(tally["tenures"]),
        _score(tally["unheld"]),
    )


def as_json(figures: Figures) -> dict[str, Any]:
    """Plain values: p, r, f1, gold and predicted of each measure; the values of dates of_gold and of_matched."""
    values = figures.values
    return {
        "passages": figures.passages,
        "strict": {name: _plain(score) for name, score in figures.strict.items()},
        "relaxed": {name: _plain(score) for name, score in figures.relaxed.items()},
        "edtf": {"of_gold": values.recall, "of_matched": values.precision, "gold": values.gold},
        "overlapping": {name: _plain(score) for name, score in figures.overlapping_values.items()},
        "b3": {name: _plain(score) for name, score in figures.cards.items()},
        "holdings": _plain(figures.holdings),
        "tenures": _plain(figures.tenures),
        "unheld": {"gold": figures.unheld.gold, "given_as_held": figures.unheld.found},
    }


def _plain(score: Score) -> dict[str, float]:
    rates = {"p": score.precision, "r": score.recall, "f1": score.f1}
    return {**rates, "gold": score.gold, "predicted": score.found}


def _score(counts: Sequence[int]) -> Score:
    right, found, gold = counts
    return Score(right / found if found else 0.0, right / gold if gold else 0.0, gold, found)


def _add(tally: Tally, name: str, right: int, found: int, gold: int) -> None:
    for slot, value in enumerate((right, found, gold)):
        tally[name][slot] += value


def _count_spans(pair: Pair, tally: Tally) -> None:
    wanted, found = compared(*pair)
    for label in pair[0].labels:
        golds = [m for m in wanted if m.label == label]
        ours = [m for m in found if m.label == label]
        _add(tally, f"strict {label}", strict_hits(golds, ours), len(ours), len(golds))
        _add(tally, f"relaxed {label}", len(pair_overlapping(golds, ours)), len(ours), len(golds))


def _count_values(pair: Pair, tally: Tally) -> None:
    wanted, found = compared(*pair)
    by_key = {m.key: m for m in found}
    dated = [m for m in wanted if is_dated(m)]
    matched = [(m, by_key[m.key]) for m in dated if m.key in by_key]
    _add(tally, "values", sum(right_value(*both) for both in matched), len(matched), len(dated))


def _count_overlapping_values(pair: Pair, tally: Tally) -> None:
    golds = [m for m in pair[0].mentions if is_dated(m)]
    if not golds:
        return
    ours = outermost([m for m in pair[1].mentions if m.label == Label.DATE])
    over = [(gold, [m for m in ours if m.overlaps(gold)]) for gold in golds]
    own = sum(any(right_value(gold, m) for m in near) for gold, near in over)
    either = sum(any(gold.edtf in (m.edtf, m.interval) for m in near) for gold, near in over)
    _add(tally, "overlapping edtf", own, len(ours), len(golds))
    _add(tally, "overlapping interval", either, len(ours), len(golds))


def _count_tenures(pair: Pair, tally: Tally) -> None:
    if pair[0].flat:
        return
    wanted, found = pair[0].tenures, judged(pair)
    _add(tally, "unheld", 0, never_held(pair), len(pair[0].unheld))
    for name, dated in (("holdings", False), ("tenures", True)):
        _add(tally, name, len(match_tenures(pair, wanted, found, dated=dated)), len(found), len(wanted))


def _score_cards(pairs: Sequence[Pair], label: str) -> Score:
    cards = lay_out(pairs, label)
    return Score(*b_cubed(cards), len(cards.wanted), len(cards.found))
