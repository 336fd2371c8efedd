"""Reads the layout of a text line by line: headings, paragraphs, lists, quotations, infoboxes, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.ingest.grids import read_grid
from kartoteka.ingest.infobox import read_infobox
from kartoteka.ingest.lines import PAGE, VEIL, Line, split_lines
from kartoteka.ingest.parts import Part
from kartoteka.ingest.pasted import read_pasted
from kartoteka.ingest.vocabulary import edit_links
from kartoteka.ingest.wrapping import page_width, paragraphs
from kartoteka.types import BlockKind

_V = rf"[{VEIL}\s]*"
_RULE = re.compile(r"\s*(?:(?:-\s?){3,}|(?:\*\s?){3,}|(?:_\s?){3,}|[=~]{5,}|[─—–]{3,})\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:-{3,}|={3,})\s*")
_HASHES = re.compile(rf"{_V}(?P<level>\#{{1,6}})[ \t]+(?P<words>\S.*?)[ \t]*\#*[ \t]*$")
_EQUALS = re.compile(rf"{_V}(?P<level>={{1,6}})(?!=)(?P<words>.*?[^=\s].*?)(?P=level){_V}$")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_FOOTNOTE = re.compile(r"[ \t]{0,3}\[\^(?P<key>[^\]\s\[]{1,40})\]:[ \t]*")
_ENDNOTE = re.compile(r"[ \t]{0,3}\[(?P<key>\d{1,3})\](?:[ \t]+|$)")
_BULLET = re.compile(rf"{_V}(?:[*+•◦▪‣●·-]|[*#:;]{{2,6}})[ \t]+(?=\S)")
_NUMBERED = re.compile(rf"{_V}\(?\d{{1,3}}[.)][ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:;,»”\"]$")
#: A heading without any mark is short: a line that a reader takes in at a glance.
_HEADING_LENGTH, _HEADING_WORDS = 80, 12
#: Rules and marked headings are looked for in lines up to this length.
_LONGEST_MARKED = 400


def read_layout(veiled: str, source: str, *, wiki: bool = False) -> list[Part]:
    """The parts of a veiled text from first line to last; separators are parts without a kind.

    `source` is the same text unveiled, which shows what was set in bold. `wiki` reads short infoboxes as such and
    takes every line for a paragraph of its own.
    """
    runs = list(_runs(split_lines(veiled)))
    width = 0 if wiki else page_width(run for run in runs if not _RULE.fullmatch(run[0].text))
    parts: list[Part] = []
    for run in runs:
        if run[0].text == PAGE:
            parts.append(Part(None, ((run[0].start, run[0].end),), "page"))
        else:
            parts.extend(_read_run(run, source, width, wiki=wiki))
    return [_as_heading(part, parts[i + 1 : i + 2], veiled) for i, part in enumerate(parts)]


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without a blank one between; a page's end alone; hidden lines are passed over."""
    run: list[Line] = []
    for line in lines:
        if line.blank:
            if run:
                yield run
            if line.text == PAGE:
                yield [line]
            run = []
        elif not line.absent and line.bare.lower() not in edit_links():
            run.append(line)
    if run:
        yield run


def _read_run(run: Sequence[Line], source: str, width: int, *, wiki: bool) -> list[Part]:
    parts: list[Part] = []
    start = i = 0
    while i < len(run):
        taken, count = _special(run, i, width, wiki=wiki)
        if count:
            named = taken[0].kind is BlockKind.INFOBOX and i - start == 1 and _names(run[start])
            parts += [_name(run[start])] if named else _prose(run[start:i], source, width)
            parts += taken
            start = i + count
        i += count or 1
    parts += _prose(run[start:], source, width)
    return [replace(parts[0], alone=True)] if len(parts) == 1 else parts


def _special(run: Sequence[Line], i: int, width: int, *, wiki: bool) -> tuple[list[Part], int]:
    """What begins at this line of a run and is no plain paragraph, and how many lines it takes (or 0)."""
    line = run[i]
    if len(line.text) <= _LONGEST_MARKED:
        if _RULE.fullmatch(line.text):
            return [Part(None, (_span(line),), "rule")], 1
        if heading := _HASHES.match(line.text) or _EQUALS.match(line.text):
            words = (line.start + heading.start("words"), line.start + heading.end("words"))
            return [Part(BlockKind.HEADING, (words,), str(len(heading["level"])))], 1
        if i + 1 < len(run) and _UNDERLINE.fullmatch(run[i + 1].text) and "|" not in line.text:
            return [Part(BlockKind.HEADING, (_span(line),), "1" if "=" in run[i + 1].text else "2")], 2
    if _QUOTE.match(line.text):
        return _quote(run, i, width)
    if note := _FOOTNOTE.match(line.text) or _ENDNOTE.match(line.text):
        return _note(run, i, note)
    taken, count = read_grid(run, i)
    if not count:
        taken, count = read_infobox(run, i, fewest=2 if wiki else 4)
    return (taken, count) if count else read_pasted(run, i)


