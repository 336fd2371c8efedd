"""Opens a file of any known format; whatever is wrong with it is said in one line that names it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from kartoteka import registry
from kartoteka.ingest.base import HEAD, Reader
from kartoteka.types import Document

#: Larger files are refused: 32 MiB hold some five thousand pages of text.
MAX_BYTES = 32 * 1024 * 1024

#: What the first bytes of files say that no reader takes.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"AT&TFORM", "a DjVu book"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)


def read(path: Path, id: str = "", lang: str = "") -> Iterator[Document]:
    """The documents of a file; most have one. `id` is the file's name unless given.

    `lang` (en, uk, ru) overrules the language found. Raises ValueError or OSError whose text is one line that
    names the file and the cause: it does not exist, may not be read, is empty, is larger than `MAX_BYTES` (32
    MiB), is of no known format, in no known encoding, or blank.
    """
    head = _head(path)
    try:
        yield from _reader(path, head).read(path, id or path.name, lang)
    except OSError as error:
        raise in_plain_words(error, path) from error
    except ValueError as error:
        cause = str(error).removeprefix(f"{id or path.name}: ")
        raise ValueError(f"{path}: {cause}") from error


def _head(path: Path) -> bytes:
    """The first bytes of a file that is fit to be read."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            os.scandir(path).close()
            raise IsADirectoryError(f"{path}: a folder where a file was expected")
        if not stat.S_ISREG(state.st_mode):
            raise ValueError(f"{path}: neither a file nor a folder")
        if state.st_size > MAX_BYTES:
            size = state.st_size / 1024 / 1024
            raise ValueError(f"{path}: {size:.0f} MiB, the limit is {MAX_BYTES // 1024 // 1024} MiB; split it")
        if not state.st_size:
            raise ValueError(f"{path}: an empty file")
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError as error:
        raise in_plain_words(error, path) from error


def in_plain_words(error: OSError, path: Path) -> OSError:
    """The same error in one line of plain words that names the file."""
    if error.errno is None:
        return error
    if isinstance(error, FileNotFoundError):
        if path.is_symlink():
            return FileNotFoundError(f"{path}: a link to {path.readlink()}, which does not exist")
        return FileNotFoundError(f"{path}: no such file or folder")
    if isinstance(error, IsADirectoryError):
        return IsADirectoryError(f"{path}: a folder where a file was expected")
    return type(error)(f"{path}: {(error.strerror or 'cannot be read').lower()}")


def _reader(path: Path, head: bytes) -> Reader:
    """The reader that claims the file most. Raises ValueError where none does."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature) and not _claimed(path, head, above=0.5):
            raise ValueError(f"{name}, which no reader takes (known: {', '.join(_readers())})")
    best = _claimed(path, head, above=0.0)
    if best is None:
        raise ValueError(f"a binary file, which no reader takes (known: {', '.join(_readers())})")
    return best


def _claimed(path: Path, head: bytes, *, above: float) -> Reader | None:
    claims = {name: reader.claim(path, head) for name, reader in _readers().items()}
    best = max(claims, key=lambda name: claims[name])
    return _readers()[best] if claims[best] > above else None


def _readers() -> dict[str, Reader]:
    return registry.discover("kartoteka.ingest.readers", Reader)
