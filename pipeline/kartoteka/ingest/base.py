"""What a reader of a byte format and a form of text have to offer. One module each, found by `registry.discover`.

A new byte format (docx, pdf, html) is a module of `readers/` that defines a `Reader`; a new way of laying out text
is a module of `forms/` that defines a `Form`. Nothing else has to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kartoteka.types import Block, Document

#: Bytes of a file that a reader sees before it claims it.
HEAD = 8192


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one byte format become documents.

    `claim(path, head)` says from 0 (not mine) to 1 (mine without doubt) whether the file is of the format, from
    its name and its first `HEAD` bytes. `read(path, id, lang)` yields its documents; it raises ValueError or
    OSError with one line that names the file and the cause.
    """

    name: str
    claim: Callable[[Path, bytes], float]
    read: Callable[[Path, str, str], Iterator[Document]]


@dataclass(frozen=True, slots=True)
class Form:
    """How texts of one layout become blocks.

    `claim(text)` says from 0 to 1 whether the text is laid out so; the highest claim wins. `blocks(text)` gives
    the typed blocks in reading order, `lang` left empty; it raises nothing, whatever the text.
    """

    name: str
    claim: Callable[[str], float]
    blocks: Callable[[str], tuple[Block, ...]]
