"""Lines of a text, and the veil that hides markup from a reader without moving a character.

A veiled text has the length of its source: every character of markup is replaced by `VEIL`, a line break that is
written as markup by `BREAK`. So the layout can be read on the veiled text and the offsets hold in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Noncharacters of Unicode: no text uses them, and where one does, nothing readable is lost.
VEIL = "\ufdd0"
BREAK = "\ufdd1"

#: A printed page ends here, in what converters make of PDF.
PAGE = "\f"

_END_OF_LINE = re.compile(rf"\r\n|[\n\r\v\u2028\u2029{PAGE}{BREAK}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a veiled text: `text` from `start` to `end`, its end of line up to `stop`.

    `hard` where markup demands a break after it.
    """

    start: int
    end: int
    text: str
    stop: int
    hard: bool = False

    @property
    def blank(self) -> bool:
        """Nothing to see, and nothing hidden."""
        return not self.text or self.text.isspace()

    @property
    def absent(self) -> bool:
        """Hidden as a whole: a reader does not know that there was a line."""
        return VEIL in self.text and not self.bare

    @property
    def bare(self) -> str:
        """What a reader sees of it, without the space around."""
        return self.text.replace(VEIL, "").strip()


def split_lines(veiled: str) -> list[Line]:
    """The lines; the end of a page stands among them as a blank line whose text is a form feed."""
    lines = []
    start = 0
    for match in _END_OF_LINE.finditer(veiled):
        lines.append(
            Line(start, match.start(), veiled[start : match.start()], match.end(), match.group() == BREAK)
        )
        if match.group() == PAGE:
            lines.append(Line(match.start(), match.end(), PAGE, match.end()))
        start = match.end()
    lines.append(Line(start, len(veiled), veiled[start:], len(veiled)))
    return lines


def veil(text: str, spans: Iterable[tuple[int, int]], *, sign: str = VEIL) -> str:
    """The text with these spans hidden; they may overlap and come in any order."""
    parts = []
    done = 0
    for start, end in sorted(spans):
        if end <= done:
            continue
        start = max(start, done)
        parts += [text[done:start], sign * (end - start)]
        done = end
    parts.append(text[done:])
    return "".join(parts)
