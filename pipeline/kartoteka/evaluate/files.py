"""Gold and answers from their files: a passage a .json, a row a line of .jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from hashlib import sha1
from pathlib import Path
from typing import Any

from kartoteka.evaluate.passages import Answer, Passage
from kartoteka.evaluate.records import answer_of, passage_of

#: Files of a folder that are read.
SUFFIXES = (".json", ".jsonl")


def read_gold(paths: Sequence[Path], *, held_aside: int = 0) -> list[Passage]:
    """The annotated passages of files, and of all .json and .jsonl files of folders, in order.

    `held_aside` N keeps of the rows only those whose text's SHA-1 is a multiple of N, which is how a training run
    may have put every Nth aside; 0 keeps all. Raises ValueError that names file, line and cause.
    """
    passages = [passage for path in _files(paths) for passage in _passages(path)]
    kept = [p for p in passages if not held_aside or not p.line or _number(p.text) % held_aside == 0]
    if not kept:
        raise ValueError(f"{', '.join(map(str, paths))}: no annotated passage in it")
    return kept


def read_answers(path: Path, passages: Sequence[Passage]) -> list[Answer]:
    """What a program said of the passages, a line each in their order. Raises ValueError as `read_gold` does."""
    rows = list(_rows(path))
    if len(rows) != len(passages):
        raise ValueError(f"{path}: {len(rows)} lines for {len(passages)} annotated passages")
    answers = []
    for (line, row), passage in zip(rows, passages, strict=True):
        try:
            answers.append(answer_of(row, passage.text))
        except ValueError as error:
            raise ValueError(f"{path}: line {line}: {error}") from error
    return answers


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.iterdir() if each.suffix.lower() in SUFFIXES)
        else:
            yield path


def _passages(path: Path) -> Iterator[Passage]:
    if path.suffix.lower() != ".jsonl":
        try:
            yield passage_of(_object(_content(path)), str(path), 0)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error
        return
    rows = list(_rows(path))
    dated = any(_has_values(row) for _, row in rows)
    for line, row in rows:
        try:
            yield passage_of(row, str(path), line, dated=dated)
        except ValueError as error:
            raise ValueError(f"{path}: line {line}: {error}") from error


def _has_values(row: dict[str, Any]) -> bool:
    spans = row.get("spans")
    return isinstance(spans, list) and any(isinstance(span, list) and len(span) > 3 for span in spans)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file of lines, with their line numbers; blank lines are passed over."""
    try:
        content = _content(path)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            try:
                yield number, _object(line, lines=False)
            except ValueError as error:
                raise ValueError(f"{path}: line {number}: {error}") from error


def _content(path: Path) -> str:
    """The text of a file. Raises ValueError without its name, OSError where it cannot be opened."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start})") from error


def _object(content: str, *, lines: bool = True) -> dict[str, Any]:
    try:
        found = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}: " if lines else ""
        raise ValueError(f"{where}no JSON ({error.msg}, column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("no JSON (nested too deep)") from error
    if not isinstance(found, dict):
        raise ValueError("no annotated passage, not an object")
    return found


def _number(text: str) -> int:
    return int(sha1(text.encode(), usedforsecurity=False).hexdigest(), 16)
