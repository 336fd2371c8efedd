"""Scholarly articles as OCR and converters leave them: notes at the foot of pages, page numbers, cut words."""

from __future__ import annotations

import re

from kartoteka.ingest.base import Form
from kartoteka.ingest.heads import find_heads, hide_heads
from kartoteka.ingest.inline import hide_markup
from kartoteka.ingest.layout import read_layout
from kartoteka.ingest.lines import PAGE
from kartoteka.ingest.pages import join_pages
from kartoteka.ingest.parts import make_blocks
from kartoteka.ingest.quotes import mark_quotations
from kartoteka.ingest.sections import mark_sections
from kartoteka.types import Block

_MARKER = re.compile(r"<sup>\s{0,3}\d{1,4}\s{0,3}</sup>")
_NOTE = re.compile(r"^[ \t]{0,3}<sup>\s{0,3}\d{1,4}\s{0,3}</sup>", re.MULTILINE)
_RULED_NOTE = re.compile(r"^(?:-{3,}|_{3,})[ \t]{0,9}\r?\n\s{0,4}(?:\d{1,3}[.)]?[ \t]|[¹²³])", re.MULTILINE)


def claim(text: str) -> float:
    """Raised note numbers, numbered notes under a rule, ends of pages, or running heads."""
    if _NOTE.search(text) or len(_MARKER.findall(text, 0, 200_000)) > 1:
        return 0.8
    if _RULED_NOTE.search(text) or PAGE in text.strip(PAGE):
        return 0.7
    return 0.5 if len(find_heads(text)) > 1 else 0.0


def blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs and notes put together over the pages, each where it begins."""
    veiled = hide_heads(hide_markup(text))
    parts = join_pages(read_layout(veiled, text), veiled, text)
    return make_blocks(text, veiled, mark_quotations(list(mark_sections(parts, veiled)), text))


SCHOLARLY = Form("scholarly", claim, blocks)
