"""Find and read the files of `models/`: tables, patterns, gazetteers."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any


@cache
def models() -> Path:
    """The folder of models: inside the installed package, or beside `pipeline/` in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / "_models", package.parent.parent / "models"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no models beside {package}: the installation is incomplete")


def path(name: str) -> Path:
    """The file or folder `name` ("gazetteers/places.tsv") of the models. Raises FileNotFoundError."""
    found = models() / name
    if not found.exists():
        raise FileNotFoundError(f"no {name} among the models in {models()}")
    return found


def read_toml(name: str) -> dict[str, Any]:
    """A table of the models. Raises ValueError that names the file where it is no TOML."""
    try:
        return tomllib.loads(path(name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path(name)}: {error}") from error


def read_lines(name: str) -> Iterator[str]:
    """The lines of a list, without comments (`#` at the start) and blank ones."""
    for line in path(name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def read_tsv(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by its header line; comment lines start with `#`, cells are never quoted.

    Raises ValueError that names the file and row where a row has more or fewer cells than the header.
    """
    rows = csv.reader(read_lines(name), delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(rows)
    for number, row in enumerate(rows, 1):
        if len(row) != len(header):
            raise ValueError(f"{path(name)}: row {number} has {len(row)} cells, the header {len(header)}")
        yield dict(zip(header, row, strict=True))
