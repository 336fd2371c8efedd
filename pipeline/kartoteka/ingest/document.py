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
from kartoteka.languages.identify import Evidence, decide, weigh
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
    evidence = [weigh(_sample(draft, block)) for block in draft.blocks]
    main = lang or _main_language(draft, evidence)
    author = _author(draft)
    return replace(
        draft,
        title=found or title or id,
        lang=main,
        blocks=tuple(
            replace(block, lang=block.lang or _block_language(draft, block, main, told))
            for block, told in zip(draft.blocks, evidence, strict=True)
        ),
        meta={**(meta or {}), **({"author": author} if author else {})},
    )


def _sample(document: Document, block: Block) -> str:
    start, end = block.pieces[0]
    if len(block.pieces) == 1 or end - start > _SAMPLE:
        return document.text[start : min(end, start + _SAMPLE)]
    return document.reading(block)[:_SAMPLE]


def _main_language(document: Document, evidence: Sequence[Evidence]) -> str:
    """The language of most of the body, else of the whole text; whatever is in Latin letters counts as English."""
    told = list(zip(document.blocks, evidence, strict=True))
    letters: Counter[str] = Counter()
    for block, weighed in [pair for pair in told if pair[0].kind in BODY] or told:
        if found := decide(weighed, default=""):
            length = sum(end - start for start, end in block.pieces)
            letters[found if found in LANGUAGES else "en"] += length
    if letters:
        return max(LANGUAGES, key=lambda lang: letters[lang])
    opening = weigh(document.text[:_SAMPLE])
    return decide(opening, default="ru") if opening.script == "Cyrl" else "en"


def _block_language(document: Document, block: Block, main: str, evidence: Evidence) -> str:
    """The block's own language; one in the other script than the document's takes the likeliest of its script."""
    cyrillic = evidence.script == "Cyrl"
    if cyrillic == (main != "en") or not any(char.isalpha() for char in _sample(document, block)):
        return decide(evidence, default=main)
    return decide(evidence, default="") or ("ru" if cyrillic else "en")


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
