"""Take decisions of a list into a project: each row as if it were decided here, none twice, none against another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from kartoteka.reconcile.deciding import draw_up, settle_in
from kartoteka.reconcile.decision_lists import Row, read_rows, to_decision
from kartoteka.reconcile.desk import Desk, lay_out
from kartoteka.store import Store
from kartoteka.types import Decision, Label


@dataclass(slots=True)
class ImportReport:
    """How many rows were recorded, how many were on record already, and one line for each that was refused."""

    added: int = 0
    known: int = 0
    problems: list[str] = field(default_factory=list)


Gist = tuple[object, ...]


def import_decisions(store: Store, path: Path, *, by: str) -> ImportReport:
    """Record the decisions of a file; `by` decided those that do not say who.

    A row equal to a decision on record, be it undone since, changes nothing; of equal rows each stands for one.
    Raises ValueError for a file that is no list of decisions and OSError for one that cannot be read.
    """
    with store.at_once():
        report, taken = _taken(store, path, by)
        report.added = len(store.decide(*taken))
    return report


def _taken(store: Store, path: Path, by: str) -> tuple[ImportReport, list[Decision]]:
    """The decisions to record, and what became of the other rows."""
    desk, report = lay_out(store), ImportReport()
    taken: list[Decision] = []
    on_record: dict[Gist, list[Decision]] = {}
    recorded = list(store.decisions())
    for one in recorded:
        on_record.setdefault(_gist(one), []).append(one)
    first = recorded[-1].number + 1 if recorded else 1
    for number, row in read_rows(path):
        try:
            decision = _decision(desk, row, on_record, by)
            if decision is None:
                report.known += 1
                continue
            decision = replace(decision, number=first + len(taken))
            if not decision.undone:
                settle_in(desk, decision)
        except (LookupError, ValueError) as error:
            report.problems.append(f"{path}, row {number}: {error.args[0]}")
        else:
            taken.append(decision)
    return report, taken


def _decision(desk: Desk, row: Row | str, on_record: dict[Gist, list[Decision]], by: str) -> Decision | None:
    """The decision of a row, None where it is on record."""
    if isinstance(row, str):
        raise ValueError(row)
    decision, strings, label, placed = to_decision({"by": by, **row})
    if _find(on_record, decision, label):
        return None
    if placed and label is not None:
        return decision
    try:
        drawn = draw_up(desk, decision, strings, label)
    except LookupError:
        if label is None:
            raise
        return decision  # its text may come later
    return None if _find(on_record, drawn, drawn.label) else drawn


def _find(on_record: dict[Gist, list[Decision]], decision: Decision, label: Label | None) -> bool:
    """Whether an equal decision is on record that no row before stood for; this row stands for it."""
    known = on_record.get(_gist(decision), [])
    for one in sorted(known, key=lambda one: (one.undone != decision.undone, one.number)):
        if label in (None, one.label) and decision.made in ("", one.made):
            known.remove(one)
            return True
    return False


def _gist(decision: Decision) -> Gist:
    """What a decision says, but for its label, places and moment."""
    sides = tuple((side.spelling, side.document) for side in decision.sides)
    return decision.ruling, sides, decision.beside, decision.by, decision.because
