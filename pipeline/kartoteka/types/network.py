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


#: A stretch of a document's text: the document's id, start and end.
Stretch = tuple[str, int, int]
#: A stretch that states a term, and how much it tells of it: the higher, the more.
Told = tuple[Stretch, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for a tie: a passage that states it, or a post or body that two persons share.

    `source` and `target` are cards, in order where the kind is directed; `detail` is the post or body in words, `terms`
    who had it when. `spells` are the first and last ISO days on which it held, or between which it came about; none
    where no text dates it. `stated` are the passages that state the tie itself, `mine` and `theirs` those that state
    what source and target had to do with the post or body. `contested` are days of which texts tell different ones.
    """

    kind: TieKind
    source: str
    target: str
    detail: str
    spells: tuple[tuple[str, str], ...] = ()
    stated: tuple[Told, ...] = ()
    mine: tuple[Told, ...] = ()
    theirs: tuple[Told, ...] = ()
    terms: str = ""
    contested: bool = False

    @property
    def passages(self) -> tuple[Stretch, ...]:
        """All that the tie rests on: what states it, else what states the one and the other."""
        return tuple(dict.fromkeys(stretch for stretch, _ in self.stated or (*self.mine, *self.theirs)))


#: The grounds of one kind, and the posts or bodies that were left out because too many served in them.
Found = tuple[list[Ground], list[str]]
