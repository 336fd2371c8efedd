"""The values that travel between the stages. Nothing here knows of spaCy, SQL or files."""

from __future__ import annotations

from kartoteka.types.authority import Authority, Identifier
from kartoteka.types.cards import Comparison, CoOccurrence, Entity, Judgement, Passage, Reason
from kartoteka.types.decisions import Decision, Place, Ruling, Side
from kartoteka.types.kinds import BODY, BlockKind, Label, Modality, Verdict, Window
from kartoteka.types.offices import STANDINGS, OfficeKind, OfficeName, OfficeRank
from kartoteka.types.text import Block, Document, Life, Mention, Reading, Referent, Tenure, TimeSpan

__all__ = [
    "BODY",
    "STANDINGS",
    "Authority",
    "Block",
    "BlockKind",
    "CoOccurrence",
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
]
