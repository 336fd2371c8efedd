"""Plain text and Markdown: headings, paragraphs, lists, `>` quotations, tables, `[^1]` notes."""

from __future__ import annotations

from kartoteka.ingest.base import Form
from kartoteka.ingest.inline import hide_markup
from kartoteka.ingest.layout import read_layout
from kartoteka.ingest.parts import make_blocks
from kartoteka.ingest.sections import mark_sections
from kartoteka.types import Block


def claim(text: str) -> float:
    """Any text is plain text where no other form knows better."""
    return 0.1


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, headings, list entries and notes, in their order."""
    veiled = hide_markup(text)
    return make_blocks(text, veiled, mark_sections(read_layout(veiled, text), veiled))


PLAIN = Form("plain", claim, blocks)
