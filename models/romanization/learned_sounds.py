"""Learn what it costs to take one sound for another or to drop one: the edits between two spellings of one name.

The spellings are those of Slavic-built names in English and Russian, and the same names romanized by two schemes of
`models/romanization`. Two spellings are read by the hand-made table and aligned; the edits along the best alignments
are counted, and the spellings aligned again by the counts (Viterbi training, an EM).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kartoteka.romanization.graphemes import END, SILENT, START, VOWELS, graphemes
from kartoteka.romanization.phonemes import DOUBLED, letters
from kartoteka.romanization.romanize import romanize
from kartoteka.romanization.schemes import schemes

COLUMNS = ["sounds", "cost", "times", "share", "example"]
HEADER = """\
# What it costs to take one sound for another, or to drop one (written with -), when two spellings are compared: the
# rarer it is between spellings of one name, the dearer. Sounds as in graphemes.tsv; how many times it was seen, its
# share of the rarer sound, an example. What phonemes.toml says of a pair goes before; a row can be changed by hand.
"""
ROUNDS = 3
#: Surnames of the region beyond doubt: the vowels of Dustin are no matter of schemes.
SLAVIC = re.compile("(?:[оеё]ва?|ск(?:ий|ая|и|а)|[еа]нко|вич|[чшл]ук|юк|швили|дзе)$")
#: An edit that is seen less often than this is taken for an accident: it costs as any other of its kind.
LEAST_TIMES = 4
#: What a natural logarithm of a share costs: an edit of each hundredth consonant .74, of each hundredth vowel .55.
CONSONANT, VOWEL = 0.16, 0.12
#: What an edit costs at most and before anything is learned: of two vowels, two consonants, of one of each;
#: one sound that is dropped; a vowel and its glide, or a glide that is dropped.
TWO_VOWELS, TWO_CONSONANTS, MIXED, DROPPED, GLIDE = 1.0, 1.3, 1.3, 1.0, 0.1
GLIDES = {"ij", "-j"}
#: Two spellings whose edits cost more than this share of their sounds are two names.
MOST = 0.25

#: Two sounds that stand for each other, SILENT where one spelling has none.
Edit = tuple[str, str]


def learn(words: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """The rows of the table, from Latin words (`letters`) and their Cyrillic spellings."""
    native = [
        (latin, other) for latin, other in words if graphemes().is_native.search(latin) and SLAVIC.search(other)
    ]
    pairs = [*native, *romanized(sorted({other for _, other in native}))]
    edits = Edits(Counter(), Counter())
    for _ in range(ROUNDS):
        seen, sounds = Counter[str](), Counter[str]()
        examples: dict[str, str] = {}
        for one, other in pairs:
            for left, right in edits.between(read(one), read(other)):
                sounds.update((left, right))
                if left != right:
                    key = "".join(sorted((left, right)))
                    seen[key] += 1
                    examples.setdefault(key, f"{one} {other}")
        edits = Edits(seen, sounds)
    for key, times in sorted(seen.items()):
        if key in edits.costs:
            yield [key, f"{edits.costs[key]:.2f}", str(times), f"{edits.share(key):.4f}", examples[key]]


def romanized(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each Cyrillic word in two of the schemes, all schemes in turn."""
    names = list(schemes())
    for number, word in enumerate(words):
        one, other = names[number % len(names)], names[(7 * number + 3) % len(names)]
        yield letters(romanize(word, one)), letters(romanize(word, other))


def read(word: str) -> str:
    """A word as symbols, by the hand-made table alone."""
    table = graphemes().native
    return DOUBLED.sub(r"\1", "".join(table.symbols[group] for group in table.groups.findall(START + word + END)))


def likeliest(word: str) -> str:
    """The likeliest sounds of a word."""
    return "".join(next(iter(graphemes().alternatives[symbol])) for symbol in read(word)).replace(SILENT, "")


class Edits:
    """What edits cost, by how often they were seen."""

    def __init__(self, seen: Counter[str], sounds: Counter[str]) -> None:
        self.seen, self.sounds = seen, sounds
        self.costs = {key: self._learned(key) for key, times in seen.items() if times >= LEAST_TIMES}
        self.symbols: dict[Edit, tuple[float, Edit]] = {}

    def share(self, key: str) -> float:
        """How often the rarer of two sounds takes part in this edit."""
        return self.seen[key] / min(self.sounds[sound] for sound in key if sound != SILENT)

    def _learned(self, key: str) -> float:
        """In steps of a twentieth, and no dearer than what was never seen."""
        scale = VOWEL if VOWELS.issuperset(key) else CONSONANT
        return min(round(-20 * scale * math.log(self.share(key))) / 20, flat(*key))

    def nearest(self, left: str, right: str) -> tuple[float, Edit]:
        """The cheapest sounds of two symbols, either of which can be SILENT."""
        if (left, right) not in self.symbols:
            known = graphemes().alternatives
            one, other = (known[symbol] if symbol != SILENT else {SILENT: 0.0} for symbol in (left, right))
            self.symbols[left, right] = min(
                (a + b + self.costs.get("".join(sorted((x, y))), flat(x, y)), (x, y))
                for x, a in one.items()
                for y, b in other.items()
            )
        return self.symbols[left, right]

    def between(self, one: str, other: str) -> list[Edit]:
        """The edits, and the sounds that stay, of the best alignment of two words; none where they are two names."""
        total, steps = self.align(one, other)
        return steps if total <= MOST * min(len(one), len(other)) else []

    def align(self, one: str, other: str) -> tuple[float, list[Edit]]:
        """The cost of the best alignment, and its edits from the last to the first."""
        rows: list[list[tuple[float, int, int, Edit]]] = []
        for row in range(len(one) + 1):
            rows.append([])
            for column in range(len(other) + 1):
                options = [(0.0, 0, 0, (SILENT, SILENT))] if row + column == 0 else []
                for up, left in ((1, 1), (1, 0), (0, 1)):
                    if row >= up and column >= left:
                        cost, edit = self.nearest(
                            one[row - 1] if up else SILENT, other[column - 1] if left else SILENT
                        )
                        options.append((rows[row - up][column - left][0] + cost, up, left, edit))
                rows[row].append(min(options))
        steps, row, column = [], len(one), len(other)
        while row + column:
            _, up, left, edit = rows[row][column]
            steps.append(edit)
            row, column = row - up, column - left
        return rows[-1][-1][0], steps


def flat(left: str, right: str) -> float:
    """The cost of an edit of which nothing is learned."""
    if left == right:
        return 0.0
    if "".join(sorted((left, right))) in GLIDES:
        return GLIDE
    if SILENT in (left, right):
        return DROPPED
    return (TWO_CONSONANTS, MIXED, TWO_VOWELS)[(left in VOWELS) + (right in VOWELS)]
