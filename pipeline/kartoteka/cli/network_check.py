"""What is told of a GEXF file that somebody wants checked, whichever program wrote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from kartoteka.cli import screen

if TYPE_CHECKING:
    from kartoteka.export.gexf.problems import Problem

#: So many elements with the same problem are named one by one.
_NAMED = 10


def check(path: Path, *, quiet: bool) -> NoReturn:
    """Tell what is wrong with a GEXF file, and whether Gephi would take it; ends the program, with 1 where not."""
    from kartoteka.export.gexf.lint import Level, lint, why_no_gexf

    if alien := why_no_gexf(path):
        typer.echo(f"{Level.ERROR}: file {alien}")
        screen.say(f"{path}: is no GEXF file", quiet=quiet)
        raise typer.Exit(1)
    problems = lint(path)
    for line in _lines(problems):
        typer.echo(line)
    levels = {problem.level for problem in problems}
    verdict = (
        "Gephi takes it; other programs may not take all of it" if Level.WARNING in levels else "fine for Gephi"
    )
    verdict = "Gephi would lose or refuse something" if Level.ERROR in levels else verdict
    screen.say(f"{path}: {verdict}", quiet=quiet)
    raise typer.Exit(1 if Level.ERROR in levels else 0)


def _lines(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem; of the same one with many elements the first, and at the end how many more there are."""
    alike = Counter[tuple[str, str]]()
    for problem in problems:
        alike[problem.level, problem.message] += 1
        if alike[problem.level, problem.message] <= _NAMED:
            yield str(problem)
    for (level, message), number in alike.items():
        if number > _NAMED:
            yield f"{level}: {number - _NAMED} more like them: {message}"