def _quote(run: Sequence[Line], i: int, width: int) -> tuple[list[Part], int]:
    """A block quotation: its lines without their marks, a line with nothing but a mark between paragraphs."""
    inner: list[Line] = []
    count = 0
    while i + count < len(run) and (mark := _QUOTE.match(run[i + count].text)):
        line = run[i + count]
        inner.append(replace(line, start=line.start + mark.end(), text=line.text[mark.end() :]))
        count += 1
    parts = [
        _joined(BlockKind.QUOTE, lines) for stretch in _runs(inner) for lines in paragraphs(stretch, width or 1)
    ]
    return parts or [Part(None, (_span(run[i]),), "mark")], count


def _note(run: Sequence[Line], i: int, mark: re.Match[str]) -> tuple[list[Part], int]:
    """A note that begins with its number, up to the next one."""
    count = 1
    while i + count < len(run):
        text = run[i + count].text
        if _FOOTNOTE.match(text) or _ENDNOTE.match(text):
            break
        count += 1
    start = run[i].start + mark.end()
    return [Part(BlockKind.NOTE, ((start, run[i + count - 1].end),), mark["key"])], count


def _prose(lines: Sequence[Line], source: str, width: int) -> list[Part]:
    """Paragraphs and list entries, each a part; a paragraph in bold and nothing else is a heading."""
    parts: list[Part] = []
    item: list[Line] = []
    for line in lines:
        mark = _BULLET.match(line.text) or _NUMBERED.match(line.text)
        if mark:
            parts += [_joined(BlockKind.PROSE, each) for each in paragraphs(item, width)]
            item = []
            if _BULLET.match(line.text):
                line = replace(line, start=line.start + mark.end(), text=line.text[mark.end() :])
        item.append(line)
    parts += [_joined(BlockKind.PROSE, each) for each in paragraphs(item, width)]
    return [_bold_heading(part, source) for part in parts]


def _bold_heading(part: Part, source: str) -> Part:
    start, end = part.spans[0][0], part.spans[-1][1]
    if end - start > _HEADING_LENGTH or "\n" in source[start:end]:
        return part
    text = source[start:end].strip()
    bold = len(text) > 4 and text[:2] == text[-2:] and text[:2] in ("**", "__") and text[:2] not in text[2:-2]
    return replace(part, kind=BlockKind.HEADING) if bold else part


def _as_heading(part: Part, following: Sequence[Part], veiled: str) -> Part:
    """A short line between blank ones, without a full stop and with prose after it, is a heading."""
    if part.kind is not BlockKind.PROSE or not part.alone or not following:
        return part
    marked = veiled[part.spans[0][0] : part.spans[-1][1]].strip()
    text = marked.replace(VEIL, "").strip()
    if len(text) > _HEADING_LENGTH or "\n" in text or len(text.split()) > _HEADING_WORDS:
        return part
    if (
        _SENTENCE_END.search(text)
        or marked[:1] in (VEIL, "[", "|")
        or not (text[:1].isupper() or text[:1].isdigit())
    ):
        return part
    if following[0].kind not in (BlockKind.PROSE, BlockKind.TABLE) or not any(char.isalpha() for char in text):
        return part
    return replace(part, kind=BlockKind.HEADING)


def _names(line: Line) -> bool:
    """Whether a line over an infobox can be a name: short, and no caption of a picture with its year."""
    return len(line.bare) <= _HEADING_LENGTH and not any(char.isdigit() for char in line.bare)


def _name(line: Line) -> Part:
    """The line over an infobox says whose it is."""
    return Part(BlockKind.INFOBOX, (_span(line),), "Name")


def _joined(kind: BlockKind, lines: Sequence[Line]) -> Part:
    """Lines as one part, the marks before them left out: each span takes the end of its line along."""
    spans = [(line.start, line.stop) for line in lines[:-1]]
    return Part(kind, (*spans, _span(lines[-1])))


def _span(line: Line) -> tuple[int, int]:
    return line.start, line.end
