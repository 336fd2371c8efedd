"""Stress marks that encyclopedias print over Cyrillic vowels: read over, as a reader does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.types import Block

#: Acute and grave above a Cyrillic letter; й and ї with marks of their own are other letters.
STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")


def unstressed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with pieces that leave the stress marks out, so that «Мико́ла» reads «Микола»."""
    if not STRESS.search(text):
        return tuple(blocks)
    return tuple(replace(block, pieces=tuple(_pieces(text, block))) for block in blocks)


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for start, end in block.pieces:
        for match in STRESS.finditer(text, max(0, start - 1), end):
            if match.start() > start:
                yield start, match.start()
            start = max(start, match.end())
        if start < end:
            yield start, end
