"""Judge the nodes of one label: each pair once, a person's word before the names'."""

from __future__ import annotations

from dataclasses import dataclass, field

from kartoteka.reconcile.evidence import Likeness, agrees, rules, weigh
from kartoteka.reconcile.nodes import Node
from kartoteka.types import Comparison, Judgement, Reason, Verdict

MACHINE = "machine"
DECIDED = Comparison(
    0.0, Verdict.DIFFERENT, (Reason("decision", 0.0, "a person decided that the two are different"),)
)


@dataclass(frozen=True, slots=True)
class Bench:
    """All that is needed to judge: nodes, how names compare, which pairs (by number) a person has parted.

    `memory` holds what has been judged.
    """

    nodes: list[Node]
    alike: Likeness
    parted: frozenset[tuple[int, int]]
    memory: dict[tuple[int, int], Comparison] = field(default_factory=dict)


def judge(bench: Bench, left: int, right: int) -> Comparison:
    """What the names of two nodes say, or a person said, of their being one."""
    pair = (min(left, right), max(left, right))
    if pair not in bench.memory:
        bench.memory[pair] = DECIDED if pair in bench.parted else _compare(bench, *pair)
    return bench.memory[pair]


def contradiction(bench: Bench, lefts: list[int], rights: list[int]) -> tuple[int, int] | None:
    """The first pair across two sets of nodes that cannot be one; None where nothing contradicts their union.

    Names that are not even compatible, though no contradiction is certain, cannot be one by way of others either.
    """
    for left in lefts:
        for right in rights:
            found = judge(bench, left, right)
            if found.verdict is Verdict.DIFFERENT or found.score < _least(bench, left, right):
                return left, right
    return None


def _least(bench: Bench, left: int, right: int) -> float:
    one, other = bench.nodes[left], bench.nodes[right]
    if one.decided or other.decided:
        return 0.0
    bound = rules().chain_score.get(one.referents[0].label, 0.0)
    return min(bound, rules().bare_agreement) if one.bare or other.bare else bound


def judgement(bench: Bench, left: int, right: int, comparison: Comparison) -> Judgement:
    """A machine's judgement on two nodes, spoken of their first referents."""
    one, other = sorted((bench.nodes[left].id, bench.nodes[right].id))
    return Judgement(one, other, comparison.verdict, comparison.score, MACHINE, comparison.reasons)


def same(comparison: Comparison, *, bare: bool = False) -> Comparison:
    """A comparison as the verdict SAME; `bare` surnames give the reason that made them enough."""
    reasons = comparison.reasons
    if bare:
        reasons += (Reason("bearer", comparison.score, "the project names nobody else of this surname"),)
    return Comparison(comparison.score, Verdict.SAME, reasons)


def unsure(comparison: Comparison, why: str) -> Comparison:
    """A comparison as the verdict UNSURE, for the reason `why`: a case for a person to decide."""
    return Comparison(comparison.score, Verdict.UNSURE, (*comparison.reasons, Reason("open", 0.0, why)))


def _compare(bench: Bench, left: int, right: int) -> Comparison:
    """Compare the faces of two nodes, the best agreement deciding.

    Where a person joined names that contradict each other ("Koba" is "Joseph Stalin"), a name that agrees with
    one of them is not held against the other; any further contradiction stands.
    """
    one, other = bench.nodes[left], bench.nodes[right]
    bare = one.bare or other.bare
    found = {(f, g): weigh(f, g, bench.alike, bare=bare) for f in one.faces for g in other.faces}
    agreeing = {pair for pair, comparison in found.items() if agrees(comparison, bare=bare)}
    for (f, g), comparison in sorted(found.items()):
        excused = any(
            (g == g2 and _at_odds(bench, f, f2)) or (f == f2 and _at_odds(bench, g, g2)) for f2, g2 in agreeing
        )
        if comparison.verdict is Verdict.DIFFERENT and not excused:
            return comparison
    return max((found[pair] for pair in sorted(agreeing or found)), key=lambda comparison: comparison.score)


def _at_odds(bench: Bench, face: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return weigh(face, other, bench.alike).verdict is Verdict.DIFFERENT
