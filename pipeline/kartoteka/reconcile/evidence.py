"""What speaks for and against two referents being one: their names, weighed against each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from kartoteka import resources
from kartoteka.types import Comparison, Label, Verdict

Compare = Callable[[Label, str, str], Comparison]
Keys = Callable[[Label, str], frozenset[str]]
Likeness = Callable[[str, str], Comparison]


@dataclass(frozen=True, slots=True)
class Rules:
    """How much evidence is asked for; models/reconcile/rules.toml says what each bound means."""

    merge_score: float
    bare_agreement: float
    rival_margin: float
    tolerated_contradictions: float
    dominant_documents: int
    dominant_ratio: float
    compared_names: int
    largest_block: int
    births_apart: int
    deaths_apart: int
    after_death: int
    of_age: int
    chain_score: Mapping[str, float]


@cache
def rules() -> Rules:
    """The bounds of models/reconcile/rules.toml."""
    return Rules(**resources.read_toml("reconcile/rules.toml"))


def remembering(compare: Compare, label: Label) -> Likeness:
    """The comparison of two names of one label, made once for each pair, in whichever order they come."""

    @cache
    def ordered(left: str, right: str) -> Comparison:
        return compare(label, left, right)

    return lambda left, right: ordered(min(left, right), max(left, right))


def vouches(name: str, alike: Likeness) -> bool:
    """Whether a name says enough to tell its bearer: "S. Kosior" does, a bare "Kosior" does not."""
    return alike(name, name).verdict is Verdict.SAME


def weigh(left: Sequence[str], right: Sequence[str], alike: Likeness, *, bare: bool = False) -> Comparison:
    """Compare every spelling of one with every spelling of the other; both open with the fullest.

    DIFFERENT where the fullest contradict each other or contradictions are no fewer than agreements, UNSURE where
    they are more than the rules tolerate, else the best agreement with its reasons. With `bare`, where one side
    has surnames alone, compatible names count as agreement and the verdict stays UNSURE.
    """
    found = [alike(one, other) for one, other in product(left, right)]
    if found[0].verdict is Verdict.DIFFERENT:
        return found[0]
    against = [comparison for comparison in found if comparison.verdict is Verdict.DIFFERENT]
    agreeing = [comparison for comparison in found if agrees(comparison, bare=bare)]
    if against and len(against) >= len(agreeing):
        return min(against, key=_score)
    best = max(agreeing or found, key=_score)
    if not against:
        return best
    share = len(against) / (len(against) + len(agreeing))
    tolerated = share <= rules().tolerated_contradictions
    reasons = best.reasons + min(against, key=_score).reasons
    return Comparison(best.score * (1 - share), best.verdict if tolerated else Verdict.UNSURE, reasons)


def agrees(comparison: Comparison, *, bare: bool = False) -> bool:
    """Whether a comparison is enough to join; with `bare`, whether two names are compatible and alike enough."""
    if comparison.verdict is Verdict.UNSURE:
        return bare and comparison.score >= rules().bare_agreement
    return comparison.verdict is Verdict.SAME and comparison.score >= rules().merge_score


def _score(comparison: Comparison) -> float:
    return comparison.score
