"""What a network tells of its cards, and the ties between them that are no meeting in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


class TieKind(StrEnum):
    """What ties two cards beside being named together; succession and appointment have a direction."""

    SUCCESSION = "succession"
    SAME_OFFICE = "same office"
    SAME_ORGANIZATION = "same organization"
    APPOINTMENT = "appointment"

    @property
    def directed(self) -> bool:
        """Whether the tie goes from one to the other: from the predecessor, from the one who appoints."""
        return self in (TieKind.SUCCESSION, TieKind.APPOINTMENT)


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for a tie: a passage that states it, or a post or body that two persons share.

    `source` and `target` are cards, in order where the kind is directed; `detail` is the post or body in words.
    `spells` are the first and last ISO days on which it held, or between which it came about; none where no text dates
    it. `passages` are (document, start, end), the most telling first.
    """

    kind: TieKind
    source: str
    target: str
    detail: str
    spells: tuple[tuple[str, str], ...]
    passages: tuple[tuple[str, int, int], ...]


#: The grounds of one kind, and the posts or bodies that were left out because too many served in them.
Found = tuple[list[Ground], list[str]]
