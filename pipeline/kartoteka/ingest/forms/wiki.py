"""Wiki articles as converters print them: `== … ==` headings, `- Key: value` infobox lines, a paragraph a line."""

from __future__ import annotations

import re

from kartoteka.ingest.base import Form
from kartoteka.ingest.inline import hide_markup
from kartoteka.ingest.layout import read_layout
from kartoteka.ingest.parts import make_blocks
from kartoteka.ingest.sections import mark_sections
from kartoteka.types import Block

_HEADING = re.compile(r"^={1,6} ?[^=\s\n][^=\n]{0,150}={1,6}[ \t]{0,9}\r?$", re.MULTILINE)
_FIELDS = re.compile(r"(?:^- [^\W\d_][^:\n]{0,40}: [^\n]{1,500}\n){6}", re.MULTILINE)


def claim(text: str) -> float:
    """A heading between equals signs, or six infobox lines in a row."""
    return 0.6 if _HEADING.search(text) or _FIELDS.search(text) else 0.0


def blocks(text: str) -> tuple[Block, ...]:
    """The infobox fields, headings and paragraphs, in their order."""
    veiled = hide_markup(text)
    return make_blocks(text, veiled, mark_sections(read_layout(veiled, text, wiki=True), veiled))


WIKI = Form("wiki", claim, blocks)
