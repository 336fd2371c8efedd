"""What a network tells of a card beside its ties."""

from __future__ import annotations

from dataclasses import dataclass

from kartoteka.types.cards import Passage
from kartoteka.types.careers import Limits


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a person held: `title` in words, `office` its card ("" without one).

    `start` and `end` are the ISO days between which the term began and ended, None where open; `passage` is the
    first that says so.
    """

    title: str
    office: str = ""
    start: Limits = (None, None)
    end: Limits = (None, None)
    passage: Passage | None = None
    acting: bool = False
