"""The commands that compare, group and spell names without any text."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from kartoteka.cli.tables import Faults, portions, read_names, read_table

app = typer.Typer(help="Compare, group, romanize names.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def match(
    names: Annotated[list[str] | None, typer.Argument(help="Two names.", metavar="LEFT RIGHT")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="FILE", help="TSV with name1 and name2.")
    ] = None,
) -> None:
    """Compare two names, or the pairs of a table: score, verdict, reasons."""
    if pairs is not None and not names:
        _match_table(pairs)
    elif pairs is None and names and len(names) == 2:
        _match_two(*names)
    else:
        raise typer.BadParameter("give two names, or --pairs FILE")


def _match_two(left: str, right: str) -> None:
    from kartoteka.names import compare_persons
    from kartoteka.names.persons.parse import complaint

    found = compare_persons(left, right)
    typer.echo(f"{found.score:.3f}\t{found.verdict}")
    for reason in found.reasons:
        typer.echo(f"{reason.score:.3f}\t{reason.feature}\t{reason.detail}")
    complaints = [cause for name in (left, right) if (cause := complaint(name))]
    for cause in complaints:
        typer.echo(f"kartoteka: {cause}", err=True)
    if complaints:
        raise typer.Exit(1)


def _match_table(path: Path) -> None:
    from kartoteka.names.lists.batch import judge_texts
    from kartoteka.names.persons.parse import complaint

    header, rows = read_table(path, "name1", "name2")
    places = header.index("name1"), header.index("name2")
    faults = Faults(path)
    _write([[*header, "score", "same"]])
    for some in portions(rows):
        for row in some:
            cause = row.fault or "; ".join(c for place in places if (c := complaint(row.cells[place])))
            if cause:
                faults.tell(row.line, cause)
        found = judge_texts(*([row.cells[place] for row in some] for place in places))
        scored = zip(some, found.scores.tolist(), found.verdicts.tolist(), strict=True)
        _write([*row.cells, f"{score:.4f}", str(int(verdict == 1))] for row, score, verdict in scored)
    faults.end()


@app.command()
def cluster(file: Annotated[Path, typer.Argument(help="One name a line, or a TSV with a name column.")]) -> None:
    """Group names: the rows in their order, with the number of their cluster."""
    from kartoteka.names.lists.cluster import group_names
    from kartoteka.names.persons.parse import complaint

    header, body = read_names(file)
    rows = list(body)
    place = header.index("name")
    found = group_names([row.cells[place] for row in rows])
    faults = Faults(file)
    for row in rows:
        if cause := row.fault or complaint(row.cells[place]):
            faults.tell(row.line, cause)
    if found.open:
        typer.echo(f"names that fit several persons and were joined to none: {len(found.open)}", err=True)
    _write([[*header, "cluster"]])
    _write([*row.cells, str(number)] for row, number in zip(rows, found.numbers, strict=True))
    faults.end()


@app.command()
def romanize(
    text: Annotated[
        str, typer.Argument(help="Cyrillic text; without it, or for -, the lines of standard input.")
    ] = "-",
    scheme: Annotated[str, typer.Option("--scheme", help="Name of a romanization scheme.")] = "uk-national",
    list_schemes: Annotated[
        bool, typer.Option("--schemes", help="List the schemes: name, title, source.")
    ] = False,
) -> None:
    """Spell Cyrillic text in Latin letters by a scheme."""
    from kartoteka.romanization import romanize, schemes

    if list_schemes:
        _write([one.name, one.title, one.source] for one in schemes().values())
        return
    if scheme not in schemes():
        raise typer.BadParameter(f"no scheme {scheme!r}. Known: {', '.join(schemes())}.", param_hint="--scheme")
    lines = (line.rstrip("\r\n") for line in sys.stdin) if text == "-" else [text]
    _write([romanize(line, scheme)] for line in lines)


def _write(rows: Iterable[list[str]]) -> None:
    sys.stdout.writelines("\t".join(cells) + "\n" for cells in rows)
