"""The commands that compare, group and spell names without any text."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Compare, group, romanize names.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def match(
    names: Annotated[list[str] | None, typer.Argument(help="Two names.", metavar="LEFT RIGHT")] = None,
    pairs: Annotated[
        Path | None, typer.Option("--pairs", metavar="FILE", help="TSV with name1 and name2.")
    ] = None,
) -> None:
    """Compare two names, or the pairs of a table: score, verdict, reasons."""
    from kartoteka.names import compare_persons
    from kartoteka.types import Verdict

    if pairs is not None and not names:
        rows = _table(pairs, "name1", "name2")
        header = next(rows)
        _write([*header, "score", "same"])
        left, right = header.index("name1"), header.index("name2")
        for row in rows:
            found = compare_persons(row[left], row[right])
            _write([*row, f"{found.score:.4f}", str(int(found.verdict is Verdict.SAME))])
    elif pairs is None and names and len(names) == 2:
        found = compare_persons(names[0], names[1])
        typer.echo(f"{found.score:.3f}\t{found.verdict}")
        for reason in found.reasons:
            typer.echo(f"{reason.score:.3f}\t{reason.feature}\t{reason.detail}")
    else:
        raise typer.BadParameter("give two names, or --pairs FILE")


@app.command()
def cluster(file: Annotated[Path, typer.Argument(help="One name a line, or a TSV with a name column.")]) -> None:
    """Group names: the rows in their order, with the number of their cluster."""
    from kartoteka.names import cluster_names

    lines = file.read_text(encoding="utf-8-sig").splitlines()
    if lines and "name" in lines[0].split("\t"):
        rows = list(_table(file, "name"))
        header, body = rows[0], rows[1:]
    else:
        header, body = ["name"], [[line] for line in lines if line.strip()]
    names = [row[header.index("name")] for row in body]
    _write([*header, "cluster"])
    for row, number in zip(body, cluster_names(names), strict=True):
        _write([*row, str(number)])


@app.command()
def romanize(
    text: Annotated[str, typer.Argument(help="Ukrainian or Russian text.")],
    scheme: Annotated[str, typer.Option("--scheme", help="Name of a romanization scheme.")] = "uk-national",
) -> None:
    """Spell Cyrillic text in Latin letters by a scheme."""
    from kartoteka.romanization import romanize, schemes

    if scheme not in schemes():
        raise typer.BadParameter(f"no scheme {scheme!r}. Known: {', '.join(schemes())}.")
    typer.echo(romanize(text, scheme))


def _table(path: Path, *columns: str) -> Iterator[list[str]]:
    """The header and rows of a TSV file without quoting. Raises ValueError where a column is missing."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(rows, [])
        missing = [column for column in columns if column not in header]
        if missing:
            raise ValueError(f"{path}: no column {', '.join(missing)} in the header line")
        yield header
        for number, row in enumerate(rows, 2):
            if len(row) != len(header):
                raise ValueError(f"{path}: line {number} has {len(row)} cells, the header {len(header)}")
            yield row


def _write(cells: list[str]) -> None:
    sys.stdout.write("\t".join(cells) + "\n")
