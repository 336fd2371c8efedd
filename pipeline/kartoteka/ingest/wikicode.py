"""Walks MediaWiki's source: what is hidden from a reader, and what stands beside the running text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import dropped_namespaces, infobox_names, is_unread, unread_fields
from kartoteka.ingest.wikicode_templates import parameters, shown, template_name
from kartoteka.types import BlockKind

_ROW = re.compile(r"\n\|-[^\n]*")
_VALUE_BREAK = re.compile(r"<br[ ]?/?>|\n[*#]*", re.IGNORECASE)
_CELL_MARK = re.compile(r"(?m)^\|\+[^\n]*|^[|!](?!\})(?:[^|\n\[\]{}]{0,80}=[^|\n\[\]{}]{0,80}\|(?!\|))?[ \t]?")
_CAPTION = re.compile(r"(?m)^\|\+[^\n]*")
_UNREAD_TAGS = frozenset({"gallery", "imagemap", "math", "references", "score", "source", "syntaxhighlight"})


@dataclass(slots=True)
class _Walk:
    """What was found so far: hidden spans, parts for infobox fields, notes and table rows, borders of lines."""

    hidden: list[tuple[int, int]] = field(default_factory=list)
    side: list[Part] = field(default_factory=list)
    borders: list[tuple[int, int]] = field(default_factory=list)


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
    if template_name(node).startswith(infobox_names()):
        walk.hidden.append((start, end))
        for field_ in parameters(node, start):
            if not is_unread(field_.name):
                _field(field_.name, field_.value, field_.start, walk)
        return
    read, done = shown(node, start), start
    places = sorted([*read.stretches, *((value.start, value.end) for value in read.values)])
    for begin, stop in places:
        walk.hidden.append((done, begin))
        if read.lines and done > start:
            walk.borders.append((done, begin))
        done = stop
    walk.hidden.append((done, end))
    for value in read.values:
        _nodes(value.value, value.start, walk)


def _field(key: str, value: Any, at: int, walk: _Walk) -> None:
    """One infobox field; a value of several lines (`<br>`, list entries) gives a part each."""
    inner = _Walk()
    _nodes(value, at, inner)
    walk.side += inner.side
    text = str(value)
    breaks = sorted(
        [
            *(match.span() for match in _VALUE_BREAK.finditer(text)),
            *((start - at, end - at) for start, end in inner.borders),
        ]
    )
    borders = [0, *(border for span in breaks for border in span), len(text)]
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
            for value in parameters(node, start):
                if value.name.lower() in unread_fields():
                    continue
                walk.hidden.append((done, value.start))
                _citation(value.value, value.start, walk)
                done = value.end
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
