"""Judge the nodes of one label: each pair once, a person's word before the names'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from kartoteka.reconcile.circumstances import Circumstances, of_all, opposed
from kartoteka.reconcile.evidence import Likeness, agrees, rules, weigh
from kartoteka.reconcile.nodes import Node
from kartoteka.reconcile.spelling import as_written
from kartoteka.types import Comparison, Judgement, Label, Reason, Verdict

MACHINE = "machine"
#: Reasons against identity that no list of names can excuse.
BEYOND_NAMES = frozenset({"life", "post", "decision", "authority", "document"})
DECIDED = Comparison(
    0.0, Verdict.DIFFERENT, (Reason("decision", 0.0, "a person decided that the two are different"),)
)

LISTED = Comparison(
    0.0, Verdict.DIFFERENT, (Reason("authority", 0.0, "two entries of an authority file are never one"),)
)
TOLD_APART = Comparison(
    0.0, Verdict.DIFFERENT, (Reason("document", 0.0, "one document tells two bearers of the name apart"),)
)
OTHER_SEX = Comparison(
    0.0, Verdict.DIFFERENT, (Reason("gender", 0.0, "the surname alone is that of a bearer of the other sex"),)
)


@dataclass(frozen=True, slots=True)
class Bench:
    """All that is needed to judge: nodes, how names compare, which pairs (by number) a person has parted.

    `known` are the circumstances of referents; `memory` holds what has been judged, `lives` the circumstances of nodes.
    """

    nodes: list[Node]
    alike: Likeness
    parted: frozenset[tuple[int, int]]
    known: Mapping[str, Circumstances] = field(default_factory=dict)
    memory: dict[tuple[int, int], Comparison] = field(default_factory=dict)
    lives: dict[int, Circumstances] = field(default_factory=dict)


def judge(bench: Bench, left: int, right: int) -> Comparison:
    """What the names of two nodes say, or a person said, of their being one."""
    pair = (min(left, right), max(left, right))
    if pair not in bench.memory:
        listed = bench.nodes[left].listed and bench.nodes[right].listed
        certain = DECIDED if pair in bench.parted else LISTED if listed and left != right else None
        bench.memory[pair] = certain or _in_context(bench, *pair)
    return bench.memory[pair]


def circumstances(bench: Bench, numbers: Iterable[int]) -> Circumstances:
    """What is known of these nodes together."""
    return of_all((referent.id for number in numbers for referent in bench.nodes[number].referents), bench.known)


def _in_context(bench: Bench, left: int, right: int) -> Comparison:
    """What the names say, unless the times of the two contradict it.

    A doubt about the surname goes where one spelling is what the scheme of its text makes of the other.
    """
    if _told_apart(bench.nodes[left], bench.nodes[right]):
        return TOLD_APART
    if not _may_bear(bench.nodes[left], bench.nodes[right]):
        return OTHER_SEX
    found = _compare(bench, left, right)
    if found.verdict is Verdict.DIFFERENT or not bench.known:
        return found
    lives = _life(bench, left), _life(bench, right)
    if (why := opposed(*lives)) is not None:
        return Comparison(0.0, Verdict.DIFFERENT, (*found.reasons, why))
    surname = next((reason.score for reason in found.reasons if reason.feature == "surname"), 1.0)
    if not 0.0 < surname < 1.0:
        return found
    one, other = ([name for face in bench.nodes[number].faces for name in face] for number in (left, right))
    written = as_written(one, other, lives[0].schemes) or as_written(other, one, lives[1].schemes)
    if written is None:
        return found
    return Comparison(min(1.0, found.score / surname), found.verdict, (*found.reasons, written))


def _told_apart(one: Node, other: Node) -> bool:
    """Whether one document has two bearers of one telling name."""
    if one is other or one.bare or other.bare or one.documents.isdisjoint(other.documents):
        return False
    names = ({name for face in node.faces for name in face} for node in (one, other))
    return not set.isdisjoint(*names)


def _may_bear(one: Node, other: Node) -> bool:
    """Whether surnames alone can be those of the other node's person as to sex: "Postyševa" is no Postyšev."""
    from kartoteka.names.persons.courtesy import may_bear

    if not (one.bare or other.bare) or one.referents[0].label is not Label.PERSON:
        return True
    bare, fuller = (one, other) if one.bare else (other, one)
    surnames, names = ([name for face in node.faces for name in face] for node in (bare, fuller))
    pairs = product(surnames, names)
    return all(may_bear(*pair) and (not fuller.bare or may_bear(*reversed(pair))) for pair in pairs)


def _life(bench: Bench, number: int) -> Circumstances:
    if number not in bench.lives:
        bench.lives[number] = circumstances(bench, [number])
    return bench.lives[number]


def contradiction(bench: Bench, lefts: list[int], rights: list[int]) -> tuple[int, int] | None:
    """The first pair across two sets of nodes that cannot be one; None where nothing contradicts their union.

    Names that are not even compatible, though no contradiction is certain, cannot be one by way of others either.
    """
    for left in lefts:
        for right in rights:
            found = judge(bench, left, right)
            against = found.verdict is Verdict.DIFFERENT or found.score < _least(bench, left, right)
            if against and not _listed_together(bench, [*lefts, *rights], left, right):
                return left, right
    return None


def _listed_together(bench: Bench, numbers: list[int], left: int, right: int) -> bool:
    """Whether an entry among these nodes has names of both, whose names alone speak against each other."""
    if not {reason.feature for reason in judge(bench, left, right).reasons}.isdisjoint(BEYOND_NAMES):
        return False
    entries = (number for number in numbers if bench.nodes[number].listed and number not in (left, right))
    return any(_bears(bench, entry, left) and _bears(bench, entry, right) for entry in entries)


def _bears(bench: Bench, entry: int, number: int) -> bool:
    return agrees(judge(bench, entry, number), bare=bench.nodes[number].bare)


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
