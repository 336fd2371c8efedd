"""Texts handed over as lines of JSON: {"id", "text", "lang"?}, one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kartoteka.ingest.base import Reader
from kartoteka.ingest.document import read_text
from kartoteka.types import Document

#: How many broken lines an error names.
SHOWN = 20


def claim(path: Path, head: bytes) -> float:
    """A .jsonl file, whatever stands in it."""
    return 0.9 if path.suffix.lower() == ".jsonl" and b"\0" not in head else 0.0


def read(path: Path, id: str, lang: str) -> Iterator[Document]:
    """One document a record; its id is the file's and the record's. Raises ValueError as `read_records` does."""
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        for document in read_records(lines, lang):
            yield replace(document, id=f"{id}#{document.id}", source=str(path))


def read_records(lines: Iterable[str], lang: str = "") -> Iterator[Document]:
    """The documents of records in order; blank lines are passed over, `meta["id"]` is the record's own id.

    A record without an id is named by its line, a repeated id takes a number. A record's `lang` wins over the
    argument. A line that is no such record, or whose text is blank, costs only itself: once all the others are
    yielded, a ValueError names every such line and its cause.
    """
    taken: set[str] = set()
    broken: list[str] = []
    for number, line in enumerate(lines, 1):
        try:
            document = _document(line, number, lang, taken) if line.strip() else None
        except ValueError as error:
            broken.append(f"line {number}: {error}")
            continue
        if document is not None:
            yield document
    if broken:
        raise ValueError(
            "; ".join(broken[:SHOWN]) + (f"; and {len(broken) - SHOWN} more" if len(broken) > SHOWN else "")
        )


def _document(line: str, number: int, lang: str, taken: set[str]) -> Document:
    record = _record(line)
    own = str(record.get("id", number))
    unique = own if own not in taken else f"{own}~{number}"
    document = read_text(record["text"], unique, str(record.get("lang") or lang))
    taken.add(unique)
    return replace(document, meta={**document.meta, "id": own})


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON ({error.msg})") from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ValueError('no object with a "text"')
    return record


JSONL = Reader("jsonl", claim, read)
