"""Which files have changed or gone since they were read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from kartoteka import __version__


def fingerprint(path: Path, lang: str) -> str:
    """What tells a changed file from one read before: its bytes, the language asked for, this version.

    "" for one that cannot be opened, of which its reader says why.
    """
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
    except OSError:
        return ""
    digest.update(f"\0{lang}\0{__version__}".encode())
    return digest.hexdigest()


def missing(sources: Mapping[str, str], paths: Iterable[Path]) -> list[str]:
    """The documents, of those read from these files, whose file was in one of these folders and is there no longer."""
    folders = [path.resolve() for path in paths if path.is_dir()]

    @cache
    def among(place: Path) -> bool:
        return any(place.resolve().is_relative_to(folder) for folder in folders)

    return [
        document
        for document, source in sources.items()
        if source and among(Path(source).parent) and not os.path.lexists(source)
    ]
