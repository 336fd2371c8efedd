"""Into which files a network or its periods are written, and what the screen says of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kartoteka.cli import screen

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.project import Project


@dataclass(frozen=True, slots=True)
class Target:
    """The file that was asked for, and the name of the export that goes into it."""

    path: Path
    name: str

    def of(self, period: str) -> Target:
        """The same for a period."""
        return Target(self.path.with_name(f"{self.path.stem}-{period}{self.path.suffix}"), self.name)


def read_target(output: Path | None, project: Path, dynamic: bool) -> Target:
    """Where a network is to be written and as what, by the ending of the file; ends the program for an unknown one."""
    from kartoteka.export import exporters

    usual = "network_dynamic.gexf" if dynamic else "network.gexf"
    path = output or project / usual
    if dynamic and path.suffix != ".gexf":
        raise typer.BadParameter(f"--dynamic is for .gexf, not {path.suffix!r}")
    name = {".csv": "edges.csv", ".gexf": usual}.get(path.suffix, f"network{path.suffix}")
    if name not in exporters():
        known = sorted({e.suffix for e in exporters().values() if e.reads in ("network", "drawing")})
        raise typer.BadParameter(f"no network as {path.suffix!r}. Known: {', '.join(known)}.")
    return Target(path, name)


def write_network(work: Project, graph: Graph, target: Target, *, quiet: bool) -> Path:
    """Write one network and say so."""
    work.export(target.name, target.path, graph=graph)
    screen.say(f"{target.path}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges", quiet=quiet)
    return target.path


def write_periods(work: Project, graph: Graph, form: str, target: Target, *, quiet: bool) -> None:
    """Write a file for each period and say so, and in which none lives; ends the program where there is none at all.

    Where it fails on the way, what was written before is said.
    """
    from kartoteka.network.periods import explain, explain_gaps

    written: dict[str, Path] = {}
    try:
        for period, part in work.slices(graph, form):
            written[period.name] = write_network(work, part, target.of(period.name), quiet=quiet)
    except Exception:
        if written:
            screen.say(f"written before it failed: {', '.join(map(str, written.values()))}")
        raise
    if not written:
        raise nothing(f"no slices written: {explain(graph, form)}")
    if gaps := explain_gaps(graph, form, written):
        screen.say(gaps, quiet=quiet)


def nothing(why: str) -> typer.Exit:
    """The end of a program that has written nothing."""
    screen.say(why)
    return typer.Exit(1)
