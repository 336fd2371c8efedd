"""The command that scores: evaluate."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kartoteka.cli import scoreboard, screen
from kartoteka.cli.options import Jobs, Lang, Language, Quiet

if TYPE_CHECKING:
    from kartoteka.evaluate import Answer, Pair, Passage
    from kartoteka.ingest.inputs import Failure
    from kartoteka.types import Document, Reading


class By(StrEnum):
    """What the figures may be split by."""

    LANG = "lang"
    FILE = "file"


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated passages (.json) or sets of rows (.jsonl).", metavar="GOLD...")
    ],
    predictions: Annotated[
        Path | None,
        typer.Option("--predictions", metavar="FILE", help="Score these lines of JSON instead, one a passage."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every error with the words around it.")] = False,
    by: Annotated[By | None, typer.Option("--by", help="Figures of each language or file too.")] = None,
    held_aside: Annotated[
        int, typer.Option("--held-aside", min=0, metavar="N", help="Only rows with sha1(text) % N = 0.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print figures, and errors, as JSON.")] = False,
    lang: Language = Lang.AUTO,
    jobs: Jobs = 1,
    quiet: Quiet = False,
) -> None:
    """Score against annotated passages.

    Prints precision, recall and F1 of spans, of the values of dates, of cards (B-cubed) and of tenures.
    """
    from kartoteka.evaluate import find_mistakes, measure, read_answers, read_gold

    passages = read_gold(gold, held_aside=held_aside)
    documents = _documents(passages, "" if lang is Lang.AUTO else lang)
    passages = [replace(p, lang=document.lang) for p, document in zip(passages, documents, strict=True)]
    failures: list[Failure] = []
    if predictions is None:
        answers = _answers(passages, documents, jobs=jobs, quiet=quiet, failures=failures)
    else:
        answers = read_answers(predictions, passages)
    if failures:
        screen.report_failures(failures)
        raise typer.Exit(1)
    pairs = list(zip(passages, answers, strict=True))
    measured = {name: measure(group) for name, group in {"": pairs, **_split(pairs, by)}.items()}
    show = scoreboard.print_json if as_json else scoreboard.print_tables
    show(measured, find_mistakes(pairs) if errors else None)


def _documents(passages: Sequence[Passage], lang: str) -> list[Document]:
    """The texts as the pipeline is given them; a passage's own language wins."""
    from kartoteka.ingest import read_text

    made = (read_text(p.text, str(number), lang=p.lang or lang) for number, p in enumerate(passages))
    return [replace(document, source=p.where) for p, document in zip(passages, made, strict=True)]


def _answers(
    passages: Sequence[Passage],
    documents: Sequence[Document],
    *,
    jobs: int,
    quiet: bool,
    failures: list[Failure],
) -> list[Answer]:
    """What the pipeline says of each text; the names of those that judge cards are brought together first.

    Sets of rows name no cards, so their readings need not be kept. Texts that fail are added to `failures`.
    """
    from kartoteka.evaluate import answer_of, answer_without_cards
    from kartoteka.export.records import records
    from kartoteka.reading import annotated

    with screen.progress(len(documents), "read", quiet=quiet or not sys.stderr.isatty()) as advance:

        def read(carded: bool) -> Iterator[Reading]:
            chosen = (d for p, d in zip(passages, documents, strict=True) if p.has_cards is carded)
            for reading in annotated(chosen, jobs=jobs, failures=failures):
                advance(reading.document.source)
                yield reading

        made = {reading.document.id: answer_without_cards(reading) for reading in read(False)}
        texts = {document.id: document.text for document in documents}
        made |= {record["id"]: answer_of(record, texts[record["id"]]) for record in records(read(True))}
    return [made[document.id] for document in documents if document.id in made]


def _split(pairs: Sequence[Pair], by: By | None) -> Mapping[str, list[Pair]]:
    """The passages of each language or file, by its name; none unless asked for."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for passage, answer in pairs if by else ():
        groups[passage.lang if by is By.LANG else passage.source].append((passage, answer))
    return dict(sorted(groups.items()))
