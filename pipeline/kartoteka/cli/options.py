"""The options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Lang(StrEnum):
    """The language of the texts; auto tells it from the text."""

    AUTO = "auto"
    EN = "en"
    UK = "uk"
    RU = "ru"


Paths = Annotated[list[str], typer.Argument(help="Files, folders or patterns.", metavar="PATH...")]
ProjectFolder = Annotated[Path, typer.Option("--project", metavar="DIR", help="The project's folder.")]
Language = Annotated[Lang, typer.Option("--lang", help="Language of the texts.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors and results.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, help="How many processes read texts.")]
Authority = Annotated[
    list[Path] | None,
    typer.Option(
        "--authority", metavar="FILE", help="CSV of known persons; may be given several times. Remembered."
    ),
]
NoAuthority = Annotated[bool, typer.Option("--no-authority", help="Forget the lists of known persons.")]
Names = Annotated[
    str,
    typer.Option("--names", metavar="CONVENTION", help="attested, uk, ru, or a scheme (uk-national). Remembered."),
]

OUTPUT = Path("output")
