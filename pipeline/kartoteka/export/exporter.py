"""What an exporter is, which there are, and how a file is written without harming the one before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from errno import EISDIR
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

from kartoteka.network import build_graph, build_ties, draw
from kartoteka.registry import discover

if TYPE_CHECKING:
    from networkx import Graph, MultiDiGraph

    from kartoteka.careers import Careers
    from kartoteka.store.store import Store


Source = Literal["store", "careers", "network", "drawing", "ties"]
#: The Wikidata id of a card, by the card's own.
Ids = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A kind of file: its usual `name` ("entities.csv"), its `suffix`, and one line of `help`.

    `write` takes what the exporter `reads` (the store, the careers that follow from it, the ties that follow from
    these, a network, or a network with places, sizes and colours) and a text stream. `standard` ones belong to every
    run; `binary` ones write into the bytes beneath the stream (`stream.buffer`); `lacks` says what this installation
    lacks to write it, "" for nothing.
    """

    name: str
    suffix: str
    help: str
    reads: Source
    write: Callable[[Any, TextIO], None]
    standard: bool = True
    binary: bool = False
    lacks: Callable[[], str] = str


def exporters() -> dict[str, Exporter]:
    """Every exporter by name."""
    return discover("kartoteka.export", Exporter)


def export(
    store: Store, name: str, path: str | Path, *, graph: Graph | None = None, ids: Ids | None = None
) -> Path:
    """Write one file: the exporter `name` ("tenures.csv") into `path`, replacing it only when all is written.

    `graph` is the network to write; without it the default one is built (persons, by sentence). `ids` are the
    Wikidata ids of cards. Files are UTF-8 without BOM (network.net alone has one: Pajek asks for it) and end their
    lines with a line feed. Raises ValueError for an unknown name, OSError where the file cannot be written; the file
    that stood there is then untouched.
    """
    return _write_files([(find(name), Path(path))], Sources(store, graph, ids))[0]


def export_all(
    store: Store, folder: str | Path, *, names: Iterable[str] = (), graph: Graph | None = None
) -> list[Path]:
    """Write several files into a folder, the standard ones unless named.

    None is replaced before all are written and each can stand where it is asked for. Of the standard ones those are
    left out that this installation cannot write (`lacking`). Returns their paths in alphabetical order. Raises as
    `export` does.
    """
    usual = [exporter for exporter in exporters().values() if exporter.standard and not exporter.lacks()]
    chosen = [find(name) for name in sorted(set(names))] or usual
    return _write_files([(exporter, Path(folder) / exporter.name) for exporter in chosen], Sources(store, graph))


def export_together(store: Store, files: Mapping[str, Path], *, graph: Graph | None = None) -> list[Path]:
    """Write several exports, each into the path beside its name, none in its place before all are written.

    Returns the paths in the order given. Raises as `export` does.
    """
    return _write_files([(find(name), path) for name, path in files.items()], Sources(store, graph))


def lacking() -> list[str]:
    """A line for each standard file that this installation cannot write: what it lacks and how to get it."""
    return [why for exporter in exporters().values() if exporter.standard and (why := exporter.lacks())]


def find(name: str) -> Exporter:
    """The exporter of this name. Raises ValueError that names the known ones."""
    known = exporters()
    if name not in known:
        raise ValueError(f"no export {name!r}: choose one of {', '.join(known)}")
    return known[name]


def write(
    exporter: Exporter, store: Store, stream: TextIO, *, graph: Graph | None = None, ids: Ids | None = None
) -> None:
    """Write to a text stream, standard output for one, instead of a file.

    Raises TypeError for a picture in dots where the stream has no bytes beneath it, as a StringIO has none.
    """
    if exporter.binary and not hasattr(stream, "buffer"):
        raise TypeError(f"{exporter.name} is no text: {type(stream).__name__} takes nothing else")
    exporter.write(Sources(store, graph, ids).read(exporter.reads), stream)


def _write_files(files: list[tuple[Exporter, Path]], sources: Sources) -> list[Path]:
    """Write each into its file, none in its place before all are written."""
    targets = [target for _, target in files]
    with aside(targets) as parts:
        for (exporter, target), part in zip(files, parts, strict=True):
            with naming(target):
                exporter.write(sources.read(exporter.reads), part)
    return targets


class Sources:
    """What exporters read of one project, each made once: the network and the careers take their time."""

    def __init__(self, store: Store, graph: Graph | None = None, ids: Ids | None = None) -> None:
        self._store = store
        self._graph = graph
        self._ids = ids
        self._careers: Careers | None = None
        self._ties: MultiDiGraph | None = None

    def read(self, source: Source) -> Any:
        """The store, or what follows from it."""
        if source == "store":
            return self._store
        if source == "careers":
            from kartoteka.careers import read_careers

            self._careers = self._careers or read_careers(self._store, self._ids)
            return self._careers
        if source == "ties":
            if self._ties is None:
                self._ties = build_ties(self._store, careers=self.read("careers"))
            return self._ties
        self._graph = build_graph(self._store) if self._graph is None else self._graph
        return draw(self._graph) if source == "drawing" else self._graph


@contextmanager
def aside(targets: list[Path]) -> Iterator[list[TextIO]]:
    """Open a file beside each target, and move all of them into place once the work is done without an error.

    Where a folder stands in the place of one, none is moved. Errors name the file that was asked for. Half of a
    surrogate pair, which no UTF-8 file can hold, becomes a question mark.
    """
    parts = [target.with_name(f".{target.name}.part") for target in targets]
    streams: list[TextIO] = []
    try:
        for part, target in zip(parts, targets, strict=True):
            streams.append(_open(part, target))
        yield streams
        for stream, target in zip(streams, targets, strict=True):
            with naming(target):
                stream.close()
        for target in targets:
            _refuse_folder(target)
        for part, target in zip(parts, targets, strict=True):
            with _renaming(target):
                part.replace(target)
    finally:
        for stream in streams:
            with suppress(OSError):
                stream.close()
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _open(part: Path, target: Path) -> TextIO:
    """Open the file that stands in for `target`."""
    with _renaming(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_folder(target)
        return part.open("w", encoding="utf-8", errors="replace", newline="")


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(EISDIR, strerror(EISDIR), str(target))


@contextmanager
def naming(target: Path) -> Iterator[None]:
    """What the system says of a file without its name, as of a full disk, is said of this one."""
    try:
        yield
    except OSError as error:
        if error.errno is None or error.filename is not None:
            raise
        raise OSError(error.errno, error.strerror, str(target)) from error


@contextmanager
def _renaming(target: Path) -> Iterator[None]:
    """An error names the file that was asked for, not the one that stands in for it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
