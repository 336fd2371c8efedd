"""How long lists of names are clustered: time, memory, pairs compared, and what the blocking misses.

    python tests/benchmarks/names_cluster.py [NAMES ...]       (default: 62500 125000 250000)

The lists are made by names_generator.py, five spellings a person. Each size runs in a process of its own.

    seconds      wall time from the list to the clusters
    MB           the most memory that the process held
    pairs        candidate pairs that were compared to find links
    /n log2 n    the same against the size of the list: it must not grow
    recall       of the pairs of one person's names that compare as one person's, the share found as candidates or
                 passed over because a name fits several persons; measured on 20,000 pairs
    B3           precision and recall of the clusters
"""

from __future__ import annotations

import math
import random
import resource
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from multiprocessing import get_context
from time import perf_counter

import numpy as np
from names_generator import generate

from kartoteka.names.lists.batch import judge, read_names
from kartoteka.names.lists.blocking import blocks, candidates
from kartoteka.names.lists.cluster import group_names

SIZES = (62_500, 125_000, 250_000)
SAMPLE = 20_000


def main(sizes: list[str]) -> None:
    """Cluster a list of each size."""
    print(f"{'names':>9}{'seconds':>9}{'MB':>7}{'pairs':>12}{'/n log2 n':>10}{'recall':>8}{'B3 p':>8}{'r':>7}")
    for size in map(int, sizes) if sizes else SIZES:
        context = get_context("spawn")
        with context.Pool(1) as pool:
            seconds, memory, precision, recall = pool.apply(clustered, (size,))
        with context.Pool(1) as pool:
            pairs, found = pool.apply(blocked, (size,))
        growth = pairs / (size * math.log2(size))
        figures = f"{seconds:9.0f}{memory:7,.0f}{pairs:12,}{growth:10.3f}{found:8.3f}{precision:8.3f}{recall:7.3f}"
        print(f"{size:9,}{figures}", flush=True)


def clustered(size: int) -> tuple[float, float, float, float]:
    """Seconds, megabytes, B3 precision and recall."""
    persons, names = map(list, zip(*generate(size), strict=True))
    began = perf_counter()
    numbers = group_names(names).numbers
    seconds = perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return seconds, memory, *b_cubed(numbers, persons)


def b_cubed(numbers: Sequence[int], persons: Sequence[int]) -> tuple[float, float]:
    """Of each name's cluster the share that is its person's, and of its person's names those in its cluster."""
    both, found, known = Counter(zip(numbers, persons, strict=True)), Counter(numbers), Counter(persons)
    precision = sum(count * count / found[number] for (number, _), count in both.items())
    recall = sum(count * count / known[person] for (_, person), count in both.items())
    return precision / len(persons), recall / len(persons)


def blocked(size: int) -> tuple[int, float]:
    """How many candidate pairs, and how much of what they should hold is among them."""
    spelled: dict[int, set[str]] = defaultdict(set)
    for person, name in generate(size):
        spelled[person].add(name)
    texts = sorted({name for names in spelled.values() for name in names})
    places = {text: place for place, text in enumerate(texts)}
    some = random.Random(0).sample(sorted(spelled), min(len(spelled), SAMPLE // 5))
    wanted = [pair for person in some for pair in combinations(sorted(places[n] for n in spelled[person]), 2)]
    names = read_names(texts)
    left, right = (np.array(side) for side in zip(*wanted, strict=True))
    same = judge(names, left, right).verdicts == 1
    made = blocks(names)
    codes = np.unique(np.concatenate([a * len(texts) + b for a, b in candidates(made)]))
    reached = np.isin(left * len(texts) + right, codes) | made.left_out[left] | made.left_out[right]
    return len(codes), float(reached[same].mean())


if __name__ == "__main__":
    main(sys.argv[1:])
