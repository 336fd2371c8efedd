"""Learn how letter groups are read: Viterbi training, an EM, over Latin words and the sounds of their Cyrillic twins.

Each Latin word is cut into letter groups and aligned with the sounds of its Cyrillic spelling; the groups' readings
are counted along the best alignments, and the words aligned again by the counts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from learned_sounds import Edits, likeliest

from kartoteka.romanization.graphemes import END, SILENT, START, graphemes, pattern
from kartoteka.romanization.phonemes import DOUBLED

COLUMNS = ["grapheme", "where", "sounds", "cost", "times", "example"]
HEADER = """\
# How letters and groups of letters can sound in names that are not built like Slavic ones, besides what graphemes.tsv
# says: Johnson, Thyssen, Giuliani. One reading a row: the sounds as in graphemes.tsv (- is silence); the cost, which
# the sounds that the reading changes share; how many names are read so; one of them. A row can be taken out or its
# cost changed by hand. A group that begins or ends with a vowel is read so where no other vowel follows.
"""
#: Groups of consonants that some orthography of Europe reads otherwise than letter by letter, besides graphemes.tsv.
CONSONANTS = [
    "cc", "cch", "ce", "ci", "cy", "sc", "sce", "sci", "ge", "gi", "gy", "gia", "gio", "giu", "cia", "cio", "ciu",
    "gge", "ggi", "ggh", "gn", "gli", "ght", "gne", "ng", "nge", "dg", "dge", "dj", "ll", "lle", "lh", "nh", "ny",
    "lj", "nj", "zz", "wh", "wr", "rh", "bh", "dh", "hw", "kn", "mc", "mb", "pf", "dt", "qu", "que", "qui", "tx",
    "ti", "th",
]  # fmt: skip
VOWEL_GROUP = re.compile(r"[aeiouy]{2,}(?:w|gh|h)?(?![aeiouyj])|[aeiouy](?:w|gh|h)(?![aeiouyj])")
#: A doubled consonant is one; but for those that change their sound so.
DOUBLED_LETTER = re.compile(r"([bdfhjkmnpqrstvwx])\1+")
ROUNDS = 4
#: A reading is kept that so many names have and so great a share of the group's.
FLAT = Edits(Counter(), Counter())
LEAST_TIMES, LEAST_SHARE = 12, 0.04
GROUP_TIMES = 30
#: Sounds of one letter group at most.
MOST_SOUNDS = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A Latin word, its letter groups with their places, and the sounds of its Cyrillic spelling."""

    latin: str
    groups: tuple[str, ...]
    sounds: str


