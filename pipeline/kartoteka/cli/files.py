"""The commands that write files from a project: export and network."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import OUTPUT, ProjectFolder, Quiet
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from kartoteka.project import Project


class Weight(StrEnum):
    """What the weight of a tie counts."""

    COUNT = "count"
    DOCUMENTS = "documents"


#: The export that takes the Wikidata ids of cards.
_WITH_IDS = "quickstatements.txt"
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")]


def export(
    what: Annotated[
        str,
        typer.Argument(
            help="entities, concordance, identifiers, mentions, tenures, contradictions, successions, remarks, roles, "
            "careers, quickstatements, organizations, nodes, edges or network.",
            metavar="WHAT",
        ),
    ],
    format: Annotated[str, typer.Option("--format", help="csv or jsonl; gexf, graphml, svg for a network.")] = "",
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
    suffix = format or (output.suffix.lstrip(".") if output else "")
    forms = [name for name in known if name.partition(".")[0] == what]
    wanted = [f"{what}.{s}" for s in ([suffix] if suffix else ["csv", "gexf", "txt"])]
    name = next((name for name in wanted if name in known), "")
    if not name and not format and len(forms) == 1:
        name = forms[0]
    if not name:
        raise typer.BadParameter(f"no export {what}.{suffix or 'csv'}. Known: {', '.join(known)}.")
    return name


def network(
    window: Annotated[str, typer.Option("--window", help="How near two names must stand.")] = "sentence",
    labels: Annotated[
        str, typer.Option("--labels", help="PERSON,ORG,OFFICE,PLACE: who are the nodes.")
    ] = "PERSON",
    weight: Annotated[Weight, typer.Option("--weight", help="What a tie's weight counts.")] = Weight.COUNT,
    min_weight: Annotated[int, typer.Option("--min-weight", min=1, help="Leave weaker ties out.")] = 1,
    since: Annotated[
        str, typer.Option("--from", metavar="DAY", help="Only passages dated from this ISO day.")
    ] = "",
    until: Annotated[
        str, typer.Option("--to", metavar="DAY", help="Only passages dated up to this ISO day.")
    ] = "",
    notes: Annotated[bool, typer.Option("--notes", help="Count notes and bibliographies too.")] = False,
    backbone: Annotated[float, typer.Option("--backbone", min=0, max=1, help="Keep ties below this p-value.")] = 0,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Check a GEXF file instead.")
    ] = None,
    output: Output = None,
    project: ProjectFolder = OUTPUT,
    quiet: Quiet = False,
) -> None:
    """Write a network, or check a GEXF file."""
    if check is not None:
        _check(check, quiet)
        return
    from kartoteka.network import backbone as thin

    target = output or project / "network.gexf"
    name = _exporter(target)
    wanted: dict[str, Any] = {"kinds": frozenset(BlockKind)} if notes else {}
    wanted |= {"window": window, "weight": weight, "min_weight": min_weight, "labels": _labels(labels)}
    wanted |= _days(since, until)
    with screen.existing(project) as work:
        graph = work.graph(**wanted)
        graph = thin(graph, backbone) if backbone else graph
        work.export(name, target, graph=graph)
    screen.say(f"{target}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges", quiet=quiet)


def _exporter(target: Path) -> str:
    """The exporter that writes a network into a file of this ending."""
    from kartoteka.export import exporters

    name = "edges.csv" if target.suffix == ".csv" else f"network{target.suffix}"
    if name not in exporters():
        known = ", ".join(sorted({e.suffix for e in exporters().values() if e.reads != "store"}))
        raise typer.BadParameter(f"no network as {target.suffix!r}. Known: {known}.")
    return name


def _days(since: str, until: str) -> dict[str, str | None]:
    first, last = _day(since, "01-01"), _day(until, "12-31")
    if first and last and first > last:
        raise typer.BadParameter(f"--from {since} is after --to {until}")
    return {"since": first, "until": last}


def _labels(text: str) -> list[Label]:
    wanted = [part.strip().upper() for part in text.split(",")]
    unknown = [label for label in wanted if label not in set(Label) - {Label.DATE}]
    if unknown:
        raise typer.BadParameter(f"no nodes of {', '.join(unknown)}. Known: PERSON, ORG, OFFICE, PLACE.")
    return [Label(label) for label in wanted]


def _day(text: str, rest: str) -> str | None:
    """An ISO day from a day or a year alone."""
    if not text:
        return None
    day = f"{text}-{rest}" if text.isdigit() and len(text) == 4 else text
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day: give 1932-11-18 or a year") from error


def _check(path: Path, quiet: bool) -> None:
    from kartoteka.export.gexf_lint import Level, lint

    problems = lint(path)
    for problem in problems:
        typer.echo(str(problem))
    refused = any(problem.level is Level.ERROR for problem in problems)
    screen.say(f"{path}: {'Gephi would lose or refuse something' if refused else 'fine for Gephi'}", quiet=quiet)
    raise typer.Exit(1 if refused else 0)
