"""The commands that read texts without a project: annotate, dates."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kartoteka.cli import screen
from kartoteka.cli.options import Jobs, Lang, Language, Paths, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kartoteka.types import Document


TSV_COLUMNS = ("id", "start", "end", "label", "text", "name", "entity")


class Format(StrEnum):
    """How `annotate` prints."""

    JSONL = "jsonl"
    TSV = "tsv"


def annotate(
    paths: Paths,
    format: Annotated[
        Format, typer.Option("--format", help="jsonl: a line a document; tsv: a line a mention.")
    ] = (Format.JSONL),
    lang: Language = Lang.AUTO,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Annotate texts without a project.

    Prints a line of JSON a document. PATH may be a .jsonl of {"id", "text", "lang"?}; - is standard input.
    """
    from kartoteka.export.records import records
    from kartoteka.ingest.inputs import Failure, read_inputs
    from kartoteka.reading import annotated

    inputs = list(read_inputs(paths, "" if lang is Lang.AUTO else lang))
    failures = [item for item in inputs if isinstance(item, Failure)]
    documents = [item for item in inputs if not isinstance(item, Failure)]
    readings = annotated(_counted(documents, quiet), jobs=jobs, failures=failures)
    if format is Format.TSV:
        typer.echo("\t".join(TSV_COLUMNS))
    for record in records(readings):
        if format is Format.JSONL:
            typer.echo(json.dumps(record, ensure_ascii=False))
            continue
        for mention in record["mentions"]:
            cells = (record["id"], *(mention[column] for column in TSV_COLUMNS[1:]))
            typer.echo("\t".join("" if cell is None else " ".join(str(cell).split()) for cell in cells))
    screen.report_failures(failures)
    raise typer.Exit(1 if failures else 0)


def _counted(documents: Sequence[Document], quiet: bool) -> Iterator[Document]:
    with screen.progress(len(documents), "read", quiet=quiet or not sys.stderr.isatty()) as advance:
        for document in documents:
            yield document
            advance(document.id)


def dates(
    text: Annotated[str, typer.Argument(help="A text with dates.")],
    lang: Language = Lang.AUTO,
    anchor: Annotated[str, typer.Option("--anchor", metavar="EDTF", help="The date before this text.")] = "",
    territory: Annotated[
        str | None,
        typer.Option(
            help="Whose change of calendar counts (Russia, Ukraine, Romania …); else the language's own."
        ),
    ] = None,
) -> None:
    """What a date expression means, as JSON lines."""
    from kartoteka.dates import read_dates
    from kartoteka.languages import identify

    chosen = identify(text) if lang is Lang.AUTO else str(lang)
    try:
        listed = read_dates(text, chosen, anchor, territory)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    if not listed:
        screen.say("no date in it")
    for found in listed:
        span = found.span
        value = {"edtf": span.edtf, "interval": span.interval, "earliest": span.earliest, "latest": span.latest}
        record = {"start": found.start, "end": found.end, "text": found.text, **value, "modifier": span.modifier}
        record |= {"calendar": span.calendar, "resolved": span.resolved, "anchor": span.anchor or None}
        typer.echo(json.dumps(record, ensure_ascii=False))
