"""Walks MediaWiki's source: what is hidden from a reader, and what stands beside the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import (
    date_templates,
    dropped_namespaces,
    infobox_names,
    unread_fields,
    word_templates,
)
from kartoteka.types import BlockKind

_ROW = re.compile(r"\n\|-[^\n]*")
_VALUE_BREAK = re.compile(r"<br[ ]?/?>|\n[*#]*", re.IGNORECASE)
_CELL_MARK = re.compile(r"(?m)^\|\+[^\n]*|^[|!](?!\})(?:[^|\n\[\]{}]{0,80}=[^|\n\[\]{}]{0,80}\|(?!\|))?[ \t]?")
_CAPTION = re.compile(r"(?m)^\|\+[^\n]*")
_UNREAD_TAGS = frozenset({"gallery", "imagemap", "math", "references", "score", "source", "syntaxhighlight"})


@dataclass(slots=True)
class _Walk:
    """What was found so far: hidden spans, and parts for infobox fields, notes and table rows."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    side: list[Part] = field(default_factory=list)


def read_wikicode(text: str) -> tuple[list[tuple[int, int]], list[Part]]:
    """The hidden spans of MediaWiki's source, and the parts beside its running text."""
    import mwparserfromhell

    walk = _Walk()
    try:
        code = mwparserfromhell.parse(text, skip_style_tags=True)
    except mwparserfromhell.parser.ParserError:
        return walk.hidden, walk.side
    _nodes(code, 0, walk)
    return walk.hidden, walk.side


def _nodes(code: Any, start: int, walk: _Walk) -> None:
    for node in code.nodes:
        length = len(str(node))
        _node(node, start, start + length, walk)
        start += length


def _node(node: Any, start: int, end: int, walk: _Walk) -> None:
    match type(node).__name__:
        case "Template":
            _template(node, start, end, walk)
        case "Wikilink":
            _link(node, start, end, walk)
        case "ExternalLink":
            _external(node, start, end, walk)
        case "Tag":
            _tag(node, start, end, walk)
        case "Heading":
            _nodes(node.title, start + node.level, walk)
        case "Comment" | "Argument":
            walk.hidden.append((start, end))


def _template(node: Any, start: int, end: int, walk: _Walk) -> None:
    """An infobox gives a part a field, a template that dresses words gives them up, the rest is hidden."""
    name = " ".join(str(node.name).replace("_", " ").split()).lower()
    fields = list(_parameters(node, start))
    if name.startswith(infobox_names()):
        walk.hidden.append((start, end))
        for key, value, at in fields:
            if key.lower() not in unread_fields():
                _field(key, value, at, walk)
        return
    unnamed = [(value, at) for key, value, at in fields if key.isdigit()]
    if name in word_templates() and unnamed:
        value, at = unnamed[-1]
        walk.hidden += [(start, at), (at + len(str(value)), end)]
        _nodes(value, at, walk)
    elif name in date_templates() and unnamed:
        walk.hidden += [(start, unnamed[0][1]), (unnamed[-1][1] + len(str(unnamed[-1][0])), end)]
    else:
        walk.hidden.append((start, end))


def _parameters(node: Any, start: int) -> Iterator[tuple[str, Any, int]]:
    """Name, value and the value's place of each parameter."""
    at = start + 2 + len(str(node.name))
    for parameter in node.params:
        lead = 1 + (len(str(parameter.name)) + 1 if parameter.showkey else 0)
        yield str(parameter.name).strip(), parameter.value, at + lead
        at += len(str(parameter)) + 1


def _field(key: str, value: Any, at: int, walk: _Walk) -> None:
    """One infobox field; a value of several lines (`<br>`, list entries) gives a part each."""
    inner = _Walk()
    _nodes(value, at, inner)
    walk.side += inner.side
    text = str(value)
    borders = [0, *(border for match in _VALUE_BREAK.finditer(text) for border in match.span()), len(text)]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        spans = _visible(at + start, at + end, inner.hidden)
        if spans and text[start:end].strip():
            walk.side.append(Part(BlockKind.INFOBOX, spans, key))


