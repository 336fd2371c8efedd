"""Overrule the program: what persons decide in a project, listed, taken back, carried elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.reconcile import Standing, standings
from kartoteka.types import Decision, Label, Ruling

if TYPE_CHECKING:
    from kartoteka.reconcile.importing import ImportReport
    from kartoteka.store import Store


class Rulings:
    """The decisions of one project; `Project` adds the rest."""

    store: Store

    def decide(
        self,
        ruling: Ruling | str,
        *names: str,
        by: str,
        because: str = "",
        document: str = "",
        beside: str = "",
        label: Label | None = None,
    ) -> int:
        """Record that two names are "same" or "different", or that one is to "ignore" or "unknown"; gives its number.

        A name is a card's id, a spelling, or spelling@document. `document` binds all names to one document, `beside`
        to the documents that also name this; `label` says which of two things of one spelling is meant. Raises
        LookupError where nothing bears a name, ValueError where it is not plain what is meant, where the names mean
        the same mentions or things of two kinds, and where it contradicts other decisions, which are named.
        """
        from kartoteka.reconcile.deciding import draw_up, settle_in
        from kartoteka.reconcile.desk import lay_out

        wanted = Decision(Ruling(ruling), label or Label.PERSON, (), by, because, beside)
        with self.store.at_once():
            desk = lay_out(self.store)
            decision = draw_up(desk, wanted, [(name, document) for name in names], label)
            settle_in(desk, decision)
            return self.store.decide(decision)[0]

    def undo(self, *numbers: int) -> list[Decision]:
        """Take decisions back, all or none, and return them. Raises LookupError for one that is none, or undone."""
        self.store.undo(*numbers)
        return [one for one in self.store.decisions() if one.number in numbers]

    def standings(self) -> tuple[Standing, ...]:
        """Every decision, whether it applies to the texts as they stand, and why not."""
        return standings(self.store)

    def import_decisions(self, path: str | Path, *, by: str) -> ImportReport:
        """Record the decisions of a CSV or JSONL file; `by` made those that do not say who. Safe to repeat."""
        from kartoteka.reconcile.importing import import_decisions

        return import_decisions(self.store, Path(path), by=by)

    def export_decisions(self, path: str | Path) -> None:
        """Write every decision to a CSV or JSONL file, which `import_decisions` takes in again, here or elsewhere."""
        from kartoteka.export.exporter import aside, naming
        from kartoteka.reconcile.decision_lists import suffix, write_csv, write_jsonl

        write = write_csv if suffix(Path(path)) == ".csv" else write_jsonl
        with aside([Path(path)]) as (stream,), naming(Path(path)):
            write(self.standings(), stream)
