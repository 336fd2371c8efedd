"""Infoboxes as they are copied from a page: a post, "In office", its dates, "Preceded by" and a name, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.ingest.lines import Line
from kartoteka.ingest.parts import Part
from kartoteka.ingest.vocabulary import printed_labels
from kartoteka.types import BlockKind

_LABELLED = re.compile(
    r"[ \t]*(?P<key>[^\W\d_][^:\t\n]{0,40}?)[ ]?(?::[ \t]*|[ ]{0,3}\t[ \t]*|[ ]{3,})(?P<value>\S)"
)
_NEAR = re.compile(r"[ \t]*(?P<key>[^\W\d_]+(?: by| with| alongside)?)[ ](?P<value>\S)")
_OPENED = re.compile(r"[ \t]*(?P<key>[^\W\d_][^\d\n:]{2,40}?)[: \t]{1,4}(?=\d)")
#: A line that is nothing but the dates of a term: "15 липня 1934 — 11 травня 1937".
_DATES = re.compile(
    r"(?=[^\n]{0,40}\d{3,4})(?:[\d.,?~()/&–—-]{1,20}+\s{0,3}+|[^\W\d_]{1,12}+\.?+(?:\s{1,3}+|$)){1,14}+"
)
_BRACKETS = re.compile(r"\s?\([^()]{0,80}\)$")
_DASH = re.compile(r"[–—-]")
#: A post is no longer; a line of prose mostly is.
_LONGEST_POST, _LONGEST_VALUE = 160, 220
_LONGEST_NAME = 80
_REACH = 8
#: The key of dates that stand under a post without a word.
_TERM = "term"


def read_pasted(run: Sequence[Line], i: int) -> tuple[list[Part], int]:
    """The fields of the infobox that begins at this line, and how many lines it takes; nothing and 0 for none."""
    if not (_begins_with_post(run, i) or _begins_with_label(run, i)):
        return [], 0
    parts: list[Part] = []
    key, count = "", 0
    for n in range(i, len(run)):
        line = run[n]
        if len(line.text) > _LONGEST_VALUE or (len(line.text) > _LONGEST_POST and line.bare.endswith(".")):
            break
        count += 1
        if _label(line) or _opening(line):
            key = line.bare.rstrip(": ")
            continue
        if parts and not key and line.bare.startswith("("):
            parts[-1] = _longer(parts[-1], run[n - 1], line)
            continue
        told, start = _field(line)
        if not told and not key and _is_term(run, n):
            told = _TERM
        parts.append(Part(BlockKind.INFOBOX, ((line.start + start, line.end),), told or key))
        key = ""
    return parts, count


def _longer(part: Part, before: Line, line: Line) -> Part:
    """A field with one more line, which stands in brackets under it."""
    start, _ = part.spans[-1]
    return replace(part, spans=(*part.spans[:-1], (start, before.stop), (line.start, line.end)))


def _begins_with_post(run: Sequence[Line], i: int) -> bool:
    """Whether a line names a post: the next one opens its term, or has its dates with a neighbour under them."""
    if i + 1 >= len(run) or len(run[i].text) > _LONGEST_POST or _marked(run[i]) or _DATES.fullmatch(run[i].bare):
        return False
    if not (_opening(run[i + 1]) or _opened(run[i + 1]) or _is_term(run, i + 1)):
        return False
    return any(_neighbour(line) for line in run[i + 2 : i + 2 + _REACH]) or _dated(run, i + 2)


def _dated(run: Sequence[Line], n: int) -> bool:
    """Whether "In office" is followed by its dates."""
    return n < len(run) and bool(_opening(run[n - 1])) and _DATES.fullmatch(run[n].bare) is not None


def _begins_with_label(run: Sequence[Line], i: int) -> bool:
    """Whether a line and two of the next ones have different labels that boxes print, with their values.

    Those of officials do not count: in minutes they tell who speaks.
    """
    if not _field(run[i])[0]:
        return False
    keys = {_field(line)[0].casefold() for line in run[i : i + _REACH]}
    return sum(1 for key in keys if key and not _known(key, "officials")) >= 3


def _is_term(run: Sequence[Line], n: int) -> bool:
    """Whether a line is the dates of a term: nothing else stands in it, and a neighbour is named below."""
    bare = _BRACKETS.sub("", run[n].bare)
    if len(bare) > 60 or not _DASH.search(bare) or not _DATES.fullmatch(bare):
        return False
    return any(_neighbour(line) for line in run[n + 1 : n + 1 + _REACH])


def _known(words: str, *groups: str) -> bool:
    bare = " ".join(words.split()).rstrip(": ").casefold().replace("’", "'").replace("ʼ", "'")
    return any(bare in printed_labels(group) for group in groups)


def _label(line: Line) -> bool:
    return len(line.text) <= 50 and _known(line.bare, "labels", "neighbours", "officials")


def _opening(line: Line) -> bool:
    return len(line.text) <= 50 and _known(line.bare, "openings")


def _opened(line: Line) -> bool:
    """Whether a line opens a term and has its dates too: "In office 1921–1923"."""
    match = _OPENED.match(line.text)
    return match is not None and _known(match["key"], "openings")


def _field(line: Line) -> tuple[str, int]:
    """The label of a line with a value and where the value begins; "" and 0 for another line."""
    match = _LABELLED.match(line.text)
    if match and _known(match["key"], "labels", "neighbours", "openings", "officials"):
        return match["key"].strip(), match.start("value")
    near = _NEAR.match(line.text)
    if near and len(line.text) <= _LONGEST_NAME and _known(near["key"], "neighbours"):
        return near["key"], near.start("value")
    if _opened(line) and (opened := _OPENED.match(line.text)):
        return opened["key"].strip(), opened.end()
    return "", 0


def _neighbour(line: Line) -> bool:
    key, _ = _field(line)
    return _known(key or line.bare[:50], "neighbours")


def _marked(line: Line) -> bool:
    return _label(line) or _opening(line) or bool(_field(line)[0])
