"""What a person sees while work goes on and when it is done: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kartoteka.cli.options import OUTPUT

if TYPE_CHECKING:
    from kartoteka.ingest.inputs import Failure
    from kartoteka.project import Project
    from kartoteka.reconcile import Standing


def say(text: str, *, quiet: bool = False) -> None:
    """One line to standard error."""
    if not quiet:
        typer.echo(text, err=True)


def existing(folder: Path) -> Project:
    """The project of a folder that has one; anything else is a call that makes no sense."""
    from kartoteka.project import DATABASE, Project

    if not (folder / DATABASE).exists():
        raise typer.BadParameter(f"no project in {folder}: `kartoteka run` or `kartoteka ingest` makes one")
    return Project(folder)


def next_step(folder: Path) -> str:
    """What to run when what the cards follow from has changed."""
    return f"Run `kartoteka reconcile{_where(folder)}` to see the effect."


def report_gone(documents: Sequence[str], folder: Path, *, quiet: bool = False) -> None:
    """One line for the documents whose files have gone from a folder that was read before."""
    if documents:
        which = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
        say(
            f"no longer in the folder, but kept in the project: {which} ({', '.join(documents)}); "
            f"to remove: kartoteka forget {shlex.join(documents)}{_where(folder)}",
            quiet=quiet,
        )


def _where(folder: Path) -> str:
    """The option that names a project's folder, where it is not the usual one."""
    return "" if folder == OUTPUT else f" --project {shlex.quote(str(folder))}"


def report_failures(failures: Sequence[Failure]) -> None:
    """One line a file that failed: its name and the cause."""
    for failure in failures:
        say(f"failed: {failure.source}: {failure.reason}")


def report_lacking() -> None:
    """One line for each file of a run that this installation cannot write."""
    from kartoteka.export.exporter import lacking

    for why in lacking():
        say(why)


def report_doubts(doubts: Sequence[str]) -> None:
    """One line for each name that a list of known persons leaves open."""
    for doubt in doubts:
        say(doubt)


def report_decisions(standings: Sequence[Standing]) -> None:
    """One line for each decision that does not apply to the texts as they stand, or not to all of them."""
    from kartoteka.reconcile.decision_words import in_words

    for standing in standings:
        one = standing.decision
        if standing.why and not one.undone:
            how = "holds in part" if standing.applies else "does not apply"
            say(f"decision {one.number} ({in_words(one)}; {one.by}, {one.made}) {how}: {standing.why}")


@contextmanager
def progress(total: int, task: str, *, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Gives a function that hears each finished file's name: a bar on a terminal, plain lines elsewhere."""
    if quiet:
        yield lambda name: None
    elif sys.stderr.isatty():
        with _bar(total, task) as advance:
            yield advance
    else:
        done = 0

        def line(name: str) -> None:
            nonlocal done
            done += 1
            say(f"{task} {done}/{total}: {name}")

        yield line


@contextmanager
def _bar(total: int, task: str) -> Iterator[Callable[[str], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[name]}"), console=Console(stderr=True)) as bar:
        number = bar.add_task(task, total=total, name="")
        yield lambda name: bar.update(number, advance=1, name=name)


def summary(counts: Mapping[str, str], written: Sequence[Path]) -> None:
    """The closing summary: figures in two columns, then the files written."""
    from rich.console import Console
    from rich.table import Table

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for name, value in counts.items():
        table.add_row(name, value)
    console.print(table)
    for path in written:
        console.print(f"  {path}")
