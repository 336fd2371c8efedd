"""Decisions as a historian would say them, and why one cannot stand beside another."""

from __future__ import annotations

from collections.abc import Sequence

from kartoteka.types import Decision, Ruling, Side

_SAYINGS = {
    Ruling.SAME: "{} and {} are one",
    Ruling.DIFFERENT: "{} and {} are not one",
    Ruling.IGNORE: "{} names nothing",
    Ruling.UNKNOWN: "{} is somebody whom nobody can name",
}


def in_words(decision: Decision) -> str:
    """What was decided: “Koba” and “Joseph Stalin” are one (PERSON, in letters/1912.txt)."""
    documents = {side.document for side in decision.sides}
    shared = documents.pop() if len(documents) == 1 else None
    sides = [_named(side) if shared is None else f"“{side.spelling}”" for side in decision.sides]
    bounds = [str(decision.label)]
    bounds += [f"in {shared}"] if shared else []
    bounds += [f"beside “{decision.beside}”"] if decision.beside else []
    return f"{_SAYINGS[decision.ruling].format(*sides)} ({', '.join(bounds)})"


def in_full(decision: Decision) -> str:
    """A recorded decision with its number, who made it and when."""
    by = f"{decision.by}, " if decision.by else ""
    return f"decision {decision.number}: {in_words(decision)}, {by}{decision.made}"


def when_undone(decision: Decision) -> str:
    """What a person hears who takes a decision back: what it said, who made it and on which day."""
    by = ", ".join(part for part in (decision.by, decision.made[:10]) if part)
    return f"decision {decision.number} undone: {in_words(decision)}, {by}"


def refusal(decision: Decision, against: Sequence[Decision]) -> str:
    """Why a decision is not taken: those that it contradicts, and what to do."""
    named = "; ".join(in_full(one) for one in against)
    numbers = [str(one.number) for one in against]
    together = " taken together" if len(against) > 1 else ""
    undo = " or ".join(numbers) if len(numbers) > 1 else numbers[0]
    return (
        f"that {in_words(decision)} contradicts what was decided before{together} [{named}]. "
        f"To overrule it, undo it first: kartoteka decide undo {undo}"
    )


def _named(side: Side) -> str:
    return f"“{side.spelling}” in {side.document}" if side.document else f"“{side.spelling}”"
