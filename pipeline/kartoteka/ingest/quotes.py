"""Block quotations without a mark, as articles print them: announced by a colon, closed by a note's number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import speech_words
from kartoteka.types import BlockKind

_CLOSED_BY_NOTE = re.compile(r"(?:</sup>|[⁰¹²³⁴-⁹])\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = '“"«„‘'
#: Longer quotations are rare, and a colon is a weak witness.
_MOST = 10


def mark_quotations(parts: Sequence[Part], source: str) -> list[Part]:
    """Paragraphs from a colon after a word of speech to the first one that ends in a note's number, as quotes.

    A paragraph that opens with a quotation mark is none: there the author marks the quotation himself.
    """
    marked = list(parts)
    i = 0
    while i < len(parts):
        end = _end_of_quotation(parts, i, source) if _announces(parts[i], source) else i
        for n in range(i + 1, end + 1):
            if marked[n].kind is BlockKind.PROSE:
                marked[n] = replace(marked[n], kind=BlockKind.QUOTE)
        i = max(end, i) + 1
    return marked


def _announces(part: Part, source: str) -> bool:
    if part.kind is not BlockKind.PROSE:
        return False
    text = source[part.spans[-1][0] : part.spans[-1][1]].rstrip()
    return text.endswith(":") and not speech_words().isdisjoint(w.lower() for w in _WORD.findall(text[-300:]))


def _end_of_quotation(parts: Sequence[Part], i: int, source: str) -> int:
    """The index of the last quoted part, or `i`. Notes between, put there by a page, are passed over."""
    quoted = 0
    for n in range(i + 1, len(parts)):
        part = parts[n]
        if part.kind is BlockKind.NOTE:
            continue
        text = source[part.spans[-1][0] : part.spans[-1][1]].rstrip()
        opens = source[part.spans[0][0] : part.spans[0][1]].lstrip()[:1]
        if part.kind is not BlockKind.PROSE or quoted == _MOST or (not quoted and opens in _QUOTED):
            return i
        quoted += 1
        if _CLOSED_BY_NOTE.search(text[-30:]):
            return n
    return i
