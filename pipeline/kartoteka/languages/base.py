"""What a language brings: the shape of its plug-in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

#: The languages whose texts are read, by their BCP 47 names.
LANGUAGES = ("en", "uk", "ru")


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its BCP 47 name and what only it can do.

    `nominative` takes a person's name in any case to the form of the dictionary.
    """

    name: str
    title: str
    nominative: Callable[[str], str]
