"""The table of letter groups: every scheme read backwards, and how the rest of the world reads its names.

`models/romanization/graphemes.tsv` is written by hand and holds for every word. `foreign.tsv` is learned from
names in English and Russian; it adds readings, at a cost, to words that are not built like Slavic ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kartoteka.resources import read_toml, read_tsv

#: What a letter group can sound like: the sounds in order, each with its alternatives and their costs.
Reading = list[dict[str, float]]
SILENT = "-"
START, END = "^", "$"
VOWELS = frozenset("aeiou")
#: Sounds that are heard twice where they are written twice; of the others a doubled letter is one sound.
_HEARD_TWICE = [{vowel: 0.0} for vowel in "aeou"]
_PRIVATE = 0xE000
#: A learned group that begins or ends with a vowel is read so only where no other vowel follows.
_OPEN = re.compile("^\\^?[aeiouy]|[aeiouy]$")
_ALONE = "(?![aeiouyj])"


@dataclass(frozen=True, slots=True)
class Table:
    """The symbols of each letter group, and the pattern that finds the groups of a word between ^ and $.

    A `guarded` group is none before a vowel.
    """

    groups: re.Pattern[str]
    symbols: Mapping[str, str]
    guarded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Graphemes:
    """The tables for words built like Slavic ones and for others; `alternatives` says what a symbol can be."""

    letters: frozenset[str]
    native: Table
    foreign: Table
    is_native: re.Pattern[str]
    alternatives: Mapping[str, Mapping[str, float]]


class _Tree(dict[str, "_Tree"]):
    """Letter groups by their first letter, then their second; an empty key where a group ends."""


@cache
def graphemes() -> Graphemes:
    """The tables of `models/romanization`."""
    native = {_place(row["grapheme"], row["where"]): _reading(row["sounds"]) for row in _rows("graphemes")}
    learned = _learned(native)
    symbols: dict[str, str] = {}
    slavic = _table(native, (), symbols)
    guarded = [group for group in learned.keys() - native.keys() if _OPEN.search(group)]
    foreign = _table(native | learned, guarded, symbols)
    alternatives = {symbol: _alternatives(written) for written, symbol in symbols.items()}
    built = "|".join(read_toml("romanization/phonemes.toml")["native"])
    letters = frozenset(group for group in native if len(group) == 1)
    return Graphemes(letters, slavic, foreign, re.compile(built), alternatives)


def _rows(table: str) -> Iterable[dict[str, str]]:
    return read_tsv(f"romanization/{table}.tsv")


def _place(group: str, where: str) -> str:
    return group + where if where == END else where + group


def _reading(sounds: str) -> Reading:
    return [_alternatives(sound) for sound in sounds.split()]


def _alternatives(written: str) -> dict[str, float]:
    pairs = (choice.partition("=") for choice in written.split("/"))
    return {name: float(cost or 0) for name, _, cost in pairs}


def _table(readings: Mapping[str, Reading], guarded: Iterable[str], symbols: dict[str, str]) -> Table:
    encoded = {group: "".join(_symbol(sound, symbols) for sound in reading) for group, reading in readings.items()}
    starts = tuple(group[1:] for group in readings if group[0] == START)
    longer = {START + group: encoded[group] for group in readings if group.startswith(starts) and starts}
    encoded = {START: "", END: "", **longer, **encoded}
    return Table(pattern(encoded, guarded), encoded, frozenset(guarded))


def _symbol(sound: Mapping[str, float], symbols: dict[str, str]) -> str:
    """A sound that is certain stands for itself; each set of alternatives has a private character."""
    written = "/".join(f"{name}={cost:g}" for name, cost in sound.items())
    if len(sound) == 1 and not any(sound.values()):
        written = next(iter(sound))
    if written not in symbols:
        symbols[written] = written if len(written) == 1 and written != SILENT else chr(_PRIVATE + len(symbols))
    return symbols[written]


def pattern(groups: Iterable[str], guarded: Iterable[str] = ()) -> re.Pattern[str]:
    """The pattern that finds the longest of the groups at each place, guarded ones not before a vowel."""
    tree = _Tree()
    for group in groups:
        node = tree
        for letter in group:
            node = node.setdefault(letter, _Tree())
        node[""] = _Tree()
    return re.compile(_branches(tree, "", frozenset(guarded)))


def _branches(tree: _Tree, so_far: str, guarded: frozenset[str]) -> str:
    """An expression for one tree of letters; the pattern engine takes the first branch that fits: the longest."""
    parts = [
        re.escape(letter) + _branches(tree[letter], so_far + letter, guarded)
        for letter in sorted(tree, reverse=True)
        if letter
    ]
    if "" in tree:
        parts.append(_ALONE if so_far in guarded else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _learned(native: Mapping[str, Reading]) -> dict[str, Reading]:
    """The readings of `foreign.tsv`, each group's added to what the hand-made table says of it or of its letters.

    What is learned inside of words holds there alone: a group is read at the start and end by its own rows.
    """
    table = _table(native, (), {})
    learned: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in _rows("foreign"):
        learned[_place(row["grapheme"], row["where"])].append((row["sounds"], float(row["cost"])))
    inside = [group for group in learned if group[0] != START and group[-1] != END]
    found: dict[str, Reading] = {}
    for group in [*learned, *(START + group for group in inside), *(group + END for group in inside)]:
        reading = _read(group, table, native)
        for heard, cost in learned[group]:
            reading = add_reading(reading, heard.replace(SILENT, ""), cost)
        found[group] = reading
    # A last letter that may be silent is heard where it is doubled.
    doubled = {letters[0] * 2 + END for letters in learned if len(letters) == 2 and letters[1] == END}
    return {group: _read(group, table, native) for group in doubled} | found


def _read(group: str, table: Table, native: Mapping[str, Reading]) -> Reading:
    """What the hand-made table says of a group or of its letters, a doubled one being one."""
    letters = [sound for part in table.groups.findall(group) for sound in native.get(part, [])]
    return [sound for before, sound in pairwise([{}, *letters]) if sound != before or sound in _HEARD_TWICE]


def add_reading(reading: Reading, heard: str, cost: float) -> Reading:
    """The reading with one more way to be heard; where it changes several sounds, each costs a little less."""
    steps = _align(reading, heard)
    changes = sum(sound not in (known or {}) for known, sound in steps)
    each = cost if changes < 2 else round(0.7 * cost, 1)
    return [
        {SILENT: 0.0, sound: each} if known is None else known | {sound: min(each, known.get(sound, each))}
        for known, sound in steps
    ]


def _align(reading: Reading, heard: str) -> list[tuple[dict[str, float] | None, str]]:
    """Which known sound each heard one stands for, with the fewest changes; None where it is one more."""
    best: dict[tuple[int, int], tuple[float, list[tuple[dict[str, float] | None, str]]]] = {(0, 0): (0.0, [])}
    for row in range(len(reading) + 1):
        for column in range(len(heard) + 1):
            options = [best[row, column]] if (row, column) in best else []
            if row:
                known = reading[row - 1]
                cost, path = best[row - 1, column]
                options.append((cost + (SILENT not in known), [*path, (known, SILENT)]))
            if column:
                sound = heard[column - 1]
                cost, path = best[row, column - 1]
                options.append((cost + 1, [*path, (None, sound)]))
            if row and column:
                cost, path = best[row - 1, column - 1]
                options.append((cost + _change(known, sound), [*path, (known, sound)]))
            best[row, column] = min(options, key=lambda option: option[0])
    return best[len(reading), len(heard)][1]


def _change(known: Mapping[str, float], sound: str) -> float:
    """0 for a sound that is one of the known; a vowel does not stand for a consonant."""
    if sound in known:
        return 0.0
    return 0.9 if all((k in VOWELS) == (sound in VOWELS) for k in known if k != SILENT) else 2.5
