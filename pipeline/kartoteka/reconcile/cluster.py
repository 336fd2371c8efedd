"""Bring nodes together, the likeliest first, and never across a contradiction.

Plain chains of links would let one wrong link merge two people; here every member of one cluster is held against
every member of the other before they are joined, and a name that fits two contradicting bearers waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kartoteka.reconcile.bench import Bench, contradiction, judge, judgement, same, unsure
from kartoteka.reconcile.circumstances import LIFE
from kartoteka.reconcile.evidence import agrees, rules
from kartoteka.types import Judgement, Verdict


@dataclass(slots=True)
class Partition:
    """Clusters in the making, each known by one of its nodes.

    `home` is the cluster of each node, `members` its nodes; `links` are the neighbours of each node with their
    scores, `hostile` the clusters that a cluster cannot meet, `judgements` what was done and refused, and why.
    `bare` says that the nodes are bare surnames.
    """

    bench: Bench
    home: dict[int, int]
    members: dict[int, list[int]]
    bare: bool = False
    links: dict[int, list[tuple[float, int]]] = field(default_factory=dict)
    hostile: dict[int, set[int]] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)


def cluster(
    bench: Bench, numbers: Iterable[int], pairs: Iterable[tuple[int, int]], *, bare: bool = False
) -> Partition:
    """Cluster these nodes by those of their pairs that agree (`bare`: that are compatible surnames).

    A link is followed at once where nothing rivals it, later where one cluster clearly dominates its rivals,
    otherwise not at all. Names that agree but whose times do not are a judgement too. The result depends on the
    nodes alone, not on the order of the pairs.
    """
    home = {number: number for number in numbers}
    partition = Partition(bench, home, {number: [number] for number in home}, bare)
    edges = []
    for pair in sorted(pairs):
        found = judge(bench, *pair)
        if agrees(found, bare=bare):
            edges.append((-found.score, pair))
        elif found.verdict is Verdict.SAME:
            partition.judgements.append(
                judgement(bench, *pair, unsure(found, "not alike enough to be joined unseen"))
            )
        elif any(reason.feature == LIFE for reason in found.reasons):
            partition.judgements.append(judgement(bench, *pair, found))
    edges.sort()
    for score, (left, right) in edges:
        partition.links.setdefault(left, []).append((-score, right))
        partition.links.setdefault(right, []).append((-score, left))
    waiting = [pair for _, pair in edges if not _follow(partition, pair, dominance=False)]
    for pair in waiting:
        if not _follow(partition, pair, dominance=True):
            _leave_open(partition, pair)
    return partition


def documents(partition: Partition, home: int) -> frozenset[str]:
    """The documents in which a cluster is named."""
    return frozenset().union(*(partition.bench.nodes[number].documents for number in partition.members[home]))


def listed(partition: Partition, home: int) -> bool:
    """Whether a cluster has an entry of an authority file."""
    return any(partition.bench.nodes[number].listed for number in partition.members[home])


def dominates(count: int, others: Iterable[int]) -> bool:
    """Whether one that is named in `count` documents clearly leads others named in so many."""
    return count >= rules().dominant_documents and count >= rules().dominant_ratio * max(others, default=0)


def _follow(partition: Partition, pair: tuple[int, int], *, dominance: bool) -> bool:
    """Join the clusters of a pair, unless they contradict each other. False where the pair must wait."""
    left, right = (partition.home[number] for number in pair)
    if left == right or right in partition.hostile.get(left, ()):
        return True
    against = contradiction(partition.bench, partition.members[left], partition.members[right])
    if against is not None:
        _set_hostile(partition, left, right)
        partition.judgements.append(judgement(partition.bench, *against, judge(partition.bench, *against)))
        return True
    for one, other in ((left, right), (right, left)):
        rivals = _rivals(partition, one, other, judge(partition.bench, *pair).score)
        if rivals and not (dominance and _favoured(partition, one, other, rivals)):
            return False
    joined = same(judge(partition.bench, *pair), bare=partition.bare)
    partition.judgements.append(judgement(partition.bench, *pair, joined))
    _join(partition, left, right)
    return True


def _rivals(partition: Partition, one: int, other: int, score: float) -> set[int]:
    """The clusters that `one` fits about as well as `other`, but that are at odds with `other`."""
    near = {
        partition.home[neighbour]
        for number in partition.members[one]
        for likeness, neighbour in partition.links.get(number, ())
        if likeness >= score - rules().rival_margin
    }
    members = partition.members
    return {
        rival
        for rival in near - {one, other}
        if rival in partition.hostile.get(other, ())
        or contradiction(partition.bench, members[other], members[rival]) is not None
    }


def _favoured(partition: Partition, one: int, other: int, rivals: set[int]) -> bool:
    """Whether `other` is the better match for `one` than any rival: in its document, or by far the best known.

    Fame decides nothing between bearers whom the document itself names, nor between entries of an authority file.
    """
    own = documents(partition, one)
    present = [rival for rival in rivals if own & documents(partition, rival)]
    if own & documents(partition, other) and not present:
        return True
    fame = [len(documents(partition, rival)) for rival in rivals]
    if listed(partition, other) and any(listed(partition, rival) for rival in rivals):
        return False
    return not present and dominates(len(documents(partition, other)), fame)


def _leave_open(partition: Partition, pair: tuple[int, int]) -> None:
    found = unsure(judge(partition.bench, *pair), "another card fits about as well and contradicts this one")
    partition.judgements.append(judgement(partition.bench, *pair, found))


def _set_hostile(partition: Partition, left: int, right: int) -> None:
    partition.hostile.setdefault(left, set()).add(right)
    partition.hostile.setdefault(right, set()).add(left)


def _join(partition: Partition, left: int, right: int) -> None:
    """Move the smaller cluster into the larger, with its enemies."""
    kept, moved = sorted((left, right), key=lambda home: (-len(partition.members[home]), home))
    for number in partition.members[moved]:
        partition.home[number] = kept
    partition.members[kept] += partition.members.pop(moved)
    for enemy in partition.hostile.pop(moved, set()):
        partition.hostile[enemy].discard(moved)
        _set_hostile(partition, kept, enemy)
