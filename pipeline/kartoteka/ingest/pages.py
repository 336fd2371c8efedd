"""Puts together what the pages of a printed article cut in two, paragraphs of the body and notes.

A page is its body, a rule, the notes at its foot; the next page follows with or without a rule, a page number or a
running head between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kartoteka.ingest.lines import VEIL
from kartoteka.ingest.parts import Part
from kartoteka.types import BlockKind

_MARK = re.compile(r"\s*(?:<sup>\s{0,3}(\d{1,4}|[*†‡§]{1,4})\s{0,3}</sup>|([⁰¹²³⁴-⁹]{1,4}))\s*")
_PLAIN_MARK = re.compile(r"\s*(\d{1,3})[.)]?[ \t]+(?=\S)")
_REFERENCE = re.compile(r"<sup>\s{0,3}\d")
_OPENING = '“"‘«„([…'
#: What may follow a full sentence does not go on: a short line may be a signature or an author's name.
_SHORTEST_CUT = 40
_RUNNING = frozenset({BlockKind.PROSE, BlockKind.QUOTE, BlockKind.NOTE})
_TEXTS = frozenset({BlockKind.PROSE, BlockKind.NOTE, BlockKind.HEADING, BlockKind.QUOTE})
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def join_pages(parts: Sequence[Part], veiled: str, source: str) -> list[Part]:
    """The parts in reading order, each where it begins, its spans as many as the pages it stands on."""
    joined: list[Part] = []
    body = note = -1
    turned = False
    for role, part in _roles(parts, veiled, source):
        if role == "page":
            turned = True
        elif role == "more" and note >= 0:
            joined[note] = _together(joined[note], part, veiled)
        elif role in ("note", "more"):
            note, turned = len(joined), True
            joined.append(replace(part, kind=BlockKind.NOTE))
        elif turned and body >= 0 and _goes_on(joined[body], part, veiled):
            joined[body] = _together(joined[body], part, veiled)
            turned = False
        else:
            body, turned = len(joined), False
            joined.append(part)
    return joined


def _roles(parts: Sequence[Part], veiled: str, source: str) -> Iterator[tuple[str, Part]]:
    """Each part as body, a note, more of the last note, or the turn of a page."""
    ruled = any(part.key == "rule" and part.kind is None for part in parts)
    last: Part | None = None
    foot = fresh = False
    number = 0
    for i, part in enumerate(parts):
        if part.kind is None:
            foot = fresh = part.key == "rule" and _is_foot(parts, i + 1, veiled, source, last)
            yield "page", part
            continue
        mark = _mark(part, source, number if foot else -1)
        if mark:
            number, last = int(mark) if mark.isdecimal() else number, _without_mark(part, mark, source)
            foot, fresh = True, False
            yield "note", last
        elif part.kind is BlockKind.NOTE and part.key:
            last, foot, fresh = part, True, False
            yield "note", part
        elif foot and (fresh or (ruled and _is_inner(parts, i, source, number))):
            fresh, last = False, part
            yield "more", part
        else:
            if foot:
                yield "page", part
            foot = fresh = False
            yield "body", part


def _is_foot(parts: Sequence[Part], i: int, veiled: str, source: str, last: Part | None) -> bool:
    """Whether notes stand under a rule: a note's number, or what a note of the page before left unsaid."""
    if i >= len(parts) or parts[i].kind not in _TEXTS:
        return False
    if _mark(parts[i], source, 0) or parts[i].kind is BlockKind.NOTE:
        return True
    if parts[i].kind is BlockKind.HEADING:
        return False
    if i + 1 < len(parts) and _MARK.match(source, parts[i + 1].spans[0][0]) and parts[i + 1].kind in _TEXTS:
        return True
    return last is not None and _unfinished(_text(last, veiled))


def _is_inner(parts: Sequence[Part], i: int, source: str, number: int) -> bool:
    """Whether an unnumbered paragraph among notes belongs to one: the next note follows, it refers to none."""
    if parts[i].kind is not BlockKind.PROSE or i + 1 >= len(parts) or parts[i + 1].kind is None:
        return False
    start, end = parts[i].spans[0][0], parts[i].spans[-1][1]
    return _mark(parts[i + 1], source, -1) == str(number + 1) and not _REFERENCE.search(source, start, end)


def _mark(part: Part, source: str, number: int) -> str:
    """The number or sign with which a note begins, "" for none.

    A plain figure is one only at a foot, where it counts on from `number` (negative elsewhere).
    """
    if part.kind not in _TEXTS:
        return ""
    if found := _MARK.match(source, part.spans[0][0], part.spans[0][1]):
        return (found[1] or found[2]).translate(_DIGITS)
    plain = _PLAIN_MARK.match(source, part.spans[0][0], part.spans[0][1])
    return plain[1] if plain and number >= 0 and (int(plain[1]) in (1, number + 1) or number == 0) else ""


def _without_mark(part: Part, mark: str, source: str) -> Part:
    start, end = part.spans[0]
    found = _MARK.match(source, start, end) or _PLAIN_MARK.match(source, start, end)
    return replace(part, key=mark, spans=((found.end() if found else start, end), *part.spans[1:]))


def _goes_on(before: Part, after: Part, veiled: str) -> bool:
    """Whether a paragraph over the turn of a page is one: its sentence is open, or goes on in small letters."""
    if before.kind is not after.kind or before.kind not in _RUNNING:
        return False
    first, second = _text(before, veiled), _text(after, veiled).lstrip(_OPENING + " ")
    if not first or not second or len(first) < _SHORTEST_CUT or first.endswith(":"):
        return False
    return second[0].islower() or _unfinished(first)


def _unfinished(text: str) -> bool:
    """Whether a text breaks off within a sentence."""
    return bool(text) and (text[-1].isalnum() or text[-1] in ",;–—-‐\u00ad¬(")


def _text(part: Part, veiled: str) -> str:
    return "".join(veiled[start:end] for start, end in part.spans).replace(VEIL, "").strip()


def _together(before: Part, after: Part, veiled: str) -> Part:
    """Two parts as one; the end of the line between them goes with the first."""
    start, end = before.spans[-1]
    while end < after.spans[0][0] and veiled[end].isspace():
        end += 1
        if veiled[end - 1] == "\n":
            break
    return replace(before, spans=(*before.spans[:-1], (start, end), *after.spans), alone=False)
