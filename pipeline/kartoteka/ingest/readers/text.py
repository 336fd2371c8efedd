"""Text files in any encoding that `decode` knows, whatever their names end in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kartoteka.ingest.base import Reader
from kartoteka.ingest.document import read_text
from kartoteka.ingest.encodings import decode, looks_binary
from kartoteka.types import Document

_ENDINGS = frozenset({".txt", ".md", ".markdown", ".wiki", ".mediawiki", ".text", ".rst"})


def claim(path: Path, head: bytes) -> float:
    """Whatever looks like text; for sure where the name says so too."""
    if looks_binary(head):
        return 0.0
    return 0.5 if path.suffix.lower() in _ENDINGS else 0.3


def read(path: Path, id: str, lang: str) -> Iterator[Document]:
    """One document, its newlines as in the file, a byte order mark not counted.

    Raises ValueError where the bytes are no text, and for a blank one; the caller names the file.
    """
    text, encoding = decode(path.read_bytes())
    document = read_text(text, id, lang, title=path.stem)
    yield replace(document, source=str(path), meta={**document.meta, "encoding": encoding})


TEXT = Reader("text", claim, read)
