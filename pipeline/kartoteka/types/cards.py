"""What was made of it over the whole project: judgements, cards, and quotations."""

from __future__ import annotations

from dataclasses import dataclass

from kartoteka.types.authority import Identifier
from kartoteka.types.kinds import Label, Verdict


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in a score, in words that a historian can check."""

    feature: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are, from 0 to 1, and why."""

    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was judged of two referents, by whom ("machine" or a person's name), and why."""

    left: str
    right: str
    verdict: Verdict
    score: float
    by: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A card: one person, office, organization or place over the whole project.

    `variants` are the spellings found, the most frequent first; `mentions` and `documents` are counts.
    `identifiers` are what an authority file gives it.
    """

    id: str
    label: Label
    name: str
    variants: tuple[str, ...]
    referents: tuple[str, ...]
    mentions: int = 0
    documents: int = 0
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation: `text` is `Document.text[start:end]` of `document`."""

    document: str
    start: int
    end: int
    text: str
