"""What a person decides against the machine, or where the machine cannot know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.types.kinds import Label

#: A document's id and the words that stand there.
Place = tuple[str, str]


class Ruling(StrEnum):
    """What can be decided: two are one or are not, a string names nothing, or somebody whom nobody can name."""

    SAME = "same"
    DIFFERENT = "different"
    IGNORE = "ignore"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Side:
    """Whoever is spelled so, in one document or ("") in any: what a decision speaks of.

    `places` say where and in which words it stood in the texts when it was decided. They tell who was meant when
    a later text brings another bearer of the spelling, or new rules spell the name otherwise.
    """

    spelling: str
    document: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided: `sides` are two for same and different, one for ignore and unknown.

    `beside` binds it to the documents that also name this ("" to none). `number` counts the decisions of a
    project, 0 before it is recorded; `made` and `undone` are moments (ISO 8601, UTC), `undone` "" while it holds.
    """

    ruling: Ruling
    label: Label
    sides: tuple[Side, ...]
    by: str
    because: str = ""
    beside: str = ""
    made: str = ""
    number: int = 0
    undone: str = ""