def _visible(start: int, end: int, hidden: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    spans = []
    for begin, stop in sorted(hidden):
        if stop <= start or begin >= end:
            continue
        if begin > start:
            spans.append((start, begin))
        start = max(start, stop)
    if start < end:
        spans.append((start, end))
    return tuple(spans)


def _link(node: Any, start: int, end: int, walk: _Walk) -> None:
    """`[[a|b]]` reads b, `[[a]]` a; categories and files are not read."""
    space = str(node.title).partition(":")[0].strip().lower()
    if ":" in str(node.title) and space in dropped_namespaces():
        walk.hidden.append((start, end))
        return
    words = node.title if node.text is None else node.text
    at = start + 2 + (0 if node.text is None else len(str(node.title)) + 1)
    walk.hidden += [(start, at), (at + len(str(words)), end)]
    _nodes(words, at, walk)


def _external(node: Any, start: int, end: int, walk: _Walk) -> None:
    """`[address words]` reads the words; a bare address in brackets is not read."""
    if not node.brackets:
        return
    if node.title is None:
        walk.hidden.append((start, end))
        return
    at = end - 1 - len(str(node.title))
    walk.hidden += [(start, at), (end - 1, end)]
    _nodes(node.title, at, walk)


def _tag(node: Any, start: int, end: int, walk: _Walk) -> None:
    """References become notes, tables rows; other tags are hidden and what they hold is read."""
    name = str(node.tag).strip().lower()
    if node.contents is None or node.self_closing or name in _UNREAD_TAGS:
        if name != "br" and not node.wiki_markup:
            walk.hidden.append((start, end))
        return
    contents = str(node.contents)
    tail = len(str(node.closing_wiki_markup or "")) if node.wiki_markup else len(str(node.closing_tag)) + 3
    at = end - tail - len(contents)
    if name == "ref":
        _note(node, at, (start, end), walk)
    elif name == "table":
        _table(node, start, end, walk)
    elif not node.wiki_markup:
        walk.hidden += [(start, at), (end - tail, end)]
        _nodes(node.contents, at, walk)
    else:
        _nodes(node.contents, at, walk)


def _note(node: Any, at: int, whole: tuple[int, int], walk: _Walk) -> None:
    """A reference: a note beside the text. Citation templates read as their parameters stand."""
    inner = _Walk()
    _citation(node.contents, at, inner)
    walk.hidden.append(whole)
    walk.side += inner.side
    if spans := _visible(at, at + len(str(node.contents)), inner.hidden):
        walk.side.append(Part(BlockKind.NOTE, spans))


def _citation(code: Any, start: int, walk: _Walk) -> None:
    """Inside a reference a template's values are read one after the other."""
    for node in code.nodes:
        length = len(str(node))
        if type(node).__name__ == "Template":
            done = start
            for key, value, at in _parameters(node, start):
                if key.lower() in unread_fields():
                    continue
                walk.hidden.append((done, at))
                _citation(value, at, walk)
                done = at + len(str(value))
            walk.hidden.append((done, start + length))
        else:
            _node(node, start, start + length, walk)
        start += length


def _table(node: Any, start: int, end: int, walk: _Walk) -> None:
    """Each row of a table is a part; the first row of heading cells is the key of the others."""
    source = str(node)
    inner = _Walk()
    if node.contents is not None:
        _nodes(node.contents, start + source.find(str(node.contents)), inner)
    walk.hidden.append((start, end))
    walk.side += [part for part in inner.side if part.kind is BlockKind.NOTE]
    borders = [source.find("\n"), *(n for match in _ROW.finditer(source) for n in match.span()), len(source) - 2]
    key = ""
    for begin, stop in zip(borders[::2], borders[1::2], strict=True):
        at = start + max(begin, 0)
        row = source[max(begin, 0) : stop]
        marks = [(at + mark.start(), at + mark.end()) for mark in _CELL_MARK.finditer(row)]
        spans = _visible(at, start + stop, [*inner.hidden, *marks])
        words = _CAPTION.sub("", row).strip()
        if words and spans:
            walk.side.append(Part(BlockKind.TABLE, spans, key))
            key = key or _heading_cells(words)


def _heading_cells(row: str) -> str:
    """The cells of a table's heading row, joined by strokes; "" for a row of another kind."""
    if not row.startswith("!"):
        return ""
    return " | ".join(cell.rpartition("|")[2].strip() for cell in re.split(r"!!|\n!", row.lstrip("!")))
