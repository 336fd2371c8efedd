"""Which of many referents are worth comparing: those whose names share a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kartoteka.reconcile.evidence import Keys, rules
from kartoteka.reconcile.nodes import Node


def index(nodes: Sequence[Node], keys: Keys, *, numbers: Iterable[int]) -> dict[str, list[int]]:
    """The nodes (by number) under each key of their names, in ascending order."""
    found: dict[str, list[int]] = {}
    for number in numbers:
        for key in node_keys(nodes[number], keys):
            found.setdefault(key, []).append(number)
    return found


def node_keys(node: Node, keys: Keys) -> frozenset[str]:
    """The keys of all the names by which a node is compared."""
    label = node.referents[0].label
    return frozenset(key for face in node.faces for name in face for key in keys(label, name))


def agreeing_pairs(nodes: Sequence[Node], numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The pairs of persons of whom some names compare as one's, found by comparing all names at once."""
    from kartoteka.names import alike_names

    bearers = [(name, number) for number in numbers for face in nodes[number].faces for name in face]
    pairs = ((bearers[one][1], bearers[other][1]) for one, other in alike_names([name for name, _ in bearers]))
    return sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})


def candidate_pairs(blocks: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Each pair that meets under a key, once, the smaller number first; blocks too large are passed over."""
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) > rules().largest_block:
            continue
        for pair in combinations(blocks[key], 2):
            if pair not in seen:
                seen.add(pair)
                yield pair
