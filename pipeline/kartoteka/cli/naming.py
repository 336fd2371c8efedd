"""The commands that compare, group and spell names without any text."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from itertools import repeat
from pathlib import Path
from typing import Annotated

import typer

from kartoteka.cli.tables import Faults, Row, portions, read_names, read_pairs

app = typer.Typer(help="Compare, group, romanize names.", no_args_is_help=True, rich_markup_mode=None)


#: So many names that were left open are told one by one.
_OPEN = 10


@app.command()
def match(
    names: Annotated[list[str] | None, typer.Argument(help="Two names.", metavar="LEFT RIGHT")] = None,
    pairs: Annotated[
        Path | None,
        typer.Option("--pairs", metavar="FILE", help="TSV or CSV with name1 and name2, or their parts."),
    ] = None,
    reasons: Annotated[
        bool, typer.Option("--reasons", help="With --pairs: the columns verdict and reasons.")
    ] = False,
) -> None:
    """Compare two names, or the pairs of a table: score, verdict, reasons."""
    if pairs is not None and not names:
        _match_table(pairs, reasons)
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


def _match_table(path: Path, reasons: bool) -> None:
    from kartoteka.names.lists.batch import judge_texts
    from kartoteka.names.persons.parse import complaint

    table = read_pairs(path)
    faults = Faults(path)
    _write([[*table.header, "score", "same", *(("verdict", "reasons") if reasons else ())]])
    for some in portions(table.rows):
        left, right = ([columns.name(row.cells) for row in some] for columns in table.names)
        for row, *names in zip(some, left, right, strict=True):
            if cause := row.fault or "; ".join(filter(None, map(complaint, names))):
                faults.tell(row.line, cause)
        found = judge_texts(left, right)
        scored = zip(some, left, right, found.scores.tolist(), found.verdicts.tolist(), strict=True)
        _write(
            [*row.cells, f"{score:.4f}", str(int(verdict == 1)), *(_why(one, other) if reasons else ())]
            for row, one, other, score, verdict in scored
        )
    faults.end()


def _why(left: str, right: str) -> tuple[str, str]:
    from kartoteka.names import compare_persons
    from kartoteka.names.lists.reasons import in_one_line

    found = compare_persons(left, right)
    return str(found.verdict), in_one_line(found.reasons)


@app.command()
def cluster(
    file: Annotated[
        Path,
        typer.Argument(help="One name a line, or a TSV or CSV with a name column or surname, given name … apart."),
    ],
    reasons: Annotated[
        bool, typer.Option("--reasons", help="A column that says why a name was joined or left alone.")
    ] = False,
) -> None:
    """Group names: the rows in their order, with the number of their cluster."""
    from kartoteka.names.lists.cluster import group_names
    from kartoteka.names.lists.reasons import explain_grouping
    from kartoteka.names.persons.parse import complaint

    table = read_names(file)
    rows = list(table.rows)
    names = [table.names[0].name(row.cells) for row in rows]
    found = group_names(names)
    faults = Faults(file)
    for row, name in zip(rows, names, strict=True):
        if cause := row.fault or complaint(name):
            faults.tell(row.line, cause)
    _tell_open([(rows[place], names[place]) for place in found.open])
    _write([[*table.header, "cluster", *(["reasons"] if reasons else [])]])
    why = explain_grouping(names, found, [row.line for row in rows]) if reasons else repeat("")
    lines = zip(rows, found.numbers, why, strict=False)
    _write([*row.cells, str(number), *([reason] if reasons else [])] for row, number, reason in lines)
    faults.end()


def _tell_open(names: Sequence[tuple[Row, str]]) -> None:
    """How many names were left open, and which: the first ones."""
    if names:
        shown = [f"{name} (line {row.line})" for row, name in names[:_OPEN]]
        more = ", …" if len(names) > _OPEN else ""
        typer.echo(
            f"names that fit several persons and were joined to none: {len(names)}: {', '.join(shown)}{more}",
            err=True,
        )


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
    from kartoteka.romanization import lacking_letters, romanize, schemes

    if list_schemes:
        _write([one.name, one.title, one.source] for one in schemes().values())
        return
    if scheme not in schemes():
        near = get_close_matches(scheme.casefold(), schemes(), n=5, cutoff=0.4)
        hint = f" Near it: {', '.join(near)}." if near else ""
        raise typer.BadParameter(
            f"no scheme {scheme!r}.{hint} `kartoteka names romanize --schemes` lists all.", param_hint="--scheme"
        )
    lacking: dict[str, None] = {}
    lines = (line.rstrip("\r\n") for line in sys.stdin) if text == "-" else [text]
    for line in lines:
        _write([[romanize(line, scheme)]])
        lacking.update(dict.fromkeys(lacking_letters(line, scheme)))
    if lacking:
        typer.echo(f"kartoteka: {scheme} has no {', '.join(lacking)}: written as the nearest letters", err=True)


def _write(rows: Iterable[list[str]]) -> None:
    sys.stdout.writelines("\t".join(cells) + "\n" for cells in rows)
