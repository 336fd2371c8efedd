"""The commands with which a person overrules the program: same, different, list, undo."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import OUTPUT, ProjectFolder

app = typer.Typer(
    help="Record same or different for two cards.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Card = Annotated[str, typer.Argument(help="A card's id, or a spelling on it.")]
By = Annotated[str, typer.Option("--by", help="Who decides.")]
Because = Annotated[str, typer.Option("--because", help="Why, for those who read it later.")]


@app.command()
def same(left: Card, right: Card, project: ProjectFolder = OUTPUT, by: By = "", because: Because = "") -> None:
    """Put two cards together."""
    _decide("same", left, right, project=project, by=by, because=because)


@app.command()
def different(
    left: Card, right: Card, project: ProjectFolder = OUTPUT, by: By = "", because: Because = ""
) -> None:
    """Keep two cards, or two spellings on one card, apart."""
    _decide("different", left, right, project=project, by=by, because=because)


@app.command(name="list")
def list_(project: ProjectFolder = OUTPUT) -> None:
    """Show every decision with its number."""
    with screen.existing(project) as work:
        names = {referent.id: f"{referent.name} ({referent.document})" for referent in work.store.referents()}
        for decision in work.store.decisions():
            judged = decision.judgement
            sides = " | ".join(names.get(side, side) for side in (judged.left, judged.right))
            state = "undone" if decision.undone else str(judged.verdict)
            typer.echo(f"{decision.number}\t{state}\t{sides}\t{judged.by}\t{decision.made}")


@app.command()
def undo(
    numbers: Annotated[list[int], typer.Argument(help="Numbers as `list` shows them.")],
    project: ProjectFolder = OUTPUT,
) -> None:
    """Take decisions back."""
    with screen.existing(project) as work:
        for number in numbers:
            try:
                work.store.undo(number)
            except LookupError as error:
                raise typer.BadParameter(str(error.args[0])) from error
    screen.say("Run `kartoteka reconcile` to see the effect.")


def _decide(verdict: str, left: str, right: str, *, project: ProjectFolder, by: str, because: str) -> None:
    with screen.existing(project) as work:
        try:
            numbers = work.decide(verdict, left, right, by=by or getpass.getuser(), because=because)
        except (LookupError, ValueError) as error:
            raise typer.BadParameter(str(error.args[0])) from error
    listed = ", ".join(map(str, numbers[:10])) + (" …" if len(numbers) > 10 else "")
    screen.say(f"decision {listed} recorded. Run `kartoteka reconcile` to see the effect.")
