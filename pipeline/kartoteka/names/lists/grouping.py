"""Connected names become clusters: the best link first, never across a contradiction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from kartoteka.names.lists.batch import Names, judge
from kartoteka.names.lists.entries import spread
from kartoteka.names.lists.links import Links
from kartoteka.names.persons.combining import DIFFERENT, SAME
from kartoteka.names.sounds.likenesses import Numbers

#: So many pairs at a time.
_TOGETHER = 1 << 20

Link = tuple[int, int]


def group(names: Names, links: Links) -> Numbers:
    """The cluster of each row, by the number of its lowest row."""
    clusters = np.arange(len(names.texts))
    parts, of_links = _parts(links, len(names.texts))
    for portion in _portions([len(part) for part in parts]):
        verdicts = _verdicts(names, parts[portion])
        for part, table, chosen in zip(parts[portion], verdicts, of_links[portion], strict=True):
            for cluster in _grouped(part, table, chosen):
                clusters[cluster] = min(cluster)
    return clusters


def _parts(links: Links, count: int) -> tuple[list[list[int]], list[list[Link]]]:
    """The connected rows, and their links from the best on, as places within the part."""
    root = _roots(links, count)
    order = np.lexsort((links.right, links.left, -links.scores.round(9)))
    parts: dict[int, list[int]] = {}
    place: dict[int, int] = {}
    for row in np.unique(np.concatenate([links.left, links.right])).tolist():
        part = parts.setdefault(root[row], [])
        place[row] = len(part)
        part.append(row)
    inside: dict[int, list[Link]] = {key: [] for key in parts}
    for a, b in zip(links.left[order].tolist(), links.right[order].tolist(), strict=True):
        inside[root[a]].append((place[a], place[b]))
    return list(parts.values()), list(inside.values())


def _roots(links: Links, count: int) -> list[int]:
    """For each row the lowest row that it is connected with."""
    root = list(range(count))

    def find(row: int) -> int:
        while root[row] != row:
            root[row] = row = root[root[row]]
        return row

    for a, b in zip(links.left.tolist(), links.right.tolist(), strict=True):
        one, other = find(a), find(b)
        root[max(one, other)] = min(one, other)
    return [find(row) for row in range(count)]


def _portions(sizes: Sequence[int]) -> Iterator[slice]:
    """Runs of parts that give some number of pairs together."""
    start, pairs = 0, 0
    for number, size in enumerate(sizes):
        pairs += size * size
        if pairs > _TOGETHER or number == len(sizes) - 1:
            yield slice(start, number + 1)
            start, pairs = number + 1, 0


def _verdicts(names: Names, parts: Sequence[Sequence[int]]) -> Iterator[Numbers]:
    """For each part a table of the verdicts on every two of its rows."""
    rows = np.array([row for part in parts for row in part], np.int64)
    sizes = np.array([len(part) for part in parts])
    ends = np.repeat(np.cumsum(sizes), sizes)
    source, within = spread(ends - np.arange(len(rows)) - 1)
    found = judge(names, rows[source], rows[source + 1 + within]).verdicts
    at = 0
    for size in sizes.tolist():
        table = np.full((size, size), SAME)
        pairs = size * (size - 1) // 2
        table[np.triu_indices(size, 1)] = found[at : at + pairs]
        yield np.minimum(table, table.T)
        at += pairs


def _grouped(part: Sequence[int], table: Numbers, links: Sequence[Link]) -> Iterator[list[int]]:
    """The clusters of one part: links are followed from the best on, where the clusters on both sides agree."""
    clusters = {place: [place] for place in range(len(part))}
    for a, b in links:
        left, right = clusters[a], clusters[b]
        if left is not right and _may_join(table[np.ix_(left, right)]):
            left.extend(right)
            clusters.update(dict.fromkeys(right, left))
    for cluster in {id(cluster): cluster for cluster in clusters.values()}.values():
        yield [part[place] for place in cluster]


def _may_join(across: Numbers) -> bool:
    """At least half of the pairs across two clusters say "same", and none "different"."""
    return bool((across != DIFFERENT).all() and 2 * (across == SAME).sum() >= across.size)
