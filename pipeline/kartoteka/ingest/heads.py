"""Running heads and page numbers: lines that a printer repeats on every page and no reader reads."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kartoteka.ingest.lines import PAGE, VEIL, Line, split_lines
from kartoteka.ingest.vocabulary import counted_words

_NUMBER = re.compile(r"[\W_]{0,4}(?P<number>\d{1,4})[\W_]{0,4}")
_LEFT = re.compile(r"(?P<number>\d{1,4})(?:[ \t]*[|•·—–][ \t]*|[ \t]+)(?P<words>[^\W\d_].*)")
_RIGHT = re.compile(r"(?P<words>\S.*?)(?:[ \t]*[|•·—–][ \t]*|[ \t]+)(?P<number>\d{1,4})")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 90
_ENDS = ".!?;:,"
#: A note's number in tags is longer than any emphasis.
_NOTE_MARK = VEIL * 5
_YEARS = range(1400, 2100)


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: Line
    words: str
    number: int | None
    turned: bool  # beside a rule, a note, a form feed or a sentence left open: where a page may turn


def hide_heads(veiled: str) -> str:
    """The veiled text with running heads and page numbers hidden too, the end of a page set where each began."""
    heads = find_heads(veiled)
    if not heads:
        return veiled
    parts, done = [], 0
    for line in heads:
        parts += [veiled[done : line.start], PAGE, VEIL * (line.end - line.start - 1)]
        done = line.end
    return "".join([*parts, veiled[done:]])


def find_heads(veiled: str) -> list[Line]:
    """The lines that are heads: repeated with other numbers, counting on where pages turn, or bare numbers."""
    candidates = list(_candidates(split_lines(veiled)))
    repeated = Counter(each.words for each in candidates if each.words)
    numbers: dict[str, set[int]] = defaultdict(set)
    for each in candidates:
        if each.number is not None:
            numbers[each.words].add(each.number)
    numbered = [each for each in candidates if each.number is not None]
    steps = {id(a) for a, b in _neighbours(numbered)} | {id(b) for a, b in _neighbours(numbered)}
    found = []
    for each in candidates:
        if each.number is None:
            if repeated[each.words] >= 3 and each.turned:
                found.append(each.line)
        elif not each.words:
            if each.turned or (id(each) in steps and each.number not in _YEARS):
                found.append(each.line)
        elif len(numbers[each.words]) >= 2 or (id(each) in steps and each.turned):
            found.append(each.line)
    return found


def _neighbours(numbered: Sequence[_Candidate]) -> list[tuple[_Candidate, _Candidate]]:
    """Candidates in a row whose numbers count on by one or, in a book's spread, by two."""
    return [
        (a, b)
        for a, b in pairwise(numbered)
        if a.number is not None and b.number is not None and 1 <= b.number - a.number <= 2
    ]


def _candidates(lines: Sequence[Line]) -> list[_Candidate]:
    """Short lines that stand alone between blank lines, or first or last on a page."""
    found = []
    for i, line in enumerate(lines):
        if len(line.text) > _LONGEST + 40 or line.blank or line.absent or line.text.startswith(_NOTE_MARK):
            continue
        before, after = _beside(lines, i, -1), _beside(lines, i, 1)
        if not (before.edge and after.edge) and not (before.page or after.page):
            continue
        words, number = _parse(line.bare)
        if words is not None:
            found.append(_Candidate(line, words, number, before.turned or after.turned))
    return found


@dataclass(frozen=True, slots=True)
class _Side:
    edge: bool
    page: bool = False
    turned: bool = False


def _beside(lines: Sequence[Line], i: int, step: int) -> _Side:
    """What stands before (-1) or after (1) a line, blank lines passed over."""
    n = i + step
    edge = not 0 <= n < len(lines) or lines[n].blank
    while 0 <= n < len(lines) and lines[n].blank:
        if lines[n].text == PAGE:
            return _Side(edge, page=True, turned=True)
        n += step
    if not 0 <= n < len(lines):
        return _Side(edge)
    text = lines[n].text
    if text.strip(" \t-_*") == "" or text.startswith(VEIL):
        return _Side(edge, turned=True)
    bare = lines[n].bare
    open_end = bare[-1:].isalnum() or bare[-1:] in tuple(",-–—")
    open_start = bare[:1].islower()
    return _Side(edge, turned=(open_end and len(bare) > 40) if step < 0 else open_start)


def _parse(bare: str) -> tuple[str | None, int | None]:
    """The letters and the number of a line that may be a head; None for a line that cannot."""
    if not bare or len(bare) > _LONGEST or bare[0] in "#=>-*|[" or bare[-1] in _ENDS:
        return None, None
    if number := _NUMBER.fullmatch(bare):
        return "", int(number["number"])
    head = _LEFT.fullmatch(bare) or _RIGHT.fullmatch(bare)
    words = _LETTERS.findall((head["words"] if head else bare).lower())
    if not words or words[0] in counted_words():
        return None, None
    number_found = int(head["number"]) if head and int(head["number"]) not in _YEARS else None
    return " ".join(words), number_found
