"""The fields of infoboxes: which box a block belongs to, what its key says, which fields tell of one term.

A key without a number is a term of its own, beside term 1. Boxes whose keys carry no numbers tell their terms in
order, each under the line that names its post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from kartoteka.resources import read_toml
from kartoteka.types import Block, BlockKind, Document, Label, Mention

_KEY = re.compile(r"(?P<name>.*?)[\s_-]*(?P<number>\d{0,6})$", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{3}")
#: Fields that may stand under several keys, all of which count.
_LISTS = frozenset({"party", "branch", "allegiance", "years", "commands", "posts"})
_LONGEST_KEY = 80
_BETWEEN = frozenset({BlockKind.PROSE, BlockKind.HEADING})


@cache
def table() -> dict[str, Any]:
    """The words and keys of infoboxes."""
    return read_toml("patterns/infobox.toml")


@cache
def _slots() -> dict[str, tuple[str, int]]:
    """Which field a squeezed key stands for, and how early it is asked."""
    slots: dict[str, tuple[str, int]] = {}
    for slot, keys in table()["slots"].items():
        for rank, key in enumerate(keys):
            slots.setdefault(squeezed(key), (slot, rank))
    return slots


def squeezed(key: str) -> str:
    """A key as keys are compared: "Term_Start" is "termstart"."""
    return re.sub(r"[\s_:-]", "", key).replace("’", "'").replace("ʼ", "'").casefold()


def read_key(key: str) -> tuple[str, int]:
    """The field and number of a key: "Termstart2" is ("start", 2), "Term Start" ("start", 0), others ("", 0)."""
    match = _KEY.fullmatch(key.strip()[:_LONGEST_KEY])
    if match is None:
        return "", 0
    return _slots().get(squeezed(match["name"]), ("", 0))[0], int(match["number"] or 0)


def _rank(key: str) -> int:
    return _slots().get(squeezed(key.rstrip("0123456789")), ("", 0))[1]


@dataclass(frozen=True, slots=True)
class Box:
    """One infobox: its blocks' numbers in the document, with the mentions in each of them."""

    document: Document
    blocks: tuple[int, ...]
    inside: Mapping[int, Sequence[Mention]]
    referents: Mapping[str, str]

    def block(self, index: int) -> Block:
        """The block of this number."""
        return self.document.blocks[index]

    def text(self, index: int) -> str:
        """What a reader reads in a field."""
        return self.document.reading(self.block(index))

    def all(self, index: int, label: Label) -> list[Mention]:
        """The mentions of a label in a field, the longest first of those that begin together."""
        inside = [m for m in self.inside.get(index, ()) if m.label is label]
        return sorted(inside, key=lambda m: (m.start, -m.end))

    def first(self, index: int | None, label: Label) -> Mention | None:
        """The longest mention of a label that begins first in a field."""
        return next(iter(self.all(index, label)), None) if index is not None else None

    def referent(self, mention: Mention | None) -> str:
        """The id of what a mention names, "" for none."""
        return self.referents.get(mention.id, "") if mention else ""


@dataclass(slots=True)
class Slot:
    """One term of office as its fields give it: name of the field to the numbers of its blocks; `void` for none."""

    fields: dict[str, list[int]] = field(default_factory=dict)
    ranks: dict[str, int] = field(default_factory=dict)
    void: bool = False

    def add(self, name: str, index: int, rank: int = 0) -> None:
        """Put a block to a field, in the place of those under a key that is asked later."""
        if name in self.fields and name not in _LISTS and rank != self.ranks[name]:
            if rank > self.ranks[name]:
                return
            self.fields[name] = []
        self.ranks[name] = rank
        self.fields.setdefault(name, []).append(index)

    def first(self, name: str) -> int | None:
        """The first block of a field."""
        return next(iter(self.fields.get(name, ())), None)


