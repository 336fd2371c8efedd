"""Annotated sets as sentences of words, each word with the tags that its set allows it.

A set is a JSONL file: `text`, `orig` (all spans as [start, end, the set's own label]), `labels` (which of the five
the set annotates). What a set does not annotate is left open, not absent: such a word may bear any tag of a label
that the set does not know.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kartoteka.recognition.network import LABELS, TAGS
from kartoteka.recognition.words import find_words, stretches
from kartoteka.romanization import straighten

#: The sets' own labels that are ours.
OURS = {
    **dict.fromkeys(("PERSON", "PER", "PERS", "pers", "person", "Person"), "PERSON"),
    **dict.fromkeys(("ORG", "ORGANIZATION", "org", "Org", "corporation", "group"), "ORG"),
    **dict.fromkeys(
        ("PLACE", "LOC", "COUNTRY", "CITY", "STATE_OR_PROVINCE", "LOCATION", "DISTRICT", "loc", "location", "Location",
         "LocOrg", "BUILDING", "STREET"),
        "PLACE",
    ),
}  # fmt: skip
EVERY = frozenset(range(len(TAGS)))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, the tags that each may bear, and the set that says so."""

    words: tuple[str, ...]
    tags: tuple[frozenset[int], ...]
    source: str


def is_aside(row: Mapping[str, Any], modulo: int) -> bool:
    """Whether a row is held aside for measuring: by the sha1 of its text, 0 modulo `modulo`; none where that is 0."""
    return modulo > 0 and int(hashlib.sha1(row["text"].encode()).hexdigest(), 16) % modulo == 0


def read_set(path: Path, source: str, *, aside: int = 0, only: bool = False) -> Iterator[Sentence]:
    """The sentences of a set without the rows held aside (see `is_aside`), or those `only`."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            if is_aside(row, aside) == only:
                yield from sentences(
                    row["text"], outermost(row.get("orig") or row["spans"]), row["labels"], source
                )


def outermost(spans: Iterable[list]) -> list[tuple[int, int, str]]:
    """The spans of our labels that lie in no larger one of them."""
    ours = sorted({(s[0], s[1], OURS[s[2]]) for s in spans if s[2] in OURS}, key=lambda s: (s[0], -s[1]))
    kept: list[tuple[int, int, str]] = []
    for span in ours:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def sentences(
    text: str, spans: list[tuple[int, int, str]], labels: Iterable[str], source: str
) -> Iterator[Sentence]:
    """A text's sentences by its own line ends where blank lines part it, then by the recognizer's stretches."""
    known = set(labels) & set(LABELS)
    open_tags = frozenset(i for i, tag in enumerate(TAGS) if tag == "O" or tag[2:] not in known)
    clean = straighten(text)
    for part in re.finditer(r"(?:(?!\n\s*\n).)+", clean, re.DOTALL):
        words = [(a + part.start(), b + part.start()) for a, b in find_words(part.group())]
        tags = tagged(words, [s for s in spans if s[2] in known], open_tags)
        for first, last in stretches(clean, words):
            yield Sentence(tuple(clean[a:b] for a, b in words[first:last]), tuple(tags[first:last]), source)


def tagged(
    words: list[tuple[int, int]], spans: list[tuple[int, int, str]], rest: frozenset[int]
) -> list[frozenset[int]]:
    """The tags of each word: those of the span that it lies in, else `rest`; a span that cuts a word leaves it open."""
    tags = [rest] * len(words)
    for start, end, label in spans:
        inside = [i for i, (a, b) in enumerate(words) if a < end and start < b]
        if not inside or words[inside[0]][0] < start or words[inside[-1]][1] > end:
            for i in inside:
                tags[i] = EVERY
            continue
        for i in inside:
            place = "S" if len(inside) == 1 else "B" if i == inside[0] else "E" if i == inside[-1] else "I"
            tags[i] = frozenset({TAGS.index(f"{place}-{label}")})
    return tags
