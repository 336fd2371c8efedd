"""A problem found in a GEXF file, in one line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a problem costs: data or the whole import; a grumble; nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and with which element."""

    level: Level
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.level}: {self.where} {self.message}"


def error(where: str, message: str) -> Problem:
    """Gephi gives up or drops something."""
    return Problem(Level.ERROR, where, message)


def warning(where: str, message: str) -> Problem:
    """Gephi takes it with a grumble, or another program does not take it."""
    return Problem(Level.WARNING, where, message)


def note(where: str, message: str) -> Problem:
    """Worth knowing."""
    return Problem(Level.NOTE, where, message)
