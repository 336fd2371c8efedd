"""Group a list of names into persons: precision first, and never across a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from kartoteka.names.compare import compare_persons
from kartoteka.names.keys import person_keys
from kartoteka.names.person import is_initial, parse_name
from kartoteka.types import Verdict

#: Blocks larger than this are left out of the pairing: their key tells nothing.
_LARGEST_BLOCK = 1500


def cluster_names(names: Sequence[str]) -> list[int]:
    """The cluster number of each name, from 0 in the order in which clusters first appear.

    Equal strings are one; further ones are joined from the best-scored pair on, while at least half of the
    pairs across the two clusters say "same" and none says "different". A name with initials that fits two
    persons who contradict each other is joined to neither; a surname alone proves nothing and stays alone.
    The order of the names does not change who is grouped with whom.
    """
    unique = sorted(set(names))
    alike = {(a, b): score for a, b, score in _alike(unique)}
    ambiguous = _ambiguous(alike)
    clusters = {name: [name] for name in unique}
    for (a, b), _ in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        if a in ambiguous or b in ambiguous:
            continue
        left, right = clusters[a], clusters[b]
        if left is not right and _may_join(left, right):
            left.extend(right)
            for name in right:
                clusters[name] = left
    return _numbered(names, clusters)


def _alike(unique: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """The pairs of names judged the same, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(unique):
        for key in person_keys(name):
            blocks[key].append(number)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        if len(blocks[key]) > _LARGEST_BLOCK:
            continue
        for pair in combinations(blocks[key], 2):
            if pair in seen:
                continue
            seen.add(pair)
            left, right = unique[pair[0]], unique[pair[1]]
            comparison = compare_persons(left, right)
            if comparison.verdict is Verdict.SAME:
                yield left, right, comparison.score


def _ambiguous(alike: dict[tuple[str, str], float]) -> set[str]:
    """Names with initials alone that fit two names which contradict each other."""
    fitting: dict[str, set[str]] = defaultdict(set)
    for a, b in alike:
        fitting[a].add(b)
        fitting[b].add(a)
    return {
        name
        for name, others in fitting.items()
        if is_initial(parse_name(name).given)
        and any(compare_persons(a, b).verdict is Verdict.DIFFERENT for a, b in combinations(sorted(others), 2))
    }


def _may_join(left: Sequence[str], right: Sequence[str]) -> bool:
    same = []
    for a in left:
        for b in right:
            comparison = compare_persons(*sorted((a, b)))
            if comparison.verdict is Verdict.DIFFERENT:
                return False
            same.append(comparison.verdict is Verdict.SAME)
    return sum(same) * 2 >= len(same)


def _numbered(names: Sequence[str], clusters: dict[str, list[str]]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(id(clusters[name]), len(numbers)) for name in names]
