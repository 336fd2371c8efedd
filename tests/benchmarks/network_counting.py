"""How fast a network is counted: a million mentions of 50,000 persons in 250,000 sentences, from a project on disk.

    python tests/benchmarks/network_counting.py [FOLDER]     (default: a folder that is removed afterwards)

Four persons stand in each sentence, drawn by Zipf's law (the n-th person is n times rarer than the first); every third
sentence has a date. The project is filled by `Store.put` and `Store.set_resolution`, as any other, which takes some
minutes; with a FOLDER it is kept there and filled once. Times are seconds of the processor, and of the clock.

    store           from the project's file to ties with count, documents, first and last day, undated, NPMI,
                    log-likelihood, p-value and Jaccard
    columns         the same from columns in memory
    peer            collections.Counter over itertools.combinations of each sentence's persons, which counts alone and
                    is given the sentences as lists in memory
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

import numpy as np

from kartoteka.network.choice import choose
from kartoteka.network.cooccurrence import Counted, count_ties
from kartoteka.network.counting.statistics import Statistics
from kartoteka.store import Store
from kartoteka.store.appearances import Appearances
from kartoteka.types import (
    BODY,
    Block,
    BlockKind,
    Document,
    Entity,
    Label,
    Mention,
    Reading,
    Referent,
    TimeSpan,
)

MENTIONS, PERSONS, SENTENCES = 1_000_000, 50_000, 250_000
#: Sentences of a document, and of a paragraph.
DOCUMENT, PARAGRAPH = 100, 5
SEED = 1917


def main(folder: Path) -> None:
    """Fill the project where it is not there yet, count it, and let the peer count the same."""
    path = folder / "counting.sqlite"
    if not path.exists():
        fill(path)
    start = now()
    with Store(path) as store:
        appearances = store.appearances({Label.PERSON})
        read = now()
        counted, figures = count(store, appearances)
        end = now()
    memory = getrusage(RUSAGE_SELF).ru_maxrss / 1e6
    print(f"mentions {len(appearances.card):,}  ties {len(figures.npmi):,}  memory {memory:.1f} GB")
    print(line("store", start, end))
    print(line("columns", read, end))
    sentences = [
        [card for _, card in group]
        for _, group in groupby(
            zip(
                zip(appearances.block.tolist(), appearances.sentence.tolist(), strict=True),
                appearances.card.tolist(),
                strict=True,
            ),
            key=itemgetter(0),
        )
    ]
    start = now()
    peer = Counter(pair for persons in sentences for pair in combinations(sorted(set(persons)), 2))
    print(line("peer", start, now()))
    left, right = counted.ends
    pairs = zip(left.tolist(), right.tolist(), strict=True)
    assert dict(zip(pairs, counted.tally.count.tolist(), strict=True)) == peer


def now() -> tuple[float, float]:
    """The time of the processor and of the clock."""
    return process_time(), perf_counter()


def line(name: str, start: tuple[float, float], end: tuple[float, float]) -> str:
    """A line of the figures."""
    return f"{name:10}{end[0] - start[0]:8.2f} s{end[1] - start[1]:8.2f} s"


def count(store: Store, appearances: Appearances) -> tuple[Counted, Statistics]:
    """The ties of the project and their figures."""
    counted = count_ties(store, appearances, choose("sentence", {Label.PERSON}, BODY, None, None))
    return counted, counted.statistics()


def fill(path: Path) -> None:
    """Write a project of made sentences."""
    start = perf_counter()
    with Store(path) as store:
        for number, reading in enumerate(readings(), 1):
            store.put(reading, "print")
            if number % 500 == 0:
                print(f"{number} documents written in {perf_counter() - start:.0f} s", flush=True)
        referents: dict[str, list[str]] = {}
        for referent in store.referents():
            referents.setdefault(referent.name, []).append(referent.id)
        cards = (Entity(name, Label.PERSON, name, (name,), tuple(own)) for name, own in sorted(referents.items()))
        store.set_resolution((), cards)


def readings() -> Iterator[Reading]:
    """The documents, each with its mentions and referents."""
    dice = np.random.default_rng(SEED)
    shares = 1 / np.arange(1, PERSONS + 1)
    drawn = dice.choice(PERSONS, (SENTENCES, MENTIONS // SENTENCES), p=shares / shares.sum())
    for first in range(0, SENTENCES, DOCUMENT):
        yield _reading(f"d{first // DOCUMENT:05}", drawn[first : first + DOCUMENT].tolist())


def _reading(identity: str, drawn: list[list[int]]) -> Reading:
    text, blocks, mentions, own = "", [], [], {}
    for number, persons in enumerate(drawn):
        if number % PARAGRAPH == 0:
            begin = len(text)
        year = str(1917 + number % 30)
        for word in [f"P{person}" for person in persons] + [year] * (number % 3 == 0):
            span = TimeSpan(year, year, f"{year}-01-01", f"{year}-12-31") if word == year else None
            label = Label.DATE if span else Label.PERSON
            place = (len(text), len(text) + len(word))
            block = len(blocks)
            mention = Mention(identity, *place, word, label, word, "made", block, number, span)
            mentions.append(mention)
            if label is Label.PERSON:
                own.setdefault(word, []).append(mention.id)
            text += word + " "
        text = text[:-1] + ". "
        if number % PARAGRAPH == PARAGRAPH - 1:
            blocks.append(Block(BlockKind.PROSE, ((begin, len(text)),)))
            text += "\n\n"
    referents = tuple(
        Referent(f"{identity}/{name}", identity, Label.PERSON, name, (name,), tuple(ids))
        for name, ids in own.items()
    )
    return Reading(Document(identity, identity, "en", text, tuple(blocks)), tuple(mentions), referents)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with TemporaryDirectory() as made:
            main(Path(made))
