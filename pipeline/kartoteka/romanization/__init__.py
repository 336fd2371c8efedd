"""Latin spellings of Cyrillic words: every scheme as a table, and what is common to all spellings of a word."""

from __future__ import annotations

from kartoteka.romanization.characters import straighten
from kartoteka.romanization.fold import fold
from kartoteka.romanization.recognize import recognize_schemes, writes
from kartoteka.romanization.romanize import lacking_letters, readings, romanize
from kartoteka.romanization.schemes import Scheme, schemes

__all__ = [
    "Scheme",
    "fold",
    "lacking_letters",
    "readings",
    "recognize_schemes",
    "romanize",
    "schemes",
    "straighten",
    "writes",
]
