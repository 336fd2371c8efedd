"""The command that writes networks from a project, and checks the GEXF files of any program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kartoteka.cli import screen
from kartoteka.cli.files import Output
from kartoteka.cli.options import OUTPUT, ProjectFolder, Quiet
from kartoteka.types import BlockKind, Label

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.project import Project


class Weight(StrEnum):
    """What the weight of a tie counts."""

    COUNT = "count"
    DOCUMENTS = "documents"


class ColourBy(StrEnum):
    """What the colour of a card tells."""

    KIND = "kind"
    COMMUNITY = "community"


def network(
    window: Annotated[
        str,
        typer.Option(
            "--window", help="How near: sentence, sentences:N (the N that follow), tokens:N, paragraph, document."
        ),
    ] = "sentence",
    labels: Annotated[
        str, typer.Option("--labels", help="PERSON,ORG,OFFICE,PLACE: who are the nodes.")
    ] = "PERSON",
    two_mode: Annotated[
        str, typer.Option("--two-mode", metavar="KINDS", help="PERSON-ORG, PERSON-OFFICE, PERSON-DOCUMENT …")
    ] = "",
    projection: Annotated[
        str, typer.Option("--projection", metavar="KIND", help="Tie those of one mode by what they share.")
    ] = "",
    weight: Annotated[Weight, typer.Option("--weight", help="What a tie's weight counts.")] = Weight.COUNT,
    min_weight: Annotated[int, typer.Option("--min-weight", min=1, help="Leave weaker ties out.")] = 1,
    since: Annotated[
        str, typer.Option("--from", metavar="DAY", help="Only passages dated from this ISO day or year.")
    ] = "",
    until: Annotated[
        str, typer.Option("--to", metavar="DAY", help="Only passages dated up to this ISO day or year.")
    ] = "",
    notes: Annotated[bool, typer.Option("--notes", help="Count notes and bibliographies too.")] = False,
    roles: Annotated[
        bool, typer.Option("--roles/--no-roles", help="Count posts whose holder then is known.")
    ] = True,
    quotations: Annotated[int, typer.Option("--quotations", min=1, help="How many passages a tie quotes.")] = 3,
    backbone: Annotated[
        float,
        typer.Option(
            "--backbone",
            min=0,
            max=1,
            help="Keep ties whose share of a card's weight has this chance at most (disparity filter), as 0.05.",
        ),
    ] = 0,
    ego: Annotated[
        list[str] | None,
        typer.Option("--ego", metavar="NAME", help="Only those around this card; several times for several."),
    ] = None,
    radius: Annotated[int, typer.Option("--radius", min=1, help="How many ties away from --ego.")] = 1,
    measures: Annotated[
        str,
        typer.Option(
            "--measures", metavar="NAMES", help="betweenness,pagerank …, all or none, besides degree and strength."
        ),
    ] = "all",
    size_by: Annotated[str, typer.Option("--size-by", metavar="MEASURE", help="What sizes show.")] = "strength",
    colour_by: Annotated[
        ColourBy | None, typer.Option("--colour-by", help="Kinds where there are several, else communities.")
    ] = None,
    slices: Annotated[
        str, typer.Option("--slices", metavar="PERIODS", help="A file each: year, 5y, or 1927,1930-02,1937-07-30.")
    ] = "",
    dynamic: Annotated[
        bool, typer.Option("--dynamic", help="GEXF with calendar time, for Gephi's timeline.")
    ] = False,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Check a GEXF file instead.")
    ] = None,
    output: Output = None,
    project: ProjectFolder = OUTPUT,
    quiet: Quiet = False,
) -> None:
    """Write a network (.gexf .graphml .html .svg .png .csv .json .net), or check a GEXF file."""
    if check is not None:
        _check(check, quiet)
        return
    from kartoteka.network import draw

    name, target = _named(output, project, dynamic)
    wanted: dict[str, Any] = {
        "window": window,
        "labels": None if two_mode else _labels(labels),
        "weight": weight,
        "roles": roles,
    }
    wanted |= {"two_mode": two_mode, "projection": projection, "quotations": quotations, **_days(since, until)}
    wanted |= {"min_weight": min_weight, "measures": _measures(measures)}
    drawn: dict[str, Any] = {"size_by": size_by, "colour_by": colour_by}
    wanted |= {"kinds": frozenset(BlockKind)} if notes else {}
    with screen.existing(project) as work, _refusing():
        graph = work.graph(backbone=backbone, ego=ego or (), radius=radius, **wanted)
        if reason := graph.graph.get("empty"):
            screen.say(f"no network written: {reason}")
            raise typer.Exit(1)
        draw(graph, **drawn)
        for part, path in _cut(work, graph, slices, target, wanted):
            work.export(name, path, graph=part)
            screen.say(f"{path}: {part.number_of_nodes()} nodes, {part.number_of_edges()} edges", quiet=quiet)


@contextmanager
def _refusing() -> Iterator[None]:
    """What the network cannot be asked for is a call that makes no sense."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _cut(
    work: Project, graph: Graph, slices: str, target: Path, wanted: dict[str, Any]
) -> Iterator[tuple[Graph, Path]]:
    """The network and its file, or its periods with a file each."""
    if not slices:
        yield graph, target
    for period, part in work.slices(graph, slices, **wanted) if slices else ():
        yield part, target.with_name(f"{target.stem}-{period.name}{target.suffix}")


def _named(output: Path | None, project: Path, dynamic: bool) -> tuple[str, Path]:
    """The exporter that writes a network into a file of this ending, and the file."""
    from kartoteka.export import exporters

    usual = "network_dynamic.gexf" if dynamic else "network.gexf"
    target = output or project / usual
    if dynamic and target.suffix != ".gexf":
        raise typer.BadParameter(f"--dynamic is for .gexf, not {target.suffix!r}")
    name = {".csv": "edges.csv", ".gexf": usual}.get(target.suffix, f"network{target.suffix}")
    if name not in exporters():
        known = sorted({e.suffix for e in exporters().values() if e.reads in ("network", "drawing")})
        raise typer.BadParameter(f"no network as {target.suffix!r}. Known: {', '.join(known)}.")
    return name, target


def _measures(text: str) -> tuple[str, ...]:
    from kartoteka.network.measures import ALL

    if text == "all":
        return ALL
    chosen = [part.strip() for part in text.split(",")] if text != "none" else []
    return tuple(dict.fromkeys(["degree", "strength", *chosen]))


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
    from kartoteka.export.gexf.lint import Level, lint

    problems = lint(path)
    for problem in problems:
        typer.echo(str(problem))
    levels = {problem.level for problem in problems}
    verdict = (
        "fine for Gephi"
        if Level.WARNING not in levels
        else "Gephi takes it; other programs may not take all of it"
    )
    verdict = "Gephi would lose or refuse something" if Level.ERROR in levels else verdict
    screen.say(f"{path}: {verdict}", quiet=quiet)
    raise typer.Exit(1 if Level.ERROR in levels else 0)
