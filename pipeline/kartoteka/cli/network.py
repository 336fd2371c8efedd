"""The command that writes networks from a project, and checks the GEXF files of any program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kartoteka.cli import network_options as asked
from kartoteka.cli import screen
from kartoteka.cli.files import Output
from kartoteka.cli.options import OUTPUT, ProjectFolder, Quiet

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.project import Project


def network(
    window: asked.Near = "sentence",
    labels: asked.Labels = None,
    two_mode: asked.TwoMode = "",
    projection: asked.Projection = "",
    weight: asked.Weight = "count",
    min_weight: asked.MinWeight = 1,
    since: asked.Since = "",
    until: asked.Until = "",
    notes: asked.Notes = False,
    roles: asked.Roles = True,
    quotations: asked.Quotations = 3,
    backbone: asked.Backbone = 0,
    ego: asked.Ego = None,
    radius: asked.Radius = 1,
    measures: asked.Measures = "all",
    size_by: asked.SizeBy = "strength",
    colour_by: asked.ColourBy = None,
    slices: asked.Slices = "",
    dynamic: asked.Dynamic = False,
    check: asked.Check = None,
    output: Output = None,
    project: ProjectFolder = OUTPUT,
    quiet: Quiet = False,
) -> None:
    """Write a network (.gexf .graphml .html .svg .png .csv .json .net), or check a GEXF file."""
    if check is not None:
        _check(check, quiet)
        return
    if projection and not two_mode:
        raise typer.BadParameter("--projection needs --two-mode")
    name, target = _named(output, project, dynamic)
    counted: dict[str, Any] = {"window": window, "labels": labels, "two_mode": two_mode, "projection": projection}
    counted |= {
        "kinds": "body,note,bibliography" if notes else "body",
        "roles": roles,
        "since": since,
        "until": until,
    }
    told: dict[str, Any] = {"weight": weight, "min_weight": min_weight, "quotations": quotations}
    told |= {"measures": _measures(measures)}
    with screen.existing(project) as work, _refusing():
        graph = work.graph(backbone=backbone, ego=ego or (), radius=radius, **counted, **told)
        for part, path in _drawn(work, graph, slices, target, size_by=size_by, colour_by=colour_by):
            work.export(name, path, graph=part)
            screen.say(f"{path}: {part.number_of_nodes()} nodes, {part.number_of_edges()} edges", quiet=quiet)


@contextmanager
def _refusing() -> Iterator[None]:
    """What the network cannot be asked for is a call that makes no sense."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _drawn(
    work: Project, graph: Graph, slices: str, target: Path, **drawing: str | None
) -> Iterator[tuple[Graph, Path]]:
    """The network and its file, or its periods with a file each. Ends the program, saying why, where there is none."""
    from kartoteka.network import draw
    from kartoteka.network.slices import explain

    if reason := graph.graph.get("empty"):
        raise _nothing(f"no network written: {reason}")
    draw(graph, **drawing)
    if not slices:
        yield graph, target
        return
    none = True
    for period, part in work.slices(graph, slices):
        none = False
        yield part, target.with_name(f"{target.stem}-{period.name}{target.suffix}")
    if none:
        raise _nothing(f"no slices written: {explain(graph, slices)}")


def _nothing(why: str) -> typer.Exit:
    """The end of a program that has written nothing."""
    screen.say(why)
    return typer.Exit(1)


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


def _measures(text: str) -> list[str]:
    from kartoteka.network.listing import listed
    from kartoteka.network.measures import ALL

    further = {"all": ALL, "none": ()}.get(text.strip().lower(), listed(text))
    return list(dict.fromkeys(["degree", "strength", *further]))


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
