"""Infoboxes as converters write them: lines `- Key: value`, `Key = value` or `Key| value`. Each field is one part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kartoteka.ingest.lines import VEIL, Line
from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import is_unread, tells_career
from kartoteka.types import BlockKind

_FIELD = re.compile(rf"[ \t]{{0,3}}[-*•][ \t]+(?P<key>[^\W\d_][^:|\n{VEIL}]{{0,40}}?)[ \t]*:[ \t]+(?=\S)")
_EMPTY_FIELD = re.compile(r"[ \t]{0,3}[-*•][ \t]+[^\W\d_][^:|\n]{0,40}:[ \t]*")
_EQUATED = re.compile(r"[ \t]{0,3}\|?[ \t]*(?P<key>[^\W\d_][^=:|\n]{0,40}?)[ \t]*=[ \t]+(?=\S)")
_EMPTY_EQUATED = re.compile(r"[ \t]{0,3}\|?[ \t]*[^\W\d_][^=:|\n]{0,40}?[ \t]*=[ \t]*")
_STROKE_FIELD = re.compile(r"[ \t]{0,3}(?P<key>[^\W\d_][^|\n]{0,40}?)[ \t]?\|[ \t]*(?=\S)")
#: An infobox of strokes is known by as many fields, whatever lines stand between them.
_FEWEST_STROKES = 3
#: One of equations, which are found in other texts too, by as many fields, some of them of a career.
_FEWEST_EQUATED, _FEWEST_KNOWN = 4, 2


def read_infobox(run: Sequence[Line], i: int, *, fewest: int) -> tuple[list[Part], int]:
    """The fields of the infobox that begins at this line, and how many lines it takes; nothing and 0 for none.

    `fewest` fields in a row of the `- Key: value` kind make an infobox.
    """
    if _FIELD.match(run[i].text):
        return _listed(run, i, fewest, _FIELD, _EMPTY_FIELD)
    if _EQUATED.match(run[i].text) and not (i and _EQUATED.match(run[i - 1].text)):
        parts, count = _listed(run, i, max(fewest, _FEWEST_EQUATED), _EQUATED, _EMPTY_EQUATED)
        known = sum(1 for part in parts if tells_career(part.key))
        return (parts, count) if known >= _FEWEST_KNOWN else ([], 0)
    if i == 0 or not run[i - 1].text.strip("- \t"):
        return _stroked(run, i)
    return [], 0


def _listed(
    run: Sequence[Line], i: int, fewest: int, filled: re.Pattern[str], empty: re.Pattern[str]
) -> tuple[list[Part], int]:
    parts: list[Part] = []
    count = fields = 0
    for n in range(i, len(run)):
        line = run[n]
        if field := filled.match(line.text):
            value = ((line.start + field.end(), line.end),)
            fields += 1
            if not is_unread(field["key"]):
                parts.append(Part(BlockKind.INFOBOX, value, field["key"]))
        elif not empty.fullmatch(line.text[:80]):
            break
        count += 1
    return (parts, count) if parts and fields >= fewest else ([], 0)


def _stroked(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """Fields and the lines between them: an office over its term, a place under a day of birth.

    A line without a stroke belongs to the line in bold above it ("In office"), else it has no key.
    """
    if sum(1 for n in range(i, len(run)) if _STROKE_FIELD.match(run[n].text)) < _FEWEST_STROKES:
        return [], 0
    parts: list[Part] = []
    count, heading = 0, ""
    for n in range(i, len(run)):
        line = run[n]
        field = _STROKE_FIELD.match(line.text)
        if not field and len(line.text) > 200:
            break
        count += 1
        if field:
            parts.append(Part(BlockKind.INFOBOX, ((line.start + field.end(), line.end),), field["key"].strip()))
        elif line.text.strip(" |\t").startswith(VEIL):
            heading = line.bare
            continue
        else:
            parts.append(Part(BlockKind.INFOBOX, ((line.start, line.end),), heading))
        heading = ""
    return parts, count
