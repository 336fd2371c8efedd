"""Into which files a network or its periods are written, and what the screen says of each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kartoteka.cli import screen

if TYPE_CHECKING:
    from networkx import Graph

    from kartoteka.project import Project


#: What the list of nodes adds to the name of the list of edges that it lies beside.
_NODES = "-nodes"


@dataclass(frozen=True, slots=True)
class Target:
    """The file that was asked for, and the name of the export that goes into it."""

    path: Path
    name: str

    def of(self, period: str) -> Target:
        """The same for a period."""
        return Target(self._beside(f"-{period}"), self.name)

    def files(self) -> dict[str, Path]:
        """Each export and its file: a list of edges has one of nodes beside it."""
        further = {"nodes.csv": self._beside(_NODES)} if self.name == "edges.csv" else {}
        return {self.name: self.path, **further}

    def _beside(self, further: str) -> Path:
        return self.path.with_name(f"{self.path.stem}{further}{self.path.suffix}")


def read_target(output: Path | None, project: Path, dynamic: bool) -> Target:
    """Where a network is to be written and as what, by the ending of the file; ends the program for an unknown one."""
    from kartoteka.export import exporters

    usual = "network_dynamic.gexf" if dynamic else "network.gexf"
    path = output or project / usual
    ending = path.suffix.lower()
    if dynamic and ending != ".gexf":
        raise typer.BadParameter(f"--dynamic is for .gexf, not {path.name!r}")
    name = {".csv": "edges.csv", ".gexf": usual}.get(ending, f"network{ending}")
    if name not in exporters():
        known = sorted({e.suffix for e in exporters().values() if e.reads in ("network", "drawing")})
        raise typer.BadParameter(f"no network as {path.name!r}: give it one of the endings {', '.join(known)}")
    if name == "edges.csv" and f"-{path.stem}".lower().endswith(_NODES):
        raise typer.BadParameter(
            f"no edges in a file called {path.name!r}: name theirs, as net.csv, and net-nodes.csv lies beside it"
        )
    return Target(path, name)


def write_network(work: Project, graph: Graph, target: Target, *, quiet: bool) -> list[Path]:
    """Write one network and say so."""
    from kartoteka.export.exporter import export_together

    with work.store.at_once():
        paths = export_together(work.store, target.files(), graph=graph)
    around = f"around {graph.graph['ego']}: " if "ego" in graph.graph else ""
    size = f"{around}{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"
    screen.say(f"{' and '.join(map(str, paths))}: {size}", quiet=quiet)
    return paths


def write_periods(work: Project, graph: Graph, form: str, target: Target, *, quiet: bool) -> None:
    """Write a file for each period and say so, and in which none lives; ends the program where there is none at all.

    Where it fails on the way, what was written before is said.
    """
    from kartoteka.network.periods import explain, explain_gaps

    written: dict[str, list[Path]] = {}
    try:
        for period, part in work.slices(graph, form):
            written[period.name] = write_network(work, part, target.of(period.name), quiet=quiet)
    except Exception:
        if written:
            screen.say(f"written before it failed: {', '.join(map(str, chain(*written.values())))}")
        raise
    if not written:
        raise nothing(f"no slices written: {explain(graph, form)}")
    if gaps := explain_gaps(graph, form, written):
        screen.say(gaps, quiet=quiet)


def nothing(why: str) -> typer.Exit:
    """The end of a program that has written nothing."""
    screen.say(why)
    return typer.Exit(1)