def boxes(document: Document, mentions: Sequence[Mention], referents: Mapping[str, str]) -> Iterator[Box]:
    """The infoboxes of a document: prose between two fields parts them, and so does a key that comes again."""
    inside: dict[int, list[Mention]] = {}
    for mention in mentions:
        if document.blocks[mention.block].kind is BlockKind.INFOBOX:
            inside.setdefault(mention.block, []).append(mention)
    stretch: list[int] = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.INFOBOX:
            stretch.append(index)
        elif block.kind in _BETWEEN and stretch:
            yield from _parted(Box(document, tuple(stretch), inside, referents))
            stretch = []
    if stretch:
        yield from _parted(Box(document, tuple(stretch), inside, referents))


def _parted(box: Box) -> Iterator[Box]:
    """A box, cut where a key comes again that is not that of the field before: one box stood in another."""
    if sequential(box):
        yield box
        return
    parts: list[list[int]] = [[]]
    seen, last = set[str](), -1
    for index in box.blocks:
        key = squeezed(box.block(index).key)
        if key in seen and read_key(key)[0] and not _goes_on(box, last, index):
            parts.append([])
            seen = set()
        seen.add(key)
        last = index
        parts[-1].append(index)
    for part in parts:
        yield Box(box.document, tuple(part), box.inside, box.referents)


def _goes_on(box: Box, before: int, index: int) -> bool:
    """Whether a block is another line of the field before, whose key is not written again."""
    first, second = box.block(before), box.block(index)
    between = box.document.text[first.pieces[-1][1] : second.pieces[0][0]]
    return first.key == second.key and not re.search(rf"{re.escape(second.key)}\s{{0,40}}=", between)


def opens(key: str) -> bool:
    """Whether a key opens a term of the post above it: "In office"."""
    return squeezed(key) in table()["sequence"]["opening"]


def sequential(box: Box) -> bool:
    """Whether the terms of a box come in order, each post a line without a key over its term."""
    pairs = zip(box.blocks, box.blocks[1:], strict=False)
    return any(opens(box.block(b).key) and not box.block(a).key for a, b in pairs)


def numbered(box: Box) -> dict[int, Slot]:
    """The terms of a box by the numbers of their keys, in their order."""
    slots: dict[int, Slot] = {}
    for index in box.blocks:
        key = box.block(index).key
        name, number = read_key(key)
        if name and (name != "office" or _WORD.search(box.text(index))):
            slots.setdefault(number, Slot()).add(name, index, _rank(key))
    return dict(sorted(slots.items()))


def in_order(box: Box) -> tuple[list[Slot], Slot]:
    """The terms of a box in which a post stands in a line above "In office", and what belongs to no term."""
    slots, rest = list[Slot](), Slot()
    bare: list[int] = []
    for index in box.blocks:
        key = box.block(index).key
        name = read_key(key)[0]
        if not key and slots and _says_acting(box, index):
            slots[-1].add("standing", index)
        elif not key:
            bare.append(index)
            continue
        elif opens(key):
            slots.append(Slot({"term": [index]}))
            if bare and squeezed(key) == "term" and box.first(_post(box, bare), Label.OFFICE) is None:
                slots[-1].void = True  # dates without "In office" under something that is no post
            elif bare:
                slots[-1].add("office", _post(box, bare))
        elif name in ("predecessor", "successor", "alongside", "appointer") and slots:
            slots[-1].add(name, index)
        elif name in _LISTS or name == "holder":
            rest.add(name, index, _rank(key))
        bare = []
    return [slot for slot in slots if not slot.void], rest


def _says_acting(box: Box, index: int) -> bool:
    return re.fullmatch(table()["office"]["acting"], box.text(index).strip(), re.IGNORECASE) is not None


def _post(box: Box, lines: Sequence[int]) -> int:
    """The line over a term that names its post: the last, or the one before where that names none."""
    return next((line for line in lines[:-3:-1] if box.first(line, Label.OFFICE)), lines[-1])
