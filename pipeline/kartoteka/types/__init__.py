"""The values that travel between the stages. Nothing here knows of spaCy, SQL or files."""

from __future__ import annotations

from kartoteka.types.authority import Authority, Identifier
from kartoteka.types.cards import Comparison, Entity, Judgement, Passage, Reason
from kartoteka.types.decisions import Decision, Place, Ruling, Side
from kartoteka.types.kinds import BODY, BlockKind, Label, Modality, Verdict
from kartoteka.types.offices import STANDINGS, OfficeKind, OfficeName, OfficeRank
from kartoteka.types.text import Block, Document, Life, Mention, Reading, Referent, Tenure, TimeSpan
from kartoteka.types.windows import Window, WindowKind, read_window

__all__ = [
    "BODY",
    "STANDINGS",
    "Authority",
    "Block",
    "BlockKind",
    "Comparison",
    "Decision",
    "Document",
    "Entity",
    "Identifier",
    "Judgement",
    "Label",
    "Life",
    "Mention",
    "Modality",
    "OfficeKind",
    "OfficeName",
    "OfficeRank",
    "Passage",
    "Place",
    "Reading",
    "Reason",
    "Referent",
    "Ruling",
    "Side",
    "Tenure",
    "TimeSpan",
    "Verdict",
    "Window",
    "WindowKind",
    "read_window",
]
