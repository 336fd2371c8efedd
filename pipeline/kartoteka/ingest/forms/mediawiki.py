"""MediaWiki's own source: templates, links, references, tables; infobox templates become infobox fields.

mwparserfromhell takes the source apart; since its nodes print exactly what they were read from, their places
follow from the lengths of what stands before them.
"""

from __future__ import annotations

import re

from kartoteka.ingest.base import Form
from kartoteka.ingest.inline import hide_markup
from kartoteka.ingest.layout import read_layout
from kartoteka.ingest.lines import veil
from kartoteka.ingest.parts import make_blocks
from kartoteka.ingest.sections import mark_sections
from kartoteka.ingest.wikicode import read_wikicode
from kartoteka.types import Block

#: No wiki takes a longer page (2 MiB); longer texts are no page's source.
LONGEST = 2_000_000
_TEMPLATE = re.compile(r"\{\{[^\W\d_][^{}\n|]{0,80}(?:\||\}\}|\n)")
_LINK = re.compile(r"\[\[[^\[\]\n]{1,200}\]\]")
_REFERENCE = re.compile(r"<ref(?:\s[^<>]{0,200})?/?>")
_TABLE = re.compile(r"^\{\|", re.MULTILINE)
_QUOTES = re.compile(r"'{2,5}")
_MAGIC = re.compile(r"__[A-Z]{3,20}__")
#: Signs that are written out: the first character stays for the sign, unless it is a space at the end of a value.
_ENTITY = re.compile(
    r"&(?P<rest>(?:nbsp|thinsp|ensp|emsp|\#160|\#8201|\#8239)(?P<end>;(?=(?:&nbsp;){0,9}[\s|}<]))?;?"
    r"|(?:ndash|mdash|minus|amp|laquo|raquo|\#8211|\#8212);)(?<=;)"
)
#: After these a written-out sign opens a line, a value or a cell.
_EDGES = frozenset("\n=|{}>[")
#: Nesting beyond this is no article.
_DEEPEST = 40


def claim(text: str) -> float:
    """Templates with links or references, or several links: nothing else is written so."""
    if len(text) > LONGEST or _too_deep(text):
        return 0.0
    signs = (_TEMPLATE, _LINK, _REFERENCE, _TABLE)
    counts = [sum(1 for _ in sign.finditer(text[:200_000])) for sign in signs]
    return 0.9 if sum(1 for count in counts if count) >= 2 or counts[1] >= 3 or counts[0] >= 2 else 0.0


def blocks(text: str) -> tuple[Block, ...]:
    """Infobox fields, paragraphs, table rows and references, each where it stands in the source."""
    hidden, side = read_wikicode(text)
    marks = [match.span() for sign in (_QUOTES, _MAGIC) for match in sign.finditer(text)]
    marks += [
        match.span() if match["end"] or text[match.start() - 1] in _EDGES else match.span("rest")
        for match in _ENTITY.finditer(text)
        if match.start()
    ]
    plain = veil(hide_markup(text), marks)
    body = veil(plain, hidden)
    main = make_blocks(text, body, mark_sections(read_layout(body, text, wiki=True), body))
    return tuple(sorted([*main, *make_blocks(text, plain, side)], key=lambda block: block.pieces[0]))


def _too_deep(text: str) -> bool:
    depth = 0
    for match in re.finditer(r"\{\{|\}\}|\[\[|\]\]", text):
        depth = depth + 1 if match.group() in ("{{", "[[") else max(0, depth - 1)
        if depth > _DEEPEST:
            return True
    return False


MEDIAWIKI = Form("mediawiki", claim, blocks)
