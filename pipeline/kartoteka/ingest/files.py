"""Which files are meant by the paths, folders and patterns that were given."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to be read, and the id of its document: its path below the folder given, or its name."""

    path: Path
    id: str


def find_files(paths: Iterable[Path | str], known: Mapping[str, str] | None = None) -> Iterator[SourceFile]:
    """The files below these paths, each once, in a fixed order.

    A folder gives its files, those of its folders included, sorted by path; names that begin with a full stop are
    passed over, linked folders are not entered. A path that does not exist but has `*`, `?` or `[` in it is a
    pattern (`**` for any depth). What cannot be read (a dangling link, a path that does not exist, a closed
    folder) is yielded like the rest, so that `read` can say what is wrong with it and the others lose nothing. Ids
    are unique: where two clash, the later one takes the folders before its name, or a number. `known` says from
    which file each document of a project was read: a file keeps its id, and takes none of another that is still there.
    """
    read = ((id, Path(file)) for id, file in (known or {}).items() if file)
    kept = {file.resolve(): id for id, file in read if id.endswith(file.name) and file.exists()}
    ids: set[str] = set(kept.values())
    seen: set[Path] = set()
    for given in paths:
        for path, name in _expand(Path(given)):
            place = path.resolve() if path.exists() else path.absolute()
            if place not in seen:
                seen.add(place)
                ids.add(unique := kept.get(place) or _unique(name, path, ids))
                yield SourceFile(path, unique)


def _expand(path: Path) -> Iterator[tuple[Path, str]]:
    if path.is_dir():
        yield from _walk(path)
    elif not os.path.lexists(path) and glob.has_magic(str(path)):
        found = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 (pathlib has no absolute patterns)
        if not found:
            yield path, path.name
        for match in found:
            yield from _expand(Path(match))
    else:
        yield path, path.name


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    closed: list[Path] = []
    found: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found.extend(Path(place, name) for name in names if not name.startswith("."))
    for path in sorted(found + closed, key=lambda each: each.as_posix()):
        yield path, path.relative_to(folder).as_posix() if path != folder else path.name


def _unique(name: str, path: Path, taken: set[str]) -> str:
    if name not in taken:
        return name
    parts = path.absolute().parts[1:]
    for count in range(2, len(parts) + 1):
        if (longer := "/".join(parts[-count:])) not in taken:
            return longer
    number = 2
    while f"{name}~{number}" in taken:
        number += 1
    return f"{name}~{number}"
