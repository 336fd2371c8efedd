"""The commands that fill a project: run, ingest, reconcile."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import (
    OUTPUT,
    Authority,
    Jobs,
    Lang,
    Language,
    Names,
    NoAuthority,
    Paths,
    ProjectFolder,
    Quiet,
)

if TYPE_CHECKING:
    from kartoteka.project import IngestReport, Project


def run(
    paths: Paths,
    project: ProjectFolder = OUTPUT,
    lang: Language = Lang.AUTO,
    jobs: Jobs = 1,
    authority: Authority = None,
    no_authority: NoAuthority = False,
    names: Names = "",
    quiet: Quiet = False,
) -> None:
    """The main job: ingest, reconcile, export everything."""
    from kartoteka.project import Project

    _check(authority, no_authority, names)
    began = monotonic()
    with Project(project) as work:
        whole = _guide(work, authority, no_authority, names)
        report = _ingest(work, paths, lang, jobs, quiet)
        screen.report_gone(report.gone, project, quiet=quiet)
        if not (report.added or report.unchanged or work.store.counts()["documents"]):
            screen.report_failures(report.failures)
            if not report.failures:
                screen.say(f"no texts in {', '.join(map(str, paths))}")
            raise typer.Exit(1)
        doubts = work.reconcile()
        graph = work.graph()
        written = work.export(graph=graph)
        if not quiet:
            _summarize(work, report, graph.number_of_edges(), written, monotonic() - began)
            screen.report_lacking()
        screen.report_decisions(work.standings())
    screen.report_doubts(doubts)
    screen.report_failures(report.failures)
    raise typer.Exit(1 if report.failures or not whole else 0)


def ingest(
    paths: Paths,
    project: ProjectFolder = OUTPUT,
    lang: Language = Lang.AUTO,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Add texts to the project; safe to repeat."""
    from kartoteka.project import Project

    with Project(project) as work:
        report = _ingest(work, paths, lang, jobs, quiet)
    screen.report_gone(report.gone, project, quiet=quiet)
    screen.say(f"{report.added} read, {report.unchanged} unchanged, {len(report.failures)} failed", quiet=quiet)
    screen.report_failures(report.failures)
    raise typer.Exit(1 if report.failures else 0)


def forget(
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents, as mentions.csv has them.")
    ],
    project: ProjectFolder = OUTPUT,
) -> None:
    """Remove documents from the project, all of these or none.

    Decisions stay on record. A file that still lies in a folder is read again when that folder is.
    """
    with screen.existing(project) as work:
        try:
            work.forget(*dict.fromkeys(documents))
        except LookupError as error:
            raise typer.BadParameter(str(error.args[0])) from error
    for document in dict.fromkeys(documents):
        screen.say(f"{document} forgotten")
    screen.say(screen.next_step(project))


def reconcile(
    project: ProjectFolder = OUTPUT,
    authority: Authority = None,
    no_authority: NoAuthority = False,
    names: Names = "",
    anew: Annotated[
        bool, typer.Option("--anew", help="Compare all names again, not only what has changed.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Bring spellings together, honouring decisions."""
    _check(authority, no_authority, names)
    with screen.existing(project) as work:
        whole = _guide(work, authority, no_authority, names)
        doubts = work.reconcile(anew=anew)
        if work.written():
            work.export()
        counts = work.store.counts()
        screen.report_decisions(work.standings())
    screen.report_doubts(doubts)
    screen.say(f"{counts['referents']} referents on {counts['entities']} cards", quiet=quiet)
    raise typer.Exit(0 if whole else 1)


def _check(authority: list[Path] | None, no_authority: bool, names: str) -> None:
    """Refuse what a project is not to be guided by, before there is a project."""
    from kartoteka.names import check_convention
    from kartoteka.reconcile.authority import open_authorities

    if authority and no_authority:
        raise typer.BadParameter("--authority and --no-authority contradict each other")
    if names:
        try:
            check_convention(names)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    open_authorities(authority or ())


def _guide(work: Project, authority: list[Path] | None, no_authority: bool, names: str) -> bool:
    """Remember the lists and the convention that a call gives; False where a row of a list is no use.

    Each such row is named. Without an option what was remembered stays.
    """
    if names:
        work.set_names(names)
    problems = work.set_authorities(authority or ()) if authority or no_authority else []
    for problem in problems:
        screen.say(problem)
    return not problems


def _ingest(work: Project, paths: list[str], lang: Lang, jobs: int, quiet: bool) -> IngestReport:
    from kartoteka.ingest import find_files

    total = sum(not source.path.resolve().is_relative_to(work.folder.resolve()) for source in find_files(paths))
    with screen.progress(total, "read", quiet=quiet) as advance:
        return work.ingest(paths, lang=lang, jobs=jobs, progress=advance)


def _summarize(work: Project, report: IngestReport, edges: int, written: list[Path], seconds: float) -> None:
    counts = work.store.counts()
    figures = {
        "documents": f"{counts['documents']:,} ({report.added} read now, {report.unchanged} unchanged)",
        "words": f"{counts['words']:,}",
        "mentions": f"{counts['mentions']:,}",
        "cards": f"{counts['entities']:,}",
        "merged spellings": f"{counts['spellings'] - counts['entities']:,}",
        "edges": f"{edges:,}",
        "seconds": f"{seconds:.1f}",
    }
    screen.summary(figures, written)
