"""How wide a name is set, told without a font: by the widths that Arial, Helvetica and Liberation Sans share."""

from __future__ import annotations

import unicodedata
from functools import cache

from kartoteka.resources import read_tsv

#: What a letter takes that the table does not have, in thousandths: a wide one, to be on the safe side.
_UNKNOWN = 1000


def text_width(text: str, font: float) -> float:
    """How wide a line of text is in letters of size `font`, in the unit of `font`. Marks above letters take no room."""
    widths = _widths()
    return font * sum(widths.get(letter, _guessed(letter)) for letter in text) / 1000


def _guessed(letter: str) -> int:
    return 0 if unicodedata.combining(letter) else _UNKNOWN


@cache
def _widths() -> dict[str, int]:
    return {letter: int(row["width"]) for row in read_tsv("fonts/letters.tsv") for letter in row["letters"]}
