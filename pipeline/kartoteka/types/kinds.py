"""What things can be: labels, kinds of blocks, verdicts, modalities."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """What a mention can refer to."""

    PERSON = "PERSON"
    OFFICE = "OFFICE"
    ORG = "ORG"
    PLACE = "PLACE"
    DATE = "DATE"


class BlockKind(StrEnum):
    """The part of a document that a stretch of text belongs to."""

    PROSE = "prose"
    HEADING = "heading"
    INFOBOX = "infobox"
    TABLE = "table"
    QUOTE = "quote"
    NOTE = "note"
    BIBLIOGRAPHY = "bibliography"


#: What the network reads unless told otherwise: scholars cited in notes are no actors.
BODY = frozenset({BlockKind.PROSE, BlockKind.HEADING, BlockKind.INFOBOX, BlockKind.TABLE, BlockKind.QUOTE})


class Verdict(StrEnum):
    """What was judged of two referents."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Modality(StrEnum):
    """Whether a tenure was held, follows from a neighbour's, or never came about.

    `MEMBER` is no post at all: years in a party, an army, a service.
    """

    HELD = "held"
    IMPLIED = "implied"
    MEMBER = "member"
    PROPOSED = "proposed"
    REFUSED = "refused"
    PREVENTED = "prevented"
