"""From a decoded text to a Document: which form it has, its blocks, their languages, its title and author."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kartoteka import registry
from kartoteka.ingest.base import Form
from kartoteka.ingest.stress import unstressed
from kartoteka.ingest.vocabulary import author_marks, title_fields
from kartoteka.languages.base import LANGUAGES
from kartoteka.languages.identify import identify, is_cyrillic
from kartoteka.types import BODY, Block, BlockKind, Document

#: A first line up to this length can be a title.
LONGEST_TITLE = 150
#: Language is told from the start of long blocks.
_SAMPLE = 4_000
_AUTHOR = re.compile(r"[^\d*_!?:;<>]{4,80}")


def read_text(text: str, id: str, lang: str = "", title: str = "") -> Document:
    """The document of a text in hand: its form recognised, its blocks typed, the text itself untouched.

    `lang` (en, uk or ru) overrules the language found; letters of the other script keep their own. `title` is the
    document's where the text shows none. Raises ValueError for a blank text and for an unknown `lang`.
    """
    if not text or text.isspace():
        raise ValueError(f"{id}: there is no text in it")
    forms = registry.discover("kartoteka.ingest.forms", Form)
    form = max(forms.values(), key=lambda each: each.claim(text))
    return make_document(text, form.blocks(text), id, lang=lang, title=title, meta={"form": form.name})


def make_document(
    text: str,
    blocks: Sequence[Block],
    id: str,
    *,
    lang: str = "",
    title: str = "",
    source: str = "",
    meta: Mapping[str, str] | None = None,
) -> Document:
    """A document of these blocks, with title, author and languages: for readers that know the blocks themselves.

    Raises ValueError for a `lang` that is none of en, uk, ru and not empty.
    """
    if lang and lang not in LANGUAGES:
        raise ValueError(f"{id}: no language {lang!r} (known: {', '.join(LANGUAGES)})")
    draft = Document(id, "", lang, text, unstressed(text, blocks), source)
    found = _title(draft)
    main = lang or _main_language(draft)
    author = _author(draft)
    return replace(
        draft,
        title=found or title or id,
        lang=main,
        blocks=tuple(replace(block, lang=_block_language(draft, block, main)) for block in draft.blocks),
        meta={**(meta or {}), **({"author": author} if author else {})},
    )


def _sample(document: Document, block: Block) -> str:
    start, end = block.pieces[0]
    if len(block.pieces) == 1 or end - start > _SAMPLE:
        return document.text[start : min(end, start + _SAMPLE)]
    return document.reading(block)[:_SAMPLE]


def _main_language(document: Document) -> str:
    """The language of most of the body, else of the whole text; whatever is in Latin letters counts as English."""
    body = [block for block in document.blocks if block.kind in BODY] or list(document.blocks)
    letters: Counter[str] = Counter()
    for block in body:
        if found := identify(_sample(document, block), default=""):
            length = sum(end - start for start, end in block.pieces)
            letters[found if found in LANGUAGES else "en"] += length
    if letters:
        return max(LANGUAGES, key=lambda lang: letters[lang])
    start = document.text[:_SAMPLE]
    return identify(start, default="ru") if is_cyrillic(start) else "en"


def _block_language(document: Document, block: Block, main: str) -> str:
    """The block's own language; one in the other script than the document's takes the likeliest of its script."""
    if block.lang:
        return block.lang
    sample = _sample(document, block)
    cyrillic = is_cyrillic(sample)
    if cyrillic == (main != "en") or not any(char.isalpha() for char in sample):
        return identify(sample, default=main)
    return identify(sample, default="") or ("ru" if cyrillic else "en")


def _title(document: Document) -> str:
    """The title that the text shows, "" for none.

    A heading of the first level or with nothing but short lines before it; else the name in an infobox; else a
    short first line that is no sentence.
    """
    for place, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING and (block.key == "1" or _opens(document, place)):
            return _flat(document, block)
    for block in document.blocks:
        if block.kind is BlockKind.INFOBOX and block.key.lower() in title_fields():
            return _flat(document, block)
    if not document.blocks or document.blocks[0].kind is not BlockKind.PROSE:
        return ""
    first = document.reading(document.blocks[0])
    return _flat(document, document.blocks[0]) if len(document.blocks) > 1 and _short(first) else ""


def _short(reading: str) -> bool:
    """Whether a block is a line of its own and no sentence."""
    return len(reading) <= LONGEST_TITLE and reading[-1] not in ".!?…:;,"


def _opens(document: Document, place: int) -> bool:
    """Whether a block is among the first three, short lines of prose before it."""
    before = document.blocks[:place]
    return place < 3 and all(block.kind is BlockKind.PROSE and _short(document.reading(block)) for block in before)


def _author(document: Document) -> str:
    """The name alone in italics, or after "by", right under the first heading; "" for none."""
    for before, block in zip(document.blocks[:3], document.blocks[1:4], strict=False):
        if before.kind is BlockKind.HEADING and block.kind in (BlockKind.PROSE, BlockKind.HEADING):
            return _name(document, block)
    return ""


def _name(document: Document, block: Block) -> str:
    words = document.reading(block).strip()
    start, end = block.pieces[0][0], block.pieces[-1][1]
    around = document.text[max(0, start - 2) : start] + document.text[end : end + 2]
    mark = next((mark for mark in author_marks() if words.lower().startswith(mark)), "")
    name = words[len(mark) :].strip()
    if not (mark or "*" in around or "_" in around) or len(words) > 100 or not _AUTHOR.fullmatch(name):
        return ""
    return name if 2 <= len(name.split()) <= 8 and all(word[:1].isupper() for word in name.split()[::2]) else ""


def _flat(document: Document, block: Block) -> str:
    return " ".join(document.reading(block).split())
