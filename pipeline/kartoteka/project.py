"""The whole way from files to a network, one method a step: what a notebook or the command line calls."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kartoteka import __version__
from kartoteka.ingest import SourceFile, find_files
from kartoteka.ingest.inputs import Failure, read_source
from kartoteka.reading import AUTO, attempts, failed, listed
from kartoteka.reconcile import reconcile
from kartoteka.store import Store
from kartoteka.types import Document, Judgement, Reading, Reason, Verdict

if TYPE_CHECKING:
    from types import TracebackType

    import networkx as nx

    from kartoteka.careers import Careers

DATABASE = "project.sqlite"

Progress = Callable[[str], None]


@dataclass(slots=True)
class IngestReport:
    """What became of the files given: how many were read anew, how many stood already, which failed."""

    added: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)


class Project:
    """One research project: a folder with its store (`project.sqlite`) and the files made from it.

    The folder is made when it is missing. Use it as a context manager, or close it. Raises ValueError where the
    store is none of ours or newer than this program.
    """

    def __init__(self, folder: str | Path = "output") -> None:
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.store = Store(self.folder / DATABASE)

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    def ingest(
        self, paths: Iterable[str | Path], *, lang: str = AUTO, jobs: int = 1, progress: Progress | None = None
    ) -> IngestReport:
        """Read files, folders and globs into the store. Safe to repeat: what is unchanged is left alone.

        A file that cannot be read is named in the report and costs nothing else. `progress` hears each file's id
        when it is done.
        """
        report = IngestReport()
        waiting = self._unread(find_files(listed(paths)), lang, report, progress)
        for (document, mark), result in attempts(waiting, jobs):
            if isinstance(result, Exception):
                report.failures.append(failed(document, result))
            else:
                self._put(result, mark, report)
            _tell(progress, document.id)
        return report

    def _put(self, reading: Reading, mark: str, report: IngestReport) -> None:
        try:
            self.store.put(reading, mark)
        except ValueError as error:
            report.failures.append(Failure(reading.document.source or reading.document.id, str(error)))
        else:
            report.added += 1

    def _unread(
        self, sources: Iterable[SourceFile], lang: str, report: IngestReport, progress: Progress | None
    ) -> Iterator[tuple[Document, str]]:
        for source in sources:
            if source.path.resolve().is_relative_to(self.folder.resolve()):
                continue  # what the program itself wrote is no article
            mark = _mark(source.path, lang)
            if self.store.known(source.id, mark):
                report.unchanged += 1
                _tell(progress, source.id)
                continue
            for document in read_source(source, "" if lang == AUTO else lang):
                if isinstance(document, Failure):
                    report.failures.append(document)
                    _tell(progress, source.id)
                elif self.store.known(document.id, mark):
                    report.unchanged += 1
                else:
                    yield document, mark

    def reconcile(self) -> None:
        """Bring the spellings together again, honouring every decision."""
        reconcile(self.store)

    def written(self) -> bool:
        """Whether the standard lists have been written into the folder before."""
        return (self.folder / "entities.csv").exists()

    def graph(self, **options: Any) -> nx.Graph:
        """The co-occurrence network; the options are those of `kartoteka.network.build_graph`."""
        from kartoteka.network import build_graph

        return build_graph(self.store, **options)

    def export(
        self,
        name: str = "",
        path: str | Path | None = None,
        *,
        graph: nx.Graph | None = None,
        ids: Mapping[str, str] | None = None,
    ) -> list[Path]:
        """Write one export ("tenures.csv") to `path` or into the folder; without a name, all the standard ones.

        `graph` is the network to write, the default one unless given; `ids` are the Wikidata ids of cards (those of
        `identifiers`). Raises ValueError for an unknown name.
        """
        from kartoteka.export import export, export_all

        if not name:
            return export_all(self.store, self.folder, graph=graph)
        return [export(self.store, name, path or self.folder / name, graph=graph, ids=ids)]

    def careers(self) -> Careers:
        """Terms, contradictions, lines of holders and what they leave open, as the cards stand now."""
        from kartoteka.careers import read_careers

        return read_careers(self.store)

    def identifiers(self, path: str | Path) -> tuple[dict[str, str], list[str]]:
        """The Wikidata ids that a CSV file (name, wikidata) gives to cards, and a line for each row that is no use."""
        from kartoteka.careers.authority import read_identifiers

        return read_identifiers(path, self.store)

    def decide(self, verdict: Verdict | str, left: str, right: str, *, by: str, because: str = "") -> list[int]:
        """Record that two cards are the same or different; a card is named by its id or by a spelling on it.

        Two spellings of one card can be told apart: then the referents that bear them are. Returns the numbers of
        the decisions, which `undo` takes. Raises LookupError where nothing bears a name, ValueError where both
        names mean the very same referents, or things of two kinds.
        """
        verdict = Verdict(verdict)
        ours, theirs = self._referents(left), self._referents(right)
        labels = {r.id: r.label for r in self.store.referents()}
        if not {labels[r] for r in ours} & {labels[r] for r in theirs}:
            raise ValueError(f"{left!r} is a {labels[ours[0]]}, {right!r} a {labels[theirs[0]]}: never the same")
        if verdict is Verdict.SAME:
            pairs = [(ours[0], theirs[0])] if ours[0] != theirs[0] else []
        else:
            pairs = [(a, b) for a in ours for b in theirs if a != b and not {a, b} <= set(ours) & set(theirs)]
        if not pairs:
            raise ValueError(f"{left!r} and {right!r} name the same mentions: nothing to decide")
        reasons = (Reason("decision", 1.0, because),) if because else ()
        return [self.store.decide(Judgement(a, b, verdict, 1.0, by, reasons)) for a, b in pairs]

    def _referents(self, card: str) -> list[str]:
        for entity in self.store.entities():
            if entity.id == card:
                return list(entity.referents)
        bearers = sorted((r.id for r in self.store.referents() if card in r.names), key=str)
        if not bearers:
            raise LookupError(f"no card {card!r}: give an id or a spelling as entities.csv has them")
        return bearers


def _mark(path: Path, lang: str) -> str:
    """The fingerprint of a file; "" for one that cannot be opened, of which its reader says why."""
    try:
        return fingerprint(path, lang) if path.is_file() else ""
    except OSError:
        return ""


def fingerprint(path: Path, lang: str = AUTO) -> str:
    """What tells a changed file from one read before: its bytes, the language asked for, this version."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(f"\0{lang}\0{__version__}".encode())
    return digest.hexdigest()


def _tell(progress: Progress | None, name: str) -> None:
    if progress is not None:
        progress(name)