def learn(words: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """The rows of the table, from Latin words (`letters`) and their Cyrillic spellings."""
    names = list(
        cut_up(
            [(DOUBLED_LETTER.sub(r"\1", latin), likeliest(other)) for latin, other in words if is_foreign(latin)]
        )
    )
    counts: Counter[tuple[str, str]] = Counter()
    for _ in range(ROUNDS):
        model = Model(counts)
        counts = Counter(step for name in names for step in model.align(name))
    examples = {step: name.latin for name in reversed(names) for step in model.align(name)}
    yield from rows(counts, examples)


def is_foreign(latin: str) -> bool:
    """Whether a word is built like no Slavic name: the hand-made table reads those."""
    return len(latin) > 2 and not graphemes().is_native.search(latin)


def cut_up(words: Iterable[tuple[str, str]]) -> Iterator[Name]:
    """The words in letter groups: those of the hand-made table, and vowels and consonants that often stand together."""
    # Julius and Юлий are one name, but no spelling of -us.
    spelt = [(latin, heard) for latin, heard in words if not latin.endswith(("us", "os")) or heard[-1:] == "s"]
    vowels = Counter(match.group() for latin, _ in spelt for match in VOWEL_GROUP.finditer(latin))
    often = [group for group, times in vowels.items() if times >= GROUP_TIMES]
    groups = [group.strip(START + END) for group in graphemes().native.symbols]
    both = pattern({g for g in [*groups, *often, *CONSONANTS] if g}, often)
    for latin, heard in spelt:
        found = both.findall(latin)
        if "".join(found) == latin:
            yield Name(latin, tuple(placed(found)), heard)


def placed(groups: Sequence[str]) -> Iterator[str]:
    """The groups, marked where they stand first or last."""
    for number, group in enumerate(groups):
        yield START * (number == 0) + group + END * (number == len(groups) - 1)


class Model:
    """What a letter group costs that is read as certain sounds: -ln of how often it is, by the counts so far."""

    def __init__(self, counts: Counter[tuple[str, str]]) -> None:
        self.counts = counts
        self.totals: Counter[str] = Counter()
        for (group, _), times in counts.items():
            self.totals[group] += times
        self.costs: dict[tuple[str, str], float] = {}

    def cost(self, group: str, heard: str) -> float:
        """The counts, smoothed by what the hand-made tables would expect."""
        key = (group, heard)
        if key not in self.costs:
            share = (self.counts[key] + 3 * expected(group, heard)) / (self.totals[group] + 3)
            self.costs[key] = -math.log(share)
        return self.costs[key]

    def align(self, name: Name) -> list[tuple[str, str]]:
        """Each group of a name with the sounds that are heard of it, in the likeliest alignment."""
        length = len(name.sounds)
        back: list[list[int]] = []
        reached = {0: 0.0}
        for group in name.groups:
            steps: dict[int, tuple[float, int]] = {}
            for start, so_far in reached.items():
                for end in range(start, min(start + most(group), length) + 1):
                    total = so_far + self.cost(group, name.sounds[start:end])
                    if end not in steps or total < steps[end][0]:
                        steps[end] = (total, start)
            back.append([steps[end][1] if end in steps else -1 for end in range(length + 1)])
            reached = {end: total for end, (total, _) in steps.items()}
        if reached.get(length, math.inf) > 6.0 * len(name.groups) / 2:
            return []
        found: list[tuple[str, str]] = []
        end = length
        for group, starts in zip(reversed(name.groups), reversed(back), strict=True):
            found.append((group, name.sounds[starts[end] : end]))
            end = starts[end]
        return found[::-1]


@cache
def most(group: str) -> int:
    """How many sounds a group can stand for."""
    return min(MOST_SOUNDS, len(group.strip(START + END)) + 1)


@cache
def expected(group: str, heard: str) -> float:
    """How likely the hand-made tables hold the reading, in the eyes of somebody who trusts them a little."""
    return math.exp(-4.0 * FLAT.align(known(group), heard)[0] - 0.5)


@cache
def known(group: str) -> str:
    """What the hand-made table says of a group, or of its letters."""
    table = graphemes().native
    return DOUBLED.sub(r"\1", "".join(table.symbols[part] for part in table.groups.findall(group)))


def rows(counts: Counter[tuple[str, str]], examples: Mapping[tuple[str, str], str]) -> Iterator[list[str]]:
    """The readings worth having that the hand-made table does not have, as rows of the table."""
    totals: Counter[str] = Counter()
    for (group, _), times in counts.items():
        totals[group] += times
    for (group, heard), times in sorted(counts.items()):
        share = times / totals[group]
        cost = round(0.15 - 0.11 * math.log(share), 1)
        if times < LEAST_TIMES or share < LEAST_SHARE or not is_news(group, heard, cost):
            continue
        where = START if group[0] == START else END if group[-1] == END else ""
        yield [group.strip(START + END), where, heard or SILENT, f"{cost:.1f}", str(times), examples[group, heard]]


def is_news(group: str, heard: str, cost: float) -> bool:
    """Whether a reading is cheaper than the hand-made table has it, and one that the letters can be meant for.

    A single letter gets no second sound but at the start (J as дж), and only h and the last letter of a word fall
    silent: elsewhere the alignment gave the sound to a neighbour.
    """
    plain = group.strip(START + END)
    if (group[0] == START and group[-1] == END) or FLAT.align(known(group), heard)[0] <= cost + 0.05:
        return False
    if len(plain) == 1 and not heard:
        return plain == "h" or group[-1] == END
    return len(plain) > 1 or group[0] == START or len(heard) <= len(known(group))
