"""Everything that a call names, one after the other: files, folders, patterns, records, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kartoteka.ingest.document import read_text
from kartoteka.ingest.files import SourceFile, find_files
from kartoteka.ingest.opening import read
from kartoteka.ingest.readers.jsonl import read_records
from kartoteka.types import Document

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing, or not all, and why, in one line."""

    source: str
    reason: str


def read_inputs(paths: Iterable[str | Path], lang: str = "") -> Iterator[Document | Failure]:
    """The documents of all the paths in order; what cannot be read is a Failure and costs nothing else.

    "-" is standard input: records where its first line is one, a single text otherwise.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _guarded(_standard_input(lang), "standard input")
        else:
            for source in find_files([path]):
                yield from read_source(source, lang)


def read_source(source: SourceFile, lang: str = "") -> Iterator[Document | Failure]:
    """The documents of one file, or why there are none."""
    yield from _guarded(read(source.path, source.id, lang=lang), str(source.path))


def _standard_input(lang: str) -> Iterator[Document]:
    text = sys.stdin.buffer.read().decode("utf-8-sig")
    if text.lstrip().startswith("{"):
        yield from read_records(text.split("\n"), lang)
    else:
        yield read_text(text, "standard input", lang=lang)


def _guarded(documents: Iterator[Document], source: str) -> Iterator[Document | Failure]:
    try:
        yield from documents
    except (OSError, ValueError) as error:
        yield Failure(source, _cause(error, source))


def _cause(error: Exception, source: str) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return " ".join(str(error).split()).removeprefix(f"{source}: ")
