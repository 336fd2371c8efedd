"""The commands with which a person overrules the program: same, different, ignore, unknown, and their record."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import OUTPUT, ProjectFolder
from kartoteka.types import Label, Ruling

app = typer.Typer(
    help="Overrule the program: same, different, ignore, unknown; list and undo decisions, take them elsewhere.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Card = Annotated[str, typer.Argument(help="A card's id, a spelling, or SPELLING@DOCUMENT.")]
Spelling = Annotated[str, typer.Argument(metavar="STRING", help="A spelling, or SPELLING@DOCUMENT.")]
By = Annotated[str, typer.Option("--by", help="Who decides; you, unless given.")]
Because = Annotated[str, typer.Option("--because", help="Why, for those who read it later.")]
Document = Annotated[str, typer.Option("--document", metavar="ID", help="Only in this document.")]
Beside = Annotated[
    str, typer.Option("--with", metavar="NAME", help="Only in documents that also name this, as a whole word.")
]
What = Annotated[
    str, typer.Option("--label", help="PERSON, OFFICE, ORG or PLACE, where a spelling can be several.")
]
ListFile = Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .jsonl file.")]


class Format(StrEnum):
    """How `decide list` prints."""

    TEXT = "text"
    CSV = "csv"
    JSONL = "jsonl"


def _on_two(ruling: Ruling) -> Callable[..., None]:
    """The command that records a ruling on two cards."""

    def command(
        left: Card,
        right: Card,
        project: ProjectFolder = OUTPUT,
        document: Document = "",
        beside: Beside = "",
        label: What = "",
        by: By = "",
        because: Because = "",
    ) -> None:
        bounds = {"document": document, "beside": beside, "label": label}
        _decide(project, ruling, left, right, **bounds, by=by, because=because)

    return command


def _on_one(ruling: Ruling) -> Callable[..., None]:
    """The command that records a ruling on one spelling."""

    def command(
        spelling: Spelling,
        project: ProjectFolder = OUTPUT,
        document: Document = "",
        beside: Beside = "",
        label: What = "",
        by: By = "",
        because: Because = "",
    ) -> None:
        bounds = {"document": document, "beside": beside, "label": label}
        _decide(project, ruling, spelling, **bounds, by=by, because=because)

    return command


for ruling, made_by, meaning in (
    (Ruling.SAME, _on_two, "Put two cards together."),
    (Ruling.DIFFERENT, _on_two, "Keep two cards, or two spellings on one card, apart."),
    (Ruling.IGNORE, _on_one, "A string that names nothing: no card, no list, no network has it."),
    (
        Ruling.UNKNOWN,
        _on_one,
        "Somebody nobody can name: a card of its own in each document, joined with no other.",
    ),
):
    app.command(ruling.value, help=meaning)(made_by(ruling))


@app.command(name="list")
def list_(
    project: ProjectFolder = OUTPUT,
    format: Annotated[
        Format, typer.Option("--format", help="text, or the columns of `decide export`.")
    ] = Format.TEXT,
) -> None:
    """Show every decision: its number, whether it holds and why not, what, who, when and why."""
    from kartoteka.reconcile.decision_lists import state, write_csv, write_jsonl
    from kartoteka.reconcile.decision_words import in_words

    with screen.existing(project) as work:
        found = work.standings()
    if format is not Format.TEXT:
        (write_csv if format is Format.CSV else write_jsonl)(found, sys.stdout)
        return
    for standing in found:
        one = standing.decision
        how = state(standing) + (f": {standing.why}" if standing.why and not one.undone else "")
        cells = (str(one.number), str(one.ruling), how, in_words(one), one.by, one.made, one.because)
        typer.echo("\t".join(" ".join(cell.split()) for cell in cells))


@app.command()
def undo(
    numbers: Annotated[list[int], typer.Argument(help="Numbers as `list` shows them.")],
    project: ProjectFolder = OUTPUT,
) -> None:
    """Take decisions back, all of these or none."""
    from kartoteka.reconcile.decision_words import when_undone

    with screen.existing(project) as work:
        try:
            undone = work.undo(*numbers)
        except LookupError as error:
            raise typer.BadParameter(str(error.args[0])) from error
    for decision in undone:
        screen.say(when_undone(decision))
    screen.say(screen.next_step(project))


@app.command(name="export")
def export_(file: ListFile, project: ProjectFolder = OUTPUT) -> None:
    """Write every decision to a file."""
    with screen.existing(project) as work:
        try:
            work.export_decisions(file)
        except (OSError, ValueError) as error:
            raise typer.BadParameter(str(error)) from error
    screen.say(f"{file} written")


@app.command(name="import")
def import_(file: ListFile, project: ProjectFolder = OUTPUT, by: By = "") -> None:
    """Take in the decisions of a file, from a spreadsheet or another project; safe to repeat."""
    with screen.existing(project) as work:
        try:
            report = work.import_decisions(file, by=by or getpass.getuser())
        except (OSError, ValueError) as error:
            raise typer.BadParameter(str(error)) from error
    for problem in report.problems:
        screen.say(f"refused: {problem}")
    screen.say(f"{report.added} recorded, {report.known} on record before, {len(report.problems)} refused")
    if report.added:
        screen.say(screen.next_step(project))
    raise typer.Exit(1 if report.problems else 0)


def _decide(
    project: Path, ruling: Ruling, *names: str, document: str, beside: str, label: str, by: str, because: str
) -> None:
    from kartoteka.reconcile.decision_words import in_words

    with screen.existing(project) as work:
        bounds = {"document": document, "beside": beside, "because": because}
        try:
            number = work.decide(ruling, *names, by=by or getpass.getuser(), **bounds, label=_label(label))
        except (LookupError, ValueError) as error:
            raise typer.BadParameter(str(error.args[0])) from error
        made = next(one for one in work.store.decisions() if one.number == number)
    screen.say(f"decision {number} recorded: {in_words(made)}. {screen.next_step(project)}")


def _label(text: str) -> Label | None:
    known = [label for label in Label if label is not Label.DATE]
    if text and text.upper() not in known:
        raise ValueError(f"no label {text!r}: choose one of {', '.join(known)}")
    return Label(text.upper()) if text else None
