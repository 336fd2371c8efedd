"""How near two names must stand to each other to count as met."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class WindowKind(StrEnum):
    """What opens a window: every sentence (alone, or with those that follow), every mention, block or document."""

    SENTENCE = "sentence"
    SENTENCES = "sentences"
    TOKENS = "tokens"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"

    @property
    def reaches(self) -> bool:
        """Whether the window goes on for a number of sentences or words."""
        return self in (WindowKind.SENTENCES, WindowKind.TOKENS)


#: What can be asked for, in words for whoever asked for something else.
KNOWN = "sentence, sentences:N (with the N that follow), tokens:N (N words between), paragraph, document"


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of text in which two names meet: its kind, and how many sentences or words it goes on for.

    A paragraph is any block: a heading, a field of an infobox, a note. Nothing but a document reaches from one block
    into another. Written "sentence", "sentences:2", "tokens:20".
    """

    kind: WindowKind = WindowKind.SENTENCE
    reach: int = 0

    def __str__(self) -> str:
        return f"{self.kind}:{self.reach}" if self.kind.reaches else str(self.kind)


def read_window(text: str) -> Window:
    """The window that is meant by "sentence", "sentences:2", "tokens:20", "paragraph" or "document", in any case.

    Raises ValueError that names the known ones.
    """
    name, colon, reach = text.strip().lower().partition(":")
    kind = next((kind for kind in WindowKind if kind == name), None)
    if kind is None or kind.reaches != bool(colon) or (colon and not re.fullmatch(r"[0-9]{1,6}", reach)):
        raise ValueError(f"no window {text!r}: choose one of {KNOWN}")
    return Window(kind, int(reach or 0))
