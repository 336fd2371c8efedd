"""What stands under "Notes", "References" and the like in any of the three languages is a note or an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kartoteka.ingest.lines import VEIL
from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import section_kinds
from kartoteka.types import BlockKind

_ORNAMENT = re.compile(rf"^[\W\d{VEIL}]+|[\W{VEIL}]+$")
_NUMBER = re.compile(rf"[{VEIL}\s]*(?:\[(\d{{1,3}})\]|(\d{{1,3}})[.)]|\^)[{VEIL} \t]+")
#: Levels of headings without a mark, which end a section of any level.
_NO_LEVEL = 9


def section_kind(words: str) -> BlockKind | None:
    """What stands under a heading of these words; None where it is the article itself."""
    if len(words) > 60:
        return None
    return section_kinds().get(" ".join(_ORNAMENT.sub("", words.replace(VEIL, "")).lower().split()))


def mark_sections(parts: Iterable[Part], veiled: str) -> Iterator[Part]:
    """The parts, paragraphs under such a heading turned into notes and entries, up to the next heading as high."""
    kind, level = None, 0
    for part in parts:
        if part.kind is BlockKind.HEADING:
            depth = int(part.key) if part.key else _NO_LEVEL
            found = section_kind(_words(part, veiled))
            if found or depth <= level or level == _NO_LEVEL or (kind and depth == _NO_LEVEL and part.alone):
                kind, level = found, depth
        elif part.kind is BlockKind.PROSE and (named := section_kind(_before_colon(part, veiled))):
            part = replace(part, kind=named)
        elif kind and part.kind in (BlockKind.PROSE, BlockKind.QUOTE, BlockKind.INFOBOX, BlockKind.NOTE):
            part = _marked(part, kind, veiled)
        yield part


def _marked(part: Part, kind: BlockKind, veiled: str) -> Part:
    start, end = part.spans[0]
    if part.kind is BlockKind.NOTE:
        return part
    number = _NUMBER.match(veiled, start, end) if kind is BlockKind.NOTE else None
    if not number:
        return replace(part, kind=kind, key="")
    return replace(part, kind=kind, key=number[1] or number[2] or "", spans=((number.end(), end), *part.spans[1:]))


def _before_colon(part: Part, veiled: str) -> str:
    """The word that opens a paragraph, "Sources: …", "" where there is none."""
    start, end = part.spans[0]
    before, colon, _ = veiled[start : min(end, start + 40)].partition(":")
    return before if colon else ""


def _words(part: Part, veiled: str) -> str:
    return " ".join(veiled[start:end] for start, end in part.spans)
