"""Latin spellings of Cyrillic words: every scheme as a table, and what is common to all spellings of a word."""

from __future__ import annotations

from kartoteka.romanization.characters import straighten
from kartoteka.romanization.fold import fold

__all__ = ["fold", "straighten"]
