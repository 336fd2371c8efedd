"""The command that writes lists from a project."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import OUTPUT, ProjectFolder, Quiet

if TYPE_CHECKING:
    from kartoteka.project import Project


#: The export that takes the Wikidata ids of cards.
_WITH_IDS = "quickstatements.txt"
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")]


def export(
    what: Annotated[
        str,
        typer.Argument(
            help="entities, concordance, identifiers, mentions, tenures, contradictions, successions, remarks, roles, "
            "careers, quickstatements, organizations, nodes, edges, network, network_dynamic, ties, ties_directed or "
            "ties_undirected.",
            metavar="WHAT",
        ),
    ],
    format: Annotated[
        str, typer.Option("--format", help="csv or jsonl; gexf, graphml, html, svg, png, json, net for a network.")
    ] = "",
    output: Output = None,
    authority: Annotated[
        Path | None,
        typer.Option(
            "--authority", metavar="FILE", help="CSV of name and wikidata: further ids for quickstatements."
        ),
    ] = None,
    project: ProjectFolder = OUTPUT,
    quiet: Quiet = False,
) -> None:
    """Write one list, to standard output by default."""
    from kartoteka.export.exporter import find, write

    exporter = find(_named(what, format, output))
    if authority and exporter.name != _WITH_IDS:
        raise typer.BadParameter(f"--authority is for quickstatements: {exporter.name} bears no Wikidata ids")
    if exporter.binary and output is None and sys.stdout.isatty():
        raise typer.BadParameter(f"{exporter.name} is no text to be shown: name a file with --output")
    with screen.existing(project) as work:
        ids, complete = _identifiers(work, authority)
        if output is None:
            write(exporter, work.store, sys.stdout, ids=ids)
        else:
            work.export(exporter.name, output, ids=ids)
            screen.say(f"{output} written", quiet=quiet)
    raise typer.Exit(0 if complete else 1)


def _identifiers(work: Project, authority: Path | None) -> tuple[dict[str, str], bool]:
    """The ids that a list gives to cards, and whether every row of it did; what the others lack is said."""
    ids, problems = work.identifiers(authority) if authority else ({}, [])
    for problem in problems:
        screen.say(problem)
    return ids, not problems


def _named(what: str, format: str, output: Path | None) -> str:
    """The name of an export, by the format asked for, else by the file's suffix where the list has such a form.

    Without either it is the CSV of a list, the GEXF of a network, and the one form that the rest have, which they
    have in a file of any suffix.
    """
    from kartoteka.export import exporters

    known = exporters()
    suffix = (format or (output.suffix.lstrip(".") if output else "")).lower()
    forms = [name for name in known if name.partition(".")[0] == what]
    wanted = [f"{what}.{s}" for s in ([suffix] if suffix else ["csv", "gexf", "txt"])]
    name = next((name for name in wanted if name in known), "")
    if not name and not format and len(forms) == 1:
        name = forms[0]
    if not name:
        raise typer.BadParameter(_refusal(what, suffix or "csv", known))
    return name


def _refusal(what: str, suffix: str, known: Iterable[str]) -> str:
    """That there is no such export, and the forms that this list has; of an unknown one, which lists there are."""
    parted = [name.partition(".") for name in known]
    forms = [form for name, _, form in parted if name == what]
    if forms:
        return f"no export {what}.{suffix}: {what} can be had as {', '.join(forms)}"
    return f"no export {what!r}: choose one of {', '.join(dict.fromkeys(name for name, *_ in parted))}"
