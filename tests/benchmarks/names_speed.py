"""How fast and how well pairs of names are compared on one core, beside nomenklatura and Daitch–Mokotoff in one run.

    python tests/benchmarks/names_speed.py [PAIRS.tsv]

PAIRS.tsv has the columns name1 and name2, and label (1 for one person) where F1 is wanted; without it, pairs are made
by names_generator.py. The peers need the extra `bench` and see the first 1,000 pairs of every label. nomenklatura's
logic-v2 compares entities of one name each; Daitch–Mokotoff (abydos, GPL) compares the codes of romanized tokens, the
best pairing of the tokens counting half its mean, half its worst. The clock counts the processor's time.

    cold      no name, word or pair was seen before; the tables are loaded
    warm      the same pairs once more
    F1        at the shipped threshold for kartoteka, for the peers at their best one on this very table
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise, permutations
from pathlib import Path
from statistics import fmean
from time import process_time

from names_generator import generate
from read_speed import use_one_core

from kartoteka.names.lists.batch import judge_texts

Pairs = list[tuple[str, str]]
SHARED = 1_000
#: Names that make every table load: in two scripts, inflected, unknown, with and without patronymic.
WARMING = [
    "Іван Петрович Сидоренко",
    "Petr Sydorenko",
    "P. Johnson",
    "Григория Ивановича Петровского",
    "Григорію Івановичу Петровському",
    "Hryhorii Petrovskyi",
    "Жоржунько Хведосович Тютюнник",
    "Фросиль Пантюхович Тютюнник",
    "Xqz Wrtk",
    "Xzq Wrtg",
]


def main(paths: list[str]) -> None:
    """Time all three on one table."""
    use_one_core()
    pairs, labels = read(Path(paths[0])) if paths else made(100_000)
    judge_texts([a for a in WARMING for _ in WARMING], WARMING * len(WARMING))
    for state in ("cold", "warm"):
        began = process_time()
        found = judge_texts([a for a, _ in pairs], [b for _, b in pairs])
        report(
            f"kartoteka, {state}", len(pairs), process_time() - began, f1([v == 1 for v in found.verdicts], labels)
        )
    chosen = [at for label in set(labels) for at in [n for n, one in enumerate(labels) if one == label][:SHARED]]
    for name, compare in (("nomenklatura logic-v2", logic_v2()), ("Daitch–Mokotoff", daitch_mokotoff())):
        compare("Іван Сидоренко", "Ivan Sydorenko")
        began = process_time()
        scores = [compare(*pairs[at]) for at in chosen]
        report(name, len(chosen), process_time() - began, best_f1(scores, [labels[at] for at in chosen]))


def report(name: str, pairs: int, seconds: float, quality: float | None) -> None:
    """Print one line."""
    print(
        f"{name:24}{pairs / seconds:12,.0f} pairs/s{'' if quality is None else f'   F1 {quality:.3f}'}", flush=True
    )


def read(path: Path) -> tuple[Pairs, list[str]]:
    """The pairs of a table and their labels, "" where it has none."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(row["name1"], row["name2"]) for row in rows], [row.get("label", "") for row in rows]


def made(count: int) -> tuple[Pairs, list[str]]:
    """Generated pairs: one half of one person each, the other of people who stand at random in the list."""
    names = list(generate(count))
    chance = random.Random(0)
    near = [(a, b) for a, b in pairwise(names) if a[0] == b[0]][: count // 2]
    far = [(chance.choice(names), chance.choice(names)) for _ in range(count // 2)]
    both = [*near, *far]
    chance.shuffle(both)
    return [(a[1], b[1]) for a, b in both], [str(int(a[0] == b[0])) for a, b in both]


def f1(same: Sequence[bool], labels: Sequence[str]) -> float | None:
    """F1 of "same" against the labels; None without labels."""
    if not any(labels):
        return None
    hits = sum(label == "1" for found, label in zip(same, labels, strict=True) if found)
    return 2 * hits / (sum(same) + labels.count("1"))


def best_f1(scores: Sequence[float], labels: Sequence[str]) -> float | None:
    """F1 at the threshold that suits the table best."""
    found = [f1([score >= threshold for score in scores], labels) for threshold in sorted({*scores} - {0.0})]
    return max((one for one in found if one is not None), default=None)


def logic_v2() -> Callable[[str, str], float]:
    """nomenklatura's comparison of two persons of whom only the name is known."""
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = algorithm.default_config()
    numbers = iter(range(10**9))  # results are cached by id: every entity needs its own

    def entity(name: str) -> EntityProxy:
        return EntityProxy.from_dict(
            {"id": f"e{next(numbers)}", "schema": "Person", "properties": {"name": [name]}}
        )

    return lambda left, right: algorithm.compare(entity(left), entity(right), config).score


def daitch_mokotoff() -> Callable[[str, str], float]:
    """The codes of tokens, aligned; a token's likeness is that of its nearest codes."""
    from abydos.phonetic import DaitchMokotoff
    from normality import ascii_text
    from rapidfuzz.distance import Levenshtein

    coder = DaitchMokotoff()

    def codes(name: str) -> list[set[str]]:
        tokens = ascii_text(name).replace("-", " ").replace(",", " ").split()
        return [coder.encode("".join(filter(str.isalpha, token))) for token in tokens][:5]

    def compare(left: str, right: str) -> float:
        short, long = sorted((codes(left), codes(right)), key=len)
        found = [
            [max((Levenshtein.normalized_similarity(x, y) for x in a for y in b), default=0.0) for a, b in pairs]
            for pairs in (list(zip(short, chosen, strict=True)) for chosen in permutations(long, len(short)))
        ]
        return max((0.5 * fmean(likes) + 0.5 * min(likes) for likes in found if likes), default=0.0)

    return compare


if __name__ == "__main__":
    main(sys.argv[1:])
