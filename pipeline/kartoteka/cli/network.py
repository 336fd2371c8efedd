"""The command that writes networks from a project, and checks the GEXF files of any program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from kartoteka.cli import network_check, screen
from kartoteka.cli import network_options as asked
from kartoteka.cli.files import Output
from kartoteka.cli.network_files import nothing, read_target, write_network, write_periods
from kartoteka.cli.options import OUTPUT, ProjectFolder, Quiet


def network(
    context: typer.Context,
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
    from kartoteka.network import draw

    _check_given(context)
    if check is not None:
        network_check.check(check, quiet=quiet)
    target = read_target(output, project, dynamic)
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
        if reason := graph.graph.get("empty"):
            raise nothing(f"no network written: {reason}")
        draw(graph, size_by=size_by, colour_by=colour_by)
        if slices:
            write_periods(work, graph, slices, target, quiet=quiet)
        else:
            write_network(work, graph, target, quiet=quiet)


def _check_given(context: typer.Context) -> None:
    """Refuse options that would do nothing beside the others."""
    sources = ((option, context.get_parameter_source(option.name or "")) for option in context.command.params)
    given = {option.opts[0] for option, source in sources if source and source.name == "COMMANDLINE"}
    if "--check" in given and (beside := given - {"--check", "--project", "--quiet"}):
        raise typer.BadParameter(f"--check writes no network: it has no {', '.join(sorted(beside))}")
    for option, needed in (("--radius", "--ego"), ("--projection", "--two-mode")):
        if option in given and needed not in given:
            raise typer.BadParameter(f"{option} needs {needed}")


@contextmanager
def _refusing() -> Iterator[None]:
    """What the network cannot be asked for is a call that makes no sense."""
    try:
        yield
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _measures(text: str) -> list[str]:
    from kartoteka.network.listing import listed
    from kartoteka.network.measures import ALL

    further = {"all": ALL, "none": ()}.get(text.strip().lower(), listed(text))
    return list(dict.fromkeys(["degree", "strength", *further]))
