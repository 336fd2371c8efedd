"""Markup inside a line, as Markdown, HTML and converters write it: what of it a reader does not read.

Emphasis, links, tags, note markers, soft hyphens and invisible signs. Every pattern here looks at a bounded
stretch from a fixed first character, so that the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kartoteka.ingest.lines import BREAK, veil

_MARKUP = re.compile(
    r"""
      (?P<note> <sup> \s{0,3} (?: \d{1,4} | [*†‡§]{1,4} ) (?: \s?[,–-]\s? \d{1,4} ){0,9} \s{0,3} </sup>
              | \[\^ [^\]\s\[]{1,40} \] (?!:) )
    | (?P<break> <[bB][rR] [ ]? /? > )
    | (?P<tag> </? [A-Za-z] [^<>\n]{0,200} > )
    | (?P<link> !?\[ (?P<label> [^\[\]\n]{0,400} ) \]
                 \( (?P<address> [^()\s]{1,600} ) (?: [ ]"[^"\n]{0,200}" )? \) )
    | (?P<wikilink> \[\[ (?: [^\[\]|\n]{1,300} \| )? | \]\] )
    | (?P<number> \[ (?: \d{1,3} | [a-z] | note[ ]\d{1,3} | citation[ ]needed ) \] )
    | (?P<raised> [⁰¹²³⁴-⁹]{1,4} )
    | (?P<star> (?<!\*) \*{1,3} (?!\*) )
    | (?P<underline> (?<![\w\\]) _{1,2} (?=[^\s_]) | (?<=[^\s_]) _{1,2} (?!\w) )
    | (?P<escape> \\ (?= [!-/:-@\[-`{-~] ) )
    | (?P<invisible> [\u00ad\u200b\u200e\u200f\u2060\ufeff] | ¬ (?= [ \t\r]{0,3} \n ) )
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r"[/.#:]")
_UNIT = re.compile(r"(?:^|[\s\d])(?:[кcsсдd]?[мm]|km|ft)$")
#: After these a bracketed number refers to a note; between a digit and a letter it is an editor's addition.
_BEFORE_NUMBER = frozenset(".,;:!?)]”\"’»…'*_>")


def hide_markup(text: str) -> str:
    """The text veiled where it holds markup: same length, for the forms that are written line by line."""
    hidden: list[tuple[int, int]] = list(_comments(text))
    breaks: list[tuple[int, int]] = []
    for match in _MARKUP.finditer(text):
        if match.lastgroup == "break" and " " not in match.group():
            breaks.append((match.start(), match.start() + 1))
        hidden.extend(_hidden(match, text))
    veiled = veil(text, hidden)
    return veil(veiled, breaks, sign=BREAK) if breaks else veiled


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end)


def _hidden(match: re.Match[str], text: str) -> Iterator[tuple[int, int]]:
    """The spans of one piece of markup that a reader does not read."""
    start, end = match.span()
    match match.lastgroup:
        case "break" if (space := text.find(" ", start, end)) >= 0:
            yield start, space
            yield space + 1, end
        case "link":
            yield from _link(match)
        case "number" if not _refers(text, start):
            return
        case "raised" if not start or text[start - 1].isspace() or _UNIT.search(text[max(0, start - 4) : start]):
            return
        case "star" if not _emphasis(text, start, end):
            return
        case _:
            yield start, end


def _link(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """An image is hidden whole, a link but for its words; brackets without an address are no link."""
    if not _ADDRESS.search(match["address"]):
        return
    if match.group().startswith("!"):
        yield match.span()
    else:
        yield match.start(), match.start("label")
        yield match.end("label"), match.end()


def _refers(text: str, start: int) -> bool:
    """Whether a bracketed number refers to a note: "famine.[9]", "1934[12]", but not "2[8] June" or "f. [12]"."""
    before = text[max(0, start - 4) : start]
    if not before:
        return False
    return before[-1] in _BEFORE_NUMBER or before[-1].isalpha() or (len(before) == 4 and before.isdecimal())


def _emphasis(text: str, start: int, end: int) -> bool:
    """Whether stars touch a word: a bullet and a sign of multiplication do not count."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isdigit() and after.isdigit():
        return False
    return not (before.isspace() and after.isspace())
